"""A period that somebody asks for: from one day to another, both included, either side open; and how it is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.chrono.calendar import civil, day_number, days_in_month
from timeline.chrono.iso import iso_day, iso_year, parse_day

_SIDE = re.compile(r"(?!-0000)(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Period(NamedTuple):
    """
    All days from `first` to `last`, both included; None is open. At least one of the two is known.

    >>> str(Period.of("2024"))
    '2024'
    >>> str(Period(day_number(2024, 3, 1), day_number(2025, 6, 30))), str(Period(None, day_number(2024, 3, 5)))
    ('2024-03..2025-06', '..2024-03-05')
    """

    first: int | None
    last: int | None

    @classmethod
    def of(cls, text: str) -> Period:
        """The period of a year, a month or a day, or of two of them with dots between; ValueError where it is none."""
        before, dots, after = text.partition("..")
        first = _edge(before, last=False) if before else None
        last = _edge(after or ("" if dots else before), last=True) if after or not dots else None
        if (first is None and last is None) or (first is not None and last is not None and first > last):
            raise ValueError(f"{text!r} is no period such as 2024, 2024-03..2025 or ..2024-03-15")
        return cls(first, last)

    def __str__(self) -> str:
        first = "" if self.first is None else _written(self.first, last=False)
        last = "" if self.last is None else _written(self.last, last=True)
        return first if first == last else f"{first}..{last}"

    def meets(self, days: tuple[int, int]) -> bool:
        """Some of the days from one to another, both included, lie in it."""
        return (self.first is None or days[1] >= self.first) and (self.last is None or days[0] <= self.last)


def _edge(text: str, *, last: bool) -> int:
    """The first or the last day of what a text names; ValueError where that is no year, month or day."""
    found = _SIDE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is neither a year, a month nor a day such as 2024-03-15")
    if found[3]:
        return parse_day(text)
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} is no month such as 2024-03")
    return day_number(year, month, days_in_month(year, month) if last else 1)


def _written(day: int, *, last: bool) -> str:
    """A day as shortly as it can be read again: the year where it is its first or last, as the side has it."""
    year, month, number = civil(day)
    if number != (days_in_month(year, month) if last else 1):
        return iso_day(day)
    return iso_year(year) if month == (12 if last else 1) else f"{iso_year(year)}-{month:02d}"
