"""What hangs together with one article: as much of a timeline as its dates are derived from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.model.statement import Denotes, Distance, publication

if TYPE_CHECKING:
    from timeline.model.statement import Statement
    from timeline.model.timeline import Timeline


def island(timeline: Timeline, article_id: str) -> Timeline:
    """
    The article with all that statements or tellings tie to it, article by article.

    What is derived of it is what is derived of the whole, at the cost of a few articles instead of a library.
    """
    if len(timeline.articles) < 2:
        return timeline
    home = {publication(article.id): article.id for article in timeline.articles}
    home |= {event.id: event.article for event in timeline.events}
    homes = [(one, _articles(one, home)) for one in timeline.statements]
    ties: dict[str | None, set[str | None]] = {}
    pairs: list[set[str | None]] = [found for _, found in homes if len(found) > 1]
    pairs += [{event.article, home.get(event.merged)} for event in timeline.events if event.merged is not None]
    for tied in pairs:
        for one in tied:
            ties.setdefault(one, set()).update(tied)
    here: set[str | None] = {article_id}
    ahead: list[str | None] = [article_id]
    while ahead:
        new = ties.get(ahead.pop(), set()) - here
        here |= new
        ahead += new
    events = tuple(event for event in timeline.events if event.article in here)
    names = {*here, *(event.id for event in events)}
    statements = tuple(one for one, found in homes if found & here)
    said = set(statements)
    return replace(
        timeline,
        articles=tuple(article for article in timeline.articles if article.id in here),
        events=events,
        statements=statements,
        edits=tuple(edit for edit in timeline.edits if edit.subject in names),
        conflicts=tuple(one for one in timeline.conflicts if one.set_aside in said),
    )


def _articles(statement: Statement, home: dict[str, str]) -> set[str | None]:
    """The articles whose events or publication days a statement is about."""
    constraint = statement.constraint
    if isinstance(constraint, Distance):
        return {home.get(constraint.earlier.subject), home.get(constraint.later.subject)}
    if isinstance(constraint, Denotes) and constraint.anchor is not None:
        return {home.get(constraint.subject), home.get(constraint.anchor.subject)}
    return {home.get(constraint.subject)}
