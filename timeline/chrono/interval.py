"""Stretches of time, half-open: what every expression becomes once its anchor is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import FIRST_MOMENT, LAST_MOMENT, day_of, start_of

if TYPE_CHECKING:
    from timeline.chrono.granularity import Granularity


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """
    The stretch ``[start, end)`` of moments: start included, end excluded.

    >>> from timeline.chrono.granularity import Granularity
    >>> Interval.of(Granularity.DAY, 1500)
    Interval(start=1440, end=2880)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"an interval must end after it starts: {self.start} to {self.end}")

    @classmethod
    def of(cls, unit: Granularity, moment: int) -> Interval:
        """The whole *unit* that contains *moment*."""
        start = unit.floor(moment)
        return cls(start, unit.shift(start, 1))

    @classmethod
    def days(cls, first: int, last: int) -> Interval:
        """From the day *first* to the day *last*, both included."""
        return cls(start_of(first), start_of(last + 1))

    def __contains__(self, moment: int) -> bool:
        return self.start <= moment < self.end

    def __and__(self, other: Interval) -> Interval | None:
        """The shared part, or None where the two do not meet."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Interval(start, end) if start < end else None

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.start, other.start), max(self.end, other.end))

    @property
    def first_day(self) -> int:
        """The day it starts on."""
        return day_of(self.start)

    @property
    def last_day(self) -> int:
        """The last day it touches."""
        return day_of(self.end - 1)

    @property
    def in_calendar(self) -> bool:
        """All of it lies in the years -9999 to 9999."""
        return self.start >= FIRST_MOMENT and self.end <= LAST_MOMENT + 1
