"""Calendar patterns: what comes again and again."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests import strategies
from timeline.chrono.calendar import civil, day_number, start_of
from timeline.chrono.expressions import (
    DayOfMonth,
    Easter,
    EveryYear,
    Month,
    MonthDay,
    Months,
    Nth,
    Repeating,
    Season,
    This,
    Weekday,
    Within,
    half,
    quarter,
)
from timeline.chrono.granularity import Granularity

_NOVEMBER = Within(Month(11), This(Granularity.YEAR))


@given(strategies.patterns, strategies.moments)
def test_an_occurrence_has_begun_and_the_next_has_not(pattern: Repeating, moment: int) -> None:
    """The last occurrence starts at or before the moment, the one that follows it after."""
    found = pattern.around(moment)
    if found is None:
        return
    assert found.start <= moment
    following = pattern.following(found)
    if following is not None:
        assert moment < following.start
        assert found.end <= following.start


@given(strategies.patterns, strategies.moments)
def test_each_occurrence_is_the_last_one_while_it_goes_on(pattern: Repeating, moment: int) -> None:
    """Asked at its own first or last moment, an occurrence is found again."""
    found = pattern.around(moment)
    if found is not None:
        assert pattern.around(found.start) == pattern.around(found.end - 1) == found


@pytest.mark.parametrize(
    ("pattern", "first", "last"),
    [
        (Weekday(1), (2025, 8, 19), (2025, 8, 19)),
        (Month(9), (2024, 9, 1), (2024, 9, 30)),
        (MonthDay(8, 20), (2025, 8, 20), (2025, 8, 20)),
        (MonthDay(8, 21), (2024, 8, 21), (2024, 8, 21)),
        (MonthDay(2, 29), (2024, 2, 29), (2024, 2, 29)),
        (Season(4), (2024, 12, 1), (2025, 2, 28)),
        (DayOfMonth(31), (2025, 7, 31), (2025, 7, 31)),
        (DayOfMonth(21), (2025, 7, 21), (2025, 7, 21)),
        (quarter(3), (2025, 7, 1), (2025, 9, 30)),
        (quarter(1, 10), (2024, 10, 1), (2024, 12, 31)),
        (half(2), (2025, 7, 1), (2025, 12, 31)),
        (half(1, 4), (2025, 4, 1), (2025, 9, 30)),
        (Months(10, 12), (2024, 10, 1), (2025, 9, 30)),
        (EveryYear(Easter()), (2025, 4, 20), (2025, 4, 20)),
        (EveryYear(Easter(-2)), (2025, 4, 18), (2025, 4, 18)),
        (EveryYear(Easter(orthodox=True)), (2025, 4, 20), (2025, 4, 20)),
        (EveryYear(Nth(4, Weekday(3), _NOVEMBER)), (2024, 11, 28), (2024, 11, 28)),
    ],
)
def test_the_last_occurrence_on_20_august_2025(
    pattern: Repeating, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    """A Wednesday; the pattern's latest start by then."""
    found = pattern.around(start_of(day_number(2025, 8, 20)))
    assert found is not None
    assert (civil(found.first_day), civil(found.last_day)) == (first, last)


@pytest.mark.parametrize("pattern", [MonthDay(2, 30), MonthDay(4, 31), EveryYear(Nth(6, Weekday(0), _NOVEMBER))])
def test_what_never_comes_is_none(pattern: Repeating) -> None:
    """30 February is no mistake of the program: it never comes."""
    assert pattern.around(start_of(day_number(2025, 8, 20))) is None


def test_29_february_skips_the_centuries() -> None:
    """After 1896 it comes in 1904."""
    found = MonthDay(2, 29).around(start_of(day_number(1900, 7, 1)))
    assert found is not None
    following = MonthDay(2, 29).following(found)
    assert following is not None
    assert (civil(found.first_day).year, civil(following.first_day).year) == (1896, 1904)


@pytest.mark.parametrize(
    ("kind", "values"),
    [(Weekday, (7,)), (Month, (0,)), (Month, (13,)), (MonthDay, (13, 1)), (MonthDay, (1, 32)), (Season, (5,))],
)
def test_what_the_calendar_does_not_have_is_refused(kind: type, values: tuple[int, ...]) -> None:
    """An eighth weekday or a thirteenth month is a fault of the caller."""
    with pytest.raises(ValueError, match="no such thing"):
        kind(*values)


def test_easter_has_no_day_before_its_reckoning() -> None:
    """The Gregorian reckoning starts in 1583."""
    assert Easter().at(start_of(day_number(1582, 6, 1))) is None
    assert EveryYear(Easter()).around(start_of(day_number(1500))) is None
