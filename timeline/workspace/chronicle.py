"""What a user holds: a timeline with verbs."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.model.telling import tellings
from timeline.model.timeline import Edit
from timeline.workspace.editing import Editing
from timeline.workspace.signing import signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.article import Article
    from timeline.model.timeline import Timeline
    from timeline.workspace.grouping import Together
    from timeline.workspace.saying import Change


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
        self._own = timeline
        self._written: Timeline | None = timeline
        self._together: Together | None = None
        self._clock = clock or (lambda: "")
        self._reader = reader
        self._by = by
        self._lock = threading.RLock()
        self._undone: list[list[Edit]] = []

    @property
    def timeline(self) -> Timeline:
        """
        As it stands: edits in, hidden events still there; what several articles tell is shown once.

        A saved timeline is trusted as written until it is changed.
        """
        with self._lock:
            if self._written is not None and self._own.edits == self._written.edits:
                return self._written
            return self._own if self._together is None else self._together.of(self._own)

    @property
    def can_undo(self) -> bool:
        """There is an edit to take back."""
        return bool(self._own.edits)

    @property
    def can_redo(self) -> bool:
        """An edit was taken back and nothing else was edited since."""
        return bool(self._undone)

    def undo(self) -> Edit | None:
        """Take the last step back and say what it was, by its first edit; None where there is none."""
        return next(iter(self.undo_step()), None)

    def redo(self) -> Edit | None:
        """Do the step again that was taken back last, and say what it was; None where there is none."""
        return next(iter(self.redo_step()), None)

    def undo_step(self) -> list[Edit]:
        """Take the last step back: one edit, or several that were made at once; the first one first."""
        from timeline.workspace.edits import TOGETHER, take_back  # dating is not needed to draw a saved timeline

        taken: list[Edit] = []
        with self._lock:
            self._part()
            while not taken or taken[0].extra.get(TOGETHER):
                self._own, edit = take_back(self._own)
                if edit is None:
                    break
                taken.insert(0, edit)
            if taken:
                self._undone.append(taken)
        return taken

    def redo_step(self) -> list[Edit]:
        """Do the step again that was taken back last."""
        from timeline.workspace.edits import apply

        with self._lock:
            if not self._undone:
                return []
            step = self._undone.pop()
            self._part()
            for edit in step:
                self._own = apply(self._own, edit)
        return step

    def __repr__(self) -> str:
        return f"<Chronicle of {self._told()}>"

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
        from timeline.workspace.grouping import alone  # nothing of it is needed to draw a saved timeline

        with self._lock:
            other = alone(other)
            self.group()
            mine = self._own
            known = {article.id for article in mine.articles}
            events = tuple(event for event in other.events if event.article not in known)
            said = dict.fromkeys(other.statements)
            if any(article.id in known for article in other.articles):  # else nothing of it can be said already
                mine_said = set(mine.statements)
                said = {one: None for one in said if one not in mine_said}
            self._undone.clear()
            self._own = replace(
                mine,
                articles=mine.articles + tuple(article for article in other.articles if article.id not in known),
                events=mine.events + events,
                statements=mine.statements + tuple(said),
                edits=mine.edits + other.edits,
                conflicts=mine.conflicts + other.conflicts,
                title=mine.title or other.title,
                extra={**other.extra, **mine.extra},
            )

    def group(self) -> None:
        """
        Show what several articles tell once, from now on.

        A chronicle to which articles are added does so by itself; a saved timeline stays as it was written.
        """
        with self._lock:
            self._put_together()
            self._written = None

    def _about(self, subject: str | None) -> Timeline:  # noqa: ARG002 - all of it is at hand
        with self._lock:
            self._part()
            return self._own

    def _has_event(self, event_id: str) -> bool:
        return any(event.id == event_id for event in self._own.events)

    def _commit(self, *changes: Change) -> None:
        from timeline.workspace.edits import TOGETHER, apply, with_written

        with self._lock:
            self._part()
            timeline, at = self._own, self._clock()
            for place, change in enumerate(changes):
                edit = Edit(*change, at=at, by=signed(self._by), extra={TOGETHER: True} if place else {})
                timeline = apply(timeline, with_written(timeline, edit))
            self._own = timeline
            self._undone.clear()

    def _part(self) -> None:
        """Before anything is changed: what was written as one event of several articles is several again within."""
        if self._written is self._own and any(map(tellings, self._own.events)):
            self._put_together()

    def _put_together(self) -> None:
        from timeline.workspace.grouping import Together, alone

        if self._together is None:
            self._own = alone(self._own)
            self._together = Together()
