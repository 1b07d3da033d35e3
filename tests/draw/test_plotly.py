"""The figure says what the scene says, with one trace per style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings

from tests.scene import examples
from tests.scene.drawings import drawn_timelines, views
from timeline.draw import traces as styled
from timeline.draw.pieces import GAP, SLABS, STRIKE, Pieces, slabs
from timeline.draw.plotly import figure, marks
from timeline.draw.theme import LIGHT
from timeline.model.event import Status
from timeline.scene.geometry import Part, Shape
from timeline.scene.glyphs import THINNEST
from timeline.scene.plan import plan
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


def traces(made: Any) -> dict[str, Any]:
    """The traces over the time axis by name."""
    return {trace.name: trace for trace in made.data if trace.xaxis == "x"}


def test_labels_stand_where_the_scene_has_them() -> None:
    """Each label's place is its day, and its distance the size of an invisible mark."""
    scene = lay_out(examples.force(published=False))
    labels = [label for label in scene.labels if label.role == "event"]
    trace = traces(figure(scene))["labels"]
    assert list(trace.x) == [label.day for label in labels]
    assert list(trace.customdata) == [label.event for label in labels]
    for size, place, label in zip(trace.marker.size, trace.textposition, labels, strict=True):
        assert size / 2 / 0.8 + 1 == pytest.approx(max(abs(label.shift), 1))
        assert place == ("middle left" if label.anchor == "end" else "middle right")


def test_every_mark_names_its_event() -> None:
    """Whatever is clicked or pointed at says which event it is, and tells of it."""
    scene = lay_out(examples.force())
    shown = {glyph.event for glyph in scene.glyphs}
    for trace in traces(figure(scene)).values():
        assert set(trace.customdata) <= shown | {""}
        assert all(told for event, told in zip(trace.customdata, trace.hovertext, strict=True) if event)
    labels = traces(figure(scene))["labels"]
    told = labels.hovertext[list(labels.customdata).index("e004")]
    assert "Trump asks Gen. Caine for options" in told
    assert "reported (according to an official)" in told


def test_the_figure_is_as_large_as_the_scene() -> None:
    """Plot area, window and size are the scene's; the vertical axis does not move."""
    scene = lay_out(examples.force(), View(height=600))
    layout = figure(scene).layout
    assert (layout.width, layout.height) == (scene.width, scene.height)
    assert tuple(layout.xaxis.range) == (scene.first, scene.last)
    assert layout.margin.l == scene.plot.left
    inner = layout.height - layout.margin.t - layout.margin.b
    assert (layout.yaxis.domain[1] - layout.yaxis.domain[0]) * inner == pytest.approx(scene.plot.height)
    assert layout.yaxis.fixedrange
    assert layout.dragmode == "pan"


def test_ticks_are_the_scenes() -> None:
    """The axis is linear, its ticks are ours, with the larger unit on a second line."""
    scene = lay_out(examples.ancient())
    axis = figure(scene).layout.xaxis
    assert axis.type == "linear"
    assert list(axis.ticktext) == [tick.text for tick in scene.ticks]
    assert any("BCE" in text for text in axis.ticktext)


def test_dates_axis() -> None:
    """With dates the axis takes ISO strings, never numbers; where it cannot, it stays linear."""
    made = figure(lay_out(examples.force()), dates=True)
    assert made.layout.xaxis.type == "date"
    assert made.layout.xaxis.range[0] == "2024-09-01"
    assert all(isinstance(day, str) for day in traces(made)["labels"].x)
    assert all(isinstance(day, str) for day in traces(made)["bands"].base)
    for timeline in (examples.ancient(), examples.offsets()):
        assert figure(lay_out(timeline), dates=True).layout.xaxis.type == "linear"


def test_a_trace_for_each_style() -> None:
    """Bands, marks and labels are a trace each, however many events there are; ends are one for each colour."""
    assert set(traces(figure(lay_out(examples.force(published=False))))) == {"bands", "lines", "marks", "labels"}
    assert len(traces(figure(lay_out(examples.many(100), View(height=800))))) == 2


def test_the_page_gets_marks_alone() -> None:
    """No word, no axis to be seen, no shape, nothing that answers to a pointer; a band that fades is one bar, named."""
    made = plan(examples.force(), View())
    glyphs = [mark.glyph for mark in made.marks]
    drawn = marks(glyphs, made.page.plot, (made.page.width, made.page.height), made.fit)
    layout = drawn["layout"]
    assert not {"shapes", "annotations", "title"} & set(layout)
    assert not layout["xaxis"]["visible"]
    assert layout["xaxis"]["range"] == list(made.fit)
    assert all("text" not in trace and trace["hoverinfo"] == "skip" for trace in drawn["data"])
    bands = next(trace for trace in drawn["data"] if trace["name"] == "bands")
    fading = {part.fade for glyph in glyphs for part in glyph.parts if part.fade}
    assert {one[1] for one in bands["meta"]} == fading
    assert len(bands["x"]) < 2 * len(glyphs)
    assert go.Figure(drawn["data"], layout).to_json()


def test_folded_lanes_and_counts_are_drawn_in_notebooks_too() -> None:
    """A folded lane shows how full it is; what has no label is told as a number."""
    scene = lay_out(examples.many(100), View(height=500, folded=("Actor A0",)))
    assert scene.counts
    made = figure(scene)
    told = [(note.text, note.x) for note in made.layout.annotations]
    assert all((one.label.plain, pytest.approx(scene.day(one.label.x))) in told for one in scene.counts)
    folded = next(lane for lane in scene.lanes if lane.folded)
    heights = [y for y in traces(made)["bands"].y if folded.top < y < folded.bottom]
    assert len(heights) == len(scene.bars) > 0


def test_a_band_of_a_few_pixels_is_as_long_as_it_is() -> None:
    """What is too short to be seen is drawn in its own days, with a mark as wide as the thinnest over it."""
    day = Part(Shape.PALE, 10.0, 11.0, 50.0, 5.5, before=2.5, after=2.5)
    pieces = Pieces(LIGHT, 1.0)
    pieces.add([day], 0, "e1")
    assert [(bar.first, bar.last) for bar in pieces.bands] == [(10.0, 11.0)]
    assert [(mark.day, mark.width) for mark in pieces.markers] == [(10.5, THINNEST)]
    assert pieces.bands[0].paint == pieces.markers[0].edge
    assert pieces.bands[0].opacity == 1.0


@pytest.mark.parametrize("shape", [Shape.DOT, Shape.DIAMOND])
def test_a_possible_day_is_dashed_and_a_denied_one_struck_as_in_a_picture(shape: Shape) -> None:
    """The ring has gaps and nothing inside; the strike lies above the hard ends, and some ground on both its sides."""
    pieces = Pieces(LIGHT, 1.0)
    pieces.add((Part(shape, 10.0, 10.0, 50.0, 5.5, line="dashed"),), 0, "possible")
    pieces.add((Part(Shape.CAP, 9.0, 9.0, 60.0, 7), Part(Shape.STRIKE, 9.0, 9.0, 60.0, 5, before=8, after=8)), 0, "no")
    pieces.add((Part(Shape.STRIKE, 20.0, 30.0, 60.0, 5),), 0, "neither")
    drawn = list(styled.traces(pieces, float, None, "x", "y", dates=False))

    ring = next(one for one in drawn if "possible" in one["customdata"])["marker"]
    assert ring["line"]["dash"] == ["2.6px,2px"]
    assert "open" not in ring["symbol"][0]
    order = [(one["name"], one.get("line", {}).get("width")) for one in drawn]
    assert order == [("marks", None), ("lines", 2), ("marks", None), ("lines", GAP), ("lines", STRIKE)]
    strike = drawn[2]["marker"]["line"]
    assert strike["color"] == [LIGHT.background, LIGHT.ink]
    assert strike["width"] == [GAP, STRIKE]
    assert "dash" not in strike


def test_the_strike_of_an_open_end_reaches_as_far_as_its_fade() -> None:
    """It keeps its pixels at every zoom, and stands on the side that is open, as in a picture."""
    late = examples.event(0, "The ship was sold", examples.within("2024-03-12", None), status=Status.DENIED)
    early = examples.event(1, "The pair had met", examples.within(None, "2024-03-01"), status=Status.DENIED)
    scene = lay_out(examples.plain(late, early))
    pieces = Pieces(LIGHT, 1.0)
    for glyph in scene.glyphs:
        pieces.add(glyph.parts, 0, glyph.event)
        fade = next(part for part in glyph.parts if part.fade)
        strike = next(part for part in glyph.parts if part.shape is Shape.STRIKE)
        assert max(strike.before, strike.after) == max(fade.before, fade.after) > 50
    drawn = styled.traces(pieces, float, None, "x", "y", dates=False)
    (marker,) = (one["marker"] for one in drawn if one["name"] == "marks")
    assert {one.event: one.aside > 0 for one in pieces.struck} == {late.id: True, early.id: False}
    assert sorted(set(marker["angle"])) == [-90, 90]


def test_markup_in_titles_is_text() -> None:
    """A title cannot speak Plotly's markup."""
    made = figure(
        lay_out(examples.plain(examples.event(0, "<b>x</b> & y", examples.within("2024-01-01", "2024-01-01"))))
    )
    assert traces(made)["labels"].text[0] == "&lt;b&gt;x&lt;/b&gt; &amp; y"
    assert "&lt;b&gt;x&lt;/b&gt;" in traces(made)["labels"].hovertext[0]


@pytest.mark.parametrize("side", ["left", "right", ""])
def test_slabs_reach_the_opacity_where_they_all_lie(side: str) -> None:
    """Slabs laid over one another rise to the band's opacity and never beyond."""
    found = slabs(Part(Shape.PALE, 20.0, 100.0, 0, 5, side, "full", 50.0, before=10.0), 0.4, 2.0)
    assert len(found) == (SLABS if side else 1)
    left = 1.0
    for _, _, opacity in found:
        left *= 1 - opacity
    assert 0.36 < 1 - left <= 0.4 + 1e-9
    assert all(0 <= first < last <= 100 for first, last, _ in found)


@given(drawn_timelines(12), views())
@settings(deadline=None, max_examples=25)
def test_any_scene_can_be_drawn(timeline: Timeline, view: View) -> None:
    """Every scene is a figure that Plotly accepts, in either theme and on either axis."""
    scene = lay_out(timeline, view)
    assert figure(scene, "dark").to_json()
    assert figure(scene, dates=True).to_json()
