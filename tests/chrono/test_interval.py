"""Half-open intervals and how they lie to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.allen import Allen, relation
from timeline.chrono.calendar import FIRST_DAY, FIRST_MOMENT, LAST_DAY, LAST_MOMENT
from timeline.chrono.interval import Interval

# Few moments, so that ends meet and coincide often.
close = strategies.intervals(st.integers(0, 6))


@given(close, close)
def test_the_converse_holds_the_other_way_round(one: Interval, other: Interval) -> None:
    """Exactly one relation holds, and its converse the other way."""
    assert relation(one, other).converse is relation(other, one)
    assert (relation(one, other) is Allen.EQUALS) == (one == other)


@given(close, close)
def test_each_relation_says_what_its_name_says(one: Interval, other: Interval) -> None:
    """The thirteen definitions, of which exactly one is true."""
    a, b, c, d = one.start, one.end, other.start, other.end
    definitions = {
        Allen.BEFORE: b < c,
        Allen.MEETS: b == c,
        Allen.OVERLAPS: a < c < b < d,
        Allen.STARTS: a == c and b < d,
        Allen.DURING: c < a and b < d,
        Allen.FINISHES: c < a and b == d,
        Allen.EQUALS: a == c and b == d,
        Allen.FINISHED_BY: a < c and b == d,
        Allen.CONTAINS: a < c and d < b,
        Allen.STARTED_BY: a == c and d < b,
        Allen.OVERLAPPED_BY: c < a < d < b,
        Allen.MET_BY: d == a,
        Allen.AFTER: d < a,
    }
    assert [name for name, holds in definitions.items() if holds] == [relation(one, other)]


@given(close, close)
def test_the_shared_part_lies_in_both(one: Interval, other: Interval) -> None:
    """Intervals share a part exactly where they neither come before each other nor meet."""
    shared = one & other
    apart = relation(one, other) in (Allen.BEFORE, Allen.MEETS, Allen.MET_BY, Allen.AFTER)
    assert (shared is None) == apart
    if shared is not None:
        assert all((moment in shared) == (moment in one and moment in other) for moment in range(8))


@given(close, close)
def test_the_hull_holds_both(one: Interval, other: Interval) -> None:
    """The hull starts with the one and ends with the other."""
    hull = one.hull(other)
    assert hull & one == one
    assert hull & other == other
    assert {hull.start, hull.end} <= {one.start, one.end, other.start, other.end}


@given(strategies.days, strategies.days)
def test_whole_days_include_both(one: int, other: int) -> None:
    """From day to day: both are in."""
    first, last = sorted((one, other))
    found = Interval.days(first, last)
    assert (found.first_day, found.last_day) == (first, last)


def test_an_interval_ends_after_it_starts() -> None:
    """No empty interval, and none backwards."""
    with pytest.raises(ValueError, match="must end after"):
        Interval(5, 5)


def test_the_calendar_is_an_interval_that_lies_in_itself() -> None:
    """The last day's end is the year 10000, and still in the calendar."""
    assert Interval.days(FIRST_DAY, LAST_DAY).in_calendar
    assert not Interval(FIRST_MOMENT - 1, 0).in_calendar
    assert not Interval(0, LAST_MOMENT + 2).in_calendar
