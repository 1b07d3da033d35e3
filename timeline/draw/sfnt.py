"""Font files (TrueType, OpenType) read as far as we need: their tables, and which characters they have."""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Readable = bytes | mmap.mmap
COLLECTION = b"ttcf"
_TRUETYPE = frozenset({b"\0\1\0\0", b"true", b"OTTO", COLLECTION})
_UNICODE = {(3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0)}
"""Platforms and encodings whose codes are Unicode."""


@dataclass(frozen=True, slots=True)
class Font:
    """One face: the bytes of its file and where each table lies in them, as start and length."""

    data: Readable
    places: Mapping[str, tuple[int, int]]

    def table(self, name: str) -> bytes:
        """The bytes of a table; empty where the font has none of that name."""
        start, length = self.places.get(name, (0, 0))
        return self.data[start : start + length]

    @property
    def outlined(self) -> bool:
        """Its letters are outlines, and none of them a picture in colours."""
        return bool({"glyf", "CFF "} & set(self.places)) and not {"CBDT", "sbix"} & set(self.places)


def read(path: Path, number: int = 0) -> Font:
    """
    A face of a font file, *number* being its place in a collection.

    ExportError where it is no font that we read; OSError where the file cannot be read.
    """
    return parsed(path.read_bytes(), path, number)


def faces(head: bytes) -> int:
    """How many faces a file has that begins with these 16 bytes."""
    return int(struct.unpack_from(">I", head, 8)[0]) if head[:4] == COLLECTION else 1


def parsed(data: Readable, path: Path, number: int = 0) -> Font:
    """A face in the bytes of a font file; raises what `read` does."""
    try:
        start = struct.unpack_from(">I", data, 12 + 4 * number)[0] if data[:4] == COLLECTION else 0
        if data[:4] not in _TRUETYPE:
            raise ExportError(f"{path} is no font: choose a TrueType or OpenType file")
        count = struct.unpack_from(">H", data, start + 4)[0]
        entries = [struct.unpack_from(">4sIII", data, start + 12 + 16 * row) for row in range(count)]
    except struct.error as fault:
        raise ExportError(f"{path} is damaged: it ends before its tables do") from fault
    return Font(data, {name.decode("latin-1"): (at, length) for name, _, at, length in entries})


class Letters(NamedTuple):
    """
    Which glyph each character has: stretches of characters that follow each other, in order.

    The glyph of a stretch's character is it plus `more`; or, where `lists` is not 0, what stands in the table so many
    bytes behind `at`, plus `more`.
    """

    table: bytes
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    more: tuple[int, ...]
    lists: tuple[int, ...]
    at: int

    def glyph(self, code: int) -> int:
        """The number of a character's glyph; 0 where it has none."""
        row = bisect_right(self.starts, code) - 1
        if row < 0 or code > self.ends[row]:
            return 0
        if not self.lists or not self.lists[row]:
            glyph = code + self.more[row]
        else:
            place = self.at + 2 * row + self.lists[row] + 2 * (code - self.starts[row])
            listed = struct.unpack_from(">H", self.table, place)[0]
            glyph = listed + self.more[row] if listed else 0
        return glyph & 0xFFFF


def letters(font: Font) -> Letters | None:
    """The table from characters to glyphs; None where the font has none that is Unicode and can be read."""
    table = font.table("cmap")
    try:
        count = struct.unpack_from(">H", table, 2)[0]
        rows = [struct.unpack_from(">HHI", table, 4 + 8 * row) for row in range(count)]
        kinds = {struct.unpack_from(">H", table, at)[0]: at for *which, at in rows if tuple(which) in _UNICODE}
        return _groups(table, kinds[12]) if 12 in kinds else _segments(table, kinds[4]) if 4 in kinds else None
    except struct.error:
        return None


def having(font: Font, wanted: Iterable[int]) -> frozenset[int]:
    """Those of the characters that a font has."""
    found = letters(font)
    try:
        return frozenset(code for code in wanted if found and found.glyph(code))
    except struct.error:
        return frozenset()


def characters(font: Font) -> dict[int, int]:
    """All characters of a font, each with the number of its glyph."""
    found = letters(font)
    if found is None:
        return {}
    every = chain.from_iterable(range(start, end + 1) for start, end in zip(found.starts, found.ends, strict=True))
    return {code: glyph for code in every if code <= 0x10FFFF and (glyph := found.glyph(code))}


def _segments(table: bytes, at: int) -> Letters:
    """A subtable of format 4: segments of the first 65,536 characters."""
    twice = struct.unpack_from(">H", table, at + 6)[0]
    ends, starts, more, lists = (
        struct.unpack_from(f">{twice // 2}H", table, at + 14 + place * twice + (2 if place else 0))
        for place in range(4)
    )
    return Letters(table, starts, ends, more, lists, at + 16 + 3 * twice)


def _groups(table: bytes, at: int) -> Letters:
    """A subtable of format 12: groups of any characters."""
    count = struct.unpack_from(">I", table, at + 12)[0]
    if 16 + 12 * count > len(table) - at:
        raise struct.error("it ends before its groups do")
    numbers = struct.unpack_from(f">{3 * count}I", table, at + 16)
    starts, ends, glyphs = numbers[0::3], numbers[1::3], numbers[2::3]
    more = tuple(glyph - start for start, glyph in zip(starts, glyphs, strict=True))
    return Letters(table, starts, ends, more, (), 0)
