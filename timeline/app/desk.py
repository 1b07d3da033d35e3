"""The chronicle as the page works on it: one for all windows, edits one at a time, views kept until the next edit."""

from __future__ import annotations

import gc
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from timeline.app import drawing
from timeline.app.book import Book, book_of
from timeline.app.finder import Finder
from timeline.app.fits import misfits
from timeline.app.ordered import MOST, ordered
from timeline.app.resolved import alone
from timeline.app.terms import READ_ONLY
from timeline.app.trying import Trying, day_given, same_source
from timeline.errors import TimelineError
from timeline.model.telling import retold
from timeline.scene.source import by_rank
from timeline.workspace import MAIN_WEIGHT, notes
from timeline.workspace.returning import belongs, bring_back
from timeline.workspace.sources import from_sources, main_events, stated
from timeline.workspace.tellers import quarrels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.app.book import Entry, Work
    from timeline.app.drawing import Lane
    from timeline.app.fits import Misfit
    from timeline.app.ordered import Ordered
    from timeline.app.state import PageView
    from timeline.formats.rows import Rows
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.span import Span
    from timeline.model.timeline import Edit, Timeline
    from timeline.scene.geometry import Scene
    from timeline.scene.planned import Plan
    from timeline.scene.source import Source
    from timeline.workspace import Chronicle
    from timeline.workspace.library import Library
    from timeline.workspace.returning import Returned
    from timeline.workspace.tellers import Quarrel

T = TypeVar("T")

MOST_ROWS: Final = 10_000
"""Events of a table, at most: they travel as data, some 200 bytes each."""

_MOST_YOUNG: Final = 50_000
"""Things made before garbage is looked for among them: an answer about thousands of events is not interrupted often."""
_MOST_KEPT: Final = 64
"""Windows, widths and sources that are remembered: those looked at last."""


def keep_what_is_there() -> None:
    """
    Take all that is in memory out of the search for garbage.

    Model and word lists stay for good: to go through them holds up an answer by a quarter of a second now and then.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MOST_YOUNG)


@dataclass(frozen=True, slots=True)
class Listed:
    """The events of a table by time: the weightiest of `total`, those in and around the window alone where `window`."""

    events: tuple[Event, ...]
    total: int
    window: bool = False


class Desk(Finder, Trying):
    """
    A library or a chronicle with a lock, a version, and what was computed for this version.

    `events` is "main" for the events a reader would put on a timeline, "all" for every one; where it is not `editable`,
    whoever tries to change something is told so.
    """

    derives = True
    """Dates follow from statements, and can be derived anew."""
    follows = False
    """What stands beside the drawing shows the events of the days that are drawn, not all."""

    def __init__(self, chronicle: Chronicle | Library | Book, events: str = "main", *, editable: bool = True) -> None:
        super().__init__()
        self.book = chronicle if isinstance(chronicle, Book) else book_of(chronicle)
        self.chronicle: Work = self.book.work
        self.events = events
        self.editable = editable
        self._lock = threading.RLock()
        self._kept: dict[tuple[Any, ...], Any] = {}
        self._kept_for: Timeline | None = None
        self._version = 0
        self._times: dict[str, dict[Span, str]] = {}
        self._notes: dict[tuple[Any, ...], list[str]] = {}

    @property
    def version(self) -> int:
        """The number of the state: another state, whoever made it, has a higher one."""
        with self._lock:
            self._fresh()
            return self._version

    @property
    def name(self) -> str | None:
        """What it is called where its timeline has no title: by the file it is kept in."""
        return self.book.name

    @property
    def empty(self) -> bool:
        """There is no article in it yet, and no event."""
        timeline = self.chronicle.timeline
        return not (timeline.articles or timeline.events)

    def edit(self, change: Callable[[Work], T], about: Iterable[str] = (), since: int = -1) -> T:
        """Change the book; ChangedError where what the change is about was edited after the version *since*."""
        self.check_editable()
        with self._lock:
            return self.book.edit(change, tuple(about), since)

    def undo(self) -> list[Edit]:
        """Take the last step back; its edits."""
        self.check_editable()
        with self._lock:
            return self.book.undo()

    def redo(self) -> list[Edit]:
        """Do the step again that was taken back last; its edits."""
        self.check_editable()
        with self._lock:
            return self.book.redo()

    def include(self, read: Timeline, file: str | None = None, step: int | None = None) -> list[str]:
        """Put what was read in; the ids of the articles that are new."""
        self.check_editable()
        with self._lock:
            new = self.book.include(read, file, step)
        keep_what_is_there()
        return new

    def bring_back(self, rows: Rows, name: str) -> Returned | None:
        """Make edits of what was edited in a table that was made of this; None where it was made of something else."""
        self.check_editable()
        with self._lock:
            if not belongs(rows, self.book.work):
                return None
            found = bring_back(self.book.work, rows, name)
        keep_what_is_there()
        return found

    def check_editable(self) -> None:
        """Raise TimelineError where it is only looked at."""
        if not self.editable:
            raise TimelineError(READ_ONLY)

    def history(self, most: int) -> list[Entry]:
        """What was done, the latest first."""
        return self.book.history(most)

    def seen(self, view: PageView, *, dates_from: str | None = None, only_stated: bool | None = None) -> Timeline:
        """The timeline with the dates of the view's sources, or of the ones given."""
        asked: dict[str, Any] = {
            "dates_from": same_source(self.chronicle.articles, dates_from or view.dates_from),
            "only_stated": view.only_stated if only_stated is None else only_stated,
            "events": self.which(view),
        }

        def make() -> Timeline:
            seen: Timeline = self.chronicle.seen(**asked)
            return seen

        return self._keep(("seen", *asked.values()), make)

    def which(self, view: PageView) -> str:
        """Which events the view shows, "main" or "all": where it says nothing, those the program was started with."""
        return view.events or self.events

    @property
    def has_minor(self) -> bool:
        """There are events beside the main ones."""
        events = self.chronicle.timeline.events
        return any(event.weight < MAIN_WEIGHT and not event.hidden for event in events)

    def order(self, view: PageView) -> Ordered:
        """What comes before what among the events shown, or of very many among those around the selected one."""
        shown = self.shown(view)
        everything = self.seen(replace(view, events="all"))
        about = view.selected if self.in_part(view) else None
        key = ("order", view.dates_from, view.only_stated, shown, about)
        return self._keep(key, lambda: ordered(stated(everything) if view.only_stated else everything, shown, about))

    def in_part(self, view: PageView) -> bool:
        """So many events are shown that only those around the selected one are put in order."""
        return len(self.shown(view)) > MOST

    def whole(self, view: PageView) -> Scene:
        """The scene of everything."""
        key = ("whole", self.which(view), view.dates_from, view.only_stated, view.lanes_by, view.width)
        return self._keep(key, lambda: drawing.whole(self.seen(view), view))

    def bare(self, view: PageView) -> Scene:
        """The days, the height and the lanes of everything."""
        key = (self.which(view), view.dates_from, view.only_stated, view.lanes_by, view.width)
        full = self._keep(("full", *key, view.room), lambda: drawing.full(self.seen(view), view))
        return full or self._keep(("bare", *key), lambda: drawing.bare(self.seen(view), view))

    def lanes(self, view: PageView) -> tuple[Lane, ...]:
        """The lanes of everything, from top to bottom."""
        key = ("lanes", self.which(view), view.dates_from, view.only_stated, view.lanes_by, view.width)
        lanes = self._keep(key, lambda: drawing.lanes_of(self.seen(view), self.colours(view), view.lanes_by))
        return drawing.arranged(lanes, view.top)

    def colours(self, view: PageView) -> dict[str, int]:
        """The colour of each lane."""
        day_open = self._day_open(view)
        hidden = {event.id for event in day_open.events if event.hidden}
        if day_open is self.seen(view) and hidden <= retold(day_open.events):
            return drawing.lane_colours(self.seen(view), view.lanes_by)
        return self._keep(("colours", self.which(view), view.lanes_by), lambda: drawing.colours_of(day_open, view))

    def _day_open(self, view: PageView) -> Timeline:
        """What is seen, dated without a publication day from outside; without reasons."""
        if not day_given(self.chronicle.articles):
            return self.seen(view, dates_from="all", only_stated=False)

        def make() -> Timeline:
            found = from_sources(self.chronicle.timeline, "landmarks", only_stated=False, explained=False)
            return main_events(found) if self.which(view) == "main" else found

        return self._keep(("day open", self.which(view)), make)

    def left(self, view: PageView) -> Timeline | Source:
        """What lanes, search and filters leave to be drawn; what is seen itself where nothing is asked for."""
        return self._left(view)

    def plan(self, view: PageView) -> Plan:
        """The layout for the level and the region of the view's window."""

        def make() -> Plan:
            left = self.left(view)
            high = self.bare(view).height
            return drawing.planned(left, view, self.lanes(view), high, part=left is not self.source(view))

        return self._keep(("plan", *view.drawn(), view.window, view.rows), make)

    def source(self, view: PageView) -> Timeline | Source:
        """What is drawn where nothing is asked for."""
        return self.seen(view)

    def strip(self, view: PageView) -> dict[str, Any]:
        """The data of the overview strip: the reach of everything, and where the events lie that are left."""
        return drawing.strip(self.left(view), self.bare(view), self.drawn(view).page)

    def looked_at(self, _view: PageView) -> object:
        """What the panes beside the drawing depend on, where they do not show the events of all windows."""
        return None

    def listed(self, view: PageView) -> Listed:
        """The events of the table."""
        shown = self.shown(view)
        if len(shown) <= MOST_ROWS:
            return Listed(shown, len(shown))
        heavy = {event.id for event in sorted(shown, key=by_rank)[:MOST_ROWS]}
        return Listed(tuple(event for event in shown if event.id in heavy), len(shown))

    def table(self, view: PageView) -> Timeline:
        """What lanes, search and filters leave, to be written as a table."""
        return self._left(view)

    def everything(self) -> Timeline:
        """What is saved so that it can be opened again."""
        timeline: Timeline = self.chronicle.timeline
        return timeline

    def total(self, view: PageView) -> int:
        """How many events there are."""
        return sum(not event.hidden for event in self.seen(view).events)

    def drawn(self, view: PageView) -> Plan:
        """The layout the page draws from: the one for the window that it was made for."""
        return self.plan(replace(view, window=view.base))

    def counted(self, view: PageView) -> tuple[Event, ...]:
        """The events of the count that is open as a list, in the order of time."""
        return drawing.counted(self.shown(view), self.lanes(view), view.counted) if view.counted else ()

    def times(self, article: Article) -> dict[Span, str]:
        """Where words of an article name a time, and which by themselves; a pattern search, no language processing."""
        if article.id not in self._times:
            self._times[article.id] = alone(article)
        return self._times[article.id]

    def rejected(self) -> frozenset[str]:
        """The events that were said to be no known event."""
        rejected: frozenset[str] = self.chronicle.rejected_landmarks()
        return rejected

    def misfits(self, view: PageView) -> tuple[Misfit, ...]:
        """What does not fit together, by the view's sources."""
        key = ("misfits", view.dates_from, view.only_stated)
        return self._keep(key, lambda: misfits(self.seen(replace(view, events="all"))))

    def quarrels(self, view: PageView) -> tuple[Quarrel, ...]:
        """What articles contradict each other about, by the view's sources."""
        return quarrels(self.seen(replace(view, events="all")))

    def notes(self) -> list[str]:
        """What could not be read, each said once; of several articles, with the name of the one."""
        timeline = self.chronicle.timeline
        several = len(timeline.articles) > 1
        tell = {event.article for event in timeline.events}
        return [
            f"{article.title or article.source or 'An article'}: {note}." if several else f"Note: {note}."
            for article in timeline.articles
            for note in self._remarks(article, tells=article.id in tell)
        ]

    def _remarks(self, article: Article, *, tells: bool) -> list[str]:
        key = (article.id, article.given, tells)
        if key not in self._notes:
            self._notes[key] = notes(article, self.chronicle.timeline.events)
        return self._notes[key]

    def _fresh(self) -> None:
        """The number is looked up first: where somebody edits in between, it is that of what was before."""
        version, timeline = self.book.version, self.chronicle.timeline
        if timeline is not self._kept_for:
            self._kept_for = timeline
            self._kept = {}
        self._version = version

    def _keep(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        with self._lock:
            self._fresh()
            kept: T = self._kept.pop(key) if key in self._kept else make()
            self._kept[key] = kept  # the last used stands last
            if len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return kept
