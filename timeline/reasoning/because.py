"""One clause that says what a date rests on: "after “the summit” (15 August 2025), before publication"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.model.event import Kind
from timeline.model.statement import PUBLICATION, Denotes, Distance

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.statement import Statement
    from timeline.reasoning.propagate import Derivation
    from timeline.reasoning.strata import Settled
    from timeline.reasoning.telling import Telling

# Which of the four bounds the two ends of a window are: earliest begin, latest begin, earliest end, latest end.
_FIRST, _LATEST_BEGIN, _EARLIEST_END, _LAST = range(4)


def because(settled: Settled, telling: Telling, event: Event) -> str:
    """
    What bounds the event from either side, "" where its own words date it.

    Args:
        settled: the statements with how each bound came about.
        telling: how other events are named.
        event: its bounds have been derived.
    """
    why = settled.why(event.id)
    last = _LAST
    if event.kind is Kind.SPAN and why[_LAST] is None:
        last = _EARLIEST_END if why[_LATEST_BEGIN] is None else _LATEST_BEGIN
    sides = [_side(settled, telling, event, why[place]) for place in (_FIRST, last)]
    relations = [says for relation, says in sides if relation]
    if not relations:
        return ""
    if event.kind is Kind.DAY and event.bounds.one_day:  # one side tells the day, and the other has nothing to add
        return relations[0] if len(relations) == len(sides) else ""
    return ", ".join(dict.fromkeys(says for _, says in sides if says))


def _side(settled: Settled, telling: Telling, event: Event, derivation: Derivation | None) -> tuple[bool, str]:
    """Whether a relation to something else gives this bound, and the words for it."""
    if derivation is None:
        return False, ""
    about = [settled.statements[number] for number in derivation.statements]
    for one in about:
        if isinstance(one.constraint, Distance) and event.id in (
            one.constraint.earlier.subject,
            one.constraint.later.subject,
        ):
            return True, _relation(telling, event, one.constraint)
    return False, next((_words(one) for one in about if _words(one)), "")


def _words(statement: Statement) -> str:
    """The words that name a time."""
    own = isinstance(statement.constraint, Denotes) and statement.reason.text
    return f"“{statement.reason.text}”" if own else ""


def _relation(telling: Telling, event: Event, distance: Distance) -> str:
    later = distance.later.subject == event.id
    other = distance.earlier.subject if later else distance.later.subject
    if distance.least == distance.most == 0:
        how = "on the day of"
    elif distance.least is not None and distance.least == distance.most:
        days = words.count_of_days(distance.least)
        how = f"{days} {'after' if later else 'before'}"
    elif distance.least is None or distance.least >= 0:
        how = "after" if later else "before"
    else:
        how = "not long from"
    date = telling.date(other)
    known = "" if date == words.UNKNOWN else f" ({date})"
    return f"{how} {'publication' if other.startswith(PUBLICATION) else telling.title(other)}{known}"
