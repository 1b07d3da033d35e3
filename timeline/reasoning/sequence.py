"""The line of a story: what is told one after the other, and what the telling looks back on. Of order alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.statement import Distance, Point, Stratum
from timeline.reasoning.newsday import told
from timeline.reasoning.reading import says_when
from timeline.reasoning.stages import side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.candidate import Candidate
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_BACK = (Role.MAIN, Role.COORDINATE)
_REACH = 2  # sentences that the line of a story goes on over


def in_sequence(reading: Reading) -> list[Statement]:
    """
    The pairs of events that a story tells one after the other: usual, and of their order alone.

    Two neighbours of one paragraph, both told in its main line and neither a statement: a narrative goes forward.
    What is told in the past perfect comes before the line it stands in.
    """
    line: list[Candidate] = []
    back: list[Candidate] = []
    found = []
    for candidate in sorted(reading.candidates, key=lambda one: one.event.head):
        if _looks_back(reading, candidate):
            if line and _neighbours(reading, line[-1], candidate):
                found.append(ordered(reading, candidate, line[-1], "looks back from what is told before it"))
            back.append(candidate)
        if candidate.nominal or candidate.speech or candidate.event.kind is Kind.SPAN or not told(reading, candidate):
            continue
        # a time of its own may leap: it goes on from the sentence right before it alone
        reach = 1 if any(says_when(time) for time in candidate.times) else _REACH
        if line and _neighbours(reading, line[-1], candidate, reach) and not side_by_side(reading, line[-1], candidate):
            found.append(ordered(reading, line[-1], candidate, "is told before what comes next"))
        if back and _neighbours(reading, back[-1], candidate):
            found.append(ordered(reading, back[-1], candidate, "had happened before the story goes on"))
        line.append(candidate)
    return [*found, *_in_one_breath(reading)]


def _in_one_breath(reading: Reading) -> Iterator[Statement]:
    """Two verbs of one subject and one tense, joined by "and": "arrested him and took him to the station"."""
    for candidate in reading.candidates:
        clause = reading.clause(candidate)
        if clause is None or candidate.nominal or clause.connective not in ("and", "then", "and then", ","):
            continue
        parent = reading.parent(reading.sentences[candidate.sentence], clause)
        if clause.role is not Role.COORDINATE or parent is None or parent.subject != clause.subject:
            continue
        first = reading.event_of_clause(candidate.sentence, parent)
        if first is None or not _alike(reading, first, candidate) or clause.subject is None:
            continue
        if not side_by_side(reading, first, candidate):
            yield ordered(reading, first, candidate, "is told in one breath with what comes next")


def _alike(reading: Reading, first: Candidate, second: Candidate) -> bool:
    """Both happened, on a day, in the same tense; neither is a statement."""
    one, other = reading.clause(first), reading.clause(second)
    if one is None or other is None or first.event.id == second.event.id or one.tense is Tense.PRESENT:
        return False
    days = first.event.kind is Kind.DAY and second.event.kind is Kind.DAY
    happened = first.event.status in _HAPPENED and second.event.status in _HAPPENED
    quiet = not (first.speech or second.speech or one.negated or other.negated or one.copular or other.copular)
    return days and happened and quiet and (one.tense, one.perfect) == (other.tense, other.perfect)


def ordered(reading: Reading, first: Candidate, second: Candidate, why: str, rule: str = "sequence") -> Statement:
    """The one comes before the other, usually, and no date follows from that."""
    says = f"“{first.event.title}” {why}: usually earlier than “{second.event.title}”"
    constraint = Distance(Point(first.event.id, "end"), Point(second.event.id, "begin"), least=None, most=None)
    return reading.state(constraint, rule, says, span=first.event.head, stratum=Stratum.USUAL)


def _looks_back(reading: Reading, candidate: Candidate) -> bool:
    """A main clause in the past perfect: "it had failed in March"."""
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or candidate.event.kind is Kind.SPAN:
        return False
    back = clause.perfect and clause.tense is Tense.PAST and clause.role in _BACK
    return back and not seen_from_its_own(reading, candidate)


def seen_from_its_own(reading: Reading, candidate: Candidate) -> bool:
    """A time of its own is what it is looked back on from: "by 1995 they had dug two locks" is not before the rest."""
    return any(
        time.type != "DURATION" and reading.preposition(candidate.sentence, time) == "by" for time in candidate.times
    )


def _neighbours(reading: Reading, one: Candidate, other: Candidate, reach: int = 1) -> bool:
    """In the same sentence or the next ones, of the same paragraph."""
    first, second = reading.sentences[one.sentence], reading.sentences[other.sentence]
    return other.sentence - one.sentence <= reach and first.paragraph == second.paragraph
