"""Which event ended before which began: by their dates, and by what orders them where the dates do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of
from timeline.model.event import Kind
from timeline.model.statement import Distance, publication

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

# The rules whose distances put one event before another; all others only bound dates.
_ORDERING = frozenset({"connective", "report", "later", "narrative", "tense", "past perfect", "cause"})
# The rules that order and bound no date, in the order of how often they are right.
_RECENT = "recent"
_YEAR = 365  # days
_USUAL = ("result", "aside", "stage", "sequence")
_AGAIN = ("told again", "one telling")  # two tellings of one event; two events of one day may still be ordered


def before(timeline: Timeline, events: Collection[str] | None = None) -> set[tuple[str, str]]:
    """
    The pairs ``(a, b)`` of events of which it is stated, implied or usual that *a* ends before *b* begins.

    Closed under going on from one to the next. Two events that would each come before the other are not ordered.
    *events* are the ids that are asked about, all of them if None; the others still link them. What is only usual of
    their order gives way to dates and connectives, and among itself to what usually says more (`_USUAL`).
    """
    set_aside = {conflict.set_aside for conflict in timeline.conflicts}
    known = {event.id for event in timeline.events}
    said = [
        (one.reason.rule, one.constraint)
        for one in timeline.statements
        if isinstance(one.constraint, Distance) and one not in set_aside
    ]
    said = [(rule, one) for rule, one in said if {one.earlier.subject, one.later.subject} <= known]
    same = _together(known, (one for rule, one in said if rule in _AGAIN))
    inside = {(d.earlier.subject, d.later.subject) for _, d in said if d.earlier.side == d.later.side == "end"}
    asked = [event for event in timeline.events if events is None or event.id in events]
    names = [same[event.id] for event in timeline.events]
    order = Sequence(dict.fromkeys([*names, *(publication(one.id) for one in timeline.articles)]))
    dated = {(one.id, other.id) for one in timeline.events for other in timeline.events if dated_before(one, other)}
    for first, second in dated:
        order.put(same[first], same[second])
    for rule, distance in said:
        first, second = distance.earlier.subject, distance.later.subject
        if rule not in _ORDERING or distance.least is None or distance.least < 0 or distance.later.side == "end":
            continue
        if (second, first) not in inside and (second, first) not in dated:
            order.put(same[first], same[second])
    order.settle()
    usual = [(_USUAL.index(rule), d.earlier.subject, d.later.subject) for rule, d in said if rule in _USUAL]
    for _, first, second in sorted(usual, key=lambda one: one[0]):
        order.add(same[first], same[second])
    _put_recent(order, timeline, same)
    found = {(one.id, other.id) for one in asked for other in asked if order.has(same[one.id], same[other.id])}
    told = {one.id for one in asked}
    found |= {(a, b) for a, b in dated if a in told and b in told}
    return {(a, b) for a, b in found if (b, a) not in found}


def dated_before(one: Event, other: Event) -> bool:
    """
    The last moment it may end lies before the first that the other may begin.

    What is past at publication comes before what is still to come then, though either may be of that day.
    """
    last, first = one.bounds.end.latest, other.bounds.begin.earliest
    if last is None or first is None:
        return False
    ahead = other.bounds.begin.latest is None and other.bounds.end.latest is None
    turning = ahead and one.kind is Kind.DAY and day_of(last) == day_of(first)
    return last < first or turning


def _put_recent(order: Sequence, timeline: Timeline, same: Mapping[str, str]) -> None:
    """What is of the year before publication comes after all that was over by then: linked through that one day."""
    days = {publication(one.id): one.published.earliest for one in timeline.articles}
    for one in timeline.events:
        day = days.get(publication(one.article))
        last = one.bounds.end.latest
        if day is not None and last is not None and day_of(day) - day_of(last) > _YEAR:
            order.add(same[one.id], publication(one.article))
    for statement in timeline.statements:
        if statement.reason.rule == _RECENT and isinstance(statement.constraint, Distance):
            event, day_name = statement.constraint.earlier.subject, statement.constraint.later.subject
            if event in same and day_name in days:
                order.add(day_name, same[event])


def _together(known: Iterable[str], pairs: Iterable[Distance]) -> dict[str, str]:
    """One name for all tellings of one event."""
    name = {one: one for one in known}

    def root(one: str) -> str:
        while name[one] != one:
            one = name[one]
        return one

    for pair in pairs:
        name[root(pair.later.subject)] = root(pair.earlier.subject)
    return {one: root(one) for one in name}


class Sequence:
    """Who comes before whom, closed under going on: a row of bits for each, so that a thousand are quick."""

    def __init__(self, names: Iterable[str]) -> None:
        self._place = {name: place for place, name in enumerate(names)}
        self._after = [0] * len(self._place)

    def put(self, first: str, second: str) -> None:
        """The one comes before the other; what follows is only known once it is settled."""
        self._after[self._place[first]] |= 1 << self._place[second]

    def settle(self) -> None:
        """Everything that follows; two that would each come before the other are not ordered."""
        after = self._after
        for middle in range(len(after)):
            behind, bit = after[middle], 1 << middle
            if behind:
                for one, row in enumerate(after):
                    if row & bit:
                        after[one] = row | behind
        back = [0] * len(after)
        for one, row in enumerate(after):
            for other in _bits(row):
                back[other] |= 1 << one
        self._after = [row & ~back[one] for one, row in enumerate(after)]

    def add(self, first: str, second: str) -> bool:
        """One more pair with all that follows, unless the other way round is known."""
        one, other = self._place[first], self._place[second]
        if one == other or self._after[other] >> one & 1:
            return False
        if not self._after[one] >> other & 1:
            bit, behind = 1 << one, self._after[other] | 1 << other
            self._after = [row | behind if row & bit else row for row in self._after]
            self._after[one] |= behind
        return True

    def has(self, first: str, second: str) -> bool:
        """The one is known to come before the other."""
        return bool(self._after[self._place[first]] >> self._place[second] & 1)


def _bits(row: int) -> Iterator[int]:
    while row:
        lowest = row & -row
        yield lowest.bit_length() - 1
        row ^= lowest
