"""What lies beside a window, told at its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.scene.beyond import after_words, before_words
from timeline.scene.frame import TICK
from timeline.scene.geometry import Box, Label, Run
from timeline.scene.source import Beside
from timeline.scene.text import width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.scene.geometry import Published
    from timeline.scene.planned import Plan
    from timeline.scene.scale import Scale

    _End = Callable[[list[float]], float]


ABOVE = 11.0
"""How far above the lanes they are written."""


def beside(plan: Plan, scale: Scale) -> tuple[Beside | None, Beside | None]:
    """
    What lies wholly before and wholly after a window.

    Of events that are not drawn, each counts where its cell lies.
    """
    before = _Side(plan.before)
    after = _Side(plan.after)
    for cell in plan.cells:
        end = cell.first + plan.cell
        for number in cell.marks:
            mark = plan.marks[number]
            if mark.last < scale.first:
                before.add(1, mark.last)
            elif mark.first > scale.last:
                after.add(1, mark.first)
        if end <= scale.first:
            before.add(cell.count - len(cell.marks), end)
        elif cell.first >= scale.last:
            after.add(cell.count - len(cell.marks), cell.first)
    return before.found(max, min), after.found(min, max)


class _Side:
    """The events of one side: how many, and on which days."""

    def __init__(self, beyond: Beside | None) -> None:
        self.count = beyond.count if beyond else 0
        self.days = [beyond.near, beyond.far] if beyond else []

    def add(self, count: int, day: float) -> None:
        if count:
            self.count += count
            self.days.append(day)

    def found(self, nearest: _End, farthest: _End) -> Beside | None:
        """How many, the nearest day and the farthest."""
        return Beside(self.count, nearest(self.days), farthest(self.days)) if self.count else None


def pointers_of(
    before: Beside | None,
    after: Beside | None,
    published: Sequence[Published],
    scale: Scale,
    top: float,
    *,
    offset: bool,
) -> tuple[Label, ...]:
    """What lies before and after the window, in the corners above the lanes where nothing else is written."""
    taken = [one.label.box for one in published if one.label]
    found = []
    for beyond, anchor, x, edge, words in (
        (before, "start", scale.left, scale.first, before_words),
        (after, "end", scale.right, scale.last, after_words),
    ):
        if beyond is None:
            continue
        text = words(beyond, edge, offset=offset)
        wide = width(text, TICK)
        left = x if anchor == "start" else x - wide
        box = Box(left, top - ABOVE - 8, left + wide, top - ABOVE + 8)
        if not any(box.meets(other) for other in taken):
            taken.append(box)
            found.append(Label(((Run(text),),), x, top - ABOVE, anchor, TICK, box, role="pointer"))
    return tuple(found)
