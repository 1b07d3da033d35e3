"""What stands around the lanes: title and subtitle above, their names beside, the axis, the undated and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.scene import frame
from timeline.scene.source import Held
from timeline.scene.strip import LINE, UNKNOWN, Strip, unknown_strip
from timeline.scene.text import clean
from timeline.scene.words import subtitle

if TYPE_CHECKING:
    from timeline.scene.geometry import LegendItem
    from timeline.scene.material import Material
    from timeline.scene.source import Source

AXIS = 40.0
"""Pixels below the lanes for the axis."""
LEAST = 90.0
"""Pixels for lanes below which title, subtitle and legend give way."""
_ABOVE_TOLD, _ABOVE, _BOTTOM = 24.0, 8.0, 6.0
"""Pixels above the lanes where publication days or what lies beside are told, else; and below all."""
_LOW = 36.0
"""Pixels of the drawing's height for each lane below which a lane's title has one line."""
_STRIP_LINES, _MOST_ALONE, _BELOW_STRIP = 6, 60, 6.0


class Around(NamedTuple):
    """Lines of text, left edge, heights above and below, strip, legend, room left; `name` is what all is called."""

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
    name: str


def around(material: Material, *, moved: bool) -> Around:
    """
    What stands around the lanes of a drawing; its room is None where that may be as high as it needs.

    *moved*: its window will be another, so that something may come to lie beside it.
    """
    view, source = material.view, material.source
    name = clean(source.title or (source.articles[0].title if source.articles else None) or "")
    heads, below, used = frame.title_lines(
        name if view.title else "",
        _said(source) if view.subtitle else "",
        view.width - 2 * frame.MARGIN,
    )
    titles = [group.key for group in material.groups] + ([UNKNOWN] if material.unknown else [])
    left = frame.gutter(titles, view.width)
    right = view.width - frame.MARGIN
    part = moved or (material.asked.first, material.asked.last) != source.reach()
    top = used + (_ABOVE_TOLD if material.published or view.window or part else _ABOVE)
    lines = _strip_lines(view.height, top, alone=not material.groups)
    strip, strip_height = unknown_strip(material, left, right, lines, frame.head(titles, view.width))
    items = frame.legend(frame.legend_keys(material.events, material.extents), left, right) if view.legend else ()
    legend_height = items[-1].y + frame.LEGEND_LINE / 2 + _BOTTOM if items else _BOTTOM
    axis = AXIS if material.groups or not strip else 0.0
    bottom = axis + (strip_height + _BELOW_STRIP if strip else 0.0) + legend_height
    room = None if view.height is None else view.height - top - bottom
    return Around(heads, below, left, top, bottom, strip, strip_height, items, legend_height, room, name)


def _strip_lines(height: float | None, top: float, *, alone: bool) -> int:
    """How many lines of undated events there may be; where there is nothing else, as many as there is room for."""
    if alone:
        return _MOST_ALONE if height is None else max(int((height - top - 2 * _BELOW_STRIP - 4) / LINE), 1)
    return _STRIP_LINES if height is None else min(max(int(height / 160), 1), _STRIP_LINES)


def _said(source: Source) -> str:
    """The sentence below the title; of events that are not in memory only how many there are."""
    if isinstance(source, Held):
        return subtitle(source.timeline, [event for event in source.timeline.events if not event.hidden])
    count = source.total + source.unknown(0)[1]
    return f"{count:,} {'event' if count == 1 else 'events'}."
