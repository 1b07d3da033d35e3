"""The words behind a verb, and where a title may stop among them."""

from __future__ import annotations

import pytest

from tests.events.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The old dam at Orton was raised by three metres.", "Old dam at Orton raised by three metres"),
        (
            "Profits at Halden Brewery fell 12 percent to $4.1 million in the third quarter.",
            "Profits at Halden Brewery fall 12 percent to $4.1 million",
        ),
        ("The stock closed at $38.50 on heavy volume on Friday.", "Stock closes at $38.50 on heavy volume"),
        ("Police kept watch and about 25 officers were hidden in the crowd.", "Police keep watch"),
        ("The residents fled the village as the river rose.", "Residents flee the village"),
        ("Pilots will get a raise because more strikes are on the way.", "Pilots to get a raise"),
        ("Ferry workers walked out over pay in Bergen on Monday.", "Ferry workers walk out over pay in Bergen"),
        (
            "The army has agreed to allow all 880 prisoners in Tarn to leave on Friday.",
            "Army agrees to allow all 880 prisoners in Tarn to leave",
        ),
    ],
)
def test_a_title_holds_on_to_the_words_behind_its_verb(text: str, title: str) -> None:
    """What stands behind the verb belongs to it as far as the next mark, conjunction or verb of its own."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The council decided that the school should move to Tarn.", "Council decides school should move to Tarn"),
        (
            '"I believe the board followed the law," Oda Holm said on Friday.',
            "Oda Holm believes board followed the law",
        ),
        (
            "The court made it clear that the boy must return.",
            "Court makes it clear that the boy must return",
        ),
    ],
)
def test_what_was_decided_is_told_with_the_deciding(text: str, title: str) -> None:
    """A verb that says nothing by itself takes the clause behind it into its title."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The critic called the play on Friday.", "calls"),
        ("The judge told the jury.", "tells"),
        ("Other firms established, and promoted, shops of their own in 1999.", "establish"),
    ],
)
def test_a_verb_that_wants_more_ends_no_title(text: str, word: str) -> None:
    """Where what a verb needs was not found, it is not told without it."""
    assert not [
        title for title in titles(text) if title.split()[-1] == word or title.endswith(("the play", "the jury"))
    ]
