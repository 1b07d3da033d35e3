"""Which lane each event lies in, and in which order the lanes come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.telling import tellings
from timeline.scene.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event

OTHERS = "Others"
_OTHER, _NO_PLACE = "Other", "No place"
_NAMELESS = {_OTHER, _NO_PLACE}
"""Lanes of what has no actor or place: last, and without a title where all are in them."""
_HEAVIEST = 1e6
"""No event weighs more on the order of lanes."""
_STATUS = {
    "happened": "Happened",
    "reported": "Reported",
    "planned": "Planned",
    "possible": "Possible",
    "denied": "Denied",
}
_KIND = {"day": "Days", "span": "Longer"}


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one lane, in order; `colour` counts from 0, -1 is the colour of what is gathered from many."""

    key: str
    events: tuple[Event, ...]
    colour: int


def lane_of(event: Event, by: str, articles: Mapping[str, str]) -> str:
    """The name of the lane an event lies in, the first article's that tells it; empty where there is only one."""
    if by == "actor":
        rolled_up = event.extra.get("lane")
        return _named(str(rolled_up or (event.actors[0] if event.actors else ""))) or _OTHER
    if by == "place":
        return _named(event.places[0] if event.places else "") or _NO_PLACE
    if by == "article":
        told = tellings(event)
        article = told[0].article if told else event.article
        return articles.get(article, article)
    if by == "status":
        return _STATUS[event.status.value]
    return _KIND[event.kind.value] if by == "kind" else ""


@lru_cache(maxsize=10_000)
def _named(name: str) -> str:
    """A name as the title of a lane: "the council" begins with a capital there."""
    name = clean(name)
    return name[:1].upper() + name[1:]


def names_of(articles: Iterable[Article]) -> dict[str, str]:
    """How each article is called on the drawing, by its id."""
    return {
        article.id: clean(article.title or article.source or f"Article {number}")
        for number, article in enumerate(articles, 1)
    }


class Sum(NamedTuple):
    """What a lane's place hangs on: its weight in millionths, and the place in time of its first event."""

    weight: int
    first: tuple[float, str, int, str]


class Chosen(NamedTuple):
    """
    The lanes of a drawing in order, with their titles and colours.

    `kept` are those of one name each; where `lanes` has one more, it gathers all the others.
    """

    kept: tuple[str, ...]
    lanes: tuple[tuple[str, int], ...]


def weight_of(event: Event) -> int:
    """An event's weight in millionths: a sum of these is the same in whatever order they come."""
    return round(min(max(event.weight, -_HEAVIEST), _HEAVIEST) * 1_000_000)


def choose(sums: Mapping[str, Sum], by: str, most: int) -> Chosen:
    """
    At most *most* of the lanes: the weightiest stay, the rest is gathered in one at the end.

    A lane's colour is its place by weight among all that have a name, so that it has the same in every drawing of them.
    """
    ranked = sorted(sums, key=lambda key: (-sums[key].weight, key))
    kept, rest = (ranked, False) if len(ranked) <= most else (ranked[: most - 1], True)
    if rest:  # what has no name of its own is among the rest, not a lane beside it
        kept = [key for key in kept if key not in _NAMELESS]
    kept.sort(key=lambda key: (key in _NAMELESS, *sums[key].first))
    if by == "status":
        kept.sort(key=list(_STATUS.values()).index)
    colours = {key: number for number, key in enumerate(key for key in ranked if key not in _NAMELESS)}
    lanes = [(key, colours.get(key, -1 if len(kept) > 1 else 0)) for key in kept]
    if rest:
        lanes.append((OTHERS, -1))
    elif len(lanes) == 1 and kept[0] in _NAMELESS:
        lanes = [("", lanes[0][1])]
    return Chosen(tuple(kept), tuple(lanes))


def place_among(top: Sequence[str], key: str) -> int:
    """The place of a lane among those that come first; all others share the one behind them."""
    return top.index(key) if key in top else len(top)


def moved(keys: Sequence[str], key: str, other: str, *, after: bool) -> list[str]:
    """
    The lanes with the one moved to stand right before another, or right after it; where one is missing, as they were.

    >>> moved(["Britain", "Russia", "NATO"], "NATO", "Britain", after=False)
    ['NATO', 'Britain', 'Russia']
    """
    if key == other or key not in keys or other not in keys:
        return list(keys)
    rest = [one for one in keys if one != key]
    place = rest.index(other) + after
    return [*rest[:place], key, *rest[place:]]


def top_of(keys: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    """
    As few lanes as tell the order of all: named first, with the others behind them as usual, they give these *keys*.

    >>> top_of(["NATO", "Britain", "Russia"], ["Britain", "Russia", "NATO"])
    ('NATO',)
    """
    for count in range(len(keys)):
        top = tuple(keys[:count])
        if [*top, *(key for key in usual if key not in top)] == list(keys):
            return top
    return tuple(keys)
