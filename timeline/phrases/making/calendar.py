"""Dates on the calendar: days, months, years, seasons, quarters, decades, centuries and feasts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_number, days_in_month, start_of
from timeline.chrono.expressions import Either, EveryYear, Fixed, Month, MonthDay, Relative, Season, This, quarter
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.phrases.making.clock import at_clock
from timeline.phrases.making.directed import sided
from timeline.phrases.meaning import Grain, Named
from timeline.phrases.trees import Open

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree


def astronomical(year: int, era: int | None = None) -> int:
    """1 BC is year 0."""
    return 1 - year if era == -1 else year


def short_year(year: int) -> int:
    """Two digits: 00 to 29 are of this century, the rest of the last."""
    return year + (2000 if year < 30 else 1900)


def years(year: int, era: int | None = None, last: int | None = None) -> Fixed | None:
    """Whole years; None outside the calendar."""
    first, final = astronomical(year, era), astronomical(year if last is None else last, era)
    if not -9999 <= first <= final <= 9999:
        return None
    return Fixed(Interval(start_of(day_number(first)), start_of(day_number(final + 1))))


def a_year(year: int | None = None, short: int | None = None, era: int | None = None) -> Named | None:
    """A year by its number."""
    if year is None:
        if short is None:
            return None
        year = short_year(short)
    tree = years(year, era)
    return None if tree is None else Named(tree, Grain.YEAR)


def a_month(
    month: int,
    year: int | None = None,
    short: int | None = None,
    era: int | None = None,
    side: int | None = None,
) -> Named | None:
    """A month, with its year or without."""
    if short is not None:
        year = short_year(short)
    if year is None:
        return sided(Month(month), Grain.MONTH, Granularity.MONTH, side)
    year = astronomical(year, era)
    if not -9999 <= year <= 9999:
        return None
    start = start_of(day_number(year, month))
    return Named(Fixed(Interval.of(Granularity.MONTH, start)), Grain.MONTH)


def a_date(
    month: int,
    day: int,
    year: int | None = None,
    short: int | None = None,
    era: int | None = None,
    side: int | None = None,
    weekday: int | None = None,
) -> Named | None:
    """A day of a month, with its year or without; None for a day the calendar does not have."""
    if short is not None:
        year = short_year(short)
    if not 1 <= month <= 12 or not 1 <= day <= (
        29 if month == 2 and year is None else days_in_month(year or 2000, month)
    ):
        return None
    if year is None:
        return replace(sided(MonthDay(month, day), Grain.DAY, Granularity.DAY, side), weekday=weekday)
    year = astronomical(year, era)
    if not -9999 <= year <= 9999:
        return None
    return Named(Fixed(Interval.of(Granularity.DAY, start_of(day_number(year, month, day)))), Grain.DAY)


def numeric_date(numeric: str) -> Named | None:
    """ISO dates, and days in figures, the month first as in the United States where both are possible."""
    text, _, clock = numeric.partition("T")
    sign = next(each for each in text if not each.isdigit())
    parts = text.split(sign)
    if len(parts) == 2:
        if sign == "-" and len(parts[0]) == 4 and 1 <= int(parts[1]) <= 12:
            return a_month(int(parts[1]), int(parts[0])) if 1000 <= int(parts[0]) <= 2999 else None
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[0]) <= 2 and len(parts[2]) in (2, 4):
        month, day, year = numbers
        if sign == "." or month > 12:
            month, day = day, month
        if len(parts[2]) == 2:
            if sign == ".":
                return None
            year = short_year(year)
    else:
        return None
    found = a_date(month, day, year) if 1 <= month <= 12 and 1 <= year <= 9999 else None
    other = a_date(day, month, year) if sign in "/-" and len(parts[0]) <= 2 and day <= 12 and day != month else None
    if found is not None and other is not None:
        # 03/04/2025: the article's own usage decides; until then both are possible.
        return Named(Either(found.tree, other.tree), Grain.DAY, face=found.tree, other=other.tree)
    if found is None or not clock:
        return found
    digits = clock.replace(":", "")
    return at_clock(found, int(digits[:2]), int(digits[2:4]))


def iso_month(year: int, month: int) -> Named | None:
    """As in "2025-08"; "2007-08" is two years."""
    return None if month == year % 100 + 1 else a_month(month, year)


def a_feast(feast: Tree, year: int | None = None) -> Named:
    """A feast, with its year or without; the tree names it in the year of its anchor."""
    if year is None:
        return Named(Open(EveryYear(feast)), Grain.DAY, "publication")
    tree = years(year) or This(Granularity.YEAR)
    return Named(Relative(feast, tree), Grain.DAY)


def a_decade(decade: int, century: int | None = None, era: int | None = None) -> Named | None:
    """A decade: the 1990s, the nineties."""
    if decade % 10:
        return None
    year = decade if decade >= 100 else (century or 1900) + decade
    tree = years(year + 9, -1, year) if era == -1 else years(year, None, year + 9)
    return None if tree is None else Named(tree, Grain.DECADE)


def a_century(ordinal: int, era: int | None = None) -> Named | None:
    """A century by its number, counted as people say it: the 20th is 1900 to 1999."""
    if not 1 <= ordinal <= 99:
        return None
    first = (ordinal - 1) * 100
    tree = years(first + 99, -1, max(first, 1)) if era == -1 else years(max(first, 1), None, first + 99)
    return None if tree is None else Named(tree, Grain.CENTURY)


def a_season(
    season: int,
    year: int | None = None,
    era: int | None = None,
    side: int | None = None,
) -> Named | None:
    """A season, with its year or without; a winter is named by the year it begins in."""
    if year is None:
        return sided(Season(season), Grain.SEASON, Granularity.MONTH, side, count=3)
    year = astronomical(year, era)
    if not -9998 <= year <= 9998:
        return None
    if season == 4:
        # "The winter of 1942" is the one that began then or the one that ended then: both lie in it.
        early, late = (_season(first, 4) for first in (year - 1, year))
        return Named(Either(early, late), Grain.SEASON, face=early)
    return Named(_season(year, season), Grain.SEASON)


def a_winter(season: int, year: int, short: int) -> Named | None:
    """As in "the winter of 1812-13"."""
    return Named(_season(year, season), Grain.SEASON) if season == 4 and short == (year + 1) % 100 else None


def _season(year: int, season: int) -> Fixed:
    start = start_of(day_number(year, season * 3))
    return Fixed(Interval(start, Granularity.MONTH.shift(start, 3)))


def a_quarter(ordinal: int, year: int | None = None, short: int | None = None) -> Named | None:
    """A quarter of a year."""
    if not 1 <= ordinal <= 4:
        return None
    if short is not None:
        year = short_year(short)
    if year is None:
        return Named(Open(quarter(ordinal)), Grain.QUARTER, "publication")
    start = start_of(day_number(year, ordinal * 3 - 2))
    return Named(Fixed(Interval.of(Granularity.QUARTER, start)), Grain.QUARTER)
