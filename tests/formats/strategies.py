"""Timelines for round trips: everything the form can hold, drawn at random."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.patterns import Month, Weekday
from timeline.chrono.trees import Fixed, Last, Next, Shift, This, UpTo, Within
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Mention, Offset, Standing, Status
from timeline.model.original import Original, Place
from timeline.model.span import Span
from timeline.model.statement import (
    ENDS,
    Calendar,
    Conflict,
    Denotes,
    Distance,
    Point,
    Reason,
    Statement,
    Stratum,
    publication,
)
from timeline.model.statement import Within as WithinBounds
from timeline.model.timeline import Edit, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

moments = st.integers(start_of(day_number(-9999)), last_of(day_number(9999, 12, 31)))
maybe_moments = st.none() | moments
texts = st.text(st.characters(codec="utf-8"), max_size=12)
spans = st.tuples(st.integers(0, 500), st.integers(0, 80)).map(lambda pair: Span(pair[0], sum(pair)))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
unknown_fields = st.dictionaries(st.sampled_from(["x-note", "colour", "ünknown"]), json_values, max_size=2)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A range that is not empty; either side may be open."""
    one, other = draw(maybe_moments), draw(maybe_moments)
    if one is not None and other is not None:
        one, other = min(one, other), max(one, other)
    return Range(one, other)


bounds = st.builds(Bounds, ranges(), ranges())
trees = st.sampled_from(
    [
        Fixed(Interval.days(day_number(2025, 8, 19), day_number(2025, 8, 21))),
        Last(Weekday(1)),
        Next(Month(4)),
        This(Granularity.WEEK),
        UpTo(This(Granularity.YEAR)),
        Within(Month(3), Shift(Granularity.YEAR, -1)),
    ]
)
reasons = st.builds(
    Reason,
    rule=texts,
    stratum=st.sampled_from(Stratum),
    says=texts,
    text=texts,
    span=st.none() | spans,
    article=st.none() | texts,
    bounds=st.none() | bounds,
    extra=unknown_fields,
)


@st.composite
def offsets(draw: st.DrawFn) -> Offset:
    """Days from publication, either of them open."""

    def days() -> tuple[int | None, int | None]:
        found = draw(ranges())
        return (found.earliest, found.latest)

    return Offset(days(), days())


def events(article: str) -> Callable[[str], st.SearchStrategy[Event]]:
    """Events of an article, by their id."""
    return lambda name: st.builds(
        Event,
        id=st.just(name),
        article=st.just(article),
        title=texts,
        quote=texts,
        span=spans,
        head=spans,
        mentions=st.lists(st.builds(Mention, texts, spans, spans, unknown_fields), max_size=2).map(tuple),
        kind=st.sampled_from(Kind),
        status=st.sampled_from(Status),
        attribution=st.none() | texts,
        weight=st.floats(0, 1),
        actors=st.lists(texts, max_size=2).map(tuple),
        places=st.lists(texts, max_size=2).map(tuple),
        when=texts,
        edtf=st.none() | texts,
        bounds=bounds,
        stated=st.none() | bounds,
        offset=st.none() | offsets(),
        landmark=st.none() | texts,
        shared=st.none() | texts,
        reasons=st.lists(reasons, max_size=2).map(tuple),
        hidden=st.booleans(),
        note=st.none() | texts,
        links=st.lists(texts, max_size=2).map(tuple),
        standing=st.none() | st.sampled_from(Standing),
        merged=st.none() | texts,
        extra=unknown_fields,
    )


@st.composite
def statements(draw: st.DrawFn, subjects: list[str]) -> Statement:
    """A statement about one or two of these subjects, or about one that is not there."""
    subject = draw(st.sampled_from([*subjects, "nobody"]))
    points = st.builds(Point, st.sampled_from([*subjects, "nobody"]), st.sampled_from(["begin", "end"]))
    days = st.none() | st.integers(-9000, 9000)
    ends = st.sampled_from(ENDS)
    weekdays, months = st.none() | st.integers(0, 6), st.none() | st.integers(1, 12)
    constraint: Any = draw(
        st.one_of(
            st.builds(WithinBounds, st.just(subject), bounds),
            st.builds(Denotes, st.just(subject), trees, st.none() | points, ends),
            st.builds(Distance, points, points, days, days),
            st.builds(Calendar, st.just(subject), weekdays, months, st.none() | st.integers(1, 31)),
        )
    )
    stratum = draw(st.sampled_from(Stratum))
    return Statement(constraint, stratum, draw(reasons), draw(st.none() | texts), draw(unknown_fields))


@st.composite
def originals(draw: st.DrawFn) -> Original | None:
    """What an article was read from, or nothing of it."""
    if draw(st.booleans()):
        return None
    starts = sorted(draw(st.sets(st.integers(0, 500), max_size=3)))
    count = st.none() | st.integers(1, 900)
    places = tuple(Place(start, draw(count), draw(count), draw(count), draw(unknown_fields)) for start in starts)
    notes = draw(st.lists(texts, max_size=2).map(tuple))
    return Original(draw(texts), places, draw(ranges()), draw(texts), notes, draw(unknown_fields))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline of up to two articles with everything it can hold."""
    names = draw(st.lists(texts, max_size=2, unique=True))
    articles = [
        Article(
            text=draw(texts),
            published=draw(ranges()),
            title=draw(st.none() | texts),
            source=draw(st.none() | texts),
            given=draw(st.none() | st.sampled_from(["user", "text", "metadata"])),
            given_span=draw(st.none() | spans),
            id=name or "a",
            original=draw(originals()),
            extra=draw(unknown_fields),
        )
        for name in names
        if name or "a" not in names
    ]
    ids = draw(st.lists(texts, max_size=3, unique=True)) if articles else []
    found = [draw(events(draw(st.sampled_from(articles)).id)(name)) for name in ids]
    subjects = [*ids, *(publication(article.id) for article in articles)]
    claims = tuple(draw(st.lists(statements(subjects), max_size=3)))
    either = (st.sampled_from(claims) | statements(subjects)) if claims else statements(subjects)
    conflicts = st.builds(Conflict, either, st.lists(either, min_size=1, max_size=2).map(tuple))
    fields = st.sampled_from(["title", "date", "published", "hidden"])
    edits = st.builds(
        Edit,
        st.sampled_from([*subjects, "nobody"]),
        fields,
        json_values,
        json_values,
        texts,
        st.none() | texts,
        unknown_fields,
    )
    return Timeline(
        articles=tuple(articles),
        events=tuple(found),
        statements=claims,
        edits=tuple(draw(st.lists(edits, max_size=2))),
        conflicts=tuple(draw(st.lists(conflicts, max_size=2))),
        title=draw(st.none() | texts),
        extra=draw(unknown_fields),
    )
