"""What dates may rest on, and which events are the main ones: parts of a timeline that can be asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Range
from timeline.model.article import replace_article
from timeline.model.statement import Stratum, Within, publication

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

SOURCES = ("all", "text", "publication", "landmarks")
MAIN_WEIGHT = 0.5  # what the extraction gives an event that a reader would put on a timeline


def stated(timeline: Timeline) -> Timeline:
    """The timeline without the statements of what is only usual: they order events even where they date none."""
    kept = tuple(one for one in timeline.statements if one.stratum is not Stratum.USUAL)
    return replace(timeline, statements=kept)


def main_events(timeline: Timeline) -> Timeline:
    """The timeline with only the events a reader would put on one."""
    edited = {edit.subject for edit in timeline.edits}
    main = {event.id for event in timeline.events if _is_main(event, edited)}
    kept = tuple(event for event in timeline.events if event.id in main or event.merged in main)
    return replace(timeline, events=kept)


def _is_main(event: Event, edited: set[str]) -> bool:
    return event.weight >= MAIN_WEIGHT or event.id in edited


def from_sources(timeline: Timeline, dates_from: str, *, only_stated: bool, explained: bool = True) -> Timeline:
    """
    The timeline with the dates that follow from some sources only; *dates_from* is one of `SOURCES`.

    Where it is not *explained*, events have no reasons: several times quicker.
    """
    from timeline.reasoning.derive import derive
    from timeline.workspace.edits import rejected

    strata = set(Stratum)
    if only_stated:
        strata.discard(Stratum.USUAL)
    if dates_from in ("text", "publication"):
        strata.discard(Stratum.LANDMARK)
    if dates_from in ("text", "landmarks"):
        timeline = _without_given_day(timeline)
        strata.discard(Stratum.METADATA)
    return derive(timeline, strata=frozenset(strata), without=rejected(timeline), explained=explained)


def _without_given_day(timeline: Timeline) -> Timeline:
    """Without the publication days that a user or a page gave; one printed in the article is its text."""
    outside = {publication(article.id) for article in timeline.articles if article.given in ("user", "metadata")}
    statements = tuple(
        statement
        for statement in timeline.statements
        if not (
            isinstance(statement.constraint, Within)
            and statement.constraint.subject in outside
            and statement.stratum in (Stratum.EDIT, Stratum.METADATA)
        )
    )
    articles = tuple(
        replace_article(article, published=Range(), given=None) if publication(article.id) in outside else article
        for article in timeline.articles
    )
    return replace(timeline, articles=articles, statements=statements)
