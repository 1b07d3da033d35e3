"""`timeline explain`, `check` and `doctor`, and the completion of shells."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import util
from typing import TYPE_CHECKING

import pytest

from timeline.cli import doctor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

STORY = (
    "The ferry sank on Tuesday. Divers reached the wreck two days later. The ferry had been inspected.\n\n"
    "On Tuesday, 3 May 2021, the harbour closed. The owner denied any fault.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> str:
    """An article with a weekday that is another one than its date says (3 May 2021 was a Monday)."""
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    return "story.txt"


def test_the_reasons_of_one_event_are_told(run: Callable[..., Outcome], ferry: str) -> None:
    """By words of its title or its quote, in any order and however they are written."""
    outcome = run("explain", ferry, "WRECK divers", "--published", "2025-08-22", "-q")
    assert outcome.code == 0
    assert outcome.out.strip().startswith("21 August 2025: Divers reach the wreck")
    assert "“two days later”" in outcome.out
    assert "So: " in outcome.out
    assert "As EDTF: 2025-08-21" in outcome.out
    assert "ferry sinks" not in outcome.out.lower().partition("\n    ")[0]


def test_reasons_are_told_to_machines(run: Callable[..., Outcome], ferry: str) -> None:
    """The same, as JSON; an id names one event alone."""
    (found,) = json.loads(run("explain", ferry, "wreck", "--published", "2025-08-22", "-q", "--json").out)
    assert (found["edtf"], found["bounds"]["begin"]["earliest"]) == ("2025-08-21", "2025-08-21")
    assert found["reasons"][0]["text"]
    (again,) = json.loads(run("explain", ferry, found["id"], "--published", "2025-08-22", "-q", "--json").out)
    assert again == found


@pytest.mark.parametrize(("words", "says"), [("volcano", "no event has the words 'volcano'"), ("  ", "no event has")])
def test_words_of_no_event_are_told(words: str, says: str, run: Callable[..., Outcome], ferry: str) -> None:
    """With what lists the events."""
    outcome = run("explain", ferry, words, "-q")
    assert outcome.code == 2
    assert says in outcome.err
    assert "timeline show FILE" in outcome.err


def test_words_of_very_many_events_are_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """With some of the titles, so that another word can be found."""
    (tmp_path / "many.txt").write_text("\n\n".join(f"The ferry reached port {n} on {n} May 2021." for n in range(1, 9)))
    outcome = run("explain", "many.txt", "ferry", "-q")
    assert outcome.code == 2
    assert outcome.err.startswith("timeline: 8 events have the words 'ferry' (“")


def test_what_does_not_fit_and_what_is_not_known_is_listed(run: Callable[..., Outcome], story: str) -> None:
    """Each with its own heading; for machines as lists."""
    told = run("check", story, "-q").out
    assert "What does not fit (1):\n  " in told
    assert "3 May 2021 was a Monday" in told
    assert "The publication day is not known: --published, or the app, sets it (1):" in told
    found = json.loads(run("check", story, "-q", "--json").out)
    assert len(found["conflicts"]) == 1
    assert [one["name"] for one in found["articles_without_a_day"]] == ["story.txt"]


def test_where_all_is_well_that_is_said(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """In one sentence."""
    (tmp_path / "good.txt").write_text("The ferry sank on 3 May 2021.\n", "utf-8")
    outcome = run("check", "good.txt", "--published", "2021-05-04", "-q")
    assert outcome.out == "Nothing contradicts itself, and every event is dated.\n"


def test_what_is_installed_is_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """All that is needed is there where the tests run; the library is looked for, not made."""
    outcome = run("doctor", "--library", "none.timeline")
    assert outcome.code == 0
    assert "MISSING" not in outcome.out
    assert "none yet; the first article makes none.timeline" in outcome.out
    assert not (tmp_path / "none.timeline").exists()
    found = json.loads(run("doctor", "--library", "none.timeline", "--json").out)
    assert {"name": "PNG", "there": True, "needed": True, "says": "pictures as PNG"} in found


def test_what_is_missing_is_told_with_how_to_get_it(
    run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is needed ends it with 2, what is an extra does not."""
    (tmp_path / "damaged.timeline").write_bytes(b"no library")
    gone = {"pyarrow"}
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name in gone else util.find_spec(name))
    outcome = run("doctor", "--library", "damaged.timeline")
    assert outcome.code == 0
    assert "not here  Parquet" in outcome.out
    assert 'pip install "article-timeline[parquet]"' in outcome.out
    assert "not here  library" in outcome.out
    gone.add("resvg_py")
    outcome = run("doctor", "--library", "damaged.timeline")
    assert outcome.code == 2
    assert "MISSING   PNG" in outcome.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_and_options(shell: str) -> None:
    """The script is given, and what it calls answers with what fits."""
    program = [sys.executable, "-m", "timeline"]
    script = subprocess.run(
        [*program, "--show-completion", shell], capture_output=True, text=True, check=False, env=_plain(shell)
    )
    assert script.returncode == 0, script.stderr
    assert "_TIMELINE_COMPLETE=complete_" in script.stdout
    asked = {"COMP_WORDS": "timeline ex", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "timeline ex"}
    asked |= {"_TIMELINE_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    answer = subprocess.run(program, capture_output=True, text=True, check=False, env=_plain(shell) | asked)
    assert {"explain", "export", "extract"} <= set(re.findall(r"\bex\w+", answer.stdout))


def _plain(shell: str) -> dict[str, str]:
    """An environment in which the shell can be told."""
    return {"PATH": "/usr/bin:/bin", "SHELL": f"/bin/{shell}", "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}


def test_events_are_listed_for_machines(run: Callable[..., Outcome], ferry: str) -> None:
    """In order of time, with the columns of a frame; a window leaves out what cannot lie in it."""
    words = ("show", ferry, "--published", "2025-08-22", "-q", "--json")
    found = json.loads(run(*words).out)
    assert [(one["event_title"], one["edtf"]) for one in found] == [
        ("Ferry sinks", "2025-08-19"),
        ("Divers reach the wreck", "2025-08-21"),
    ]
    assert found[0]["reasons"]
    assert [one["edtf"] for one in json.loads(run(*words, "--from", "2025-08-20").out)] == ["2025-08-21"]


@pytest.mark.parametrize("words", [["explain", "big.timeline", "ferry"], ["check", "big.timeline"]])
def test_an_index_has_no_reasons(words: list[str], run: Callable[..., Outcome], ferry: str) -> None:
    """It is told as what it is, with the way to what has them."""
    assert run("export", ferry, "-o", "saved.json", "-q").code == 0
    assert run("index", "saved.json", "-o", "big.timeline", "-q").code == 0
    outcome = run(*words)
    assert outcome.code == 2
    assert "big.timeline is an index" in outcome.err
    assert "the timeline that it was made from" in outcome.err
