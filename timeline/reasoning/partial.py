"""The partial order of events: what comes before what where the text says so, and silence where it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model.statement import Distance, Reason, Stratum
from timeline.reasoning.order import before, dated_before

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Step:
    """Two events of which nothing known lies between: *first* ends before *second* begins, and why."""

    first: str
    second: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Order:
    """
    A partial order of events, by their ids.

    Args:
        layers: the events in columns: each stands behind all that come before it, as far to the front as that allows;
            those of one layer are not ordered among themselves. Text order within a layer.
        before: every pair ``(a, b)`` of which *a* ends before *b* begins; what follows through others is in it.
        steps: the pairs from which all others follow (the transitive reduction), with the reason of each.
        alone: events that nothing orders, in text order; they stand in no layer.
    """

    layers: tuple[tuple[str, ...], ...]
    before: frozenset[tuple[str, str]]
    steps: tuple[Step, ...]
    alone: tuple[str, ...]


def partial_order(timeline: Timeline, events: Collection[str] | None = None) -> Order:
    """
    The order that follows from the bounds and the relations of a timeline whose dates are derived.

    *events* are the ids that are asked about, the visible ones if None; the others still link them.
    The time grows with the square of the number of events that are asked about.
    """
    asked = [one for one in timeline.events if (one.id in events if events is not None else not one.hidden)]
    pairs = before(timeline, [one.id for one in asked])
    after: dict[str, set[str]] = {}
    for first, second in pairs:
        after.setdefault(first, set()).add(second)
    level = _levels(after)
    by_id = {one.id: one for one in asked}
    said = _said(timeline)
    steps = [
        Step(first, second, _reason(by_id[first], by_id[second], said))
        for first in sorted(after, key=lambda one: (level[one], by_id[one].span))
        for second in _nearest(after, first, level)
    ]
    layers: list[list[str]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for one in sorted(asked, key=lambda event: event.span):
        if one.id in level:
            layers[level[one.id]].append(one.id)
    alone = tuple(one.id for one in sorted(asked, key=lambda event: event.span) if one.id not in level)
    return Order(tuple(tuple(layer) for layer in layers), frozenset(pairs), tuple(steps), alone)


def _levels(after: Mapping[str, set[str]]) -> dict[str, int]:
    """How many others, at most, come before each one in a row."""
    known = set(after).union(*after.values()) if after else set()
    ahead = {one: sum(one in later for later in after.values()) for one in known}
    level = dict.fromkeys(known, 0)
    ready = [one for one in known if ahead[one] == 0]
    while ready:
        one = ready.pop()
        for other in after.get(one, ()):
            level[other] = max(level[other], level[one] + 1)
            ahead[other] -= 1
            if ahead[other] == 0:
                ready.append(other)
    return level


def _nearest(after: Mapping[str, set[str]], first: str, level: Mapping[str, int]) -> list[str]:
    """Those right behind it: that come after none of the others behind it."""
    kept: list[str] = []
    reached: set[str] = set()
    for other in sorted(after[first], key=lambda one: (level[one], one)):
        if other not in reached:
            kept.append(other)
            reached |= after.get(other, set())
    return kept


def _said(timeline: Timeline) -> dict[tuple[str, str], Reason]:
    """What the article says of two events at once, the strongest and the first said first."""
    found: dict[tuple[str, str], Reason] = {}
    for one in timeline.statements:
        if isinstance(one.constraint, Distance) and one.constraint.earlier.subject != one.constraint.later.subject:
            key = (one.constraint.earlier.subject, one.constraint.later.subject)
            if key not in found or one.reason.stratum.rank < found[key].stratum.rank:
                found[key] = one.reason
    return found


def _reason(first: Event, second: Event, said: Mapping[tuple[str, str], Reason]) -> Reason:
    """Why the first comes first: the words that say so, else the two dates, else what lies between."""
    own = said.get((first.id, second.id))
    if own is not None and own.stratum is not Stratum.USUAL:
        return own
    weakest = max((reason.stratum for one in (first, second) for reason in one.reasons), key=_rank, default=None)
    stratum = Stratum.TEXT if weakest is None else weakest
    if dated_before(first, second):
        says = f"“{first.title}” ({first.when}) is over before “{second.title}” ({second.when})"
        return Reason("dates", stratum, says, article=second.article)
    if own is not None:
        return own
    says = f"“{first.title}” comes before “{second.title}” by what is told of others"
    return Reason("by others", stratum, says, article=second.article)


def _rank(stratum: Stratum) -> int:
    return stratum.rank


def without_dates(timeline: Timeline) -> bool:
    """No visible event has a year: the timeline is an order rather than a calendar."""
    visible = [one for one in timeline.events if not one.hidden]
    return bool(visible) and all(
        one.bounds.window.earliest is None or one.bounds.window.latest is None for one in visible
    )
