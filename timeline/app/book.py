"""What the page works on: a library, shared with whoever else has it open, or a chronicle of this program alone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from timeline.errors import ChangedError, LibraryError
from timeline.library import log
from timeline.workspace import Chronicle
from timeline.workspace.adding import version
from timeline.workspace.held import edit_of
from timeline.workspace.opening import open_library
from timeline.workspace.putting import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.model.timeline import Edit, Timeline
    from timeline.workspace.library import Library

T = TypeVar("T")
Work = Any
"""A library or a chronicle: both have the verbs of an editor."""

NEVER: Final = -1
"""The version of what has not been shown to anybody."""


class Entry(NamedTuple):
    """One line of the history: an edit, and whether it is "done", "undone", or "left" because something else was."""

    edit: Edit
    state: str


class Book(ABC):
    """
    Something with the verbs of an editor, and a number for each of its states.

    `since` is the version somebody saw when they decided on an edit: it is refused where what it is about was edited
    after that.
    """

    work: Work
    name: str | None = None
    """What it is called where its timeline has no title."""

    @property
    @abstractmethod
    def version(self) -> int:
        """The number of the state; another state has a higher one."""

    @abstractmethod
    def check(self) -> None:
        """Raise TimelineError where it could not be opened now."""

    @abstractmethod
    def edit(self, change: Callable[[Work], T], about: Iterable[str], since: int) -> T:
        """Change what *about* names; ChangedError where that was edited since."""

    @abstractmethod
    def undo(self) -> list[Edit]:
        """Take the last step back: its edits, the first one first."""

    @abstractmethod
    def redo(self) -> list[Edit]:
        """Do the step again that was taken back last."""

    @abstractmethod
    def include(self, read: Timeline, file: str | None, step: int | None) -> list[str]:
        """Put what was read in; the ids of the articles that are new."""

    @abstractmethod
    def new_step(self) -> int | None:
        """The number of a step for several articles, which one undo takes back together; None: each is its own."""

    @abstractmethod
    def history(self, most: int) -> list[Entry]:
        """What was done, the latest first."""


class Shared(Book):
    """A library: what others do with it is seen, and nothing of it is in this process alone."""

    def __init__(self, library: Library, name: str | None = None) -> None:
        self.work = library
        self.name = name

    @property
    def version(self) -> int:
        """The number of changes of the file."""
        with self.work.store.reading() as sql:
            return log.ticks(sql)

    def check(self) -> None:
        """Open the file once more, as somebody does who comes now."""
        if not self.work.path.exists():
            raise LibraryError(f"{self.work.path} is gone: put it back, or take a backup")
        with open_library(self.work.path, write=False):
            pass

    def edit(self, change: Callable[[Work], T], about: Iterable[str], since: int) -> T:
        """Change it, if nobody has meanwhile."""
        now = {subject: self.work.version(subject) for subject in about}
        seen = {subject: version if since == NEVER else min(version, since) for subject, version in now.items()}
        with self.work.expecting(seen):
            return change(self.work)

    def undo(self) -> list[Edit]:
        """Take the last step back, whoever made it."""
        return list(self.work.undo_step())

    def redo(self) -> list[Edit]:
        """Do the step again that was taken back last."""
        return list(self.work.redo_step())

    def include(self, read: Timeline, file: str | None, step: int | None) -> list[str]:
        """Put what was read in, with the version of the program that read it."""
        return list(self.work.include(read, file=file, step=step, reader=version()))

    def new_step(self) -> int | None:
        """A number nobody has."""
        return int(self.work.new_step())

    def history(self, most: int) -> list[Entry]:
        """The log of the file."""
        return [Entry(edit_of(entry), entry.state) for entry in self.work.history(most)]


class Private(Book):
    """A chronicle: it is this process's alone, and its edits are counted here."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.work = chronicle
        self._seen: Timeline | None = None
        self._version = 0
        self._edited: dict[str, int] = {}

    @property
    def version(self) -> int:
        """Counts the states, as far as they were looked at."""
        if self.work.timeline is not self._seen:
            self._seen = self.work.timeline
            self._version += 1
        return self._version

    def check(self) -> None:
        """It is in this process, and no file is needed."""

    def edit(self, change: Callable[[Work], T], about: Iterable[str], since: int) -> T:
        """Change it; another tab of the browser may have done so meanwhile."""
        for subject in about:
            if since != NEVER and self._edited.get(subject, NEVER) > since:
                raise ChangedError(self._meanwhile(subject))
        before = self.work.timeline
        result = change(self.work)
        if self.work.timeline is not before:
            self._edited |= dict.fromkeys(about, self.version)
        return result

    def undo(self) -> list[Edit]:
        """Take the last step back."""
        return self._stepped(self.work.undo_step())

    def redo(self) -> list[Edit]:
        """Do the step again that was taken back last."""
        return self._stepped(self.work.redo_step())

    def include(self, read: Timeline, file: str | None, step: int | None) -> list[str]:
        """Put what was read in; a chronicle keeps neither the file nor the step."""
        del file, step
        known = {article.id for article in self.work.articles}
        self.work.include(read)
        return [article.id for article in read.articles if article.id not in known]

    def new_step(self) -> int | None:
        """An article that is added is no edit of a chronicle."""
        return None

    def history(self, most: int) -> list[Entry]:
        """The edits that stand."""
        edits = self.work.timeline.edits
        return [Entry(edit, "done") for edit in reversed(edits[-most:] if most else ())]

    def _stepped(self, edits: list[Edit]) -> list[Edit]:
        self._edited |= dict.fromkeys((edit.subject for edit in edits), self.version)
        return edits

    def _meanwhile(self, subject: str) -> str:
        last = next((edit for edit in reversed(self.work.timeline.edits) if edit.subject == subject), None)
        if last is None:
            return "it was changed back meanwhile, so this was not done: look at it again"
        theirs = told(last.field, last.before, last.after)
        return f"it was changed meanwhile, {theirs}, so this was not done: look at it again"


def book_of(work: Chronicle | Library, name: str | None = None) -> Book:
    """The book that holds this."""
    return Private(work) if isinstance(work, Chronicle) else Shared(work, name)
