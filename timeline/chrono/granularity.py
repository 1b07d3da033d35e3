"""The units people measure time in: each is a floor and a step (after d3-time)."""

from __future__ import annotations

from enum import Enum

from timeline.chrono.calendar import MINUTES_PER_DAY, add_months, civil, day_of, first_of_month, start_of, weekday

_MINUTES = {"minute": 1, "hour": 60, "day": MINUTES_PER_DAY, "week": 7 * MINUTES_PER_DAY}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Granularity(Enum):
    """
    A unit of the calendar. Weeks start on Monday; decades and centuries on years divisible by ten and a hundred.

    >>> from timeline.chrono.calendar import day_number
    >>> Granularity.MONTH.floor(start_of(day_number(2025, 8, 20))) == start_of(day_number(2025, 8, 1))
    True
    """

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def minutes(self) -> int:
        """Length in minutes, the mean one for months and longer."""
        if self.value in _MINUTES:
            return _MINUTES[self.value]
        return round(_MONTHS[self.value] * 30.436875 * MINUTES_PER_DAY)

    @property
    def months(self) -> int | None:
        """Length in months; None for a week and shorter."""
        return _MONTHS.get(self.value)

    def __lt__(self, other: Granularity) -> bool:
        return self.minutes < other.minutes

    def floor(self, moment: int) -> int:
        """The first moment of the unit that contains *moment*."""
        if self is Granularity.WEEK:
            day = day_of(moment)
            return start_of(day - weekday(day))
        if self.value in _MINUTES:
            return moment - moment % _MINUTES[self.value]
        year, month, _ = civil(day_of(moment))
        months = year * 12 + month - 1
        return start_of(first_of_month(months - months % _MONTHS[self.value]))

    def shift(self, moment: int, count: int) -> int:
        """The moment *count* units later; a day of the month that is missing becomes the last one."""
        if self.value in _MINUTES:
            return moment + count * _MINUTES[self.value]
        day, months = day_of(moment), count * _MONTHS[self.value]
        year, month, number = civil(day)
        # Nearly always a unit's own start is moved, and the first of a month needs no look at the month's length.
        moved = first_of_month(year * 12 + month - 1 + months) if number == 1 else add_months(day, months)
        return start_of(moved) + moment % MINUTES_PER_DAY

    def ceil(self, moment: int) -> int:
        """The first start of a unit at or after *moment*."""
        start = self.floor(moment)
        return start if start == moment else self.shift(start, 1)
