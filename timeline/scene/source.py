"""What a drawing draws from: a window query that costs the same however many events there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from math import frexp
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from timeline.scene.breaks import WHOLE, Breaks
from timeline.scene.counting import Census, Place, place_of
from timeline.scene.extent import Extent, extent_of, published_extent, without_year
from timeline.scene.lanes import Chosen, Sum, choose, lane_of, names_of, weight_of
from timeline.scene.same import Kept
from timeline.scene.window import widened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


MOST_LANES = 64
"""A drawing has no more lanes than this, however many are asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What is asked of a source: the events between the days *first* and *last*, in at most *lanes* lanes.

    At most `most` events come themselves, the one `selected` among them where it lies in the window; all are counted
    in cells `cell` days wide, a power of two (`counting.cell_for` gives one).
    """

    first: float
    last: float
    lanes_by: str = "actor"
    lanes: int = 8
    most: int = 250
    cell: float = 1.0
    selected: str | None = None

    def __post_init__(self) -> None:
        if not self.first <= self.last:
            raise ValueError(f"a window must not end before it starts: {self}")
        if self.cell <= 0 or frexp(self.cell)[0] != 0.5:
            raise ValueError(f"the width of a cell must be a power of two: {self}")
        if self.lanes < 1 or self.most < 0:
            raise ValueError(f"a window has at least one lane and no negative number of events: {self}")


@dataclass(frozen=True, slots=True)
class FoundLane:
    """
    A lane of the whole source, and what lies in the window of it.

    `count` events lie there at least in part. `cells` are the first day of each cell and how many of them are counted
    in it, by the day an event is sorted by, brought into what is drawn of it and into the window; cells with none are
    left out, and the sum of the others is `count`.
    """

    key: str
    colour: int
    count: int
    cells: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """How many events lie wholly on one side of the window, and the day of the nearest and of the farthest one."""

    count: int
    near: float
    far: float


@dataclass(frozen=True, slots=True)
class Found:
    """
    What lies in a window: `events` in the order in which they claim a place, `total` with those left out.

    An event meets the window with what is known of it, its ends included; how far an open end fades out is a matter of
    pixels. `places` are the numbers of the events' lanes. Of an event before the window the last day counts, of one
    after it the first.
    """

    events: tuple[Event, ...]
    places: tuple[int, ...]
    total: int
    lanes: tuple[FoundLane, ...]
    before: Beside | None
    after: Beside | None


class Source(Protocol):
    """Events to draw, in memory or not. Hidden ones are none of them; those without any place on the axis are apart."""

    @property
    def title(self) -> str | None:
        """What all of it is called."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Where the events come from."""

    @property
    def offset(self) -> bool:
        """No year is known anywhere: days are counted from publication."""

    @property
    def total(self) -> int:
        """How many events have a place on the axis."""

    def reach(self) -> tuple[float, float] | None:
        """From the first to the last day that is known of anything, as `window.reach`; None where nothing is."""

    def window(self, asked: Asked) -> Found:
        """What lies in a window."""

    def unknown(self, most: int) -> tuple[tuple[Event, ...], int]:
        """The first of the events without a place on the axis, in the order of the text, and how many there are."""


class _Lies(NamedTuple):
    """Where an event lies: `reference` is the day it is sorted by, `clock` that parts of a day are known."""

    extent: Extent
    place: Place
    reference: float
    clock: bool

    @classmethod
    def of(cls, extent: Extent) -> _Lies:
        """Where something of this extent lies."""
        return cls(extent, place_of(extent), extent.reference, any(day * 24 % 24 for day in extent.finite))


@dataclass(frozen=True, slots=True)
class _Known:
    """An event with its places in the order of the text, of rank and of time; None where it has none on the axis."""

    event: Event
    text: tuple[str, tuple[int, int], str]
    rank: tuple[float, str]
    weight: int
    lies: _Lies | None
    time: tuple[float, str, int, str] | None

    @classmethod
    def of(cls, event: Event, *, offset: bool) -> _Known:
        """What is known of an event on a calendar axis, or on one of days from publication."""
        extent = extent_of(event, offset=offset)
        lies = None if extent is None else _Lies.of(extent)
        time = None if lies is None else time_of(event, lies.reference)
        return cls(event, (event.article, event.span, event.id), by_rank(event), weight_of(event), lies, time)


_KNOWN: Final[dict[bool, Kept[Event, _Known]]] = {
    offset: Kept(partial(_Known.of, offset=offset)) for offset in (False, True)
}
"""An edit leaves nearly all events as they are: of those it is known already where they lie."""
_LANE_OF: Final[dict[str, Kept[Event, str]]] = {
    by: Kept(partial(lane_of, by=by, articles={})) for by in ("actor", "place", "status", "kind", "none")
}
"""The lane of each event, where it hangs on the event alone."""


class Held:
    """
    A timeline in memory as a source; what a question needs of the whole is computed once.

    With `breaks`, all days that it tells of are units of the broken axis, and so are those it is asked for.
    """

    def __init__(self, timeline: Timeline, breaks: Breaks = WHOLE) -> None:
        self.timeline = timeline
        self.breaks = breaks
        self.title = timeline.title
        self.articles = timeline.articles
        events = [event for event in timeline.events if not event.hidden]
        self.offset = without_year(self.articles, events)
        known = _KNOWN[self.offset].of(events)
        unknown = sorted((one for one in known if one.lies is None), key=attrgetter("text"))
        self._unknown = tuple(one.event for one in unknown)
        placed = sorted((one for one in known if one.lies is not None), key=attrgetter("rank"))
        found = [one.lies for one in placed if one.lies is not None]
        times = [one.time for one in placed if one.time is not None]
        if breaks is not WHOLE:
            found = [_Lies.of(breaks.extent(lies.extent)) for lies in found]
            times = [time_of(one.event, lies.reference) for one, lies in zip(placed, found, strict=True)]
        self._ranked = tuple(one.event for one in placed)
        self._weights = tuple(one.weight for one in placed)
        self._places = tuple(lies.place for lies in found)
        self._times = tuple(times)
        self._clock = any(lies.clock for lies in found)
        self._names = names_of(self.articles)
        self._lanes: dict[str, dict[str, tuple[int, ...]]] = {}
        self._counted: dict[tuple[str, str], Census] = {}
        self._sums: dict[str, dict[str, Sum]] = {}
        self._drawn: dict[tuple[str, int], tuple[Chosen, tuple[tuple[int, ...], ...]]] = {}

    @property
    def total(self) -> int:
        """How many events have a place on the axis."""
        return len(self._ranked)

    def reach(self) -> tuple[float, float] | None:
        """From the first to the last day that is known of anything; None where nothing is."""
        return self._reach

    @cached_property
    def _reach(self) -> tuple[float, float] | None:
        return reach_of(self._places, self.articles, clock=self._clock, offset=self.offset, breaks=self.breaks)

    @cached_property
    def _all(self) -> Census:
        return Census.of(self._places)

    def unknown(self, most: int) -> tuple[tuple[Event, ...], int]:
        """The first of the events without a place on the axis, in the order of the text, and how many there are."""
        return self._unknown[:most], len(self._unknown)

    def lanes(self, by: str, most: int) -> tuple[tuple[str, int], ...]:
        """At most so many lanes of everything, in order: the key and the colour of each."""
        return self._chosen(by, most)[0].lanes

    def members(self, by: str, most: int) -> tuple[tuple[Event, ...], ...]:
        """The events of each of at most so many lanes, in the order of the lanes."""
        return tuple(tuple(self._ranked[rank] for rank in ranks) for ranks in self._chosen(by, most)[1])

    def window(self, asked: Asked) -> Found:
        """What lies in a window."""
        chosen, members = self._chosen(asked.lanes_by, min(asked.lanes, MOST_LANES))
        selected = None if asked.selected is None else self._selected(asked)
        ranks = claim(
            [self._within(ranks, asked) for ranks in members],
            self._within(range(len(self._ranked)), asked),
            selected,
            asked,
        )
        events = tuple(self._ranked[rank] for rank in ranks)
        counted = [self._census(asked.lanes_by, key) for key in chosen.kept]
        return answer(events, chosen, counted, self._all, self._names, asked)

    def _selected(self, asked: Asked) -> int | None:
        """The rank of the selected event, where it lies in the window."""
        ranks = (rank for rank, event in enumerate(self._ranked) if event.id == asked.selected)
        return next(self._within(ranks, asked), (None, None))[1]

    def _within(self, ranks: Iterable[int], asked: Asked) -> Iterator[tuple[int, int]]:
        first, last, places = asked.first, asked.last, self._places
        return ((rank, rank) for rank in ranks if places[rank].first <= last and places[rank].last >= first)

    def _chosen(self, by: str, most: int) -> tuple[Chosen, tuple[tuple[int, ...], ...]]:
        """The lanes of a drawing and the events of each, by their rank."""
        if (by, most) not in self._drawn:
            lanes = self._members(by)
            chosen = choose(self._sums[by], by, most)
            members = [lanes[key] for key in chosen.kept]
            if len(chosen.lanes) > len(chosen.kept):
                taken = set(chosen.kept)
                members.append(tuple(sorted(rank for key in lanes if key not in taken for rank in lanes[key])))
            self._drawn[by, most] = chosen, tuple(members)
        return self._drawn[by, most]

    def _members(self, by: str) -> dict[str, tuple[int, ...]]:
        """The events of each lane, by their rank."""
        if by not in self._lanes:
            members: dict[str, list[int]] = {}
            if by == "none" and self._ranked:
                members[""] = list(range(len(self._ranked)))
            for rank, key in enumerate(self._keys(by) if not members else ()):
                members.setdefault(key, []).append(rank)
            self._sums[by] = {
                key: Sum(sum(self._weights[rank] for rank in ranks), min(self._times[rank] for rank in ranks))
                for key, ranks in members.items()
            }
            self._lanes[by] = {key: tuple(ranks) for key, ranks in members.items()}
        return self._lanes[by]

    def _keys(self, by: str) -> list[str]:
        """The lane of each event, in the order of rank."""
        kept = _LANE_OF.get(by)
        return [lane_of(event, by, self._names) for event in self._ranked] if kept is None else kept.of(self._ranked)

    def _census(self, by: str, key: str) -> Census:
        if (by, key) not in self._counted:
            ranks = self._lanes[by][key]
            every = len(ranks) == len(self._ranked)
            self._counted[by, key] = self._all if every else Census.of(self._places[rank] for rank in ranks)
        return self._counted[by, key]


def by_rank(event: Event) -> tuple[float, str]:
    """The order in which events claim a place: the weightiest first."""
    return -event.weight, event.id


def time_of(event: Event, reference: float) -> tuple[float, str, int, str]:
    """The place in time by which lanes and the events in them are ordered."""
    return reference, event.article, event.span.start, event.id


def reach_of(
    places: Iterable[Place], articles: Iterable[Article], *, clock: bool, offset: bool, breaks: Breaks = WHOLE
) -> tuple[float, float] | None:
    """
    From the first to the last day that is known of an event or a publication; None where nothing is.

    *clock*: some event is known to a part of a day.
    """
    places = list(places)
    days = [place.first for place in places] + [place.last for place in places]
    if offset:
        days.append(0.5)
    else:
        ends = [day for article in articles for day in published_extent(article.published) if day is not None]
        days += [breaks.unit(day) for day in ends]
    return widened(min(days), max(days), clock=clock) if days else None


def claim(
    lanes: Iterable[Iterator[tuple[int, int]]],
    everything: Iterator[tuple[int, int]],
    selected: int | None,
    asked: Asked,
) -> list[int]:
    """
    The numbers of the events that come themselves: the selected one, a fair share of every lane, then the weightiest.

    *lanes* and *everything* give rank and number of what lies in the window, in the order of rank; *selected* is the
    number of the selected event, where it lies there.
    """
    lanes = list(lanes)
    fair = asked.most // (2 * max(len(lanes), 1))
    shares = [number for _, number in sorted(one for lane in lanes for one in islice(lane, fair))]
    taken = dict.fromkeys(shares if selected is None else [selected, *shares])
    for _, number in everything if len(taken) < asked.most else ():
        taken.setdefault(number)
        if len(taken) >= asked.most:
            break
    return list(taken)[: asked.most]


def answer(
    events: tuple[Event, ...],
    chosen: Chosen,
    counted: Iterable[Census],
    everything: Census,
    names: Mapping[str, str],
    asked: Asked,
) -> Found:
    """The answer from the events that come themselves and the counts of all and of each lane with a name."""
    first, last = asked.first, asked.last
    numbers = {key: number for number, key in enumerate(chosen.kept)}
    counted = list(counted)
    total = everything.meet(first, last)
    counts = [census.meet(first, last) for census in counted]
    cells = [census.cells(first, last, asked.cell) for census in counted]
    if len(chosen.lanes) > len(chosen.kept):
        counts.append(total - sum(counts))
        rest = everything.cells(first, last, asked.cell)
        for lane in cells:
            for cell, count in lane.items():
                rest[cell] -= count
        cells.append(rest)
    return Found(
        events=events,
        places=tuple(numbers.get(lane_of(event, asked.lanes_by, names), len(chosen.kept)) for event in events),
        total=total,
        lanes=tuple(
            FoundLane(key, colour, count, tuple(sorted((cell, more) for cell, more in lane.items() if more)))
            for (key, colour), count, lane in zip(chosen.lanes, counts, cells, strict=True)
        ),
        before=_beside(everything.before(first), everything.last.nearest_before(first), everything.last.ends[0]),
        after=_beside(everything.after(last), everything.first.nearest_after(last), everything.first.ends[1]),
    )


def _beside(count: int, near: float | None, far: float | None) -> Beside | None:
    return Beside(count, near, far) if count and near is not None and far is not None else None
