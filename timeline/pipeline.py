"""Article to timeline, stage by stage: read this as a table of contents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.articles.legible import legible
from timeline.chrono import words
from timeline.events.extract import extract as extract_events
from timeline.events.given import given
from timeline.events.landmarks import Landmarks
from timeline.grammar.pipeline import parse
from timeline.model.statement import Stratum
from timeline.model.timeline import Timeline
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.reasoning.derive import derive
from timeline.reasoning.order import before
from timeline.reasoning.printed import by_dateline
from timeline.reasoning.signals import statements as read_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from timeline.chrono.bounds import Bounds
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.span import Span
    from timeline.model.statement import Reason, Statement


@dataclass(frozen=True, slots=True)
class Stages:
    """What a reader of progress is told, in order."""

    parsing: str = "reading"
    times: str = "finding times"
    events: str = "finding events"
    dating: str = "dating"


STAGES = Stages()


def read_timeline(
    article: Article,
    landmarks: Landmarks,
    *,
    model: Path | str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Timeline:
    """
    The events of one article, dated as precisely as it allows.

    *landmarks* are the well-known events it may speak of; *model* another English pipeline than the shipped one;
    *progress* is called with the name of each stage as it begins.
    """
    tell = progress or (lambda _stage: None)
    tell(STAGES.parsing)
    read = legible(article)
    sentences = parse(read, model)
    tell(STAGES.times)
    headings = [sentence.span for sentence in sentences if sentence.heading]
    expressions = direct(find(read.text, headings=headings), sentences, read)
    tell(STAGES.events)
    candidates = extract_events(read, sentences, expressions, landmarks)
    tell(STAGES.dating)
    statements = [*by_dateline(read), *read_statements(read, sentences, expressions, candidates, landmarks)]
    events = [replace(candidate.event, when=words.UNKNOWN) for candidate in candidates]
    if read is not article:
        events = [_as_given(event, article) for event in events]
        statements = [_in_its_words(statement, article) for statement in statements]
    return derive(Timeline(articles=(article,), events=tuple(events), statements=tuple(statements)))


def _as_given(event: Event, article: Article) -> Event:
    """With its quotes in the characters of the text as given, markup and all."""
    mentions = tuple(replace(one, quote=one.span.of(article.text)) for one in event.mentions)
    return replace(event, quote=event.span.of(article.text), mentions=mentions)


def _in_its_words(statement: Statement, article: Article) -> Statement:
    """With the words it rests on in the characters of the text as given."""
    reason = statement.reason
    if reason.span is None or not reason.text:
        return statement
    return replace(statement, reason=replace(reason, text=reason.span.of(article.text)))


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """When the event mentioned at a span took place, its kind ("day" or "span"), and why."""

    bounds: Bounds
    kind: str
    reasons: tuple[Reason, ...]


def date_spans(
    article: Article,
    spans: Sequence[tuple[int, int]],
    *,
    only_stated: bool = False,
    model: Path | str | None = None,
) -> list[DatedSpan]:
    """
    Dates for event mentions that somebody else has found.

    Args:
        article: its text and its publication day are used, and nothing else: no landmarks.
        spans: characters ``[start, end)`` of the mentions' head words.
        only_stated: leave out what is only usual.
        model: another English pipeline than the shipped one.

    Returns:
        One answer for each span, in the same order; open bounds where the text says nothing.
    """
    dated = _of_spans(article, spans, only_stated=only_stated, model=model)
    return [DatedSpan(event.bounds, event.kind.value, event.reasons) for event in dated.events[: len(spans)]]


def order_spans(
    article: Article,
    spans: Sequence[tuple[int, int]],
    *,
    only_stated: bool = False,
    model: Path | str | None = None,
) -> list[tuple[int, int]]:
    """
    Which of the event mentions that somebody else has found ended before which began.

    Args:
        article: its text and its publication day are used, and nothing else: no landmarks.
        spans: characters ``[start, end)`` of the mentions' head words.
        only_stated: leave out what is only usual.
        model: another English pipeline than the shipped one.

    Returns:
        Pairs ``(i, j)`` of places in *spans*, in order: stated, implied or usual is that *i* ends before *j* begins.
        Where the text says nothing there is no pair.
    """
    dated = _of_spans(article, spans, only_stated=only_stated, model=model)
    places = {event.id: place for place, event in enumerate(dated.events[: len(spans)])}
    return sorted((places[one], places[other]) for one, other in before(dated, places.keys()))


def _of_spans(
    article: Article, spans: Sequence[tuple[int, int]], *, only_stated: bool, model: Path | str | None
) -> Timeline:
    """The dated timeline of these mentions, which stand first, and of the article's other events."""
    sentences = parse(article, model)
    headings = [sentence.span for sentence in sentences if sentence.heading]
    expressions = direct(find(article.text, headings=headings), sentences, article)
    found = extract_events(article, sentences, expressions, None)
    beside = [one for one in found if not _any_meets(spans, one.event.head)]
    # of an event told by several words ("asked him to resign") those that nobody asked about stay events by themselves
    others = [
        (mention.head.start, mention.head.end)
        for one in found
        if _any_meets(spans, one.event.head)
        for mention in one.event.mentions
        if not _any_meets(spans, mention.head)
    ]
    candidates = [*given(article, sentences, expressions, [*spans, *others], beside), *beside]
    statements = [*by_dateline(article), *read_statements(article, sentences, expressions, candidates, Landmarks())]
    strata = frozenset(Stratum) - ({Stratum.USUAL} if only_stated else set())
    kept = tuple(statement for statement in statements if statement.stratum in strata)
    events = tuple(candidate.event for candidate in candidates)
    return derive(Timeline(articles=(article,), events=events, statements=kept))


def _any_meets(spans: Sequence[tuple[int, int]], head: Span) -> bool:
    return any(start < head.end and head.start < end for start, end in spans)
