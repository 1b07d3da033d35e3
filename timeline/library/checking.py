"""Is a library whole? What SQLite knows of its pages, and what only we know: texts, hashes, indexes, the log."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import TYPE_CHECKING

from timeline.library import groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST = 20  # problems of one sort that are told


def problems(sql: sqlite3.Connection) -> list[str]:
    """What is damaged, each in a few words; nothing where all is well. Needs a connection that may write."""
    found: list[str] = []
    for check in _CHECKS:
        try:
            said = [what for what, _ in zip(check(sql), range(_MOST), strict=False)]
        except sqlite3.DatabaseError as fault:
            said = [f"{(check.__doc__ or '').strip('. ').lower()}: {fault}"]
        found += said
    return found


def mend(sql: sqlite3.Connection) -> None:
    """Build the indexes again from the tables, and forget what can be found again; all else is not touched."""
    groups.forget(sql)
    for table in ("text_words", "event_words"):
        sql.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    sql.execute("REINDEX")


def _pages(sql: sqlite3.Connection) -> Iterator[str]:
    """The pages."""
    for (says,) in sql.execute(f"PRAGMA integrity_check({_MOST})"):
        if says != "ok":
            yield f"the pages: {says}"


def _references(sql: sqlite3.Connection) -> Iterator[str]:
    """The references."""
    for table, row, other, _ in sql.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} names a row of {other} that is not there"


def _texts(sql: sqlite3.Connection) -> Iterator[str]:
    """The texts."""
    for name, title, digest, text in sql.execute("SELECT id, title, hash, text FROM articles"):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield f"the text of {title or name!r} is not the one that was added"


def _word_indexes(sql: sqlite3.Connection) -> Iterator[str]:
    """The indexes of words."""
    for table, of in (("text_words", "texts"), ("event_words", "events")):
        try:
            sql.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"the index of the words of {of} is not as its table"


def _log(sql: sqlite3.Connection) -> Iterator[str]:
    """The log."""
    for number, *values in sql.execute("SELECT number, before, after, more FROM log"):
        for value in values:
            try:
                json.loads(value or "null")
            except ValueError:
                yield f"entry {number} of the log is not readable"
    for (name,) in sql.execute(
        "SELECT id FROM articles WHERE present = 1 AND (reading IS NULL OR reading NOT IN"
        " (SELECT number FROM readings WHERE readings.article = articles.number))"
    ):
        yield f"the article {name!r} has no reading"
    for (name,) in sql.execute(
        "SELECT events.id FROM events JOIN articles ON articles.number = events.article WHERE present = 0"
    ):
        yield f"the event {name!r} belongs to an article that was taken out"


_CHECKS: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (
    _pages,
    _references,
    _texts,
    _word_indexes,
    _log,
)
