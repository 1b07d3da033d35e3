"""What a page prints of its day without the year: "LONDON, March 3 —" says the month and the day, and narrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles import dateline, layout
from timeline.model.statement import Calendar, Reason, Statement, Stratum, publication
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from timeline.model.article import Article


# Characters behind a date on its line: more of them, and the article itself begins there, "LONDON, March 3 — A fire …".
_LINE = 40


def by_dateline(article: Article) -> list[Statement]:
    """
    The weekday, month and day that the page prints as its own, where it leaves out the year.

    What stands on a line of its own is the day of publication; the dateline of a report is the day it was filed, which
    is only usually the same.
    """
    found = dateline.partial(article.text, layout.blocks(article.text))
    if found is None:
        return []
    words = found.span.of(article.text)
    filed = len(article.text[found.span.end :].partition("\n")[0]) > _LINE
    stratum = Stratum.USUAL if filed else Stratum.TEXT
    says = f"The article was published on a day that it calls {quoted(words)}"
    if filed:
        says = f"It was filed on {quoted(words)}: usually the day of publication"
    reason = Reason("publication day", stratum, says, words, found.span, article.id)
    constraint = Calendar(publication(article.id), found.weekday, found.month, found.day)
    return [Statement(constraint, stratum, reason)]
