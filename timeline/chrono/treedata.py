"""
Expression trees to and from plain JSON data: a list that begins with the tree's name.

``Last(Weekday(1))`` is ``["last", ["weekday", 1], 0]``; the times of a fixed one are inclusive ISO days or moments.
Reading what was written gives the same tree back; damage raises ValueError, never anything else.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from timeline.chrono import patterns, trees, vague
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.iso import iso_earliest, iso_latest, parse_earliest, parse_latest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.patterns import Repeating, Tree

# How deep a tree may nest, and how far a number in it may reach: beyond what any text says, within what is quick.
_DEPTH = 40
_LIMIT = 20_000

_PATTERNS = (
    patterns.Weekday,
    patterns.Month,
    patterns.MonthDay,
    patterns.Season,
    patterns.Months,
    patterns.DayOfMonth,
    patterns.Each,
    patterns.EveryYear,
)
_TREES = (
    trees.This,
    trees.Shift,
    trees.Last,
    trees.Next,
    trees.Nth,
    trees.Within,
    trees.UpTo,
    trees.From,
    trees.Span,
    trees.Relative,
    trees.Before,
    trees.After,
    trees.TimeOfDay,
    trees.Easter,
    vague.Ago,
    vague.Ahead,
    vague.Around,
    vague.Part,
    vague.WeekOf,
    vague.Either,
)


def _name(kind: type) -> str:
    """`MonthDay` is "month-day"."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__)[1:]


_PATTERN_NAMES = {_name(kind): kind for kind in _PATTERNS}
_TREE_NAMES = {_name(kind): kind for kind in _TREES}


def to_data(tree: Tree) -> list[object]:
    """
    The tree as lists, strings, numbers and booleans.

    >>> to_data(trees.Last(patterns.Weekday(1)))
    ['last', ['weekday', 1], 0]
    """
    if isinstance(tree, trees.Fixed):
        interval = tree.interval
        return ["fixed", iso_earliest(interval.start), iso_latest(interval.end - 1)]
    return _listed(tree)


def from_data(data: object) -> Tree:
    """
    The inverse of `to_data`.

    Raises:
        ValueError: the data describe no tree; the message says which part.

    >>> from_data(["last", ["weekday", 1], 0])
    Last(pattern=Weekday(number=1), skip=0)
    """
    return _tree(data, _DEPTH)


def _listed(node: object) -> list[object]:
    kind = type(node)
    if kind not in _PATTERNS and kind not in _TREES:
        raise TypeError(f"{node!r} is no expression tree")
    return [_name(kind), *(_value(getattr(node, field.name)) for field in fields(cast("type[trees.This]", kind)))]


def _value(value: object) -> object:
    if isinstance(value, Granularity):
        return value.value
    if isinstance(value, (bool, int, str)):
        return value
    return to_data(cast("Tree", value))


def _tree(data: object, depth: int) -> Tree:
    if isinstance(data, list) and data and data[0] == "fixed":
        return _fixed(data)
    return cast("Tree", _node(data, _TREE_NAMES, "expression tree", depth))


def _fixed(data: list[object]) -> Tree:
    if len(data) != 3 or not isinstance(data[1], str) or not isinstance(data[2], str):
        raise ValueError(f"{data!r} is no fixed time: it takes two ISO days or moments")
    return trees.Fixed(Interval(parse_earliest(data[1]), parse_latest(data[2]) + 1))


def _node(data: object, names: Mapping[str, type], what: str, depth: int) -> object:
    if not isinstance(data, list) or not data or not isinstance(data[0], str) or data[0] not in names:
        raise ValueError(f"{_excerpt(data)} is no {what}")
    if depth == 0:
        raise ValueError("the expression tree is nested too deeply")
    kind = names[data[0]]
    wanted = fields(cast("type[trees.This]", kind))
    if len(data) - 1 != len(wanted):
        raise ValueError(f"{_excerpt(data)}: {data[0]!r} takes {len(wanted)} values, not {len(data) - 1}")
    values = [_field(str(field.type), value, depth - 1) for field, value in zip(wanted, data[1:], strict=True)]
    return kind(*values)


def _field(annotation: str, value: object, depth: int) -> object:
    """A value of the type that the field's annotation names."""
    if annotation == "Tree":
        return _tree(value, depth)
    if annotation == "Repeating":
        return cast("Repeating", _node(value, _PATTERN_NAMES, "calendar pattern", depth))
    if annotation == "Granularity" and isinstance(value, str):
        return Granularity(value)
    if annotation == "int" and type(value) is int and abs(value) <= _LIMIT:
        return value
    if annotation in ("str", "bool") and type(value).__name__ == annotation:
        return value
    raise ValueError(f"{_excerpt(value)} stands where an expression tree has a value of the type {annotation}")


def _excerpt(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."
