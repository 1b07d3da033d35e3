"""Events that share one unknown day, joined by a bracket at their end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.scene.geometry import Box, Bracket, Label, Run
from timeline.scene.labels import Stretch
from timeline.scene.text import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.scene.extent import Extent
    from timeline.scene.glyphs import Outline
    from timeline.scene.lanes import Group
    from timeline.scene.scale import Scale

_SIZE = 11.5
_REACH = 6.0
"""How far the bracket stands from the glyphs it joins."""
_STEP = 4.0
_WIDE = _REACH + 6 + _SIZE * 1.3


class Joined(NamedTuple):
    """Events of one unknown day: what it is called, the events, and the first and last lane they lie in."""

    name: str
    events: tuple[str, ...]
    lanes: tuple[int, int]


def joined(groups: Sequence[Group], extents: Mapping[str, Extent]) -> tuple[Joined, ...]:
    """The events that share a day which is not known, two or more at a time."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for number, group in enumerate(groups):
        for event in group.events:
            if event.shared and extents[event.id].point is None:
                found.setdefault((event.article, event.shared), []).append((event.id, number))
    return tuple(
        Joined(name, tuple(event for event, _ in members), (members[0][1], members[-1][1]))
        for (_, name), members in sorted(found.items())
        if len(members) > 1
    )


def wall_of(one: Joined, outlines: Mapping[str, Outline], edges: Stretch) -> Stretch:
    """The pixels from left to right that the bracket takes, where no label may stand."""
    right = max(outlines[event].right for event in one.events)
    if right + _WIDE <= edges.right:
        return Stretch(right, right + _WIDE)
    left = max(min(outlines[event].left for event in one.events), edges.left + _WIDE)
    return Stretch(left - _WIDE, left)


def tied(one: Joined, outlines: Mapping[str, Outline], wall: Stretch, scale: Scale) -> tuple[float, float, float]:
    """The day a bracket is tied to, its edge in pixels from there, and 1 where it stands right of it, -1 left."""
    shapes = [outlines[event] for event in one.events]
    last = max(shapes, key=lambda shape: (shape.right, shape.last))
    if wall.left >= last.right - 0.5:
        return last.last, last.after, 1.0
    first = min(shapes, key=lambda shape: (shape.left, shape.first))
    return first.first, wall.right - scale.x(first.first), -1.0


def bracket(
    one: Joined, outlines: Mapping[str, Outline], glyphs: Mapping[str, Box], scale: Scale, wall: Stretch
) -> Bracket | None:
    """The bracket itself, its name beside it, read downwards; None where fewer than two of its events are drawn."""
    middles = {event: (box.top + box.bottom) / 2 for event, box in glyphs.items()}
    drawn = [event for event in one.events if event in middles]
    if len(drawn) < 2:
        return None
    heights = tuple(sorted(middles[event] for event in drawn))
    day, edge, sign = tied(one, outlines, wall, scale)
    shift = edge + sign * (_REACH + 4 + _SIZE * 0.65)
    x = scale.x(day) + shift
    box = _clear(x, width(one.name, _SIZE, "usual") / 2, heights, glyphs.values())
    middle = (box.top + box.bottom) / 2
    label = Label(
        ((Run(one.name, "usual"),),), x, middle, "middle", _SIZE, box, day, shift, role="bracket", upright=False
    )
    return Bracket(day, edge + sign * _REACH, heights, label, tuple(drawn))


def _clear(x: float, tall: float, heights: tuple[float, ...], glyphs: Iterable[Box]) -> Box:
    """Where the name stands: nearest to the middle of the bracket where it lies on no glyph."""
    middle, reach = (heights[0] + heights[-1]) / 2, max((heights[-1] - heights[0]) / 2 - tall, 0.0)
    boxes = list(glyphs)
    steps = [0.0] + [sign * step * _STEP for step in range(1, int(reach / _STEP) + 1) for sign in (1, -1)]
    places = [Box(x - _SIZE * 0.65, middle + step - tall, x + _SIZE * 0.65, middle + step + tall) for step in steps]
    return next((place for place in places if not any(place.meets(box) for box in boxes)), places[0])
