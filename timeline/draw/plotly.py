"""A scene as a Plotly figure: one trace per style, positions in days, our ticks, labels where the scene has them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.draw.layout import HOVER_SIZE, layout_of
from timeline.draw.pieces import Bar, Marker, Pieces, Stroke
from timeline.draw.places import has_dates, iso, same
from timeline.draw.rich import lines_of, plain
from timeline.draw.samples import SAMPLES
from timeline.draw.theme import Theme, theme_of
from timeline.scene.text import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.scene.geometry import Glyph, Label, Scene

_BASELINE = 0.107
"""Plotly sets a line of text so much higher, in sizes, than the middle of its capitals would have it."""
_HOVER_WIDTH = 380


def figure(scene: Scene, theme: str = "light", *, dates: bool = False) -> go.Figure:
    """
    The scene as a figure of its own size; events are named in each trace's ``customdata``.

    The axis is linear, in days, with the scene's ticks. With *dates* it is a date axis whose ticks live when one zooms,
    where all years lie in 1 to 9999 and the days are those of a calendar. Drag pans; the vertical axis is fixed.
    """
    colours = theme_of(theme)
    dates = dates and has_dates(scene)
    place: Callable[[float], Any] = iso if dates else same
    hovers = {glyph.event: _hover(glyph, colours) for glyph in (*scene.glyphs, *scene.unknown)}
    traces = [*_main(scene, colours, place, hovers, dates=dates), *_below(scene, colours, hovers)]
    return go.Figure(traces, layout_of(scene, colours, place, dates=dates))


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
            replace(part, first=item.x + part.first, last=item.x + part.last, y=item.y) for part in SAMPLES[item.key]
        ]
        pieces.add(parts, colours.gathered, colours, "")
    yield from _traces(pieces, same, hovers, "x2", "y2", dates=False)
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


def _bars(
    bars: list[Bar], place: Callable[[float], Any], hovers: dict[str, str], axes: dict[str, Any], *, dates: bool
) -> go.Bar:
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


def _markers(
    markers: list[Marker], place: Callable[[float], Any], hovers: dict[str, str], axes: dict[str, Any]
) -> go.Scatter:
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
    strokes: list[Stroke],
    place: Callable[[float], Any],
    hovers: dict[str, str],
    axes: dict[str, Any],
    line: dict[str, Any],
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
    """Labels beside invisible marks, whose size sets the distance: text begins at radius / 0.8 + 1 from the middle."""
    return go.Scatter(
        mode="markers+text",
        x=places,
        y=[label.y + label.size * _BASELINE for label in labels],
        text=[lines_of(label, colours) for label in labels],
        textposition=["middle left" if label.anchor == "end" else "middle right" for label in labels],
        textfont={"size": [label.size for label in labels], "color": colours.ink},
        marker={
            "size": [max(1.6 * (abs(label.shift) - 1), 0.0) for label in labels],
            "opacity": 0,
            "color": colours.ink,
        },
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
    head = "<br>".join(f"<b>{plain(line)}</b>" for line in wrap(note.title, HOVER_SIZE, _HOVER_WIDTH, 4, "bold"))
    rest = [note.when, note.sure, note.source]
    lines = [
        f'<span style="color:{colours.ink if at == 0 else colours.soft}">{plain(line)}</span>'
        for at, text in enumerate(rest)
        if text
        for line in wrap(text, HOVER_SIZE, _HOVER_WIDTH, 3)
    ]
    return "<br>".join([head, *lines])
