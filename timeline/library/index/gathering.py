"""What an index needs to know of every event while they stream by: a few numbers each, and its lanes."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from timeline.scene.counting import place_of
from timeline.scene.lanes import lane_of, weight_of
from timeline.scene.source import time_of
from timeline.scene.view import LANES_BY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.event import Event
    from timeline.scene.extent import Extent

Time = tuple[float, str, int, str]


@dataclass(slots=True)
class LaneSum:
    """A lane while it is gathered: its number in order of appearance, its weight, and the time of its first event."""

    code: int
    weight: int
    first: Time


@dataclass(slots=True)
class Gathered:
    """
    The events with a place on one axis, in the order they came.

    `numbers` are theirs in the file; `first`, `at` and `last` their places; `codes` the lane of each, for each way to
    make lanes. `clock`: one of them is known to a part of a day.
    """

    numbers: array[int] = field(default_factory=lambda: array("I"))
    weights: array[float] = field(default_factory=lambda: array("d"))
    first: array[float] = field(default_factory=lambda: array("d"))
    at: array[float] = field(default_factory=lambda: array("d"))
    last: array[float] = field(default_factory=lambda: array("d"))
    codes: dict[str, array[int]] = field(default_factory=lambda: {by: array("I") for by in LANES_BY})
    lanes: dict[str, dict[str, LaneSum]] = field(default_factory=lambda: {by: {} for by in LANES_BY})
    clock: bool = False

    def add(self, number: int, event: Event, extent: Extent, names: Mapping[str, str]) -> None:
        """One more event; *names* are those of the articles, by id."""
        place = place_of(extent)
        self.numbers.append(number)
        self.weights.append(event.weight)
        self.first.append(place.first)
        self.at.append(place.at)
        self.last.append(place.last)
        self.clock = self.clock or any(day * 24 % 24 for day in extent.finite)
        weight, time = weight_of(event), time_of(event, extent.reference)
        for by in LANES_BY:
            key = lane_of(event, by, names)
            lane = self.lanes[by].get(key)
            if lane is None:
                lane = self.lanes[by][key] = LaneSum(len(self.lanes[by]), weight, time)
            else:
                lane.weight += weight
                lane.first = min(lane.first, time)
            self.codes[by].append(lane.code)

    def ranked(self, by_id: array[int]) -> list[int]:
        """The positions of the events from the weightiest; *by_id* are the numbers of all events, ordered by id."""
        position = array("i", [-1]) * len(by_id)
        for at, number in enumerate(self.numbers):
            position[number] = at
        order = [position[number] for number in by_id if position[number] >= 0]
        order.sort(key=self.weights.__getitem__, reverse=True)
        return order


def distinct(days: Iterable[float]) -> tuple[array[float], array[int]]:
    """Days in order without repetition, and how many lie up to each of them, as `counting.Steps` has them."""
    counts = Counter(days)
    found = sorted(counts)
    return array("d", found), array("q", accumulate(map(counts.__getitem__, found)))
