"""One document, and what is known of the day it was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.original import Original, Place
    from timeline.model.span import Span


@dataclass(frozen=True, slots=True, init=False)
class Article:
    """
    A text with what is known about it.

    `text` is the text as given: every span counts characters in it.
    `published` is the range the publication day lies in, `Range()` where nothing is known.
    `given` says who gave the day: "user", "text" (a printed dateline or "Published …" line), "metadata", or None;
    `given_span` the words that give it, where the text does.
    `original` tells of the file the text was taken from, where that is more than the text.
    """

    text: str
    title: str | None
    source: str | None
    published: Range
    given: str | None
    given_span: Span | None
    id: str
    original: Original | None
    extra: Mapping[str, Any] = field(compare=False)

    def __init__(
        self,
        text: str,
        published: Range | date | str | None = None,
        title: str | None = None,
        source: str | None = None,
        *,
        given: str | None = None,
        given_span: Span | None = None,
        id: str | None = None,
        original: Original | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        """
        An article from its text.

        Args:
            text: the whole text, as given.
            published: an ISO day ("2025-08-20"), a `datetime.date`, a range, or None where it is not known.
            title: the headline; None to take it from the text.
            source: where it came from, for people (a file's name, a newspaper).

        Raises:
            DateError: *published* is no ISO day.
        """
        if isinstance(published, date):
            published = published.isoformat()[:10]
        if isinstance(published, str):
            try:
                day = parse_day(published)
            except ValueError as fault:
                raise DateError(f"the publication day {published!r} is not a day: write it as 2025-08-20") from fault
            published, given = Range(start_of(day), last_of(day)), given or "user"
        set_ = object.__setattr__
        set_(self, "text", text)
        set_(self, "title", title)
        set_(self, "source", source)
        set_(self, "published", published or Range())
        set_(self, "given", given)
        set_(self, "given_span", given_span)
        set_(self, "id", id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12])
        set_(self, "original", original)
        set_(self, "extra", extra or {})

    def with_published(self, published: Range, given: str | None) -> Article:
        """The same article with another publication day."""
        return replace_article(self, published=published, given=given, given_span=None)

    def place(self, span: Span) -> Place | None:
        """Where in the original a span begins: page, paragraph or line; None where that is not known."""
        return None if self.original is None else self.original.place(span.start)


def replace_article(article: Article, **changes: Any) -> Article:  # noqa: ANN401 - any field
    """`dataclasses.replace` for a class with a constructor of its own."""
    names = ("text", "published", "title", "source", "given", "given_span", "id", "original", "extra")
    return Article(**{**{name: getattr(article, name) for name in names}, **changes})
