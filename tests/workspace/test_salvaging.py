"""A damaged library: what can be read is read into a new one, what is lost is said, the damaged file stays as it is."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.test_library import numbered
from tests.workspace.cases import bridge, court, ferry, gazette, harbour, island
from timeline.cli.main import main
from timeline.errors import LibraryError
from timeline.formats import json
from timeline.workspace.opening import open_library
from timeline.workspace.salvaging import salvage

if TYPE_CHECKING:
    from pathlib import Path

MADE = (ferry(), bridge(), court(), harbour(), island(), gazette())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library of six articles with edits, one of them undone."""
    where = tmp_path / "case.timeline"
    with open_library(where, by="Ann", clock=lambda: "2025-01-01T00:00:00Z") as library:
        for made in MADE:
            library.include(made)
        library.set_title(ferry().events[0].id, "The ferry is lost")
        library.set_date(court().events[0].id, "3 May 2024")
        library.merge(bridge().events[0].id, ferry().events[1].id)
        library.set_note(ferry().events[0].id, "undone")
        library.undo()
    return where


def test_what_is_whole_is_salvaged_whole(place: Path) -> None:
    """With its edits, who made them and when."""
    with open_library(place, write=False) as library:
        wanted = json.write(library.timeline)
    before = place.read_bytes()
    done = salvage(place)
    assert "nothing" in str(done)
    assert (done.articles, done.edits) == ((6, 0), (3, 0))
    assert place.read_bytes() == before
    with open_library(done.path) as library:
        assert json.write(library.timeline) == wanted
        assert library.check() == []


@pytest.mark.parametrize("share", [0.98, 0.95, 0.9])
def test_what_is_cut_off_is_salvaged_as_far_as_it_goes(place: Path, share: float) -> None:
    """Whatever is left is a library; nothing is said to be saved that is not."""
    content = place.read_bytes()
    place.write_bytes(content[: int(len(content) * share)])
    before = place.read_bytes()
    done = salvage(place)
    assert place.read_bytes() == before
    with open_library(done.path) as library:
        assert len(library.articles) == done.articles[0] <= len(MADE)
        assert library.check() == []


def test_random_bytes_in_fifty_places_spare_most(tmp_path: Path) -> None:
    """What is saved is what was there, and the sentence counts it."""
    place = tmp_path / "many.timeline"
    with open_library(place) as library:
        step = library.new_step()
        for number in range(60):
            library.include(numbered(MADE[number % len(MADE)], number), step=step)
        texts = {article.text for article in library.articles}
    whole, saved = place.read_bytes(), 0
    for seed in range(3):
        chance = random.Random(seed)  # noqa: S311 - damage, not a secret
        content = bytearray(whole)
        for _ in range(50):
            content[chance.randrange(10_240, len(content))] = chance.randrange(256)
        place.write_bytes(bytes(content))
        done = salvage(place)
        assert sum(done.articles) <= len(texts)
        with open_library(done.path, write=False) as library:
            kept = {article.text for article in library.articles}
        assert (len(kept), kept <= texts) == (done.articles[0], True)
        saved += done.articles[0]
    assert saved > len(texts)


def test_where_nothing_can_be_read_that_is_said(place: Path) -> None:
    """And no file is made."""
    content = place.read_bytes()
    place.write_bytes(content[:200] + bytes(len(content) - 200))
    with pytest.raises(LibraryError, match="nothing can be read"):
        salvage(place)
    assert [one.name for one in place.parent.iterdir()] == [place.name]


def test_check_mends_or_salvages(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence says where it is and what was lost; the exit code that the library is damaged."""
    content = place.read_bytes()
    place.write_bytes(content[: -len(content) // 10])
    assert main(["library", "check", "--library", str(place), "--mend"]) == 2
    said = capsys.readouterr().err
    assert "\n" not in said.strip()
    assert re.search(r"what can be read is in .*salvaged; lost: |nothing can be read", said)
