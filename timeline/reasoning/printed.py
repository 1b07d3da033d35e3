"""What a page prints of its day, where that was not given, where another was, and where it leaves out the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles import dateline, dates, layout
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import civil, day_number, day_of, last_of, start_of, weekday
from timeline.model.event import Status
from timeline.model.span import Span
from timeline.model.statement import Calendar, Reason, Statement, Stratum, Within, publication
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.articles.dates import PrintedDate
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression
    from timeline.reasoning.reading import Reading

_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_HALF_A_YEAR = 183
_A_YEAR = 366

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


def by_weekdays_of_the_text(reading: Reading) -> list[Statement]:
    """
    The year of a page that prints only month and day, where a weekday of the text fits it: usual, not stated.

    "Saturday, March 23", in a report filed on March 14: the first such day after the newest that it dates must be near,
    and every weekday that stands with its date has to fit. Where none does, the year stays open.
    """
    article = reading.article
    if article.given is not None or not article.published.open:
        return []
    found = dateline.partial(article.text, layout.blocks(article.text))
    newest = max(_dated(reading), default=None)
    if found is None or found.month is None or found.day is None or newest is None:
        return []
    day = _first_after(newest, found.month, found.day)
    named = list(_with_weekdays(reading))
    if day is None or not named or day - newest > _A_YEAR or not all(_fits(one, day) for _, one in named):
        return []
    time = named[0][0]
    words, year = quoted(found.span.of(article.text)), civil(day).year
    says = f"{quoted(time.text)} fits the first {words} after the newest that it dates: usually that of {year}"
    bounds = Bounds.within(Range(start_of(day), last_of(day)))
    reason = Reason("publication day", Stratum.USUAL, says, time.text, time.span, article.id, bounds)
    return [Statement(Within(publication(article.id), bounds), Stratum.USUAL, reason)]


def _dated(reading: Reading) -> Iterator[int]:
    """The first days of the times, each with its year, at which something happened."""
    for candidate in reading.candidates:
        for time in candidate.times:
            if time.anchor != "none" or time.tree is None or candidate.event.status not in _HAPPENED:
                continue
            interval = time.tree.at(0)
            if interval is not None:
                yield day_of(interval.start)


def _with_weekdays(reading: Reading) -> Iterator[tuple[TimeExpression, PrintedDate]]:
    """The days told from publication by weekday, month and day."""
    for time in reading.expressions:
        date = dates.whole(time.text, Span(0, len(time.text)))
        if time.anchor != "publication" or date is None or date.year is not None:
            continue
        if date.weekday is not None and date.month is not None and date.day is not None:
            yield time, date


def _first_after(day: int, month: int, number: int) -> int | None:
    """The first such day of a month on or after a day; None for one that few years have."""
    year = civil(day).year
    days = [found for one in (year, year + 1) if (found := _day(one, month, number)) is not None and found >= day]
    return min(days, default=None)


def _fits(date: PrintedDate, published: int) -> bool:
    """The date nearest to publication is of that weekday."""
    year = civil(published).year
    days = [found for one in (year - 1, year, year + 1) if (found := _day(one, date.month or 1, date.day or 1))]
    near = [day for day in days if abs(day - published) <= _HALF_A_YEAR]
    return any(weekday(day) == date.weekday for day in near)


def _day(year: int, month: int, day: int) -> int | None:
    try:
        return day_number(year, month, day)
    except ValueError:
        return None
