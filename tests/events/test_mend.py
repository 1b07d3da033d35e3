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
        ("The minister plans to visit Kyiv next week, his office said.", "Minister to visit Kyiv"),
        ("Obi carried the state on Saturday.", "Obi carries the state"),
        ("A plane carrying 40 passengers crashed near Lyon.", "Plane carrying 40 passengers crashes near Lyon"),
        ("The director of the bank, which collapsed in 1931, fled to Lisbon.", "Bank collapses"),
        ("Prosecutors, who had asked for six years, appealed.", "Prosecutors appeal"),
        ("She worked until her shop closed in May.", "Shop closes"),
        ("The new law made by Anna Falk passed.", "Anna Falk makes the new law"),
        ("Anna Falk travelled, wrote two books and learned the cello.", "Anna Falk learns the cello"),
    ],
)
def test_each_verb_has_its_own_subject(text: str, title: str) -> None:
    """A verb's subject is the noun in front of it, shared where the verbs share it, in the voice that goes on."""
    assert title in titles(text)
