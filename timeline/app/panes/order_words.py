"""The order of events in sentences: "A before B, because …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.model.statement import Stratum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.reasoning.partial import Order, Step

_OPENERS: Final = ("The ", "A ", "An ", "It ", "Its ", "What ", "This ")
"""Words that stand in small letters after "because"; other capitals may be names."""


def because(step: Step, events: Mapping[str, Event]) -> str:
    """
    Why the one comes before the other, as the rest of a sentence.

    Where both dates say so, they alone are named: the two events are in the sentence already.
    """
    reason = step.reason
    if reason.rule == "dates":
        return f"by their dates: {events[step.first].when}; {events[step.second].when}"
    if reason.rule == "by others":
        return "by what is told of others"
    says = reason.says or f"“{reason.text}” says so"
    return "because " + (says[:1].lower() + says[1:] if says.startswith(_OPENERS) else says)


def step_sentence(step: Step, events: Mapping[str, Event]) -> str:
    """The whole step as one sentence, with whether it is only usual."""
    usual = " (usual, not stated)" if step.reason.stratum is Stratum.USUAL else ""
    first, second = events[step.first].title, events[step.second].title
    return f"“{first}” before “{second}”, {because(step, events)}{usual}."


def summary(order: Order, total: int, *, too_many: bool) -> str:
    """One sentence above the diagram: how much is ordered, or why nothing is to be seen."""
    if not total:
        return "There are no events to put in order."
    if not order.steps:
        return "Nothing says which of these events came first."
    ordered = sum(map(len, order.layers))
    steps = "1 step" if len(order.steps) == 1 else f"{len(order.steps)} steps"
    told = f"{ordered} of {total} events stand in an order, by {steps}."
    return f"{told} They are too many for a diagram, so the order is told as a list." if too_many else told


def left_out(put: int, total: int) -> str:
    """How many of the events shown are put in order, where not all are, and how to see the others."""
    return (
        f"Of {total:,} events the {put} around the selected one are put in order, {total - put:,} are not:"
        " select another, search or filter to see their order."
    )
