"""What belongs to the time axis: ticks, publication days, and what lies beyond the edges."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import civil, day_number
from timeline.scene.frame import TICK
from timeline.scene.geometry import Box, Break, Label, Published, Run, Tick
from timeline.scene.labels import Stretch
from timeline.scene.names import ENGLISH, Names
from timeline.scene.text import line_width, width
from timeline.scene.ticks import GAP, Mark, choose, choose_offset, finer, marks, of_year, offset_marks, offset_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.scene.breaks import Breaks
    from timeline.scene.geometry import Line
    from timeline.scene.scale import Scale

_ABOVE = 11.0
"""How far above the lanes the publication day is written."""
_CLEAR = 4.0
"""Free pixels between the text of a tick and the edge of the page: not every machine draws it as wide."""
_NARROW = 130.0
"""Pixels below which a stretch of a broken axis has no room for "September 2025"."""


def ticks_of(
    scale: Scale, page: float, overscan: float, *, offset: bool, names: Names = ENGLISH
) -> tuple[tuple[Tick, ...], str]:
    """
    The ticks of a scale and *overscan* widths beyond it, and what the axis is called, where that needs saying.

    On a page so many pixels wide, no text of a tick in sight is cut by its edge.
    """
    room = scale.right - scale.left
    beyond = overscan * (scale.last - scale.first)
    first, last = scale.first - beyond, scale.last + beyond
    if offset:
        apart = choose_offset(scale.first, scale.last, room)
        return _with_context(_at(offset_marks(first, last, apart), scale), scale, page), offset_title(apart)
    step = choose(scale.first, scale.last, room, TICK, names)
    return _with_context(_at(marks(first, last, step, names), scale), scale, page), ""


def broken_ticks(
    scale: Scale, page: float, breaks: Breaks, cuts: Sequence[Break], names: Names = ENGLISH
) -> tuple[Tick, ...]:
    """The ticks of an axis in units: of every stretch between two *cuts* its own, none where a cut is named."""
    first, last = breaks.day(scale.first), breaks.day(scale.last)
    step = choose(first, last, (scale.right - scale.left) * (last - first) / (scale.last - scale.first), TICK, names)
    era = first < day_number(1) <= last
    placed: list[_Placed] = []
    for start, end in breaks.segments(first, last):
        used, found = next(((one, some) for one in finer(step) if (some := marks(start, end, one, names))), (step, []))
        narrow = scale.x(breaks.unit(end)) - scale.x(breaks.unit(start)) < _NARROW
        if used.unit == "day" and (narrow or used != step):
            found = [of_year(int(mark.day), names) for mark in found]
        elif used.unit == "year":
            found = [mark._replace(text=names.year(civil(int(mark.day)).year, era=era)) for mark in found]
        for number, mark in enumerate(found):
            placed.append(_Placed(mark, breaks.unit(mark.day), scale.x(breaks.unit(mark.day)), first=not number))
    ticks: list[Tick] = []
    taken = [Stretch(cut.label.box.left - GAP / 2, cut.label.box.right + GAP / 2) for cut in cuts if cut.label.upright]
    for tick in _with_context(placed, scale, page):
        half = width(tick.text, TICK) / 2
        clear = all(tick.x + half <= one.left or one.right <= tick.x - half for one in taken)
        ticks.append(tick if clear else replace(tick, text=""))
        if clear and tick.text:
            taken.append(Stretch(tick.x - half - GAP / 2, tick.x + half + GAP / 2))
    return tuple(ticks)


def breaks_shown(scale: Scale, breaks: Breaks, top: float, bottom: float) -> tuple[Break, ...]:
    """
    The cuts of an axis that are in sight, through lanes from *top* to *bottom*, each with the time that it leaves out.

    That is read downwards within the cut, or below it where the lanes are too low.
    """
    found = []
    for cut, (first, last) in zip(breaks.cuts, breaks.marks(), strict=True):
        if not (scale.first < first and last < scale.last):
            continue
        day = (first + last) / 2
        x, half = scale.x(day), width(cut.words, TICK, "usual") / 2
        text = ((Run(cut.words, "usual"),),)
        if bottom - top >= 2 * half + 8:
            y = (top + bottom) / 2
            box = Box(x - 8, y - half, x + 8, y + half)
            label = Label(text, x, y, "middle", TICK, box, day, role="break", upright=False)
        else:
            y = bottom + 15
            label = Label(text, x, y, "middle", TICK, Box(x - half, y - 8, x + half, y + 8), day, role="break")
        found.append(Break(first, last, label))
    return tuple(found)


class _Placed(NamedTuple):
    """A tick with its unit and its place; with the first of a stretch its larger unit is said again."""

    mark: Mark
    unit: float
    x: float
    first: bool


def _at(found: Iterable[Mark], scale: Scale) -> list[_Placed]:
    return [_Placed(mark, mark.day, scale.x(mark.day), first=False) for mark in found]


def _with_context(found: Sequence[_Placed], scale: Scale, page: float) -> tuple[Tick, ...]:
    """The larger unit below the first tick in sight and where it changes; the first gives way where two would touch."""
    ticks: list[Tick] = []
    before: tuple[int, float] | None = None
    last, seen = "", False
    for mark, unit, x, fresh in found:
        half = width(mark.context, TICK) / 2
        cut = scale.left - 0.5 <= x <= scale.right + 0.5 and not half + _CLEAR <= x <= page - half - _CLEAR
        first = fresh or (not seen and x >= scale.left - 0.5 and not cut)
        seen = seen or first
        context = mark.context if (first or mark.context != last) and not cut else ""
        # a day whose month cannot be said would be taken for one of the month before
        unsaid = cut and seen and mark.context != last
        last = last if unsaid else mark.context
        if context:
            if before is not None and before[1] + 10 > x - half:
                ticks[before[0]] = replace(ticks[before[0]], context="")
            before = (len(ticks), x + half)
        half = width(mark.text, TICK) / 2
        beside = not scale.left - 0.5 <= x <= scale.right + 0.5
        clear = not unsaid and (beside or half + _CLEAR <= x <= page - half - _CLEAR)
        ticks.append(Tick(unit, x, mark.text if clear else "", context))
    return tuple(ticks)


def published_of(
    days: Iterable[tuple[float | None, float | None, str]], scale: Scale, top: float
) -> tuple[Published, ...]:
    """Publication days with their words above the lanes; of those whose words would touch, how many they are."""
    shown = list(days)
    found: list[_Told] = []
    for number, (first, last, words) in enumerate(shown):
        seen = Stretch(
            scale.left if first is None else max(scale.x(first), scale.left),
            scale.right if last is None else min(scale.x(last), scale.right),
        )
        if seen.left > seen.right:
            continue
        line = (Run("published "), Run(words, "bold")) if words else (Run("publication", "bold"),)
        told = _Told((number,), seen, _published_label(line, seen, scale, top))
        while near := next((one for one in found if one.touches(told)), None):
            found.remove(near)
            told = near.joined(told, scale, top)
        found.append(told)
    labels = {one.days[0]: one.label for one in found}
    return tuple(Published(first, last, labels.get(number)) for number, (first, last, _) in enumerate(shown))


class _Told(NamedTuple):
    """The numbers of the publication days that a label stands for, and the pixels they take."""

    days: tuple[int, ...]
    seen: Stretch
    label: Label

    def touches(self, other: _Told) -> bool:
        """Their words come too near to each other."""
        one, two = self.label.box, other.label.box
        return one.left - 12 < two.right and two.left < one.right + 12

    def joined(self, other: _Told, scale: Scale, top: float) -> _Told:
        """One for the days of both."""
        numbers = (*self.days, *other.days)
        seen = Stretch(min(self.seen.left, other.seen.left), max(self.seen.right, other.seen.right))
        return _Told(numbers, seen, _published_label((Run(f"{len(numbers)} publication days"),), seen, scale, top))


def _published_label(line: Line, seen: Stretch, scale: Scale, top: float) -> Label:
    wide = line_width(line, TICK)
    middle = min(max((seen.left + seen.right) / 2, scale.left + wide / 2), scale.right - wide / 2)
    y = top - _ABOVE
    box = Box(middle - wide / 2, y - 8, middle + wide / 2, y + 8)
    return Label((line,), middle, y, "middle", TICK, box, scale.day(middle), role="publication")
