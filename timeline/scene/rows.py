"""Which row of its lane each event lies in, and which of its places its label takes."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.scene.labels import BETWEEN, Place, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that wants a row: its glyph's stretch, the places its label may take, and how much it matters."""

    event: str
    glyph: Stretch
    places: tuple[Place, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Seat:
    """The first row an event lies in, how many it takes, and its label's place; None where a label has no room."""

    row: int
    rows: int
    place: Place | None


class _Rows:
    """The stretches that are taken in each row, from left to right."""

    def __init__(self) -> None:
        self.taken: list[list[Stretch]] = []

    def free(self, row: int, stretch: Stretch) -> bool:
        """Nothing in the row comes near the stretch."""
        if row >= len(self.taken):
            return True
        line = self.taken[row]
        at = bisect_left(line, stretch)
        before_free = at == 0 or line[at - 1].right + BETWEEN <= stretch.left
        return before_free and (at == len(line) or stretch.right + BETWEEN <= line[at].left)

    def first(self, stretch: Stretch, rows: int, most: int) -> int | None:
        """The first row from which on so many rows are free."""
        for row in range(most - rows + 1):
            if all(self.free(at, stretch) for at in range(row, row + rows)):
                return row
        return None

    def take(self, row: int, rows: int, stretch: Stretch) -> None:
        """The stretch is taken in these rows."""
        while len(self.taken) < row + rows:
            self.taken.append([])
        for at in range(row, row + rows):
            insort(self.taken[at], stretch)

    def leave(self, row: int, stretch: Stretch) -> None:
        """The stretch is free again in this row."""
        self.taken[row].remove(stretch)


def seat_all(wishes: Sequence[Wish], most: int) -> tuple[dict[str, Seat], int] | None:
    """Every event with its label, in the order given, and the number of rows; None where it takes more than *most*."""
    rows = _Rows()
    seats: dict[str, Seat] = {}
    for wish in wishes:
        seat = _best(wish, rows, most)
        if seat is None:
            row = rows.first(wish.glyph, 1, most)
            if row is None:
                return None
            seat = Seat(row, 1, None)
        _take(rows, wish, seat)
        seats[wish.event] = seat
    return seats, len(rows.taken)


def seat_within(wishes: Sequence[Wish], most: int) -> tuple[dict[str, Seat], int]:
    """
    The events in at most so many rows, with as many labels as fit, the weightiest first.

    An event without even a place for its glyph has no seat.
    """
    ranked = _ranked(wishes)
    low, high = 0, len(ranked)
    best = _seat(wishes, frozenset(), most)
    while low < high:
        middle = (low + high + 1) // 2
        labelled = frozenset(wish.event for wish in ranked[:middle])
        found = _seat(wishes, labelled, most)
        if len(found[0]) >= len(best[0]) and all(found[0][name].place for name in labelled if name in found[0]):
            low, best = middle, found
        else:
            high = middle - 1
    return best


def seat_outside(within: Sequence[Wish], beside: Sequence[Wish], seats: dict[str, Seat], most: int) -> dict[str, Seat]:
    """The seats with those of events beside the window, which come into sight when one pans, in the same rows."""
    if not beside:
        return seats
    rows = _Rows()
    for wish in within:
        if wish.event in seats:
            _take(rows, wish, seats[wish.event])
    found = dict(seats)
    for wish in beside:
        row = rows.first(wish.glyph, 1, most)
        seat = _best(wish, rows, most) or (None if row is None else Seat(row, 1, None))
        if seat:
            _take(rows, wish, seat)
            found[wish.event] = seat
    return found


def _ranked(wishes: Sequence[Wish]) -> list[Wish]:
    return sorted(wishes, key=lambda wish: (-wish.weight, wish.glyph, wish.event))


def _take(rows: _Rows, wish: Wish, seat: Seat) -> None:
    rows.take(seat.row, seat.rows, seat.place.stretch if seat.place else wish.glyph)


def _seat(wishes: Sequence[Wish], labelled: frozenset[str], most: int) -> tuple[dict[str, Seat], int]:
    """First fit, in the order given: each event in the highest row with room; then more labels where room is left."""
    rows = _Rows()
    seats: dict[str, Seat] = {}
    for wish in wishes:
        seat = _best(wish, rows, most) if wish.event in labelled else None
        if seat is None:
            row = rows.first(wish.glyph, 1, most)
            if row is None:
                continue
            seat = Seat(row, 1, None)
        _take(rows, wish, seat)
        seats[wish.event] = seat
    bare = [wish for wish in wishes if wish.event in seats and seats[wish.event].place is None]
    for wish in _ranked(bare):
        rows.leave(seats[wish.event].row, wish.glyph)
        seats[wish.event] = _best(wish, rows, most) or seats[wish.event]
        _take(rows, wish, seats[wish.event])
    return seats, len(rows.taken)


def _best(wish: Wish, rows: _Rows, most: int) -> Seat | None:
    """The cheapest seat with a label: high up, and on the better side."""
    best: Seat | None = None
    least = float("inf")
    for place in wish.places:
        if place.cost >= least:
            break
        row = rows.first(place.stretch, place.rows, min(most, len(rows.taken) + place.rows))
        if row is not None and row + place.cost + (place.rows - 1) < least:
            best, least = Seat(row, place.rows, place), row + place.cost + (place.rows - 1)
    return best
