"""
Which labels and counts a window of a plan shows, and where.

`assets/evaluate.js` does the same in the page, step by step: a change here is a change there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.scene.arrange import EDGE, TORN
from timeline.scene.density import COUNT
from timeline.scene.geometry import Box
from timeline.scene.glyphs import THINNEST
from timeline.scene.labels import BETWEEN, GAP, Stretch, stand
from timeline.scene.scale import Scale, px
from timeline.scene.text import advances_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.scene.planned import Mark, Option, Plan

MOST_LABELS = 120
"""No window shows more labels than this."""
SLACK = 0.05
"""Pixels by which what is rounded may come nearer."""
_LINE = 16
"""Boxes are looked up by lines of so many pixels."""
_AROUND = 4.0
"""Free pixels around a count."""
_NARROWEST, _NARROWEST_BAR = 56.0, 6.0
"""Cells are joined until they are so many pixels wide: in a lane with labels, in a folded one."""
_HIGH = 1.2
"""The height of a count, in sizes."""
_ADVANCES = advances_of("+,0123456789")


class Placed(NamedTuple):
    """A label at its place: of which mark, in which form, its box, and the seen edges of its glyph."""

    mark: int
    option: Option
    box: Box
    glyph: Stretch


@dataclass(frozen=True, slots=True)
class Counted:
    """So many events of a lane without a label between two days, and the box in which that is told."""

    lane: int
    first: float
    last: float
    count: int
    box: Box


@dataclass(frozen=True, slots=True)
class Full:
    """A bar of a folded lane: its days, its pixels, how many events."""

    lane: int
    first: float
    last: float
    count: int
    stretch: Stretch


class Seen(NamedTuple):
    """What a window of a plan shows; `visible` are the edges of each mark, `brackets` the boxes of their names."""

    visible: Mapping[int, Stretch]
    brackets: Mapping[int, Box]
    labels: tuple[Placed, ...]
    counts: tuple[Counted, ...]
    bars: tuple[Full, ...]


class _Taken:
    """The boxes that are taken, by the lines of the drawing they lie on."""

    def __init__(self) -> None:
        self.lines: dict[int, list[tuple[Box, int]]] = {}

    def add(self, box: Box, owner: int) -> None:
        for line in range(int(box.top // _LINE), int(box.bottom // _LINE) + 1):
            self.lines.setdefault(line, []).append((box, owner))

    def free(self, box: Box, owner: int, gap: float) -> bool:
        """Nothing but what has the same owner comes near the box."""
        left, right, top, bottom = box.left - gap, box.right + gap, box.top + SLACK, box.bottom - SLACK
        for line in range(int(box.top // _LINE), int(box.bottom // _LINE) + 1):
            for other, whose in self.lines.get(line, ()):
                if other[0] < right and left < other[2] and other[1] < bottom and top < other[3] and whose != owner:
                    return False
        return True


def scale_of(plan: Plan, window: tuple[float, float]) -> Scale:
    """The window on the pixels of the plot."""
    return Scale(window[0], window[1], plan.page.plot.left, plan.page.plot.right)


def look(plan: Plan, window: tuple[float, float]) -> Seen:
    """What of a plan is seen in a window."""
    scale = scale_of(plan, window)
    taken = _Taken()
    visible: dict[int, Stretch] = {}
    for number, mark in enumerate(plan.marks):
        if plan.bands[mark.lane].folded:
            continue
        left, right = reach_of(mark, scale)
        if right < scale.left or left > scale.right:
            continue
        visible[number] = Stretch(left, right)
        taken.add(Box(left, mark.y - mark.half, right, mark.y + mark.half), number)
    brackets = _brackets(plan, scale)
    for number, box in brackets.items():
        taken.add(Box(box.left + BETWEEN - GAP, box.top, box.right - BETWEEN + GAP, box.bottom), -3 - number)
    labels = _labels(plan, scale, visible, taken)
    told = {one.mark for one in labels}
    counts = [one for lane in range(len(plan.bands)) for one in _counts(plan, lane, scale, told, taken)]
    bars = [one for lane in range(len(plan.bands)) for one in _bars(plan, lane, scale)]
    return Seen(visible, brackets, tuple(labels), tuple(counts), tuple(bars))


def _brackets(plan: Plan, scale: Scale) -> dict[int, Box]:
    """The brackets that lie wholly in sight and touch none before them."""
    found: dict[int, Box] = {}
    for number, one in enumerate(plan.brackets):
        x, middle = scale.x(one.day), scale.x(one.day) + px(one.label.shift)
        box = one.label.box
        wide, tall, y = px(box.right - box.left) / 2, px(box.bottom - box.top) / 2, px(one.label.y)
        own = Box(middle - wide, y - tall, middle + wide, y + tall)
        seen = min(own.left, x, x + one.shift) >= scale.left and max(own.right, x, x + one.shift) <= scale.right
        high = own.top >= plan.page.plot.top and own.bottom <= plan.page.plot.bottom
        if seen and high and not any(own.meets(other) for other in found.values()):
            found[number] = own
    return found


def reach_of(mark: Mark, scale: Scale) -> tuple[float, float]:
    """The pixels a glyph takes, those of the frame around the selected one included."""
    left, right = scale.x(mark.first) - mark.before, scale.x(mark.last) + mark.after
    if right - left < THINNEST:
        middle = (left + right) / 2
        left, right = middle - THINNEST / 2, middle + THINNEST / 2
    return left - mark.halo, right + mark.halo


def _labels(plan: Plan, scale: Scale, visible: Mapping[int, Stretch], taken: _Taken) -> list[Placed]:
    """First each label that has a place of its own, there; then what else finds one, in order of claim."""
    walls: list[list[Stretch]] = [[] for _ in plan.bands]
    for wall in plan.walls:
        x = scale.x(wall.day)
        for lane in range(wall.lanes[0], wall.lanes[1] + 1):
            walls[lane].append(Stretch(x + wall.left, x + wall.right))
    near = [scale.x(day) for day in plan.days]
    edges = Stretch(scale.left + EDGE, scale.right - EDGE)
    found: list[Placed] = []
    placed: set[int] = set()
    for turn in ("own", "any"):
        for words in plan.words:
            number = words.mark
            if number not in visible or number in placed or (turn == "own" and not words.fixed):
                continue
            if len(found) >= MOST_LABELS:
                return found
            mark = plan.marks[number]
            seen = Stretch(max(visible[number].left, edges.left), min(visible[number].right, edges.right))
            rings = [scale.x(ring) for ring in mark.rings] if mark.wide else None
            for option in words.options[:1] if turn == "own" else words.options:
                box = _place(plan, mark, option, seen, edges, walls[mark.lane], near, rings, taken, number)
                if box:
                    found.append(Placed(number, option, box, visible[number]))
                    placed.add(number)
                    taken.add(box, number)
                    break
    return found


def _place(
    plan: Plan,
    mark: Mark,
    option: Option,
    seen: Stretch,
    edges: Stretch,
    walls: Sequence[Stretch],
    near: Sequence[float],
    rings: Sequence[float] | None,
    taken: _Taken,
    number: int,
) -> Box | None:
    """The box of a label in one of its forms; None where it is not free. It avoids a publication day if it can."""
    top, bottom = mark.y - option.tall / 2, mark.y + option.tall / 2
    band = plan.bands[mark.lane]
    if top < band.top - SLACK or bottom > band.floor + SLACK:
        return None
    tried = None
    for days in (near, ()) if near else ((),):
        start = stand(option.side, option.wide, len(option.lines), seen, edges, walls, days, rings)
        if start is None or start == tried:
            continue
        tried = start
        box = Box(start, top, start + option.wide, bottom)
        if taken.free(box, number, BETWEEN - SLACK):
            return box
    return None


def _counts(plan: Plan, lane: int, scale: Scale, told: set[int], taken: _Taken) -> list[Counted]:
    """The events of a lane that have no label, told cell by cell."""
    band = plan.bands[lane]
    if not band.counts:
        return []
    groups = _groups(plan, lane, scale, _NARROWEST, told)
    found = []
    for first, last, count in _joined(groups, scale):
        wide = _wide(count)
        middle = (max(scale.x(first), scale.left) + min(scale.x(last), scale.right)) / 2
        middle = min(max(middle, scale.left + EDGE + wide / 2), scale.right - EDGE - wide / 2)
        for cut in plan.breaks.marks():  # the page, whose axis is never broken, knows nothing of this
            near = Stretch(scale.x(cut[0]) - TORN - wide / 2, scale.x(cut[1]) + TORN + wide / 2)
            if near.left < middle < near.right:
                middle = near.left if scale.x(first) < near.left else near.right
        for y in band.counts:
            box = Box(middle - wide / 2, y - COUNT * _HIGH / 2, middle + wide / 2, y + COUNT * _HIGH / 2)
            if taken.free(box, -1, _AROUND - SLACK):
                taken.add(box, -2)
                found.append(Counted(lane, first, last, count, box))
                break
    return found


def _bars(plan: Plan, lane: int, scale: Scale) -> list[Full]:
    """How full a folded lane is, cell by cell."""
    if not plan.bands[lane].folded:
        return []
    found = []
    for first, last, count in _groups(plan, lane, scale, _NARROWEST_BAR, set()):
        left, right = max(scale.x(first), scale.left), min(scale.x(last), scale.right)
        found.append(Full(lane, first, last, count, Stretch(left, right)))
    return found


def _groups(plan: Plan, lane: int, scale: Scale, least: float, told: set[int]) -> list[tuple[float, float, int]]:
    """The cells of a lane in sight, so many joined that each is *least* pixels wide, with those not told of."""
    width = plan.cell
    zoom = (scale.right - scale.left) / (scale.last - scale.first)
    while width * zoom < least:
        width *= 2
    found: dict[float, int] = {}
    for cell in plan.cells:
        if cell.lane == lane:
            first = cell.first // width * width
            found[first] = found.get(first, 0) + cell.count - sum(mark in told for mark in cell.marks)
    return [
        (first, first + width, count)
        for first, count in sorted(found.items())
        if count > 0 and first < scale.last and first + width > scale.first
    ]


def _joined(groups: list[tuple[float, float, int]], scale: Scale) -> list[tuple[float, float, int]]:
    """The same, what is cut by an edge of the drawing joined to its neighbour where it has no room for its number."""
    if len(groups) > 1 and groups[0][1] == groups[1][0] and _room(groups[0], scale) < _wide(groups[0][2]) + _AROUND:
        groups = [(groups[0][0], groups[1][1], groups[0][2] + groups[1][2]), *groups[2:]]
    if len(groups) > 1 and groups[-1][0] == groups[-2][1] and _room(groups[-1], scale) < _wide(groups[-1][2]) + _AROUND:
        groups = [*groups[:-2], (groups[-2][0], groups[-1][1], groups[-2][2] + groups[-1][2])]
    return groups


def _room(group: tuple[float, float, int], scale: Scale) -> float:
    return min(scale.x(group[1]), scale.right) - max(scale.x(group[0]), scale.left)


def words_of(count: int) -> str:
    """How a count is written."""
    return f"+{count:,}"


def _wide(count: int) -> float:
    total = 0.0
    for sign in words_of(count):
        total += _ADVANCES[sign]
    return total * COUNT
