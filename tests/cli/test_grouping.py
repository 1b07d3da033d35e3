"""An event that several articles tell, as somebody at a terminal has it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.workspace.cases import gazette, harbour, island
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

FILES = ("harbour.json", "island.json", "gazette.json")


@pytest.fixture
def saved(tmp_path: Path) -> None:
    """Three articles on one sinking."""
    for name, made in zip(FILES, (harbour, island, gazette), strict=True):
        Chronicle(made()).save(tmp_path / name)


def ids(outcome: Outcome) -> list[str]:
    """The ids of the events that are shown, each once."""
    return re.findall(r"\b[0-9a-f]{12}-\d+\b", outcome.out)


@pytest.mark.usefixtures("saved")
def test_it_is_shown_once(run: Callable[..., Outcome]) -> None:
    """With how many tell it, and with --why what each says."""
    shown = run("show", *FILES, "--ids")
    why = run("show", *FILES, "--why").out

    assert len(ids(shown)) == 4
    assert " ".join(shown.out.split()).count("(told by 3") == 1
    assert "At the harbour, 13 February 2024: “The ferry Saint Brenda sank on Tuesday”" in why
    assert "The gazette, by 20 February 2024: “By then the Saint Brenda had foundered”" in why


@pytest.mark.usefixtures("saved")
def test_it_is_exported_once(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """What is saved shows the same when it is opened."""
    assert run("export", *FILES, "-o", "all.json", "-o", "all.svg").code == 0
    events = json.loads((tmp_path / "all.json").read_text("utf-8"))["events"]

    assert [len(one["sources"]) for one in events if "sources" in one] == [3]
    assert (tmp_path / "all.svg").read_text("utf-8").count("told by 3 articles") == 1
    assert ids(run("show", "all.json", "--ids")) == ids(run("show", *FILES, "--ids"))


@pytest.mark.usefixtures("saved")
def test_it_is_parted_and_joined(run: Callable[..., Outcome]) -> None:
    """In the library, and undone."""

    def library(*words: str) -> Outcome:
        return run("library", *words, "--library", "case.timeline")

    def shown() -> Outcome:
        return run("show", "case.timeline", "--ids")

    assert library("add", *FILES, "--quiet").code == 0
    together = ids(shown())
    assert len(together) == 4
    [told] = [one for one in together if library("split", one).code == 0]
    apart = ids(shown())
    assert len(apart) == 6
    assert "apart" in library("history").out
    assert library("join", told, *(one for one in apart if one not in together)).code == 0
    assert len(ids(shown())) == 4
    assert library("undo", "--steps", "2").code == 0
    assert ids(shown()) == together
    assert library("join", told).code == 2
    assert "no event" in library("split", "nothing").err
