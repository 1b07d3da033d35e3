"""Events and their mentions as JSON objects and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.chrono import edtf, words
from timeline.formats._fields import Record, with_extra
from timeline.formats._statements import read_reason, write_reason
from timeline.model.event import Event, Kind, Mention, Offset, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.article import Article

_MENTION = ("quote", "span", "head")
_EVENT = (
    *("id", "article", "title", "quote", "span", "head", "mentions", "kind", "status", "attribution", "weight"),
    *("when", "edtf", "bounds", "stated", "offset", "landmark", "actors", "places", "reasons", "shared", "hidden"),
    *("note", "links", "standing", "merged"),
)


def write_event(event: Event) -> dict[str, Any]:
    """An event; `shared`, `hidden` and what the user added stand only where they say something."""
    data: dict[str, Any] = {
        "id": event.id,
        "article": event.article,
        "title": event.title,
        "quote": event.quote,
        "span": list(event.span),
        "head": list(event.head),
        "mentions": [_write_mention(mention) for mention in event.mentions],
        "kind": event.kind.value,
        "status": event.status.value,
        "attribution": event.attribution,
        "weight": event.weight,
        "when": event.when,
        "edtf": event.edtf,
        "bounds": event.bounds.as_dict(),
        "stated": None if event.stated is None else event.stated.as_dict(),
        "offset": None if event.offset is None else _write_offset(event.offset),
        "landmark": event.landmark,
        "actors": list(event.actors),
        "places": list(event.places),
        "reasons": [write_reason(reason) for reason in event.reasons],
    }
    if event.shared is not None:
        data["shared"] = event.shared
    if event.hidden:
        data["hidden"] = True
    return with_extra(data | _added(event), event.extra)


def _added(event: Event) -> dict[str, Any]:
    """What the user said of it beside its date."""
    added = {
        "note": event.note,
        "links": list(event.links) or None,
        "standing": event.standing and event.standing.value,
        "merged": event.merged,
    }
    return {name: value for name, value in added.items() if value is not None}


def read_event(record: Record, articles: Sequence[Article] | None) -> Event:
    """
    The inverse of `write_event`; what a hand-made file leaves out is filled with what says least.

    It names one of *articles*; where these are None, whichever it names.
    """
    article = record.text("article", articles[0].id if articles is not None and len(articles) == 1 else None)
    if articles is not None and all(article != other.id for other in articles):
        record.fail(f"there is no article {article!r}", "article")
    span, kind, bounds = record.span("span"), record.choice("kind", Kind, Kind.DAY), record.bounds("bounds")
    written = record.data.keys()
    return Event(
        id=record.text("id"),
        article=article,
        title=record.text("title"),
        quote=record.text("quote", ""),
        span=span,
        head=record.maybe_span("head") or span,
        mentions=tuple(_read_mention(one) for one in record.records("mentions")),
        kind=kind,
        status=record.choice("status", Status, Status.HAPPENED),
        attribution=record.maybe_text("attribution"),
        weight=record.number("weight", 0.5),
        when=record.text("when") if "when" in written else words.describe(bounds, kind.value),
        edtf=record.maybe_text("edtf") if "edtf" in written else edtf.write(bounds, kind.value),
        bounds=bounds,
        stated=record.maybe_bounds("stated"),
        offset=None if record.data.get("offset") is None else _read_offset(record.record("offset")),
        landmark=record.maybe_text("landmark"),
        actors=record.texts("actors"),
        places=record.texts("places"),
        reasons=tuple(read_reason(one) for one in record.records("reasons")),
        shared=record.maybe_text("shared"),
        hidden=record.flag("hidden"),
        note=record.maybe_text("note"),
        links=record.texts("links"),
        standing=None if record.data.get("standing") is None else record.choice("standing", Standing),
        merged=record.maybe_text("merged"),
        extra=record.extra(*_EVENT),
    )


def _write_mention(mention: Mention) -> dict[str, Any]:
    data = {"quote": mention.quote, "span": list(mention.span), "head": list(mention.head)}
    return with_extra(data, mention.extra)


def _read_mention(record: Record) -> Mention:
    span = record.span("span")
    head = record.maybe_span("head") or span
    return Mention(record.text("quote", ""), span, head, extra=record.extra(*_MENTION))


def _write_offset(offset: Offset) -> dict[str, Any]:
    return {
        side: {"earliest": days[0], "latest": days[1]} for side, days in (("begin", offset.begin), ("end", offset.end))
    }


def _read_offset(record: Record) -> Offset:
    return Offset(_days(record, "begin"), _days(record, "end"))


def _days(record: Record, name: str) -> tuple[int | None, int | None]:
    if record.data.get(name) is None:
        return (None, None)
    days = record.record(name)
    earliest, latest = days.maybe_whole("earliest"), days.maybe_whole("latest")
    if earliest is not None and latest is not None and earliest > latest:
        days.fail(f"{earliest} is later than {latest}")
    return (earliest, latest)
