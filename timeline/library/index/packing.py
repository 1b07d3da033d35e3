"""Numbers as bytes: the counts of a lane, and its events in chunks that a window query reads few of."""

from __future__ import annotations

import struct
import sys
from array import array
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from timeline.scene.counting import Steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SIZE = 64
"""Events of a chunk, at most."""
_LAYER = 4 * SIZE
"""Events of the first layer; each further one has twice as many."""
_EVENT = struct.calcsize("<2I2d")


def packed(numbers: array[float] | array[int]) -> bytes:
    """Numbers of eight bytes, the lowest byte first whatever the machine."""
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def steps_of(days: bytes, upto: bytes) -> Steps:
    """The inverse of `packed` for both parts of steps; ValueError where they are no whole numbers of the same count."""
    found, counts = array("d", days), array("q", upto)
    if len(found) != len(counts):
        raise ValueError("its counts are incomplete")
    if sys.byteorder == "big":
        found.byteswap()
        counts.byteswap()
    return Steps(found, counts)


def chunks(
    ranks: Sequence[int], numbers: Sequence[int], firsts: Sequence[float], lasts: Sequence[float]
) -> Iterator[tuple[int, float, float, bytes]]:
    """
    The events of a lane in chunks: the best rank in each, its first and last day, and the events as bytes.

    *ranks* come in order; the others are the numbers and days of all events by rank. Chunks are cut from layers of
    events of like rank, by time: so few are needed for the best ones of any window, be it wide or narrow.
    """
    start, size = 0, _LAYER
    while start < len(ranks):
        layer = sorted(ranks[start : start + size], key=firsts.__getitem__)
        for at in range(0, len(layer), SIZE):
            chunk = layer[at : at + SIZE]
            begins = [firsts[rank] for rank in chunk]
            ends = [lasts[rank] for rank in chunk]
            count = len(chunk)
            events = struct.pack(
                f"<{2 * count}I{2 * count}d", *chunk, *(numbers[rank] for rank in chunk), *begins, *ends
            )
            yield min(chunk), begins[0], max(ends), events
        start, size = start + size, size * 2


def meeting(rows: Iterable[tuple[int, bytes]], first: float, last: float) -> Iterator[tuple[int, int]]:
    """
    Rank and number of the events that meet a window, in the order of their rank.

    *rows* are the best rank and the events of the chunks that may meet it, in the order of these ranks; no more of them
    are taken than are needed for the events asked for.
    """
    waiting: list[tuple[int, int]] = []
    for best, events in rows:
        while waiting and waiting[0][0] < best:
            yield heappop(waiting)
        count = len(events) // _EVENT
        found = struct.unpack(f"<{2 * count}I{2 * count}d", events)
        for at in range(count):
            if found[2 * count + at] <= last and found[3 * count + at] >= first:
                heappush(waiting, (found[at], found[count + at]))
    while waiting:
        yield heappop(waiting)
