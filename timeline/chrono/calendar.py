"""
Days and moments of the proleptic Gregorian calendar, years -9999 to 9999.

A *day* is a whole number (0001-01-01 is day 1, as ``date.toordinal`` has it; the day before is 0).
A *moment* is a whole number of minutes: ``day * 1440 + minute of the day``.
Years before 1 are astronomical: year 0 is 1 BCE, -216 is 217 BCE (ISO 8601).
The calendar repeats every 400 years, so what `datetime` cannot hold is shifted by whole cycles.

Only `day_number` knows where the calendar ends. The other functions reach any distance beyond, so that arithmetic near
the ends never fails; whoever hands a result on asks `in_calendar` first.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

MINUTES_PER_DAY = 1440
CYCLE_YEARS = 400
CYCLE_DAYS = 146_097
FIRST_YEAR, LAST_YEAR = -9999, 9999


class Civil(NamedTuple):
    """A day as people write it."""

    year: int
    month: int
    day: int


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """
    The number of the day *year*-*month*-*day*; ValueError where the calendar has no such day.

    The 1 January after the last year is allowed, as the end of a half-open interval.

    >>> day_number(1), day_number(0, 12, 31), day_number(2025, 8, 20)
    (1, 0, 739483)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR and (year, month, day) != (LAST_YEAR + 1, 1, 1):
        raise ValueError(f"year {year} lies outside {FIRST_YEAR} to {LAST_YEAR}")
    cycles, within = divmod(year - 1, CYCLE_YEARS)
    return date(within + 1, month, day).toordinal() + cycles * CYCLE_DAYS


def civil(day: int) -> Civil:
    """
    Year, month and day of a day number.

    >>> civil(739483)
    Civil(year=2025, month=8, day=20)
    """
    cycles, within = divmod(day - 1, CYCLE_DAYS)
    found = date.fromordinal(within + 1)
    return Civil(found.year + cycles * CYCLE_YEARS, found.month, found.day)


def weekday(day: int) -> int:
    """Monday is 0."""
    return (day - 1) % 7


def first_of_month(months: int) -> int:
    """
    The first day of a month, counted in months from January of year 0.

    >>> civil(first_of_month(2025 * 12 + 7))
    Civil(year=2025, month=8, day=1)
    """
    cycles, within = divmod(months - 12, CYCLE_YEARS * 12)
    return date(within // 12 + 1, within % 12 + 1, 1).toordinal() + cycles * CYCLE_DAYS


def add_months(day: int, months: int) -> int:
    """
    The same day of the month, *months* later, or the last day of a month that is too short.

    >>> civil(add_months(day_number(2025, 1, 31), 1))
    Civil(year=2025, month=2, day=28)
    """
    cycles, rest = divmod(months, CYCLE_YEARS * 12)
    home, within = divmod(day - 1, CYCLE_DAYS)
    moved = date.fromordinal(within + 1 + 2 * CYCLE_DAYS) + relativedelta(months=rest)
    return moved.toordinal() + (home + cycles - 2) * CYCLE_DAYS


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    months = year * 12 + month - 1
    return first_of_month(months + 1) - first_of_month(months)


def start_of(day: int) -> int:
    """The first moment of a day."""
    return day * MINUTES_PER_DAY


def last_of(day: int) -> int:
    """The last moment (minute) of a day."""
    return day * MINUTES_PER_DAY + MINUTES_PER_DAY - 1


def day_of(moment: int) -> int:
    """The day a moment lies in."""
    return moment // MINUTES_PER_DAY


FIRST_DAY, LAST_DAY = day_number(FIRST_YEAR), day_number(LAST_YEAR, 12, 31)
FIRST_MOMENT, LAST_MOMENT = start_of(FIRST_DAY), last_of(LAST_DAY)


def in_calendar(moment: int) -> bool:
    """The moment lies in the years -9999 to 9999."""
    return FIRST_MOMENT <= moment <= LAST_MOMENT
