"""A damaged library into a new one: what can be read is read, and what is lost is said."""

from __future__ import annotations

import json as jsonlib
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import LibraryError, TimelineError
from timeline.library import salvage as torn
from timeline.library.opening import free_name
from timeline.workspace import held, slices
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.library.salvage import Rows
    from timeline.model.timeline import Edit, Timeline
    from timeline.workspace.library import Library

_FAULTS = (TimelineError, LookupError, TypeError, ValueError, StopIteration, AttributeError)
"""What values of a damaged file may lead to."""


class Salvaged(NamedTuple):
    """Where it is, and how much of each was saved and lost."""

    path: Path
    articles: tuple[int, int]
    events: tuple[int, int]
    edits: tuple[int, int]

    def __str__(self) -> str:
        told = ((self.articles, "articles"), (self.events, "events"), (self.edits, "edits"))
        lost = ", ".join(f"{gone} of {saved + gone} {what}" for (saved, gone), what in told if gone)
        return f"what can be read is in {self.path}; lost: {lost or 'nothing but what was undone'}"


def salvage(path: Path, damaged: Path | None = None) -> Salvaged:
    """
    Read what can be read of a damaged library into a new one beside it; the damaged file stays as it is.

    What was undone is not there any more, and what was imported is one step.

    Args:
        path: where the library is.
        damaged: a copy of it as it was damaged, where something was tried on it since.

    Raises:
        LibraryError: not one article can be read.
    """
    found = torn.rows(damaged or path)
    present = [number for number, row in sorted(found.articles.items()) if row.present]
    parts = {number: part for number in present if (part := _part(found, number)) is not None}
    if not parts:
        raise LibraryError(f"nothing can be read of {path}: `timeline library restore` takes a backup in its place")
    missing = set(range(1, max(found.articles) + 1)) - found.articles.keys()
    lost = (set(present) | missing) - parts.keys()
    place = free_name(path, "salvaged")
    events = sum(len(part.events) for part in parts.values())
    with open_library(place) as library:
        step = library.new_step()
        for number, part in parts.items():
            row = found.articles[number]
            library.include(part, file=row.file, step=step, reader=found.readings[row.reading or 0][0])
        edits, unread = _edits(found)
        made = sum(_made(library, edit) for edit in edits)
    return Salvaged(
        place,
        (len(parts), len(lost)),
        (events, sum(found.events.get(number, 0) for number in lost)),
        (made, len(edits) - made + unread),
    )


def _made(library: Library, edit: Edit) -> bool:
    """Make an edit again, as it was; False where what it is about is lost."""
    try:
        library.make_again(edit)
    except _FAULTS:
        return False
    return True


def _part(found: Rows, number: int) -> Timeline | None:
    """The timeline of an article as the machine made it, None where it, its text or its reading is damaged."""
    row, text = found.articles[number], found.texts.get(number, "")
    reading = found.readings.get(row.reading or 0)
    if slices.digest(text) != row.hash or reading is None:
        return None
    try:
        return slices.unpack(reading[1], text, row.title or row.id)
    except _FAULTS:
        return None


def _edits(found: Rows) -> tuple[list[Edit], int]:
    """The edits that stand, in their order, and how many entries of the log cannot be read."""
    whole = []
    unread = max(found.entries, default=0) - len(found.entries)
    for _, entry in sorted(found.entries.items()):
        try:
            for value in (entry.before, entry.after, entry.more):
                jsonlib.loads(value or "null")
        except (ValueError, TypeError):
            unread += entry.field != held.ARTICLE
            continue
        if entry.state == "done":
            whole.append(entry)
    try:
        return [edit for _, edit in held.edits_of(whole)], unread
    except _FAULTS:
        return [], unread + len(whole)
