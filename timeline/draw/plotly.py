"""
A scene as a Plotly figure: one trace per style, positions in days, our ticks, labels where the scene has them.

For the page, which writes every word itself, the marks alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from timeline.draw.layout import HOVER_SIZE, bare_layout, layout_of
from timeline.draw.pieces import Pieces
from timeline.draw.places import has_dates, iso, same
from timeline.draw.rich import lines_of, plain
from timeline.draw.samples import SAMPLES
from timeline.draw.theme import Theme, theme_of
from timeline.draw.traces import Trace, told, traces
from timeline.scene.text import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.scene.geometry import Box, Glyph, Label, Scene

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
    drawn = [*_main(scene, colours, place, hovers, dates=dates), *_below(scene, colours, hovers)]
    return go.Figure(drawn, layout_of(scene, colours, place, dates=dates))


def marks(
    glyphs: Sequence[Glyph], plot: Box, size: tuple[float, float], window: tuple[float, float], theme: str = "light"
) -> dict[str, Any]:
    """
    The marks of some glyphs alone, as plain data: no word, no axis to be seen, nothing that answers to a pointer.

    *plot* is the area that moves with time on a figure of *size*, *window* the days at its edges. A band that fades is
    one bar, named in the ``meta`` of its trace.
    """
    pieces = Pieces(theme_of(theme), (window[1] - window[0]) / plot.width, slabbed=False)
    for glyph in glyphs:
        pieces.add(glyph.parts, glyph.colour, glyph.event)
    drawn = list(traces(pieces, same, None, "x", "y", dates=False))
    return {"data": drawn, "layout": bare_layout(plot, size, window)}


def _main(
    scene: Scene, colours: Theme, place: Callable[[float], Any], hovers: dict[str, str], *, dates: bool
) -> Iterable[Trace]:
    pieces = Pieces(colours, (scene.last - scene.first) / scene.plot.width)
    for glyph in scene.glyphs:
        pieces.add(glyph.parts, glyph.colour, glyph.event)
    for one in scene.bars:
        pieces.fill(one, scene.lanes[one.lane].colour)
    yield from traces(pieces, place, hovers, "x", "y", dates=dates)
    labels = [label for label in scene.labels if label.role == "event"]
    yield _texts(labels, [place(label.day) for label in labels], colours, hovers, "x", "y")


def _below(scene: Scene, colours: Theme, hovers: dict[str, str]) -> Iterable[Trace]:
    """What does not move with time: events of unknown date, and the legend. Its axes count pixels."""
    pieces = Pieces(colours, 1.0)
    for glyph in scene.unknown:
        pieces.add(glyph.parts, -1, glyph.event)
    for item in scene.legend:
        parts = [
            replace(part, first=item.x + part.first, last=item.x + part.last, y=item.y) for part in SAMPLES[item.key]
        ]
        pieces.add(parts, -1, "")
    yield from traces(pieces, same, hovers, "x2", "y2", dates=False)
    labels = [label for label in scene.labels if label.role == "unknown"]
    if labels:
        yield _texts(labels, [label.x for label in labels], colours, hovers, "x2", "y2")


def _texts(
    labels: list[Label], places: list[Any], colours: Theme, hovers: dict[str, str], xaxis: str, yaxis: str
) -> Trace:
    """Labels beside invisible marks, whose size sets the distance: text begins at radius / 0.8 + 1 from the middle."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": places,
        "y": [label.y + label.size * _BASELINE for label in labels],
        "text": [lines_of(label, colours) for label in labels],
        "textposition": ["middle left" if label.anchor == "end" else "middle right" for label in labels],
        "textfont": {"size": [label.size for label in labels], "color": colours.ink},
        "marker": {
            "size": [max(1.6 * (abs(label.shift) - 1), 0.0) for label in labels],
            "opacity": 0,
            "color": colours.ink,
        },
        **told([label.event for label in labels], hovers),
        "cliponaxis": True,
        "name": "labels",
        "xaxis": xaxis,
        "yaxis": yaxis,
        "showlegend": False,
    }


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
