"""
Statements as rules between bounds and edges between days.

Each subject has two points, begin and end, each with two bounds.
Bound ``2 * point`` is the earliest moment, bound ``2 * point + 1`` the latest, *negated*:
so every bound can only rise, every rule reads "the target is at least f(source)", and both sides are worked alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import MINUTES_PER_DAY, day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.chrono.bounds import Range
    from timeline.reasoning.differences import Edge
    from timeline.reasoning.patterns import Pattern

OPEN = -(10**12)  # a bound that nothing has raised: below every moment of the calendar
NATURE = -1  # the number of no statement: what holds by the kind of a thing


class Rule(NamedTuple):
    """
    ``bound[target] >= f(bound[source])``, by the statement of this number.

    *f* keeps the moment (both None), moves whole days and takes the first moment of the day (`days`; on the side of
    latest moments: the last), or asks `by`, which answers None where it knows nothing beyond what stands.
    """

    source: int
    target: int
    statement: int
    days: int | None = None
    by: Callable[[int, int], int | None] | None = None

    def __call__(self, value: int, standing: int) -> int | None:
        """The least value of the target, where the source has this one; *standing* is what the target has already."""
        if self.days is not None:
            if self.target & 1:
                return -((-value // MINUTES_PER_DAY + self.days + 1) * MINUTES_PER_DAY - 1)
            return (value // MINUTES_PER_DAY + self.days) * MINUTES_PER_DAY
        return value if self.by is None else self.by(value, standing)


class Fact(NamedTuple):
    """``bound[target] >= value``, by the statement of this number."""

    target: int
    value: int
    statement: int


class Link(NamedTuple):
    """``day(other) == day(node) + shift``, by the statements of these numbers."""

    node: int
    other: int
    shift: int
    statements: tuple[int, ...]


class Mark(NamedTuple):
    """The day fits a calendar pattern, by the statement of this number."""

    node: int
    pattern: Pattern
    statement: int


@dataclass(slots=True)
class Compiled:
    """
    What one or several statements come to.

    `edges` are between days, `turns` between points: which comes first within a day, where days alone do not tell.
    """

    rules: list[Rule]
    facts: list[Fact]
    edges: list[Edge]
    links: list[Link]
    marks: list[Mark]
    turns: list[Edge]

    @classmethod
    def empty(cls) -> Compiled:
        """Nothing yet."""
        return cls([], [], [], [], [], [])


def earliest(point: int) -> int:
    """The bound that is the point's earliest moment."""
    return 2 * point


def latest(point: int) -> int:
    """The bound that is the point's latest moment, negated."""
    return 2 * point + 1


def within(into: Compiled, point: int, window: Range, statement: int) -> None:
    """The point lies in a window."""
    if window.earliest is not None:
        into.facts.append(Fact(earliest(point), window.earliest, statement))
    if window.latest is not None:
        into.facts.append(Fact(latest(point), -window.latest, statement))


def not_after(into: Compiled, point: int, other: int, statement: int) -> None:
    """The point's moment is not after the other's."""
    into.rules.append(Rule(earliest(point), earliest(other), statement))
    into.rules.append(Rule(latest(other), latest(point), statement))


def at_least(into: Compiled, point: int, other: int, days: int, statement: int) -> None:
    """The other's day is at least so many days after the point's."""
    into.rules.append(Rule(earliest(point), earliest(other), statement, days=days))
    into.rules.append(Rule(latest(other), latest(point), statement, days=-days))


def same_day(into: Compiled, point: int, other: int, statement: int) -> None:
    """Both lie on one day."""
    at_least(into, point, other, 0, statement)
    at_least(into, other, point, 0, statement)


def day_of_bound(bound: int, value: int) -> int:
    """The day on which a bound lies."""
    return day_of(-value) if bound & 1 else day_of(value)
