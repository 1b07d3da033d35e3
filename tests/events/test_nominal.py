"""Nouns that are events, and nouns that only look like it."""

from __future__ import annotations

import pytest

from tests.events.told import told


def _nouns(text: str) -> list[str]:
    return [candidate.event.head.of(text) for candidate in told(text) if candidate.nominal]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("She resigned after Trump's re-election.", "re-election"),
        ("The deal followed the summit in Alaska.", "summit"),
        ("He moved to Bergen after the death of his wife.", "death"),
        ("There were protests outside the stadium in Rome.", "protests"),
        ("The town fell after a two-week siege in 1643.", "siege"),
    ],
)
def test_definite_nouns_are_events(text: str, noun: str) -> None:
    """A noun with an owner, a partner, a place or a time of its own is an event."""
    assert noun in _nouns(text)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations sent a letter.",
        "They sat in the meeting room.",
        "The force will be a deterrent to a possible Russian attack.",
        "Drones give support in attacks.",
        "They prepared for the event of an attack on troops.",
        "Elections are held every four years.",
        "Any attack would be answered.",
    ],
)
def test_other_nouns_are_not(text: str) -> None:
    """Names, parts of compounds, plurals in general and what is only possible are no events."""
    assert _nouns(text) == []


def test_a_verb_that_only_carries_its_noun_is_one_event() -> None:
    """One event has two words for it in "held a meeting"."""
    text = "The ministers held a meeting in Vienna on Monday."
    (candidate,) = told(text)

    assert [mention.head.of(text) for mention in candidate.event.mentions] == ["held", "meeting"]


def test_the_same_event_is_told_once() -> None:
    """The summit, and "the talks" that take it up, are one event; another summit is another."""
    text = (
        "Trump left after his summit with Putin in Alaska. The summit ended early. "
        "Obama praised his summit with Xi in Beijing."
    )
    found = [candidate for candidate in told(text) if candidate.event.head.of(text) == "summit"]

    assert [candidate.landmark for candidate in found] == ["alaska-summit-2025", None]
