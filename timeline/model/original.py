"""What an article was read from, and where its words stand there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Range

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where the text from character `start` on stands in the original, up to the next place.

    Pages, paragraphs and lines count from 1, paragraphs from the top of their page where there are pages;
    None is what the format does not have.

    >>> Place(0, page=3, paragraph=2).words
    'p. 3, ¶ 2'
    """

    start: int
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def words(self) -> str:
        """The place as it is cited."""
        signs = (("p.", self.page), ("¶", self.paragraph), ("line", self.line))
        return ", ".join(f"{sign} {number}" for sign, number in signs if number is not None)


@dataclass(frozen=True, slots=True)
class Original:
    """
    The file that the text was taken from.

    `format` is its name for people ("PDF", "web page"); `places` are in the order of the text.
    `published` is what the file says around its text of the publication day, and `dated_by` the words that say it;
    a day on which it was changed or saved bounds it from above only.
    `notes` are sentences about what of it could not be read.
    """

    format: str
    places: tuple[Place, ...] = ()
    published: Range = Range()
    dated_by: str = ""
    notes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def place(self, at: int) -> Place | None:
        """The place of one character of the text; None where it is not known."""
        found = bisect_right([place.start for place in self.places], at) - 1
        return self.places[found] if found >= 0 else None
