"""Which lane each event lies in, and in which order the lanes come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.scene.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

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
    """The name of the lane an event lies in; empty where there is only one."""
    if by == "actor":
        rolled_up = event.extra.get("lane")
        return _named(str(rolled_up or (event.actors[0] if event.actors else ""))) or _OTHER
    if by == "place":
        return _named(event.places[0] if event.places else "") or _NO_PLACE
    if by == "article":
        return articles.get(event.article, event.article)
    if by == "status":
        return _STATUS[event.status.value]
    return _KIND[event.kind.value] if by == "kind" else ""


def _named(name: str) -> str:
    """A name as the title of a lane: "the council" begins with a capital there."""
    name = clean(name)
    return name[:1].upper() + name[1:]


def names_of(timeline: Timeline) -> dict[str, str]:
    """How each article is called on the drawing, by its id."""
    return {
        article.id: clean(article.title or article.source or f"Article {number}")
        for number, article in enumerate(timeline.articles, 1)
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
    """At most *most* of the lanes: the weightiest stay, the rest is gathered in one at the end."""
    ranked = sorted(sums, key=lambda key: (-sums[key].weight, key))
    kept, rest = (ranked, False) if len(ranked) <= most else (ranked[: most - 1], True)
    if rest:  # what has no name of its own is among the rest, not a lane beside it
        kept = [key for key in kept if key not in _NAMELESS]
    kept.sort(key=lambda key: (key in _NAMELESS, *sums[key].first))
    if by == "status":
        kept.sort(key=list(_STATUS.values()).index)
    lanes = [(key, -1 if key in _NAMELESS and len(kept) > 1 else number) for number, key in enumerate(kept)]
    if rest:
        lanes.append((OTHERS, -1))
    elif len(lanes) == 1 and kept[0] in _NAMELESS:
        lanes = [("", lanes[0][1])]
    return Chosen(tuple(kept), tuple(lanes))


def group(
    events: Iterable[Event], by: str, most: int, articles: Mapping[str, str], order: Mapping[str, float]
) -> tuple[Group, ...]:
    """
    The events in lanes, at most *most*: the weightiest stay, the rest is gathered in one at the end.

    *order* gives each event its place in time; lanes are ordered by their first event, and so are the events in them.
    """
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(lane_of(event, by, articles), []).append(event)

    def time(event: Event) -> tuple[float, str, int, str]:
        return order[event.id], event.article, event.span.start, event.id

    sums = {key: Sum(sum(map(weight_of, lane)), min(map(time, lane))) for key, lane in found.items()}
    kept, lanes = choose(sums, by, most)
    members = [found.pop(key) for key in kept]
    if len(lanes) > len(kept):
        members.append([event for lane in found.values() for event in lane])
    return tuple(
        Group(key, tuple(sorted(lane, key=time)), colour) for (key, colour), lane in zip(lanes, members, strict=True)
    )
