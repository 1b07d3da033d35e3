"""Whether a text is English at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model.article import Article

_WORD = re.compile(r"[^\W\d_]+")
_READ = 200_000  # characters; a text does not change its language after a hundred pages
_LEAST = 12  # words; fewer tell nothing

# the commonest words of English that are not also common in its neighbours' languages ("in", "die", "was" are German too)
_COMMON = frozenset(
    "the of and to that is it for on with he as his be at by this had not are but from or have they which you were her she "
    "their been has when who will more no if out its said what about them can would into some could than other".split()
)


def language_problem(article: Article) -> str | None:
    """
    One sentence where the article does not look like English, else None.

    English prose has a third to a half of its words from a list of seventy; other languages and lists of names have few.
    """
    words = [word.lower() for word in _WORD.findall(article.text[:_READ])]
    if len(words) < _LEAST:
        return None
    share = sum(word in _COMMON for word in words) / len(words)
    if share >= 0.12:
        return None
    return "this does not look like English: dates and events are read in English only, so little may be found"
