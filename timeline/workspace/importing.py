"""Files of events that others wrote: told apart by what they hold, read as rows, opened as a chronicle."""

from __future__ import annotations

import json as jsonlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from timeline.errors import SavedTimelineError
from timeline.formats.registry import FORMATS, NAMES
from timeline.workspace.chronicle import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.formats.registry import Format
    from timeline.formats.rows import Rows
    from timeline.model.timeline import Timeline

_HEAD = 400_000  # bytes in which TimeML and JSON show what they are
READ = tuple(
    dict.fromkeys(
        suffix for one in FORMATS if one.reader and one.name != "json" for suffix in one.suffixes if suffix != ".json"
    )
)
"""The ends of names of files that hold events, beside those of saved timelines."""


def format_of(path: Path) -> Format | None:
    """The format of a file with events that others wrote; None for articles, saved timelines and anything else."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        return NAMES["timelinejs"] if _is_deck(path) else None
    form = next((one for one in FORMATS if one.reader and one.main and suffix in one.suffixes), None)
    if form is not None and form.name == "timeml" and not _marks_events(path):
        return None
    return form


def rows_of(path: Path) -> Rows | None:
    """
    The rows of a file with events that others wrote; None where it is another kind of file.

    Raises:
        SavedTimelineError: it is such a file, and cannot be read.
    """
    form = format_of(path)
    if form is None:
        return None
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise SavedTimelineError(f"{path} cannot be read: {fault.strerror or fault}") from fault
    return form.read(data, str(path))


def opened(
    path: Path,
    *,
    clock: Callable[[], str] | None = None,
    order: str = "both",
    tell: Callable[[str], None] | None = None,
) -> Chronicle | None:
    """
    Such a file as a chronicle of its own; None where it is another kind of file.

    *tell* is called with a sentence for each row that could not be wholly read.
    """
    from timeline.workspace.tables import timeline_of

    rows = rows_of(path)
    if rows is None:
        return None
    timeline, notes = timeline_of(rows, str(path), order)
    if tell is not None:
        for note in notes:
            tell(note)
    return Chronicle(timeline, clock=clock)


def rows_within(data: bytes, name: str) -> Rows | None:
    """
    The rows in the bytes of such a file, which goes by *name*; None where they are another kind of file.

    Raises:
        SavedTimelineError: it is such a file, and cannot be read.
    """
    with TemporaryDirectory() as folder:
        place = Path(folder, "file").with_suffix(Path(name).suffix)
        place.write_bytes(data)
        form = format_of(place)
    return None if form is None else form.read(data, name)


def within(data: bytes, name: str, tell: Callable[[str], None], *, order: str = "both") -> Timeline | None:
    """
    The events in the bytes of such a file, which goes by *name*; None where they are another kind of file.

    *tell* is called with a sentence for each row that could not be wholly read.

    Raises:
        SavedTimelineError: it is such a file, and cannot be read.
    """
    from timeline.workspace.tables import timeline_of

    rows = rows_within(data, name)
    if rows is None:
        return None
    timeline, notes = timeline_of(rows, name, order)
    for note in notes:
        tell(note)
    return timeline


def _is_deck(path: Path) -> bool:
    """The JSON is TimelineJS'."""
    from timeline.formats.timelinejs_in import is_deck

    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if b'"start_date"' not in head and b'"headline"' not in head:
                return False
            return is_deck(jsonlib.loads(head + file.read()))
    except (OSError, ValueError, RecursionError):
        return False


def _marks_events(path: Path) -> bool:
    from timeline.formats.timeml_in import has_events

    try:
        return has_events(path.read_bytes())
    except OSError:
        return False
