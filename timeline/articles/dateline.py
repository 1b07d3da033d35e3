"""
The publication day as the page prints it.

Two places: a dateline at the head of the first paragraphs ("LONDON, Aug. 20, 2025 (AP) —"), and a line of its own
("Published 20 August 2025", "By Jane Roe | 20 August 2025"). Where a page gives two different days, neither is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.articles import dates
from timeline.articles.layout import Kind
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.articles.dates import PrintedDate
    from timeline.articles.layout import Block
    from timeline.chrono.bounds import Range

_TOP = 12  # a page prints its day among its first blocks or its last
_BOTTOM = 3
_LINE = 140  # characters; what is longer is prose

_WORDS = re.compile(
    r"(?:(?:first|originally|last|article|story|page|date)\s+)*"
    r"(?P<verb>published|posted|released|issued|publication date|dated?|filed|created|updated|modified|revised"
    r"|(?:judge?ment|opinion|decision|ruling) (?:was )?(?:delivered|handed down|given|issued|filed))\b"
    r"(?:\s+(?:on|at|in)\b)?\s*[:|·–—-]?\s*",
    re.IGNORECASE,
)
_REVISED = ("updated", "modified", "revised")
_ISSUE = re.compile(r"(?:from|in) (?:the|our) (?P<month>\S+ \d{4}) (?:issue|edition)\b", re.IGNORECASE)
_TIME = (
    r"(?:T\d\d:\d\d\S*|[\s,|·–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?)"
)
_TAIL = re.compile(rf"{_TIME}?\s*(?:\.?$|[|·,;–—-]|\(|by\b|updated\b|last\b)", re.IGNORECASE)

_NAME = rf"(?!(?i:{dates.CALENDAR_WORD}))[A-Z][\w.'’-]*"
_STATE = rf"(?:,\s+{_NAME}(?:\s+{_NAME})?)?"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3}" + _STATE
_MIXED = rf"{_NAME}(?:\s+{_NAME}){{0,3}}" + _STATE
_AGENCY = r"(?:\([^()]{2,40}\)|/[^/\n]{2,40}/)"
_DASH = r"(?:\s*[—–]\s*|\s+(?:--?|_)(?:\s+|$)|\s*--\s*|:\s+)"
_DATE = r"(?P<date>[^()—–]{3,32}?)"
_DATELINES = (
    re.compile(rf"(?:{_CAPITALS}|{_MIXED}),?\s+(?:{_AGENCY},?\s+)?{_DATE}(?:\s*,?\s*{_AGENCY})?{_DASH}"),
    re.compile(rf"(?:{_CAPITALS}(?:\s*/\s*{_CAPITALS})?|{_MIXED})\s+{_AGENCY}(?P<date>){_DASH}"),
    re.compile(rf"{_CAPITALS}(?:\s*/\s*{_CAPITALS})?(?P<date>)(?:\s*[—–]\s*|\s+(?:--|_)(?:\s+|$))"),
    re.compile(r"\((?:[A-Z][\w.&’'-]*\s?){1,4}\)(?P<date>)(?:\s*[—–]\s*|\s+(?:--?|_)(?:\s+|$)|\s*--\s*)"),
)

# how good a place is: what is called the publication, a dateline, a date by itself, what is called a revision
_CALLED, _DATELINE, _BARE, _REVISION = range(4)


@dataclass(frozen=True, slots=True)
class Printed:
    """A publication day that the page prints, or its month, and where."""

    day: Range
    span: Span


@dataclass(frozen=True, slots=True)
class Partial:
    """What a page says of its day without the year: Monday is 0, months and days from 1; None is not said."""

    weekday: int | None
    month: int | None
    day: int | None
    span: Span


def publication(text: str, blocks: Sequence[Block]) -> Printed | None:
    """The day the page prints as its own, else its month; a day of publication before a day of revision."""
    found = _dated(text, blocks)
    if not found or _contradicts(found):
        return None
    window = found[0].window
    return None if window is None else Printed(window, found[0].span)


def partial(text: str, blocks: Sequence[Block]) -> Partial | None:
    """What the page prints of its day where no whole day is given: a weekday, a month and a day."""
    printed = publication(text, blocks)
    if (printed is not None and printed.day.one_day) or problem(text, blocks) is not None:
        return None
    found = _best((rank, date) for rank, date in _printed(text, blocks) if date.year is None)
    if len({(date.weekday, date.month, date.day) for date in found}) != 1:
        return None
    return Partial(found[0].weekday, found[0].month, found[0].day, found[0].span)


def problem(text: str, blocks: Sequence[Block]) -> str | None:
    """One sentence where the page contradicts itself about its day, else None."""
    found = _dated(text, blocks)
    if not found or not _contradicts(found):
        return None
    if found[0].impossible:
        return f"its day of publication, {found[0].span.of(text)}, was a {found[0].day_name}, so it is not taken"
    other = next(date for date in found if date.window != found[0].window)
    days = f"{found[0].span.of(text)} and {other.span.of(text)}"
    return f"it gives both {days} as its day of publication, so neither is taken"


def _dated(text: str, blocks: Sequence[Block]) -> list[PrintedDate]:
    """The dates with a year, whole days if there are any, that stand in the best place; of revisions the first."""
    with_year = [(rank, date) for rank, date in _printed(text, blocks) if date.window is not None]
    days = [(rank, date) for rank, date in with_year if date.number is not None]
    found = _best(days or with_year)
    revised = all(rank == _REVISION for rank, _ in days or with_year)
    return found[:1] if revised else found


def _best(ranked: Iterable[tuple[int, PrintedDate]]) -> list[PrintedDate]:
    """Those in the best place, in text order."""
    pairs = list(ranked)
    best = min((rank for rank, _ in pairs), default=None)
    return [date for rank, date in pairs if rank == best]


def _contradicts(found: Sequence[PrintedDate]) -> bool:
    return found[0].impossible or len({date.window for date in found}) > 1


def dateline(text: str, span: Span) -> Span | None:
    """The dateline at the head of the paragraph *span*, its dash included; it may be all of it."""
    for pattern in _DATELINES:
        found = pattern.match(text, span.start, min(span.end, span.start + _LINE))
        if found is None:
            continue
        if not found["date"] or dates.whole(text, Span(*found.span("date"))):
            return Span(found.start(), found.end())
    return None


def _printed(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, PrintedDate]]:
    """The dates the page prints as its own, each with the rank of its place."""
    paragraphs = 0
    for at, block in enumerate(blocks):
        if _TOP <= at < len(blocks) - _BOTTOM:
            continue
        if block.span.end - block.span.start <= _LINE:
            yield from _own_line(text, block.span, above=paragraphs == 0 or (at < _TOP and block.kind is Kind.BYLINE))
        if block.kind in (Kind.PARAGRAPH, Kind.BYLINE):
            paragraphs += block.kind is Kind.PARAGRAPH
            place = dateline(text, block.span) if paragraphs <= 3 else None
            if place is not None:
                yield from ((_DATELINE, date) for date in dates.within(text, place))


def _own_line(text: str, span: Span, *, above: bool) -> Iterator[tuple[int, PrintedDate]]:
    """A line such as "Published on 20 August 2025, 10:30"; *above* the text also a bare date, or one in a byline."""
    words = _WORDS.match(text, span.start, span.end)
    if words:
        date = dates.at(text, words.end(), span.end) or dates.month_at(text, words.end(), span.end)
        if date and _TAIL.match(text, date.span.end, span.end):
            yield _REVISION if words["verb"].lower() in _REVISED else _CALLED, date
    elif above:
        date = dates.at(text, span.start, span.end)
        if date and re.fullmatch(rf"{_TIME}?[\s.|]*", text[date.span.end : span.end], re.IGNORECASE):
            yield _BARE, date
        elif issue := _ISSUE.match(text, span.start, span.end):
            date = dates.month_at(text, issue.start("month"), span.end)
            if date is not None:
                yield _BARE, date
        elif re.match(r"by\s", text[span.start : span.end], re.IGNORECASE):
            yield from ((_BARE, found) for found in dates.within(text, span) if found.year is not None)
