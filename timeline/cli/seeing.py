"""From options to what is seen of a chronicle; what cannot be is said before the long work begins."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import timeline.workspace as work
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.cli.gather import date
from timeline.cli.options import DatesFrom, Which
from timeline.cli.table import printable
from timeline.errors import DateError, ExportError
from timeline.formats import files as place_files
from timeline.library.index import is_index
from timeline.scene.view import View
from timeline.workspace.pictures import format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.workspace import Chronicle
    from timeline.workspace.opened import Opened

_WITHOUT_LANDMARKS = {"all": "publication", "landmarks": "text"}


def check_place(place: str, name: str | None) -> None:
    """ExportError where a place cannot be written, or its suffix names no format."""
    if place == place_files.STANDARD_OUTPUT and name is None:
        raise ExportError("standard output has no suffix: say what to write with --format, as --format csv")
    if not Path(place).is_dir():  # a folder has no suffix, which is not what is wrong with it
        format_of(place, name)
    place_files.check(place)


def check_view(view: dict[str, Any]) -> None:
    """ExportError where a view is impossible: too large, too small."""
    View(**view)


def teller(*, quiet: bool) -> Callable[[str], None]:
    """Says on standard error what could not be drawn, each sentence once."""
    told: set[str] = set()

    def tell(sentence: str) -> None:
        if not quiet and sentence not in told:
            told.add(sentence)
            sys.stderr.write(f"timeline: note: {printable(sentence)}\n")

    return tell


def which(files: Sequence[str], events: Which | None) -> str:
    """The events shown: the main ones of articles and all of saved timelines, unless told."""
    if events is None:
        saved = all(file != "-" and (work.is_saved(file) or is_index(file)) for file in files)
        events = Which.ALL if saved else Which.MAIN
    return events.value


def seen(
    files: Sequence[str], events: Which | None, dates_from: DatesFrom, *, only_stated: bool, no_landmarks: bool
) -> dict[str, Any]:
    """The arguments of `Chronicle.seen`."""
    sources = dates_from.value
    if no_landmarks:
        sources = _WITHOUT_LANDMARKS.get(sources, sources)
    return {"events": which(files, events), "dates_from": sources, "only_stated": only_stated}


def window(first: str | None, last: str | None) -> Range:
    """The moments from the first day to the last one, both included; open where the user names none."""
    shown = Range(
        None if first is None else date(first, "--from").earliest, None if last is None else date(last, "--to").latest
    )
    if shown.empty:
        raise DateError(f"--from {first} is later than --to {last}")
    return shown


def edges(chronicle: Chronicle | Opened, shown: Range, view: dict[str, Any]) -> dict[str, Any]:
    """The window of a `View`: an end the user does not name is where the whole timeline ends."""
    if shown.open:
        return {}
    whole = None if shown.known else chronicle.scene(**view | {"whole": True, "broken": False})
    first = whole.first if shown.earliest is None and whole else (shown.earliest or 0) / MINUTES_PER_DAY
    last = whole.last if shown.latest is None and whole else ((shown.latest or 0) + 1) / MINUTES_PER_DAY
    if not first < last:
        raise DateError("nothing lies between --from and --to: the timeline ends before, or begins after")
    return {"window": (first, last)}
