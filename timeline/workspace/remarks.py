"""What a reader should know of an article: what was not found in it, or not read, or contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.article import Article
    from timeline.model.event import Event

_NAMED = 3
"""So many days that no calendar has are told by their words."""


def notes(article: Article, events: Iterable[Event]) -> list[str]:
    """Sentences about one article, each said once; *events* are the timeline's, of whichever article."""
    # imported here: a saved timeline is opened and drawn without any of it
    from timeline.articles.legible import problems
    from timeline.grammar.language import language_problem
    from timeline.phrases.engine import find
    from timeline.phrases.impossible import impossible_days

    problem = language_problem(article)
    found = [*([problem] if problem is not None else []), *problems(article)]
    if days := impossible_days(article.text):
        named = " and ".join(f'"{day}"' for day in days[:_NAMED])
        found.append(f"it names {named}, which no calendar has, so nothing is dated by that")
    if not any(event.article == article.id for event in events):
        found.append("no event was found in it")
    elif not find(article.text):
        found.append("it names no time, so no event is dated by its own words")
    return found
