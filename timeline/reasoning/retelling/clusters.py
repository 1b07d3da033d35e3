"""Which of the events that may be one are one: the surest first, one of each article at most."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from timeline.reasoning.retelling.same import Strength, compatible, excluded, joined, same, shared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from timeline.reasoning.retelling.comparison import Pair
    from timeline.reasoning.retelling.words import Told

    Cluster = tuple[Told, ...]


def components(pairs: Iterable[Pair]) -> list[tuple[Pair, ...]]:
    """The pairs, those beside each other that share an event, directly or by others: they are settled by themselves."""
    root: dict[str, str] = {}

    def find(event: str) -> str:
        while root.setdefault(event, event) != event:
            root[event] = event = root[root[event]]
        return event

    every = list(pairs)
    for one, other, _ in every:
        root[find(one.event.id)] = find(other.event.id)
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in every:
        found[find(pair.one.event.id)].append(pair)
    return [tuple(those) for those in found.values()]


def clusters(pairs: Sequence[Pair], order: Mapping[str, int], apart: Collection[frozenset[str]]) -> list[Cluster]:
    """
    The events that are one, each cluster in the order of the articles.

    Args:
        pairs: those that may be one, as far as the two are looked at alone.
        order: of the events.
        apart: pairs of ids that are not to be one.
    """
    sets: dict[str, list[Told]] = {telling.event.id: [telling] for pair in pairs for telling in pair[:2]}
    fit = _Fit(apart)
    torn = _torn(pairs)
    likely = [pair for pair in pairs if pair.one.event.id not in torn and pair.other.event.id not in torn]
    for alone in (False, True):  # what is sure by itself first: it leaves fewer for what is sure only where it is alone
        if alone:
            likely = [pair for pair in likely if _open(pair, sets, fit)]
        for pair in _surest_first(likely, order, alone=alone):
            first, second = sets[pair.one.event.id], sets[pair.other.event.id]
            if first is second or not fit(first, second):
                continue
            together = sorted([*first, *second], key=lambda telling: order[telling.event.id])
            for telling in together:
                sets[telling.event.id] = together
    return [tuple(cluster) for cluster in {id(one): one for one in sets.values()}.values() if len(cluster) > 1]


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


def _open(pair: Pair, clusters: Mapping[str, list[Told]], fit: _Fit) -> bool:
    """The two may still come together, or are together already."""
    first, second = clusters[pair.one.event.id], clusters[pair.other.event.id]
    return first is second or fit(first, second)


class _Fit:
    """Whether two clusters may be one; the same two, which many pairs ask for, are looked at once."""

    def __init__(self, apart: Collection[frozenset[str]]) -> None:
        self._apart = apart
        self._known: dict[tuple[int, int], tuple[Sequence[Told], Sequence[Told], bool]] = {}

    def __call__(self, first: Sequence[Told], second: Sequence[Told]) -> bool:
        """Every two of them may be one, all of them may be at one time, and no article tells two of them."""
        key = id(first), id(second)  # of lists that the answer keeps alive
        if key not in self._known:
            self._known[key] = first, second, self._may_be_one(first, second)
        return self._known[key][2]

    def _may_be_one(self, first: Sequence[Told], second: Sequence[Told]) -> bool:
        if not {telling.event.article for telling in first}.isdisjoint(telling.event.article for telling in second):
            return False
        bounds = first[0].event.bounds
        for telling in (*first[1:], *second):
            if not compatible(bounds, telling.event.bounds):
                return False
            bounds = joined(bounds, telling.event.bounds)
        return not any(
            excluded(one, other) or frozenset((one.event.id, other.event.id)) in self._apart
            for one in first
            for other in second
        )
