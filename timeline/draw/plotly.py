"""A scene as a Plotly figure: one trace per style, positions in days, our ticks, labels where the scene has them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from timeline.chrono.calendar import FIRST_YEAR, MINUTES_PER_DAY, day_number
from timeline.chrono.iso import iso_day, iso_moment
from timeline.draw.pieces import Bar, Marker, Pieces, Stroke
from timeline.draw.svg import SAMPLES
from timeline.draw.theme import FONT_STACK, Theme, rgba, theme_of
from timeline.scene import frame
from timeline.scene.text import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.scene.geometry import Glyph, Label, Line, Scene

_FIRST_DATE, _LAST_DATE = day_number(1), day_number(9999, 12, 31)
_BASELINE = 0.107
"""Plotly sets a line of text so much higher, in sizes, than the middle of its capitals would have it."""
_HOVER_SIZE, _HOVER_WIDTH = 13, 380


def figure(scene: Scene, theme: str = "light", *, dates: bool = False) -> go.Figure:
    """
    The scene as a figure of its own size; events are named in each trace's ``customdata``.

    The axis is linear, in days, with the scene's ticks. With *dates* it is a date axis whose ticks live when one zooms, where all
    years lie in 1 to 9999 and the days are those of a calendar. Drag pans; the vertical axis is fixed.
    """
    colours = theme_of(theme)
    dates = dates and not scene.offset and scene.first >= _FIRST_DATE and scene.last <= _LAST_DATE
    place: Callable[[float], Any] = _iso if dates else _same
    hovers = {glyph.event: _hover(glyph, colours) for glyph in (*scene.glyphs, *scene.unknown)}
    traces = [*_main(scene, colours, place, hovers, dates=dates), *_below(scene, colours, hovers)]
    return go.Figure(traces, _layout(scene, colours, place, dates=dates))


# --- traces ---------------------------------------------------------------------------------------


def _main(
    scene: Scene, colours: Theme, place: Callable[[float], Any], hovers: dict[str, str], *, dates: bool
) -> Iterable[go.Bar | go.Scatter]:
    pieces = Pieces()
    for glyph in scene.glyphs:
        pieces.add(glyph.parts, colours.lane(glyph.colour), colours, glyph.event)
    yield from _traces(pieces, place, hovers, "x", "y", dates=dates)
    labels = [label for label in scene.labels if label.role == "event"]
    yield _texts(labels, [place(label.day) for label in labels], colours, hovers, "x", "y")


def _below(scene: Scene, colours: Theme, hovers: dict[str, str]) -> Iterable[go.Bar | go.Scatter]:
    """What does not move with time: events of unknown date, and the legend. Its axes count pixels."""
    pieces = Pieces()
    for glyph in scene.unknown:
        pieces.add(glyph.parts, colours.gathered, colours, glyph.event)
    for item in scene.legend:
        parts = [
            type(part)(part.shape, item.x + part.first, item.x + part.last, item.y, part.half, part.fade, part.line)
            for part in SAMPLES[item.key]
        ]
        pieces.add(parts, colours.gathered, colours, "")
    yield from _traces(pieces, _same, hovers, "x2", "y2", dates=False)
    labels = [label for label in scene.labels if label.role == "unknown"]
    if labels:
        yield _texts(labels, [label.x for label in labels], colours, hovers, "x2", "y2")


def _traces(
    pieces: Pieces, place: Callable[[float], Any], hovers: dict[str, str], xaxis: str, yaxis: str, *, dates: bool
) -> Iterable[go.Bar | go.Scatter]:
    axes = {"xaxis": xaxis, "yaxis": yaxis, "showlegend": False}
    if pieces.bands:
        yield _bars(pieces.bands, place, hovers, axes, dates=dates)
    for paint, run in groupby(sorted(pieces.dashes, key=lambda one: one.paint), key=lambda one: one.paint):
        yield _strokes(list(run), place, hovers, axes, {"color": paint, "width": 1.5, "dash": "4px,3px"})
    if pieces.markers:
        yield _markers(pieces.markers, place, hovers, axes)
    for paint, run in groupby(pieces.strikes, key=lambda one: one.paint):
        yield _strokes(list(run), place, hovers, axes, {"color": paint, "width": 1.8})


def _bars(bars: list[Bar], place: Callable[[float], Any], hovers: dict[str, str], axes: dict[str, Any], *, dates: bool) -> go.Bar:
    unit = MINUTES_PER_DAY * 60_000 if dates else 1
    return go.Bar(
        orientation="h",
        base=[place(bar.first) for bar in bars],
        x=[(bar.last - bar.first) * unit for bar in bars],
        y=[bar.y for bar in bars],
        width=[bar.height for bar in bars],
        marker={"color": [bar.paint for bar in bars], "line": {"width": 0}},
        **_told([bar.event for bar in bars], hovers),
        name="bands",
        **axes,
    )


def _markers(markers: list[Marker], place: Callable[[float], Any], hovers: dict[str, str], axes: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        mode="markers",
        x=[place(one.day) for one in markers],
        y=[one.y for one in markers],
        marker={
            "symbol": [one.symbol for one in markers],
            "size": [one.size for one in markers],
            "color": [one.fill for one in markers],
            "opacity": 1,
            "line": {"color": [one.edge for one in markers], "width": [one.width for one in markers]},
        },
        **_told([one.event for one in markers], hovers),
        name="marks",
        **axes,
    )


def _strokes(
    strokes: list[Stroke], place: Callable[[float], Any], hovers: dict[str, str], axes: dict[str, Any], line: dict[str, Any]
) -> go.Scatter:
    events = [name for one in strokes for name in (one.event, one.event, "")]
    return go.Scatter(
        mode="lines",
        x=[end for one in strokes for end in (place(one.first), place(one.last), None)],
        y=[end for one in strokes for end in (one.y, one.y, None)],
        line=line,
        **_told(events, hovers),
        name="lines",
        **axes,
    )


def _texts(
    labels: list[Label], places: list[Any], colours: Theme, hovers: dict[str, str], xaxis: str, yaxis: str
) -> go.Scatter:
    """Labels beside invisible marks, whose size sets the distance: Plotly puts text at radius / 0.8 + 1 from the middle."""
    return go.Scatter(
        mode="markers+text",
        x=places,
        y=[label.y + label.size * _BASELINE for label in labels],
        text=["<br>".join(_rich(line, colours) for line in label.text) for label in labels],
        textposition=["middle left" if label.anchor == "end" else "middle right" for label in labels],
        textfont={"size": [label.size for label in labels], "color": colours.ink},
        marker={"size": [max(1.6 * (abs(label.shift) - 1), 0.0) for label in labels], "opacity": 0, "color": colours.ink},
        **_told([label.event for label in labels], hovers),
        cliponaxis=True,
        name="labels",
        xaxis=xaxis,
        yaxis=yaxis,
        showlegend=False,
    )


def _told(events: list[str], hovers: dict[str, str]) -> dict[str, Any]:
    """What every trace says of its events."""
    return {"customdata": events, "hovertext": [hovers.get(event, "") for event in events], "hoverinfo": "text"}


def _hover(glyph: Glyph, colours: Theme) -> str:
    note = glyph.note
    head = "<br>".join(f"<b>{_plain(line)}</b>" for line in wrap(note.title, _HOVER_SIZE, _HOVER_WIDTH, 4, "bold"))
    rest = [note.when, note.sure, note.source]
    lines = [
        f'<span style="color:{colours.ink if at == 0 else colours.soft}">{_plain(line)}</span>'
        for at, text in enumerate(rest)
        if text
        for line in wrap(text, _HOVER_SIZE, _HOVER_WIDTH, 3)
    ]
    return "<br>".join([head, *lines])


def _rich(line: Line, colours: Theme) -> str:
    found = []
    for run in line:
        text = _plain(run.text)
        if run.style == "bold":
            text = f"<b>{text}</b>"
        elif run.style == "usual":
            text = f'<i><span style="color:{colours.soft}">{text}</span></i>'
        found.append(text)
    return "".join(found)


def _plain(text: str) -> str:
    """Text that Plotly shows as text and not as its markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# --- layout ---------------------------------------------------------------------------------------


def _layout(scene: Scene, colours: Theme, place: Callable[[float], Any], *, dates: bool) -> go.Layout:
    plot = scene.plot
    bottom = max(scene.height, plot.bottom + 1)
    share = plot.height / (bottom - plot.top)
    # the strip of pixels below the lanes begins under the ticks, where the other axis ends
    below = {"fixedrange": True, "visible": False}
    return go.Layout(
        width=scene.width,
        height=scene.height,
        margin={"l": plot.left, "r": scene.width - plot.right, "t": plot.top, "b": scene.height - bottom, "pad": 0, "autoexpand": False},
        paper_bgcolor=colours.background,
        plot_bgcolor=rgba(colours.background, 0),
        font={"family": FONT_STACK, "size": 12, "color": colours.ink},
        barmode="overlay",
        bargap=0,
        dragmode="pan",
        hovermode="closest",
        hoverlabel={"bgcolor": colours.background, "bordercolor": colours.tick, "font": {"size": _HOVER_SIZE}, "align": "left", "namelength": 0},
        showlegend=False,
        xaxis={**_time_axis(scene, colours, place, dates=dates), "anchor": "y"},
        yaxis={"range": [plot.bottom, plot.top], "domain": [1 - share, 1], "fixedrange": True, "visible": False, "anchor": "x"},
        xaxis2={**below, "range": [plot.left, plot.right], "anchor": "y2"},
        yaxis2={**below, "range": [bottom, plot.bottom], "domain": [0, 1 - share], "anchor": "x2"},
        shapes=[*_backgrounds(scene, colours), *_published(scene, colours, place), *_brackets(scene, colours, place)],
        annotations=_annotations(scene, colours, place),
    )


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
        axis["minallowed"], axis["maxallowed"] = day_number(FIRST_YEAR), _LAST_DATE + 1
    return axis


def _backgrounds(scene: Scene, colours: Theme) -> Iterable[dict[str, Any]]:
    for lane in scene.lanes:
        yield {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "yref": "y",
            "y0": lane.top,
            "y1": lane.bottom,
            "fillcolor": rgba(colours.lane(lane.colour), colours.wash),
            "line": {"width": 0},
            "layer": "below",
        }
    if scene.unknown:
        boxes = [glyph.box for glyph in scene.unknown]
        yield {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "yref": "y2",
            "y0": min(box.top for box in boxes) - 9,
            "y1": max(box.bottom for box in boxes) + 9,
            "fillcolor": rgba(colours.gathered, colours.wash),
            "line": {"width": 0},
            "layer": "below",
        }


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


def _annotations(scene: Scene, colours: Theme, place: Callable[[float], Any]) -> list[dict[str, Any]]:
    plot = scene.plot
    corner = (plot.left, plot.top)
    found = [_note(lane.title, lane.title.x, "paper", corner, colours.lane(lane.colour), colours) for lane in scene.lanes if lane.title]
    y = 8.0
    for lines, size, fill, leading in ((scene.title, frame.TITLE, colours.title, 1.25), (scene.subtitle, frame.SUBTITLE, colours.soft, 1.35)):
        for line in lines:
            y += size * leading
            text = f"<b>{_plain(line)}</b>" if size == frame.TITLE else _plain(line)
            found.append(_fixed(text, frame.MARGIN - plot.left, plot.top - y + size * 0.36, "left", size, fill))
        y += 2
    for one in scene.published:
        if one.label:
            found.append(_note(one.label, place(one.label.day), "x", corner, colours.soft, colours))
    for one in scene.brackets:
        note = _note(one.label, place(one.label.day), "x", corner, colours.soft, colours)
        found.append({**note, "xshift": one.label.shift, "textangle": 90, "xanchor": "center"})
    for label in scene.labels:
        if label.role == "pointer":
            found.append(_note(label, label.x, "paper", corner, colours.soft, colours))
    if scene.axis_title:
        middle = plot.width / 2
        found.append(_fixed(_plain(scene.axis_title), middle, -(plot.bottom - plot.top) - 31, "center", frame.TICK, colours.soft))
    if scene.unknown:
        middle = (min(one.box.top for one in scene.unknown) + max(one.box.bottom for one in scene.unknown)) / 2
        found.append(_fixed("<b>Date unknown</b>", -12, plot.top - middle, "right", frame.LANE, colours.gathered))
    for item in scene.legend:
        x = item.x + frame.sample_width(item.key) + 8 - plot.left
        found.append(_fixed(_plain(item.text), x, plot.top - item.y, "left", frame.LEGEND, colours.soft))
    return found


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


def _note(label: Label, x: object, xref: str, corner: tuple[float, float], fill: str, colours: Theme) -> dict[str, Any]:
    """A label that is no event's: beside the lanes (in pixels from their left edge), or at a day above them."""
    left, top = corner
    anchor = {"start": "left", "middle": "center", "end": "right"}[label.anchor]
    text = "<br>".join(_rich(line, colours) for line in label.text)
    note = _fixed(text, 0.0, 0.0, anchor, label.size, fill)
    if xref == "paper":
        return {**note, "xshift": label.x - left, "yshift": top - label.y}
    return {**note, "xref": "x", "x": x, "yshift": top - label.y}


def _same(day: float) -> float:
    return day


def _iso(day: float) -> str:
    """A place on the axis as an ISO string, to the minute."""
    minutes = min(max(round(day * MINUTES_PER_DAY), _FIRST_DATE * MINUTES_PER_DAY), _LAST_DATE * MINUTES_PER_DAY)
    return iso_moment(minutes) if minutes % MINUTES_PER_DAY else iso_day(minutes // MINUTES_PER_DAY)
