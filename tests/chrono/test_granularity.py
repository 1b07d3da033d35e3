"""The units of the calendar: floor, ceil and shift."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.calendar import civil, day_number, day_of, start_of, weekday
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval


@given(strategies.units, strategies.moments)
def test_floor_is_idempotent(unit: Granularity, moment: int) -> None:
    """The floor of a floor is itself."""
    assert unit.floor(unit.floor(moment)) == unit.floor(moment)


@given(strategies.units, strategies.moments)
def test_a_unit_contains_its_moment(unit: Granularity, moment: int) -> None:
    """The whole unit around a moment holds it, up to the ends of the calendar and across them."""
    assert moment in Interval.of(unit, moment)


@given(strategies.units, strategies.moments)
def test_the_ceil_of_a_start_is_itself(unit: Granularity, moment: int) -> None:
    """A start is rounded up to itself, anything else to the next start."""
    start = unit.floor(moment)
    assert unit.ceil(start) == start
    assert unit.ceil(moment) in (moment, unit.shift(start, 1))


@given(strategies.moments)
def test_weeks_start_on_monday(moment: int) -> None:
    """The floor of a week is a Monday."""
    assert weekday(day_of(Granularity.WEEK.floor(moment))) == 0


@given(strategies.units, strategies.moments, st.integers(-50, 50))
def test_shifted_units_follow_each_other_without_a_gap(unit: Granularity, moment: int, count: int) -> None:
    """The unit that starts *count* units on ends where the next one starts."""
    start = unit.shift(unit.floor(moment), count)
    assert unit.floor(start) == start
    assert unit.shift(start, 1) == unit.shift(unit.floor(moment), count + 1)


@given(strategies.units, strategies.moments, strategies.moments, st.integers(-50, 50))
def test_shifting_keeps_the_order_of_moments(unit: Granularity, one: int, other: int, count: int) -> None:
    """A later moment is never moved before an earlier one."""
    early, late = sorted((one, other))
    assert unit.shift(early, count) <= unit.shift(late, count) + 1439
    assert unit.floor(early) <= unit.floor(late)


def test_units_are_ordered_by_their_length() -> None:
    """From the minute to the century, as they are listed."""
    assert all(shorter < longer for shorter, longer in pairwise(Granularity))


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        (Granularity.DECADE, (-220, 1, 1), (-211, 12, 31)),
        (Granularity.CENTURY, (-300, 1, 1), (-201, 12, 31)),
        (Granularity.YEAR, (-216, 1, 1), (-216, 12, 31)),
        (Granularity.QUARTER, (-216, 4, 1), (-216, 6, 30)),
        (Granularity.HALF, (-216, 1, 1), (-216, 6, 30)),
    ],
)
def test_units_before_year_one(unit: Granularity, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """Astronomical years are rounded downwards, too."""
    found = Interval.of(unit, start_of(day_number(-216, 6, 22)))
    assert (civil(found.first_day), civil(found.last_day)) == (first, last)
