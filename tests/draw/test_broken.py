"""A broken axis is seen to be broken, in a picture and in a figure."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.scene.examples import day, event, plain
from timeline.chrono.bounds import Bounds
from timeline.draw.plotly import figure
from timeline.draw.svg import render
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from timeline.scene.geometry import Scene

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def scene() -> Scene:
    """One event in 1812, and twenty in August 2025."""
    days = [day("1812-06-24"), *(day("2025-08-01") + at for at in range(20))]
    events = (event(number, f"Event {number}", Bounds.of_day(at)) for number, at in enumerate(days))
    return lay_out(plain(*events), View(broken=True))


def test_a_picture_marks_the_break(scene: Scene) -> None:
    """Two torn edges stand around the time left out, and no label lies between them."""
    (cut,) = scene.breaks
    left, right = scene.x(cut.first), scene.x(cut.last)
    root = ET.fromstring(render(scene))  # noqa: S314  # our own
    assert "213 years" in ["".join(one.itertext()) for one in root.iter(f"{_SVG}text")]
    torn = [one.get("d", "") for one in root.iter(f"{_SVG}path") if one.get("d", "").count("L") > 10]
    starts = [float(re.findall(r"-?[\d.]+", path)[0]) for path in torn]
    assert any(abs(at - left) < 4 for at in starts)
    assert any(abs(at - right) < 4 for at in starts)
    assert 20 < right - left < 40
    for label in scene.labels:
        if label.event:
            assert label.box.right <= left or right <= label.box.left


def test_a_figure_marks_the_break(scene: Scene) -> None:
    """The figure has the same marks, and the ticks of both stretches on its linear axis."""
    drawn = figure(scene, dates=True)
    paths = [shape for shape in drawn.layout.shapes if shape.type == "path"]
    assert len(paths) == 3
    assert all(shape.xanchor == pytest.approx(sum(scene.breaks[0][:2]) / 2) for shape in paths)
    assert drawn.layout.xaxis.type == "linear"
    assert [text for text in drawn.layout.xaxis.ticktext if "1812" in text or "2025" in text]
    assert "213 years" in " ".join(note.text for note in drawn.layout.annotations)


def test_an_axis_that_is_whole_has_no_marks() -> None:
    """Nothing is marked where nothing is cut out."""
    events = (event(at, f"Event {at}", Bounds.of_day(day("2025-08-01") + at)) for at in range(20))
    assert not lay_out(plain(*events), View(broken=True)).breaks
