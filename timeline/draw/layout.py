"""Everything of a Plotly figure but its traces: axes, backgrounds, publication days, brackets, other texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from timeline.chrono.calendar import FIRST_YEAR, LAST_YEAR, day_number
from timeline.draw.broken import plotly_breaks
from timeline.draw.rich import lines_of, plain
from timeline.draw.theme import FONT_STACK, Theme, rgba
from timeline.scene import frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.scene.geometry import Box, Label, Scene

HOVER_SIZE = 13


def layout_of(scene: Scene, colours: Theme, place: Callable[[float], Any], *, dates: bool) -> go.Layout:
    """The figure around its traces: sizes, axes, backgrounds, and all text that belongs to no event."""
    plot = scene.plot
    bottom = max(scene.height, plot.bottom + 1)
    share = plot.height / (bottom - plot.top)
    # the strip of pixels below the lanes begins under the ticks, where the other axis ends
    below = {"fixedrange": True, "visible": False}
    return go.Layout(
        width=scene.width,
        height=scene.height,
        margin={
            "l": plot.left,
            "r": scene.width - plot.right,
            "t": plot.top,
            "b": scene.height - bottom,
            "pad": 0,
            "autoexpand": False,
        },
        paper_bgcolor=colours.background,
        plot_bgcolor=rgba(colours.background, 0),
        font={"family": FONT_STACK, "size": 12, "color": colours.ink},
        barmode="overlay",
        bargap=0,
        dragmode="pan",
        hovermode="closest",
        hoverlabel={
            "bgcolor": colours.background,
            "bordercolor": colours.tick,
            "font": {"family": FONT_STACK, "size": HOVER_SIZE},
            "align": "left",
            "namelength": 0,
        },
        showlegend=False,
        xaxis={**_time_axis(scene, colours, place, dates=dates), "anchor": "y"},
        yaxis={
            "range": [plot.bottom, plot.top],
            "domain": [1 - share, 1],
            "fixedrange": True,
            "visible": False,
            "anchor": "x",
        },
        xaxis2={**below, "range": [plot.left, plot.right], "anchor": "y2"},
        yaxis2={**below, "range": [bottom, plot.bottom], "domain": [0, 1 - share], "anchor": "x2"},
        shapes=[
            *_backgrounds(scene, colours),
            *_published(scene, colours, place),
            *_brackets(scene, colours, place),
            *plotly_breaks(scene, colours, place),
        ],
        annotations=list(_annotations(scene, colours, place)),
    )


def bare_layout(plot: Box, size: tuple[float, float], window: tuple[float, float]) -> dict[str, Any]:
    """A layout with nothing but room for marks, on a ground that lets through what lies behind."""
    fixed = {"fixedrange": True, "visible": False}
    clear = "rgba(0,0,0,0)"
    return {
        "width": size[0],
        "height": size[1],
        "margin": {
            "l": plot.left,
            "r": size[0] - plot.right,
            "t": plot.top,
            "b": size[1] - plot.bottom,
            "pad": 0,
            "autoexpand": False,
        },
        "paper_bgcolor": clear,
        "plot_bgcolor": clear,
        "barmode": "overlay",
        "bargap": 0,
        "dragmode": False,
        "hovermode": False,
        "showlegend": False,
        "xaxis": {**fixed, "type": "linear", "range": list(window)},
        "yaxis": {**fixed, "type": "linear", "range": [plot.bottom, plot.top]},
    }


def _time_axis(scene: Scene, colours: Theme, place: Callable[[float], Any], *, dates: bool) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "type": "date" if dates else "linear",
        "range": [place(scene.first), place(scene.last)],
        "gridcolor": colours.grid,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.tick,
        "tickfont": {"size": frame.TICK, "color": colours.soft},
        "tickangle": 0,
        "layer": "below traces",
        "showline": False,
    }
    if not dates:
        axis["tickvals"] = [tick.day for tick in scene.ticks]
        axis["ticktext"] = [tick.text + (f"<br>{tick.context}" if tick.context else "") for tick in scene.ticks]
        axis["minallowed"], axis["maxallowed"] = day_number(FIRST_YEAR), day_number(LAST_YEAR + 1)
    return axis


def _backgrounds(scene: Scene, colours: Theme) -> Iterable[dict[str, Any]]:
    for lane in scene.lanes:
        yield _background("y", lane.top, lane.bottom, colours.lane(lane.colour), colours)
    if scene.strip:
        yield _background("y2", scene.strip.top, scene.strip.bottom, colours.gathered, colours)


def _background(axis: str, top: float, bottom: float, colour: str, colours: Theme) -> dict[str, Any]:
    place = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": axis, "y0": top, "y1": bottom}
    return {**place, "fillcolor": rgba(colour, colours.wash), "line": {"width": 0}, "layer": "below"}


def _published(scene: Scene, colours: Theme, place: Callable[[float], Any]) -> Iterable[dict[str, Any]]:
    top, bottom = scene.plot.top, scene.plot.bottom
    beyond = scene.last - scene.first
    for one in scene.published:
        if one.first is not None and one.first == one.last:
            yield _upright(place(one.first), top, bottom, {"color": colours.published, "width": 1.6})
            continue
        first = scene.first - beyond if one.first is None else one.first
        last = scene.last + beyond if one.last is None else one.last
        yield {
            "type": "rect",
            "x0": place(first),
            "x1": place(last),
            "y0": top,
            "y1": bottom,
            "fillcolor": rgba(colours.published, 0.12),
            "line": {"width": 0},
            "layer": "below",
        }
        for end in (one.first, one.last):
            if end is not None:
                yield _upright(place(end), top, bottom, {"color": colours.published, "width": 1.2, "dash": "3px,3px"})


def _upright(x: object, top: float, bottom: float, line: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "line": line, "layer": "below"}


def _brackets(scene: Scene, colours: Theme, place: Callable[[float], Any]) -> Iterable[dict[str, Any]]:
    line = {"color": colours.soft, "width": 1.3}
    for one in scene.brackets:
        fixed = {"type": "line", "xsizemode": "pixel", "xanchor": place(one.day), "line": line}
        yield {**fixed, "x0": one.shift, "x1": one.shift, "y0": one.at[0], "y1": one.at[-1]}
        for y in one.at:
            yield {**fixed, "x0": 0, "x1": one.shift, "y0": y, "y1": y}


def _annotations(scene: Scene, colours: Theme, place: Callable[[float], Any]) -> Iterable[dict[str, Any]]:
    """Every text that is not an event's, in its place."""
    for label in scene.labels:
        if label.role not in {"event", "unknown"}:
            yield _note(label, scene, colours)
    for lane in scene.lanes:
        if lane.title:
            yield _note(lane.title, scene, colours)
    for one in scene.published:
        if one.label:
            yield _moving(one.label, scene, colours, place)
    for bracket in scene.brackets:
        yield {**_moving(bracket.label, scene, colours, place), "textangle": 90}
    for cut in scene.breaks:
        yield {**_moving(cut.label, scene, colours, place), "textangle": 0 if cut.label.upright else 90}
    for count in scene.counts:
        yield _moving(replace(count.label, day=scene.day(count.label.x)), scene, colours, place)
    corner = scene.plot.left, scene.plot.top
    if scene.axis_title:
        middle, below = scene.plot.width / 2, -scene.plot.height - 31
        yield _fixed(plain(scene.axis_title), middle, below, "center", frame.TICK, colours.soft)
    for item in scene.legend:
        x, y = item.x + frame.sample_width(item.key) + 8 - corner[0], corner[1] - item.y
        yield _fixed(plain(item.text), x, y, "left", frame.LEGEND, colours.soft)


def _note(label: Label, scene: Scene, colours: Theme) -> dict[str, Any]:
    """A label that stays where it is while time moves."""
    anchor = {"start": "left", "middle": "center", "end": "right"}[label.anchor]
    right, up = label.x - scene.plot.left, scene.plot.top - label.y
    return _fixed(lines_of(label, colours), right, up, anchor, label.size, colours.text(label))


def _moving(label: Label, scene: Scene, colours: Theme, place: Callable[[float], Any]) -> dict[str, Any]:
    """A label that moves with its day."""
    return {**_note(label, scene, colours), "xref": "x", "x": place(label.day), "xshift": label.shift}


def _fixed(text: str, right: float, up: float, anchor: str, size: float, fill: str) -> dict[str, Any]:
    """A text so many pixels right of and above the top left corner of the lanes."""
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xshift": right,
        "yshift": up,
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": size, "color": fill},
    }
