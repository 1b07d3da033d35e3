"""How many events begin, lie or end by a day: what a window holds is a difference of such counts."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.scene.extent import Extent


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event lies, in days: the `first` and `last` day of what is drawn, and the day `at` it is counted at."""

    first: float
    at: float
    last: float


def place_of(extent: Extent) -> Place:
    """The place of what is known of an event; the day it is sorted by is brought into what is drawn."""
    days = [day for day in (*extent.begins, *extent.ends, *extent.usual) if day is not None]
    first, last = min(days), max(days)
    return Place(first, min(max(extent.reference, first), last), last)


def cell_for(days: float) -> float:
    """The width of the cells in which events are counted: the least power of two that is not below *days*."""
    width = 1.0
    while width < days:
        width *= 2
    while width / 2 >= days:
        width /= 2
    return width


@dataclass(frozen=True, slots=True)
class Steps:
    """
    Days in order without repetition, and how many of the things counted lie up to each of them.

    Equal where days and counts are equal, whatever holds them (an array, or the bytes of a file seen as numbers).
    """

    days: array[float]
    upto: array[int]

    @classmethod
    def of(cls, days: Iterable[float]) -> Steps:
        """The steps of these days, in whatever order they come."""
        counts = Counter(days)
        found = sorted(counts)
        return cls(array("d", found), array("q", accumulate(map(counts.__getitem__, found))))

    @property
    def ends(self) -> tuple[float, float] | tuple[None, None]:
        """The first and the last of the days; None where there are none."""
        return (self.days[0], self.days[-1]) if self.days else (None, None)

    @property
    def total(self) -> int:
        """How many there are."""
        return self.upto[-1] if self.upto else 0

    def below(self, day: float) -> int:
        """How many lie before a day."""
        at = bisect_left(self.days, day)
        return self.upto[at - 1] if at else 0

    def beyond(self, day: float) -> int:
        """How many lie after a day."""
        at = bisect_right(self.days, day)
        return self.total - (self.upto[at - 1] if at else 0)

    def nearest_before(self, day: float) -> float | None:
        """The last of the days before a day; None where there is none."""
        at = bisect_left(self.days, day)
        return self.days[at - 1] if at else None

    def nearest_after(self, day: float) -> float | None:
        """The first of the days after a day; None where there is none."""
        at = bisect_right(self.days, day)
        return self.days[at] if at < len(self.days) else None

    def cells(self, first: float, last: float, width: float) -> Iterator[tuple[float, int]]:
        """The cells that are not empty between two days, these included: first day of each, and how many lie in it."""
        at, end = bisect_left(self.days, first), bisect_right(self.days, last)
        before = self.upto[at - 1] if at else 0
        while at < end:
            number = floor(self.days[at] / width)
            at = bisect_left(self.days, (number + 1) * width, at + 1, end)
            yield number * width, self.upto[at - 1] - before
            before = self.upto[at - 1]


@dataclass(frozen=True, slots=True)
class Census:
    """The events of a lane, or all of them, counted by the first and the last day drawn and the day between."""

    first: Steps
    at: Steps
    last: Steps

    @classmethod
    def of(cls, places: Iterable[Place]) -> Census:
        """The census of these places."""
        places = list(places)
        return cls(
            Steps.of([place.first for place in places]),
            Steps.of([place.at for place in places]),
            Steps.of([place.last for place in places]),
        )

    def before(self, first: float) -> int:
        """How many lie wholly before a day."""
        return self.last.below(first)

    def after(self, last: float) -> int:
        """How many lie wholly after a day."""
        return self.first.beyond(last)

    def meet(self, first: float, last: float) -> int:
        """How many lie at least in part between two days."""
        return self.at.total - self.before(first) - self.after(last)

    def cells(self, first: float, last: float, width: float) -> dict[float, int]:
        """
        How many of those that lie at least in part between two days are counted in each cell, by its first day.

        What is counted at a day before or after the window counts in the window's first or last cell.
        """
        found = dict(self.at.cells(first, last, width))
        for day, more in (
            (first, self.at.below(first) - self.before(first)),
            (last, self.at.beyond(last) - self.after(last)),
        ):
            if more:
                cell = floor(day / width) * width
                found[cell] = found.get(cell, 0) + more
        return found
