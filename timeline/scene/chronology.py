"""The order in which a list tells events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.scene.same import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """
    By time as far as it is known, then as the text has them.

    An event with an open beginning stands at its latest day, by which it has certainly come; what is dated only from
    publication comes after what has a date, and what has no date at all comes last.
    """
    shown = [event for event in events if not event.hidden]
    times = _TIMES.of(shown)
    return tuple(shown[place] for place in sorted(range(len(shown)), key=times.__getitem__))


def _time(event: Event) -> tuple[int, float, float, str, int]:
    if event.bounds.open and event.offset is not None:
        rank, begin, end = 1, event.offset.begin, event.offset.end
        edges = [None if day is None else day * MINUTES_PER_DAY for day in (*begin, *reversed(end))]
    else:
        rank, window = 0, event.bounds
        edges = [window.begin.earliest, window.begin.latest, window.end.latest, window.end.earliest]
    known = [float(edge) for edge in edges if edge is not None]
    if not known:
        return 2, 0.0, 0.0, event.article, event.span.start
    # "by 5 November" comes before what happened on that day
    first = known[0] if edges[0] is not None else known[0] - MINUTES_PER_DAY
    return rank, first, known[-1], event.article, event.span.start


_TIMES: Final[Kept[Event, tuple[int, float, float, str, int]]] = Kept(_time)
"""An edit leaves nearly all events as they are."""
