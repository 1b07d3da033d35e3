"""Days that a calendar pattern allows: a Tuesday, in April, on the 5th, and several of these at once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import CYCLE_DAYS, add_months, civil, weekday

if TYPE_CHECKING:
    from collections.abc import Sequence


class Pattern(NamedTuple):
    """
    The day *shift* days later is such a day; None is any.

    `weekday` counts from Monday, 0; `month` from January, 1; `day` is the day of the month.
    """

    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int = 0

    def moved(self, shift: int) -> Pattern:
        """The same, seen from a day that lies *shift* days earlier."""
        return self._replace(shift=self.shift + shift)


def fitting(patterns: Sequence[Pattern], day: int, *, forward: bool) -> int | None:
    """
    The nearest day from *day* on that fits every pattern, *day* included; None where no day ever does.

    The calendar repeats after 400 years, so a whole cycle without one is the proof.

    >>> from timeline.chrono.calendar import day_number
    >>> monday_5_august = [Pattern(weekday=0, month=8, day=5)]
    >>> civil(fitting(monday_5_august, day_number(2025), forward=True))
    Civil(year=2030, month=8, day=5)
    """
    at, limit = day, CYCLE_DAYS
    while abs(at - day) <= limit:
        moved = at
        for pattern in patterns:
            moved = _fit(pattern, moved, forward=forward)
        if moved == at:
            return at
        at = moved
    return None


@lru_cache(maxsize=4096)
def possible(patterns: tuple[Pattern, ...]) -> bool:
    """
    Some day fits them all.

    >>> possible((Pattern(weekday=0), Pattern(weekday=1)))
    False
    """
    weekdays = {(pattern.weekday - pattern.shift) % 7 for pattern in patterns if pattern.weekday is not None}
    return len(weekdays) < 2 and fitting(patterns, 1, forward=True) is not None


def _fit(pattern: Pattern, day: int, *, forward: bool) -> int:
    """The nearest day that the pattern may allow: exact for one field, a safe stride for the rest."""
    at = day + pattern.shift
    if pattern.month is not None or pattern.day is not None:
        at = _fit_month(pattern, at, forward=forward)
    if pattern.weekday is not None:
        away = (pattern.weekday - weekday(at)) % 7 if forward else -((weekday(at) - pattern.weekday) % 7)
        at += away
    return at - pattern.shift


def _fit_month(pattern: Pattern, at: int, *, forward: bool) -> int:
    _, month, number = civil(at)
    if pattern.month is not None and month != pattern.month:
        first = at - number + 1
        away = (pattern.month - month) % 12 if forward else -((month - pattern.month) % 12)
        return add_months(first, away) if forward else add_months(first, away + 1) - 1
    if pattern.day is None or number == pattern.day:
        return at
    first = at - number + 1
    if forward:
        wanted = first + pattern.day - 1
        following = add_months(first, 1)
        return wanted if number < pattern.day and wanted < following else following
    return first + pattern.day - 1 if number > pattern.day else first - 1
