"""Which events of different articles are one, and which only a contradiction keeps apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.reasoning.retelling.clusters import clusters, components
from timeline.reasoning.retelling.comparison import Comparison
from timeline.reasoning.retelling.disagreement import Disagreement, about
from timeline.reasoning.retelling.group import Group, group_of
from timeline.reasoning.retelling.same import same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from timeline.model.timeline import Timeline
    from timeline.reasoning.retelling.clusters import Cluster
    from timeline.reasoning.retelling.comparison import Pair


class Found(NamedTuple):
    """What several articles tell, in the order of the articles, and where they contradict each other about it."""

    groups: tuple[Group, ...]
    disagreements: tuple[Disagreement, ...]


def found_again(
    timeline: Timeline, clusters: Iterable[Sequence[str]], against: Iterable[Disagreement], first: Collection[str] = ()
) -> Found:
    """
    What was found in a timeline before, of which nothing that is compared has changed since.

    Args:
        timeline: as `Grouping.of` has it.
        clusters: the ids of the events that are one.
        against: the events that only a contradiction keeps apart.
        first: the events that stand for their group, where there are such in it.
    """
    events = {event.id: event for event in timeline.events}
    order = {event_id: place for place, event_id in enumerate(events)}
    found = sorted((sorted(cluster, key=order.__getitem__) for cluster in clusters), key=lambda one: order[one[0]])
    groups = tuple(group_of([events[event_id] for event_id in cluster], first) for cluster in found)
    return Found(groups, tuple(sorted(against, key=lambda one: (order[one.one], order[one.other]))))


class Grouping:
    """
    Groups of a timeline that changes: what did not is not compared again.

    What it finds is a matter of the timeline alone, not of those it has seen before.
    """

    def __init__(self) -> None:
        self._comparison = Comparison()
        self._likely: dict[tuple[str, str], Pair] = {}
        self._against: dict[tuple[str, str], str] = {}
        self._settled: dict[tuple[tuple[Pair, ...], frozenset[frozenset[str]]], list[Cluster]] = {}

    def of(self, timeline: Timeline, apart: Collection[frozenset[str]] = (), first: Collection[str] = ()) -> Found:
        """
        What several articles tell.

        What is hidden, or joined by hand, is left as it is.

        Args:
            timeline: derived, with none of its groups joined.
            apart: pairs of ids that were said not to be one.
            first: the events that stand for their group, where there are such in it.
        """
        stale, fresh = self._comparison.update(timeline)
        self._likely = {ids: pair for ids, pair in self._likely.items() if stale.isdisjoint(ids)}
        self._against = {ids: what for ids, what in self._against.items() if stale.isdisjoint(ids)}
        for pair in fresh:
            ids = pair.one.event.id, pair.other.event.id
            if _meet(pair) and same(pair.one, pair.other, alone=True, story=pair.story):
                self._likely[ids] = pair
            elif (what := about(pair)) is not None:
                self._against[ids] = what
        order = self._comparison.order
        settled: dict[tuple[tuple[Pair, ...], frozenset[frozenset[str]]], list[Cluster]] = {}
        likely = sorted(self._likely, key=lambda ids: (order[ids[0]], order[ids[1]]))
        for pairs in components(self._likely[ids] for ids in likely):
            here = {telling.event.id for pair in pairs for telling in pair[:2]} if apart else set()
            key = pairs, frozenset(pair for pair in apart if pair <= here)
            settled[key] = self._settled[key] if key in self._settled else clusters(pairs, order, key[1])
        self._settled = settled
        found = sorted((one for those in settled.values() for one in those), key=lambda one: order[one[0].event.id])
        against = sorted(
            (Disagreement(*ids, what) for ids, what in self._against.items() if frozenset(ids) not in apart),
            key=lambda one: (order[one.one], order[one.other]),
        )
        groups = tuple(group_of([telling.event for telling in cluster], first) for cluster in found)
        return Found(groups, tuple(against))


def groups(timeline: Timeline, apart: Collection[frozenset[str]] = ()) -> tuple[Group, ...]:
    """
    The events that several articles tell, in the order of the articles.

    *apart* are pairs of ids that were said not to be one. What is hidden, or joined by hand, is left as it is.
    """
    return Grouping().of(timeline, apart).groups


def _meet(pair: Pair) -> bool:
    """Their times do: `Comparison` gives more, for what is contradicted."""
    one, other = pair.one.reach, pair.other.reach
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]
