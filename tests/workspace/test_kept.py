"""What several articles tell is kept in the library: it is what would be found anew, and is found once."""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.cases import bridge, court, ferry, gazette, harbour, island
from tests.workspace.test_states import MEMORY
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.library import groups, opening
from timeline.reasoning.retelling import Grouping
from timeline.workspace.grouping import Together
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.workspace.library import Library

    Verb = Callable[[Library, int], object]

SOURCES = (harbour(), island(), gazette(), court(), bridge(), ferry())
TOLD = 3  # of these the first tell one event
VERBS: dict[str, Verb] = {
    "title": lambda library, which: library.set_title(_event(library, which), "Another title"),
    "note": lambda library, which: library.set_note(_event(library, which), "seen"),
    "date": lambda library, which: library.set_date(_event(library, which), f"{which + 1} February 2024"),
    "hide": lambda library, which: library.hide(_event(library, which)),
    "split": lambda library, which: library.split(_event(library, which)),
    "merge": lambda library, which: library.merge(_event(library, which), _event(library, which + 1)),
    "publish": lambda library, which: library.set_published(f"{which + 10} February 2024", _article(library, which)),
    "remove": lambda library, which: library.remove(_article(library, which)),
    "include": lambda library, which: library.include(SOURCES[which % len(SOURCES)]),
    "undo": lambda library, _: library.undo(),
    "look": lambda library, _: library.timeline,
}


def _event(library: Library, which: int) -> str:
    events = library.timeline.events
    return events[which % len(events)].id if events else ""


def _article(library: Library, which: int) -> str:
    listed = library.listed()
    return listed[which % len(listed)].id if listed else ""


def anew(library: Library) -> str:
    """The library as it is where nothing is kept."""
    return json.write(Together().of(library._alone()))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library that was looked at and closed: three articles that tell one event, and one that tells none of it."""
    where = tmp_path / "case.timeline"
    with open_library(where) as library:
        for made in SOURCES[: TOLD + 1]:
            library.include(made)
        assert any(event.merged for event in library.timeline.events)
    return where


@given(st.lists(st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 11)), min_size=1, max_size=8))
@settings(max_examples=25)
def test_what_is_kept_is_what_is_found_anew(steps: list[tuple[str, int]]) -> None:
    """Whatever was done, and whenever it was looked at."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        where = Path(folder) / "case.timeline"
        with open_library(where) as library:
            for made in SOURCES[:TOLD]:
                library.include(made)
            for verb, which in steps:
                try:
                    VERBS[verb](library, which)
                except TimelineError:  # refused: nothing has changed
                    continue
            seen = json.write(library.timeline)
        with open_library(where) as library:
            assert json.write(library.timeline) == seen == anew(library)
            assert library.check() == []


def test_what_is_kept_is_not_found_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither are articles compared, nor dates derived."""
    with open_library(place) as library:
        wanted = anew(library)
    monkeypatch.setattr(Grouping, "of", _never)
    monkeypatch.setattr(sys.modules["timeline.reasoning.retelling.together"], "derive", _never)
    with open_library(place, write=False) as library:
        assert json.write(library.timeline) == wanted
        assert json.write(library.chronicle().timeline) == wanted


def test_an_edit_of_words_compares_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where what is known was only read from the file."""
    monkeypatch.setattr(Grouping, "of", _never)
    with open_library(place) as library:
        event = next(one for one in library.timeline.events if one.merged)
        library.set_title(event.merged or "", "The Saint Brenda is lost")
        seen = json.write(library.timeline)
        monkeypatch.undo()
        assert seen == anew(library)


def _never(*_: object, **__: object) -> None:
    raise AssertionError("this was found already")


def test_other_rules_find_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept by others is not believed, and what these find takes its place."""
    with closing(opening.plain(place, "rw")) as sql:
        before = groups.state(sql)
        sql.execute("DELETE FROM groups")
    monkeypatch.setattr("timeline.workspace.kept.RULES", 999)
    with open_library(place) as library:
        assert any(event.merged for event in library.timeline.events)
        with library.store.reading() as sql:
            assert groups.state(sql) not in (None, before)
            assert groups.firsts(sql)


def test_what_is_kept_wrongly_is_told_and_mended(place: Path) -> None:
    """Whether it can be read or not; where it cannot, it is found anew meanwhile."""
    for statement in ("DELETE FROM groups", "UPDATE dated SET data = x'00'", "UPDATE quarrels SET about = 'why'"):
        with closing(opening.plain(place, "rw")) as sql:
            changed = sql.execute(statement).rowcount
        with open_library(place) as library:
            assert [problem for problem in library.check() if "several articles tell" in problem] or not changed
            if changed and "x'00'" in statement:
                assert json.write(library.timeline) == anew(library)
            library.store.mend()
            assert library.check() == []
        with open_library(place) as library:
            assert json.write(library.timeline) == anew(library)


def test_looking_waits_for_nobody(place: Path) -> None:
    """What cannot be kept while somebody writes is shown all the same."""
    with open_library(place) as library, closing(opening.plain(place, "rw")) as other:
        library.set_title(library.events[0].id, "Another title")
        other.execute("BEGIN IMMEDIATE")
        assert json.write(library.timeline) == anew(library)
        other.execute("ROLLBACK")


def test_that_somebody_keeps_what_they_found_is_no_change(place: Path) -> None:
    """An edit of what was seen before is still refused where it was edited meanwhile, and made where it was not."""
    with open_library(place) as one, open_library(place) as other:
        first, second = [event.id for event in one.timeline.events if not event.hidden][:2]
        assert other.timeline.events
        one.set_note(first, "mine")
        assert one.timeline.events  # kept
        other.set_note(second, "mine")
        with pytest.raises(TimelineError, match="changed meanwhile"):
            other.set_note(first, "mine, too")


def test_what_was_set_aside_is_named_alike_however_it_came_about(tmp_path: Path) -> None:
    """That two are one is said anew with every change; a conflict is with what is said now."""
    with open_library(tmp_path / "case.timeline") as library:
        for made in (ferry(), harbour(), bridge()):
            library.include(made)
        library.merge(_event(library, 3), _event(library, 5))
        library.include(island())
        assert library.timeline.conflicts
        library.set_published("07/??/97", ferry().articles[0].id)
        assert json.write(library.timeline) == anew(library)
        library.undo()
        assert json.write(library.timeline) == anew(library)
