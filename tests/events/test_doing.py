"""Whose doing a clause is, where the parse would leave it to somebody else."""

from __future__ import annotations

import pytest

from tests.events.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The body found in the canal was that of a student.", "Body found in the canal"),
        (
            "Hundreds of fans ran onto the pitch, forcing stewards to stop the match.",
            "Hundreds of fans force stewards to stop the match",
        ),
        ("Work had to be halted when a wall collapsed, injuring two divers.", "Two divers injured"),
        ("The aid agency opened a depot, with the first lorries arriving on Monday.", "First lorries arrive"),
        ("The river Orla burst its banks on Sunday.", "Orla bursts its banks"),
        ("Under the treaty, signed on 4 March 1878, Karsk was to be returned within a year.", "Treaty signed"),
        ("Having lost 600 men, Alder withdrew to the hills.", "Alder loses 600 men"),
    ],
)
def test_the_doer_is_resolved_or_left_out(text: str, title: str) -> None:
    """A participle's subject is its doer's name or nobody's; what is done to somebody is told in the passive."""
    assert title in titles(text)


def test_what_befalls_somebody_is_not_his_own_doing() -> None:
    """A consequence of the whole clause has no doer in it."""
    assert titles("Weber beat Ito in two sets, sending her into the last eight.") == ["Weber beats Ito in two sets"]
