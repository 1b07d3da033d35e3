"""
A timeline cut into its articles, and each packed for the library: what hangs together is read and written together.

Packed is JSON in the form of the saved timeline, one article with its events, statements and conflicts, compressed as
.xz (which any such program unpacks, and which knows when it is damaged). Left out is what the article's text says
anyway: the text itself, and every quote that is exactly what stands at its span.
"""

from __future__ import annotations

import hashlib
import json as jsonlib
import lzma
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.chrono.calendar import day_of
from timeline.errors import LibraryError
from timeline.formats import _events, _statements, json
from timeline.formats._fields import Record
from timeline.library.rows import EventRow, NewArticle
from timeline.model.statement import PUBLICATION
from timeline.model.timeline import Timeline
from timeline.reasoning.network import subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.statement import Conflict, Statement

_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 2, "dict_size": 1 << 18}]
_MOST = 1 << 29  # bytes of JSON: a library may come by mail, and a few bytes unpack to very many
_AS_THERE = " as there"
_QUOTES = ("quote", "text")  # a reason's and a mention's own words stand under one of these names


def digest(text: str) -> str:
    """What tells one text from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def pack(part: Timeline) -> bytes:
    """The timeline of one article as bytes."""
    [article] = part.articles
    data: dict[str, Any] = {
        "article": json.write_article(article),
        "events": [_without_quotes(_events.write_event(event), article.text) for event in part.events],
        "statements": [
            _without_quotes(_statements.write_statement(statement), article.text) for statement in part.statements
        ],
        "conflicts": _statements.write_conflicts(part.conflicts, part.statements),
    }
    del data["article"]["text"]
    return lzma.compress(json.dumped(data).encode(), check=lzma.CHECK_CRC64, filters=_FILTERS)


def unpack(packed: bytes, text: str, name: str) -> Timeline:
    """
    The inverse of `pack`; *name* is the article's for messages.

    Raises:
        LibraryError: the bytes are damaged.
    """
    try:
        data = jsonlib.loads(_decompressed(packed))
    except (lzma.LZMAError, ValueError) as fault:
        raise LibraryError(
            f"what was read in {name!r} is damaged: `timeline library restore` takes a backup"
        ) from fault
    data["article"]["text"] = text
    source = f"the library, {name!r},"
    article = json.read_article(Record(data["article"], source, "article"))
    for one in (*data["events"], *data["statements"]):
        _with_quotes(one, text)
    record = Record(data, source, "")
    statements = tuple(_statements.read_statement(one) for one in record.records("statements"))
    return Timeline(
        articles=(article,),
        events=tuple(_events.read_event(one, (article,)) for one in record.records("events")),
        statements=statements,
        conflicts=tuple(_statements.read_conflict(one, statements) for one in record.records("conflicts")),
    )


def _decompressed(packed: bytes) -> bytes:
    """The bytes that were compressed; ValueError where their end is missing or they are more than we ever pack."""
    reader = lzma.LZMADecompressor()
    found = reader.decompress(packed, _MOST)
    if not reader.eof:
        raise ValueError("it does not end")
    return found


def parts(timeline: Timeline) -> dict[str, Timeline]:
    """The timeline of each article by its id; what speaks of several is with the one it speaks of first."""
    homes = {event.id: event.article for event in timeline.events}
    homes |= {PUBLICATION + article.id: article.id for article in timeline.articles}
    if not timeline.articles:
        return {}
    first = timeline.articles[0].id

    def home(statement: Statement) -> str:
        known = [homes[subject] for subject in subjects(statement.constraint) if subject in homes]
        own = statement.reason.article
        return known[0] if known else own if own is not None and PUBLICATION + own in homes else first

    found = {article.id: Timeline(articles=(article,)) for article in timeline.articles}
    events: dict[str, list[Event]] = {name: [] for name in found}
    statements: dict[str, list[Statement]] = {name: [] for name in found}
    conflicts: dict[str, list[Any]] = {name: [] for name in found}
    for event in timeline.events:
        events[event.article].append(event)
    for statement in timeline.statements:
        statements[home(statement)].append(statement)
    for conflict in timeline.conflicts:
        conflicts[home(conflict.set_aside)].append(conflict)
    return {
        name: replace(
            part,
            events=tuple(events[name]),
            statements=tuple(statements[name]),
            conflicts=tuple(conflicts[name]),
        )
        for name, part in found.items()
    }


def joined(several: Iterable[Timeline]) -> Timeline:
    """The inverse of `parts`: one timeline of several articles' timelines."""
    every = list(several)
    statements = tuple(statement for one in every for statement in one.statements)
    return Timeline(
        articles=tuple(article for one in every for article in one.articles),
        events=tuple(event for one in every for event in one.events),
        statements=statements,
        conflicts=_linked([conflict for one in every for conflict in one.conflicts], statements),
    )


def _linked(conflicts: Sequence[Conflict], statements: Iterable[Statement]) -> tuple[Conflict, ...]:
    """Conflicts between the very statements of the timeline, where they speak of those of another article's part."""
    if not conflicts:
        return ()
    there: dict[Statement, list[Statement]] = {}
    for statement in statements:
        there.setdefault(statement, []).append(statement)

    def linked(one: Statement) -> Statement:
        alike = there.get(one, ())
        return next((other for other in alike if other is one or other.reason == one.reason), one)

    return tuple(
        replace(one, set_aside=linked(one.set_aside), against=tuple(map(linked, one.against))) for one in conflicts
    )


def event_row(event: Event) -> EventRow:
    """An event as lists and searches of the library have it."""
    window = event.bounds.window
    return EventRow(
        id=event.id,
        title=event.title,
        note=event.note,
        start=event.span.start,
        stop=event.span.end,
        said=event.when,
        first=None if window.earliest is None else day_of(window.earliest),
        last=None if window.latest is None else day_of(window.latest),
        kind=event.kind.value,
        status=event.status.value,
        weight=event.weight,
        hidden=int(event.hidden),
    )


def article_row(article: Article) -> NewArticle:
    """An article as lists of the library have it."""
    day = article.published.as_dict()
    return NewArticle(article.id, article.title, article.source, day["earliest"], day["latest"], article.given)


def _without_quotes(data: dict[str, Any], text: str) -> dict[str, Any]:
    """Without the words that stand in the article at the span beside them."""
    for name in _QUOTES if data.get("span") else ():
        if name in data and data[name] == _there(data, text):
            del data[name]
            data[name + _AS_THERE] = 1
    for inner in _inner(data):
        _without_quotes(inner, text)
    return data


def _with_quotes(data: dict[str, Any], text: str) -> None:
    for name in _QUOTES:
        if data.pop(name + _AS_THERE, None):
            data[name] = _there(data, text)
    for inner in _inner(data):
        _with_quotes(inner, text)


def _there(data: Mapping[str, Any], text: str) -> str:
    start, end = data["span"]
    return text[start:end]


def _inner(data: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The mentions and reasons within an event, the reason within a statement."""
    yield from data.get("mentions", ())
    yield from data.get("reasons", ())
    if isinstance(data.get("reason"), dict):
        yield data["reason"]
