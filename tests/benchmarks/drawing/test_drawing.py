"""The drawing beside its peers; run by `make bench-drawing`, which prints one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.drawing import exports, labels, large, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.drawing.table import Row, Table
    from tests.benchmarks.drawing.world import World

pytestmark = pytest.mark.benchmark

MEASURES = (
    labels.of_the_drawing,
    labels.in_the_app,
    large.windows,
    large.first_picture,
    exports.warm,
    exports.cold,
    exports.alike,
    steps.hands,
)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda one: f"{one.__module__.rpartition('.')[2]}-{one.__name__}")
def test_the_target_is_met(measure: Callable[[World], list[Row]], world: World, table: Table) -> None:
    """Every row of the measurement reaches what it is to reach."""
    table.add(measure(world))
