"""How close rows and lanes stand."""

from __future__ import annotations

import math
from typing import NamedTuple

from timeline.scene import frame


class Density(NamedTuple):
    """How close the rows stand, in pixels, and the size of the labels."""

    pitch: float
    size: float

    @property
    def half(self) -> float:
        """Half the height of a dot."""
        return min(6.0, self.pitch * 0.3)

    @property
    def pad(self) -> float:
        """Free pixels above and below the rows of a lane."""
        return 6.0 if self.pitch > 20 else 2.0

    @property
    def longest_fade(self) -> float:
        """How long an open end takes to fade out, where the drawing is wide enough."""
        return 150.0 if self.pitch > 20 else 90.0

    def fade(self, width: float) -> float:
        """How long an open end takes to fade out on so many pixels."""
        return min(self.longest_fade, _FADE_SHARE * width)

    def rows_of_title(self, title: str) -> int:
        """How many rows a lane has at least so that its title is not cut; only where there is room to be airy."""
        if self.pitch <= 20:
            return 1
        return max(math.ceil((frame.title_height(title) - 2 * self.pad) / self.pitch), 1)


DENSITIES = (Density(28, 13), Density(25, 13), Density(22, 12.5), Density(19, 12), Density(16.5, 11.5), Density(15, 11))
"""From airy to dense: the first in which everything has its label is taken."""
STRETCHED = 1.25
"""Rows stand at most so much farther apart where there is more height than they need."""
BETWEEN_LANES = 4.0
FOLDED, _LOWER = 22.0, 14.0
"""Pixels that a folded lane is high; those below its title, where that stands in the lane."""
COUNTS, COUNT = 14.0, 10.5
"""Pixels under the rows of a lane in which counts stand, and the size of their text."""
_FADE_SHARE = 0.14


def beneath(head: float) -> float:
    """The pixels under the rows of a lane for counts; with so many for its title above them, counts stand beside it."""
    return 0.0 if head else COUNTS


def folded(head: float) -> float:
    """The height of a folded lane with so many pixels for its title."""
    return head + _LOWER if head else FOLDED
