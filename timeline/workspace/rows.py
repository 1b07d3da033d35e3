"""Events as rows of plain values: for tables, frames and files of very many articles."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from timeline.workspace.sources import MAIN_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Row:
    """
    An event of an article, or an article of which there is none to tell.

    `article` is where it was read: a file, or "file@byte" of a line; each article has rows under one such name alone.
    `name` is what a line calls itself, `text` the first twelve digits of the text's SHA-256, the same for the same text
    wherever it stands. Days are ISO 8601, None where nothing is known; `edtf` is the date in EDTF, `when` in words.
    `main` is whether a reader would put the event on a timeline. Characters of the span count in the text from 0.
    `error` says why the article cannot be read; then, and where it has no event, all that tells of one is None.
    """

    article: str
    name: str | None = None
    text: str | None = None
    title: str | None = None
    source: str | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    event: str | None = None
    event_title: str | None = None
    when: str | None = None
    edtf: str | None = None
    begin_earliest: str | None = None
    begin_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None
    kind: str | None = None
    status: str | None = None
    main: bool | None = None
    weight: float | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    landmark: str | None = None
    reasons: tuple[str, ...] = ()
    quote: str | None = None
    span_start: int | None = None
    span_end: int | None = None
    notes: tuple[str, ...] = ()
    error: str | None = None


COLUMNS = tuple(field.name for field in fields(Row))
LISTS = ("actors", "places", "reasons", "notes")
NUMBERS = ("span_start", "span_end")


def rows(timeline: Timeline) -> Iterator[Row]:
    """The visible events of a timeline, in its order; `article` is the source of each, or its id where it has none."""
    articles = {article.id: article for article in timeline.articles}
    for event in timeline.events:
        if event.hidden:
            continue
        article = articles.get(event.article)
        if article is None:
            yield replace(_event(event), article=event.article, text=event.article)
        else:
            yield row(article, event, place=article.source or article.id)


def row(
    article: Article, event: Event | None, *, place: str, name: str | None = None, notes: Sequence[str] = ()
) -> Row:
    """An event of an article, None where it has none; *place* is where the article was read."""
    days = article.published.as_dict()
    return replace(
        Row(place) if event is None else _event(event),
        article=place,
        name=name,
        text=article.id,
        title=article.title,
        source=article.source,
        published_earliest=days["earliest"],
        published_latest=days["latest"],
        notes=tuple(notes),
    )


def _event(event: Event) -> Row:
    begin, end = event.bounds.as_dict().values()
    return Row(
        event.article,
        event=event.id,
        event_title=event.title,
        when=event.when,
        edtf=event.edtf,
        begin_earliest=begin["earliest"],
        begin_latest=begin["latest"],
        end_earliest=end["earliest"],
        end_latest=end["latest"],
        kind=event.kind.value,
        status=event.status.value,
        main=event.weight >= MAIN_WEIGHT,
        weight=event.weight,
        actors=event.actors,
        places=event.places,
        landmark=event.landmark,
        reasons=tuple(reason.says or reason.rule for reason in event.reasons),
        quote=event.quote,
        span_start=event.span.start,
        span_end=event.span.end,
    )
