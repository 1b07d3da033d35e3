"""What is kept of an article: a row for each event, or one that says that there is none, or why it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from timeline.workspace.sources import MAIN_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.streams.records import Record


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


def failed(record: Record, why: str) -> Row:
    """The row of an article that cannot be read."""
    return Row(record.place, record.name, error=why)


def rows(record: Record, timeline: Timeline, notes: Sequence[str]) -> Iterator[Row]:
    """The rows of an article that was read; its notes stand in the first one."""
    article = timeline.articles[0]
    told = tuple(notes)
    shown = [event for event in timeline.events if not event.hidden]
    if not shown:
        yield _of(record, article, None, told)
    for number, event in enumerate(shown):
        yield _of(record, article, event, told if not number else ())


def _of(record: Record, article: Article, event: Event | None, notes: tuple[str, ...]) -> Row:
    days = article.published.as_dict()
    about = (record.place, record.name, article.id, article.title, article.source, days["earliest"], days["latest"])
    if event is None:
        return Row(*about, notes=notes)
    begin, end = event.bounds.as_dict().values()
    return Row(
        *about,
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
        notes=notes,
    )
