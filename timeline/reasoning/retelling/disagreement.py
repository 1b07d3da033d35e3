"""Where articles tell one event and contradict each other about it: both stand, marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import day_of
from timeline.model.event import Status
from timeline.reasoning.retelling.comparison import NEAR, Comparison
from timeline.reasoning.retelling.same import alike, compatible, standing

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds
    from timeline.model.timeline import Timeline
    from timeline.reasoning.retelling.comparison import Pair


class Disagreement(NamedTuple):
    """Two events, by their ids in the order of the articles, and what their articles disagree on: "when", "whether"."""

    one: str
    other: str
    about: str


def disagreements(timeline: Timeline) -> tuple[Disagreement, ...]:
    """
    The events of different articles that would be one if their days, or whether they happened, did not contradict.

    Only where act and those who take part are the same in the same parts; such events are never grouped.
    """
    comparison = Comparison()
    _, pairs = comparison.update(timeline)
    found = [Disagreement(pair.one.event.id, pair.other.event.id, what) for pair in pairs if (what := about(pair))]
    return tuple(sorted(found, key=lambda one: (comparison.order[one.one], comparison.order[one.other])))


def about(pair: Pair) -> str | None:
    """What keeps two events apart that would be one; None where that is more than one contradiction, or none."""
    one, other = pair.one, pair.other
    what = _about(one.event.bounds, other.event.bounds, {standing(one.event), standing(other.event)})
    if what is None or one.marks ^ other.marks or not alike(one, other, pair.story):
        return None
    return what


def _about(one: Bounds, other: Bounds, standings: set[Status]) -> str | None:
    """What they contradict each other about, if that is all."""
    if standings == {Status.HAPPENED, Status.DENIED}:
        return "whether" if compatible(one, other) else None
    if len(standings) > 1 or compatible(one, other) or not (one.window.known and other.window.known):
        return None
    gap = max(
        _day(one.window.earliest) - _day(other.window.latest), _day(other.window.earliest) - _day(one.window.latest)
    )
    return "when" if 0 < gap <= NEAR else None


def _day(moment: int | None) -> int:
    return day_of(moment or 0)
