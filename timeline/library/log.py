"""The log: everything that was done, what is undone, and what can be done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.library.rows import Entry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

COLUMNS = "number, step, at, by, subject, article, field, before, after, more, state"


def next_step(sql: sqlite3.Connection) -> int:
    """The number of a step that has not begun yet."""
    return int(sql.execute("SELECT ifnull(max(step), 0) + 1 FROM log").fetchone()[0])


def append(
    sql: sqlite3.Connection,
    step: int,
    at: str,
    by: str | None,
    subject: str,
    article: int,
    field: str,
    before: str | None,
    after: str | None,
    more: str | None = None,
) -> int:
    """One more entry; what was undone before is left. Its number."""
    sql.execute("UPDATE log SET state = 'left' WHERE state = 'undone'")
    done = sql.execute(
        "INSERT INTO log (step, at, by, subject, article, field, before, after, more, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'done')",
        (step, at, by, subject, article, field, before, after, more),
    )
    return int(done.lastrowid or 0)


def last_done(sql: sqlite3.Connection) -> list[Entry]:
    """The entries of the step that an undo takes back, in the order they are taken back."""
    return _select(
        sql, "state = 'done' AND step = (SELECT max(step) FROM log WHERE state = 'done') ORDER BY number DESC"
    )


def first_undone(sql: sqlite3.Connection) -> list[Entry]:
    """The entries of the step that a redo does again, in their order."""
    return _select(
        sql, "state = 'undone' AND step = (SELECT min(step) FROM log WHERE state = 'undone') ORDER BY number"
    )


def mark(sql: sqlite3.Connection, entries: Iterable[Entry], state: str) -> None:
    """Say what has become of entries: "done" or "undone"."""
    sql.executemany("UPDATE log SET state = ? WHERE number = ?", [(state, entry.number) for entry in entries])


def history(sql: sqlite3.Connection, most: int | None = None) -> list[Entry]:
    """The entries, the latest first."""
    return _select(sql, "1 ORDER BY number DESC LIMIT ?", -1 if most is None else most)


def of_articles(sql: sqlite3.Connection, numbers: Iterable[int]) -> list[Entry]:
    """What was done with these articles and is not undone, in its order."""
    found: list[Entry] = []
    for number in set(numbers):
        found += _select(sql, "article = ? AND state = 'done'", number)
    return sorted(found)


def of_all(sql: sqlite3.Connection) -> list[Entry]:
    """What was done and is not undone, in its order."""
    return _select(sql, "state = 'done' ORDER BY number")


def last_on(sql: sqlite3.Connection, subject: str) -> Entry | None:
    """The last entry about an event or an article that is not undone."""
    found = _select(sql, "state = 'done' AND subject = ? ORDER BY number DESC LIMIT 1", subject)
    return found[0] if found else None


def tick(sql: sqlite3.Connection) -> int:
    """One more change of the file: its number."""
    row = sql.execute(
        "UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = 'tick' RETURNING value"
    ).fetchone()
    return int(row[0])


def ticks(sql: sqlite3.Connection) -> int:
    """How many changes of the file there were: another number, another state."""
    return int(sql.execute("SELECT value FROM facts WHERE name = 'tick'").fetchone()[0])


def _select(sql: sqlite3.Connection, where: str, *values: object) -> list[Entry]:
    rows = sql.execute(f"SELECT {COLUMNS} FROM log WHERE {where}", values)
    return [Entry(*row) for row in rows]
