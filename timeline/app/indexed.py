"""An index as the page looks at it: the events of a window are a small timeline that all panes work on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NoReturn

from timeline.app import drawing
from timeline.app.desk import Desk, Listed
from timeline.app.drawing import UNDATED, Lane
from timeline.model.timeline import Timeline
from timeline.scene.lanes import lane_of, names_of
from timeline.scene.source import Asked
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from timeline.app.state import PageView
    from timeline.model.event import Event
    from timeline.scene.geometry import Scene
    from timeline.scene.planned import Plan
    from timeline.scene.source import Source
    from timeline.workspace.opened import Opened

CANNOT = "its events cannot be edited here"
_UNDATED = 50
"""Events without a date that are told one by one, at most."""


@dataclass(frozen=True, slots=True)
class FullLane(Lane):
    """A lane of an index: `events` are those in the window, `held` is how many there are in all."""

    held: int = 0

    @property
    def count(self) -> int:
        """How many events lie in it."""
        return self.held


class IndexDesk(Desk):
    """
    An index on the desk. What is seen are the weightiest events of the days that the page draws from.

    Nothing can be edited: whoever tries is told so.
    """

    derives = False
    follows = True

    def __init__(self, opened: Opened) -> None:
        super().__init__(_Fixed(opened), "all", editable=False)
        self._opened, self._index = opened, opened.index

    def check_editable(self) -> NoReturn:
        """TimelineError: an index is only looked at."""
        self._opened.refuse(CANNOT)

    @property
    def empty(self) -> bool:
        """An index is made of events."""
        return False

    def edit(self, change: Callable[[Chronicle], Any], about: Iterable[str] = (), since: int = -1) -> NoReturn:
        """TimelineError: an index is only looked at."""
        del change, about, since
        self._opened.refuse(CANNOT)

    def undo(self) -> NoReturn:
        """TimelineError: an index is only looked at."""
        self._opened.refuse(CANNOT)

    def redo(self) -> NoReturn:
        """TimelineError: an index is only looked at."""
        self._opened.refuse(CANNOT)

    def include(self, read: Timeline, file: str | None = None, step: int | None = None) -> NoReturn:
        """TimelineError: an index is only looked at."""
        del read, file, step
        self._opened.refuse("no article can be added to it")

    def machine(self, event: Event) -> None:
        """No date was given by hand."""
        del event

    def everything(self) -> NoReturn:
        """TimelineError: an index is no saved timeline."""
        self._opened.refuse("it cannot be saved as a timeline")

    def table(self, view: PageView) -> NoReturn:
        """TimelineError: an index is no saved timeline."""
        del view
        self._opened.refuse("it cannot be written as a table")

    def notes(self) -> list[str]:
        """Nothing: its articles were read elsewhere."""
        return []

    @property
    def has_minor(self) -> bool:
        """All events are shown."""
        return False

    def looked_at(self, view: PageView) -> object:
        """The days that the page draws from."""
        return view.base

    def total(self, view: PageView) -> int:
        """How many events there are."""
        del view
        return self._index.total + self._index.unknown(0)[1]

    def source(self, view: PageView) -> Source:
        """The index itself."""
        del view
        return self._index

    def seen(self, view: PageView, *, dates_from: str | None = None, only_stated: bool | None = None) -> Timeline:
        """The weightiest events of the days that the page draws from, the selected one, and some without a date."""
        del dates_from, only_stated  # dates are as they were saved

        def make() -> Timeline:
            events = (*self._found(view).events, *self._index.unknown(_UNDATED)[0])
            chosen = self._index.event(view.selected) if view.selected is not None else None
            if chosen is not None and chosen.id not in {event.id for event in events}:
                events = (*events, chosen)
            named = {event.article for event in events}
            articles = tuple(article for article in self._index.articles if article.id in named)
            return Timeline(articles, events, title=self._index.title)

        return self._keep(("seen", *self._seen_by(view)), make)

    def left(self, view: PageView) -> Timeline | Source:
        """The index itself; where only some events are asked for, those of what is seen."""
        return self._left(view) if view.narrowed else self._index

    def in_lanes(self, view: PageView) -> Mapping[str, int] | None:
        """All there are; None where only some are asked for: what is not seen is not counted by that."""
        return None if view.narrowed else {lane.key: lane.count for lane in self.lanes(view)}

    def _seen_by(self, view: PageView) -> tuple[Any, ...]:
        return view.base, view.lanes_by, view.width, view.room, view.selected

    def whole(self, view: PageView) -> Scene:
        """The scene of everything."""
        return self._keep(("whole", view.lanes_by, view.width), lambda: drawing.whole(self._index, view))

    def bare(self, view: PageView) -> Scene:
        """The days, the height and the lanes of everything."""
        return self._keep(("bare", view.lanes_by, view.width), lambda: drawing.bare(self._index, view))

    def lanes(self, view: PageView) -> tuple[Lane, ...]:
        """The lanes of everything, from top to bottom, with those of their events that are seen."""

        def make() -> tuple[Lane, ...]:
            whole, names = self.bare(view).lanes, names_of(self._index.articles)
            numbers = {lane.key: number for number, lane in enumerate(whole)}
            members: list[list[str]] = [[] for _ in whole]
            for event in self._found(view).events:  # what has no lane of its own lies in the last one
                members[numbers.get(lane_of(event, view.lanes_by, names), -1)].append(event.id)
            lanes: list[Lane] = [
                FullLane(lane.key, lane.key or "All events", lane.colour, tuple(events), lane.count)
                for lane, events in zip(whole, members, strict=True)
            ]
            undated, more = self._index.unknown(_UNDATED)
            if undated:
                lanes.append(FullLane(UNDATED, UNDATED, -1, tuple(event.id for event in undated), more))
            return tuple(lanes)

        lanes = self._keep(("lanes", view.base, view.lanes_by, view.width, view.room), make)
        return drawing.arranged(lanes, view.top)

    def colours(self, view: PageView) -> dict[str, int]:
        """The colour of each lane."""
        return {lane.key: lane.colour for lane in self.lanes(view)}

    def counted(self, view: PageView) -> tuple[Event, ...]:
        """The weightiest events of the count that is open as a list, in the order of time."""
        count = view.counted
        if count is None:
            return ()
        return drawing.counted(self.shown(view), self.lanes(view), count)

    def listed(self, view: PageView) -> Listed:
        """The events of the table: the weightiest in view."""
        shown, found = self.shown(view), self._found(view)
        more = 0 if view.narrowed else found.total - len(found.events)
        return Listed(shown, len(shown) + more, window=found.window)

    def plan(self, view: PageView) -> Plan:
        """The layout for the level and the region of the view's window."""

        def make() -> Plan:
            high, part = self.bare(view).height, view.narrowed
            lanes = self.lanes(view) if part else ()  # of the index itself lanes have their colours already
            return drawing.planned(self.left(view), view, lanes, high, part=part)

        return self._keep(("plan", *view.drawn(), view.window), make)

    def _found(self, view: PageView) -> _Found:
        """The weightiest events of the days that the page draws from, those it draws among them."""

        def make() -> _Found:
            drawn = self.plan(replace(view.cleared(), window=view.base))
            first, last = drawn.region or self._index.reach() or (0.0, 1.0)
            found = self._index.window(Asked(first, last, lanes_by=view.lanes_by))
            marks = (self._index.event(mark.glyph.event) for mark in drawn.marks)
            events = {event.id: event for event in (*found.events, *marks) if event}
            return _Found(tuple(events.values()), found.total, drawn.region is not None)

        return self._keep(("found", view.base, view.lanes_by, view.width, view.room), make)


@dataclass(frozen=True, slots=True)
class _Found:
    """The weightiest events of `total`; `window`: of some days only."""

    events: tuple[Event, ...]
    total: int
    window: bool


class _Fixed(Chronicle):
    """The chronicle of an index: what it is called, and no event that could be edited."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened.timeline)
        self._opened = opened

    def event(self, event_id: str) -> NoReturn:
        """TimelineError: an index is only looked at."""
        del event_id
        self._opened.refuse(CANNOT)
