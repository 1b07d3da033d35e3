"""Clauses put right before events are read from them."""

from __future__ import annotations

import pytest

from tests.events.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "She took over from Luc Maas, who resigned after a fire at the plant killed two workers.",
            "Fire at the plant kills two workers",
        ),
        ("The airport closed on Monday and ferries were cancelled.", "Ferries cancelled"),
        ("The captain was captured and executed the next day.", "Captain executed"),
        ("The soldier was wounded and died in May.", "Soldier dies"),
        ("The king himself was captured in May.", "King captured"),
        ("The army seized the town, burned it and withdrew.", "Army withdraws"),
        ("Macron plans to visit Kyiv on Friday.", "Macron to visit Kyiv"),
    ],
)
def test_each_verb_has_its_own_subject(text: str, title: str) -> None:
    """A verb's subject is the noun in front of it, shared where the verbs share it, in the voice that goes on."""
    assert title in titles(text)
