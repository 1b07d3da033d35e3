"""What everybody who reads TimeML does first: the document, its text, and the day it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from timeline.chrono.iso import parse_day
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # only the type: what is read is read by defusedxml


def document(data: bytes, name: str) -> tuple[Element, Element]:
    """
    The root of a document and its TEXT.

    Raises:
        ArticleError: it is not well-formed, declares a document type, or has no TEXT.
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
    return root, text


def creation_day(root: Element) -> int | None:
    """
    The day of the document creation time: of the TIMEX3 inside DCT, or of the one whose `functionInDocument` says so.

    A time within the day is cut, a value that is no day is none.
    """
    found = root.find(".//DCT//TIMEX3")
    if found is None:
        found = next((one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"), None)
    value = root.findtext(".//DCT") if found is None else found.get("value")
    try:
        return parse_day((value or "").strip()[:10])
    except ValueError:
        return None
