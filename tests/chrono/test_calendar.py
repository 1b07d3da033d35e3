"""Days and moments from the first year to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.calendar import (
    CYCLE_DAYS,
    FIRST_DAY,
    LAST_DAY,
    add_months,
    civil,
    day_number,
    day_of,
    days_in_month,
    first_of_month,
    in_calendar,
    last_of,
    start_of,
    weekday,
)

if TYPE_CHECKING:
    from datetime import date


@given(strategies.days)
def test_a_day_is_its_year_month_and_day(day: int) -> None:
    """Reading a day's civil date gives the day again, at any distance from year 1."""
    assert day_number(*civil(day)) == day


@given(st.dates())
def test_the_calendar_is_that_of_the_standard_library(found: date) -> None:
    """Where `datetime` reaches, both calendars agree."""
    assert day_number(found.year, found.month, found.day) == found.toordinal()
    assert weekday(found.toordinal()) == found.weekday()


@given(strategies.days)
def test_the_calendar_repeats_every_400_years(day: int) -> None:
    """The same month, day and weekday come again after a whole cycle."""
    here, there = civil(day), civil(day + CYCLE_DAYS)
    assert (here.month, here.day, weekday(day)) == (there.month, there.day, weekday(day + CYCLE_DAYS))
    assert there.year == here.year + 400


@given(strategies.days, strategies.days, st.integers(-240_000, 240_000))
def test_adding_months_keeps_the_order_of_days(one: int, other: int, months: int) -> None:
    """A later day is never moved before an earlier one, however far, even out of the calendar."""
    early, late = sorted((one, other))
    assert add_months(early, months) <= add_months(late, months)


@given(strategies.days, st.integers(-240_000, 240_000))
def test_adding_months_keeps_the_day_of_the_month_or_takes_the_last(day: int, months: int) -> None:
    """The month is exact, and a missing day becomes the last one."""
    here, there = civil(day), civil(add_months(day, months))
    assert there.year * 12 + there.month == here.year * 12 + here.month + months
    assert there.day == min(here.day, days_in_month(there.year, there.month))


@given(strategies.days)
def test_the_first_of_a_month_is_its_first_day(day: int) -> None:
    """Counting months from January of year 0 names the month."""
    year, month, number = civil(day)
    assert first_of_month(year * 12 + month - 1) == day - number + 1


@given(strategies.days)
def test_a_day_holds_its_moments(day: int) -> None:
    """The first and the last minute of a day lie in it, and the next minute does not."""
    assert day_of(start_of(day)) == day_of(last_of(day)) == day
    assert day_of(last_of(day) + 1) == day + 1


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (2025, 4, 31), (10_000, 1, 2), (10_000, 2, 1), (-10_000, 12, 31)],
)
def test_a_day_that_is_not_in_the_calendar_is_refused(year: int, month: int, day: int) -> None:
    """No such day: ValueError."""
    with pytest.raises(ValueError, match=r"lies outside|out of range|must be in"):
        day_number(year, month, day)


def test_the_calendar_ends_before_the_year_10000() -> None:
    """The 1 January after the last year can end a half-open interval and is no day of the calendar."""
    assert day_number(10_000) == LAST_DAY + 1
    assert not in_calendar(start_of(LAST_DAY + 1))
    assert in_calendar(last_of(LAST_DAY))
    assert in_calendar(start_of(FIRST_DAY))
    assert not in_calendar(start_of(FIRST_DAY) - 1)


@pytest.mark.parametrize(
    ("year", "leap"), [(0, True), (-4, True), (-100, False), (-400, True), (1900, False), (2000, True)]
)
def test_leap_years_go_on_before_year_one(year: int, leap: bool) -> None:  # noqa: FBT001 - a column of the table
    """The Gregorian rule holds for astronomical years of any sign."""
    assert days_in_month(year, 2) == (29 if leap else 28)
