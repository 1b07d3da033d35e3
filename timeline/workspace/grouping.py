"""
The same event told by several articles, on a timeline that is edited: it stands once, with what each article says.

What is compared is what was read, not what the user made of it: an event that is dated or named anew stays in its
group. Two that the user has parted are never one, two that the user has joined are no matter of this.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.chrono.bounds import Bounds
from timeline.formats._events import read_event
from timeline.formats._fields import Record
from timeline.model.event import Kind, Status
from timeline.model.telling import DISAGREES, RULE, SOURCES, Telling, tellings, written
from timeline.reasoning.derive import derive
from timeline.workspace import dating
from timeline.workspace.edits import rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self

    from timeline.model.event import Event
    from timeline.model.timeline import Edit, Timeline
    from timeline.reasoning.retelling import Group, Grouping
    from timeline.reasoning.retelling.groups import Found
    from timeline.reasoning.retelling.together import Joined

APART = "apart"
"""The field of the edits that part what was grouped: pairs of ids, all that were parted by way of one event."""

_COMPARED_FIELDS: dict[str, Callable[[Any], Any]] = {
    "title": str,
    "actors": tuple,
    "places": tuple,
    "kind": Kind,
    "status": Status,
    "hidden": bool,
}

_LOOKED_AT = attrgetter(
    *("id", "article", "title", "quote", "span", "head", "mentions", "actors", "places", "status", "weight"),
    *("bounds", "landmark", "hidden", "merged"),
)
"""What of an event says with which others it is one; how its date is told and explained does not."""


class Told(NamedTuple):
    """What was found in a timeline, and what it became, before the marks of what each article says."""

    found: Found
    joined: Joined


class Compared(NamedTuple):
    """
    What the groups of a timeline are a matter of.

    The timeline as it was read (see `as_read`), the pairs of events the user has parted, and the events that stand for
    their group where they are in one.
    """

    timeline: Timeline
    apart: frozenset[frozenset[str]]
    first: frozenset[str]

    @classmethod
    def of(cls, alone: Timeline) -> Self:
        """Of a timeline with every event as its article tells it, edits in."""
        first = frozenset(edit.subject for edit in alone.edits if edit.field != APART)
        return cls(as_read(alone), apart(alone), first)

    def alike(self, other: Compared) -> bool:
        """The same is found in both; what stands for a group may be another."""
        mine, theirs = self.timeline, other.timeline
        if self.apart != other.apart or mine.articles != theirs.articles or len(mine.events) != len(theirs.events):
            return False
        pairs = zip(mine.events, theirs.events, strict=True)
        return all(one is another or _LOOKED_AT(one) == _LOOKED_AT(another) for one, another in pairs)


class Together:
    """
    Puts a timeline together as often as it changes; what did not change is neither compared nor dated again.

    What comes out is a matter of the timeline alone.
    """

    def __init__(self) -> None:
        self._grouping: Grouping | None = None
        self._compared: Compared | None = None
        self._told: Told | None = None
        self._last: tuple[Timeline, Timeline] | None = None

    @property
    def told(self) -> Told | None:
        """What was found last, None where there is nothing to be found: in a timeline of one article."""
        return self._told

    def of(self, alone: Timeline, kept: Callable[[Compared], Told | None] | None = None) -> Timeline:
        """
        The timeline with each event once.

        Args:
            alone: with all of them as their articles tell them, edits in.
            kept: what somebody has found in this very timeline; asked where nothing is known of it yet.
        """
        if self._last is None or self._last[0] is not alone:
            self._last = alone, self._put(alone, kept)
        return self._last[1]

    def _put(self, alone: Timeline, kept: Callable[[Compared], Told | None] | None) -> Timeline:
        if len(alone.articles) < 2:
            self._told = None
            return alone
        from timeline.reasoning.retelling.together import Joined, together  # what compares words is not needed before

        compared = Compared.of(alone)
        told = kept(compared) if kept is not None and self._compared is None else None
        if told is None:
            found = self._find(compared)
            before = None if self._told is None or not self._told.found.groups else self._told.joined
            whole = together(alone, found.groups, without=rejected(alone), before=before)
            told = Told(found, Joined(alone, found.groups, whole))
        self._compared, self._told = compared, told
        return _marked(told.joined.whole, alone, told.found)

    def _find(self, compared: Compared) -> Found:
        from timeline.reasoning.retelling import Grouping
        from timeline.reasoning.retelling.groups import found_again

        if self._told is not None and self._compared is not None and self._compared.alike(compared):
            found = self._told.found
            clusters = [group.events for group in found.groups]
            return found_again(compared.timeline, clusters, found.disagreements, compared.first)
        self._grouping = self._grouping or Grouping()
        return self._grouping.of(compared.timeline, compared.apart, compared.first)


def as_read(timeline: Timeline) -> Timeline:
    """
    The timeline with its events as they were before the user changed them, as far as they are compared.

    Left out are events whose date was written with nothing stated that it follows from: joined, it would be lost.
    """
    first: dict[str, dict[str, Any]] = {}
    for edit in timeline.edits:
        if edit.field in _COMPARED_FIELDS:
            first.setdefault(edit.subject, {}).setdefault(edit.field, _COMPARED_FIELDS[edit.field](edit.before))
    edited = {edit.subject for edit in timeline.edits}
    dates = _dates_read(timeline)
    spoken = dating.spoken_of(timeline)

    def read(event: Event) -> Event:
        changes = {**first.get(event.id, {}), **dates.get(event.id, {})}
        if event.id in edited:
            changes |= {"note": None, "links": (), "standing": None}
        if event.id not in spoken and not event.bounds.open:
            changes["hidden"] = True
        return replace(event, **changes) if changes else event

    return replace(timeline, events=tuple(map(read, timeline.events)))


def apart(timeline: Timeline) -> frozenset[frozenset[str]]:
    """The pairs of events that the user has parted."""
    last: dict[str, Any] = {edit.subject: edit.after for edit in timeline.edits if edit.field == APART}
    return frozenset(frozenset(pair) for pairs in last.values() for pair in pairs or ())


def alone(timeline: Timeline) -> Timeline:
    """The inverse of `Together.of`: every event as its article tells it; the same timeline where none was grouped."""
    shown = {event.id for event in timeline.events if tellings(event)}
    marked = shown | {event.id for event in timeline.events if DISAGREES in event.extra}
    if not marked:
        return timeline
    parts = {event.id for event in timeline.events if event.merged in shown and _is_part(event, timeline)}
    hidden = {edit.subject: bool(edit.after) for edit in timeline.edits if edit.field == "hidden"}

    def parted(event: Event) -> Event:
        if event.id in marked:
            rest = {name: value for name, value in event.extra.items() if name not in (SOURCES, DISAGREES)}
            event = replace(event, extra=rest)
        return replace(event, merged=None, hidden=hidden.get(event.id, False)) if event.id in parts else event

    statements = tuple(one for one in timeline.statements if one.reason.rule != RULE)
    bare = replace(timeline, events=tuple(map(parted, timeline.events)), statements=statements)
    for event_id in sorted((shown | parts) - dating.spoken_of(bare)):
        bare = dating.unstated(bare, event_id, bare.edits)
    said = set(statements)
    bare = replace(bare, conflicts=tuple(one for one in bare.conflicts if one.set_aside in said))
    return derive(bare, without=rejected(bare), touched=shown | parts)


def _is_part(event: Event, timeline: Timeline) -> bool:
    """It is within another as an article's telling of it, not as the user has joined them."""
    whole = next(one for one in timeline.events if one.id == event.merged)
    return any(one.event == event.id for one in tellings(whole))


def _dates_read(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """The machine's own dates of the events that the user has dated."""
    first: dict[str, Edit] = {}
    for edit in timeline.edits:
        if edit.field == "date":
            first.setdefault(edit.subject, edit)
    if not first:
        return {}
    found: dict[str, dict[str, Any]] = {}
    again = timeline
    for event_id, edit in first.items():
        before = edit.before
        if before.get("written"):
            was = read_event(Record(before["written"], "the edit log", "before"), timeline.articles)
            found[event_id] = {"bounds": was.bounds, "when": was.when, "landmark": was.landmark}
        elif before.get("bounds") is not None:
            found[event_id] = {"bounds": Bounds.from_dict(before["bounds"])}
        else:
            again = dating.put_date(again, event_id, None, before)
    left = first.keys() - found.keys()
    if left:
        bare = sorted(left - dating.spoken_of(again))
        again = derive(again, without=rejected(timeline), touched=left, explained=False)
        for event_id in bare:
            again = dating.unstated(again, event_id, ())
        names = ("bounds", "when", "landmark", "kind")
        found |= {one.id: {name: getattr(one, name) for name in names} for one in again.events if one.id in left}
    return found


def _marked(whole: Timeline, alone: Timeline, found: Found) -> Timeline:
    """With what each article says beside what stands for all, and what contradicts whom."""
    own = {event.id: event for event in alone.events}
    extra: dict[str, dict[str, Any]] = {group.shown: {SOURCES: written(_told(group, own))} for group in found.groups}
    shown = {event: group.shown for group in found.groups for event in group.events}
    for one, other, what in found.disagreements:
        sides = shown.get(one, one), shown.get(other, other)
        for mine, theirs in (sides, sides[::-1]) if sides[0] != sides[1] else ():
            marks = extra.setdefault(mine, {}).setdefault(DISAGREES, [])
            if {"event": theirs, "about": what} not in marks:
                marks.append({"event": theirs, "about": what})
    if not extra:
        return whole
    return replace(
        whole,
        events=tuple(
            replace(event, extra={**event.extra, **extra[event.id]}) if event.id in extra else event
            for event in whole.events
        ),
    )


def _told(group: Group, own: Mapping[str, Event]) -> Iterable[Telling]:
    for one in group.sources:
        yield Telling(one.event, one.article, one.quote, own[one.event].span, one.when, one.bounds)
