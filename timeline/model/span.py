"""Where in an article something stands."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``[start, end)`` of one article's text as given."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """The other lies inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """The two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]
