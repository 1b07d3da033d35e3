"""What several articles tell, as rows: kept so that it need not be found again, and true for one state of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    Quarrel = tuple[str, str, str]

_STATE = "grouped"
_CONFLICTS = "grouped conflicts"


def state(sql: sqlite3.Connection) -> str | None:
    """The state of the file, and the rules, of which it is true; None where nothing is kept."""
    return _fact(sql, _STATE)


def conflicts(sql: sqlite3.Connection) -> str:
    """What is set aside where all is put together: JSON."""
    return _fact(sql, _CONFLICTS) or "{}"


def firsts(sql: sqlite3.Connection) -> dict[str, str]:
    """By each event that several articles tell the first of those that are one with it."""
    return dict(sql.execute("SELECT event, first FROM groups"))


def quarrels(sql: sqlite3.Connection) -> set[Quarrel]:
    """The pairs of events that only a contradiction keeps apart, and what it is about."""
    return set(sql.execute("SELECT one, other, about FROM quarrels"))


def dated(sql: sqlite3.Connection) -> dict[int, bytes]:
    """By the articles' numbers, packed: their events that are dated otherwise than the article alone would be."""
    return dict(sql.execute("SELECT article, data FROM dated"))


def put(
    sql: sqlite3.Connection, true_of: str, set_aside: str, groups: Mapping[str, str], against: Iterable[Quarrel]
) -> None:
    """Keep what was found, as `state`, `conflicts`, `firsts` and `quarrels` give it; only what differs is written."""
    before = firsts(sql)
    sql.executemany("DELETE FROM groups WHERE event = ?", [(event,) for event in sorted(before.keys() - groups.keys())])
    changed = [(event, first) for event, first in groups.items() if before.get(event) != first]
    sql.executemany("INSERT INTO groups VALUES (?, ?) ON CONFLICT DO UPDATE SET first = excluded.first", changed)
    there, wanted = quarrels(sql), set(against)
    sql.executemany("DELETE FROM quarrels WHERE one = ? AND other = ?", [one[:2] for one in sorted(there - wanted)])
    sql.executemany("INSERT INTO quarrels VALUES (?, ?, ?)", sorted(wanted - there))
    facts = [(_STATE, true_of), (_CONFLICTS, set_aside)]
    sql.executemany("INSERT INTO facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", facts)


def put_dated(sql: sqlite3.Connection, article: int, data: bytes | None) -> None:
    """Keep the events of one article that are dated otherwise; None: there are none."""
    if data is None:
        sql.execute("DELETE FROM dated WHERE article = ?", (article,))
    else:
        sql.execute("INSERT INTO dated VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data", (article, data))


def forget(sql: sqlite3.Connection) -> None:
    """Keep nothing: it is found again when all is looked at next."""
    sql.execute("DELETE FROM facts WHERE name IN (?, ?)", (_STATE, _CONFLICTS))
    for table in ("groups", "quarrels", "dated"):
        sql.execute(f"DELETE FROM {table}")


def _fact(sql: sqlite3.Connection, name: str) -> str | None:
    row = sql.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])
