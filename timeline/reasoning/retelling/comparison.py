"""The events of a timeline as their articles tell them, side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from timeline.reasoning.retelling.story import Story, roles_of, story
from timeline.reasoning.retelling.words import Told, names_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.timeline import Timeline


class Pair(NamedTuple):
    """Two events of different articles, and what their articles have in common."""

    one: Told
    other: Told
    story: Story


class Comparison:
    """The visible events of a timeline, in its order, and what each two of its articles have in common."""

    def __init__(self, timeline: Timeline) -> None:
        """Events that are hidden, that others stand for, or that no article tells are left out."""
        articles = {article.id: article for article in timeline.articles}
        self._names = names_of(timeline.articles)
        self._roles = {article.id: roles_of(article) for article in timeline.articles}
        self._holders: dict[str, set[str]] = defaultdict(set)
        for role, name in frozenset[tuple[str, str]]().union(*self._roles.values()):
            self._holders[role].add(name)
        self._stories: dict[tuple[str, str], Story] = {}
        self.tellings = tuple(
            told(event, articles[event.article], self._names[event.article])
            for event in timeline.events
            if not event.hidden and event.merged is None and event.article in articles and event.span.end > 0
        )
        self.order = {telling.event.id: place for place, telling in enumerate(self.tellings)}

    def pairs(self, days: int = 0) -> Iterator[Pair]:
        """
        Those that share an act and somebody or something, an act and a day, or a landmark; each once.

        Their times may meet, or lie not more than *days* apart.
        """
        dated = [(*reach, telling) for telling in self.tellings if (reach := telling.reach) is not None]
        alike: dict[tuple[str, str | int], list[tuple[int, int, Told]]] = defaultdict(list)
        for first, last, telling in sorted(dated, key=lambda one: one[:2]):
            for key in self._keys(telling, first, last):
                alike[key].append((first, last, telling))
        seen: set[tuple[int, int]] = set()
        for tellings in alike.values():
            for one, other in _about_one_time(tellings, days):
                places = self.order[one.event.id], self.order[other.event.id]
                if places[0] > places[1]:
                    one, other, places = other, one, (places[1], places[0])  # noqa: PLW2901 - the two in text order
                if one.event.article != other.event.article and places not in seen:
                    seen.add(places)
                    yield Pair(one, other, self._story(one.event.article, other.event.article))

    def _keys(self, telling: Told, first: int, last: int) -> Iterator[tuple[str, str | int]]:
        """What another telling of the event shares at least one of."""
        if telling.event.landmark is not None:
            yield "landmark", telling.event.landmark
        parties = telling.words.union(*(self._holders[role] for role in self._holders.keys() & set(telling.said)))
        for act in telling.acts:
            yield from ((act, word) for word in parties)
            if first == last:
                yield act, first

    def _story(self, one: str, other: str) -> Story:
        key = (one, other)
        if key not in self._stories:
            self._stories[key] = story(self._names[one], self._names[other], self._roles[one] | self._roles[other])
        return self._stories[key]


def _about_one_time(alike: Sequence[tuple[int, int, Told]], days: int) -> Iterator[tuple[Told, Told]]:
    """The pairs whose times meet, found in one sweep over the calendar; *alike* begin one after the other."""
    going_on: list[tuple[int, Told]] = []
    for first, last, telling in alike:
        if going_on:
            going_on = [(end, other) for end, other in going_on if end >= first - days]
            yield from ((other, telling) for _, other in going_on)
        going_on.append((last, telling))
