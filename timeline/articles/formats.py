"""Which format a file has: by what it begins with, else by the end of its name."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from timeline.articles import docx

if TYPE_CHECKING:
    from timeline.articles.content import Content


class Format(Enum):
    """The formats that are read, by their names for people."""

    TEXT = "plain text"
    HTML = "web page"
    ARCHIVE = "web archive"
    MARKDOWN = "Markdown file"
    PDF = "PDF"
    DOCX = "Word document"
    MAIL = "e-mail"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".mhtml": Format.ARCHIVE,
    ".mht": Format.ARCHIVE,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".eml": Format.MAIL,
}
_MEDIA = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "application/pdf": Format.PDF,
    "message/rfc822": Format.MAIL,
}
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def format_of(found: Content) -> Format:
    """The format of a source; plain text where nothing else is told, and whatever is open as text."""
    data = found.data if isinstance(found.data, bytes) else found.data[:4096].encode("utf-8", "replace")
    if isinstance(found.data, bytes):
        if data.startswith(b"%PDF-"):
            return Format.PDF
        if data.startswith(b"PK\x03\x04") and docx.is_docx(data):
            return Format.DOCX
    by_name = _MEDIA.get(found.media or "") or SUFFIXES.get(found.suffix)
    if by_name in (Format.PDF, Format.DOCX):  # by name only: it begins as something else
        return Format.TEXT
    if by_name is None and _PAGE.match(data):
        return Format.HTML
    return by_name or Format.TEXT
