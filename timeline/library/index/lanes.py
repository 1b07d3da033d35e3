"""The lanes of an index as rows: what decides their order, their counts, and their events in chunks."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from timeline.library.index.gathering import distinct
from timeline.library.index.packing import chunks, packed, steps_of
from timeline.scene.counting import Census
from timeline.scene.lanes import Sum
from timeline.scene.source import MOST_LANES
from timeline.scene.view import LANES_BY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from timeline.library.index.gathering import Gathered, LaneSum

_SIDES = ("first", "at", "last")


def encoded(text: str) -> bytes:
    """A text as bytes that sort as the text does, half a surrogate pair included."""
    return text.encode("utf-8", "surrogatepass")


def decoded(text: bytes) -> str:
    """The inverse of `encoded`."""
    return text.decode("utf-8", "surrogatepass")


def write_lanes(
    connection: sqlite3.Connection, gathered: Gathered, order: Sequence[int], progress: Callable[[str, int], None]
) -> None:
    """All lanes, for each way to make them; *order* are the positions of the events from the weightiest."""
    numbers = array("I", map(gathered.numbers.__getitem__, order))
    sides = {side: array("d", map(getattr(gathered, side).__getitem__, order)) for side in _SIDES}
    for by in LANES_BY:
        progress("arranging", len(order))
        codes = gathered.codes[by]
        lanes = sorted(gathered.lanes[by].items(), key=lambda one: (-one[1].weight, one[0]))
        where = array("I", [0]) * len(lanes)
        for place, (_, lane) in enumerate(lanes):
            where[lane.code] = min(place, MOST_LANES)
        members = [array("I") for _ in lanes[: MOST_LANES + 1]]
        for rank, position in enumerate(order):
            members[where[codes[position]]].append(rank)
        for (key, lane), ranks in zip(lanes, members, strict=False):
            number = _write_lane(connection, by, key, lane)
            for side, places in sides.items():
                days, upto = distinct(map(places.__getitem__, ranks))
                connection.execute("INSERT INTO census VALUES (?, ?, ?, ?)", (number, side, packed(days), packed(upto)))
            connection.executemany(
                "INSERT INTO chunk (lane, best, first, last, events) VALUES (?, ?, ?, ?, ?)",
                ((number, *chunk) for chunk in chunks(ranks, numbers, sides["first"], sides["last"])),
            )


def _write_lane(connection: sqlite3.Connection, by: str, key: str, lane: LaneSum) -> int | None:
    reference, article, start, event = lane.first
    row = (by, encoded(key), lane.weight, reference, encoded(article), start, encoded(event))
    return connection.execute(
        "INSERT INTO lane (lanes_by, key, weight, reference, article, start, event) VALUES (?, ?, ?, ?, ?, ?, ?)", row
    ).lastrowid


def read_lanes(connection: sqlite3.Connection, by: str) -> tuple[dict[str, Sum], dict[str, int]]:
    """What decides the order of the lanes, and their numbers, by key; of very many the last stands for all others."""
    sums, numbers = {}, {}
    for number, key, weight, reference, article, start, event in connection.execute(
        "SELECT number, key, weight, reference, article, start, event FROM lane WHERE lanes_by = ? ORDER BY number",
        (by,),
    ):
        sums[decoded(key)] = Sum(weight, (reference, decoded(article), start, decoded(event)))
        numbers[decoded(key)] = number
    return sums, numbers


def read_census(connection: sqlite3.Connection, lane: int) -> Census:
    """How many of a lane's events begin, are counted and end up to each day."""
    rows = connection.execute("SELECT side, days, upto FROM census WHERE lane = ?", (lane,))
    return Census(**{side: steps_of(days, upto) for side, days, upto in rows})
