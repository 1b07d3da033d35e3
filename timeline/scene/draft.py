"""From rows to a plan: everything at its height, and what moves with time as days and pixels from them."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.scene import frame
from timeline.scene.around import AXIS, Around
from timeline.scene.arrange import HALO, TORN, Arrangement, edges_of
from timeline.scene.brackets import bracket, joined, tied, wall_of
from timeline.scene.counting import place_of
from timeline.scene.density import COUNTS
from timeline.scene.geometry import Box, Glyph, Scene
from timeline.scene.geometry import Lane as SceneLane
from timeline.scene.labels import LEADING, forms_of, sides_of
from timeline.scene.languages import names_of
from timeline.scene.notes import note_of
from timeline.scene.planned import Band, Cell, Mark, Member, Option, Plan, Wall, Words
from timeline.scene.scale import days, px
from timeline.scene.strip import placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.event import Event
    from timeline.scene.glyphs import Outline
    from timeline.scene.material import Material
    from timeline.scene.rows import Seat
    from timeline.scene.scale import Scale
    from timeline.scene.stack import Lane

_EMPTY = 60.0
"""The height of the lanes where there are none."""
_HEIGHTS = 12
"""Counts without a row of their own are tried at so many heights."""


def drafted(
    material: Material,
    arrangement: Arrangement,
    lanes: Sequence[Lane],
    surroundings: Around,
    *,
    fit: tuple[float, float],
    window: tuple[float, float],
    zooms: tuple[float, float | None],
    region: tuple[float, float] | None,
) -> Plan:
    """The plan of these lanes with their rows."""
    marks, words = _marks(material, arrangement, lanes)
    boxes = {mark.event: mark.glyph.box for mark in marks}
    shapes, scale = arrangement.outlines, arrangement.scale
    edges = edges_of(scale, bounded=arrangement.bounded)
    walls, brackets = [], []
    for one in joined(material.groups, material.extents):
        wall = wall_of(one, shapes, edges)
        day, edge, sign = tied(one, shapes, wall, scale)
        wide = wall.right - wall.left
        left = edge if sign > 0 else edge - wide
        walls.append(Wall(one.lanes, days(day), px(left), px(left + wide)))
        found = bracket(one, shapes, boxes, scale, wall)
        if found:
            brackets.append(replace(found, day=days(found.day), shift=px(found.shift)))
    for start, end in material.breaks.marks():
        half = scale.x((end - start) / 2) - scale.x(0.0) + TORN
        walls.append(Wall((0, len(lanes) - 1), days((start + end) / 2), px(-half), px(half)))
    page = page_of(material, scale, lanes, surroundings)
    return Plan(
        page=page,
        fit=(days(fit[0]), days(fit[1])),
        window=(days(window[0]), days(window[1])),
        zooms=zooms,
        region=region,
        size=arrangement.density.size,
        bands=tuple(
            _band(lane, rows, counted=counted, folded=one.folded)
            for lane, rows, counted, one in zip(lanes, arrangement.rows, arrangement.counted, page.lanes, strict=True)
        ),
        marks=tuple(marks),
        words=tuple(words),
        walls=tuple(walls),
        brackets=tuple(brackets),
        published=tuple(
            (None if first is None else days(first), None if last is None else days(last), told)
            for first, last, told in material.published
        ),
        cell=material.asked.cell,
        cells=_cells(material, arrangement, marks),
        before=material.found.before,
        after=material.found.after,
        members=tuple(
            tuple(Member(event.id, shapes[event.id].first, shapes[event.id].last) for event in group.events)
            for group in material.groups
        ),
        breaks=material.breaks,
        names=names_of(material.view.locale),
    )


def _marks(material: Material, arrangement: Arrangement, lanes: Sequence[Lane]) -> tuple[list[Mark], list[Words]]:
    """The glyphs, and their labels in order of claim: the weightiest of each lane, then the next of each."""
    marks: list[Mark] = []
    claims: list[tuple[bool, bool, int, float, str, Words]] = []
    selected = material.view.selected
    for number, (group, lane) in enumerate(zip(material.groups, lanes, strict=True)):
        seats = arrangement.seats[number]
        ranked = sorted(group.events, key=lambda event: (-event.weight, event.id))
        rank = {event.id: place for place, event in enumerate(ranked)}
        for event in group.events:
            seat = seats.get(event.id)
            if seat is None:
                continue
            shape = arrangement.outlines[event.id]
            y = px(lane.first + seat.middle * lane.pitch)
            halo = HALO if event.id == selected else 0.0
            glyph = _glyph(event, number, group.colour, shape, y, material)
            mark = Mark(
                lane=number,
                y=y,
                half=px(shape.half),
                first=days(shape.first),
                last=days(shape.last),
                at=days(place_of(material.extents[event.id]).at),
                before=px(shape.before),
                after=px(shape.after),
                open=(px(shape.open[0]), px(shape.open[1])),
                wide=shape.wide,
                solid=shape.solid,
                rings=tuple(days(ring) for ring in shape.rings),
                halo=halo,
                row=seat.middle,
                glyph=glyph,
            )
            options = _options(material, arrangement, event, seat, shape)
            words = Words(len(marks), seat.place is not None, options)
            claims.append((event.id != selected, seat.place is None, rank[event.id], -event.weight, event.id, words))
            marks.append(mark)
    claims.sort(key=lambda claim: claim[:-1])
    return marks, [claim[-1] for claim in claims]


def _glyph(event: Event, lane: int, colour: int, shape: Outline, y: float, material: Material) -> Glyph:
    parts = shape.at(y)
    box = Box(shape.left, y - shape.half, shape.right, y + shape.half)
    note = note_of(event, material.names, offset=material.offset)
    return Glyph(event.id, lane, colour, parts, box, note, event.id == material.view.selected)


def _options(
    material: Material, arrangement: Arrangement, event: Event, seat: Seat, shape: Outline
) -> tuple[Option, ...]:
    """The forms and sides of a label, the one of its seat first."""
    density, scale = arrangement.density, arrangement.scale
    edges = edges_of(scale, bounded=True)
    forms = forms_of(material.lines[event.id], density.size, density.pitch, edges.right - edges.left)
    found = [
        (form.cost + cost, Option(side, form.text, form.wide, px(len(form.text) * density.size * LEADING)))
        for form in forms
        for side, cost in sides_of(shape).items()
        if side != "inside" or (shape.wide and len(form.text) == 1)
    ]
    chosen = seat.place
    found.sort(
        key=lambda one: (
            chosen is None or (one[1].side, one[1].lines) != (chosen.side, chosen.text),
            one[0],
        )
    )
    return tuple(option for _, option in found)


def _band(lane: Lane, rows: int, *, counted: bool, folded: bool) -> Band:
    if folded:
        return Band(px(lane.ceiling), px(lane.bottom), px(lane.bottom), (), folded=True)
    head = lane.ceiling - lane.top
    own = [lane.top + head / 2] if head else [lane.floor + COUNTS / 2] if counted else []
    among = [lane.first + row * lane.pitch for row in range(rows - 1, -1, -1)]
    counts = tuple(px(y) for y in (*own, *among[:_HEIGHTS]))
    return Band(px(lane.ceiling), px(lane.floor), px(lane.bottom), counts, folded=False)


def _cells(material: Material, arrangement: Arrangement, marks: Sequence[Mark]) -> tuple[Cell, ...]:
    drawn: dict[tuple[int, float], list[int]] = {}
    for number, mark in enumerate(marks):
        drawn.setdefault((mark.lane, material.cells[mark.event]), []).append(number)
    # what is looked through beside a window for what fades out into it
    seated, scale = {mark.event for mark in marks}, arrangement.scale
    outside = Counter(
        (number, material.cells[event.id])
        for number, group in enumerate(material.groups)
        for event in group.events
        if arrangement.bounded and event.id not in seated
        if (shape := arrangement.outlines[event.id]).first - scale.days(shape.open[0]) > scale.last
        or shape.last + scale.days(shape.open[1]) < scale.first
    )
    return tuple(
        Cell(
            number,
            first,
            count,
            (found := tuple(drawn.get((number, first), ()))),
            count - len(found) - outside[number, first],
        )
        for number, lane in enumerate(material.order)
        for first, count in material.found.lanes[lane].cells
    )


def page_of(material: Material, scale: Scale, lanes: Sequence[Lane], surroundings: Around) -> Scene:
    """Everything that does not move with time."""
    view, top = material.view, surroundings.top
    beneath = (view.height or 0) - surroundings.bottom
    bottom = lanes[-1].bottom if lanes else top if surroundings.strip else max(top + _EMPTY, beneath)
    strip_top = bottom + (AXIS if lanes or not surroundings.strip else 0.0)
    area = None
    if surroundings.strip:
        area = Box(px(scale.left), px(strip_top), px(scale.right), px(strip_top + surroundings.strip_height))
    unknown, named = placed(surroundings.strip, area, material)
    legend_top = bottom + surroundings.bottom - surroundings.legend_height
    return Scene(
        width=float(view.width),
        height=float(max(math.ceil(bottom + surroundings.bottom - 0.001), view.height or 0)),
        plot=Box(px(scale.left), px(top), px(scale.right), px(bottom)),
        first=scale.first,
        last=scale.last,
        offset=material.offset,
        title=surroundings.title,
        subtitle=surroundings.subtitle,
        lanes=tuple(
            _lane(material, number, lane, scale.left, folded=group.key in view.folded)
            for number, (group, lane) in enumerate(zip(material.groups, lanes, strict=True))
        ),
        ticks=(),
        axis_title="",
        glyphs=(),
        labels=(*frame.head_labels(surroundings.title, surroundings.subtitle), *named),
        published=(),
        brackets=(),
        unknown=unknown,
        legend=tuple(item._replace(y=item.y + legend_top) for item in surroundings.legend),
        name=surroundings.name,
        strip=area,
    )


def _lane(material: Material, number: int, lane: Lane, left: float, *, folded: bool) -> SceneLane:
    group = material.groups[number]
    top, bottom = px(lane.top), px(lane.bottom)
    area = Box(left, top, material.view.width - frame.MARGIN, bottom)
    return SceneLane(
        group.key,
        frame.lane_title(group.key, area, group.colour, lane.ceiling - lane.top),
        top,
        bottom,
        group.colour,
        tuple(event.id for event in group.events),
        count=material.found.lanes[material.order[number]].count,
        folded=folded,
    )
