"""A library that is open: the verbs of a chronicle over a file, shared with whoever else has it open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from timeline.errors import TimelineError
from timeline.library import articles, backup, events, log, search, views
from timeline.model.timeline import Edit, Timeline
from timeline.workspace import held, putting, slices
from timeline.workspace.chronicle import Chronicle
from timeline.workspace.shelf import Shelf, subjects_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from timeline.library.rows import Entry, Listed
    from timeline.library.search import Hit
    from timeline.model.article import Article


class Library(Shelf):
    """
    A library: `timeline.open_library` opens one, and ``with`` closes it.

    It has the verbs of a chronicle, and each is kept in the file before it returns. What others change is seen when
    something is looked at next; an edit on what was changed meanwhile is refused (`ChangedError`).
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; it needs no other file beside it then."""
        self.store.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.store.path

    # --- looking ----------------------------------------------------------------------------------

    def chronicle(self, article_ids: Iterable[str] | None = None) -> Chronicle:
        """What is in the library, or in some of its articles, as a chronicle of its own; it is not kept here."""
        if article_ids is None:
            return Chronicle(self.timeline, clock=self._clock, by=self._by)
        whole = self._alone()
        chosen = set(article_ids)
        parts = slices.parts(whole)
        unknown = sorted(chosen - parts.keys())
        if unknown:
            raise TimelineError(f"there is no article {unknown[0]!r} in this library")
        some = slices.joined(part for name, part in parts.items() if name in chosen)
        here = set(subjects_in(some))
        edits = tuple(edit for edit in whole.edits if edit.subject in here)
        chronicle = Chronicle(replace(some, edits=edits), clock=self._clock, by=self._by)
        chronicle.group()
        return chronicle

    def listed(self) -> list[Listed]:
        """The articles as `timeline library list` shows them."""
        with self.store.reading() as sql:
            return articles.listed(sql)

    def window(self, first: int, last: int, most: int = 250) -> tuple[list[events.Found], int]:
        """The weightiest events that may lie between two days, both included, and how many there are."""
        with self.store.reading() as sql:
            return events.window(sql, first, last, most)

    def search(self, words: str, most: int = 50) -> list[Hit]:
        """Where words stand: in titles and notes of events first, then in the texts; "several words" in that order."""
        with self.store.reading() as sql:
            return search.search(sql, words, most)

    def history(self, most: int | None = None) -> list[Entry]:
        """What was done, the latest first, and whether it is done, undone, or left because something else was done."""
        with self.store.reading() as sql:
            return log.history(sql, most)

    def orphaned(self) -> list[Entry]:
        """The edits that could not be attached when an article was read again."""
        with self.store.reading() as sql:
            return held.orphans_of(log.of_all(sql))

    def views(self) -> dict[str, Any]:
        """The ways of looking at it that were kept, by their names."""
        with self.store.reading() as sql:
            return {name: held.value(data) for name, data in views.get(sql).items()}

    def keep_view(self, name: str, view: Any) -> None:  # noqa: ANN401 - a JSON value
        """Keep a way of looking at it, a JSON value, under a name; None forgets it."""
        with self.store.writing() as sql:
            if view is None:
                views.drop(sql, name)
            else:
                views.put(sql, name, self._clock(), held.written(view) or "")

    # --- keeping it whole ---------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is damaged, in words; nothing where all is well."""
        from timeline.workspace.checked import problems
        from timeline.workspace.kept import wrong

        found = problems(self.store)
        if not found:
            with self._lock, self.store.reading() as sql:
                found += wrong(sql, self._alone())
        return found

    def backup(self, target: str | PathLike[str]) -> None:
        """All of it as it is now, in a file of its own; LibraryError where that is there already."""
        backup.backup(self.store, Path(target))

    # --- putting in and taking out ------------------------------------------------------------------

    def add(self, article: Article, *, file: str | None = None) -> bool:
        """
        Read one more article into the library; False where its text is there already.

        Args:
            article: what `timeline.read` gives.
            file: where it was read, to be shown in lists.
        """
        with self.store.reading() as sql:
            known = articles.by_hash(sql, slices.digest(article.text))
        if known is not None and known.present:
            return False
        if self._reader is None:
            from timeline.workspace.reading import reader

            self._reader = reader()
        return bool(self.include(self._reader(article), file=file))

    def include(
        self, other: Timeline, *, file: str | None = None, step: int | None = None, reader: str = ""
    ) -> list[str]:
        """
        Put the articles of another timeline in, with their events, statements and edits.

        Args:
            other: what a reader made, or a saved timeline.
            file: where it was read.
            step: the import it belongs to, which one undo takes back (`new_step`).
            reader: the version of what read it.

        Returns:
            the ids of the articles that were not there yet.
        """
        with self._changing(step) as doing:
            return putting.include(doing, other, file=file, reader=reader)

    def read_again(
        self, article_id: str, other: Timeline, *, file: str | None = None, step: int | None = None, reader: str = ""
    ) -> list[Entry]:
        """
        Put another reading in the place of an article's: by a newer reader, with other landmarks, or of a new text.

        Edits stay on their events, by the place and the words of these; undo gives the former reading back.

        Args:
            article_id: the article that was read again.
            other: what was made of it, or of the text that takes its place: one article.
            file: where it was read.
            step: the import it belongs to.
            reader: the version of what read it.

        Returns:
            the edits that could not be attached; `orphaned` has them, too.

        Raises:
            TimelineError: there is no such article, or *other* is not one article.
        """
        if len(other.articles) != 1 or other.edits:
            raise TimelineError("an article is read again as one article, without edits")
        with self._changing(step) as doing:
            row = articles.by_id(doing.sql, article_id)
            if row is None or not row.present:
                raise TimelineError(f"there is no article {article_id!r} in this library")
            lost = set(putting.read_again(doing, row, other, file, reader))
            return [entry for entry in log.of_all(doing.sql) if entry.number in lost]

    def known(self, article: Article, file: str | None = None) -> str | None:
        """The id of the article with the same text, or else of the one that was read from this file; None: neither."""
        with self.store.reading() as sql:
            row = articles.by_hash(sql, slices.digest(article.text))
            if row is None or not row.present:
                row = None if file is None else articles.by_file(sql, file)
            return None if row is None else row.id

    def make_again(self, edit: Edit) -> None:
        """Make an edit of another library in this one, as a step of its own, with its time and its name."""
        with self._changing() as doing:
            putting.make(held.next_step(doing, edit), edit)

    def new_step(self) -> int:
        """The number of a new step: everything included under it is taken back by one undo."""
        with self.store.reading() as sql:
            return log.next_step(sql)

    def remove(self, article_id: str) -> None:
        """Take an article out, its events and their edits with it; undo puts them back."""
        with self._changing() as doing:
            row = articles.by_id(doing.sql, article_id)
            if row is None or not row.present:
                raise TimelineError(f"there is no article {article_id!r} in this library")
            for change in putting.cut_loose(doing.load([row.number]).timeline, article_id):
                putting.make(doing, Edit(*change, at=doing.at, by=doing.by))
            putting.take_out(doing, row)

    # --- undo and redo --------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """There is something to take back."""
        with self.store.reading() as sql:
            return bool(log.last_done(sql))

    @property
    def can_redo(self) -> bool:
        """Something was taken back and nothing else was done since."""
        with self.store.reading() as sql:
            return bool(log.first_undone(sql))

    def undo(self) -> Edit | None:
        """Take the last step back and say what it was, by its first edit; None where there is none."""
        return next(iter(self.undo_step()), None)

    def redo(self) -> Edit | None:
        """Do the step again that was taken back last, and say what it was; None where there is none."""
        return next(iter(self.redo_step()), None)

    def undo_step(self) -> list[Edit]:
        """Take the last step back: one edit, or all of an import."""
        with self._changing() as doing:
            entries = log.last_done(doing.sql)
            for entry in entries:
                putting.take_back(doing, entry)
                log.mark(doing.sql, [entry], "undone")
        return [held.edit_of(entry) for entry in reversed(entries)]

    def redo_step(self) -> list[Edit]:
        """Do the step again that was taken back last."""
        with self._changing() as doing:
            entries = log.first_undone(doing.sql)
            for entry in entries:
                putting.do_again(doing, entry)
                log.mark(doing.sql, [entry], "done")
        return [held.edit_of(entry) for entry in entries]
