"""
Which labels and counts a window of a plan shows, and where.

`assets/evaluate.js` does the same in the page, step by step: a change here is a change there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.scene.arrange import EDGE
from timeline.scene.geometry import Box
from timeline.scene.glyphs import THINNEST
from timeline.scene.labels import BETWEEN, GAP, Stretch, stand
from timeline.scene.scale import Scale, px
from timeline.scene.taken import SLACK, Taken
from timeline.scene.tallies import Counted, Full, bars_of, counts_of, lies_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.scene.planned import Mark, Option, Plan

MOST_LABELS = 120
"""No window shows more labels than this."""


class Placed(NamedTuple):
    """A label at its place: of which mark, in which form, its box, and the seen edges of its glyph."""

    mark: int
    option: Option
    box: Box
    glyph: Stretch


class Seen(NamedTuple):
    """What a window of a plan shows; `visible` are the edges of each mark, `brackets` the boxes of their names."""

    visible: Mapping[int, Stretch]
    brackets: Mapping[int, Box]
    labels: tuple[Placed, ...]
    counts: tuple[Counted, ...]
    bars: tuple[Full, ...]


def scale_of(plan: Plan, window: tuple[float, float]) -> Scale:
    """The window on the pixels of the plot."""
    return Scale(window[0], window[1], plan.page.plot.left, plan.page.plot.right)


def look(plan: Plan, window: tuple[float, float]) -> Seen:
    """What of a plan is seen in a window."""
    scale = scale_of(plan, window)
    taken = Taken()
    visible: dict[int, Stretch] = {}
    for number, mark in enumerate(plan.marks):
        if plan.bands[mark.lane].folded:
            continue
        left, right = reach_of(mark, scale)
        if right < scale.left or left > scale.right:
            continue
        visible[number] = Stretch(left, right)
        taken.add(Box(left, mark.y - mark.half, right, mark.y + mark.half), number)
    for box in heads_of(plan):
        taken.add(box, -2)
    brackets = _brackets(plan, scale)
    for number, box in brackets.items():
        taken.add(Box(box.left + BETWEEN - GAP, box.top, box.right - BETWEEN + GAP, box.bottom), -3 - number)
    labels = _labels(plan, scale, visible, taken)
    counts: list[Counted] = []
    for lane in range(len(plan.bands)):
        counts += _told(plan, lane, scale, labels, taken)
    bars = [one for lane in range(len(plan.bands)) for one in bars_of(plan, lane, scale)]
    return Seen(visible, brackets, tuple(labels), tuple(counts), tuple(bars))


def heads_of(plan: Plan) -> list[Box]:
    """The boxes of lanes' titles that stand within the plot."""
    return [lane.title.box for lane in plan.page.lanes if lane.title and lane.title.anchor == "start"]


def _told(plan: Plan, lane: int, scale: Scale, labels: list[Placed], taken: Taken) -> list[Counted]:
    """The counts of a lane; where there is no room for any, its last label in order of claim gives way."""
    while True:
        counts = counts_of(plan, lane, scale, {one.mark for one in labels}, taken)
        last = next((one for one in reversed(labels) if plan.marks[one.mark].lane == lane), None)
        if counts is not None or last is None:
            return counts or []
        labels.remove(last)
        taken.remove(last.box, last.mark)


def _brackets(plan: Plan, scale: Scale) -> dict[int, Box]:
    """The brackets that lie wholly in sight and touch none before them, and no title of a lane."""
    found: dict[int, Box] = {}
    for number, one in enumerate(plan.brackets):
        x, middle = scale.x(one.day), scale.x(one.day) + px(one.label.shift)
        box = one.label.box
        wide, tall, y = px(box.right - box.left) / 2, px(box.bottom - box.top) / 2, px(one.label.y)
        own = Box(middle - wide, y - tall, middle + wide, y + tall)
        seen = min(own.left, x, x + one.shift) >= scale.left and max(own.right, x, x + one.shift) <= scale.right
        high = own.top >= plan.page.plot.top and own.bottom <= plan.page.plot.bottom
        whole = Box(min(own.left, x, x + one.shift), px(one.at[0]), max(own.right, x, x + one.shift), px(one.at[-1]))
        crossed = any(whole.meets(box) for box in heads_of(plan))
        if seen and high and not crossed and not any(own.meets(other) for other in found.values()):
            found[number] = own
    return found


def reach_of(mark: Mark, scale: Scale) -> tuple[float, float]:
    """The pixels a glyph takes, those of the frame around the selected one included."""
    left, right = scale.x(mark.first) - mark.before, scale.x(mark.last) + mark.after
    if right - left < THINNEST:
        middle = (left + right) / 2
        left, right = middle - THINNEST / 2, middle + THINNEST / 2
    return left - mark.halo, right + mark.halo


def _labels(plan: Plan, scale: Scale, visible: Mapping[int, Stretch], taken: Taken) -> list[Placed]:
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
            if not lies_in(plan.marks[number], scale):
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
    taken: Taken,
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
