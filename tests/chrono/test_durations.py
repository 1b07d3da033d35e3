"""TIMEX3 durations as days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.chrono.durations import days_long


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("P3D", (2, 3)),
        ("P1D", (0, 1)),
        ("P2W", (10, 18)),
        ("P1M", (15, 46)),
        ("P3Y", (913, 1278)),
        ("P2DE", (5478, 9131)),
        ("P1CE", (18262, 54788)),
        ("PXY", None),
        ("PT3H", None),
        ("2025-08-19", None),
        ("P3D\n", None),
        ("", None),
    ],
)
def test_lengths_of_durations(value: str, days: tuple[int, int] | None) -> None:
    """Half a unit either way; None where the value names no whole number of days."""
    assert days_long(value) == days


@given(st.integers(1, 500), st.sampled_from(["D", "W", "M", "Y", "DE", "CE"]))
def test_a_longer_duration_is_longer(count: int, unit: str) -> None:
    """Least is at most most, and one unit more is more."""
    one, more = days_long(f"P{count}{unit}"), days_long(f"P{count + 1}{unit}")
    assert one is not None
    assert more is not None
    assert 0 <= one[0] <= one[1]
    assert one[0] < more[0]
    assert one[1] < more[1]
