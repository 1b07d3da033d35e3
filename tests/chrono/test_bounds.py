"""Ranges and bounds: what is known of a begin and an end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.bounds import Bounds, Range, day_window
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.interval import Interval


@given(strategies.ranges(), strategies.ranges())
def test_the_shared_range_is_in_both_and_the_hull_holds_both(one: Range, other: Range) -> None:
    """Intersection narrows, the hull widens, and both are the same either way round."""
    assert one.contains(one & other)
    assert other.contains(one & other)
    assert one & other == other & one
    assert one.hull(other).contains(one)
    assert one.hull(other).contains(other)
    assert one.hull(other) == other.hull(one)


@given(strategies.ranges())
def test_an_open_range_changes_nothing(one: Range) -> None:
    """Nothing known, added to something, leaves it as it is."""
    assert one & Range() == one
    assert one.hull(Range()) == Range()
    assert Range().contains(one)


@given(strategies.ranges())
def test_a_range_is_read_back_as_it_was_written(one: Range) -> None:
    """As dictionaries, ranges are lossless, clock times included."""
    assert Range.from_dict(one.as_dict()) == one


@given(strategies.bounds())
def test_bounds_are_read_back_as_they_were_written(one: Bounds) -> None:
    """As dictionaries, bounds are lossless."""
    assert Bounds.from_dict(one.as_dict()) == one


@given(strategies.bounds(), strategies.bounds())
def test_bounds_shared_lie_in_both(one: Bounds, other: Bounds) -> None:
    """Intersection only narrows."""
    assert one.contains(one & other)
    assert other.contains(one & other)


@given(strategies.ranges(), strategies.ranges())
def test_ordering_loses_no_possible_begin_and_end(begin: Range, end: Range) -> None:
    """What `ordered` cuts off is only what would end before it begins."""
    found = Bounds(begin, end)
    assert found.contains(found.ordered)
    assert found.ordered.ordered == found.ordered
    for first in (begin.earliest, begin.latest):
        for last in (end.earliest, end.latest):
            if first is not None and last is not None and first <= last:
                assert found.ordered.contains(Bounds(Range(first, first), Range(last, last)))


@given(
    strategies.days,
    st.tuples(st.integers(0, 1439), st.integers(0, 1439)),
    st.tuples(*[st.none() | st.integers(0, 5000)] * 4),
)
def test_what_lies_on_one_day_lies_in_the_day_window(
    day: int, minutes: tuple[int, int], slack: tuple[int | None, int | None, int | None, int | None]
) -> None:
    """For any begin and end on one day within the bounds, both are in the window."""
    begin, end = start_of(day) + min(minutes), start_of(day) + max(minutes)
    before, after, earlier, later = slack
    found = Bounds(
        Range(None if before is None else begin - before, None if after is None else begin + after),
        Range(None if earlier is None else end - earlier, None if later is None else end + later),
    )
    assert day_window(found).contains(Range(begin, end))


@given(strategies.days)
def test_a_day_is_known_as_one_day(day: int) -> None:
    """The bounds of one day say so."""
    assert Bounds.of_day(day).one_day
    assert Bounds.of_day(day) == Bounds.of_interval(Interval.days(day, day))
    assert not Bounds.within(Range(start_of(day), last_of(day) + 1)).one_day


def test_what_is_open_and_what_is_empty() -> None:
    """Nothing known is open; nothing left is empty."""
    assert Bounds().open
    assert not Bounds().empty
    assert not Bounds(Range(5)).open
    assert Range(5, 4).empty
    assert Bounds(Range(5, 4)).empty
    assert not Range(5, 5).empty
    assert Range(5, 5).known
    assert Range(5, None) & Range(None, 7) == Range(5, 7)
