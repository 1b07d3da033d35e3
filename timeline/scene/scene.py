"""From a timeline to its drawing: plain geometry, computed by pure functions."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.scene import frame
from timeline.scene.arrange import BETWEEN_LANES, Arrangement, arrange, most_lanes
from timeline.scene.axis import pointers_of, published_of, ticks_of
from timeline.scene.brackets import bracket, joined
from timeline.scene.geometry import Box, Glyph, Label, Lane, LegendItem, Scene
from timeline.scene.labels import LEADING, Place, Stretch
from timeline.scene.material import Material, gather
from timeline.scene.notes import note_of
from timeline.scene.strip import UNKNOWN, Strip, placed, unknown_strip
from timeline.scene.text import clean, line_width
from timeline.scene.view import View
from timeline.scene.words import subtitle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.scene.glyphs import Outline
    from timeline.scene.lanes import Group
    from timeline.scene.rows import Seat
    from timeline.scene.scale import Scale

__all__ = ["Scene", "View", "lay_out"]

_ABOVE_PUBLISHED, _ABOVE = 24.0, 8.0
_AXIS, _BOTTOM = 40.0, 6.0
_EMPTY = 60.0
"""The height of the lanes where there are none."""
_LEAST = 90.0
"""Pixels for lanes below which title, subtitle and legend give way."""
_LOW = 36.0
"""Pixels of the drawing's height for each lane below which a lane's title has one line."""
_STRIP_LINES, _BELOW_STRIP = 6, 6.0
_STRETCHED = 1.25
"""Rows stand at most so much farther apart where there is more height than they need."""


class _Around(NamedTuple):
    """What stands around the lanes: lines of text, left edge, heights above and below, strip, legend, room left."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    left: float
    top: float
    bottom: float
    strip: Strip
    strip_height: float
    legend: tuple[LegendItem, ...]
    legend_height: float
    room: float | None


class _Rows(NamedTuple):
    """One lane as it is placed: its edges, the middle of its first row less half a pitch, and the pitch."""

    top: float
    bottom: float
    first: float
    pitch: float


def lay_out(timeline: Timeline, view: View | None = None) -> Scene:
    """
    The drawing of a timeline as *view* wants it.

    Hidden events are left out; an event of which nothing is known is listed in a strip of its own. The same timeline
    and view give the same scene, in whatever order the events come.
    """
    view = view or View()
    material = gather(timeline, view)
    name = clean(timeline.title or (timeline.articles[0].title if timeline.articles else None) or "")
    around = _around(material, name)
    while around.room is not None and around.room < _LEAST and (view.legend or view.subtitle or view.title):
        # where height is scarce the events come first
        view = replace(view, legend=False, subtitle=view.legend and view.subtitle, title=view.subtitle and view.title)
        material = replace(material, view=view)
        around = _around(material, name)
    if around.room is not None and len(material.groups) > (most := most_lanes(around.room)):
        material = gather(timeline, replace(view, lanes=most))
        around = _around(material, name)
    arrangement = arrange(material, around.left, view.width - frame.MARGIN, around.room)
    return _compose(material, arrangement, around, name)


def _around(material: Material, name: str) -> _Around:
    view = material.view
    heads, below, used = frame.title_lines(
        name if view.title else "",
        subtitle(material.timeline, material.events) if view.subtitle else "",
        view.width - 2 * frame.MARGIN,
    )
    titles = [group.key for group in material.groups] + ([UNKNOWN] if material.unknown else [])
    low = view.height is not None and len(material.groups) * _LOW > view.height
    left = frame.gutter(titles, view.width, max(len(group.events) for group in material.groups) if low else 0)
    top = used + (_ABOVE_PUBLISHED if material.published or view.window else _ABOVE)
    lines = _STRIP_LINES if view.height is None else min(max(int(view.height / 160), 1), _STRIP_LINES)
    strip, strip_height = unknown_strip(material, left, view.width - frame.MARGIN, lines)
    right = view.width - frame.MARGIN
    items = frame.legend(frame.legend_keys(material.events, material.extents), left, right) if view.legend else ()
    legend_height = items[-1].y + frame.LEGEND_LINE / 2 + _BOTTOM if items else _BOTTOM
    bottom = _AXIS + (strip_height + _BELOW_STRIP if strip else 0.0) + legend_height
    room = None if view.height is None else max(view.height - top - bottom, 0.0)
    return _Around(heads, below, left, top, bottom, strip, strip_height, items, legend_height, room)


def _compose(material: Material, arrangement: Arrangement, around: _Around, name: str) -> Scene:
    """Everything at its final place."""
    view, scale = material.view, arrangement.scale
    rows = _placed_lanes(material, arrangement, around)
    lanes, glyphs, labels = [], [], []
    for number, (group, place) in enumerate(zip(material.groups, rows, strict=True)):
        seats = arrangement.seats[number]
        for event in group.events:
            seat = seats.get(event.id)
            if seat is None:
                continue
            middle = place.first + (seat.row + seat.rows / 2) * place.pitch
            shape = arrangement.outlines[event.id]
            glyphs.append(_glyph(event, number, group.colour, shape, middle, material))
            if seat.place is not None:
                labels.append(_label(event.id, seat.place, shape, middle, arrangement.density.size, scale))
        lanes.append(_lane(group, place, arrangement, seats, scale))
    bottom = rows[-1].bottom if rows else max(around.top + _EMPTY, (view.height or 0) - around.bottom)
    strip_top = bottom + _AXIS
    area = Box(scale.left, strip_top, scale.right, strip_top + around.strip_height) if around.strip else None
    unknown, named = placed(around.strip, area, material)
    published = published_of(material.published, scale, around.top)
    ticks, axis_title = ticks_of(scale, view.width, view.overscan, offset=material.offset) if lanes else ((), "")
    legend_top = bottom + around.bottom - around.legend_height
    items = tuple(item._replace(y=item.y + legend_top) for item in around.legend)
    edges = Stretch(scale.left + 4, scale.right - 4)
    drawn = {glyph.event: glyph.box for glyph in glyphs}
    brackets = [
        bracket(one, arrangement.outlines, drawn, scale, edges) for one in joined(material.groups, material.extents)
    ]
    return Scene(
        width=float(view.width),
        height=float(max(math.ceil(bottom + around.bottom - 0.001), view.height or 0)),
        plot=Box(scale.left, around.top, scale.right, bottom),
        first=scale.first,
        last=scale.last,
        offset=material.offset,
        title=around.title,
        subtitle=around.subtitle,
        lanes=tuple(lanes),
        ticks=ticks,
        axis_title=axis_title,
        glyphs=tuple(glyphs),
        labels=(
            *frame.head_labels(around.title, around.subtitle),
            *labels,
            *named,
            *pointers_of(arrangement.outlines.values(), published, scale, around.top),
        ),
        published=published if lanes else (),
        brackets=tuple(one for one in brackets if one),
        unknown=unknown,
        legend=items,
        name=name,
        strip=area,
    )


def _placed_lanes(material: Material, arrangement: Arrangement, around: _Around) -> list[_Rows]:
    """The lanes one below the other; height that is left over is shared between them."""
    density = arrangement.density
    spare = 0.0
    if material.view.height is not None and arrangement.rows:
        spare = max(material.view.height - around.top - around.bottom - arrangement.height, 0.0) / len(arrangement.rows)
    found, y = [], around.top
    for count in arrangement.rows:
        rows = max(count, 1)
        pitch = min(density.pitch + spare / rows, density.pitch * _STRETCHED)
        tall = rows * density.pitch + 2 * density.pad + spare
        found.append(_Rows(y, y + tall, y + (tall - rows * pitch) / 2, pitch))
        y += tall + BETWEEN_LANES
    return found


def _lane(group: Group, place: _Rows, arrangement: Arrangement, seats: Mapping[str, Seat], scale: Scale) -> Lane:
    more = tuple(
        event.id
        for event in group.events
        if event.id in arrangement.within and (event.id not in seats or seats[event.id].place is None)
    )
    title = frame.lane_title(group.key, len(more), scale.left, place.top, place.bottom, group.colour)
    events = tuple(event.id for event in group.events)
    return Lane(group.key, title, place.top, place.bottom, group.colour, events, more)


def _glyph(event: Event, lane: int, colour: int, shape: Outline, middle: float, material: Material) -> Glyph:
    parts = shape.at(middle)
    top, bottom = min(part.y - part.half for part in parts), max(part.y + part.half for part in parts)
    note = note_of(event, material.names, offset=material.offset)
    box = Box(shape.left, top, shape.right, bottom)
    return Glyph(event.id, lane, colour, parts, box, note, event.id == material.view.selected)


def _label(event: str, place: Place, shape: Outline, middle: float, size: float, scale: Scale) -> Label:
    """The label where its place says; it is tied to the end of the glyph it stands at, so that both move together."""
    wide = max(line_width(line, size) for line in place.text)
    tall = len(place.text) * size * LEADING / 2
    anchor = "end" if place.side == "left" else "start"
    left = place.x - wide if anchor == "end" else place.x
    near = shape.right if place.side == "right" else shape.left
    if shape.right >= scale.left and shape.left <= scale.right:
        near = min(max(near, scale.left), scale.right)
    box = Box(left, middle - tall, left + wide, middle + tall)
    return Label(place.text, place.x, middle, anchor, size, box, scale.day(near), place.x - near, event)
