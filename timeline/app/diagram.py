"""
The order of events as plain geometry: a column for each layer, a box for each event, an arrow for each step.

An arrow that passes over a column has a passage of its own between the boxes there, so none crosses a box.
The same order gives the same diagram.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.model.statement import Stratum
from timeline.scene.geometry import Box
from timeline.scene.text import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.event import Event
    from timeline.reasoning.partial import Order, Step

MOST: Final = 60
"""The most events that are drawn: more of them are read in a list."""
WIDE: Final = 204
GUTTER: Final = 52
"""Between two columns, where arrows turn."""
MARGIN: Final = 16
TITLE: Final = 13.0
DATE: Final = 12.0
LINE: Final = 16.5
PAD: Final = 9
ROWS: Final = 3
"""The most lines of a title."""
PASSAGE: Final = 10
"""The height an arrow needs where it passes between boxes."""
APART: Final = 12
"""Between boxes, and between a box and a passage."""
PORT: Final = 9
"""Between arrows that leave or reach the same box, at most."""
SWEEPS: Final = 6
"""How often the columns are put in the order of their neighbours; more changes nothing that can be seen."""


class Place(NamedTuple):
    """Something that takes room in a column: an event, or the passage of step *step* at column *layer*."""

    event: str
    step: int = -1
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """An event's box, its title broken into lines, and its date in words below."""

    event: str
    box: Box
    title: tuple[str, ...]
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """
    A step from the right edge of its first event's box to the left edge of its second one's.

    `points` come in pairs: from the first to the second of a pair the line is straight and level, across a column;
    from there to the next pair it bends within the gutter. The ends stand alone.
    """

    step: Step
    points: tuple[tuple[float, float], ...]

    @property
    def usual(self) -> bool:
        """It rests on what is only usual."""
        return self.step.reason.stratum is Stratum.USUAL


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes and arrows with their places in pixels from the top left corner."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


def diagram(order: Order, events: Mapping[str, Event]) -> Diagram | None:
    """The diagram of an order; None where nothing is ordered, or where there are too many events to be drawn."""
    count = sum(map(len, order.layers))
    if not count or count > MOST:
        return None
    columns = _arranged(_columns(order), _links(order))
    words = {one: _words(events[one]) for layer in order.layers for one in layer}
    sizes = {place: _height(place, words) for column in columns for place in column}
    middles = _settled(columns, _links(order), sizes)
    top = min(middles[place] - sizes[place] / 2 for place in sizes) - MARGIN
    middles = {place: middle - top for place, middle in middles.items()}
    nodes = [
        Node(place.event, _box(at, middles[place], sizes[place]), *words[place.event])
        for at, column in enumerate(columns)
        for place in column
        if place.step < 0
    ]
    boxes = {node.event: node.box for node in nodes}
    bottom = max(middles[place] + sizes[place] / 2 for place in sizes)
    width = _left(len(columns) - 1) + WIDE + MARGIN
    return Diagram(width, bottom + MARGIN, tuple(nodes), _arrows(order, boxes, middles))


def _words(event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = WIDE - 2 * PAD
    when = event.when or "date unknown"
    return wrap(event.title, TITLE, room, ROWS, "bold"), wrap(when, DATE, room, 2)


def _height(place: Place, words: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> float:
    if place.step >= 0:
        return PASSAGE
    title, when = words[place.event]
    return 2 * PAD + LINE * (len(title) + len(when))


def _left(column: int) -> float:
    return MARGIN + column * (WIDE + GUTTER)


def _box(column: int, middle: float, height: float) -> Box:
    return Box(_left(column), middle - height / 2, _left(column) + WIDE, middle + height / 2)


# --- which stands where in its column -------------------------------------------------------------


def _layer(order: Order) -> dict[str, int]:
    return {event: at for at, layer in enumerate(order.layers) for event in layer}


def _way(number: int, step: Step, layer: Mapping[str, int]) -> list[Place]:
    """An arrow's places from its first event to its second."""
    between = range(layer[step.first] + 1, layer[step.second])
    return [Place(step.first), *[Place("", number, at) for at in between], Place(step.second)]


def _links(order: Order) -> list[tuple[Place, Place]]:
    """What is joined from one column to the next."""
    layer = _layer(order)
    return [pair for number, step in enumerate(order.steps) for pair in pairwise(_way(number, step, layer))]


def _columns(order: Order) -> list[list[Place]]:
    """The columns as they come: events in text order, passages below them."""
    layer = _layer(order)
    columns = [[Place(event) for event in one] for one in order.layers]
    for number, step in enumerate(order.steps):
        for place in _way(number, step, layer)[1:-1]:
            columns[place.layer].append(place)
    return columns


def _arranged(columns: list[list[Place]], links: Iterable[tuple[Place, Place]]) -> list[list[Place]]:
    """The columns with each place near those it is joined to, forwards and backwards, the fewest crossings kept."""
    links = list(links)
    behind, ahead = _neighbours(links)
    best = columns
    for sweep in range(SWEEPS):
        near = behind if sweep % 2 == 0 else ahead
        numbers = range(len(columns)) if sweep % 2 == 0 else range(len(columns) - 1, -1, -1)
        columns = [list(column) for column in columns]
        for at in numbers:
            rows = {place: float(row) for column in columns for row, place in enumerate(column)}
            means = {place: _mean(near.get(place), rows, rows[place]) for place in columns[at]}
            columns[at].sort(key=means.__getitem__)
        if _crossings(columns, links) < _crossings(best, links):
            best = columns
    return best


def _neighbours(
    links: Iterable[tuple[Place, Place]],
) -> tuple[dict[Place, list[Place]], dict[Place, list[Place]]]:
    behind: dict[Place, list[Place]] = {}
    ahead: dict[Place, list[Place]] = {}
    for first, second in links:
        behind.setdefault(second, []).append(first)
        ahead.setdefault(first, []).append(second)
    return behind, ahead


def _mean(near: Sequence[Place] | None, values: Mapping[Place, float], otherwise: float) -> float:
    return sum(values[one] for one in near) / len(near) if near else otherwise


def _crossings(columns: Iterable[Sequence[Place]], links: Iterable[tuple[Place, Place]]) -> int:
    """How many pairs of lines cross between neighbouring columns."""
    at = {place: (number, row) for number, column in enumerate(columns) for row, place in enumerate(column)}
    gaps: dict[int, list[tuple[int, int]]] = {}
    for first, second in links:
        gaps.setdefault(at[first][0], []).append((at[first][1], at[second][1]))
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for lines in gaps.values()
        for number, one in enumerate(lines)
        for other in lines[:number]
    )


# --- how high it stands ---------------------------------------------------------------------------


def _settled(
    columns: Sequence[Sequence[Place]], links: Iterable[tuple[Place, Place]], sizes: Mapping[Place, float]
) -> dict[Place, float]:
    """The middle of each place: near those it is joined to, and clear of the others of its column."""
    behind, ahead = _neighbours(links)
    middles: dict[Place, float] = {}
    for column in columns:
        middles.update(zip(column, stacked([0.0] * len(column), [sizes[place] for place in column]), strict=True))
    for sweep in range(SWEEPS):
        near = behind if sweep % 2 == 0 else ahead
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wished = [_mean(near.get(place), middles, middles[place]) for place in column]
            middles.update(zip(column, stacked(wished, [sizes[place] for place in column]), strict=True))
    return middles


def stacked(wished: Sequence[float], heights: Sequence[float]) -> list[float]:
    """
    The middles nearest to the *wished* ones (least squares) at which things of these heights stand clear, in order.

    Things that would overlap are moved together, as a block around the mean of what they wish.
    """
    offsets = [0.0]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + APART)
    blocks: list[tuple[float, int]] = []  # the place of the first thing, and how many
    for wish, offset in zip(wished, offsets, strict=False):
        start, count = wish - offset, 1
        while blocks and blocks[-1][0] > start:
            before, many = blocks.pop()
            start, count = (before * many + start * count) / (many + count), many + count
        blocks.append((start, count))
    starts = [start for start, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=False)]


# --- arrows ---------------------------------------------------------------------------------------


def _arrows(order: Order, boxes: Mapping[str, Box], middles: Mapping[Place, float]) -> tuple[Arrow, ...]:
    layer = _layer(order)
    ways = [_way(number, step, layer) for number, step in enumerate(order.steps)]
    leaves = _ports([(way[0], middles[way[1]]) for way in ways], boxes)
    reaches = _ports([(way[-1], middles[way[-2]]) for way in ways], boxes)
    found = []
    for step, way, out, into in zip(order.steps, ways, leaves, reaches, strict=True):
        points = [(boxes[step.first].right, out)]
        for place in way[1:-1]:
            points += [(_left(place.layer), middles[place]), (_left(place.layer) + WIDE, middles[place])]
        points.append((boxes[step.second].left, into))
        found.append(Arrow(step, tuple(points)))
    return tuple(found)


def _ports(ends: Sequence[tuple[Place, float]], boxes: Mapping[str, Box]) -> list[float]:
    """How high each arrow meets its box: in the order of where it comes from, around the middle."""
    found = [0.0] * len(ends)
    for event in dict.fromkeys(place.event for place, _ in ends):
        mine = sorted((far, number) for number, (place, far) in enumerate(ends) if place.event == event)
        box = boxes[event]
        apart = min(PORT, (box.height - 2 * PAD) / max(len(mine) - 1, 1))
        for row, (_, number) in enumerate(mine):
            found[number] = (box.top + box.bottom) / 2 + (row - (len(mine) - 1) / 2) * apart
    return found
