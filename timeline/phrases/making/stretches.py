"""From one time to another, and lists that share a month or a year."""

from __future__ import annotations

from timeline.chrono.calendar import civil, day_number, day_of, start_of
from timeline.chrono.expressions import Fixed, MonthDay, TimeOfDay, Within
from timeline.chrono.interval import Interval
from timeline.phrases.making.calendar import a_century, a_date, a_year
from timeline.phrases.making.clock import at_clock
from timeline.phrases.meaning import Grain, Named, Reach
from timeline.phrases.trees import Open


def days_of_one_month(
    first: Named | None = None,
    last: Named | None = None,
    day: int = 0,
    *,
    apart: bool = False,
) -> Reach | None:
    """As in "April 24 and 25", "14 to 16 February": the bare day has the other's month and year."""
    known = first or last
    if known is None:
        return None
    if isinstance(known.tree, Open) and isinstance(known.tree.pattern, MonthDay):
        other = a_date(known.tree.pattern.month, day)
    elif isinstance(known.tree, Fixed):
        year, month, _day = civil(day_of(known.tree.interval.start))
        other = a_date(month, day, year)
    else:
        return None
    if other is None:
        return None
    return Reach(known, other, apart) if first is not None else Reach(other, known, apart)


def days_of_one_year(first: Named, day: int, whole: Named, *, apart: bool = False) -> Reach | None:
    """As in "February 14-16, 2024"."""
    if (
        not isinstance(first.tree, Open)
        or not isinstance(first.tree.pattern, MonthDay)
        or not isinstance(whole.tree, Fixed)
    ):
        return None
    year, month = civil(day_of(whole.tree.interval.start)).year, first.tree.pattern.month
    start, end = a_date(month, first.tree.pattern.day, year), a_date(month, day, year)
    return None if start is None or end is None else Reach(start, end, apart)


def years_of_one_century(first: Named, short: int) -> Reach | None:
    """As in "1861-63"."""
    if not isinstance(first.tree, Fixed):
        return None
    year = civil(day_of(first.tree.interval.start)).year
    last = a_year(year - year % 100 + short)
    return Reach(first, last) if last is not None and year > 0 and short > year % 100 else None


def centuries(first: int, last: int, unit: str, era: int | None = None) -> Reach | None:
    """As in "the 19th and 20th centuries"."""
    begin, end = a_century(first, era), a_century(last, era)
    return Reach(begin, end, apart=True) if unit == "century" and begin is not None and end is not None else None


def years_apart(first: int, last: int = 0, short: int = 0) -> Reach | None:
    """As in "1209-1229", "1240-41": a life at most."""
    last = last or first - first % 100 + short
    begin, end = a_year(first), a_year(last)
    return Reach(begin, end) if begin is not None and end is not None and 0 < last - first <= 120 else None


def years_of_our_era(first: int, last: int, era: int) -> Reach | None:
    """As in "AD 193 to 195"."""
    return None if era == -1 else years_apart(first, last)


def years_of_one_era(year: int, last: Named) -> Reach | None:
    """As in "499-493 BC"."""
    if not isinstance(last.tree, Fixed):
        return None
    final = civil(day_of(last.tree.interval.start)).year
    first = a_year(year, era=-1) if final <= 0 else None
    return Reach(first, last) if first is not None and year > 1 - final else None


def reach(first: Named, last: Named) -> Reach | None:
    """From one time to another, of like grain."""
    if abs(first.grain.rank - last.grain.rank) > 3:
        return None
    return Reach(_on_day_of(_with_year_of(first, last), last), last)


def _on_day_of(first: Named, last: Named) -> Named:
    """As in "between 9 a.m. and 5 p.m. on 4 May": the first is of the last one's day."""
    clock, other = first.tree, last.tree
    if first.anchor != "expression" or not isinstance(clock, TimeOfDay) or not isinstance(other, TimeOfDay):
        return first
    day = Named(other.whole, Grain.DAY, last.anchor, face=last.face)
    return at_clock(day, clock.first // 60, clock.first % 60) or first


def sharing_year(first: Named, last: Named) -> Reach | None:
    """As in "March or April 1912": the first has the year of the last."""
    known = _with_year_of(first, last)
    return None if known is first else Reach(known, last, apart=True)


def _with_year_of(first: Named, last: Named) -> Named:
    """As in "May to August 1950": the first has the year of the last, or the one before ("October to March 1945")."""
    if not isinstance(first.tree, Open) or not isinstance(last.tree, Fixed) or last.anchor != "none":
        return first
    year = civil(day_of(last.tree.interval.start)).year
    for candidate in (year, year - 1):
        whole = Fixed(Interval(start_of(day_number(candidate)), start_of(day_number(candidate + 1))))
        found = Within(first.tree.pattern, whole).at(0)
        if found is not None and found.start <= last.tree.interval.start:
            return Named(Fixed(found), first.grain, "none", first.suffix, first.mod)
    return first
