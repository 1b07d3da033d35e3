"""Is a library whole? Its file is looked at, and within it what is packed against what the lists say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import TimelineError
from timeline.library import articles, checking, events
from timeline.workspace import held, slices

if TYPE_CHECKING:
    from timeline.library.rows import ArticleRow
    from timeline.library.store import Connection, Store


def problems(store: Store) -> list[str]:
    """What is damaged, each in a few words; nothing where all is well."""
    with store.examining() as sql:
        found = checking.problems(sql)
        try:
            rows = articles.present(sql)
            for row in rows:
                found += _of_article(sql, row)
        except store.DAMAGE as fault:
            found.append(f"the articles: {fault}")
    return found


def _of_article(sql: Connection, row: ArticleRow) -> list[str]:
    """What is packed can be unpacked, and the rows of the article and its events say the same."""
    name = row.title or row.id
    try:
        held.part(sql, row, machine=True)
        part = held.part(sql, row)
    except TimelineError as fault:
        return [str(fault)]
    wrong = []
    if slices.article_row(part.articles[0]) != (row.id, row.title, row.source, row.earliest, row.latest, row.given):
        wrong.append(f"the list says something else of {name!r} than what is kept of it")
    if {event.id: slices.event_row(event) for event in part.events} != events.of_article(sql, row.number):
        wrong.append(f"the events listed of {name!r} are not those that are kept of it")
    return wrong
