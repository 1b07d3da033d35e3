"""A backup, and putting one in the place of a library: what stood there is put aside first, never thrown away."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from timeline.errors import LibraryError
from timeline.library import opening
from timeline.library.faults import told
from timeline.library.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def backup(store: Store, target: Path) -> None:
    """
    All of an open library as it is now, in a file of its own.

    Raises:
        LibraryError: there is a file already, or it cannot be written.
    """
    if target.exists():
        raise LibraryError(f"{target} is there already: name a file that is not")
    if not target.parent.is_dir():
        raise LibraryError(f"{target} cannot be written: the folder {target.parent} does not exist; make it first")
    try:
        store.copy_to(target)
    except OSError as fault:
        raise LibraryError(f"{target} cannot be written: {fault.strerror or fault}") from fault


def restore(source: Path, path: Path) -> Path | None:
    """
    Put a backup in the place of a library; what stood there, if anything did, is put aside: its new name.

    Raises:
        LibraryError: the backup is none or is damaged, or the library is open somewhere; nothing is changed then.
    """
    if not source.exists():
        raise LibraryError(f"{source} is not there: name a backup")
    if path.exists() and source.samefile(path):
        raise LibraryError(f"{source} is the library itself: name a backup")
    good = Store(source, write=False)
    try:
        with good.reading() as sql:
            [says] = sql.execute("PRAGMA quick_check(1)").fetchone()
        if says != "ok":
            raise LibraryError(f"{source} is damaged ({says}): take another backup; nothing was changed")
        _need_alone(path)
        aside = put_aside(path)
        for end in ("-wal", "-shm"):  # they belong to what stood there; beside another file they would spoil it
            opening.beside(path, end).unlink(missing_ok=True)
        good.copy_to(path)
    except OSError as fault:
        raise LibraryError(f"{path} cannot be written: {fault.strerror or fault}") from fault
    finally:
        good.close()
    return aside


def put_aside(path: Path) -> Path | None:
    """A copy of a file under another name beside it, byte for byte, and of what belongs to it; None where it is not."""
    if not path.exists():
        return None
    aside = opening.free_name(path, "aside")
    for end in ("", "-wal"):
        if opening.beside(path, end).exists():
            opening.copy_file(opening.beside(path, end), opening.beside(aside, end))
    return aside


def _need_alone(path: Path) -> None:
    """LibraryError where somebody else has the library open; what is no database nobody has."""
    if not path.exists() or not os.access(path, os.W_OK):
        return
    with told(path), suppress(sqlite3.DatabaseError), closing(opening.plain(path, "rw")) as connection:
        try:
            connection.execute("PRAGMA busy_timeout = 1000")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as fault:
            if "BUSY" in (fault.sqlite_errorname or ""):
                raise LibraryError(f"{path} is open in another program: close it there first") from fault
            raise
