"""
The days a drawing opens with: those of its main cluster, where all its days would squeeze that into a line.

An article with one event in 1812 and thirty in August 2025 opens with August 2025.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from timeline.errors import ExportError
from timeline.scene.breaks import breaks_of
from timeline.scene.counting import cell_for
from timeline.scene.extent import extent_of, published_extent
from timeline.scene.source import Asked, Held
from timeline.scene.window import widened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.scene.source import Source

_MOST_OF_ALL = 0.8
"""The share of the events that a main cluster has, at least."""
_NARROW = 1 / 20
"""A cluster that takes less of the width than this cannot be read."""
_FEWEST = 4
_GROWN = 2.5
"""With its neighbours a cluster is at most so many times as long as without."""
_PUBLISHED = 3.0
"""With the days of publication a window is at most so many times as long as without, or as two weeks."""
_CELLS, _FINEST = 4096, 2.0**-9


def opening(source: Source, *, whole: bool = False) -> tuple[float, float] | None:
    """
    The first and the last day of what is drawn when nobody says, of everything where *whole*; None where nothing is.

    Days of publication are shown too, unless they lie so far away that the events would be squeezed.
    """
    known = source.reach()
    events = _of_events(source, known) if known else None
    if known is None or events is None or whole:
        return known
    cluster = _cluster(source, events)
    first, last = cluster or events
    length = max(last - first, 14.0)
    left_out = False
    for day in sorted(_published(source), key=lambda day: (max(events[0] - day, day - events[1]), day)):
        wider = min(first, day), max(last, day)
        if wider[1] - wider[0] <= _PUBLISHED * length:
            first, last = wider
        else:
            left_out = True
    return widened(first, last, clock=last - first < 1) if cluster or left_out else known


def broken(source: Source, room: float) -> Held:
    """
    The source with the long empty stretches cut out of its axis, which is about *room* pixels wide.

    Raises:
        ExportError: its events are not in memory, or have no years.
    """
    if not isinstance(source, Held) or source.offset:
        why = "its days are counted from publication" if source.offset else "it is too large for memory"
        raise ExportError(f"the axis of this timeline cannot be broken: {why}")
    known = [one for event in source.timeline.events if not event.hidden and (one := extent_of(event, offset=False))]
    # of a dot the whole day is known, but what is drawn is its middle
    drawn = [(one.point,) if one.point is not None else one.finite for one in known]
    days = [(*ends, *one.usual) for ends, one in zip(drawn, known, strict=True)]
    published = _published(source)
    bands = [(min(ends), max(ends)) for ends in days]
    return Held(source.timeline, breaks_of([*chain(*days), *published], map(max, days), room, bands))


def _of_events(source: Source, known: tuple[float, float]) -> tuple[float, float] | None:
    """The first and the last day known of an event: of all that lie after a day before everything, the nearest."""
    after = source.window(Asked(known[0] - 1, known[0] - 1, "none", 1, 0)).after
    before = source.window(Asked(known[1] + 1, known[1] + 1, "none", 1, 0)).before
    return (after.near, before.near) if after and before else None


def _published(source: Source) -> list[float]:
    if source.offset:
        return [0.5]
    return [day for one in source.articles for day in published_extent(one.published) if day is not None]


def _cluster(source: Source, events: tuple[float, float]) -> tuple[float, float] | None:
    """The main cluster with its neighbours; None where there is none, or all of it can be read as it is."""
    first, last = events
    cell = cell_for(max((last - first) / _CELLS, _FINEST))
    cells = _cells(source, first, last, cell)
    core = densest(cells, source.total)
    if core is None or core[1] - core[0] + cell > (last - first) * _NARROW:
        return None
    while cell > _FINEST and core[1] - core[0] < 64 * cell:
        cell /= 4
        core = densest(_cells(source, core[0], core[1] + 4 * cell, cell), source.total) or core
    length = core[1] - core[0]
    if not length:  # all at one moment: no window shows more of them
        return None
    grown = neighboured(core, [day for day, _ in _cells(source, core[0] - length, core[1] + length, cell)])
    # a cell tells only roughly where its events begin; what goes on a little longer is shown to its end
    after = source.window(Asked(grown[0] - cell, grown[0] - cell, "none", 1, 0)).after
    end = grown[1] + cell + length / 4
    before = source.window(Asked(end, end, "none", 1, 0)).before
    return (
        min(after.near, grown[1]) if after else grown[0],
        max(before.near, grown[1]) if before else grown[1] + cell,
    )


def _cells(source: Source, first: float, last: float, cell: float) -> list[tuple[float, int]]:
    (lane,) = source.window(Asked(first, last, "none", 1, 0, cell)).lanes
    return list(lane.cells)


def densest(cells: Sequence[tuple[float, int]], total: int) -> tuple[float, float] | None:
    """
    From the first to the last cell of the shortest stretch with most of all *total* events.

    None where they are so few that any window shows them all.
    """
    need = max(-int(-total * _MOST_OF_ALL // 1), _FEWEST)
    best: tuple[float, float] | None = None
    inside, start = 0, 0
    for day, count in cells:
        inside += count
        while inside - cells[start][1] >= need:
            inside -= cells[start][1]
            start += 1
        if inside >= need and (best is None or day - cells[start][0] < best[1] - best[0]):
            best = cells[start][0], day
    return best


def neighboured(core: tuple[float, float], days: Sequence[float]) -> tuple[float, float]:
    """The core with the nearest of these days around it, as long as it is not too small within them."""
    first, last = core
    most = _GROWN * (last - first)
    for day in sorted(days, key=lambda day: (max(core[0] - day, day - core[1]), day)):
        wider = min(first, day), max(last, day)
        if wider[1] - wider[0] > most:
            break
        first, last = wider
    return first, last
