"""What stands around the lanes: title, subtitle, lane titles, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.event import Status
from timeline.scene.geometry import Box, Label, LegendItem, Run
from timeline.scene.text import cut, width, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model.event import Event
    from timeline.scene.extent import Extent

TITLE, SUBTITLE, LANE, TICK, LEGEND = 20.0, 13.5, 13.0, 12.0, 12.0
MARGIN, LEGEND_LINE = 14.0, 20.0
_UNTITLED = 50.0
"""Free pixels beside lanes without titles: the first tick may carry a date."""
_LANE_WIDEST, _LANE_GAP = 150.0, 12.0
_NARROW = 480.0
"""Pixels of width below which the titles of lanes stand above their rows, and not in a column beside them."""
_HEAD, _HEAD_SIZE, _INDENT = 16.0, 12.0, 4.0
"""The height of such a title's line, the size of its letters, and how far it stands within its lane."""
_NARROW_GUTTER, _BEHIND = 20.0, 100.0
"""Free pixels beside such lanes: half the first tick; and behind their titles: counts."""
_SAMPLE = {"dot": 12.0, "diamond": 14.0, "within": 22.0, "open": 24.0, "span": 22.0, "usual": 12.0, "planned": 20.0}
_SAMPLE |= {"possible": 20.0, "denied": 14.0}
_MEANS = {
    "dot": "day, from the text",
    "diamond": "day of a known event",
    "within": "some time within",
    "open": "open on that side",
    "span": "all this time",
    "usual": "~ usual, not stated",
    "planned": "planned",
    "possible": "possible",
    "denied": "did not happen",
}


def title_lines(title: str, subtitle: str, room: float) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """The lines of title and subtitle, and the height of both together."""
    heads = wrap(title, TITLE, room, 2, "bold") if title else ()
    below = wrap(subtitle, SUBTITLE, room, 3) if subtitle else ()
    return heads, below, max((label.box.bottom + 4 for label in head_labels(heads, below)), default=4.0)


def head_labels(titles: Sequence[str], subtitles: Sequence[str]) -> list[Label]:
    """Title and subtitle in their places."""
    found, y = [], 8.0
    for lines, role, size, style, leading in (
        (titles, "title", TITLE, "bold", 1.25),
        (subtitles, "subtitle", SUBTITLE, "plain", 1.35),
    ):
        for line in lines:
            y += size * leading
            middle = y - size * 0.36
            box = Box(MARGIN, middle - size * 0.6, MARGIN + width(line, size, style), middle + size * 0.6)
            found.append(Label(((Run(line, style),),), MARGIN, middle, "start", size, box, role=role))
        y += 2
    return found


def gutter(titles: Sequence[str], whole: float) -> float:
    """How wide the column of lane titles is on a drawing of that width."""
    if not any(titles):
        return _UNTITLED
    if head(titles, whole):
        return _NARROW_GUTTER
    room = _title_room(whole)
    widest = max(width(line, LANE, "bold") for title in titles for line in wrap(title, LANE, room, 3, "bold"))
    return MARGIN + max(widest, min(56.0, room)) + _LANE_GAP


def head(titles: Sequence[str], whole: float) -> float:
    """How much of a lane's height its title takes, on a drawing that has no room for a column of titles; else 0."""
    return _HEAD if whole < _NARROW and any(titles) else 0.0


def title_height(title: str) -> float:
    """The height of a lane's title on as many lines as it takes."""
    return len(wrap(title, LANE, _LANE_WIDEST, 3, "bold")) * LANE * 1.2 + 4 if title else 0.0


def _title_room(whole: float) -> float:
    return min(_LANE_WIDEST, whole * 0.22)


def lane_title(title: str, area: Box, colour: int, above: float) -> Label | None:
    """A lane's title, right-aligned beside it, or in the pixels *above* its rows; None where it has none."""
    if not title:
        return None
    if above:
        return _head_title(title, area, colour)
    right, top, bottom = area.left, area.top, area.bottom
    lines = min(max(int((bottom - top) / (LANE * 1.2)), 1), 3)
    texts = wrap(title, LANE, right - MARGIN - _LANE_GAP + 0.5, lines, "bold")
    widest = max(width(text, LANE, "bold") for text in texts)
    middle, x = (top + bottom) / 2, right - _LANE_GAP
    reach = len(texts) * LANE * 0.6
    box = Box(x - widest, middle - reach, x, middle + reach)
    return Label(tuple((Run(text, "bold"),) for text in texts), x, middle, "end", LANE, box, role="lane", colour=colour)


def _head_title(title: str, area: Box, colour: int) -> Label:
    x, middle = area.left + _INDENT, area.top + _HEAD / 2 + 1
    line = cut(title, _HEAD_SIZE, area.width - _BEHIND, "bold")
    box = Box(x, middle - _HEAD_SIZE * 0.6, x + width(line, _HEAD_SIZE, "bold"), middle + _HEAD_SIZE * 0.6)
    return Label(((Run(line, "bold"),),), x, middle, "start", _HEAD_SIZE, box, role="lane", colour=colour)


def legend(keys: Sequence[str], left: float, right: float) -> tuple[LegendItem, ...]:
    """These kinds of glyph with their meaning, in one line or more; heights count from the top of the legend."""
    items: list[LegendItem] = []
    x, y = left, LEGEND_LINE / 2
    for key in keys:
        text = _MEANS[key]
        wide = _SAMPLE[key] + 8 + width(text, LEGEND)
        if items and x + wide > right:
            x, y = left, y + LEGEND_LINE
        items.append(LegendItem(key, x, y, text))
        x += wide + 22
    return tuple(items)


def legend_keys(events: Sequence[Event], extents: Mapping[str, Extent]) -> list[str]:
    """The kinds of glyph that these events have; none where all are dots, which need no words."""
    known = [(event, extents[event.id]) for event in events if event.id in extents]
    bands = [extent for _, extent in known if extent.point is None]
    statuses = {event.status for event, _ in known}
    found = {
        "dot": any(extent.point is not None and not event.landmark for event, extent in known),
        "diamond": any(extent.point is not None and event.landmark for event, extent in known),
        "within": any(extent.hard for extent in bands),
        "open": any(extent.begins[0] is None or extent.ends[1] is None for extent in bands),
        "span": any(extent.core for extent in bands),
        "usual": any(extent.usual for _, extent in known),
        "planned": Status.PLANNED in statuses,
        "possible": Status.POSSIBLE in statuses,
        "denied": Status.DENIED in statuses,
    }
    keys = [key for key, there in found.items() if there]
    return [] if keys == ["dot"] else keys


def sample_width(key: str) -> float:
    """How wide the sample of a legend item is; its text starts 8 px behind it."""
    return _SAMPLE[key]
