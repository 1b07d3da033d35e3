"""The ticks of a time axis: those a person would choose, from minutes to millennia, years before 1 as BCE."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MINUTES_PER_DAY,
    add_months,
    civil,
    day_number,
    weekday,
)
from timeline.scene.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_NAMES.split())
GAP = 14.0
"""Free pixels between two tick texts, at least."""
_CLOSEST = 62.0
"""Ticks never stand closer than this, however short their texts are."""
_FIRST, _LAST = float(day_number(FIRST_YEAR)), float(day_number(LAST_YEAR + 1))


class Mark(NamedTuple):
    """A tick before it has a place: its day, its text, and the larger unit it lies in."""

    day: float
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Step:
    """A distance between ticks: so many minutes, days, months or years; `days` is its length, roughly."""

    unit: str
    count: int

    @property
    def days(self) -> float:
        """Its length in days, the mean one for months and years."""
        return (
            self.count
            * {"minute": 1 / MINUTES_PER_DAY, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[self.unit]
        )


STEPS = (
    *(Step("minute", count) for count in (1, 5, 10, 15, 30, 60, 120, 180, 360, 720)),
    *(Step("day", count) for count in (1, 2)),
    *(Step("week", count) for count in (1, 2)),
    *(Step("month", count) for count in (1, 2, 3, 6)),
    *(Step("year", count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


def choose(first: float, last: float, room: float, size: float) -> Step:
    """The smallest step whose texts do not touch when the days *first* to *last* take *room* pixels."""
    per_day = room / (last - first)
    for step in STEPS:
        if step.days * per_day < _CLOSEST:
            continue
        texts = [mark.text for mark in marks(first, last, step)]
        widest = max((width(text, size) for text in texts), default=0.0)
        if step.days * per_day >= widest + GAP:
            return step
    return STEPS[-1]


def marks(first: float, last: float, step: Step) -> list[Mark]:
    """The ticks of one step from the day *first* to the day *last*."""
    first, last = max(first, _FIRST), min(last, _LAST)
    if not first <= last:
        return []
    by_unit = {"minute": _minutes, "day": _days, "week": _weeks, "month": _months, "year": _years}
    return [mark for mark in by_unit[step.unit](first, last, step.count) if first <= mark.day <= last]


def floor(day: float, step: Step) -> float:
    """The last tick at or before a day."""
    found = [mark.day for mark in marks(day - 2.2 * step.days, day, step)]
    return found[-1] if found else day


def year_text(year: int, *, era: bool = False) -> str:
    """
    A year as people write it: 217 BCE for -216. With *era*, CE is added to the others.

    >>> year_text(-216), year_text(2025)
    ('217 BCE', '2025')
    """
    if year < 1:
        return f"{1 - year} BCE"
    return f"{year} CE" if era else str(year)


def _minutes(first: float, last: float, count: int) -> Iterator[Mark]:
    number = int(first * MINUTES_PER_DAY // count) * count
    while number <= last * MINUTES_PER_DAY + 1:
        day, minute = divmod(number, MINUTES_PER_DAY)
        yield Mark(number / MINUTES_PER_DAY, f"{minute // 60:02d}:{minute % 60:02d}", _full(day))
        number += count


def _days(first: float, last: float, count: int) -> Iterator[Mark]:
    day = int(first // 1)
    while day <= last:
        year, month, number = civil(day)
        # with a step of two, odd days, and none where the next month's first would stand beside it
        if count == 1 or (number % 2 == 1 and number < 31):
            yield Mark(float(day), str(number), f"{MONTHS[month - 1]} {year_text(year)}")
        day += 1


def _weeks(first: float, last: float, count: int) -> Iterator[Mark]:
    day = int(first // 1)
    day -= weekday(day)
    day -= (day - 1) // 7 % count * 7
    while day <= last:
        if day >= _FIRST:
            year, month, number = civil(day)
            yield Mark(float(day), f"{number} {MONTHS[month - 1][:3]}", year_text(year))
        day += 7 * count


def _months(first: float, last: float, count: int) -> Iterator[Mark]:
    year, month, _ = civil(int(first // 1))
    months = (year * 12 + month - 1) // count * count
    while (day := add_months(day_number(1), months - 12)) <= last:
        year, month = divmod(months, 12)
        if year > LAST_YEAR:
            return
        yield Mark(float(day), MONTHS[month][:3], year_text(year))
        months += count


def _years(first: float, last: float, count: int) -> Iterator[Mark]:
    """Round years as people count them: 500 BCE, 400 BCE, … 100 BCE, 1, 100, 200."""
    era = civil(int(first // 1)).year < 1 <= civil(int(last // 1)).year
    human = _human(civil(int(first // 1)).year) // count * count
    while True:
        year = 1 if human == 0 else human if human > 0 else human + 1
        if year > LAST_YEAR or (year >= FIRST_YEAR and day_number(year) > last):
            return
        # with a step of one, the year 1 is its own multiple and not the stand-in for a year 0
        if year >= FIRST_YEAR and not (human == 0 and count == 1):
            yield Mark(float(day_number(year)), year_text(year, era=era), "")
        human += count


def _human(year: int) -> int:
    """-1 for 1 BCE: the count that has no year 0."""
    return year if year > 0 else year - 1


def _full(day: int) -> str:
    year, month, number = civil(day)
    return f"{number} {MONTHS[month - 1]} {year_text(year)}"


# --- days from publication ------------------------------------------------------------------------

_DAYS_A_YEAR = 365.25
_OFFSETS = (
    *(float(days) for days in (1, 2, 5, 10, 20, 50, 100)),
    *(years * _DAYS_A_YEAR for years in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)


def offset_marks(first: float, last: float, room: float) -> tuple[list[Mark], str]:
    """Ticks on an axis that counts days from publication, and what the axis is called."""
    per_day = room / (last - first)
    step = next((step for step in _OFFSETS if step * per_day >= _CLOSEST), _OFFSETS[-1])
    in_years = step >= _DAYS_A_YEAR
    found = []
    for count in range(math.ceil(first / step), math.floor(last / step) + 1):
        amount = round(count * step / (_DAYS_A_YEAR if in_years else 1))
        sign = "\u2013" if amount < 0 else "+" if amount > 0 else ""
        # the day itself is drawn from 0 to 1: its number stands in its middle
        found.append(Mark(count * step + 0.5, f"{sign}{abs(amount)}", ""))
    return [mark for mark in found if first <= mark.day <= last], f"{'years' if in_years else 'days'} from publication"
