"""What others wrote, as it comes in: tables and calendars, alone or beside the timelines they came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import timeline.workspace as work
from timeline.cli.table import printable
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.workspace import importing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from timeline.cli.gather import Progress
    from timeline.formats.rows import Rows
    from timeline.workspace import Chronicle

MOST_TOLD = 200
"""Sentences about the rows of one file; of more, how many there are."""


class SortedOut(NamedTuple):
    """Files by what they are: saved timelines, tables of events, and those that are one of these and cannot be read."""

    saved: dict[str, Chronicle]
    tables: dict[str, Rows]
    unread: dict[str, TimelineError]


def sorted_out(files: Sequence[str], named: Collection[str], tell: Progress) -> SortedOut:
    """
    Open the files that hold events; one of a folder that cannot be read is told, and the others are.

    Raises:
        TimelineError: a file that was *named* cannot be read.
    """
    from timeline.cli.gather import clock

    found = SortedOut({}, {}, {})
    for file in files:
        if file == "-" and _saved_on_input():
            text = sys.stdin.buffer.read().decode("utf-8", "replace")
            found.saved[file] = work.Chronicle(json.read(text, "standard input"), clock=clock)
        if file == "-" or "://" in file or not work.is_saved(file):
            continue
        try:
            rows = importing.rows_of(Path(file))
            if rows is None:
                found.saved[file] = work.load(file, clock=clock)
            else:
                found.tables[file] = rows
        except TimelineError as fault:
            if file in named:
                raise
            tell.left_out(str(fault))
            found.unread[file] = fault
    return found


def _saved_on_input() -> bool:
    """Standard input is JSON, as `timeline export … -o - --format json` writes it, and no prose."""
    peek = getattr(sys.stdin.buffer, "peek", None)
    return peek is not None and peek(1)[:1] == b"{"


def bring_in(
    chronicle: Chronicle, tables: Mapping[str, Rows], order: str, tell: Progress, *, alone: bool = False
) -> None:
    """
    Tables into a chronicle: as edits of the events they came from, else as events of their own.

    Args:
        chronicle: what they are put into.
        tables: what was read, by their files.
        order: how 01/02/2024 is meant.
        tell: where sentences on what could not be read go.
        alone: nothing else is in the chronicle: it is called as the first table is.
    """
    from timeline.workspace.returning import belongs, bring_back
    from timeline.workspace.tables import timeline_of

    for file, rows in tables.items():
        meant = _asked(file, rows, order, tell)
        if not alone and belongs(rows, chronicle):
            returned = bring_back(chronicle, rows, file, meant)
            notes = returned.notes
            tell.note(file, returned.words)
        else:
            timeline, notes = timeline_of(rows, file, meant)
            chronicle.include(timeline)
            alone = False
        for note in notes[:MOST_TOLD]:
            tell.remark(note)
        if len(notes) > MOST_TOLD:
            tell.remark(f"{file}: and {len(notes) - MOST_TOLD:,} rows more like these")


def _asked(file: str, rows: Rows, order: str, tell: Progress) -> str:
    """How dates in figures are meant, asked where somebody sits at a terminal and nobody has said."""
    from timeline.workspace.typed import two_readings

    if order != "both" or tell.silent or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return order
    cells = (row.text(role) for row in rows.rows for role in ("date", "shown", "end"))
    doubtful = [text for text in cells if two_readings(text)]
    if not doubtful:
        return order
    sys.stderr.write(
        f"timeline: {printable(file)} has {len(doubtful)} dates such as {printable(doubtful[0])}: "
        "is the day first (d), the month (m), or is it not known (Enter)? "
    )
    sys.stderr.flush()
    answer = sys.stdin.readline().strip().lower()
    return {"d": "day-first", "m": "month-first"}.get(answer[:1], order)
