"""The file of an index: its tables, and how one is opened."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from timeline.errors import LibraryError, SavedTimelineError
from timeline.library.opening import says_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

APPLICATION, VERSION = 0x744C6958, 1
"""What SQLite's header says: whose file it is, and which tables it has."""
SUFFIX = ".timeline"
_MAGIC = b"SQLite format 3\0"

SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};

CREATE TABLE source (          -- one row: what the whole is
    title TEXT,
    offset INTEGER NOT NULL,   -- 1: no year is known, days are counted from publication
    total INTEGER NOT NULL,    -- events with a place on the axis
    unknown INTEGER NOT NULL,  -- events without
    first REAL,                -- what `Source.reach` gives
    last REAL
) STRICT;

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE unknown (         -- the events without a place on the axis, in the order of the text
    article BLOB NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL REFERENCES event,
    distance INTEGER NOT NULL, -- 1: its distance from publication is known
    PRIMARY KEY (article, start, end, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lane (            -- for each way to make lanes the weightiest ones, and a last one of all others
    number INTEGER PRIMARY KEY,
    lanes_by TEXT NOT NULL,
    key BLOB NOT NULL,
    weight INTEGER NOT NULL,   -- of its events, in millionths
    reference REAL NOT NULL,   -- from here on: of its first event
    article BLOB NOT NULL,
    start INTEGER NOT NULL,
    event BLOB NOT NULL
) STRICT;
CREATE INDEX lane_by ON lane (lanes_by, number);

CREATE TABLE census (          -- days and how many of a lane's events begin, are counted, end up to each of them
    lane INTEGER NOT NULL REFERENCES lane,
    side TEXT NOT NULL,
    days BLOB NOT NULL,
    upto BLOB NOT NULL,
    PRIMARY KEY (lane, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunk (           -- a few of a lane's events that are of like rank and near each other in time
    number INTEGER PRIMARY KEY,
    lane INTEGER NOT NULL REFERENCES lane,
    best INTEGER NOT NULL,     -- the highest rank of them
    first REAL NOT NULL,
    last REAL NOT NULL,
    events BLOB NOT NULL       -- their ranks, numbers, first and last days
) STRICT;
"""
CHUNKS = "CREATE INDEX chunk_of ON chunk (lane, best, first, last)"


def opened(path: str | PathLike[str]) -> sqlite3.Connection:
    """
    A connection that reads an index, from any thread but from one at a time.

    Raises:
        LibraryError: there is no such file, or it is no index, a damaged one, or one of a newer version.
    """
    place = Path(path)
    try:
        with place.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as fault:
        raise LibraryError(f"{place} cannot be read: {fault.strerror or fault}") from fault
    if magic != _MAGIC:
        raise LibraryError(f"{place} is no index of a timeline: make one with `timeline index`")
    with reading(place):
        connection = sqlite3.connect(
            f"file:{quote(str(place.resolve()))}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            _check(connection, place)
        except BaseException:
            connection.close()
            raise
    return connection


def _check(connection: sqlite3.Connection, place: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise LibraryError(f"{place} is a database, but no index of a timeline: make one with `timeline index`")
    if version != VERSION:
        raise LibraryError(
            f"{place} is an index of version {version}, and this program reads version {VERSION}: "
            "make it again with `timeline index`, or use the program that made it"
        )
    strange = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')").fetchone()
    if strange is not None:  # in place of a table, a view of a stranger would be asked, and might never answer
        raise LibraryError(
            f"{place} is a damaged index ({strange[0]} is not ours): make it again with `timeline index`"
        )


def is_index(path: str | PathLike[str]) -> bool:
    """The file is an index by its header, or means to be one by its suffix, which a library has, too."""
    place = Path(path)
    try:
        with place.open("rb") as file:
            head = file.read(72)
    except (OSError, ValueError):
        head = b""
    ours = head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION
    return ours or (place.suffix.lower() == SUFFIX and not says_library(place))


@contextmanager
def reading(path: str | PathLike[str]) -> Iterator[None]:
    """While an index is read: whatever is wrong with the file is told as one fault."""
    try:
        yield
    except (sqlite3.DatabaseError, struct.error, SavedTimelineError, ValueError, TypeError) as fault:
        raise LibraryError(f"{path} is a damaged index ({fault}): make it again with `timeline index`") from fault


@contextmanager
def writing(path: str | PathLike[str]) -> Iterator[None]:
    """While an index is written: what the system refuses is told as one fault."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise LibraryError(f"{path} cannot be written: {why}; choose another place") from fault
