"""Days that no calendar has are text: neither they nor the month within them is tagged."""

from __future__ import annotations

import pytest

from timeline.model.article import Article
from timeline.phrases.engine import find
from timeline.phrases.impossible import impossible_days
from timeline.workspace.remarks import notes


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February 2020",
        "the 45th of May",
        "the 0th of June",
        "on 30 February",
        "29 February 2023",
        "31st of April",
        "on April 31",
        "on the opening day, April 31st",
    ],
)
def test_an_impossible_day_is_no_time(text: str) -> None:
    """The calendar has no such day, whatever year is meant."""
    assert find(f"They met {text} there.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("29 February 2024", "2024-02-29"),
        ("31 May 2020", "2020-05-31"),
        ("all 40 March releases", "XXXX-03"),
        ("in June 31 barges", "XXXX-06"),
    ],
)
def test_possible_days_and_plain_numbers_stay(text: str, value: str) -> None:
    """A number that is no day of the month may count something else."""
    assert [one.value for one in find(f"They saw {text} there.")] == [value]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("He left on 30 February 2024, or on April 31, 2023.", ["30 February 2024", "April 31, 2023"]),
        ("Between 29 February 2023 and 5 May 2024 it was shut.", ["29 February 2023"]),
        ("It closed on April 31. It reopened on the 31st of June.", ["April 31", "31st of June"]),
        ("On Feb. 30, 2020 he left, and on Feb. 30, 2020 she came.", ["Feb. 30, 2020"]),
        ("In June 31 people died; in May 1999 all 40 March releases sold. It opened on 29 February 2024.", []),
    ],
)
def test_the_words_of_impossible_days(text: str, days: list[str]) -> None:
    """Each is found once, the month before its number or behind it, and a count of things is none."""
    assert impossible_days(text) == days


def test_a_reader_is_told_of_an_impossible_day() -> None:
    """One sentence says which days no calendar has."""
    told = notes(Article("The mill closed on 31 April 2019. It burned down on 4 May 2020.", published="2025-08-20"), [])
    assert [each for each in told if "calendar" in each] == [
        'it names "31 April 2019", which no calendar has, so nothing is dated by that'
    ]
