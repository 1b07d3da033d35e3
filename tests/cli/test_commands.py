"""What the commands do with good input."""

from __future__ import annotations

import csv
import io
import json
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from timeline import _files
from timeline.cli import commands
from timeline.workspace import Chronicle, samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome
    from timeline.app.book import Book

SAMPLE = str(_files.data("articles", "european-force.txt"))


Served = list[tuple[dict[str, Any], list[str], Path | None]]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """What would have been served, instead of a server: how, the texts, and where the library is."""
    from timeline.app import server

    calls: Served = []

    def serve(book: Book | Chronicle, *, reader: object, **how: Any) -> None:
        assert callable(reader)
        work = book if isinstance(book, Chronicle) else book.work
        calls.append((how, [article.text for article in work.articles], getattr(work, "path", None)))

    monkeypatch.setattr(server, "serve", serve)
    return calls


def events(path: str) -> dict[str, dict[str, Any]]:
    """The events of an exported file, by title."""
    return {event["title"]: event for event in json.loads(Path(path).read_text("utf-8"))["events"]}


def test_show_is_a_table_of_the_events_in_order_of_time(run: Callable[..., Outcome], ferry: str) -> None:
    """The dates are on standard output, the progress on standard error."""
    outcome = run("show", ferry, "--published", "2025-08-22")

    assert outcome.code == 0
    assert outcome.out.index("19 August 2025") < outcome.out.index("21 August 2025")
    assert "published 22 August 2025" in outcome.out
    assert "reading ferry.txt" in outcome.err


def test_show_gives_reasons_and_ids_where_asked(run: Callable[..., Outcome], ferry: str) -> None:
    """Each bound can be asked why."""
    plain, why = run("show", ferry, "-q"), run("show", ferry, "-q", "--why", "--ids")

    assert plain.err == why.err == ""
    assert len(why.out.splitlines()) > len(plain.out.splitlines())
    run("export", ferry, "-o", "ferry.json")
    for event in events("ferry.json").values():
        assert event["id"] in why.out


def test_an_article_cannot_steer_the_terminal(run: Callable[..., Outcome]) -> None:
    """What would move the cursor, change colours or the title is shown as what it is."""
    text = "The ferry \x1b[31mEvil\x9b sank on Tuesday. " + "Divers reached the wreck two days later. " * 20
    Path("a\x1b[2Jb.txt").write_text(text, "utf-8")
    outcomes = [run("show", "a\x1b[2Jb.txt"), run("show", "a\x1b[2Jb.txt", "--why"), run("show", "\x1b[2Jc.txt")]

    assert [outcome.code for outcome in outcomes] == [0, 0, 2]
    for outcome in outcomes:
        assert not {"\x1b", "\x9b"} & set(outcome.out + outcome.err)


@pytest.mark.parametrize("day", ["2025-08-22", "22 August 2025", "August 22, 2025"])
def test_the_publication_day_may_be_written_as_people_write_it(
    run: Callable[..., Outcome], ferry: str, day: str
) -> None:
    """ISO, EDTF or words."""
    run("export", ferry, "-o", "ferry.json", "--published", day)
    article = json.loads(Path("ferry.json").read_text("utf-8"))["articles"][0]

    assert article["published"] == {"earliest": "2025-08-22", "latest": "2025-08-22"}


@pytest.mark.parametrize(
    ("suffix", "magic"),
    [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("json", b"{"), ("csv", b"\xef\xbb\xbf")],
)
def test_export_writes_by_suffix(run: Callable[..., Outcome], ferry: str, suffix: str, magic: bytes) -> None:
    """Upper or lower case, and by --format where the suffix is not enough."""
    names = [f"one.{suffix}", f"two.{suffix.upper()}"]
    outcome = run("export", ferry, "-o", names[0], "-o", names[1])
    named = run("export", ferry, "-o", "three", "--format", suffix)

    assert outcome.code == named.code == 0
    assert outcome.out == ""
    for name in (*names, "three"):
        assert magic in Path(name).read_bytes()[:300]


def test_export_to_standard_output(run: Callable[..., Outcome], ferry: str) -> None:
    """A dash, with the format named: nothing else is printed there."""
    outcome = run("export", ferry, "-o", "-", "--format", "csv", "--published", "2025-08-22")
    rows = list(csv.DictReader(io.StringIO(outcome.out.removeprefix("\ufeff"))))

    assert {"2025-08-19", "2025-08-21"} == {row["edtf"] for row in rows}


def test_an_article_from_standard_input(run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash in place of a file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The ferry sank on Tuesday.\n"), "utf-8"))
    outcome = run("show", "-", "--published", "2025-08-22")

    assert "19 August 2025" in outcome.out
    assert "reading standard input" in outcome.err


def test_a_saved_timeline_opens_without_language_processing(run: Callable[..., Outcome], ferry: str) -> None:
    """It is trusted as written and exported again as it was; what was read is not read again."""
    run("export", ferry, "-o", "one.json", "--published", "2025-08-22")
    outcome = run("export", "one.json", "-o", "two.json")

    assert "reading" not in outcome.err
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_saved_timeline_goes_through_a_pipe_and_a_pattern_names_files(
    run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one command writes the next one reads; a pattern is one where the shell has not resolved it."""
    saved = samples.sample("news").saved.read_text("utf-8")
    Path("a1.json").write_text(saved, "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(saved.encode()))))

    for named in ("-", "a*.json"):
        outcome = run("show", named, "--events", "all")
        assert (outcome.code, outcome.err) == (0, "")
        assert "15 August 2025" in outcome.out
    assert run("show", "b*.json").code == 2


def test_a_saved_timeline_narrows_when_its_publication_day_is_set(run: Callable[..., Outcome], ferry: str) -> None:
    """From its statements alone."""
    run("export", ferry, "-o", "open.json")
    run("export", "open.json", "-o", "set.json", "--published", "2025-08-22")
    run("export", ferry, "-o", "known.json", "--published", "2025-08-22")
    first, again = events("known.json"), events("set.json")

    assert all(event["edtf"] is None for event in events("open.json").values())
    assert {title: event["bounds"] for title, event in first.items()} == {
        title: event["bounds"] for title, event in again.items()
    }


def test_articles_and_saved_timelines_together(run: Callable[..., Outcome], ferry: str) -> None:
    """All of them become one timeline, in the order given."""
    run("export", ferry, "-o", "ferry.json", "--published", "2025-08-22")
    Path("tram.txt").write_text("The tram stopped on Monday.\n", "utf-8")
    outcome = run("export", "ferry.json", "tram.txt", "-o", "both.json", "--published", "2024-05-08")

    assert outcome.code == 0
    articles = json.loads(Path("both.json").read_text("utf-8"))["articles"]
    assert [article["published"]["latest"] for article in articles] == ["2024-05-08", "2024-05-08"]
    assert len(events("both.json")) > len(events("ferry.json"))


def test_landmarks_can_be_turned_off_and_rejected(run: Callable[..., Outcome]) -> None:
    """A date that rests on a known event says so in the table, by the name with which it is rejected."""
    with_, without = run("show", SAMPLE), run("show", SAMPLE, "--no-landmarks")
    rejected = run("show", SAMPLE, "--reject-landmark", "alaska-summit-2025")

    assert "15 August 2025" in with_.out
    assert "alaska-summit-2025" in with_.out
    for outcome in (without, rejected):
        assert outcome.code == 0
        assert "alaska-summit-2025" not in outcome.out
    assert "known event" not in without.out


def test_a_saved_timeline_can_be_seen_without_landmarks(run: Callable[..., Outcome]) -> None:
    """The option means the same for a saved timeline: nothing is dated by a known event."""
    run("export", SAMPLE, "-o", "force.json")
    outcome = run("show", "force.json", "--no-landmarks")

    assert "known event" not in outcome.out


def test_main_events_are_the_default_for_articles_and_all_for_saved_timelines(run: Callable[..., Outcome]) -> None:
    """What is shown and exported, JSON included, can be chosen."""
    run("export", SAMPLE, "-o", "main.json")
    run("export", SAMPLE, "-o", "all.json", "--events", "all")
    run("export", "all.json", "-o", "again.json")
    run("export", "all.json", "-o", "fewer.json", "--events", "main")
    main, all_, again, fewer = (len(events(f"{name}.json")) for name in ("main", "all", "again", "fewer"))

    assert main == fewer <= all_ == again


def test_a_window_leaves_out_what_is_surely_outside(run: Callable[..., Outcome]) -> None:
    """From and to are days of the drawing and of the table."""
    outcome = run("show", SAMPLE, "--published", "2025-08-20", "--from", "2025-08-01", "--to", "2025-08-31")
    drawn = run("export", SAMPLE, "-o", "out.svg", "--published", "2025-08-20", "--from", "1 August 2025")

    assert "5 November 2024" not in outcome.out
    assert "15 August 2025" in outcome.out
    assert drawn.code == 0


def test_paper_pages_and_scale(run: Callable[..., Outcome], ferry: str) -> None:
    """A sheet of paper by its name, a PDF on so many pages, a PNG of so many pixels."""
    where = ("-o", "out.pdf", "-o", "out.png", "--published", "2025-08-22")
    run("export", ferry, *where, "--size", "A4", "--pages", "3", "--scale", "1")
    document = pypdfium2.PdfDocument(Path("out.pdf").read_bytes())
    wide, high = struct.unpack(">II", Path("out.png").read_bytes()[16:24])

    assert len(document) == 3
    assert round(document[0].get_width()) == 842
    assert (wide, high) == (1123, 794)


@pytest.mark.parametrize(
    ("option", "value"), [("--pages", "0"), ("--pages", "many"), ("--pages", "21"), ("--scale", "0")]
)
def test_impossible_pages_and_scales(run: Callable[..., Outcome], ferry: str, option: str, value: str) -> None:
    """The user is told what is possible, and nothing is written."""
    outcome = run("export", ferry, "-o", "out.pdf", "-o", "out.png", option, value)

    assert outcome.code == 2
    assert not list(Path().glob("out.*"))


def test_the_size_is_that_of_the_picture(run: Callable[..., Outcome], ferry: str) -> None:
    """In pixels."""
    run("export", ferry, "-o", "out.svg", "--size", "900x500", "--theme", "dark", "--lanes-by", "status")
    head = Path("out.svg").read_text("utf-8")[:400]

    assert 'width="900"' in head
    assert 'height="500"' in head


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The ferry sank. Divers reached the wreck.", "it names no time"),
        ("Dull, grey and empty of people.", "no event was found"),
        ("Der Präsident traf am Dienstag den Kanzler. Danach sprachen beide mit den Bürgern der Stadt.", "English"),
    ],
)
def test_what_was_not_found_is_said_and_on_it_goes(run: Callable[..., Outcome], text: str, note: str) -> None:
    """No time, no event, or no English is no mistake."""
    Path("article.txt").write_text(text, "utf-8")
    outcome = run("export", "article.txt", "-o", "out.svg")

    assert outcome.code == 0
    assert "timeline: note: article.txt: " in outcome.err
    assert note in outcome.err
    assert Path("out.svg").exists()


def test_files_are_opened_in_the_browser(run: Callable[..., Outcome], ferry: str, served: Served) -> None:
    """`timeline FILE` is short for `timeline open FILE`: a library that is there as long as the page is served."""
    assert run(ferry, "--no-open", "--port", "0").code == 0
    assert run("open", ferry, "--events", "all").code == 0

    usual = {"host": "127.0.0.1", "port": commands.PORT, "open_browser": True, "events": "main"}
    assert [{name: how[name] for name in usual} for how, _, _ in served] == [
        usual | {"port": 0, "open_browser": False},
        usual | {"events": "all"},
    ]
    assert [how["terms"].token for how, _, _ in served] == [None, None]
    for _, texts, place in served:
        assert "ferry" in texts[0]
        assert place is not None
        assert not place.parent.exists()


def test_without_a_file_the_users_library_is_opened(
    run: Callable[..., Outcome], ferry: str, served: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is made where there is none; another one is named by --library, and files beside it are read into it."""
    monkeypatch.setattr("timeline.workspace.opening.default_library", lambda: tmp_path / "mine.timeline")
    monkeypatch.setattr("timeline.cli.shelf.default_library", lambda: tmp_path / "mine.timeline")
    assert run("--no-open").code == 0
    assert run(ferry, "--library", "case.timeline", "--no-open").code == 0
    assert run("--library", "case.timeline", "--no-open").code == 0

    assert [(place, len(texts)) for _, texts, place in served] == [
        (tmp_path / "mine.timeline", 0),
        (Path("case.timeline"), 1),
        (Path("case.timeline"), 1),
    ]
    assert run("library", "list", "--library", "case.timeline").out.count("ferry") >= 1


def test_a_saved_timeline_is_opened_by_itself(run: Callable[..., Outcome], ferry: str, served: Served) -> None:
    """No library is made of it: what is saved again is what was saved."""
    assert run("export", ferry, "-o", "ferry.json").code == 0
    assert run("ferry.json", "--no-open").code == 0
    [(how, texts, place)] = served
    assert how["events"] == "all"
    assert "ferry" in texts[0]
    assert place is None


def test_another_address_asks_visitors_for_a_token(run: Callable[..., Outcome], ferry: str, served: Served) -> None:
    """A new one each time."""
    for _ in range(2):
        assert run(ferry, "--host", "0.0.0.0").code == 0  # noqa: S104 - nothing is served here
    first, second = (how["terms"].token for how, _, _ in served)

    assert len(first) >= 20
    assert first != second


def test_ctrl_c_is_no_fault(run: Callable[..., Outcome], ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends at once, with the shell's code for it and without a word."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.cli.gather.gather", interrupted)
    outcome = run("show", ferry)

    assert outcome.code == 130
    assert "Traceback" not in outcome.err


def test_a_fault_of_ours_is_one_and_says_so(
    run: Callable[..., Outcome], ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence and exit code 1; told in full where a variable asks for it."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("timeline.cli.gather.gather", broken)
    outcome = run("show", ferry)
    assert outcome.code == 1
    assert outcome.err.startswith("timeline: a fault of ours")
    assert "Traceback" not in outcome.err

    monkeypatch.setenv("TIMELINE_DEBUG", "1")
    assert "Traceback" in run("show", ferry).err


def test_help_tells_a_newcomer_everything(run: Callable[..., Outcome]) -> None:
    """Every command, and every option with a sentence about it."""
    top = run("--help")
    assert top.code == 0
    assert top.out.count("\n") <= 40, "it fits one screen"
    for command in commands.COMMANDS:
        assert command in top.out
    text = "".join(run(command, "--help").out for command in commands.COMMANDS)
    for option in ("--published", "--landmarks", "--no-landmarks", "--reject-landmark", "--model", "--host", "--port",
                   "--no-open", "--lanes-by", "--from", "--to", "--theme", "--size", "--events", "--only-stated",
                   "--format", "--out", "--why"):  # fmt: skip
        assert option in text


def test_the_version_is_told(run: Callable[..., Outcome]) -> None:
    """On standard output."""
    assert run("--version").out.startswith("timeline ")
