"""An article that is read again: edits stay on their events, and what cannot stay is kept and told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.cases import FERRY, bridge, ferry
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.model.article import Article, replace_article
from timeline.model.event import Event, Mention
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.workspace.moving import Shift, matches
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.workspace.library import Library

CHANGED = f"Corrected on Friday.\n\n{FERRY.replace('reached it', 'at last reached the wreck')} It was a sad day."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The ferry and the bridge."""
    with open_library(tmp_path / "case.timeline") as opened:
        opened.include(ferry(), reader="test 1")
        opened.include(bridge(), reader="test 1")
        yield opened


def named(library: Library, title: str) -> Event:
    """The event with this title."""
    return next(event for event in library.timeline.events if event.title == title)


def newer(*, without: tuple[str, ...] = (), heads: int = 0) -> Timeline:
    """The ferry as a newer reader has it: other ids, titles with a capital, some events not there."""
    made = ferry()

    def better(event: Event) -> Event:
        return replace(event, id=f"better-{event.head.start + heads}", title=event.title.capitalize())

    events = tuple(better(event) for event in made.events if event.title not in without)
    return replace(made, events=events, statements=())


def changed_text() -> Timeline:
    """The ferry after its text was corrected: everything stands elsewhere, and the ids are others."""
    article = Article(CHANGED, title="The ferry", source="ferry.txt")
    heads = [Span(at, at + len(word)) for word in ("sank", "reached", "summit") for at in [CHANGED.index(word)]]
    events = tuple(
        Event(
            id=f"{article.id}-{head.start}",
            article=article.id,
            title=head.of(CHANGED),
            quote=head.of(CHANGED),
            span=head,
            head=head,
            mentions=(Mention(head.of(CHANGED), head, head),),
        )
        for head in heads
    )
    return Timeline((article,), events)


def test_edits_stay_on_their_events(library: Library) -> None:
    """By the place of their words, whatever ids and titles a newer reader gives; undo gives the former reading back."""
    library.set_title(named(library, "sank").id, "It sank")
    library.set_date(named(library, "reached").id, "early 2021")
    library.add_event(article_id=ferry().articles[0].id, span=(0, 9), title="A ferry")
    before = json.write(library.timeline)
    lost = library.read_again(ferry().articles[0].id, newer(), reader="test 2")

    assert lost == []
    assert [event.title for event in library.events][:4] == ["A ferry", "It sank", "Reached", "Summit"]
    assert named(library, "Reached").bounds.window.as_dict()["latest"] == "2021-05-31"
    assert named(library, "Reached").id == "better-34"
    library.undo()
    assert json.write(library.timeline) == before
    library.redo()
    library.set_date("better-34", None)
    assert named(library, "Reached").bounds == ferry().events[1].bounds
    assert library.check() == []


def test_what_cannot_be_attached_is_kept_and_told(library: Library) -> None:
    """An event that a newer reader no longer finds takes its edits out of the timeline, not out of the library."""
    library.set_title(named(library, "sank").id, "It sank")
    library.set_note(named(library, "reached").id, "See exhibit 4")
    before = json.write(library.timeline)
    lost = library.read_again(ferry().articles[0].id, newer(without=("reached",)))

    assert [(entry.field, entry.after) for entry in lost] == [("note", '"See exhibit 4"')]
    assert library.orphaned() == lost
    assert "It sank" in {event.title for event in library.events}
    library.undo()
    assert library.orphaned() == []
    assert json.write(library.timeline) == before


def test_edits_stay_when_the_text_changed_a_little(library: Library) -> None:
    """The new text takes the place of the old one; marked words are found again where they stand now."""
    library.set_title(named(library, "sank").id, "It sank")
    library.set_standing(named(library, "reached").id, "disputed")
    start = FERRY.index("shook the town")
    marked = library.add_event(article_id=ferry().articles[0].id, span=(start, start + 14))
    library.set_published("2025-05-01", ferry().articles[0].id)
    before = json.write(library.timeline)
    lost = library.read_again(ferry().articles[0].id, changed_text(), file="ferry-2.txt")

    assert lost == []
    assert [one.file for one in library.listed()] == [None, "ferry-2.txt"]
    assert named(library, "It sank").quote == "sank"
    assert named(library, "reached").standing is not None
    assert library.event(marked).span.of(CHANGED) == library.event(marked).quote == "shook the town"
    assert library.articles[-1].published.as_dict()["latest"] == "2025-05-01"
    library.undo()
    assert json.write(library.timeline) == before
    library.redo()
    assert library.check() == []


def test_what_hangs_together_with_it_goes_along(library: Library) -> None:
    """An event that was merged with one of another article stays merged."""
    kept = named(library, "rained").id
    library.merge(kept, named(library, "sank").id)
    before = json.write(library.timeline)
    assert library.read_again(ferry().articles[0].id, newer()) == []
    assert named(library, "Sank").merged == kept
    library.split(kept)
    assert named(library, "Sank").merged is None
    library.undo()
    library.undo()
    assert json.write(library.timeline) == before
    library.redo()
    assert named(library, "Sank").merged == kept
    assert library.check() == []


def test_a_text_that_was_there_before_can_come_back(library: Library) -> None:
    """From one text to another and back: the edits go along both ways."""
    library.set_title(named(library, "sank").id, "It sank")
    library.read_again(ferry().articles[0].id, changed_text())
    library.read_again(changed_text().articles[0].id, ferry())

    assert "It sank" in {event.title for event in library.events}
    for _ in range(3):
        library.undo()
    assert "sank" in {event.title for event in library.events}
    assert library.check() == []


def test_several_articles_are_no_reading_of_one(library: Library) -> None:
    """It is refused in a sentence."""
    with pytest.raises(TimelineError, match="as one article"):
        library.read_again(ferry().articles[0].id, library.timeline)


NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
WORDS = st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=25)


@given(WORDS, WORDS, st.data())
def test_words_are_found_again_as_themselves(before: list[str], after: list[str], data: st.DataObject) -> None:
    """Whatever happened to the text, a word is found only where the same word stands."""
    old, new = " ".join(before), " ".join(after)
    shift = Shift(old, new)
    number = data.draw(st.integers(0, len(before) - 1))
    start = sum(len(word) + 1 for word in before[:number])
    found = shift.word(start)

    assert found is None or new[found:].startswith(before[number])
    assert Shift(old, old).word(start) == start
    span = Span(start, start + len(before[number]))
    moved = shift.span(span)
    assert (moved is None) == (found is None)
    assert moved is None or moved.of(new) == before[number]


def test_an_event_is_matched_once(library: Library) -> None:
    """Two that look alike do not both become the same."""
    events = ferry().events
    twins = [replace(events[0], id="a"), replace(events[0], id="b")]

    assert list(matches(twins, [events[0]], Shift(FERRY, FERRY))) == ["a"]
    assert library.articles[0] == replace_article(library.articles[0])
