"""Pieces of glyphs as Plotly's traces, one for each style, as plain data."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, Any

from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.draw.pieces import GAP, STRIKE
from timeline.draw.theme import rgba

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from timeline.draw.pieces import Bar, Marker, Pieces, Stroke
    from timeline.scene.geometry import Part

Trace = dict[str, Any]


def traces(
    pieces: Pieces,
    place: Callable[[float], Any],
    hovers: Mapping[str, str] | None,
    xaxis: str,
    yaxis: str,
    *,
    dates: bool,
) -> Iterable[Trace]:
    """
    Back to front: bands, dashed edges, marks, hard ends, strikes and what is left free for them.

    *hovers* are the texts of events, by id; None where nothing is said.
    """
    axes = {"xaxis": xaxis, "yaxis": yaxis, "showlegend": False}
    if pieces.bands:
        yield _bars(pieces.bands, place, hovers, axes, dates=dates)
    yield from _coloured(pieces.dashes, place, hovers, axes, {"width": 1.5, "dash": "4px,3px"})
    if pieces.markers:
        yield _markers(pieces.markers, place, hovers, axes)
    yield from _coloured(pieces.caps, place, hovers, axes, {"width": 2})
    if pieces.struck:
        yield _markers(pieces.struck, place, hovers, axes)
    for strokes, wide in ((pieces.gaps, GAP), (pieces.strikes, STRIKE)):
        yield from _coloured(strokes, place, hovers, axes, {"width": wide})


def _coloured(
    strokes: list[Stroke],
    place: Callable[[float], Any],
    hovers: Mapping[str, str] | None,
    axes: dict[str, Any],
    line: dict[str, Any],
) -> Iterable[Trace]:
    """A trace for each colour: all its strokes are one path, which costs as little as one."""
    for paint, run in groupby(sorted(strokes, key=lambda one: one.paint), key=lambda one: one.paint):
        yield _strokes(list(run), place, hovers, axes, {**line, "color": paint})


def _bars(
    bars: list[Bar],
    place: Callable[[float], Any],
    hovers: Mapping[str, str] | None,
    axes: dict[str, Any],
    *,
    dates: bool,
) -> Trace:
    """
    The bars. Of those that fade a page is told what it needs to paint them as long as they are at its own zoom: number,
    side, pixels of the fade, opacity, colour, first and last day, and the pixels before and after these.
    """
    unit = MINUTES_PER_DAY * 60_000 if dates else 1
    return {
        "type": "bar",
        "orientation": "h",
        "base": [place(bar.first) for bar in bars],
        "x": [(bar.last - bar.first) * unit for bar in bars],
        "y": [bar.y for bar in bars],
        "width": [bar.height for bar in bars],
        "marker": {"color": [rgba(bar.paint, bar.opacity) for bar in bars], "line": {"width": 0}},
        **told([bar.event for bar in bars], hovers),
        "name": "bands",
        "meta": [_fading(at, bar, bar.fades) for at, bar in enumerate(bars) if bar.fades],
        **axes,
    }


def _fading(number: int, bar: Bar, part: Part) -> list[Any]:
    ends = (part.first, part.last, part.before, part.after)
    return [number, part.fade, part.soft, bar.opacity, bar.colour, *ends]


def _markers(
    markers: list[Marker], place: Callable[[float], Any], hovers: Mapping[str, str] | None, axes: dict[str, Any]
) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [place(one.day) for one in markers],
        "y": [one.y for one in markers],
        "marker": {
            "symbol": [one.symbol for one in markers],
            "size": [one.size for one in markers],
            "color": [one.fill for one in markers],
            "opacity": 1,
            **_aside(markers),
            "line": {
                "color": [one.edge for one in markers],
                "width": [one.width for one in markers],
                **({"dash": [one.dash for one in markers]} if any(one.dash != "solid" for one in markers) else {}),
            },
        },
        **told([one.event for one in markers], hovers),
        "name": "marks",
        **axes,
    }


def _aside(markers: Sequence[Marker]) -> dict[str, list[float]]:
    """How far marks stand beside their days, and to which side: the one that they are turned away from."""
    if not any(one.aside for one in markers):
        return {}
    return {
        "angle": [-math.copysign(90, one.aside) if one.aside else 0 for one in markers],
        "standoff": [abs(one.aside) for one in markers],
    }


def _strokes(
    strokes: list[Stroke],
    place: Callable[[float], Any],
    hovers: Mapping[str, str] | None,
    axes: dict[str, Any],
    line: dict[str, Any],
) -> Trace:
    events = [name for one in strokes for name in (one.event, one.event, "")]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [end for one in strokes for end in (place(one.first), place(one.last), None)],
        "y": [end for one in strokes for end in (one.top, one.bottom, None)],
        "line": line,
        **told(events, hovers),
        "name": "lines",
        **axes,
    }


def told(events: list[str], hovers: Mapping[str, str] | None) -> dict[str, Any]:
    """What every trace says of its events."""
    if hovers is None:
        return {"customdata": events, "hoverinfo": "skip"}
    return {"customdata": events, "hovertext": [hovers.get(event, "") for event in events], "hoverinfo": "text"}
