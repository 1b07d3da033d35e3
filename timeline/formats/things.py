"""What an event says that a format may have no place for, each with its name for people and how it is told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.bounds import day_window
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.model.event import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.chrono.bounds import Range
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

LONGEST_CELL = 32_767
"""Characters of a cell of a spreadsheet, as Excel has it."""
_FIRST_YEAR = start_of(day_number(1))
_FIRST_CELL = start_of(day_number(1900, 3, 1))  # before it spreadsheets count one day more than there was


class Thing(NamedTuple):
    """What may be lost: its name in declarations, its words, and whether an event has it."""

    name: str
    words: str
    of: Callable[[Event], bool]


def _exact(found: Range) -> bool:
    return found.open or found.one_day


def _within(event: Event) -> slice:
    """The place of the word that is the event in its quote."""
    return slice(max(0, event.head.start - event.span.start), max(0, event.head.end - event.span.start))


def _uncertain(event: Event) -> bool:
    bounds = event.bounds
    if event.kind is Kind.DAY:
        return day_window(bounds.ordered).known and not bounds.one_day
    return not (_exact(bounds.begin) and _exact(bounds.end))


def _one_sided(event: Event) -> bool:
    bounds = event.bounds
    return not bounds.open and (bounds.window.earliest is None or bounds.window.latest is None)


def _moments(event: Event) -> list[int]:
    bounds = event.bounds
    found = (bounds.begin.earliest, bounds.begin.latest, bounds.end.earliest, bounds.end.latest)
    return [moment for moment in found if moment is not None]


def _clock(event: Event) -> bool:
    firsts = (event.bounds.begin.earliest, event.bounds.end.earliest)
    lasts = (event.bounds.begin.latest, event.bounds.end.latest)
    return any(one is not None and one != start_of(one // 1440) for one in firsts) or any(
        one is not None and one != last_of(one // 1440) for one in lasts
    )


_ALL = (
    Thing("uncertain", "an uncertain day or end", _uncertain),
    Thing("one-sided", "a date that is open on one side", _one_sided),
    Thing("undated", "an event of unknown date", lambda event: event.bounds.open),
    Thing("title", "titles", lambda event: event.title != event.quote[_within(event)]),
    Thing("offset", "a distance from an unknown day of publication", lambda event: event.offset is not None),
    Thing("clock", "a time of day", _clock),
    Thing("bce", "a year before 1", lambda event: any(one < _FIRST_YEAR for one in _moments(event))),
    Thing("old", "a day before March 1900", lambda event: any(one < _FIRST_CELL for one in _moments(event))),
    Thing("usual", "what is usual apart from what is stated", lambda event: event.stated is not None),
    Thing("status", "whether it happened", lambda event: event.status is not Status.HAPPENED),
    Thing("kind", "that it lasts longer than a day", lambda event: event.kind is Kind.SPAN),
    Thing("attribution", "who says so", lambda event: bool(event.attribution)),
    Thing("actors", "who takes part", lambda event: bool(event.actors)),
    Thing("places", "where it was", lambda event: bool(event.places)),
    Thing("quote", "the quote", lambda event: bool(event.quote)),
    Thing("reasons", "why this date", lambda event: bool(event.reasons)),
    Thing("note", "the user's note", lambda event: bool(event.note)),
    Thing("links", "addresses beside an event", lambda event: bool(event.links)),
    Thing("standing", "disputed or not", lambda event: event.standing is not None),
    Thing(
        "lines", "line breaks and double spaces in titles", lambda event: event.title != " ".join(event.title.split())
    ),
    Thing("unspeakable", "control characters", lambda event: bool(_unspeakable(event))),
    Thing("long", f"a text of more than {LONGEST_CELL:,} characters", lambda event: _longest(event) > LONGEST_CELL),
    Thing("hidden", "hidden events", lambda event: event.hidden),
)
THINGS = {thing.name: thing for thing in _ALL}

MACHINERY = "machinery"
"""Beside what an event says: the articles' texts, places in them, what dates follow from, and edits."""
MACHINERY_WORDS = "the articles' texts, what dates follow from, and edits"


def has_machinery(timeline: Timeline) -> bool:
    """There is more in a timeline than what its events say."""
    return bool(timeline.statements or timeline.edits or any(article.text for article in timeline.articles))


def _longest(event: Event) -> int:
    """The characters of the longest text that a cell would have to hold."""
    return max(len(event.title), len(event.quote), len(event.note or ""), sum(len(one.says) for one in event.reasons))


def _unspeakable(event: Event) -> bool:
    """Characters that XML, spreadsheets and calendars have no way of writing."""
    texts = (event.title, event.quote, event.note or "", event.attribution or "", *event.actors, *event.places)
    return any(
        (sign < " " and sign not in "\t\n\r") or "\ud800" <= sign <= "\udfff" or sign in "\x7f\ufffe\uffff"
        for text in texts
        for sign in text
    )
