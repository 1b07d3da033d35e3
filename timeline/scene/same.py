"""Things that are remembered by what they are, not by what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
V = TypeVar("V")


class Same(Generic[T]):
    """A thing that is equal only to itself: what is remembered of it needs no look into it."""

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing

    def __hash__(self) -> int:
        return id(self.thing)


class Kept(Generic[T, V]):
    """
    What is made of each of many things, remembered by which thing it is: of those that stay nothing is made again.

    The things must not change. Of more than *most* all are forgotten at once.
    """

    def __init__(self, make: Callable[[T], V], most: int = 1 << 16) -> None:
        self._make = make
        self._most = most
        self._kept: dict[int, tuple[T, V]] = {}

    def of(self, things: Iterable[T]) -> list[V]:
        """What is made of each, in the order of the things."""
        kept, make, found = self._kept, self._make, []
        if len(kept) > self._most:
            kept = self._kept = {}
        for thing in things:
            known = kept.get(id(thing))
            if known is None or known[0] is not thing:  # which is kept, so that nobody else gets its number
                known = kept[id(thing)] = thing, make(thing)
            found.append(known[1])
        return found
