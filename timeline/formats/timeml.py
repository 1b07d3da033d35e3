"""Articles with their time expressions as TimeML: the text unchanged, TIMEX3 inline (TimeML 1.2.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from timeline.chrono.calendar import day_of
from timeline.chrono.iso import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression

# What XML 1.0 has no way of writing, not even as a reference; each becomes one replacement character, so places stay.
_UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(article: Article, expressions: Iterable[TimeExpression], name: str) -> str:
    """
    A TimeML document: DOCID, DCT, and TEXT with a TIMEX3 element around each expression, in text order.

    An expression that overlaps one before it is left out. Line ends are kept: a carriage return is written as a
    reference, since a reader of XML would turn it into a line feed.
    """
    pieces, position, number = [], 0, 0
    for expression in sorted(expressions, key=lambda one: (one.span.start, -one.span.end)):
        start, end = expression.span
        if start < position or start >= end:
            continue
        number += 1
        pieces.append(escaped(article.text[position:start]))
        mod = f" mod={quoteattr(expression.mod)}" if expression.mod else ""
        attributes = f'tid="t{number}" type={quoteattr(expression.type)} value={quoteattr(expression.value)}{mod}'
        pieces.append(f"<TIMEX3 {attributes}>{escaped(article.text[start:end])}</TIMEX3>")
        position = end
    pieces.append(escaped(article.text[position:]))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n\n'
        f"<DOCID>{escaped(name)}</DOCID>\n\n<DCT>{creation(article)}</DCT>\n\n"
        f"<TEXT>{''.join(pieces)}</TEXT>\n\n</TimeML>\n"
    )


def creation(article: Article) -> str:
    """The publication day as the document creation time; empty where it is not one known day."""
    if not article.published.one_day:
        return ""
    day = iso_day(day_of(article.published.earliest or 0))
    attributes = 'type="DATE" temporalFunction="false" functionInDocument="CREATION_TIME"'
    return f'<TIMEX3 tid="t0" {attributes} value="{day}">{day}</TIMEX3>'


def escaped(text: str) -> str:
    """Characters as XML writes them; what it has no way of writing becomes one replacement character."""
    return escape(_UNSPEAKABLE.sub("\ufffd", text), {"\r": "&#13;"})
