"""
What an event is found by, wherever one looks for events: on the page, on the page that stands alone, in a list.

An event is found by

- words: in its title, quotes, date in words, who says so, actors, places, note, and the titles and sources of the
  articles that tell it. Every word that is typed must stand in one of these, as part of a word, whatever its case and
  accents (`fold`); words in quotation marks stand together (`words_of`).
- values: of each of `DIMENSIONS` an event has at least one value (`Facts.values`). Of the values chosen in one
  dimension an event has one, and that in every dimension in which some are chosen.
- a period: one of the days between the first and the last that are known of the event lies in it. An event of which no
  day is known lies in no period.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from timeline.chrono.calendar import day_of
from timeline.model.event import Kind
from timeline.model.statement import Stratum
from timeline.model.telling import tellings
from timeline.scene.extent import day_window
from timeline.scene.lanes import names_of
from timeline.scene.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.telling import Telling
    from timeline.model.timeline import Timeline

NONE: Final = "(none)"
"""The value of an event that has no actor, or no place."""
DIMENSIONS: Final[Mapping[str, str]] = {
    "actor": "Who",
    "place": "Where",
    "article": "Article",
    "status": "Status",
    "certainty": "How exactly it is dated",
    "source": "What the date rests on",
    "kind": "How long it lasts",
    "standing": "Marked as",
}
"""What events have values of, with its title; in the order in which it is shown."""
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "actor": {NONE: "No one named"},
    "place": {NONE: "No place named"},
    "status": {
        "happened": "Happened",
        "reported": "Reported",
        "planned": "Planned",
        "possible": "Possible",
        "denied": "Denied",
    },
    "certainty": {
        "day": "To the day",
        "month": "Within a month",
        "year": "Within a year",
        "longer": "Within a longer time",
        "open": "Open on one side",
        "publication": "From publication only",
        "unknown": "Date unknown",
    },
    "source": {
        "text": "What is stated",
        "metadata": "The page's own day",
        "landmark": "A known event",
        "usual": "What is usual, not stated",
        "edit": "Set by hand",
        "none": "No reason given",
    },
    "kind": {"day": "Within one day", "span": "Longer than a day"},
    "standing": {"disputed": "Disputed", "undisputed": "Undisputed", "unsure": "Unsure", NONE: "Not marked"},
}
"""Values in words, in the order in which they are shown; a value that has none here is a name, and shown as it is."""
CLOSED: Final = ("status", "certainty", "source", "kind", "standing")
"""The dimensions whose values are all in `WORDS`."""
_GRAINS: Final = (("day", 1), ("month", 31), ("year", 366))
"""How wide the days are, at most, in which a begin or an end lies."""
_MARKS: Final = re.compile("[\u0300-\u036f]")
_QUOTES: Final = str.maketrans("’‘“”„«»", '\'\'"""""')
_WORD: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')


class Facts(Protocol):
    """
    What one event is found by.

    `text` is what is searched, folded, a line for each part; `values` are those of each dimension, `days` the first and
    the last day that are known of it (numbers as in `chrono`, both included), None where none is.
    """

    @property
    def event(self) -> str:
        """Its id."""

    @property
    def text(self) -> str:
        """What is searched."""

    @property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """By dimension, in their order."""

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last."""


class Register:
    """What events are found by, worked out anew only for those that have changed."""

    def __init__(self) -> None:
        self._names: tuple[dict[str, str], dict[str, str]] = {}, {}
        self._kept: dict[str, tuple[Event, bool, Facts]] = {}

    def of(self, timeline: Timeline) -> tuple[Facts, ...]:
        """What the visible events of a timeline are found by, in their order."""
        names, sources = article_names(timeline.articles), {one.id: one.source or "" for one in timeline.articles}
        if (names, sources) != self._names:  # they are part of it
            self._names, self._kept = (names, sources), {}
        by_hand, found = dated_by_hand(timeline), []
        for event in timeline.events:
            if event.hidden:
                continue
            edited, kept = event.id in by_hand, self._kept.get(event.id)
            if kept is None or kept[0] is not event or kept[1] is not edited:
                kept = event, edited, _Found(event, names, sources, edited=edited)
                self._kept[event.id] = kept
            found.append(kept[2])
        return tuple(found)


def facts(timeline: Timeline) -> tuple[Facts, ...]:
    """What the visible events of a timeline are found by, in their order."""
    return Register().of(timeline)


class _Found:
    """What an event is found by, each part worked out when it is first looked at: most are never."""

    __slots__ = ("_called", "_days", "_edited", "_event", "_text", "_values", "event")

    def __init__(self, event: Event, names: Mapping[str, str], sources: Mapping[str, str], *, edited: bool) -> None:
        self.event = event.id
        self._event = event
        self._edited = edited
        self._called = names, sources
        self._text: str | None = None
        self._values: _Values | None = None
        self._days: tuple[tuple[int, int] | None, ...] = ()

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = _searched(self._event, *self._called)
        return self._text

    @property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        if self._values is None:
            self._values = _Values(self._event, self._called[0], edited=self._edited)
        return self._values

    @property
    def days(self) -> tuple[int, int] | None:
        if not self._days:
            self._days = (known_days(self._event),)
        return self._days[0]


class _Values(Mapping[str, tuple[str, ...]]):
    """The values of an event in each dimension."""

    __slots__ = ("_edited", "_event", "_made", "_names")

    def __init__(self, event: Event, names: Mapping[str, str], *, edited: bool) -> None:
        self._event = event
        self._names = names
        self._edited = edited
        self._made: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, dimension: str) -> tuple[str, ...]:
        found = self._made.get(dimension)
        if found is None:
            found = self._made[dimension] = self._of(dimension)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(DIMENSIONS)

    def __len__(self) -> int:
        return len(DIMENSIONS)

    def _of(self, dimension: str) -> tuple[str, ...]:
        event = self._event
        match dimension:
            case "actor":
                return _actors(event) or (NONE,)
            case "place":
                return _names(event.places) or (NONE,)
            case "article":
                return tuple(self._names.get(one, one) for one in _told_in(event, tellings(event)))
            case "status":
                return (event.status.value,)
            case "certainty":
                return (certainty(event),)
            case "source":
                return ("edit" if self._edited else source(event),)
            case "kind":
                return (event.kind.value,)
            case "standing":
                return (NONE if event.standing is None else event.standing.value,)
            case _:
                raise KeyError(dimension)


def _searched(event: Event, names: Mapping[str, str], sources: Mapping[str, str]) -> str:
    retold = tellings(event)
    articles = _told_in(event, retold)
    parts = [event.title, event.quote]
    for others in (event.mentions, retold):
        if others:
            parts += [one.quote for one in others]
    parts += (event.when, event.attribution or "", event.note or "", *_actors(event), *_names(event.places))
    parts += [names.get(one, one) for one in articles]
    parts += [sources.get(one, "") for one in articles]
    return fold("\n".join(dict.fromkeys(parts)))


def _actors(event: Event) -> tuple[str, ...]:
    """The lane's name is one of them."""
    lane = event.extra.get("lane")
    return _names((str(lane), *event.actors) if lane else event.actors)


def _told_in(event: Event, retold: tuple[Telling, ...]) -> tuple[str, ...]:
    """The articles that tell it, its own first."""
    return tuple(dict.fromkeys([event.article, *(one.article for one in retold)])) if retold else (event.article,)


def article_names(articles: Iterable[Article]) -> dict[str, str]:
    """How each article is called, by its id: as on the drawing, with a number where another is called the same."""
    names = names_of(articles)
    again: Counter[str] = Counter()
    for article, name in names.items():
        again[name] += 1
        if again[name] > 1:
            names[article] = f"{name} ({again[name]})"
    return names


def dated_by_hand(timeline: Timeline) -> frozenset[str]:
    """The events whose date the user has given, and not taken back."""
    dated = {edit.subject: bool((edit.after or {}).get("bounds")) for edit in timeline.edits if edit.field == "date"}
    return frozenset(subject for subject, given in dated.items() if given)


def certainty(event: Event) -> str:
    """How exactly an event is dated: the wider of what is known of its begin and of its end."""
    bounds = event.bounds
    if event.kind is Kind.DAY and bounds.one_day:  # as most are
        return "day"
    if bounds.open:
        return "unknown" if event.offset is None else "publication"
    widest = 0
    for one in (day_window(bounds),) if event.kind is Kind.DAY else (bounds.begin, bounds.end):
        if one.earliest is None or one.latest is None:
            return "open"
        widest = max(widest, day_of(one.latest) - day_of(one.earliest) + 1)
    for grain, most in _GRAINS:
        if widest <= most:
            return grain
    return "longer"


def source(event: Event) -> str:
    """The weakest that an event's date rests on, as the value of a stratum; "none" where no reason is given."""
    if not event.reasons:
        return "none"
    strata = {reason.stratum for reason in event.reasons}
    if event.stated is None:  # what is usual, but gave nothing that is not stated
        strata.discard(Stratum.USUAL)
    return max(strata, key=lambda one: one.rank).value if strata else "none"


def known_days(event: Event) -> tuple[int, int] | None:
    """The first and the last day that are known of an event, what is usual included; None where none is."""
    begin, end = event.bounds.begin, event.bounds.end
    moments = [one for one in (begin.earliest, begin.latest, end.earliest, end.latest) if one is not None]
    return (day_of(min(moments)), day_of(max(moments))) if moments else None


def fold(text: str) -> str:
    """
    A text as it is compared: no capitals, no accents, straight quotation marks.

    >>> fold("“Café” in Zürich")
    '"cafe" in zurich'
    """
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_QUOTES))).casefold()


def words_of(search: str) -> tuple[str, ...]:
    """
    What is searched for: each word, folded; words between quotation marks together.

    >>> words_of('Bridge "air power"')
    ('bridge', 'air power')
    """
    found = (" ".join((one[1] or one[2] or "").split()) for one in _WORD.finditer(fold(search)))
    return tuple(dict.fromkeys(word for word in found if word))


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once, as lanes are titled."""
    if not names:
        return ()
    found = [named for name in names if name and (named := _named(name))]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


@lru_cache(maxsize=10_000)
def _named(name: str) -> str:
    name = clean(name)
    return name[:1].upper() + name[1:]
