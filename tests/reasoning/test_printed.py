"""A day that the page prints without its year narrows the day of publication, and never guesses the year."""

from __future__ import annotations

from dataclasses import replace

import pytest

import timeline

BODY = "A fire destroyed the mill at Ashcombe on Sunday. The owner, Robert Slade, had bought it in 2017."

NARROWED = {
    f"Mill burns\nMarch 3\n{BODY}": "2017-03-03",
    f"Mill burns\n\nTuesday, 5 March\n\n{BODY}": "2019-03-05",  # the first 5 March after 2016 that was a Tuesday
    f"Mill burns\nPosted Aug 5\n{BODY}": "2017-08-05",
}


@pytest.mark.parametrize("text", NARROWED)
def test_the_first_possible_day(text: str) -> None:
    """The day of publication is open towards the future, and starts with the first day that fits what is printed."""
    chronicle = timeline.extract(timeline.Article(text), landmarks=False)
    [article] = chronicle.articles

    assert article.published.as_dict() == {"earliest": NARROWED[text], "latest": None}
    assert article.given is None


def test_the_printed_words_are_the_reason() -> None:
    """Why an event's bound is where it is, is told with the words of the dateline."""
    chronicle = timeline.extract(timeline.Article(f"LONDON, March 3 — {BODY}"), landmarks=False)
    fire = next(event for event in chronicle.events if "destroys" in event.title)

    assert any("“March 3”" in reason.says for reason in fire.reasons)


def test_a_given_year_makes_it_one_day() -> None:
    """Within a year that the user gives there is only one such day."""
    chronicle = timeline.extract(timeline.Article(f"Mill burns\nMarch 3\n{BODY}"), landmarks=False)
    chronicle.set_published("2018")

    assert chronicle.articles[0].published.as_dict() == {"earliest": "2018-03-03", "latest": "2018-03-03"}


def test_a_dateline_is_the_day_of_filing() -> None:
    """What a report is filed on is only usually the day it was published: it gives no stated bound."""
    chronicle = timeline.extract(timeline.Article(f"LONDON, March 3 — {BODY}"), landmarks=False)
    stated = chronicle.seen(only_stated=True)

    assert chronicle.articles[0].published.as_dict()["earliest"] == "2017-01-01"
    assert any(one.reason.rule == "publication day" for one in chronicle.timeline.statements)
    assert not any(one.set_aside.reason.rule == "publication day" for one in stated.conflicts)


@pytest.mark.parametrize(
    ("newest", "day", "latest"),
    [
        ("October 2023", "Saturday, March 23", "2024-03-14"),
        ("October 2023", "Friday, March 22", "2024-03-14"),
        ("October 2023", "Sunday, March 23", None),  # of 2025, which is far from what it dates
        ("October 2019", "Saturday, March 23", None),
        ("October 2023", "March 23", None),
    ],
)
def test_a_weekday_of_the_text_tells_the_year(newest: str, day: str, latest: str | None) -> None:
    """A weekday that fits the first such dateline after the newest past gives, usually, the year; nothing else does."""
    text = (
        f"LONDON, March 14 — A flood drowned the town in {newest}. The mayor resigned.\n\nA ferry will sail on {day}."
    )
    chronicle = timeline.extract(timeline.Article(text), landmarks=False)
    fall = next(event for event in chronicle.events if event.title == "Mayor resigns")

    assert fall.bounds.as_dict()["end"]["latest"] == latest


def test_a_page_that_states_its_day_keeps_it() -> None:
    """What an event's own time would make of the day does not set aside the day that the page states."""
    text = "The board has invited the founders to a ceremony on March 12."
    article = timeline.Article(text, published="2019-03-05")
    chronicle = timeline.extract(replace(article, given="metadata"), landmarks=False)

    assert chronicle.articles[0].published.as_dict() == {"earliest": "2019-03-05", "latest": "2019-03-05"}


def test_the_users_day_is_stronger() -> None:
    """A day that the user sets stands against the printed one."""
    chronicle = timeline.extract(timeline.Article(f"LONDON, March 3 — {BODY}"), landmarks=False)
    chronicle.set_published("2018-03-04")

    assert chronicle.articles[0].published.as_dict() == {"earliest": "2018-03-04", "latest": "2018-03-04"}


def test_a_whole_day_is_read_where_nobody_gives_one() -> None:
    """The day that the page prints is a statement of the text like any other; another day given beside it stands."""
    text = f"Mill burns\n\nTuesday, 5 March 2019\n\n{BODY}"
    [alone] = timeline.extract(timeline.Article(text), landmarks=False).articles
    chronicle = timeline.extract(timeline.Article(text, published="2020-01-03"), landmarks=False)

    assert alone.published.as_dict() == {"earliest": "2019-03-05", "latest": "2019-03-05"}
    assert chronicle.articles[0].published.as_dict() == {"earliest": "2020-01-03", "latest": "2020-01-03"}
    assert [one.set_aside.reason.text for one in chronicle.timeline.conflicts] == ["Tuesday, 5 March 2019"]
    assert chronicle.seen(dates_from="text").articles[0].published.as_dict()["earliest"] == "2019-03-05"
