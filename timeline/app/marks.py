"""
An article cut into pieces that carry marks: which events a stretch of text tells, which words name a time,
which words an event's date rests on. Pure data; the article pane turns pieces into elements.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from timeline.articles.layout import blocks as page_blocks
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event


_NO_TIMES: Final[Mapping[Span, str]] = {}


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of text with the same marks throughout.

    `events` are the ids told here, the narrowest first: a click selects that one. `time`: part of a time expression,
    and `when` the time that names, where it is known.
    `why` are the ids of the events whose date rests on these words. `opens`: the first piece of that event.
    `clash`: the words that do not fit others, where they stand, so that they can be found again.
    `begins` and `ends`: an event that shares words with another one begins with this piece, or ends with it.
    """

    text: str
    events: tuple[str, ...] = ()
    time: bool = False
    why: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    clash: tuple[Span, ...] = ()
    when: str = ""
    begins: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the page from character `start` of the text, cut into pieces; `kind` is one of `articles.layout`."""

    kind: str
    pieces: tuple[Piece, ...]
    start: int = 0


@dataclass(slots=True)
class _Mark:
    """All that the same words are marked with."""

    span: Span
    events: list[str] = field(default_factory=list)
    why: set[str] = field(default_factory=set)
    clash: bool = False
    when: str | None = None


def paragraphs(
    article: Article, events: Sequence[Event], times: Mapping[Span, str] = _NO_TIMES, clashes: Iterable[Span] = ()
) -> tuple[Paragraph, ...]:
    """
    The article's blocks with the marks of *events* (of other articles: passed over), of *times* and of *clashes*.

    *times* are the words that name a time, each with the time it names; empty where that is not known.
    """
    blocks = page_blocks(article.text)
    if not blocks:  # as where events come from a table
        return ()
    marks = _marks(article.id, events, times, clashes)
    edges = sorted({edge for mark in marks for edge in mark.span})
    opened: set[str] = set()
    found = []
    going: list[_Mark] = []
    for block in blocks:
        inside = edges[bisect_right(edges, block.span.start) : bisect_left(edges, block.span.end)]
        while marks and marks[-1].span.start < block.span.end:
            going.append(marks.pop())
        going = [mark for mark in going if mark.span.end > block.span.start]
        near = [mark for mark in going if mark.span.meets(block.span)]
        shared = _shared([mark for mark in near if mark.events])
        stops = [block.span.start, *inside, block.span.end]
        pieces = tuple(_piece(article.text, Span(start, end), near, opened, shared) for start, end in pairwise(stops))
        found.append(Paragraph(block.kind.value, _joined(pieces), block.span.start))
    return tuple(found)


def _marks(article_id: str, events: Sequence[Event], times: Mapping[Span, str], clashes: Iterable[Span]) -> list[_Mark]:
    """What words of an article are marked with, the last words first."""
    found: dict[Span, _Mark] = {}

    def at(span: Span) -> _Mark:
        return found.get(span) or found.setdefault(span, _Mark(span))

    for event in events:
        if event.article == article_id:
            spans = {event.span, *(mention.span for mention in event.mentions)} if event.mentions else (event.span,)
            for span in spans:
                if span.start < span.end:
                    at(span).events.append(event.id)
        for reason in event.reasons:
            if reason.span is not None and (reason.article or event.article) == article_id:
                at(reason.span).why.add(event.id)
    for span, when in times.items():
        at(span).when = when
    for span in clashes:
        at(span).clash = True
    return sorted(found.values(), key=lambda mark: mark.span, reverse=True)


def _shared(told: Sequence[_Mark]) -> tuple[frozenset[int], frozenset[int]]:
    """Where an event begins that shares words with another one, and where one ends."""
    ids = [set(one.events) for one in told]
    apart = []
    for one, mine in zip(told, ids, strict=True):
        first = next(iter(mine))
        if len(mine) > 1 or any(
            other.span.meets(one.span) and other_ids != {first} for other, other_ids in zip(told, ids, strict=True)
        ):
            apart.append(one)
    return frozenset(one.span.start for one in apart), frozenset(one.span.end for one in apart)


def _piece(
    text: str,
    span: Span,
    marks: Sequence[_Mark],
    opened: set[str],
    shared: tuple[frozenset[int], frozenset[int]],
) -> Piece:
    over = [mark for mark in marks if mark.span.covers(span)]
    told = sorted((mark.span.end - mark.span.start, event) for mark in over for event in mark.events)
    ids = tuple(dict.fromkeys(event for _, event in told))
    opens = tuple(event for event in ids if event not in opened)
    opened.update(opens)
    why = tuple(sorted({event for mark in over for event in mark.why}))
    times = [mark.when for mark in over if mark.when is not None]
    clash = tuple(mark.span for mark in over if mark.clash)
    begins, ends = bool(ids) and span.start in shared[0], bool(ids) and span.end in shared[1]
    return Piece(span.of(text), ids, bool(times), why, opens, clash, next(filter(None, times), ""), begins, ends)


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Neighbours with the same marks as one piece."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and not (last.ends or piece.begins) and _marked(last) == _marked(piece):
            found[-1] = replace(last, text=last.text + piece.text, ends=piece.ends)
        else:
            found.append(piece)
    return tuple(found)


def _marked(piece: Piece) -> Piece:
    """A piece as far as its marks go."""
    return replace(piece, text="", opens=(), begins=False, ends=False)
