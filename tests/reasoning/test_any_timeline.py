"""Whatever is stated, in whatever form: dates follow, and follow again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import timelines
from timeline.reasoning.derive import derive
from timeline.reasoning.network import subjects

if TYPE_CHECKING:
    from random import Random

    from timeline.model.timeline import Timeline


@given(timelines())
def test_dates_follow_from_any_statements(timeline: Timeline) -> None:
    """Nothing that can be stated breaks it; what is derived is consistent and derived again the same."""
    found = derive(timeline)
    assert derive(found) == found
    mentioned = {name for statement in timeline.statements for name in subjects(statement.constraint)}
    for before, after in zip(timeline.events, found.events, strict=True):
        if before.id not in mentioned:
            assert after == before
            continue
        assert not after.bounds.empty
        assert after.when
        assert after.stated is None or after.stated.contains(after.bounds)
        assert after.bounds.open or after.reasons


@given(timelines(), st.randoms(use_true_random=False))
def test_statements_in_any_order(timeline: Timeline, random: Random) -> None:
    """The order in which statements were handed in does not matter, conflicts included."""
    shuffled = list(timeline.statements)
    random.shuffle(shuffled)
    one, other = derive(timeline), derive(replace(timeline, statements=tuple(shuffled)))
    assert one.events == other.events
    assert one.conflicts == other.conflicts
