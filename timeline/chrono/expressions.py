"""
The meaning of a time expression before any calendar is fixed: a tree.

After timenorm's operators (Bethard & Parker, LREC 2016).
A tree is evaluated *at* an anchor moment and gives an interval, or None where it names no time.
Every tree is monotone: a later anchor never gives an earlier interval.
So an anchor that is only bounded gives bounds, by its two ends alone (`resolve`), and never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import add_months, civil, day_number, day_of, days_in_month, start_of, weekday
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval


@runtime_checkable
class Tree(Protocol):
    """Anything that names a time once its anchor is known."""

    def at(self, anchor: int) -> Interval | None:
        """The interval named when the anchor is this moment; None where there is none."""


class Repeating(Protocol):
    """A calendar pattern: something that comes again and again (a Tuesday, an April, a 5 May)."""

    def around(self, moment: int) -> Interval:
        """The last occurrence that starts at or before *moment*."""

    def following(self, interval: Interval) -> Interval:
        """The next occurrence after this one."""


# --- patterns -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; Monday is 0."""

    number: int

    def around(self, moment: int) -> Interval:
        """The last such day that starts at or before *moment*."""
        day = day_of(moment)
        return Interval.of(Granularity.DAY, start_of(day - (weekday(day) - self.number) % 7))

    def following(self, interval: Interval) -> Interval:
        """A week later."""
        return Interval(interval.start + Granularity.WEEK.minutes, interval.end + Granularity.WEEK.minutes)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year; January is 1."""

    number: int

    def around(self, moment: int) -> Interval:
        """The last such month that starts at or before *moment*."""
        year, month, _ = civil(day_of(moment))
        start = start_of(add_months(day_number(1), ((year if month >= self.number else year - 1) - 1) * 12 + self.number - 1))
        return Interval(start, Granularity.MONTH.shift(start, 1))

    def following(self, interval: Interval) -> Interval:
        """A year later."""
        start = Granularity.YEAR.shift(interval.start, 1)
        return Interval(start, Granularity.MONTH.shift(start, 1))


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the year: 15 August. 29 February comes in leap years only."""

    month: int
    day: int

    def around(self, moment: int) -> Interval:
        """The last such day that starts at or before *moment*."""
        year = civil(day_of(moment)).year
        while True:
            found = self._in(year)
            if found is not None and found.start <= moment:
                return found
            year -= 1

    def following(self, interval: Interval) -> Interval:
        """The next year that has such a day."""
        year = civil(day_of(interval.start)).year + 1
        while (found := self._in(year)) is None:
            year += 1
        return found

    def _in(self, year: int) -> Interval | None:
        if self.day > days_in_month(year, self.month):
            return None
        return Interval.of(Granularity.DAY, start_of(day_number(year, self.month, self.day)))


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the northern year, by whole months: spring is 1 (March to May), winter 4 (December to February)."""

    number: int

    def around(self, moment: int) -> Interval:
        """The last such season that starts at or before *moment*."""
        start = Month(self.number * 3).around(moment).start
        return Interval(start, Granularity.MONTH.shift(start, 3))

    def following(self, interval: Interval) -> Interval:
        """A year later."""
        start = Granularity.YEAR.shift(interval.start, 1)
        return Interval(start, Granularity.MONTH.shift(start, 3))


# --- trees --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that needs no anchor: 19 August 2025, 1941, the 1990s."""

    interval: Interval

    def at(self, anchor: int) -> Interval | None:  # noqa: ARG002 - the protocol's argument
        """The same whatever the anchor."""
        return self.interval


@dataclass(frozen=True, slots=True)
class This:
    """The unit that contains the anchor: today, this week, this year."""

    unit: Granularity

    def at(self, anchor: int) -> Interval | None:
        """The whole unit around the anchor."""
        return Interval.of(self.unit, anchor)


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit *count* units from the one that contains the anchor: yesterday, next year, three days ago."""

    unit: Granularity
    count: int

    def at(self, anchor: int) -> Interval | None:
        """The whole unit, moved."""
        return Interval.of(self.unit, self.unit.shift(self.unit.floor(anchor), self.count))


@dataclass(frozen=True, slots=True)
class Last:
    """
    The latest occurrence of a pattern that has begun by the anchor: "in April", "on Tuesday", of the past.

    With ``skip=1`` the one before it, and so on.
    """

    pattern: Weekday | Month | MonthDay | Season
    skip: int = 0

    def at(self, anchor: int) -> Interval | None:
        """The occurrence, whole, even where the anchor lies within it."""
        found = self.pattern.around(anchor)
        for _ in range(self.skip):
            found = self.pattern.around(found.start - 1)
        return found


@dataclass(frozen=True, slots=True)
class Next:
    """
    The first occurrence of a pattern that has not ended by the anchor: "in April", "on Tuesday", of the future.

    With ``skip=1`` the one after it, and so on.
    """

    pattern: Weekday | Month | MonthDay | Season
    skip: int = 0

    def at(self, anchor: int) -> Interval | None:
        """The occurrence, whole, even where the anchor lies within it."""
        found = self.pattern.around(anchor)
        if found.end <= anchor:
            found = self.pattern.following(found)
        for _ in range(self.skip):
            found = self.pattern.following(found)
        return found


@dataclass(frozen=True, slots=True)
class Within:
    """The occurrence of a pattern inside the interval another tree gives: "Tuesday of last week", "March of that year"."""

    pattern: Weekday | Month | MonthDay | Season
    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """The first occurrence that starts inside the whole."""
        outer = self.whole.at(anchor)
        if outer is None:
            return None
        found = self.pattern.around(outer.start)
        if found.start < outer.start:
            found = self.pattern.following(found)
        return found if found.start < outer.end else None


@dataclass(frozen=True, slots=True)
class UpTo:
    """The part of another tree's interval that has passed at the anchor: "earlier this year" (the anchor's day included)."""

    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the start of the whole to the end of the anchor's day."""
        outer = self.whole.at(anchor)
        return None if outer is None else outer & Interval(outer.start, max(start_of(day_of(anchor) + 1), outer.start + 1))


@dataclass(frozen=True, slots=True)
class From:
    """The part of another tree's interval that is still to come at the anchor: "later this year" (its day included)."""

    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the start of the anchor's day to the end of the whole."""
        outer = self.whole.at(anchor)
        return None if outer is None else outer & Interval(min(start_of(day_of(anchor)), outer.end - 1), outer.end)


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


def resolve(tree: Tree, anchor: Range) -> Bounds:
    """
    Begin and end of the interval that *tree* names when its anchor is only known to lie in *anchor*.

    Sound and tight at both ends, since trees are monotone; an open anchor leaves that side open.
    """
    fixed = tree.at(0) if isinstance(tree, Fixed) else None
    early = fixed or (None if anchor.earliest is None else tree.at(anchor.earliest))
    late = fixed or (None if anchor.latest is None else tree.at(anchor.latest))
    return Bounds(
        Range(None if early is None else early.start, None if late is None else late.start),
        Range(None if early is None else early.end - 1, None if late is None else late.end - 1),
    )
