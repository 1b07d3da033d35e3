"""The laws of the layout, and the pictures it was made for."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scene import examples
from tests.scene.drawings import drawn_timelines, moved, views
from timeline.errors import ExportError
from timeline.scene.geometry import Box, Glyph, Label, Scene, Shape
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

HAIR = 0.01


def words(scene: Scene) -> list[Label]:
    """The labels of events."""
    return [label for label in scene.labels if label.event]


def shrunk(box: Box) -> Box:
    """A box a hair smaller, so that two that touch do not meet."""
    return Box(box.left + HAIR, box.top + HAIR, box.right - HAIR, box.bottom - HAIR)


def body(glyph: Glyph, scene: Scene) -> Box:
    """What is seen of a glyph."""
    return Box(
        max(glyph.box.left, scene.plot.left), glyph.box.top, min(glyph.box.right, scene.plot.right), glyph.box.bottom
    )


def boxes(scene: Scene) -> dict[str, Box]:
    """Every label's box by its event."""
    return {label.event: label.box for label in words(scene)}


@given(drawn_timelines(), views())
@settings(deadline=None)
def test_no_label_overlaps_another(timeline: Timeline, view: View) -> None:
    """No two texts of a drawing overlap."""
    scene = lay_out(timeline, view)
    texts = [*scene.labels, *(lane.title for lane in scene.lanes if lane.title)]
    texts += [one.label for one in scene.published if one.label]
    for one, other in combinations(texts, 2):
        assert not shrunk(one.box).meets(shrunk(other.box)), (one.plain, other.plain)


@given(drawn_timelines(), views())
@settings(deadline=None)
def test_no_label_overlaps_a_glyph(timeline: Timeline, view: View) -> None:
    """A label lies on no glyph but, inside a wide band, its own."""
    scene = lay_out(timeline, view)
    for label in words(scene):
        for glyph in scene.glyphs:
            if glyph.event != label.event:
                assert not shrunk(label.box).meets(shrunk(body(glyph, scene))), (label.plain, glyph.event)


@given(drawn_timelines(), views())
@settings(deadline=None)
def test_nothing_lies_outside(timeline: Timeline, view: View) -> None:
    """Every text lies within the page, and every event's label within the area of the plot or the strip below."""
    scene = lay_out(timeline, view)
    page = Box(0, 0, scene.width, scene.height)
    for label in words(scene):
        inside = scene.strip if label.role == "unknown" else scene.plot
        assert inside is not None
        assert shrunk(label.box).inside(inside), label.plain
    for label in scene.labels:
        assert shrunk(label.box).inside(page), label.plain
    assert view.height is None or scene.height == view.height
    assert scene.width == view.width


@given(drawn_timelines(), views(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_of_input_does_not_matter(timeline: Timeline, view: View, random: st.DataObject) -> None:
    """The same events in another order give the same scene."""
    events = list(timeline.events)
    random.shuffle(events)  # type: ignore[attr-defined]  # a random.Random
    assert lay_out(replace(timeline, events=tuple(events)), view) == lay_out(timeline, view)


@given(drawn_timelines(), views(), st.integers(-300, 300))
@settings(deadline=None)
def test_shifting_all_days_leaves_every_box_in_its_place(timeline: Timeline, view: View, cycles: int) -> None:
    """All dates, the publication day and the window moved by the same days give the same boxes."""
    days = cycles * 7
    window = view.window or (738000.0, 739500.0)
    # what is usual is written as a date, whose width changes with the day
    plain = replace(timeline, events=tuple(replace(event, stated=None) for event in timeline.events))
    here = lay_out(plain, replace(view, window=window, subtitle=False))
    there = lay_out(moved(plain, days), replace(view, window=(window[0] + days, window[1] + days), subtitle=False))
    assert set(boxes(here)) == set(boxes(there))
    for event, box in boxes(here).items():
        assert boxes(there)[event] == pytest.approx(box, abs=0.01)
    for one, other in zip(here.glyphs, there.glyphs, strict=True):
        assert other.box == pytest.approx(one.box, abs=0.01)


@given(drawn_timelines(), views())
@settings(deadline=None)
def test_no_event_is_dropped_silently(timeline: Timeline, view: View) -> None:
    """An event in sight is drawn with its label, or counted; what is hidden is neither."""
    scene = lay_out(timeline, replace(view, window=None))
    labelled = {label.event for label in words(scene)}
    counted = {event for lane in scene.lanes for event in lane.more}
    shown = {event.id for event in timeline.events if not event.hidden}
    listed = {glyph.event for glyph in scene.unknown}
    assert not labelled & counted
    missing = shown - labelled - counted
    assert labelled | counted <= shown
    # only a strip that is full leaves out names, and then it says how many
    assert not missing or (listed and any(label.plain == f"+{len(missing)}" for label in scene.labels))


@given(drawn_timelines(), views())
@settings(deadline=None)
def test_labels_are_tied_to_their_glyphs(timeline: Timeline, view: View) -> None:
    """The place of a label is its day's place and its shift: so it moves with its glyph."""
    scene = lay_out(timeline, view)
    for label in scene.labels:
        if label.role == "event":
            assert scene.x(label.day) + label.shift == pytest.approx(label.x, abs=1e-4)


@pytest.mark.parametrize(
    ("count", "clustered", "height", "least"), [(100, 0, 800, 80), (30, 0, 800, 30), (100, 60, 800, 35)]
)
def test_legible_labels(count: int, clustered: int, height: int, least: int) -> None:
    """Of 100 events with titles of 45 characters at least 80 are legible on 1400 × 800, of 30 all."""
    scene = lay_out(examples.many(count, clustered=clustered), View(height=height))
    assert len(words(scene)) >= least
    assert len(words(scene)) + sum(len(lane.more) for lane in scene.lanes) == count


def test_known_publication_day() -> None:
    """With the publication day set: three dots, three diamonds, eight ranges, two of them with a ring."""
    scene = lay_out(examples.force())
    shapes = [part.shape for glyph in scene.glyphs for part in glyph.parts]
    assert (shapes.count(Shape.DOT), shapes.count(Shape.DIAMOND), shapes.count(Shape.RING)) == (3, 3, 2)
    assert " ".join(scene.subtitle) == (
        "14 events: 3 dated to the day (one Tuesday), 3 dated by known events, 8 within a range. "
        "Published 20 August 2025 (set by you)."
    )
    assert [lane.key for lane in scene.lanes][:2] == ["Britain & France", "United States"]
    assert len(words(scene)) == 14
    assert {label.plain for label in words(scene)} >= {
        "Trump asks Gen. Caine for options (per an official)",
        "UK and France begin to discuss a smaller force ~\u00a0after\u00a028\u00a0Feb",
        "Trump to Fox: Europeans will put people on the ground ~\u00a019\u201320\u00a0Aug",
    }


def test_open_publication_day() -> None:
    """With the publication day open it is a band, and the events of one Tuesday are joined."""
    scene = lay_out(examples.force(published=False))
    assert [one.label.plain for one in scene.published if one.label] == ["published 15 Aug \u2013 31 Dec 2025"]
    assert [(one.label.plain, len(one.events)) for one in scene.brackets] == [("one Tuesday", 3)]
    assert " ".join(scene.subtitle) == (
        "14 events: 3 dated by known events, 11 within a range. The article does not state its publication day; "
        "its words and the known events put it between 15 August and 31 December 2025."
    )


def test_no_year_anywhere() -> None:
    """Where no year is known the axis counts days from publication, and no year is written."""
    scene = lay_out(examples.offsets())
    assert scene.offset
    assert scene.axis_title == "days from publication"
    assert "0" in [tick.text for tick in scene.ticks]
    assert [glyph.event for glyph in scene.unknown] == ["e004"]


def test_a_window_shows_what_lies_in_it() -> None:
    """Events outside the window are counted at its edges."""
    view = View(window=(examples.day("2025-04-01"), examples.day("2025-05-01")))
    scene = lay_out(examples.force(), view)
    assert "e012" in boxes(scene)
    assert "e008" not in {glyph.event for glyph in scene.glyphs}
    assert "\u2039 3 events, November 2024 to February 2025" in [label.plain for label in scene.labels]


def test_nothing_to_draw() -> None:
    """A timeline without events is a page that says so."""
    scene = lay_out(examples.plain())
    assert scene.subtitle == ("No events.",)
    assert not scene.glyphs


@pytest.mark.parametrize(
    "wrong",
    [{"width": 1}, {"height": 1}, {"width": 20_000}, {"lanes_by": "colour"}, {"window": (5.0, 5.0)}, {"lanes": 0}],
)
def test_impossible_views(wrong: dict[str, object]) -> None:
    """A view that cannot be is refused with a sentence."""
    with pytest.raises(ExportError, match=r"\w"):
        View(**wrong)  # type: ignore[arg-type]  # that is the point
