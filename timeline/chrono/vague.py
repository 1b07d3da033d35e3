"""
Trees that widen: the calendar counts to the day, the text does not.

"three weeks ago" does not name a day, nor a week from Monday to Sunday; "early May" has no last day. Each tree here
holds all the readings a careful writer may have had. How wide each is, is a choice, and stands in a table or a
docstring below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import civil, day_of, start_of
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.trees import Fixed, Shift, inside

if TYPE_CHECKING:
    from timeline.chrono.patterns import Tree

_DAY, _WEEK, _MONTH, _YEAR = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR

# How far an approximate time reaches beyond the time named, on either side: about the unit it is told in. A day is told
# about to within half a week, a year to within two (or more: `_years_about`); a minute, as clock times are rounded, to
# a quarter of an hour.
SLACK: dict[Granularity, tuple[Granularity, int]] = {
    Granularity.MINUTE: (Granularity.MINUTE, 15),
    Granularity.HOUR: (Granularity.HOUR, 1),
    _DAY: (_DAY, 3),
    _WEEK: (_WEEK, 1),
    _MONTH: (_MONTH, 1),
    Granularity.QUARTER: (_MONTH, 3),
    Granularity.HALF: (_MONTH, 6),
    _YEAR: (_YEAR, 2),
    Granularity.DECADE: (_YEAR, 10),
    Granularity.CENTURY: (_YEAR, 100),
}

# What a part is of its whole, in thousandths: neighbours overlap, since nobody draws the line on a day. A little less
# than a half or a quarter, so that what is rounded outwards is the half or the quarter of any year or century.
PARTS: dict[str, tuple[int, int]] = {
    "start": (0, 240),
    "early": (0, 380),
    "mid": (320, 680),
    "late": (620, 1000),
    "end": (760, 1000),
    "first half": (0, 495),
    "second half": (505, 1000),
}
# A week starts until Wednesday and ends from Thursday on.
_WEEK_PARTS = {"start": (0, 380), "end": (560, 1000)}

# The smaller unit in which a part of a larger one is told: parts are rounded outwards to it.
GRAIN: dict[Granularity, Granularity] = {
    Granularity.HOUR: Granularity.MINUTE,
    _DAY: Granularity.HOUR,
    _WEEK: _DAY,
    _MONTH: _DAY,
    Granularity.QUARTER: _MONTH,
    Granularity.HALF: _MONTH,
    _YEAR: _MONTH,
    Granularity.DECADE: _YEAR,
    Granularity.CENTURY: _YEAR,
}


@dataclass(frozen=True, slots=True)
class Ago:
    """
    So many units before the anchor, as precise as the unit: "three weeks ago", "a year earlier".

    One unit long, with its middle at the anchor moved back: three weeks before a Wednesday is from the Sunday to the
    Saturday around that Wednesday. Days are exact. For months and longer, the calendar unit that many back belongs to
    it too, since people also count that way ("two years ago" of 2023, all through 2025).
    """

    count: int
    unit: Granularity

    def at(self, anchor: int) -> Interval | None:
        """One unit around the moved anchor."""
        return _about(anchor, -self.count, self.unit)


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many units after the anchor, as precise as the unit: "in three weeks", "a year later" (see `Ago`)."""

    count: int
    unit: Granularity

    def at(self, anchor: int) -> Interval | None:
        """One unit around the moved anchor."""
        return _about(anchor, self.count, self.unit)


@dataclass(frozen=True, slots=True)
class Around:
    """
    About the time another tree names, told in *unit*: "about 15 August", "around 1850" (see `SLACK`).

    *side* is "both", "earlier" ("over a year ago" of something further back) or "later" ("nearly a year ago").
    """

    whole: Tree
    unit: Granularity
    side: str = "both"

    def __post_init__(self) -> None:
        if self.side not in ("both", "earlier", "later"):
            raise ValueError(f"{self.side!r} is none of both, earlier, later")

    def at(self, anchor: int) -> Interval | None:
        """The interval with its slack."""
        found = self.whole.at(anchor)
        return found and inside(widened(found, self.unit, self.side, named=isinstance(self.whole, Fixed)))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the unit another tree names: "early May", "the end of 2024", "mid-1990s" (see `PARTS`)."""

    whole: Tree
    part: str
    unit: Granularity

    def __post_init__(self) -> None:
        if self.part not in PARTS:
            raise ValueError(f"{self.part!r} is none of {', '.join(PARTS)}")
        if self.unit not in GRAIN:
            raise ValueError(f"a {self.unit.value} has no parts")

    def at(self, anchor: int) -> Interval | None:
        """The part, rounded outwards to the next smaller unit, and never beyond the whole."""
        outer = self.whole.at(anchor)
        if outer is None:
            return None
        low, high = fractions(self.part, self.unit)
        length, grain = outer.end - outer.start, GRAIN[self.unit]
        start = grain.floor(outer.start + length * low // 1000)
        end = grain.ceil(outer.start - (-length * high // 1000))
        return Interval(max(start, outer.start), min(end, outer.end))


@dataclass(frozen=True, slots=True)
class WeekOf:
    """
    The *number*-th week of what another tree names: "the first week of May", however the writer counts weeks.

    Seven days at a time from the first day, or calendar weeks from the one that holds the first day, or from the first
    whole one: all three are in it. From the end where negative: "the last week of May".
    """

    number: int
    whole: Tree

    def at(self, anchor: int) -> Interval | None:
        """All three readings together, as far as they lie in the whole."""
        outer = self.whole.at(anchor)
        if outer is None or self.number == 0:
            return None
        week = _WEEK.minutes
        if self.number > 0:
            start = _WEEK.floor(outer.start) + (self.number - 1) * week
            return Interval(start, _WEEK.ceil(outer.start) + self.number * week) & outer
        end = _WEEK.ceil(outer.end) + (self.number + 1) * week
        return Interval(_WEEK.floor(outer.end) + self.number * week, end) & outer


@dataclass(frozen=True, slots=True)
class Either:
    """One of two readings, and nobody can say which: 03/04/2025. Both lie in it."""

    one: Tree
    other: Tree

    def at(self, anchor: int) -> Interval | None:
        """From the earlier start to the later end; None unless both name a time."""
        one, other = self.one.at(anchor), self.other.at(anchor)
        return None if one is None or other is None else one.hull(other)


def fractions(part: str, unit: Granularity) -> tuple[int, int]:
    """Where a part of a unit begins and ends, in thousandths of it."""
    return _WEEK_PARTS.get(part, PARTS[part]) if unit is _WEEK else PARTS[part]


def widened(interval: Interval, unit: Granularity, side: str = "both", *, named: bool = True) -> Interval:
    """
    The interval with the slack of *unit* on one or both sides; it may leave the calendar.

    *named*: it was named itself, and not counted from another time; so a round year is about a longer time.
    """
    step, count = SLACK[unit]
    if unit is _YEAR and named:
        count = _years_about(interval)
    start, end = interval.start, interval.end
    if step.months:
        # To whole days: a month on, 30 and 31 January both are 28 February, and the hours would change their order.
        start, end = _DAY.floor(start), _DAY.ceil(end)
    return Interval(
        interval.start if side == "later" else step.shift(start, -count),
        interval.end if side == "earlier" else step.shift(end, count),
    )


_ROUND = (1000, 100, 50, 10)
_RECENT = 2000
"""The year from which round years are counted as long ago; not the year it is, so that dates do not move."""


def _years_about(interval: Interval) -> int:
    """
    How far about a year reaches: half of what it is rounded to, as "about 3100 BCE" is, but no more than a twentieth of
    how long ago that was, as people round the more the further they look back: 5 in 1900, 50 in 3100 BCE, at least 2.
    """
    year, least = civil(day_of(interval.start)).year, SLACK[_YEAR][1]
    if interval != Interval(_YEAR.floor(interval.start), _YEAR.ceil(interval.start + 1)):
        return least
    named = year if year > 0 else year - 1  # as it is said: the year 0 is 1 BCE
    unit = next((unit for unit in _ROUND if named % unit == 0), 0)
    return max(least, min(unit // 2, abs(_RECENT - year) // 20))


def _about(anchor: int, count: int, unit: Granularity) -> Interval | None:
    middle = unit.shift(anchor, count)
    day = day_of(middle)
    if unit < _DAY:
        return inside(Interval(middle - unit.minutes // 2, middle + unit.minutes // 2 + 1))
    if unit is _DAY:
        return inside(Interval.days(day, day))
    if unit is _WEEK:
        return inside(Interval.days(day - 3, day + 3))
    counted = Shift(unit, count).at(anchor)
    if unit is _MONTH:
        around = Interval.days(day - 15, day + 15)
    else:
        half = (unit.months or 0) // 2 + (unit.months or 0) % 2
        around = Interval(_MONTH.shift(start_of(day), -half), _MONTH.shift(start_of(day), half))
    return counted and inside(counted.hull(around))
