"""A Word document: its paragraphs as they stand with all changes accepted, its headings, lists and tables."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from timeline.articles.pieces import Piece, Taken
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 50 * 1000 * 1000  # bytes of the file; most of them are pictures
UNPACKED = 200 * 1000 * 1000  # bytes of all its parts
PART = 50 * 1000 * 1000  # bytes of one part that is text
MEMBERS = 5000
PARAGRAPHS = 100_000
DOCUMENT = "word/document.xml"

_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
_LIST = re.compile(r"list\b", re.IGNORECASE)
_FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error),
    *(ValueError, OSError, NotImplementedError, RuntimeError),
)


def is_docx(data: bytes) -> bool:
    """It is an archive with a Word document in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return DOCUMENT in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read(data: bytes, name: str) -> Taken:
    """
    What a Word document says.

    Raises:
        ArticleError: it is damaged, protected, or unpacks to more than may be read.
    """
    _check(data, name)
    from docx import Document  # noqa: PLC0415 - only where one is read

    try:
        document: Any = Document(io.BytesIO(data))
        pieces = tuple(_pieces(document, name))
    except ArticleError:
        raise
    except Exception as fault:  # whatever a damaged file leads the library to
        raise ArticleError(f"{name} is a damaged Word document: open it in Word and save it again") from fault
    title = next((one.text for one in pieces[:1] if one.heading), None)
    return Taken(pieces, title)


def _check(data: bytes, name: str) -> None:
    """Sizes are looked at before anything is unpacked, and no part may declare words that stand for others."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MEMBERS:
                raise ArticleError(f"{name} has {len(parts):,} parts, more than the {MEMBERS:,} that are read")
            texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            whole, largest = sum(part.file_size for part in parts), max((part.file_size for part in texts), default=0)
            if whole > UNPACKED or largest > PART:
                size, most = (largest, PART) if largest > PART else (whole, UNPACKED)
                raise ArticleError(
                    f"{name} unpacks to {size // 1_000_000:,} MB, more than the {most // 1_000_000} MB that are read: "
                    "save its text as .txt"
                )
            if any(part.flag_bits & 1 for part in parts):
                raise ArticleError(f"{name} is protected by a password: save it without one")
            for part in texts:
                if b"<!DOCTYPE" in archive.read(part):
                    raise ArticleError(f"{name} declares a document type, which no Word document does: save it again")
    except _FAULTS as fault:
        raise ArticleError(f"{name} is a damaged Word document: open it in Word and save it again") from fault


def _pieces(document: Any, name: str) -> Iterator[Piece]:  # noqa: ANN401 - no types
    """The paragraphs that have words, numbered; a heading has the number of the one below it."""
    number = 1
    for count, paragraph in enumerate(_paragraphs(document), 1):
        if count > PARAGRAPHS:
            raise ArticleError(f"{name} has more than the {PARAGRAPHS:,} paragraphs that are read: split it")
        words = "".join(_runs(paragraph._p)).strip()  # noqa: SLF001 - the library's own words leave out what was put in by a tracked change
        if not words:
            continue
        style = _style(paragraph)
        heading = bool(_HEADING.match(style))
        item = not heading and (bool(_LIST.match(style)) or bool(paragraph._p.xpath("./w:pPr/w:numPr")))  # noqa: SLF001 - see above
        yield Piece(f"- {words}" if item else words, paragraph=number, heading=heading)
        number += not heading


def _paragraphs(container: Any) -> Iterator[Any]:  # noqa: ANN401 - no types
    """Those of the body and of its tables, in order; a cell that was merged is met once."""
    for block in container.iter_inner_content():
        if not hasattr(block, "rows"):
            yield block
            continue
        seen = set()
        for row in block.rows:
            for cell in row.cells:
                if cell._tc not in seen:  # noqa: SLF001 - what a merged cell is known by
                    seen.add(cell._tc)  # noqa: SLF001 - see above
                    yield from _paragraphs(cell)


def _style(paragraph: Any) -> str:  # noqa: ANN401 - no types
    style = paragraph.style
    return "" if style is None or style.name is None else str(style.name)


def _runs(paragraph: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Its own words, those put in by a tracked change too; not those taken out, nor those of a box within."""
    for element in paragraph.iterchildren():
        tag = str(element.tag).rpartition("}")[2]
        if tag == "t":
            yield element.text or ""
        elif tag in ("tab", "br", "cr"):
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag in ("r", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple"):
            yield from _runs(element)
