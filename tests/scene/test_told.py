"""Every event in the window has its label, or is counted exactly once, in its lane."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.scene import examples
from tests.scene.drawings import drawn_timelines, views
from timeline.scene.evaluate import evaluate
from timeline.scene.material import MOST_GLYPHS
from timeline.scene.plan import plan
from timeline.scene.scene import lay_out
from timeline.scene.view import View

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene

PAGE = View(height=800, title=False, subtitle=False, legend=False)


def missing(scene: Scene, *, drawn: bool) -> dict[str, int]:
    """By how many a lane's labels and counts differ from its events: of a window those *drawn*, or all."""
    lanes = {glyph.event: glyph.lane for glyph in scene.glyphs}
    labels = [lanes[label.event] for label in scene.labels if label.role == "event"]
    found = {}
    for number, lane in enumerate(scene.lanes):
        counted = sum(one.count for one in scene.counts if one.lane == number)
        found[lane.key] = counted - (len(lane.more) if drawn else lane.count - labels.count(number))
    return {key: number for key, number in found.items() if number}


def crowds(count: int, lanes: int, clustered: int, spans: int) -> Timeline:
    """So many events in so many lanes, some within two weeks; every so manieth goes on for a while."""
    timeline = examples.many(count, clustered=clustered, lanes=lanes)
    longer = examples.uncertain().events
    events = [
        replace(event, bounds=longer[number % len(longer)].bounds, kind=longer[number % len(longer)].kind)
        if spans and number % spans == 0
        else event
        for number, event in enumerate(timeline.events)
    ]
    return replace(timeline, events=tuple(events))


@given(
    st.integers(30, 250) | st.integers(250, 2000),
    st.integers(1, 50),
    st.floats(0, 1),
    st.sampled_from([0, 0, 2, 7]),
    st.integers(200, 1000),
    st.integers(300, 1800),
)
@example(120, 40, 0.0, 0, 800, 1400)
@example(2000, 5, 0.0, 0, 800, 1400)
@example(500, 1, 1.0, 0, 200, 300)
@settings(max_examples=15, deadline=None)
def test_every_event_of_a_crowd_is_told(
    count: int, lanes: int, together: float, spans: int, height: int, width: int
) -> None:
    """However many there are, and however low the drawing."""
    timeline = crowds(count, lanes, int(count * together), spans)
    view = View(width=width, height=height, lanes=lanes, whole=True)
    scene = lay_out(timeline, view)
    assert not missing(scene, drawn=False)
    assert scene.height == height
    made = plan(timeline, view)
    assert not missing(evaluate(made, made.fit), drawn=False)


@given(drawn_timelines(), views(), st.floats(0, 1), st.floats(0, 1))
def test_every_event_in_a_window_is_told(timeline: Timeline, view: View, along: float, near: float) -> None:
    """Wherever one looks, and however near."""
    made = plan(timeline, replace(view, height=max(view.height or 0, 400)))
    span = (made.fit[1] - made.fit[0]) / 4**near
    first = made.fit[0] + along * (made.fit[1] - made.fit[0] - span)
    assert len(made.marks) <= MOST_GLYPHS
    assert not missing(evaluate(made, (first, first + span)), drawn=True)


@pytest.mark.parametrize("picture", [lay_out(examples.many(120, lanes=40), View(height=1400, lanes=40))])
def test_every_dot_of_forty_lanes_is_told(picture: Scene) -> None:
    """Lanes of one row have room for their counts."""
    assert not missing(picture, drawn=False)


@pytest.mark.parametrize("height", [None, 200, 400, 800])
def test_undated_events_alone_are_a_list_and_nothing_else(height: int | None) -> None:
    """Where nothing is dated there is no axis and no empty band, and as many are named as there is room for."""
    timeline = examples.plain(*(examples.event(n, f"Something happens {n}") for n in range(120)))
    scene = lay_out(timeline, View(height=height))
    assert not scene.ticks
    assert scene.strip is not None
    assert scene.strip.top == pytest.approx(scene.plot.top)
    assert scene.strip.bottom <= scene.height
    full = len(scene.unknown) == 120 or scene.height - scene.strip.bottom < 40
    assert full
    assert height is None or scene.height == height


@pytest.mark.parametrize("folded", [0, 2, 8])
@pytest.mark.parametrize("height", [200, 230, 255, 300, 320, 333, 400])
def test_a_drawing_is_as_high_as_asked(height: int, folded: int) -> None:
    """However low, and whatever lanes are folded."""
    timeline = examples.many(200, lanes=9)
    keys = [lane.key for lane in lay_out(timeline, View()).lanes][:folded]
    for view in (View(width=700, height=height), View(height=height, title=False, subtitle=False, legend=False)):
        assert lay_out(timeline, replace(view, folded=tuple(keys))).height == height


@pytest.mark.parametrize("count", [30, 100])
@pytest.mark.parametrize("height", [None, 800])
def test_the_axis_ends_where_the_events_end(count: int, height: int | None) -> None:
    """No more of the width is left free behind the last event than labels need."""
    scene = lay_out(examples.many(count), View(height=height))
    last = max(glyph.box.right for glyph in scene.glyphs)
    assert scene.plot.right - last < 0.16 * scene.plot.width


def test_all_days_with_a_cluster_at_their_end() -> None:
    """Two centuries and a month are not drawn until decades later."""
    cluster = examples.many(30, days=30, lanes=1)
    first = examples.event(99, "A treaty", examples.within("1812-06-24", "1812-06-24"))
    scene = lay_out(replace(cluster, events=(*cluster.events, first)), View(height=800, whole=True))
    assert scene.last < examples.day("2030-01-01")
