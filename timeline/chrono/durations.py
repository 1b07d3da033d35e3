"""TIMEX3 durations as lengths in days, no more precise than the words."""

from __future__ import annotations

import re

_DURATION = re.compile(r"P(?:(\d+)(?:\.\d+)?([DWMY])|(\d+)(DE|CE))\Z")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25, "DE": 3652.5, "CE": 36525.0}


def count_of(value: str) -> tuple[int, str] | None:
    """
    Number and unit of a whole duration, the unit as `Granularity` has it; None where the value names none.

    >>> count_of("P3D"), count_of("P2W"), count_of("PXM")
    ((3, 'day'), (2, 'week'), None)
    """
    found = _DURATION.match(value)
    if not found:
        return None
    count, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
    return int(count), _UNITS[unit]


def days_long(value: str) -> tuple[int, int] | None:
    """
    Least and most days from begin to end, half a unit either way; None where the value names no whole number of days.

    >>> days_long("P2W"), days_long("P3D"), days_long("PXY")
    ((10, 18), (2, 3), None)
    """
    found = _DURATION.match(value)
    if not found:
        return None
    count, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
    number, days = int(count), _DAYS[unit]
    if unit == "D":
        return max(number - 1, 0), number  # three days are from the first to the third, or three nights
    return int((number - 0.5) * days), round((number + 0.5) * days)
