"""One event or article a line, in the form that the saved timeline has them: for what is too large to be one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import SavedTimelineError
from timeline.formats import json
from timeline.formats._events import read_event, write_event
from timeline.formats._fields import Record

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.model.event import Event


def event_line(event: Event) -> str:
    """An event as a line."""
    return json.dumped(write_event(event))


def article_line(article: Article) -> str:
    """An article as a line."""
    return json.dumped(json.write_article(article))


def read_event_line(text: str, file: str, number: int = 1) -> Event:
    """The inverse of `event_line`, whichever article it names; SavedTimelineError names the file and the line."""
    return event_of(object_of(text, file, number), file, number)


def read_article_line(text: str, file: str, number: int = 1) -> Article:
    """The inverse of `article_line`; SavedTimelineError names the file and the line."""
    return article_of(object_of(text, file, number), file, number)


def object_of(text: str, file: str, number: int) -> dict[str, Any]:
    """The JSON object of a line; SavedTimelineError where it is none."""
    data = json.loaded(text, file, first=number)
    if not isinstance(data, dict):
        raise SavedTimelineError(f"{file} is damaged at line {number}: expected an object, not {str(data)[:40]!r}")
    return data


def event_of(data: dict[str, Any], file: str, number: int) -> Event:
    """The event of such an object."""
    return read_event(Record(data, f"{file}, line {number},", ""), None)


def article_of(data: dict[str, Any], file: str, number: int) -> Article:
    """The article of such an object."""
    return json.read_article(Record(data, f"{file}, line {number},", ""))
