"""The table that lawyers and editors hand in: date in words, event, status, source, quote, why this date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.formats.shown import date_of, in_time, one_line, source_of, spoken, why
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


class Line(NamedTuple):
    """One event as it is handed in; `event` is what it was made of."""

    number: int
    when: str
    title: str
    status: str
    who: str
    where: str
    source: str
    quote: str
    why: str
    note: str
    links: str
    event: Event


def lines(timeline: Timeline) -> list[Line]:
    """The visible events by time."""
    return [_line(timeline, number, event) for number, event in enumerate(in_time(timeline), 1)]


def _line(timeline: Timeline, number: int, event: Event) -> Line:
    return Line(
        number=number,
        when=spoken(date_of(event)),
        title=spoken(event.title),
        status=status_of(event),
        who="; ".join(spoken(one) for one in event.actors),
        where="; ".join(spoken(one) for one in event.places),
        source=source_of(timeline, event),
        quote=spoken(event.quote),
        why=why(event),
        note=spoken(event.note or ""),
        links="; ".join(spoken(link) for link in event.links),
        event=event,
    )


def status_of(event: Event) -> str:
    """Whether it happened, who says so, and how it stands: "reported, per an official; disputed"."""
    told = event.status.value
    if event.attribution:
        told = f"{told}, {one_line(event.attribution)}"
    return told if event.standing is None else f"{told}; {event.standing.value}"


def remark(event: Event) -> str:
    """The status where it is worth a word beside a title: anything but that it happened."""
    said = status_of(event)
    return "" if said == Status.HAPPENED.value else said


def heading(timeline: Timeline) -> str:
    """What the timeline is called, else its only article."""
    named = timeline.title or (timeline.articles[0].title if len(timeline.articles) == 1 else None)
    return one_line(named or "") or "Chronology"
