"""Timelines and views drawn at random, for the laws of the layout."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.bounds import Bounds, Range
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Offset, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.scene.view import LANES_BY, View

_titles = st.text(st.characters(codec="utf-8"), min_size=0, max_size=90) | st.sampled_from(
    ["Minister meets the delegation in the capital of the neighbour", "Storm", "A vote " * 12]
)
_lanes = st.sampled_from(["Court", "The ministry of the interior and of sport", "NATO", "Others", "A", "\u653f\u5e9c"])
_offsets = st.integers(-400, 60)


@st.composite
def offsets(draw: st.DrawFn) -> Offset:
    """Whole days from publication, open on any side."""
    first = draw(_offsets)
    last = first + draw(st.integers(0, 40))
    edges = (draw(st.sampled_from([None, first])), draw(st.sampled_from([None, last])))
    return Offset(edges, edges)


@st.composite
def drawn_events(draw: st.DrawFn, number: int, *, dated: bool) -> Event:
    """An event with anything that changes its glyph or label."""
    bounds = draw(strategies.bounds(strategies.day_ranges(strategies.near_days))) if dated else Bounds()
    kind = draw(st.sampled_from(Kind))
    if kind is Kind.DAY and dated:
        bounds = Bounds.within(bounds.window if not bounds.window.empty else Range())
    stated = None
    if dated and draw(st.booleans()):
        stated = Bounds(
            Range(draw(st.sampled_from([None, bounds.begin.earliest])), bounds.begin.latest),
            Range(bounds.end.earliest, draw(st.sampled_from([None, bounds.end.latest]))),
        )
    title = draw(_titles)
    return Event(
        id=f"e{number}",
        article="a1",
        title=title,
        quote=title,
        span=Span(number, number + 1),
        head=Span(number, number + 1),
        kind=kind,
        status=draw(st.sampled_from(Status)),
        attribution=draw(st.none() | st.just("according to an official of the ministry")),
        weight=draw(st.floats(0, 1)),
        places=tuple(draw(st.lists(_lanes, max_size=1))),
        bounds=bounds,
        stated=stated,
        offset=draw(st.none() | offsets()) if not dated else None,
        landmark=draw(st.sampled_from([None, "known"])),
        shared=draw(st.sampled_from([None, None, "one Tuesday"])),
        hidden=draw(st.integers(0, 9)) == 0,
        extra={"lane": draw(_lanes)},
    )


@st.composite
def drawn_timelines(draw: st.DrawFn, most: int = 18) -> Timeline:
    """An article, its publication day perhaps known, and events with or without years."""
    dated = draw(st.integers(0, 5)) > 0
    published = draw(strategies.day_ranges(strategies.near_days)) if dated else Range()
    count = draw(st.integers(0, most))
    events = tuple(draw(drawn_events(number, dated=dated and draw(st.integers(0, 9)) > 0)) for number in range(count))
    article = Article("", published, draw(_titles), given="user" if published.one_day else None, id="a1")
    return Timeline((article,), events, title=draw(st.none() | _titles))


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view of any size that is allowed, of everything or of a window."""
    window = None
    if draw(st.booleans()):
        first = draw(strategies.near_days)
        window = (float(first), float(first + draw(st.integers(1, 2000))))
    return View(
        width=draw(st.integers(400, 1800)),
        height=draw(st.none() | st.integers(200, 1200)),
        window=window,
        lanes_by=draw(st.sampled_from(LANES_BY)),
        selected=draw(st.none() | st.just("e1")),
        title=draw(st.booleans()),
        subtitle=draw(st.booleans()),
        legend=draw(st.booleans()),
    )


def moved(timeline: Timeline, days: int) -> Timeline:
    """The same timeline, so many days later."""

    def later(moment: int | None) -> int | None:
        return None if moment is None else moment + days * 1440

    def shifted(one: Range) -> Range:
        return Range(later(one.earliest), later(one.latest))

    def placed(bounds: Bounds) -> Bounds:
        return Bounds(shifted(bounds.begin), shifted(bounds.end))

    events = tuple(
        replace(event, bounds=placed(event.bounds), stated=None if event.stated is None else placed(event.stated))
        for event in timeline.events
    )
    articles = tuple(one.with_published(shifted(one.published), one.given) for one in timeline.articles)
    return replace(timeline, events=events, articles=articles)
