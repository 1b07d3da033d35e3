"""What phrases mean: the productions the rules name. They know calendars, not English."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.chrono.calendar import civil, day_number, day_of, days_in_month, start_of
from timeline.chrono.expressions import (
    Ago,
    Ahead,
    Around,
    Each,
    Either,
    EveryYear,
    Fixed,
    From,
    Last,
    Month,
    MonthDay,
    Next,
    Nth,
    Part,
    Relative,
    Repeating,
    Season,
    Shift,
    This,
    TimeOfDay,
    Tree,
    UpTo,
    Weekday,
    WeekOf,
    Within,
    half,
    quarter,
)
from timeline.chrono.expressions import Span as Stretch
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.phrases.meaning import Amount, Grain, Lasting, Named, Nothing, Reach, Repeated, Vague
from timeline.phrases.trees import Open, pattern_in, weekend
from timeline.phrases.values import amount_value, masked

GRANULARITY = {
    "second": Granularity.MINUTE, "minute": Granularity.MINUTE, "hour": Granularity.HOUR, "day": Granularity.DAY,
    "night": Granularity.DAY, "week": Granularity.WEEK, "fortnight": Granularity.WEEK, "weekend": Granularity.WEEK,
    "month": Granularity.MONTH, "quarter": Granularity.QUARTER, "half": Granularity.HALF, "year": Granularity.YEAR,
    "decade": Granularity.DECADE, "century": Granularity.CENTURY, "morning": Granularity.DAY, "evening": Granularity.DAY,
    "afternoon": Granularity.DAY,
}  # fmt: skip
GRAINS = {
    "second": Grain.MINUTE, "minute": Grain.MINUTE, "hour": Grain.HOUR, "day": Grain.DAY, "night": Grain.PART,
    "week": Grain.WEEK, "fortnight": Grain.WEEK, "weekend": Grain.WEEKEND, "month": Grain.MONTH, "quarter": Grain.QUARTER,
    "half": Grain.HALF, "year": Grain.YEAR, "decade": Grain.DECADE, "century": Grain.CENTURY, "morning": Grain.PART,
    "evening": Grain.PART, "afternoon": Grain.PART,
}  # fmt: skip
PART_UNITS = {
    Grain.DAY: Granularity.DAY, Grain.WEEK: Granularity.WEEK, Grain.MONTH: Granularity.MONTH,
    Grain.QUARTER: Granularity.QUARTER, Grain.SEASON: Granularity.QUARTER, Grain.HALF: Granularity.HALF,
    Grain.YEAR: Granularity.YEAR, Grain.FISCAL: Granularity.YEAR, Grain.DECADE: Granularity.DECADE,
    Grain.CENTURY: Granularity.CENTURY,
}  # fmt: skip
PART_HOURS = {"MO": (0, 12), "AF": (12, 6), "EV": (17, 7), "NI": (18, 12), "DT": (6, 12), "MI": (11, 3)}
"""First hour and length of the parts of a day; a night reaches into the next day."""
UNIT_PARTS = {"night": "NI", "morning": "MO", "evening": "EV", "afternoon": "AF"}


# --- on the calendar ----------------------------------------------------------------------------


def astronomical(year: int, era: int | None = None) -> int:
    """1 BC is year 0."""
    return 1 - year if era == -1 else year


def short_year(year: int) -> int:
    """Two digits: 00 to 29 are of this century, the rest of the last."""
    return year + (2000 if year < 30 else 1900)


def years(year: int, era: int | None = None, last: int | None = None) -> Fixed | None:
    """Whole years; None outside the calendar."""
    first, final = astronomical(year, era), astronomical(year if last is None else last, era)
    if not -9999 <= first <= final <= 9999:
        return None
    return Fixed(Interval(start_of(day_number(first)), start_of(day_number(final + 1))))


def a_year(year: int | None = None, short: int | None = None, era: int | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """A year by its number."""
    if year is None:
        if short is None:
            return None
        year = short_year(short)
    tree = years(year, era)
    return None if tree is None else Named(tree, Grain.YEAR)


def a_month(
    month: int,
    year: int | None = None,
    short: int | None = None,
    era: int | None = None,
    side: int | None = None,
    **_: Any,  # noqa: ANN401 - what the rule read besides
) -> Named | None:
    """A month, with its year or without."""
    if short is not None:
        year = short_year(short)
    if year is None:
        return sided(Month(month), Grain.MONTH, Granularity.MONTH, side)
    year = astronomical(year, era)
    if not -9999 <= year <= 9999:
        return None
    start = start_of(day_number(year, month))
    return Named(Fixed(Interval.of(Granularity.MONTH, start)), Grain.MONTH)


def a_date(
    month: int,
    day: int,
    year: int | None = None,
    short: int | None = None,
    era: int | None = None,
    side: int | None = None,
    weekday: int | None = None,
    **_: Any,  # noqa: ANN401
) -> Named | None:
    """A day of a month, with its year or without; None for a day the calendar does not have."""
    if short is not None:
        year = short_year(short)
    if not 1 <= month <= 12 or not 1 <= day <= (
        29 if month == 2 and year is None else days_in_month(year or 2000, month)
    ):
        return None
    if year is None:
        return replace(sided(MonthDay(month, day), Grain.DAY, Granularity.DAY, side), weekday=weekday)
    year = astronomical(year, era)
    if not -9999 <= year <= 9999:
        return None
    return Named(Fixed(Interval.of(Granularity.DAY, start_of(day_number(year, month, day)))), Grain.DAY)


def numeric_date(numeric: str, **_: Any) -> Named | None:  # noqa: ANN401
    """ISO dates, and days in figures, the month first as in the United States where both are possible."""
    text, _, clock = numeric.partition("T")
    sign = next(each for each in text if not each.isdigit())
    parts = text.split(sign)
    if len(parts) == 2:
        if sign == "-" and len(parts[0]) == 4 and 1 <= int(parts[1]) <= 12:
            return a_month(int(parts[1]), int(parts[0])) if 1000 <= int(parts[0]) <= 2999 else None
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[0]) <= 2 and len(parts[2]) in (2, 4):
        month, day, year = numbers
        if sign == "." or month > 12:
            month, day = day, month
        if len(parts[2]) == 2:
            if sign == ".":
                return None
            year = short_year(year)
    else:
        return None
    found = a_date(month, day, year) if 1 <= month <= 12 and 1 <= year <= 9999 else None
    if found is None or not clock:
        return found
    digits = clock.replace(":", "")
    return at_clock(found, int(digits[:2]), int(digits[2:4]))


def iso_month(year: int, month: int, **_: Any) -> Named | None:  # noqa: ANN401
    """ "2025-08"; "2007-08" is two years."""
    return None if month == year % 100 + 1 else a_month(month, year)


def a_feast(feast: Tree, year: int | None = None, **_: Any) -> Named:  # noqa: ANN401
    """A feast, with its year or without; the tree names it in the year of its anchor."""
    if year is None:
        return Named(Open(EveryYear(feast)), Grain.DAY, "publication")
    tree = years(year) or This(Granularity.YEAR)
    return Named(Relative(feast, tree), Grain.DAY)


def a_decade(decade: int, century: int | None = None, era: int | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """A decade: the 1990s, the nineties."""
    year = decade if decade >= 100 else (century or 1900) + decade
    if era == -1:
        tree = years(year + 9, -1, year)
    else:
        tree = years(year, None, year + 9)
    return None if tree is None else Named(tree, Grain.DECADE)


def a_century(ordinal: int, era: int | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """A century by its number, counted as people say it: the 20th is 1900 to 1999."""
    if not 1 <= ordinal <= 99:
        return None
    first = (ordinal - 1) * 100
    tree = years(first + 99, -1, max(first, 1)) if era == -1 else years(max(first, 1), None, first + 99)
    return None if tree is None else Named(tree, Grain.CENTURY)


def a_season(
    season: int,
    year: int | None = None,
    era: int | None = None,
    side: int | None = None,
    **_: Any,  # noqa: ANN401
) -> Named | None:
    """A season, with its year or without; a winter is named by the year it begins in."""
    if year is None:
        return sided(Season(season), Grain.SEASON, Granularity.MONTH, side, count=3)
    year = astronomical(year, era)
    if not -9998 <= year <= 9998:
        return None
    if season == 4:
        # "The winter of 1942" is the one that began then or the one that ended then: both lie in it.
        early, late = (_season(first, 4) for first in (year - 1, year))
        return Named(Either(early, late), Grain.SEASON, face=early)
    return Named(_season(year, season), Grain.SEASON)


def _season(year: int, season: int) -> Fixed:
    start = start_of(day_number(year, season * 3))
    return Fixed(Interval(start, Granularity.MONTH.shift(start, 3)))


def a_quarter(ordinal: int, year: int | None = None, short: int | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """A quarter of a year."""
    if not 1 <= ordinal <= 4:
        return None
    if short is not None:
        year = short_year(short)
    if year is None:
        return Named(Open(quarter(ordinal)), Grain.QUARTER, "publication")
    start = start_of(day_number(year, ordinal * 3 - 2))
    return Named(Fixed(Interval.of(Granularity.QUARTER, start)), Grain.QUARTER)


def a_half(ordinal: int, whole: Named | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """A half of a year."""
    if not 1 <= ordinal <= 2:
        return None
    if whole is None:
        return Named(Open(half(ordinal)), Grain.HALF, "publication")
    if whole.grain is not Grain.YEAR:
        return portion(whole, "", "first half" if ordinal == 1 else "second half")
    return Named(Within(half(ordinal), whole.tree), Grain.HALF, whole.anchor)


def sided(pattern: Repeating, grain: Grain, unit: Granularity, side: int | None, count: int = 1) -> Named:
    """
    A pattern with the direction its own words give: "last" -1, "this" 0, "next" 1, None where they give none.

    "Last Tuesday" said on a Tuesday is a week ago, and "last August" said in August a year ago: *count* units back, first.
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


def resided(whole: Named, side: int, **_: Any) -> Named:  # noqa: ANN401
    """ "last Oct. 23"."""
    return sided(whole.tree.pattern, whole.grain, Granularity.DAY, side) if isinstance(whole.tree, Open) else whole


def a_weekday(weekday: int, side: int | None = None, **_: Any) -> Named:  # noqa: ANN401
    """A day of the week, its direction open unless its own words give it."""
    return sided(Weekday(weekday), Grain.DAY, Granularity.DAY, side)


def discourse_weekday(weekday: int, **_: Any) -> Named:  # noqa: ANN401
    """ "that Tuesday": the one nearest to the time the text speaks of, in its week."""
    return Named(Within(Weekday(weekday), This(Granularity.WEEK)), Grain.DAY, "expression")


def following(
    side: int, month: int | None = None, season: int | None = None, weekday: int | None = None, **_: Any
) -> Named:
    """ "the following spring", "that March", "the previous Tuesday": counted from the time the text speaks of."""
    pattern: Repeating
    if month is not None:
        pattern, grain, unit = Month(month), Grain.MONTH, Granularity.MONTH
    elif season is not None:
        pattern, grain, unit = Season(season), Grain.SEASON, Granularity.MONTH
    else:
        pattern, grain, unit = Weekday(weekday or 0), Grain.DAY, Granularity.DAY
    named = sided(pattern, grain, unit, side)
    return Named(named.tree, grain, "expression")


def reported_quarter(**_: Any) -> Named:  # noqa: ANN401
    """ "the quarter" of a report on a company: the last one that is over."""
    return Named(Shift(Granularity.QUARTER, -1), Grain.QUARTER, "quarter")


def year_before(**_: Any) -> Named:  # noqa: ANN401
    """ "the year-ago quarter": a year before the quarter spoken of."""
    return Named(Ago(1, Granularity.YEAR), Grain.YEAR, "expression", face=Shift(Granularity.YEAR, -1))


def quarter_before(whole: Named, **_: Any) -> Named | None:  # noqa: ANN401
    """ "the year-earlier third quarter"."""
    if not isinstance(whole.tree, Open):
        return None
    return Named(Within(whole.tree.pattern, Shift(Granularity.YEAR, -1)), Grain.QUARTER, "publication")


def unit_of(unit: str, whole: Named, **_: Any) -> Named:  # noqa: ANN401
    """ "the week of March 5"."""
    return Named(Relative(This(GRANULARITY[unit]), whole.tree), GRAINS[unit], whole.anchor)


def within(part: Named, whole: Named, **_: Any) -> Named | None:  # noqa: ANN401
    """A pattern inside a whole: "March of that year"."""
    if not isinstance(part.tree, Open):
        return None
    return Named(Within(part.tree.pattern, whole.tree), part.grain, whole.anchor, part.suffix, part.mod)


def nth_unit(ordinal: int, unit: str, whole: Named, **_: Any) -> Named | None:  # noqa: ANN401
    """ "the third week of March"."""
    if unit not in GRANULARITY or unit in UNIT_PARTS:
        return None
    face = Nth(ordinal, Each(GRANULARITY[unit]), whole.tree)
    return Named(WeekOf(ordinal, whole.tree) if unit == "week" else face, GRAINS[unit], whole.anchor, face=face)


# --- within a day -------------------------------------------------------------------------------

TODAY = Named(This(Granularity.DAY), Grain.DAY, "publication")
THAT_DAY = Named(This(Granularity.DAY), Grain.DAY, "expression")


def a_clock(
    hour: int | None = None,
    clock: str | None = None,
    half: int | None = None,
    glued: tuple[int, str] | None = None,
    minute: int = 0,
    **_: Any,  # noqa: ANN401
) -> Named | None:
    """A time of day, of a day still to be found."""
    if clock is not None:
        first, second, *_rest = (int(part) for part in clock.split(":"))
        hour, minute = first, second
    if glued is not None:
        hour, half = glued[0], 12 if glued[1] == "pm" else 0
    if hour is None or hour > 24:
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return at_clock(THAT_DAY, hour, minute)


def at_clock(day: Named, hour: int, minute: int) -> Named | None:
    """A clock time on a day."""
    if hour > 24 or minute > 59:
        return None
    first = hour * 60 + minute
    return Named(
        TimeOfDay(day.tree, first, first + 1), Grain.MINUTE, day.anchor, f"T{hour:02d}:{minute:02d}", face=day.written
    )


def clock_of_day(clock: Named, day: Named, **_: Any) -> Named | None:  # noqa: ANN401
    """ "10 p.m. Wednesday"."""
    if not isinstance(clock.tree, TimeOfDay) or day.grain not in (Grain.DAY, Grain.PART):
        return None
    base = day.tree.whole if isinstance(day.tree, TimeOfDay) else day.tree
    start = clock.tree.first
    if start < 12 * 60 and day.suffix in ("TEV", "TAF", "TNI"):
        start += 12 * 60
    return at_clock(Named(base, Grain.DAY, day.anchor, face=day.face), start // 60, start % 60)


def a_part(part: str, day: Named | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """A part of a day: "Saturday night", "this morning"."""
    base = day or THAT_DAY
    if base.grain is not Grain.DAY:
        return None
    first, length = PART_HOURS[part]
    tree = TimeOfDay(base.tree, first * 60, (first + length) * 60)
    return Named(tree, Grain.PART, base.anchor, "T" + part, base.mod, base.written)


def moved_part(part: str, days: int, anchor: str = "publication", **_: Any) -> Named | None:  # noqa: ANN401
    """ "last night", "tomorrow morning", "the next morning"."""
    tree: Tree = This(Granularity.DAY) if days == 0 and anchor == "publication" else Shift(Granularity.DAY, days)
    return a_part(part, Named(tree, Grain.DAY, anchor))


# --- relative -----------------------------------------------------------------------------------


def shifted(unit: str, count: int = 0, anchor: str = "publication", mod: str | None = None, **_: Any) -> Named | None:  # noqa: ANN401
    """The unit so many units from the one that contains the anchor."""
    if unit in UNIT_PARTS:
        return moved_part(UNIT_PARTS[unit], count, anchor)
    if unit == "weekend":
        return Named(_weekend(count), Grain.WEEKEND, anchor)
    if unit not in GRANULARITY or unit in ("second", "fortnight"):
        return None
    granularity = GRANULARITY[unit]
    tree: Tree = This(granularity) if count == 0 else Shift(granularity, count)
    return Named(tree, GRAINS[unit], anchor, mod=mod)


def _weekend(count: int) -> Tree:
    week: Tree = This(Granularity.WEEK) if count == 0 else Shift(Granularity.WEEK, count)
    return weekend(Within(Weekday(5), week))


def a_weekend(**_: Any) -> Named:  # noqa: ANN401
    """The weekend, its direction open."""
    return Named(weekend(Open(Weekday(5))), Grain.WEEKEND, "publication")


def from_amount(
    amount: Amount, sign: int, anchor: str = "publication", mod: str | None = None, **_: Any
) -> Named | Vague | None:
    """ "three days ago", "two weeks later": as precise as its unit; vague amounts are only past or future."""
    if amount.count is None:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
    count, unit = amount.count, amount.unit
    if unit == "fortnight":
        count, unit = count * 2, "week"
    if unit == "century":
        count, unit = count * 100, "year"
    if unit == "decade":
        count, unit = count * 10, "year"
    if count != int(count):
        finer = {"year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "week": ("day", 7)}.get(unit)
        if finer is None:
            return None
        unit, count = finer[0], round(count * finer[1])
    if unit not in GRANULARITY or abs(count) > 100_000:
        return None
    grain = GRAINS[unit]
    step = int(count) * sign
    if unit in UNIT_PARTS:
        return moved_part(UNIT_PARTS[unit], step, anchor)
    granularity = GRANULARITY[unit]
    face = Shift(granularity, step)
    tree: Tree = Ago(int(count), granularity) if sign < 0 else Ahead(int(count), granularity)
    if mod or amount.mod:
        tree = Around(tree, granularity)
    return Named(tree, grain, anchor, mod=mod or amount.mod, face=face)


def the_past(amount: Amount, sign: int, anchor: str = "publication", **_: Any) -> Lasting | None:  # noqa: ANN401
    """ "the past three months", "the next few days": a duration that ends or begins at the anchor."""
    tree: Tree | None = None
    unit = {"fortnight": "week", "night": "day"}.get(amount.unit, amount.unit)
    if amount.count is not None and unit in GRANULARITY and amount.count == int(amount.count):
        granularity = GRANULARITY[unit]
        count = int(amount.count) * (2 if amount.unit == "fortnight" else 1)
        day = This(Granularity.DAY)
        tree = Stretch(Shift(granularity, -count), day) if sign < 0 else Stretch(day, Shift(granularity, count))
    return Lasting(amount, tree, anchor)


def past_units(unit: str, number: float | None, sign: int, **_: Any) -> Lasting | None:  # noqa: ANN401
    """ "the past year", "recent years", "the four previous weeks"."""
    so_much = Amount(number, unit)
    return Lasting(so_much, None, "none") if sign == 0 else the_past(so_much, sign)


def lasting(amount: Amount, **_: Any) -> Lasting:  # noqa: ANN401
    """ "the first nine months", "the four days"."""
    return Lasting(amount, None, "none")


def lasting_units(unit: str, number: float | None = None, **_: Any) -> Lasting:  # noqa: ANN401
    """ "for years", "the year ended March 31"."""
    return Lasting(Amount(number, unit), None, "none")


def from_units(unit: str, sign: int, anchor: str = "publication", **_: Any) -> Named | Vague | None:  # noqa: ANN401
    """ "years ago", "weeks later"."""
    return from_amount(Amount(None, unit), sign, anchor)


def hour_of_part(hour: int, part: str, **_: Any) -> Named | None:  # noqa: ANN401
    """ "three in the afternoon"."""
    if not 1 <= hour <= 12:
        return None
    return at_clock(THAT_DAY, hour % 12 + (12 if part in ("AF", "EV") else 0), 0)


def portion_of_unit(unit: str, mod: str, part: str, **_: Any) -> Named | None:  # noqa: ANN401
    """ "the end of the year": of the year the text speaks of, or of the one it was written in."""
    if unit not in PART_UNITS_BY_NAME:
        return None
    granularity = GRANULARITY[unit]
    return Named(Part(This(granularity), part, granularity), GRAINS[unit], "context", "", mod, This(granularity))


PART_UNITS_BY_NAME = {"day", "week", "month", "quarter", "year", "decade", "century"}


def year_end(**_: Any) -> Named:  # noqa: ANN401
    """ "year-end": December of the year, and its end."""
    year = This(Granularity.YEAR)
    return Named(Part(year, "end", Granularity.YEAR), Grain.YEAR, "context", "", "END", year)


def approximate(whole: Named, **_: Any) -> Named:  # noqa: ANN401
    """ "about 1850"."""
    unit = PART_UNITS.get(whole.grain)
    tree = whole.tree if unit is None else Around(whole.tree, unit)
    return Named(tree, whole.grain, whole.anchor, whole.suffix, "APPROX", whole.written)


def part_passed(whole: Named, sign: int, **_: Any) -> Named:  # noqa: ANN401
    """ "earlier this year", "later this month"."""
    tree = UpTo(whole.tree) if sign < 0 else From(whole.tree)
    return Named(tree, whole.grain, whole.anchor, whole.suffix, "START" if sign < 0 else "END", whole.written)


def portion(whole: Named, mod: str, part: str, **_: Any) -> Named:  # noqa: ANN401
    """ "early 1941", "the end of March": the whole's value with a modifier, and the part as its tree."""
    unit = PART_UNITS.get(whole.grain)
    tree = whole.tree if unit is None else Part(whole.tree, part, unit)
    return Named(tree, whole.grain, whole.anchor, whole.suffix, mod or None, whole.written)


# --- off the line -------------------------------------------------------------------------------


def amount(
    unit: str,
    number: float | None = 1,
    mod: str | None = None,
    times: float = 1,
    scale: int = 1,
    extra: float = 0,
    *,
    adjective: bool = False,
    **_: Any,  # noqa: ANN401
) -> Amount:
    """So much of a unit; a vague number is None."""
    count = None if number is None else number * times * scale + extra
    return Amount(count, unit, mod, adjective)


def qualified(amount: Amount | Lasting, mod: str, **_: Any) -> Amount | Lasting:  # noqa: ANN401
    """ "more than four hours", "nearly two months"."""
    if isinstance(amount, Lasting):
        return Lasting(Amount(amount.amount.count, amount.amount.unit, mod), amount.tree, amount.anchor)
    return Amount(amount.count, amount.unit, mod, adjective=amount.adjective)


def repeated(value: str, **_: Any) -> Repeated:  # noqa: ANN401
    """A set by its value."""
    return Repeated(value)


def every(unit: str, number: float = 1, **_: Any) -> Repeated | None:  # noqa: ANN401
    """ "every day", "weekly", "every four years"."""
    return Repeated(amount_value(Amount(number, unit)))


def every_amount(amount: Amount, **_: Any) -> Repeated:  # noqa: ANN401
    """ "every two weeks"."""
    return Repeated(amount_value(amount))


def every_one(named: Named, **_: Any) -> Repeated | None:  # noqa: ANN401
    """ "every Monday", "each April"."""
    return Repeated(masked(named)) if pattern_in(named.tree) is not None else None


def every_weekday(weekday: int, **_: Any) -> Repeated:  # noqa: ANN401
    """ "Mondays"."""
    return Repeated(f"XXXX-WXX-{weekday + 1}")


def days_of_one_year(first: Named, day: int, whole: Named, *, apart: bool = False, **_: Any) -> Reach | None:  # noqa: ANN401
    """ "February 14-16, 2024"."""
    if (
        not isinstance(first.tree, Open)
        or not isinstance(first.tree.pattern, MonthDay)
        or not isinstance(whole.tree, Fixed)
    ):
        return None
    year, month = civil(day_of(whole.tree.interval.start)).year, first.tree.pattern.month
    start, end = a_date(month, first.tree.pattern.day, year), a_date(month, day, year)
    return None if start is None or end is None else Reach(start, end, apart)


def nothing(**_: Any) -> Nothing:  # noqa: ANN401
    """No time at all."""
    return Nothing()


def vague(value: str, *, histories: bool = False, **_: Any) -> Vague:  # noqa: ANN401
    """The present, the past or the future as such."""
    return Vague(value, histories=histories)


def days_of_one_month(
    first: Named | None = None,
    last: Named | None = None,
    day: int = 0,
    *,
    apart: bool = False,
    **_: Any,  # noqa: ANN401
) -> Reach | None:
    """ "April 24 and 25", "14 to 16 February": the bare day has the other's month and year."""
    known = first or last
    if known is None:
        return None
    if isinstance(known.tree, Open) and isinstance(known.tree.pattern, MonthDay):
        other = a_date(known.tree.pattern.month, day)
    elif isinstance(known.tree, Fixed):
        year, month, _day = civil(day_of(known.tree.interval.start))
        other = a_date(month, day, year)
    else:
        return None
    if other is None:
        return None
    return Reach(known, other, apart) if first is not None else Reach(other, known, apart)


def years_of_one_century(first: Named, short: int, **_: Any) -> Reach | None:  # noqa: ANN401
    """ "1861-63"."""
    if not isinstance(first.tree, Fixed):
        return None
    year = civil(day_of(first.tree.interval.start)).year
    last = a_year(year - year % 100 + short)
    return Reach(first, last) if last is not None and year > 0 and short > year % 100 else None


def years_of_one_era(year: int, last: Named, **_: Any) -> Reach | None:  # noqa: ANN401
    """ "499-493 BC"."""
    if not isinstance(last.tree, Fixed):
        return None
    final = civil(day_of(last.tree.interval.start)).year
    first = a_year(year, era=-1) if final <= 0 else None
    return Reach(first, last) if first is not None and year > 1 - final else None


def reach(first: Named, last: Named, **_: Any) -> Reach | None:  # noqa: ANN401
    """From one time to another, of like grain."""
    if abs(first.grain.rank - last.grain.rank) > 3:
        return None
    return Reach(_with_year_of(first, last), last)


def _with_year_of(first: Named, last: Named) -> Named:
    """ "May to August 1950": the first has the year of the last, or the one before where it comes later in the year."""
    if not isinstance(first.tree, Open) or not isinstance(last.tree, Fixed) or last.anchor != "none":
        return first
    year = civil(day_of(last.tree.interval.start)).year
    for candidate in (year, year - 1):
        whole = Fixed(Interval(start_of(day_number(candidate)), start_of(day_number(candidate + 1))))
        found = Within(first.tree.pattern, whole).at(0)
        if found is not None and found.start <= last.tree.interval.start:
            return Named(Fixed(found), first.grain, "none", first.suffix, first.mod)
    return first


def same(whole: Named, **_: Any) -> Named:  # noqa: ANN401
    """The same time with more words around it."""
    return whole
