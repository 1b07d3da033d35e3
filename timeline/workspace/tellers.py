"""Who tells an event: what each article says of it by itself, and those that contradict it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.model.telling import objections, tellings

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds
    from timeline.model.event import Event
    from timeline.model.span import Span
    from timeline.model.timeline import Timeline


class Source(NamedTuple):
    """
    What one article says of an event.

    `event` is the article's own event, `title` the article's name for people, `quote` its words, at `span` of its text;
    `when` is the date by that article alone. Where it does not agree, `about` says on what: "when" or "whether" it was.
    """

    event: str
    article: str
    title: str
    quote: str
    span: Span
    when: str
    bounds: Bounds
    agrees: bool = True
    about: str = ""


def sources_of(timeline: Timeline, event: Event) -> tuple[Source, ...]:
    """
    Every article that tells an event, in the order of the articles, then those that contradict it.

    Of an event that one article tells, and none contradicts, it is that one.
    """
    names = {article.id: article.title or article.source or article.id for article in timeline.articles}
    told = [
        Source(
            one.event, one.article, names.get(one.article, one.article), *one[2:], *_agreement(one.bounds, event.bounds)
        )
        for one in tellings(event)
    ]
    others = {one.id: one for one in timeline.events} if objections(event) else {}
    against = [_alone(others[one.event], names, about=one.about) for one in objections(event) if one.event in others]
    return (*(told or [_alone(event, names)]), *against)


class Quarrel(NamedTuple):
    """Two events of different articles that would be one if they did not contradict each other "when" or "whether"."""

    one: Event
    other: Event
    about: str

    @property
    def sentence(self) -> str:
        """Both, and what they contradict each other about."""
        told = " and ".join(f"“{event.title}” ({self._says(event)})" for event in (self.one, self.other))
        return f"{told} are told as one event, {self.what}."

    @property
    def what(self) -> str:
        """What they contradict each other about, in words."""
        return "of different days" if self.about == "when" else "by one as something that did not happen"

    def _says(self, event: Event) -> str:
        return event.when if self.about == "when" else event.status.value


def quarrels(timeline: Timeline) -> tuple[Quarrel, ...]:
    """Where articles contradict each other about what is else one event, in the order of the timeline."""
    against = [(event, objection) for event in timeline.events for objection in objections(event)]
    places = {event.id: place for place, event in enumerate(timeline.events)} if against else {}
    return tuple(
        Quarrel(event, timeline.events[places[other]], about)
        for event, (other, about) in against
        if places.get(other, -1) > places[event.id]
    )


def _alone(event: Event, names: dict[str, str], about: str = "") -> Source:
    name = names.get(event.article, event.article)
    return Source(
        event.id, event.article, name, event.quote, event.span, event.when, event.bounds, agrees=not about, about=about
    )


def _agreement(one: Bounds, other: Bounds) -> tuple[bool, str]:
    """The user may have dated an event so that an article does not agree."""
    meet = not ((one.begin & other.begin).empty or (one.end & other.end).empty)
    return meet, "" if meet else "when"
