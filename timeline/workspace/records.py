"""An article from a record: a line of JSON, or a row of a data frame."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.articles import plain
from timeline.chrono.bounds import Range
from timeline.errors import ArticleError, DateError
from timeline.model.article import Article
from timeline.model.original import Original
from timeline.phrases.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = ("text", "body", "content")
TITLE = ("title", "headline")
PUBLISHED = ("published", "date", "publication_date", "date_publish")
NAME = ("id", "url", "link")
SOURCE = ("source", "publisher", "url", "link")
"""The names that a line may have for what it says, the first one that is there being taken."""
_CLOCK = re.compile(r"(?<=\d)[T ]\d{1,2}:\d\d.*$")
"""The time behind a day."""


def article_of(data: Mapping[str, Any], published: Range | None = None) -> Article:
    """
    The article that a record tells: its text, and its title, day and source where it has them.

    *published* is the day where it is known from elsewhere. A day that the record tells is metadata: one that the text
    prints goes before it, and one that names no day is left open, with a note.

    Raises:
        ArticleError: it has no text, or none that can be read.
    """
    text = said(data, TEXT)
    if text is None:
        raise ArticleError(f"it has no text: one of {', '.join(TEXT)} is to hold it")
    if len(text) > plain.LIMIT:
        raise ArticleError(f"it has more than {plain.LIMIT:,} characters of text: split it")
    plain.check_words(text, "it")
    plain.check_lines(text, "it")
    day, notes = _day(told := said(data, PUBLISHED))
    original = Original("record", (), day, told or "", notes)
    return plain.finished(Article(text, published, said(data, TITLE), said(data, SOURCE), original=original))


def _day(told: str | None) -> tuple[Range, tuple[str, ...]]:
    """The day that a line tells for its article; unknown, and a note, where it is none."""
    if told is None:
        return Range(), ()
    try:
        return read_date(_CLOCK.sub("", told))[0].window, ()
    except DateError:
        return Range(), (f"its publication day {told[:40]!r} names no day, so it stays open",)


def said(data: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these that is there and says something, as text."""
    for name in names:
        value = data.get(name)
        if isinstance(value, date) and value == value:  # noqa: PLR0124 - the day that is none is not itself
            value = value.isoformat()
        elif isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        elif (
            isinstance(value, float) and value.is_integer()
        ):  # a frame makes floats of whole numbers where one is missing
            value = str(int(value))
        if isinstance(value, str) and value.strip():
            return value
    return None
