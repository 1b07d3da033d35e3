"""The chronology as a table in a Word document, to be handed in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from timeline.formats.chronology import heading, lines
from timeline.formats.packed import settled

if TYPE_CHECKING:
    from docx.table import _Cell, _Row

    from timeline.formats.chronology import Line
    from timeline.model.timeline import Timeline

_COLUMNS = (
    *(("No.", 10), ("Date", 28), ("Event", 56), ("Status", 22)),
    *(("Source", 36), ("Quote", 53), ("Why this date", 68)),
)


_FONT, _SHADE = "Arial", "E7E9EC"  # which every program has, or one as wide


def write(timeline: Timeline) -> bytes:
    """The visible events by time, one row each, on landscape A4; the headings stand on every page."""
    document = Document()
    document.styles["Normal"].font.name = _FONT
    _landscape(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = heading(timeline)[:255], "", ""
    head = document.add_heading(heading(timeline), 1)
    head.paragraph_format.space_before, head.paragraph_format.space_after = Pt(0), Pt(6)
    for run in head.runs:
        run.font.name, run.font.size, run.font.color.rgb = _FONT, Pt(15), RGBColor(0x1A, 0x1A, 0x1A)
    _numbered(document)
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, (name, _) in zip(table.rows[0].cells, _COLUMNS, strict=True):
        _put(cell, name, bold=True)
        cell._tc.get_or_add_tcPr().append(OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): _SHADE}))  # noqa: SLF001 - as its manual does
    _mark(table.rows[0], "tblHeader")
    for line in lines(timeline):
        row = table.add_row()
        _mark(row, "cantSplit")
        for cell, text in zip(row.cells, _texts(line), strict=True):
            _put(cell, text)
    for column, (_, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, (_, width) in zip(row.cells, _COLUMNS, strict=True):
            cell.width = Mm(width)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _texts(line: Line) -> tuple[str, ...]:
    note = "\n".join([*([f"Note: {line.note}"] if line.note else []), *line.links.split("; ")]).strip()
    title = "\n".join([line.title, *([note] if note else [])])
    people = [*([f"Who: {line.who}"] if line.who else []), *([f"Where: {line.where}"] if line.where else [])]
    quote = f"“{line.quote}”" if line.quote.strip() else ""
    return (
        str(line.number),
        line.when,
        "\n".join([title, *people]),
        line.status,
        line.source,
        quote,
        line.why,
    )


def _landscape(document: Any) -> None:  # noqa: ANN401 - python-docx makes it
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(14)


def _numbered(document: Any) -> None:  # noqa: ANN401 - python-docx makes it
    """Which page of how many, at the foot of each: what is handed in is cited by page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.styles["Footer"].font.size = Pt(8)
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(text)
        paragraph._p.append(OxmlElement("w:fldSimple", {qn("w:instr"): field}))  # noqa: SLF001 - as its manual does


def _put(cell: _Cell, text: str, *, bold: bool = False) -> None:
    """Words in a cell, small enough for seven columns; a line break stays one."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    run = paragraph.add_run(text.replace("\r\n", "\n").replace("\r", "\n"))
    run.font.size, run.bold = Pt(8), bold


def _mark(row: _Row, what: str) -> None:
    """A property of a row that python-docx has no name for: repeated on every page, or kept on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{what}", {qn("w:val"): "true"}))  # noqa: SLF001 - as its manual does
