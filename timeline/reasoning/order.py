"""Which event ended before which began: by their dates, and by what orders them where the dates do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind
from timeline.model.statement import Distance, Point, Statement, Stratum
from timeline.reasoning.newsday import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from timeline.events.candidate import Candidate
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.reasoning.reading import Reading

# The rules whose distances put one event before another; all others only bound dates.
_ORDERING = frozenset({"connective", "report", "later", "narrative", "tense", "past perfect", "cause"})
_SEQUENCE = "sequence"  # a rule that orders and bounds no date


def before(
    timeline: Timeline, events: Collection[str] | None = None, usual: Iterable[tuple[str, str]] = ()
) -> set[tuple[str, str]]:
    """
    The pairs ``(a, b)`` of events of which it is stated, implied or usual that *a* ends before *b* begins.

    Closed under going on from one to the next. Two events that would each come before the other are not ordered.
    *events* are the ids that are asked about, all of them if None; the others still link them. *usual* are further
    pairs that hold, as the line of the story does (`in_sequence`), where nothing else orders the two.
    """
    known = {event.id for event in timeline.events}
    set_aside = {conflict.set_aside for conflict in timeline.conflicts}
    distances = [
        (one.reason.rule, one.constraint)
        for one in timeline.statements
        if isinstance(one.constraint, Distance) and one not in set_aside
    ]
    distances = [(r, d) for r, d in distances if {d.earlier.subject, d.later.subject} <= known]
    same = _together(known, (d for _, d in distances if d.least == d.most == 0 and d.earlier.side == d.later.side))
    inside = {(d.earlier.subject, d.later.subject) for _, d in distances if d.earlier.side == d.later.side == "end"}
    steps: dict[str, set[str]] = {}
    for rule, distance in distances:
        first, second = distance.earlier.subject, distance.later.subject
        if rule not in _ORDERING or distance.least is None or distance.least < 0 or distance.later.side == "end":
            continue
        if (second, first) not in inside and same[first] != same[second]:
            steps.setdefault(same[first], set()).add(same[second])
    asked = [event for event in timeline.events if events is None or event.id in events]
    found = {(one.id, other.id) for one in asked for other in asked if dated_before(one, other)}
    reached = {one.id: _reach(same[one.id], steps) for one in asked}
    for one in asked:
        for other in asked:
            if same[other.id] in reached[one.id] and not dated_before(other, one):
                found.add((one.id, other.id))
    found = {(a, b) for a, b in found if (b, a) not in found}
    told_so = {(d.earlier.subject, d.later.subject) for rule, d in distances if rule == _SEQUENCE}
    usual = {*usual, *((a, b) for a, b in told_so if (b, a) not in {*usual})}
    return found | {
        (a, b) for a, b in usual if {a, b} <= {one.id for one in asked} and (b, a) not in found and same[a] != same[b]
    }


def dated_before(one: Event, other: Event) -> bool:
    """
    The last moment it may end lies before the first that the other may begin.

    What is past at publication comes before what is still to come then, though either may be of that day.
    """
    last, first = one.bounds.end.latest, other.bounds.begin.earliest
    if last is None or first is None:
        return False
    ahead = other.bounds.begin.latest is None and other.bounds.end.latest is None
    turning = ahead and one.kind is Kind.DAY and day_of(last) == day_of(first)
    return last < first or turning


def _together(known: Iterable[str], pairs: Iterable[Distance]) -> dict[str, str]:
    """One name for all events that are said to be of the same day."""
    name = {one: one for one in known}

    def root(one: str) -> str:
        while name[one] != one:
            one = name[one]
        return one

    for pair in pairs:
        name[root(pair.later.subject)] = root(pair.earlier.subject)
    return {one: root(one) for one in name}


def _reach(start: str, steps: dict[str, set[str]]) -> set[str]:
    """Everything that comes after, in any number of steps."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for step in steps.get(waiting.pop(), ()):
            if step not in found:
                found.add(step)
                waiting.append(step)
    return found


def in_sequence(reading: Reading) -> list[Statement]:
    """
    The pairs of events that a story tells one after the other: usual, and of their order alone.

    Two neighbours of one paragraph, both told in its main line and neither a statement: a narrative goes forward.
    """
    line: list[Candidate] = []
    found = []
    for candidate in sorted(reading.candidates, key=lambda one: one.event.head):
        if line and _looks_back(reading, candidate) and _neighbours(reading, line[-1], candidate):
            found.append(_sequence(reading, candidate, line[-1], "looks back from what is told before it"))
        if candidate.nominal or candidate.speech or candidate.event.kind is Kind.SPAN or not told(reading, candidate):
            continue
        if line and _neighbours(reading, line[-1], candidate):
            found.append(_sequence(reading, line[-1], candidate, "is told before what comes next"))
        line.append(candidate)
    return found


def _sequence(reading: Reading, first: Candidate, second: Candidate, why: str) -> Statement:
    says = f"“{first.event.title}” {why}: usually earlier than “{second.event.title}”"
    constraint = Distance(Point(first.event.id, "end"), Point(second.event.id, "begin"), least=None, most=None)
    return reading.state(constraint, _SEQUENCE, says, span=first.event.head, stratum=Stratum.USUAL)


def _looks_back(reading: Reading, candidate: Candidate) -> bool:
    """A main clause in the past perfect: "it had failed in March"."""
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or candidate.event.kind is Kind.SPAN:
        return False
    return clause.perfect and clause.tense is Tense.PAST and clause.role in (Role.MAIN, Role.COORDINATE)


def _neighbours(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """In the same sentence or the next, of the same paragraph."""
    first, second = reading.sentences[one.sentence], reading.sentences[other.sentence]
    return other.sentence - one.sentence <= 1 and first.paragraph == second.paragraph
