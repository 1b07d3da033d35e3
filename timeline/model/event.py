"""Something that happened, happens or is to happen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.chrono.bounds import Bounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.span import Span
    from timeline.model.statement import Reason

SHOWN = 5  # steps of an argument that a reader follows at once
CONCLUSIONS = ("no conflict", "conflict set aside")  # rules of the step that says what follows from the others


class Kind(Enum):
    """*day* lies within one day, perhaps unknown; *span* lasts longer."""

    DAY = "day"
    SPAN = "span"


class Status(Enum):
    """Whether it happened, and how sure the text is."""

    HAPPENED = "happened"
    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Standing(Enum):
    """What the user says of an event as a fact of a case."""

    DISPUTED = "disputed"
    UNDISPUTED = "undisputed"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Offset:
    """The four bounds as whole days from publication, where no year is known; None is open."""

    begin: tuple[int | None, int | None] = (None, None)
    end: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the event is told: the clause, and the word that is the event."""

    quote: str
    span: Span
    head: Span
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)


class Argument(NamedTuple):
    """An argument as a reader follows it: a few steps, the further ones on request, and the conclusion."""

    steps: tuple[Reason, ...]
    further: tuple[Reason, ...]
    conclusion: Reason | None


@dataclass(frozen=True, slots=True)
class Event:
    """
    An event with its date and the argument for it.

    `span` is the clause with its time and attribution, `quote` exactly that slice, `head` the word that is the event.
    `bounds`, `when` and `edtf` include what is usual; `stated` holds the bounds without it, None where equal.
    `landmark` is the id of the landmark its date rests on directly, None where none.
    `shared` names the time it shares with other events while that is unknown: "one Tuesday" (drawn as a bracket).
    `note`, `links` (addresses) and `standing` are the user's own; `merged` is the event it was said to be the same as,
    which is shown in its place.
    """

    id: str
    article: str
    title: str
    quote: str
    span: Span
    head: Span
    mentions: tuple[Mention, ...] = ()
    kind: Kind = Kind.DAY
    status: Status = Status.HAPPENED
    attribution: str | None = None
    weight: float = 0.5
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    when: str = ""
    edtf: str | None = None
    bounds: Bounds = Bounds()
    stated: Bounds | None = None
    offset: Offset | None = None
    landmark: str | None = None
    shared: str | None = None
    reasons: tuple[Reason, ...] = ()
    hidden: bool = False
    note: str | None = None
    links: tuple[str, ...] = ()
    standing: Standing | None = None
    merged: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def argument(self, most: int = SHOWN) -> Argument:
        """The reasons as they are shown: the first *most* steps, the further ones, and what follows from all."""
        concluded = bool(self.reasons) and self.reasons[-1].rule in CONCLUSIONS
        steps = self.reasons[:-1] if concluded else self.reasons
        return Argument(steps[:most], steps[most:], self.reasons[-1] if concluded else None)
