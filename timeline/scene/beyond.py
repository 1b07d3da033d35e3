"""What lies beside the window, in words: how many events, and when. `assets/words.js` says the same in the page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY, civil, day_number, day_of, first_of_month
from timeline.chrono.datewords import day_words, pair_words
from timeline.chrono.names import MONTHS, clock_words, year_words
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
    far, near = (math.ceil(round(day * MINUTES_PER_DAY, 3)) - 1 for day in (found.far, found.near))
    return f"\u2039 {_many(found)}{' earlier' if offset else _when(far, near, edge, clock=_clock(found))}"


def after_words(found: Beside, edge: float, *, offset: bool) -> str:
    """
    What lies after the day *edge*.

    >>> after_words(Beside(3, day_number(1914, 8, 1), day_number(1918)), day_number(1900), offset=False)
    '3 events, 1914 to 1918 ›'
    """
    near, far = (math.floor(round(day * MINUTES_PER_DAY, 3)) for day in (found.near, found.far))
    return f"{_many(found)}{' later' if offset else _when(near, far, edge, clock=_clock(found))} \u203a"


def _many(found: Beside) -> str:
    return f"{found.count:,} {'event' if found.count == 1 else 'events'}"


def _clock(found: Beside) -> bool:
    """The time of day is known: what is known to the day lies at its edges, or is a dot in its middle."""
    return bool(found.near % 0.5 and found.far % 0.5)


def _when(begun: int, ended: int, edge: float, *, clock: bool) -> str:
    """As roughly as a person would say it of two moments who stands at the edge: years from afar, days nearby."""
    first, last = day_of(begun), day_of(ended)
    if clock and first == last == math.floor(edge):
        clocks = [clock_words(moment % MINUTES_PER_DAY) for moment in (begun, ended)]
        return f" at {clocks[0]}" if begun == ended else f", {clocks[0]} to {clocks[1]}"
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
