"""
An article cut into pieces that carry marks: which events a stretch of text tells, which words name a time,
which words an event's date rests on. Pure data; the article pane turns pieces into elements.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.articles.layout import blocks as page_blocks
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of text with the same marks throughout.

    `events` are the ids told here, the narrowest first: a click selects that one. `time`: part of a time expression.
    `why` are the ids of the events whose date rests on these words. `opens`: the first piece of that event.
    `clash`: the words that do not fit others, where they stand, so that they can be found again.
    """

    text: str
    events: tuple[str, ...] = ()
    time: bool = False
    why: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    clash: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the page from character `start` of the text, cut into pieces; `kind` is one of `articles.layout`."""

    kind: str
    pieces: tuple[Piece, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    event: str | None = None
    why: str | None = None
    clash: bool = False


def paragraphs(
    article: Article, events: Sequence[Event], times: Iterable[Span] = (), clashes: Iterable[Span] = ()
) -> tuple[Paragraph, ...]:
    """The article's blocks with the marks of *events* (of other articles: passed over), of *times* and of *clashes*."""
    marks = [*_marks(article.id, events, times), *(_Mark(span, clash=True) for span in clashes)]
    marks.sort(key=lambda mark: mark.span)
    edges = sorted({edge for mark in marks for edge in mark.span})
    opened: set[str] = set()
    found = []
    for block in page_blocks(article.text):
        inside = edges[bisect_right(edges, block.span.start) : bisect_left(edges, block.span.end)]
        near = [mark for mark in marks if mark.span.meets(block.span)]
        stops = [block.span.start, *inside, block.span.end]
        pieces = tuple(_piece(article.text, Span(start, end), near, opened) for start, end in pairwise(stops))
        found.append(Paragraph(block.kind.value, _joined(pieces), block.span.start))
    return tuple(found)


def _marks(article_id: str, events: Sequence[Event], times: Iterable[Span]) -> Iterable[_Mark]:
    for event in events:
        if event.article == article_id:
            spans = {event.span, *(mention.span for mention in event.mentions)}
            yield from (_Mark(span, event=event.id) for span in spans if span.start < span.end)
        for reason in event.reasons:
            if reason.span is not None and (reason.article or event.article) == article_id:
                yield _Mark(reason.span, why=event.id)
    yield from (_Mark(span) for span in times)


def _piece(text: str, span: Span, marks: Sequence[_Mark], opened: set[str]) -> Piece:
    over = [mark for mark in marks if mark.span.covers(span)]
    told = sorted((mark.span.end - mark.span.start, mark.event) for mark in over if mark.event is not None)
    ids = tuple(dict.fromkeys(event for _, event in told))
    opens = tuple(event for event in ids if event not in opened)
    opened.update(opens)
    why = tuple(sorted({mark.why for mark in over if mark.why is not None}))
    time = any(mark.event is None and mark.why is None and not mark.clash for mark in over)
    clash = tuple(mark.span for mark in over if mark.clash)
    return Piece(span.of(text), ids, time, why, opens, clash)


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Neighbours with the same marks as one piece."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and replace(last, text="", opens=()) == replace(piece, text="", opens=()):
            found[-1] = replace(last, text=last.text + piece.text)
        else:
            found.append(piece)
    return tuple(found)
