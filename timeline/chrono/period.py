"""A period that somebody asks for: from one day to another, both included, either side open; and how it is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.chrono.calendar import civil, day_number, days_in_month
from timeline.chrono.iso import iso_day, parse_day

_SIZES = (1, 2, 3)
"""Parts of a date: the year, with the month, with the day."""
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
        """As `of` reads it: years where both sides are whole years, else months, else days."""
        written = next(sides for size in _SIZES if (sides := _sides(self, size)) is not None)
        return written[0] if written[0] == written[1] else "..".join(written)

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


def _sides(period: Period, size: int) -> tuple[str, str] | None:
    """Both sides as so many parts of a date, empty where open; None where one of them is not whole."""
    first, last = period
    if (first is not None and not _whole(first, size, last=False)) or (
        last is not None and not _whole(last, size, last=True)
    ):
        return None
    return "" if first is None else _written(first, size), "" if last is None else _written(last, size)


def _whole(day: int, size: int, *, last: bool) -> bool:
    """A day is the first or the last one of its year, month or day."""
    year, month, number = civil(day)
    ends = (month == (12 if last else 1), number == (days_in_month(year, month) if last else 1))
    return all(ends[size - 1 :])


def _written(day: int, size: int) -> str:
    written = iso_day(day)
    return written[: len(written) - (0, 6, 3, 0)[size]]
