"""What is known of an event as places on the axis: days, with the end of the last day included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import MINUTES_PER_DAY, day_of, last_of, start_of
from timeline.model.event import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.chrono.bounds import Bounds
    from timeline.model.article import Article
    from timeline.model.event import Event, Offset


@dataclass(frozen=True, slots=True)
class Extent:
    """
    The four bounds in days; None is open.

    `begins` and `ends` are the earliest and the latest begin and end; a latest one is the *end* of its day or minute.
    `point` is where a dot goes when it all lies on one day; `usual` the places of rings, on the days they mean.
    """

    begins: tuple[float | None, float | None]
    ends: tuple[float | None, float | None]
    point: float | None = None
    usual: tuple[float, ...] = ()

    @property
    def finite(self) -> tuple[float, ...]:
        """The bounds that are not open, in order; what is usual where nothing is stated."""
        return tuple(sorted(end for end in (*self.begins, *self.ends) if end is not None)) or self.usual

    @property
    def reference(self) -> float:
        """The day an event is sorted by: the earliest that is known, what is usual first."""
        if self.usual:
            return min(self.usual)
        if self.begins[0] is not None:
            return self.begins[0]
        # "by the 5th" comes before what happened on the 5th
        return (self.begins[1] if self.core is not None and self.begins[1] is not None else self.finite[-1]) - 1.25

    @property
    def hard(self) -> tuple[float, ...]:
        """The outer ends that are known, where it is not certain to reach them."""
        core = self.core or ()
        return tuple(end for end in (self.begins[0], self.ends[1]) if end is not None and end not in core)

    @property
    def core(self) -> tuple[float, float] | None:
        """Where it certainly goes on; None where nothing is certain."""
        start, end = self.begins[1], self.ends[0]
        return (start, end) if start is not None and end is not None and start < end else None


def extent_of(event: Event, *, offset: bool) -> Extent | None:
    """The extent of an event on a calendar axis, or on one of days from publication; None where nothing is known."""
    if offset:
        return None if event.offset is None else _from_offset(event.offset, event.kind)
    shown = event.bounds if event.stated is None else event.stated
    usual = () if event.stated is None else _rings(event.stated, event.bounds, event.kind)
    if shown.open and not usual:
        return None
    if event.kind is Kind.DAY:
        window = day_window(shown)
        point = None
        if window.one_day:
            point = ((window.earliest or 0) + (window.latest or 0) + 1) / 2 / MINUTES_PER_DAY
        edges = (_start(window.earliest), _end(window.latest))
        return Extent(edges, edges, point, usual)
    begins = (_start(shown.begin.earliest), _start(shown.begin.latest))
    ends = (_end(shown.end.earliest), _end(shown.end.latest))
    return Extent(_known_days(begins, shown.begin), _known_days(ends, shown.end), None, usual)


def day_window(bounds: Bounds) -> Range:
    """What is known of the one day an event lies on: a bound of its begin is one of its end as well."""
    earliest, latest = bounds.begin.earliest, bounds.end.latest
    if earliest is None and bounds.end.earliest is not None:
        earliest = start_of(day_of(bounds.end.earliest))
    if latest is None and bounds.begin.latest is not None:
        latest = last_of(day_of(bounds.begin.latest))
    return Range(earliest, latest)


def without_year(articles: Iterable[Article], events: Iterable[Event]) -> bool:
    """No year is known anywhere, but distances from publication are."""
    if any(not article.published.open for article in articles):
        return False
    distances = False
    for event in events:
        if not event.bounds.open or (event.stated is not None and not event.stated.open):
            return False
        distances = distances or event.offset is not None
    return distances


def published_extent(published: Range) -> tuple[float | None, float | None]:
    """The first and last place of a publication day: the same, its noon, where it is known."""
    if published.one_day:
        noon = ((published.earliest or 0) + (published.latest or 0) + 1) / 2 / MINUTES_PER_DAY
        return (noon, noon)
    return (_start(published.earliest), _end(published.latest))


def _known_days(edges: tuple[float | None, float | None], stated: Range) -> tuple[float | None, float | None]:
    """An end that is known to the day is no range: what remains within the day would be drawn as doubt."""
    if not stated.one_day:
        return edges
    return (edges[0], edges[0]) if edges[1] is not None and edges[0] is not None and edges[1] >= edges[0] else edges


def _start(moment: int | None) -> float | None:
    return None if moment is None else moment / MINUTES_PER_DAY


def _end(moment: int | None) -> float | None:
    return None if moment is None else (moment + 1) / MINUTES_PER_DAY


def _rings(stated: Bounds, usual: Bounds, kind: Kind) -> tuple[float, ...]:
    """The middle of each day at which what is usual narrows what is stated."""
    if kind is Kind.DAY:
        one, other = day_window(stated), day_window(usual)
        pairs = [(one.earliest, other.earliest), (one.latest, other.latest)]
    else:
        pairs = [
            (stated.begin.earliest, usual.begin.earliest),
            (stated.begin.latest, usual.begin.latest),
            (stated.end.earliest, usual.end.earliest),
            (stated.end.latest, usual.end.latest),
        ]
    days = {moment // MINUTES_PER_DAY for was, moment in pairs if moment is not None and moment != was}
    return tuple(day + 0.5 for day in sorted(days))


def _from_offset(offset: Offset, kind: Kind) -> Extent | None:
    first, last = offset.begin[0], offset.end[1]
    if kind is Kind.DAY:
        if first is None and last is None:
            return None
        edges = (None if first is None else float(first), None if last is None else last + 1.0)
        return Extent(edges, edges, first + 0.5 if first is not None and first == last else None)
    begins = (_float(offset.begin[0]), _float(offset.begin[1]))
    ends = (_float(offset.end[0], 1), _float(offset.end[1], 1))
    return None if begins == ends == (None, None) else Extent(begins, ends)


def _float(number: int | None, more: int = 0) -> float | None:
    return None if number is None else float(number + more)
