"""Which row of its lane each event lies in, and which of its places its label takes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.scene.labels import BETWEEN, Place, Stretch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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

    @property
    def middle(self) -> float:
        """Its middle, in rows from the middle of the first."""
        return self.row + (self.rows - 1) / 2


class _Rows:
    """The stretches that are taken in each row, from left to right."""

    def __init__(self) -> None:
        self.lefts: list[list[float]] = []
        self.rights: list[list[float]] = []

    def __len__(self) -> int:
        return len(self.lefts)

    def free(self, row: int, stretch: Stretch) -> bool:
        """Nothing in the row comes near the stretch."""
        if row >= len(self.lefts):
            return True
        lefts, rights = self.lefts[row], self.rights[row]
        at = bisect_left(lefts, stretch[1] + BETWEEN)
        return at == 0 or rights[at - 1] + BETWEEN <= stretch[0]

    def first(self, stretch: Stretch, rows: int, most: int) -> int | None:
        """The first row from which on so many rows are free."""
        if rows == 1:
            left, right = stretch[0] - BETWEEN, stretch[1] + BETWEEN
            rights = self.rights
            for row, lefts in enumerate(self.lefts[: max(most, 0)]):
                at = bisect_left(lefts, right)
                if at == 0 or rights[row][at - 1] <= left:
                    return row
            return len(self.lefts) if len(self.lefts) < most else None
        for row in range(most - rows + 1):
            if all(self.free(at, stretch) for at in range(row, row + rows)):
                return row
        return None

    def take(self, row: int, rows: int, stretch: Stretch) -> None:
        """The stretch is taken in these rows."""
        while len(self.lefts) < row + rows:
            self.lefts.append([])
            self.rights.append([])
        for one in range(row, row + rows):
            at = bisect_left(self.lefts[one], stretch.left)
            self.lefts[one].insert(at, stretch.left)
            self.rights[one].insert(at, stretch.right)

    def leave(self, row: int, rows: int, stretch: Stretch) -> None:
        """The stretch is free again in these rows."""
        for one in range(row, row + rows):
            at = bisect_left(self.lefts[one], stretch.left)
            del self.lefts[one][at], self.rights[one][at]


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
    return seats, len(rows)


def seat_within(
    wishes: Sequence[Wish], most: int, keep: Mapping[str, float] | None = None
) -> tuple[dict[str, Seat], int]:
    """
    The events in at most so many rows, with as many labels as fit, the weightiest first.

    Events of *keep* stay in the row given, where it is free; what finds no place even for its glyph has no seat.
    """
    rows = _Rows()
    seats: dict[str, Seat] = {}
    ranked = _ranked(wishes)
    stay = {wish.event: keep[wish.event] for wish in ranked if keep and wish.event in keep}
    for wish in ranked:  # all glyphs first: a label must not take the place of what is shown already
        seat = _kept(wish, rows, stay[wish.event], most, ()) if wish.event in stay else None
        if seat is not None:
            _take(rows, wish, seat)
            seats[wish.event] = seat
    for wish in ranked:
        if wish.event in seats:
            bare = seats[wish.event]
            rows.leave(bare.row, bare.rows, wish.glyph)
            seats[wish.event] = _kept(wish, rows, stay[wish.event], most, wish.places) or bare
            _take(rows, wish, seats[wish.event])
    left = [wish for wish in ranked if wish.event not in seats]
    unlabelled = []
    for wish in left:
        seat = _best(wish, rows, most)
        if seat is None:
            unlabelled.append(wish)
            continue
        _take(rows, wish, seat)
        seats[wish.event] = seat
    for wish in unlabelled:
        row = rows.first(wish.glyph, 1, most)
        if row is not None:
            seats[wish.event] = Seat(row, 1, None)
            _take(rows, wish, seats[wish.event])
    return seats, len(rows)


def _kept(wish: Wish, rows: _Rows, middle: float, most: int, places: Sequence[Place]) -> Seat | None:
    """The best seat whose middle is the row given; None where even the glyph has no place there."""
    for place in places:
        row = middle - (place.rows - 1) / 2
        if row == int(row) and 0 <= row <= most - place.rows:
            at = int(row)
            if all(rows.free(one, place.stretch) for one in range(at, at + place.rows)):
                return Seat(at, place.rows, place)
    span = 1 if middle == int(middle) else 2
    at = int(middle)
    if 0 <= at <= most - span and all(rows.free(one, wish.glyph) for one in range(at, at + span)):
        return Seat(at, span, None)
    return None


def _ranked(wishes: Sequence[Wish]) -> list[Wish]:
    return sorted(wishes, key=lambda wish: (-wish.weight, wish.glyph, wish.event))


def _take(rows: _Rows, wish: Wish, seat: Seat) -> None:
    rows.take(seat.row, seat.rows, seat.place.stretch if seat.place else wish.glyph)


def _best(wish: Wish, rows: _Rows, most: int) -> Seat | None:
    """The cheapest seat with a label: high up, and on the better side."""
    best: Seat | None = None
    least = float("inf")
    for place in wish.places:
        extra = place.cost + place.rows - 1
        if place.cost >= least or extra >= least:
            continue
        enough = most if best is None else min(most, int(least - extra) + place.rows)
        row = rows.first(place.stretch, place.rows, min(enough, len(rows) + place.rows))
        if row is not None and row + extra < least:
            best, least = Seat(row, place.rows, place), row + extra
    return best
