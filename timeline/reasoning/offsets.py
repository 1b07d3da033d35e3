"""Whole days from publication, for events of which no year is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.event import Offset
from timeline.model.statement import publication
from timeline.reasoning.differences import along

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.reasoning.differences import Path
    from timeline.reasoning.strata import Settled

Paths = tuple[tuple[int, ...], ...]


class Offsets:
    """Distances from the publication of each article, worked out once an event asks."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._from: dict[str, tuple[Mapping[int, Path], Mapping[int, Path]]] = {}

    def of(self, event: Event) -> tuple[Offset | None, Paths]:
        """
        The event's four bounds in days from its article's publication, and the statements on the way to each.

        None where nothing ties it to publication.
        """
        places, subject = self._settled.propagator.network.places, publication(event.article)
        own, home = places.get(event.id), places.get(subject)
        if own is None or home is None:
            return None, ()
        if subject not in self._from:
            distances = self._settled.propagator.distances
            self._from[subject] = distances.least_from(home.first), distances.most_from(home.first)
        least, most = self._from[subject]
        asked = [(paths, node) for node in (own.first, own.last) for paths in (least, most)]
        days = [paths[node].days if node in paths else None for paths, node in asked]
        if days == [None] * 4:
            return None, ()
        paths_found = tuple(tuple(along(paths, node)) for paths, node in asked if node in paths)
        return Offset((days[0], days[1]), (days[2], days[3])), paths_found
