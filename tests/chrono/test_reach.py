"""How far from its anchor a tree can reach."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests import strategies
from timeline.chrono.calendar import FIRST_MOMENT, LAST_MOMENT, day_number, day_of, start_of
from timeline.chrono.expressions import (
    After,
    Ago,
    Before,
    Each,
    Easter,
    EveryYear,
    Fixed,
    Last,
    Month,
    MonthDay,
    Next,
    Shift,
    Span,
    This,
    Tree,
    UpTo,
    Weekday,
    Within,
)
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.reach import Reach, reach

DAY, WEEK, MONTH, YEAR = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR


def _inside(days: int, limits: tuple[int | None, int | None]) -> bool:
    least, most = limits
    return (least is None or least <= days) and (most is None or days <= most)


@given(strategies.trees, strategies.recent_moments | strategies.moments)
def test_no_result_lies_out_of_reach(tree: Tree, anchor: int) -> None:
    """For every anchor, the first and the last day of the result are within the tree's reach."""
    found = tree.at(anchor)
    if found is None:
        return
    limits, day = reach(tree), day_of(anchor)
    # What ends with the calendar has no end of its own.
    if found.start != FIRST_MOMENT:
        assert _inside(found.first_day - day, limits.begin)
    if found.end != LAST_MOMENT + 1:
        assert _inside(found.last_day - day, limits.end)


@pytest.mark.parametrize(
    ("tree", "begin", "end"),
    [
        (This(DAY), (0, 0), (0, 0)),
        (Shift(DAY, -1), (-1, -1), (-1, -1)),
        (This(WEEK), (-6, 0), (0, 6)),
        (Shift(WEEK, -1), (-13, -7), (-7, -1)),
        (Shift(MONTH, 1), (1, 31), (28, 61)),
        (This(YEAR), (-365, 0), (0, 365)),
        (Last(Weekday(1)), (-6, 0), (-6, 0)),
        (Last(Weekday(1), 1), (-13, -7), (-13, -7)),
        (Next(Weekday(1)), (0, 6), (0, 6)),
        (Last(Month(4)), (-365, 0), (-336, 29)),
        (Next(MonthDay(2, 29)), (0, 2920), (0, 2920)),
        (Last(Each(MONTH), 1), (-61, -28), (-31, -1)),
        (Within(Weekday(1), Shift(WEEK, -1)), (-12, -6), (-12, -6)),
        (Ago(3, WEEK), (-24, -24), (-18, -18)),
        (UpTo(This(YEAR)), (-365, 0), (0, 0)),
        (Before(This(DAY)), (None, None), (0, 0)),
        (After(This(DAY)), (0, 0), (None, None)),
        (Span(Fixed(Interval.days(1, 1)), This(DAY)), (None, None), (0, 0)),
        (Last(EveryYear(Easter())), (-384, 0), (-384, 0)),
    ],
)
def test_the_reach_of_everyday_trees(
    tree: Tree, begin: tuple[int | None, int | None], end: tuple[int | None, int | None]
) -> None:
    """The table: least and most days to the first and to the last day of the result."""
    assert reach(tree) == Reach(begin, end)


@pytest.mark.parametrize(
    "tree",
    [
        This(WEEK),
        Shift(MONTH, 1),
        Last(Month(4)),
        Next(MonthDay(2, 29)),
        Last(Weekday(1), 1),
        Shift(YEAR, -2),
        Within(Weekday(1), Shift(WEEK, -1)),
    ],
)
def test_the_reach_of_everyday_trees_is_exact(tree: Tree) -> None:
    """Each limit is met on some day around 1900, which has the shortest and the longest stretches of the calendar."""
    found = [
        (result.first_day - day, result.last_day - day)
        for day in range(day_number(1892), day_number(1909))
        if (result := tree.at(start_of(day))) is not None
    ]
    firsts, lasts = zip(*found, strict=True)
    assert reach(tree) == Reach((min(firsts), max(firsts)), (min(lasts), max(lasts)))


def test_what_hangs_on_no_anchor_has_no_reach() -> None:
    """A fixed time lies anywhere from an unknown day."""
    assert reach(Fixed(Interval.days(1, 1))) == Reach()
