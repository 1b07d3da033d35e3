"""A table goes out, is edited there, and comes back: its edits are edits of the timeline it came from."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.formats.hostile import timeline
from timeline.formats.registry import NAMES
from timeline.workspace.chronicle import Chronicle
from timeline.workspace.returning import Returned, belongs, bring_back
from timeline.workspace.tables import timeline_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.event import Event

Grid = list[list[str]]


def as_csv(grid: Grid) -> bytes:
    """A grid as a spreadsheet program saves it."""
    out = io.StringIO()
    csv.writer(out).writerows(grid)
    return out.getvalue().encode()


def returned(name: str, edit: Callable[[Grid], None], chronicle: Chronicle | None = None) -> tuple[Chronicle, Returned]:
    """The chronicle to which a table came back after an edit of its cells."""
    mine = chronicle or Chronicle(timeline())
    form = NAMES[name]
    grid = list(csv.reader(io.StringIO(form.write(timeline()).decode("utf-8-sig"), newline="")))
    edit(grid)
    return mine, bring_back(mine, form.read(as_csv(grid), "x.csv"), "x.csv")


def column(grid: Grid, heading: str) -> int:
    """The column with this heading."""
    return grid[0].index(heading)


def row_of(grid: Grid, title: str, heading: str = "Headline") -> list[str]:
    """The row of an event."""
    return next(row for row in grid if title in row[column(grid, heading)])


def event(chronicle: Chronicle, number: int) -> Event:
    """An event by its number in the hostile timeline."""
    return chronicle.event(timeline().events[number].id)


@pytest.mark.parametrize("name", ["csv", "timelinejs-csv"])
def test_what_was_not_edited_is_no_edit(name: str) -> None:
    """Whatever the cells hold, and however a program saves them again."""
    chronicle, found = returned(name, lambda _: None)

    assert found == Returned(0, 0, 0, [])
    assert chronicle.timeline.edits == ()
    assert found.words == "nothing was edited in it"


@pytest.mark.parametrize("name", ["xlsx", "timelinejs", "timelinejs-xlsx", "ics", "markwhen"])
def test_nor_is_it_in_the_other_formats(name: str) -> None:
    """Those that are not edited as tables."""
    chronicle, form = Chronicle(timeline()), NAMES[name]
    rows = form.read(form.write(timeline()), "x")

    assert belongs(rows, chronicle)
    assert bring_back(chronicle, rows, "x") == Returned(0, 0, 0, [])


def test_a_headline_a_date_and_a_group_that_were_edited() -> None:
    """Three edits on two events, each of which can be undone."""

    def edit(grid: Grid) -> None:
        first = row_of(grid, "HYPERLINK")
        first[column(grid, "Headline")] = "A click"
        first[column(grid, "Day")] = "20"
        row_of(grid, "two lines")[column(grid, "Group")] = "Harbour"

    chronicle, found = returned("timelinejs-csv", edit)

    assert found.words == "events: 2 changed"
    assert (event(chronicle, 0).title, event(chronicle, 0).when) == ("A click", "20 August 2025")
    assert event(chronicle, 1).extra["lane"] == "Harbour"
    assert sorted(one.field for one in chronicle.timeline.edits) == ["date", "lane", "title"]
    while chronicle.undo():
        pass
    assert chronicle.timeline.events == timeline().events


def test_the_words_of_a_date_go_before_its_cells() -> None:
    """They are what the reader of the slide sees."""

    def edit(grid: Grid) -> None:
        row_of(grid, "two lines")[column(grid, "Display Date")] = "between 16 and 18 August 2025"

    assert event(returned("timelinejs-csv", edit)[0], 1).edtf == "[2025-08-16..2025-08-18]"


def test_the_text_of_a_slide_is_read_line_by_line() -> None:
    """Who takes part, a note, a link; a picture."""

    def edit(grid: Grid) -> None:
        first = row_of(grid, "HYPERLINK")
        first[column(grid, "Text")] += (
            '<p>Who: Ann Odu; Łukasz</p><p>Ask her.</p><p><a href="https://b.example/">b</a></p>'
        )
        first[column(grid, "Media")] = "https://b.example/a.png"

    changed = event(returned("timelinejs-csv", edit)[0], 0)

    assert changed.actors == ("Ann Odu", "Łukasz")
    assert changed.note == "Ask her."
    assert changed.links == ("https://b.example/a.png", "https://b.example/")


def test_rows_that_were_added_and_taken_out() -> None:
    """A new event, and one that is hidden; an era is none."""

    def edit(grid: Grid) -> None:
        grid.remove(row_of(grid, "HYPERLINK"))
        new = [""] * len(grid[0])
        for heading, text in (("Year", "2024"), ("Month", "5"), ("Headline", "It began"), ("Group", "Harbour")):
            new[column(grid, heading)] = text
        grid.append(new)

    chronicle, found = returned("timelinejs-csv", edit)
    [added] = [one for one in chronicle.events if one.title == "It began"]

    assert found.words == "events: 1 added, 1 hidden"
    assert event(chronicle, 0).hidden
    assert (added.when, added.extra["lane"]) == ("May 2024", "Harbour")


def test_a_date_that_is_none_or_two_is_told() -> None:
    """The event keeps its date, or has both readings."""

    def edit(grid: Grid) -> None:
        row_of(grid, "HYPERLINK", "title")[column(grid, "when")] = "soon"
        row_of(grid, "two lines", "title")[column(grid, "when")] = "01/02/2024"

    chronicle, found = returned("csv", edit)

    assert event(chronicle, 0).when == "19 August 2025"
    assert event(chronicle, 1).when == "between 2 January and 1 February 2024"
    assert [note.partition(": ")[0] for note in found.notes] == ["x.csv, row 2", "x.csv, row 3"]


def test_what_was_changed_on_both_sides_is_told() -> None:
    """The table's stands, and undo gives the other back."""
    mine = Chronicle(timeline())
    mine.set_title(timeline().events[0].id, "Mine")

    def edit(grid: Grid) -> None:
        row_of(grid, "HYPERLINK")[column(grid, "Headline")] = "Theirs"

    chronicle, found = returned("timelinejs-csv", edit, mine)

    assert event(chronicle, 0).title == "Theirs"
    assert found.notes == ["x.csv, row 8: title of 'Mine' was changed here, too: the table's stands"]
    chronicle.undo()
    assert event(chronicle, 0).title == "Mine"


def test_what_was_changed_here_alone_stays() -> None:
    """A table that says what it said then takes nothing back."""
    mine = Chronicle(timeline())
    mine.set_title(timeline().events[0].id, "Mine")
    chronicle, found = returned("timelinejs-csv", lambda _: None, mine)

    assert event(chronicle, 0).title == "Mine"
    assert not found.changed


def test_an_edit_in_excel_comes_back() -> None:
    """Status, note and date in the columns that are handed in."""
    form = NAMES["xlsx"]
    book = load_workbook(io.BytesIO(form.write(timeline())))
    sheet: Any = book.active
    names = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if "HYPERLINK" in str(row[names.index("Event")].value))
    for heading, text in (("Status", "denied; disputed"), ("Note", "ask"), ("Date", "early May 2024")):
        row[names.index(heading)].value = text
    out = io.BytesIO()
    book.save(out)
    chronicle = Chronicle(timeline())
    found = bring_back(chronicle, form.read(out.getvalue(), "x.xlsx"), "x.xlsx")
    changed = event(chronicle, 0)

    assert found.changed == 1
    assert (changed.status.value, changed.standing and changed.standing.value) == ("denied", "disputed")
    assert (changed.note, changed.when) == ("ask", "between 1 and 12 May 2024")


def test_an_edit_in_the_json_comes_back() -> None:
    """By the slide's own id."""
    form = NAMES["timelinejs"]
    deck = json.loads(form.write(timeline()))
    slide = next(one for one in deck["events"] if "HYPERLINK" in one["text"]["headline"])
    slide["text"]["headline"] = "A &amp; B"
    chronicle = Chronicle(timeline())
    bring_back(chronicle, form.read(json.dumps(deck).encode(), "x.json"), "x.json")

    assert event(chronicle, 0).title == "A & B"


def test_a_table_of_something_else_does_not_belong() -> None:
    """It is read as a timeline of its own."""
    rows = NAMES["csv"].read(b"Date,Event,ID\n2024,It began,7\n", "x.csv")

    assert not belongs(rows, Chronicle(timeline()))


def test_what_has_no_place_in_a_timeline_is_told() -> None:
    """By its column, with the number of cells; in a sheet that was read by itself it stays with its event."""

    def edit(grid: Grid) -> None:
        for title in ("HYPERLINK", "two lines"):
            row_of(grid, title)[column(grid, "Media Caption")] = "The harbour"

    _, found = returned("timelinejs-csv", edit)
    assert found.notes == ["x.csv: the column 'Media Caption' (rows: 2) has no place in a timeline: it is left out"]

    sheet = b"Year,Headline,Media,Media Caption,Display Date\n2024,It began,https://a.example/b.png,The harbour,\n"
    form = NAMES["timelinejs-csv"]
    alone, _ = timeline_of(form.read(sheet, "x.csv"), "x.csv")
    [_, again] = list(csv.DictReader(io.StringIO(form.write(alone).decode("utf-8-sig"), newline="")))
    assert (again["Media"], again["Media Caption"]) == ("https://a.example/b.png", "The harbour")
    assert json.loads(NAMES["timelinejs"].write(alone))["events"][0]["media"]["caption"] == "The harbour"


def test_who_says_so_and_the_source_are_edits_too() -> None:
    """In columns of their own, or within a status and below a headline; each can be undone."""

    def edit(grid: Grid) -> None:
        row = row_of(grid, "two lines", "title")
        row[column(grid, "attribution")], row[column(grid, "source")] = "per the mate", "Exhibit 7"

    def told(grid: Grid) -> None:
        row = row_of(grid, "two lines")
        text = row[column(grid, "Text")]
        row[column(grid, "Text")] = text.replace("per an official; and &lt;another&gt;", "per the mate").replace(
            "Source: ", "Source: Exhibit 7 of "
        )

    chronicle, found = returned("csv", edit)
    assert (event(chronicle, 1).attribution, event(chronicle, 1).extra["cited"]) == ("per the mate", "Exhibit 7")
    assert (found.changed, found.notes) == (1, [])
    while chronicle.undo():
        pass
    assert chronicle.timeline.events == timeline().events

    slide = event(returned("timelinejs-csv", told)[0], 1)
    assert (slide.attribution, slide.status.value) == ("per the mate", "reported")
    assert slide.extra["cited"].startswith("Exhibit 7 of A report")


def test_what_cannot_be_edited_in_a_table_is_told() -> None:
    """The words of the article, and why a date is what it is; a text beside no quote is a note."""

    def edit(grid: Grid) -> None:
        row = row_of(grid, "two lines", "title")
        row[column(grid, "quote")], row[column(grid, "reasons")] = "Other words", "Because"

    chronicle, found = returned("csv", edit)

    assert chronicle.timeline.edits == ()
    assert [note.partition(" of ")[0] for note in found.notes] == ["x.csv, row 3: quote", "x.csv, row 3: why"]
