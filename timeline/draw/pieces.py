"""The parts of glyphs as data for Plotly: bars for whatever has a width, strokes for lines, markers for the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from timeline.draw.counts import FAINTEST
from timeline.draw.theme import mixed
from timeline.scene.geometry import Shape
from timeline.scene.glyphs import THINNEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.draw.theme import Theme
    from timeline.scene.geometry import Bar as Filled
    from timeline.scene.geometry import Part

SLABS = 8
"""A fade is so many bars over one another, each a little shorter: Plotly has no gradient per bar."""
_OUTLINE = 1.5
_LINE_SYMBOL = 1.4
"""Plotly's symbol of a line is so many times as long as the size it is given."""
STRIKE, GAP = 1.6, 3.0
"""How wide a strike is, and what is left free of the glyph for it."""
_DASHES, _FINE_DASHES = "2.6px,2px", "2.4px,2px"
_SYMBOLS = {Shape.DOT: "circle", Shape.DIAMOND: "diamond"}


class Bar(NamedTuple):
    """A rectangle from one day to another around a height; `fades` is the part it is of where that fades out."""

    first: float
    last: float
    y: float
    height: float
    paint: str
    opacity: float
    event: str
    fades: Part | None = None
    colour: int = -1


class Marker(NamedTuple):
    """A mark whose size does not change with the zoom, nor how many pixels it stands `aside`, right of its day."""

    day: float
    y: float
    symbol: str
    size: float
    fill: str
    edge: str
    width: float
    event: str
    dash: str = "solid"
    aside: float = 0.0


class Stroke(NamedTuple):
    """A line along the time axis at one height, or across it from one height to another."""

    first: float
    last: float
    top: float
    bottom: float
    paint: str
    event: str


@dataclass(slots=True)
class Pieces:
    """
    Everything of one drawing, by the trace it goes into, back to front; a `pixel` of it is so many days.

    A band that fades is one bar, or with *slabbed* several over one another.
    """

    theme: Theme
    pixel: float
    slabbed: bool = True
    bands: list[Bar] = field(default_factory=list)
    dashes: list[Stroke] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    caps: list[Stroke] = field(default_factory=list)
    struck: list[Marker] = field(default_factory=list)
    gaps: list[Stroke] = field(default_factory=list)
    strikes: list[Stroke] = field(default_factory=list)

    def add(self, parts: Sequence[Part], colour: int, event: str) -> None:
        """The parts of one glyph in the colour of its lane."""
        paint = self.theme.lane(colour)
        for part in parts:
            if part.shape in {Shape.PALE, Shape.SOLID}:
                self._band(part, colour, event)
            elif part.shape is Shape.STRIKE:
                self._strike(part, event)
            elif part.shape is Shape.CAP:
                self.caps.append(Stroke(part.first, part.first, part.y - part.half, part.y + part.half, paint, event))
            else:
                self.markers.append(_marker(part, paint, self.theme, event))

    def fill(self, bar: Filled, colour: int) -> None:
        """A bar of a folded lane, the darker the more events it stands for."""
        middle, paint = (bar.box.top + bar.box.bottom) / 2, self.theme.lane(colour)
        opacity = FAINTEST + (1 - FAINTEST) * bar.share
        self.bands.append(Bar(bar.first, bar.last, middle, bar.box.height, paint, opacity, ""))

    def _band(self, part: Part, colour: int, event: str) -> None:
        solid = part.shape is Shape.SOLID
        alpha = 1.0 if solid else self.theme.pale
        if part.before + part.after > 0 and not part.fade:
            self._thin(part, colour, alpha if part.line == "full" else self.theme.pale, event)
        elif part.line == "full":
            self._filled(part, colour, alpha, part.y, 2 * part.half, event)
        else:
            self._filled(part, colour, self.theme.pale if solid else self.theme.tint, part.y, 2 * part.half, event)
            self._edges(part, colour, event)

    def _edges(self, part: Part, colour: int, event: str) -> None:
        """The upper and the lower edge of an outlined band."""
        for y in (part.y - part.half + _OUTLINE / 2, part.y + part.half - _OUTLINE / 2):
            if part.line == "outline":
                self._filled(part, colour, 1.0, y, _OUTLINE, event)
            else:
                self.dashes.append(Stroke(*_seen(part, self.pixel), y, y, self.theme.lane(colour), event))

    def _thin(self, part: Part, colour: int, alpha: float, event: str) -> None:
        """
        A band of a few pixels: as long as it is, and a mark that is wide enough to be seen.

        Both are opaque, so that neither shows through the other when one zooms in.
        """
        paint = mixed(self.theme.lane(colour), self.theme.background, alpha)
        if part.last > part.first:
            self.bands.append(Bar(part.first, part.last, part.y, 2 * part.half, paint, 1.0, event))
        middle, wide = (part.first + part.last) / 2, part.before + part.after
        high, wide = 2 * part.half / _LINE_SYMBOL, max(wide, THINNEST)
        self.markers.append(Marker(middle, part.y, "line-ns", high, paint, paint, wide, event))

    def _filled(self, part: Part, colour: int, alpha: float, y: float, height: float, event: str) -> None:
        paint = self.theme.lane(colour)
        if not self.slabbed:
            first, last = _ends(part, self.pixel)
            self.bands.append(Bar(first, last, y, height, paint, alpha, event, part if part.fade else None, colour))
            return
        for first, last, opacity in slabs(part, alpha, self.pixel):
            self.bands.append(Bar(first, last, y, height, paint, opacity, event))

    def _strike(self, part: Part, event: str) -> None:
        ink = self.theme.ink
        ends = {part.first: (part.before, 0.0), part.last: (0.0, part.after)}
        if part.first == part.last:
            ends = {part.first: (part.before, part.after)}
        for paint, thick in ((self.theme.background, GAP), (ink, STRIKE)):
            for day, (before, after) in ends.items():
                size, aside = (before + after) / _LINE_SYMBOL, (after - before) / 2
                if size:
                    symbol = "line-ns" if aside else "line-ew"  # a mark that stands aside is turned by a quarter
                    self.struck.append(Marker(day, part.y, symbol, size, paint, paint, thick, event, aside=aside))
        if part.last > part.first:
            self.gaps.append(Stroke(part.first, part.last, part.y, part.y, self.theme.background, event))
            self.strikes.append(Stroke(part.first, part.last, part.y, part.y, ink, event))


def _ends(part: Part, pixel: float) -> tuple[float, float]:
    """The days from which to which a band is drawn, where a pixel is so many days."""
    return part.first - part.before * pixel, part.last + part.after * pixel


def slabs(part: Part, alpha: float, pixel: float) -> list[tuple[float, float, float]]:
    """
    Stretches that laid over one another reach *alpha* where the part does not fade; a pixel is so many days.

    Each is nested in the one before, so that no seam shows between two of them.
    """
    first, last = _ends(part, pixel)
    if not part.fade:
        return [(first, last, alpha)]
    step = part.soft * pixel / SLABS
    reached, found = 0.0, []
    for number in range(SLABS):
        wanted = alpha * (number + 0.5) / SLABS
        own = 1 - (1 - wanted) / (1 - reached)
        reached = wanted
        near = step * number
        found.append((first + near, last, own) if part.fade == "left" else (first, last - near, own))
    return found


def _seen(part: Part, pixel: float) -> tuple[float, float]:
    """The stretch on which dashes are drawn: they cannot fade, so they end early on an open side."""
    first, last = _ends(part, pixel)
    gone = part.soft * pixel * 0.35
    return first + (gone if part.fade == "left" else 0.0), last - (gone if part.fade == "right" else 0.0)


def _marker(part: Part, paint: str, theme: Theme, event: str) -> Marker:
    if part.shape is Shape.RING:
        return Marker(part.first, part.y, "circle", 2 * part.half, theme.background, paint, 1.9, event)
    if part.shape is Shape.UNKNOWN:
        edge = theme.gathered
        return Marker(part.first, part.y, "circle-open", 2 * part.half, edge, edge, 1.5, event, _FINE_DASHES)
    # Plotly's diamond of size 1 is 1.3 wide
    size = 2 * part.half / 1.3 if part.shape is Shape.DIAMOND else 2 * part.half
    symbol = _SYMBOLS[part.shape]
    if part.line == "full":
        return Marker(part.first, part.y, symbol, size, paint, paint, 0.0, event)
    fill, dash = mixed(paint, theme.background, theme.tint), _DASHES if part.line == "dashed" else "solid"
    return Marker(part.first, part.y, symbol, size - _OUTLINE, fill, paint, _OUTLINE, event, dash)
