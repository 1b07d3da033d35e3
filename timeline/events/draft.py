"""An event while it is put together: its place in the grammar and everything found about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model.event import Kind, Status

if TYPE_CHECKING:
    from timeline.events.actor import Actor
    from timeline.model.expression import TimeExpression
    from timeline.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """
    An event of one sentence, before mentions are merged.

    `sentence`, `token`, `clause` as in `Candidate`; `words` are the words it is told in (for landmarks and places);
    `side`: the lanes of those who do it together;
    `taking_part`: a noun that is the subject or an object.
    """

    sentence: int
    token: int
    clause: int | None
    lemma: str
    title: str
    status: Status
    span: Span
    head: Span
    words: tuple[int, ...]
    actors: tuple[Actor, ...]
    places: tuple[str, ...]
    times: tuple[TimeExpression, ...]
    weight: float
    kind: Kind = Kind.DAY
    nominal: bool = False
    taking_part: bool = False
    speech: bool = False
    definite: bool = False
    bare: bool = False
    attribution: str | None = None
    landmark: str | None = None
    side: tuple[str, ...] = ()
    also: tuple[Draft, ...] = ()
