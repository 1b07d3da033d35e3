"""The events of a timeline as their articles tell them, side by side; looked at again only where anything changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from timeline.reasoning.retelling.story import Story, roles_of, story
from timeline.reasoning.retelling.words import Spelling, Told, names_of, spelling, told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

    Key = tuple[str, str | int]
    Dated = tuple[int, int, Told]

NEAR = 7  # days: two days farther apart than that are those of two events
_FEW = 4  # times as many events in all as new ones: these are compared one by one then


class Pair(NamedTuple):
    """Two events of different articles, and what their articles have in common."""

    one: Told
    other: Told
    story: Story


class Comparison:
    """
    The visible events of a timeline, in its order, and the pairs of them that may be one.

    Events that are hidden, that others stand for, or that no article tells are left out. `update` takes the timeline as
    it is now; what it gives is the same as if it had never seen another.
    """

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.order: dict[str, int] = {}
        self.tellings: dict[str, Told] = {}
        self._articles: dict[str, Article] = {}
        self._spelling: dict[str, Spelling] = {}
        self._roles: dict[str, frozenset[tuple[str, str]]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._holders: dict[str, frozenset[str]] = {}
        self._stories: dict[tuple[str, str], Story] = {}
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._alike: dict[Key, dict[str, Dated]] = defaultdict(dict)

    def update(self, timeline: Timeline) -> tuple[set[str], Iterator[Pair]]:
        """
        Look at a timeline anew.

        Returns:
            the events whose pairs hold no longer, and the pairs of those of them that are there: those that share an
            act and somebody or something, an act and a day, or a landmark, each once; their times meet, or lie not more
            than `NEAR` days apart.
        """
        articles = {article.id: article for article in timeline.articles}
        events = {
            event.id: event
            for event in timeline.events
            if not event.hidden and event.merged is None and event.article in articles and event.span.end > 0
        }
        order = {event_id: place for place, event_id in enumerate(events)}
        if [one for one in self.order if one in order] != [one for one in order if one in self.order]:
            stale = set(self.tellings)
            self._clear()  # the two of a pair stand in text order
        else:
            stale = self.tellings.keys() - events.keys()
        self.order = order
        changed = self._look_at(articles)
        roles = self._assign()
        for event in events.values():
            known = self.tellings.get(event.id)
            again = known is None or event.article in changed or not _alike(known.event, event)
            if again:
                self.tellings[event.id] = told(event, articles[event.article], self._names[event.article])
            if again or (known is not None and not roles.isdisjoint(known.said)):
                stale.add(event.id)
        for event_id in stale:
            self._forget(event_id)
        return stale, self._pairs(stale & events.keys())

    def _look_at(self, articles: Mapping[str, Article]) -> set[str]:
        """Take in the articles as they are; those that are read otherwise than before, or are gone, are given back."""
        gone = self._articles.keys() - articles.keys()
        changed = {name for name, one in articles.items() if self._articles.get(name) != one}
        for name in gone:
            del self._spelling[name], self._roles[name], self._names[name]
        for name in changed:
            if name not in self._articles or self._articles[name].text != articles[name].text:
                self._spelling[name], self._roles[name] = spelling(articles[name]), roles_of(articles[name])
        self._articles = dict(articles)
        names = names_of(self._spelling)
        changed |= gone | {name for name in names if names[name] != self._names.get(name)}
        self._names |= {name: names[name] for name in changed & names.keys()}
        self._stories = {pair: one for pair, one in self._stories.items() if changed.isdisjoint(pair)}
        return changed

    def _assign(self) -> set[str]:
        """Say who has which role; the roles that others have than before are given back."""
        holders: dict[str, set[str]] = defaultdict(set)
        for role, name in frozenset[tuple[str, str]]().union(*self._roles.values()):
            holders[role].add(name)
        before, self._holders = self._holders, {role: frozenset(who) for role, who in holders.items()}
        roles = before.keys() | self._holders.keys()
        return {role for role in roles if before.get(role) != self._holders.get(role)}

    def _forget(self, event_id: str) -> None:
        for key in self._keys.pop(event_id, ()):
            self._alike[key].pop(event_id, None)
        if event_id not in self.order:
            self.tellings.pop(event_id, None)

    def _pairs(self, fresh: Collection[str]) -> Iterator[Pair]:
        touched: dict[Key, list[str]] = defaultdict(list)
        for event_id in sorted(fresh, key=self.order.__getitem__):
            telling = self.tellings[event_id]
            reach = telling.reach
            if reach is None:
                continue
            self._keys[event_id] = tuple(dict.fromkeys(self._keys_of(telling, *reach)))
            for key in self._keys[event_id]:
                self._alike[key][event_id] = (*reach, telling)
                touched[key].append(event_id)
        seen: set[tuple[str, str]] = set()
        for key, new in touched.items():
            for one, other in _about_one_time(self._alike[key], new):
                ids = one.event.id, other.event.id
                if self.order[ids[0]] > self.order[ids[1]]:
                    one, other, ids = other, one, (ids[1], ids[0])  # noqa: PLW2901 - the two in text order
                if one.event.article != other.event.article and ids not in seen:
                    seen.add(ids)
                    yield Pair(one, other, self._story(one.event.article, other.event.article))

    def _keys_of(self, telling: Told, first: int, last: int) -> Iterator[Key]:
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


def _alike(one: Event, other: Event) -> bool:
    return one is other or one == other


def _about_one_time(alike: Mapping[str, Dated], new: Sequence[str]) -> Iterator[tuple[Told, Told]]:
    """The pairs whose times meet, or nearly, at least one of each being new."""
    if len(new) * _FEW < len(alike):
        for event_id in new:
            first, last, telling = alike[event_id]
            for begin, end, other in alike.values():
                if begin - NEAR <= last and end + NEAR >= first and other is not telling:
                    yield other, telling
        return
    fresh = set(new)
    going_on: list[tuple[int, Told]] = []  # one sweep over the calendar
    for first, last, telling in sorted(alike.values(), key=lambda one: one[:2]):
        if going_on:
            going_on = [(end, other) for end, other in going_on if end >= first - NEAR]
            if telling.event.id in fresh:
                yield from ((other, telling) for _, other in going_on)
            else:
                yield from ((other, telling) for _, other in going_on if other.event.id in fresh)
        going_on.append((last, telling))
