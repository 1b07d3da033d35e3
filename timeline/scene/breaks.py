"""
An axis with the long empty stretches cut out: a map from days to *units*, in which everything else is drawn.

A unit is a day wherever nothing is cut, so that equal lengths on one drawing are equal times. A cut keeps a little
width, so that every day has its place and the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.scene.extent import Extent

_MOST, _MOST_LABELLED = 6, 4
"""Cuts of an axis, and those behind an event whose label takes room."""
_LONG = 0.3
"""A stretch is long that takes so much of all that is left, and so many times as much as the stretches usually do."""
_UNUSUAL = 5.0
_ONE_EVENT = 0.8
"""The same of a stretch within which a single event lies."""
_WIDE = 34.0
"""Pixels of the mark of a cut: its words are read downwards within it."""
_NEAR, _LABEL, _LABELS = 0.02, 0.13, 0.4
"""Of the width of the drawing: what stays beside what is known, and behind an event for its label, one and all."""


class Cut(NamedTuple):
    """The days from `first` to `last`, drawn `shown` units wide."""

    first: float
    last: float
    shown: float

    @property
    def words(self) -> str:
        """How much is left out: ``213 years``."""
        return amount_words(self.last - self.first)


@dataclass(frozen=True, slots=True)
class Breaks:
    """The cuts of an axis, from left to right."""

    cuts: tuple[Cut, ...] = ()

    def unit(self, day: float) -> float:
        """Where a day is."""
        gone = 0.0
        for cut in self.cuts:
            if day <= cut.first:
                break
            length = cut.last - cut.first
            gone += (min(day, cut.last) - cut.first) * (1 - cut.shown / length)
        return day - gone

    def day(self, unit: float) -> float:
        """The inverse of `unit`."""
        gone = 0.0
        for cut in self.cuts:
            into = unit + gone - cut.first
            if into <= 0:
                break
            length = cut.last - cut.first
            gone += min(into / cut.shown, 1.0) * (length - cut.shown)
        return unit + gone

    def marks(self) -> tuple[tuple[float, float], ...]:
        """The first and last unit of each cut."""
        return tuple((self.unit(cut.first), self.unit(cut.last)) for cut in self.cuts)

    def segments(self, first: float, last: float) -> list[tuple[float, float]]:
        """The days between the cuts, from the day *first* to the day *last*."""
        edges = [first, *(edge for cut in self.cuts for edge in (cut.first, cut.last)), last]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return [(max(start, first), min(end, last)) for start, end in pairs if max(start, first) < min(end, last)]

    def window(self, days: tuple[float, float]) -> tuple[float, float]:
        """Where two days are."""
        return self.unit(days[0]), self.unit(days[1])

    def ends(self, days: tuple[float | None, float | None]) -> tuple[float | None, float | None]:
        """Where two ends are; what is open stays open."""
        first, last = (None if day is None else self.unit(day) for day in days)
        return first, last

    def extent(self, extent: Extent) -> Extent:
        """What is known of an event, in units."""
        if not self.cuts:
            return extent
        usual = tuple(self.unit(day) for day in extent.usual)
        if extent.point is not None:  # the day around a dot is not drawn, and may be cut
            point = self.unit(extent.point)
            return replace(extent, begins=(point, point), ends=(point, point), point=point, usual=usual)
        return replace(extent, begins=self.ends(extent.begins), ends=self.ends(extent.ends), usual=usual)


WHOLE = Breaks()
"""An axis of which nothing is cut out."""


def breaks_of(
    days: Iterable[float], ends: Iterable[float], room: float, bands: Iterable[tuple[float, float]] = ()
) -> Breaks:
    """
    The cuts for an axis of *room* pixels on which these days are known: where long stretches lie between them.

    *ends* are those days at which an event ends, so that its label stands behind them. *bands* are the first and last
    days of single events: such a one is torn only where it would leave hardly anything to all others.
    """
    bands = sorted(set(bands))
    known, labelled = sorted(set(days)), frozenset(ends)
    lengths = [end - start for start, end in pairwise(known)]
    if not lengths:
        return Breaks()
    left = known[-1] - known[0]
    usual = median(lengths)
    chosen: list[tuple[float, float]] = []
    for start, end in sorted(pairwise(known), key=lambda pair: (pair[0] - pair[1], pair[0])):
        if len(chosen) == _MOST or end - start <= max(_LONG * left, _UNUSUAL * usual):
            break
        if end - start <= _ONE_EVENT * left and any(first <= start and end <= last for first, last in bands):
            continue
        if start in labelled and sum(one in labelled for one, _ in chosen) == _MOST_LABELLED:
            continue
        chosen.append((start, end))
        left -= end - start
    return _cut(sorted(chosen), labelled, left, room)


def _cut(chosen: Sequence[tuple[float, float]], ends: frozenset[float], left: float, room: float) -> Breaks:
    """The cuts in these stretches, when all others together are so long."""
    labelled = sum(start in ends for start, _ in chosen)
    shown, label = min(_WIDE / room, 0.1), min(_LABEL, _LABELS / max(labelled, 1))
    behind = [label if start in ends else _NEAR for start, _ in chosen]
    whole = left / (1 - len(chosen) * (shown + _NEAR) - sum(behind))
    cuts = [
        Cut(start + share * whole, end - _NEAR * whole, shown * whole)
        for (start, end), share in zip(chosen, behind, strict=True)
    ]
    return Breaks(tuple(cut for cut in cuts if cut.last - cut.first > 2 * cut.shown))


def amount_words(days: float) -> str:
    """
    A length of time, roughly.

    >>> amount_words(77_800), amount_words(200), amount_words(12), amount_words(0.25)
    ('213 years', '7 months', '12 days', '6 hours')
    """
    for unit, length in (("years", 365.2425), ("months", 30.44), ("days", 1.0), ("hours", 1 / 24)):
        if days >= 2 * length:
            return f"{round(days / length):,} {unit}"
    return f"{round(days * 1440):,} minutes"
