"""Tables as text: comma, semicolon or tab between cells, in whatever encoding; handed over as words."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from timeline.errors import SavedTimelineError
from timeline.formats.grids import Line
from timeline.formats.grids import read as read_grid
from timeline.formats.rows import Rows
from timeline.formats.sheets import unescaped

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 200_000_000  # bytes
MOST_ROWS = 250_000
LONGEST = 1_000_000  # characters of a cell
_DELIMITERS = ",;\t|"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes, name: str) -> Rows:
    """
    The events of a table.

    Raises:
        SavedTimelineError: it is too large, no text, damaged, or no column says when something happened, and what.
    """
    if len(data) > LARGEST:
        raise SavedTimelineError(f"{name} is larger than {LARGEST // 1_000_000} MB: split it, or leave columns out")
    text, notes = _decoded(data, name)
    lines = list(_lines(text, name))
    grid = read_grid(lines, name)
    if grid is None:
        raise SavedTimelineError(
            f"{name} has no table of events: it needs a column with dates and one with what happened, "
            "best with the headings Date and Event"
        )
    return Rows("CSV table", tuple(grid.rows), grid.title, "row", grid.written, (*notes, *grid.notes), order=grid.order)


def _decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    """The text, and a sentence where its encoding is only a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError as fault:
                raise SavedTimelineError(
                    f"{name} is damaged at byte {fault.start}: it says {encoding} and is not; save it as UTF-8"
                ) from fault
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as fault:
        at = fault.start
    line, column = data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)
    if b"\0" in data[:4096]:
        raise SavedTimelineError(f"{name} is no text: save it as CSV (UTF-8), or give the spreadsheet itself")
    text = data.decode("cp1252", "replace")
    shown = text[max(0, at - 10) : at + 10].splitlines()
    sample = next((piece for piece in shown if any(sign > "\x7f" for sign in piece)), "")
    note = (
        f"{name} is not UTF-8 (line {line}, byte {column}): it is read as Windows-1252, as in {sample!r}; "
        "where letters are wrong, save it as UTF-8"
    )
    return text, [note]


def _lines(text: str, name: str) -> Iterator[Line]:
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")  # as old Macs had it
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    limit = csv.field_size_limit(LONGEST)
    try:
        for count, cells in enumerate(rows, 1):
            if count > MOST_ROWS:
                raise SavedTimelineError(f"{name} has more than {MOST_ROWS:,} rows: split it")
            yield Line(count, [unescaped(cell) for cell in cells])
    except csv.Error as fault:
        raise SavedTimelineError(f"{name} is damaged at line {rows.line_num}: {fault}; save it as CSV again") from fault
    finally:
        csv.field_size_limit(limit)


def _delimiter(text: str) -> str:
    """What stands between cells: what gives the first rows the most cells, as many in each."""

    def cells(sign: str) -> int:
        rows = csv.reader(io.StringIO(text[:50_000], newline=""), delimiter=sign)
        try:
            counts = [len(row) for row in islice(rows, 20) if any(row)]
        except csv.Error:
            return 0
        usual = max(set(counts), key=counts.count, default=1)
        return (usual - 1) * counts.count(usual)

    return max(_DELIMITERS, key=cells)
