"""An event as extraction hands it on: with its place in the grammar, before it has a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    An event and where it stands.

    `sentence` and `token` locate its head word; `clause` is the index of the clause the head is the predicate of, or,
    for a nominal event, of the clause it stands in. `nominal`: the head is a noun. `speech`: an act of saying.
    `times` are the expressions that belong to it by the parse. `definite`: a nominal event the text takes as known
    ("the summit", "Trump's re-election"). `landmark` is the id of the landmark that its words match, None for none.
    """

    event: Event
    sentence: int
    token: int
    clause: int | None
    nominal: bool = False
    speech: bool = False
    definite: bool = False
    times: tuple[TimeExpression, ...] = ()
    landmark: str | None = None
