"""
How many events of a lane have no label, told where they lie, and how full a folded lane is.

`assets/evaluate.js` does the same in the page, step by step: a change here is a change there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING

from timeline.scene.arrange import EDGE, TORN
from timeline.scene.density import COUNT
from timeline.scene.geometry import Box
from timeline.scene.labels import Stretch
from timeline.scene.taken import SLACK
from timeline.scene.text import advances_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from timeline.scene.planned import Mark, Plan
    from timeline.scene.scale import Scale
    from timeline.scene.taken import Taken

_AROUND = 4.0
"""Free pixels around a count."""
_NARROWEST, _NARROWEST_BAR = 56.0, 6.0
"""Cells are joined until they are so many pixels wide: in a lane with labels, in a folded one."""
_HIGH = 1.2
"""The height of a count, in sizes."""
_ASIDE = 7.0
"""A count that is not free where its events lie is tried so many pixels beside it, and again."""
_NEAR = 4
"""So many times at its height, before it is tried at others."""
_ADVANCES = advances_of("+,0123456789")


@dataclass(frozen=True, slots=True)
class Counted:
    """So many events of a lane without a label between two days, and the box in which that is told."""

    lane: int
    first: float
    last: float
    count: int
    box: Box


@dataclass(frozen=True, slots=True)
class Full:
    """A bar of a folded lane: its days, its pixels, how many events."""

    lane: int
    first: float
    last: float
    count: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class _Cell:
    """So many events between two days; `x` is the sum of their pixels."""

    first: float
    last: float
    count: int
    x: float

    def room(self, scale: Scale) -> float:
        """Its pixels in sight."""
        return min(scale.x(self.last), scale.right) - max(scale.x(self.first), scale.left)

    def cramped(self, scale: Scale) -> bool:
        """Its number is wider than it."""
        return self.room(scale) < _wide(self.count) + _AROUND

    def joined(self, other: _Cell) -> _Cell:
        """The two as one."""
        return _Cell(self.first, other.last, self.count + other.count, self.x + other.x)


def lies_in(mark: Mark, scale: Scale) -> bool:
    """An event lies in a window, at least in part: the edge of a dot beside it may still be seen."""
    before, after = scale.days(mark.open[0]), scale.days(mark.open[1])
    return mark.first - before <= scale.last and mark.last + after >= scale.first


def counts_of(plan: Plan, lane: int, scale: Scale, told: Collection[int], taken: Taken) -> list[Counted] | None:
    """
    The events of a lane that are not *told*, counted cell by cell, each where its events lie or as near as is free.

    Where not all find a place, all events are one count; None where that finds none either.
    """
    band = plan.bands[lane]
    if band.folded or not band.counts:
        return []
    cells = _gathered(plan, scale, _NARROWEST, _untold(plan, lane, scale, told))
    if len(cells) > 1 and cells[0].last == cells[1].first and cells[0].cramped(scale):
        cells = [cells[0].joined(cells[1]), *cells[2:]]
    if len(cells) > 1 and cells[-1].first == cells[-2].last and cells[-1].cramped(scale):
        cells = [*cells[:-2], cells[-2].joined(cells[-1])]
    found = _placed(plan, lane, scale, cells, taken)
    if found is None and len(cells) > 1:
        found = _placed(plan, lane, scale, [reduce(_Cell.joined, cells)], taken)
    return found


def bars_of(plan: Plan, lane: int, scale: Scale) -> list[Full]:
    """How full a folded lane is, cell by cell."""
    if not plan.bands[lane].folded:
        return []
    cells = ((one.first + plan.cell / 2, one.count) for one in plan.cells if one.lane == lane)
    return [
        Full(
            lane,
            one.first,
            one.last,
            one.count,
            Stretch(max(scale.x(one.first), scale.left), min(scale.x(one.last), scale.right)),
        )
        for one in _gathered(plan, scale, _NARROWEST_BAR, cells)
        if one.first < scale.last and one.last > scale.first
    ]


def _untold(plan: Plan, lane: int, scale: Scale, told: Collection[int]) -> Iterator[tuple[float, int]]:
    """
    Days in the window, and how many events are counted there.

    An event that is not drawn lies somewhere in its cell, one that is where it is known to lie.
    """
    for cell in plan.cells:
        if cell.lane == lane and cell.rest and cell.first < scale.last and cell.first + plan.cell > scale.first:
            yield (max(cell.first, scale.first) + min(cell.first + plan.cell, scale.last)) / 2, cell.rest
    for number, mark in enumerate(plan.marks):
        if mark.lane == lane and number not in told and lies_in(mark, scale):
            yield min(max(mark.at, scale.first), scale.last), 1


def _gathered(plan: Plan, scale: Scale, least: float, days: Iterator[tuple[float, int]]) -> list[_Cell]:
    """The cells of these days, so many joined that each is *least* pixels wide."""
    width = plan.cell
    zoom = (scale.right - scale.left) / (scale.last - scale.first)
    while width * zoom < least:
        width *= 2
    counts: dict[float, int] = {}
    places: dict[float, float] = {}
    for day, count in days:
        first = day // width * width
        counts[first] = counts.get(first, 0) + count
        places[first] = places.get(first, 0.0) + scale.x(day) * count
    return [_Cell(first, first + width, counts[first], places[first]) for first in sorted(counts)]


def _placed(plan: Plan, lane: int, scale: Scale, cells: Sequence[_Cell], taken: Taken) -> list[Counted] | None:
    """All these counts at places that are free; None, and none of them taken, where one finds none."""
    found: list[Counted] = []
    for cell in cells:
        box = next((box for box in _tried(plan, lane, scale, cell) if taken.free(box, -1, _AROUND - SLACK)), None)
        if box is None:
            for one in found:
                taken.remove(one.box, -2)
            return None
        taken.add(box, -2)
        found.append(Counted(lane, cell.first, cell.last, cell.count, box))
    return found


def _tried(plan: Plan, lane: int, scale: Scale, cell: _Cell) -> Iterator[Box]:
    """The places a count is tried at: near its events at each height, then ever farther away."""
    wide = _wide(cell.count)
    left, right = scale.left + EDGE + wide / 2, scale.right - EDGE - wide / 2
    if left > right:
        return
    middle = min(max(cell.x / cell.count, left), right)
    cuts = [
        Stretch(scale.x(one) - TORN - wide / 2, scale.x(other) + TORN + wide / 2) for one, other in plan.breaks.marks()
    ]
    steps = int((right - left) / _ASIDE) + 1
    near, far = range(_NEAR + 1), range(_NEAR + 1, steps + 1)
    heights = plan.bands[lane].counts
    for y, step in chain(((y, step) for y in heights for step in near), ((y, step) for step in far for y in heights)):
        for x in (middle + step * _ASIDE, middle - step * _ASIDE) if step else (middle,):
            # the page, whose axis is never broken, knows nothing of cuts
            if left <= x <= right and not any(cut.left < x < cut.right for cut in cuts):
                yield Box(x - wide / 2, y - COUNT * _HIGH / 2, x + wide / 2, y + COUNT * _HIGH / 2)


def words_of(count: int) -> str:
    """How a count is written."""
    return f"+{count:,}"


def _wide(count: int) -> float:
    total = 0.0
    for sign in words_of(count):
        total += _ADVANCES[sign]
    return total * COUNT
