"""
Statements taken in by strata, strongest first, each only where it contradicts nothing that stands.

Within a stratum the order is fixed by what the statements say and where, never by how they were handed in:
first what is dated by itself, then what is dated by another time, then what is only ordered; within these, text order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds
from timeline.model.statement import PUBLICATION, Calendar, Conflict, Denotes, Distance, Statement, Stratum, Within
from timeline.reasoning.minimal import least
from timeline.reasoning.network import subjects
from timeline.reasoning.propagate import Propagator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.event import Kind
    from timeline.reasoning.network import Network
    from timeline.reasoning.propagate import Derivation

RANKS = {stratum: stratum.rank for stratum in Stratum}
FORMS = {Within: 0, Denotes: 1, Calendar: 2, Distance: 3}


@dataclass(frozen=True, slots=True)
class Settled:
    """
    What stands after all strata.

    `statements` are all in the order they were taken in: derivations speak of them by their place here.
    `standing` are the numbers of those that stand, `stated` the bounds before anything usual was taken in,
    None where nothing usual is said.
    """

    statements: tuple[Statement, ...]
    standing: frozenset[int]
    propagator: Propagator
    stated: Mapping[str, Bounds] | None
    conflicts: tuple[Conflict, ...]
    by_subject: Mapping[str, tuple[int, ...]]

    def bounds(self, subject: str) -> Bounds:
        """What is known of a subject, with what is usual."""
        return self.propagator.bounds(subject)

    def stated_bounds(self, subject: str) -> Bounds:
        """What is known of a subject without what is usual."""
        return self.bounds(subject) if self.stated is None else self.stated.get(subject, Bounds())

    def why(self, subject: str) -> tuple[Derivation | None, ...]:
        """The derivations of its four bounds."""
        return self.propagator.why(subject)

    def about(self, subject: str) -> list[tuple[int, Statement]]:
        """The standing statements that speak of a subject, with their numbers."""
        return [(number, self.statements[number]) for number in self.by_subject.get(subject, ())]


def settle(statements: Iterable[Statement], kinds: Mapping[str, Kind], known: Network | None = None) -> Settled:
    """
    Take in statements about publications and about events of these kinds; those about unknown events are ignored.

    *known* is a network whose units have been worked out.
    """
    propagator = Propagator(kinds, known)
    ordered = tuple(sorted((one for one in statements if propagator.network.knows(one.constraint)), key=order))
    numbered = [(number, statement.constraint) for number, statement in enumerate(ordered)]
    usual = [number for number, statement in enumerate(ordered) if statement.stratum is Stratum.USUAL]
    first_usual = usual[0] if usual else len(ordered)
    aside = propagator.take_in(numbered[:first_usual])
    stated = {subject: propagator.bounds(subject) for subject in propagator.network.places} if usual else None
    aside += propagator.take_in(numbered[first_usual:])
    constraints = dict(numbered)

    def fewest(number: int, against: frozenset[int]) -> frozenset[int]:
        if number >= first_usual:  # what is only usual gives way without a word
            return against
        return least(number, against, constraints, propagator.network)

    conflicts = tuple(
        Conflict(
            ordered[number],
            tuple(ordered[other] for other in sorted(fewest(number, against))),
        )
        for number, against in aside
    )
    standing = frozenset(range(len(ordered))) - {number for number, _ in aside}
    by_subject: dict[str, list[int]] = {}
    for number in sorted(standing):
        for subject in dict.fromkeys(subjects(ordered[number].constraint)):
            by_subject.setdefault(subject, []).append(number)
    index = {subject: tuple(numbers) for subject, numbers in by_subject.items()}
    return Settled(ordered, standing, propagator, stated, conflicts, index)


def _rank(statement: Statement) -> tuple[int, int]:
    """
    The stratum's rank; the day a page states comes before what an event's own time would make of it.

    Of two statements of the day itself the text's stands: a page may be filed on another day than it was written.
    """
    constraint = statement.constraint
    if isinstance(constraint, (Within, Calendar)) and constraint.subject.startswith(PUBLICATION):
        if statement.stratum is Stratum.TEXT:
            return RANKS[Stratum.TEXT], 0
        if statement.stratum is Stratum.METADATA:
            return RANKS[Stratum.TEXT], 1
    return RANKS[statement.stratum], 2


def order(statement: Statement) -> tuple[object, ...]:
    """The key of a statement's place among those that are taken in."""
    reason = statement.reason
    place = (reason.article or "", reason.span or (-1, -1))
    constraint = statement.constraint
    return (
        _rank(statement),
        FORMS[type(constraint)],
        place,
        repr(constraint),
        statement.landmark or "",
        reason.rule,
        reason.says,
    )
