"""The time expressions of an article, without its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.pipeline import parse
from timeline.phrases.direct import direct
from timeline.phrases.engine import find

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression


def find_time_expressions(article: Article, *, model: Path | str | None = None) -> list[TimeExpression]:
    """
    The words that name a time, in text order, each with its TIMEX3 type and value and its expression tree.

    *model* names another English pipeline than the shipped one.
    """
    sentences = parse(article, model)
    headings = [sentence.span for sentence in sentences if sentence.heading]
    return direct(find(article.text, headings=headings), sentences, article)
