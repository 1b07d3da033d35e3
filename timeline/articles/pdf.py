"""
A PDF: its lines put together to paragraphs again, each with its page.

A PDF has no paragraphs, only words at places: a new one is told by a wider gap, an indented line or a short last line.
What stands at the head or foot of several pages is the page's, not the article's.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

from timeline.articles.pieces import Piece, Taken
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LIMIT = 50 * 1000 * 1000  # bytes of the file
PAGES = 1000
SECONDS = 60.0
CHARACTERS = 10_000_000

_HYPHEN = "\ufffe"  # what the library puts for a hyphen at the end of a line
_OUTER = 2  # lines of a head or a foot
_EDGE = 0.12  # of the page's height: where heads and feet stand
_TALLER = 1.15  # than the usual line: a heading
_WIDER = 1.35  # than the usual distance of lines: a new paragraph
_SHORT = 0.85  # of the column: a last line
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_NUMBER = re.compile(r"\W*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_JOINED = re.compile(r"(\w+)\ufffe(\w+)")
_ITEM = re.compile(r"(?:[•‣▪●◦–—·*-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_ONE_AT_A_TIME = threading.Lock()  # the library is not made for threads


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and its box in points from the page's lower left; a `share` of 1 is the page's upper edge."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    share: float


def read(data: bytes, name: str, *, clock: Callable[[], float] = time.monotonic) -> Taken:
    """
    What a PDF says, page by page.

    Args:
        data: the file.
        name: its name in messages.
        clock: seconds from anywhere; reading ends with an error after `SECONDS` of it.

    Raises:
        ArticleError: it is damaged, protected, too long, or has only pictures of pages.
    """
    import pypdfium2  # noqa: PLC0415 - only where one is read

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            raise _unreadable(name, fault) from fault
        try:
            lines, empty = _all_lines(document, name, clock)
        except pypdfium2.PdfiumError as fault:
            raise _unreadable(name, fault) from fault
        finally:
            document.close()
    if not lines:
        raise ArticleError(
            f"{name} is only pictures of pages, which are not read: let a program for recognising text (OCR) go over "
            "it first"
        )
    pages = len({line.page for line in lines}) + empty
    said = f"{empty} of its {pages} pages have no text, only pictures perhaps, and were not read"
    return Taken(tuple(pieces(lines)), notes=(said,) if empty else ())


def pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    """The lines of all pages as paragraphs, numbered from the top of each page."""
    kept = _without_heads(lines)
    whole = "\n".join(line.text for line in kept)
    usual = median(line.height for line in kept) if kept else 0.0
    widths = _columns(kept)
    number, page = 0, 0
    last: Line | None = None
    held: list[str] = []
    start, heading, goes_on = Piece(""), False, False

    def done() -> Iterator[Piece]:
        if held:
            words = _whole_words(" ".join(held), whole)
            yield Piece(words, start.page, start.paragraph, heading=heading, goes_on=goes_on)

    for line in kept:
        tall = line.height > usual * _TALLER and not _ENDS.search(line.text)
        new = last is None or tall != heading or _parted(last, line, widths)
        if new or last is None or line.page != last.page:
            yield from done()
            number = 1 if line.page != page else number + (not heading)
            held, page, heading, goes_on = [], line.page, tall, not new
            start = Piece("", line.page, number)
        held.append(line.text)
        last = line
    yield from done()


def _all_lines(document: Any, name: str, clock: Callable[[], float]) -> tuple[list[Line], int]:  # noqa: ANN401 - no types
    """The lines of the pages, and how many pages have none."""
    pages = len(document)
    if pages > PAGES:
        raise ArticleError(f"{name} has {pages:,} pages, more than the {PAGES:,} that are read: split it")
    if pages == 0:
        raise ArticleError(f"{name} has no page in it: save it again")
    until = clock() + SECONDS
    found: list[Line] = []
    empty = characters = 0
    for number in range(pages):
        if clock() > until:
            raise ArticleError(
                f"{name} takes longer than the {SECONDS:.0f} seconds that a PDF may: it was left at page {number + 1}"
            )
        page = document[number]
        try:
            lines = list(_lines(page, number + 1))
        finally:
            page.close()
        empty += not lines
        found += lines
        characters += sum(len(line.text) for line in lines)
        if characters > CHARACTERS:
            raise ArticleError(f"{name} has more than the {CHARACTERS:,} characters that are read: split it")
    return found, empty


def _lines(page: Any, number: int) -> Iterator[Line]:  # noqa: ANN401 - no types
    words = page.get_textpage()
    try:
        text = words.get_text_range()
        _, height = page.get_size()
        boxes = words.count_chars() == len(text)  # else the places cannot be told: letters beyond the first plane
        for found in re.finditer(r"[^\r\n]+", text):
            line = found[0].rstrip()
            if not line.strip():
                continue
            start, end = found.start() + len(line) - len(line.lstrip()), found.start() + len(line) - 1
            left, bottom, _, top = words.get_charbox(start, loose=True) if boxes else (0.0, 0.0, 0.0, 0.0)
            _, low, right, _ = words.get_charbox(end, loose=True) if boxes else (0.0, 0.0, 0.0, 0.0)
            middle = (bottom + top) / 2 / height if height and boxes else 0.5
            yield Line(line.strip(), number, left, right, min(low, bottom), top - bottom, middle)
    finally:
        words.close()


def _without_heads(lines: Sequence[Line]) -> list[Line]:
    """Without page numbers, and without what stands at the edge of several pages in the same letters."""
    outer = [line for page in _by_page(lines) for line in dict.fromkeys((*page[:_OUTER], *page[-_OUTER:]))]
    edge = {line for line in outer if not _EDGE < line.share < 1 - _EDGE}
    counts = Counter(key for _, key in {(line.page, _key(line)) for line in edge})
    often = max(2, len({line.page for line in lines}) // 4)
    ends = {line for page in _by_page(lines) for line in (page[0], page[-1])}
    dropped = {line for line in edge | ends if _NUMBER.match(line.text)}
    dropped |= {line for line in edge if counts[_key(line)] >= often}
    return [line for line in lines if line not in dropped]


def _by_page(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for _, page in groupby(lines, key=lambda line: line.page):
        yield list(page)


def _key(line: Line) -> tuple[str, int, bool]:
    """Heads that differ in their numbers are the same."""
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.height), line.share > 0.5


def _columns(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How far the lines that begin at a place reach to the right, by page and place."""
    reach: dict[tuple[int, int], float] = {}
    for line in lines:
        key = line.page, round(line.left / 20)
        reach[key] = max(reach.get(key, 0.0), line.right)
    return reach


def _parted(last: Line, line: Line, columns: dict[tuple[int, int], float]) -> bool:
    """A new paragraph begins between two lines."""
    if _ITEM.match(line.text):
        return True
    ended = bool(_ENDS.search(last.text))
    elsewhere = line.page != last.page or line.bottom > last.bottom  # another page, or the next column
    if elsewhere:
        return ended or not line.text[0].islower()
    gap = last.bottom - line.bottom
    if gap > _WIDER * max(last.height, line.height, 1.0):
        return True
    indented = line.left > last.left + 0.6 * line.height
    if indented and ended:
        return True
    reach = columns.get((last.page, round(last.left / 20)), last.right)
    return ended and last.right - last.left < _SHORT * (reach - last.left)


def _whole_words(text: str, whole: str) -> str:
    """Words divided at the end of a line; the hyphen stays where the document writes that word with one elsewhere."""

    def joined(found: re.Match[str]) -> str:
        with_hyphen = f"{found[1]}-{found[2]}"
        keeps = with_hyphen in whole or found[2][0].isupper() or found[1].isdigit()
        return with_hyphen if keeps else found[1] + found[2]

    return _JOINED.sub(joined, text).replace(_HYPHEN, "-")


def _unreadable(name: str, fault: Exception) -> ArticleError:
    if "password" in str(fault).lower():
        return ArticleError(f"{name} is protected by a password: save it without one")
    return ArticleError(f"{name} is a damaged PDF: open it in a reader and save it again")
