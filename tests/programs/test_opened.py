"""What we write, opened by the programs that people open it with."""

from __future__ import annotations

import csv
import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tests.formats.hostile import DATES, TITLES, timeline
from tests.formats.told import timelines
from tests.programs.conftest import program
from timeline.errors import ExportError
from timeline.formats.registry import NAMES
from timeline.formats.shown import one_line
from timeline.formats.units import dates_of
from timeline.workspace.chronicle import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.model.timeline import Timeline

pytestmark = pytest.mark.soak

STRICT = """
import ICAL from "PACKAGES/ical.js/dist/ical.js";
import {readFileSync} from "fs";
ICAL.design.strict = true;
const whole = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf-8")));
const events = whole.getAllSubcomponents("vevent").map(one => new ICAL.Event(one));
console.log(JSON.stringify(events.map(one => [one.summary, one.startDate.toString(), one.endDate.toString()])));
"""
MARKWHEN = """
import {parse} from "PACKAGES/@markwhen/parser/lib/index.js";
import {readFileSync} from "fs";
const made = parse(readFileSync(process.argv[2], "utf-8"));
const found = [];
const walk = one => one.children ? one.children.forEach(walk) : found.push(
    [one.firstLine.restTrimmed, one.properties.id, one.properties.when, one.dateRangeIso.fromDateTimeIso,
     one.dateRangeIso.toDateTimeIso]);
walk(made.events);
console.log(JSON.stringify({found, title: made.header.title, messages: made.parseMessages}));
"""


def written(name: str, folder: Path, made: Timeline | None = None) -> Path:
    """A timeline as a file; the hostile one unless another is given."""
    form = NAMES[name]
    file = folder / f"{name}{form.suffix}"
    file.write_bytes(form.write(timeline() if made is None else made))
    return file


def test_libreoffice_writer_opens_the_word_table(tmp_path: Path, converted: Callable[[Path, str], Path]) -> None:
    """Every event is on its pages, with the headings on each."""
    pdf = converted(written("docx", tmp_path), "pdf")
    words = subprocess.run(
        [program("pdftotext", "poppler-utils"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout

    assert words.count("Why this date") == words.count("\f")
    for number in range(1, len(TITLES) + 1):
        assert f"\n{number} " in words.replace("\n  ", "\n") or f"\n {number}" in words
    assert "<b>bold</b>" in words.replace("\n", "")


@pytest.mark.parametrize("name", ["xlsx", "csv", "timelinejs-csv", "timelinejs-xlsx"])
def test_libreoffice_calc_opens_tables_and_runs_nothing(
    name: str, tmp_path: Path, converted: Callable[[Path, str], Path]
) -> None:
    """Saved again by it, the cells say what they said; none was calculated."""
    again = converted(written(name, tmp_path), "csv:Text - txt - csv (StarCalc):44,34,76")
    rows = list(csv.reader(again.read_text("utf-8").splitlines(keepends=True)))
    words = [cell for row in rows for cell in row]

    assert any("=HYPERLINK(" in cell for cell in words)
    assert not any(cell in ("click", "#NAME?", "Err:508") for cell in words)
    assert len([row for row in rows if any(row)]) >= len(TITLES)


@pytest.mark.parametrize("name", ["xlsx", "timelinejs-xlsx"])
def test_what_libreoffice_saves_comes_back_without_an_edit(
    name: str, tmp_path: Path, converted: Callable[[Path, str], Path]
) -> None:
    """Its cells are written otherwise, and say the same."""
    from timeline.workspace.returning import bring_back

    again = converted(written(name, tmp_path), "xlsx")
    chronicle = Chronicle(timeline())
    found = bring_back(chronicle, NAMES[name].read(again.read_bytes(), "again.xlsx"), "again.xlsx")

    assert (found.changed, found.added, found.hidden, found.notes) == (0, 0, 0, [])


def test_ical_js_reads_the_calendar_strictly(tmp_path: Path, node: Callable[[str, Path], str]) -> None:
    """Every event with its days; the end is the day after the last."""
    found = json.loads(node(STRICT, written("ics", tmp_path)))

    assert len(found) == len([date for date in DATES if date and not date.startswith("-")])
    assert [TITLES[0], "2025-08-19", "2025-08-20"] in found
    assert ["A title of two lines (between 15 and 19 August 2025)", "2025-08-15", "2025-08-20"] in found


def test_markwhen_reads_its_text(tmp_path: Path, node: Callable[[str, Path], str]) -> None:
    """As many events as were written, with their properties; what looks like one within words is none."""
    found = json.loads(node(MARKWHEN, written("markwhen", tmp_path)))

    assert found["messages"] == []
    assert found["title"] == "Chronology: =1+1 & <more>"
    assert sorted(one[1] for one in found["found"]) == sorted(
        event.id for event in timeline().events if dates_of(event) is not None
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=timelines())
def test_markwhen_reads_whatever_words_there_are(
    made: Timeline, tmp_path: Path, node: Callable[[str, Path], str]
) -> None:
    """No line of a quote, a note or a name begins an event."""
    found = json.loads(node(MARKWHEN, written("markwhen", tmp_path, made)))
    dated = [event.id for event in made.events if not event.hidden and dates_of(event) is not None]

    assert sorted(one[1] for one in found["found"]) == sorted(dated)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=timelines())
def test_ical_js_reads_whatever_words_there_are(
    made: Timeline, tmp_path: Path, node: Callable[[str, Path], str]
) -> None:
    """Titles come back as they were, on one line."""
    try:
        file = written("ics", tmp_path, made)
    except ExportError:
        return
    titles = {one_line(event.title) for event in made.events}
    for summary, _, _ in json.loads(node(STRICT, file)):
        assert any(summary == title or summary.startswith(f"{title} (") for title in titles)


@pytest.mark.parametrize("name", ["timeml"])
def test_xmllint_finds_nothing_to_object_to(name: str, tmp_path: Path) -> None:
    """Well-formed, without a word."""
    done = subprocess.run(
        [program("xmllint", "libxml2-utils"), "--noout", str(written(name, tmp_path))],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_pictures_open(tmp_path: Path) -> None:
    """The SVG is well-formed, and the words of the PDF can be copied."""
    chronicle = Chronicle(timeline())
    chronicle.export(tmp_path / "a.svg")
    chronicle.export(tmp_path / "a.pdf")
    svg = subprocess.run(
        [program("xmllint", "libxml2-utils"), "--noout", str(tmp_path / "a.svg")], capture_output=True, check=False
    )
    words = subprocess.run(
        [program("pdftotext", "poppler-utils"), str(tmp_path / "a.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert svg.returncode == 0
    assert "two lines" in words
