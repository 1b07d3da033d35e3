"""Times within a day: clock times and parts of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.expressions import Shift, This, TimeOfDay
from timeline.chrono.granularity import Granularity
from timeline.phrases.making.units import PART_HOURS
from timeline.phrases.meaning import Grain, Named

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree

THAT_DAY = Named(This(Granularity.DAY), Grain.DAY, "expression")


def a_clock(
    hour: int | None = None,
    clock: str | None = None,
    half: int | None = None,
    glued: tuple[int, str] | None = None,
    military: str | None = None,
    minute: int = 0,
) -> Named | None:
    """A time of day, of a day still to be found."""
    if clock is not None:
        first, second, *_rest = (int(part) for part in clock.split(":"))
        hour, minute = first, second
    if military is not None:
        hour, minute = int(military[:2]), int(military[2:])
    if glued is not None:
        hour, half = glued[0], 12 if glued[1] == "pm" else 0
    if hour is None or hour > 24:
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return at_clock(THAT_DAY, hour, minute)


def quarter_to(hour: int) -> Named | None:
    """As in "a quarter to six"."""
    return at_clock(THAT_DAY, hour - 1, 45)


def clock_in_part(clock: Named, part: str) -> Named | None:
    """As in "six o'clock in the evening"."""
    return None if not isinstance(clock.tree, TimeOfDay) else hour_of_part(clock.tree.first // 60, part)


def at_clock(day: Named, hour: int, minute: int) -> Named | None:
    """A clock time on a day."""
    if hour > 24 or minute > 59:
        return None
    first = hour * 60 + minute
    return Named(
        TimeOfDay(day.tree, first, first + 1), Grain.MINUTE, day.anchor, f"T{hour:02d}:{minute:02d}", face=day.written
    )


def clock_of_day(clock: Named, day: Named) -> Named | None:
    """As in "10 p.m. Wednesday"."""
    if not isinstance(clock.tree, TimeOfDay) or day.grain not in (Grain.DAY, Grain.PART):
        return None
    base = day.tree.whole if isinstance(day.tree, TimeOfDay) else day.tree
    start = clock.tree.first
    if start < 12 * 60 and day.suffix in ("TEV", "TAF", "TNI"):
        start += 12 * 60
    return at_clock(Named(base, Grain.DAY, day.anchor, face=day.face), start // 60, start % 60)


def a_part(part: str, day: Named | None = None) -> Named | None:
    """A part of a day: "Saturday night", "this morning"."""
    base = day or THAT_DAY
    if base.grain is not Grain.DAY:
        return None
    first, length = PART_HOURS[part]
    tree = TimeOfDay(base.tree, first * 60, (first + length) * 60)
    return Named(tree, Grain.PART, base.anchor, "T" + part, base.mod, base.written)


def moved_part(part: str, days: int, anchor: str = "publication") -> Named | None:
    """As in "last night", "tomorrow morning", "the next morning"."""
    tree: Tree = This(Granularity.DAY) if days == 0 and anchor == "publication" else Shift(Granularity.DAY, days)
    return a_part(part, Named(tree, Grain.DAY, anchor))


def hour_of_part(hour: int, part: str) -> Named | None:
    """As in "three in the afternoon"."""
    if not 1 <= hour <= 12:
        return None
    return at_clock(THAT_DAY, hour % 12 + (12 if part in ("AF", "EV") else 0), 0)


def any_part(part: str) -> Named:
    """As in "at night": of no particular day."""
    first, length = PART_HOURS[part]
    tree = TimeOfDay(THAT_DAY.tree, first * 60, (first + length) * 60)
    return Named(tree, Grain.PART, "any", "T" + part)


def that_part(part: str) -> Named | None:
    """As in "at dawn": of the day the text speaks of."""
    return a_part(part)
