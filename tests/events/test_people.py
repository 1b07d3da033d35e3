"""Who and where: made one inside an article."""

from __future__ import annotations

import pytest

from tests.events.told import told
from timeline.events.speech import per


def _actors(text: str) -> dict[str, tuple[str, ...]]:
    return {candidate.event.head.of(text): candidate.event.actors for candidate in told(text)}


@pytest.mark.parametrize(
    ("text", "head", "actor"),
    [
        ("The US president signed the law. Trump had asked for it.", "signed", "Donald Trump"),
        ("Marta Holm sold the ship. Two days later she left Norway.", "left", "Marta Holm"),
        ("Marta Holm sold the ship. Two days later Holm left Norway.", "left", "Marta Holm"),
        ("Foreign Ministry spokeswoman Maria Zakharova resigned on Tuesday.", "resigned", "Maria Zakharova"),
        ("The mayor, Tomas Vidal, opened the bridge.", "opened", "Tomas Vidal"),
        ("NATO met on Monday. The alliance raised the alert.", "raised", "NATO"),
        ("Peter Hallam was jailed. His wife, Anna Hallam, was acquitted.", "acquitted", "Anna Hallam"),
        ("Ruiz fought for days. Ruiz himself was captured.", "captured", "Ruiz"),
    ],
)
def test_names_roles_and_pronouns_are_one(text: str, head: str, actor: str) -> None:
    """A surname, a role, a pronoun and an apposition stand for the person the text makes them."""
    assert actor in _actors(text)[head]


def test_nobody_does_it_to_himself_by_a_pronoun() -> None:
    """An object pronoun is not the subject of its own clause."""
    text = "Walter Brandt was found guilty. Judge Miriam Oyela will sentence him on 2 May."

    assert _actors(text)["sentence"] == ("Miriam Oyela", "Walter Brandt")


@pytest.mark.parametrize(
    ("text", "head", "lane"),
    [
        ("Emmanuel Macron visited Kyiv.", "visited", "France"),
        ("Moscow rejected the plan.", "rejected", "Russia"),
        ("The Pentagon ordered two ships.", "ordered", "United States"),
        ("Germany and Italy refused to pay.", "refused", "Germany, Italy"),
        ("Britain and France met. British and French officers visited Ukraine.", "visited", "Britain & France"),
    ],
)
def test_lanes_roll_up_to_countries_and_bodies(text: str, head: str, lane: str) -> None:
    """A person, a capital and a seat of power roll up to their country; two that act together share a lane."""
    assert [lane] == [
        candidate.event.extra["lane"] for candidate in told(text) if candidate.event.head.of(text) == head
    ]


@pytest.mark.parametrize(
    ("text", "head", "lane"),
    [
        ("A plumber phoned Vera Holst on Monday. Vera Holst lives in Ulm.", "phoned", None),
        ("A stranger attacked the German minister on Monday.", "attacked", None),
        ("A court fined Germany on Monday.", "fined", None),
        ("Germany fined a court clerk on Monday.", "fined", "Germany"),
        ("The bridge was bombed by Germany on Monday.", "bombed", "Germany"),
        ("France was warned on Monday.", "warned", "France"),
        ("A plumber said on Monday that Germany had left the union.", "said", None),
        ("Germany said on Monday that it would leave the union.", "said", "Germany"),
    ],
)
def test_the_lane_is_that_of_who_does_it(text: str, head: str, lane: str | None) -> None:
    """Where the clause has somebody who does it, an event never stands in the lane of who it is done to."""
    found = [c.event.extra.get("lane") for c in told(text, landmarks=False) if c.event.head.of(text) == head]

    assert found == [lane]


def test_places_say_where() -> None:
    """Places are those a phrase puts the event in, and the object of going there."""
    text = "Police arrested a Russian sailor in Hamburg. The officers visited Ukraine."

    assert [candidate.event.places for candidate in told(text)] == [("Hamburg",), ("Ukraine",)]


def test_a_source_is_kept_and_shown() -> None:
    """What a source says carries the source, and the short form a label ends in."""
    (candidate,) = told("According to a Western official, the general drew up a plan.")

    assert (candidate.event.attribution, candidate.event.extra["source"]) == ("a Western official", "(per an official)")
    assert per("The police") == "(per the police)"
