"""Dates in few words, for labels, and the sentence below the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import civil, day_of, weekday
from timeline.chrono.datewords import day_words
from timeline.chrono.names import WEEKDAYS
from timeline.model.event import Kind
from timeline.model.statement import Denotes, Stratum, Within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


def short_day(day: int, *, year: bool = True) -> str:
    """``28 Feb 2025``."""
    return day_words(day, short=True, year=year)


def long_day(day: int, *, year: bool = True) -> str:
    """``28 February 2025``."""
    return day_words(day, year=year)


def short_range(first: int, last: int, *, year: bool = True) -> str:
    """``19-20 Aug 2025``, with no part said twice and an en dash."""
    if first == last:
        return short_day(first, year=year)
    one, other = civil(first), civil(last)
    if one.year != other.year:
        return f"{short_day(first)} \u2013 {short_day(last)}"
    if one.month != other.month:
        return f"{short_day(first, year=False)} \u2013 {short_day(last, year=year)}"
    return f"{one.day}\u2013{short_day(last, year=year)}"


def usual_words(stated: Range, usual: Range) -> str:
    """What is usual about a moment, as a label gives it behind "~"; its year only where the stated date has another."""
    first = None if usual.earliest is None else day_of(usual.earliest)
    last = None if usual.latest is None else day_of(usual.latest)
    years = {civil(day_of(end)).year for end in (stated.earliest, stated.latest) if end is not None}

    def year(day: int) -> bool:
        return civil(day).year not in years

    if (
        first is not None
        and last is not None
        and (last - first <= 2 or (usual.earliest != stated.earliest and usual.latest != stated.latest))
    ):
        return short_range(first, last, year=year(last))
    if first is not None and usual.earliest != stated.earliest:
        return f"after {short_day(first, year=year(first))}"
    if last is not None and usual.latest != stated.latest:
        return f"by {short_day(last, year=year(last))}"
    return ""


def published_words(published: Range) -> str:
    """``20 Aug 2025``, ``15 Aug \u2013 31 Dec 2025``, ``after 15 Aug 2025``; empty where nothing is known."""
    first = None if published.earliest is None else day_of(published.earliest)
    last = None if published.latest is None else day_of(published.latest)
    if first is not None and last is not None:
        return short_range(first, last)
    if first is not None:
        return f"after {short_day(first)}"
    return f"by {short_day(last)}" if last is not None else ""


def subtitle(timeline: Timeline, events: Sequence[Event]) -> str:
    """What is drawn and where its dates come from; a known event's date is never credited to the article."""
    if not events:
        return "No events."
    dated = [event for event in events if event.bounds.one_day]
    known = [event for event in dated if event.landmark]
    of_a_day = {event.id for event in dated}
    set_by_user = _subjects(timeline, Stratum.EDIT)
    edited = [event for event in dated if not event.landmark and event.id in set_by_user]
    worded = [event for event in dated if not event.landmark and event.id not in set_by_user]
    spans = [event for event in events if event.id not in of_a_day and event.kind is Kind.SPAN and not _unknown(event)]
    unknown = [event for event in events if _unknown(event)]
    ranges = len(events) - len(dated) - len(spans) - len(unknown)
    parts = [
        _worded(timeline, worded),
        _many(len(edited), "day", "days") + " set by you" if edited else "",
        _many(len(known), "day of a known event", "days of known events") if known else "",
        _many(ranges, "range", "ranges") if ranges else "",
        _many(len(spans), "longer event", "longer events") if spans else "",
        f"{len(unknown)} of unknown date" if unknown else "",
    ]
    head = _many(len(events), "event", "events")
    return (
        f"{head}: {', '.join(part for part in parts if part)}. {_publication(timeline, landmarks=bool(known))}".strip()
    )


def _worded(timeline: Timeline, events: list[Event]) -> str:
    """``3 days from the article's words and its publication day (one Tuesday)``."""
    if not events:
        return ""
    anchored = {
        statement.constraint.subject
        for statement in timeline.statements
        if isinstance(statement.constraint, Denotes) and statement.constraint.anchor is not None
    }
    whose = "article\u2019s" if len(timeline.articles) < 2 else "articles\u2019"
    text = f"{_many(len(events), 'day', 'days')} from the {whose} words"
    if any(event.id in anchored for event in events):
        text += " and its publication day" if len(timeline.articles) < 2 else " and publication days"
    days = {day_of(event.bounds.window.earliest) for event in events if event.bounds.window.earliest is not None}
    if len(events) > 1 and len(days) == 1:
        text += f" (one {WEEKDAYS[weekday(days.pop())]})"
    return text


def _subjects(timeline: Timeline, stratum: Stratum) -> set[str]:
    """The subjects somebody gave bounds to in one stratum."""
    return {
        statement.constraint.subject
        for statement in timeline.statements
        if statement.stratum is stratum and isinstance(statement.constraint, Within)
    }


def _publication(timeline: Timeline, *, landmarks: bool) -> str:
    if len(timeline.articles) != 1:
        return _many(len(timeline.articles), "article", "articles") + "." if timeline.articles else ""
    article = timeline.articles[0]
    published = article.published
    if published.one_day and article.given:
        return f"Published {long_day(day_of(published.latest or 0))}{_given(article)}."
    if published.open:
        return "The article does not state its publication day."
    sources = "its words and the known events put it" if landmarks else "its words put it"
    lead = f"The article does not state its publication day; {sources}"
    if published.earliest is not None and published.latest is not None:
        first, last = day_of(published.earliest), day_of(published.latest)
        if first == last:
            return f"{lead} on {long_day(first)}."
        same = civil(first).year == civil(last).year
        return f"{lead} between {long_day(first, year=not same)} and {long_day(last)}."
    if published.earliest is not None:
        return f"{lead} after {long_day(day_of(published.earliest))}."
    return f"{lead} by {long_day(day_of(published.latest or 0))}."


def _given(article: Article) -> str:
    return {"user": " (set by you)", "text": " (as the article says)", "metadata": " (from the page)"}.get(
        article.given or "", ""
    )


def _unknown(event: Event) -> bool:
    return event.bounds.open and event.offset is None


def _many(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
