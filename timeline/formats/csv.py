"""Events as a table for spreadsheets: one row an event, words as words, bounds as ISO days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.formats.marks import HEADER, check_of
from timeline.formats.sheets import table
from timeline.formats.shown import CITED

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
COLUMNS = (
    *("number", "when", "title", "edtf", "kind", "status", "attribution", "actors", "places", *_BOUNDS),
    *(f"stated_{name}" for name in _BOUNDS),
    *(f"offset_{name}" for name in _BOUNDS),
    *("landmark", "reasons", "quote", "article", "published_earliest", "published_latest"),
    *("id", "article_id", "source", "span_start", "span_end", "head_start", "head_end", "weight", "hidden"),
    *("note", "links", "standing", HEADER),
)
_EDITED = (
    *("when", "title", "kind", "status", "attribution", "actors", "places", "note", "links", "standing", "hidden"),
    *("source", "quote", "reasons"),
)
"""What may be edited in a table, the last two to be told of; see `formats.marks`."""

_ROLES = {"when": "shown", "reasons": "why"}


def write(timeline: Timeline) -> str:
    """
    The events as CSV (RFC 4180), in the timeline's order, behind a byte order mark that lets spreadsheets know UTF-8.

    Lists are joined by "; ". A cell that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    articles = {article.id: article for article in timeline.articles}
    every = (_cells(event, articles.get(event.article)) for event in timeline.events)
    rows = ([number, *(cells.get(name) for name in COLUMNS[1:])] for number, cells in enumerate(every, 1))
    return table(COLUMNS, rows)


def _cells(event: Event, article: Article | None) -> dict[str, object]:
    cells: dict[str, object] = {
        "when": event.when,
        "title": event.title,
        "edtf": event.edtf,
        "kind": event.kind.value,
        "status": event.status.value,
        "attribution": event.attribution,
        "actors": "; ".join(event.actors),
        "places": "; ".join(event.places),
        "landmark": event.landmark,
        "reasons": "; ".join(reason.says or reason.rule for reason in event.reasons),
        "quote": event.quote,
        "id": event.id,
        "article_id": event.article,
        "span_start": event.span.start,
        "span_end": event.span.end,
        "head_start": event.head.start,
        "head_end": event.head.end,
        "weight": event.weight,
        "hidden": "yes" if event.hidden else "",
        "note": event.note,
        "links": "; ".join(event.links),
        "standing": event.standing and event.standing.value,
        **_four("", event.bounds),
        **_four("stated_", event.stated or event.bounds),
    }
    if event.offset is not None:
        days = (*event.offset.begin, *event.offset.end)
        cells |= {f"offset_{name}": day for name, day in zip(_BOUNDS, days, strict=True)}
    if article is not None:
        published = article.published.as_dict()
        cells |= {"article": article.title, "source": event.extra.get(CITED) or article.source}
        cells |= {"published_earliest": published["earliest"], "published_latest": published["latest"]}
    roles = {_ROLES.get(name, name): str(cells.get(name) or "") for name in _EDITED}
    cells[HEADER] = check_of(roles)
    return cells


def _four(prefix: str, bounds: Bounds) -> dict[str, str | None]:
    days = bounds.as_dict()
    return {f"{prefix}{side}_{which}": days[side][which] for side in ("begin", "end") for which in days[side]}
