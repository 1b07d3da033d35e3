"""A web page that was saved: the text of its article, its title, and the day its markup gives."""

from __future__ import annotations

import copy
import logging
import re
from typing import TYPE_CHECKING, Any

from timeline.articles.pagedate import NEWEST, OLDEST, page_date
from timeline.articles.pieces import Piece, Taken
from timeline.articles.plain import decode
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 10 * 1000 * 1000  # bytes
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]+")
_SILENT = logging.NullHandler()  # what is wrong with a page is said by us, once
_BLOCKS = ("p", "head", "item", "cell", "quote", "code")


def read(data: bytes | str, name: str, *, url: str | None = None, charset: str | None = None) -> Taken:
    """
    What a page says; scripts are never run and nothing it points to is fetched.

    Raises:
        ArticleError: there is no text of an article in it.
    """
    markup = data if isinstance(data, str) else _decoded(data, name, charset)
    markup = _EMBEDDED.sub("data:", markup.replace("\x00", ""))
    from trafilatura.utils import load_html  # noqa: PLC0415 - only where a page is read

    logging.getLogger("trafilatura").addHandler(_SILENT)
    tree: Any = load_html(markup)
    if tree is None:
        raise ArticleError(f"{name} is no web page that can be read: save it again, or its text as .txt")
    pieces = tuple(_pieces(tree))
    if not pieces:
        raise ArticleError(
            f"{name} has no text of an article in it (a page that scripts draw keeps none): save its text as .txt"
        )
    dated = page_date(tree, markup, url)
    title = _title(tree)
    if dated is None:
        return Taken(pieces, title)
    return Taken(pieces, title, published=dated.window, dated_by=dated.words)


def _decoded(data: bytes, name: str, charset: str | None) -> str:
    """By its mark, else as UTF-8, else as the page or its sender says, else as plain text is."""
    declared = _CHARSET.search(data[:_HEAD])
    names = [charset, declared[1].decode("ascii") if declared else None]
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        for one in ["utf-8-sig", *(one for one in names if one)]:
            try:
                return data.decode(one)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data, name)


def _title(tree: Any) -> str | None:  # noqa: ANN401 - an lxml element
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - only where a page is read

    days = {"extensive_search": False, "original_date": True, "min_date": OLDEST, "max_date": NEWEST}
    title = extract_metadata(copy.deepcopy(tree), date_config=days, extensive=False).title
    return " ".join(title.split()) if title else None


def _pieces(tree: Any) -> Iterator[Piece]:  # noqa: ANN401 - an lxml element
    """The article's paragraphs and headings, numbered by its paragraphs."""
    from trafilatura.core import bare_extraction  # noqa: PLC0415 - only where a page is read

    found: Any = bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False, deduplicate=False)
    if found is None or found.body is None:
        return
    number = 1
    for element in found.body.iter(*_BLOCKS):
        if any(child.tag in _BLOCKS for child in element):
            continue
        heading = element.tag == "head"
        for words in _lines(element):
            yield Piece(f"- {words}" if element.tag == "item" else words, paragraph=number, heading=heading)
            number += not heading


def _lines(element: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """The words of a paragraph; a forced line break divides it."""
    held: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "lb":
            yield "".join(held)
            held = []
        else:
            held.append(child.text or "")
        held.append(child.tail or "")
    yield "".join(held)
