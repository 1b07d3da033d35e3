"""Dates in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scene import examples
from tests.scene.examples import event, plain, within
from timeline.model.event import Event, Status
from timeline.scene.labels import label_of
from timeline.scene.words import published_words, subtitle

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-08-20", "2025-08-20", "20 Aug 2025"),
        ("2025-08-15", "2025-08-20", "15\u201320 Aug 2025"),
        ("2025-08-15", "2025-12-31", "15 Aug \u2013 31 Dec 2025"),
        ("2024-08-15", "2025-12-31", "15 Aug 2024 \u2013 31 Dec 2025"),
        ("2025-08-15", None, "after 15 Aug 2025"),
        (None, "2025-08-15", "by 15 Aug 2025"),
        ("-216-06-22", "-216-06-22", "22 Jun 217 BCE"),
        (None, None, ""),
    ],
)
def test_ranges_in_words(first: str | None, last: str | None, words: str) -> None:
    """No part of a range is said twice, and an open side is named."""
    assert published_words(within(first, last).window) == words


@pytest.mark.parametrize(
    ("stated", "usual", "words"),
    [
        ((None, "2025-08-20"), ("2025-08-19", "2025-08-20"), "~ 19\u201320 Aug"),
        ((None, "2025-08-20"), ("2025-02-28", "2025-08-20"), "~ after 28 Feb"),
        ((None, "2025-08-20"), ("2024-02-28", "2025-08-20"), "~ after 28 Feb 2024"),
        (("2025-01-01", None), ("2025-01-01", "2025-03-01"), "~ by 1 Mar"),
        (("2025-01-01", "2025-12-31"), ("2025-05-05", "2025-05-05"), "~ 5 May"),
    ],
)
def test_what_is_usual_follows_the_title(
    stated: tuple[str | None, str | None], usual: tuple[str | None, str | None], words: str
) -> None:
    """The label gives what is usual behind a tilde, in italics."""
    line = label_of(event(0, "A talk", within(*usual), stated=within(*stated)), bold=False)
    assert line[1].style == "usual"
    assert line[1].text.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("made", "label"),
    [
        (
            event(0, "He asks for options", status=Status.REPORTED, attribution="according to an official"),
            "He asks for options (per an official)",
        ),
        (
            event(0, "An official asks", status=Status.REPORTED, attribution="according to an official"),
            "An official asks",
        ),
        (event(0, "He asks", status=Status.HAPPENED, attribution="an official"), "He asks"),
        (event(0, "He\tasks\nfor\x00 more"), "He asks for more"),
    ],
)
def test_labels(made: Event, label: str) -> None:
    """What is reported ends in its source, where the title does not name it; a label is one clean line."""
    assert "".join(run.text for run in label_of(made, bold=False)) == label


def test_no_caption_credits_the_article_with_a_known_events_date() -> None:
    """Days of landmarks are counted apart from those the text gives."""
    timeline = plain(
        event(0, "Summit", within("2025-08-15", "2025-08-15"), landmark="alaska"),
        event(1, "Vote", within("2025-08-16", "2025-08-16")),
        event(2, "Nothing known"),
    )
    assert subtitle(timeline, timeline.events) == (
        "3 events: 1 dated to the day, 1 dated by a known event, 1 of unknown date. "
        "The article does not state its publication day."
    )


@pytest.mark.parametrize(
    ("timeline", "words"),
    [
        (examples.many(100), "100 events, all dated to the day."),
        (examples.one(), "1 event, dated to the day. The article does not state its publication day."),
        (
            examples.hours(),
            "5 events, all dated to the minute (one Tuesday). The article does not state its publication day.",
        ),
    ],
)
def test_what_all_events_have_in_common_is_said_once(timeline: Timeline, words: str) -> None:
    """No count is said twice, and times of one day are not called days."""
    assert subtitle(timeline, timeline.events) == words


def test_two_articles() -> None:
    """Several articles are counted, not called one."""
    timeline = examples.force()
    twice = type(timeline)((*timeline.articles, *examples.plain().articles), timeline.events)
    assert subtitle(twice, twice.events).endswith("2 articles.")
