"""How an event's date is told while the time it hangs on is open, and what several events share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.expressions import Month, MonthDay, Season, Weekday
from timeline.chrono.granularity import Granularity
from timeline.model.statement import PUBLICATION, Denotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.bounds import Bounds
    from timeline.chrono.expressions import Tree
    from timeline.model.event import Event, Offset
    from timeline.model.statement import Point
    from timeline.reasoning.strata import Settled

Key = tuple["Tree", "Point"]


def open_unit(settled: Settled, event: Event) -> Key | None:
    """The unit, as tree and anchor, that the event is said to lie in and that is not known on the calendar yet."""
    for _, statement in settled.about(event.id):
        constraint = statement.constraint
        if not isinstance(constraint, Denotes) or constraint.subject != event.id or constraint.ends != "both":
            continue
        if constraint.anchor is None:
            continue
        _, place = settled.propagator.network.unit(constraint.tree, constraint.anchor)
        begin = settled.propagator.bounds_of(place).begin
        if not begin.known or begin.earliest != begin.latest:
            return constraint.tree, constraint.anchor
    return None


def when(event: Event, bounds: Bounds, offset: Offset | None, unit: Key | None, titles: Mapping[str, str]) -> str:
    """The date in words: by its anchor where the unit it lies in is open, and by the calendar as far as that goes."""
    told = None if unit is None else _by_anchor(unit, titles)
    if told is None:
        if bounds.open and offset is not None:
            return words.offset(offset.begin, offset.end)
        return words.describe(bounds, event.kind.value)
    return told if bounds.open else f"{told}, {words.describe(bounds, event.kind.value)}"


def _by_anchor(unit: Key, titles: Mapping[str, str]) -> str | None:
    tree, anchor = unit
    told = "publication" if anchor.subject.startswith(PUBLICATION) else titles.get(anchor.subject)
    return None if told is None else words.tree(tree, told)


def shared(units: Mapping[str, Key]) -> dict[str, str]:
    """
    A name for the unknown unit of each event that shares it with another: "one Tuesday".

    *units* are the open units by event. Different units never bear the same name.
    """
    events: dict[Key, list[str]] = {}
    for event, unit in units.items():
        events.setdefault(unit, []).append(event)
    named: dict[str, str] = {}
    taken: dict[str, int] = {}
    for unit, members in events.items():
        if len(members) < 2:
            continue
        noun = _noun(unit[0])
        count = taken[noun] = taken.get(noun, 0) + 1
        name = f"{_COUNTS.get(count, f'{count}th')} {noun}"
        named.update(dict.fromkeys(members, name))
    return named


_COUNTS = {1: "one", 2: "another", 3: "a third", 4: "a fourth", 5: "a fifth"}


def _noun(tree: Tree) -> str:
    """What kind of time a tree names, as a noun: Tuesday, April, week, day."""
    match getattr(tree, "pattern", None):
        case Weekday(number):
            return WEEKDAYS[number]
        case Month(number):
            return MONTHS[number - 1]
        case MonthDay(month, day):
            return f"{day} {MONTHS[month - 1]}"
        case Season(number):
            return SEASONS[number - 1]
    unit = getattr(tree, "unit", None)
    return unit.value if isinstance(unit, Granularity) else "time"


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
