"""A weekday told with a date, "Monday 5 August": it narrows the year, or it does not fit and that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles import dates
from timeline.model.span import Span
from timeline.model.statement import Calendar, Denotes, Statement
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.candidate import Candidate
    from timeline.model.expression import TimeExpression
    from timeline.reasoning.reading import Reading


def by_weekday(reading: Reading, candidate: Candidate, dated: Iterable[Statement]) -> list[Statement]:
    """The weekdays of the dates that the event, by the statements *dated*, took place or began on."""
    found = []
    for statement in dated:
        constraint, span = statement.constraint, statement.reason.span
        if not isinstance(constraint, Denotes) or constraint.ends not in ("both", "begin", "exact") or span is None:
            continue
        expression = reading.by_span.get(span)
        weekday = None if expression is None else _weekday(expression)
        if weekday is not None:
            says = f"{quoted(statement.reason.text)} names a weekday with its date"
            of_it = Calendar(candidate.event.id, weekday=weekday)
            found.append(reading.state(of_it, "weekday", says, span=span, stratum=statement.stratum))
    return found


def _weekday(expression: TimeExpression) -> int | None:
    """The weekday that stands with a day of a month; Monday is 0."""
    if expression.type != "DATE" or expression.mod is not None:
        return None
    text = expression.text
    date = next(dates.within(text, Span(0, len(text))), None)
    return None if date is None or date.day is None or date.span.end < len(text) else date.weekday
