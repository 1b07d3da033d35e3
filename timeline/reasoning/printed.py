"""What a page prints of its day, where that was not given, where another was, and where it leaves out the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles import dateline, layout
from timeline.chrono.bounds import Bounds
from timeline.model.statement import Calendar, Reason, Statement, Stratum, Within, publication
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from timeline.model.article import Article


# Characters behind a date on its line: more of them, and the article itself begins there, "LONDON, March 3 — A fire …".
_LINE = 40


def by_dateline(article: Article) -> list[Statement]:
    """
    The day that the page prints as its own: the whole day where it was not given as such, else what is printed of it.

    A printed day that another one was given beside is a statement, too: the one given stands, and what does not fit
    is shown. Without its year, what stands on a line of its own is the day of publication; the dateline of a report
    is the day it was filed, which is only usually the same.
    """
    blocks = layout.blocks(article.text)
    whole = None if article.given == "text" else dateline.publication(article.text, blocks)
    if whole is not None and not (article.given is not None and whole.day.contains(article.published)):
        words, bounds = whole.span.of(article.text), Bounds.within(whole.day)
        says = f"The article states its publication day, {quoted(words)}"
        reason = Reason("publication day", Stratum.TEXT, says, words, whole.span, article.id, bounds)
        return [Statement(Within(publication(article.id), bounds), Stratum.TEXT, reason)]
    found = dateline.partial(article.text, blocks)
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
