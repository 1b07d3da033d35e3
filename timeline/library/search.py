"""Words found in texts, titles and notes. What is searched for is taken as words, never as a query of the database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

_PIECES = re.compile(r'"([^"]*)"|(\S+)')
_SAYS_SOMETHING = re.compile(r"\w")
_OPEN, _CLOSE = "\ue000", "\ue001"  # characters of nobody, around what was found
_FOUND = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_AROUND = 60  # characters of a text shown on either side of what was found
_TEXTS = 50  # texts in which the places are looked up
_PLACES = 20  # places in one text
# A CROSS JOIN is made in the order it is written: the words are looked up first, in the order of their rank.


class Hit(NamedTuple):
    """
    Where the words stand: an event by its title or note, or by its clause, or a place of a text that tells of none.

    `passage` is the text around the words, empty where a title has them; `at` the character where they stand.
    """

    article: str
    heading: str
    event: str | None
    title: str
    said: str
    passage: str
    at: int | None


def query_of(words: str) -> str:
    """
    What somebody typed as a query: all the words, "several words" in that order, the last one as far as it is typed.

    >>> query_of('ferry "sank on" Tues')
    '"ferry" "sank on" "Tues"*'
    """
    pieces = [quoted or word.replace('"', " ") for quoted, word in _PIECES.findall(words)]
    kept = [f'"{piece}"' for piece in pieces if _SAYS_SOMETHING.search(piece)]
    if kept and not words.rstrip().endswith('"'):
        kept[-1] += "*"
    return " ".join(kept)


def search(sql: sqlite3.Connection, words: str, most: int) -> list[Hit]:
    """Where the words stand, the best first: at most *most* places, those in titles and notes before those in texts."""
    query = query_of(words.replace("\x00", " "))
    if not query:
        return []
    hits = _in_titles(sql, query, most)
    known = {hit.event for hit in hits}
    for hit in _in_texts(sql, query, most):
        if len(hits) >= most:
            break
        if hit.event is None or hit.event not in known:
            known.add(hit.event)
            hits.append(hit)
    return hits


def _in_titles(sql: sqlite3.Connection, query: str, most: int) -> list[Hit]:
    rows = sql.execute(
        "SELECT articles.id, ifnull(articles.title, ifnull(source, articles.id)), events.id, events.title, said"
        " FROM event_words CROSS JOIN events ON events.number = event_words.rowid"
        " JOIN articles ON articles.number = events.article"
        " WHERE event_words MATCH ? AND hidden = 0 ORDER BY weight DESC, events.number LIMIT ?",
        (query, most),
    )
    return [Hit._make((*row, "", None)) for row in rows]


def _in_texts(sql: sqlite3.Connection, query: str, most: int) -> list[Hit]:
    """An event once for each clause that has the words, or the first place of a text that no event tells of."""
    rows = sql.execute(
        "SELECT number, id, ifnull(articles.title, ifnull(source, id)), highlight(text_words, 1, ?, ?)"
        " FROM text_words CROSS JOIN articles ON articles.number = text_words.rowid"
        " WHERE text_words MATCH ? AND present = 1 ORDER BY text_words.rank LIMIT ?",
        (_OPEN, _CLOSE, query, min(most, _TEXTS)),
    ).fetchall()
    hits: list[Hit] = []
    for number, name, heading, marked in rows:
        if len(hits) >= most:
            break
        found: dict[str, Hit] = {}
        places = _places(marked)
        for at in places[:_PLACES]:
            event = sql.execute(
                "SELECT id, title, said FROM events INDEXED BY events_article"
                " WHERE article = ? AND hidden = 0 AND start <= ? AND stop > ?"
                " ORDER BY stop - start LIMIT 1",
                (number, at, at),
            ).fetchone()
            if event is not None and event[0] not in found:
                found[event[0]] = Hit._make((name, heading, *event, _passage(marked, at), at))
        if not found:
            at = places[0] if places else 0
            found[""] = Hit(name, heading, None, "", "", _passage(marked, at), at)
        hits += found.values()
    return hits


def _places(marked: str) -> list[int]:
    """The characters of the text at which what was found begins."""
    return [found.start() - 2 * number for number, found in enumerate(_FOUND.finditer(marked))]


def _passage(marked: str, at: int) -> str:
    text = marked.replace(_OPEN, "").replace(_CLOSE, "")
    start, end = max(0, at - _AROUND), min(len(text), at + _AROUND)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"
