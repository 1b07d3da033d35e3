"""Whose doing it is, where the parse gave a clause to a neighbour."""

from __future__ import annotations

import pytest

from tests.events.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A broker with Lund Securities noted Tarn Gas was hit by the strike on Friday.", "Strike hits Tarn Gas"),
        ("An official at the bank said customers' deposits were frozen on Friday.", "Customers' deposits frozen"),
        ("The minister, asked about the deal, said he knew nothing of it.", "Minister says he knew nothing"),
        ("The fund holds 2,000 shares, including 500 shares bought in May.", "500 shares bought"),
        (
            "The bombing of a clinic that killed two nurses in 1998 was never solved.",
            "Bombing of a clinic kills two nurses",
        ),
        ("Last week's floods in Tarn killed forty people.", "Floods in Tarn kill forty people"),
        (
            "The bank added $3 million to its reserves and paid a dividend of 20 cents in April.",
            "Bank pays a dividend of 20 cents",
        ),
    ],
)
def test_a_clause_has_its_own_subject(text: str, title: str) -> None:
    """A finite clause is about the noun in front of it, not about who tells of it; what kills is the event."""
    assert title in titles(text)


def test_no_place_acts_for_a_person() -> None:
    """Who treated refugees is the doctor, not the town or the killing."""
    found = titles("The killing of Jens Aall, a doctor in Lund who treated refugees, shocked the town in 1994.")

    assert not [title for title in found if title.startswith(("Lund", "Killing")) and "refugees" in title]


def test_a_noun_behind_a_weekday_is_the_subject() -> None:
    """What falls on Monday is shares, not Monday's; a name in odd letters is what was founded."""
    assert titles("On Monday shares fell.") == ["Shares fall"]
    assert titles("Ann Berg left the bank in 1985 and she founded RunCo.")[1:] == ["Ann Berg founds RunCo"]
