"""
The saved timeline: everything a timeline knows, as JSON.

Reading what was written gives the same timeline back, unknown fields included; nothing is derived on the way.
The form is told in ``docs/saved-timeline.md`` and, for programs, in ``data/schema/timeline.schema.json``.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from timeline.errors import SavedTimelineError
from timeline.formats import _events, _original, _statements
from timeline.formats._fields import Record, with_extra
from timeline.model.article import Article
from timeline.model.timeline import Edit, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1

_TIMELINE = ("version", "title", "articles", "events", "statements", "edits", "conflicts")
_ARTICLE = ("id", "title", "source", "text", "published", "given", "given_span", "original")
_EDIT = ("event", "article", "field", "from", "to", "at", "by")
_AIRY = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=1)
_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def write(timeline: Timeline) -> str:
    """A timeline as JSON, ready to be encoded as UTF-8."""
    events = {event.id for event in timeline.events}
    data: dict[str, Any] = {"version": VERSION}
    if timeline.title is not None:
        data["title"] = timeline.title
    data |= {
        "articles": [write_article(article) for article in timeline.articles],
        "events": [_events.write_event(event) for event in timeline.events],
        "statements": [_statements.write_statement(statement) for statement in timeline.statements],
        "edits": [_write_edit(edit, events) for edit in timeline.edits],
    }
    if timeline.conflicts:
        data["conflicts"] = _statements.write_conflicts(timeline.conflicts, timeline.statements)
    return dumped(with_extra(data, timeline.extra), airy=True) + "\n"


def read(text: str, source_name: str = "the saved timeline") -> Timeline:
    """
    The timeline that was saved.

    *source_name* names the file in messages.

    Raises:
        SavedTimelineError: the text is no saved timeline; the message says where and what is wrong.
    """
    record = Record(_parse(text, source_name), source_name, "")
    if record.data.get("version") != VERSION:
        record.fail(f"this program reads version {VERSION} of the saved timeline", "version")
    articles = tuple(read_article(one) for one in record.records("articles"))
    _need_unique(record, "articles", [article.id for article in articles])
    events = tuple(_events.read_event(one, articles) for one in record.records("events"))
    _need_unique(record, "events", [event.id for event in events])
    statements = tuple(_statements.read_statement(one) for one in record.records("statements"))
    return Timeline(
        articles=articles,
        events=events,
        statements=statements,
        edits=tuple(_read_edit(one) for one in record.records("edits")),
        conflicts=tuple(_statements.read_conflict(one, statements) for one in record.records("conflicts")),
        title=record.maybe_text("title"),
        extra=record.extra(*_TIMELINE),
    )


def dumped(data: dict[str, Any], *, airy: bool = False) -> str:
    """A JSON object as text that UTF-8 can hold: half a surrogate pair, which it cannot, is escaped."""
    text = (_AIRY if airy else _COMPACT).encode(data)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def loaded(text: str, source_name: str, *, first: int = 1) -> Any:  # noqa: ANN401 - a JSON value
    """A JSON text that begins on the line *first* of its source; SavedTimelineError says where it is damaged."""
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno + first - 1}, column {fault.colno}"
        raise SavedTimelineError(f"{source_name} is damaged at {place}: {fault.msg}") from fault
    except RecursionError as fault:
        raise SavedTimelineError(f"{source_name} is no saved timeline: it is nested too deeply") from fault
    except ValueError as fault:
        raise SavedTimelineError(f"{source_name} is damaged: {fault}") from fault


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number that JSON knows")


def _parse(text: str, source_name: str) -> dict[str, Any]:
    data = loaded(text, source_name)
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        raise SavedTimelineError(f"{source_name} is no saved timeline: it has no list of events")
    return data


def write_article(article: Article) -> dict[str, Any]:
    """An article as a JSON object."""
    data: dict[str, Any] = {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "text": article.text,
        "published": article.published.as_dict(),
    }
    if article.given is not None:
        data["given"] = article.given
    if article.given_span is not None:
        data["given_span"] = list(article.given_span)
    if article.original is not None:
        data["original"] = _original.write_original(article.original)
    return with_extra(data, article.extra)


def read_article(record: Record) -> Article:
    """The inverse of `write_article`."""
    return Article(
        id=record.text("id"),
        title=record.maybe_text("title"),
        source=record.maybe_text("source"),
        text=record.text("text"),
        published=record.range("published"),
        given=record.maybe_text("given"),
        given_span=record.maybe_span("given_span"),
        original=_original.read_original(record.record("original")) if record.data.get("original") else None,
        extra=record.extra(*_ARTICLE),
    )


def _write_edit(edit: Edit, events: set[str]) -> dict[str, Any]:
    """An edit; what it is about is an event, or an article where no event has that id."""
    about = "article" if edit.field == "published" and edit.subject not in events else "event"
    data = {about: edit.subject, "field": edit.field, "from": edit.before, "to": edit.after, "at": edit.at}
    if edit.by is not None:
        data["by"] = edit.by
    return with_extra(data, edit.extra)


def _read_edit(record: Record) -> Edit:
    about = "article" if "article" in record.data and "event" not in record.data else "event"
    return Edit(
        subject=record.text(about),
        field=record.text("field"),
        before=record.data.get("from"),
        after=record.data.get("to"),
        at=record.text("at", ""),
        by=record.maybe_text("by"),
        extra=record.extra(*_EDIT),
    )


def _need_unique(record: Record, name: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one in seen:
            record.fail(f"another of the {name} has the id {one!r}, too", f"{name}[{place}].id")
        seen.add(one)
