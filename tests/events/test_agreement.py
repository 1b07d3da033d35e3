"""One or many: the verb of a title agrees with its subject."""

from __future__ import annotations

import pytest

from tests.events.told import titles
from timeline.events.agreement import present


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Helicopters searched the coast on Friday.", "Helicopters search the coast"),
        ("About 98% of shareholders approved the deal on Monday.", "About 98% of shareholders approve the deal"),
        ("Half of the residents left the town on Monday.", "Half of the residents leave the town"),
        ("A number of residents left the town on Monday.", "A number of residents leave the town"),
        ("Ruiz and his wife returned to Lima on Monday.", "Ruiz and his wife return to Lima"),
    ],
)
def test_shares_and_pairs_are_many(text: str, title: str) -> None:
    """A share of many is many, so are two together, and so is a plural that has a capital because it comes first."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Harbour Savings & Loan Association sold a bank on Monday.",
            "Harbour Savings & Loan Association sells a bank",
        ),
        ("Tinker & Holt closed ten shops on Friday.", "Tinker & Holt closes ten shops"),
        ("Food and Drug Administration banned the syrup on Monday.", "Food and Drug Administration bans the syrup"),
        ("France and Germany signed a treaty on Monday.", "France and Germany sign a treaty"),
        ("Smith and Jones left the club on Monday.", "Smith and Jones leave the club"),
    ],
)
def test_a_name_with_and_is_one(text: str, title: str) -> None:
    """One body whose name has "and" or "&" is one; two that "and" joins are two."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("cascad", "cascades"), ("dazzl", "dazzles"), ("combat", "combats"), ("pass", "passes")],
)
def test_a_verb_keeps_its_last_letter(lemma: str, form: str) -> None:
    """The "e" that a lemmatizer took for an ending comes back."""
    assert present(lemma, many=False) == form
