"""
What follows from statements: bounds that narrow until nothing changes, each with its derivation.

Every rule raises one bound by another; bounds are worked in the order of their moments, the farthest first,
so that a chain of events is settled in one pass.
A statement that contradicts what stands is taken back whole, by a log of what it changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import last_of, start_of
from timeline.reasoning.constraints import NATURE, OPEN, Compiled, Link, Rule, day_of_bound, earliest, latest
from timeline.reasoning.differences import Distances
from timeline.reasoning.network import Network
from timeline.reasoning.patterns import Pattern, fitting, possible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.event import Kind
    from timeline.model.statement import Constraint
    from timeline.reasoning.differences import Edge
    from timeline.reasoning.network import Place

# A bound that was raised by itself so often goes round in a circle: no year of the calendar fits. Patterns that fit at
# all do so within 40 years (29 February on a given weekday), whatever else they hang on.
_ROUNDS = 100
_LOOK = 128  # after so many changes of one bound the circle is looked for


@dataclass(frozen=True, slots=True, eq=False)
class Derivation:
    """
    How a bound came to its value: the statements of this step, by number, and the bound it was derived from.

    `depth` counts the steps before this one, `origin` are the statements of the very first.
    """

    bound: int
    value: int
    statements: tuple[int, ...]
    parent: Derivation | None = field(repr=False)
    depth: int
    origin: tuple[int, ...]

    @classmethod
    def of(cls, bound: int, value: int, statements: tuple[int, ...], parent: Derivation | None) -> Derivation:
        """A further step."""
        if parent is None:
            return cls(bound, value, statements, None, 0, statements)
        return cls(bound, value, statements, parent, parent.depth + 1, parent.origin)

    @property
    def rounded(self) -> bool:
        """The calendar had a part in it."""
        return any(len(step.statements) > 1 for step in self.chain())

    def chain(self) -> list[Derivation]:
        """From this step back to the first."""
        steps: list[Derivation] = []
        step: Derivation | None = self
        while step is not None:
            steps.append(step)
            step = step.parent
        return steps

    def reasons(self) -> frozenset[int]:
        """The numbers of all statements that gave the value."""
        return frozenset(number for step in self.chain() for number in step.statements)


@dataclass(frozen=True, slots=True)
class Group:
    """What is known of the calendar day of one node, by days at fixed distances: patterns and their statements."""

    patterns: tuple[Pattern, ...]
    statements: tuple[int, ...]


class ContradictionError(Exception):
    """Raised inside the propagator; carries the numbers of the statements that cannot stand together."""

    def __init__(self, numbers: Iterable[int]) -> None:
        super().__init__()
        self.numbers = frozenset(numbers) - {NATURE}


class Propagator:
    """Bounds of all subjects under the statements taken in so far."""

    def __init__(self, kinds: Mapping[str, Kind], known: Network | None = None) -> None:
        self.network = Network(kinds, known)
        self.distances = Distances()
        self.turns = Distances()  # of points: what is over before what begins, in moments
        self._values: list[int] = []
        self._why: list[Derivation | None] = []
        self._rules: list[list[Rule]] = []
        self._links: list[list[tuple[int, int, tuple[int, ...]]]] = []
        self._marks: list[list[tuple[Pattern, int]]] = []
        self._groups: list[Group | None] = []
        self._points_of: list[list[int]] = []
        self._log: list[tuple[int, int, Derivation | None]] = []  # a bound, its value and derivation before a change
        self._groups_log: list[tuple[int, Group | None]] = []
        self._installed: tuple[Compiled, list[Link]] | None = None
        self._heap: list[tuple[int, int, int]] = []
        self._changes: dict[int, int] = {}

    # --- taking statements in ---------------------------------------------------------------------

    def take_in(self, statements: Sequence[tuple[int, Constraint]]) -> list[tuple[int, frozenset[int]]]:
        """
        Add statements in their order, each only where it contradicts nothing that stands.

        All at once where they agree; else by halves, so that agreement costs one pass and a conflict a few short ones.
        Gives what was set aside, by number, with the numbers it contradicts.
        """
        if not statements:
            return []
        against = self._add(statements)
        if against is None:
            return []
        if len(statements) == 1:
            number = statements[0][0]
            return [(number, against - {number} or frozenset({number}))]
        middle = len(statements) // 2
        return self.take_in(statements[:middle]) + self.take_in(statements[middle:])

    def _add(self, statements: Sequence[tuple[int, Constraint]]) -> frozenset[int] | None:
        """Add statements together, or nothing at all: then the numbers of some that cannot stand together."""
        compiled = Compiled.empty()
        for number, constraint in statements:
            self.network.compile(constraint, number, compiled)
        self._settle_places()
        self._start_log()
        try:
            self._install(compiled)
            self._narrow()
        except ContradictionError as found:
            self._take_back()
            return found.numbers
        return None

    def _settle_places(self) -> None:
        """Room for the places that compiling has made; what holds by their nature contradicts nothing."""
        network = self.network
        first_point = len(self._values) // 2
        for _ in range(2 * len(network.day_of_point) - len(self._values)):
            self._values.append(OPEN)
            self._why.append(None)
            self._rules.append([])
        while len(self.turns.out) < len(network.day_of_point):
            self.turns.node()
        while len(self._groups) < network.days:
            self.distances.node()
            self._links.append([])
            self._marks.append([])
            self._groups.append(None)
            self._points_of.append([])
        born, network.born = network.born, Compiled.empty()
        for point in range(first_point, len(network.day_of_point)):
            self._points_of[network.day_of_point[point]].append(point)
        self._start_log()
        self._install(born)
        self._narrow()

    def _start_log(self) -> None:
        self._log.clear()
        self._groups_log.clear()
        self._changes.clear()
        self._installed = None

    def _take_back(self) -> None:
        """Everything since the log was started, in reverse."""
        for bound, value, why in reversed(self._log):
            self._values[bound], self._why[bound] = value, why
        for node, group in reversed(self._groups_log):
            self._groups[node] = group
        self._heap.clear()
        if self._installed is None:
            return
        compiled, links = self._installed
        for mark in compiled.marks:
            self._marks[mark.node].pop()
        for link in links:
            self._links[link.node].pop()
            self._links[link.other].pop()
        for rule in compiled.rules:
            self._rules[rule.source].pop()
        self.distances.remove(compiled.edges)
        self.turns.remove(compiled.turns)

    def _install(self, compiled: Compiled) -> None:
        cycle = self.turns.add(compiled.turns)
        if cycle is None:
            cycle = self.distances.add(compiled.edges)
            if cycle is not None:
                self.turns.remove(compiled.turns)
        if cycle is not None:
            raise ContradictionError(edge.statement for edge in cycle)
        links = [*compiled.links, *self._fixed(compiled.edges)]
        self._installed = compiled, links
        for rule in compiled.rules:
            self._rules[rule.source].append(rule)
        for link in links:
            self._links[link.node].append((link.other, link.shift, link.statements))
            self._links[link.other].append((link.node, -link.shift, link.statements))
        for mark in compiled.marks:
            self._marks[mark.node].append((mark.pattern, mark.statement))
        done: set[int] = set()
        for node in (*(link.node for link in links), *(mark.node for mark in compiled.marks)):
            if node not in done:
                done.update(self._regroup(node))
        for fact in compiled.facts:
            self._raise(fact.target, fact.value, (fact.statement,), None)
        for rule in compiled.rules:
            if self._values[rule.source] != OPEN and rule.source not in self._changes:
                self._apply(rule)  # what has changed just now waits for its turn

    def _fixed(self, edges: Sequence[Edge]) -> Iterable[Link]:
        """Links where a new edge and one that runs against it leave no room between two days."""
        for edge in edges:
            if edge.statement == NATURE or edge.fro == edge.to:
                continue
            there, back = self.distances.out[edge.to], self.distances.back[edge.fro]
            for other in there if len(there) < len(back) else back:
                if other.fro == edge.to and other.to == edge.fro and other.least == -edge.least:
                    yield Link(edge.fro, edge.to, edge.least, (edge.statement, other.statement))
                    break

    # --- narrowing --------------------------------------------------------------------------------

    def _narrow(self) -> None:
        """Let every bound that changed raise others, until none does."""
        heap, values = self._heap, self._values
        while heap:
            negative, _, bound = heappop(heap)
            if values[bound] != -negative:
                continue  # it has risen since
            for rule in self._rules[bound]:
                self._apply(rule)

    def _apply(self, rule: Rule) -> None:
        why, standing = self._why[rule.source], self._why[rule.target]
        if why is not None and standing is not None and why.parent is standing:
            return  # the source has its value from the target: nothing comes back
        value = rule(self._values[rule.source], self._values[rule.target])
        if value is not None and value > self._values[rule.target]:
            because = () if rule.statement == NATURE else (rule.statement,)
            self._raise(rule.target, value, because, why)

    def _raise(self, bound: int, value: int, because: tuple[int, ...], parent: Derivation | None) -> None:
        """Raise a bound, round it to a day its calendar allows, and see that something is left."""
        old, old_why = self._values[bound], self._why[bound]
        if value <= old:
            return
        times = self._changes[bound] = self._changes.get(bound, 0) + 1
        if times % _LOOK == 0 and parent is not None:
            chain = parent.chain()
            if sum(step.bound == bound for step in chain) > _ROUNDS:
                raise ContradictionError(parent.reasons())
        self._log.append((bound, old, old_why))
        self._values[bound], self._why[bound] = value, Derivation.of(bound, value, because, parent)
        self._round(bound)
        self._changed(bound)

    def _changed(self, bound: int) -> None:
        """See that something is left, and let the bound raise others."""
        value, why, other = self._values[bound], self._why[bound], self._why[bound ^ 1]
        if value + self._values[bound ^ 1] > 0 and why is not None and other is not None:
            raise ContradictionError(why.reasons() | other.reasons())
        heappush(self._heap, (-value, 0 if why is None else why.depth, bound))

    def _round(self, bound: int) -> None:
        """Inwards to the nearest day that fits the calendar patterns of the point's day."""
        group = self._groups[self.network.day_of_point[bound >> 1]]
        if group is None:
            return
        value = self._values[bound]
        day = day_of_bound(bound, value)
        fit = fitting(group.patterns, day, forward=not bound & 1)
        if fit is None:
            raise ContradictionError(group.statements)
        if fit != day:
            rounded = -last_of(fit) if bound & 1 else start_of(fit)
            self._why[bound] = Derivation.of(bound, rounded, group.statements, self._why[bound])
            self._values[bound] = rounded

    # --- calendar patterns over days at fixed distances --------------------------------------------

    def _regroup(self, start: int) -> Iterable[int]:
        """Gather the patterns of all days at a fixed distance from this one, and round what they bound; those days."""
        shift_of = {start: 0}
        by: list[int] = []
        order = [start]
        for node in order:
            for other, shift, numbers in self._links[node]:
                if other not in shift_of:
                    shift_of[other] = shift_of[node] + shift
                    by += numbers
                    order.append(other)
        marks = [(node, pattern, number) for node in order for pattern, number in self._marks[node]]
        if not marks:
            return order
        numbers = tuple(sorted({*by, *(number for _, _, number in marks)} - {NATURE}))
        for node in order:
            seen = {pattern.moved(shift_of[at] - shift_of[node]) for at, pattern, _ in marks}
            self._set_group(node, Group(tuple(sorted(seen, key=_key)), numbers))
        if not possible(tuple(sorted({p.moved(shift_of[at]) for at, p, _ in marks}, key=_key))):
            raise ContradictionError(numbers)
        for node in order:
            for point in self._points_of[node]:
                for bound in (earliest(point), latest(point)):
                    if self._values[bound] != OPEN:
                        self._round_again(bound)
        return order

    def _set_group(self, node: int, group: Group) -> None:
        self._groups_log.append((node, self._groups[node]))
        self._groups[node] = group

    def _round_again(self, bound: int) -> None:
        old, old_why = self._values[bound], self._why[bound]
        self._log.append((bound, old, old_why))
        self._round(bound)
        if self._values[bound] != old:
            self._changes.setdefault(bound, 0)
            self._changed(bound)

    # --- answers ----------------------------------------------------------------------------------

    def bounds(self, subject: str) -> Bounds:
        """What is known of a subject; everything open where no statement was about it."""
        place = self.network.places.get(subject)
        return Bounds() if place is None else self.bounds_of(place)

    def bounds_of(self, place: Place) -> Bounds:
        """The bounds of a subject's or unit's place."""
        return Bounds(self._range(place.begin), self._range(place.end))

    def why(self, subject: str) -> tuple[Derivation | None, ...]:
        """The derivations of a subject's four bounds: earliest and latest begin, earliest and latest end."""
        place = self.network.places.get(subject)
        if place is None:
            return (None, None, None, None)
        return tuple(
            self._why[bound] for point in (place.begin, place.end) for bound in (earliest(point), latest(point))
        )

    def _range(self, point: int) -> Range:
        low, high = self._values[earliest(point)], self._values[latest(point)]
        return Range(None if low == OPEN else low, None if high == OPEN else -high)


def _key(pattern: Pattern) -> tuple[int, ...]:
    return tuple(-1 if part is None else part for part in pattern)
