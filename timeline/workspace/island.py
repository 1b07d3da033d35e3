"""What hangs together with one article: as much of a timeline as its dates are derived from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.model.statement import PUBLICATION
from timeline.reasoning.network import subjects

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
    home = {event.id: event.article for event in timeline.events}
    homes = [(one, _articles(one, home)) for one in timeline.statements]
    ties: dict[str, set[str]] = {}
    told = ({event.article, home[event.merged]} for event in timeline.events if event.merged in home)
    for tied in (*(found for _, found in homes if len(found) > 1), *told):
        for one in tied:
            ties.setdefault(one, set()).update(tied)
    here, ahead = {article_id}, [article_id]
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


def _articles(statement: Statement, home: dict[str, str]) -> set[str]:
    """The articles whose events or publication days a statement is about."""
    return {home.get(one, one.removeprefix(PUBLICATION)) for one in subjects(statement.constraint)}
