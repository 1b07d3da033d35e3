"""Which articles are read beside the drawing: all of them, or of very many the one that tells the selected event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event

MOST: Final = 80_000
"""Characters of all articles that are shown one below the other: beyond that one is read at a time."""


class Texts(NamedTuple):
    """
    The articles to be shown. Where they are not all, `number` is the place of the one among `total`.

    `before` and `after` are events of the articles around it, by which one goes there; None where there is none.
    """

    articles: tuple[Article, ...]
    number: int = 0
    total: int = 0
    before: str | None = None
    after: str | None = None


def in_part(articles: Iterable[Article]) -> bool:
    """They are too long to be shown at once."""
    found = tuple(articles)
    return len(found) > 1 and sum(len(article.text) for article in found) > MOST


def texts(articles: Sequence[Article], events: Iterable[Event], home: str | None) -> Texts:
    """All of the articles, or the one called *home* (the first one that tells an event), if they are too long."""
    if not in_part(articles):
        return Texts(tuple(articles))
    first: dict[str, Event] = {}
    for event in events:
        known = first.get(event.article)
        if known is None or event.span.start < known.span.start:
            first[event.article] = event
    names = [article.id for article in articles]
    at = names.index(home) if home in names else next((place for place, one in enumerate(names) if one in first), 0)
    ahead = [first[one].id for one in names[at + 1 :] if one in first]
    behind = [first[one].id for one in names[:at] if one in first]
    return Texts((articles[at],), at + 1, len(names), behind[-1] if behind else None, ahead[0] if ahead else None)
