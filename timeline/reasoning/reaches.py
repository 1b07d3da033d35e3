"""How far from its anchor a tree's interval can lie, in whole days: what holds whatever the anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.expressions import (
    From,
    Last,
    Month,
    MonthDay,
    Next,
    Season,
    Shift,
    Span,
    This,
    UpTo,
    Weekday,
    Within,
)
from timeline.chrono.granularity import Granularity

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree

Days = tuple[int | None, int | None]

_LENGTHS = {
    Granularity.WEEK: (7, 7),
    Granularity.MONTH: (28, 31),
    Granularity.QUARTER: (90, 92),
    Granularity.HALF: (181, 184),
    Granularity.YEAR: (365, 366),
    Granularity.DECADE: (3651, 3653),
    Granularity.CENTURY: (36_524, 36_525),
}
_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}
_DAYS_IN_MONTH = 30.436875  # the mean of 400 years
_SLACK = 4  # days by which any run of whole months may differ from its mean length: February, leap years, centuries


class Reach(NamedTuple):
    """Least and most days from the anchor's day to the interval's first and to its last day; None is open."""

    start: Days = (None, None)
    last: Days = (None, None)


def reach(tree: Tree) -> Reach:
    """
    The reach of a tree; open where nothing can be said without a calendar.

    >>> reach(Last(Weekday(1)))
    Reach(start=(-6, 0), last=(-6, 0))
    """
    if isinstance(tree, This):
        return _shifted(tree.unit, 0)
    if isinstance(tree, Shift):
        return _shifted(tree.unit, tree.count)
    if isinstance(tree, (Last, Next)):
        return _repeated(tree)
    if isinstance(tree, Within):
        outer, (_, longest) = reach(tree.whole), _pattern(tree.pattern)[1]
        return Reach((outer.start[0], outer.last[1]), (outer.start[0], _plus(outer.last[1], longest - 1)))
    if isinstance(tree, UpTo):
        outer = reach(tree.whole)
        return Reach(outer.start, (outer.start[0], _least(outer.last[1], _most(outer.start[1], 0))))
    if isinstance(tree, From):
        outer = reach(tree.whole)
        return Reach((_most(outer.start[0], _least(outer.last[0], 0)), outer.last[1]), outer.last)
    if isinstance(tree, Span):
        return Reach(reach(tree.first).start, reach(tree.last).last)
    return Reach()


def _shifted(unit: Granularity, count: int) -> Reach:
    if unit in (Granularity.MINUTE, Granularity.HOUR):
        least = count * unit.minutes // 1440
        return Reach((least, least + 1 if count else 0), (least, least + 1 if count else 0))
    if unit is Granularity.DAY:
        return Reach((count, count), (count, count))
    shortest, longest = _LENGTHS[unit]
    if unit is Granularity.WEEK:
        low = high = count * 7
    else:
        mean = count * _MONTHS[unit] * _DAYS_IN_MONTH
        slack = _SLACK if count else 0
        low, high = int(mean // 1) - slack, -int(-mean // 1) + slack
    start = (low - longest + 1, high)
    return (
        Reach(start, (low - longest + 1 + shortest - 1, high + longest - 1))
        if count
        else Reach(start, (0, longest - 1))
    )


def _repeated(tree: Last | Next) -> Reach:
    (shortest_period, longest_period), (shortest, longest) = _pattern(tree.pattern)
    if isinstance(tree, Last):
        start = (1 - longest_period * (tree.skip + 1), -shortest_period * tree.skip)
    else:
        start = (shortest_period * tree.skip - longest + 1, longest_period * (tree.skip + 1) - 1)
    return Reach(start, (start[0] + shortest - 1, start[1] + longest - 1))


def _pattern(pattern: object) -> tuple[tuple[int, int], tuple[int, int]]:
    """Shortest and longest distance from one occurrence to the next, shortest and longest occurrence, in days."""
    if isinstance(pattern, Weekday):
        return (7, 7), (1, 1)
    if isinstance(pattern, Month):
        return (365, 366), (28, 31)
    if isinstance(pattern, Season):
        return (365, 366), (90, 92)
    if isinstance(pattern, MonthDay) and (pattern.month, pattern.day) != (2, 29):
        return (365, 366), (1, 1)
    return (365, 8 * 366), (1, 366)  # 29 February can be eight years away


def _plus(one: int | None, other: int) -> int | None:
    return None if one is None else one + other


def _most(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)
