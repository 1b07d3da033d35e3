"""
Distances between days as a graph: an edge says that one day is at least so many days after another.

A set of distances that no calendar can satisfy is a cycle whose edges sum to more than nothing
(a negative cycle, in the sign convention of shortest paths), and it is found as such.
After Cotton and Maler (SAT 2006): a feasible assignment, kept and mended edge by edge, is the proof that there is none.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Edge(NamedTuple):
    """``day(to) >= day(fro) + least``, by the statement of this number; -1 for what is so by its nature."""

    fro: int
    to: int
    least: int
    statement: int


class Distances:
    """A graph of days to which edges are added, and from which the last ones can be taken back."""

    def __init__(self) -> None:
        self.out: list[list[Edge]] = []
        self.back: list[list[Edge]] = []
        self.feasible: list[int] = []

    def node(self) -> int:
        """A new day."""
        self.out.append([])
        self.back.append([])
        self.feasible.append(0)
        return len(self.out) - 1

    def add(self, edges: list[Edge]) -> list[Edge] | None:
        """Add edges; where they close a positive cycle, take them back again and give that cycle."""
        for edge in edges:
            self.out[edge.fro].append(edge)
            self.back[edge.to].append(edge)
        undo: dict[int, int] = {}
        cycle = self._mend(edges, undo)
        if cycle is not None:
            for node, value in undo.items():
                self.feasible[node] = value
            self.remove(edges)
        return cycle

    def remove(self, edges: list[Edge]) -> None:
        """Take back the edges that were added last; what was feasible with them is so without."""
        for edge in edges:
            self.out[edge.fro].pop()
            self.back[edge.to].pop()

    def _mend(self, edges: list[Edge], undo: dict[int, int]) -> list[Edge] | None:
        """Raise days until every edge holds; the cycle, where raising a day would raise it again for ever."""
        feasible = self.feasible
        parent: dict[int, Edge] = {}
        hops: dict[int, int] = {}
        queue: deque[int] = deque()
        waiting: set[int] = set()

        def raise_by(edge: Edge) -> list[Edge] | None:
            least = feasible[edge.fro] + edge.least
            if feasible[edge.to] >= least:
                return None
            undo.setdefault(edge.to, feasible[edge.to])
            feasible[edge.to] = least
            parent[edge.to] = edge
            length = hops[edge.to] = hops.get(edge.fro, 0) + 1
            if edge.fro == edge.to or (length & (length - 1) == 0 and length >= 4):  # look at 4, 8, 16, … hops only
                cycle = _cycle(parent, edge.to)
                if cycle is not None:
                    return cycle
            if edge.to not in waiting:
                waiting.add(edge.to)
                queue.append(edge.to)
            return None

        for edge in edges:
            if (cycle := raise_by(edge)) is not None:
                return cycle
        while queue:
            node = queue.popleft()
            waiting.discard(node)
            for edge in self.out[node]:
                if (cycle := raise_by(edge)) is not None:
                    return cycle
        return None

    def least_from(self, origin: int) -> dict[int, Path]:
        """For each day that an edge leads to, however indirectly: how many days it is after *origin*, at least."""
        return self._longest(origin, forward=True)

    def most_from(self, origin: int) -> dict[int, Path]:
        """For each day that is bounded above: how many days it is after *origin*, at most."""
        return self._longest(origin, forward=False)

    def _longest(self, origin: int, *, forward: bool) -> dict[int, Path]:
        """Longest paths by Dijkstra: the feasible assignment turns every edge into a loss or nothing (Johnson)."""
        feasible = self.feasible
        lost_at: dict[int, int] = {}
        found: dict[int, Path] = {}
        heap: list[tuple[int, int, int, Edge | None]] = [(0, 0, origin, None)]
        while heap:
            lost, hops, node, edge = heappop(heap)
            if node in lost_at:
                continue
            lost_at[node] = lost
            days = feasible[node] - feasible[origin] + (-lost if forward else lost)
            found[node] = Path(days, edge)
            for further in self.out[node] if forward else self.back[node]:
                other = further.to if forward else further.fro
                if other not in lost_at:
                    slack = feasible[further.to] - feasible[further.fro] - further.least
                    heappush(heap, (lost + slack, hops + 1, other, further))
        return found


class Path(NamedTuple):
    """Days from an origin, and the last edge on the way; None at the origin itself."""

    days: int
    edge: Edge | None


def along(paths: Mapping[int, Path], node: int) -> list[int]:
    """The statements on the way from the origin to a day, in that order."""
    numbers: list[int] = []
    while (edge := paths[node].edge) is not None:
        if edge.statement >= 0:
            numbers.append(edge.statement)
        node = edge.fro if edge.to == node else edge.to
    return numbers[::-1]


def _cycle(parent: dict[int, Edge], start: int) -> list[Edge] | None:
    """The cycle among the parents of a node, where they run into one."""
    seen: dict[int, int] = {}
    path: list[Edge] = []
    node = start
    while node in parent and node not in seen:
        seen[node] = len(path)
        path.append(parent[node])
        node = parent[node].fro
    return path[seen[node] :] if node in seen else None
