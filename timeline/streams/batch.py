"""One part: from its files to rows, with nothing from elsewhere but how articles are to be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from os import fsencode
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InstallationError
from timeline.streams import writing
from timeline.streams.places import Folder
from timeline.streams.records import records
from timeline.workspace.reading import reader
from timeline.workspace.remarks import notes
from timeline.workspace.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.streams.parts import Part
    from timeline.workspace.lines import Record


@dataclass(frozen=True, slots=True)
class How:
    """How articles are read: the publication day of all, the known events, the pipeline; and what is written."""

    published: Range | None = None
    landmarks: bool | str = True
    model: str | None = None
    format: str = "parquet"


@dataclass(frozen=True, slots=True)
class Done:
    """A part that is done: its name, how many articles and events its rows have, and its first faults."""

    name: str
    articles: int
    events: int
    faults: tuple[str, ...] = ()
    failed: int = 0


_TOLD = 20
"""So many faults of a part are told; all of them stand in its rows."""


def read_part(part: Part, how: How) -> list[Row]:
    """
    The rows of every article of a part, in their order.

    Pure: the same files and *how* give the same rows, in any process; a fault of an article is a row of it.
    """
    return list(_read(part, how))


def do(part: Part, how: How, folder: str) -> Done:
    """Read a part and write its rows into the folder as they come; ExportError where they cannot be written."""
    return keep(part.name, _read(part, how), how, folder)


def keep(name: str, rows: Iterable[Row], how: How, folder: str) -> Done:
    """Write the rows of a part; those of an article stand together."""
    faults: list[str] = []
    articles = events = failed = 0
    last = None

    def counted() -> Iterator[Row]:
        nonlocal articles, events, failed, last
        for one in rows:
            articles, last = articles + (one.article != last), one.article
            events += one.event is not None
            if one.error is not None:
                failed += 1
                faults.extend([one.error][: _TOLD - len(faults)])
            yield one

    with Folder(folder).writing(file_name(name, how.format)) as file:
        writing.write(counted(), how.format, file)
    return Done(name, articles, events, tuple(faults), failed)


def file_name(part: str, format: str) -> str:
    """The file that the rows of a part are in."""
    return f"{part}.{format}"


def _read(part: Part, how: How) -> Iterator[Row]:
    for piece in part.pieces:
        for record in records(piece, how.published):
            yield from _rows(record, how)


def _rows(record: Record, how: How) -> list[Row]:
    """The rows of an article: its events, or the one that says that there is none, or why it cannot be read."""
    place = fsencode(record.place).decode("utf-8", "backslashreplace")  # a name of a file may be no text
    if record.article is None:
        return [Row(place, record.name, error=record.fault or "")]
    try:
        timeline = _reader(how.landmarks, how.model)(record.article)
        told = notes(record.article, timeline.events)
        shown: list[Event | None] = [event for event in timeline.events if not event.hidden]
        return [
            row(timeline.articles[0], event, place=place, name=record.name, notes=() if number else told)
            for number, event in enumerate(shown or [None])
        ]
    except InstallationError:
        raise  # the other articles would fare no better
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one article is told, and the others go on
        why = f"{place}: a fault of ours ({type(fault).__name__}: {fault})"
        return [Row(place, record.name, error=why)]


@cache
def _reader(landmarks: bool | str, model: str | None) -> Callable[[Article], Timeline]:  # noqa: FBT001 - as `reader` has it
    """Made once a process: loading the pipeline takes longer than reading ten articles."""
    return reader(landmarks if isinstance(landmarks, bool) else Path(landmarks), model=model)
