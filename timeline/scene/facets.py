"""Which events a filter leaves, and how many each further choice would leave: faceted counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from timeline.chrono.calendar import FIRST_YEAR, LAST_YEAR, civil, day_number, days_in_month
from timeline.chrono.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.scene.facts import Facts

SEARCH: Final = "search"
PERIOD: Final = "period"
"""Parts of a filter beside the dimensions."""
MOST_PERIODS: Final = 12
"""So many periods are offered, at most: months where these are enough, else years, and so on."""
_SIZES: Final = (1, 10, 100, 1000, 10_000)
"""How many years a period has that is no month."""


@dataclass(frozen=True, slots=True)
class Filter:
    """
    What is asked of events: every one of `words` (folded), in each dimension of `chosen` one of the values, `period`.

    A dimension in which nothing is chosen asks nothing.
    """

    words: tuple[str, ...] = ()
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    period: Period | None = None

    def failed(self, facts: Facts) -> tuple[str, ...]:
        """The parts of the filter that an event does not pass, at most two of them."""
        failed: tuple[str, ...] = ()
        for word in self.words:
            if word not in facts.text:
                failed = (SEARCH,)
                break
        if self.period is not None and (facts.days is None or not self.period.meets(facts.days)):
            failed += (PERIOD,)
        for dimension, wanted in self.chosen.items():
            if wanted and wanted.isdisjoint(facts.values.get(dimension, ())):
                failed += (dimension,)
                if len(failed) > 1:
                    break
        return failed[:2]

    def passes(self, facts: Facts) -> bool:
        """The event is one of those asked for."""
        return not self.failed(facts)


class Facets:
    """
    The events that a filter leaves of `total`, and what further choices would leave, counted when it is asked for.

    `counts` has, for each value of each dimension, how many events would be left if it were the only one chosen there,
    all else staying as it is; values that would leave none are left out.
    """

    def __init__(self, every: Sequence[Facts], wanted: Filter) -> None:
        fits: list[Facts] = []
        nearly: dict[str, list[Facts]] = {}
        for one in every:
            failed = wanted.failed(one)
            if not failed:
                fits.append(one)
            elif len(failed) == 1:
                nearly.setdefault(failed[0], []).append(one)
        self.left = frozenset(one.event for one in fits)
        self.total = len(every)
        self.counts: Mapping[str, Mapping[str, int]] = _Counts(every, fits, nearly)
        self._dated = [*fits, *nearly.get(PERIOD, ())]

    @cached_property
    def periods(self) -> tuple[tuple[Period, int], ...]:
        """Periods, each with how many events would be left if it were the one chosen."""
        return periods(one.days for one in self._dated if one.days is not None)


class _Counts(Mapping[str, Mapping[str, int]]):
    """How many events have each value of a dimension, of those that fit but for it."""

    def __init__(self, every: Sequence[Facts], fits: list[Facts], nearly: Mapping[str, list[Facts]]) -> None:
        self._dimensions = tuple(every[0].values) if every else ()
        self._fits = fits
        self._nearly = nearly
        self._made: dict[str, dict[str, int]] = {}

    def __getitem__(self, dimension: str) -> Mapping[str, int]:
        if dimension not in self._dimensions:
            raise KeyError(dimension)
        if dimension not in self._made:
            self._made[dimension] = _counted(dimension, [*self._fits, *self._nearly.get(dimension, ())])
        return self._made[dimension]

    def __iter__(self) -> Iterator[str]:
        return iter(self._dimensions)

    def __len__(self) -> int:
        return len(self._dimensions)


def _counted(dimension: str, found: Iterable[Facts]) -> dict[str, int]:
    """How many of some events have each value of a dimension; those that have the same are counted first."""
    counts: dict[str, int] = {}
    for values, number in Counter([one.values[dimension] for one in found]).items():
        for value in values:
            counts[value] = counts.get(value, 0) + number
    return counts


# --- periods ----------------------------------------------------------------------------------------


def periods(dated: Iterable[tuple[int, int]]) -> tuple[tuple[Period, int], ...]:
    """
    The periods in which events begin or end, in order, each with how many of them it meets.

    *dated* are the first and the last day known of each event. Months, years, decades, centuries or millennia: the
    finest of which there are no more than `MOST_PERIODS`.
    """
    dated = list(dated)
    firsts, lasts = sorted(first for first, _ in dated), sorted(last for _, last in dated)
    months = {civil(day)[:2] for day in {*firsts, *lasts}}
    found = {_month(*month) for month in months} if len(months) <= MOST_PERIODS else set()
    for size in _SIZES if len(months) > MOST_PERIODS else ():
        found = {_years(year, size) for year, _ in months}
        if len(found) <= MOST_PERIODS:
            break
    return tuple((one, _meeting(one, firsts, lasts)) for one in sorted(found))


def _meeting(period: Period, firsts: list[int], lasts: list[int]) -> int:
    """How many events there are less those that end before the period or begin after it."""
    before = bisect_left(lasts, period.first or 0)
    after = len(firsts) - bisect_right(firsts, period.last or 0)
    return len(firsts) - before - after


def _month(year: int, month: int) -> Period:
    return Period(day_number(year, month, 1), day_number(year, month, days_in_month(year, month)))


def _years(year: int, size: int) -> Period:
    """The year, decade, century or millennium of a year."""
    first = year // size * size
    return Period(day_number(max(first, FIRST_YEAR)), day_number(min(first + size - 1, LAST_YEAR), 12, 31))
