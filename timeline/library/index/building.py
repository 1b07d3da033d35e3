"""Making an index from a stream of events, of which no more than a few numbers each are held in memory."""

from __future__ import annotations

import sqlite3
from array import array
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from timeline.errors import LibraryError
from timeline.formats import files
from timeline.formats.lines import article_line, event_line
from timeline.library.index import file
from timeline.library.index.gathering import Gathered
from timeline.library.index.lanes import decoded, encoded, write_lanes
from timeline.model.article import Article, replace_article
from timeline.scene.counting import Place
from timeline.scene.extent import extent_of
from timeline.scene.lanes import names_of
from timeline.scene.source import reach_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

    from timeline.model.event import Event

_BATCH = 1000
_LARGEST = 2**63 - 1
"""The largest number that SQLite can hold."""


class Line(NamedTuple):
    """An event with the text it is saved as, where that is known, and where it was read, for messages."""

    event: Event
    text: str | None = None
    place: str = ""


def build(
    path: str | PathLike[str],
    items: Iterable[Article | Event | Line],
    articles: Iterable[Article] = (),
    *,
    title: str | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> None:
    """
    Write the index of these events, beside its place and renamed: a failure leaves nothing, and an old file as it was.

    Args:
        path: where it is to stand.
        items: the events, one after the other; articles may stand among them, each before its events.
        articles: those that are known before.
        title: what all of it is called.
        progress: is told what is being done, and with how many events so far; what it raises cancels.

    Raises:
        LibraryError: two events have the same id, or the place cannot be written.
        ExportError: there is no such folder.
    """
    files.check(path)
    with file.writing(path), files.beside(Path(path).resolve()) as place:
        _write(place, chain(articles, items), title, progress or (lambda _what, _count: None))


def _write(
    path: Path, items: Iterable[Article | Event | Line], title: str | None, progress: Callable[[str, int], None]
) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # the file is nobody else's and thrown away where anything fails
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        connection.executescript(file.SCHEMA)
        connection.execute("BEGIN")
        stream = _Stream(connection)
        for item in items:
            if isinstance(item, Article):
                stream.add_article(item)
                continue
            stream.add(item if isinstance(item, Line) else Line(item))
            if stream.count % _BATCH == 0:
                progress("reading", stream.count)
        stream.finish(title, progress)
        connection.execute("COMMIT")
    finally:
        connection.close()


class _Stream:
    """The events on their way into the file, and what is gathered of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.count = 0
        self._connection = connection
        self._articles: list[Article] = []
        self._names: dict[str, str] = {}
        self._on_calendar, self._from_publication = Gathered(), Gathered()
        self._dated = self._distances = False
        self._batch: list[tuple[int, bytes, str]] = []
        self._places: dict[int, str] = {}

    def add_article(self, article: Article) -> None:
        """An article, before its events."""
        self._dated = self._dated or not article.published.open
        self._connection.execute("INSERT INTO article VALUES (?, ?)", (len(self._articles), article_line(article)))
        # no text: the names and days of very many articles are wanted once more
        self._articles.append(replace_article(article, text="", extra={}))
        called = article.title or article.source or f"Article {len(self._articles)}"
        self._names |= names_of([replace_article(self._articles[-1], title=called)])

    def add(self, line: Line) -> None:
        """An event; one that is hidden is left out."""
        event = line.event
        if event.hidden:
            return
        number = self.count
        self.count += 1
        self._batch.append((number, encoded(event.id), line.text or event_line(event)))
        self._places[number] = line.place
        if len(self._batch) == _BATCH:
            self._flush()
        self._dated = self._dated or not event.bounds.open or (event.stated is not None and not event.stated.open)
        self._distances = self._distances or event.offset is not None
        extent, distance = extent_of(event, offset=False), extent_of(event, offset=True)
        if extent is not None:
            self._on_calendar.add(number, event, extent, self._names)
        else:
            span = [min(end, _LARGEST) for end in event.span]
            row = (encoded(event.article), *span, encoded(event.id), number, distance is not None)
            self._connection.execute("INSERT OR IGNORE INTO unknown VALUES (?, ?, ?, ?, ?, ?)", row)
        if distance is not None and not self._dated:
            self._from_publication.add(number, event, distance, self._names)

    def finish(self, title: str | None, progress: Callable[[str, int], None]) -> None:
        """What the whole gives: the order of the events, lanes, counts."""
        self._flush()
        offset = self._distances and not self._dated
        gathered = self._from_publication if offset else self._on_calendar
        if offset:
            self._connection.execute("DELETE FROM unknown WHERE distance")
        by_id = array("I", (number for (number,) in self._connection.execute("SELECT number FROM event ORDER BY id")))
        write_lanes(self._connection, gathered, gathered.ranked(by_id), progress)
        self._connection.execute(file.CHUNKS)
        total = len(gathered.numbers)
        whole = [Place(min(gathered.first), 0.0, max(gathered.last))] if total else []
        first, last = reach_of(whole, self._articles, clock=gathered.clock, offset=offset) or (None, None)
        (unknown,) = self._connection.execute("SELECT count(*) FROM unknown").fetchone()
        self._connection.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", (title, offset, total, unknown, first, last)
        )

    def _flush(self) -> None:
        try:
            self._connection.executemany("INSERT INTO event VALUES (?, ?, ?)", self._batch)
        except sqlite3.IntegrityError:
            self._tell_twice()
        self._batch.clear()
        self._places.clear()

    def _tell_twice(self) -> NoReturn:
        """Say which event of the batch has the id of another one."""
        for number, name, _ in self._batch:
            found = self._connection.execute("SELECT number FROM event WHERE id = ?", (name,)).fetchone()
            if found != (number,):
                where = f"{place}: " if (place := self._places[number]) else ""
                raise LibraryError(f"{where}another event has the id {decoded(name)!r}, too: give each one of its own")
        raise AssertionError("an event was refused for no reason")
