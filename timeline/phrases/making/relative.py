"""Times counted from another time: "last week", "three days ago", "the year-ago quarter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.expressions import Ago, Ahead, Around, EveryYear, Next, Relative, Shift, This, Weekday, Within
from timeline.chrono.expressions import Span as Stretch
from timeline.chrono.granularity import Granularity
from timeline.chrono.vague import SLACK
from timeline.phrases.making.clock import moved_part
from timeline.phrases.making.units import GRAINS, GRANULARITY, UNIT_PARTS
from timeline.phrases.meaning import Amount, Grain, Lasting, Named, Vague
from timeline.phrases.trees import Open, weekend

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree

_SIDED = ("MORE_THAN", "LESS_THAN")
_LONG_AGO = 1000
"""So many years are always told in round numbers: "9,400 years ago" without "about"."""


def shifted(unit: str, count: int = 0, anchor: str = "publication", mod: str | None = None) -> Named | None:
    """The unit so many units from the one that contains the anchor."""
    if unit in UNIT_PARTS:
        return moved_part(UNIT_PARTS[unit], count, anchor)
    if unit == "weekend" and (count, anchor) == (1, "expression"):
        coming = Relative(Next(Weekday(5)), Shift(Granularity.DAY, 1))  # the first Saturday after that day
        return Named(weekend(coming), Grain.WEEKEND, anchor)
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


def from_amount(amount: Amount, sign: int, anchor: str = "publication", mod: str | None = None) -> Named | Vague | None:
    """As in "three days ago", "two weeks later": as precise as its unit; vague amounts are only past or future."""
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
    slack = _rounded_to(int(count)) if granularity is Granularity.YEAR else 0
    if slack and (mod or amount.mod or count >= _LONG_AGO) and (mod or amount.mod) not in _SIDED:
        counted = Ago if sign < 0 else Ahead
        ends = counted(int(count) + slack, granularity), counted(int(count) - slack, granularity)
        tree = Stretch(*(ends if sign < 0 else reversed(ends)))
    elif mod or amount.mod:
        tree = Around(tree, granularity)
    return Named(tree, grain, anchor, mod=mod or amount.mod, face=face)


def _rounded_to(years: int) -> int:
    """
    How far about so many years may be off: what the number is rounded to, and a tenth of it at most.

    Nothing where the usual slack says as much.

    >>> _rounded_to(9400), _rounded_to(10000), _rounded_to(50), _rounded_to(23)
    (100, 1000, 5, 0)
    """
    unit = 1
    while years % (unit * 10) == 0 and unit < years:
        unit *= 10
    slack = min(unit, years // 10)
    return slack if slack > SLACK[Granularity.YEAR][1] else 0


def from_units(unit: str, sign: int, anchor: str = "publication") -> Named | Vague | None:
    """As in "years ago", "weeks later"."""
    return from_amount(Amount(None, unit), sign, anchor)


def the_past(amount: Amount, sign: int, anchor: str = "publication") -> Lasting | None:
    """As in "the past three months", "the next few days": a duration that ends or begins at the anchor."""
    tree: Tree | None = None
    unit = {"fortnight": "week", "night": "day"}.get(amount.unit, amount.unit)
    if amount.count is not None and unit in GRANULARITY and amount.count == int(amount.count):
        granularity = GRANULARITY[unit]
        count = int(amount.count) * (2 if amount.unit == "fortnight" else 1)
        day = This(Granularity.DAY)
        tree = Stretch(Shift(granularity, -count), day) if sign < 0 else Stretch(day, Shift(granularity, count))
    return Lasting(amount, tree, anchor)


def past_units(unit: str, number: float | None, sign: int) -> Lasting | None:
    """As in "the past year", "recent years", "the four previous weeks"."""
    so_much = Amount(number, unit)
    return Lasting(so_much, None, "none") if sign == 0 else the_past(so_much, sign)


def reported_quarter() -> Named:
    """As in "the quarter" of a report on a company: the last one that is over."""
    return Named(Shift(Granularity.QUARTER, -1), Grain.QUARTER, "quarter")


def year_before() -> Named:
    """As in "the year-ago quarter": a year before the quarter spoken of."""
    return Named(Ago(1, Granularity.YEAR), Grain.YEAR, "expression", face=Shift(Granularity.YEAR, -1))


def quarter_before(whole: Named) -> Named | None:
    """As in "the year-earlier third quarter"."""
    if not isinstance(whole.tree, Open):
        return None
    return Named(Within(whole.tree.pattern, Shift(Granularity.YEAR, -1)), Grain.QUARTER, "publication")


def unit_of(unit: str, whole: Named) -> Named:
    """As in "the week of March 5"."""
    return Named(Relative(This(GRANULARITY[unit]), whole.tree), GRAINS[unit], whole.anchor)


def week_of_feast(whole: Named) -> Named | None:
    """As in "Easter week"; a day of the week or of a month has none of its own."""
    if not isinstance(whole.tree, Open) or not isinstance(whole.tree.pattern, EveryYear):
        return None
    return Named(Relative(This(Granularity.WEEK), whole.tree), Grain.WEEK, whole.anchor)


def from_named(amount: Amount, base: Named, sign: int) -> Named | None:
    """As in "three weeks before Christmas"."""
    step = from_amount(amount, sign)
    if not isinstance(step, Named) or isinstance(base.tree, Stretch):
        return None
    return Named(Relative(step.tree, base.tree), step.grain, base.anchor, face=Relative(step.written, base.written))


def unit_from_named(unit: str, base: Named, sign: int) -> Named | None:
    """As in "the week after Christmas"."""
    return from_named(Amount(1, unit), base, sign)


def from_event(amount: Amount, sign: int) -> Lasting | None:
    """
    As in "three weeks before the vote": a tree whose anchor is the event.

    TIMEX3 knows the length only; the tree is what dates.
    """
    step = from_amount(amount, sign)
    return Lasting(amount, step.tree if isinstance(step, Named) else None, "event")


def unit_from_event(unit: str, sign: int) -> Named | None:
    """As in "the day after the vote"."""
    if unit not in GRANULARITY:
        return None
    return Named(Shift(GRANULARITY[unit], sign), GRAINS[unit], "event")
