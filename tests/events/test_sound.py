"""Whether a title may stand."""

from __future__ import annotations

import pytest

from tests.events.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A girl in Alder, Texas won the race on Friday.", "Girl in Alder wins the race"),
        (
            "The bombings of the two banks in Oslo and Bergen injured over 300 people on Monday.",
            "Bombings of two banks injure over 300 people",
        ),
        ("The suspect has refused to implicate anyone.", "Suspect refuses to implicate anyone"),
        (
            "The suspect had not admitted any role or implicated anyone else on Monday.",
            "Suspect does not implicate anyone",
        ),
        ("Sales were little changed at 3 million crowns in March.", "Sales were little changed at 3 million crowns"),
        (
            "Police found more than 1,300 pounds of explosives in a barn on Monday.",
            "Police find more than 1,300 pounds of explosives in a barn",
        ),
        ("Two teachers were acquitted and the third, Alan Marsh, was fined on Friday.", "Two teachers acquitted"),
        ("Penhallow was founded in 1871 by Penrose.", "Penrose founds Penhallow"),
        ("THE FERRY STRUCK A ROCK NEAR THE HARBOUR ON MONDAY.", "FERRY STRUCK A ROCK NEAR THE HARBOUR"),
    ],
)
def test_a_title_says_what_its_clause_says(text: str, title: str) -> None:
    """Its own subject, its "not" and "little", and an end where a phrase ends."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("As the holiday week began, villagers lit fires.", "Villagers begin"),
        ("Ruiz was charged in the March 2011 shooting death of a farmer.", "shoots"),
        ("The fund has unrealized gains of 3 million crowns.", "unrealize"),
        ("Sales fell to 3 million crowns in May, compared with 4 million a year earlier.", "compare"),
        ("In Alder, Texas a girl won the race on Friday.", "Texas"),
    ],
)
def test_what_is_no_act_has_no_title(text: str, word: str) -> None:
    """A time does not begin anything, and a word in front of its noun does nothing."""
    assert all(word not in title for title in titles(text))
