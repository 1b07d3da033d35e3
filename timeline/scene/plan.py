"""One layout for many windows: what the page draws without asking again."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from timeline.model.timeline import Timeline
from timeline.scene import frame
from timeline.scene.around import LEAST, Around, around
from timeline.scene.arrange import Arrangement, arrange, head_of, settle
from timeline.scene.counting import cell_for
from timeline.scene.density import DENSITIES, Density
from timeline.scene.draft import drafted
from timeline.scene.material import MOST_GLYPHS, Material, gather, recounted
from timeline.scene.opening import broken, opening
from timeline.scene.same import Same
from timeline.scene.scale import Scale
from timeline.scene.source import Held
from timeline.scene.stack import Lane, most_lanes, placed_rows, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.scene.lanes import Group
    from timeline.scene.planned import Plan
    from timeline.scene.source import Source
    from timeline.scene.view import View

_STEP = 4.0
"""How much nearer the next level is."""
_CELL, _FINE = 56.0, 7.0
"""Pixels of a cell at the lowest zoom of a level; of one of a folded lane."""
_WIDENED = 0.2
"""Beside a window asked for by itself, so much of its width is looked at for what fades out into it."""
_DEEPEST = 40
_SLACK = 0.9
"""What is seen first stays within its level when it is seen from a little farther."""
_TOGETHER = 330.0
"""Pixels that an event and its label take, usually."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all levels share: the whole at its own zoom, its surroundings and the edges of its lanes."""

    material: Material
    arrangement: Arrangement
    surroundings: Around
    lanes: tuple[Lane, ...]

    @property
    def fit(self) -> tuple[float, float]:
        """The days that show everything."""
        return self.arrangement.scale.first, self.arrangement.scale.last

    @property
    def zoom(self) -> float:
        """Pixels a day."""
        scale = self.arrangement.scale
        return (scale.right - scale.left) / (scale.last - scale.first)


def plan(
    source: Source | Timeline,
    view: View,
    window: tuple[float, float] | None = None,
    keep: Mapping[str, float] | None = None,
) -> Plan:
    """
    The layout for a window and those around it: as near up to four times, as far along as `Plan.region` says.

    *window* is what a drawing opens with where it is None; `View.window` is not read, nor `View.broken`. Events of
    *keep*, which are shown already, stay in the row they have there, where they can.
    """
    source = held(source)
    view = replace(view, broken=False)
    base = base_of(source, view)
    first = _first(source, view) or base
    shown = window or (base if view.whole else first).fit
    lowest, highest = _zooms(base, base.zoom if first is base else first.zoom * _SLACK, shown)
    if not lowest:
        return drafted(
            base.material,
            base.arrangement,
            base.lanes,
            base.surroundings,
            fit=base.fit,
            window=shown,
            zooms=(lowest, highest),
            region=None,
        )
    return _nearer(source, base, shown, lowest, keep or {}, first.arrangement.scale)


def base_of(source: Source, view: View) -> Ground:
    """What all levels of a plan share; the same for all windows."""
    return _ground(Same(source), replace(view, window=None, whole=True, broken=False))


def _first(source: Source, view: View) -> Ground | None:
    """What a drawing opens with; None where that is everything."""
    if not _cut(Same(source)):
        return None
    return _ground(Same(source), replace(view, window=None, whole=False))


def _zooms(base: Ground, anchor: float, window: tuple[float, float]) -> tuple[float, float]:
    """
    From which zoom to which one layout serves a window, in fourfold steps from *anchor*; 0 is that of the whole.

    So what is seen first is laid out for its own zoom.
    """
    scale = base.arrangement.scale
    near = (scale.right - scale.left) / (window[1] - window[0])
    level = math.floor(math.log(max(near, base.zoom) / anchor, _STEP) + 1e-9)
    lowest = anchor * _STEP ** min(level, _DEEPEST)
    return (0.0 if lowest <= base.zoom * (1 + 1e-9) else lowest), lowest * _STEP


def _nearer(
    source: Source, base: Ground, window: tuple[float, float], zoom: float, keep: Mapping[str, float], opened: Scale
) -> Plan:
    """The layout of a level, of everything or around the window; *opened* is what the drawing opens with."""
    scale = base.arrangement.scale
    span = (scale.right - scale.left) / zoom
    region = None if source.total <= MOST_GLYPHS else _around(base, window, span)
    first, last = region or source.reach() or base.fit
    view = base.material.view
    material = gather(source, view, first, last, _cell(view) / zoom, window if region else None)
    middle = (window[0] + window[1]) / 2
    here = Scale(middle - span / 2, middle + span / 2, scale.left, scale.right)
    density = _density(base, material, zoom)
    counted = base.arrangement.counted
    rows = (
        base.arrangement.rows
        if density == base.arrangement.density
        else tuple(_rows(lane, density) for lane in base.lanes)
    )
    arrangement = settle(
        material,
        here,
        rows,
        density,
        keep,
        counted=counted,
        seen=opened if max(abs(opened.first - window[0]), abs(opened.last - window[1])) * zoom < 1 else None,
    )
    lanes = [
        lane
        if group.key in view.folded
        else placed_rows(lane.top, lane.bottom, count, density, (lane.ceiling - lane.top, lane.bottom - lane.floor))
        for group, lane, count in zip(material.groups, base.lanes, rows, strict=True)
    ]
    return drafted(
        material,
        arrangement,
        lanes,
        base.surroundings,
        fit=base.fit,
        window=window,
        zooms=(zoom, _STEP * zoom),
        region=region,
    )


def _around(base: Ground, window: tuple[float, float], span: float) -> tuple[float, float]:
    """The window and as much on either side, to the edges of a grid of eighths of the widest window of the level."""
    step, start, wide = span / 8, base.fit[0], window[1] - window[0]
    first = start + math.floor((window[0] - wide - start) / step) * step
    return first, start + math.ceil((window[1] + wide - start) / step) * step


def _density(base: Ground, material: Material, zoom: float) -> Density:
    """How close rows stand: as in the whole where that has all labels, else as airy as the fullest stretch allows."""
    if not any(base.arrangement.counted):
        return base.arrangement.density
    if not material.complete:
        return DENSITIES[-1]
    needed = [_fullest(material, group, _TOGETHER / zoom) for group in material.groups]
    for density in DENSITIES:
        if all(_rows(lane, density) >= rows for lane, rows in zip(base.lanes, needed, strict=True)):
            return density
    return DENSITIES[-1]


def _fullest(material: Material, group: Group, length: float) -> int:
    """The most events of a lane that lie within so many days of one another."""
    if group.key in material.view.folded:
        return 0
    ends = sorted(
        (extent.finite[0], extent.finite[-1]) for event in group.events for extent in (material.extents[event.id],)
    )
    most = 0
    going: list[float] = []
    for first, last in ends:
        going = [end for end in going if end > first]
        going.append(last + length)
        most = max(most, len(going))
    return most


def _rows(lane: Lane, density: Density) -> int:
    """How many rows a lane has at a density."""
    return max(int((lane.floor - lane.ceiling - 2 * density.pad) / density.pitch), 1)


def ground(source: Source, view: View, *, moved: bool = False) -> Ground:
    """The whole, or `View.window` of it, laid out for itself; *moved*: for other windows, too."""
    if view.broken:
        source = broken(source, view.width - 2 * frame.MARGIN)
        view = replace(view, whole=True, window=view.window and source.breaks.window(view.window))
    window = view.window
    opened = opening(source, whole=view.whole) if window is None else None
    known = window or opened or (0.0, 1.0)
    widened = _WIDENED * (known[1] - known[0]) if known != source.reach() else 0.0
    first, last = known[0] - widened, known[1] + widened
    cell = (known[1] - known[0]) * _cell(view) / max(view.width - 2 * frame.MARGIN, 1)
    material = gather(source, view, first, last, cell)
    surroundings = around(material, moved=moved)
    scarce = LEAST if material.groups else 0.0
    while surroundings.room is not None and surroundings.room < scarce and (view.legend or view.subtitle or view.title):
        # where height is scarce the events come first
        view = replace(view, legend=False, subtitle=view.legend and view.subtitle, title=view.subtitle and view.title)
        material = replace(material, view=view)
        surroundings = around(material, moved=moved)
    if surroundings.room is not None and len(material.groups) > (
        most := most_lanes(surroundings.room, len(view.folded), head_of(material))
    ):
        material = gather(source, replace(view, lanes=most), first, last, cell)
        surroundings = around(material, moved=moved)
    room = None if surroundings.room is None else max(surroundings.room, 0.0)
    arrangement = arrange(material, opened, surroundings.left, view.width - frame.MARGIN, room)
    folded = [group.key in view.folded for group in material.groups]
    lanes = stacked(arrangement, folded, surroundings.top, room, head_of(material))
    if cell_for(cell := arrangement.scale.days(_cell(view))) != material.asked.cell:
        material = recounted(material, cell)
    return Ground(material, arrangement, surroundings, tuple(lanes))


def _cell(view: View) -> float:
    """Pixels of a cell at the zoom that a plan is laid out for."""
    return _FINE if view.folded else _CELL


@overload
def held(source: Timeline) -> Held: ...
@overload
def held(source: Source | Timeline) -> Source: ...
def held(source: Source | Timeline) -> Source:
    """A timeline as a source; the same timeline is looked through once."""
    return _held(Same(source)) if isinstance(source, Timeline) else source


@lru_cache(maxsize=4)
def _held(timeline: Same[Source | Timeline]) -> Source:
    return timeline.thing if not isinstance(timeline.thing, Timeline) else Held(timeline.thing)


@lru_cache(maxsize=8)
def _cut(source: Same[Source | Timeline]) -> bool:
    """A drawing of the source opens with less than everything."""
    thing = _held(source)
    return opening(thing) != thing.reach()


@lru_cache(maxsize=8)
def _ground(source: Same[Source | Timeline], view: View) -> Ground:
    return ground(_held(source), view, moved=True)
