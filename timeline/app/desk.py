"""The chronicle as the page works on it: one for all windows, edits one at a time, views kept until the next edit."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

from timeline.app import drawing
from timeline.chrono.calendar import day_number
from timeline.chrono.iso import iso_day
from timeline.phrases import engine
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.app.drawing import Lane
    from timeline.app.state import PageView
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.span import Span
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene

T = TypeVar("T")

FAR_DAY: Final = iso_day(day_number(9000))
"""A publication day to try: far in the future, so that what is told as past stays so."""

SAME_WITHOUT_DAY: Final = {"landmarks": "all", "publication": "text"}
"""Sources that come to the same where no publication day was given from outside: nothing is derived twice."""


class Desk:
    """
    A chronicle with a lock, a version, and what was computed for this version.

    `events` is "main" for the events a reader would put on a timeline, "all" for every one.
    """

    def __init__(self, chronicle: Chronicle, events: str = "main") -> None:
        self.chronicle = chronicle
        self.events = events
        self._lock = threading.RLock()
        self._kept: dict[tuple[Any, ...], Any] = {}
        self._kept_for: Timeline | None = None
        self._version = 0
        self._times: dict[str, tuple[Span, ...]] = {}

    @property
    def version(self) -> int:
        """Counts the states of the chronicle, as far as this desk has seen them."""
        with self._lock:
            self._fresh()
            return self._version

    def edit(self, change: Callable[[Chronicle], T]) -> T:
        """Change the chronicle while nobody else does."""
        with self._lock:
            return change(self.chronicle)

    def add(self, article: Article) -> None:
        """Read an article into the chronicle; this takes seconds, so only the chronicle's own lock is taken."""
        self.chronicle.add(article)

    def seen(self, view: PageView, *, dates_from: str | None = None, only_stated: bool | None = None) -> Timeline:
        """The timeline with the dates of the view's sources, or of the ones given."""
        source = dates_from or view.dates_from
        if not any(article.given in ("user", "metadata") for article in self.chronicle.articles):
            source = SAME_WITHOUT_DAY.get(source, source)
        asked: dict[str, Any] = {
            "dates_from": source,
            "only_stated": view.only_stated if only_stated is None else only_stated,
        }
        return self._keep(("seen", *asked.values()), lambda: self.chronicle.seen(events=self.events, **asked))

    def some_day(self) -> Timeline:
        """The timeline as if every open publication day were set to some far day: what changes then, hangs on it."""

        def make() -> Timeline:
            trial = Chronicle(self.chronicle.timeline)
            for article in trial.articles:
                if article.given is None:
                    trial.set_published(FAR_DAY, article.id)
            return trial.timeline

        return self._keep(("some day",), make)

    def whole(self, view: PageView) -> Scene:
        """The scene of everything."""
        key = ("whole", view.dates_from, view.only_stated, view.lanes_by, view.width)
        return self._keep(key, lambda: drawing.whole(self.seen(view), view))

    def lanes(self, view: PageView) -> tuple[Lane, ...]:
        """The lanes of everything, from top to bottom."""
        key = ("lanes", view.dates_from, view.only_stated, view.lanes_by, view.width)
        return self._keep(key, lambda: drawing.lanes_of(self.whole(view), self.seen(view), self.colours(view)))

    def colours(self, view: PageView) -> dict[str, int]:
        """The colour of each lane."""
        day_open = self.seen(view, dates_from="landmarks", only_stated=False)
        if day_open is self.seen(view) and not any(event.hidden for event in day_open.events):
            return {lane.key: lane.colour for lane in self.whole(view).lanes}
        return self._keep(("colours", view.lanes_by), lambda: drawing.colours_of(day_open, view))

    def scene(self, view: PageView) -> Scene:
        """The scene of what the view asks for."""
        high = self.whole(view).height
        return self._keep(("scene", *view.drawn()), lambda: drawing.seen(self.seen(view), view, self.lanes(view), high))

    def shown(self, view: PageView) -> tuple[Event, ...]:
        """The events that lanes and search leave, in the order of time."""
        return drawing.in_order(drawing.filtered(self.seen(view), view, self.lanes(view)).events)

    def times(self, article: Article) -> tuple[Span, ...]:
        """Where words of an article name a time; a pattern search, no language processing."""
        if article.id not in self._times:
            self._times[article.id] = tuple(found.span for found in engine.find(article.text))
        return self._times[article.id]

    def _fresh(self) -> None:
        if self.chronicle.timeline is not self._kept_for:
            self._kept_for = self.chronicle.timeline
            self._kept = {}
            self._version += 1

    def _keep(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        with self._lock:
            self._fresh()
            if key not in self._kept:
                if len(self._kept) > 64:  # widths and sources that nobody looks at any more
                    self._kept.clear()
                self._kept[key] = make()
            kept: T = self._kept[key]
            return kept
