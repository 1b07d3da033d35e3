"""Edits on a new reading: each goes on with the event it was made on; what cannot is kept, and told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from timeline.model.span import Span
from timeline.workspace import edits as editing
from timeline.workspace.dating import date_now, machine_date
from timeline.workspace.joining import others_in
from timeline.workspace.looking import landmark_of
from timeline.workspace.moving import Shift, alike, matches
from timeline.workspace.renaming import rename_edit
from timeline.workspace.saying import published

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Edit, Timeline

_ALIKE = 0.6  # share of its words that a marked place must have kept


@dataclass(slots=True)
class Reattached:
    """
    A new reading with the edits in.

    `changed` is what of an edit is something else now, by its number; `orphaned` are the numbers of those left out.
    """

    timeline: Timeline
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    orphaned: list[int] = field(default_factory=list)


def reattach(old: Timeline, new: Timeline, edits: Iterable[tuple[int, Edit]], was: Article, now: Article) -> Reattached:
    """
    The edits that were made on *old*, on *new*; both are as the machine made them.

    *was* is the article that was read again, as it was; *now* what it is.
    """
    shift = Shift(was.text, now.text)
    names = matches(
        [event for event in old.events if event.article == was.id],
        [event for event in new.events if event.article == now.id],
        shift,
    )
    articles = {} if was.id == now.id else {was.id: now.id}
    gone = {event.id for event in old.events if event.article == was.id} - names.keys()
    found = Reattached(new)
    for number, edit in edits:
        moved = None if edit.subject in gone else rename_edit(edit, articles, names)
        if moved is not None and moved.field in ("event", "split"):
            moved = _marked(moved, shift, now, found.timeline)
        if moved is not None:
            moved = _on(moved, found.timeline, gone)
        if moved is None:
            found.orphaned.append(number)
            gone |= _made_by(edit)
            continue
        found.timeline = editing.apply(found.timeline, moved)
        names_ = ("subject", "before", "after")
        changes = {name: getattr(moved, name) for name in names_ if getattr(moved, name) != getattr(edit, name)}
        if changes:
            found.changed[number] = changes
    return found


def _made_by(edit: Edit) -> set[str]:
    """The event that an edit makes."""
    made = {edit.subject} if edit.field == "event" else others_in(edit) if edit.field == "split" else set()
    return {str(one) for one in made}


def _on(edit: Edit, timeline: Timeline, gone: set[str]) -> Edit | None:
    """The edit with what it changes on this timeline; None where what it is about is not there."""
    if edit.field == "published":
        article = next((one for one in timeline.articles if one.id == edit.subject), None)
        if article is None:
            return None
        return replace(edit, before=published(timeline, article))
    if edit.field == "event":
        return edit
    event = next((one for one in timeline.events if one.id == edit.subject), None)
    if event is None:
        return None
    if edit.field in editing.PLAIN:
        return replace(edit, before=editing.value_of(event, edit.field))
    if edit.field == "date":
        return _dated(edit, timeline, event)
    if edit.field == "landmark":
        return replace(edit, before=landmark_of(timeline, event.id))
    if edit.field == "parts":
        there = {one.id for one in timeline.events} - gone
        within = [one.id for one in timeline.events if one.merged == event.id]
        after = [part for part in edit.after if part in there]
        if not after and edit.after:  # what it was merged with is gone
            return None
        return replace(edit, before=within, after=after)
    return edit


def _dated(edit: Edit, timeline: Timeline, event: Event) -> Edit:
    before = {**date_now(timeline, event), "kind": event.kind.value}
    if edit.after.get("bounds") is None:  # given back to the machine
        return replace(edit, before=before, after={**machine_date(timeline, event), "kind": edit.after["kind"]})
    return replace(edit, before=before)


def _marked(edit: Edit, shift: Shift, article: Article, timeline: Timeline) -> Edit | None:
    """An edit that makes an event of marked words or of a mention, with the place where these stand now."""
    if edit.after is None or edit.after["event"]["article"] != article.id or not edit.after["event"]["quote"]:
        return edit
    data = edit.after["event"]
    where, head = shift.span(Span(*data["span"])), shift.span(Span(*data["head"]))
    if where is None or head is None or alike(data["quote"], where.of(article.text)) < _ALIKE:
        return None
    mention = {"quote": where.of(article.text), "span": list(where), "head": list(head)}
    after = {**edit.after, "event": {**data, **mention, "mentions": [mention]}}
    if edit.field == "split":
        subject = next((one for one in timeline.events if one.id == edit.subject), None)
        places = [n for n, one in enumerate(subject.mentions if subject else ()) if n and one.span == where]
        if not places:
            return None
        after["place"] = places[0]
    return replace(edit, after=after)
