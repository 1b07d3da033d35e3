"""What can still be read of a damaged library, row by row; the file itself is only looked at in a copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from timeline.library import opening
from timeline.library.articles import COLUMNS as ARTICLE
from timeline.library.log import COLUMNS as ENTRY
from timeline.library.rows import ArticleRow, Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

_TORN = (sqlite3.DatabaseError, UnicodeError)
"""What reading a row may lead to; SQLite's own sentences may have a damaged name in them."""


@dataclass(frozen=True)
class Rows:
    """
    The rows that could be read, by their numbers.

    `texts` and `readings` (who read, and what the machine made of it) belong to `articles` and to these by `reading`;
    `events` are how many events each article had. Numbers begin at 1 and none is left out where nothing is lost.
    """

    articles: Mapping[int, ArticleRow]
    texts: Mapping[int, str]
    readings: Mapping[int, tuple[str, bytes]]
    entries: Mapping[int, Entry]
    events: Mapping[int, int]


def rows(path: Path) -> Rows:
    """All that can be read of a file that was a library; nothing where not even its tables can be found."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for end in ("", "-wal"):
            with suppress(FileNotFoundError):
                opening.copy_file(opening.beside(path, end), opening.beside(copy, end))
        opening.lengthen(copy)
        with closing(opening.plain(copy, "rw")) as sql:
            sql.text_factory = _text
            sql.execute("PRAGMA writable_schema = ON")  # a table is read though another's words are spoilt
            articles = _table(sql, ARTICLE, "articles")
            entries = _table(sql, ENTRY, "log")
            readings = _table(sql, "number, reader, machine", "readings")
            texts = _table(sql, "number, text", "articles")
            homes = _table(sql, "number, article", "events")
    counted: dict[int, int] = {}
    for _, home in homes.values():
        counted[home] = counted.get(home, 0) + 1
    return Rows(
        {number: ArticleRow(*row) for number, row in articles.items()},
        {number: str(text) for number, (_, text) in texts.items()},
        {number: (str(reader), bytes(made)) for number, (_, reader, made) in readings.items() if _is_bytes(made)},
        {number: Entry(*row) for number, row in entries.items()},
        counted,
    )


def _table(sql: sqlite3.Connection, columns: str, table: str) -> dict[int, tuple[Any, ...]]:
    """The rows of a table by their numbers: from the front, from the back, and one by one between where it is torn."""
    found: dict[int, tuple[Any, ...]] = {}
    torn = False
    for way in ("ASC", "DESC"):
        try:
            for row in sql.execute(f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY number {way}"):
                if isinstance(row[0], int):
                    found[row[0]] = row
        except _TORN:
            torn = True
    for number in range(min(found, default=1), max(found, default=0)) if torn else ():
        if number not in found:
            with suppress(*_TORN):
                row = sql.execute(f"SELECT {columns} FROM {table} NOT INDEXED WHERE number = ?", (number,)).fetchone()
                if row is not None:
                    found[number] = row
    return found


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes)
