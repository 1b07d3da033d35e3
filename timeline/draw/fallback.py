"""Characters that the shipped font lacks: another font of the machine that has them, and what no font has."""

from __future__ import annotations

import mmap
import os
import sys
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.draw import sfnt
from timeline.draw.fonts import font_files
from timeline.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NEUTRAL = "\u00b7"
"""What stands for a character that no font has; it is narrower than any that is measured."""
_SELECTORS = range(0xFE00, 0xFE10)
"""Variation selectors."""
_UNLIKE = ("bold", "italic", "oblique", "black", "light", "thin", "heavy", "condensed", "narrow", "mono", "serif")
_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_MOST_FACES = 16
"""Faces looked at in one collection."""
_NAMED = 3
"""Missing characters that are named in a sentence."""
_ADVICE = (
    ("Noto Sans CJK", ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH")),
    ("Noto Sans Hebrew", ("HEBREW",)),
    ("Noto Sans Arabic", ("ARABIC",)),
    ("Noto Sans Devanagari", ("DEVANAGARI",)),
    ("Noto Sans Thai", ("THAI",)),
)
"""The font to install for characters whose names begin so."""


class Other(NamedTuple):
    """A face of the machine: its file, its number in it, and which of the characters asked for it is to draw."""

    path: Path
    number: int
    characters: frozenset[int]


class Found(NamedTuple):
    """The other faces that are needed, in the order in which they are asked, and what none of them has."""

    others: tuple[Other, ...]
    missing: frozenset[int]


def find(text: str, font: Path | None = None) -> Found:
    """
    What draws the characters of a text that the shipped font has not, *font* being asked before those of the machine.

    ExportError where *font* cannot be read.
    """
    wanted = frozenset(ord(sign) for sign in set(text) if is_seen(sign)) - _shipped()
    others: list[Other] = []
    for path in chain([] if font is None else [_own(font)], _installed() if wanted else ()):
        found = _faces(path, wanted)
        others += found
        wanted = wanted.difference(*(face.characters for face in found))
        if not wanted:
            break
    return Found(tuple(others), wanted)


def remark(missing: Iterable[int]) -> str:
    """The sentence about characters that could not be drawn."""
    signs = [chr(code) for code in sorted(missing)]
    named, rest = signs[:_NAMED], len(signs) - _NAMED
    listed = ", ".join(named) + (f" and {rest} more characters" if rest > 0 else "")
    fonts = list(dict.fromkeys(font for sign in signs for font in _advice(sign)))
    remedy = f"install {' and '.join(fonts)}" if fonts else "install a font that has them"
    return f"no font here has {listed}: {remedy} to have {'it' if len(signs) == 1 else 'them'} drawn"


def replaced(svg: str, missing: Iterable[int]) -> str:
    """The drawing with a neutral mark for every character that no font has."""
    return svg.translate(dict.fromkeys(missing, NEUTRAL))


def is_seen(sign: str) -> bool:
    """The character shows: it is no space, and nothing that only steers how others look."""
    return not sign.isspace() and ord(sign) not in _SELECTORS and unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}


@cache
def _shipped() -> frozenset[int]:
    return frozenset(sfnt.characters(sfnt.read(font_files()[0])))


def _own(font: Path) -> Path:
    """A font that the user names; ExportError where it is none."""
    try:
        if sfnt.letters(sfnt.read(font)) is None:
            raise ExportError(f"{font} has no characters that can be read: choose another font")
    except OSError as fault:
        raise ExportError(f"the font {font} cannot be read: {fault.strerror or fault}; choose another file") from fault
    return font


@lru_cache(maxsize=4096)
def _faces(path: Path, wanted: frozenset[int]) -> tuple[Other, ...]:
    """The faces of a file that have wanted characters; none where it cannot be read, or its letters are no outlines."""
    found: list[Other] = []
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            for number in range(min(sfnt.faces(data[:16]), _MOST_FACES)):
                font = sfnt.parsed(data, path, number)
                if font.outlined and (had := sfnt.having(font, wanted)):
                    found.append(Other(path, number, had))
                    wanted -= had
    except (OSError, ValueError, ExportError):
        return ()
    return tuple(found)


@cache
def _installed() -> tuple[Path, ...]:
    """The font files of the machine, those that look most like ours first; the same order every time."""
    found = {
        Path(folder, name)
        for home in _homes()
        for folder, _, names in os.walk(home)
        for name in names
        if Path(name).suffix.lower() in _SUFFIXES
    }
    return tuple(sorted(found, key=lambda path: (_unlike(path.stem.lower()), path.name, str(path))))


def _homes(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Where fonts are kept."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or ".")
    if platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA", home), "Microsoft/Windows/Fonts")
        return [local, Path(environment.get("WINDIR", "C:/Windows"), "Fonts")]
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    return [data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


def _unlike(name: str) -> int:
    """How little a font of that name looks like upright regular sans serif letters."""
    points = 0 if name.startswith("notosans") else 1 if "sans" in name else 2
    points += 3 * sum(word in name for word in _UNLIKE)
    return points + (20 if "emoji" in name or "symbol" in name else 0)


def _advice(sign: str) -> list[str]:
    name = unicodedata.name(sign, "")
    return [font for font, starts in _ADVICE if name.startswith(starts)]
