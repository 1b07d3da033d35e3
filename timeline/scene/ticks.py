"""
The ticks of a time axis: those a person would choose, from minutes to millennia, years before 1 as BCE.

`assets/ticks.js` does the same in the page. Which step is taken depends on the zoom and on how many figures the years
have, on nothing else: so the ticks stay while one pans.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MINUTES_PER_DAY,
    civil,
    day_number,
    first_of_month,
    weekday,
)
from timeline.scene.names import ENGLISH, Names
from timeline.scene.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 14.0
"""Free pixels between two tick texts, at least."""
_CLOSEST = {"day": 40.0}
_CLOSE = 62.0
"""Ticks never stand closer than this, however short their texts are; those of days, which are short, than 40 px."""
_FIRST, _LAST = float(day_number(FIRST_YEAR)), float(day_number(LAST_YEAR + 1))
_LENGTHS = {"minute": 1 / MINUTES_PER_DAY, "day": 1.0, "week": 7.0, "half": 15.22, "month": 30.44, "year": 365.25}


class Mark(NamedTuple):
    """A tick before it has a place: its day, its text, and the larger unit it lies in."""

    day: float
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Step:
    """A distance between ticks: so many minutes, days, half months, months or years."""

    unit: str
    count: int

    @property
    def days(self) -> float:
        """Its length in days, the mean one for months and years."""
        return self.count * _LENGTHS[self.unit]


STEPS = (
    *(Step("minute", count) for count in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)),
    *(Step("day", count) for count in (1, 2)),
    Step("week", 1),
    Step("half", 1),
    *(Step("month", count) for count in (1, 2, 3, 6)),
    *(Step("year", count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


def choose(first: float, last: float, room: float, size: float, names: Names = ENGLISH) -> Step:
    """The smallest step whose texts do not touch when the days *first* to *last* take *room* pixels."""
    per_day = room / (last - first)
    for step in STEPS:
        apart = step.days * per_day
        if apart >= _CLOSEST.get(step.unit, _CLOSE) and apart >= _widest(step, first, last, size, names) + GAP:
            return step
    return STEPS[-1]


def finer(step: Step) -> tuple[Step, ...]:
    """The step itself and those below it, from the longest to the shortest."""
    return STEPS[STEPS.index(step) :: -1]


def marks(first: float, last: float, step: Step, names: Names = ENGLISH) -> list[Mark]:
    """The ticks of one step from the day *first* to the day *last*."""
    first, last = max(first, _FIRST), min(last, _LAST)
    if not first <= last:
        return []
    by_unit = {"minute": _minutes, "day": _days, "week": _weeks, "half": _halves, "month": _months, "year": _years}
    return [mark for mark in by_unit[step.unit](first, last, step.count, names) if first <= mark.day <= last]


def floor(day: float, step: Step) -> float:
    """The last tick at or before a day."""
    found = [mark.day for mark in marks(day - 2.2 * step.days, day, step)]
    return found[-1] if found else day


def _widest(step: Step, first: float, last: float, size: float, names: Names) -> float:
    """The width of the widest text of a step, whether or not it is in sight; of years, at the two ends."""
    if step.unit == "minute":
        return width("00:00", size)
    if step.unit == "day":
        return width("30", size)
    if step.unit == "month":
        return max(width(name, size) for name in names.short)
    if step.unit in {"week", "half"}:
        return max(width(names.day_of_month(month, 30), size) for month in range(1, 13))
    one, other = _year_at(first), _year_at(last)
    era = one < 1 <= other
    return max(width(names.year(one, era=era), size), width(names.year(other, era=era), size))


def _year_at(day: float) -> int:
    return civil(math.floor(min(max(day, _FIRST), _LAST - 1))).year


def _minutes(first: float, last: float, count: int, names: Names) -> Iterator[Mark]:
    number = math.floor(first * MINUTES_PER_DAY / count) * count
    while number <= last * MINUTES_PER_DAY + 1:
        day, minute = divmod(number, MINUTES_PER_DAY)
        text = f"{minute // 60:02d}:{minute % 60:02d}"
        yield Mark(number / MINUTES_PER_DAY, text, names.whole_day(*civil(day)))
        number += count


def _days(first: float, last: float, count: int, names: Names) -> Iterator[Mark]:
    for day in range(math.floor(first), math.floor(last) + 1):
        year, month, number = civil(day)
        # with a step of two, odd days, and none where the next month's first would stand beside it
        if count == 1 or (number % 2 == 1 and number < (29 if month == 2 else 31)):
            yield Mark(float(day), str(number), names.month_of_year(year, month))


def _weeks(first: float, last: float, _: int, names: Names) -> Iterator[Mark]:
    """Mondays."""
    for day in range(math.floor(first), math.floor(last) + 1):
        if weekday(day) == 0:
            yield of_year(day, names)


def _halves(first: float, last: float, _: int, names: Names) -> Iterator[Mark]:
    """The 1st and the 15th of every month."""
    for day in range(math.floor(first), math.floor(last) + 1):
        if civil(day).day in {1, 15}:
            yield of_year(day, names)


def of_year(day: int, names: Names = ENGLISH) -> Mark:
    """The tick of a day that is told with its month, within its year."""
    year, month, number = civil(day)
    return Mark(float(day), names.day_of_month(month, number), names.year(year))


def _months(first: float, last: float, count: int, names: Names) -> Iterator[Mark]:
    year, month, _ = civil(math.floor(first))
    months = (year * 12 + month - 1) // count * count
    while (day := first_of_month(months)) <= last:
        yield Mark(float(day), names.short[months % 12], names.year(months // 12))
        months += count


def _years(first: float, last: float, count: int, names: Names) -> Iterator[Mark]:
    """Round years as people count them: 500 BCE, 400 BCE, … 100 BCE, 1, 100, 200."""
    one, other = _year_at(first), _year_at(last)
    era = one < 1 <= other
    for human in range(_human(one) // count * count, _human(other) + count + 1, count):
        year = 1 if human == 0 else human if human > 0 else human + 1
        # the year 1 stands for a year 0 only where the next tick is not its own
        if FIRST_YEAR <= year <= LAST_YEAR and (human != 0 or count > 2):
            yield Mark(float(day_number(year)), names.year(year, era=era), "")


def _human(year: int) -> int:
    """-1 for 1 BCE: the count that has no year 0."""
    return year if year > 0 else year - 1


# --- days from publication ------------------------------------------------------------------------

_DAYS_A_YEAR = 365.25
_OFFSETS = (
    *(float(days) for days in (1, 2, 5, 10, 20, 50, 100)),
    *(years * _DAYS_A_YEAR for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


def choose_offset(first: float, last: float, room: float) -> float:
    """The days between two ticks of an axis that counts from publication; whole years from one year on."""
    per_day = room / (last - first)
    return next((step for step in _OFFSETS if step * per_day >= _CLOSE), _OFFSETS[-1])


def offset_marks(first: float, last: float, step: float) -> list[Mark]:
    """Ticks that count days from publication, or years."""
    found = []
    for count in range(math.ceil((first - 0.5) / step), math.floor((last - 0.5) / step) + 1):
        amount = round(count * step / (_DAYS_A_YEAR if step >= _DAYS_A_YEAR else 1))
        sign = "\u2013" if amount < 0 else "+" if amount > 0 else ""
        # the day itself is drawn from 0 to 1: its number stands in its middle
        found.append(Mark(count * step + 0.5, f"{sign}{abs(amount):,}", ""))
    return found


def offset_title(step: float) -> str:
    """What such an axis is called."""
    return f"{'years' if step >= _DAYS_A_YEAR else 'days'} from publication"
