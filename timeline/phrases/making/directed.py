"""Patterns of the calendar, with a direction of their own or without: "Tuesday", "last Tuesday", "that spring"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.expressions import Last, Month, Next, Relative, Season, Shift, This, Weekday, Within
from timeline.chrono.granularity import Granularity
from timeline.phrases.meaning import Grain, Named
from timeline.phrases.trees import Open, weekend

if TYPE_CHECKING:
    from timeline.chrono.expressions import Repeating, Tree


def sided(pattern: Repeating, grain: Grain, unit: Granularity, side: int | None, count: int = 1) -> Named:
    """
    A pattern with the direction its own words give: "last" -1, "this" 0, "next" 1, None where they give none.

    "Last Tuesday" said on a Tuesday is a week ago, and "last August" said in August a year ago: first *count* back.
    """
    tree: Tree
    match side:
        case -1:
            tree = Relative(Last(pattern), Shift(unit, -count))
        case 0:
            tree = Within(pattern, This(Granularity.YEAR))
        case 1:
            tree = Relative(Next(pattern), Shift(unit, count))
        case _:
            tree = Open(pattern)
    return Named(tree, grain, "publication")


def resided(whole: Named, side: int) -> Named:
    """As in "last Oct. 23"."""
    return sided(whole.tree.pattern, whole.grain, Granularity.DAY, side) if isinstance(whole.tree, Open) else whole


def a_weekday(weekday: int, side: int | None = None) -> Named:
    """A day of the week, its direction open unless its own words give it."""
    return sided(Weekday(weekday), Grain.DAY, Granularity.DAY, side)


def discourse_weekday(weekday: int) -> Named:
    """As in "that Tuesday": the one nearest to the time the text speaks of, in its week."""
    return Named(Within(Weekday(weekday), This(Granularity.WEEK)), Grain.DAY, "expression")


def following(side: int, month: int | None = None, season: int | None = None, weekday: int | None = None) -> Named:
    """As in "the following spring", "that March", "the previous Tuesday": counted from the time the text speaks of."""
    pattern: Repeating
    count = 1
    if month is not None:
        pattern, grain, unit = Month(month), Grain.MONTH, Granularity.MONTH
    elif season is not None:
        pattern, grain, unit = Season(season), Grain.SEASON, Granularity.MONTH
        count = 3  # months of a season: "in March … the following spring" is that of the next year
    else:
        pattern, grain, unit = Weekday(weekday or 0), Grain.DAY, Granularity.DAY
    named = sided(pattern, grain, unit, side, count)
    return Named(named.tree, grain, "expression")


def a_weekend() -> Named:
    """The weekend, its direction open."""
    return Named(weekend(Open(Weekday(5))), Grain.WEEKEND, "publication")


def weekend_of(whole: Named) -> Named:
    """As in "the weekend of 15 March"."""
    saturday = Relative(Within(Weekday(5), This(Granularity.WEEK)), whole.tree)
    return Named(weekend(saturday), Grain.WEEKEND, whole.anchor)


def this_feast(feast: Tree) -> Named:
    """As in "this Christmas": that of the year of writing."""
    return Named(Relative(feast, This(Granularity.YEAR)), Grain.DAY, "publication")
