"""
The meaning of a time expression before any calendar is fixed: the door to patterns and trees, and how trees resolve.

Every tree is monotone in its anchor, so an anchor that is only bounded gives bounds, by its two ends alone, and never a
guess: see `resolve`.
"""

from __future__ import annotations

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import CYCLE_DAYS, FIRST_MOMENT, LAST_MOMENT, MINUTES_PER_DAY
from timeline.chrono.patterns import (
    DayOfMonth,
    Each,
    EveryYear,
    Month,
    MonthDay,
    Months,
    Repeating,
    Season,
    Tree,
    Weekday,
    half,
    quarter,
)
from timeline.chrono.trees import (
    After,
    Before,
    Easter,
    Fixed,
    From,
    Last,
    Next,
    Nth,
    Relative,
    Shift,
    Span,
    This,
    TimeOfDay,
    UpTo,
    Within,
)
from timeline.chrono.vague import Ago, Ahead, Around, Either, Part, WeekOf

__all__ = [
    "After",
    "Ago",
    "Ahead",
    "Around",
    "Before",
    "DayOfMonth",
    "Each",
    "Easter",
    "Either",
    "EveryYear",
    "Fixed",
    "From",
    "Last",
    "Month",
    "MonthDay",
    "Months",
    "Next",
    "Nth",
    "Part",
    "Relative",
    "Repeating",
    "Season",
    "Shift",
    "Span",
    "This",
    "TimeOfDay",
    "Tree",
    "UpTo",
    "WeekOf",
    "Weekday",
    "Within",
    "half",
    "quarter",
    "resolve",
]

_FAR = CYCLE_DAYS * MINUTES_PER_DAY


def resolve(tree: Tree, anchor: Range) -> Bounds:
    """
    Begin and end of the interval that *tree* names when its anchor is only known to lie in *anchor*.

    Sound: for every anchor in the range, the interval begins and ends within these bounds; tight at both ends, since
    trees are monotone. An open anchor leaves open what depends on it. An end of the calendar is no bound.
    """
    if isinstance(tree, Span):
        return Bounds(resolve(tree.first, anchor).begin, resolve(tree.last, anchor).end)
    early = _extreme(tree, anchor.earliest, FIRST_MOMENT, FIRST_MOMENT + _FAR)
    late = _extreme(tree, anchor.latest, LAST_MOMENT, LAST_MOMENT - _FAR)
    return Bounds(Range(_inner(early[0]), _inner(late[0])), Range(_inner(early[1]), _inner(late[1])))


def _extreme(tree: Tree, anchor: int | None, far: int, farther_in: int) -> tuple[int | None, int | None]:
    """First and last moment at one end of the range; where that is open, what does not move with it."""
    if anchor is not None:
        found = tree.at(anchor)
        return (None, None) if found is None else (found.start, found.end - 1)
    outer, inner = tree.at(far), tree.at(farther_in)
    if outer is None or inner is None:
        return None, None
    return (
        outer.start if outer.start == inner.start else None,
        outer.end - 1 if outer.end == inner.end else None,
    )


def _inner(moment: int | None) -> int | None:
    return None if moment in (FIRST_MOMENT, LAST_MOMENT) else moment
