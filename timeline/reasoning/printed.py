"""What a page prints of its day without the year: "LONDON, March 3 —" says the month and the day, and narrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles import dateline, layout
from timeline.model.statement import Calendar, Reason, Statement, Stratum, publication
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from timeline.model.article import Article


def by_dateline(article: Article) -> list[Statement]:
    """The weekday, month and day that the page prints as its own, where it leaves out the year."""
    found = dateline.partial(article.text, layout.blocks(article.text))
    if found is None:
        return []
    words = found.span.of(article.text)
    says = f"The article was published on a day that it calls {quoted(words)}"
    reason = Reason("publication day", Stratum.TEXT, says, words, found.span, article.id)
    constraint = Calendar(publication(article.id), found.weekday, found.month, found.day)
    return [Statement(constraint, Stratum.TEXT, reason)]
