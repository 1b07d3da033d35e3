"""One article with its events and dates as TimeML 1.2.1: EVENT in the text, TIMEX3 and TLINK below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from timeline.chrono.bounds import day_window
from timeline.chrono.calendar import day_of, in_calendar, start_of
from timeline.chrono.iso import iso_day
from timeline.errors import ExportError
from timeline.formats.timeml import creation, escaped
from timeline.formats.units import dates_of
from timeline.model.event import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_MODAL = {Status.PLANNED: "will", Status.POSSIBLE: "may"}


class Link(NamedTuple):
    """How an event lies to a time: TimeML's relType, and the value of the TIMEX3."""

    relation: str
    value: str


def write(timeline: Timeline) -> str:
    """
    A TimeML document of the visible events of one article; of words that overlap the first is marked.

    A day that is uncertain is after the day before its first and before the day after its last.

    Raises:
        ExportError: the timeline has no article, or several.
    """
    told = [article for article in timeline.articles if article.text]
    if len(told) != 1:
        count = "none with a text" if not told else str(len(told))
        raise ExportError(f"TimeML holds one article, and this timeline has {count}: export one at a time")
    [article] = told
    events = sorted(
        (one for one in timeline.events if not one.hidden and one.article == article.id), key=lambda one: one.head.start
    )
    pieces: list[str] = []
    below: list[str] = []
    position = number = times = 0
    for event in events:
        start, end = event.head
        if start < position or not start < end <= len(article.text):
            continue
        number += 1
        pieces += [escaped(article.text[position:start]), f'<EVENT eid="e{number}" class="OCCURRENCE">']
        pieces += [escaped(article.text[start:end]), "</EVENT>"]
        position = end
        below.append(_instance(number, event))
        for link in links(event):
            times += 1
            below.append(f'<TIMEX3 tid="t{times}" type={_type(link.value)} value={quoteattr(link.value)}/>')
            ends = f'eventInstanceID="ei{number}" relatedToTime="t{times}"'
            below.append(f'<TLINK lid="l{times}" {ends} relType="{link.relation}"/>')
    pieces.append(escaped(article.text[position:]))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n\n'
        f"<DOCID>{escaped(article.source or article.id)}</DOCID>\n\n<DCT>{creation(article)}</DCT>\n\n"
        f"<TITLE>{escaped(article.title or '')}</TITLE>\n\n"
        f"<TEXT>{''.join(pieces)}</TEXT>\n\n" + "".join(f"{line}\n" for line in below) + "\n</TimeML>\n"
    )


def _type(value: str) -> str:
    return '"TIME"' if "T" in value else '"DATE"'


def _instance(number: int, event: Event) -> str:
    polarity = "NEG" if event.status is Status.DENIED else "POS"
    modality = f' modality="{_MODAL[event.status]}"' if event.status in _MODAL else ""
    return (
        f'<MAKEINSTANCE eiid="ei{number}" eventID="e{number}" tense="NONE" aspect="NONE" pos="OTHER" '
        f'polarity="{polarity}"{modality}/>'
    )


def links(event: Event) -> Iterator[Link]:
    """What is known of an event's date, as links to times."""
    dates = dates_of(event)
    if dates is None:
        return
    if event.kind is Kind.SPAN and dates.exact and dates.last is not None:
        yield Link("BEGUN_BY", dates.first.iso)
        yield Link("ENDED_BY", dates.last.iso)
        return
    if dates.exact and dates.last is None and event.kind is Kind.DAY:
        yield Link("IS_INCLUDED", dates.first.iso)
        return
    bounds = event.bounds.ordered
    window = day_window(bounds) if event.kind is Kind.DAY and not day_window(bounds).empty else bounds.window
    if window.earliest is not None and in_calendar(start_of(day_of(window.earliest) - 1)):
        yield Link("AFTER", iso_day(day_of(window.earliest) - 1))
    if window.latest is not None and in_calendar(start_of(day_of(window.latest) + 1)):
        yield Link("BEFORE", iso_day(day_of(window.latest) + 1))
