"""The time expressions of an article, without its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles.layout import blocks, headings
from timeline.grammar.pipeline import parse as read_grammar
from timeline.phrases.direct import direct
from timeline.phrases.engine import find

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression


def find_time_expressions(
    article: Article, *, model: Path | str | None = None, parse: bool = True
) -> list[TimeExpression]:
    """
    The words that name a time, in text order, each with its TIMEX3 type and value and its expression tree.

    Args:
        article: its text, and its publication day where that is known.
        model: another English pipeline than the shipped one, by name or path.
        parse: read the grammar, too; several times as slow, and better at telling last from next Tuesday.
    """
    if not parse:
        return direct(find(article.text, headings=headings(blocks(article.text))), [], article)
    sentences = read_grammar(article, model)
    titles = [sentence.span for sentence in sentences if sentence.heading]
    return direct(find(article.text, headings=titles), sentences, article)
