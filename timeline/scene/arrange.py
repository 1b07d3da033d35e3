"""How close the rows stand, which days are shown, and where in its lane each event lies."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.scene import frame
from timeline.scene.brackets import joined, wall_of
from timeline.scene.density import BETWEEN_LANES, DENSITIES, Density, beneath, folded
from timeline.scene.glyphs import Outline, outline
from timeline.scene.labels import BETWEEN, GAP, Stretch, forms_of, places
from timeline.scene.rows import Seat, Wish, seat_all, seat_within
from timeline.scene.scale import Scale
from timeline.scene.window import padded, room_after, room_before, snapped

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from timeline.scene.lanes import Group
    from timeline.scene.material import Material

COMFORTABLE, HIGHEST = 900.0, 1800.0
"""Heights that are not exceeded without need, where no height is asked for."""
_SHARES = (0.0, 0.05, 0.12)
"""How much of the width may stay free behind the last event so that labels fit beside their glyphs."""
_DEAR = 40.0
"""What all of the width would cost if it stayed free, in rows."""
_WORTH_TRYING = 150
"""With more events than this every width is full, and trying several costs more than it gives."""
_CUT = 20.0
"""What a place costs that is beyond the edge of what is seen mostly, in rows."""
HALO = 4.0
"""How much wider than its glyph the event is drawn that is selected."""
TORN = 7.0
"""Free pixels between a label and where the axis is broken."""
EDGE = 4.0
"""Free pixels between a label and the edge of the plot."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """
    Every lane's rows at one density on one scale.

    `counted`: under the rows of this lane is room to tell how many events have no label. `bounded`: labels stand
    within the edges of the scale.
    """

    density: Density
    scale: Scale
    outlines: Mapping[str, Outline]
    seats: tuple[Mapping[str, Seat], ...]
    rows: tuple[int, ...]
    counted: tuple[bool, ...]
    bounded: bool = True


def arrange(
    material: Material, known: tuple[float, float] | None, left: float, right: float, room: float | None
) -> Arrangement:
    """
    The rows of every lane between the pixels *left* and *right*.

    The airiest density that has room for every label in *room* pixels of height is taken; where there is none, the
    densest with as many labels as fit. Where *room* is None, as much height is taken as is needed, within reason.
    """
    scale = fitting(material, known, left, right)
    limit = room if room is not None else COMFORTABLE
    if material.complete:
        for density in DENSITIES:
            found = _complete(material, scale, density, limit)
            if found:
                return found
        if room is None:
            found = _complete(material, scale, DENSITIES[-1], HIGHEST)
            if found:
                return found
    return _crowded(material, scale, DENSITIES[-1], room if room is not None else HIGHEST)


def settle(
    material: Material,
    scale: Scale,
    rows: Sequence[int],
    density: Density,
    keep: Mapping[str, float],
    *,
    counted: tuple[bool, ...],
    seen: Scale | None = None,
) -> Arrangement:
    """
    As many labels as fit in so many rows of each lane, each event of *keep* in the row it has there.

    With *seen*, what is looked at mostly, labels stand where they are not cut by its edges if they can.
    """
    outlines = _outlines(material, scale, density)
    wishes = _wishes(material, scale, density, outlines, edges_of(scale, bounded=False))
    if seen is not None:
        wishes = [[_within(wish, outlines[wish.event], seen) for wish in lane] for lane in wishes]
    seats = tuple(
        {} if fold else seat_within(lane, most, keep)[0]
        for lane, most, (_, fold) in zip(wishes, rows, _folds(material), strict=True)
    )
    return Arrangement(density, scale, outlines, seats, tuple(rows), counted=counted, bounded=False)


def _within(wish: Wish, shape: Outline, seen: Scale) -> Wish:
    """The same wish, places beyond the edges of *seen* dearer than any others; *shape* is that of the event."""
    edges = edges_of(seen, bounded=True)
    left, right = seen.x(shape.first) - shape.before, seen.x(shape.last) + shape.after
    if right < edges.left or left > edges.right:
        return wish
    moved = [
        replace(place, cost=place.cost + _CUT)
        if right + place.stretch.right - wish.glyph.right > edges.right
        or left + place.stretch.left - wish.glyph.left < edges.left
        else place
        for place in wish.places
    ]
    return replace(wish, places=tuple(sorted(moved, key=lambda place: place.cost)))


def fitting(material: Material, known: tuple[float, float] | None, left: float, right: float) -> Scale:
    """The window asked for, or the one around the days *known* in which all labels need the fewest rows."""
    if material.view.window is not None:
        return Scale(*material.view.window, left, right)
    if known is None:
        return Scale(0.0, 1.0, left, right)
    extents = [one for one in material.extents.values() if known[0] <= one.finite[-1] and one.finite[0] <= known[1]]
    density, pixels = DENSITIES[0], right - left
    before = room_before(extents, known, density.fade(pixels), pixels)
    after = room_after(extents, known, density.fade(pixels), pixels)
    if joined(material.groups, material.extents):
        after = max(after, 40.0)
    best, least = padded(known, left, right, before, after), math.inf
    for share in _SHARES if material.complete and len(extents) <= _WORTH_TRYING else ():
        scale = padded(known, left, right, before, max(after, share * pixels))
        cost = _cost(material, scale, density, least - share * _DEAR) + share * _DEAR
        if cost < least:
            best, least = scale, cost
    return best if material.offset else snapped(best, frame.TICK)


def _cost(material: Material, scale: Scale, density: Density, least: float) -> float:
    """
    How good a scale is, in rows: few rows, every label in place, and dots before their words.

    Infinite where that is surely more than *least*.
    """
    outlines = _outlines(material, scale, density)
    cost = 0.0
    for lane in _wishes(material, scale, density, outlines, edges_of(scale, bounded=True)):
        seated = seat_all(lane, 10**6 if least == math.inf else max(int(least - cost) + 1, 0))
        if seated is None:
            return math.inf
        cost += seated[1]
        for event, seat in seated[0].items():
            if seat.place is None:
                cost += 2
            elif seat.place.side == "left" and material.extents[event].point is not None:
                cost += 0.1
    return cost


def _complete(material: Material, scale: Scale, density: Density, room: float) -> Arrangement | None:
    """Everything with its label in so many pixels of height; None where that is impossible."""
    beside = not head_of(material)
    least = [density.rows_of_title(group.key) if beside and not fold else 1 for group, fold in _folds(material)]
    budget = int((room - _fixed(material, density)) / density.pitch)
    open_lanes = [number for number, (_, fold) in enumerate(_folds(material)) if not fold]
    if budget < sum(least[number] for number in open_lanes):
        return None
    if _area(material, scale, density) > budget * (scale.right - scale.left + BETWEEN):
        return None
    outlines = _outlines(material, scale, density)
    lanes = _wishes(material, scale, density, outlines, edges_of(scale, bounded=True))
    found: list[tuple[dict[str, Seat], int]] = [({}, 1)] * len(lanes)
    for number in open_lanes:
        rest = sum(least[other] for other in open_lanes if other > number)
        seated = seat_all(lanes[number], budget - rest)
        if seated is None or any(seat.place is None for seat in seated[0].values()):
            return None
        found[number] = (seated[0], max(seated[1], least[number]))
        budget -= found[number][1]
    return _arrangement(found, density, scale, outlines, set())


def _area(material: Material, scale: Scale, density: Density) -> float:
    """Pixels along the rows that all labels take at least, those apart that may stand inside their bands."""
    edges = edges_of(scale, bounded=True)
    room = edges.right - edges.left
    return sum(
        min(
            (form.wide + GAP + BETWEEN) * form.rows
            for form in forms_of(material.lines[event.id], density.size, density.pitch, room)
        )
        for group, fold in _folds(material)
        for event in group.events
        if not fold and (point := material.extents[event.id].point) is not None and scale.first < point < scale.last
    )


def _crowded(material: Material, scale: Scale, density: Density, room: float) -> Arrangement:
    """As many labels as fit, the weightiest first."""
    outlines = _outlines(material, scale, density)
    lanes = _wishes(material, scale, density, outlines, edges_of(scale, bounded=True))
    open_lanes = [number for number, (_, fold) in enumerate(_folds(material)) if not fold]
    left = room - _fixed(material, density)
    most = max(int(left / density.pitch), len(open_lanes))
    free = {number: seat_all(lanes[number], most) for number in open_lanes}
    needed = [most if done is None else max(done[1], 1) for done in free.values()]
    shares = _shares(needed, most)
    counted = {  # where one row more is enough, that is better than one for counts
        number
        for number, need, share in zip(open_lanes, needed, shares, strict=True)
        if need > share + 1 or material.found.lanes[material.order[number]].count > len(lanes[number])
    }
    below = beneath(head_of(material))
    if left < below * len(counted) + density.pitch * len(open_lanes):
        counted = set()
    budget = max(int((left - below * len(counted)) / density.pitch), len(open_lanes))
    found: list[tuple[dict[str, Seat], int]] = [({}, 1)] * len(lanes)
    for number, most in zip(open_lanes, _shares(needed, budget), strict=True):
        done = free[number]
        seats, used = done if done is not None and done[1] <= most else seat_within(lanes[number], most)
        found[number] = seats, max(used, 1)
    return _arrangement(found, density, scale, outlines, counted)


def _arrangement(
    found: Sequence[tuple[dict[str, Seat], int]],
    density: Density,
    scale: Scale,
    outlines: Mapping[str, Outline],
    counted: Collection[int],
) -> Arrangement:
    return Arrangement(
        density,
        scale,
        outlines,
        tuple(seats for seats, _ in found),
        tuple(rows for _, rows in found),
        tuple(number in counted for number in range(len(found))),
    )


def head_of(material: Material) -> float:
    """The pixels above the rows of each lane for its title."""
    return frame.head([group.key for group in material.groups], material.view.width)


def _folds(material: Material) -> list[tuple[Group, bool]]:
    return [(group, group.key in material.view.folded) for group in material.groups]


def _fixed(material: Material, density: Density) -> float:
    """The pixels that lanes take beside their rows."""
    head = head_of(material)
    pads = sum(folded(head) if fold else head + 2 * density.pad for _, fold in _folds(material))
    return pads + max(len(material.groups) - 1, 0) * BETWEEN_LANES


def _shares(needed: Sequence[int], total: int) -> list[int]:
    """How many rows each lane gets when there are not enough for all: in proportion, at least one each."""
    if not needed:
        return []
    shares = [min(need, max(1, int(total * need / sum(needed)))) for need in needed]
    while sum(shares) > max(total, len(needed)):
        largest = max(range(len(needed)), key=lambda at: (shares[at], -at))
        shares[largest] -= 1
    while sum(shares) < min(total, sum(needed)):
        lacking = max(range(len(needed)), key=lambda at: (needed[at] - shares[at], -at))
        shares[lacking] += 1
    return shares


def _outlines(material: Material, scale: Scale, density: Density) -> Mapping[str, Outline]:
    """Every glyph at one density; at two heights of a drawing they are the same."""
    made = material.made.get((scale, density))
    if made is None:
        made = material.made[scale, density] = _new_outlines(material, scale, density)
    outlines: Mapping[str, Outline] = made
    return outlines


def _new_outlines(material: Material, scale: Scale, density: Density) -> dict[str, Outline]:
    fade = density.fade(scale.right - scale.left)
    return {
        event.id: outline(event, material.extents[event.id], scale, density.half, fade)
        for group in material.groups
        for event in group.events
    }


def edges_of(scale: Scale, *, bounded: bool) -> Stretch:
    """Between which pixels labels stand: beside the edges of the drawing, or anywhere."""
    return Stretch(scale.left + EDGE, scale.right - EDGE) if bounded else Stretch(-math.inf, math.inf)


def _wishes(
    material: Material, scale: Scale, density: Density, outlines: Mapping[str, Outline], edges: Stretch
) -> Sequence[Sequence[Wish]]:
    """Every lane's events that meet the edges, with the places their labels may take; the same at two heights."""
    made = material.made.get((scale, density, edges))
    if made is None:
        made = material.made[scale, density, edges] = _new_wishes(material, scale, density, outlines, edges)
    wishes: Sequence[Sequence[Wish]] = made
    return wishes


def _new_wishes(
    material: Material, scale: Scale, density: Density, outlines: Mapping[str, Outline], edges: Stretch
) -> list[list[Wish]]:
    lines = [scale.x(day) for day in material.days]
    together = joined(material.groups, material.extents)
    room = scale.right - scale.left - 2 * EDGE
    lanes = []
    for number, group in enumerate(material.groups):
        walls = [wall_of(one, outlines, edges) for one in together if one.lanes[0] <= number <= one.lanes[1]]
        walls += [Stretch(scale.x(start) - TORN, scale.x(end) + TORN) for start, end in material.breaks.marks()]
        lane = []
        for event in group.events:
            shape = outlines[event.id]
            if shape.right < edges.left - EDGE or shape.left > edges.right + EDGE:
                continue
            selected = event.id == material.view.selected
            halo = HALO if selected else 0.0
            forms = forms_of(material.lines[event.id], density.size, density.pitch, room)
            rings = [scale.x(ring) for ring in shape.rings]
            options = places(forms, shape, edges, walls, lines, rings, halo=halo)
            weight = math.inf if selected else event.weight
            lane.append(Wish(event.id, Stretch(shape.left - halo, shape.right + halo), options, weight))
        lanes.append(lane)
    return lanes
