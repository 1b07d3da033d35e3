"""A library that is open, as far as looking and editing go: what of it is in memory, and whether that is still so."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.errors import ChangedError, LibraryError, TimelineError
from timeline.library import articles, events, log
from timeline.model.timeline import Edit, Timeline
from timeline.workspace import held, putting, slices
from timeline.workspace.editing import Editing
from timeline.workspace.edits import TOGETHER
from timeline.workspace.grouping import Together
from timeline.workspace.held import Doing, Parts
from timeline.workspace.looking import find_event
from timeline.workspace.signing import signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from timeline.library.store import Connection, Store
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.workspace.grouping import Compared, Told
    from timeline.workspace.held import Held
    from timeline.workspace.kept import Kept
    from timeline.workspace.saying import Change

_KEPT = 256  # groups of articles that stay in memory


class Shelf(Editing):
    """
    A library's file with the verbs of an editor.

    What others change is seen when something is looked at next; an edit on what was changed since it was looked at is
    refused.
    """

    def __init__(
        self,
        store: Store,
        *,
        clock: Callable[[], str] | None = None,
        reader: Callable[[Article], Timeline] | None = None,
        by: str | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self._clock = clock or (lambda: "")
        self._reader = reader
        self._by = by
        self._lock = threading.RLock()
        self._parts = Parts()
        self._held: dict[int, Held] = {}
        self._whole: Timeline | None = None
        self._together = Together()
        self._kept: Kept | None = None
        self._tick: int | None = None
        self._shown: dict[str, int] = {}
        self._expected: Mapping[str, int] | None = None

    @property
    def timeline(self) -> Timeline:
        """
        All of it, edits in, hidden events still there; what several articles tell is shown once.

        What is found is kept in the file, so that it is not found again. Where it is not kept, as after an import, the
        first look at a large library takes seconds.
        """
        with self._lock:
            alone = self._alone()
            before = self._together.told
            whole = self._together.of(alone, self._kept_of)
            if self._together.told is not before:
                self._keep()
            return whole

    def _alone(self) -> Timeline:
        """All of it, every event as its article tells it."""
        with self._lock, self.store.reading() as sql:
            self._refresh()
            if self._whole is None:
                rows = articles.present(sql)
                parts = [self._parts.of(sql, row) for row in rows]
                edits = held.edits_of(log.of_all(sql))
                here = {subject for part in parts for subject in subjects_in(part)}
                kept = tuple(edit for _, edit in edits if edit.subject in here)
                self._whole = replace(slices.joined(parts), edits=kept)
                self._shown = held.versions(sql, [row.number for row in rows])
            return self._whole

    def event(self, event_id: str) -> Event:
        """The event with this id; TimelineError where there is none."""
        with self._lock:
            self._refresh()
            event = find_event(self._about(event_id), event_id)
            self._shown[event_id] = self.version(event_id)
            return event

    def version(self, subject: str) -> int:
        """A number that changes with every edit of an event or an article; see `expecting`."""
        with self.store.reading() as sql:
            return self._version(sql, subject)

    @contextmanager
    def expecting(self, versions: Mapping[str, int]) -> Iterator[None]:
        """
        Edit what was shown to somebody some time ago: refused where an event or article has another version now.

        Without it an edit goes by what this object was last asked for.
        """
        with self._lock:
            self._refresh()
            self._expected = versions
            try:
                yield
            finally:
                self._expected = None

    # --- within -------------------------------------------------------------------------------------

    def _about(self, subject: str | None) -> Timeline:
        with self._lock, self.store.reading() as sql:
            if subject is not None:
                return self._group(sql, self._home(sql, subject)).timeline
            rows = articles.present(sql)
            if not rows:
                raise TimelineError("there is no article in this library")
            return self._group(sql, rows[0].number).timeline

    def _has_event(self, event_id: str) -> bool:
        with self.store.reading() as sql:
            return events.home(sql, event_id) is not None

    def _commit(self, *changes: Change) -> None:
        with self._lock:
            seen = {change.subject: self._seen_version(change.subject) for change in changes}
            with self._changing() as doing:
                for change in changes:
                    if seen[change.subject] not in (None, self._version(doing.sql, change.subject)):
                        raise self._changed_meanwhile(doing.sql, change)
                for place, change in enumerate(changes):
                    more = {TOGETHER: True} if place else {}
                    putting.make(doing, Edit(*change, at=doing.at, by=doing.by, extra=more))

    @contextmanager
    def _changing(self, step: int | None = None) -> Iterator[Doing]:
        """A change of the file; what of it was in memory is looked up again afterwards."""
        with self._lock:
            with self.store.writing() as sql:
                numbers = log.tick(sql), step or log.next_step(sql)
                doing = Doing(sql, self._parts, *numbers, self._clock(), signed(self._by))
                yield doing
                versions = held.versions(sql, doing.written)
            self._parts.take(doing.fresh)
            self._whole = None
            self._tick = doing.tick if self._tick == doing.tick - 1 else None
            self._shown |= {name: version for name, version in versions.items() if version == doing.tick}
            for number in [number for number in self._held if self._held[number].parts.keys() & doing.written]:
                del self._held[number]

    def _refresh(self) -> None:
        """What others changed is read again; that they kept what they found is no change."""
        if not self.store.changed_elsewhere() and self._tick is not None:
            return
        with self.store.reading() as sql:
            tick = log.ticks(sql)
        if tick != self._tick:
            self._held.clear()
            self._shown.clear()
            self._whole = None
            self._tick = tick

    def _kept_of(self, compared: Compared) -> Told | None:
        """What is kept of what several articles tell, where it is true of what is in memory."""
        from timeline.workspace.kept import Kept  # a library of one article does not need it

        self._kept = self._kept or Kept()
        with self.store.reading() as sql:
            if self._whole is None or log.ticks(sql) != self._tick:
                return None
            return self._kept.load(sql, self._whole, compared)

    def _keep(self) -> None:
        """Keep what was found; where the file cannot be written to at this moment, it is found again."""
        told = self._together.told
        if told is None or not self.store.writable:
            return
        from timeline.workspace.kept import Kept

        self._kept = self._kept or Kept()
        with suppress(LibraryError), self.store.noting() as sql:
            if log.ticks(sql) == self._tick:
                self._kept.keep(sql, told)

    def _group(self, sql: Connection, number: int) -> Held:
        """What hangs together with an article, as it was when it was looked at last."""
        found = self._held.get(number)
        if found is None:
            found = held.load(sql, self._parts, [number])
            if len(self._held) >= _KEPT:
                self._held.clear()
            self._held |= dict.fromkeys(found.parts, found)
        return found

    def _home(self, sql: Connection, subject: str) -> int:
        """The number of the article that an event belongs to, or of the article with this id."""
        home = events.home(sql, subject)
        if home is not None:
            return home.article
        row = articles.by_id(sql, subject)
        if row is None or not row.present:
            raise TimelineError(f"there is no event or article {subject!r} in this library")
        return row.number

    def _version(self, sql: Connection, subject: str) -> int:
        """The tick of its last edit; -1 where it is not there."""
        home = events.home(sql, subject)
        if home is not None:
            return home.changed
        row = articles.by_id(sql, subject)
        return row.changed if row is not None and row.present else -1

    def _seen_version(self, subject: str) -> int | None:
        """The version that whoever makes a change has seen; None where that is not known."""
        if self._expected is not None and subject in self._expected:
            return self._expected[subject]
        if subject in self._shown:
            return self._shown[subject]
        return next((found.versions[subject] for found in self._held.values() if subject in found.versions), None)

    def _changed_meanwhile(self, sql: Connection, change: Change) -> ChangedError:
        mine = f"{change.field} to {putting.short(change.after)}"
        last = log.last_on(sql, change.subject)
        if last is None or self._version(sql, change.subject) < 0:
            return ChangedError(
                f"it was taken away or changed back meanwhile, so this was not done: {mine}; look at it again"
            )
        edit = held.edit_of(last)
        who = f" by {edit.by}" if edit.by else ""
        theirs = putting.told(edit.field, edit.before, edit.after)
        return ChangedError(f"it was changed meanwhile{who}, {theirs}, so this was not done: {mine}; look at it again")


def subjects_in(part: Timeline) -> Iterator[str]:
    """The ids of the articles and events of a timeline."""
    yield from (article.id for article in part.articles)
    yield from (event.id for event in part.events)
