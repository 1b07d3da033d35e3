"""An argument as it is shown: a few steps, the others on request, the conclusion last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.model.event import CONCLUSIONS, SHOWN, Event
from timeline.model.span import Span
from timeline.model.statement import Reason, Stratum

EVENT = Event(id="e", article="a", title="Mill opens", quote="opened", span=Span(0, 6), head=Span(0, 6))
END = Reason(CONCLUSIONS[0], Stratum.TEXT, "So: 1899")


def _reasons(count: int) -> tuple[Reason, ...]:
    return tuple(Reason("tense", Stratum.TEXT, f"step {number}") for number in range(count))


@pytest.mark.parametrize("count", [0, 1, SHOWN, SHOWN + 1, 20])
def test_nothing_is_lost(count: int) -> None:
    """Steps, further steps and conclusion are the reasons, and at most five steps are shown."""
    argument = replace(EVENT, reasons=(*_reasons(count), END)).argument()

    assert len(argument.steps) == min(count, SHOWN)
    assert (*argument.steps, *argument.further) == _reasons(count)
    assert argument.conclusion == END


def test_without_a_conclusion() -> None:
    """Reasons that another program wrote may end in no conclusion: all of them are steps."""
    argument = replace(EVENT, reasons=_reasons(3)).argument()

    assert argument.conclusion is None
    assert argument.steps == _reasons(3)
