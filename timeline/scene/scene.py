"""From a timeline to its drawing: plain geometry, computed by pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.scene import frame
from timeline.scene.brackets import Joined, bracket, joined, wall_of
from timeline.scene.extent import Extent, extent_of, published_extent
from timeline.scene.geometry import Box, Glyph, Label, Lane, Part, Published, Run, Scene, Shape, Tick
from timeline.scene.glyphs import Outline, outline
from timeline.scene.labels import LEADING, Stretch, label_of, places
from timeline.scene.lanes import Group, group, names_of
from timeline.scene.notes import note_of
from timeline.scene.rows import Seat, Wish, seat_all, seat_within
from timeline.scene.scale import Scale
from timeline.scene.text import clean, line_width, width
from timeline.scene.ticks import Mark, choose, marks, offset_marks
from timeline.scene.view import View
from timeline.scene.window import padded, reach, room_after, room_before, snapped
from timeline.scene.words import published_words, subtitle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


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
    def fade(self) -> float:
        """How long an open end takes to fade out."""
        return 150.0 if self.pitch > 20 else 90.0


DENSITIES = (Density(28, 13), Density(25, 13), Density(22, 12.5), Density(19, 12), Density(16.5, 11.5), Density(15, 11))
"""From airy to dense: the first in which everything has its label is taken."""
_COMFORTABLE, _HIGHEST = 900.0, 1800.0
"""Heights that are not exceeded without need, where no height is asked for."""
_LANE_BETWEEN = 4.0
_MOST_GLYPHS = 250


@dataclass(frozen=True, slots=True)
class _Material:
    """What is to be drawn, before it has a place."""

    timeline: Timeline
    view: View
    offset: bool
    groups: tuple[Group, ...]
    extents: Mapping[str, Extent]
    published: tuple[tuple[float | None, float | None, str], ...]
    unknown: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """Every lane's rows at one density on one scale."""

    density: Density
    scale: Scale
    outlines: Mapping[str, Outline]
    seats: tuple[Mapping[str, Seat], ...]
    rows: tuple[int, ...]

    @property
    def height(self) -> float:
        """The height of all lanes."""
        lanes = sum(max(rows, 1) * self.density.pitch + 2 * self.density.pad for rows in self.rows)
        return lanes + max(len(self.rows) - 1, 0) * _LANE_BETWEEN


def lay_out(timeline: Timeline, view: View | None = None) -> Scene:
    """
    The drawing of a timeline as *view* wants it.

    Hidden events are left out; an event of which nothing is known is listed in a strip of its own. The same timeline and view
    give the same scene, in whatever order the events come.
    """
    view = view or View()
    material = _gather(timeline, view)
    events = [event for group_ in material.groups for event in group_.events] + list(material.unknown)
    title = clean(timeline.title or (timeline.articles[0].title if timeline.articles else None) or "")
    heads, below, used = frame.title_lines(
        title if view.title else "", subtitle(timeline, events) if view.subtitle else "", view.width - 2 * frame.MARGIN
    )
    left = frame.gutter([group_.key for group_ in material.groups] + (["Date unknown"] if material.unknown else []))
    top = used + (24.0 if material.published else 8.0)
    strip, strip_height = _unknown_strip(material, left, view.width - frame.MARGIN)
    bottom = 40.0 + (30.0 if view.legend else 4.0) + strip_height
    room = None if view.height is None else view.height - top - bottom
    arrangement = _arrange(material, left, view.width - frame.MARGIN, room)
    return _compose(material, arrangement, _Around(heads, below, left, top, bottom, strip), title)


class _Around(NamedTuple):
    """What stands around the lanes, and where they begin."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    left: float
    top: float
    bottom: float
    strip: tuple[tuple[Event, Label], ...]


# --- gathering ------------------------------------------------------------------------------------


def _gather(timeline: Timeline, view: View) -> _Material:
    events = sorted(
        (event for event in timeline.events if not event.hidden), key=lambda event: (event.article, event.span, event.id)
    )
    dated = any(not event.bounds.open or (event.stated and not event.stated.open) for event in events)
    offset = not dated and all(article.published.open for article in timeline.articles) and any(e.offset for e in events)
    extents = {event.id: found for event in events if (found := extent_of(event, offset=offset))}
    published: list[tuple[float | None, float | None, str]] = []
    if offset:
        published.append((0.5, 0.5, ""))
    else:
        ranges = {article.published for article in timeline.articles if not article.published.open}
        shown = [(*published_extent(one), published_words(one)) for one in ranges]
        published += sorted(shown, key=lambda one: (one[0] is None, one[0] or 0.0, one[1] is None, one[1] or 0.0))
    groups = group(
        [event for event in events if event.id in extents],
        view.lanes_by,
        view.lanes,
        names_of(timeline),
        {key: extent.reference for key, extent in extents.items()},
    )
    unknown = tuple(event for event in events if event.id not in extents)
    return _Material(timeline, view, offset, groups, extents, tuple(published), unknown)


# --- arranging ------------------------------------------------------------------------------------


def _arrange(material: _Material, left: float, right: float, room: float | None) -> _Arrangement:
    """The rows of every lane: the airiest density that has room for every label, else the densest and what fits."""
    limit = room if room is not None else _COMFORTABLE
    scale = _scale(material, left, right)
    found = None
    for density in DENSITIES:
        found = _seated(material, scale, density, None)
        if found.height <= limit:
            return found
    if found is None:
        raise AssertionError("there is always a density")
    if room is None and found.height <= _HIGHEST:
        return found
    return _seated(material, scale, DENSITIES[-1], room if room is not None else _HIGHEST)


def _scale(material: _Material, left: float, right: float) -> Scale:
    """The window asked for, or the one in which the events with their labels need the fewest rows."""
    if material.view.window is not None:
        return Scale(*material.view.window, left, right)
    extents = list(material.extents.values())
    known = reach(extents, [day for one in material.published for day in one[:2]])
    if known is None:
        return Scale(0.0, 1.0, left, right)
    density, pixels = DENSITIES[0], right - left
    before = room_before(extents, known, density.fade, pixels)
    after = room_after(extents, known, density.fade, pixels)
    if joined(material.groups, material.extents):
        after = max(after, 40.0)
    best, least = None, float("inf")
    for share in (0.03, 0.1, 0.17, 0.24):
        scale = padded(known, left, right, before, max(after, share * pixels))
        scale = scale if material.offset else snapped(scale, frame.TICK)
        found = _seated(material, scale, density, None)
        seats = [seat for lane in found.seats for seat in lane.values()]
        turned = sum(seat.place is not None and seat.place.side == "left" and not outlined for seat, outlined in _sides(found))
        cost = sum(found.rows) + share * 12 + 2 * sum(seat.place is None for seat in seats) + 0.25 * turned
        if cost < least:
            best, least = scale, cost
    return best or padded(known, left, right, before, after)


def _sides(found: _Arrangement) -> list[tuple[Seat, bool]]:
    """Every seat, and whether its glyph is a band."""
    return [(seat, found.outlines[event].wide) for lane in found.seats for event, seat in lane.items()]


def _seated(material: _Material, scale: Scale, density: Density, room: float | None) -> _Arrangement:
    """Every lane at one density; within *room* pixels where it is given."""
    outlines = {
        event.id: outline(event, material.extents[event.id], scale, density.half, density.fade)
        for group_ in material.groups
        for event in group_.events
    }
    wishes = _wishes(material, scale, density, outlines)
    free = [seat_all(lane) for lane in wishes]
    if room is not None:
        most = _shares([rows for _, rows in free], room, density)
        free = [
            done if done[1] <= rows else seat_within(lane, rows) for lane, rows, done in zip(wishes, most, free, strict=True)
        ]
    return _Arrangement(density, scale, outlines, tuple(seats for seats, _ in free), tuple(rows for _, rows in free))


def _shares(needed: Sequence[int], room: float, density: Density) -> list[int]:
    """How many rows each lane gets when there are not enough for all: in proportion, at least one each."""
    if not needed:
        return []
    fixed = len(needed) * 2 * density.pad + (len(needed) - 1) * _LANE_BETWEEN
    total = max(int((room - fixed) / density.pitch), len(needed))
    shares = [min(need, max(1, int(total * need / max(sum(needed), 1)))) for need in needed]
    while sum(shares) < min(total, sum(needed)):
        lacking = max(range(len(needed)), key=lambda at: (needed[at] - shares[at], -at))
        shares[lacking] += 1
    return shares


def _wishes(
    material: _Material, scale: Scale, density: Density, outlines: Mapping[str, Outline]
) -> list[list[Wish]]:
    edges = Stretch(scale.left + 4, scale.right - 4)
    lines = [scale.x(day) for one in material.published if one[0] == one[1] and (day := one[0]) is not None]
    together = joined(material.groups, material.extents)
    found = []
    for number, group_ in enumerate(material.groups):
        walls = [wall_of(one, outlines, edges) for one in together if one.lanes[0] <= number <= one.lanes[1]]
        lane = []
        for event in group_.events:
            shape = outlines[event.id]
            if shape.right < scale.left or shape.left > scale.right:
                continue
            line = label_of(event, bold=event.id == material.view.selected)
            options = places(line, shape, density.size, density.pitch, edges, walls, lines)
            weight = 10.0 if event.id == material.view.selected else event.weight
            lane.append(Wish(event.id, Stretch(shape.left, shape.right), options, weight))
        found.append(lane)
    return found


# --- composing ------------------------------------------------------------------------------------


def _compose(material: _Material, arrangement: _Arrangement, around: _Around, name: str) -> Scene:
    """Everything at its final place."""
    view, scale, density = material.view, arrangement.scale, arrangement.density
    height = arrangement.height
    extra = 0.0
    if view.height is not None:
        extra = max(view.height - around.top - around.bottom - height, 0.0) / max(len(material.groups), 1)
    lanes: list[Lane] = []
    glyphs: list[Glyph] = []
    labels: list[Label] = []
    middles: dict[str, float] = {}
    y = around.top
    names = names_of(material.timeline)
    for number, (group_, seats, rows) in enumerate(zip(material.groups, arrangement.seats, arrangement.rows, strict=True)):
        pitch = density.pitch + min(extra / max(rows, 1), density.pitch * 0.25)
        tall = max(rows, 1) * density.pitch + 2 * density.pad + extra
        first = y + (tall - max(rows, 1) * pitch) / 2
        for event in group_.events:
            seat = seats.get(event.id)
            if seat is None:
                continue
            middle = first + (seat.row + seat.rows / 2) * pitch
            middles[event.id] = middle
            selected = event.id == view.selected
            shape = arrangement.outlines[event.id]
            parts = shape.at(middle)
            box = _box(parts, shape)
            glyphs.append(Glyph(event.id, number, group_.colour, parts, box, note_of(event, names, offset=material.offset), selected))
            if seat.place is not None:
                labels.append(_label(event.id, seat, shape, middle, density.size, scale))
        more = tuple(event.id for event in group_.events if _wanted(event, arrangement, scale) and not _labelled(event, seats))
        title = frame.lane_title(group_.key, len(more), scale.left, y, y + tall, group_.colour)
        lanes.append(Lane(group_.key, title, y, y + tall, group_.colour, len(group_.events), more))
        y += tall + _LANE_BETWEEN
    if lanes:
        y -= _LANE_BETWEEN
    else:
        y = max(around.top + 60, (view.height or 0) - around.bottom)
    plot = Box(scale.left, around.top, scale.right, y)
    strip_top = y + 40.0
    unknown, named = _placed_strip(around.strip, strip_top, names)
    statuses = {event.status for group_ in material.groups for event in group_.events if event.id in middles}
    legend_top = y + around.bottom - 30.0
    items = frame.legend(glyphs, statuses, scale.left, scale.right, legend_top) if view.legend else ()
    found_ticks, axis_title = _ticks(scale, offset=material.offset, plain=not lanes)
    brackets = tuple(
        made
        for one in joined(material.groups, material.extents)
        if (made := bracket(one, arrangement.outlines, middles, scale, Stretch(scale.left + 4, scale.right - 4)))
    )
    total = float(view.height) if view.height is not None and lanes else y + around.bottom
    lowest = max((item.y + 12 for item in items), default=0.0)
    return Scene(
        width=float(view.width),
        height=round(max(total, lowest)),
        plot=plot,
        first=scale.first,
        last=scale.last,
        offset=material.offset,
        title=around.title,
        subtitle=around.subtitle,
        lanes=tuple(lanes),
        ticks=found_ticks,
        axis_title=axis_title,
        glyphs=tuple(glyphs),
        labels=tuple(labels) + named + _pointers(material, arrangement, scale, around.top),
        published=_published(material, scale, around.top),
        brackets=brackets,
        unknown=unknown,
        legend=items,
        name=name,
    )


def _wanted(event: Event, arrangement: _Arrangement, scale: Scale) -> bool:
    shape = arrangement.outlines[event.id]
    return shape.right >= scale.left and shape.left <= scale.right


def _labelled(event: Event, seats: Mapping[str, Seat]) -> bool:
    return event.id in seats and seats[event.id].place is not None


def _box(parts: tuple[Part, ...], shape: Outline) -> Box:
    return Box(shape.left, min(part.y - part.half for part in parts), shape.right, max(part.y + part.half for part in parts))


def _label(event: str, seat: Seat, shape: Outline, middle: float, size: float, scale: Scale) -> Label:
    place = seat.place
    if place is None:
        raise AssertionError("only a seat with a label has one")
    wide = max(line_width(line, size) for line in place.text)
    tall = len(place.text) * size * LEADING / 2
    anchor = "end" if place.side == "left" else "start"
    left = place.x - wide if anchor == "end" else place.x
    seen = max(shape.left, scale.left) if place.side in {"left", "inside"} else min(shape.right, scale.right)
    day = scale.day(seen)
    box = Box(left, middle - tall, left + wide, middle + tall)
    return Label(place.text, place.x, middle, anchor, size, box, day, place.x - seen, event)


def _ticks(scale: Scale, *, offset: bool, plain: bool) -> tuple[tuple[Tick, ...], str]:
    if plain:
        return (), ""
    room = scale.right - scale.left
    title = ""
    if offset:
        found, title = offset_marks(scale.first, scale.last, room)
    else:
        found = marks(scale.first, scale.last, choose(scale.first, scale.last, room, frame.TICK))
    return _with_context(found, scale), title


def _with_context(found: list[Mark], scale: Scale) -> tuple[Tick, ...]:
    """The larger unit below the first tick and below each where it changes; the first gives way where it would touch the next."""
    ticks: list[Tick] = []
    shown: list[tuple[int, float, float]] = []
    last = ""
    for mark in found:
        x = scale.x(mark.day)
        context = mark.context if mark.context != last else ""
        last = mark.context
        if context:
            half = width(context, frame.TICK) / 2
            if shown and shown[-1][2] + 10 > x - half:
                number = shown.pop()[0]
                ticks[number] = replace(ticks[number], context="")
            shown.append((len(ticks), x - half, x + half))
        ticks.append(Tick(mark.day, x, mark.text, context))
    return tuple(ticks)


def _published(material: _Material, scale: Scale, top: float) -> tuple[Published, ...]:
    """Publication days with their words above the lanes, each where it touches no other."""
    found: list[Published] = []
    taken: list[Stretch] = []
    for first, last, words in material.published:
        seen = Stretch(
            scale.left if first is None else max(scale.x(first), scale.left),
            scale.right if last is None else min(scale.x(last), scale.right),
        )
        if seen.right < seen.left:
            continue
        line = (Run("published "), Run(words, "bold")) if words else (Run("publication", "bold"),)
        wide = line_width(line, frame.TICK)
        middle = min(max((seen.left + seen.right) / 2, scale.left + wide / 2), scale.right - wide / 2)
        stretch = Stretch(middle - wide / 2, middle + wide / 2)
        label = None
        if all(stretch.right + 12 < one.left or one.right + 12 < stretch.left for one in taken):
            taken.append(stretch)
            y = top - 11.0
            box = Box(stretch.left, y - 8, stretch.right, y + 8)
            label = Label((line,), middle, y, "middle", frame.TICK, box, scale.day(middle), 0.0, role="publication")
        found.append(Published(first, last, label))
    return tuple(found)


def _pointers(material: _Material, arrangement: _Arrangement, scale: Scale, top: float) -> tuple[Label, ...]:
    """How many events lie before and after the window."""
    shapes = [arrangement.outlines[event.id] for group_ in material.groups for event in group_.events]
    before = sum(shape.right < scale.left for shape in shapes)
    after = sum(shape.left > scale.right for shape in shapes)
    found = []
    for count, anchor, x, text in (
        (before, "start", scale.left, f"\u2190 {before:,} earlier"),
        (after, "end", scale.right, f"{after:,} later \u2192"),
    ):
        if count:
            wide = width(text, frame.TICK)
            left = x if anchor == "start" else x - wide
            box = Box(left, top - 19, left + wide, top - 3)
            found.append(Label(((Run(text),),), x, top - 11, anchor, frame.TICK, box, role="pointer"))
    return tuple(found)


def _unknown_strip(material: _Material, left: float, right: float) -> tuple[tuple[tuple[Event, Label], ...], float]:
    """Events of which nothing is known, one after the other in lines of a strip; places relative to its top."""
    size, found = 12.5, []
    x, y = left + 22.0, 14.0
    for event in material.unknown:
        line = label_of(event, bold=event.id == material.view.selected)
        if event.when and event.offset is not None:
            line = (Run(line[0].text + " ", line[0].style), Run(f"({event.when})", "usual"))
        wide = line_width(line, size)
        if x + wide > right - 8 and x > left + 22.0:
            x, y = left + 22.0, y + 24.0
        box = Box(x, y - size * LEADING / 2, min(x + wide, right), y + size * LEADING / 2)
        found.append((event, Label((line,), x, y, "start", size, box, event=event.id, role="unknown")))
        x += wide + 36.0
    return tuple(found), (y + 18.0 if found else 0.0)


def _placed_strip(
    strip: tuple[tuple[Event, Label], ...], top: float, names: Mapping[str, str]
) -> tuple[tuple[Glyph, ...], tuple[Label, ...]]:
    glyphs, labels = [], []
    for event, label in strip:
        y, box = label.y + top, label.box
        part = Part(Shape.UNKNOWN, label.x - 12, label.x - 12, y, 5.0)
        where = Box(label.x - 17, y - 5, label.x - 7, y + 5)
        glyphs.append(Glyph(event.id, -1, -1, (part,), where, note_of(event, names, offset=False)))
        labels.append(replace(label, y=y, box=Box(box.left, box.top + top, box.right, box.bottom + top)))
    return tuple(glyphs), tuple(labels)


__all__ = ["Joined", "View", "lay_out"]
