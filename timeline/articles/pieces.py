"""Paragraphs from somewhere else, put together to one text that remembers where each of them stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Range
from timeline.model.original import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A paragraph, heading or item, or a part of one, with its place in the original.

    One that `goes_on` belongs to the paragraph before it: it began on another page.
    """

    text: str
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    heading: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of a file: the pieces, and what the file says around them (see `Original`)."""

    pieces: tuple[Piece, ...]
    title: str | None = None
    source: str | None = None
    published: Range = Range()
    dated_by: str = ""
    notes: tuple[str, ...] = ()


def assembled(pieces: Iterable[Piece]) -> tuple[str, tuple[Place, ...]]:
    """The text, a blank line between paragraphs, and the place of each piece of it that has words."""
    text: list[str] = []
    places: list[Place] = []
    length = 0
    for piece in pieces:
        words = " ".join(piece.text.split())
        if not words:
            continue
        if piece.heading:
            words = _marked(words)
        joint = "" if not text else " " if piece.goes_on else "\n\n"
        places.append(Place(length + len(joint), piece.page, piece.paragraph, piece.line))
        text += [joint, words]
        length += len(joint) + len(words)
    known = [place for place in places if place.words]
    return "".join([*text, "\n"] if text else []), tuple(known)


def _marked(heading: str) -> str:
    """A heading that would not be taken for one in plain text, with the mark of one."""
    plain = len(heading.split()) <= _HEADING_WORDS and not _ENDS.search(heading)
    return heading if plain else f"# {heading}"
