"""What reading costs."""

from __future__ import annotations

from time import process_time

import pytest

from timeline.grammar import pipeline
from timeline.model.article import Article

pytestmark = pytest.mark.benchmark

PARAGRAPH = (
    "The president said on Tuesday that the government would not go on with its plans for the city, which had been "
    "drawn up by two of his predecessors. “We have heard enough,” he added, after a meeting with the mayor in March. "
    "Officers visited the site in April to study the options, a spokeswoman told reporters.\n\n"
)


def seconds(times: int) -> float:
    """CPU seconds for so many paragraphs."""
    article = Article(PARAGRAPH * times)
    start = process_time()
    pipeline.parse(article)
    return process_time() - start


def test_a_text_is_read_in_time_linear_in_its_length() -> None:
    """Eight times the text takes about eight times as long, at some thousand words a second."""
    seconds(20)  # the model is loaded and warm

    short, long = seconds(100), seconds(800)

    words = 800 * len(PARAGRAPH.split())
    print(f"{words / long:.0f} words per CPU second")  # noqa: T201 - the figure is what one runs it for
    assert long < 8 * short * 1.5
    assert words / long > 1500
