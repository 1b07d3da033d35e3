"""What others wrote comes in, and what they read goes out, from the command line."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.formats.hostile import timeline
from timeline.formats import json as saved
from timeline.formats.registry import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        """A person is."""
        return True


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A saved timeline in the folder."""
    (tmp_path / "case.json").write_text(saved.write(timeline()), "utf-8")
    return "case.json"


@pytest.mark.parametrize("form", [one for one in FORMATS if one.name not in ("html", "zip")], ids=lambda one: one.name)
def test_every_format_is_written_by_its_name(run: Callable[..., Outcome], case: str, form: Format) -> None:
    """And by its suffix, where it is the one that the suffix means."""
    name, suffix = form.name, form.suffix
    outcome = run("export", case, "-o", f"out{suffix}", "--format", name)

    assert outcome.code == 0, outcome.err
    assert Path(f"out{suffix}").stat().st_size > 200


def test_what_a_format_cannot_hold_is_said(run: Callable[..., Outcome], case: str) -> None:
    """On standard error, with the number of events; --quiet says nothing."""
    loud = run("export", case, "-o", "out.ics")
    quiet = run("export", case, "-o", "again.ics", "--quiet")

    assert "timeline: note: Calendar cannot hold a year before 1 (1 event): left out" in loud.err
    assert "timeline: note: Calendar cannot hold an uncertain day or end" in loud.err
    assert quiet.err == ""
    assert Path("out.ics").read_bytes() == Path("again.ics").read_bytes()


def test_standard_output_takes_any_format(run: Callable[..., Outcome], case: str) -> None:
    """For pipes."""
    outcome = run("export", case, "-o", "-", "--format", "timelinejs", "--quiet")

    assert json.loads(outcome.out)["scale"] == "human"


def test_everything_is_in_the_archive(run: Callable[..., Outcome], case: str) -> None:
    """Each format once, under its own name."""
    assert run("export", case, "-o", "all.zip").code == 0

    with zipfile.ZipFile("all.zip") as made:
        assert made.testzip() is None
        names = made.namelist()
        assert saved.read(made.read("timeline.json").decode()).events == timeline().events
    assert len(names) == len(set(names)) == len(FORMATS) - 1
    assert {"timeline.docx", "timeline.ics", "timelinejs.json", "timelinejs.csv", "timeline.png"} <= set(names)


def test_a_spreadsheet_is_shown(run: Callable[..., Outcome]) -> None:
    """With a note for each row that could not be wholly read."""
    Path("case.csv").write_text("Date,Event\n5 May 2024,The ferry sank\nsoon,It was raised\n", "utf-8")
    outcome = run("show", "case.csv")

    assert outcome.code == 0
    assert "5 May 2024" in outcome.out
    assert "case.csv, row 3, column A: 'soon' names no date" in outcome.err


def test_a_sheet_beside_its_timeline_brings_its_edits(run: Callable[..., Outcome], case: str) -> None:
    """They are in the log of what is written."""
    run("export", case, "-o", "sheet.csv", "--format", "timelinejs-csv", "--quiet")
    sheet = Path("sheet.csv")
    sheet.write_text(sheet.read_text("utf-8").replace("Ångström and", "Kelvin and"), "utf-8")
    outcome = run("export", case, "sheet.csv", "-o", "new.json")
    made = saved.read(Path("new.json").read_text("utf-8"))

    assert "timeline: note: sheet.csv: events: 1 changed" in outcome.err
    [edit] = made.edits
    assert edit.field == "title"
    assert edit.after.startswith("Kelvin and")
    assert edit.at
    assert len(made.events) == len(timeline().events)


def test_a_sheet_brings_its_edits_into_the_library(run: Callable[..., Outcome], case: str) -> None:
    """Where its timeline is kept."""
    place = ("--library", "my.timeline")
    run("library", "add", case, *place)
    run("export", case, "-o", "sheet.csv", "--format", "timelinejs-csv", "--quiet")
    sheet = Path("sheet.csv")
    sheet.write_text(sheet.read_text("utf-8").replace("Ångström and", "Kelvin and"), "utf-8")
    outcome = run("library", "add", "sheet.csv", *place)

    assert outcome.code == 0, outcome.err
    assert "1 of 1: sheet.csv: events: 1 changed\n" in outcome.err
    assert "Kelvin and" in run("show", "my.timeline").out
    assert "title" in run("library", "history", *place).out


def test_a_folder_with_files_that_cannot_be_read(run: Callable[..., Outcome], case: str) -> None:
    """Each is named with what is wrong, and the rest goes through."""
    folder = Path("in")
    folder.mkdir()
    (folder / "a.json").write_text(Path(case).read_text("utf-8"), "utf-8")
    (folder / "b.json").write_text('{"version": 1, "events": [', "utf-8")
    (folder / "c.json").write_text('{"version": 99, "events": []}', "utf-8")
    (folder / "d.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "e.csv").write_text("Date,Event\n5 May 2024,The ferry sank\n", "utf-8")
    (folder / "f.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    outcome = run("show", "in")

    assert outcome.code == 0, outcome.err
    assert "The ferry sank" in outcome.out
    left = sorted(line.split("in/")[1][:6].strip() for line in outcome.err.splitlines() if "left out" in line)
    assert left == ["b.json", "c.json", "d.xlsx", "f.ics"]
    assert "line 1, column" in outcome.err


def test_a_file_that_is_named_and_cannot_be_read_is_refused(run: Callable[..., Outcome]) -> None:
    """One sentence, exit code 2."""
    Path("a.xlsx").write_bytes(b"PK")
    outcome = run("show", "a.xlsx")

    assert outcome.code == 2
    assert outcome.err.startswith("timeline: a.xlsx is no spreadsheet that can be read")


def test_timeml_without_events_is_an_article(run: Callable[..., Outcome]) -> None:
    """Its day of creation is the day of publication; with events those are taken."""
    text = "<TEXT>The ferry <{0}>sank</{1}> on Tuesday.</TEXT>"
    head = '<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" value="2025-08-22">22 August</TIMEX3></DCT>'
    Path("a.tml").write_text(f"{head}{text.format('i', 'i')}</TimeML>", "utf-8")
    Path("b.tml").write_text(f"{head}{text.format('EVENT', 'EVENT')}</TimeML>", "utf-8")

    assert "19 August 2025" in run("show", "a.tml").out
    assert "date unknown" in run("show", "b.tml").out


def test_a_terminal_is_asked_which_day_is_meant(run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    """Once for a file, and not where it is said."""
    Path("case.csv").write_text("Date,Event\n01/02/2024,It began\n03/04/2024,It went on\n", "utf-8")
    monkeypatch.setattr("sys.stdin", Terminal("d\n"))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    asked = run("show", "case.csv")
    monkeypatch.setattr("sys.stdin", Terminal("m\n"))
    said = run("show", "case.csv", "--date-order", "day-first")

    assert "case.csv has 2 dates such as 01/02/2024: is the day first (d)" in asked.err
    for outcome in (asked, said):
        assert "1 February 2024" in outcome.out
    assert "is the day first" not in said.err


@pytest.mark.parametrize("name", ["a.xls", "a.ods"])
def test_a_spreadsheet_of_another_kind_is_refused_with_a_way_out(run: Callable[..., Outcome], name: str) -> None:
    """Every program of spreadsheets can save one that is read."""
    Path(name).write_bytes(b"PK")
    outcome = run("show", name)

    assert outcome.code == 2
    assert outcome.err == f"timeline: {name} is a spreadsheet of a kind that is not read: save it as .xlsx or .csv\n"


@pytest.mark.soak
def test_ten_thousand_files_of_which_a_hundred_cannot_be_read(run: Callable[..., Outcome]) -> None:
    """Each of the hundred is named, and the events of all others are there."""
    folder = Path("in")
    folder.mkdir()
    for number in range(10_000):
        broken = number % 100 == 3
        text = b"\xff\xfe\x00" if broken else f"Date,Event\n{1 + number % 28} May 2024,event {number}\n".encode()
        (folder / f"{number:05}.csv").write_bytes(text)
    outcome = run("export", "in", "-o", "out.json")

    assert outcome.code == 0
    assert outcome.err.count("left out: in/") == 100
    assert len(json.loads(Path("out.json").read_text("utf-8"))["events"]) == 9_900
