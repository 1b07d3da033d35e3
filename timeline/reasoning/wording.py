"""How an event's date is told while the time it hangs on is open, and what several events share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.model.statement import PUBLICATION, Denotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.bounds import Bounds
    from timeline.chrono.expressions import Tree
    from timeline.model.event import Event, Offset
    from timeline.model.statement import Point
    from timeline.reasoning.strata import Settled

Key = tuple["Tree", "Point"]


def open_unit(settled: Settled, event: Event, bounds: Bounds) -> Key | None:
    """
    The unit, as tree and anchor, that the event is said to lie in and that is not known on the calendar yet.

    None where more is known of the event than of the unit.
    """
    for _, statement in settled.about(event.id):
        constraint = statement.constraint
        if not isinstance(constraint, Denotes) or constraint.subject != event.id or constraint.ends != "both":
            continue
        if constraint.anchor is None:
            continue
        _, place = settled.propagator.network.unit(constraint.tree, constraint.anchor)
        unit = settled.propagator.bounds_of(place)
        known = unit.begin.known and unit.begin.earliest == unit.begin.latest
        if not known and unit.window == bounds.window:
            return constraint.tree, constraint.anchor
    return None


def when(event: Event, bounds: Bounds, offset: Offset | None, unit: Key | None, titles: Mapping[str, str]) -> str:
    """The date in words: by its anchor where the unit it lies in is open, and by the calendar as far as that goes."""
    told = None if unit is None else _by_anchor(unit, titles)
    if told is None:
        if bounds.open and offset is not None:
            return words.offset_words(offset)
        return words.describe(bounds, event.kind.value)
    return told if bounds.open else f"{told}, {words.describe(bounds, event.kind.value)}"


def _by_anchor(unit: Key, titles: Mapping[str, str]) -> str | None:
    tree, anchor = unit
    told = "publication" if anchor.subject.startswith(PUBLICATION) else titles.get(anchor.subject)
    return None if told is None else words.tree_words(tree, told)


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
        name = words.shared_words(unit[0]) or "one time"
        count = taken[name] = taken.get(name, 0) + 1
        if count > 1:
            name = f"{_FURTHER.get(count, f'{count}th')}{name.removeprefix('one')}"
        named.update(dict.fromkeys(members, name))
    return named


_FURTHER = {2: "another", 3: "a third", 4: "a fourth", 5: "a fifth"}
