"""Dates in few words, for labels, and the sentence below the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY, civil, day_of, weekday
from timeline.chrono.datewords import day_words
from timeline.chrono.names import WEEKDAYS
from timeline.model.event import Kind
from timeline.model.statement import Stratum, Within

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
        (len(worded), _worded(worded)),
        (len(edited), "dated by you"),
        (len(known), f"dated by {'a known event' if len(known) == 1 else 'known events'}"),
        (ranges, "within a range"),
        (len(spans), "going on for longer"),
        (len(unknown), "of unknown date"),
    ]
    told = [f"{count:,} {words}" for count, words in parts if count]
    alone = next((words for count, words in parts if count == len(events)), None)
    head = _many(len(events), "event", "events")
    head += f": {', '.join(told)}" if alone is None else f", {'all ' if len(events) > 1 else ''}{alone}"
    return f"{head}. {_publication(timeline, landmarks=bool(known))}".strip()


def _worded(events: list[Event]) -> str:
    """``dated to the day (one Tuesday)``."""
    windows = [event.bounds.window for event in events]
    clock = [one for one in windows if one.one_day and (one.latest or 0) - (one.earliest or 0) < MINUTES_PER_DAY - 1]
    text = "dated to the minute" if clock and len(clock) == len(events) else "dated to the day"
    days = {day_of(one.earliest) for one in windows if one.earliest is not None}
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
