"""The laws of one layout for many windows."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scene import examples
from tests.scene.drawings import drawn_timelines, moved, views
from timeline.scene.evaluate import evaluate
from timeline.scene.geometry import Box, Scene
from timeline.scene.plan import plan
from timeline.scene.scene import lay_out
from timeline.scene.seen import MOST_LABELS, scale_of
from timeline.scene.tallies import lies_in
from timeline.scene.view import View

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline
    from timeline.scene.planned import Plan

HAIR = 0.01
PAGE = View(height=800, title=False, subtitle=False, legend=False)
shares = st.floats(0, 1)


def within(made: Plan, near: float, along: float) -> tuple[float, float]:
    """A window of the zooms of a plan and within its region, at these shares of what there is."""
    first, last = made.region or made.fit
    width = made.page.plot.width
    lowest = max(made.zooms[0], width / (last - first))
    zoom = lowest * 4 ** min(near, 0.999)
    span = width / zoom
    start = first + along * max(last - first - span, 0.0)
    return start, start + span


def texts(scene: Scene) -> list[Box]:
    """Everything written within the plot."""
    labels = [label.box for label in scene.labels if label.role == "event"]
    return [*labels, *(one.box for one in scene.counts), *(one.label.box for one in scene.brackets)]


def shrunk(box: Box) -> Box:
    """A box a hair smaller, so that two that touch do not meet."""
    return Box(box.left + HAIR, box.top + HAIR, box.right - HAIR, box.bottom - HAIR)


def clear(scene: Scene) -> None:
    """No two texts overlap, none lies on the glyph of another event, all lie within the plot."""
    found = [shrunk(box) for box in texts(scene)]
    for one, other in combinations(found, 2):
        assert not one.meets(other)
    for box in found:
        assert box.inside(scene.plot)
    for label in scene.labels:
        for glyph in scene.glyphs:
            if label.role == "event" and glyph.event != label.event:
                assert not shrunk(label.box).meets(shrunk(glyph.box)), (label.plain, glyph.event)
    for count in scene.counts:
        assert not any(shrunk(count.box).meets(shrunk(glyph.box)) for glyph in scene.glyphs)


@given(drawn_timelines(), views(), shares, shares, st.integers(0, 3))
def test_nothing_overlaps_in_any_window(timeline: Timeline, view: View, near: float, along: float, level: int) -> None:
    """In any window of a plan no text overlaps another, or a glyph, or the edge."""
    whole = plan(timeline, view)
    span = (whole.fit[1] - whole.fit[0]) / 4**level * 0.9
    start = whole.fit[0] + along * (whole.fit[1] - whole.fit[0] - span)
    made = plan(timeline, view, (start, start + span))
    clear(evaluate(made, within(made, near, along)))
    clear(evaluate(made, made.window))


@given(drawn_timelines(), views())
def test_zoomed_out_nothing_overlaps(timeline: Timeline, view: View) -> None:
    """Farther away than everything labels give way, and glyphs stay to be seen."""
    made = plan(timeline, replace(view, whole=True))
    first, last = made.fit
    scene = evaluate(made, (first - 9 * (last - first), last + 9 * (last - first)))
    clear(scene)
    assert all(glyph.box.width >= 6 - HAIR for glyph in scene.glyphs)


@given(drawn_timelines(), views(), st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(timeline: Timeline, view: View, random: st.DataObject) -> None:
    """The same events in another order give the same plan."""
    events = list(timeline.events)
    random.shuffle(events)  # type: ignore[attr-defined]  # a random.Random
    first, last = plan(timeline, view).fit
    window = (first, first + (last - first) / 5)
    assert plan(replace(timeline, events=tuple(events)), view, window) == plan(timeline, view, window)


@given(drawn_timelines(), views(), st.integers(-30, 30))
def test_shifting_all_days_leaves_every_box_in_its_place(timeline: Timeline, view: View, cycles: int) -> None:
    """All dates, the publication day and the window moved by the same cells give the same boxes."""
    # what is usual is written as a date, whose width changes with the day
    plain = replace(timeline, events=tuple(replace(event, stated=None) for event in timeline.events))
    look = replace(view, window=(738000.0, 739500.0), subtitle=False)
    shift = cycles * 4096
    there = replace(look, window=(738000.0 + shift, 739500.0 + shift))
    one, other = lay_out(plain, look), lay_out(moved(plain, shift), there)
    for mine, its in zip(texts(one), texts(other), strict=True):
        assert its == pytest.approx(mine, abs=0.02)
    for glyph, moved_one in zip(one.glyphs, other.glyphs, strict=True):
        assert moved_one.box == pytest.approx(glyph.box, abs=0.02)


@given(drawn_timelines(), views(), shares, shares, shares)
def test_zooming_in_keeps_labels(timeline: Timeline, view: View, near: float, along: float, further: float) -> None:
    """Within a level, a label with a place of its own that still lies wholly in the window is still there."""
    timeline = replace(timeline, events=tuple(replace(event, shared=None) for event in timeline.events))
    made = plan(timeline, view)
    outer = within(made, near / 2, along)
    fixed = {made.marks[words.mark].event: words.options[0] for words in made.words if words.fixed}
    sides = {"right": "start", "left": "end"}
    span = (outer[1] - outer[0]) / 4 ** (further * (1 - near / 2) * 0.999)
    start = outer[0] + along * (outer[1] - outer[0] - span)
    inner = evaluate(made, (start, start + span))
    drawn = {label.event for label in inner.labels}
    scale = scale_of(made, (start, start + span))
    visible = {made.marks[number].event for number in range(len(made.marks)) if lies_in(made.marks[number], scale)}
    visible &= {glyph.event for glyph in inner.glyphs}  # of what lies outside the edge alone may be seen
    marks, old = {mark.event: mark for mark in made.marks}, evaluate(made, outer)
    for label in old.labels:
        option = fixed.get(label.event)
        if option is None or label.event not in visible or label.anchor != sides.get(option.side):
            continue
        mark, right = marks[label.event], label.anchor == "start"
        day, beside = (mark.last, mark.after) if right else (mark.first, -mark.before)
        end = old.x(day) + beside
        cut = not old.plot.left <= end <= old.plot.right
        x = inner.x(label.day) + label.shift if cut else label.x - old.x(day) + inner.x(day)
        left = x - label.box.width if label.anchor == "end" else x
        if label.text == option.lines and Box(left - 5, 0, left + label.box.width + 5, 1).inside(
            Box(inner.plot.left, 0, inner.plot.right, 1)
        ):
            assert label.event in drawn


@given(drawn_timelines(), views())
def test_the_whole_is_what_is_laid_out(timeline: Timeline, view: View) -> None:
    """Evaluated for the days that show everything, a plan is the drawing of these days."""
    made = plan(timeline, replace(view, window=None, whole=True))
    scene = evaluate(made, made.fit)
    picture = lay_out(timeline, replace(view, window=made.fit))
    assert [label.plain for label in scene.labels] == [label.plain for label in picture.labels]
    for one, other in zip(texts(scene), texts(picture), strict=True):
        assert one == pytest.approx(other, abs=0.05)


@pytest.mark.parametrize("events", [100, 1000])
@pytest.mark.parametrize("nearer", [1, 3, 9, 40])
def test_everything_is_labelled_or_counted(events: int, nearer: int) -> None:
    """What lies in the window has a label or is counted, wherever one looks."""
    timeline = examples.many(events)
    first, last = plan(timeline, PAGE).fit
    window = (first + (last - first) / 3, first + (last - first) / 3 + (last - first) / nearer)
    scene = evaluate(plan(timeline, PAGE, window), window)
    told = sum(label.role == "event" for label in scene.labels) + sum(one.count for one in scene.counts)
    inside = sum(
        window[0] <= (event.bounds.window.earliest or 0) / 1440 + 0.5 <= window[1] for event in timeline.events
    )
    assert told >= inside


@pytest.mark.parametrize("count", [30, 100, 1000])
def test_no_more_than_can_be_read(count: int) -> None:
    """At every zoom at most 250 glyphs and 120 labels, and labels as long as there are events."""
    timeline = examples.many(count)
    first, last = plan(timeline, PAGE).fit
    for level in range(6):
        span = (last - first) / 4**level
        made = plan(timeline, PAGE, ((first + last - span) / 2, (first + last + span) / 2))
        scene = evaluate(made, made.window)
        assert len(made.marks) <= 250
        assert sum(label.role == "event" for label in scene.labels) <= MOST_LABELS
        clear(scene)


def test_rows_stay_while_panning() -> None:
    """What is shown already stays in its row when the next region is asked for."""
    timeline = examples.many(3000)
    first, last = plan(timeline, PAGE).fit
    span = (last - first) / 20
    one = plan(timeline, PAGE, (first + 5 * span, first + 6 * span))
    shown = {mark.event: mark.row for mark in one.marks}
    other = plan(timeline, PAGE, (first + 6.5 * span, first + 7.5 * span), shown)
    both = [mark for mark in other.marks if mark.event in shown]
    assert len(both) > 20
    assert sum(mark.row == shown[mark.event] for mark in both) == len(both)


def test_lanes_stay_at_every_level() -> None:
    """The edges of the lanes are those of the whole, however near one looks."""
    timeline = examples.many(1000)
    whole = plan(timeline, PAGE)
    first, last = whole.fit
    near = plan(timeline, PAGE, (first, first + (last - first) / 50))
    assert [(lane.top, lane.bottom) for lane in near.page.lanes] == [
        (lane.top, lane.bottom) for lane in whole.page.lanes
    ]


def test_a_folded_lane_is_a_low_strip() -> None:
    """A folded lane shows how many events there are, and no glyph."""
    view = replace(PAGE, folded=("Actor A0",))
    made = plan(examples.many(300), view)
    scene = evaluate(made, made.fit)
    number = next(at for at, lane in enumerate(scene.lanes) if lane.key == "Actor A0")
    lane = scene.lanes[number]
    assert lane.bottom - lane.top == pytest.approx(22, abs=0.1)
    assert not [glyph for glyph in scene.glyphs if glyph.lane == number]
    assert sum(bar.count for bar in scene.bars) == lane.count
    assert all(bar.box.top >= lane.top and bar.box.bottom <= lane.bottom for bar in scene.bars)


def test_lanes_by_weight_keep_their_colours() -> None:
    """In another order, in fewer lanes and in a window a lane has the colour it has in the whole."""
    timeline = examples.many(200, lanes=12)
    whole = {lane.key: lane.colour for lane in lay_out(timeline, View()).lanes}
    by_weight = lay_out(timeline, View(order="weight")).lanes
    assert [lane.colour for lane in by_weight[:-1]] == sorted(lane.colour for lane in by_weight[:-1])
    few = lay_out(timeline, View(lanes=4)).lanes
    part = lay_out(timeline, View(window=(examples.day("2016-01-01"), examples.day("2016-06-01")))).lanes
    for lane in (*by_weight, *few, *part):
        assert lane.colour == whole.get(lane.key, lane.colour)
    assert {lane.key for lane in few[:-1]} <= set(whole)


@pytest.mark.parametrize(
    ("window", "zooms"), [((700000.0, 700100.0), 1), ((738000.0, 738000.0 + 1 / 1440), 1), ((-1e6, 4e6), 0)]
)
def test_a_window_anywhere(window: tuple[float, float], zooms: int) -> None:
    """A window beside everything, of a minute, or of all the years there are is drawn like any other."""
    made = plan(examples.many(300), PAGE, window)
    scene = evaluate(made, window)
    clear(scene)
    assert bool(made.zooms[0]) == bool(zooms)
    assert [label for label in scene.labels if label.role == "pointer"] or scene.glyphs


def test_the_data_is_plain() -> None:
    """What travels to the page is plain data without numbers that JSON has not."""
    for timeline in (examples.force(published=False), examples.offsets(), examples.plain(), examples.many(300)):
        first, last = plan(timeline, PAGE).fit
        for window in (None, (first, first + (last - first) / 30)):
            data = plan(timeline, PAGE, window).data()
            assert len(json.loads(json.dumps(data, allow_nan=False))["glyphs"]) == len(data["labels"])
