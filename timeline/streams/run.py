"""Parts done in several processes of this machine, which are renewed now and then so that memory stays flat."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from timeline.streams.batch import do, keep, read_part
from timeline.streams.parts import Part
from timeline.workspace.lines import all_lines, unpacked
from timeline.workspace.processes import end, pool
from timeline.workspace.rows import Row

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from timeline.streams.batch import Done, How
    from timeline.streams.parts import Piece

RENEWED_AFTER = 4 * 1024 * 1024
"""Bytes that a process reads before a fresh one takes over, so that memory stays flat: some thousand articles."""


def run(parts: Sequence[Part], how: How, folder: str, processes: int = 1) -> Generator[Done, None, None]:
    """
    Do every part, each told as it is done, in whatever order.

    A process that is ended from outside loses the parts under way; they are done anew, an article at a time, so that
    one on which processes die is a row with its error.
    """
    if processes <= 1:
        for part in parts:
            yield do(part, how, folder)
        return
    left = list(parts)
    while left:
        suspects: list[Part] = []
        yield from _together(left, suspects, how, folder, processes)
        left = [part for part in left if part not in suspects]
        for part in suspects:
            yield keep(part.name, _carefully(part, how), how, folder)


def _together(left: list[Part], suspects: list[Part], how: How, folder: str, processes: int) -> Iterator[Done]:
    """Do what is left until all is done or a process was ended: then the parts that were under way are the suspects."""
    queue = iter(tuple(left))
    usual = max(sum(part.length for part in left) // len(left), 1)
    workers = pool(min(processes, len(left)), max(RENEWED_AFTER // usual, 1))
    running: dict[Future[Done], Part] = {}
    try:
        while True:
            for part in islice(queue, 2 * processes - len(running)):
                running[workers.submit(do, part, how, folder)] = part
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                part = running[future]
                done = future.result()
                del running[future]
                left.remove(part)
                yield done
    except BrokenProcessPool:
        suspects += running.values()
    finally:
        end(workers)


def _carefully(part: Part, how: How) -> list[Row]:
    """The rows of a part, each article in a process that may die of it."""
    found: list[Row] = []
    workers = pool(1, None)
    for one in _articles(part):
        try:
            found += workers.submit(read_part, one, how).result()
        except BrokenProcessPool:
            workers.shutdown(wait=False)
            workers = pool(1, None)
            place = one.pieces[0].address + (f"@{one.pieces[0].first}" if one.pieces[0].lines else "")
            why = f"{place}: the process that read it was ended, perhaps for want of memory"
            found.append(Row(place, error=why))
    workers.shutdown()
    return found


def _articles(part: Part) -> Iterable[Part]:
    """A part as parts of one article each; one that is packed stays whole."""
    for piece in part.pieces:
        for one in _lines_of(piece) if piece.lines and piece.end is not None else [piece]:
            yield Part(part.name, (one,))


def _lines_of(piece: Piece) -> Iterator[Piece]:
    with unpacked(piece.address) as file:
        for place, _ in all_lines(file, piece.first, piece.end):
            yield replace(piece, first=place, end=place + 1)
