"""Events as a table for spreadsheets: one row an event, words as words, bounds as ISO days."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

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
)

# What a spreadsheet takes for the start of a formula; a plain number is none.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


def write(timeline: Timeline) -> str:
    """
    The events as CSV (RFC 4180), in the timeline's order, behind a byte order mark that lets spreadsheets know UTF-8.

    Lists are joined by "; ". A cell that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    articles = {article.id: article for article in timeline.articles}
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for number, event in enumerate(timeline.events, 1):
        cells = _cells(event, articles.get(event.article))
        rows.writerow([number, *(_escaped(cells.get(column)) for column in COLUMNS[1:])])
    return "\ufeff" + out.getvalue()


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
        **_four("", event.bounds),
        **_four("stated_", event.stated or event.bounds),
    }
    if event.offset is not None:
        days = (*event.offset.begin, *event.offset.end)
        cells |= {f"offset_{name}": day for name, day in zip(_BOUNDS, days, strict=True)}
    if article is not None:
        published = article.published.as_dict()
        cells |= {"article": article.title, "source": article.source}
        cells |= {"published_earliest": published["earliest"], "published_latest": published["latest"]}
    return cells


def _four(prefix: str, bounds: Bounds) -> dict[str, str | None]:
    days = bounds.as_dict()
    return {f"{prefix}{side}_{which}": days[side][which] for side in ("begin", "end") for which in days[side]}


def _escaped(value: object) -> object:
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.match(value):
        return "'" + value
    return "" if value is None else value
