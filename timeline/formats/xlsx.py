"""The chronology as a spreadsheet: the columns people hand in, and beside them those that bring their edits back."""

from __future__ import annotations

import io
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
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
    {"No.": 5, "Date": 18, "Earliest": 11, "Latest": 11, "Event": 30, "Status": 13, "Who": 17, "Where": 13}
    | {"Source": 22, "Quote": 32, "Why this date": 44, "Note": 18, "Links": 18}
    | {"Kind": 8, "EDTF": 24, "Timeline ID": 16}
)
_HIDDEN = ("N", "O", "P", "Q")  # kind, EDTF, id and check: for programs
_RULED = Border(bottom=Side(style="hair"), right=Side(style="hair"))
_LINE, _TALLEST = 13, 409  # points of a line and of a row, as Excel has them
_EMPTY = 7  # a column that no event says anything in
_FULLER = 1.2  # words are narrower than as many digits, by which columns are as wide as they are
_FONT, _SHADED = "Arial", PatternFill("solid", start_color="E7E9EC")
_A4 = 9  # as spreadsheets number their papers
_FIRST_YEAR = 1901  # spreadsheets count a day too many in 1900


def write(timeline: Timeline) -> bytes:
    """The visible events by time; words are cells of text, never formulas, and days cells of dates."""
    every = lines(timeline)
    names = [*_WIDTHS, heading_of(line.event.id for line in every)]
    rows = [_cells(line) for line in every]
    told = [any(row[column] not in (None, "") for row in rows) for column in range(len(_WIDTHS))]
    widths = [width if said else min(width, _EMPTY) for width, said in zip(_WIDTHS.values(), told, strict=True)]
    return book(heading(timeline), names, rows, [*widths, 16], hidden=_HIDDEN)


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
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.6, header=0.3, footer=0.3)
    sheet.oddHeader.left.text, sheet.oddFooter.right.text = title[:200].replace("&", "&&"), "Page &P of &N"
    bold, plain = Font(name=_FONT, size=10, bold=True), Font(name=_FONT, size=10)
    wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left")
    head = [_cell(sheet, name, bold, wrapped) for name in names]
    for cell in head:
        cell.fill = _SHADED
    sheet.append(head)
    count = 1
    for row in rows:
        count += 1
        sheet.row_dimensions[count].height = _height(row, widths, hidden)
        sheet.append([_cell(sheet, value, plain, wrapped) for value in row])
    sheet.auto_filter.ref = f"A1:{_letter(len(names) - 1)}{count}"
    out = io.BytesIO()
    made.save(out)
    return settled(out.getvalue())


def _cell(sheet: Any, value: Any, font: Font, alignment: Alignment) -> Any:  # noqa: ANN401 - openpyxl's own
    cell = WriteOnlyCell(sheet, value[:LONGEST_CELL] if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # whatever it begins with: "=" makes no formula
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    cell.font, cell.alignment = font, alignment
    cell.border = _RULED
    return cell


def _height(row: list[Any], widths: list[int], hidden: tuple[str, ...]) -> float:
    """Points that the longest text of a row takes, wrapped to the width of its column."""
    lines = [
        sum(max(1, len(wrap(line, int(width * _FULLER)))) for line in str(value)[:LONGEST_CELL].splitlines())
        for number, (value, width) in enumerate(zip(row, widths, strict=True))
        if isinstance(value, str) and _letter(number) not in hidden
    ]
    return float(min(_TALLEST, _LINE * max(lines, default=1) + 5))


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
