"""Parts of a time, and times inside a time: "early 1941", "the third week of March", "earlier this year"."""

from __future__ import annotations

from timeline.chrono.expressions import (
    Around,
    DayOfMonth,
    Each,
    From,
    Nth,
    Part,
    Season,
    This,
    UpTo,
    Weekday,
    WeekOf,
    Within,
    half,
)
from timeline.chrono.granularity import Granularity
from timeline.phrases.making.calendar import a_year
from timeline.phrases.making.units import GRAINS, GRANULARITY, PART_UNITS, UNIT_PARTS
from timeline.phrases.meaning import Grain, Named
from timeline.phrases.trees import Open


def within(part: Named, whole: Named) -> Named | None:
    """A pattern inside a whole: "March of that year"."""
    if not isinstance(part.tree, Open):
        return None
    return Named(Within(part.tree.pattern, whole.tree), part.grain, whole.anchor, part.suffix, part.mod)


def season_of(season: int, whole: Named) -> Named:
    """As in "the spring of last year"."""
    return Named(Within(Season(season), whole.tree), Grain.SEASON, whole.anchor)


def nth_unit(ordinal: int, unit: str, whole: Named) -> Named | None:
    """As in "the third week of March"."""
    if unit not in GRANULARITY or unit in UNIT_PARTS:
        return None
    face = Nth(ordinal, Each(GRANULARITY[unit]), whole.tree)
    return Named(WeekOf(ordinal, whole.tree) if unit == "week" else face, GRAINS[unit], whole.anchor, face=face)


def a_half(ordinal: int, whole: Named | None = None) -> Named | None:
    """A half of a year."""
    if not 1 <= ordinal <= 2:
        return None
    if whole is None:
        return Named(Open(half(ordinal)), Grain.HALF, "publication")
    if whole.grain is not Grain.YEAR:
        return portion(whole, "", "first half" if ordinal == 1 else "second half")
    return Named(Within(half(ordinal), whole.tree), Grain.HALF, whole.anchor)


def portion(whole: Named, mod: str, part: str) -> Named:
    """As in "early 1941", "the end of March": the whole's value with a modifier, and the part as its tree."""
    unit = PART_UNITS.get(whole.grain)
    tree = whole.tree if unit is None else Part(whole.tree, part, unit)
    return Named(tree, whole.grain, whole.anchor, whole.suffix, mod or None, whole.written)


# How far on either side of the line a turn is felt: ten years of a century, a month of a year.
_TURNS = {
    Grain.CENTURY: (Granularity.CENTURY, Granularity.DECADE),
    Grain.DECADE: (Granularity.DECADE, Granularity.YEAR),
    Grain.YEAR: (Granularity.YEAR, Granularity.MONTH),
}


def turn(whole: Named) -> Named | None:
    """As in "the turn of the 20th century": its start, and a little of what was before it."""
    if whole.grain not in _TURNS:
        return None
    unit, slack = _TURNS[whole.grain]
    tree = Around(Part(whole.tree, "start", unit), slack, "earlier")
    return Named(tree, whole.grain, whole.anchor, whole.suffix, "START", whole.written)


PART_UNITS_BY_NAME = {"day", "week", "month", "quarter", "year", "decade", "century"}


def portion_of_unit(unit: str, mod: str, part: str) -> Named | None:
    """As in "the end of the year": of the year the text speaks of, or of the one it was written in."""
    if unit not in PART_UNITS_BY_NAME:
        return None
    granularity = GRANULARITY[unit]
    return Named(Part(This(granularity), part, granularity), GRAINS[unit], "context", "", mod, This(granularity))


def year_end() -> Named:
    """As in "year-end": written as the last day, and meaning the days around it."""
    year = This(Granularity.YEAR)
    last = Nth(-1, Each(Granularity.DAY), year)
    return Named(Part(year, "end", Granularity.YEAR), Grain.DAY, "context", "", "END", last)


def approximate(whole: Named) -> Named | None:
    """As in "about 1850"; a day of the week is not told about."""
    if isinstance(whole.tree, Open) and isinstance(whole.tree.pattern, Weekday):
        return None
    unit = PART_UNITS.get(whole.grain)
    tree = whole.tree if unit is None else Around(whole.tree, unit)
    return Named(tree, whole.grain, whole.anchor, whole.suffix, "APPROX", whole.written)


def about_year(year: int) -> Named | None:
    """As in "in about 1250"."""
    named = a_year(year)
    return None if named is None else approximate(named)


def part_passed(whole: Named, sign: int) -> Named:
    """As in "earlier this year", "later this month"."""
    tree = UpTo(whole.tree) if sign < 0 else From(whole.tree)
    return Named(tree, whole.grain, whole.anchor, whole.suffix, "START" if sign < 0 else "END", whole.written)


def same(whole: Named) -> Named:
    """The same time with more words around it."""
    return whole


def day_of_month(day: int, whole: Named) -> Named:
    """As in "the 28th of that month"."""
    return Named(Within(DayOfMonth(day), whole.tree), Grain.DAY, whole.anchor)


def numbered_unit(ordinal: int, unit: str) -> Named | None:
    """As in "on the seventh day": counted from something the text does not say."""
    if unit not in GRANULARITY or ordinal < 1:
        return None
    suffix = "T" + UNIT_PARTS[unit] if unit in UNIT_PARTS else ""
    return Named(This(GRANULARITY[unit]), GRAINS[unit], "any", suffix, histories=True)


def bare_season(season: int) -> Named:
    """As in "the main summer offensive": the season of the year the text speaks of."""
    return Named(Open(Season(season)), Grain.SEASON, "publication", histories=True)


def day_of_that_month(day: int) -> Named:
    """As in "on the 20th": of the month the text speaks of."""
    return Named(Within(DayOfMonth(day), This(Granularity.MONTH)), Grain.DAY, "context")
