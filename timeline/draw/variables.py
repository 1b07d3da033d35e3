"""The drawing's colours as variables of a stylesheet, for pages that draw with the same classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.draw.theme import mixed

if TYPE_CHECKING:
    from timeline.draw.theme import Theme

DRAWN: Final = ("ink", "soft", "grid", "tick", "published", "selected", "wash", "pale", "tint")
"""What the layers of the drawing are painted with, beside the colours of lanes."""
TINT: Final = 0.12
"""How much of a lane's colour the ground of its text has."""


def rules(theme: Theme, where: str = "") -> list[str]:
    """
    The variables of the whole, and a class for each lane's colour: "lane-0", …; "lane--1" where many are gathered.

    They hold within the selector *where*, everywhere if it is empty.
    """
    within = f"{where} " if where else ""
    return [
        f"{where or ':root'} {{ --paper: {theme.background}; "
        + " ".join(f"--draw-{name}: {getattr(theme, name)};" for name in DRAWN)
        + " }",
        *[
            f"{within}.lane-{number} {{ --lane: {theme.lane(number)}; "
            f"--lane-tint: {mixed(theme.lane(number), theme.background, TINT)}; }}"
            for number in range(-1, len(theme.lanes))
        ],
    ]
