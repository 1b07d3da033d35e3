"""What a timeline looks like to a reader of a list: its events by time, and where each of them stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of
from timeline.chrono.words import day_words
from timeline.model.telling import tellings

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

CITED, COLUMNS = "cited", "columns"
"""What is kept with an event that a table told: the source it names, and its columns that say nothing known."""

_UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f\ufffe\uffff]")
_NEVER = float("inf")


def in_time(timeline: Timeline) -> list[Event]:
    """The visible events by the day they may begin, then by the day they may end; those of unknown date last."""

    def when(event: Event) -> tuple[float, float]:
        first, last = event.bounds.window.earliest, event.bounds.window.latest
        known = [moment for moment in (first, last) if moment is not None]
        return (known[0], known[-1]) if known else (_NEVER, _NEVER)

    return sorted((event for event in timeline.events if not event.hidden), key=when)


def spoken(text: str) -> str:
    """A text with � for each character that XML, spreadsheets and calendars have no way of writing."""
    return _UNSPEAKABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A text on one line, whatever breaks its lines."""
    return " ".join(spoken(text).split())


def date_of(event: Event) -> str:
    """The date in words, "~" before one that rests on what is usual and not on what is stated; empty where none is."""
    return f"~ {event.when}" if event.when and event.stated is not None else event.when


def source_of(timeline: Timeline, event: Event) -> str:
    """Where an event is told, as it is cited: "The Harbour Post, 20 August 2025, p. 3, ¶ 2"; several with "; "."""
    cited = event.extra.get(CITED)
    if isinstance(cited, str):
        return one_line(cited)
    articles = {article.id: article for article in timeline.articles}
    places = [(one.article, one.span) for one in tellings(event)] or [(event.article, event.span)]
    told = (_cited(articles[name], place.start) for name, place in places if name in articles)
    return "; ".join(dict.fromkeys(one for one in told if one))


def _cited(article: Article, at: int) -> str:
    named = [one_line(name) for name in (article.title, article.source) if name and name.strip()]
    day = [day_words(day_of(article.published.earliest or 0))] if article.published.one_day else []
    place = None if article.original is None else article.original.place(at)
    return ", ".join([*dict.fromkeys(named), *day, *([place.words] if place is not None and place.words else [])])


def why(event: Event) -> str:
    """The argument for a date as sentences, what follows from it last."""
    argument = event.argument()
    steps = [*argument.steps, *([argument.conclusion] if argument.conclusion else [])]
    said = [one_line(step.says or step.rule) for step in steps]
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in said if text)
