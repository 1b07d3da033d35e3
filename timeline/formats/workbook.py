"""Spreadsheets of Excel and LibreOffice (XLSX): the words that are seen in their cells, sheet by sheet."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from timeline.errors import SavedTimelineError
from timeline.formats.grids import Grid, Line
from timeline.formats.grids import read as read_grid
from timeline.formats.rows import Cell, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 200_000_000  # bytes, unpacked
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 250_000, 256, 10_000_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')
_DAY, _MONTH = re.compile(r"d", re.IGNORECASE), re.compile(r"m", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, SyntaxError),  # the archive, what is packed in it, its XML
    *(KeyError, ValueError, TypeError, OSError, EOFError, IndexError, AttributeError),
)


def read(data: bytes, name: str) -> Rows:
    """
    The events of every visible sheet that tells some; the others are named in a note.

    A cell that is merged with others says the same for each of their rows. A date is as exact as it is shown.

    Raises:
        SavedTimelineError: it is no spreadsheet, too large or damaged, or no sheet says when something happened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST:
                raise SavedTimelineError(f"{name} unpacks to more than {LARGEST // 1_000_000} MB: split it")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except _FAULTS as fault:
        raise SavedTimelineError(
            f"{name} is no spreadsheet that can be read ({_why(fault)}): save it as .xlsx or as CSV"
        ) from fault
    grids: list[tuple[str, Grid]] = []
    passed: list[str] = []
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        try:
            lines = list(_lines(sheet, data, name))
        except _FAULTS as fault:
            raise SavedTimelineError(f"{name} is damaged in the sheet {sheet.title!r}: {_why(fault)}") from fault
        grid = read_grid(lines, f"{name}, sheet {sheet.title!r}")
        if grid is not None:
            grids.append((sheet.title, grid))
        elif any(any(line.cells) for line in lines):
            passed.append(sheet.title)
    if not grids:
        raise SavedTimelineError(
            f"{name} has no table of events: it needs a column with dates and one with what happened, "
            "best with the headings Date and Event"
        )
    several = len(grids) > 1
    rows = [row if not several else _named(row, title) for title, grid in grids for row in grid.rows]
    notes = [note for _, grid in grids for note in grid.notes]
    notes += [f"{name}: the sheet {title!r} has no dates and events: it is left out" for title in passed]
    orders = {grid.order for _, grid in grids}
    written = [grid.written for _, grid in grids if grid.written is not None]
    return Rows(
        "Excel table",
        tuple(rows),
        next((grid.title for _, grid in grids if grid.title), None) or _titled(book),
        "row",
        frozenset().union(*written) if written else None,
        tuple(notes),
        order=orders.pop() if len(orders) == 1 else "both",
    )


def _titled(book: Any) -> str | None:  # noqa: ANN401 - openpyxl's own
    return book.properties.title or None


def _named(row: Row, sheet: str) -> Row:
    """A row whose places name the sheet."""
    cells = {role: Cell(cell.text, f"{cell.place} of {sheet!r}") for role, cell in row.cells.items()}
    return Row(row.line, cells, row.rest)


def _why(fault: Exception) -> str:
    return " ".join(str(fault).split())[:120] or type(fault).__name__


def _lines(sheet: Any, data: bytes, name: str) -> Iterator[Line]:  # noqa: ANN401 - openpyxl's own
    merged = _merged(sheet, data, name)
    sheet.reset_dimensions()  # what a file says of its size is often wrong
    held: dict[int, tuple[int, str]] = {}  # by column: the last row that a merged cell reaches, and its words
    met = 0  # cells, empty ones before a last one too: a small file can have one at the right edge of each row
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > MOST_ROWS:
            raise SavedTimelineError(f"{name} has more than {MOST_ROWS:,} rows: split it")
        met += len(cells)
        if met > MOST_CELLS:
            raise SavedTimelineError(f"{name} has more than {MOST_CELLS:,} cells: split it")
        words = [_words(cell) for cell in cells[:MOST_COLUMNS]]
        for column, text in enumerate(words):
            last = merged.get((number, column))
            if last is not None:
                held[column] = last, text
        for column, (last, text) in list(held.items()):
            if number > last:
                del held[column]
            elif column < len(words):
                words[column] = words[column] or text
            else:
                words += [""] * (column - len(words)) + [text]
        while words and not words[-1]:
            words.pop()
        yield Line(number, words)


def _merged(sheet: Any, data: bytes, name: str) -> dict[tuple[int, int], int]:  # noqa: ANN401 - openpyxl's own
    """By row and column of the first of several rows that are merged: the last one."""
    path = sheet._worksheet_path  # noqa: SLF001 - a sheet that is read row by row does not tell what is merged in it
    with zipfile.ZipFile(io.BytesIO(data)) as packed, packed.open(path) as file:
        found: dict[tuple[int, int], int] = {}
        tail = b""
        while piece := file.read(1 << 20):
            for one in _MERGED.finditer(tail + piece):
                column, top, _, bottom = (int(edge or 0) for edge in range_boundaries(one[1].decode()))
                if bottom > top:
                    found[top, column - 1] = bottom
            if len(found) > MOST_ROWS:
                raise SavedTimelineError(f"{name} has more than {MOST_ROWS:,} merged cells: split it")
            tail = piece[-200:]
    return found


def _words(cell: Any) -> str:  # noqa: ANN401 - openpyxl's own
    """What a reader of the sheet sees in a cell."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return _date(value, cell.number_format)
    if isinstance(value, date):
        return _date(datetime(value.year, value.month, value.day), cell.number_format)  # noqa: DTZ001 - in no zone
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date(value: datetime, form: str) -> str:
    """A date as exact as its cell shows it: "Aug-25" is a month, whatever day is behind it."""
    shown = _QUOTED.sub("", form or "")
    clock = (value.hour, value.minute) != (0, 0)
    if shown and shown.lower() != "general" and not _DAY.search(shown) and not clock:
        if not _MONTH.search(shown):
            return f"{value:%Y}" if "y" in shown.lower() else value.date().isoformat()
        return f"{value.year:04d}-{value.month:02d}"
    day = f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    return f"{day}T{value:%H:%M}" if clock else day
