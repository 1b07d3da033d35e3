"""What is to be read, cut into parts that are done one by one: the same files give the same parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from timeline.articles.formats import SUFFIXES
from timeline.errors import ArticleError
from timeline.streams import places
from timeline.workspace.lines import LINES, PACKED, is_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STRETCH = 512 * 1024
"""Bytes of a part, at most: some hundred articles, read in ten or twenty seconds."""
SHORTEST = 32 * 1024
"""Bytes of a part where there is little to read: shared among processes, none has much more than the others."""
SHARED = 64
"""Parts that little is cut into."""
MOST = 200
"""Files of a part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A file with one article, or a stretch of a file with one a line.

    `size` is the file's, in bytes; the stretch is of the lines that begin in bytes `first` to `end`, not included.
    A file that is packed has one stretch, with no `end`.
    """

    address: str
    size: int
    lines: bool = False
    first: int = 0
    end: int | None = None

    @property
    def length(self) -> int:
        """Bytes to be read."""
        return self.size if self.end is None else self.end - self.first


@dataclass(frozen=True, slots=True)
class Part:
    """What is read in one go, into one file of rows."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def length(self) -> int:
        """Bytes to be read."""
        return sum(piece.length for piece in self.pieces)


def parts(inputs: Iterable[str], known: Sequence[Part] = (), out: str | None = None) -> list[Part]:
    """
    The parts of all that is to be read; those of an earlier run stay as they are, and what is new comes behind them.

    Args:
        inputs: files, folders, patterns or addresses.
        known: the parts of the run before.
        out: the folder of the results; what lies in it is not read.

    Raises:
        ArticleError: nothing is there, or a file is another one than it was.
    """
    before = {piece.address: piece.size for part in known for piece in part.pieces}
    fresh: dict[str, int] = {}
    within = None if out is None else places.within(out)
    for address, named in _files(inputs).items():
        if (within and address.startswith(within)) or not (named or _readable(address)):
            continue
        size = _size(address)
        if address not in before:
            fresh[address] = size
        elif before[address] != size:
            raise ArticleError(
                f"{address} has changed since it was read into this folder ({before[address]:,} bytes, now {size:,}): "
                "choose another folder for the results"
            )
    if not fresh and not known:
        kinds = ", ".join((*SUFFIXES, *LINES))
        raise ArticleError(f"nothing that can be read is there: give files ({kinds}) or folders of them")
    made = list(known)
    stretch = min(max(sum(fresh.values()) // SHARED, SHORTEST), STRETCH)
    pieces = [piece for address, size in fresh.items() for piece in _pieces(address, size, stretch)]
    for together in _together(pieces, stretch):
        made.append(Part(f"part-{len(made):06}", together))
    return made


def _files(inputs: Iterable[str]) -> dict[str, bool]:
    """Every file, once, and whether it was named itself: what a folder holds is read where it is of a kind we read."""
    found: dict[str, bool] = {}
    for one in inputs:
        names = places.found(one)
        named = len(names) == 1 and places.name_of(names[0]) == places.name_of(one)
        for name in names:
            found[name] = found.get(name, False) or named
    return found


def _readable(address: str) -> bool:
    return is_lines(address) or PurePosixPath(address).suffix.lower() in SUFFIXES


def _size(address: str) -> int:
    """The bytes of a file; 0 of one that does not tell, whose row will say why it cannot be read."""
    try:
        return places.size(address)
    except ArticleError:
        return 0


def _pieces(address: str, size: int, stretch: int) -> list[Piece]:
    if address.lower().endswith(PACKED):
        return [Piece(address, size, lines=True)]
    if not is_lines(address):
        return [Piece(address, size)]
    return [
        Piece(address, size, lines=True, first=first, end=min(first + stretch, size))
        for first in range(0, max(size, 1), stretch)
    ]


def _together(pieces: Iterable[Piece], stretch: int) -> Iterator[tuple[Piece, ...]]:
    """Small files share a part; a stretch of lines is one of its own."""
    held: list[Piece] = []
    for piece in pieces:
        if held and (piece.lines or len(held) == MOST or sum(one.size for one in held) + piece.size > stretch):
            yield tuple(held)
            held = []
        if piece.lines:
            yield (piece,)
        else:
            held.append(piece)
    if held:
        yield tuple(held)
