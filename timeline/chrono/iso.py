"""ISO 8601 days and moments, astronomical years, in and out."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.chrono.calendar import MINUTES_PER_DAY, civil, day_number, day_of, in_calendar, last_of, start_of

_MOMENT = re.compile(r"(?!-0000)(-?[0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?\Z")


def iso_year(year: int) -> str:
    """
    Four digits, with a sign before year 0.

    >>> iso_year(-216)
    '-0216'
    """
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def iso_day(day: int) -> str:
    """
    A day as ISO 8601 writes it; ValueError outside the calendar.

    >>> iso_day(day_number(-216, 6, 22))
    '-0216-06-22'
    """
    if not in_calendar(start_of(day)):
        raise ValueError(f"day {day} lies outside the calendar")
    year, month, number = civil(day)
    return f"{iso_year(year)}-{month:02d}-{number:02d}"


def iso_moment(moment: int) -> str:
    """A moment to the minute: ``2025-08-19T14:30``."""
    hour, minute = divmod(moment % MINUTES_PER_DAY, 60)
    return f"{iso_day(day_of(moment))}T{hour:02d}:{minute:02d}"


@lru_cache(maxsize=10_000)
def iso_earliest(moment: int) -> str:
    """An inclusive lower bound: the day alone where it is the first moment of its day."""
    day = day_of(moment)
    return iso_day(day) if moment == start_of(day) else iso_moment(moment)


@lru_cache(maxsize=10_000)
def iso_latest(moment: int) -> str:
    """An inclusive upper bound: the day alone where it is the last moment of its day."""
    day = day_of(moment)
    return iso_day(day) if moment == last_of(day) else iso_moment(moment)


def parse_earliest(text: str) -> int:
    """The inverse of `iso_earliest`; ValueError where the text names no moment."""
    return _parse(text, last=False)


def parse_latest(text: str) -> int:
    """The inverse of `iso_latest`; ValueError where the text names no moment."""
    return _parse(text, last=True)


def parse_day(text: str) -> int:
    """The number of the day ``YYYY-MM-DD``; ValueError where the text names no day."""
    found = _MOMENT.match(text)
    if not found or found[4]:
        raise ValueError(f"{text!r} is not a day such as 2025-08-20")
    return day_of(_parse(text, last=False))


@lru_cache(maxsize=10_000)  # many events lie on few days
def _parse(text: str, *, last: bool) -> int:
    found = _MOMENT.match(text)
    if not found:
        raise ValueError(f"{text!r} is neither a day such as 2025-08-20 nor a moment such as 2025-08-20T14:30")
    try:
        day = day_number(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as fault:
        raise ValueError(f"{text!r} is no day of the calendar: {fault}") from fault
    if found[4] is None:
        return last_of(day) if last else start_of(day)
    hour, minute = int(found[4]), int(found[5])
    if hour > 23 or minute > 59:
        raise ValueError(f"{text!r} names no time of day")
    return start_of(day) + hour * 60 + minute
