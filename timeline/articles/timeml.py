"""TimeML documents as articles: text and publication day, any annotation dropped (TimeML 1.2.1, ISO 24617-1)."""

from __future__ import annotations

from timeline._timeml import creation_day, document
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import last_of, start_of
from timeline.model.article import Article


def read(data: bytes, name: str) -> Article:
    """
    The article of a TimeML document.

    The text is everything inside TEXT, elements left out and their words kept. The publication day is the value of the
    TIMEX3 inside DCT, or of the one whose `functionInDocument` says so; unknown where there is none.

    Raises:
        ArticleError: the document is not well-formed, declares a document type, or has no TEXT.
    """
    root, text = document(data, name)
    day = creation_day(root)
    published = Range() if day is None else Range(start_of(day), last_of(day))
    title = root.findtext(".//TITLE")
    return Article(
        "".join(text.itertext()),
        published=published,
        title=title.strip() if title else None,
        source=root.findtext(".//DOCID") or name,
        given=None if day is None else "metadata",
    )
