"""The first user's article, and the sample written after it, dated in four ways."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import timeline

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.workspace import Chronicle

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
SOURCES = {
    "user's": SHARED / "articles" / "european-force.txt",
    "sample": ROOT / "data" / "articles" / "european-force.txt",
}
WAYS = {
    "day, landmarks": ("2025-08-20", True),
    "day, no landmarks": ("2025-08-20", False),
    "no day, landmarks": (None, True),
    "neither": (None, False),
}
# What an event is known by: its head word, and a word that its quote must have.
EVENTS = {
    "summit": (("summit",), "Alaska"),
    "president": (("said",), "resident"),
    "Zakharova": (("said", "told"), "harova"),
    "NATO": (("announced",), "Tuesday"),
    "confrontation": (("confrontation",), "Oval Office"),
    "re-election": (("re -election", "re-election", "election"), "election"),
    "plan": (("drawn", "drew"), "election"),
    "visit": (("visited",), "April"),
    "options": (("commissioned", "ordered"), "Caine"),
    "discuss": (("began", "discuss"), "then"),
    "French officials": (("said",), "Paris"),
    "Fox": (("said",), "Fox"),
    "Rubio": (("begin", "working", "work"), "Rubio"),
    "refusal": (("refused",), "Italy"),
}
TUESDAY: dict[str, tuple[str | None, str | None]] = {
    "day, landmarks": ("2025-08-19", "2025-08-19"),
    "day, no landmarks": ("2025-08-19", "2025-08-19"),
    "no day, landmarks": ("2025-08-12", "2025-12-30"),
    "neither": (None, None),
}
WITHIN: dict[str, dict[str, tuple[str | None, str | None]]] = {
    "summit": {
        "day, landmarks": ("2025-08-15", "2025-08-15"),
        "day, no landmarks": (None, "2025-08-20"),
        "no day, landmarks": ("2025-08-15", "2025-08-15"),
        "neither": (None, None),
    },
    "president": TUESDAY,
    "Zakharova": TUESDAY,
    "NATO": TUESDAY,
    "confrontation": {
        "day, landmarks": ("2025-02-28", "2025-02-28"),
        "day, no landmarks": ("2025-01-01", "2025-08-20"),
        "no day, landmarks": ("2025-02-28", "2025-02-28"),
        "neither": (None, None),
    },
    "re-election": {
        "day, landmarks": ("2024-11-05", "2024-11-05"),
        "day, no landmarks": (None, "2025-08-20"),
        "no day, landmarks": ("2024-11-05", "2024-11-05"),
        "neither": (None, None),
    },
    "plan": {
        "day, landmarks": (None, "2024-11-05"),
        "day, no landmarks": (None, "2025-08-20"),
        "no day, landmarks": (None, "2024-11-05"),
        "neither": (None, None),
    },
    "visit": {
        "day, landmarks": ("2025-04-01", "2025-04-30"),
        "day, no landmarks": ("2025-04-01", "2025-04-30"),
        "no day, landmarks": ("2025-04-01", "2025-04-30"),
        "neither": (None, None),
    },
    "options": {
        "day, landmarks": ("2025-08-15", "2025-08-20"),
        "day, no landmarks": (None, "2025-08-20"),
        "no day, landmarks": ("2025-08-15", "2025-12-31"),
        "neither": (None, None),
    },
}
PUBLISHED = {
    "day, landmarks": ("2025-08-20", "2025-08-20"),
    "day, no landmarks": ("2025-08-20", "2025-08-20"),
    "no day, landmarks": ("2025-08-15", "2025-12-31"),
    "neither": (None, None),
}


@cache
def chronicle(source: str, way: str) -> Chronicle:
    """The article read in one of the four ways."""
    if not SOURCES[source].exists():
        pytest.skip(f"the user's article is not here: {SOURCES[source]}")
    published, landmarks = WAYS[way]
    return timeline.extract(timeline.read(SOURCES[source], published=published), landmarks=landmarks)


def find(source: str, way: str, name: str) -> Event:
    """The one main event that is known by its head and a word of its quote."""
    heads, word = EVENTS[name]
    text = chronicle(source, way).articles[0].text
    found = [
        event
        for event in chronicle(source, way).seen(events="main").events
        if event.head.of(text) in heads and word in event.quote
    ]

    assert len(found) == 1, f"{name}: {[(event.title, event.quote) for event in found]}"
    return found[0]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", WITHIN)
def test_events_are_as_precise_as_the_text_allows(source: str, way: str, name: str) -> None:
    """Each event of the table lies within these days, the outermost being None where that side is open."""
    event = find(source, way, name)
    bounds = event.bounds.as_dict()
    stated = (event.stated or event.bounds).as_dict()

    assert (stated["begin"]["earliest"], stated["end"]["latest"]) == WITHIN[name][way]
    assert (bounds["begin"]["earliest"], bounds["end"]["latest"]) == WITHIN[name][way]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("way", WAYS)
def test_the_publication_day_is_inferred_and_never_guessed(source: str, way: str) -> None:
    """The article's own words and the known events bound the publication day."""
    published = chronicle(source, way).articles[0].published.as_dict()

    assert (published["earliest"], published["latest"]) == PUBLISHED[way]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", EVENTS)
def test_every_event_of_the_pictures_is_there_with_its_reasons(source: str, way: str, name: str) -> None:
    """Each of the fourteen events is found once, with bounds or an offset that have reasons."""
    event = find(source, way, name)

    assert event.when
    assert event.reasons
    assert event.quote == event.span.of(chronicle(source, way).articles[0].text)


@pytest.mark.parametrize("source", SOURCES)
def test_no_year_is_invented(source: str) -> None:
    """Where neither the day nor a landmark is known no bound has a year, and Tuesday is worded by publication."""
    for event in chronicle(source, "neither").timeline.events:
        assert event.bounds.open, (event.title, event.when)
        assert "20" not in event.when
    for name in ("president", "Zakharova", "NATO"):
        event = find(source, "neither", name)

        assert event.when == "the Tuesday before publication"
        assert event.offset is not None
        assert (event.offset.begin, event.offset.end) == ((-6, 0), (-6, 0))
    assert "April" in find(source, "neither", "visit").when


@pytest.mark.parametrize("source", SOURCES)
def test_one_tuesday_is_shared(source: str) -> None:
    """Three statements of one unknown Tuesday are one group, and are worded by it."""
    events = [find(source, "no day, landmarks", name) for name in ("president", "Zakharova", "NATO")]

    assert {event.shared for event in events} == {"one Tuesday"}
    assert {event.when for event in events} == {
        "the Tuesday before publication, between 12 August and 30 December 2025"
    }


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("way", WAYS)
def test_nothing_hypothetical_is_on_the_timeline(source: str, way: str) -> None:
    """What is only imagined, conditional or general is no event."""
    text = chronicle(source, way).articles[0].text
    heads = {event.head.of(text) for event in chronicle(source, way).timeline.events}

    assert not heads & {
        "attack",
        "lead",
        "develop",
        "intervene",
        "support",
        "focus",
        "considered",
        "counts",
        "concentrate",
    }


@pytest.mark.parametrize("source", SOURCES)
def test_usual_and_stated_are_told_apart(source: str) -> None:
    """The Fox interview carries no time: usually that day or the day before, and stated only not after it."""
    event = find(source, "day, landmarks", "Fox")

    assert event.stated is not None
    assert event.stated.as_dict()["begin"] == {"earliest": None, "latest": "2025-08-20"}
    assert event.bounds.as_dict()["begin"] == {"earliest": "2025-08-19", "latest": "2025-08-20"}


@pytest.mark.parametrize("source", SOURCES)
def test_setting_the_day_narrows_and_clearing_it_widens(source: str) -> None:
    """A publication day set afterwards gives what reading with it gives, and clearing it what reading without gives."""
    published = WAYS["day, landmarks"][0]
    one = timeline.extract(timeline.read(SOURCES[source]) if SOURCES[source].exists() else pytest.skip("no article"))
    open_bounds = [event.bounds for event in one.events]
    one.set_published(published)

    assert [e.bounds for e in one.events] == [e.bounds for e in chronicle(source, "day, landmarks").events]

    one.set_published(None)

    assert [event.bounds for event in one.events] == open_bounds


@pytest.mark.parametrize("source", SOURCES)
def test_then_at_the_head_of_a_paragraph_goes_on_from_the_one_before(source: str) -> None:
    """What "then" opens is, usually, after all that the paragraph before told, the confrontation included."""
    event = find(source, "day, landmarks", "discuss")

    assert event.bounds.as_dict()["begin"] == {"earliest": "2025-02-28", "latest": "2025-08-20"}
    assert event.stated is not None
    assert event.stated.begin.earliest is None


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("way", WAYS)
def test_the_argument_for_an_april_tells_of_the_month_and_of_the_tense(source: str, way: str) -> None:
    """Why the visit was in the last April: the words "in April", and that "visited" is past."""
    reasons = find(source, way, "visit").reasons

    assert any("April" in reason.text or "April" in reason.says for reason in reasons)
    assert any("visited" in reason.says and "past" in reason.says for reason in reasons)
