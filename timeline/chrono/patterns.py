"""
Calendar patterns: what comes again and again (a Tuesday, an April, a 5 May, Easter).

A pattern knows its latest occurrence at a moment and the one that follows an occurrence; nothing else.
Occurrences never overlap, and each starts after the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from timeline.chrono.calendar import civil, day_of, days_in_month, first_of_month, start_of, weekday
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval

# A day of the year that exists at all comes again within eight years (29 February around 1900).
_LONGEST_WAIT = 9


@runtime_checkable
class Tree(Protocol):
    """Anything that names a time once its anchor is known (see `timeline.chrono.trees`)."""

    def __hash__(self) -> int:
        """Trees are values."""

    def at(self, anchor: int) -> Interval | None:
        """The interval named when the anchor is this moment; None where there is none."""


class Repeating(Protocol):
    """A calendar pattern."""

    def __hash__(self) -> int:
        """Patterns are values."""

    def around(self, moment: int) -> Interval | None:
        """The last occurrence that starts at or before *moment*; None where it never comes."""

    def following(self, interval: Interval) -> Interval | None:
        """The next occurrence after this one; None where it never comes again."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; Monday is 0."""

    number: int

    def __post_init__(self) -> None:
        _require(0 <= self.number <= 6, self)

    def around(self, moment: int) -> Interval:
        """The last such day that starts at or before *moment*."""
        day = day_of(moment)
        return Interval.of(Granularity.DAY, start_of(day - (weekday(day) - self.number) % 7))

    def following(self, interval: Interval) -> Interval:
        """A week later."""
        return Interval(interval.start + Granularity.WEEK.minutes, interval.end + Granularity.WEEK.minutes)


@dataclass(frozen=True, slots=True)
class Months:
    """
    A run of months that comes every year: the second quarter is ``Months(4, 3)``, a fiscal year from October
    ``Months(10, 12)``.
    """

    first: int
    count: int

    def __post_init__(self) -> None:
        _require(1 <= self.first <= 12 and 1 <= self.count <= 12, self)

    def around(self, moment: int) -> Interval:
        """The last such run that starts at or before *moment*."""
        year, month, _ = civil(day_of(moment))
        return self._in(year if month >= self.first else year - 1)

    def following(self, interval: Interval) -> Interval:
        """A year later."""
        return self._in(civil(day_of(interval.start)).year + 1)

    def _in(self, year: int) -> Interval:
        start = year * 12 + self.first - 1
        return Interval(start_of(first_of_month(start)), start_of(first_of_month(start + self.count)))


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year; January is 1."""

    number: int

    def __post_init__(self) -> None:
        _require(1 <= self.number <= 12, self)

    def around(self, moment: int) -> Interval:
        """The last such month that starts at or before *moment*."""
        return Months(self.number, 1).around(moment)

    def following(self, interval: Interval) -> Interval:
        """A year later."""
        return Months(self.number, 1).following(interval)


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the northern year, by whole months: spring is 1 (March to May), winter 4 (December to February)."""

    number: int

    def __post_init__(self) -> None:
        _require(1 <= self.number <= 4, self)

    def around(self, moment: int) -> Interval:
        """The last such season that starts at or before *moment*."""
        return Months(self.number * 3, 3).around(moment)

    def following(self, interval: Interval) -> Interval:
        """A year later."""
        return Months(self.number * 3, 3).following(interval)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the year: 15 August. 29 February comes in leap years only, 30 February never."""

    month: int
    day: int

    def __post_init__(self) -> None:
        _require(1 <= self.month <= 12 and 1 <= self.day <= 31, self)

    def around(self, moment: int) -> Interval | None:
        """The last such day that starts at or before *moment*."""
        year = civil(day_of(moment)).year
        found = (self._in(candidate) for candidate in range(year, year - _LONGEST_WAIT, -1))
        return next((day for day in found if day is not None and day.start <= moment), None)

    def following(self, interval: Interval) -> Interval | None:
        """The next year that has such a day."""
        year = civil(day_of(interval.start)).year + 1
        found = (self._in(candidate) for candidate in range(year, year + _LONGEST_WAIT))
        return next((day for day in found if day is not None), None)

    def _in(self, year: int) -> Interval | None:
        return _day_of_month(year * 12 + self.month - 1, self.day)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of any month: "the 3rd", "the 28th". The 31st comes in the months that have one."""

    day: int

    def __post_init__(self) -> None:
        _require(1 <= self.day <= 31, self)

    def around(self, moment: int) -> Interval | None:
        """The last such day that starts at or before *moment*."""
        months = _months(moment)
        # Of two neighbouring months at least one is long; the first of three may still lie ahead.
        found = (_day_of_month(candidate, self.day) for candidate in range(months, months - 4, -1))
        return next((day for day in found if day is not None and day.start <= moment), None)

    def following(self, interval: Interval) -> Interval | None:
        """The next month that has such a day."""
        months = _months(interval.start) + 1
        found = (_day_of_month(candidate, self.day) for candidate in range(months, months + 3))
        return next((day for day in found if day is not None), None)


@dataclass(frozen=True, slots=True)
class Each:
    """Every unit of the calendar: each week, each month. "The first month of X" is its first occurrence in X."""

    unit: Granularity

    def around(self, moment: int) -> Interval:
        """The unit that contains *moment*."""
        return Interval.of(self.unit, moment)

    def following(self, interval: Interval) -> Interval:
        """The unit after it."""
        return Interval.of(self.unit, interval.end)


@dataclass(frozen=True, slots=True)
class EveryYear:
    """
    What a tree names in each year, anchored at the year's first moment: Easter, the fourth Thursday of November.

    The tree must name a time that starts within its year. In a year for which it names none, nothing is the last one.
    """

    tree: Tree

    def around(self, moment: int) -> Interval | None:
        """The last year's occurrence that starts at or before *moment*."""
        year = civil(day_of(moment)).year
        found = self._in(year)
        return found if found is None or found.start <= moment else self._in(year - 1)

    def following(self, interval: Interval) -> Interval | None:
        """The next year's."""
        return self._in(civil(day_of(interval.start)).year + 1)

    def _in(self, year: int) -> Interval | None:
        start, end = start_of(first_of_month(year * 12)), start_of(first_of_month(year * 12 + 12))
        found = self.tree.at(start)
        return found if found is not None and start <= found.start < end else None


def quarter(number: int, year_starts: int = 1) -> Months:
    """The quarter 1 to 4 of a (fiscal) year that starts in the month *year_starts*."""
    return Months((year_starts - 1 + (number - 1) * 3) % 12 + 1, 3)


def half(number: int, year_starts: int = 1) -> Months:
    """The half 1 or 2 of a (fiscal) year that starts in the month *year_starts*."""
    return Months((year_starts - 1 + (number - 1) * 6) % 12 + 1, 6)


def _months(moment: int) -> int:
    year, month, _ = civil(day_of(moment))
    return year * 12 + month - 1


def _day_of_month(months: int, day: int) -> Interval | None:
    if day > 28 and day > days_in_month(months // 12, months % 12 + 1):
        return None
    return Interval.of(Granularity.DAY, start_of(first_of_month(months) + day - 1))


def _require(allowed: bool, pattern: Repeating) -> None:  # noqa: FBT001 - a condition, not an option
    if not allowed:
        raise ValueError(f"the calendar has no such thing as {pattern}")
