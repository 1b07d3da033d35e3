"""Allen's thirteen relations between intervals (Allen, CACM 26(11), 1983): exactly one holds between any two."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.chrono.interval import Interval


class Allen(Enum):
    """How one interval lies to another."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def converse(self) -> Allen:
        """The relation the other way round: the members stand in an order that is its own mirror image."""
        members = list(Allen)
        return members[-1 - members.index(self)]


def relation(one: Interval, other: Interval) -> Allen:
    """
    The one relation that holds.

    >>> from timeline.chrono.interval import Interval
    >>> relation(Interval(0, 5), Interval(5, 9)).value
    'meets'
    """
    if one.end <= other.start:
        return Allen.MEETS if one.end == other.start else Allen.BEFORE
    if other.end <= one.start:
        return Allen.MET_BY if other.end == one.start else Allen.AFTER
    starts = (one.start > other.start) - (one.start < other.start)
    ends = (one.end > other.end) - (one.end < other.end)
    return _SHARING[starts, ends]


# By the order of the two starts and of the two ends: -1 where the first interval's comes first.
_SHARING = {
    (-1, -1): Allen.OVERLAPS,
    (-1, 0): Allen.FINISHED_BY,
    (-1, 1): Allen.CONTAINS,
    (0, -1): Allen.STARTS,
    (0, 0): Allen.EQUALS,
    (0, 1): Allen.STARTED_BY,
    (1, -1): Allen.DURING,
    (1, 0): Allen.FINISHES,
    (1, 1): Allen.OVERLAPPED_BY,
}
