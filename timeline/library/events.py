"""Events as rows: what stands now, to be listed, found and drawn without unpacking anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.library.rows import EventRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_COLUMNS = "id, title, note, start, stop, said, first, last, kind, status, weight, hidden"


class Home(NamedTuple):
    """Where an event is, and the tick of its last edit."""

    article: int
    changed: int


class Found(NamedTuple):
    """An event with the id of its article."""

    article: str
    event: EventRow


def home(sql: sqlite3.Connection, event_id: str) -> Home | None:
    """The article of an event; None where there is no such event."""
    row = sql.execute("SELECT article, changed FROM events WHERE id = ?", (event_id,)).fetchone()
    return None if row is None else Home(*row)


def of_article(sql: sqlite3.Connection, article: int) -> dict[str, EventRow]:
    """The rows of an article's events, by their id."""
    rows = sql.execute(f"SELECT {_COLUMNS} FROM events WHERE article = ? ORDER BY number", (article,))
    return {row[0]: EventRow(*row) for row in rows}


def versions(sql: sqlite3.Connection, articles: Iterable[int]) -> dict[str, int]:
    """The tick of the last edit of each event of these articles."""
    found: dict[str, int] = {}
    for article in articles:
        found |= dict(sql.execute("SELECT id, changed FROM events WHERE article = ?", (article,)))
    return found


def put(sql: sqlite3.Connection, article: int, rows: Sequence[EventRow], tick: int) -> None:
    """Make an article's events these, and touch only what differs; what is new is as new as *tick*."""
    before = of_article(sql, article)
    gone = before.keys() - {row.id for row in rows}
    sql.executemany("DELETE FROM events WHERE id = ?", [(name,) for name in sorted(gone)])
    changed = [(*row[1:], row.id) for row in rows if row.id in before and row != before[row.id]]
    sql.executemany(
        "UPDATE events SET title = ?, note = ?, start = ?, stop = ?, said = ?, first = ?, last = ?,"
        " kind = ?, status = ?, weight = ?, hidden = ? WHERE id = ?",
        changed,
    )
    sql.executemany(
        f"INSERT INTO events ({_COLUMNS}, article, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*row, article, tick) for row in rows if row.id not in before],
    )


def touch(sql: sqlite3.Connection, event_id: str, tick: int) -> None:
    """Say that an event was edited."""
    sql.execute("UPDATE events SET changed = ? WHERE id = ?", (tick, event_id))


def touch_all(sql: sqlite3.Connection, article: int, tick: int) -> None:
    """Say that everything in an article is another."""
    sql.execute("UPDATE events SET changed = ? WHERE article = ?", (tick, article))


def window(sql: sqlite3.Connection, first: int, last: int, most: int) -> tuple[list[Found], int]:
    """
    The visible events that may lie between two days, both included: the weightiest, and how many there are.

    Events of no known day at all are in no window.
    """
    meets = (
        "FROM events INDEXED BY events_ranked WHERE hidden = 0 AND (first IS NOT NULL OR last IS NOT NULL)"
        " AND ifnull(first <= ?, 1) AND ifnull(last >= ?, 1)"
    )
    [total] = sql.execute(f"SELECT count(*) {meets}", (last, first)).fetchone()
    numbers = sql.execute(f"SELECT number {meets} ORDER BY weight DESC, first, last LIMIT ?", (last, first, most))
    columns = f"(SELECT id FROM articles WHERE articles.number = article), {_COLUMNS}"
    one = f"SELECT {columns} FROM events WHERE number = ?"
    found = [sql.execute(one, number).fetchone() for number in numbers.fetchall()]
    return [Found(row[0], EventRow(*row[1:])) for row in found], total
