"""Files as people send them, made where they are needed: PDF, Word, e-mail."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from fpdf import FPDF

if TYPE_CHECKING:
    from collections.abc import Sequence

# A PDF whose tree of pages leads back to its own root.
LOOPING = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >> endobj
3 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 2 >> endobj
trailer << /Root 1 0 R /Size 4 >>
%%EOF
"""


def pdf(pages: Sequence[Sequence[str]], *, head: str = "", foot: bool = False, title: str = "") -> bytes:
    """A PDF of pages of paragraphs, with a running head and page numbers where they are wanted."""
    document = FPDF()
    for number, paragraphs in enumerate(pages, 1):
        document.add_page()
        document.set_font("Helvetica", size=9)
        if head:
            document.text(20, 12, head)
        if foot:
            document.text(100, 288, str(number))
        document.set_y(40)
        if title and number == 1:
            document.set_font("Helvetica", size=20)
            document.multi_cell(0, 10, title, new_x="LMARGIN", new_y="NEXT")
        document.set_font("Helvetica", size=12)
        for paragraph in paragraphs:
            document.multi_cell(0, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def pictures(pages: int = 1) -> bytes:
    """A PDF of pages without a word, only drawn upon."""
    document = FPDF()
    for _ in range(pages):
        document.add_page()
        document.rect(20, 20, 100, 100, style="F")
    return bytes(document.output())


def word(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of paragraphs, each a style and its words."""
    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An archive with one of its parts replaced, or one more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return out.getvalue()


def spoilt(data: bytes, name: str) -> bytes:
    """An archive whose part is there and cannot be unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo(name).header_offset + 30 + len(name)  # behind the head of the part
    return data[:at] + bytes(byte ^ 255 for byte in data[at : at + 20]) + data[at + 20 :]


def mail(body: str, *fields: str, kind: str = "text/plain") -> bytes:
    """An e-mail with these header fields beside the usual ones."""
    head = ["MIME-Version: 1.0", f"Content-Type: {kind}; charset=utf-8", *fields]
    return ("\r\n".join(head) + "\r\n\r\n" + body.replace("\n", "\r\n")).encode()


def page(body: str, head: str = "") -> bytes:
    """A web page with an article in it, between what every page has around it."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry sinks | The Gazette</title>{head}</head>'
        '<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>Ferry sinks</h1>{body}</article><footer>Copyright 2019 The Gazette</footer></body></html>"
    ).encode()
