"""The time expressions of an article, without its events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.articles.layout import blocks, headings
from timeline.chrono.bounds import Bounds
from timeline.chrono.expressions import resolve
from timeline.grammar.pipeline import parse as read_grammar
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.phrases.reading import timex

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression


def find_time_expressions(
    article: Article, *, model: Path | str | None = None, parse: bool = True
) -> list[TimeExpression]:
    """
    The words that name a time, in text order, as TIMEX3 counts them ("14 to 16 February" is two).

    Each has its span, words, TIMEX3 type, value and modifier, its begin and end (ranges of moments, open where the
    publication day leaves them open), and its expression tree.

    Args:
        article: its text, and its publication day where that is known.
        model: another English pipeline than the shipped one, by name or path.
        parse: read the grammar, too; several times as slow, and better at telling last from next Tuesday.
    """
    if parse:
        sentences = read_grammar(article, model)
        titles = [sentence.span for sentence in sentences if sentence.heading]
    else:
        sentences, titles = [], list(headings(blocks(article.text)))
    found = timex(direct(find(article.text, headings=titles), sentences, article))
    return [replace(expression, bounds=_bounds(expression, article)) for expression in found]


def _bounds(expression: TimeExpression, article: Article) -> Bounds:
    """When the time named begins and ends; open where it hangs on an event or on nothing that is known."""
    if expression.tree is None or expression.anchor not in ("publication", "none"):
        return Bounds()
    return resolve(expression.tree, article.published)
