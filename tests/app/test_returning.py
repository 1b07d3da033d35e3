"""A table that went out from the page and is dropped onto it again brings its edits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.formats.hostile import timeline
from timeline.app.desk import Desk
from timeline.app.reading import Sent, stages, usual
from timeline.formats.registry import NAMES
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sheet_that_comes_back_is_edits_and_no_new_article(tmp_path: Path) -> None:
    """It is said what became of it; the edit is the library's."""
    sheet = NAMES["timelinejs-csv"].write(timeline()).replace("Ångström and".encode(), b"Kelvin and")
    with open_library(tmp_path / "case.timeline") as library:
        library.include(timeline())
        lines = [json.loads(line) for line in stages(Desk(library), Sent(sheet, "sheet.csv"), usual)]

        assert lines[-1]["done"]["returned"] is True
        assert lines[-1]["done"]["notes"] == ["events: 1 changed"]
        assert len(library.articles) == 1
        assert any(event.title.startswith("Kelvin and") for event in library.events)
        assert library.history(1)[0].field == "title"


def test_a_sheet_of_something_else_is_an_article(tmp_path: Path) -> None:
    """With its events."""
    with open_library(tmp_path / "case.timeline") as library:
        library.include(timeline())
        sent = Sent(b"Date,Event\n5 May 2024,The ferry sank\n", "sheet.csv")
        done = [json.loads(line) for line in stages(Desk(library), sent, usual)][-1]["done"]

        assert (done["articles"], done["events"]) == (1, 1)
        assert len(library.articles) == 2
