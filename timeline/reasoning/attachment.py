"""Times that the parse gave to the wrong clause, given to the event they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role
from timeline.reasoning.reading import Reading

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression


def settled(reading: Reading) -> Reading:
    """
    The same article, each time with the event whose clause it stands in.

    What stands before the word that opens a clause is not of that clause: in "shot them this morning before he was
    killed", "this morning" is when he shot them.
    """
    moved: dict[str, list[TimeExpression]] = {}
    left: dict[str, set[TimeExpression]] = {}
    for candidate in reading.candidates:
        clause = reading.clause(candidate)
        if clause is None or candidate.nominal or clause.role is not Role.ADVERBIAL:
            continue
        opens = _opening(reading, candidate, clause)
        above = reading.parent(reading.sentences[candidate.sentence], clause)
        other = None if above is None else reading.event_of_clause(candidate.sentence, above)
        if opens is None or other is None or other.event.id == candidate.event.id:
            continue
        for time in candidate.times:
            if other.event.head.end <= time.span.start and time.span.end <= opens:
                moved.setdefault(other.event.id, []).append(time)
                left.setdefault(candidate.event.id, set()).add(time)
    if not moved:
        return reading
    candidates = tuple(_changed(one, moved, left) for one in reading.candidates)
    return Reading(reading.article, reading.sentences, reading.expressions, candidates)


def _opening(reading: Reading, candidate: Candidate, clause: Clause) -> int | None:
    """Where the connective of a clause stands."""
    first = (clause.connective or "").lower().split(" ")[0]
    tokens = reading.sentences[candidate.sentence].tokens
    found = [token.span.start for token in tokens[: clause.predicate] if first and token.text.lower() == first]
    return found[-1] if found else None


def _changed(
    candidate: Candidate, moved: dict[str, list[TimeExpression]], left: dict[str, set[TimeExpression]]
) -> Candidate:
    gone = left.get(candidate.event.id, set())
    new = moved.get(candidate.event.id, [])
    if not gone and not new:
        return candidate
    return replace(candidate, times=(*(time for time in candidate.times if time not in gone), *new))
