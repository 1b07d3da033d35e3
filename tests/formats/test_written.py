"""What is hard to write, in every format: read by the library that people's programs stand on."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from icalendar import Calendar
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from tests.formats.hostile import DATES, TITLES, timeline
from timeline.chrono.bounds import Bounds
from timeline.errors import ExportError
from timeline.formats.registry import NAMES
from timeline.model.timeline import Timeline


def folded(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def written(name: str) -> bytes:
    """The hostile timeline in a format."""
    return NAMES[name].write(timeline())


def test_the_word_table_holds_every_event_with_its_page() -> None:
    """A row an event, in the columns that are handed in; markup is text."""
    document = Document(io.BytesIO(written("docx")))
    [table] = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows[0] == ["No.", "Date", "Event", "Status", "Source", "Quote", "Why this date"]
    assert len(rows) == 1 + len(TITLES)
    assert document.paragraphs[0].text == "Chronology: =1+1 & <more>"
    bold = next(row for row in rows if "<b>bold</b> & <img" in row[2])
    assert bold[1] == "by 5 November 2024"
    assert bold[4] == "A report, with <tags>, report.pdf, 20 August 2025, p. 3, ¶ 2"
    assert bold[6].startswith("“on Tuesday” is <the> Tuesday")


@pytest.mark.parametrize("name", ["xlsx", "timelinejs-xlsx"])
def test_no_cell_of_a_spreadsheet_is_a_formula(name: str) -> None:
    """Whatever it begins with, it is text."""
    sheet: Any = load_workbook(io.BytesIO(written(name))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]

    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_days_are_cells_of_dates_and_what_cannot_be_is_text() -> None:
    """One sorts by them; a day before our era is there as ISO has it."""
    sheet: Any = load_workbook(io.BytesIO(written("xlsx"))).active
    names = [cell.value for cell in sheet[1]]
    rows = [dict(zip(names, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    by_title = {folded(row["Event"]): row for row in rows}

    first = by_title[TITLES[0]]
    assert first["Earliest"].date() == first["Latest"].date() == date(2025, 8, 19)
    assert by_title[TITLES[4]]["Earliest"] == "-0216-06-22"
    assert by_title[folded(TITLES[2])]["Earliest"] is None
    assert by_title[TITLES[6]]["Date"] == "date unknown"


@pytest.mark.parametrize("name", ["csv", "timelinejs-csv"])
def test_no_cell_of_a_table_is_run(name: str) -> None:
    """What would be is preceded by an apostrophe."""
    for row in csv.reader(io.StringIO(written(name).decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            assert not cell.startswith("-") or float(cell) < 0


def test_markdown_shows_words_as_they_stand() -> None:
    """No markup of a title is markup, and no event ends the list."""
    tokens = MarkdownIt("commonmark").parse(written("markdown").decode())
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    words = " ".join(child.content for token in tokens for child in token.children or ())

    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "ordered_list_open"}
    assert [token.type for token in tokens].count("heading_open") == 1
    assert [token.type for token in tokens].count("list_item_open") == len(TITLES)
    assert "<b>bold</b> & <img src=x onerror=alert(1)>" in words


@pytest.mark.parametrize("name", ["markdown", "text", "ics", "markwhen", "timelinejs"])
def test_a_date_that_is_only_usual_is_marked(name: str) -> None:
    """Whoever reads what was handed in sees that nothing states that day; a day that is stated has no mark."""
    dated = next(event for event in timeline().events if event.when == "by 5 November 2024")
    usual = replace(dated, stated=Bounds())
    stated, marked = (NAMES[name].write(replace(timeline(), events=(one,))).decode() for one in (dated, usual))

    assert "~ by 5 November 2024" in marked
    assert "~ by 5 November 2024" not in stated


def test_plain_text_begins_a_line_for_every_event() -> None:
    """Its date and title; all else stands below, further in."""
    lines = written("text").decode().splitlines()
    begun = [line for line in lines[3:] if line and not line.startswith(" ")]

    assert len(begun) == len(TITLES)
    assert begun[0].startswith("22 June 217 BCE: 2025-01-01: an event within")
    assert "    Source: A report, with <tags>, report.pdf, 20 August 2025, p. 3, ¶ 2" in lines


def test_a_calendar_is_strictly_one() -> None:
    """Lines of at most 75 bytes that end in CR LF; no event is forged by a title; required properties are there."""
    data = written("ics")
    lines = data.split(b"\r\n")
    calendar = Calendar.from_ical(data)
    events: list[Any] = calendar.walk("VEVENT")

    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert lines[-1] == b""
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert not any(event.errors for event in events)
    assert len(events) == len([one for one in DATES if one and not one.startswith("-")])
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert event["DTSTAMP"].dt.isoformat() == "2025-08-20T00:00:00+00:00"


def test_a_calendar_tells_what_is_uncertain_in_words() -> None:
    """A day is an all-day event; a range lies on all its days, and says so in its title and its text."""
    events: dict[str, Any] = {
        str(event["SUMMARY"]): event for event in Calendar.from_ical(written("ics")).walk("VEVENT")
    }

    day = events[TITLES[0]]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2025, 8, 19), date(2025, 8, 20))
    uncertain = events["A title of two lines (between 15 and 19 August 2025)"]
    assert (uncertain["DTSTART"].dt, uncertain["DTEND"].dt) == (date(2025, 8, 15), date(2025, 8, 20))
    assert str(uncertain["DESCRIPTION"]).startswith("between 15 and 19 August 2025\n")
    assert str(uncertain["STATUS"]) == "CONFIRMED"
    clock = next(event for name, event in events.items() if name.startswith("Ångström"))
    assert clock["DTSTART"].dt.isoformat() == "2025-08-19T14:30:00"


def test_a_calendar_without_events_is_refused() -> None:
    """One is invalid, and nobody can open it."""
    with pytest.raises(ExportError, match="calendar"):
        NAMES["ics"].write(Timeline())


def test_slides_have_no_markup_but_ours() -> None:
    """A title is text; the event of unknown date is named on the title slide."""
    deck = json.loads(written("timelinejs"))

    assert len(deck["events"]) == len(TITLES) - 1
    assert "x@everyone"[1:] in deck["title"]["text"]["text"]
    headlines = [event["text"]["headline"] for event in deck["events"]]
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=x onerror=alert(1)&gt;" in headlines
    oldest = deck["events"][0]
    assert oldest["start_date"] == {"year": -217, "month": 6, "day": 22}
    assert oldest["display_date"] == "22 June 217 BCE"
    media = next(event for event in deck["events"] if "media" in event)
    assert media["media"] == {"url": "https://a.example/b.jpg?c=d&e=f"}
    assert '<a href="https://a.example/page">' in media["text"]["text"]


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv"])
def test_slides_run_nothing(name: str) -> None:
    """What TimelineJS puts into its page is text, and no address of a script is a link."""
    event = next(one for one in timeline().events if not one.bounds.window.open)
    harmful = replace(event, links=("javascript:alert(1)",), extra={"lane": "<img src=x onerror=alert(1)>"})
    slides = NAMES[name].write(replace(timeline(), events=(harmful,))).decode()

    assert "<p>javascript:alert(1)</p>" in slides
    assert "&lt;img src=x" in slides
    assert "<img" not in slides


def test_timeml_is_well_formed_and_keeps_the_text() -> None:
    """The article's words, whatever they are, and an event for each that has a word of its own."""
    root = fromstring(written("timeml"))
    text = root.find("TEXT")

    assert text is not None
    assert "".join(text.itertext()) == timeline().articles[0].text
    assert len(text.findall("EVENT")) == len(root.findall("MAKEINSTANCE")) > 3


def test_timeml_holds_one_article() -> None:
    """And says what to do with several."""
    one = timeline()
    with pytest.raises(ExportError, match="one article"):
        NAMES["timeml"].write(Timeline(one.articles * 2, one.events))
