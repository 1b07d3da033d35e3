"""
Dates that the user gives, as edits.

A value of "date" is ``{"text", "bounds", "kind"}``, its bounds null where the machine's own answer stands; a date that
no statement would give again is kept whole under "written". A value of "published" is null (what the machine found)
or ``{"text", "bounds", "given"}``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Bounds, Range
from timeline.formats._events import read_event, write_event
from timeline.formats._fields import Record
from timeline.model.article import replace_article
from timeline.model.event import Kind
from timeline.model.statement import Within, publication
from timeline.reasoning.network import subjects
from timeline.workspace.changing import change_event, with_edit, without_edit

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_DATING = ("bounds", "stated", "offset", "when", "edtf", "landmark", "shared", "reasons")


def machine_date(timeline: Timeline, event: Event) -> dict[str, Any]:
    """The value that gives an event's date back to the machine."""
    stated = any(event.id in subjects(statement.constraint) for statement in timeline.statements)
    date: dict[str, Any] = {"text": None, "bounds": None, "kind": event.kind.value}
    return date if stated else {**date, "written": write_event(event)}


def put_date(timeline: Timeline, subject: str, _before: Any, after: dict[str, Any]) -> Timeline:  # noqa: ANN401 - a JSON value
    """Date an event as *after* says."""
    timeline = change_event(without_edit(timeline, subject), subject, kind=Kind(after["kind"]))
    if after.get("written"):  # an event about which nothing else is stated: what was written is restored as it was
        timeline = _rewrite(timeline, subject, after["written"])
    if after.get("bounds") is None:
        return timeline
    bounds = Bounds.from_dict(after["bounds"])
    return with_edit(timeline, Within(subject, bounds), f"You set the date: {after['text']}", bounds)


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


def _rewrite(timeline: Timeline, subject: str, data: dict[str, Any]) -> Timeline:
    was = read_event(Record(data, "the edit log", "before"), timeline.articles)
    return change_event(timeline, subject, **{name: getattr(was, name) for name in _DATING})
