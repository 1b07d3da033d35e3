"""Ways of looking at a library that were given a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def put(sql: sqlite3.Connection, name: str, at: str, data: str) -> None:
    """Keep a view, JSON, under a name; one that had the name before is no longer there."""
    sql.execute(
        "INSERT INTO views VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = ?, data = ?", (name, at, data, at, data)
    )


def get(sql: sqlite3.Connection) -> dict[str, str]:
    """The views by their names."""
    return dict(sql.execute("SELECT name, data FROM views ORDER BY name"))


def drop(sql: sqlite3.Connection, name: str) -> bool:
    """Forget a view; False where there is none such."""
    return sql.execute("DELETE FROM views WHERE name = ?", (name,)).rowcount > 0
