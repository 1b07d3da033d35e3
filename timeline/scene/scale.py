"""From days to pixels, and which days a drawing shows."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """The days `first` to `last` drawn from the pixel `left` to the pixel `right`."""

    first: float
    last: float
    left: float
    right: float

    def x(self, day: float) -> float:
        """Where a day is."""
        return self.left + (day - self.first) * (self.right - self.left) / (self.last - self.first)

    def day(self, x: float) -> float:
        """The inverse of `x`."""
        return self.first + self.days(x - self.left)

    def days(self, pixels: float) -> float:
        """How many days so many pixels are."""
        return pixels * (self.last - self.first) / (self.right - self.left)


def px(number: float) -> float:
    """Pixels as they travel to the page: hundredths."""
    return round(number, 2)


def days(number: float) -> float:
    """Days as they travel to the page: millionths."""
    return round(number, 6)
