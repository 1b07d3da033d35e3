"""Points and days for subjects and units, and the compiling of statements against them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_of, last_of, start_of
from timeline.chrono.expressions import resolve
from timeline.model.event import Kind
from timeline.model.statement import PUBLICATION, Denotes, Distance, Point, Within
from timeline.reasoning.constraints import (
    NATURE,
    OPEN,
    Compiled,
    Link,
    Mark,
    Rule,
    at_least,
    earliest,
    latest,
    not_after,
    same_day,
    within,
)
from timeline.reasoning.differences import Edge
from timeline.reasoning.patterns import Pattern
from timeline.reasoning.units import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.expressions import Tree
    from timeline.model.statement import Constraint


@dataclass(frozen=True, slots=True)
class Place:
    """Where a subject or unit stands: its two points, and the two days they lie on (one where it is a day)."""

    begin: int
    end: int
    first: int
    last: int

    def point(self, side: str) -> int:
        """The point of a side, "begin" or "end"."""
        return self.end if side == "end" else self.begin

    def day(self, side: str) -> int:
        """The day of a side."""
        return self.last if side == "end" else self.first


class Network:
    """The subjects that statements may speak of, each with its place, and the units that they name."""

    def __init__(self, kinds: Mapping[str, Kind], known: Network | None = None) -> None:
        """*known* is another network whose units have been evaluated: what a tree names is worked out once."""
        self.kinds = kinds
        self.evaluated: dict[tuple[Tree, Point], Unit] = {} if known is None else known.evaluated
        self.days = 0
        self.places: dict[str, Place] = {}
        self.units: dict[tuple[Tree, Point], tuple[Unit, Place]] = {}
        self.born = Compiled.empty()  # what holds by nature of the places made since it was last taken
        self.day_of_point: list[int] = []

    def knows(self, constraint: Constraint) -> bool:
        """Every subject of the constraint exists; a statement about an unknown event is ignored."""
        return all(name.startswith(PUBLICATION) or name in self.kinds for name in subjects(constraint))

    def place(self, subject: str) -> Place:
        """The place of an event or a publication."""
        found = self.places.get(subject)
        if found is None:
            one_day = subject.startswith(PUBLICATION) or self.kinds[subject] is Kind.DAY
            found = self.places[subject] = self._new_place(one_day=one_day)
        return found

    def unit(self, tree: Tree, anchor: Point) -> tuple[Unit, Place]:
        """The one unit that a tree names at a point."""
        found = self.units.get((tree, anchor))
        if found is None:
            unit = self.evaluated.get((tree, anchor))
            if unit is None:
                unit = self.evaluated[tree, anchor] = Unit.of(tree, anchor)
            found = self.units[tree, anchor] = unit, self._new_place(one_day=unit.one_day)
            self._tie(*found)
        return found

    def compile(self, constraint: Constraint, number: int, into: Compiled) -> None:
        """What a statement comes to, added to what others do."""
        if isinstance(constraint, Within):
            place, bounds = self.place(constraint.subject), constraint.bounds
            if place.first == place.last and not _one_day_possible(bounds):
                bounds = Bounds.within(bounds.window)  # a day told of by the stretch it belongs to: some day of it
            within(into, place.begin, bounds.begin, number)
            within(into, place.end, bounds.end, number)
        elif isinstance(constraint, Denotes):
            self._denotes(into, constraint, number)
        elif isinstance(constraint, Distance):
            self._distance(into, constraint, number)
        else:
            pattern = Pattern(constraint.weekday, constraint.month, constraint.day)
            into.marks.append(Mark(self.place(constraint.subject).first, pattern, number))

    def _new_place(self, *, one_day: bool) -> Place:
        begin, end = len(self.day_of_point), len(self.day_of_point) + 1
        first = self.days
        self.days += 1 if one_day else 2
        place = Place(begin, end, first, self.days - 1)
        self.day_of_point += [first, place.last]
        not_after(self.born, begin, end, NATURE)
        self.born.turns.append(Edge(begin, end, 0, NATURE))
        if one_day:
            at_least(self.born, end, begin, 0, NATURE)
        else:
            self.born.edges.append(Edge(first, place.last, 0, NATURE))
        return place

    def _tie(self, unit: Unit, place: Place) -> None:
        """The unit to its anchor: both ways, by moments and by days."""
        anchor = self.place(unit.anchor.subject)
        point, day = anchor.point(unit.anchor.side), anchor.day(unit.anchor.side)
        rules, edges = self.born.rules, self.born.edges
        for target, end in ((place.begin, False), (place.end, True)):
            first, last = partial(_named, unit, end=end), partial(_named_latest, unit, end=end)
            rules.append(Rule(earliest(point), earliest(target), NATURE, by=first))
            rules.append(Rule(latest(point), latest(target), NATURE, by=last))
            back, back_latest = partial(_anchor, unit, end=end), partial(_anchor_latest, unit, end=end)
            rules.append(Rule(earliest(target), earliest(point), NATURE, by=back))
            rules.append(Rule(latest(target), latest(point), NATURE, by=back_latest))
        within(self.born, place.begin, unit.fixed.begin, NATURE)
        within(self.born, place.end, unit.fixed.end, NATURE)
        for there, (least, most) in ((place.first, unit.reach.begin), (place.last, unit.reach.end)):
            if least is not None:
                edges.append(Edge(day, there, least, NATURE))
            if most is not None:
                edges.append(Edge(there, day, -most, NATURE))
            if least is not None and least == most:
                self.born.links.append(Link(day, there, least, ()))
        if unit.pattern is not None:
            self.born.marks.append(Mark(place.first, unit.pattern, NATURE))

    def _denotes(self, into: Compiled, constraint: Denotes, number: int) -> None:
        subject = self.place(constraint.subject)
        if constraint.anchor is None:
            fixed = resolve(constraint.tree, Range())
            _lies(into, subject, constraint.ends, Range(fixed.begin.earliest, fixed.end.latest), number)
            return
        unit, place = self.unit(constraint.tree, constraint.anchor)
        if constraint.ends == "exact":
            for point, other, day, there in (
                (subject.begin, place.begin, subject.first, place.first),
                (subject.end, place.end, subject.last, place.last),
            ):
                same_day(into, point, other, number)
                into.edges += [Edge(day, there, 0, number), Edge(there, day, 0, number)]
                into.links.append(Link(day, there, 0, (number,)))
            return
        if constraint.ends != "before":
            first = "end" if constraint.ends == "end" else "begin"
            not_after(into, place.begin, subject.point(first), number)
            into.edges.append(Edge(place.first, subject.day(first), 0, number))
        if constraint.ends != "after":
            last = "begin" if constraint.ends == "begin" else "end"
            not_after(into, subject.point(last), place.end, number)
            into.edges.append(Edge(subject.day(last), place.last, 0, number))
        if unit.one_day:
            sides = {"both": ("begin", "end"), "begin": ("begin",), "end": ("end",)}.get(constraint.ends, ())
            into.links += [Link(subject.day(side), place.first, 0, (number,)) for side in sides]
        if constraint.ends in ("both", "begin") and unit.month is not None:
            into.marks.append(Mark(subject.first, Pattern(month=unit.month), number))

    def _distance(self, into: Compiled, constraint: Distance, number: int) -> None:
        one, other = self.place(constraint.earlier.subject), self.place(constraint.later.subject)
        point, day = one.point(constraint.earlier.side), one.day(constraint.earlier.side)
        later, there = other.point(constraint.later.side), other.day(constraint.later.side)
        turn = _turn(constraint)
        if turn is not None:
            into.turns.append(Edge(point, later, turn, number))
        if constraint.least is not None:
            at_least(into, point, later, constraint.least, number)
            into.edges.append(Edge(day, there, constraint.least, number))
        if constraint.most is not None:
            at_least(into, later, point, -constraint.most, number)
            into.edges.append(Edge(there, day, -constraint.most, number))
            if constraint.most == constraint.least:
                into.links.append(Link(day, there, constraint.least, (number,)))


def _turn(constraint: Distance) -> int | None:
    """
    1 where one event is over before another begins, 0 where it only comes no later; None where that is not said.

    Days are inclusive: what comes first may be on the same day. But two events cannot each be over before the other.
    """
    earlier, later = constraint.earlier, constraint.later
    one_day = constraint.least == constraint.most == 0
    if constraint.least is None or constraint.least < 0 or one_day or earlier.subject == later.subject:
        return None
    if earlier.subject.startswith(PUBLICATION) or later.subject.startswith(PUBLICATION):
        return None
    sides = earlier.side, later.side
    return 1 if sides == ("end", "begin") else 0 if sides[0] == sides[1] else None


def _one_day_possible(bounds: Bounds) -> bool:
    begin, end = bounds.begin.latest, bounds.end.earliest
    return bounds.window.empty or begin is None or end is None or day_of(end) <= day_of(begin)


def subjects(constraint: Constraint) -> tuple[str, ...]:
    """Every event or publication that a constraint speaks of."""
    if isinstance(constraint, Distance):
        return constraint.earlier.subject, constraint.later.subject
    if isinstance(constraint, Denotes) and constraint.anchor is not None:
        return constraint.subject, constraint.anchor.subject
    return (constraint.subject,)


def _lies(into: Compiled, subject: Place, ends: str, window: Range, number: int) -> None:
    """The subject's ends lie in a window that needs no anchor."""
    if ends == "exact":
        within(into, subject.begin, _whole_day(window.earliest), number)
        within(into, subject.end, _whole_day(window.latest), number)
        return
    first = subject.end if ends == "end" else subject.begin
    last = subject.begin if ends == "begin" else subject.end
    if ends != "before":
        within(into, first, Range(window.earliest, None), number)
    if ends != "after":
        within(into, last, Range(None, window.latest), number)


def _whole_day(moment: int | None) -> Range:
    return Range() if moment is None else Range(start_of(day_of(moment)), last_of(day_of(moment)))


def _named(unit: Unit, value: int, _standing: int, *, end: bool) -> int | None:
    return unit.edge(value, end=end)


def _named_latest(unit: Unit, value: int, _standing: int, *, end: bool) -> int | None:
    found = unit.edge(-value, end=end)
    return None if found is None else -found


def _anchor(unit: Unit, value: int, standing: int, *, end: bool) -> int | None:
    reached = None if standing == OPEN else unit.edge(last_of(day_of(standing)), end=end)
    return None if reached is not None and reached >= value else unit.first_anchor(value, end=end)


def _anchor_latest(unit: Unit, value: int, standing: int, *, end: bool) -> int | None:
    reached = None if standing == OPEN else unit.edge(start_of(day_of(-standing)), end=end)
    found = None if reached is not None and reached <= -value else unit.last_anchor(-value, end=end)
    return None if found is None else -found
