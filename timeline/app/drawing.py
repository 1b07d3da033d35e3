"""The timeline as the page draws it: the scene of what is seen, its lanes, the overview, the order of events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.scene.scene import lay_out
from timeline.scene.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.app.state import PageView
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Part, Scene

UNDATED: Final = "Date unknown"
"""The lane of events of which nothing is known."""
BARS: Final = 80
"""How many counts the overview strip shows."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane as the page names it: `colour` is its number in the palette, -1 is what is gathered from many."""

    key: str
    label: str
    colour: int
    events: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many events lie in it."""
        return len(self.events)


def whole(timeline: Timeline, view: PageView) -> Scene:
    """Everything there is, no lane switched off and nothing searched for: it settles the lanes and their colours."""
    return lay_out(timeline, _look(view))


def seen(timeline: Timeline, view: PageView, lanes: tuple[Lane, ...], *, bare: bool = True) -> Scene:
    """What the view asks for, each lane in the colour it has in the whole; *bare* is without title and legend."""
    look = replace(_look(view, bare=bare), window=view.window, selected=view.selected)
    left = filtered(timeline, view, lanes)
    scene = lay_out(left, look)
    if bare and scene.height > view.room:  # closer rows, so that the article below stays in sight
        scene = lay_out(left, replace(look, height=view.room))
    return _recoloured(scene, lanes)


def _look(view: PageView, *, bare: bool = True) -> View:
    return View(width=view.width, lanes_by=view.lanes_by, title=not bare, subtitle=not bare, legend=not bare)


def colours_of(timeline: Timeline, view: PageView) -> dict[str, int]:
    """
    The colour of each lane, from top to bottom, hidden events included.

    *timeline* is as it follows without a publication day from outside: so a lane keeps its colour when the day is set
    or an event hidden, though lanes are ordered by time.
    """
    events = tuple(replace(event, hidden=False) for event in timeline.events)
    return {lane.key: lane.colour for lane in whole(replace(timeline, events=events), view).lanes}


def lanes_of(scene: Scene, colours: Mapping[str, int]) -> tuple[Lane, ...]:
    """The lanes of a scene that shows everything, from top to bottom; what has no date comes last."""
    members: dict[int, dict[str, None]] = {number: {} for number in range(len(scene.lanes))}
    for glyph in scene.glyphs:
        members[glyph.lane][glyph.event] = None
    free = (number for number in count() if number not in colours.values())
    lanes = []
    for number, lane in enumerate(scene.lanes):
        colour = colours.get(lane.key, lane.colour)
        if lane.key not in colours and colour >= 0:
            colour = next(free)
        lanes.append(Lane(lane.key, lane.key or "All events", colour, tuple(members[number])))
    undated = tuple(dict.fromkeys(glyph.event for glyph in scene.unknown))
    if undated:
        lanes.append(Lane(UNDATED, UNDATED, -1, undated))
    return tuple(lanes)


def lane_of(lanes: Iterable[Lane]) -> dict[str, Lane]:
    """The lane of each event."""
    return {event: lane for lane in lanes for event in lane.events}


def filtered(timeline: Timeline, view: PageView, lanes: Iterable[Lane]) -> Timeline:
    """The timeline with the events shown: those of lanes switched on that have every word searched for."""
    off = {event for lane in lanes if lane.key in view.without for event in lane.events}
    words = view.search.casefold().split()
    events = tuple(event for event in timeline.events if event.id not in off and _has(event, words))
    return replace(timeline, events=events)


def _has(event: Event, words: list[str]) -> bool:
    text = " ".join((event.title, event.quote, event.when, *event.actors, *event.places)).casefold()
    return all(word in text for word in words)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """
    By time as far as it is known, then as the text has them.

    An event with an open beginning stands at its latest day, by which it has certainly come; unknown dates come last.
    """
    return tuple(sorted((event for event in events if not event.hidden), key=_time))


def _time(event: Event) -> tuple[float, float, str, int]:
    begin, end = event.bounds.begin, event.bounds.end
    if event.offset is not None:
        least, most = event.offset.begin
        known = [float(day) for day in (least, most, *event.offset.end) if day is not None]
        return (known[0] if known else float("inf"), known[-1] if known else 0.0, event.article, event.span.start)
    known = [float(moment) for moment in (begin.earliest, begin.latest, end.latest, end.earliest) if moment is not None]
    first = known[0] if known else float("inf")
    # "by 5 November" comes before what happened on that day
    open_before = begin.earliest is None and known
    return (
        first - MINUTES_PER_DAY if open_before else first,
        known[-1] if known else 0.0,
        event.article,
        event.span.start,
    )


def _recoloured(scene: Scene, lanes: Iterable[Lane]) -> Scene:
    """The scene with the colours its lanes have in the whole, so that switching one off does not repaint the others."""
    colours = {lane.key: lane.colour for lane in lanes}
    new = {lane.colour: colours.get(lane.key, lane.colour) for lane in scene.lanes}
    if all(one == other for one, other in new.items()):
        return scene

    def painted(thing: Any) -> Any:  # noqa: ANN401 - a lane, a glyph or a label
        return replace(thing, colour=new.get(thing.colour, thing.colour))

    return replace(
        scene,
        lanes=tuple(replace(painted(lane), title=painted(lane.title) if lane.title else None) for lane in scene.lanes),
        glyphs=tuple(map(painted, scene.glyphs)),
        labels=tuple(map(painted, scene.labels)),
        unknown=tuple(map(painted, scene.unknown)),
    )


def halo(scene: Scene, colour: str) -> dict[str, Any] | None:
    """A frame around the selected event as a shape of a Plotly layout; None where it is not in sight."""
    glyph = next((glyph for glyph in (*scene.glyphs, *scene.unknown) if glyph.selected), None)
    if glyph is None or glyph.box.right < scene.plot.left or glyph.box.left > scene.plot.right:
        return None
    left, right = max(glyph.box.left, scene.plot.left) - 4, min(glyph.box.right, scene.plot.right) + 4
    return {
        "type": "rect",
        "xref": "x",
        "yref": "y",
        "x0": scene.day(left),
        "x1": scene.day(right),
        "y0": glyph.box.top - 3,
        "y1": glyph.box.bottom + 3,
        "line": {"color": colour, "width": 2},
    }


def strip(scene: Scene, shown: Scene, lane: Mapping[str, Lane]) -> dict[str, Any]:
    """
    The overview's data: the first and last day of everything, how many events lie in each of `BARS` slices, the window.

    An event counts where its glyph is drawn: in the slice of its known edge, or of the middle of what is known.
    """
    counts = [0] * BARS
    width = (scene.last - scene.first) / BARS
    for glyph in scene.glyphs:
        at = _middle(glyph.parts)
        slot = int((at - scene.first) / width)
        if 0 <= slot < BARS and glyph.event in lane:
            counts[slot] += 1
    return {
        "first": scene.first,
        "last": scene.last,
        "counts": counts,
        "window": [shown.first, shown.last],
        "left": shown.plot.left,
        "right": shown.width - shown.plot.right,
    }


def _middle(parts: Iterable[Part]) -> float:
    sharp = [part for part in parts if not part.fade]
    known = sharp or list(parts)
    return (min(part.first for part in known) + max(part.last for part in known)) / 2


def next_lane(event_id: str, lanes: tuple[Lane, ...], order: Iterable[Event], step: int) -> str | None:
    """The event of the lane above (-1) or below (1) that stands nearest in the order of time; None at the edge."""
    places = {event.id: place for place, event in enumerate(order)}
    at = next((number for number, lane in enumerate(lanes) if event_id in lane.events), None)
    here = places.get(event_id, 0)
    while at is not None and 0 <= at + step < len(lanes):
        at += step
        near = [other for other in lanes[at].events if other in places]
        if near:
            return min(near, key=lambda other: abs(places[other] - here))
    return None
