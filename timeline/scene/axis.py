"""What belongs to the time axis: ticks, publication days, and what lies beyond the edges."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.scene.frame import TICK
from timeline.scene.geometry import Box, Label, Published, Run, Tick
from timeline.scene.labels import Stretch
from timeline.scene.text import line_width, width
from timeline.scene.ticks import Mark, choose, choose_offset, marks, offset_marks, offset_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.scene.glyphs import Outline
    from timeline.scene.scale import Scale

_ABOVE = 11.0
"""How far above the lanes the publication day is written."""


def ticks_of(scale: Scale, page: float, overscan: float, *, offset: bool) -> tuple[tuple[Tick, ...], str]:
    """
    The ticks of a scale and *overscan* widths beyond it, and what the axis is called, where that needs saying.

    On a page so many pixels wide, no text of a tick in sight is cut by its edge.
    """
    room = scale.right - scale.left
    beyond = overscan * (scale.last - scale.first)
    first, last = scale.first - beyond, scale.last + beyond
    if offset:
        apart = choose_offset(scale.first, scale.last, room)
        return _with_context(offset_marks(first, last, apart), scale, page), offset_title(apart)
    step = choose(scale.first, scale.last, room, TICK)
    return _with_context(marks(first, last, step), scale, page), ""


def _with_context(found: Sequence[Mark], scale: Scale, page: float) -> tuple[Tick, ...]:
    """The larger unit below the first tick in sight and where it changes; the first gives way where two would touch."""
    ticks: list[Tick] = []
    before: tuple[int, float] | None = None
    last, seen = "", False
    for mark in found:
        x = scale.x(mark.day)
        half = width(mark.context, TICK) / 2
        cut = scale.left - 0.5 <= x <= scale.right + 0.5 and not half <= x <= page - half
        first = not seen and x >= scale.left - 0.5 and not cut
        seen = seen or first
        context = mark.context if (first or mark.context != last) and not cut else ""
        last = mark.context
        if context:
            if before is not None and before[1] + 10 > x - half:
                ticks[before[0]] = replace(ticks[before[0]], context="")
            before = (len(ticks), x + half)
        half = width(mark.text, TICK) / 2
        beside = not scale.left - 0.5 <= x <= scale.right + 0.5
        ticks.append(Tick(mark.day, x, mark.text if beside or half <= x <= page - half else "", context))
    return tuple(ticks)


def published_of(
    days: Iterable[tuple[float | None, float | None, str]], scale: Scale, top: float
) -> tuple[Published, ...]:
    """Publication days with their words above the lanes, each where it touches no other."""
    found: list[Published] = []
    taken: list[Stretch] = []
    for first, last, words in days:
        seen = Stretch(
            scale.left if first is None else max(scale.x(first), scale.left),
            scale.right if last is None else min(scale.x(last), scale.right),
        )
        label = None
        if seen.left <= seen.right:
            label = _published_label(words, seen, scale, top)
            stretch = Stretch(label.box.left, label.box.right)
            if any(one.left - 12 < stretch.right and stretch.left < one.right + 12 for one in taken):
                label = None
            else:
                taken.append(stretch)
        found.append(Published(first, last, label))
    return tuple(found)


def _published_label(words: str, seen: Stretch, scale: Scale, top: float) -> Label:
    line = (Run("published "), Run(words, "bold")) if words else (Run("publication", "bold"),)
    wide = line_width(line, TICK)
    middle = min(max((seen.left + seen.right) / 2, scale.left + wide / 2), scale.right - wide / 2)
    y = top - _ABOVE
    box = Box(middle - wide / 2, y - 8, middle + wide / 2, y + 8)
    return Label((line,), middle, y, "middle", TICK, box, scale.day(middle), role="publication")


def pointers_of(
    shapes: Iterable[Outline], published: Sequence[Published], scale: Scale, top: float
) -> tuple[Label, ...]:
    """How many events lie before and after the window, in the corners above the lanes where nothing else is written."""
    shapes = list(shapes)
    before = sum(shape.right < scale.left for shape in shapes)
    after = sum(shape.left > scale.right for shape in shapes)
    taken = [one.label.box for one in published if one.label]
    found = []
    for count, anchor, x, text in (
        (before, "start", scale.left, f"\u2039 {before:,} earlier"),
        (after, "end", scale.right, f"{after:,} later \u203a"),
    ):
        wide = width(text, TICK)
        left = x if anchor == "start" else x - wide
        box = Box(left, top - _ABOVE - 8, left + wide, top - _ABOVE + 8)
        if count and not any(box.meets(other) for other in taken):
            found.append(Label(((Run(text),),), x, top - _ABOVE, anchor, TICK, box, role="pointer"))
    return tuple(found)
