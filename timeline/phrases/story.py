"""
The line of a story: which year each month, day and season without one belongs to.

A story goes forward, mostly. Its times are taken together: the years are chosen so that the line from each time to
the next is as smooth as can be, and a time that the line would have to leave and come back for is an *aside*
("declassified in 2005", "until the fall of the city in February 1945") that moves nothing. So a stray year has to earn
its influence, and what comes after counts as much as what came before. The best few lines are kept at each step, so
the time taken is linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import civil, day_number, day_of, start_of
from timeline.chrono.expressions import EveryYear, Month, MonthDay, Months, Season
from timeline.phrases.meaning import Grain, Named
from timeline.phrases.trees import opens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.chrono.expressions import Repeating
    from timeline.phrases.reading import Reading


class Costs(NamedTuple):
    """What a step of the line costs: found by trying on annotated histories."""

    forward: float = 0.15
    far: float = 2.4
    back: float = 1.1
    back_month: float = 0.1
    new_paragraph: float = 0.4
    aside: float = 1.8
    hinted_aside: float = 0.6


COSTS = Costs()
_KEPT = 16
"""Lines that are kept at each step."""
_SOME_YEAR = start_of(day_number(2000))
_NEIGHBOURS = (-1, 0, 1)
"""Years tried around the one the line is in."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One time of the story: months ``[first, last]`` counted from year 0, or a `month` of the year without one."""

    index: int
    first: int | None
    last: int | None
    month: int | None
    paragraph: int
    heading: bool
    hinted: bool


@dataclass(frozen=True, slots=True)
class _Line:
    cost: float
    first: int
    last: int
    step: tuple[int, int] | None
    before: _Line | None


def years(stops: Sequence[Stop], costs: Costs = COSTS) -> dict[int, int]:
    """The year of each stop that has none of its own, by its index."""
    known = [stop for stop in stops if stop.first is not None]
    if not known or known[0].first is None or known[0].last is None:
        return {}
    lines = [_Line(0.0, known[0].first, known[0].last, None, None)]
    paragraph = stops[0].paragraph
    for stop in stops:
        fresh = stop.paragraph != paragraph
        paragraph = stop.paragraph
        grown: dict[tuple[int, int], _Line] = {}
        for line in lines:
            for made in _steps(line, stop, costs, fresh=fresh):
                place = (made.first, made.last)
                if place not in grown or made.cost < grown[place].cost:
                    grown[place] = made
        lines = sorted(grown.values(), key=lambda line: line.cost)[:_KEPT]
    found: dict[int, int] = {}
    at: _Line | None = lines[0]
    while at is not None:
        if at.step is not None:
            found[at.step[0]] = at.step[1]
        at = at.before
    return _near_the_last(stops, found)


def _near_the_last(stops: Sequence[Stop], found: Mapping[int, int]) -> dict[int, int]:
    """
    The year of a month that follows, in its paragraph, on a month with its year: that year, or the next.

    A life leaps over decades, and its line may stay behind: "opened on 2 September 1906 … In January an inquiry". Where
    what comes next is nearer to the line, the month before was told in passing and moves nothing.
    """
    years = dict(found)
    later: int | None = None
    for before, here in reversed(list(pairwise(stops))):
        if here.first is not None:
            later = here.first // 12
        year = years.get(here.index)
        passing = before.first is None or before.first != before.last or before.hinted
        if year is None or here.month is None or passing or before.paragraph != here.paragraph:
            continue
        near = (before.first or 0) // 12 + (here.month < (before.first or 0) % 12)
        if later is not None and abs(near - year) > 1 and abs(later - near) < abs(later - year):
            years[here.index] = near
    return years


def near_a_year(stops: Sequence[Stop], years: Mapping[int, int]) -> set[int]:
    """
    The stops that go on from a year of the story in their own paragraph, before them, or in the one before it.

    One that the line takes back behind the year that was told last, and what comes after it, are told from the day of
    writing: the news goes on ("it was repaired in 2011; a crack was seen in March").
    """
    near: set[int] = set()
    told: tuple[int, int] | None = None
    paragraph = 0
    for stop in stops:
        year = years.get(stop.index)
        if stop.first is not None and stop.last is not None:
            told = stop.first // 12, stop.last // 12
        elif year is None or told is None or stop.paragraph - paragraph > 1 or not told[0] <= year <= told[1] + 1:
            told = None
            continue
        else:
            near.add(stop.index)
            told = year, year
        paragraph = stop.paragraph
    return near


def _steps(line: _Line, stop: Stop, costs: Costs, *, fresh: bool) -> list[_Line]:
    """The ways a line can go on to a stop."""
    if stop.first is not None and stop.last is not None:
        if stop.first <= line.first and line.last <= stop.last:
            on = _Line(line.cost, line.first, line.last, None, line)  # its year, once more
        else:
            cost = line.cost + _way(line, stop.first, stop.last, costs, fresh=fresh)
            on = _Line(cost, stop.first, stop.last, None, line)
        if stop.heading:
            return [_Line(line.cost, stop.first, stop.last, None, line)]
        aside = line.cost + (costs.hinted_aside if stop.hinted else costs.aside)
        return [on, _Line(aside, line.first, line.last, None, line)]
    month = stop.month or 0
    found = []
    for year in {line.first // 12 + shift for shift in _NEIGHBOURS} | {line.last // 12}:
        place = year * 12 + month
        cost = line.cost + _way(line, place, place, costs, fresh=fresh)
        found.append(_Line(cost, place, place, (stop.index, year), line))
        if stop.hinted:
            found.append(_Line(cost * 1.0 + 0.05, line.first, line.last, (stop.index, year), line))
    return found


def _way(line: _Line, first: int, last: int, costs: Costs, *, fresh: bool) -> float:
    if first >= line.first:
        return min(max(0, first - line.last) * costs.forward, costs.far)
    months = max(1, line.first - last)
    base = costs.new_paragraph if fresh else costs.back
    return min(base + months * costs.back_month, costs.far + base)


def stop_of(index: int, reading: Reading, paragraph: int, *, heading: bool, hinted: bool) -> Stop | None:
    """The stop a reading is; None where it names no time the line could pass through."""
    named = reading.meaning
    if not isinstance(named, Named) or named.grain.rank > Grain.YEAR.rank:
        return None
    if named.anchor == "none":
        interval = named.tree.at(0)
        if interval is None:
            return None
        first, last = civil(day_of(interval.start)), civil(day_of(interval.end - 1))
        return Stop(
            index, first.year * 12 + first.month - 1, last.year * 12 + last.month - 1, None, paragraph, heading, hinted
        )
    pattern = opens(named.written)
    month = None if pattern is None else month_of(pattern)
    return None if month is None else Stop(index, None, None, month, paragraph, heading=False, hinted=hinted)


def month_of(pattern: Repeating) -> int | None:
    """The first month of a yearly pattern, January being 0; None for a weekly one."""
    match pattern:
        case Month(number) | MonthDay(number, _):
            return number - 1
        case Season(number):
            return number * 3 - 1
        case Months(first, _):
            return first - 1
        case EveryYear(tree):
            found = tree.at(_SOME_YEAR)
            return None if found is None else civil(found.first_day).month - 1
        case _:
            return None
