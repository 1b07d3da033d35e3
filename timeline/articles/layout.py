"""
How a page of plain text is laid out: paragraphs, items of lists, headings, captions.

There are two ways of breaking lines. In one, a line is a paragraph; in the other, lines are broken at a width.
The second is told by its mark: the next line's first word would not have fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from timeline.articles import dates
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST = 40  # columns; shorter lines are short by themselves
WIDEST = 132  # columns of a terminal or a mail; a longer line is not broken by width
_HEADLINE_WORDS = 26
_HEADING_WORDS = 14

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_MARKER = re.compile(r"(?:[-*+•‣▪●◦–—·]|\(?(?:\d{1,2}|[a-z])[.)])[ \t\u00a0]+(?=\S)")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_CREDIT = re.compile(
    r"(?:\[?(?:image|photo|photograph|picture|file photo|caption|video|graphic|map)s?"
    r"(?: (?:source|credit|caption|by))?\]?\s*[:|©]"
    r"|\((?:photo|image|ap photo|reuters|afp|getty)[^)]*\)$"
    r"|©|credits?:)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:by|text:|words:|(?:additional |further )?(?:reporting|writing|editing) by)\s+[A-Z]"
    r"|.{3,80}(?:--|[—–_])$"  # a dateline by itself: "MIAMI, May 3 (AP) --"
    r"|(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|revised)\b[\s:])",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_GOES_ON = re.compile(r"[,;:]$")


class Kind(Enum):
    """What a block of text is. Only paragraphs and items hold sentences."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, item, heading, caption or byline; `span` leaves out a bullet and the white space around."""

    span: Span
    kind: Kind

    @property
    def prose(self) -> bool:
        """It holds sentences."""
        return self.kind in (Kind.PARAGRAPH, Kind.ITEM)


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    after_blank: bool
    item: bool = False
    hashes: bool = False


def blocks(text: str) -> list[Block]:
    """The blocks of a page, in order; what lies outside them is white space, bullets and rules."""
    lines = list(_joined(list(_lines(text))))
    bare = [_looks_like_heading(line) for line in lines]
    first = next((at for at, line in enumerate(lines) if not bare[at] and not line.hashes), len(lines))
    if first == len(lines):  # nothing but bare lines: notes, or a single sentence without its full stop
        first = 0
        bare = [False] * len(lines)
    titles = _titles(bare, first)
    return [
        Block(line.span, _kind(line, title=title, bare=plain))
        for line, title, plain in zip(lines, titles, bare, strict=True)
    ]


def headings(found: Sequence[Block]) -> tuple[Span, ...]:
    """Where no sentences stand."""
    return tuple(block.span for block in found if not block.prose)


def headline(text: str, found: Sequence[Block]) -> str | None:
    """The heading above everything else, if there is one."""
    for block in found:
        if block.prose:
            return None
        if block.kind is Kind.HEADING:
            return " ".join(block.span.of(text).split())
    return None


def _titles(bare: list[bool], first: int) -> list[bool]:
    """
    Which bare lines are titles: all above the first paragraph, and one or two together with a paragraph below them.

    Three in a row are a list; a last line with nothing below it titles nothing.
    """
    titles = [True] * first
    for is_bare, run in groupby(bare[first:]):
        length = len(list(run))
        last = len(titles) + length == len(bare)
        titles += [is_bare and length < 3 and not last] * length
    return titles


def _kind(line: _Line, *, title: bool, bare: bool) -> Kind:
    if line.hashes:
        return Kind.HEADING
    if line.item:
        return Kind.ITEM
    if _CREDIT.match(line.text):
        return Kind.CAPTION
    if bare and (_BYLINE.match(line.text) or dates.whole(line.text, Span(0, len(line.text)))):
        return Kind.BYLINE
    return Kind.HEADING if title else Kind.PARAGRAPH


def _looks_like_heading(line: _Line) -> bool:
    if line.item:
        return False
    words = line.text.split()
    if _ENDS_SENTENCE.search(line.text):
        # "Who is next?" above a paragraph; a longer question is a sentence
        return line.text.endswith("?") and len(words) <= 8 and line.after_blank and line.text[0].isupper()
    limit = _HEADLINE_WORDS if line.span.start == 0 or line.after_blank else _HEADING_WORDS
    return len(words) <= limit and len(line.text) <= 160 and not _GOES_ON.search(line.text)


def _lines(text: str) -> Iterator[_Line]:
    """Lines with a letter or digit in them, trimmed; rules such as "* * *" count as blank."""
    blank = True
    end = 0
    for found in _LINE.finditer(text):
        blank = blank or len(_BREAK.findall(text, end, found.start())) > 1
        end = found.end()
        content = found[0]
        if not any(character.isalnum() for character in content):
            blank = True
            continue
        start = found.start() + len(content) - len(content.lstrip())
        stop = found.end() - (len(content) - len(content.rstrip()))
        marker = _MARKER.match(text, start, stop)
        hashes = _HASHES.match(text, start, stop)
        if marker or hashes:
            start = (marker or hashes or found).end()
        yield _Line(Span(start, stop), text[start:stop], blank, item=bool(marker), hashes=bool(hashes))
        blank = False


def _joined(lines: list[_Line]) -> Iterator[_Line]:
    """Lines broken at a width, put together again."""
    pairs = [(one, two) for one, two in pairwise(lines) if not two.after_blank]
    width = _width(pairs)
    held: list[_Line] = []
    for line in lines:
        if held and not _continues(held[-1], line, width):
            yield _merge(held)
            held = []
        held.append(line)
    if held:
        yield _merge(held)


def _width(pairs: list[tuple[_Line, _Line]]) -> int | None:
    """The column at which lines are broken, or None where a line is a paragraph."""
    if not pairs:
        return None
    longest = max(len(one.text) for one, _ in pairs)
    if not NARROWEST <= longest <= WIDEST:
        return None
    open_ended = sum(_full(one, two, longest) and not _ENDS_SENTENCE.search(one.text) for one, two in pairs)
    return longest if open_ended >= max(2, len(pairs) * 0.4) else None


def _full(one: _Line, two: _Line, width: int) -> bool:
    """The next line's first word would not have fitted; a few columns' grace for a right margin that is set by eye."""
    return len(one.text) + 1 + len(two.text.split(None, 1)[0]) > width - 4


def _continues(one: _Line, two: _Line, width: int | None) -> bool:
    if two.after_blank or two.item or two.hashes or one.hashes:
        return False
    if width is not None and _full(one, two, width):
        return True
    # a sentence broken in the middle, whatever the width
    return two.text[0].islower() and not _ENDS_SENTENCE.search(one.text) and len(one.text.split()) > 4


def _merge(lines: list[_Line]) -> _Line:
    first, last = lines[0], lines[-1]
    if first is last:
        return first
    text = " ".join(line.text for line in lines)
    return _Line(Span(first.span.start, last.span.end), text, first.after_blank, item=first.item, hashes=first.hashes)
