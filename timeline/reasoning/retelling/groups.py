"""Which events of different articles are one: the surest first, one of each article at most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.reasoning.retelling.same import Strength, compatible, excluded, joined, same, shared
from timeline.reasoning.retelling.story import Story, roles_of, story
from timeline.reasoning.retelling.words import Told, names_of, told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from timeline.chrono.bounds import Bounds
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


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


class _Pair(NamedTuple):
    """Two events that may be one, and what their articles have in common."""

    one: Told
    other: Told
    story: Story


class _Stories:
    """What each two articles have in common, looked up once."""

    def __init__(self, names: Mapping[str, frozenset[str]], roles: Mapping[str, frozenset[tuple[str, str]]]) -> None:
        self._names = names
        self._roles = roles
        self._found: dict[tuple[str, str], Story] = {}

    def of(self, one: str, other: str) -> Story:
        """Of the articles with these ids."""
        key = (one, other)
        if key not in self._found:
            self._found[key] = story(self._names[one], self._names[other], self._roles[one] | self._roles[other])
        return self._found[key]


def groups(timeline: Timeline, apart: Collection[frozenset[str]] = ()) -> tuple[Group, ...]:
    """
    The events that several articles tell, in the order of the articles.

    *apart* are pairs of ids that were said not to be one. What is hidden, or joined by hand, is left as it is.
    """
    names = names_of(timeline.articles)
    tellings = list(_tellings(timeline, names))
    stories = _Stories(names, {article.id: roles_of(article) for article in timeline.articles})
    order = {telling.event.id: place for place, telling in enumerate(tellings)}
    clusters: dict[str, list[Told]] = {telling.event.id: [telling] for telling in tellings}
    likely = _likely(tellings, order, stories)
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


def _tellings(timeline: Timeline, names: Mapping[str, frozenset[str]]) -> Iterable[Told]:
    articles = {article.id: article for article in timeline.articles}
    for event in timeline.events:
        if not event.hidden and event.merged is None and event.article in articles and event.span.end > 0:
            yield told(event, articles[event.article], names[event.article])


def _likely(tellings: Iterable[Told], order: Mapping[str, int], stories: _Stories) -> list[_Pair]:
    """The pairs of different articles that may be one, if they are alone."""
    by_act: dict[str, list[Told]] = defaultdict(list)
    for telling in tellings:
        landmark = telling.event.landmark
        for act in (*telling.acts, *([] if landmark is None else [f"landmark {landmark}"])):
            by_act[act].append(telling)
    found: dict[tuple[int, int], _Pair] = {}
    for alike in by_act.values():
        for pair in _about_one_time(alike):
            one, other = sorted(pair, key=lambda telling: order[telling.event.id])
            key = order[one.event.id], order[other.event.id]
            if one.event.article == other.event.article or key in found:
                continue
            story = stories.of(one.event.article, other.event.article)
            if same(one, other, alone=True, story=story):
                found[key] = _Pair(one, other, story)
    return list(found.values())


def _about_one_time(alike: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs whose times meet, found in one sweep over the calendar."""
    going_on: list[tuple[int, Told]] = []
    for first, last, telling in sorted(((*telling.reach, telling) for telling in alike), key=lambda one: one[:2]):
        going_on = [(end, other) for end, other in going_on if end >= first]
        yield from ((other, telling) for _, other in going_on)
        going_on.append((last, telling))


def _surest_first(likely: Iterable[_Pair], order: Mapping[str, int], *, alone: bool) -> list[_Pair]:
    """The pairs that are one, the surest first; with *alone*, also those that are only as neither has another."""
    pairs = {pair: shared(*pair) for pair in likely}
    beside: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (one, other, _), count in pairs.items():
        beside[one.event.id, other.event.article].append(count)
        beside[other.event.id, one.event.article].append(count)

    def strength(pair: _Pair) -> Strength:
        one, other, story = pair
        counts = (*beside[one.event.id, other.event.article], *beside[other.event.id, one.event.article])
        only = sum(count >= pairs[pair] for count in counts) == 2  # itself, on either side
        return same(one, other, alone=alone and only, story=story)

    found = {pair: strength(pair) for pair in pairs}
    return sorted(
        (pair for pair, sure in found.items() if sure),
        key=lambda pair: (-found[pair], -pairs[pair], order[pair.one.event.id], order[pair.other.event.id]),
    )


def _open(pair: _Pair, clusters: Mapping[str, list[Told]], apart: Collection[frozenset[str]]) -> bool:
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
