"""SVG: well-formed, text as text, every event named, the same bytes for the same scene."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from tests.scene import examples
from tests.scene.drawings import drawn_timelines, views
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import start_of
from timeline.draw.svg import render
from timeline.draw.theme import theme_of
from timeline.errors import ExportError
from timeline.model.event import Kind
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    """The drawing as elements."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


@given(drawn_timelines(), views())
@settings(deadline=None, max_examples=50)
def test_any_drawing_is_well_formed(timeline: Timeline, view: View) -> None:
    """Whatever titles say, the drawing is XML with one text for each label."""
    scene = lay_out(timeline, view)
    root = parsed(render(scene))
    groups = [one for one in root.iter(f"{SVG}g") if one.get("class") == "event"]
    assert len([text for group in groups for text in group.iter(f"{SVG}text")]) == len(
        [label for label in scene.labels if label.event]
    )


def test_every_event_has_its_title_and_description() -> None:
    """What cannot be seen is said: the whole title, the date, how sure it is."""
    root = parsed(render(lay_out(examples.force())))
    said = {
        one.get("data-event"): (one[0].text, one[1].text) for one in root.iter(f"{SVG}g") if one.get("class") == "event"
    }
    assert len(said) == 14
    assert said["e012"] == (
        "British and French officers visit Ukraine",
        "1\u201330 Apr 2025; some time within; A European force for Ukraine, with US air power",
    )
    assert root[0].text == "A European force for Ukraine, with US air power"


def test_a_label_is_one_text_with_its_lines() -> None:
    """Lines are spans of one text, and no second copy lies behind it."""
    root = parsed(render(lay_out(examples.long_titles())))
    text = next(one for one in root.iter(f"{SVG}text") if "".join(one.itertext()).startswith("A very long title"))
    assert [span.tag for span in text] == [f"{SVG}tspan", f"{SVG}tspan"]
    assert all("stroke" not in one.attrib for one in root.iter(f"{SVG}text"))


def test_titles_are_text_and_never_markup() -> None:
    """Tags, entities and control characters of a title are shown or dropped, never read."""
    title = '<script>alert(1)</script> & "quoted" \x00\x1b\ud800\ufffe end'
    svg = render(
        lay_out(examples.plain(examples.event(0, title, examples.within("2024-01-01", "2024-01-01")), title=title))
    )
    assert "<script" not in svg
    words = "".join(parsed(svg).itertext())
    assert '<script>alert(1)</script> & "quoted" end' in words


def test_the_same_scene_gives_the_same_bytes() -> None:
    """Nothing of a drawing hangs on the run that made it."""
    first, second = (render(lay_out(examples.force(published=False)), "dark") for _ in range(2))
    assert first == second


def test_the_font_travels_inside() -> None:
    """Asked for, the faces that are used are in the drawing as data."""
    scene = lay_out(examples.force())
    assert "@font-face" not in render(scene)
    assert render(scene, fonts=True).count("@font-face") == 3
    assert render(lay_out(examples.one(), View(lanes_by="none", title=False)), fonts=True).count("@font-face") == 1
    parsed(render(scene, fonts=True))


def test_only_what_is_in_sight_is_drawn() -> None:
    """An event that lies outside the window is neither drawn nor told of."""
    drawn = render(lay_out(examples.force(), View(window=(739300.0, 739400.0))))
    assert "Trump\u2013Putin summit in Alaska" in render(lay_out(examples.force()))
    assert "Trump\u2013Putin summit in Alaska" not in drawn


def test_unknown_theme() -> None:
    """A theme that does not exist is refused by name."""
    with pytest.raises(ExportError, match="choose one of light, dark"):
        render(lay_out(examples.one()), "pink")


def test_no_label_is_read_on_a_dark_bar() -> None:
    """Where a bar goes on through the whole drawing, the lane's ground lies behind its label."""
    bar = Bounds(Range(None, start_of(examples.day("2000-01-01"))), Range(start_of(examples.day("2010-01-01")), None))
    timeline = examples.plain(examples.event(0, "A coalition governs", bar, kind=Kind.SPAN))
    window = (float(examples.day("2002-01-01")), float(examples.day("2004-01-01")))
    scene = lay_out(timeline, View(window=window))
    (label,) = (label for label in scene.labels if label.event)
    assert label.backed
    group = next(one for one in parsed(render(scene)).iter(f"{SVG}g") if one.get("class") == "event")
    ground = list(group.iter(f"{SVG}rect"))[-1]
    assert (
        float(ground.get("x", 0))
        < label.x
        < label.box.right
        <= float(ground.get("x", 0)) + float(ground.get("width", 0))
    )
    beside = lay_out(timeline, View(window=(window[0] - 3000, window[1] + 5000)))
    assert not any(one.backed for one in beside.labels)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_what_is_usual_can_be_read_on_a_band(name: str) -> None:
    """On its band a label has one colour; beside it what is usual is softer."""
    stated, usual = examples.within("2000-01-01", "2010-12-31"), examples.within("2003-02-03", "2010-12-31")
    timeline = examples.plain(examples.event(0, "A coalition governs", usual, stated=stated))
    window = (float(examples.day("2002-01-01")), float(examples.day("2009-01-01")))
    scene = lay_out(timeline, View(window=window))
    (label,) = (label for label in scene.labels if label.event)
    assert any(run.style == "usual" for run in label.text[0])
    (group,) = (one for one in parsed(render(scene, name)).iter(f"{SVG}g") if one.get("class") == "event")
    assert theme_of(name).soft not in ET.tostring(group, encoding="unicode")
