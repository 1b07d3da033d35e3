"""Which events of different articles are one: the surest first, one of each article at most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from timeline.reasoning.retelling.comparison import Comparison
from timeline.reasoning.retelling.same import Strength, compatible, excluded, joined, same, shared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from timeline.chrono.bounds import Bounds
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.reasoning.retelling.comparison import Pair
    from timeline.reasoning.retelling.words import Told


class Source(NamedTuple):
    """What one article says of a group's event, by itself."""

    event: str
    article: str
    quote: str
    when: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Group:
    """
    Events of different articles that are one.

    `shown` is the one that stands on the timeline; `sources` are what the articles say of it, each by itself, in the
    order of the articles; `bounds` what all of them say together.
    """

    shown: str
    sources: tuple[Source, ...]
    bounds: Bounds

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of all its events, in the order of the articles."""
        return tuple(source.event for source in self.sources)


def groups(timeline: Timeline, apart: Collection[frozenset[str]] = ()) -> tuple[Group, ...]:
    """
    The events that several articles tell, in the order of the articles.

    *apart* are pairs of ids that were said not to be one. What is hidden, or joined by hand, is left as it is.
    """
    comparison = Comparison(timeline)
    order = comparison.order
    clusters: dict[str, list[Told]] = {telling.event.id: [telling] for telling in comparison.tellings}
    likely = [pair for pair in comparison.pairs() if same(pair.one, pair.other, alone=True, story=pair.story)]
    torn = _torn(likely)
    likely = [pair for pair in likely if pair.one.event.id not in torn and pair.other.event.id not in torn]
    for alone in (False, True):  # what is sure by itself first: it leaves fewer for what is sure only where it is alone
        if alone:
            likely = [pair for pair in likely if _open(pair, clusters, apart)]
        for pair in _surest_first(likely, order, alone=alone):
            first, second = clusters[pair.one.event.id], clusters[pair.other.event.id]
            if first is second or not _fit(first, second, apart):
                continue
            together = sorted([*first, *second], key=lambda telling: order[telling.event.id])
            for telling in together:
                clusters[telling.event.id] = together
    found = {id(cluster): cluster for cluster in clusters.values() if len(cluster) > 1}
    return tuple(_group(cluster) for cluster in sorted(found.values(), key=lambda them: order[them[0].event.id]))


def _torn(likely: Iterable[Pair]) -> set[str]:
    """The events without a day of their own that may be either of two that are not one: "they had met before"."""
    partners: dict[str, list[Told]] = defaultdict(list)
    for one, other, _ in likely:
        partners[one.event.id].append(other)
        partners[other.event.id].append(one)
    loose = {telling.event.id for pair in likely for telling in pair[:2] if not telling.event.bounds.window.known}
    return {
        event
        for event in loose
        if any(
            not compatible(first.event.bounds, second.event.bounds)
            for first, second in combinations(partners[event], 2)
        )
    }


def _surest_first(likely: Iterable[Pair], order: Mapping[str, int], *, alone: bool) -> list[Pair]:
    """The pairs that are one, the surest first; with *alone*, also those that are only as neither has another."""
    pairs = {pair: shared(*pair) for pair in likely}
    beside: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (one, other, _), count in pairs.items():
        beside[one.event.id, other.event.article].append(count)
        beside[other.event.id, one.event.article].append(count)

    def strength(pair: Pair) -> Strength:
        one, other, story = pair
        counts = (*beside[one.event.id, other.event.article], *beside[other.event.id, one.event.article])
        only = sum(count >= pairs[pair] for count in counts) == 2  # itself, on either side
        return same(one, other, alone=alone and only, story=story)

    found = {pair: strength(pair) for pair in pairs}
    return sorted(
        (pair for pair, sure in found.items() if sure),
        key=lambda pair: (-found[pair], -pairs[pair], order[pair.one.event.id], order[pair.other.event.id]),
    )


def _open(pair: Pair, clusters: Mapping[str, list[Told]], apart: Collection[frozenset[str]]) -> bool:
    """The two may still come together, or are together already."""
    first, second = clusters[pair.one.event.id], clusters[pair.other.event.id]
    return first is second or _fit(first, second, apart)


def _fit(first: Sequence[Told], second: Sequence[Told], apart: Collection[frozenset[str]]) -> bool:
    """Every two of them may be one, all of them may be at one time, and no article tells two of them."""
    bounds = first[0].event.bounds
    for telling in (*first[1:], *second):
        if not compatible(bounds, telling.event.bounds):
            return False
        bounds = joined(bounds, telling.event.bounds)
    return not any(
        one.event.article == other.event.article
        or excluded(one, other)
        or frozenset((one.event.id, other.event.id)) in apart
        for one in first
        for other in second
    )


def _group(cluster: Sequence[Told]) -> Group:
    best = max(cluster, key=lambda telling: (round(telling.event.weight, 1), _tightness(telling.event)))
    bounds = cluster[0].event.bounds
    for telling in cluster[1:]:
        bounds = joined(bounds, telling.event.bounds)
    events = [telling.event for telling in cluster]
    sources = tuple(Source(event.id, event.article, event.quote, event.when, event.bounds) for event in events)
    return Group(best.event.id, sources, bounds)


def _tightness(event: Event) -> float:
    window = event.bounds.window
    if window.earliest is None or window.latest is None:
        return 0.0
    return 1 / (1 + window.latest - window.earliest)
