"""
What the parser is given instead of the characters on the page, and the way back.

Articles come with torn words ("re -election"), odd quotes, doubled spaces and soft hyphens. The parser gets them
mended; every character it sees knows the character it stands for.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.grammar.words import BOUND_PREFIXES
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")

_SPECIAL = re.compile(
    r"(?P<nothing>[\u00ad\u200b-\u200d\u2060\ufeff]+)"  # soft hyphens and characters of no width
    r"|(?P<divided>(?<=[a-z])-[ \t]*(?:\r\n|[\r\n])[ \t]*(?=[a-z]))"  # a word divided at the end of a line
    r"|(?P<torn>[ \t\u00a0]+-(?=[^\W\d_])|-[ \t\u00a0]+(?=[a-z]))"
    r"|(?P<gap>\s+(?=[,;!?](?:\s|$)|\.(?:\s|$)|['’](?:s|re|ve|ll|d|m)\b))"
    r"|(?P<space>\s+)"
    r"|(?P<double>[\"“”„‟«»″〝〞])"
    r"|(?P<single>[‘’‚‛′`´ʼ])"
    r"|(?P<hyphen>[\u2010\u2011])"
    r"|(?P<ligature>[ﬀﬁﬂﬃﬄ])"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_OPENING = "“„‟«〝"
_CLOSING = "”»〞"


@dataclass(frozen=True, slots=True)
class Normal:
    """
    A stretch of the article as the parser sees it.

    `places[i]` is where character *i* of `text` stands in the article; `quotes` are the stretches of `text` inside
    quotation marks, the marks included.
    """

    text: str
    places: array[int]
    quotes: tuple[Span, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The article's characters behind ``text[start:end]``; *start* before *end*."""
        return Span(self.places[start], self.places[end - 1] + 1)


def normalise(text: str, span: Span) -> Normal:
    """
    The characters of *span* mended for the parser.

    >>> normalise("Trump’s  re -election ”.", Span(0, 24)).text
    "Trump's re-election."
    """
    pieces: list[str] = []
    places = array("q")
    quotes: list[Span] = []
    opened: int | None = None

    def put(characters: str, at: int) -> None:
        pieces.append(characters)
        places.extend([at] * len(characters))

    for kind, characters, at in _pieces(text, span):
        if kind == "double":
            length = len(places)
            if opened is None and _opens(text, at, span):
                opened = length
            elif opened is not None and characters not in _OPENING:
                quotes.append(Span(opened, length + 1))
                opened = None
            elif characters not in _OPENING:
                continue  # nothing was opened: a stray mark would be a sentence of its own
            put('"', at)
        elif kind == "plain":
            pieces.append(characters)
            places.extend(range(at, at + len(characters)))
        else:
            put(characters, at)
    joined = "".join(pieces)
    if opened == 0:
        quotes.append(Span(0, len(places)))  # a quotation that goes on in the next paragraph is closed there
    return _without_gaps(joined, places, quotes)


def _pieces(text: str, span: Span) -> Iterator[tuple[str, str, int]]:
    """What stands for each stretch of *span*: its kind, the characters, and where the first of them stands."""
    at = span.start
    for found in _SPECIAL.finditer(text, span.start, span.end):
        kind = found.lastgroup or ""
        if found.start() > at:
            yield "plain", text[at : found.start()], at
        at = found.end()
        if kind == "space":
            yield kind, " ", found.start()
        elif kind == "torn":
            yield from _torn(text, span, found)
        elif kind == "divided":
            # "anti-" at the end of a line keeps its hyphen
            yield kind, "-" if _word_before(text, span, found.start()) in BOUND_PREFIXES else "", found.start()
        elif kind == "double":
            yield kind, found[0], found.start()
        elif kind == "single":
            yield kind, "'", found.start()
        elif kind == "hyphen":
            yield kind, "-", found.start()
        elif kind == "ligature":
            yield kind, _LIGATURES[found[0]], found.start()
    if at < span.end:
        yield "plain", text[at : span.end], at


def _torn(text: str, span: Span, found: re.Match[str]) -> Iterator[tuple[str, str, int]]:
    """White space on one side of a hyphen: within a word after a prefix or between two names, else as it stands."""
    hyphen = found.start() + found[0].index("-")
    before = _word_before(text, span, found.start())
    after = text[found.end() : found.end() + 4]
    names = before[:1].isupper() and after[:1].isupper() and found[0].endswith("-")
    listed = re.match(r"(?:and|or|to)\b", after)  # "pre- and post-war"
    if (before.lower() in BOUND_PREFIXES and not listed) or names:
        yield "torn", "-", hyphen
        return
    if found[0].startswith("-"):
        yield "torn", "-", hyphen
        yield "space", " ", hyphen + 1
    else:
        yield "space", " ", found.start()
        yield "torn", "-", hyphen


def _word_before(text: str, span: Span, at: int) -> str:
    found = _WORD_BEFORE.search(text, max(span.start, at - 20), at)
    return found[0] if found else ""


def _opens(text: str, at: int, span: Span) -> bool:
    """Whether a double quotation mark opens: by its shape, or straight with a space before it and a word after it."""
    mark = text[at]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    return not before.isalnum() and not after.isspace() and (after.isalnum() or after not in ".,;:!?)]")


_GAP = re.compile(r" +(?=[,;!?.](?:\s|$))|\A +| +\Z")


def _without_gaps(joined: str, places: array[int], quotes: list[Span]) -> Normal:
    """Without the spaces that a dropped character left before a full stop, or at either end."""
    gaps = [found.span() for found in _GAP.finditer(joined)]
    if not gaps:
        return Normal(joined, places, tuple(quotes))
    kept = array("q")
    pieces = []
    at = 0
    for start, end in [*gaps, (len(joined), len(joined))]:
        pieces.append(joined[at:start])
        kept.extend(places[at:start])
        at = end

    def moved(place: int) -> int:
        return place - sum(min(end, place) - start for start, end in gaps if start < place)

    return Normal("".join(pieces), kept, tuple(Span(moved(one.start), moved(one.end)) for one in quotes))
