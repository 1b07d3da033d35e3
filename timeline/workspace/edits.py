"""
Edits as data: each is a row that can be applied, and taken back by its own `before`.

A field's value is what JSON can hold, so that a saved timeline can be undone to its very beginning:
"title" a string; "hidden" true or false; "landmark" a landmark's id, or null once it is rejected;
"date" and "published" null (what the machine found) or ``{"text", "bounds", "kind"}``; a date that no statement
would give again is kept whole under "written".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Bounds, Range
from timeline.formats._events import read_event, write_event
from timeline.formats._fields import Record
from timeline.model.article import replace_article
from timeline.model.event import Event, Kind
from timeline.model.statement import Reason, Statement, Stratum, Within, publication
from timeline.reasoning.derive import derive

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.model.timeline import Edit, Timeline

_DATING = ("bounds", "stated", "offset", "when", "edtf", "landmark", "shared", "reasons")
DATED = ("date", "published", "landmark")


def rejected(timeline: Timeline) -> frozenset[str]:
    """The events whose landmark the user has rejected."""
    last: dict[str, Any] = {edit.subject: edit.after for edit in timeline.edits if edit.field == "landmark"}
    return frozenset(subject for subject, after in last.items() if after is None)


def derive_again(timeline: Timeline, touched: Collection[str]) -> Timeline:
    """
    Bounds from the statements as they stand, rejected landmarks left out.

    *touched* are the events and publications that were edited: only what hangs together with them is derived.
    """
    return derive(timeline, without=rejected(timeline), touched=touched)


def apply(timeline: Timeline, edit: Edit) -> Timeline:
    """The timeline with one more edit."""
    logged = replace(timeline, edits=(*timeline.edits, edit))
    return _settle(_put(logged, edit.subject, edit.field, edit.after), edit)


def take_back(timeline: Timeline) -> tuple[Timeline, Edit | None]:
    """The timeline without its last edit, and that edit; the timeline itself where there is none."""
    if not timeline.edits:
        return timeline, None
    edit = timeline.edits[-1]
    shorter = replace(timeline, edits=timeline.edits[:-1])
    return _settle(_put(shorter, edit.subject, edit.field, edit.before), edit), edit


def _settle(timeline: Timeline, edit: Edit) -> Timeline:
    if edit.field not in DATED:
        return timeline
    return derive_again(timeline, {publication(edit.subject) if edit.field == "published" else edit.subject})


def _put(timeline: Timeline, subject: str, field: str, value: Any) -> Timeline:  # noqa: ANN401 - a JSON value
    if field == "published":
        return _put_published(timeline, subject, value)
    if field == "date":
        timeline = _put_date(timeline, subject, value)
    elif field in ("title", "hidden"):
        timeline = change_event(timeline, subject, **{field: value})
    return timeline


def change_event(timeline: Timeline, subject: str, **changes: Any) -> Timeline:  # noqa: ANN401 - any field
    """The timeline with one event changed."""
    events = tuple(replace(event, **changes) if event.id == subject else event for event in timeline.events)
    return replace(timeline, events=events)


def _put_date(timeline: Timeline, subject: str, value: dict[str, Any]) -> Timeline:
    kept = _without_edit(timeline, subject)
    timeline = change_event(replace(timeline, statements=kept), subject, kind=Kind(value["kind"]))
    if value.get("written"):  # an event about which nothing else is stated: what was written is restored as it was
        timeline = _rewrite(timeline, subject, value["written"])
    if value.get("bounds") is None:
        return timeline
    bounds = Bounds.from_dict(value["bounds"])
    says = f"You set the date: {value['text']}"
    return _with_edit(timeline, subject, bounds, says)


def _put_published(timeline: Timeline, article_id: str, value: dict[str, Any] | None) -> Timeline:
    subject = publication(article_id)
    timeline = replace(timeline, statements=_without_edit(timeline, subject))
    bounds = Range() if value is None else Range.from_dict(value["bounds"])
    given = None if value is None else value.get("given", "user")
    articles = tuple(
        replace_article(article, published=bounds, given=given) if article.id == article_id else article
        for article in timeline.articles
    )
    timeline = replace(timeline, articles=articles)
    if value is None or given != "user":
        return timeline
    return _with_edit(timeline, subject, Bounds.within(bounds), "The publication day was set by you")


def _without_edit(timeline: Timeline, subject: str) -> tuple[Statement, ...]:
    return tuple(
        statement
        for statement in timeline.statements
        if not (
            statement.stratum is Stratum.EDIT
            and isinstance(statement.constraint, Within)
            and statement.constraint.subject == subject
        )
    )


def _with_edit(timeline: Timeline, subject: str, bounds: Bounds, says: str) -> Timeline:
    reason = Reason(rule="your edit", stratum=Stratum.EDIT, says=says, bounds=bounds)
    statement = Statement(Within(subject, bounds), Stratum.EDIT, reason)
    return replace(timeline, statements=(*timeline.statements, statement))


def _rewrite(timeline: Timeline, subject: str, data: dict[str, Any]) -> Timeline:
    was = read_event(Record(data, "the edit log", "before"), timeline.articles)
    return change_event(timeline, subject, **{name: getattr(was, name) for name in _DATING})


def written(event: Event) -> dict[str, Any]:
    """An event as it stands, to be restored where no statement would give its date again."""
    return write_event(event)
