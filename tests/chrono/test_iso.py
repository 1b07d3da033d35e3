"""ISO 8601 days and moments."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests import strategies
from timeline.chrono.calendar import FIRST_DAY, LAST_DAY, day_number, last_of, start_of
from timeline.chrono.iso import iso_day, iso_earliest, iso_latest, parse_day, parse_earliest, parse_latest


@given(strategies.moments)
def test_bounds_are_read_back_as_they_were_written(moment: int) -> None:
    """A moment written as a lower or upper bound is the same when read as one."""
    assert parse_earliest(iso_earliest(moment)) == moment
    assert parse_latest(iso_latest(moment)) == moment


@given(strategies.days)
def test_a_day_is_read_back_as_it_was_written(day: int) -> None:
    """Days need no clock time, whichever bound they are."""
    assert parse_day(iso_day(day)) == day
    assert iso_earliest(start_of(day)) == iso_latest(last_of(day)) == iso_day(day)


@given(strategies.days, strategies.days)
def test_days_after_year_zero_sort_as_text(one: int, other: int) -> None:
    """Four-digit years keep the order of days."""
    if one >= day_number(0) and other >= day_number(0):
        assert (one < other) == (iso_day(one) < iso_day(other))


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2025-8-20",
        "20250820",
        "2025-08-20T24:00",
        "2025-08-20T10:60",
        "2025-08-20 10:00",
        "-0000-01-01",
        "10000-01-01",
        "٢٠٢٥-٠٨-٢٠",
        "2025-08-20\n",
        "",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """ValueError with the text in its message."""
    with pytest.raises(ValueError, match=r"20|day"):
        parse_earliest(text)


def test_a_clock_time_is_no_day() -> None:
    """A publication day has no hour."""
    with pytest.raises(ValueError, match="is not a day"):
        parse_day("2025-08-20T10:00")


def test_years_before_one_are_astronomical() -> None:
    """217 BCE is the year -216."""
    assert iso_day(day_number(-216, 6, 22)) == "-0216-06-22"
    assert iso_day(day_number(0, 12, 31)) == "0000-12-31"


@pytest.mark.parametrize("day", [FIRST_DAY - 1, LAST_DAY + 1])
def test_a_day_outside_the_calendar_has_no_name(day: int) -> None:
    """Four digits end with the year 9999."""
    with pytest.raises(ValueError, match="outside the calendar"):
        iso_day(day)
