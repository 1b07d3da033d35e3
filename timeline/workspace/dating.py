"""
Dates that the user gives, as edits.

A value of "date" is ``{"text", "bounds", "kind"}``, its bounds null where the machine's own answer stands; a date that
no statement would give again is kept whole under "written". A value of "published" is null (what the machine found)
or ``{"text", "bounds", "given"}``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.chrono import words
from timeline.chrono.bounds import Bounds, Range
from timeline.formats._events import read_event, write_event
from timeline.formats._fields import Record
from timeline.model.article import replace_article
from timeline.model.event import Kind
from timeline.model.statement import Within, publication
from timeline.reasoning.network import subjects
from timeline.workspace.changing import change_event, with_edit, without_edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event
    from timeline.model.timeline import Edit, Timeline

_DATING = ("bounds", "stated", "offset", "when", "edtf", "landmark", "shared", "reasons")


def date_now(timeline: Timeline, event: Event) -> dict[str, Any]:
    """The value that an event's date was set to last, or else that of the machine's own answer."""
    dates = [date for edit in timeline.edits if edit.subject == event.id and (date := _date_in(edit)) is not None]
    return dates[-1] if dates else machine_date(timeline, event)


def machine_date(timeline: Timeline, event: Event) -> dict[str, Any]:
    """The value that gives an event's date back to the machine; of an event added by hand nothing is known then."""
    mine = [edit for edit in timeline.edits if edit.subject == event.id]
    by_hand = any(edit.field == "event" for edit in mine)
    set_first = next((edit.before for edit in mine if edit.field == "date"), None)
    if set_first is not None and not by_hand:
        return dict(set_first)
    date: dict[str, Any] = {"text": None, "bounds": None, "kind": event.kind.value}
    return date if by_hand or event.id in spoken_of(timeline) else {**date, "written": write_event(event)}


def put_date(timeline: Timeline, subject: str, _before: Any, after: dict[str, Any]) -> Timeline:  # noqa: ANN401 - a JSON value
    """Date an event as *after* says."""
    timeline = change_event(without_edit(timeline, subject), subject, kind=Kind(after["kind"]))
    if after.get("written"):  # an event about which nothing else is stated: what was written is restored as it was
        timeline = _rewrite(timeline, subject, after["written"])
    if after.get("bounds") is None:
        return timeline
    bounds = Bounds.from_dict(after["bounds"])
    return with_edit(timeline, Within(subject, bounds), f"You set the date: {after['text']}", bounds)


def unstated(timeline: Timeline, event_id: str, log: Iterable[Edit]) -> Timeline:
    """With the date of an event of which nothing is stated any more: what was written before it was, or none."""
    kept = (edit.extra.get("written", {}).get(event_id) for edit in log)
    data = next((one for one in kept if one is not None), None)
    if data is not None:
        return _rewrite(timeline, event_id, data)
    nothing = dict.fromkeys(_DATING) | {"bounds": Bounds(), "when": words.UNKNOWN, "reasons": ()}
    return change_event(timeline, event_id, **nothing)


def put_published(timeline: Timeline, article_id: str, _before: Any, after: dict[str, Any] | None) -> Timeline:  # noqa: ANN401 - a JSON value
    """Date an article as *after* says."""
    subject = publication(article_id)
    timeline = without_edit(timeline, subject)
    window = Range() if after is None else Range.from_dict(after["bounds"])
    given = None if after is None else after.get("given", "user")
    articles = tuple(
        replace_article(article, published=window, given=given) if article.id == article_id else article
        for article in timeline.articles
    )
    timeline = replace(timeline, articles=articles)
    if after is None or given != "user":
        return timeline
    bounds = Bounds.within(window)
    return with_edit(timeline, Within(subject, bounds), "The publication day was set by you", bounds)


def _date_in(edit: Edit) -> dict[str, Any] | None:
    """The date that an edit gives its subject."""
    if edit.field == "date":
        return dict(edit.after)
    return edit.after.get("date") if edit.field == "event" and edit.after else None


def spoken_of(timeline: Timeline) -> set[str]:
    """The events and publications of which something is stated."""
    return {subject for statement in timeline.statements for subject in subjects(statement.constraint)}


def _rewrite(timeline: Timeline, subject: str, data: dict[str, Any]) -> Timeline:
    was = read_event(Record(data, "the edit log", "before"), timeline.articles)
    return change_event(timeline, subject, **{name: getattr(was, name) for name in _DATING})
