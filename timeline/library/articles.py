"""Articles and their readings, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import LibraryError
from timeline.library.rows import ArticleRow, Listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from timeline.library.rows import NewArticle

COLUMNS = "number, id, hash, title, source, file, earliest, latest, given, former, reading, present, changed, written"


def by_id(sql: sqlite3.Connection, article_id: str) -> ArticleRow | None:
    """The article with this id, present or not."""
    return _one(sql, "id = ?", article_id)


def by_hash(sql: sqlite3.Connection, digest: str) -> ArticleRow | None:
    """The article whose text has this hash, present or not."""
    return _one(sql, "hash = ?", digest)


def by_number(sql: sqlite3.Connection, number: int) -> ArticleRow:
    """The article with this number; KeyError where there is none."""
    found = _one(sql, "number = ?", number)
    if found is None:
        raise KeyError(number)
    return found


def by_file(sql: sqlite3.Connection, file: str) -> ArticleRow | None:
    """The present article that was read from this file last."""
    return _one(sql, "present = 1 AND file = ? ORDER BY number DESC LIMIT 1", file)


def present(sql: sqlite3.Connection) -> list[ArticleRow]:
    """The articles that are there, in the order they were added."""
    rows = sql.execute(f"SELECT {COLUMNS} FROM articles WHERE present = 1 ORDER BY number")
    return [ArticleRow(*row) for row in rows]


def listed(sql: sqlite3.Connection) -> list[Listed]:
    """The articles that are there, with what one wants to know of each."""
    rows = sql.execute(
        "SELECT id, title, source, file, earliest, latest, given,"
        " (SELECT count(*) FROM events WHERE events.article = articles.number),"
        " length(text), reader, at"
        " FROM articles JOIN readings ON readings.number = articles.reading WHERE present = 1 ORDER BY articles.number"
    )
    return [Listed(*row) for row in rows]


def text_of(sql: sqlite3.Connection, number: int) -> str:
    """The text of an article."""
    return str(sql.execute("SELECT text FROM articles WHERE number = ?", (number,)).fetchone()[0])


def together(sql: sqlite3.Connection, number: int) -> list[ArticleRow]:
    """The present articles that hang together with one by edits, itself included, in order."""
    rows = sql.execute(
        "WITH RECURSIVE near (number) AS (VALUES (?) UNION"
        " SELECT CASE WHEN ties.one = near.number THEN ties.other ELSE ties.one END"
        " FROM near JOIN ties ON near.number IN (ties.one, ties.other))"
        f" SELECT {COLUMNS} FROM articles WHERE present = 1 AND number IN near ORDER BY number",
        (number,),
    )
    return [ArticleRow(*row) for row in rows]


def tie(sql: sqlite3.Connection, entry: int, numbers: Sequence[int]) -> None:
    """Say that an entry of the log makes articles hang together."""
    first, *others = sorted(set(numbers))
    sql.executemany("INSERT OR IGNORE INTO ties VALUES (?, ?, ?)", [(entry, first, other) for other in others])


def untie(sql: sqlite3.Connection, entry: int) -> None:
    """Take back what an entry tied."""
    sql.execute("DELETE FROM ties WHERE entry = ?", (entry,))


def insert(sql: sqlite3.Connection, new: NewArticle, text: str, digest: str, file: str | None) -> int:
    """A new article, not present yet; its number."""
    done = sql.execute(
        "INSERT INTO articles (id, hash, text, title, source, file, earliest, latest, given, present, changed, written)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
        (new.id, digest, text, new.title, new.source, file, new.earliest, new.latest, new.given),
    )
    return int(done.lastrowid or 0)


def update(sql: sqlite3.Connection, number: int, new: NewArticle) -> None:
    """Write what is known of an article now."""
    sql.execute(
        "UPDATE articles SET title = ?, source = ?, earliest = ?, latest = ?, given = ? WHERE number = ?",
        (new.title, new.source, new.earliest, new.latest, new.given, number),
    )


def stand(sql: sqlite3.Connection, number: int, *, present: bool, reading: int | None = None) -> None:
    """Put an article in or out, with the reading that stands."""
    sql.execute(
        "UPDATE articles SET present = ?, reading = ifnull(?, reading) WHERE number = ?",
        (int(present), reading, number),
    )


def set_file(sql: sqlite3.Connection, number: int, file: str | None) -> None:
    """Say where an article was read."""
    sql.execute("UPDATE articles SET file = ifnull(?, file) WHERE number = ?", (file, number))


def set_former(sql: sqlite3.Connection, number: int, former: int) -> None:
    """Say which article's text another one replaced."""
    sql.execute("UPDATE articles SET former = ? WHERE number = ?", (former, number))


def touch(sql: sqlite3.Connection, article_id: str, tick: int) -> None:
    """Say that an article itself was edited."""
    sql.execute("UPDATE articles SET changed = ? WHERE id = ?", (tick, article_id))


def written(sql: sqlite3.Connection, number: int, tick: int) -> None:
    """Say that something in an article was written."""
    sql.execute("UPDATE articles SET written = ? WHERE number = ?", (tick, number))


def add_reading(sql: sqlite3.Connection, article: int, reader: str, at: str, machine: bytes, now: bytes | None) -> int:
    """What a reader made of an article; its number."""
    done = sql.execute(
        "INSERT INTO readings (article, reader, at, machine, now) VALUES (?, ?, ?, ?, ?)",
        (article, reader, at, machine, now),
    )
    return int(done.lastrowid or 0)


def reading(sql: sqlite3.Connection, number: int) -> tuple[bytes, bytes | None]:
    """A reading as it was made, and with the edits in where there are any."""
    row = sql.execute("SELECT machine, now FROM readings WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise LibraryError(f"reading {number} is not in the library: `timeline library restore` takes a backup")
    return row[0], row[1]


def set_now(sql: sqlite3.Connection, reading_number: int, now: bytes | None) -> None:
    """Keep a reading with the edits in; None where there are none any more."""
    sql.execute("UPDATE readings SET now = ? WHERE number = ?", (now, reading_number))


def _one(sql: sqlite3.Connection, where: str, value: object) -> ArticleRow | None:
    row = sql.execute(f"SELECT {COLUMNS} FROM articles WHERE {where}", (value,)).fetchone()
    return None if row is None else ArticleRow(*row)
