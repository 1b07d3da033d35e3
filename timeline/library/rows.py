"""The rows of a library as they are lent and taken: what its tables hold, with the names of their columns."""

from __future__ import annotations

from typing import NamedTuple


class ArticleRow(NamedTuple):
    """An article without its text."""

    number: int
    id: str
    hash: str
    title: str | None
    source: str | None
    file: str | None
    earliest: str | None
    latest: str | None
    given: str | None
    former: int | None
    reading: int | None
    present: int
    changed: int
    written: int


class NewArticle(NamedTuple):
    """What of an article its reader or an edit says; the text is kept once and never changed."""

    id: str
    title: str | None
    source: str | None
    earliest: str | None
    latest: str | None
    given: str | None


class EventRow(NamedTuple):
    """An event as it stands, as far as lists, windows and searches ask."""

    id: str
    title: str
    note: str | None
    start: int
    stop: int
    said: str
    first: int | None
    last: int | None
    kind: str
    status: str
    weight: float
    hidden: int


class Entry(NamedTuple):
    """One entry of the log; `before`, `after` and `more` are JSON."""

    number: int
    step: int
    at: str
    by: str | None
    subject: str
    article: int
    field: str
    before: str | None
    after: str | None
    more: str | None
    state: str


class Listed(NamedTuple):
    """An article as `list` shows it."""

    id: str
    title: str | None
    source: str | None
    file: str | None
    earliest: str | None
    latest: str | None
    given: str | None
    events: int
    characters: int
    reader: str
    added: str
