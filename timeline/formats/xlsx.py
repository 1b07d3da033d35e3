"""The chronology as a spreadsheet: the columns people hand in, and beside them those that bring their edits back."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties

from timeline.chrono.calendar import civil, day_of
from timeline.chrono.iso import iso_day
from timeline.formats.chronology import heading, lines
from timeline.formats.marks import check_of, heading_of
from timeline.formats.packed import settled
from timeline.formats.things import LONGEST_CELL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from timeline.formats.chronology import Line
    from timeline.model.timeline import Timeline

_WIDTHS = (
    {"No.": 5, "Date": 20, "Earliest": 11, "Latest": 11, "Event": 34, "Status": 16, "Who": 20, "Where": 14}
    | {"Source": 26, "Quote": 36, "Why this date": 40, "Note": 18, "Links": 14}
    | {"Kind": 8, "EDTF": 24, "Timeline ID": 16}
)
_HIDDEN = ("N", "O", "P", "Q")  # kind, EDTF, id and check: for programs
_RULED = Border(bottom=Side(style="hair"))
_LINE, _TALLEST = 15, 409  # points of a line and of a row, as Excel has them
_A4 = 9  # as spreadsheets number their papers
_FIRST_YEAR = 1901  # spreadsheets count a day too many in 1900


def write(timeline: Timeline) -> bytes:
    """The visible events by time; words are cells of text, never formulas, and days cells of dates."""
    every = lines(timeline)
    names = [*_WIDTHS, heading_of(line.event.id for line in every)]
    rows = ([*_cells(line)] for line in every)
    return book(heading(timeline), names, rows, [*_WIDTHS.values(), 16], hidden=_HIDDEN)


def book(
    title: str, names: list[str], rows: Iterable[list[Any]], widths: list[int], *, hidden: tuple[str, ...] = ()
) -> bytes:
    """A workbook of one sheet: headings that stay in sight and can be filtered by, texts as texts, days as days."""
    made = Workbook(write_only=True)
    made.properties.title, made.properties.creator = title[:255], "timeline"
    sheet = made.create_sheet("Chronology")
    for number, width in enumerate(widths):
        sheet.column_dimensions[_letter(number)].width = width
    for letter in hidden:
        sheet.column_dimensions[letter].hidden = True
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    bold = Font(bold=True)
    wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left")
    sheet.append([_cell(sheet, name, bold, wrapped) for name in names])
    count = 1
    for row in rows:
        count += 1
        sheet.row_dimensions[count].height = _height(row, widths, hidden)
        sheet.append([_cell(sheet, value, None, wrapped) for value in row])
    sheet.auto_filter.ref = f"A1:{_letter(len(names) - 1)}{count}"
    out = io.BytesIO()
    made.save(out)
    return settled(out.getvalue())


def _cell(sheet: Any, value: Any, font: Font | None, alignment: Alignment) -> Any:  # noqa: ANN401 - openpyxl's own
    cell = WriteOnlyCell(sheet, value[:LONGEST_CELL] if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # whatever it begins with: "=" makes no formula
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if font is not None:
        cell.font = font
    cell.alignment = alignment
    cell.border = _RULED
    return cell


def _height(row: list[Any], widths: list[int], hidden: tuple[str, ...]) -> float:
    """Points that the longest text of a row takes, wrapped to the width of its column."""
    lines = [
        sum(1 + len(line) // width for line in str(value).splitlines())
        for number, (value, width) in enumerate(zip(row, widths, strict=True))
        if isinstance(value, str) and _letter(number) not in hidden
    ]
    return float(min(_TALLEST, _LINE * max(lines, default=1) + 2))


def _letter(number: int) -> str:
    return chr(ord("A") + number)


def _cells(line: Line) -> list[object]:
    event = line.event
    window = event.bounds.window
    marks = {
        "date": line.when,
        "title": line.title,
        "status": line.status,
        "actors": line.who,
        "places": line.where,
        "source": line.source,
        "quote": line.quote,
        "why": line.why,
        "note": line.note,
        "links": line.links,
        "earliest": str(_day(window.earliest) or ""),
        "latest": str(_day(window.latest) or ""),
    }
    return [
        *(line.number, line.when, _day(window.earliest), _day(window.latest), line.title, line.status, line.who),
        *(line.where, line.source, line.quote, line.why, line.note, line.links),
        *(
            event.kind.value,
            event.edtf or "",
            event.id,
            check_of({role: text[:LONGEST_CELL] for role, text in marks.items()}, event),
        ),
    ]


def _day(moment: int | None) -> date | str | None:
    """A cell of a date where spreadsheets can calculate with it, else the day as ISO 8601 has it."""
    if moment is None:
        return None
    day = day_of(moment)
    year, month, number = civil(day)
    return date(year, month, number) if year >= _FIRST_YEAR else iso_day(day)
