"""How an event's date is told while the time it hangs on is open, and what several events share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.chrono.expressions import Last, Next, Relative
from timeline.model.event import Kind, Offset
from timeline.model.statement import PUBLICATION, Denotes, Distance, publication

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.chrono.bounds import Bounds
    from timeline.chrono.expressions import Tree
    from timeline.model.event import Event
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


def when(event: Event, bounds: Bounds, offset: Offset | None, hung: str | None) -> str:
    """
    The date in words, by the calendar as far as that goes.

    *hung* is what it hangs on, in words; it comes first, as the calendar says less than it.
    """
    if hung is not None:
        return hung if bounds.open else f"{hung}, {words.describe(bounds, event.kind.value)}"
    if bounds.open and offset is not None:
        return words.offset_words(offset)
    return words.describe(bounds, event.kind.value)


def hung_on(settled: Settled, event: Event, unit: Key | None, titles: Mapping[str, str]) -> str | None:
    """What an event's date hangs on while that is open: "the Tuesday before publication"."""
    if unit is None:
        return _beside_publication(settled, event, settled.bounds(event.id))
    tree, anchor = unit
    if isinstance(tree, Relative) and isinstance(tree.tree, (Last, Next)):
        return None  # "the last autumn before three months before publication": nobody says that
    told = "publication" if anchor.subject.startswith(PUBLICATION) else f"“{titles.get(anchor.subject, '')}”"
    return words.tree_words(tree, told)


def _beside_publication(settled: Settled, event: Event, bounds: Bounds) -> str | None:
    """Where a distance to an open publication day is all that is known: "the day of publication or the day before"."""
    published = settled.bounds(publication(event.article)).window
    if event.kind is not Kind.DAY or published.open or published.one_day:
        return None
    for _, statement in settled.about(event.id):
        constraint = statement.constraint
        if not isinstance(constraint, Distance) or constraint.least is None or constraint.most is None:
            continue
        days = {
            (event.id, publication(event.article)): (-constraint.most, -constraint.least),
            (publication(event.article), event.id): (constraint.least, constraint.most),
        }.get((constraint.earlier.subject, constraint.later.subject))
        if days is not None and bounds.window == _moved(published, *days):
            return words.offset_words(Offset(days, days))
    return None


def _moved(window: Range, least: int, most: int) -> Range:
    earliest, latest = window.earliest, window.latest
    return Range(
        None if earliest is None else earliest + least * MINUTES_PER_DAY,
        None if latest is None else latest + most * MINUTES_PER_DAY,
    )


def shared(units: Mapping[str, Key], before: Mapping[str, str], order: Iterable[str]) -> dict[str, str]:
    """
    A name for the unknown unit of each event that shares it with another: "one Tuesday".

    Different units never bear the same name.

    Args:
        units: the open units by event.
        before: the names by event of other units, which are only counted anew.
        order: the events as they are told; units are counted in that order.
    """
    if not (units or before):  # as mostly: then nothing is looked through
        return {}
    events: dict[Key | str, list[str]] = {}
    for event in order:
        unit = units.get(event) or before.get(event)
        if unit is not None:
            events.setdefault(unit, []).append(event)
    named: dict[str, str] = {}
    taken: dict[str, int] = {}
    for unit, members in events.items():
        if len(members) < 2:
            continue
        name = _NUMBER.sub("one", unit) if isinstance(unit, str) else words.shared_words(unit[0]) or "one time"
        count = taken[name] = taken.get(name, 0) + 1
        if count > 1:
            name = f"{_FURTHER.get(count, f'{count}th')}{name.removeprefix('one')}"
        named.update(dict.fromkeys(members, name))
    return named


_FURTHER = {2: "another", 3: "a third", 4: "a fourth", 5: "a fifth"}
_NUMBER = re.compile(r"^(another|a third|a fourth|a fifth|\d+th)\b")
