"""Colours of the drawings: light and dark, chosen to survive colour-blindness and print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.errors import ExportError

if TYPE_CHECKING:
    from timeline.scene.geometry import Label

FONT = "Noto Sans"
FONT_STACK = "'Noto Sans', 'Noto Sans CJK SC', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """
    The colours of a drawing.

    `lanes` are used in order; `gathered` is for what stands for many and for what has no lane. How much of a lane's
    colour its background has is `wash`, what a band has that only may be is `pale`, the inside of an outline `tint`: 0
    to 1.
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
    lanes=("#0b8663", "#0f63dd", "#bf3a2b", "#5c4caf", "#7e4000", "#0a7a94", "#ad2d7c", "#4d6b1f"),
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
    lanes=("#3ecf9f", "#6796ff", "#ff8a79", "#b3a2fd", "#e1ad38", "#4fc6e0", "#f58cc8", "#a9cc64"),
    gathered="#a4adba",
    wash=0.07,
    pale=0.42,
    tint=0.14,
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_of(name: str) -> Theme:
    """A theme by its name; ExportError where there is none of that name."""
    if name not in THEMES:
        raise ExportError(f"there is no theme {name!r}: choose one of {', '.join(THEMES)}")
    return THEMES[name]


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
