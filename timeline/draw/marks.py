"""The parts of glyphs as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.draw.markup import element, number
from timeline.draw.theme import mixed
from timeline.scene.geometry import Shape

if TYPE_CHECKING:
    from timeline.draw.theme import Theme
    from timeline.scene.geometry import Glyph, Part, Scene

_DASH_ON, _DASH_OFF = 4.0, 3.0
_DASH = "4 3"
_OUTLINE = 1.5
BESIDE = 5.0
"""Free pixels before a label that stands within a dark bar; behind it the box of the label has some."""


class Definitions:
    """The gradients a drawing uses, each once, in the order of their first use."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._found: dict[str, str] = {}

    def fade(self, colour: int, side: str, alpha: float, reach: float = 1.0) -> str:
        """A paint that fades out towards one side over a share of its length."""
        share = "" if reach >= 1 else f"-{round(reach * 1000)}"
        name = f"fade{colour if colour >= 0 else 'g'}-{side}-{round(alpha * 100)}{share}"
        if name not in self._found:
            paint = self._theme.lane(colour)
            far = round(reach, 3)
            places = {
                "left": [(0.0, 0.0), (far, alpha), (1.0, alpha)],
                "right": [(0.0, alpha), (1 - far, alpha), (1.0, 0.0)],
            }
            stops = "".join(
                f'<stop offset="{at:.3g}" stop-color="{paint}" stop-opacity="{number(opacity)}"/>'
                for at, opacity in dict(places[side]).items()
            )
            self._found[name] = f'<linearGradient id="{name}">{stops}</linearGradient>'
        return f"url(#{name})"

    def markup(self) -> str:
        """All of them."""
        return "".join(self._found.values())


def part(one: Part, scene: Scene, theme: Theme, colour: int, defs: Definitions) -> str:
    """A part of a glyph at its place in the scene."""
    return shape(one, scene.x(one.first) - one.before, scene.x(one.last) + one.after, one.y, theme, colour, defs)


def shape(one: Part, left: float, right: float, y: float, theme: Theme, colour: int, defs: Definitions) -> str:
    """A part of a glyph between two pixels."""
    paint = theme.lane(colour)
    if one.shape is Shape.DOT:
        return element(
            "circle", cx=left, cy=y, r=one.half - (0 if one.line == "full" else _OUTLINE / 2), **_pen(one, paint, theme)
        )
    if one.shape is Shape.DIAMOND:
        reach = one.half
        corners = ((left, y - reach), (left + reach, y), (left, y + reach), (left - reach, y))
        path = "M" + "L".join(f"{number(x)} {number(at)}" for x, at in corners) + "Z"
        return element("path", d=path, **_pen(one, paint, theme))
    if one.shape is Shape.RING:
        return element("circle", cx=left, cy=y, r=one.half - 0.9, fill=theme.background, stroke=paint, stroke_width=1.9)
    if one.shape is Shape.CAP:
        return element("line", x1=left, x2=left, y1=y - one.half, y2=y + one.half, stroke=paint, stroke_width=2)
    if one.shape is Shape.STRIKE:
        return element("line", x1=left, x2=right, y1=y, y2=y, stroke=theme.background, stroke_width=3) + element(
            "line", x1=left, x2=right, y1=y, y2=y, stroke=theme.ink, stroke_width=1.6
        )
    return _band(one, left, right, y, theme, colour, defs)


def _pen(one: Part, paint: str, theme: Theme) -> dict[str, float | str]:
    """How a dot or diamond is painted: full, outlined where planned, dashed where possible."""
    if one.line == "full":
        return {"fill": paint}
    pen: dict[str, float | str] = {
        "fill": mixed(paint, theme.background, theme.tint),
        "stroke": paint,
        "stroke_width": _OUTLINE,
    }
    return pen if one.line == "outline" else {**pen, "stroke_dasharray": "2.6 2"}


def _band(one: Part, left: float, right: float, y: float, theme: Theme, colour: int, defs: Definitions) -> str:
    paint = theme.lane(colour)
    place: dict[str, float | str] = {"x": left, "y": y - one.half, "width": right - left, "height": 2 * one.half}
    solid = one.shape is Shape.SOLID
    share = _share(one, left, right)
    if one.line == "full":
        if one.fade:
            return element("rect", **place, fill=defs.fade(colour, one.fade, theme.pale, share))
        if solid:
            return element("rect", **place, fill=paint)
        return element("rect", **place, fill=paint, fill_opacity=theme.pale)
    alpha = theme.pale if solid else theme.tint
    inside = defs.fade(colour, one.fade, alpha, share) if one.fade else paint
    filled = element("rect", **place, fill=inside, **({} if one.fade else {"fill_opacity": alpha}))
    edges = "".join(
        _edge(one, left, right, at - _OUTLINE / 2, theme, colour, defs)
        for at in (y - one.half + _OUTLINE / 2, y + one.half - _OUTLINE / 2)
    )
    return filled + edges


def _share(one: Part, left: float, right: float) -> float:
    """The share of its length on which a band fades out."""
    return min(one.soft / (right - left), 1.0)


def _edge(one: Part, left: float, right: float, top: float, theme: Theme, colour: int, defs: Definitions) -> str:
    """The upper or lower edge of an outlined band, as thin rectangles: not every renderer fades a line."""
    paint = theme.lane(colour)
    if one.line == "outline":
        fill = defs.fade(colour, one.fade, 1.0, _share(one, left, right)) if one.fade else paint
        return element("rect", x=left, y=top, width=right - left, height=_OUTLINE, fill=fill)
    if not one.fade:
        y = top + _OUTLINE / 2
        return element(
            "line", x1=left, x2=right, y1=y, y2=y, stroke=paint, stroke_width=_OUTLINE, stroke_dasharray=_DASH
        )
    found, x = [], left
    while x < right:
        middle = (min(x + _DASH_ON, right) + x) / 2
        opacity = (middle - left if one.fade == "left" else right - middle) / one.soft
        wide = min(_DASH_ON, right - x)
        found.append(
            element("rect", x=x, y=top, width=wide, height=_OUTLINE, fill=paint, fill_opacity=min(opacity, 1.0))
        )
        x += _DASH_ON + _DASH_OFF
    return "".join(found)


def halo(glyph: Glyph, scene: Scene, theme: Theme) -> str:
    """The frame around the event that is selected."""
    box = glyph.box
    left, right = max(box.left, scene.plot.left) - 4, min(box.right, scene.plot.right) + 4
    return element(
        "rect",
        x=left,
        y=box.top - 3,
        width=right - left,
        height=box.height + 6,
        rx=4,
        fill="none",
        stroke=theme.selected,
        stroke_width=2,
    )
