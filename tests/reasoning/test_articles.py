"""Whole articles of our own writing: the days a careful reader writes down beside their events."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import timeline

CORPUS = Path(__file__).parents[1] / "articles_corpus"
# the article, the word that is the event with what stands behind it, and when it was
DATED = [
    ("live-blog.txt", "chaired an emergency meeting", "15 November 2022, by 12:00"),
    ("live-blog.txt", "visit Port Sallow", "17 November 2022"),
    ("live-blog.txt", "overturned", "15 November 2022, 12:45"),
    ("live-blog.txt", "reached land", "15 November 2022"),
    ("live-blog.txt", "sank off", "14 November 2022, between 12:00 and 18:00"),
    ("live-blog.txt", "rescued by helicopter", "14 November 2022"),
    ("live-blog.txt", "launched", "14 November 2022, 15:40"),
    ("live-blog.txt", "cancelled eleven", "between 7 and 13 November 2022"),
    ("press-release.txt", "announced that", "3 February 2022"),
    ("press-release.txt", "announced on", "20 September 2021"),
    ("press-release.txt", "received", "28 January 2022"),
    ("press-release.txt", "became", "July 2020"),
    ("press-release.txt", "ceased", "2 February 2022"),
    ("press-release.txt", "report results", "28 April 2022"),
    ("press-release.txt", "open a research centre", "by 31 March 2023"),
]


@cache
def _read(name: str) -> tuple[str, dict[int, str]]:
    """The text, and when each event was, by the place of its word."""
    article = timeline.read(CORPUS / name)
    return article.text, {event.head.start: event.when for event in timeline.extract(article).events}


@pytest.mark.parametrize(("name", "words", "when"), DATED, ids=lambda value: str(value)[:24])
def test_an_event_has_its_day(name: str, words: str, when: str) -> None:
    """Neither wider than the article allows, nor narrower."""
    text, dated = _read(name)
    assert dated.get(text.index(words)) == when
