"""One event of several articles: which of their events stands for it, and what each of them says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.reasoning.retelling.same import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from timeline.chrono.bounds import Bounds
    from timeline.model.event import Event


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


def group_of(cluster: Sequence[Event], first: Collection[str]) -> Group:
    """Events that are one, in the order of the articles; one of those in *first* stands for them if there is any."""

    def rank(event: Event) -> tuple[bool, float, float]:
        return event.id in first, round(event.weight, 1), _tightness(event)

    bounds = cluster[0].bounds
    for event in cluster[1:]:
        bounds = joined(bounds, event.bounds)
    sources = tuple(Source(event.id, event.article, event.quote, event.when, event.bounds) for event in cluster)
    return Group(max(cluster, key=rank).id, sources, bounds)


def _tightness(event: Event) -> float:
    window = event.bounds.window
    if window.earliest is None or window.latest is None:
        return 0.0
    return 1 / (1 + window.latest - window.earliest)
