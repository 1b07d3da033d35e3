"""Font files (TrueType, OpenType) read as far as we need: their tables, and which characters they have."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Mapping
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


def characters(font: Font) -> dict[int, int]:
    """The characters a font has, each with the number of its glyph; empty where its table cannot be read."""
    table = font.table("cmap")
    found: dict[int, int] = {}
    try:
        count = struct.unpack_from(">H", table, 2)[0]
        for row in range(count):
            platform, encoding, at = struct.unpack_from(">HHI", table, 4 + 8 * row)
            if (platform, encoding) in _UNICODE:
                kind = struct.unpack_from(">H", table, at)[0]
                found |= _segments(table, at) if kind == 4 else _groups(table, at) if kind == 12 else {}
    except struct.error:
        return {}
    return {code: glyph for code, glyph in found.items() if glyph}


def _segments(table: bytes, at: int) -> dict[int, int]:
    """A subtable of format 4: segments of the first 65,536 characters."""
    twice = struct.unpack_from(">H", table, at + 6)[0]
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", table, at + 14)
    starts = struct.unpack_from(f">{count}H", table, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", table, at + 16 + 2 * twice)
    offsets = struct.unpack_from(f">{count}H", table, at + 16 + 3 * twice)
    found: dict[int, int] = {}
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        if end == 0xFFFF and start == 0xFFFF:
            continue
        if not offset:
            found.update((code, (code + delta) & 0xFFFF) for code in range(start, end + 1))
            continue
        first = at + 16 + 3 * twice + 2 * segment + offset
        glyphs = struct.unpack_from(f">{end - start + 1}H", table, first)
        found.update(
            (code, (glyph + delta) & 0xFFFF) for code, glyph in zip(range(start, end + 1), glyphs, strict=True) if glyph
        )
    return found


def _groups(table: bytes, at: int) -> dict[int, int]:
    """A subtable of format 12: groups of any characters."""
    count = struct.unpack_from(">I", table, at + 12)[0]
    found: dict[int, int] = {}
    for row in range(min(count, len(table) // 12)):
        start, end, glyph = struct.unpack_from(">III", table, at + 16 + 12 * row)
        found.update(zip(range(start, min(end, 0x10FFFF) + 1), range(glyph, glyph + end - start + 1), strict=False))
    return found
