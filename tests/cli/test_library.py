"""`timeline library …` as somebody at a terminal has it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import STOPPABLE
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Command = Callable[..., Outcome]


@pytest.fixture
def library(run: Command, ferry: str, tmp_path: Path) -> Command:
    """Commands on a library that has one article."""
    assert run("library", "add", ferry, "--published", "2025-08-22", "--library", "case.timeline", "--quiet").code == 0

    def command(*words: str) -> Outcome:
        return run("library", *words, "--library", str(tmp_path / "case.timeline"))

    return command


def test_a_library_from_its_first_article_to_its_export(library: Command, tmp_path: Path) -> None:
    """Each command does what it says, and says it."""
    [line] = library("list").out.splitlines()
    fields = line.split("\t")
    assert fields[1:4] == ["2025-08-22", "2", "68"]
    assert fields[5:7] == ["ferry.txt", str(tmp_path / "ferry.txt")]

    assert "Ferry sinks" in library("search", "wreck", "divers").out or "wreck" in library("search", "wreck").out
    assert library("remove", "ferry.txt").code == 0
    assert library("list").out == ""
    assert library("undo").err == f"timeline: undone: removed: {fields[0]}\n"
    assert "added" in library("undo").err
    assert library("undo").err == "timeline: nothing is left to undo\n"
    assert library("redo", "--steps", "1").code == 0
    assert library("redo").code == 0
    assert library("undo").code == 0
    assert [one.split("\t")[4:] for one in library("history").out.splitlines()] == [
        [f"removed: {fields[0]}", "undone"],
        [f"added: {fields[0]}", ""],
    ]
    assert library("history", "--orphaned").out == ""
    assert library("check").code == 0
    assert library("export", "-o", "out.json", "-o", "out.svg", "--article", "ferry.txt").code == 0
    assert "2025-08-19" in (tmp_path / "out.json").read_text("utf-8")
    assert library("backup", "copy.timeline").code == 0
    assert "aside" in library("restore", "copy.timeline").err
    assert library("list").out.split("\t")[0] == fields[0]


def test_what_a_library_holds_is_told_to_machines(library: Command, tmp_path: Path) -> None:
    """Articles, places of words and the log as JSON, with the names that saved timelines and rows have."""
    [article] = json.loads(library("list", "--json").out)
    assert (article["source"], article["file"]) == ("ferry.txt", str(tmp_path / "ferry.txt"))
    assert (article["published"], article["given"]) == ({"earliest": "2025-08-22", "latest": "2025-08-22"}, "user")
    assert (article["events"], article["characters"]) == (2, 68)
    [hit] = json.loads(library("search", "wreck", "--json").out)
    assert (hit["article"], hit["event_title"], hit["when"]) == (
        article["id"],
        "Divers reach the wreck",
        "21 August 2025",
    )
    with open_library(tmp_path / "case.timeline", by="Ann") as opened:
        opened.set_title(hit["event"], "The wreck is found")
    edit, added = json.loads(library("history", "--json").out)
    assert (edit["on"], edit["field"], edit["by"], edit["state"]) == (hit["event"], "title", "Ann", "done")
    assert (edit["from"], edit["to"]) == ("Divers reach the wreck", "The wreck is found")
    assert (added["says"], "from" in added) == (f"added: {article['id']}", False)
    assert json.loads(library("history", "--orphaned", "--json").out) == []


def test_a_library_is_shown_like_a_saved_timeline(library: Command, run: Command) -> None:
    """`timeline show case.timeline` needs no word of what it is; what it shows is not kept in it."""
    outcome = run("show", "case.timeline")

    assert outcome.code == 0
    assert "19 August 2025" in outcome.out
    assert run("export", "case.timeline", "--published", "2025-09-01", "-o", "out.json").code == 0
    assert library("list").out.split("\t")[1] == "2025-08-22"


def test_a_line_of_the_list_is_never_cut(library: Command, tmp_path: Path) -> None:
    """Whatever stands in a title or a file's name, one article is one line of as many fields."""
    long = tmp_path / ("a\tb " + "long " * 30 + ".txt")
    long.write_text("A headline\twith a tab that is long " + "and longer " * 10 + "\n\nIt rained on Monday.\n", "utf-8")
    assert library("add", str(long), "--quiet").code == 0
    lines = library("list").out.splitlines()

    assert len(lines) == 2
    assert {line.count("\t") for line in lines} == {7}
    assert "long long long long .txt" in lines[1]


def test_one_unreadable_file_does_not_stop_the_others(library: Command, tmp_path: Path) -> None:
    """It is told, the exit code is 2, and the others are in; what is there already is said to be."""
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "a.txt").write_text("The mill burned down on 3 May 2021.\n", "utf-8")
    (folder / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 20)
    (folder / "c.txt").write_text("The ferry sank on Tuesday. Divers reached the wreck two days later.\n", "utf-8")
    (folder / "d.txt").write_text("The school opened in June 2020.\n", "utf-8")
    outcome = library("add", *(str(one) for one in sorted(folder.iterdir())), "--jobs", "1")

    assert outcome.code == 2
    said = outcome.err.splitlines()
    assert "binary" in said[1]
    assert said[2].endswith("is in the library already")
    assert said[-1].startswith("timeline: 2 articles with ")
    assert said[-1].endswith("1 file could not be read")
    assert len(library("list").out.splitlines()) == 3
    library("undo")
    assert len(library("list").out.splitlines()) == 1


def test_several_processes_read_in_the_order_given(library: Command, tmp_path: Path) -> None:
    """Two at once, and the library has them as they were named."""
    files = []
    for number in range(4):
        files.append(str(tmp_path / f"{number}.txt"))
        (tmp_path / f"{number}.txt").write_text(f"The mill burned down on {number + 1} May 2021.\n", "utf-8")
    outcome = library("add", *files, "--jobs", "2")

    assert outcome.code == 0, outcome.err
    assert [line.split("\t")[6] for line in library("list").out.splitlines()][1:] == files


def test_who_stops_an_import_keeps_what_was_done(tmp_path: Path) -> None:
    """Ctrl-C ends it with a sentence; the articles that were read are in, and the file is whole."""
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(f"The mill burned down on 3 May {1700 + number}.\n", "utf-8")
    words = ["library", "add", str(tmp_path), "--library", str(tmp_path / "case.timeline"), "--jobs", "2"]
    with subprocess.Popen([*STOPPABLE, *words], stderr=subprocess.PIPE, text=True, start_new_session=True) as adding:
        assert adding.stderr is not None
        assert "1 of 200" in adding.stderr.readline()
        os.killpg(adding.pid, signal.SIGINT)
        said = adding.stderr.read()
    time.sleep(0.1)

    assert adding.returncode == 130
    assert said.splitlines()[-1].startswith("timeline: stopped; ")
    with open_library(tmp_path / "case.timeline") as library:
        assert 1 <= len(library.listed()) < 200
        assert library.check() == []


def test_damage_ends_a_check_with_two(library: Command, tmp_path: Path) -> None:
    """What can be mended is, a copy put aside first; a file that is cut off is told in one sentence."""
    with open_library(tmp_path / "case.timeline") as opened, opened.store.writing() as sql:
        sql.execute("INSERT INTO text_words (text_words) VALUES ('delete-all')")
    outcome = library("check")
    assert outcome.code == 2
    assert "index of the words of texts" in outcome.out
    mended = library("check", "--mend")
    assert mended.code == 0
    assert (tmp_path / "case.timeline.aside").exists()

    content = (tmp_path / "case.timeline").read_bytes()
    (tmp_path / "case.timeline").write_bytes(content[: len(content) // 2])
    outcome = library("check")
    assert outcome.code == 2
    assert "cut off" in outcome.err
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["list", "search x", "history", "check", "backup b", "export -o o.json"])
def test_a_library_that_is_not_there_is_not_made_by_looking(run: Command, tmp_path: Path, command: str) -> None:
    """It is said how it is made."""
    outcome = run("library", *command.split(), "--library", "none.timeline")

    assert outcome.code == 2
    assert "timeline library add" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_the_library_is_in_the_users_folder_by_default(
    run: Command, ferry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where such things are kept on this system."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert run("library", "add", ferry, "--quiet").code == 0
    assert "ferry.txt" in run("library", "list").out
    if sys.platform.startswith("linux"):
        assert (tmp_path / "data" / "timeline" / "library.timeline").exists()


def test_a_name_that_several_have_is_not_guessed(library: Command, tmp_path: Path) -> None:
    """And one that nobody has is said to be none."""
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"The same headline\n\nIt rained on {number} May 2020.\n", "utf-8")
        assert library("add", f"{number}.txt", "--quiet").code == 0
    assert "names 2 articles" in library("remove", "The same headline").err
    assert "no article 'nothing'" in library("remove", "nothing").err
