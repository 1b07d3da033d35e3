"""The glyph of each event: dots, diamonds, bands, bars and rings, by what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.model.event import Status
from timeline.scene.geometry import Part, Shape

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.scene.extent import Extent
    from timeline.scene.scale import Scale

THINNEST = 6.0
"""No glyph is narrower than this, in pixels."""
_RING_BEYOND = 56.0
"""How far a band fades out behind a ring that lies in its open part."""
_CAP = 1.0
_LINES = {Status.PLANNED: "outline", Status.POSSIBLE: "dashed"}


@dataclass(frozen=True, slots=True)
class Outline:
    """
    A glyph before it has a row: its parts around height 0, whether it is a band, the days of its rings.

    It reaches from `before` pixels left of the day `first` to `after` pixels right of the day `last`, at the zoom it
    was made for and nearer; `left` and `right` are those pixels on the scale it was made for.
    """

    parts: tuple[Part, ...]
    first: float
    last: float
    before: float
    after: float
    left: float
    right: float
    wide: bool
    rings: tuple[float, ...] = ()

    @property
    def open(self) -> tuple[float, float]:
        """The pixels on which it fades out before its first day and after its last."""
        fading = [part for part in self.parts if part.fade]
        return max((part.before for part in fading), default=0.0), max((part.after for part in fading), default=0.0)

    @property
    def solid(self) -> bool:
        """Some of it is so dark that no text can be read on it."""
        return any(part.shape is Shape.SOLID and part.line == "full" for part in self.parts)

    @property
    def half(self) -> float:
        """Half its height."""
        return max(part.half for part in self.parts)

    def at(self, y: float) -> tuple[Part, ...]:
        """The parts moved to their row."""
        return tuple(replace(part, y=y) for part in self.parts)


def outline(event: Event, extent: Extent, scale: Scale, half: float, fade: float) -> Outline:
    """
    The glyph of an event.

    *half* is half the height of a dot in pixels, *fade* how many pixels an open end takes to fade out on *scale*.
    """
    line = _LINES.get(event.status, "full")
    if extent.point is not None:
        shape = Shape.DIAMOND if event.landmark else Shape.DOT
        reach = half * (1.25 if shape is Shape.DIAMOND else 1.0)
        parts = [Part(shape, extent.point, extent.point, 0, reach, line=line)]
    else:
        parts = _widened(_bands(extent, scale, half * 0.92, fade, line), scale)
    parts += [Part(Shape.RING, ring, ring, 0, half * 0.8) for ring in extent.usual]
    if event.status is Status.DENIED:
        first, last = min(part.first for part in parts), max(part.last for part in parts)
        more = max(half * 1.5 - (scale.x(last) - scale.x(first)) / 2, 0.0)
        faded = [part for part in parts if part.fade]
        before = max([more, *(part.before for part in faded)])
        after = max([more, *(part.after for part in faded)])
        parts.append(Part(Shape.STRIKE, first, last, 0, half, before=before, after=after))
    return _bounded(parts, scale, wide=extent.point is None, rings=extent.usual)


def _bounded(parts: list[Part], scale: Scale, *, wide: bool, rings: tuple[float, ...]) -> Outline:
    """The parts with what they reach: what is no farther than that here is no farther when one zooms in."""
    reaches = [
        part.half if part.shape in {Shape.DOT, Shape.DIAMOND, Shape.RING} else _CAP if part.shape is Shape.CAP else 0.0
        for part in parts
    ]
    both = list(zip(parts, reaches, strict=True))
    left = min(scale.x(part.first) - part.before - reach for part, reach in both)
    right = max(scale.x(part.last) + part.after + reach for part, reach in both)
    first, last = min(part.first for part in parts), max(part.last for part in parts)
    return Outline(
        tuple(parts), first, last, scale.x(first) - left, right - scale.x(last), left, right, wide, tuple(rings)
    )


def _widened(parts: list[Part], scale: Scale) -> list[Part]:
    """A band of a few pixels made as wide as the thinnest, its ends moved outwards with it, by pixels, not by days."""
    first, last = min(part.first for part in parts), max(part.last for part in parts)
    more = (THINNEST - scale.x(last) + scale.x(first)) / 2
    if more <= 0 or any(part.fade for part in parts):
        return parts
    found = []
    for part in parts:
        if part.shape is Shape.CAP:
            out = more if part.first == first else -more
            found.append(replace(part, before=out, after=-out))
        else:
            before = more if part.first == first else 0.0
            found.append(replace(part, before=before, after=more if part.last == last else 0.0))
    return found


def _bands(extent: Extent, scale: Scale, half: float, fade: float, line: str) -> list[Part]:
    """Pale where it may be, solid where it certainly is, fading towards an open side, hard ends elsewhere."""
    known = extent.finite
    first, last = known[0], known[-1]
    parts: list[Part] = []
    hard: list[float] = []
    core = extent.core
    if extent.begins[0] is None:
        behind = min((*extent.usual, known[0]))
        long = max(scale.x(behind) - scale.x(first) + fade, _RING_BEYOND)
        solid_end = core[0] if core else first if extent.ends[1] is None or last > first else last
        if extent.usual and behind < solid_end:
            solid_end = behind + (solid_end - behind) * 0.25
        soft = long + scale.x(solid_end) - scale.x(behind)
        parts.append(Part(Shape.PALE, behind, solid_end, 0, half, "left", line, soft, before=long))
        inner = solid_end
    else:
        hard.append(first)
        inner = first
    if extent.ends[1] is None:
        ahead = max((*extent.usual, known[-1]))
        long = max(scale.x(last) - scale.x(ahead) + fade, _RING_BEYOND)
        outer = core[1] if core else last
        if extent.usual and ahead > outer:
            outer = ahead - (ahead - outer) * 0.25
        soft = long + scale.x(ahead) - scale.x(outer)
        parts.append(Part(Shape.PALE, outer, ahead, 0, half, "right", line, soft, after=long))
    else:
        hard.append(last)
        outer = last
    if core:
        core = (max(core[0], first), min(core[1], last))
    for start, end in ((inner, core[0]), (core[1], outer)) if core else ((inner, outer),):
        if end - start > scale.days(0.5) or (end > start and last - first < scale.days(THINNEST)):
            parts.append(Part(Shape.PALE, start, end, 0, half, "", line))
    if core:
        parts.append(Part(Shape.SOLID, core[0], core[1], 0, half, "", line))
    sharp = [end for end in hard if not core or end not in core]
    return _merged(parts) + [Part(Shape.CAP, end, end, 0, half * 1.25, "", "full") for end in sharp]


def _merged(parts: list[Part]) -> list[Part]:
    """A band and the fade beside it as one part: two that touch would show a seam."""
    pale = [part for part in parts if part.shape is Shape.PALE]
    plain = next((part for part in pale if not part.fade), None)
    faded = next((part for part in pale if part.fade), None)
    if plain is None or faded is None or len(pale) != 2 or not (plain.first == faded.last or plain.last == faded.first):
        return parts
    first, last = min(plain.first, faded.first), max(plain.last, faded.last)
    one = replace(faded, first=first, last=last)
    return [one, *(part for part in parts if part not in pale)]
