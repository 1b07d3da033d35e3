"""Markdown: its words without the marks, and the title and day of its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.articles import dates, markup
from timeline.articles.pieces import Piece, Taken
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import last_of, start_of
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCE = re.compile(r" {0,3}(```|~~~)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_HASHES = re.compile(r" {0,3}#{1,6}[ \t]+(?P<words>.*?)[ \t]*#*$")
_QUOTE = re.compile(r" {0,3}(> ?)+")
_ITEM = re.compile(r"\s{0,9}(?:[-*+]|\d{1,3}[.)])[ \t]+")
_RULE = re.compile(r"(?:\s*[-*_|:+]\s*){3,}$")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,80}\]:\s")
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]{1,40}):[ \t]*(?P<value>.*)$")
_REVISED = ("updated", "modified", "lastmod", "last_modified", "revised")
_PUBLISHED = ("date", "published", "publishdate", "publish_date", "date_published", "created")


def read(text: str) -> Taken:
    """What a Markdown file says, each paragraph with the number of its first line."""
    lines = text.splitlines()
    front = _front_matter(lines)
    fields = {found["name"].lower(): found[0] for line in lines[:front] if (found := _FIELD.match(line))}
    pieces = tuple(_pieces(lines, front))
    title = _value(fields.get("title", "")) or next((one.text for one in pieces[:1] if one.heading), None)
    window, words = _dated(fields)
    return Taken(pieces, title, published=window, dated_by=words)


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines it has at the head, its rules included."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    end = next((at for at, line in enumerate(lines[1:100], 1) if line.rstrip() in ("---", "...")), 0)
    return end + 1 if end else 0


def _dated(fields: dict[str, str]) -> tuple[Range, str]:
    for names, latest in ((_PUBLISHED, False), (_REVISED, True)):
        for line in (fields[name] for name in names if name in fields):
            days = [date.number for date in dates.within(line, Span(0, len(line))) if date.number is not None]
            if days:
                return Range(None if latest else start_of(days[0]), last_of(days[0])), line.strip()
    return Range(), ""


def _value(line: str) -> str:
    return line.partition(":")[2].strip().strip("\"'")


def _pieces(lines: Sequence[str], front: int) -> Iterator[Piece]:
    """Paragraphs, items and headings; what is program text or the address of a link is left out."""
    held: list[str] = []
    began = 0
    fence: str | None = None
    for number, whole in enumerate([*lines[front:], ""], front + 1):
        mark = _FENCE.match(whole)
        if fence is not None or mark:
            fence = fence if fence and not (mark and mark[1] == fence) else None if fence else mark[1] if mark else None
            line = ""
        else:
            line = _QUOTE.sub("", whole, count=1)
        if held and _UNDERLINE.match(line):
            yield _piece(held, began, heading=True)
            held = []
            continue
        heading = _HASHES.match(line)
        apart = not line.strip() or heading or _ITEM.match(line) or _RULE.match(line) or _DEFINITION.match(line)
        if apart and held:
            yield _piece(held, began)
            held = []
        if heading:
            yield _piece([heading["words"]], number, heading=True)
        elif line.strip() and not _RULE.match(line) and not _DEFINITION.match(line):
            began = began if held else number
            held.append(line)


def _piece(lines: Sequence[str], began: int, *, heading: bool = False) -> Piece:
    """A blank that a mark has left before a stop or behind a bracket is none of the sentence's."""
    words = markup.readable(" ".join(line.strip() for line in lines)).replace("\u2060", "")
    words = re.sub(r"(?<=[(\[“‘])\s+|\s+(?=[.,;:!?)\]”’])", "", " ".join(words.split()))
    return Piece(words, line=began, heading=heading)
