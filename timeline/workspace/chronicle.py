"""What a user holds: a timeline with verbs."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.model.timeline import Edit
from timeline.workspace.editing import Editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.article import Article
    from timeline.model.timeline import Timeline
    from timeline.workspace.editing import Change


class Chronicle(Editing):
    """
    A timeline in memory that can be read, edited, drawn and saved.

    Every change is an edit in the log and can be undone; nothing is overwritten.
    `clock` gives the time that stamps an edit (an ISO string); without one, edits carry no time. `by` is the name they
    are signed with.
    """

    def __init__(
        self,
        timeline: Timeline,
        *,
        clock: Callable[[], str] | None = None,
        reader: Callable[[Article], Timeline] | None = None,
        by: str | None = None,
    ) -> None:
        super().__init__()
        self._timeline = timeline
        self._clock = clock or (lambda: "")
        self._reader = reader
        self._by = by
        self._lock = threading.RLock()
        self._undone: list[Edit] = []

    @property
    def timeline(self) -> Timeline:
        """As it stands: edits in, hidden events still there."""
        return self._timeline

    @property
    def can_undo(self) -> bool:
        """There is an edit to take back."""
        return bool(self._timeline.edits)

    @property
    def can_redo(self) -> bool:
        """An edit was taken back and nothing else was edited since."""
        return bool(self._undone)

    def undo(self) -> Edit | None:
        """Take the last edit back and say which it was; None where there is none."""
        from timeline.workspace.edits import take_back  # dating is not needed to draw a saved timeline

        with self._lock:
            self._timeline, edit = take_back(self._timeline)
            if edit is not None:
                self._undone.append(edit)
        return edit

    def redo(self) -> Edit | None:
        """Make the edit again that was taken back last, and say which it was; None where there is none."""
        from timeline.workspace.edits import apply

        with self._lock:
            if not self._undone:
                return None
            edit = self._undone.pop()
            self._timeline = apply(self._timeline, edit)
        return edit

    def add(self, article: Article) -> None:
        """Read one more article into the chronicle; one that is there already is left alone."""
        if self._reader is None:
            from timeline.workspace.reading import reader

            self._reader = reader()
        if any(other.id == article.id for other in self.articles):
            return
        self.include(self._reader(article))

    def include(self, other: Timeline) -> None:
        """Put the articles, events and statements of another timeline beside this one's."""
        with self._lock:
            mine = self._timeline
            known = {article.id for article in mine.articles}
            events = tuple(event for event in other.events if event.article not in known)
            self._undone.clear()
            self._timeline = replace(
                mine,
                articles=mine.articles + tuple(article for article in other.articles if article.id not in known),
                events=mine.events + events,
                statements=tuple(dict.fromkeys(mine.statements + other.statements)),
                edits=mine.edits + other.edits,
                conflicts=mine.conflicts + other.conflicts,
                title=mine.title or other.title,
                extra={**other.extra, **mine.extra},
            )

    def _about(self, subject: str | None) -> Timeline:  # noqa: ARG002 - all of it is at hand
        return self._timeline

    def _has_event(self, event_id: str) -> bool:
        return any(event.id == event_id for event in self._timeline.events)

    def _commit(self, *changes: Change) -> None:
        from timeline.workspace.edits import apply, with_written

        with self._lock:
            timeline = self._timeline
            for change in changes:
                edit = Edit(*change, at=self._clock(), by=self._by)
                timeline = apply(timeline, with_written(timeline, edit))
            self._timeline = timeline
            self._undone.clear()
