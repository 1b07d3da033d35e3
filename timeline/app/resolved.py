"""The words of an article that name a time, each with the time it names, as far as that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.expressions import resolve
from timeline.model.statement import PUBLICATION, Denotes, Stratum, Within, publication
from timeline.workspace.expressions import find_time_expressions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.article import Article
    from timeline.model.span import Span
    from timeline.model.statement import Statement
    from timeline.model.timeline import Timeline


def alone(article: Article) -> dict[Span, str]:
    """Where words name a time, with the one they name by themselves ("May 2015"); empty where it hangs on another."""
    found = find_time_expressions(article, parse=False)
    return {one.span: _days(one.bounds) if one.anchor == "none" else "" for one in found}


def resolved(article: Article, times: Mapping[Span, str], timeline: Timeline) -> dict[Span, str]:
    """
    The same words with the times they are read as: by what is stated of an event, else by themselves.

    *times* are those of `alone`. A time that hangs on a publication day is told by it, and by its days where they are
    known: "the Tuesday before publication, between 12 August and 30 December 2025".
    """
    if not times:
        return {}
    known = {one.id: one.bounds.begin for one in timeline.events}
    known |= {publication(one.id): one.published for one in timeline.articles}
    told = {
        one.reason.span: _read(one, known)
        for one in timeline.statements
        if one.reason.span is not None and one.reason.article == article.id and one.stratum is Stratum.TEXT
    }
    return {span: _told(span, told) or by_itself for span, by_itself in times.items()}


def _told(span: Span, told: Mapping[Span, str]) -> str:
    """What is read of these words, or of some that they are among."""
    if told.get(span):
        return told[span]
    return next((says for other, says in told.items() if says and (span.covers(other) or other.covers(span))), "")


def _read(statement: Statement, known: Mapping[str, Range]) -> str:
    constraint = statement.constraint
    if isinstance(constraint, Within):
        return _days(constraint.bounds)
    if not isinstance(constraint, Denotes):
        return ""
    anchor = constraint.anchor
    if anchor is None:
        return _days(resolve(constraint.tree, Range()))
    days = _days(resolve(constraint.tree, known.get(anchor.subject, Range())))
    by_day = words.tree_words(constraint.tree, "publication") if anchor.subject.startswith(PUBLICATION) else None
    hangs = not days or days.startswith(("between", "by", "from", "after"))
    return ", ".join(_some((by_day if hangs else None, days)))


def _some(parts: Iterable[str | None]) -> list[str]:
    return [part for part in parts if part]


def _days(bounds: Bounds) -> str:
    return "" if bounds.open else words.describe(Bounds.within(bounds.window), "day")
