"""Periods: what is written is read again, and which days they meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import days
from timeline.chrono.calendar import day_number
from timeline.chrono.period import Period

MARCH, JUNE = day_number(2024, 3, 1), day_number(2025, 6, 30)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period, one side of it perhaps open."""
    first, last = sorted((draw(days), draw(days)))
    return Period(*draw(st.sampled_from([(first, last), (None, last), (first, None)])))


@given(periods())
def test_what_is_written_is_read_again(period: Period) -> None:
    """Shortly, and to the day."""
    assert Period.of(str(period)) == period


@given(periods(), days, days)
def test_a_period_meets_what_has_a_day_in_it(period: Period, one: int, other: int) -> None:
    """Both ends are included on both sides."""
    first, last = sorted((one, other))
    shared = (
        max(first, first if period.first is None else period.first),
        min(last, last if period.last is None else period.last),
    )
    assert period.meets((first, last)) == (shared[0] <= shared[1])


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", Period(day_number(2024), day_number(2024, 12, 31))),
        ("2024-02", Period(day_number(2024, 2, 1), day_number(2024, 2, 29))),
        ("2024-03-15", Period(day_number(2024, 3, 15), day_number(2024, 3, 15))),
        ("2024-03..2025-06", Period(MARCH, JUNE)),
        ("2025-12", Period(day_number(2025, 12, 1), day_number(2025, 12, 31))),
        ("2025-11..2025-12", Period(day_number(2025, 11, 1), day_number(2025, 12, 31))),
        ("2024-03..", Period(MARCH, None)),
        ("..2025-06", Period(None, JUNE)),
        ("-0216", Period(day_number(-216), day_number(-216, 12, 31))),
        ("1980..1989", Period(day_number(1980), day_number(1989, 12, 31))),
    ],
)
def test_a_period_is_written_as_people_write_it(text: str, period: Period) -> None:
    """Years and months where they are whole."""
    assert Period.of(text) == period
    assert str(period) == text


@pytest.mark.parametrize(
    "text", ["", "..", "soon", "2025..2024", "2024-13", "2024-02-30", "24", "2024..x", "12024", "-0000"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    """With a sentence that shows one."""
    with pytest.raises(ValueError, match=r"such as|outside|no day of"):
        Period.of(text)
