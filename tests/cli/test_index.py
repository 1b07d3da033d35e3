"""Events too many for memory: made into an index, shown and drawn from it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Outcome
from tests.scene.examples import day, event, force, many, within
from timeline.chrono.calendar import start_of
from timeline.formats import json as saved
from timeline.formats.lines import article_line, event_line
from timeline.library.index import Index
from timeline.scene.source import Held

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Outcome]


@pytest.fixture
def lines(tmp_path: Path) -> str:
    """Three hundred events, a line each."""
    (tmp_path / "big.jsonl").write_text("".join(f"{event_line(one)}\n" for one in many(300).events), "utf-8")
    return "big.jsonl"


@pytest.fixture
def big(run: Run, lines: str) -> str:
    """Their index."""
    assert run("index", lines, "-o", "big.timeline") == Outcome(0, "", "timeline: 300 events in big.timeline\n")
    return "big.timeline"


def test_lines_become_an_index(big: str, tmp_path: Path) -> None:
    """All of them, under the name of the file."""
    with Index(tmp_path / big) as index:
        assert index.title == "big"
        assert index.total == 300
        assert all(index.event(one.id) == one for one in many(300).events)


def test_saved_timelines_become_an_index(run: Run, tmp_path: Path) -> None:
    """Several, each article once; the first gives its title unless one is given."""
    timeline = replace(force(), title="The force")
    (tmp_path / "one.json").write_text(saved.write(timeline), "utf-8")
    (tmp_path / "two.json").write_text(saved.write(timeline), "utf-8")
    outcome = run("index", "one.json", "two.json", "-o", "x.timeline")

    assert (outcome.code, outcome.out) == (0, "")
    assert "two.json: left out what was there already: a1" in outcome.err
    assert "14 events in x.timeline" in outcome.err
    with Index(tmp_path / "x.timeline") as index:
        assert index.title == "The force"
        assert index.articles == timeline.articles
        assert index.reach() == Held(timeline).reach()
    assert run("index", "one.json", "-o", "x.timeline", "--title", "Ours", "-q") == Outcome(0, "", "")
    with Index(tmp_path / "x.timeline") as index:
        assert index.title == "Ours"


def test_a_head_names_title_and_articles(run: Run, tmp_path: Path) -> None:
    """The first line may be a saved timeline without events; what names no article belongs to its only one."""
    article = json.loads(article_line(force().articles[0]))
    head = json.dumps({"version": 1, "title": "Head", "articles": [article]})
    short = json.dumps({"id": "e", "title": "T", "span": [0, 1], "bounds": None})
    (tmp_path / "x.jsonl").write_text(f"\ufeff{head}\n\n{short}\n", "utf-8")

    assert run("index", "x.jsonl", "-o", "x.timeline", "-q").code == 0
    with Index(tmp_path / "x.timeline") as index:
        assert (index.title, index.articles) == ("Head", force().articles)
        found = index.event("e")
        assert found is not None
        assert found.article == "a1"


def test_without_a_head_the_file_is_the_article(run: Run, tmp_path: Path) -> None:
    """Events by hand need not name one."""
    (tmp_path / "mine.jsonl").write_text('{"id": "e", "title": "T", "span": [0, 1]}\n', "utf-8")

    assert run("index", "mine.jsonl", "-o", "x.timeline", "-q").code == 0
    with Index(tmp_path / "x.timeline") as index:
        found = index.event("e")
        assert found is not None
        assert found.article == "mine"


GOOD = event_line(event(1, "T", within("2020-01-01", None)))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{GOOD}\n{{\n", "bad.jsonl is damaged at line 2, column 2"),
        (f"{GOOD}\n[]\n", "bad.jsonl is damaged at line 2: expected an object"),
        (f'{GOOD}\n{{"id": "e"}}\n', "bad.jsonl, line 2, is damaged at span: the field is missing"),
        (f"{GOOD}\n{GOOD}\n", "bad.jsonl, line 2: another event has the id 'e001', too"),
        (GOOD.replace("2020-01-01", "2020-13-01"), "bad.jsonl, line 1, is damaged at bounds.begin.earliest"),
        ('{"version": 9}\n', "bad.jsonl, line 1, is damaged at version"),
        ('{"version": 1, "articles": 3}\n', "bad.jsonl, line 1, is damaged at articles"),
        (f"{GOOD}\n{'x' * 40}\n", "bad.jsonl is damaged at line 2: it is longer than"),
        (b"\xff\n", "bad.jsonl is damaged at line 1: it is not UTF-8"),
        (GOOD.replace('"weight":0.5', '"weight":NaN'), "bad.jsonl is damaged: NaN is not a number"),
    ],
)
def test_a_bad_line_is_told_and_nothing_is_left(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | bytes, says: str
) -> None:
    """File and line in one sentence, exit code 2."""
    if "longer" in says:
        monkeypatch.setattr("timeline.cli.indexing.LONGEST", 30)
        text = text.split("\n", 1)[1] if isinstance(text, str) else text
        says = says.replace("line 2", "line 1")
    (tmp_path / "bad.jsonl").write_bytes(text if isinstance(text, bytes) else text.encode())
    outcome = run("index", "bad.jsonl", "-o", "x.timeline")

    assert outcome.code == 2
    assert says in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["bad.jsonl"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["index", "none.jsonl", "-o", "x.timeline"], "none.jsonl cannot be read: No such file"),
        (["index", "none.json", "-o", "x.timeline"], "there is no file none.json"),
        (["index", "big.jsonl", "-o", "no/x.timeline"], "does not exist"),
        (["index", "big.jsonl", "text.txt", "-o", "x.timeline"], "text.txt is neither a saved timeline"),
        (["show", "none.timeline"], "none.timeline cannot be read: No such file"),
        (["show", "text.timeline"], "text.timeline is no index"),
        (["show", "big.timeline", "text.txt"], "opened by itself"),
        (["show", "big.timeline", "--published", "2025-01-01"], "only looked at: no article is read anew"),
        (["show", "big.timeline", "--events", "main"], "dates and events are as they were saved"),
        (["export", "big.timeline", "-o", "x.svg", "--only-stated"], "dates and events are as they were saved"),
        (["export", "big.timeline", "-o", "x.json"], "an index is not written as json"),
        (["export", "big.timeline", "-o", "x.csv"], "an index is not written as csv"),
    ],
)
@pytest.mark.usefixtures("big")
def test_what_cannot_be_done_is_told(run: Run, tmp_path: Path, words: list[str], says: str) -> None:
    """In one sentence, before anything is written."""
    (tmp_path / "text.txt").write_text("An article.")
    (tmp_path / "text.timeline").write_text("An article.")
    before = set(tmp_path.iterdir())
    outcome = run(*words)

    assert outcome.code == 2
    assert says in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert set(tmp_path.iterdir()) == before


def test_show_tells_the_weightiest_and_what_is_left_out(run: Run, big: str) -> None:
    """In the order of time, within the days asked for."""
    whole = run("show", big, "-q", "--ids")
    assert (whole.code, whole.err) == (0, "")
    assert "The 250 weightiest of 300 events, by time" in whole.out

    part = run("show", big, "-q", "--ids", "--from", "2015-01-01", "--to", "2016-12-31")
    last = start_of(day("2017-01-01"))
    within_two_years = [one for one in many(300).events if (one.bounds.begin.earliest or 0) < last]
    assert "weightiest" not in part.out
    assert {one.id for one in many(300).events} & set(part.out.split()) == {one.id for one in within_two_years}


def test_pictures_are_drawn_from_it(run: Run, big: str, tmp_path: Path) -> None:
    """As of a timeline in memory, under another title where one is given."""
    assert run("export", big, "-o", "x.svg", "-o", "x.png", "--size", "900x600", "--title", "Another") == Outcome(
        0, "", ""
    )
    assert "Another" in (tmp_path / "x.svg").read_text("utf-8")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    (tmp_path / "big.json").write_text(saved.write(replace(many(300), articles=force().articles)), "utf-8")
    again = ("--size", "900x600", "--from", "2016-01-01", "--to", "2019-01-01", "--no-subtitle")
    assert run("index", "big.json", "-o", "other.timeline", "-q").code == 0
    assert run("export", "big.json", "-o", "two.svg", *again).code == 0
    assert run("export", "other.timeline", "-o", "three.svg", *again).code == 0
    assert (tmp_path / "two.svg").read_bytes() == (tmp_path / "three.svg").read_bytes()
