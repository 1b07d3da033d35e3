"""Opening the file of a library: making it, checking what it is, bringing an older one up to date."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote

from timeline.errors import LibraryError
from timeline.library import schema
from timeline.library.faults import told

if TYPE_CHECKING:
    from typing import Literal

PAGE = 1024
"""Bytes of a page: an article's text and what was read in it each end somewhere within one, and the rest is empty."""
_MOST_ADDED = 1 << 20  # bytes, beside as many as are left: a damaged head may tell any length
_MAGIC = b"SQLite format 3\x00"
_HEADER = struct.Struct(">16sH6xII28xI4xI20xI4x")  # magic, page size, changes, pages, version, application, valid for


def connect(path: Path, *, write: bool = True, patience: float = 5.0) -> tuple[sqlite3.Connection, bool]:
    """
    A connection to the library at *path*, made where there is none, and whether it may be written to.

    Args:
        path: the file.
        write: False: only to look.
        patience: seconds to wait for another program that is writing.

    Raises:
        LibraryError: the file is none, is damaged, is of a newer program, or cannot be opened; it stays as it is.
    """
    with told(path):
        try:
            if not path.exists() or path.stat().st_size == 0:
                _make(path)
            _check_head(path)
            may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        except OSError as fault:
            raise LibraryError(f"{path} cannot be opened: {fault.strerror or fault}") from fault
        interrupted = beside(path, "-wal").exists()
        connection = _connection(path, write=may_write, patience=patience)
        try:
            _check_schema(connection, path)
            if interrupted:
                _check_pages(connection, path)
            if may_write:
                _bring_up(connection, path)
            else:
                connection = _brought_up(connection)
            if not write:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection, write and may_write


def says_library(path: Path) -> bool:
    """The first bytes of a file are those of a library, whole or not."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER.size)
    except OSError:
        return False
    return len(head) == _HEADER.size and head.startswith(_MAGIC) and _HEADER.unpack(head)[5] == schema.APPLICATION_ID


def plain(path: Path, mode: Literal["ro", "rw", "rwc"], *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that sets nothing and checks nothing."""
    address = f"file:{quote(str(path.absolute()))}?mode={mode}{'&immutable=1' if immutable else ''}"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)


def free_name(path: Path, end: str) -> Path:
    """A name beside *path* that no file has yet."""
    tries = (path.with_name(f"{path.name}.{end}{number or ''}") for number in range(10_000))
    return next(one for one in tries if not one.exists())


def _make(path: Path) -> None:
    """A new library, whole before it has its name: nobody ever sees half of one."""
    if not path.parent.is_dir():
        raise LibraryError(f"{path} cannot be made: the folder {path.parent} does not exist; make it first")
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name[:40]}.") as folder:
        new = Path(folder) / "new"
        with closing(plain(new, "rwc")) as connection:
            connection.execute(f"PRAGMA page_size = {PAGE}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN")
            schema.bring_up(connection)
            connection.execute("COMMIT")
        if path.exists():  # empty, as made by `touch`
            new.replace(path)
            return
        try:
            os.link(new, path)
        except FileExistsError:  # somebody else was quicker
            return
        except OSError:  # a disk without links
            new.replace(path)


def _check_head(path: Path) -> None:
    """Say what the file is if it is no library, without opening it as a database: that alone could change it."""
    if path.is_dir():
        raise LibraryError(f"{path} is a folder: name a file in it")
    with path.open("rb") as file:
        head = file.read(_HEADER.size)
    if not head.startswith(_MAGIC):
        raise LibraryError(
            f"{path} is no library, or its beginning is damaged: `timeline library restore` takes a backup"
        )
    if len(head) < _HEADER.size:
        raise LibraryError(
            f"{path} is cut off: only {len(head)} bytes are left; `timeline library restore` takes a backup"
        )
    _, page, changes, pages, version, application, valid_for = _HEADER.unpack(head)
    if application != schema.APPLICATION_ID:
        raise LibraryError(f"{path} is a database of another program, not a library: choose another file")
    _check_version(path, version)
    size = path.stat().st_size
    whole = pages * (65_536 if page == 1 else page)
    wal = beside(path, "-wal")
    if changes == valid_for and size < whole and not (wal.exists() and wal.stat().st_size):
        raise LibraryError(
            f"{path} is cut off: {size} of {whole} bytes are left; `timeline library restore` takes a backup"
        )


def _check_version(path: Path, version: int) -> None:
    if version > schema.VERSION:
        raise LibraryError(
            f"{path} was written by a newer program (schema {version}, this one knows {schema.VERSION}): "
            "install the newer article-timeline"
        )


def _connection(path: Path, *, write: bool, patience: float) -> sqlite3.Connection:
    connection = plain(path, "rw" if write else "ro")
    try:
        connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
        connection.execute("PRAGMA cell_size_check = ON")
        _look(connection, path)
    except sqlite3.OperationalError:
        connection.close()
        if write or beside(path, "-wal").exists():
            raise
        # where nothing may be written not even the files beside it can be made, and nobody else writes
        connection = plain(path, "ro", immutable=True)
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _look(connection: sqlite3.Connection, path: Path) -> None:
    """The first look: the tables can be understood."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorname == "SQLITE_ERROR":
            raise LibraryError(f"{path} is damaged ({fault}): `timeline library restore` takes a backup") from fault
        raise


def _check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """The tables are those of the version; triggers of strangers would run with every edit."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    _check_version(path, version)
    found = set(connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    ours = schema.made_of(version)
    missing = sorted(name for _, name, _ in ours - found)
    strange = sorted(name for kind, name, _ in found - ours if kind in ("trigger", "view"))
    if missing or strange:
        what = f"{missing[0]} is missing or changed" if missing else f"{strange[0]} is not ours"
        raise LibraryError(f"{path} is damaged: {what}; `timeline library restore` takes a backup in its place")


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """After a program has ended in the middle, or beside one that is at work: the pages hang together."""
    [says] = connection.execute("PRAGMA quick_check(1)").fetchone()
    if says != "ok":
        raise LibraryError(f"{path} is damaged ({says}): `timeline library restore` takes a backup in its place")


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an older library up to date, a copy of it put aside first."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version == schema.VERSION:
        return
    copy_to(connection, free_name(path, f"schema-{version}"))
    connection.execute("BEGIN IMMEDIATE")
    try:
        schema.bring_up(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _brought_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Where an older library cannot be written to: a copy in memory that is up to date; a current one as it is."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version == schema.VERSION:
        return connection
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(connection):
        connection.backup(copy)
    schema.bring_up(copy)
    return copy


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """All of the library, as it is at one moment, in a file of its own; one that is there is written over whole."""
    target = target.resolve()
    with TemporaryDirectory(dir=target.parent, prefix=f".{target.name[:40]}.") as folder:
        new = Path(folder) / "copy"
        with closing(plain(new, "rwc")) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, which can be looked at where nothing is written
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(target)


def copy_file(source: Path, target: Path) -> None:
    """The bytes of a file in another one, which is there whole or not at all."""
    with TemporaryDirectory(dir=target.parent, prefix=f".{target.name[:40]}.") as folder:
        new = Path(folder) / "copy"
        shutil.copyfile(source, new)
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(target)


def lengthen(path: Path) -> None:
    """Give a file that was cut off the length its head tells, with nothing in it: SQLite reads none that is shorter."""
    with path.open("rb+") as file:
        head = file.read(_HEADER.size)
        if len(head) < _HEADER.size or not head.startswith(_MAGIC):
            return
        _, page, _, pages, *_ = _HEADER.unpack(head)
        size = file.seek(0, os.SEEK_END)
        whole = pages * (65_536 if page == 1 else page)
        if size < whole <= 2 * size + _MOST_ADDED:
            file.truncate(whole)


def beside(path: Path, end: str) -> Path:
    """A file that belongs to another one by its name."""
    return path.with_name(path.name + end)
