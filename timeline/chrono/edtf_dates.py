"""One date of EDTF (no set, no interval) as the range of moments it allows."""

from __future__ import annotations

import re
from itertools import product

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import (
    FIRST_MOMENT,
    FIRST_YEAR,
    LAST_MOMENT,
    LAST_YEAR,
    day_number,
    days_in_month,
    first_of_month,
    start_of,
)
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.vague import widened

_MARK = "[?~%]?"
_DATE = re.compile(
    rf"({_MARK})(-?[0-9X]{{4}})({_MARK})(?:-({_MARK})([0-9X]{{2}})({_MARK})(?:-({_MARK})([0-9X]{{2}})({_MARK}))?)?\Z"
)
_CLOCK = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?\Z"
)
_YEAR = re.compile(rf"(Y?)(-?[0-9]{{1,12}})(?:E([0-9]{{1,2}}))?(?:S([0-9]{{1,2}}))?({_MARK})\Z")

# First month, counted from January of the year, and number of months of the sub-year groupings 21 to 41.
_NORTH = {0: (2, 3), 1: (5, 3), 2: (8, 3)}
_SOUTH = {0: (8, 3), 2: (2, 3), 3: (5, 3)}
# The northern winter, the southern summer: it may be the one that ends in the year or the one that starts in it.
_TURN_OF_YEAR = (-1, 15)
GROUPINGS: dict[int, tuple[int, int]] = {
    **{first + index: months for first in (21, 25) for index, months in _NORTH.items()},
    **{29 + index: months for index, months in _SOUTH.items()},
    **dict.fromkeys((24, 28, 30), _TURN_OF_YEAR),
    **{33 + index: (index * 3, 3) for index in range(4)},
    **{37 + index: (index * 4, 4) for index in range(3)},
    **{40 + index: (index * 6, 6) for index in range(2)},
}


def read_date(text: str) -> Range:
    """
    The moments a date allows; open where its year is wholly unspecified.

    Raises:
        ValueError: it is no date, or none of the years -9999 to 9999; the message says why.
    """
    if found := _CLOCK.match(text):
        return _clock(found)
    if found := _DATE.match(text):
        return _calendar(found)
    if (found := _YEAR.match(text)) and (found[1] or found[4]):
        return _far_year(found)
    raise ValueError(f"{text[:40]!r} is no date")


def _clock(found: re.Match[str]) -> Range:
    hour, minute, second = int(found[4]), int(found[5] or 0), int(found[6] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"{found[0]!r} names no time of day")
    start = start_of(_day(found[1], int(found[2]), int(found[3]))) + hour * 60 + minute
    return Range(start, start if found[5] else start + 59)


def _calendar(found: re.Match[str]) -> Range:
    year, month, day = found[2], found[5], found[8]
    if year == "-0000":
        raise ValueError("the year -0000 is written 0000")
    if "XXXX" in year:
        return Range()
    if month is not None and day is None and month.isdigit() and int(month) in GROUPINGS:
        first, count = GROUPINGS[int(month)]
        low, high = _years(year)[0], _years(year)[-1]
        interval = _months(low * 12 + first, high * 12 + first + count)
        return _range(interval, Granularity.QUARTER if "~" in found[0] or "%" in found[0] else None)
    interval = Interval.days(_outermost(year, month, day, 1), _outermost(year, month, day, -1))
    return _range(interval, _approximate(found))


def _far_year(found: re.Match[str]) -> Range:
    digits, exponent, significant = found[2], int(found[3] or 0), found[4]
    year = int(digits) * 10**exponent
    spread = 1
    if significant is not None:
        if int(significant) == 0:
            raise ValueError("a year has at least one significant digit")
        spread = 10 ** max(0, len(str(abs(year))) - int(significant))
    nearest = abs(year) // spread * spread
    low, high = (nearest, nearest + spread - 1) if year >= 0 else (-nearest - spread + 1, -nearest)
    for end in (low, high):
        if not FIRST_YEAR <= end <= LAST_YEAR:
            raise ValueError(f"the year {end} lies outside {FIRST_YEAR} to {LAST_YEAR}")
    return _range(_months(low * 12, high * 12 + 12), Granularity.YEAR if found[5] in ("~", "%") else None)


def _range(interval: Interval, approximate: Granularity | None) -> Range:
    """The interval as a range, widened where it is approximate; what leaves the calendar is open."""
    found = interval if approximate is None else widened(interval, approximate)
    return Range(
        found.start if found.start >= FIRST_MOMENT else None,
        found.end - 1 if found.end - 1 <= LAST_MOMENT else None,
    )


def _months(first: int, after: int) -> Interval:
    return Interval(start_of(first_of_month(first)), start_of(first_of_month(after)))


def _approximate(found: re.Match[str]) -> Granularity | None:
    """The largest unit that ``~`` or ``%`` stands at, on either side; at the end of the date, it is the date's own."""
    units = ((Granularity.YEAR, 1, 3), (Granularity.MONTH, 4, 6), (Granularity.DAY, 7, 9))
    return next((unit for unit, before, after in units if {found[before], found[after]} & {"~", "%"}), None)


def _years(mask: str) -> list[int]:
    """The years a mask allows, in order."""
    sign = -1 if mask.startswith("-") else 1
    digits = mask.lstrip("-")
    return sorted({sign * year for year in _allowed(digits, 0, 9999)})


def _allowed(mask: str, least: int, most: int) -> list[int]:
    """The numbers from *least* to *most* that fit a mask of digits and X."""
    numbers = (int("".join(digits)) for digits in product(*("0123456789" if sign == "X" else sign for sign in mask)))
    return [number for number in numbers if least <= number <= most]


def _outermost(year: str, month: str | None, day: str | None, order: int) -> int:
    """The first (*order* 1) or last (-1) day of the calendar that fits the masks."""
    months, days = _allowed(month or "XX", 1, 12), _allowed(day or "XX", 1, 31)
    for one_year in _years(year)[::order]:
        for one_month in months[::order]:
            for one_day in days[::order]:
                if one_day <= days_in_month(one_year, one_month):
                    return day_number(one_year, one_month, one_day)
    raise ValueError("-".join(part for part in (year, month, day) if part) + " is no day of the calendar")


def _day(year: str, month: int, day: int) -> int:
    if year == "-0000":
        raise ValueError("the year -0000 is written 0000")
    try:
        return day_number(int(year), month, day)
    except ValueError as fault:
        raise ValueError(f"{year}-{month:02d}-{day:02d} is no day of the calendar") from fault
