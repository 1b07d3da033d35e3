"""
What of a text is to be read, and what is to be said of the rest.

The legible text has the characters of the given one in their places; what is no prose of the article is blank in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.articles import dateline, doubled, layout, markup, repeats
from timeline.model.article import replace_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.articles.layout import Block
    from timeline.model.article import Article
_STOPS = re.compile(r"[.!?…;:,]")
_BREATH = 50  # words; nobody writes more without a comma


def legible(article: Article) -> Article:
    """The article as it is read: no markup, and no word or paragraph twice. Spans in it are spans in the given one."""
    text = doubled.once(markup.readable(article.text))
    text = repeats.without(text, repeats.repeats(text, layout.blocks(text)))
    return article if text == article.text else replace_article(article, text=text)


def problems(article: Article) -> list[str]:
    """Sentences about what was left out in reading, or contradicts itself; each said once."""
    text = markup.readable(article.text)
    blocks = layout.blocks(text)
    original = article.original
    found = [
        *(original.notes if original else ()),
        markup.problem(article.text),
        repeats.problem(text, blocks),
        _breathless(text, blocks),
    ]
    if article.given is None:
        found.append(dateline.problem(text, blocks))
    return [sentence for sentence in found if sentence is not None]


def _breathless(text: str, blocks: Sequence[Block]) -> str | None:
    """One sentence where words stand without any punctuation, else None."""
    for block in blocks:
        words = block.span.of(text)
        if words.count(" ") >= _BREATH and _STOPS.search(words) is None:
            return "it has no punctuation, so its sentences are hard to tell apart and events may be missing"
    return None
