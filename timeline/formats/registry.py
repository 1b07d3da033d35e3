"""
Every format that a timeline is written to or read from: its name, its suffix, what it cannot say and what it says
instead. The command line, the app and the documentation list from here.

A format whose `module` is named is written by that module's ``write``; pictures, the page and the archive are made
above this room. What comes back is read by ``read`` of its `reader`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline.errors import ExportError
from timeline.formats.losses import (
    CALENDAR,
    CHRONOLOGY,
    DRAWN,
    MARKWHEN,
    PAGE,
    PROSE,
    SLIDES,
    SLIDES_IN_CELLS,
    TABLE,
    TIMEML,
    WORD,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.formats.rows import Rows
    from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Format:
    """
    A format by its name for `--format`.

    `label` is its name for people, `use` what it is good for, `media` its media type; `suffixes` are the ends of file
    names, of which the first is written. `module` makes it of a timeline; None: something above this room does.
    `main` is whether a suffix that several share means this one. `reader` is the module that reads it back, as rows or,
    in the case of JSON, as the whole timeline that it is.
    `losses` has what it cannot say (`things`) with what is written instead. `checked` is how what is written is tried
    by another program.
    """

    name: str
    label: str
    use: str
    media: str
    suffixes: tuple[str, ...]
    module: str | None = None
    main: bool = True
    reader: str | None = None
    losses: Mapping[str, str] = field(default_factory=dict)
    checked: str = ""

    @property
    def suffix(self) -> str:
        """The end of the name of a file that is written."""
        return self.suffixes[0]

    def write(self, timeline: Timeline) -> bytes:
        """A timeline as the bytes of a file; ExportError where this room cannot make it."""
        if self.module is None:
            raise ExportError(f"a {self.label} is drawn, not written: use `chronicle.export`")
        made: str | bytes = import_module(f"timeline.formats.{self.module}").write(timeline)
        return made.encode("utf-8") if isinstance(made, str) else made

    def read(self, data: bytes, name: str) -> Rows:
        """The rows of a file, words as words; a TimelineError says what of *name* is damaged, and where."""
        found: Rows = import_module(f"timeline.formats.{self.reader}").read(data, name)
        return found


FORMATS = (
    Format(
        *("json", "Saved timeline", "To go on working: everything is kept.", "application/json", (".json",), "json"),
        reader="json",
        checked="a published JSON Schema",
    ),
    Format(
        *("docx", "Word table", "A chronology to hand in."),
        *("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",), "docx"),
        losses=WORD,
        checked="LibreOffice Writer, python-docx",
    ),
    Format(
        *("xlsx", "Excel table", "A chronology to hand in, sort and edit; it comes back with its edits."),
        *("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx", ".xlsm"), "xlsx"),
        reader="workbook",
        losses=CHRONOLOGY,
        checked="LibreOffice Calc, openpyxl",
    ),
    Format(
        *("csv", "CSV table", "Every field in a column, for programs; it comes back with its edits."),
        *("text/csv", (".csv", ".tsv"), "csv"),
        reader="tabular",
        losses=TABLE,
        checked="LibreOffice Calc, Python's csv",
    ),
    Format(
        *("markdown", "Markdown", "A dated list with quotes and sources, for notes and websites."),
        *("text/markdown", (".md", ".markdown"), "markdown"),
        losses=PROSE,
        checked="a CommonMark parser",
    ),
    Format(
        *("text", "Plain text", "A dated list with quotes and sources, to paste anywhere."),
        *("text/plain", (".txt", ".text"), "plain"),
        losses=PROSE,
    ),
    Format(
        *("ics", "Calendar", "Events in a calendar program.", "text/calendar", (".ics", ".ical", ".ifb"), "ics"),
        reader="ics_in",
        losses=CALENDAR,
        checked="ical.js and icalendar, strictly",
    ),
    Format(
        *("timelinejs", "TimelineJS", "Slides on a website, as JSON.", "application/json", (".json",), "timelinejs"),
        main=False,
        reader="timelinejs_in",
        losses=SLIDES,
        checked="the TimelineJS library in Chromium",
    ),
    Format(
        *("timelinejs-csv", "TimelineJS sheet", "The sheet that newsrooms share; it comes back with its edits."),
        *("text/csv", (".csv",), "timelinesheet"),
        main=False,
        reader="tabular",
        losses=SLIDES,
        checked="the TimelineJS library in Chromium",
    ),
    Format(
        *("timelinejs-xlsx", "TimelineJS sheet for Excel", "The same sheet, to be uploaded to Google Sheets."),
        *("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",), "timelinebook"),
        main=False,
        reader="workbook",
        losses=SLIDES_IN_CELLS,
        checked="LibreOffice Calc, openpyxl",
    ),
    Format(
        *("markwhen", "Markwhen", "A timeline as text, to write on.", "text/plain", (".mw",), "markwhen"),
        reader="markwhen_in",
        losses=MARKWHEN,
        checked="the Markwhen parser",
    ),
    Format(
        *("timeml", "TimeML", "One article with its events and their times, for linguists."),
        *("application/xml", (".tml", ".timeml"), "timeml_events"),
        reader="timeml_in",
        losses=TIMEML,
        checked="xmllint",
    ),
    Format(
        *("html", "Web page", "One file with everything in it, which moves and answers without a network."),
        *("text/html", (".html", ".htm")),
        losses=PAGE,
        checked="Chromium",
    ),
    Format(
        *("png", "Picture", "For slides and chats.", "image/png", (".png",)),
        losses=DRAWN,
        checked="Pillow",
    ),
    Format(
        *("svg", "Vector picture", "For print and designers.", "image/svg+xml", (".svg",)),
        losses=DRAWN,
        checked="Chromium, xmllint",
    ),
    Format(
        *("pdf", "PDF", "For print and files of a case.", "application/pdf", (".pdf",)),
        losses=DRAWN,
        checked="pdftotext, PDFium",
    ),
    Format(
        *("zip", "Everything", "One archive with all of these.", "application/zip", (".zip",)),
        checked="unzip, Python's zipfile",
    ),
)
NAMES = {one.name: one for one in FORMATS}
_ALSO = {"md": "markdown", "txt": "text", "mw": "markwhen", "tml": "timeml", "timelinejs-sheet": "timelinejs-csv"}


def format_named(name: str) -> Format | None:
    """The format with this name, however it is written; None where there is none."""
    key = name.lower().strip().removeprefix(".")
    return NAMES.get(_ALSO.get(key, key))


def format_of_suffix(path: str) -> Format | None:
    """The format that the end of a file's name means; None where it means none."""
    suffix = PurePath(path).suffix.lower()
    return next((one for one in FORMATS if one.main and suffix in one.suffixes), None)
