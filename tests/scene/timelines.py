"""Timelines for the laws of a source, drawn at random: everything that decides where an event lies and counts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, start_of
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Offset, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.scene.source import Asked
from timeline.scene.view import LANES_BY

FIRST = day_number(2020, 1, 1)
_moments = st.integers(start_of(FIRST), start_of(FIRST + 40)) | st.integers(0, 40).map(
    lambda day: start_of(FIRST + day)
)
_names = st.lists(st.sampled_from(["Ann", "ann", "Bo", "Other", "Others", "No place", "\ud800", ""]), max_size=2).map(
    tuple
)


@st.composite
def _ranges(draw: st.DrawFn) -> Range:
    one, other = draw(st.none() | _moments), draw(st.none() | _moments)
    if one is not None and other is not None:
        one, other = min(one, other), max(one, other)
    return Range(one, other)


_bounds = st.builds(Bounds, _ranges(), _ranges())
_days = st.tuples(st.none() | st.integers(-9, 0), st.none() | st.integers(1, 9))
_events = st.builds(
    Event,
    id=st.text(st.characters(codec=None, max_codepoint=0xFFFF), max_size=3),
    article=st.sampled_from(["a", "b", "z"]),
    title=st.just("Title"),
    quote=st.just(""),
    span=st.integers(0, 3).map(lambda start: Span(start, start + 5)),
    head=st.just(Span(0, 1)),
    kind=st.sampled_from(Kind),
    status=st.sampled_from(Status),
    weight=st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1),
    actors=_names,
    places=_names,
    bounds=_bounds,
    stated=st.none() | _bounds,
    offset=st.none() | st.builds(Offset, _days, _days),
    hidden=st.integers(0, 5).map(lambda chance: chance == 0),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Up to thirty events of three articles, one of which is unknown; now and then without any year."""
    found = tuple(draw(st.lists(_events, max_size=30, unique_by=lambda event: event.id)))
    if draw(st.integers(0, 4)) == 0:
        found = tuple(replace(event, bounds=Bounds(), stated=None) for event in found)
    published = st.just(Range()) | _ranges()
    articles = tuple(Article("", draw(published), title, id=name) for name, title in (("a", "A paper"), ("b", None)))
    return Timeline(articles, found, title=draw(st.none() | st.just("All of it")))


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    """A window in, around or beside such a timeline."""
    start = draw(st.integers(-50, 45).map(float) | st.floats(-20, 60))
    wide = draw(st.integers(0, 80).map(float) | st.floats(0, 5))
    base = draw(st.sampled_from([FIRST, FIRST, 0]))
    return Asked(
        base + start,
        base + start + wide,
        lanes_by=draw(st.sampled_from(LANES_BY)),
        lanes=draw(st.integers(1, 5) | st.just(80)),
        most=draw(st.integers(0, 40)),
        cell=2.0 ** draw(st.integers(-4, 5)),
    )
