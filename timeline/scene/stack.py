"""The lanes one below the other: their edges, and the heights of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.scene.density import BETWEEN_LANES, DENSITIES, STRETCHED, Density, beneath, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.scene.arrange import Arrangement


class Lane(NamedTuple):
    """
    A lane at its place: its edges, the middle of its first row, the pixels from row to row.

    Its rows lie between `ceiling` and `floor`.
    """

    top: float
    bottom: float
    first: float
    pitch: float
    ceiling: float
    floor: float


def stacked(
    arrangement: Arrangement, folds: Sequence[bool], top: float, height: float | None, head: float
) -> list[Lane]:
    """
    The lanes one below the other from *top* on; of *height*, what is left over is shared between them.

    The title of each has *head* pixels above its rows.
    """
    density = arrangement.density
    talls = [
        folded(head) if fold else head + max(rows, 1) * density.pitch + 2 * density.pad + beneath(head) * counted
        for rows, fold, counted in zip(arrangement.rows, folds, arrangement.counted, strict=True)
    ]
    open_lanes = folds.count(False)
    spare = 0.0
    if height is not None and open_lanes:
        spare = max(height - sum(talls) - (len(talls) - 1) * BETWEEN_LANES, 0.0) / open_lanes
    found, y = [], top
    for count, fold, tall, counted in zip(arrangement.rows, folds, talls, arrangement.counted, strict=True):
        if fold:
            found.append(Lane(y, y + tall, y + (head + tall) / 2, density.pitch, y + head, y + tall))
        else:
            found.append(placed_rows(y, y + tall + spare, count, density, (head, beneath(head) * counted)))
        y = found[-1].bottom + BETWEEN_LANES
    return found


def placed_rows(top: float, bottom: float, count: int, density: Density, free: tuple[float, float]) -> Lane:
    """So many rows between two edges, *free* pixels above and below them; a little apart where there is room."""
    rows = max(count, 1)
    ceiling, floor = top + free[0], bottom - free[1]
    room = floor - ceiling
    pitch = min(max((room - 2 * density.pad) / rows, density.pitch), density.pitch * STRETCHED)
    first = ceiling + (room - rows * pitch) / 2 + pitch / 2
    return Lane(top, bottom, first, pitch, ceiling, floor)


def most_lanes(room: float, folds: int, head: float) -> int:
    """How many lanes of one row fit into so many pixels of height, when so many are folded."""
    density = DENSITIES[-1]
    low = head + density.pitch + 2 * density.pad
    return max(int((room + BETWEEN_LANES - folds * (folded(head) - low)) / (low + BETWEEN_LANES)), 1)
