"""Colours of the drawings: light, dark and print, chosen to survive colour-blindness and a copier."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.errors import ExportError

if TYPE_CHECKING:
    from os import PathLike

    from timeline.scene.geometry import Label

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
FONT = "Noto Sans"
FONT_STACK = "'Noto Sans', 'Noto Sans CJK SC', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """
    The colours of a drawing.

    `lanes` are used in order; `gathered` is for what stands for many and for what has no lane. How much of a lane's
    colour its background has is `wash`, what a band has that only may be is `pale`, the inside of an outline `tint`: 0
    to 1. Where lanes have no background, a line of the colour of `grid` parts them.
    """

    name: str
    background: str
    title: str
    ink: str
    soft: str
    grid: str
    tick: str
    published: str
    selected: str
    lanes: tuple[str, ...]
    gathered: str
    wash: float
    pale: float
    tint: float

    def lane(self, colour: int) -> str:
        """The colour of a lane by its number; -1 is what is gathered from many."""
        return self.gathered if colour < 0 else self.lanes[colour % len(self.lanes)]

    def text(self, label: Label) -> str:
        """The colour of a text by its role."""
        if label.role == "lane":
            return self.lane(label.colour)
        return {"event": self.ink, "unknown": self.ink, "title": self.title}.get(label.role, self.soft)


LIGHT = Theme(
    name="light",
    background="#ffffff",
    title="#1b2b4b",
    ink="#111827",
    soft="#4b5563",
    grid="#dde1e7",
    tick="#6b7280",
    published="#5b6675",
    selected="#e69f00",
    lanes=("#0b8663", "#bf3a2b", "#0f63dd", "#5c4caf", "#ad2d7c", "#4d6b1f", "#0a7a94", "#7e4000"),
    gathered="#5b6675",
    wash=0.045,
    pale=0.4,
    tint=0.1,
)
DARK = Theme(
    name="dark",
    background="#12161d",
    title="#e8edf6",
    ink="#e5e9f0",
    soft="#a4adba",
    grid="#2b323d",
    tick="#8791a0",
    published="#9aa5b4",
    selected="#f0b429",
    lanes=("#3ecf9f", "#ff8a79", "#6796ff", "#b3a2fd", "#f58cc8", "#a9cc64", "#4fc6e0", "#e1ad38"),
    gathered="#a4adba",
    wash=0.07,
    pale=0.42,
    tint=0.14,
)
PRINT = Theme(
    name="print",
    background="#ffffff",
    title="#000000",
    ink="#000000",
    soft="#3c3c3c",
    grid="#d0d0d0",
    tick="#555555",
    published="#555555",
    selected="#000000",
    lanes=("#000000",),
    gathered="#000000",
    wash=0.0,
    pale=0.3,
    tint=0.0,
)
"""Black ink alone: what a glyph means is told by its shape, and a lane by its title."""
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}


def theme_of(name: str) -> Theme:
    """A theme by its name; ExportError where there is none of that name."""
    if name not in THEMES:
        raise ExportError(f"there is no theme {name!r}: choose one of {', '.join(THEMES)}")
    return THEMES[name]


def with_palette(theme: Theme, path: str | PathLike[str]) -> Theme:
    """
    The theme with the lanes' colours from a file, one as ``#0b8663`` on a line; what comes behind it is for people.

    ExportError where the file cannot be read, or names no colours.
    """
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a path of any kind
            words = [(number, line.split(maxsplit=1)[0]) for number, line in enumerate(file, 1) if line.strip()]
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or fault
        raise ExportError(f"the palette {path} cannot be read: {why}; choose another file") from fault
    for number, word in words:
        if not _COLOUR.fullmatch(word):
            raise ExportError(
                f"{path}: {word[:40]!r} in line {number} is no colour: write it as #0b8663, one on a line"
            )
    if not words:
        raise ExportError(f"the palette {path} is empty: write a colour on each line, as #0b8663")
    return replace(theme, lanes=tuple(word.lower() for _, word in words))


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid over a ground with so much opacity, as one solid colour."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def rgba(colour: str, alpha: float) -> str:
    """A colour with its opacity as CSS has it."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{alpha:.3g})"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
