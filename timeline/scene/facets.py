"""Which events a filter leaves, and how many each further choice would leave: faceted counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.chrono.calendar import civil, day_number, days_in_month
from timeline.chrono.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from timeline.scene.facts import Facts

SEARCH: Final = "search"
PERIOD: Final = "period"
"""Parts of a filter beside the dimensions."""
MOST_PERIODS: Final = 12
"""So many periods are offered, at most: years where these are enough, else decades, and so on."""


@dataclass(frozen=True, slots=True)
class Filter:
    """
    What is asked of events: every one of `words` (folded), in each dimension of `chosen` one of the values, `period`.

    A dimension in which nothing is chosen asks nothing.
    """

    words: tuple[str, ...] = ()
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    period: Period | None = None

    def failed(self, facts: Facts) -> list[str]:
        """The parts of the filter that an event does not pass, at most two of them."""
        failed = []
        if not all(word in facts.text for word in self.words):
            failed.append(SEARCH)
        if self.period is not None and (facts.days is None or not self.period.meets(facts.days)):
            failed.append(PERIOD)
        for dimension, wanted in self.chosen.items():
            if len(failed) > 1:
                break
            if wanted and wanted.isdisjoint(facts.values.get(dimension, ())):
                failed.append(dimension)
        return failed

    def passes(self, facts: Facts) -> bool:
        """The event is one of those asked for."""
        return not self.failed(facts)


@dataclass(frozen=True, slots=True)
class Facets:
    """
    The events that a filter leaves of `total`, and what further choices would leave.

    `counts` has, for each value of each dimension, how many events would be left if it were the only one chosen there,
    all else staying as it is; values that would leave none are left out. `periods` are periods with the same.
    """

    left: frozenset[str]
    total: int
    counts: Mapping[str, Mapping[str, int]]
    periods: tuple[tuple[Period, int], ...]


def facets(every: Sequence[Facts], wanted: Filter) -> Facets:
    """What a filter leaves of some events, and what would be left with each other choice in one of its parts."""
    left: list[str] = []
    counts: dict[str, Counter[str]] = {}
    dated: list[tuple[int, int]] = []
    for one in every:
        failed = wanted.failed(one)
        if len(failed) > 1:
            continue
        if not failed:
            left.append(one.event)
        if one.days is not None and failed in ([], [PERIOD]):
            dated.append(one.days)
        for dimension, values in one.values.items():
            if failed in ([], [dimension]):
                counts.setdefault(dimension, Counter()).update(values)
    return Facets(frozenset(left), len(every), counts, periods(dated))


# --- periods ----------------------------------------------------------------------------------------


def periods(dated: Iterable[tuple[int, int]]) -> tuple[tuple[Period, int], ...]:
    """
    The periods in which events begin or end, in order, each with how many of them it meets.

    *dated* are the first and the last day known of each event. Months, years, decades, centuries or millennia: the
    finest of which there are no more than `MOST_PERIODS`.
    """
    dated = list(dated)
    firsts, lasts = sorted(first for first, _ in dated), sorted(last for _, last in dated)
    edges = {*firsts, *lasts}
    found: set[Period] = set()
    for unit in _UNITS:
        found = {unit(day) for day in edges}
        if len(found) <= MOST_PERIODS:
            break
    return tuple((one, _meeting(one, firsts, lasts)) for one in sorted(found))


def _meeting(period: Period, firsts: list[int], lasts: list[int]) -> int:
    """How many events there are less those that end before the period or begin after it."""
    before = bisect_left(lasts, period.first or 0)
    after = len(firsts) - bisect_right(firsts, period.last or 0)
    return len(firsts) - before - after


def _month(day: int) -> Period:
    year, month, _ = civil(day)
    return Period(day_number(year, month, 1), day_number(year, month, days_in_month(year, month)))


def _years(count: int) -> Callable[[int], Period]:
    def around(day: int) -> Period:
        first = civil(day).year // count * count
        return Period(day_number(max(first, -9999)), day_number(min(first + count - 1, 9999), 12, 31))

    return around


_UNITS: Final = (_month, _years(1), _years(10), _years(100), _years(1000))
