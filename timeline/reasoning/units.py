"""
What a tree anchored at a bounded point says about the unit it names, and back about the anchor.

Trees are monotone in their anchor, so both directions need the two ends of a range alone.
Moments outside the calendar, and anchors at which a tree names nothing, say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import FIRST_MOMENT, LAST_MOMENT, day_of, last_of, start_of
from timeline.chrono.expressions import Month, MonthDay, Shift, This, Weekday, resolve
from timeline.chrono.granularity import Granularity
from timeline.chrono.reach import Reach, reach
from timeline.reasoning.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.chrono.expressions import Tree
    from timeline.chrono.interval import Interval
    from timeline.model.statement import Point

_FARTHEST = 150_000  # days from an anchor to its unit, where no reach is known: four centuries


@dataclass(frozen=True, slots=True)
class Unit:
    """
    The one interval that a tree names at an anchor; events that share tree and anchor share it.

    `reach` bounds its distance from the anchor in days, `fixed` is what does not move with the anchor,
    `one_day` says it lies within one day.
    """

    tree: Tree
    anchor: Point
    reach: Reach
    fixed: Bounds
    one_day: bool
    _seen: dict[int, Interval | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, tree: Tree, anchor: Point) -> Unit:
        """The unit of a tree at a point."""
        return cls(tree, anchor, reach(tree), resolve(tree, Range()), within_a_day(tree))

    def at(self, anchor: int) -> Interval | None:
        """The interval for an anchor moment; None where there is none or the calendar ends."""
        if anchor not in self._seen:
            self._seen[anchor] = named(self.tree, anchor)
        return self._seen[anchor]

    def edge(self, anchor: int, *, end: bool) -> int | None:
        """The interval's first or, with *end*, last moment; None where that is unknown or only the calendar's end."""
        found = self.at(anchor)
        if found is None:
            return None
        moment = found.end - 1 if end else found.start
        return None if moment in (FIRST_MOMENT, LAST_MOMENT) else moment

    def first_anchor(self, moment: int, *, end: bool) -> int | None:
        """The earliest anchor moment, to the day, whose interval starts (or with *end* closes) at *moment* or later."""
        low, high = self._window(moment, end=end)

        def reached(day: int) -> bool | None:
            found = self.edge(last_of(day), end=end)
            return None if found is None else found >= moment

        day = _least(reached, low, high)
        return None if day is None else start_of(day)

    def last_anchor(self, moment: int, *, end: bool) -> int | None:
        """The latest anchor moment, to the day, whose interval starts (or with *end* closes) at *moment* or earlier."""
        low, high = self._window(moment, end=end)

        def passed(day: int) -> bool | None:
            found = self.edge(start_of(day), end=end)
            return None if found is None else found > moment

        day = _least(passed, low, high + 1)
        return None if day is None else last_of(day - 1)

    def _window(self, moment: int, *, end: bool) -> tuple[int, int]:
        """The first and last day on which an anchor can lie whose unit starts or closes about *moment*'s day."""
        least, most = self.reach.end if end else self.reach.begin
        day = day_of(moment)
        return day - (_FARTHEST if most is None else most) - 1, day - (-_FARTHEST if least is None else least) + 1

    @property
    def pattern(self) -> Pattern | None:
        """The kind of day that the unit is, where it is one day: a Tuesday, a 5 August."""
        repeated = getattr(self.tree, "pattern", None)
        if isinstance(repeated, Weekday):
            return Pattern(weekday=repeated.number)
        if isinstance(repeated, MonthDay):
            return Pattern(month=repeated.month, day=repeated.day)
        return None

    @property
    def month(self) -> int | None:
        """The month that the unit is, where it is one."""
        repeated = getattr(self.tree, "pattern", None)
        return repeated.number if isinstance(repeated, Month) else None


def named(tree: Tree, anchor: int) -> Interval | None:
    """The interval of a tree at an anchor; None where there is none or the calendar ends."""
    try:
        return tree.at(anchor)
    except (ValueError, OverflowError):
        return None


def within_a_day(tree: Tree) -> bool:
    """The tree names a day or a part of one, whatever its anchor."""
    if isinstance(getattr(tree, "pattern", None), (Weekday, MonthDay)):
        return True
    return isinstance(tree, (This, Shift)) and not tree.unit > Granularity.DAY


def _least(test: Callable[[int], bool | None], low: int, high: int) -> int | None:
    """The smallest day in ``low..high`` for which a monotone test holds; None where it cannot be told."""
    at_low, at_high = test(low), test(high)
    if at_low is not False or at_high is not True:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        answer = test(middle)
        if answer is None:
            return None
        low, high = (low, middle) if answer else (middle, high)
    return high
