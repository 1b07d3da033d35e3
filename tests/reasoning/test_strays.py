"""Times that stand with a verb and belong to something else: deadlines, ends of offers, days of what is planned."""

from __future__ import annotations

import re

import pytest

from timeline.model.article import Article
from timeline.pipeline import date_spans

WEDNESDAY = "2025-08-20"


def _when(text: str, word: str, *others: str) -> tuple[str | None, ...]:
    """Earliest begin and latest end, as days, of the first such word; all of them are events."""
    spans = [next(re.finditer(rf"\b{one}\b", text)).span() for one in (word, *others)]
    bounds = date_spans(Article(text, published=WEDNESDAY), spans)[0].bounds.as_dict()
    return tuple(time and time[:10] for time in (bounds["begin"]["earliest"], bounds["end"]["latest"]))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rector has invited the envoy to a ceremony in the old hall on September 12.", "invited"),
        ("Farmers planned a large march in the capital on Saturday.", "planned"),
        ("The harbour office gave no reason for the September 14 deadline.", "gave"),
        ("The council has set Nov. 10 as the deadline.", "set"),
        ("The brewer extended its offer until Nov. 6.", "extended"),
        ("The court postponed the hearing to Sept. 3.", "postponed"),
        ("The trial was set for Friday.", "set"),
        ("The company paid for a dinner, to be held Dec. 15.", "paid"),
    ],
)
def test_the_past_was_not_done_on_a_day_to_come(text: str, word: str) -> None:
    """A deadline, an offer's end or a ceremony's day is not when the verb's event was: that was before publication."""
    latest = _when(text, word)[1]

    assert latest == WEDNESDAY


def test_the_day_is_that_of_the_noun_before_it() -> None:
    """A day to come behind an event's noun is the day of that event."""
    text = "The rector has invited the envoy to a ceremony on September 12."

    assert _when(text, "ceremony", "invited") == ("2025-09-12", "2025-09-12")


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The ministry opened an inquiry on Monday into the crash.", "opened", "2025-08-18"),
        ("The ministry opened the bridge on Monday.", "opened", "2025-08-18"),
        ("Police arrested him in a Monday raid.", "arrested", "2025-08-18"),
        ("The harbour was closed until Friday and reopened on Monday.", "reopened", "2025-08-18"),
    ],
)
def test_the_day_of_the_object_is_the_verbs(text: str, word: str, day: str) -> None:
    """A past day that the grammar gives to what was opened is the day of the opening."""
    assert _when(text, word) == (day, day)


def test_what_is_set_for_a_day_is_to_come() -> None:
    """An appointment in the present lies ahead, also where the weekday was yesterday."""
    assert _when("An emergency session is set for Tuesday.", "session", "set") == ("2025-08-26", "2025-08-26")
    assert _when("The trial is scheduled for Tuesday.", "trial", "scheduled") == ("2025-08-26", "2025-08-26")


def test_dates_in_a_row() -> None:
    """Of several dates the first is when it began and the last when it ended; none of them is dropped."""
    assert _when("The port was enlarged in 1952, 1955 and 1982.", "enlarged") == ("1952-01-01", "1982-12-31")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Her father fought in the Easter Rising.", "Rising"),
        ("Both parties signed the Good Friday Agreement.", "signed"),
        ("The Boxing Day flood drowned the lower town.", "flood"),
    ],
)
def test_a_feast_in_a_name_is_no_time(text: str, word: str) -> None:
    """The Easter Rising was not at last Easter."""
    assert _when(text, word)[0] is None


def test_the_feast_itself_is_one() -> None:
    """A feast that stands by itself is a day."""
    assert _when("The bell fell at Easter.", "fell") == ("2025-04-20", "2025-04-20")
