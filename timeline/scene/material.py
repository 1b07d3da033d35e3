"""What is to be drawn, before anything has a place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from timeline.scene.breaks import WHOLE, Breaks
from timeline.scene.counting import cell_for, place_of
from timeline.scene.extent import Extent, extent_of
from timeline.scene.labels import label_of
from timeline.scene.lanes import Group, names_of, place_among
from timeline.scene.published import published_in
from timeline.scene.same import Same
from timeline.scene.source import Asked, Held, time_of
from timeline.scene.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.scene.geometry import Line
    from timeline.scene.source import Found, Source

MOST_GLYPHS = 250
"""No drawing holds more events than this; of the others it tells how many there are."""
MOST_UNKNOWN = 250
_MOST_INNER = 150
"""Of the events that are drawn, so many lie in the window that is seen first."""


@dataclass(frozen=True, slots=True)
class Material:
    """
    The events of a window in their lanes, with what is known of each.

    `found` is what the source says of the window, `order` the numbers of its lanes in the order of `groups`; cells are
    `cell` days wide and `cells` the first day of each event's. `published` holds the first and last day and the words
    for each publication day; `unknown` are the first of the events without any place on the axis, `listless` how many
    there are; `names` holds the articles' names and `lines` the events' labels, by id. `made` is
    what was made of these events already, by what it hangs on: all copies share it.
    """

    source: Source
    view: View
    asked: Asked
    found: Found
    order: tuple[int, ...]
    groups: tuple[Group, ...]
    extents: Mapping[str, Extent]
    cells: Mapping[str, float]
    published: tuple[tuple[float | None, float | None, str], ...]
    unknown: tuple[Event, ...]
    listless: int
    names: Mapping[str, str]
    lines: Mapping[str, Line]
    made: dict[tuple[Any, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def breaks(self) -> Breaks:
        """What is cut out of the axis."""
        return breaks_in(self.source)

    @property
    def offset(self) -> bool:
        """No year is known anywhere, days are counted from publication."""
        return self.source.offset

    @property
    def events(self) -> list[Event]:
        """All events that are drawn or listed."""
        return [event for one in self.groups for event in one.events] + list(self.unknown)

    @property
    def days(self) -> list[float]:
        """The days of publication that are known."""
        return [one[0] for one in self.published if one[0] is not None and one[0] == one[1]]

    @property
    def complete(self) -> bool:
        """Every event of the window is among those that are drawn."""
        return self.found.total <= len(self.found.events)


def gather(
    source: Source,
    view: View,
    first: float,
    last: float,
    cell: float,
    inner: tuple[float, float] | None = None,
) -> Material:
    """
    The material of a drawing from the day *first* to the day *last*; the same in whatever order the events come.

    Events are counted in cells of at least *cell* days. More than their share are those that lie between the days
    *inner*, which are seen first.
    """
    core = View(lanes_by=view.lanes_by, lanes=view.lanes, selected=view.selected, top=view.top, order=view.order)
    return replace(_gathered(Same(source), core, first, last, cell_for(cell), inner), view=view)


def recounted(material: Material, cell: float) -> Material:
    """The same events, counted in cells of at least *cell* days."""
    asked = replace(material.asked, cell=cell_for(cell))
    lanes = material.source.window(replace(asked, most=0)).lanes
    found = replace(material.found, lanes=lanes)
    return replace(material, asked=asked, found=found, cells=_cells(material.extents, asked))


@lru_cache(maxsize=8)
def _gathered(
    same: Same[Source], view: View, first: float, last: float, cell: float, inner: tuple[float, float] | None
) -> Material:
    """What is to be drawn hangs on no height: the page draws the same at several."""
    source = same.thing
    asked = Asked(first, last, view.lanes_by, view.lanes, MOST_GLYPHS, cell, view.selected)
    found = _found(source, asked, inner)
    names = names_of(source.articles)
    unknown, listless = source.unknown(MOST_UNKNOWN)
    breaks = breaks_in(source)
    extents = {
        event.id: breaks.extent(one) for event in found.events if (one := extent_of(event, offset=source.offset))
    }
    members: list[list[Event]] = [[] for _ in found.lanes]
    for event, place in zip(found.events, found.places, strict=True):
        members[place].append(event)
    order = sorted(range(len(members)), key=lambda number: _place(found, number, view))
    groups = tuple(
        Group(
            found.lanes[number].key,
            tuple(sorted(members[number], key=lambda event: time_of(event, extents[event.id].reference))),
            found.lanes[number].colour,
        )
        for number in order
    )
    lines = {event.id: label_of(event, bold=event.id == view.selected) for event in (*found.events, *unknown)}
    published = published_in(source, breaks)
    return Material(
        source,
        view,
        asked,
        found,
        tuple(order),
        groups,
        extents,
        _cells(extents, asked),
        published,
        unknown,
        listless,
        names,
        lines,
    )


def _cells(extents: Mapping[str, Extent], asked: Asked) -> dict[str, float]:
    """The first day of the cell that each event is counted in."""
    first, last, cell = asked.first, asked.last, asked.cell
    return {key: min(max(place_of(extent).at, first), last) // cell * cell for key, extent in extents.items()}


def _found(source: Source, asked: Asked, inner: tuple[float, float] | None) -> Found:
    """What the source says of a window; where it does not give all of it, most of what lies within *inner* first."""
    found = source.window(asked)
    if inner is None or found.total <= len(found.events):
        return found
    near = source.window(replace(asked, first=inner[0], last=inner[1], most=_MOST_INNER))
    taken = {event.id: (event, place) for event, place in zip(near.events, near.places, strict=True)}
    for event, place in zip(found.events, found.places, strict=True):
        taken.setdefault(event.id, (event, place))
    kept = list(taken.values())[: asked.most]
    return replace(found, events=tuple(event for event, _ in kept), places=tuple(place for _, place in kept))


def _place(found: Found, number: int, view: View) -> tuple[int, bool, int, int]:
    """A lane's place in the drawing; colours count from the weightiest, what is gathered comes last."""
    lane = found.lanes[number]
    return place_among(view.top, lane.key), lane.colour < 0, lane.colour if view.order == "weight" else 0, number


def breaks_in(source: Source) -> Breaks:
    """What is cut out of the axis of a source."""
    return source.breaks if isinstance(source, Held) else WHOLE
