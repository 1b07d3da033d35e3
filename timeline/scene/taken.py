"""The boxes that are taken already in a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.scene.geometry import Box

SLACK = 0.05
"""Pixels by which what is rounded may come nearer."""
_LINE = 16
"""Boxes are looked up by lines of so many pixels."""


class Taken:
    """The boxes that are taken, by the lines of the drawing they lie on."""

    def __init__(self) -> None:
        self.lines: dict[int, list[tuple[Box, int]]] = {}

    def add(self, box: Box, owner: int) -> None:
        """The box is taken."""
        for line in range(int(box.top // _LINE), int(box.bottom // _LINE) + 1):
            self.lines.setdefault(line, []).append((box, owner))

    def remove(self, box: Box, owner: int) -> None:
        """The box is free again."""
        for line in range(int(box.top // _LINE), int(box.bottom // _LINE) + 1):
            self.lines[line].remove((box, owner))

    def free(self, box: Box, owner: int, gap: float) -> bool:
        """Nothing but what has the same owner comes near the box."""
        left, right, top, bottom = box.left - gap, box.right + gap, box.top + SLACK, box.bottom - SLACK
        for line in range(int(box.top // _LINE), int(box.bottom // _LINE) + 1):
            for other, whose in self.lines.get(line, ()):
                if other[0] < right and left < other[2] and other[1] < bottom and top < other[3] and whose != owner:
                    return False
        return True
