"""How the occurrences of a pattern and the units of the calendar lie to the days around them, over whole cycles."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from timeline.chrono.calendar import CYCLE_DAYS, LAST_YEAR, MINUTES_PER_DAY, civil, day_of, first_of_month, start_of
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.patterns import Each, EveryYear, Repeating, Weekday
from timeline.chrono.trees import Easter

if TYPE_CHECKING:
    from collections.abc import Callable

# Least and most days to the first day, least and most to the last day; infinite where open.
Four = tuple[float, float, float, float]
OPEN: Four = (-inf, inf, -inf, inf)

_CYCLE = CYCLE_DAYS * MINUTES_PER_DAY
_CYCLE_MONTHS = 4800


def shift_reach(unit: Granularity, count: int) -> Four:
    """How far the unit *count* units from the anchor's lies from the anchor's day; exact."""
    if unit < Granularity.DAY:
        minutes = count * unit.minutes
        least, most = minutes // MINUTES_PER_DAY, -(-minutes // MINUTES_PER_DAY)
        return least, most, least, most
    if unit.months is None:
        length = unit.minutes // MINUTES_PER_DAY
        return count * length - length + 1, count * length, count * length, count * length + length - 1
    start = _unit_start(unit.months)
    units = range(_CYCLE_MONTHS // unit.months)
    return (
        min(start(i + count) - start(i + 1) + 1 for i in units),
        max(start(i + count) - start(i) for i in units),
        min(start(i + count + 1) - start(i + 1) for i in units),
        max(start(i + count + 1) - 1 - start(i) for i in units),
    )


def occurrence_reach(pattern: Repeating, skip: int, *, past: bool) -> Four:
    """How far the last (*past*) or next occurrence lies from the anchor's day; exact."""
    if isinstance(pattern, Weekday):
        nearest, farthest = 7 * skip, 7 * skip + 6
        return (-farthest, -nearest, -farthest, -nearest) if past else (nearest, farthest, nearest, farthest)
    if isinstance(pattern, Each):
        return shift_reach(pattern.unit, -skip if past else skip)
    found, repeats = _occurrences(pattern)

    def get(index: int) -> Interval | None:
        if repeats:
            cycles, within = divmod(index, len(found))
            return Interval(found[within].start + cycles * _CYCLE, found[within].end + cycles * _CYCLE)
        return found[index] if 0 <= index < len(found) else None

    fours = []
    for index, home in enumerate(found):
        neighbour, target = get(index + 1 if past else index - 1), get(index - skip if past else index + skip)
        if target is None or (neighbour is None and not past):
            continue
        # The moments for which *home* is the last occurrence begun, or the first not ended.
        if neighbour is None:
            first, last = home.start, start_of(first_of_month(civil(home.first_day).year * 12 + 12)) - 1
        else:
            first, last = (home.start, neighbour.start - 1) if past else (neighbour.end, home.end - 1)
        fours.append(
            (
                target.first_day - day_of(last),
                target.first_day - day_of(first),
                target.last_day - day_of(last),
                target.last_day - day_of(first),
            )
        )
    if not fours:
        return OPEN
    least_first, most_first, least_last, most_last = zip(*fours, strict=True)
    return min(least_first), max(most_first), min(least_last), max(most_last)


def days_long(pattern: Repeating) -> tuple[int, int]:
    """Least and most days that an occurrence touches."""
    if isinstance(pattern, Weekday):
        return 1, 1
    if isinstance(pattern, Each):
        months = pattern.unit.months
        if months is None:
            length = max(1, pattern.unit.minutes // MINUTES_PER_DAY)
            return length, length
        start = _unit_start(months)
        units = [start(i + 1) - start(i) for i in range(_CYCLE_MONTHS // months)]
        return min(units), max(units)
    lengths = [found.last_day - found.first_day + 1 for found in _occurrences(pattern)[0]]
    return min(lengths, default=1), max(lengths, default=1)


def months_long(months: int) -> tuple[int, int]:
    """Least and most days from the first day of a month to the first day of another, so many months on."""
    start = _unit_start(1)
    lengths = [start(i + months) - start(i) for i in range(_CYCLE_MONTHS)]
    return min(lengths), max(lengths)


def _unit_start(months: int) -> Callable[[int], int]:
    """The first day of the unit with this number, for units of so many months."""
    starts = [first_of_month(month) for month in range(0, _CYCLE_MONTHS, months)]

    def start(index: int) -> int:
        cycles, within = divmod(index, len(starts))
        return starts[within] + cycles * CYCLE_DAYS

    return start


@lru_cache(maxsize=256)
def _occurrences(pattern: Repeating) -> tuple[list[Interval], bool]:
    """The occurrences of 400 years, after which they repeat; those of Easter never do, so of all its years."""
    if isinstance(pattern, EveryYear):
        repeats = not _holds_easter(pattern)
        years = range(2000, 2400) if repeats else range(1, LAST_YEAR + 1)
        named = (pattern.tree.at(start_of(first_of_month(year * 12))) for year in years)
        return [found for found in named if found is not None], repeats
    listed = []
    found = pattern.around(start_of(CYCLE_DAYS))
    end = _CYCLE + (found.start if found else 0)
    while found is not None and found.start < end:
        listed.append(found)
        found = pattern.following(found)
    return listed, True


def _holds_easter(node: object) -> bool:
    if not is_dataclass(node) or isinstance(node, type):
        return False
    return isinstance(node, Easter) or any(_holds_easter(getattr(node, field.name)) for field in fields(node))
