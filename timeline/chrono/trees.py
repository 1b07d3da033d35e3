"""
Expression trees: the meaning of a time expression before any calendar is fixed.

After timenorm's operators (Bethard & Parker, LREC 2016). A tree is evaluated *at* an anchor moment and gives an
interval, or None where it names no time, or none of the years -9999 to 9999.
Every tree is monotone: a later anchor never gives an interval that starts or ends earlier.
An expression tied to an event is an ordinary tree with that event as its anchor: "the day after the verdict" is
``Shift(DAY, 1)``.
`timeline.chrono.vague` has the trees that widen, so as not to be more precise than the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline.chrono.calendar import FIRST_MOMENT, LAST_MOMENT, civil, day_number, day_of, start_of
from timeline.chrono.interval import Interval

if TYPE_CHECKING:
    from timeline.chrono.granularity import Granularity
    from timeline.chrono.patterns import Repeating, Tree

# The years for which the reckoning that dateutil follows is valid.
_EASTER_YEARS = range(1583, 4100)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that needs no anchor: 19 August 2025, 1941, the 1990s."""

    interval: Interval

    def at(self, anchor: int) -> Interval | None:  # noqa: ARG002 - the protocol's argument
        """The same whatever the anchor."""
        return inside(self.interval)


@dataclass(frozen=True, slots=True)
class This:
    """The unit that contains the anchor: today, this week, this year."""

    unit: Granularity

    def at(self, anchor: int) -> Interval | None:
        """The whole unit around the anchor."""
        return inside(Interval.of(self.unit, anchor))


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit *count* units from the one that contains the anchor: yesterday, next year, last week."""

    unit: Granularity
    count: int

    def at(self, anchor: int) -> Interval | None:
        """The whole unit, moved."""
        start = self.unit.shift(self.unit.floor(anchor), self.count)
        return inside(Interval(start, self.unit.shift(start, 1)))


@dataclass(frozen=True, slots=True)
class Last:
    """
    The latest occurrence of a pattern that has begun by the anchor: "in April", "on Tuesday", of the past.

    With ``skip=1`` the one before it, and so on.
    """

    pattern: Repeating
    skip: int = 0

    def at(self, anchor: int) -> Interval | None:
        """The occurrence, whole, even where the anchor lies within it."""
        found = self.pattern.around(anchor)
        for _ in range(self.skip):
            found = found and self.pattern.around(found.start - 1)
        return inside(found)


@dataclass(frozen=True, slots=True)
class Next:
    """
    The first occurrence of a pattern that has not ended by the anchor: "in April", "on Tuesday", of the future.

    With ``skip=1`` the one after it, and so on.
    """

    pattern: Repeating
    skip: int = 0

    def at(self, anchor: int) -> Interval | None:
        """The occurrence, whole, even where the anchor lies within it."""
        found = self.pattern.around(anchor)
        if found is not None and found.end <= anchor:
            found = self.pattern.following(found)
        for _ in range(self.skip):
            found = found and self.pattern.following(found)
        return inside(found)


@dataclass(frozen=True, slots=True)
class Nth:
    """
    One of a pattern's occurrences that start inside the interval another tree gives, counted from 1.

    "the third Monday of May", "the first month of 2025"; from the end where negative: "the last Friday of May" is -1.
    """

    number: int
    pattern: Repeating
    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """That occurrence; None where the whole has not so many."""
        outer = self.whole.at(anchor)
        if outer is None or self.number == 0:
            return None
        found = _first_in(self.pattern, outer) if self.number > 0 else self.pattern.around(outer.end - 1)
        for _ in range(abs(self.number) - 1):
            if found is None or not outer.start <= found.start < outer.end:
                return None
            found = self.pattern.following(found) if self.number > 0 else self.pattern.around(found.start - 1)
        return inside(found) if found is not None and outer.start <= found.start < outer.end else None


@dataclass(frozen=True, slots=True)
class Within:
    """A pattern's occurrence inside the interval another tree gives: "Tuesday of last week", "March of that year"."""

    pattern: Repeating
    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """The first occurrence that starts inside the whole."""
        return Nth(1, self.pattern, self.whole).at(anchor)


@dataclass(frozen=True, slots=True)
class UpTo:
    """The part of another tree's interval that has passed at the anchor, its day included: "earlier this year"."""

    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the start of the whole to the end of the anchor's day."""
        outer = self.whole.at(anchor)
        return outer and outer & Interval(outer.start, max(start_of(day_of(anchor) + 1), outer.start + 1))


@dataclass(frozen=True, slots=True)
class From:
    """The part of another tree's interval still to come at the anchor, its day included: "later this year"."""

    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the start of the anchor's day to the end of the whole."""
        outer = self.whole.at(anchor)
        return outer and outer & Interval(min(start_of(day_of(anchor)), outer.end - 1), outer.end)


@dataclass(frozen=True, slots=True)
class Span:
    """From one tree to another, both included: "14 to 16 February", "the past two decades"."""

    first: Tree
    last: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the start of the first to the end of the last; None where that is no stretch."""
        first, last = self.first.at(anchor), self.last.at(anchor)
        if first is None or last is None or not first.start < last.end:
            return None
        return Interval(first.start, last.end)


@dataclass(frozen=True, slots=True)
class Relative:
    """A tree anchored at the start of what another names: "the Friday before Christmas", "a week after that May"."""

    tree: Tree
    base: Tree

    def at(self, anchor: int) -> Interval | None:
        """The tree at the base's first moment."""
        base = self.base.at(anchor)
        return base and self.tree.at(base.start)


@dataclass(frozen=True, slots=True)
class Before:
    """Any time up to another tree's first day, that day included: "before 2020", "more than a week ago"."""

    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the start of the calendar."""
        found = self.whole.at(anchor)
        return found and Interval(FIRST_MOMENT, start_of(found.first_day + 1))


@dataclass(frozen=True, slots=True)
class After:
    """Any time from another tree's last day on, that day included: "after 2020", "in more than a week"."""

    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """To the end of the calendar."""
        found = self.whole.at(anchor)
        return found and Interval(start_of(found.last_day), LAST_MOMENT + 1)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """
    From one minute to another of the days a tree gives: "at 2.30 pm on Tuesday", "on Tuesday morning".

    *last* is excluded and may reach into the next day: Tuesday night is 1200 to 1800.
    """

    whole: Tree
    first: int
    last: int

    def __post_init__(self) -> None:
        if not 0 <= self.first < self.last <= 2880:
            raise ValueError(f"no time of day runs from minute {self.first} to {self.last}")

    def at(self, anchor: int) -> Interval | None:
        """Where the whole has several days: from the first day's first minute to the last day's last."""
        outer = self.whole.at(anchor)
        if outer is None:
            return None
        return inside(Interval(start_of(outer.first_day) + self.first, start_of(outer.last_day) + self.last))


@dataclass(frozen=True, slots=True)
class Easter:
    """A day counted from Easter Sunday of the anchor's year, 1583 to 4099, by dateutil; Good Friday is -2."""

    offset: int = 0
    orthodox: bool = False

    def at(self, anchor: int) -> Interval | None:
        """That day; None in years for which the reckoning is not valid."""
        year = civil(day_of(anchor)).year
        if year not in _EASTER_YEARS:
            return None
        sunday = easter(year, EASTER_ORTHODOX if self.orthodox else EASTER_WESTERN)
        day = day_number(sunday.year, sunday.month, sunday.day) + self.offset
        return inside(Interval.days(day, day))


def inside(interval: Interval | None) -> Interval | None:
    """The interval, or None where it leaves the calendar."""
    return interval if interval is not None and interval.in_calendar else None


def _first_in(pattern: Repeating, outer: Interval) -> Interval | None:
    found = pattern.around(outer.start)
    return pattern.following(found) if found is not None and found.start < outer.start else found
