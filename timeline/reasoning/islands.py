"""
Statements in groups that have nothing to do with each other, so that a change in one leaves the others as they are.

Statements hang together by the events they speak of. The publication day hangs everything in an article together, too,
as long as it may still be narrowed by what is told; a day that is known whole by what is said of it alone does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of, last_of, start_of
from timeline.model.statement import PUBLICATION, Calendar, Denotes, Stratum, Within
from timeline.reasoning.network import subjects
from timeline.reasoning.strata import settle
from timeline.reasoning.units import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.chrono.expressions import Tree
    from timeline.model.statement import Statement

_FIRST = (Stratum.EDIT, Stratum.TEXT, Stratum.METADATA)  # what they say of a day is taken in before all else about it


@dataclass(frozen=True, slots=True)
class Island:
    """
    Statements that hang together, and everything they speak of.

    What is said of a publication day that is known whole belongs to every island that speaks of it; the island of
    such a day itself has only that.
    """

    subjects: frozenset[str]
    statements: tuple[Statement, ...]


def islands(statements: Sequence[Statement]) -> list[Island]:
    """The islands, in the order of their first statements."""
    fixed = _fixed(statements)
    spoken = [[name for name in subjects(one.constraint) if name not in fixed] for one in statements]
    root = _joined(spoken)
    groups: dict[object, list[Statement]] = {}
    for place, (statement, names) in enumerate(zip(statements, spoken, strict=True)):
        of_days = subjects(statement.constraint)
        if names:
            groups.setdefault(root[names[0]], []).append(statement)
        elif len(of_days) > 1:  # of two publication days, both known
            groups[place] = [statement]
    alone = [Island(frozenset((day,)), tuple(about)) for day, about in fixed.items()]
    return [*alone, *(_island(group, fixed) for group in groups.values())]


def _island(group: list[Statement], fixed: Mapping[str, list[Statement]]) -> Island:
    spoken = frozenset(name for statement in group for name in subjects(statement.constraint))
    days = [statement for name in sorted(spoken & fixed.keys()) for statement in fixed[name]]
    return Island(spoken, (*days, *group))


def _fixed(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The publication days that are known whole by what is said of them alone, with these statements."""
    own: dict[str, list[Statement]] = {}
    trees: dict[str, set[Tree]] = {}
    moved: set[str] = set()  # what is told by another time, or by the user beside one, may still be narrowed by it
    for statement in statements:
        constraint = statement.constraint
        if isinstance(constraint, (Within, Calendar)):
            if constraint.subject.startswith(PUBLICATION):
                own.setdefault(constraint.subject, []).append(statement)
            continue
        if isinstance(constraint, Denotes):
            moved.add(constraint.subject)
            if constraint.anchor is not None:
                trees.setdefault(constraint.anchor.subject, set()).add(constraint.tree)
        if statement.stratum is Stratum.EDIT:
            moved.update(subjects(constraint))
    return {
        subject: about
        for subject, about in own.items()
        if subject not in moved and _whole_day(about, subject, trees.get(subject, set()))
    }


def _whole_day(about: Iterable[Statement], subject: str, trees: Iterable[Tree]) -> bool:
    """It is said to be one day, from its first moment to its last, and every time that hangs on it is the same then."""
    window = settle((one for one in about if one.stratum in _FIRST), {}).bounds(subject).window
    if window.earliest is None or window.latest is None or not window.one_day:
        return False
    first, last = start_of(day_of(window.earliest)), last_of(day_of(window.earliest))
    whole = (window.earliest, window.latest) == (first, last)
    return whole and all(named(tree, first) == named(tree, last) for tree in trees)


def _joined(spoken: Iterable[Sequence[str]]) -> dict[str, str]:
    """For each name one that stands for all that hang together with it."""
    parent: dict[str, str] = {}

    def top(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    for names in spoken:
        for name in names:
            parent.setdefault(name, name)
        for name in names[1:]:
            parent[top(name)] = top(names[0])
    return {name: top(name) for name in parent}
