"""A font with the characters of one drawing alone: a few kilobytes that travel with it, the same bytes everywhere."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.draw import sfnt
from timeline.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80
"""Flags of a part of a composite glyph."""
_NAMES = frozenset({0, 1, 2, 4, 6, 13, 14})
"""Copyright, family, style, full name, PostScript name, licence and its address."""
_LAST = 0xFFFF
"""The last character that a table of format 4 has room for."""
_MAGIC = 0xB1B0AFBA


class _Face(NamedTuple):
    """A face as it is cut: its font, which glyph each character has, and where each outline lies in `glyf`."""

    font: sfnt.Font
    letters: sfnt.Letters
    outlines: Sequence[int]

    def outline(self, glyph: int) -> bytes:
        """The bytes of a glyph's outline."""
        start = self.font.places["glyf"][0]
        return self.font.data[start + self.outlines[glyph] : start + self.outlines[glyph + 1]]


def can_be_cut(path: Path, number: int, characters: frozenset[int]) -> bool:
    """The face has outlines of the kind that `subset` reads, for characters of the kind that it writes."""
    return "glyf" in sfnt.read(path, number).places and max(characters, default=0) <= _LAST


def subset(path: Path, characters: frozenset[int], number: int = 0) -> bytes:
    """
    The TrueType font at *path*, or the face of that *number* in it, with these characters alone.

    Those it lacks are left out, and those beyond the first 65,536.

    Without kerning: every renderer then moves its pen by the same advances, which are those the layout measures with.
    """
    face = _face(path, number)
    kept = {code: glyph for code in sorted(characters) if code <= _LAST and (glyph := face.letters.glyph(code))}
    order = _closed(face, kept.values())
    place = {glyph: number for number, glyph in enumerate(order)}
    outlines = [_moved(face.outline(glyph), place) for glyph in order]
    font = face.font
    metrics = [_metric(font, glyph) for glyph in order]
    head, across, most = bytearray(font.table("head")), bytearray(font.table("hhea")), bytearray(font.table("maxp"))
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", across, 34, len(order))
    struct.pack_into(">H", most, 4, len(order))
    ends = [0]
    for outline in outlines:
        ends.append(ends[-1] + len(outline))
    tables = {
        "OS/2": font.table("OS/2"),
        "cmap": _cmap({code: place[glyph] for code, glyph in kept.items()}),
        "glyf": b"".join(outlines) or b"\0",
        "head": bytes(head),
        "hhea": bytes(across),
        "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in metrics),
        "loca": struct.pack(f">{len(ends)}I", *ends),
        "maxp": bytes(most),
        "name": _names(font.table("name")),
        "post": struct.pack(">I", 0x00030000) + font.table("post")[4:32].ljust(28, b"\0"),
    }
    return _assembled(tables)


@lru_cache(maxsize=8)
def _face(path: Path, number: int) -> _Face:
    """A face, read once."""
    font = sfnt.read(path, number)
    letters = sfnt.letters(font)
    if letters is None:
        raise ExportError(f"{path} has no characters that can be read: choose another font")
    count = struct.unpack_from(">H", font.table("maxp"), 4)[0]
    wide = struct.unpack_from(">h", font.table("head"), 50)[0]
    places = struct.unpack_from(f">{count + 1}{'I' if wide else 'H'}", font.table("loca"))
    return _Face(font, letters, places if wide else [2 * at for at in places])


def _metric(font: sfnt.Font, glyph: int) -> tuple[int, int]:
    """How far the pen moves for a glyph, and where its outline begins."""
    table = font.table("hmtx")
    count = struct.unpack_from(">H", font.table("hhea"), 34)[0]
    if glyph < count:
        advance, bearing = struct.unpack_from(">Hh", table, 4 * glyph)
        return advance, bearing
    advance = struct.unpack_from(">H", table, 4 * (count - 1))[0]
    return advance, struct.unpack_from(">h", table, 4 * count + 2 * (glyph - count))[0]


def _parts(outline: bytes) -> list[tuple[int, int]]:
    """The glyphs a composite outline is made of: where each number stands, and the number; empty for a plain one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, more = [], 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        found.append((at + 2, glyph))
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        more = bool(flags & _MORE)
    return found


def _closed(face: _Face, glyphs: object) -> list[int]:
    """These glyphs with all that they are made of, in the font's order, the one for a missing character first."""
    found: set[int] = set()
    waiting = [0, *glyphs]  # type: ignore[misc]  # any iterable of numbers
    while waiting:
        glyph = waiting.pop()
        if glyph not in found:
            found.add(glyph)
            waiting += [part for _, part in _parts(face.outline(glyph))]
    return sorted(found)


def _moved(outline: bytes, place: Mapping[int, int]) -> bytes:
    """An outline whose parts have their new numbers, filled up to whole words."""
    moved = bytearray(outline)
    for at, glyph in _parts(outline):
        struct.pack_into(">H", moved, at, place[glyph])
    return bytes(moved) + bytes(-len(moved) % 4)


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    """The table from characters to glyphs, a segment for each run of both."""
    runs: list[list[int]] = []
    for code, glyph in glyphs.items():
        if runs and code == runs[-1][1] + 1 and glyph - code == runs[-1][2]:
            runs[-1][1] = code
        else:
            runs.append([code, code, glyph - code])
    runs.append([0xFFFF, 0xFFFF, 1])
    count = len(runs)
    power = 1 << (count.bit_length() - 1)
    starts, ends, deltas = zip(*runs, strict=True)
    body = struct.pack(
        f">4H{count}HH{count}H{count}H{count}H",
        *(2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power)),
        *ends,
        0,
        *starts,
        *(delta & 0xFFFF for delta in deltas),
        *(0 for _ in runs),
    )
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + struct.pack(">HHH", 4, len(body) + 6, 0) + body


def _names(table: bytes) -> bytes:
    """The names that the licence and the readers of fonts want."""
    count, start = struct.unpack_from(">HH", table, 2) if table else (0, 0)
    rows = [struct.unpack_from(">6H", table, 6 + 12 * row) for row in range(count)]
    kept = [row for row in rows if row[0] == 3 and row[3] in _NAMES]
    written, body = b"", b""
    for *which, length, at in kept:
        written += struct.pack(">6H", *which, length, len(body))
        body += table[start + at : start + at + length]
    return struct.pack(">HHH", 0, len(kept), 6 + len(written)) + written + body


def _assembled(tables: Mapping[str, bytes]) -> bytes:
    """A font file of these tables, which are in the order of their names."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    at = 12 + 16 * count
    front = struct.pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    body, heads = b"", 0
    for name, table in tables.items():
        filled = table + bytes(-len(table) % 4)
        if name == "head":
            heads = at + len(body)
        front += struct.pack(">4sIII", name.encode(), _sum(filled), at + len(body), len(table))
        body += filled
    whole = bytearray(front + body)
    struct.pack_into(">I", whole, heads + 8, (_MAGIC - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes) -> int:
    """The checksum of whole words."""
    total: int = sum(struct.unpack(f">{len(data) // 4}I", data))
    return total & 0xFFFFFFFF
