"""What `timeline` opens in the browser: the user's library, another one, or a temporary one of the files named."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import timeline.workspace as work
from timeline.app import server
from timeline.app.book import Shared
from timeline.cli import opening, seeing, shelf
from timeline.library.index import is_index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.app.book import Book
    from timeline.app.terms import Terms
    from timeline.cli.options import Reading, Which
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline
    from timeline.workspace import Chronicle
    from timeline.workspace.opened import Opened

YOURS = "Your library"


def serve(
    files: Sequence[str],
    place: Path | None,
    by: str | None,
    reading: Reading,
    events: Which | None,
    terms: Terms,
    **how: Any,  # noqa: ANN401 - what the server takes
) -> None:
    """
    Serve the page until the program is stopped.

    Articles that are named are read into the library at *place*, or into one that is deleted at the end; saved
    timelines and indexes that are named without one are opened by themselves.

    Args:
        files: articles, saved timelines, an index; none: only the library.
        place: the library; None without files: the user's own.
        by: the name that edits are signed with.
        reading: how articles are read, those that are added in the page, too.
        events: the events shown, where the user says so.
        terms: who may see and change it, and where it lies.
        how: what else `server.serve` takes.
    """
    which = seeing.which(files, events) if files else seeing.which(["-"], events)
    with ExitStack() as until_the_end:
        held = _held(files, place, by, reading, until_the_end, write=bool(files) or not terms.read_only)
        server.serve(held, events=which, terms=terms, reader=_reader(reading), **how)


def _held(
    files: Sequence[str], place: Path | None, by: str | None, reading: Reading, until_the_end: ExitStack, *, write: bool
) -> Book | Chronicle | Opened:
    alone = place is None and any(file != "-" and (work.is_saved(file) or is_index(file)) for file in files)
    if alone:
        return opening.opened(files, reading)
    read = opening.opened(files, reading) if files else None
    name = None
    if place is None and not files:
        name = YOURS
    elif place is not None:
        name = place.stem
    else:
        place = (
            Path(until_the_end.enter_context(tempfile.TemporaryDirectory(prefix="timeline-"))) / "temporary.timeline"
        )
    library = until_the_end.enter_context(shelf.opened(place, by=by, write=write))
    if read is not None:
        library.include(read.timeline)
    return Shared(library, name)


def _reader(reading: Reading) -> Callable[[Callable[[str], None]], Callable[[Article], Timeline]]:
    """What reads the articles that are added in the page: as the options say."""
    landmarks = False if reading.no_landmarks else reading.landmarks or True
    return lambda tell: work.reader(landmarks, model=reading.model, progress=tell)
