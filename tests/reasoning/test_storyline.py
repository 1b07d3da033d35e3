"""A dated past that the text has gone back to keeps what is told in it from the day of the news."""

from __future__ import annotations

import re

import pytest

from timeline.model.article import Article
from timeline.pipeline import date_spans

WEDNESDAY = "2025-08-20"
LONG_AGO = "2025-07-20"


def _when(text: str, *words: str) -> tuple[str | None, ...]:
    """Earliest begin and latest end, as days, of the last of these words; all of them are events."""
    spans = [next(re.finditer(rf"\b{one}\b", text)).span() for one in words]
    bounds = date_spans(Article(text, published=WEDNESDAY), spans)[-1].bounds.as_dict()
    return tuple(time and time[:10] for time in (bounds["begin"]["earliest"], bounds["end"]["latest"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Two directors were fined last November and a third pleaded guilty.",
            ("fined", "pleaded"),
        ),
        (
            "The mill was sold in May 2018. Two clerks were dismissed. The owner praised them.",
            ("sold", "dismissed", "praised"),
        ),
        ("In March 2003 the guild split. The master told his pupils to leave.", ("split", "told")),
    ],
)
def test_what_a_story_of_last_year_tells_is_not_of_today(text: str, words: tuple[str, ...]) -> None:
    """Acts of speech in a dated past are not of the day of publication or the day before."""
    earliest, _ = _when(text, *words)

    assert earliest is None or earliest < LONG_AGO


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill was sold in May 2018. It is now a school. The owner denounced the sale.", ("sold", "denounced")),
        ("The mill was sold in May 2018. The owner said that it will reopen.", ("sold", "said")),
        ("The mill was sold in May 2018. The mayor reopened it on Tuesday. He praised it.", ("reopened", "praised")),
    ],
)
def test_what_comes_back_to_now_is_of_the_news(text: str, words: tuple[str, ...]) -> None:
    """A sentence in the present, a recent day, or saying what will be takes the text back to its own now."""
    earliest, _ = _when(text, *words)

    assert earliest is not None
    assert earliest > LONG_AGO


def test_the_time_carries_on_in_the_past() -> None:
    """What the same one did next, in the past, is usually of that time or soon after."""
    text = "In July 1997 Moore founded the club. He hired a coach."

    assert _when(text, "founded", "hired") == ("1997-07-01", "1997-08-31")


def test_what_is_joined_is_of_the_same_time() -> None:
    """A clause joined without a subject of its own is usually of the same day, in the past as in the news."""
    text = "On 3 July 1997 the rebels seized the town, burned it and withdrew."
    news = "The rebels seized the town on Monday, burned it and withdrew."

    assert _when(text, "seized", "burned") == ("1997-07-03", "1997-07-03")
    assert _when(text, "seized", "burned", "withdrew") == ("1997-07-03", "1997-07-03")
    assert _when(news, "seized", "burned", "withdrew") == ("2025-08-18", "2025-08-18")


def test_recent_days_are_not_one_day() -> None:
    """What was said "in recent days" was not said on the day of publication or the day before."""
    assert _when("Bakers in recent days said that flour was short.", "said")[0] is None


def test_a_life_told_by_years_leaps() -> None:
    """After a year, what comes next may be of any later one: it is only not earlier."""
    bounds = _when("Berg was born in 1921. She learned chess.", "born", "learned")

    assert bounds == ("1921-01-01", WEDNESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "The report was published on 3 May 2024. The chairman left two days after the report came out.",
        "The panel published its report on 3 May 2024. The chairman left two days after the report was released.",
    ],
)
def test_a_report_comes_out_once(text: str) -> None:
    """That a report came out or was released is, usually, its publication told again."""
    assert _when(text, "published", "left") == ("2024-05-05", "2024-05-05")


def test_after_a_look_back_nothing_is_of_today() -> None:
    """What follows a dated past perfect may be of then or of now: it is not dated by the day of publication."""
    text = "In 2019 inspectors had warned that the exits were blocked. The owner rejected the report."

    assert _when(text, "warned", "rejected")[0] is None


def test_what_is_dated_to_a_time_was_not_done_then() -> None:
    """A find is dated to the time it comes from, on some later day."""
    assert _when("The oven was dated to about 1200 BC.", "dated")[0] is None
