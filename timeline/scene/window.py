"""Which days a drawing shows when nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.scene.scale import Scale
from timeline.scene.ticks import choose, floor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.scene.extent import Extent

_LEAST_DAYS, _LEAST_OF_A_DAY = 14.0, 1 / 96
_EDGE = 22.0
"""Pixels between the first event and the edge, at least."""


def reach(extents: Iterable[Extent], published: Iterable[float | None]) -> tuple[float, float] | None:
    """From the first to the last day that is known of anything; None where nothing is."""
    extents = list(extents)
    days = [day for extent in extents for day in (*extent.finite, *extent.usual)]
    days += [day for day in published if day is not None]
    if not days:
        return None
    clock = any(day * 24 % 24 for extent in extents for day in extent.finite)
    return widened(min(days), max(days), clock=clock)


def widened(first: float, last: float, *, clock: bool) -> tuple[float, float]:
    """Two days, apart so far at least that a drawing shows something around them; *clock*: hours are known."""
    least = _LEAST_OF_A_DAY if clock else _LEAST_DAYS
    if last - first < least:
        middle = (first + last) / 2
        first, last = middle - least / 2, middle + least / 2
    return first, last


def padded(known: tuple[float, float], left: float, right: float, before: float, after: float) -> Scale:
    """The known days on the pixels *left* to *right*, with so many pixels left free before and after them."""
    room = max(right - left - before - after, (right - left) * 0.25)
    per_pixel = (known[1] - known[0]) / room
    return Scale(known[0] - before * per_pixel, known[1] + after * per_pixel, left, right)


def snapped(scale: Scale, size: float) -> Scale:
    """The same, begun at a tick where one is near: a drawing that starts with a month reads better."""
    step = choose(scale.first, scale.last, scale.right - scale.left, size)
    start = floor(scale.first, step)
    near = scale.first - start <= step.days and scale.first - start <= scale.days(90.0)
    return scale._replace(first=start) if near else scale


def room_before(extents: Sequence[Extent], known: tuple[float, float], fade: float, pixels: float) -> float:
    """The pixels that open ends near the start need to fade out."""
    need = _EDGE
    per_day = pixels / (known[1] - known[0])
    for extent in extents:
        if extent.begins[0] is None:
            anchor = min((*extent.usual, extent.finite[0]))
            need = max(need, fade + 8 - (anchor - known[0]) * per_day * 0.8)
    return need


def room_after(extents: Sequence[Extent], known: tuple[float, float], fade: float, pixels: float) -> float:
    """The pixels that open ends near the end need to fade out."""
    need = _EDGE
    per_day = pixels / (known[1] - known[0])
    for extent in extents:
        if extent.ends[1] is None:
            anchor = max((*extent.usual, extent.finite[-1]))
            need = max(need, fade + 8 - (known[1] - anchor) * per_day * 0.8)
    return need
