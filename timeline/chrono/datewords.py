"""Days and ranges of days in English: the parts that `timeline.chrono.words` puts together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY, civil, day_of, days_in_month, last_of, start_of
from timeline.chrono.names import MONTHS, clock_words, year_words

if TYPE_CHECKING:
    from timeline.chrono.bounds import Range

UNKNOWN = "date unknown"


def day_words(day: int, *, short: bool = False, year: bool = True) -> str:
    """
    A day as English writes it.

    >>> day_words(739482), day_words(739482, short=True, year=False)
    ('19 August 2025', '19 Aug')
    """
    found = civil(day)
    return " ".join([str(found.day), _month(found.month, short=short), *([year_words(found.year)] if year else [])])


def range_words(window: Range) -> str:
    """
    A range of moments in which one thing lies, both ends included.

    >>> from timeline.chrono.edtf import read
    >>> range_words(read("[2025-08-15..2025-08-19]")[0].window)
    'between 15 and 19 August 2025'
    """
    if window.earliest is None:
        return UNKNOWN if window.latest is None else f"by {day_words(day_of(window.latest))}"
    if window.latest is None:
        return f"from {day_words(day_of(window.earliest))} on"
    first, last = day_of(window.earliest), day_of(window.latest)
    if first == last:
        return day_words(first) + _time_of_day(window.earliest, window.latest)
    unit = unit_words(first, last)
    if unit is not None:
        return unit
    if last == first + 1:
        return pair_words(first, last, " or ")
    return f"between {pair_words(first, last, ' and ')}"


def unit_words(first: int, last: int, *, short: bool = False) -> str | None:
    """
    The day, month, year or decade that is exactly these days; None where they are none.

    The first decade of a century has no name that is not the century's, and those before year 1 have none at all.
    """
    start, end = civil(first), civil(last)
    if first == last:
        return day_words(first, short=short)
    if start[1:] == (1, 1) and end[1:] == (12, 31):
        if start.year == end.year:
            return year_words(start.year)
        if end.year == start.year + 9 and start.year >= 100 and start.year % 10 == 0 and start.year % 100:
            return f"{'' if short else 'the '}{start.year}s"
    if start[:2] == end[:2] and start.day == 1 and end.day == days_in_month(end.year, end.month):
        return f"{_month(start.month, short=short)} {year_words(start.year)}"
    return None


def pair_words(first: int, last: int, join: str, *, short: bool = False, year: bool = True) -> str:
    """
    Two days, or the months or years that they begin and end, with what they share said once.

    >>> from timeline.chrono.calendar import day_number
    >>> pair_words(day_number(2025, 3, 1), day_number(2025, 6, 30), " to ")
    'March to June 2025'
    """
    start, end = civil(first), civil(last)
    one_year = start.year == end.year
    # Where a stretch crosses into year 1, both sides name their era.
    first_year, last_year = (year_words(found.year, era=start.year < 1) for found in (start, end))
    if whole_years(first, last):
        both_before = end.year < 1
        return f"{first_year.removesuffix(' BCE') if both_before else first_year}{join}{last_year}"
    head, tail = [_month(start.month, short=short)], [_month(end.month, short=short)]
    if start.day != 1 or end.day != days_in_month(end.year, end.month):
        head = [str(start.day), *head] if not one_year or start.month != end.month else [str(start.day)]
        tail = [str(end.day), *tail]
    if not one_year:
        head.append(first_year)
    if year or not one_year:
        tail.append(last_year)
    return f"{' '.join(head)}{join}{' '.join(tail)}"


def whole_years(first: int, last: int) -> bool:
    """The days run from a 1 January to a 31 December."""
    return civil(first)[1:] == (1, 1) and civil(last)[1:] == (12, 31)


def _time_of_day(earliest: int, latest: int) -> str:
    """The part of a day, after a comma; nothing for a whole day."""
    day = day_of(earliest)
    first, last = earliest % MINUTES_PER_DAY, latest % MINUTES_PER_DAY
    if earliest == latest:
        return f", {clock_words(first)}"
    # "between two and six" ends with the minute before six.
    last += (last + 1) % 5 == 0
    if (earliest, latest) == (start_of(day), last_of(day)):
        return ""
    if earliest == start_of(day):
        return f", by {clock_words(last)}"
    if latest == last_of(day):
        return f", from {clock_words(first)} on"
    return f", between {clock_words(first)} and {clock_words(last)}"


def _month(number: int, *, short: bool) -> str:
    return MONTHS[number - 1][:3] if short else MONTHS[number - 1]
