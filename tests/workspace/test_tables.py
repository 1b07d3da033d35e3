"""People's own spreadsheets and calendars: what their columns say is recognised, and what cannot be read is told."""

from __future__ import annotations

import io
import json as jsonlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook

from tests.articles.files import spoilt, with_part
from timeline._files import data
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.formats.registry import NAMES
from timeline.formats.shown import source_of
from timeline.model.event import Standing, Status
from timeline.workspace.chronicle import Chronicle
from timeline.workspace.tables import timeline_of

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

SHEET = "xl/worksheets/sheet1.xml"


def read(name: str, data: bytes, order: str = "both") -> tuple[Timeline, list[str]]:
    """The timeline of a file of this format, and what is told of it."""
    form = NAMES[name]
    file = f"case{form.suffix}"
    return timeline_of(form.read(data, file), file, order)


def table(text: str, order: str = "both") -> tuple[Timeline, list[str]]:
    """The timeline of a CSV."""
    return read("csv", text.encode(), order)


def book(*rows: Any, merged: tuple[str, ...] = (), formats: dict[str, str] | None = None) -> bytes:
    """A spreadsheet of one sheet."""
    made = Workbook()
    sheet: Any = made.active
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sheet(rows: str) -> bytes:
    """A spreadsheet whose sheet has these rows, as XML."""
    names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return with_part(book(), SHEET, f"<worksheet {names}><sheetData>{rows}</sheetData></worksheet>".encode())


def whens(timeline: Timeline) -> list[str]:
    """The dates of the events, in words."""
    return [event.when for event in timeline.events]


@pytest.mark.parametrize(
    "headings",
    [
        "Date,Event,Who,Source",
        "DATE OF EVENT;What happened;People;Exhibit",
        "When\tHeadline\tActors\tReference",
        "Start date|Description|Parties|Document",
    ],
)
def test_columns_are_recognised_by_their_headings(headings: str) -> None:
    """However they are called, and whatever stands between cells."""
    sign = next(one for one in ";\t|," if one in headings)
    row = sign.join(["5 May 2024", "The ferry sank", '"Ann Odu; the port"', "Exhibit A-12"])
    timeline, notes = table(f"{headings}\n{row}\n")
    [event] = timeline.events

    assert not notes
    assert (event.title, event.when, event.actors) == ("The ferry sank", "5 May 2024", ("Ann Odu", "the port"))
    assert event.extra["cited"] == "Exhibit A-12"


def test_columns_without_headings_are_recognised_by_what_stands_in_them() -> None:
    """And it is said how."""
    timeline, notes = table("1,5 May 2024,The ferry sank off the coast\n2,June 2024,The captain was tried\n")

    assert whens(timeline) == ["5 May 2024", "June 2024"]
    assert [event.title for event in timeline.events] == ["The ferry sank off the coast", "The captain was tried"]
    assert notes == [
        "case.csv has no headings: column B is taken for dates, column C is taken for events by what stands there"
    ]


def test_every_date_can_show_the_cell_it_is_from() -> None:
    """The words stand in the text of the article; the reason points at them."""
    timeline, _ = table("Date,Event\n5 May 2024,The ferry sank\n")
    [event], [article] = timeline.events, timeline.articles
    [reason] = event.reasons
    [statement] = timeline.statements

    assert reason.says == "Row 2 says “5 May 2024”"
    assert reason.span is not None
    assert reason.span.of(article.text) == "5 May 2024"
    assert event.span.of(article.text) == event.quote == "The ferry sank"
    assert article.place(event.span) == article.original.places[0]  # type: ignore[union-attr]  # a table has one
    assert statement.reason == reason


def test_a_column_of_mixed_dates_is_read_cell_by_cell() -> None:
    """Real dates, words, years, EDTF, what is shown as a month, and nothing."""
    cells: list[Any] = [
        datetime(2024, 5, 5),  # noqa: DTZ001 - a cell has no zone
        "between 3 and 7 May 2024",
        1914,
        "[2024-05-03..2024-05-07]",
        date(2024, 8, 1),
        None,
        datetime(2024, 5, 5, 14, 30),  # noqa: DTZ001 - a cell has no zone
        "44 BC",
    ]
    data = book(["Date", "Event"], *[(cell, f"event {n}") for n, cell in enumerate(cells)], formats={"A6": "mmm-yy"})
    timeline, notes = read("xlsx", data)

    assert not notes
    assert whens(timeline) == [
        *("5 May 2024", "between 3 and 7 May 2024", "1914", "between 3 and 7 May 2024", "August 2024"),
        *("date unknown", "5 May 2024, 14:30", "44 BCE"),
    ]


def test_two_readings_are_both_kept_and_told_by_row_and_column() -> None:
    """Never guessed; who knows says so."""
    text = "Event,Date\nSigned,01/02/2024\nBroken,13/02/2024\nEnded,2/2/2024\n"
    timeline, notes = table(text)

    assert whens(timeline) == ["between 2 January and 1 February 2024", "13 February 2024", "2 February 2024"]
    [note] = notes
    assert note == (
        "case.csv, row 2, column B: '01/02/2024' may be day/month or month/day: both are kept; "
        "write the month as a word, or say which with --date-order"
    )
    assert whens(table(text, "day-first")[0])[0] == "1 February 2024"
    assert whens(table(text, "month-first")[0])[0] == "2 January 2024"


def test_cells_that_are_merged_say_the_same_for_each_of_their_rows() -> None:
    """A day with three events."""
    rows = [["Date", "Event"], ["5 May 2024", "one"], [None, "two"], [None, "three"], ["6 May 2024", "four"]]
    timeline, notes = read("xlsx", book(*rows, merged=("A2:A4",)))

    assert not notes
    assert whens(timeline) == ["5 May 2024"] * 3 + ["6 May 2024"]


def test_three_rows_of_headings() -> None:
    """A title, groups of columns, and below them what each is called; the title is the timeline's."""
    rows: list[list[Any]] = [
        ["Smith v. Jones"],
        ["When", None, "What"],
        ["Date", "Time", "Event", "Note"],
        [date(2024, 5, 5), time(14, 30), "The ferry sank", "ask her"],
    ]
    timeline, notes = read("xlsx", book(*rows, merged=("A1:D1", "A2:B2")))

    assert not notes
    assert timeline.title == "Smith v. Jones"
    assert [(event.when, event.title, event.note) for event in timeline.events] == [
        ("5 May 2024, 14:30", "The ferry sank", "ask her")
    ]


def test_year_month_and_day_may_have_columns_of_their_own() -> None:
    """In figures or in words, as far as they are filled."""
    timeline, _ = table("Year,Month,Day,Event\n2024,5,5,a b\n1944,June,6,c d\n1914,,,e f\n2024,8,,g h\n")

    assert whens(timeline) == ["5 May 2024", "6 June 1944", "1914", "August 2024"]


def test_two_columns_of_dates_are_a_stretch() -> None:
    """From the first to the last, each as exact as it is; one that ends before it begins is told."""
    timeline, notes = table("From,To,Event\n5 May 2024,June 2024,a b\n2025,2024,c d\n3 May 2024,,e f\n,2020,g h\n")

    assert whens(timeline) == ["from 5 May 2024 to June 2024", "date unknown", "3 May 2024", "until 2020"]
    assert notes == [
        "case.csv, row 3, column B: '2025 to 2024' ends before it begins; the event is kept without a date"
    ]


@pytest.mark.parametrize(
    ("words", "status", "attribution", "standing"),
    [
        ("Confirmed", Status.HAPPENED, None, None),
        ("alleged, per the claimant", Status.REPORTED, "per the claimant", None),
        ("scheduled", Status.PLANNED, None, None),
        ("disputed", Status.HAPPENED, None, Standing.DISPUTED),
        ("denied; undisputed", Status.DENIED, None, Standing.UNDISPUTED),
    ],
)
def test_a_status_is_read_from_the_words_people_use(
    words: str, status: Status, attribution: str | None, standing: Standing | None
) -> None:
    """Whether it happened, who says so, and how it stands."""
    [event] = table(f'Date,Event,Status\n2024,The ferry sank,"{words}"\n')[0].events

    assert (event.status, event.attribution, event.standing) == (status, attribution, standing)


def test_columns_that_say_nothing_known_are_kept() -> None:
    """With their event, and in what is saved."""
    [event] = table("Date,Event,Folio,Status\n2024,The ferry sank,12r,purple\n")[0].events

    assert event.extra["columns"] == {"Folio": "12r", "Status": "purple"}


def test_what_cannot_be_read_is_told_and_the_rest_goes_through() -> None:
    """By file, row and column."""
    timeline, notes = table("Date,Event\nTBC,a b\n2024,\n31 June 2024,c d\n2024,e f\n")

    assert [event.title for event in timeline.events] == ["a b", "c d", "e f"]
    assert whens(timeline) == ["date unknown", "date unknown", "2024"]
    assert [note.partition(": ")[0] for note in notes] == [
        *("case.csv, row 2, column A", "case.csv, row 3", "case.csv, row 4, column A")
    ]


def test_a_day_of_ours_that_was_damaged_is_told_by_its_own_column() -> None:
    """Whichever of the four it is, and whether the others are there or not."""
    _, notes = table("number,when,title,end_latest\n1,2025,The ferry sank,soon\n")
    assert [note.partition(";")[0] for note in notes] == [
        "case.csv, row 2, column D: 'soon' is neither a day such as 2025-08-20 nor a moment such as 2025-08-20T14:30"
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_in_another_encoding(encoding: str) -> None:
    """Marked ones are read as such; of others the guess is told with its place."""
    timeline, notes = read("csv", "Date,Event\n2024,Zürich – a fire\n".encode(encoding))

    assert timeline.events[0].title == "Zürich – a fire"
    assert [note.partition(":")[0] for note in notes] == (
        ["case.csv is not UTF-8 (line 2, byte 7)"] if encoding == "cp1252" else []
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("csv", b"a,b\n1,2\n", "Date and Event"),
        ("csv", b"\x00\x01\xff" * 50, "no text"),
        ("csv", b"\xff\xfeD\x00\xd8", "UTF-8"),
        ("csv", b"", "no table of events"),
        ("xlsx", b"PK\x03\x04 no zip", "no spreadsheet"),
        ("xlsx", b"", "no spreadsheet"),
        ("xlsx", book(["a", "b"], [1, 2]), "Date and Event"),
        ("xlsx", spoilt(book(["a"]), SHEET), "no spreadsheet"),
        ("xlsx", spoilt(book(["a"]), "xl/workbook.xml"), "no spreadsheet"),
        ("xlsx", with_part(book(["a"]), "xl/workbook.xml", b"<workbook"), "no spreadsheet"),
        ("xlsx", sheet("<row"), "no spreadsheet"),
        ("xlsx", sheet('<row><c r="XFD1"><v>1</v></c></row>' * 650), "10,000,000 cells"),
        ("ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "case.ics"),
        ("ics", b"no calendar", "case.ics"),
        ("markwhen", b"nothing", "no events"),
        ("markwhen", b"\xff", "UTF-8"),
        ("timelinejs", b'{"events": [', "line 1"),
        ("timelinejs", b'{"events": [1]}', "events[0]"),
        ("timelinejs", b"[]", "list of events"),
        ("timeml", b"<TimeML>", "not well-formed"),
        ("timeml", b"<TimeML/>", "no TEXT"),
        ("timeml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><TimeML/>", "document type"),
    ],
)
def test_a_damaged_file_is_refused_in_a_sentence(name: str, data: bytes, words: str) -> None:
    """It names the file and what to do, or where."""
    with pytest.raises(TimelineError) as fault:
        read(name, data)

    assert "case." in str(fault.value)
    assert words in str(fault.value)
    assert "\n" not in str(fault.value)


def test_several_sheets_are_read_and_the_others_named() -> None:
    """One for each year, and one with something else."""
    made = Workbook()
    first: Any = made.active
    first.title = "2023"
    other, third = made.create_sheet("2024"), made.create_sheet("People")
    for sheet, row in ((first, ["5 May 2023", "a b"]), (other, ["never", "c d"])):
        sheet.append(["Date", "Event"])
        sheet.append(row)
    third.append(["Name", "Phone"])
    third.append(["Ann", "x"])
    out = io.BytesIO()
    made.save(out)
    timeline, notes = read("xlsx", out.getvalue())

    assert [event.title for event in timeline.events] == ["a b", "c d"]
    assert notes[0] == "case.xlsx: the sheet 'People' has no dates and events: it is left out"
    assert notes[1].startswith("case.xlsx, row 2, column A of '2024': 'never' names no date")


def test_a_hundred_thousand_rows() -> None:
    """All of them, by their numbers."""
    count = 100_000
    lines = (f"{1 + n % 28} May {1900 + n % 120},event {n}" for n in range(count))
    rows = NAMES["csv"].read(("Date,Event\n" + "\n".join(lines)).encode(), "case.csv").rows

    assert len(rows) == count
    assert rows[-1].line == count + 1


def test_what_a_table_says_is_stated_and_can_be_derived_again() -> None:
    """Its dates follow from its statements alone; one that is edited and given back is what it was."""
    chronicle = Chronicle(table("Date,Event\nearly May 2024,a b\n5 May 2024,c d\nfrom June 2024,e f\n,g h\n")[0])
    before = chronicle.timeline.events

    derived = chronicle.seen(dates_from="text", only_stated=True).events
    assert [(one.when, one.bounds, one.edtf) for one in derived] == [(one.when, one.bounds, one.edtf) for one in before]
    chronicle.set_date(before[0].id, "6 May 2024")
    assert chronicle.events[0].when == "6 May 2024"
    chronicle.undo()
    assert chronicle.timeline.events == before


def test_a_table_that_was_read_can_be_saved() -> None:
    """By the schema, and opened again; its columns and its sources with it."""
    made, _ = table("Date,Event,Source,Folio\n5 May 2024,a b,A-12,12r\n")
    text = json.write(made)
    schema = jsonlib.loads(data("schema", "timeline.schema.json").read_text("utf-8"))

    Draft202012Validator(schema).validate(jsonlib.loads(text))
    [event] = json.read(text).events
    assert (event.extra["cited"], event.extra["columns"]) == ("A-12", {"Folio": "12r"})
    assert source_of(made, event) == "A-12"
