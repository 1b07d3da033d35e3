"""Verbs behind misspelt stems, and classes of words."""

from __future__ import annotations

import pytest

from timeline.events.gazetteer import country_of, given_names, people, place
from timeline.events.lexicon import noun_is, participle_of, verb_is, verb_of, wordset


@pytest.mark.parametrize(
    ("form", "guess", "verb"),
    [
        ("withdrew", "withdrow", "withdraw"),
        ("rebelled", "rebelle", "rebel"),
        ("freed", "fre", "free"),
        ("blamed", "blam", "blame"),
        ("inspected", "inspecte", "inspect"),
        ("travelled", "travell", "travel"),
        ("spanned", "spann", "span"),
        ("carried", "carry", "carry"),
        ("created", "create", "create"),
        ("called", "call", "call"),
        ("added", "add", "add"),
        ("found", "found", "find"),
        ("taught", "taught", "teach"),
        ("monopolizing", "monopoliz", "monopolize"),
        ("seizing", "seiz", "seize"),
        ("notifying", "notifye", "notify"),
        ("mirrored", "mirrore", "mirror"),
        ("shuttered", "shuttere", "shutter"),
        ("loaned", "loane", "loan"),
        ("fined", "fin", "fine"),
        ("guided", "guide", "guide"),
        ("joined", "join", "join"),
        ("stopped", "stop", "stop"),
    ],
)
def test_the_verb_behind_a_form(form: str, guess: str, verb: str) -> None:
    """A wrong guess of the lemmatizer is put right, a right one stays."""
    assert verb == verb_of(form, guess)


def test_verbs_that_need_their_particle() -> None:
    """Only "rule out" and "call for" say something."""
    assert verb_is("rule", "act", particle="out")
    assert not verb_is("rule", "act")
    assert verb_is("announce", "act")


@pytest.mark.parametrize(
    ("verb", "participle"),
    [("ban", "banned"), ("visit", "visited"), ("cancel", "cancelled"), ("deny", "denied"), ("steal", "stolen")],
)
def test_participles(verb: str, participle: str) -> None:
    """What was done, in the spelling of the verb's kind."""
    assert participle_of(verb) == participle


def test_every_class_has_words() -> None:
    """No class is empty, and what is clearly an event is one."""
    assert noun_is("summit", "event", "clear")
    assert not noun_is("meeting-room", "event")
    assert "probably" in wordset("hedge")


def test_the_gazetteer_knows_what_stands_for_a_country() -> None:
    """Names, peoples, capitals and seats of power stand for countries, cities do not; spellings lead to a person."""
    assert [country_of(word) for word in ("British", "Paris", "the Kremlin", "Pentagon")] == [
        "Britain",
        "France",
        "Russia",
        "United States",
    ]
    assert country_of("Hamburg") is None
    assert getattr(place("Hamburg"), "country", None) == "Germany"
    assert people()["zelenski"] == people()["volodymyr zelensky"]
    assert (given_names()["Marta"], given_names()["Peter"]) == ("f", "m")
