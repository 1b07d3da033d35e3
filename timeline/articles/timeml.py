"""TimeML documents as articles: text and publication day, any annotation dropped (TimeML 1.2.1, ISO 24617-1)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.errors import ArticleError
from timeline.model.article import Article

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def read(data: bytes, name: str) -> Article:
    """
    The article of a TimeML document.

    The text is everything inside TEXT, elements left out and their words kept. The publication day is the value of the
    TIMEX3 inside DCT, or of the one whose `functionInDocument` says so; unknown where there is none.

    Raises:
        ArticleError: the document is not well-formed, declares a document type, or has no TEXT.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except ParseError as fault:
        line, column = fault.position
        raise ArticleError(
            f"{name} is not well-formed XML at line {line}, column {column + 1}: mend it, or give plain text"
        ) from fault
    except DefusedXmlException as fault:
        raise ArticleError(
            f"{name} declares a document type or an entity, and neither is read: take the DOCTYPE out"
        ) from fault
    except (LookupError, ValueError) as fault:
        raise ArticleError(f"{name} is in an encoding that cannot be read: save it as UTF-8") from fault
    text = root.find(".//TEXT")
    if text is None:
        raise ArticleError(f"{name} has no TEXT element, so there is nothing to read: is it TimeML?")
    day = _creation_day(root)
    published = Range() if day is None else Range(start_of(day), last_of(day))
    title = root.findtext(".//TITLE")
    return Article(
        "".join(text.itertext()),
        published=published,
        title=title.strip() if title else None,
        source=root.findtext(".//DOCID") or name,
        given=None if day is None else "metadata",
    )


def _creation_day(root: Element) -> int | None:
    """The day of the document creation time; a time within the day is cut, a value that is no day is none."""
    found = root.find(".//DCT//TIMEX3")
    if found is None:
        found = next((one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"), None)
    value = root.findtext(".//DCT") if found is None else found.get("value")
    try:
        return parse_day((value or "").strip()[:10])
    except ValueError:
        return None
