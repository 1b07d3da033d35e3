"""The tree that only reading needs, one whose direction is still open, and how trees are rebuilt."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from timeline.chrono.expressions import (
    Ago,
    Ahead,
    Each,
    Last,
    Next,
    Nth,
    Relative,
    Shift,
    Span,
    This,
    TimeOfDay,
    Weekday,
    Within,
)
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.chrono.expressions import Repeating, Tree


@dataclass(frozen=True, slots=True)
class Open:
    """
    An occurrence of *pattern* whose direction is not known yet: "Tuesday", "in April".

    At an anchor it is the whole stretch from the last to the next one: all that can be said.
    """

    pattern: Repeating

    def at(self, anchor: int) -> Interval | None:
        """From the start of the last occurrence to the end of the next."""
        last, following = Last(self.pattern).at(anchor), Next(self.pattern).at(anchor)
        return None if last is None or following is None else last.hull(following)


def weekend(saturday: Tree) -> Tree:
    """The weekend that begins on this Saturday."""
    return Span(saturday, Relative(Next(Weekday(6)), saturday))


def map_tree(tree: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - trees and patterns of every kind
    """The tree with *change* applied to every node, leaves first."""
    found: dict[str, Any] = {}
    for place in fields(tree):
        old = getattr(tree, place.name)
        if is_dataclass(old) and not isinstance(old, Interval):
            new = map_tree(old, change)
            if new is not old:
                found[place.name] = new
    return change(replace(tree, **found) if found else tree)


def fill(tree: Tree, with_: Callable[[Repeating], Tree]) -> Tree:
    """The tree with each open pattern in its place."""
    filled: Tree = map_tree(tree, lambda node: with_(node.pattern) if isinstance(node, Open) else node)
    return filled


def depth(tree: Any) -> int:  # noqa: ANN401 - trees and patterns of every kind
    """How deep a tree nests."""
    inner = (getattr(tree, place.name) for place in fields(tree))
    return 1 + max((depth(node) for node in inner if is_dataclass(node) and not isinstance(node, Interval)), default=0)


def finest(tree: Any) -> Granularity:  # noqa: ANN401 - trees and patterns of every kind
    """The unit a tree counts in from its anchor: days in "two days later", the year in "March of that year"."""
    if isinstance(tree, (This, Shift, Ago, Ahead)):
        return tree.unit
    inner = (getattr(tree, place.name) for place in fields(tree))
    found = [finest(node) for node in inner if is_dataclass(node) and not isinstance(node, Interval)]
    return min(found, default=Granularity.CENTURY)


def counted_from(tree: Tree, base: Tree) -> Tree | None:
    """
    A time counted from some day of what *base* names, which is longer: "two days later", of November.

    From two days after its first day to two days after its last; hours and minutes of a day nobody knows give nothing.
    """
    if finest(tree) < Granularity.DAY:
        return None
    return Span(Relative(tree, base), Relative(tree, Nth(-1, Each(Granularity.DAY), base)))


def stays(tree: Any) -> bool:  # noqa: ANN401 - trees and patterns of every kind
    """A tree that names its anchor's own unit, or a part of it: "that same day", "that morning"."""
    if isinstance(tree, TimeOfDay):
        return stays(tree.whole)
    return isinstance(tree, This)


def opens(tree: Any) -> Repeating | None:  # noqa: ANN401 - trees and patterns of every kind
    """The pattern whose direction is still open in this tree or in what it is counted from; None: there is none."""
    return _pattern(tree, (Open,), bases=True)


def pattern_in(tree: Any) -> Repeating | None:  # noqa: ANN401 - trees and patterns of every kind
    """The first pattern in this tree, whatever its direction."""
    return _pattern(tree, (Open, Last, Next, Within), bases=False)


def _pattern(tree: Any, kinds: tuple[type, ...], *, bases: bool) -> Repeating | None:  # noqa: ANN401 - any tree
    if isinstance(tree, kinds):
        found: Repeating = getattr(tree, "pattern")  # noqa: B009 - every one of the kinds has it
        return found
    if isinstance(tree, Relative) and not bases:
        return _pattern(tree.tree, kinds, bases=False)  # what it is counted from is another time
    for place in fields(tree):
        inner = getattr(tree, place.name)
        if is_dataclass(inner) and not isinstance(inner, Interval):
            below = _pattern(inner, kinds, bases=bases)
            if below is not None:
                return below
    return None
