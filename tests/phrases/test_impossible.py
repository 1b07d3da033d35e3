"""Days that no calendar has are text: neither they nor the month within them is tagged."""

from __future__ import annotations

import pytest

from timeline.phrases.engine import find


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February 2020",
        "the 45th of May",
        "the 0th of June",
        "on 30 February",
        "29 February 2023",
        "31st of April",
    ],
)
def test_an_impossible_day_is_no_time(text: str) -> None:
    """The calendar has no such day, whatever year is meant."""
    assert find(f"They met {text} there.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("29 February 2024", "2024-02-29"), ("31 May 2020", "2020-05-31"), ("all 40 March releases", "XXXX-03")],
)
def test_possible_days_and_plain_numbers_stay(text: str, value: str) -> None:
    """A number that is no day of the month may count something else."""
    assert [one.value for one in find(f"They saw {text} there.")] == [value]
