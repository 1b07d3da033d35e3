"""A library that is open: one connection, one change at a time, and word of what others change."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from timeline.errors import LibraryError
from timeline.library import checking, opening
from timeline.library.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Connection = sqlite3.Connection
"""What `reading` and `writing` lend; rooms above hand it on and do nothing else with it."""


class Store:
    """
    The file of a library while it is open; several threads may use it.

    `reading` and `writing` lend the connection: what is read within one of them is of one moment, and what is written
    is there whole when it ends, or not at all.
    """

    DAMAGE = (sqlite3.DatabaseError,)
    """What is raised where a damaged file is looked into while it is examined."""

    def __init__(self, path: Path, *, write: bool = True, patience: float = 5.0, most_pages: int | None = None) -> None:
        """
        Open the file, or make it.

        Args:
            path: the file.
            write: False: only to look.
            patience: seconds to wait for another program that is writing.
            most_pages: the most pages of 4096 bytes the file may have.

        Raises:
            LibraryError: it cannot be opened, or is none.
        """
        self.path = path
        self._lock = threading.RLock()
        self._sql, self.writable = opening.connect(path, write=write, patience=patience)
        if most_pages is not None:
            self._sql.execute(f"PRAGMA max_page_count = {int(most_pages)}")
        self._others = self._data_version()

    def close(self) -> None:
        """Close the file; what was written is in it, and no other file is needed beside it."""
        with self._lock, told(self.path):
            self._sql.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, to read what is there at this moment."""
        with self._lock, told(self.path):
            if self._sql.in_transaction:
                yield self._sql
                return
            self._sql.execute("BEGIN")
            try:
                yield self._sql
            finally:
                self._end("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """
        The connection, to change what is there; others wait until this ends.

        Raises:
            LibraryError: it can only be read, somebody else is writing for longer than our patience, the disk is full.
        """
        with self._lock, told(self.path):
            if not self.writable:
                raise LibraryError(f"{self.path} can only be read: copy it to a place where you may write")
            self._sql.execute("BEGIN IMMEDIATE")
            try:
                yield self._sql
                self._sql.execute("COMMIT")
            except BaseException:
                self._end("ROLLBACK")
                raise

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """
        The connection, to keep what can be found again: it waits for nobody, and is not waited for till it is on disk.

        Raises:
            LibraryError: as `writing` does; somebody else is writing at this moment.
        """
        with self._lock, told(self.path):
            [patience] = self._sql.execute("PRAGMA busy_timeout").fetchone()
            try:
                self._sql.execute("PRAGMA busy_timeout = 0")
                self._sql.execute("PRAGMA synchronous = NORMAL")
                with self.writing() as sql:
                    yield sql
            finally:
                self._sql.execute("PRAGMA synchronous = FULL")
                self._sql.execute(f"PRAGMA busy_timeout = {int(patience)}")

    @contextmanager
    def examining(self) -> Iterator[Connection]:
        """A connection that may be tried in any way: what is done with it is not kept."""
        with self._lock, told(self.path):
            if self.writable:
                self._sql.execute("BEGIN IMMEDIATE")
                try:
                    yield self._sql
                finally:
                    self._end("ROLLBACK")
                return
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
                self._sql.backup(copy)
                yield copy

    def mend(self) -> None:
        """Build the indexes again from their tables."""
        with self.writing() as sql:
            checking.mend(sql)

    def changed_elsewhere(self) -> bool:
        """Somebody else has changed the file since this was asked last."""
        with self._lock, told(self.path):
            found = self._data_version()
            changed, self._others = found != self._others, found
            return changed

    def copy_to(self, target: Path) -> None:
        """A copy of all that is there at this moment."""
        with self._lock, told(self.path):
            opening.copy_to(self._sql, target)

    def _data_version(self) -> int:
        return int(self._sql.execute("PRAGMA data_version").fetchone()[0])

    def _end(self, word: str) -> None:
        if self._sql.in_transaction:  # a full disk ends it by itself
            self._sql.execute(word)
