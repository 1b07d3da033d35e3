"""What lies beside the window, in words: how many events, and when. `assets/words.js` says the same in the page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from timeline.chrono.calendar import civil, day_number, first_of_month
from timeline.chrono.datewords import day_words, pair_words
from timeline.chrono.names import MONTHS, year_words
from timeline.scene.source import Beside

if TYPE_CHECKING:
    from collections.abc import Iterable

_YEARS, _MONTHS = 1100, 62
"""So many days from the window on, the words name only years, or only months."""


def beside(days: Iterable[tuple[float, float]], first: float, last: float) -> tuple[Beside | None, Beside | None]:
    """What lies wholly before and after a window, of things that are drawn from one day to another."""
    days = list(days)
    before = [end for _, end in days if end < first]
    after = [start for start, _ in days if start > last]
    return (
        Beside(len(before), max(before), min(before)) if before else None,
        Beside(len(after), min(after), max(after)) if after else None,
    )


def before_words(found: Beside, edge: float, *, offset: bool) -> str:
    """
    What lies before the day *edge*.

    >>> before_words(Beside(1, day_number(1813), day_number(1813)), day_number(2025, 8, 1), offset=False)
    '‹ 1 event in 1812'
    """
    # what is known of an event before are ends: that of a whole day is the beginning of the next
    far, near = math.ceil(found.far) - 1, math.ceil(found.near) - 1
    return f"\u2039 {_many(found)}{' earlier' if offset else _when(far, near, edge)}"


def after_words(found: Beside, edge: float, *, offset: bool) -> str:
    """
    What lies after the day *edge*.

    >>> after_words(Beside(3, day_number(1914, 8, 1), day_number(1918)), day_number(1900), offset=False)
    '3 events, 1914 to 1918 ›'
    """
    near, far = math.floor(found.near), math.floor(found.far)
    return f"{_many(found)}{' later' if offset else _when(near, far, edge)} \u203a"


def _many(found: Beside) -> str:
    return f"{found.count:,} {'event' if found.count == 1 else 'events'}"


def _when(first: int, last: int, edge: float) -> str:
    """As roughly as a person would say it who stands at the edge: years from afar, days nearby."""
    start, end = civil(first), civil(last)
    away = max(edge - first, last - edge)
    if away > _YEARS:
        if start.year == end.year:
            return f" in {year_words(start.year)}"
        return f", {pair_words(day_number(start.year), day_number(end.year, 12, 31), ' to ')}"
    year = {start.year, end.year, civil(math.floor(edge)).year} != {end.year}
    if away > _MONTHS:
        if start[:2] == end[:2]:
            return f" in {MONTHS[end.month - 1]}" + (f" {year_words(end.year)}" if year else "")
        begun = first_of_month(start.year * 12 + start.month - 1)
        return f", {pair_words(begun, first_of_month(end.year * 12 + end.month) - 1, ' to ', year=year)}"
    if first == last:
        return f" on {day_words(last, year=year)}"
    return f", {pair_words(first, last, ' to ', year=year)}"
