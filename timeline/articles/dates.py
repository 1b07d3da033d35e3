"""
The dates a page prints about itself, in the few forms pages use.

Not a reader of prose (the room of phrases is). A day whose order of numbers is in doubt, such as 5/6/2025,
is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_number, first_of_month, last_of, start_of, weekday
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEARS = range(1400, 2300)  # printing began then

_FIRST_HALF = ("january", "february", "march", "april", "may", "june")
_MONTHS = (*_FIRST_HALF, "july", "august", "september", "october", "november", "december")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NUMBERS = {name[:3]: at for at, name in enumerate(_MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3]: at for at, name in enumerate(_WEEKDAYS)}

# "Sept" and "Tues", "Thurs" are the abbreviations of four letters and more
_MONTH_WORD = "(?:" + "|".join(rf"{name[:3]}(?:{name[3:]}|t)?\b\.?" for name in _MONTHS) + ")"
_WEEKDAY_WORD = "(?:" + "|".join(rf"{name[:3]}(?:{name[3:]}|{name[3:5]}|{name[3:4]})?\b\.?" for name in _WEEKDAYS) + ")"
CALENDAR_WORD = rf"(?:{_MONTH_WORD}|{_WEEKDAY_WORD})"

_MONTH = f"(?P<month>{_MONTH_WORD})"
_WEEKDAY = f"(?P<weekday>{_WEEKDAY_WORD})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>\d{4})\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_YEAR})?",
        rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?:(?=T\d)|\b)",
        r"(?P<year>\d{4})/(?P<number>\d\d)/(?P<day>\d\d)\b",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})\b",
        _WEEKDAY,
    )
)
_MONTH_OF_YEAR = re.compile(rf"{_MONTH},?\s+{_YEAR}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in print; Monday is weekday 0, and None is not said."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    span: Span

    @property
    def number(self) -> int | None:
        """The day's number on the calendar, where the date is whole."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return day_number(self.year, self.month, self.day)

    @property
    def window(self) -> Range | None:
        """The day, or the month where no day is said; None without a year."""
        if self.year is None or self.month is None:
            return None
        if self.number is not None:
            return Range(start_of(self.number), last_of(self.number))
        months = self.year * 12 + self.month - 1
        return Range(start_of(first_of_month(months)), last_of(first_of_month(months + 1) - 1))

    @property
    def impossible(self) -> bool:
        """Its day was another weekday than the one it names."""
        return self.weekday is not None and self.number is not None and self.weekday != weekday(self.number)

    @property
    def day_name(self) -> str:
        """The weekday that its day was: "Tuesday"; nothing where the day is not known."""
        return "" if self.number is None else _WEEKDAYS[weekday(self.number)].capitalize()


def at(text: str, start: int, end: int) -> PrintedDate | None:
    """
    The date that begins at *start* and ends by *end*.

    >>> at("Wed, Aug. 20, 2025", 0, 18)
    PrintedDate(year=2025, month=8, day=20, weekday=2, span=Span(start=0, end=18))
    """
    for form in _FORMS:
        found = form.match(text, start, end)
        if found and (date := _read(found)):
            return date
    return None


def month_at(text: str, start: int, end: int) -> PrintedDate | None:
    """The month of a year that begins at *start*; not among the forms of dates, as it heads chapters too."""
    found = _MONTH_OF_YEAR.match(text, start, end)
    return _read(found) if found else None


def within(text: str, span: Span) -> Iterator[PrintedDate]:
    """The dates that stand in *span*, from left to right."""
    start = span.start
    while start < span.end:
        inside_word = start > span.start and text[start - 1].isalnum()
        date = None if inside_word else at(text, start, span.end)
        if date:
            yield date
        start = date.span.end if date else start + 1


def whole(text: str, span: Span) -> PrintedDate | None:
    """The date that *span* is from end to end, closing punctuation aside."""
    date = at(text, span.start, span.end)
    return date if date and not text[date.span.end : span.end].strip(",. ") else None


def _read(found: re.Match[str]) -> PrintedDate | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    year, day, month = (int(parts[name]) if name in parts else None for name in ("year", "day", "number"))
    if "month" in parts:
        month = _MONTH_NUMBERS[parts["month"][:3].lower()]
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        dotted = "." in found[0]  # those who write dots put the day first
        if first <= 12 and second <= 12 and first != second and not dotted:
            return None  # the fifth of June or the sixth of May
        day, month = (first, second) if second <= 12 else (second, first)
    if year is not None and year not in _YEARS:
        return None
    if day is not None:
        try:
            day_number(year or 2000, month or 1, day)
        except ValueError:
            return None
    named = _WEEKDAY_NUMBERS[parts["weekday"][:3].lower()] if "weekday" in parts else None
    return PrintedDate(year, month, day, named, Span(found.start(), found.end()))
