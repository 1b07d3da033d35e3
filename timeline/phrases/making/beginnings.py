"""So many units at one end of a longer time: "the first nine months of 1997", "the last three days of May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.expressions import Each, Months, Nth, Shift, Span, Within
from timeline.chrono.granularity import Granularity
from timeline.phrases.making.calendar import a_year
from timeline.phrases.meaning import Amount, Grain, Named

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree

_MONTHS = {"month": 1, "quarter": 3}
_FITTING = {
    Grain.MONTH: ("day",),
    Grain.YEAR: ("day", "week", "month", "quarter"),
    Grain.DECADE: ("month", "year"),
    Grain.CENTURY: ("year", "decade"),
}
"""What each is counted in."""
_MOST = {"day": 100, "week": 26, "month": 12, "quarter": 4, "year": 50, "decade": 9}
"""More than so many are no end of anything."""
_SHORTEST = 27  # days: fewer than any month has
_WEEK = 7


def units_of(amount: Amount, whole: Named, side: int) -> Named | None:
    """
    As in "the first three years of the 1990s"; *side*: 1 from its start, -1 back from its end.

    Written as the whole with a modifier, as "early 1997" is, with the very stretch as its tree.
    """
    count, unit = amount.count, amount.unit
    if unit not in _FITTING.get(whole.grain, ()) or whole.mod is not None or amount.mod is not None:
        return None
    most = _SHORTEST if whole.grain is Grain.MONTH else _MOST[unit]
    if count is None or count != int(count) or not 1 <= count <= most:
        return None
    tree = _tree(int(count), unit, whole, side)
    mod = "START" if side > 0 else "END"
    return Named(tree, whole.grain, whole.anchor, "", mod, whole.written, counted=amount)


def _tree(count: int, unit: str, whole: Named, side: int) -> Tree:
    if whole.grain is Grain.YEAR and unit in _MONTHS:
        months = count * _MONTHS[unit]
        return Within(Months(1 if side > 0 else 13 - months, months), whole.tree)
    each = Each(Granularity.DAY if unit == "week" else Granularity(unit))
    far = count * (_WEEK if unit == "week" else 1)
    first, last = (1, far) if side > 0 else (-far, -1)
    return Span(Nth(first, each, whole.tree), Nth(last, each, whole.tree))


def units_of_year(number: float, unit: str, year: int, side: int) -> Named | None:
    """As in "the first nine months of 1997", "the first three quarters of 2004"."""
    whole = a_year(year)
    return None if whole is None else units_of(Amount(number, unit), whole, side)


def units_of_shifted(amount: Amount, count: int, side: int) -> Named | None:
    """As in "the first nine months of last year"."""
    return units_of(amount, Named(Shift(Granularity.YEAR, count), Grain.YEAR, "publication"), side)
