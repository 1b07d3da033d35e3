"""
Events that the user adds, joins and parts, as edits.

- "event": null, or ``{"event": …, "date": …}``: an event in the form of the saved timeline, with the date it was given.
- "parts": the ids of the events that are said to be the same as this one; they are shown in its place.
- "split": null, or ``{"event": …, "place": n}``: the event that the mention at a place of this one's was made to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.formats._events import read_event
from timeline.formats._fields import Record
from timeline.model.article import Article
from timeline.model.statement import Distance, Point, Stratum
from timeline.reasoning.network import subjects
from timeline.workspace.changing import change_event, renamed, with_edit, without_edit
from timeline.workspace.dating import put_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event, Mention
    from timeline.model.statement import Statement
    from timeline.model.timeline import Edit, Timeline

OWN = Article("", title="Added by hand", id="own")
"""What events belong to that no article tells of."""

_SAYS = "You said that these are one event"


def others_in(edit: Edit) -> set[str]:
    """The events, beside its subject, that an edit joins or makes."""
    if edit.field == "parts":
        return {*(edit.before or ()), *(edit.after or ())}
    if edit.field == "apart":
        return {event for pairs in (edit.before, edit.after) for pair in pairs or () for event in pair} - {edit.subject}
    if edit.field == "split":
        return {value["event"]["id"] for value in (edit.before, edit.after) if value}
    return set()


def put_event(timeline: Timeline, subject: str, _before: Any, after: Mapping[str, Any] | None) -> Timeline:  # noqa: ANN401 - a JSON value
    """Add an event, or take it away again; the article of what no article tells of comes and goes with its events."""
    if after is None:
        timeline = _removed(without_edit(timeline, subject), subject)
        if any(event.article == OWN.id for event in timeline.events):
            return timeline
        return replace(timeline, articles=tuple(one for one in timeline.articles if one.id != OWN.id))
    if after["event"]["article"] == OWN.id and all(article.id != OWN.id for article in timeline.articles):
        timeline = replace(timeline, articles=(*timeline.articles, OWN))
    timeline = placed(timeline, _event(timeline, after["event"]))
    date = after.get("date")
    return timeline if date is None else put_date(timeline, subject, None, date)


def put_parts(timeline: Timeline, subject: str, before: Any, after: Any) -> Timeline:  # noqa: ANN401 - JSON values
    """Say which events are the same as one: they lie at the same time, and it is shown in their place."""
    parts = set(before or ())
    kept = tuple(one for one in timeline.statements if not _same_time(one, subject, parts))
    timeline = replace(timeline, statements=kept)
    for part in before or ():
        timeline = change_event(timeline, part, merged=None, hidden=False)
    for part in after or ():
        for side in ("begin", "end"):
            timeline = with_edit(timeline, Distance(Point(subject, side), Point(part, side), 0, 0), _SAYS)
        timeline = change_event(timeline, part, merged=subject, hidden=True)
    return timeline


def put_split(timeline: Timeline, subject: str, before: Any, after: Any) -> Timeline:  # noqa: ANN401 - JSON values
    """Make a mention an event of its own, with what its words say of the time; or put it back."""
    if after is None:
        made = next(event for event in timeline.events if event.id == before["event"]["id"])
        timeline = _called(_removed(timeline, made.id), made.id, subject)
        return _with_mentions(timeline, subject, before["place"], made.mentions[:1])
    made = _event(timeline, after["event"])
    timeline = placed(_with_mentions(timeline, subject, after["place"], ()), made)
    return _called(timeline, subject, made.id, made)


def placed(timeline: Timeline, event: Event) -> Timeline:
    """The timeline with one more event, in text order among those of its article."""
    events = list(timeline.events)
    mine = [place for place, one in enumerate(events) if one.article == event.article]
    before = [place for place in mine if events[place].span.start <= event.span.start]
    at = before[-1] + 1 if before else mine[0] if mine else len(events)
    return replace(timeline, events=(*events[:at], event, *events[at:]))


def _event(timeline: Timeline, data: Mapping[str, Any]) -> Event:
    return read_event(Record(data, "the edit log", "event"), timeline.articles)


def _removed(timeline: Timeline, event_id: str) -> Timeline:
    return replace(timeline, events=tuple(event for event in timeline.events if event.id != event_id))


def _with_mentions(timeline: Timeline, event_id: str, place: int, more: tuple[Mention, ...]) -> Timeline:
    """With *more* mentions of an event before a place, or without the one that stands there."""
    event = next(one for one in timeline.events if one.id == event_id)
    rest = event.mentions[place:] if more else event.mentions[place + 1 :]
    return change_event(timeline, event_id, mentions=(*event.mentions[:place], *more, *rest))


def _called(timeline: Timeline, old: str, new: str, made: Event | None = None) -> Timeline:
    """With what is said of one event said of another; of *made* only what its own words say."""

    def moved(statement: Statement) -> Statement:
        if old not in subjects(statement.constraint):
            return statement
        if made is not None and not _in_its_words(statement, made):
            return statement
        return replace(statement, constraint=renamed(statement.constraint, old, new))

    return replace(timeline, statements=tuple(moved(one) for one in timeline.statements))


def _in_its_words(statement: Statement, event: Event) -> bool:
    reason = statement.reason
    elsewhere = reason.article not in (None, event.article)
    return not elsewhere and reason.span is not None and event.span.covers(reason.span)


def _same_time(statement: Statement, subject: str, parts: set[str]) -> bool:
    constraint = statement.constraint
    return (
        statement.stratum is Stratum.EDIT
        and isinstance(constraint, Distance)
        and constraint.earlier.subject == subject
        and constraint.later.subject in parts
    )
