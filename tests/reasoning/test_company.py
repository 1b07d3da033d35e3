"""What is told together is usually of one day, and what hangs from a verb of plans is not there yet."""

from __future__ import annotations

import re

import pytest

from timeline.model.article import Article
from timeline.pipeline import date_spans

WEDNESDAY, MONDAY = "2025-08-20", "2025-08-18"


def _when(text: str, *words: str) -> tuple[str | None, ...]:
    """Earliest begin and latest end, as days, of the last of these words; all of them are events."""
    spans = [next(re.finditer(rf"\b{one}\b", text)).span() for one in words]
    answers = date_spans(Article(text, published=WEDNESDAY), spans)
    bounds = answers[-1].bounds.as_dict()
    return tuple(time and time[:10] for time in (bounds["begin"]["earliest"], bounds["end"]["latest"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Applause filled the chamber on Monday.", ("filled", "Applause")),
        ("The vote passed on Monday.", ("passed", "vote")),
        ("The ceremony drew hundreds to the square on Monday.", ("drew", "ceremony")),
    ],
)
def test_what_did_it_was_of_that_day(text: str, words: tuple[str, ...]) -> None:
    """An event that is the subject of what was done on a day was usually of that day."""
    assert _when(text, *words) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The collapse triggered an inquiry on Monday.", ("triggered", "collapse")),
        ("The vote was not held on Monday.", ("held", "vote")),
        ("The murder remained a riddle on Monday.", ("remained", "murder")),
    ],
)
def test_what_only_led_to_it_was_not(text: str, words: tuple[str, ...]) -> None:
    """What led to something, was not done, or was a riddle on a day may have been long before."""
    assert _when(text, *words)[0] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoys conferred on Monday on closing the port.", ("conferred", "closing")),
        ("The baker said on Tuesday that he would sue if they raised the rent.", ("said", "sue")),
        ("The mayor said on Tuesday that he had agreed to sell the mill.", ("said", "sell")),
    ],
)
def test_what_is_only_talked_of_is_not_over(text: str, words: tuple[str, ...]) -> None:
    """What is conferred on, threatened or agreed in the news is not dated in the past."""
    _, latest = _when(text, *words)

    assert latest is None


def test_a_threat_in_the_news_is_usually_still_ahead() -> None:
    """What somebody said yesterday that he would do, if something else happens, is usually not before publication."""
    text = "The baker said on Tuesday that he would sue if they raised the rent."

    assert _when(text, "said", "sue")[0] == WEDNESDAY
