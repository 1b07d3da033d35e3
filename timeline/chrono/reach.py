"""
How far from its anchor the time of a tree can lie, whatever the anchor: in whole days.

"on Tuesday", of the past, begins and ends at most six days before the anchor's day and not after it. So a tree is also
a difference constraint, and what is tied to an unknown publication day can be placed at a distance from it.
Sound for every anchor in the calendar; exact for the trees of everyday text (a unit, a shifted unit, the last or next
occurrence of a pattern, anything made of days and weeks), for others as the reaches of the parts allow.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from math import ceil, floor, isfinite
from typing import TYPE_CHECKING

from timeline.chrono import trees, vague
from timeline.chrono.calendar import MINUTES_PER_DAY, last_of, start_of
from timeline.chrono.granularity import Granularity
from timeline.chrono.occurrences import OPEN, Four, days_long, months_long, occurrence_reach, shift_reach
from timeline.chrono.patterns import Each, Weekday

if TYPE_CHECKING:
    from timeline.chrono.patterns import Tree


@dataclass(frozen=True, slots=True)
class Reach:
    """
    Least and most days from the anchor's day to the first day of the result (*begin*) and to its last day (*end*).

    None is open.
    """

    begin: tuple[int | None, int | None] = (None, None)
    end: tuple[int | None, int | None] = (None, None)


def reach(tree: Tree) -> Reach:
    """
    The reach of a tree; open on all sides where it does not hang on its anchor.

    >>> from timeline.chrono.expressions import Last, Weekday
    >>> reach(Last(Weekday(1)))
    Reach(begin=(-6, 0), end=(-6, 0))
    """
    found = [round(days) if isfinite(days) else None for days in _reach(tree)]
    return Reach((found[0], found[1]), (found[2], found[3]))


@lru_cache(maxsize=1024)
def _reach(tree: Tree) -> Four:
    return _of_a_week(tree) if _is_weekly(tree) else _of_parts(tree)


def _of_a_week(tree: Tree) -> Four:
    """Exact, for a tree that gives the same for every week: it is monotone, so the ends of seven days say all."""
    results = [(day, tree.at(moment)) for day in range(7) for moment in (start_of(day), last_of(day))]
    named = [(found.first_day - day, found.last_day - day) for day, found in results if found is not None]
    if not named:
        return OPEN
    firsts, lasts = zip(*named, strict=True)
    return min(firsts), max(firsts), min(lasts), max(lasts)


def _is_weekly(node: object) -> bool:
    """The tree hangs on its anchor and is made of days, weeks and weekdays alone."""
    if isinstance(node, Granularity):
        return node in (Granularity.DAY, Granularity.WEEK)
    if isinstance(node, (Weekday, int, str)):
        return True
    if isinstance(node, (trees.Fixed, trees.Easter, trees.Before, trees.After)):
        return False
    if hasattr(node, "around") and not isinstance(node, Each):
        return False
    return is_dataclass(node) and all(_is_weekly(getattr(node, field.name)) for field in fields(node))


def _of_parts(tree: Tree) -> Four:  # noqa: C901, PLR0912 - one case for each kind of tree
    match tree:
        case trees.This(unit):
            return shift_reach(unit, 0)
        case trees.Shift(unit, count):
            return shift_reach(unit, count)
        case trees.Last(pattern, skip) | trees.Next(pattern, skip):
            return occurrence_reach(pattern, skip, past=isinstance(tree, trees.Last))
        case trees.Nth(_, pattern, whole) | trees.Within(pattern, whole):
            first, _, _, last = _reach(whole)
            least, most = days_long(pattern)
            return first, last, first + least - 1, last + most - 1
        case trees.UpTo(whole):
            first, last_first, end, last_end = _reach(whole)
            return first, last_first, min(end, max(0, first)), min(last_end, max(0, last_first))
        case trees.From(whole):
            first, last_first, end, last_end = _reach(whole)
            return max(first, min(0, end)), max(last_first, min(0, last_end)), end, last_end
        case trees.Span(one, other):
            return (*_reach(one)[:2], *_reach(other)[2:])
        case trees.Relative(inner, base):
            moved, home = _reach(inner), _reach(base)
            return moved[0] + home[0], moved[1] + home[1], moved[2] + home[0], moved[3] + home[1]
        case trees.Before(whole):
            return (*OPEN[:2], *_reach(whole)[:2])
        case trees.After(whole):
            return (*_reach(whole)[2:], *OPEN[2:])
        case trees.TimeOfDay(whole, start, end):
            found, before, after = _reach(whole), start // MINUTES_PER_DAY, (end - 1) // MINUTES_PER_DAY
            return found[0] + before, found[1] + before, found[2] + after, found[3] + after
        case trees.Easter(offset):
            first, _, _, last = shift_reach(Granularity.YEAR, 0)
            return first + min(offset, 0), last + max(offset, 0), first + min(offset, 0), last + max(offset, 0)
        case vague.Ago(count, unit):
            return _about(unit, -count)
        case vague.Ahead(count, unit):
            return _about(unit, count)
        case vague.Around(whole, unit, side):
            return _around(_reach(whole), unit, side)
        case vague.Part(whole, part, unit):
            return _part(_reach(whole), part, unit)
        case vague.WeekOf(_, whole):
            first, _, _, last = _reach(whole)
            return first, last, first, last
        case vague.Either(one, other):
            pairs = list(zip(_reach(one), _reach(other), strict=True))
            return min(pairs[0]), min(pairs[1]), max(pairs[2]), max(pairs[3])
    return OPEN


def _about(unit: Granularity, count: int) -> Four:
    """The moved anchor with half a unit on either side, and for months and longer the unit that many away."""
    least, most = _days(unit, count)
    if unit < Granularity.DAY:
        return least - 1, most + 1, least - 1, most + 1
    if unit is Granularity.DAY:
        return least, most, least, most
    if unit is Granularity.WEEK:
        return least - 3, most - 3, least + 3, most + 3
    counted = shift_reach(unit, count)
    half = (15, 15) if unit is Granularity.MONTH else _days(Granularity.MONTH, ((unit.months or 0) + 1) // 2)
    return (
        min(counted[0], least - half[1]),
        min(counted[1], most - half[0]),
        max(counted[2], least + half[0] - 1),
        max(counted[3], most + half[1]),
    )


def _around(found: Four, unit: Granularity, side: str) -> Four:
    step, count = vague.SLACK[unit]
    least, most = _days(step, count)
    before = (0, 0) if side == "later" else (least, most)
    after = (0, 0) if side == "earlier" else (least, most)
    return found[0] - before[1], found[1] - before[0], found[2] + after[0], found[3] + after[1]


def _part(found: Four, part: str, unit: Granularity) -> Four:
    """The fractions of the whole, with the rounding to its smaller unit, and never beyond the whole."""
    low, high = (thousandths / 1000 for thousandths in vague.fractions(part, unit))
    grain = _days(vague.GRAIN[unit], 1)[1]
    first, last_first, end, last_end = found
    if not all(isfinite(days) for days in found):
        return first, last_end, first, last_end
    return (
        max(first, floor((1 - low) * first + low * (end + 1)) - grain),
        min(last_end, ceil((1 - low) * last_first + low * (last_end + 1))),
        max(first, floor((1 - high) * first + high * (end + 1)) - 1),
        min(last_end, ceil((1 - high) * last_first + high * (last_end + 1)) + grain),
    )


@lru_cache(maxsize=256)
def _days(unit: Granularity, count: int) -> tuple[int, int]:
    """Least and most days between a day and the same day *count* units later."""
    if unit.months is None:
        days = count * unit.minutes / MINUTES_PER_DAY
        return floor(days), ceil(days)
    least, most = months_long(count * unit.months)
    # Where the month reached is too short, its last day stands for the missing one: up to three days earlier.
    return least - 3, most
