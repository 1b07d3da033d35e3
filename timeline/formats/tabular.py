"""Tables as text: comma, semicolon or tab between cells, in whatever encoding; handed over as words."""

from __future__ import annotations

import csv
import io
import re
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
_SAID = re.compile(r"sep=(.)\s*\Z", re.IGNORECASE)
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
    lines = list(_lines(text, name, notes))
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
    wide = _utf_16(data)
    if wide is not None:
        return wide, [
            f"{name} does not say its encoding: it is read as UTF-16; where letters are wrong, save it as UTF-8"
        ]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as fault:
        at = fault.start
    line, column = data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)
    if b"\0" in data[:4096]:
        raise SavedTimelineError(f"{name} is no text: save it as CSV (UTF-8), or give the spreadsheet itself")
    text = "".join(_line(one) for one in data.splitlines(keepends=True))
    told = _line(data[max(0, at - 10) : at + 10])
    sample = next((piece for piece in told.splitlines() if any(sign > "\x7f" for sign in piece)), "")
    known = "which it is not, either" if "\ufffd" in text else f"as in {sample!r}"
    note = f"{name} is not UTF-8 (line {line}, byte {column}): it is read as Windows-1252, {known}"
    return text, [f"{note}; where letters are wrong, save it as UTF-8"]


def _line(data: bytes) -> str:
    """A line in the encoding that it has: a file that was put together may have both."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _utf_16(data: bytes) -> str | None:
    """UTF-16 that does not say so: every second byte of Latin letters is null."""
    head = data[:4000]
    for encoding, nulls in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if nulls.count(0) > 0.6 * len(nulls) > 0 and len(data) % 2 == 0:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _lines(text: str, name: str, notes: list[str]) -> Iterator[Line]:
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")  # as old Macs had it
    lines = list(io.StringIO(text, newline=""))
    said = _SAID.match(lines[0]) if lines else None
    sign = _delimiter(text) if said is None else said[1]
    lines = lines[0 if said is None else 1 :]
    rows = csv.reader(lines, delimiter=sign)
    limit = csv.field_size_limit(LONGEST)
    count, begun = 0 if said is None else 1, 0
    try:
        for cells in rows:
            count += 1
            if count > MOST_ROWS:
                raise SavedTimelineError(f"{name} has more than {MOST_ROWS:,} rows: split it")
            if rows.line_num == len(lines) > begun + 1:  # what is never closed reaches to the end
                pieces = _unclosed(lines[begun:], sign)
                if pieces is not None:
                    notes.append(
                        f"{name}, row {count}: a quotation mark is not closed: the rows from here are read without"
                    )
                    for number, piece in enumerate(pieces, count):
                        yield Line(number, [unescaped(cell) for cell in piece])
                    return
            begun = rows.line_num
            yield Line(count, [unescaped(cell) for cell in cells])
    except csv.Error as fault:
        raise SavedTimelineError(f"{name} is damaged at line {rows.line_num}: {fault}; save it as CSV again") from fault
    finally:
        csv.field_size_limit(limit)


def _unclosed(lines: list[str], sign: str) -> list[list[str]] | None:
    """Lines as rows without regard to quotation marks, where one is never closed; None where all are."""
    try:
        next(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error as fault:
        if "unexpected end" in str(fault):
            return list(csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_NONE))
    return None


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
