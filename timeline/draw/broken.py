"""The marks of a broken axis: a white gap with torn edges through all lanes, for SVG and for Plotly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.draw.markup import element, number, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.draw.theme import Theme
    from timeline.scene.geometry import Box, Scene

_TOOTH, _HALF = 3.0, 7.0
"""How far the teeth of a torn edge reach to either side, and half their height, in pixels."""
_BEYOND = 5.0
"""Pixels by which the gap reaches above the lanes, and below them across the axis."""


def svg_breaks(scene: Scene, colours: Theme) -> Iterator[str]:
    """Each break over everything that crosses it, with how much time it leaves out below the axis."""
    for one in scene.breaks:
        left, right = scene.x(one.first), scene.x(one.last)
        edges = [[(x + shift, y) for shift, y in _teeth(scene.plot)] for x in (left, right)]
        outline = [*edges[0], *reversed(edges[1])]
        yield element("path", d=f"M{_line(outline)}Z", fill=colours.background)
        for edge in edges:
            yield element("path", d=f"M{_line(edge)}", fill="none", stroke=colours.tick, stroke_width=1)
        yield text(one.label, colours.soft, colours)


def plotly_breaks(scene: Scene, colours: Theme, place: Callable[[float], Any]) -> Iterable[dict[str, Any]]:
    """The same as shapes, which keep their width while one zooms."""
    for one in scene.breaks:
        half = (scene.x(one.last) - scene.x(one.first)) / 2
        edges = [[(x + shift, y) for shift, y in _teeth(scene.plot)] for x in (-half, half)]
        fixed = {"type": "path", "xsizemode": "pixel", "xanchor": place((one.first + one.last) / 2), "layer": "above"}
        outline = [*edges[0], *reversed(edges[1])]
        yield {**fixed, "path": f"M{_line(outline)}Z", "fillcolor": colours.background, "line": {"width": 0}}
        for edge in edges:
            yield {**fixed, "path": f"M{_line(edge)}", "line": {"width": 1, "color": colours.tick}}


def _teeth(plot: Box) -> list[tuple[float, float]]:
    """A torn edge from above the lanes to below the axis: places beside it, and heights."""
    top, bottom = plot.top - _BEYOND, plot.bottom + _BEYOND
    count = max(round((bottom - top) / _HALF), 2)
    return [(_TOOTH if at % 2 else -_TOOTH, top + at * (bottom - top) / count) for at in range(count + 1)]


def _line(points: Iterable[tuple[float, float]]) -> str:
    return "L".join(f"{number(x)},{number(y)}" for x, y in points)
