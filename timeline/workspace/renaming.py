"""Articles and events under other ids, where those they came with are taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.model.article import replace_article
from timeline.model.statement import publication
from timeline.reasoning.network import subjects
from timeline.workspace.changing import renamed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.model.statement import Conflict, Reason, Statement
    from timeline.model.timeline import Edit, Timeline

_NAMES = ("id", "article")  # the fields of a saved event that are ids


def rename(timeline: Timeline, articles: Mapping[str, str], events: Mapping[str, str]) -> Timeline:
    """The timeline with the ids of articles and events changed wherever they stand; the others stay."""
    if not articles and not events:
        return timeline
    names = {**events, **{publication(old): publication(new) for old, new in articles.items()}}

    def reason(one: Reason) -> Reason:
        return replace(one, article=articles.get(one.article, one.article)) if one.article else one

    def statement(one: Statement) -> Statement:
        constraint = one.constraint
        for subject in set(subjects(constraint)) & names.keys():
            constraint = renamed(constraint, subject, names[subject])
        return replace(one, constraint=constraint, reason=reason(one.reason))

    def event(one: Event) -> Event:
        return replace(
            one,
            id=events.get(one.id, one.id),
            article=articles.get(one.article, one.article),
            merged=events.get(one.merged, one.merged) if one.merged else None,
            reasons=tuple(map(reason, one.reasons)),
        )

    made = {id(one): statement(one) for one in timeline.statements}

    def conflict(one: Conflict) -> Conflict:
        found = [made.get(id(each)) or statement(each) for each in (one.set_aside, *one.against)]
        return replace(one, set_aside=found[0], against=tuple(found[1:]))

    return replace(
        timeline,
        articles=tuple(replace_article(one, id=articles.get(one.id, one.id)) for one in timeline.articles),
        events=tuple(map(event, timeline.events)),
        statements=tuple(made[id(one)] for one in timeline.statements),
        conflicts=tuple(map(conflict, timeline.conflicts)),
        edits=tuple(rename_edit(one, articles, events) for one in timeline.edits),
    )


def rename_edit(edit: Edit, articles: Mapping[str, str], events: Mapping[str, str]) -> Edit:
    """An edit with ids changed wherever they stand in it."""
    both = {**articles, **events}

    def told(what: Any) -> Any:  # noqa: ANN401 - a JSON value
        if not isinstance(what, dict):
            return what
        return {
            name: both.get(one, one) if name in _NAMES and isinstance(one, str) else told(one)
            for name, one in what.items()
        }

    before, after = told(edit.before), told(edit.after)
    if edit.field == "parts":
        before, after = ([events.get(one, one) for one in ids or ()] for ids in (before, after))
    if edit.field == "apart":
        before, after = ([[events.get(one, one) for one in pair] for pair in pairs or ()] for pairs in (before, after))
    names = articles if edit.field == "published" else events
    return replace(edit, subject=names.get(edit.subject, edit.subject), before=before, after=after)
