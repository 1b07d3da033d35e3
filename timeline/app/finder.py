"""Finding the events that a page asks for: what every desk has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.app.filters import LANE, InLanes, wanted
from timeline.scene.chronology import in_order
from timeline.scene.facets import Facets
from timeline.scene.facts import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.app.drawing import Lane
    from timeline.app.state import PageView
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.scene.facts import Facts

T = TypeVar("T")


class Finder(ABC):
    """Whatever has events in lanes can be asked for some of them; answers are kept as what they are made of."""

    def __init__(self) -> None:
        self._register = Register()
        self._placed = InLanes()

    @abstractmethod
    def seen(self, view: PageView) -> Timeline:
        """The timeline with the dates of the view's sources."""

    @abstractmethod
    def lanes(self, view: PageView) -> tuple[Lane, ...]:
        """The lanes of everything, from top to bottom."""

    @abstractmethod
    def which(self, view: PageView) -> str:
        """Which events the view shows, "main" or "all"."""

    @abstractmethod
    def _keep(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What is made is kept by its key until something changes."""

    def shown(self, view: PageView) -> tuple[Event, ...]:
        """The events that lanes, search and filters leave, in the order of time."""
        key = ("shown", *self._seen_by(view), *view.asked())
        return self._keep(key, lambda: in_order(self._left(view).events))

    def _left(self, view: PageView) -> Timeline:
        if not view.narrowed:
            return self.seen(view)

        def make() -> Timeline:
            seen, left = self.seen(view), self.facets(view).left
            events = tuple(event for event in seen.events if event.id in left)
            return seen if len(events) == len(seen.events) else replace(seen, events=events)

        return self._keep(("left", *self._seen_by(view), *view.asked()), make)

    def facets(self, view: PageView) -> Facets:
        """Which events lanes, search and filters leave, and how many every further choice would leave."""
        key = ("facets", *self._seen_by(view), *view.asked())
        return self._keep(key, lambda: Facets(self.facts(view), wanted(view, self.lanes(view))))

    def facts(self, view: PageView) -> tuple[Facts, ...]:
        """What each event that is seen is found by, its lane included."""
        lanes = self.lanes(view)
        key = ("facts", *self._seen_by(view))
        return self._keep(key, lambda: self._placed.of(self._register.of(self.seen(view)), lanes))

    def in_lanes(self, view: PageView) -> Mapping[str, int] | None:
        """How many events of each lane the rest of what is asked for leaves; None where that is not known."""
        if not view.narrowed:
            return {lane.key: lane.count for lane in self.lanes(view)}
        return self.facets(view).counts.get(LANE, {})

    def _seen_by(self, view: PageView) -> tuple[Any, ...]:
        """What decides which events there are to be found, and in which lanes."""
        return self.which(view), view.dates_from, view.only_stated, view.lanes_by, view.width
