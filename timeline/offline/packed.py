"""
Plain data made small: what occurs more than once is written once, and a list of like objects column by column.

The plans of several levels differ in a few columns only. `assets/offline/packed.js` unpacks it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

REFERENCE = "="
"""The key of an object that stands for one of the shared values, by its number."""
KEYS, COLUMNS = "|", ":"
"""The keys of a table: the names of its columns, and what stands in each."""
PLAIN = "!"
"""The key of an object that would be taken for one of those."""
_LEAST = 16
"""What is written shorter than this is repeated."""
_SHORT = 3
"""How long a number is, roughly."""
_EXACT = 2.0**53
"""Whole numbers below it are the same with and without a point."""
_LIKE = 3
"""So many objects, at least, are a table."""


def pack(data: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON can say
    """
    ``{"shared": […], "data": …}``: a value that is shared may refer to those before it.

    Objects have texts as keys; the order of keys is kept.
    """
    packing = _Packing()
    whole = packing.number(_as_tables(data))
    return {"data": packing.short(whole), "shared": packing.shared}


def unpack(packed: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON can say
    """The inverse of `pack`."""
    shared: list[Any] = []
    for one in packed["shared"]:
        shared.append(_plain(one, shared))
    return _plain(packed["data"], shared)


class _Value(NamedTuple):
    """A value that differs from all others: the numbers of what it holds, and roughly how long it is when written."""

    names: tuple[str, ...] | None
    inner: tuple[int, ...]
    plain: object
    length: int


class _Packing:
    """Every value that occurs has a number, the same wherever it is equal, and is counted."""

    def __init__(self) -> None:
        self.shared: list[object] = []
        self._values: list[_Value] = []
        self._numbers: dict[object, int] = {}
        self._uses: list[int] = []
        self._places: dict[int, int] = {}

    def number(self, node: object) -> int:
        """The number of a value. What lies within an equal one is not counted again."""
        names = tuple(node) if isinstance(node, dict) else None
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else None
        if isinstance(node, float) and node.is_integer() and abs(node) < _EXACT:
            node = int(node)  # JSON has one kind of number, and so it is shorter
        inner = () if children is None else tuple(self.number(child) for child in children)
        key = (type(node), node if children is None else (names, inner))
        found = self._numbers.get(key)
        if found is not None:
            return found
        if children is None:
            value = _Value(None, (), node, len(node) + 2 if isinstance(node, str) else _SHORT)
        else:
            length = sum(self._values[one].length + 1 for one in inner) + sum(len(name) + 3 for name in names or ()) + 1
            value = _Value(names, inner, [], length)
        self._numbers[key] = number = len(self._values)
        self._values.append(value)
        self._uses.append(0)
        for one in inner:
            self._uses[one] += 1
        return number

    def short(self, number: int) -> object:
        """A value with what is shared of it replaced by where it is."""
        value = self._values[number]
        if self._uses[number] < 2 or value.length < _LEAST:
            return self._written(value)
        if number not in self._places:
            written = self._written(value)
            self._places[number] = len(self.shared)
            self.shared.append(written)
        return {REFERENCE: self._places[number]}

    def _written(self, value: _Value) -> object:
        if value.names is not None:
            return {name: self.short(one) for name, one in zip(value.names, value.inner, strict=True)}
        return [self.short(one) for one in value.inner] if isinstance(value.plain, list) else value.plain


def _as_tables(node: object) -> object:
    if isinstance(node, dict):
        inner = {name: _as_tables(child) for name, child in node.items()}
        return {PLAIN: inner} if set(inner) in _MEANT else inner
    if not isinstance(node, list | tuple):
        return node
    first = node[0] if node else None
    if isinstance(first, dict) and first and len(node) >= _LIKE:
        keys = list(first)
        if all(isinstance(one, dict) and list(one) == keys for one in node):
            return {KEYS: keys, COLUMNS: [[_as_tables(one[key]) for one in node] for key in keys]}
    return [_as_tables(child) for child in node]


_MEANT = ({REFERENCE}, {KEYS, COLUMNS}, {PLAIN})


def _plain(node: Any, shared: list[Any]) -> Any:  # noqa: ANN401 - whatever JSON can say
    if isinstance(node, list):
        return [_plain(child, shared) for child in node]
    if not isinstance(node, dict):
        return node
    names = set(node)
    if names == {REFERENCE}:
        return shared[node[REFERENCE]]
    if names == {PLAIN}:
        return {name: _plain(child, shared) for name, child in node[PLAIN].items()}
    if names == {KEYS, COLUMNS}:
        keys, columns = _plain(node[KEYS], shared), _plain(node[COLUMNS], shared)
        return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]
    return {name: _plain(child, shared) for name, child in node.items()}
