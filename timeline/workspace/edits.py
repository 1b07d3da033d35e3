"""
Edits as data: each is a row that can be applied, and taken back by its own `before`.

A field's value is what JSON can hold, so that a saved timeline can be undone to its very beginning:

- "title", "note", "lane", "kind", "status", "standing", "attribution", "source": a string, some of them null;
- "actors", "places" and "links": a list of strings; "hidden": true or false; "landmark": a landmark's id, or null once
  it is rejected;
- "date" and "published": see `timeline.workspace.dating`;
- "event" (added by hand), "parts" (events that are the same) and "split": see `timeline.workspace.joining`;
- "apart": pairs of events that are not the same, though they look it: see `timeline.workspace.grouping`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.formats._events import write_event
from timeline.formats.shown import CITED
from timeline.model.event import Kind, Standing, Status
from timeline.model.statement import publication
from timeline.reasoning.derive import derive
from timeline.workspace import dating, joining
from timeline.workspace.changing import change_event

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Edit, Timeline

    Put = Callable[[Timeline, str, Any, Any], Timeline]  # timeline, subject, from, to


_BESIDE = {"lane": "lane", "source": CITED}
TOGETHER = "together"
"""In what an edit keeps beside its fields: it was made at once with the one before it, and is taken back with it."""


def rejected(timeline: Timeline) -> frozenset[str]:
    """The events whose landmark the user has rejected."""
    last: dict[str, Any] = {edit.subject: edit.after for edit in timeline.edits if edit.field == "landmark"}
    return frozenset(subject for subject, after in last.items() if after is None)


def derive_again(timeline: Timeline, touched: Collection[str]) -> Timeline:
    """
    Bounds from the statements as they stand, rejected landmarks left out.

    *touched* are the events and publications that were edited: only what hangs together with them is derived.
    """
    said = set(timeline.statements)  # what is no longer said is in no conflict
    conflicts = tuple(conflict for conflict in timeline.conflicts if conflict.set_aside in said)
    return derive(replace(timeline, conflicts=conflicts), without=rejected(timeline), touched=touched)


def apply(timeline: Timeline, edit: Edit) -> Timeline:
    """The timeline with one more edit."""
    logged = replace(timeline, edits=(*timeline.edits, edit))
    return _settled(logged, _put(logged, edit, edit.before, edit.after), edit, edit.after)


def with_written(timeline: Timeline, edit: Edit) -> Edit:
    """
    The edit before it is made, with what is written of events of which it will be the first to state something.

    No statement would give that again when it is taken back.
    """
    if edit.field != "parts" or "written" in edit.extra:
        return edit
    bare = subjects_of(edit) - dating.spoken_of(timeline)
    data = {event.id: write_event(event) for event in timeline.events if event.id in bare}
    return replace(edit, extra={**edit.extra, "written": data}) if data else edit


def take_back(timeline: Timeline) -> tuple[Timeline, Edit | None]:
    """The timeline without its last edit, and that edit; the timeline itself where there is none."""
    if not timeline.edits:
        return timeline, None
    edit = timeline.edits[-1]
    shorter = replace(timeline, edits=timeline.edits[:-1])
    return _settled(timeline, _put(shorter, edit, edit.after, edit.before), edit, edit.before), edit


def value_of(event: Event, field: str) -> Any:  # noqa: ANN401 - a JSON value
    """What one of the plain fields says now, as an edit keeps it."""
    if field in _BESIDE:
        return event.extra.get(_BESIDE[field])
    value = getattr(event, field)
    if isinstance(value, (Kind, Status, Standing)):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def subjects_of(edit: Edit) -> set[str]:
    """The events and publications that an edit may date anew."""
    if edit.field == "published":
        return {publication(edit.subject)}
    return {edit.subject, *joining.others_in(edit)}


def _settled(before: Timeline, timeline: Timeline, edit: Edit, to: Any) -> Timeline:  # noqa: ANN401 - a JSON value
    """With everything that hangs together with what was edited dated anew; *to* is what the field says now."""
    if edit.field not in _DATED:
        return timeline
    touched = subjects_of(edit)
    events = touched & {event.id for event in timeline.events}
    for event_id in sorted(events & dating.spoken_of(before) - dating.spoken_of(timeline)):
        if not (edit.field == "date" and to.get("written")):  # which is what was written
            timeline = dating.unstated(timeline, event_id, (*timeline.edits, edit))
    return derive_again(timeline, touched)


def _put(timeline: Timeline, edit: Edit, before: Any, after: Any) -> Timeline:  # noqa: ANN401 - JSON values
    """The timeline with a field changed; one that this program does not know changes nothing."""
    put = _PUTS.get(edit.field)
    return timeline if put is None else put(timeline, edit.subject, before, after)


def _plain(name: str, made: Callable[[Any], Any] = lambda value: value) -> Put:
    def put(timeline: Timeline, subject: str, _before: Any, after: Any) -> Timeline:  # noqa: ANN401 - JSON values
        return change_event(timeline, subject, **{name: made(after)})

    return put


def _beside(field: str) -> Put:
    """What stands beside the fields of an event: the lane it lies in when lanes are actors, the source it cites."""
    name = _BESIDE[field]

    def extra(event: Event, after: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a JSON value
        rest = {one: value for one, value in event.extra.items() if one != name}
        return rest if after is None else {**event.extra, name: after}

    def put(timeline: Timeline, subject: str, _before: Any, after: Any) -> Timeline:  # noqa: ANN401 - JSON values
        events = tuple(replace(one, extra=extra(one, after)) if one.id == subject else one for one in timeline.events)
        return replace(timeline, events=events)

    return put


_PUTS: dict[str, Put] = {
    "title": _plain("title"),
    "hidden": _plain("hidden"),
    "note": _plain("note"),
    "actors": _plain("actors", tuple),
    "places": _plain("places", tuple),
    "links": _plain("links", tuple),
    "kind": _plain("kind", Kind),
    "status": _plain("status", Status),
    "standing": _plain("standing", lambda value: None if value is None else Standing(value)),
    "lane": _beside("lane"),
    "attribution": _plain("attribution"),
    "source": _beside("source"),
    "date": dating.put_date,
    "published": dating.put_published,
    "event": joining.put_event,
    "parts": joining.put_parts,
    "split": joining.put_split,
}
_DATED = frozenset({"title", "date", "published", "landmark", "kind", "event", "parts", "split"})
"""What dates hang on, or, in the case of titles, the words of their reasons."""
PLAIN = (
    *("title", "note", "lane", "kind", "status", "standing", "actors", "places", "links", "hidden"),
    *("attribution", "source"),
)
