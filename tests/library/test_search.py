"""Words are found wherever they stand, and what is searched for is never more than words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workspace.cases import bridge, court, ferry
from timeline.library.search import query_of
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.workspace.library import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three articles, and a note on one event."""
    with open_library(tmp_path_factory.mktemp("library") / "case.timeline") as opened:
        for made in (ferry(), bridge(), court()):
            opened.include(made)
        opened.set_note(next(event.id for event in opened.events if event.title == "ruled"), "see exhibit 4")
        yield opened


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("sank", ["sank"]),
        ("SANK tuesday", ["sank"]),
        ('"ferry sank"', [""]),
        ('"sank ferry"', []),
        ("exhibit", ["ruled"]),
        ("exh", ["ruled"]),
        ("mayor spoke", ["spoke"]),
        ("minist", [""]),
        ("nowhere", []),
        ("", []),
        ("* - ( )", []),
    ],
)
def test_words_are_found(library: Library, words: str, titles: list[str]) -> None:
    """All of them, in any order, the last as far as it is typed; in the title, the note, the clause or the text."""
    hits = library.search(words)

    assert [hit.title for hit in hits][: len(titles)] == titles
    assert bool(hits) == bool(titles)


def test_a_place_in_a_text_is_shown_with_what_is_around_it(library: Library) -> None:
    """And with the event whose clause it is, where there is one."""
    [hit] = library.search("divers")

    assert hit.passage == "The ferry sank on Tuesday. Divers reached it in April, after the summit. The sinking sh…"
    assert (hit.heading, hit.at) == ("The ferry", 27)


def test_hidden_events_and_articles_taken_out_are_not_found(tmp_path: Path) -> None:
    """What is not there is not shown."""
    with open_library(tmp_path / "case.timeline") as library:
        library.include(ferry())
        event = library.search("sank")[0].event
        library.hide(str(event))
        assert all(hit.event != event for hit in library.search("sank"))
        library.remove(library.listed()[0].id)
        assert library.search("sank") == []


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(st.sampled_from("\"'*()^:-+ANDORNEAR \x00{}"), max_size=30))
def test_nothing_that_is_typed_is_a_query(library: Library, words: str) -> None:
    """Signs and operators of the database are taken as words, and never end in a fault."""
    for hit in library.search(words):
        assert hit.article


@given(st.text(max_size=40))
def test_a_query_is_phrases_only(words: str) -> None:
    """Nothing stands outside quotation marks but a star at the end."""
    pieces = query_of(words).split('"')

    assert all(outside.strip() in ("", "*") for outside in pieces[::2])


@pytest.mark.parametrize("text", ["'); DROP TABLE events; --", '" OR 1=1', "%_\\", "\x00", "🜁" * 50, "a\x00b"])
def test_whatever_is_written_is_kept_as_it_is(tmp_path: Path, text: str) -> None:
    """In every field, title, note, names, and words of a view; and the library stays whole."""
    with open_library(tmp_path / "case.timeline", by=text) as library:
        library.include(ferry(), file=text, reader=text)
        event = library.events[0].id
        library.set_note(event, text + "!")
        library.set_title(event, text + "!")
        library.set_lane(event, text + "!")
        library.set_actors(event, [text + "!"])
        library.search(text)

        kept = library.event(event)
        assert kept.note == (text + "!").strip()
        assert kept.title == " ".join((text + "!").split())
        assert library.listed()[0].file == text
        assert library.history()[0].by == text
        assert library.check() == []
