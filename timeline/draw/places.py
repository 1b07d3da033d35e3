"""Places on Plotly's time axis: days as numbers, or ISO strings on a date axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY, day_number
from timeline.chrono.iso import iso_day, iso_moment

if TYPE_CHECKING:
    from timeline.scene.geometry import Scene

_FIRST, _LAST = day_number(1), day_number(9999, 12, 31)
"""What a date axis can show: it counts a year 0 and knows no BCE."""


def has_dates(scene: Scene) -> bool:
    """All that is drawn lies in the years 1 to 9999, on a calendar of which nothing is cut out."""
    return not scene.offset and not scene.breaks and scene.first >= _FIRST and scene.last <= _LAST


def same(day: float) -> float:
    """A place on a linear axis."""
    return day


def iso(day: float) -> str:
    """A place on a date axis, to the minute."""
    minutes = min(max(round(day * MINUTES_PER_DAY), _FIRST * MINUTES_PER_DAY), _LAST * MINUTES_PER_DAY)
    return iso_moment(minutes) if minutes % MINUTES_PER_DAY else iso_day(minutes // MINUTES_PER_DAY)
