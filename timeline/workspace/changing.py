"""Small changes to a timeline that several kinds of edit are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.model.statement import Calendar, Denotes, Distance, Point, Reason, Statement, Stratum, Within

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds
    from timeline.model.statement import Constraint
    from timeline.model.timeline import Timeline

RULE = "your edit"


def change_event(timeline: Timeline, subject: str, **changes: Any) -> Timeline:  # noqa: ANN401 - any field
    """The timeline with one event changed."""
    events = tuple(replace(event, **changes) if event.id == subject else event for event in timeline.events)
    return replace(timeline, events=events)


def without_edit(timeline: Timeline, subject: str) -> Timeline:
    """The timeline without the date that the user gave a subject."""
    kept = tuple(
        statement
        for statement in timeline.statements
        if not (
            statement.stratum is Stratum.EDIT
            and isinstance(statement.constraint, Within)
            and statement.constraint.subject == subject
        )
    )
    return replace(timeline, statements=kept)


def with_edit(timeline: Timeline, constraint: Constraint, says: str, bounds: Bounds | None = None) -> Timeline:
    """
    The timeline with what the user said as a statement.

    Such statements come last and in one order, whatever was said first: so undo gives back what was to the letter.
    """
    reason = Reason(rule=RULE, stratum=Stratum.EDIT, says=says, bounds=bounds)
    mine = [one for one in timeline.statements if one.reason.rule == RULE]
    mine.append(Statement(constraint, Stratum.EDIT, reason))
    others = (one for one in timeline.statements if one.reason.rule != RULE)
    return replace(
        timeline, statements=(*others, *sorted(mine, key=lambda one: (repr(one.constraint), one.reason.says)))
    )


def renamed(constraint: Constraint, old: str, new: str) -> Constraint:
    """The constraint with one subject called by another name."""

    def name(subject: str) -> str:
        return new if subject == old else subject

    match constraint:
        case Distance():
            earlier, later = constraint.earlier, constraint.later
            return replace(
                constraint,
                earlier=Point(name(earlier.subject), earlier.side),
                later=Point(name(later.subject), later.side),
            )
        case Denotes():
            anchor = constraint.anchor
            moved = None if anchor is None else Point(name(anchor.subject), anchor.side)
            return replace(constraint, subject=name(constraint.subject), anchor=moved)
        case Within() | Calendar():
            return replace(constraint, subject=name(constraint.subject))
