"""The timeline as the page draws it: the scene of what is seen, its lanes, the overview, the order of events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from math import floor
from typing import TYPE_CHECKING, Any, Final

from timeline.model.telling import retold
from timeline.scene.counting import cell_for, place_of
from timeline.scene.extent import extent_of
from timeline.scene.lanes import place_among
from timeline.scene.material import MOST_GLYPHS
from timeline.scene.opening import opening
from timeline.scene.plan import held, plan
from timeline.scene.scene import lay_out, page
from timeline.scene.source import Asked
from timeline.scene.view import SMALLEST, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from timeline.app.state import Count, PageView
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene
    from timeline.scene.planned import Plan
    from timeline.scene.source import Source

UNDATED: Final = "Date unknown"
"""The lane of events of which nothing is known."""
_LIKE: Final = 1e-6
"""How much two windows may differ, in widths, and be the same."""
BARS: Final = 80
"""How many counts the overview strip shows."""
_FINER: Final = 8
"""Cells in which the events of one of them are counted, at least."""


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


def whole(source: Timeline | Source, view: PageView) -> Scene:
    """Everything there is, no lane switched off and nothing searched for."""
    return lay_out(source, _look(view))


def bare(source: Timeline | Source, view: PageView) -> Scene:
    """The same without its events: it settles the days, the height, the lanes and their colours."""
    return page(source, _look(view))


def full(timeline: Timeline, view: PageView) -> Scene | None:
    """The same of more events than a drawing holds, laid out once with the plan: they fill any room; None of fewer."""
    if held(timeline).total <= MOST_GLYPHS:
        return None
    return page(timeline, replace(_look(view), height=_high(view, view.room)), planned=True)


def opened(source: Timeline | Source, view: PageView) -> tuple[float, float] | None:
    """The window in which the page opens; None where that is everything."""
    if opening(held(source)) == held(source).reach():
        return None
    scene = lay_out(source, replace(_look(view), whole=False))
    return scene.first, scene.last


def planned(source: Timeline | Source, view: PageView, lanes: tuple[Lane, ...], high: float, *, part: bool) -> Plan:
    """
    The layout of *source* for the view's window and those around it, each lane in the colour it has in the whole.

    *high* is the height of the whole drawing: a part of it is as high, so that zooming moves nothing else on the page;
    but where the source is only the *part* that lanes and search leave, it is lower where that needs less.
    """
    look, keep = replace(_look(view), top=view.top, folded=view.folded), dict(view.rows)
    if part:
        crowded = held(source).total > MOST_GLYPHS  # they fill any room
        made = None if crowded else plan(source, look, view.window, keep)
        if made is None or made.page.height > view.room:  # closer rows, so that the article below stays in sight
            made = plan(source, replace(look, height=view.room), view.window, keep)
    else:
        made = plan(source, replace(look, height=_high(view, high)), view.window, keep)
    colours = _new_colours(made.page, lanes)
    marks = tuple(
        mark._replace(glyph=replace(mark.glyph, colour=colours.get(mark.glyph.colour, mark.glyph.colour)))
        for mark in made.marks
    )
    return replace(made, page=_recoloured(made.page, lanes), marks=marks)


def covers(made: Plan, window: tuple[float, float]) -> bool:
    """A plan was made for windows as near and as far along as this one; assets/chart.js asks the same."""
    zoom = made.page.plot.width / (window[1] - window[0])
    lowest, highest = made.zooms
    if zoom < lowest * (1 - _LIKE) or (highest is not None and zoom > highest * (1 + _LIKE)):
        return False
    slack = (window[1] - window[0]) * _LIKE
    return made.region is None or (made.region[0] - slack <= window[0] and window[1] <= made.region[1] + slack)


def painter(source: Timeline | Source, lanes: tuple[Lane, ...]) -> Callable[[View], Scene]:
    """How a view of what lanes and search leave becomes a picture: each lane in the colour it has in the whole."""
    return lambda look: _recoloured(lay_out(source, look), lanes)


def _high(view: PageView, high: float) -> int:
    return max(round(min(high, view.room)), SMALLEST)


def _look(view: PageView) -> View:
    return View(width=view.width, lanes_by=view.lanes_by, title=False, subtitle=False, legend=False, whole=True)


def colours_of(timeline: Timeline, view: PageView) -> dict[str, int]:
    """
    The colour of each lane, from top to bottom, hidden events included, each once whoever tells it.

    *timeline* is as it follows without a publication day from outside: so a lane keeps its colour when the day is set
    or an event hidden, though lanes are ordered by time.
    """
    again = retold(timeline.events)
    events = tuple(
        replace(event, hidden=False) if event.hidden else event  # the same ones, of which it is known where they lie
        for event in timeline.events
        if event.id not in again
    )
    return lane_colours(replace(timeline, events=events), view.lanes_by)


def lane_colours(timeline: Timeline, by: str) -> dict[str, int]:
    """The colour of each lane as the drawing of a timeline by itself has them, from top to bottom."""
    return dict(held(timeline).lanes(by, View().lanes))


def lanes_of(timeline: Timeline, colours: Mapping[str, int], by: str = "actor") -> tuple[Lane, ...]:
    """The lanes of a whole timeline, from top to bottom; what has no date comes last."""
    source, most = held(timeline), View().lanes
    free = (number for number in count() if number not in colours.values())
    lanes = []
    for (key, own), events in zip(source.lanes(by, most), source.members(by, most), strict=True):
        colour = colours.get(key, own)
        if key not in colours and colour >= 0:
            colour = next(free)
        lanes.append(Lane(key, key or "All events", colour, tuple(event.id for event in events)))
    placed = {event for lane in lanes for event in lane.events}
    undated = tuple(event.id for event in timeline.events if not event.hidden and event.id not in placed)
    if undated:
        lanes.append(Lane(UNDATED, UNDATED, -1, undated))
    return tuple(lanes)


def arranged(lanes: tuple[Lane, ...], top: tuple[str, ...]) -> tuple[Lane, ...]:
    """The lanes with those named first before all others; what has no date stays last."""
    return tuple(sorted(lanes, key=lambda lane: (lane.key == UNDATED, place_among(top, lane.key))))


def lane_of(lanes: Iterable[Lane]) -> dict[str, Lane]:
    """The lane of each event."""
    return {event: lane for lane in lanes for event in lane.events}


def _recoloured(scene: Scene, lanes: Iterable[Lane]) -> Scene:
    """The scene with the colours its lanes have in the whole, so that switching one off does not repaint the others."""
    new = _new_colours(scene, lanes)
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


def _new_colours(scene: Scene, lanes: Iterable[Lane]) -> dict[int, int]:
    """The colour each lane of a scene has in the whole, by the one it has there."""
    colours = {lane.key: lane.colour for lane in lanes}
    return {lane.colour: colours.get(lane.key, lane.colour) for lane in scene.lanes}


def counted(events: Iterable[Event], lanes: Iterable[Lane], count: Count) -> tuple[Event, ...]:
    """Those of the events that a count stands for: of its lane, counted between its days, without a label."""
    members = {event for lane in lanes if lane.key == count.lane for event in lane.events}
    named = set(count.labelled)
    if count.lane == UNDATED:  # which lie nowhere between days
        return tuple(event for event in events if event.id in members - named)
    offset = all(event.bounds.open for event in events)
    found = []
    for event in events:
        extent = extent_of(event, offset=offset) if event.id in members and event.id not in named else None
        if extent is not None and count.first <= place_of(extent).at < count.last:
            found.append(event)
    return tuple(found)


def strip(source: Timeline | Source, scene: Scene, shown: Scene) -> dict[str, Any]:
    """
    The overview's data: the first and last day of everything, and how many events lie in each of `BARS` slices.

    *scene* is that of everything, *shown* the one that the strip stands below. An event counts where it is sorted by.
    """
    counts = [0] * BARS
    width = (scene.last - scene.first) / BARS
    cell = cell_for(width / _FINER)
    asked = Asked(scene.first, scene.last, lanes_by="none", lanes=1, most=0, cell=cell)
    for lane in held(source).window(asked).lanes:
        for day, number in lane.cells:
            slot = floor((day + cell / 2 - scene.first) / width)
            counts[min(max(slot, 0), BARS - 1)] += number
    return {
        "first": scene.first,
        "last": scene.last,
        "counts": counts,
        "left": shown.plot.left,
        "right": shown.width - shown.plot.right,
    }


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
