"""Whose order is told: all the events shown, or of very many the neighbourhood of the selected one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.model.statement import Distance
from timeline.reasoning.partial import partial_order
from timeline.scene.source import by_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.event import Event
    from timeline.model.statement import Constraint
    from timeline.model.timeline import Timeline
    from timeline.reasoning.partial import Order

MOST: Final = 250
"""Events whose order is told as a whole: what it costs grows with their square."""
AROUND: Final = 60
"""Events that are put in order of more than that: as many as a diagram shows."""


class Ordered(NamedTuple):
    """The order of *events*; `total` is how many are shown elsewhere on the page."""

    order: Order
    events: tuple[Event, ...]
    total: int


def ordered(timeline: Timeline, shown: Sequence[Event], selected: str | None) -> Ordered:
    """
    What comes before what among the events *shown*, which stand in the order of time; the others still link them.

    Of more than `MOST` of them only those around the *selected* one, or else the weightiest, are put in order.
    """
    asked = tuple(shown) if len(shown) <= MOST else around(timeline, shown, selected)
    ids = frozenset(event.id for event in asked)
    return Ordered(partial_order(_near(timeline, asked), ids), asked, len(shown))


def around(timeline: Timeline, shown: Sequence[Event], selected: str | None) -> tuple[Event, ...]:
    """Those that the text puts beside the selected one, and the nearest in time; the weightiest where none is."""
    place = next((at for at, event in enumerate(shown) if event.id == selected), None)
    if place is None:
        chosen = {event.id for event in sorted(shown, key=by_rank)[:AROUND]}
        return tuple(event for event in shown if event.id in chosen)
    said = (one.constraint for one in timeline.statements if isinstance(one.constraint, Distance))
    pairs = ((one.earlier.subject, one.later.subject) for one in said)
    beside = {other for pair in pairs if selected in pair for other in pair} - {selected}
    linked = [event.id for event in shown if event.id in beside][: AROUND // 2]
    room = AROUND - len(linked)
    first = max(0, min(place - room // 2, len(shown) - room))
    chosen = {*linked, *(event.id for event in shown[first : first + room])}
    return tuple(event for event in shown if event.id in chosen)


def _near(timeline: Timeline, asked: Sequence[Event]) -> Timeline:
    """As much of a timeline as can order these: those events, and the others of their articles while they are few."""
    if len(timeline.events) <= MOST:
        return timeline
    homes, ids = {event.article for event in asked}, {event.id for event in asked}
    linking = tuple(event for event in timeline.events if event.id in ids or event.article in homes)
    events = linking if len(linking) <= MOST else tuple(event for event in timeline.events if event.id in ids)
    articles = tuple(article for article in timeline.articles if article.id in homes)
    here = {event.id for event in events}
    statements = tuple(one for one in timeline.statements if _puts(one.constraint, here))
    return replace(timeline, events=events, articles=articles, statements=statements)


def _puts(constraint: Constraint, here: set[str]) -> bool:
    """It puts one of these events before or behind something."""
    return isinstance(constraint, Distance) and bool({constraint.earlier.subject, constraint.later.subject} & here)
