"""
What each article says of an event that several of them tell, kept with the event that stands for all.

It stands in the event's `extra`, so that it is saved with it: "sources" holds, in the order of the articles, one object
each, ``{"event", "article", "quote", "span", "when", "bounds"}``: the article's own event, and its date by that article
alone. "disagrees" holds ``{"event", "about"}``: an event of another article that would be this one if what they say
"when" it was, or "whether" it was, did not contradict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.chrono.bounds import Bounds
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event

SOURCES = "sources"
DISAGREES = "disagrees"
RULE = "one event of several articles"
"""The rule of the statements that say so."""


class Telling(NamedTuple):
    """What one article says of an event, by itself: its own event's id, the article's, its words, and when it was."""

    event: str
    article: str
    quote: str
    span: Span
    when: str
    bounds: Bounds


class Objection(NamedTuple):
    """An event of another article that contradicts this one about "when" it was, or "whether" it was."""

    event: str
    about: str


def tellings(event: Event) -> tuple[Telling, ...]:
    """What the articles say that tell an event; empty where one alone does, or where what is written is no telling."""
    if not event.extra:  # most have none, and are asked often
        return ()
    try:
        return tuple(_telling(one) for one in event.extra.get(SOURCES, ()))
    except (KeyError, TypeError, ValueError, AttributeError):
        return ()


def objections(event: Event) -> tuple[Objection, ...]:
    """The events of other articles that contradict an event."""
    if not event.extra:
        return ()
    try:
        return tuple(Objection(str(one["event"]), str(one["about"])) for one in event.extra.get(DISAGREES, ()))
    except (KeyError, TypeError):
        return ()


def tellers(event: Event) -> int:
    """
    How many articles tell an event.

    >>> from timeline.model.event import Event
    >>> tellers(Event("e", "a", "Ferry sinks", "", Span(0, 0), Span(0, 0)))
    1
    """
    return max(1, len({telling.article for telling in tellings(event)}))


def retold(events: Iterable[Event]) -> set[str]:
    """Those of some events that another article's event stands for."""
    return {one.event for event in events for one in tellings(event) if one.event != event.id}


def written(told: Iterable[Telling]) -> list[dict[str, Any]]:
    """The inverse of `tellings`, as it is kept."""
    return [{**one._asdict(), "span": list(one.span), "bounds": one.bounds.as_dict()} for one in told]


def _telling(data: dict[str, Any]) -> Telling:
    start, end = data["span"]
    texts = [data[name] for name in ("event", "article", "quote", "when")]
    if not all(isinstance(one, str) for one in texts):
        raise TypeError("a telling is made of texts")
    event, article, quote, when = texts
    return Telling(event, article, quote, Span(int(start), int(end)), when, Bounds.from_dict(data["bounds"]))
