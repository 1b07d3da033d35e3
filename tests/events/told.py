"""Events of short texts, by the pipeline that comes with the program: what the tests of this room read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.events.extract import extract
from timeline.events.landmarks import load
from timeline.grammar.pipeline import parse
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate


@cache
def told(text: str, *, landmarks: bool = True) -> tuple[Candidate, ...]:
    """The events of a text."""
    article = Article(text)
    sentences = parse(article)
    headings = [sentence.span for sentence in sentences if sentence.heading]
    times = direct(find(text, headings=headings), sentences, article)
    return tuple(extract(article, sentences, times, load() if landmarks else None))


def titles(text: str) -> list[str]:
    """Their titles, in text order."""
    return [candidate.event.title for candidate in told(text)]


def heads(text: str) -> dict[str, str]:
    """The status of each, by its head word."""
    return {candidate.event.head.of(text): candidate.event.status.value for candidate in told(text)}
