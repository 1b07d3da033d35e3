"""Reading takes time linear in the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find

pytestmark = pytest.mark.benchmark

PIECES = [
    "12 ", "last ", "1999 ", "from 1990 to ", "10-", "the early late mid ", "two hundred and ", "hundred ",
    "03/04/2025 ",    "May ", "May 4 and 5 and ", "10:10:", "a.m.", "the third quarter of the ",
    "Tuesday, ", "1,000,", "the day before ",
    "1/", "'", " ", "\n", "nested (from (from 1990 to 1991) to ", "-", "1", "a",
]  # fmt: skip


def _seconds(text: str) -> float:
    start = time.process_time()
    direct(find(text), [], Article(text, published="2025-08-20"))
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    """Four times the text takes about four times as long, and not sixteen times."""
    find("warm")
    short = min(_seconds(piece * 1000) for _ in range(2))
    assert _seconds(piece * 4000) < 9 * short + 0.2
