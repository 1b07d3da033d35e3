"""TIMEX3 values, as TimeML's annotation guidelines 1.2.1 write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from timeline.chrono.calendar import CYCLE_DAYS, MINUTES_PER_DAY, civil, day_of
from timeline.chrono.expressions import Month, MonthDay, Months, Season, Weekday
from timeline.phrases.meaning import Amount, Grain, Named
from timeline.phrases.trees import pattern_in

if TYPE_CHECKING:
    from timeline.chrono.interval import Interval

SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
UNIT_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D",
    "night": "TNI", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV",
}  # fmt: skip


def amount_value(amount: Amount) -> str:
    """
    A duration.

    >>> amount_value(Amount(3, "week")), amount_value(Amount(None, "hour")), amount_value(Amount(1.5, "year"))
    ('P3W', 'PTXH', 'P1.5Y')
    """
    count, letters = amount.count, UNIT_LETTERS[amount.unit]
    if count is not None and amount.unit == "fortnight":
        count *= 2
    if count is not None and amount.unit == "decade":
        count, letters = count * 10, "Y"
    if count is not None and amount.unit == "century":
        count, letters = count * 100, "Y"
    if count is not None and amount.unit == "millennium":
        count, letters = count * 1000, "Y"
    if count is not None and count == 0.5 and amount.unit in HALVED:
        count, letters = HALVED[amount.unit]
    written = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
    if letters.startswith("T"):
        return f"PT{written}{letters[1:]}"
    return f"P{written}{letters}"


HALVED = {"year": (6, "M"), "hour": (30, "TM"), "minute": (30, "TS")}
"""Half a unit as so many of the next: "half an hour" is PT30M."""


def year_text(year: int) -> str:
    """
    A year with four digits; before year 1 as BC.

    >>> year_text(1941), year_text(-498)
    ('1941', 'BC0499')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def write(named: Named, interval: Interval) -> str:
    """The value of a time whose place on the calendar is known."""
    day = day_of(interval.start)
    year, month, number = civil(day)
    before, head = ("", year) if year > 0 else ("BC", 1 - year)
    match named.grain:
        case Grain.YEAR | Grain.FISCAL:
            return year_text(year)
        case Grain.MONTH:
            return f"{year_text(year)}-{month:02d}"
        case Grain.MINUTE | Grain.HOUR if not named.suffix:
            clock = divmod(interval.start % MINUTES_PER_DAY, 60)
            return f"{year_text(year)}-{month:02d}-{number:02d}T{clock[0]:02d}:{clock[1]:02d}"
        case Grain.DAY | Grain.PART | Grain.HOUR | Grain.MINUTE:
            return f"{year_text(year)}-{month:02d}-{number:02d}{named.suffix}"
        case Grain.WEEK | Grain.WEEKEND:
            week_year, week = iso_week(day)
            return f"{year_text(week_year)}-W{week:02d}" + ("-WE" if named.grain is Grain.WEEKEND else "")
        case Grain.QUARTER:
            return f"{year_text(year)}-Q{(month + 2) // 3}"
        case Grain.HALF:
            return f"{year_text(year)}-H{1 if month <= 6 else 2}"
        case Grain.SEASON:
            season = month // 3 if month >= 3 else 4
            # A winter has the number of the year in which most of it lies.
            return f"{year_text(year + (1 if month == 12 else 0))}-{SEASONS[season]}"
        case Grain.DECADE:
            return f"{before}{head // 10:03d}"
        case Grain.CENTURY:
            return f"{before}{head // 100:02d}"
        case Grain.MILLENNIUM:
            return f"{before}{head // 1000}"


def iso_week(day: int) -> tuple[int, int]:
    """The ISO year and week of a day."""
    cycles, within = divmod(day - 1, CYCLE_DAYS)
    found = date.fromordinal(within + 1).isocalendar()
    return found.year + cycles * 400, found.week


def masked(named: Named) -> str:
    """The value of a time of which only the pattern is known: ``XXXX-04``, ``XXXX-WXX-2``."""
    pattern = pattern_in(named.written)
    if named.grain is Grain.WEEKEND:
        return _MASKS[named.grain]
    match pattern:
        case Weekday(number):
            return f"XXXX-WXX-{number + 1}{named.suffix}"
        case Month(number):
            return f"XXXX-{number:02d}"
        case MonthDay(month, day):
            return f"XXXX-{month:02d}-{day:02d}{named.suffix}"
        case Season(number):
            return f"XXXX-{SEASONS[number]}"
        case Months(first, 3):
            return f"XXXX-Q{(first + 2) // 3}"
        case _:
            return _MASKS[named.grain] + named.suffix


_MASKS = {
    Grain.MINUTE: "XXXX-XX-XX", Grain.HOUR: "XXXX-XX-XX", Grain.PART: "XXXX-XX-XX", Grain.DAY: "XXXX-XX-XX",
    Grain.WEEKEND: "XXXX-WXX-WE", Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX", Grain.QUARTER: "XXXX-QX",
    Grain.SEASON: "XXXX-XX", Grain.HALF: "XXXX-HX", Grain.YEAR: "XXXX", Grain.FISCAL: "XXXX", Grain.DECADE: "XXX",
    Grain.CENTURY: "XX", Grain.MILLENNIUM: "X",
}  # fmt: skip
