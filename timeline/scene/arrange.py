"""How close the rows stand, which days are shown, and where in its lane each event lies."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.scene import frame
from timeline.scene.brackets import joined, wall_of
from timeline.scene.glyphs import Outline, outline
from timeline.scene.labels import Stretch, places
from timeline.scene.rows import Seat, Wish, seat_all, seat_outside, seat_within
from timeline.scene.scale import Scale
from timeline.scene.window import padded, reach, room_after, room_before, snapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model.event import Event
    from timeline.scene.material import Material


class Density(NamedTuple):
    """How close the rows stand, in pixels, and the size of the labels."""

    pitch: float
    size: float

    @property
    def half(self) -> float:
        """Half the height of a dot."""
        return min(6.0, self.pitch * 0.3)

    @property
    def pad(self) -> float:
        """Free pixels above and below the rows of a lane."""
        return 6.0 if self.pitch > 20 else 2.0

    @property
    def longest_fade(self) -> float:
        """How long an open end takes to fade out, where the drawing is wide enough."""
        return 150.0 if self.pitch > 20 else 90.0

    def fade(self, width: float) -> float:
        """How long an open end takes to fade out on so many pixels."""
        return min(self.longest_fade, _FADE_SHARE * width)

    def rows_of_title(self, title: str) -> int:
        """How many rows a lane has at least so that its title is not cut; only where there is room to be airy."""
        if self.pitch <= 20:
            return 1
        return max(math.ceil((frame.title_height(title) - 2 * self.pad) / self.pitch), 1)


DENSITIES = (Density(28, 13), Density(25, 13), Density(22, 12.5), Density(19, 12), Density(16.5, 11.5), Density(15, 11))
"""From airy to dense: the first in which everything has its label is taken."""
BETWEEN_LANES = 4.0
COMFORTABLE, HIGHEST = 900.0, 1800.0
"""Heights that are not exceeded without need, where no height is asked for."""
MOST_GLYPHS = 250
_SHARES = (0.03, 0.1, 0.17, 0.24)
"""How much of the width may stay free behind the last event so that labels fit beside their glyphs."""
_WORTH_TRYING = 150
"""With more events than this every width is full, and trying several costs more than it gives."""
_HALO = 4.0
_FADE_SHARE = 0.14


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Every lane's rows at one density on one scale; `within` are the events in the window, seated or not."""

    density: Density
    scale: Scale
    outlines: Mapping[str, Outline]
    seats: tuple[Mapping[str, Seat], ...]
    rows: tuple[int, ...]
    within: frozenset[str]

    @property
    def height(self) -> float:
        """The height of all lanes."""
        return _fixed(len(self.rows), self.density) + sum(max(rows, 1) for rows in self.rows) * self.density.pitch


def arrange(material: Material, left: float, right: float, room: float | None) -> Arrangement:
    """
    The rows of every lane between the pixels *left* and *right*.

    The airiest density that has room for every label in *room* pixels of height is taken; where there is none, the
    densest with as many labels as fit. Where *room* is None, as much height is taken as is needed, within reason.
    """
    scale = _scale(material, left, right)
    limit = room if room is not None else COMFORTABLE
    shown = _in_sight(material, scale)
    if len(shown) <= MOST_GLYPHS:
        for density in DENSITIES:
            found = _complete(material, scale, density, limit)
            if found:
                return found
        if room is None:
            found = _complete(material, scale, DENSITIES[-1], HIGHEST)
            if found:
                return found
    return _crowded(material, scale, DENSITIES[-1], room if room is not None else HIGHEST, shown)


def _in_sight(material: Material, scale: Scale) -> list[Event]:
    """The events in the window: a few of every lane, then the others, the weightiest first."""
    outlines = _outlines(material, scale, DENSITIES[-1])
    fair = MOST_GLYPHS // (2 * max(len(material.groups), 1))
    found = []
    for group in material.groups:
        within = [
            event
            for event in group.events
            if outlines[event.id].right >= scale.left and outlines[event.id].left <= scale.right
        ]
        within.sort(key=lambda event: (-event.weight, event.id))
        found += [(rank >= fair, event) for rank, event in enumerate(within)]
    found.sort(key=lambda one: (one[1].id != material.view.selected, one[0], -one[1].weight, one[1].id))
    return [event for _, event in found]


def _scale(material: Material, left: float, right: float) -> Scale:
    """The window asked for, or the one in which the events with their labels need the fewest rows."""
    if material.view.window is not None:
        return Scale(*material.view.window, left, right)
    extents = list(material.extents.values())
    known = reach(extents, [day for one in material.published for day in one[:2]])
    if known is None:
        return Scale(0.0, 1.0, left, right)
    density, pixels = DENSITIES[0], right - left
    before = room_before(extents, known, density.fade(pixels), pixels)
    after = room_after(extents, known, density.fade(pixels), pixels)
    if joined(material.groups, material.extents):
        after = max(after, 40.0)
    best, least = padded(known, left, right, before, max(after, 0.1 * pixels)), float("inf")
    for share in _SHARES if len(extents) <= _WORTH_TRYING else ():
        scale = padded(known, left, right, before, max(after, share * pixels))
        cost = _cost(material, scale, density) + share * 12
        if cost < least:
            best, least = scale, cost
    return best if material.offset else snapped(best, frame.TICK)


def _cost(material: Material, scale: Scale, density: Density) -> float:
    """How good a scale is, in rows: few rows, every label in place, and dots before their words."""
    outlines = _outlines(material, scale, density)
    seats = [seat_all(lane.within, 10**6) or ({}, 0) for lane in _wishes(material, scale, density, outlines)]
    taken = [(event, seat) for lane, _ in seats for event, seat in lane.items()]
    bare = sum(seat.place is None for _, seat in taken)
    turned = sum(
        seat.place is not None and seat.place.side == "left" and material.extents[event].point is not None
        for event, seat in taken
    )
    return sum(rows for _, rows in seats) + 2 * bare + 0.25 * turned


class _Lane(NamedTuple):
    """The wishes of one lane: of the events in the window, and of those beside it."""

    within: list[Wish]
    beside: list[Wish]


def _complete(material: Material, scale: Scale, density: Density, room: float) -> Arrangement | None:
    """Everything with its label in so many pixels of height; None where that is impossible."""
    least = [density.rows_of_title(group.key) for group in material.groups]
    budget = int((room - _fixed(len(least), density)) / density.pitch)
    if budget < sum(least):
        return None
    outlines = _outlines(material, scale, density)
    lanes = _wishes(material, scale, density, outlines)
    found = []
    for number, lane in enumerate(lanes):
        seated = seat_all(lane.within, budget - sum(least[number + 1 :]))
        if seated is None or any(seat.place is None for seat in seated[0].values()):
            return None
        found.append((seated[0], max(seated[1], least[number])))
        budget -= found[-1][1]
    return _arrangement(lanes, found, density, scale, outlines)


def _crowded(material: Material, scale: Scale, density: Density, room: float, shown: Sequence[Event]) -> Arrangement:
    """As many labels as fit, the weightiest first; of very many events only the weightiest are drawn."""
    outlines = _outlines(material, scale, density)
    kept = frozenset(event.id for event in shown[:MOST_GLYPHS])
    lanes = _wishes(material, scale, density, outlines, kept)
    budget = _budget(len(lanes), room, density)
    free = [seat_all(lane.within, budget) for lane in lanes]
    needed = [budget if done is None else max(done[1], 1) for done in free]
    found = [
        done if done is not None and done[1] <= most else seat_within(lane.within, most)
        for lane, done, most in zip(lanes, free, _shares(needed, budget), strict=True)
    ]
    made = _arrangement(lanes, found, density, scale, outlines)
    return replace(made, within=frozenset(event.id for event in shown))


def _arrangement(
    lanes: Sequence[_Lane],
    found: Sequence[tuple[dict[str, Seat], int]],
    density: Density,
    scale: Scale,
    outlines: Mapping[str, Outline],
) -> Arrangement:
    seats = tuple(
        seat_outside(lane.within, lane.beside, taken, max(rows, 1))
        for lane, (taken, rows) in zip(lanes, found, strict=True)
    )
    within = frozenset(wish.event for lane in lanes for wish in lane.within)
    return Arrangement(density, scale, outlines, seats, tuple(rows for _, rows in found), within)


def most_lanes(room: float) -> int:
    """How many lanes of one row fit into so many pixels of height."""
    density = DENSITIES[-1]
    return max(int((room + BETWEEN_LANES) / (density.pitch + 2 * density.pad + BETWEEN_LANES)), 1)


def _fixed(lanes: int, density: Density) -> float:
    """The pixels that lanes take beside their rows."""
    return lanes * 2 * density.pad + max(lanes - 1, 0) * BETWEEN_LANES


def _budget(lanes: int, room: float, density: Density) -> int:
    """How many rows fit into so many pixels; at least one a lane."""
    return max(int((room - _fixed(lanes, density)) / density.pitch), lanes)


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


def _outlines(material: Material, scale: Scale, density: Density) -> dict[str, Outline]:
    """Every glyph at one density."""
    fade = density.fade(scale.right - scale.left)
    return {
        event.id: outline(event, material.extents[event.id], scale, density.half, fade)
        for group in material.groups
        for event in group.events
    }


def _wishes(
    material: Material,
    scale: Scale,
    density: Density,
    outlines: Mapping[str, Outline],
    kept: frozenset[str] | None = None,
) -> list[_Lane]:
    """Every lane's events, those in *kept* where that is given, with the places their labels may take."""
    edges = Stretch(scale.left + 4, scale.right - 4)
    margin = material.view.overscan * (scale.right - scale.left)
    lines = [scale.x(day) for day in material.days]
    together = joined(material.groups, material.extents)
    lanes = []
    for number, group in enumerate(material.groups):
        walls = [wall_of(one, outlines, edges) for one in together if one.lanes[0] <= number <= one.lanes[1]]
        lane = _Lane([], [])
        for event in group.events:
            shape = outlines[event.id]
            zone, seen = _zone(shape, scale, margin, edges)
            if zone is None or (kept is not None and event.id not in kept):
                continue
            selected = event.id == material.view.selected
            halo = _HALO if selected else 0.0
            line = material.lines[event.id]
            options = places(line, shape, density.size, density.pitch, zone, walls, lines, halo=halo)
            weight = float("inf") if selected else event.weight
            wish = Wish(event.id, Stretch(shape.left - halo, shape.right + halo), options, weight)
            (lane.within if seen else lane.beside).append(wish)
        lanes.append(lane)
    return lanes


def _zone(shape: Outline, scale: Scale, margin: float, edges: Stretch) -> tuple[Stretch | None, bool]:
    """The edges between which an event's label may stand (None: it is not drawn), and whether it is in the window."""
    if shape.right >= scale.left and shape.left <= scale.right:
        return edges, True
    if shape.right < scale.left:
        before = Stretch(scale.left - margin + 4, scale.left - 4)
        return (before if shape.right >= scale.left - margin else None), False
    after = Stretch(scale.right + 4, scale.right + margin - 4)
    return (after if shape.left <= scale.right + margin else None), False
