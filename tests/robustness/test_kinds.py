"""Whatever is pasted in is read without a fault and gives no nonsense; what could not be read is said once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

import timeline
from tests.robustness.texts import TEXTS, kept
from timeline.workspace import notes

if TYPE_CHECKING:
    from timeline.workspace import Chronicle

# How many events a reader finds in each: at least, at most. What is not named here holds none.
EVENTS = {
    "arabic": (1, 3),
    "bullets": (3, 8),
    "capitals": (3, 9),
    "combining": (0, 4),
    "contract": (0, 6),
    "control characters": (0, 2),
    "emoji": (1, 3),
    "half a pair": (1, 4),
    "languages": (3, 6),
    "long sentence": (1, 60),
    "long word": (1, 5),
    "lyrics": (0, 4),
    "markup": (3, 12),
    "mirrored": (0, 4),
    "old line ends": (4, 9),
    "open brackets": (0, 2),
    "open quotes": (0, 2),
    "open tags": (0, 2),
    "poem": (0, 6),
    "prices": (0, 1),
    "transcript": (4, 9),
    "twice": (6, 9),
    "unpunctuated": (2, 12),
    "windows line ends": (6, 9),
}
SAID = {
    "languages": "does not look like English",
    "markup": "markup",
    "twice": "in it again",
    "windows line ends": "in it again",
    "unpunctuated": "no punctuation",
    **dict.fromkeys(("list", "menu", "timetable", "recipe", "code", "empty", "stops"), "no event was found"),
}
_STRAY = re.compile(r"[<>{}\[\]|\x00-\x1f\x7f]|&\w+;|https?:|\s{2}")


@cache
def read(name: str) -> Chronicle:
    """The chronicle of one of the texts, read once."""
    return timeline.extract(timeline.Article(TEXTS[name]))


@pytest.mark.parametrize("name", TEXTS)
def test_no_more_events_than_a_reader_finds(name: str) -> None:
    """There are as many events as the kind of text has, and none in what tells nothing."""
    least, most = EVENTS.get(name, (0, 0))

    assert least <= len(read(name).events) <= most, [event.title for event in read(name).events]


@pytest.mark.parametrize("name", TEXTS)
def test_titles_and_quotes_are_sane(name: str) -> None:
    """A title is a short line without marks of a page; a quote is the text as given, character for character."""
    for event in read(name).events:
        assert event.title.strip()
        assert len(event.title) <= 60
        assert not _STRAY.search(event.title), event.title
        for mention in event.mentions:
            assert mention.quote == TEXTS[name][mention.span.start : mention.span.end]
        for reason in event.reasons:
            assert reason.span is None or not reason.text or reason.text == reason.span.of(TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_each_event_stands_once(name: str) -> None:
    """No two events of one text have the same title and the same date."""
    told = [(event.title, event.when) for event in read(name).events]

    assert len(told) == len(set(told))


@pytest.mark.parametrize("name", SAID)
def test_what_was_not_read_is_said_once(name: str) -> None:
    """One sentence says what could not be read."""
    [article] = read(name).articles
    said = [note for note in notes(article, read(name).events) if SAID[name] in note]

    assert len(said) == 1


@pytest.mark.parametrize("name", ["transcript", "contract", "recipe", "poem", "capitals", "list", "half a pair"])
def test_nothing_is_said_of_what_is_only_unusual(name: str) -> None:
    """A text that can be read is not complained about, but that it holds no event or no time."""
    [article] = read(name).articles
    said = notes(article, read(name).events)

    assert not [note for note in said if "event" not in note and "time" not in note]


def test_pasted_twice_is_read_once() -> None:
    """A text pasted twice gives the events of the text, at the same places."""
    text = kept("twice")
    once = timeline.extract(timeline.Article(text[: len(text) // 2]))
    both = read("twice")

    assert [(event.title, event.when, event.span) for event in once.events] == [
        (event.title, event.when, event.span) for event in both.events
    ]


def test_line_ends_do_not_matter() -> None:
    """Windows and Unix line ends give the same events."""
    told = [(event.title, event.when) for event in read("twice").events]

    assert told == [(event.title, event.when) for event in read("windows line ends").events]
