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
        self._stories: dict[tuple[str, str], Story] = {}
        self.tellings = tuple(
            told(event, articles[event.article], self._names[event.article])
            for event in timeline.events
            if not event.hidden and event.merged is None and event.article in articles and event.span.end > 0
        )
        self.order = {telling.event.id: place for place, telling in enumerate(self.tellings)}

    def pairs(self, days: int = 0) -> Iterator[Pair]:
        """Those with an act or a landmark in common whose times meet, or lie not more than *days* apart; each once."""
        by_act: dict[str, list[Told]] = defaultdict(list)
        for telling in self.tellings:
            landmark = telling.event.landmark
            for act in (*telling.acts, *([] if landmark is None else [f"landmark {landmark}"])):
                by_act[act].append(telling)
        seen: set[tuple[int, int]] = set()
        for alike in by_act.values():
            for pair in _about_one_time(alike, days):
                one, other = sorted(pair, key=lambda telling: self.order[telling.event.id])
                key = self.order[one.event.id], self.order[other.event.id]
                if one.event.article != other.event.article and key not in seen:
                    seen.add(key)
                    yield Pair(one, other, self._story(one.event.article, other.event.article))

    def _story(self, one: str, other: str) -> Story:
        key = (one, other)
        if key not in self._stories:
            self._stories[key] = story(self._names[one], self._names[other], self._roles[one] | self._roles[other])
        return self._stories[key]


def _about_one_time(alike: Sequence[Told], days: int) -> Iterator[tuple[Told, Told]]:
    """The pairs whose times meet, found in one sweep over the calendar."""
    going_on: list[tuple[int, Told]] = []
    dated = [(*telling.reach, telling) for telling in alike if telling.reach is not None]
    for first, last, telling in sorted(dated, key=lambda one: one[:2]):
        going_on = [(end, other) for end, other in going_on if end >= first - days]
        yield from ((other, telling) for _, other in going_on)
        going_on.append((last, telling))
