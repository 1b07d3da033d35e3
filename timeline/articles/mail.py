"""
An e-mail that was saved: its subject, its sender, its day, and what was written in it.

What it answers to is left out: that has a day of its own. What was sent on is what the mail is about and stays, but
then the day of the mail is only its latest.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.utils import parsedate_tz
from typing import TYPE_CHECKING

from timeline.articles import html, layout
from timeline.articles.pieces import Piece, Taken
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import EmailMessage

LIMIT = 50 * 1000 * 1000  # bytes; most of them are what is attached
_FORWARDED = re.compile(r"\s*(?:-{3,}\s*forwarded message\s*-{3,}|begin forwarded message:)\s*$", re.IGNORECASE)
_ORIGINAL = re.compile(r"\s*-{3,}\s*original message\s*-{3,}\s*$", re.IGNORECASE)
_WROTE = re.compile(r"\s*(?:on|am|le)\b.{5,200}\bwrote:\s*$", re.IGNORECASE | re.DOTALL)
_FIELD = re.compile(r"\s*\*?(?:from|sent|date|to|cc|subject|reply-to):\*?\s", re.IGNORECASE)
_FIELDS = 3  # lines such as "From: …" together are the head of another mail
_SIGNATURE = re.compile(r"-- ?$")
_HTML = ("text/html", "application/xhtml+xml")


def read(data: bytes, name: str) -> Taken:
    """
    What an e-mail says; what is attached to it is not read.

    Raises:
        ArticleError: it is damaged, or has no words in it.
    """
    try:
        message: EmailMessage = message_from_bytes(data, policy=policy.default)
        subject, sender, date = (_header(message, field) for field in ("Subject", "From", "Date"))
        part = message.get_body(("plain", "html"))
        content = None if part is None else part.get_content()
    except Exception as fault:  # whatever a damaged mail leads the library to
        raise ArticleError(f"{name} is a damaged e-mail: save its text as .txt") from fault
    if part is None or not isinstance(content, str) or not content.strip():
        raise ArticleError(f"{name} has no words in it, only what is attached: save that, and give its file")
    if part.get_content_type() in _HTML:
        pieces, sent_on = html.read(content, name).pieces, False
    else:
        lines = content.replace("\x00", "").splitlines()
        own = _own(lines)
        sent_on = any(_FORWARDED.match(line) for line in own)
        pieces = tuple(_pieces(own))
    window = _window(date, sent_on=sent_on)
    return Taken(pieces, subject, sender, window, "" if window.open else f"Date: {date}")


def page_within(data: bytes, name: str) -> tuple[str, str | None]:
    """The page of a web archive (.mhtml), which is written like an e-mail, and its address."""
    try:
        message: EmailMessage = message_from_bytes(data, policy=policy.default)
        part = next((one for one in message.walk() if one.get_content_type() in _HTML), None)
        content = None if part is None else part.get_content()
        address = None if part is None else part.get("Content-Location")
    except Exception as fault:  # whatever a damaged archive leads the library to
        raise ArticleError(f"{name} is a damaged web archive: save the page again, as HTML") from fault
    if not isinstance(content, str):
        raise ArticleError(f"{name} has no page in it: save it again, as HTML")
    return content, address


def _header(message: EmailMessage, field: str) -> str | None:
    value = message.get(field)
    words = None if value is None else " ".join(str(value).split())
    return words or None


def _window(date: str | None, *, sent_on: bool) -> Range:
    """The day by the sender's own clock."""
    found = parsedate_tz(date or "")
    try:
        day = None if found is None else day_number(*found[:3])
    except ValueError:
        day = None
    if day is None:
        return Range()
    return Range(None if sent_on else start_of(day), last_of(day))


def _own(lines: Sequence[str]) -> list[str]:
    """Without what it answers to, and without the signature; all of it where nothing else would be left."""
    own: list[str] = []
    for at, line in enumerate(lines):
        if _ORIGINAL.match(line) or (_heads_another(lines, at) and not any(_FORWARDED.match(one) for one in own[-2:])):
            break
        if _SIGNATURE.fullmatch(line):
            break
        if _answers(lines, at):
            continue
        own.append(line)
    return own if any(line.strip() for line in own) else [line.lstrip("> ") for line in lines]


def _answers(lines: Sequence[str], at: int) -> bool:
    """It is quoted, or says whose words the quoted ones below are, on one line or on two."""
    if lines[at].startswith(">"):
        return True
    following = [line for line in lines[at + 1 : at + 4] if line.strip()]
    if _WROTE.match(lines[at]):
        return bool(following) and following[0].startswith(">")
    if following and _WROTE.match(f"{lines[at]} {following[0]}"):
        return len(following) > 1 and following[1].startswith(">")
    before = lines[at - 1] if at else ""
    return bool(_WROTE.match(f"{before} {lines[at]}")) and bool(following) and following[0].startswith(">")


def _heads_another(lines: Sequence[str], at: int) -> bool:
    return sum(bool(_FIELD.match(line)) for line in lines[at : at + 5]) >= _FIELDS and bool(_FIELD.match(lines[at]))


def _pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """Its paragraphs, laid out as plain text is; the marks around what was sent on are no words of it."""
    kept: list[str] = []
    for line in lines:
        head = _FIELD.match(line) and not (kept and kept[-1].strip())
        kept.append("" if head or _FORWARDED.match(line) else line)
    text = "\n".join(kept)
    number = 1
    for block in layout.blocks(text):
        words, heading = block.span.of(text), block.kind is layout.Kind.HEADING
        yield Piece(f"- {words}" if block.kind is layout.Kind.ITEM else words, paragraph=number, heading=heading)
        number += not heading
