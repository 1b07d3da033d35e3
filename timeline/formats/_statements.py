"""Statements, their reasons and the conflicts between them, as JSON objects and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.chrono import treedata
from timeline.formats._fields import Record, with_extra
from timeline.model.statement import (
    ENDS,
    Calendar,
    Conflict,
    Constraint,
    Denotes,
    Distance,
    Point,
    Reason,
    Statement,
    Stratum,
    Within,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDES = ("begin", "end")
_REASON = ("rule", "stratum", "says", "text", "span", "article", "bounds")
_STATEMENT = ("stratum", "constraint", "landmark", "reason")


def write_reason(reason: Reason) -> dict[str, Any]:
    """A reason; `bounds` is an empty object where the step gave none by itself."""
    return with_extra(
        {
            "rule": reason.rule,
            "stratum": reason.stratum.value,
            "says": reason.says,
            "text": reason.text,
            "span": None if reason.span is None else list(reason.span),
            "article": reason.article,
            "bounds": {} if reason.bounds is None else reason.bounds.as_dict(),
        },
        reason.extra,
    )


def read_reason(record: Record) -> Reason:
    """The inverse of `write_reason`."""
    return Reason(
        rule=record.text("rule", ""),
        stratum=record.choice("stratum", Stratum, Stratum.TEXT),
        says=record.text("says", ""),
        text=record.text("text", ""),
        span=record.maybe_span("span"),
        article=record.maybe_text("article"),
        bounds=record.maybe_bounds("bounds"),
        extra=record.extra(*_REASON),
    )


def write_statement(statement: Statement) -> dict[str, Any]:
    """A statement: what is claimed, in which stratum, and why."""
    return with_extra(
        {
            "stratum": statement.stratum.value,
            "constraint": write_constraint(statement.constraint),
            "landmark": statement.landmark,
            "reason": write_reason(statement.reason),
        },
        statement.extra,
    )


def read_statement(record: Record) -> Statement:
    """The inverse of `write_statement`."""
    return Statement(
        constraint=read_constraint(record.record("constraint")),
        stratum=record.choice("stratum", Stratum),
        reason=read_reason(record.record("reason")),
        landmark=record.maybe_text("landmark"),
        extra=record.extra(*_STATEMENT),
    )


def write_constraint(constraint: Constraint) -> dict[str, Any]:
    """A constraint; ``is`` names its kind."""
    match constraint:
        case Within():
            return {"is": "within", "subject": constraint.subject, "bounds": constraint.bounds.as_dict()}
        case Denotes():
            return {
                "is": "denotes",
                "subject": constraint.subject,
                "tree": treedata.to_data(constraint.tree),
                "anchor": None if constraint.anchor is None else constraint.anchor._asdict(),
                "ends": constraint.ends,
            }
        case Distance():
            return {
                "is": "distance",
                "earlier": constraint.earlier._asdict(),
                "later": constraint.later._asdict(),
                "least": constraint.least,
                "most": constraint.most,
            }
        case Calendar():
            return {
                "is": "calendar",
                "subject": constraint.subject,
                "weekday": constraint.weekday,
                "month": constraint.month,
                "day": constraint.day,
            }


def read_constraint(record: Record) -> Constraint:
    """The inverse of `write_constraint`."""
    kind = record.text("is")
    if kind == "within":
        return Within(record.text("subject"), record.record("bounds").as_bounds())
    if kind == "denotes":
        return Denotes(
            subject=record.text("subject"),
            tree=record.made(lambda: treedata.from_data(record.data.get("tree")), "tree"),
            anchor=None if record.data.get("anchor") is None else _point(record.record("anchor")),
            ends=_one_of(record, "ends", ENDS),
        )
    if kind == "distance":
        return Distance(
            earlier=_point(record.record("earlier")),
            later=_point(record.record("later")),
            least=record.maybe_whole("least"),
            most=record.maybe_whole("most"),
        )
    if kind != "calendar":
        record.fail(f"{kind!r} is none of within, denotes, distance, calendar", "is")
    return Calendar(
        subject=record.text("subject"),
        weekday=_in(record, "weekday", 0, 6),
        month=_in(record, "month", 1, 12),
        day=_in(record, "day", 1, 31),
    )


def write_conflicts(conflicts: Sequence[Conflict], statements: Sequence[Statement]) -> list[dict[str, Any]]:
    """Conflicts; a statement of the timeline is named by its place in the list of statements."""
    places = {id(statement): place for place, statement in enumerate(statements)}

    def named(statement: Statement) -> int | dict[str, Any]:
        place = places.get(id(statement))
        return write_statement(statement) if place is None else place

    return [
        {"set_aside": named(one.set_aside), "against": [named(other) for other in one.against]} for one in conflicts
    ]


def read_conflict(record: Record, statements: Sequence[Statement]) -> Conflict:
    """One conflict; the inverse of `write_conflicts`."""
    against = record.data.get("against")
    if not isinstance(against, list):
        record.fail("expected a list of statements", "against")
    holder = Record({str(place): item for place, item in enumerate(against)}, record.source, f"{record.place}.against")
    return Conflict(
        set_aside=_named(record, "set_aside", statements),
        against=tuple(_named(holder, place, statements) for place in holder.data),
    )


def _named(record: Record, name: str, statements: Sequence[Statement]) -> Statement:
    value = record.data.get(name)
    if isinstance(value, dict):
        return read_statement(record.record(name))
    if type(value) is not int or not 0 <= value < len(statements):
        record.fail("expected a statement, or its place in the list of statements", name)
    return statements[value]


def _point(record: Record) -> Point:
    return Point(record.text("subject"), _one_of(record, "side", _SIDES))


def _one_of(record: Record, name: str, words: tuple[str, ...]) -> str:
    word = record.text(name)
    if word not in words:
        record.fail(f"{word!r} is none of {', '.join(words)}", name)
    return word


def _in(record: Record, name: str, first: int, last: int) -> int | None:
    number = record.maybe_whole(name)
    if number is not None and not first <= number <= last:
        record.fail(f"{number} is not between {first} and {last}", name)
    return number
