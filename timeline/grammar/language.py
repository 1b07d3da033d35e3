"""Whether a text is English at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.grammar.words import COMMON

if TYPE_CHECKING:
    from timeline.model.article import Article

_WORD = re.compile(r"[^\W\d_]+")
_READ = 200_000  # characters; a text does not change its language after a hundred pages
_LEAST = 12  # words; fewer tell nothing


def language_problem(article: Article) -> str | None:
    """
    One sentence where the article does not look like English, else None.

    English prose has a third to a half of its words from a list of seventy; other languages have few of them.
    """
    words = [word.lower() for word in _WORD.findall(article.text[:_READ])]
    if len(words) < _LEAST:
        return None
    share = sum(word in COMMON for word in words) / len(words)
    if share >= 0.12:
        return None
    return "this does not look like English: dates and events are read in English only, so little may be found"
