"""
A drawing before its window is known: everything at its height, what moves with time as days and pixels from them.

All numbers are rounded as they travel to the page (pixels to hundredths, days to millionths), so that the page and
`evaluate` reckon with the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.scene.breaks import WHOLE, Breaks
from timeline.scene.names import ENGLISH, Names
from timeline.scene.plandata import written

if TYPE_CHECKING:
    from timeline.scene.geometry import Bracket, Glyph, Line, Scene
    from timeline.scene.source import Beside


class Mark(NamedTuple):
    """
    A glyph: from `before` pixels left of `first` to `after` pixels right of `last`, `half` above and below `y`.

    On `open` of these pixels before and after it fades out. `wide` where a label may stand inside it, clear of the days
    of its `rings`, and `solid` where that is dark; `halo` is how much wider it is drawn where it is selected; `at` is
    the day it is counted at, `row` its row within the lane, `glyph` all of what it looks like (its box is that of the
    zoom it was laid out for).
    """

    lane: int
    y: float
    half: float
    first: float
    last: float
    at: float
    before: float
    after: float
    open: tuple[float, float]
    wide: bool
    solid: bool
    rings: tuple[float, ...]
    halo: float
    row: float
    glyph: Glyph

    @property
    def event(self) -> str:
        """The id of the event."""
        return self.glyph.event


class Option(NamedTuple):
    """One form and side of a label, and its size in pixels."""

    side: str
    lines: tuple[Line, ...]
    wide: float
    tall: float


class Words(NamedTuple):
    """
    The label of the mark with this number, in its forms, best first.

    Where `fixed`, the first of them has a place that is free at every zoom of the plan.
    """

    mark: int
    fixed: bool
    options: tuple[Option, ...]


class Wall(NamedTuple):
    """No label may stand from `left` to `right` pixels right of a day, in the lanes from the first to the last."""

    lanes: tuple[int, int]
    day: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Cell:
    """
    So many events of a lane are counted in the cell that begins on a day.

    `marks` are the numbers of those drawn; `rest` is how many of the others may lie in the window.
    """

    lane: int
    first: float
    count: int
    marks: tuple[int, ...]
    rest: int


class Member(NamedTuple):
    """An event of a lane, drawn or not, and the days it reaches."""

    event: str
    first: float
    last: float


class Band(NamedTuple):
    """
    How a lane is divided: its labels stand between `top` (below its title, where that stands in the lane) and `floor`.

    `counts` are heights at which counts may stand. A `folded` lane has neither.
    """

    top: float
    floor: float
    bottom: float
    counts: tuple[float, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """
    A drawing laid out once for all windows whose zoom, in pixels a day, lies from `zooms[0]` up to `zooms[1]` (None:
    however near) and that lie within `region` (None: everywhere).

    `page` is the drawing without what moves; `window` are the days that were asked for, `fit` those that show
    everything. `words` are in order of claim; `size` is that of labels, `cell` the width of `cells` in days.
    `before` and `after` tell of the events beside the region, `members` are those of each lane within it. With `breaks`
    all days are units of the broken axis; `names` are those of months and eras on it.
    """

    page: Scene
    fit: tuple[float, float]
    window: tuple[float, float]
    zooms: tuple[float, float | None]
    region: tuple[float, float] | None
    size: float
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]
    walls: tuple[Wall, ...]
    brackets: tuple[Bracket, ...]
    published: tuple[tuple[float | None, float | None, str], ...]
    cell: float
    cells: tuple[Cell, ...]
    before: Beside | None
    after: Beside | None
    members: tuple[tuple[Member, ...], ...]
    breaks: Breaks = WHOLE
    names: Names = ENGLISH

    @property
    def days(self) -> list[float]:
        """The days of publication that are known."""
        return [one[0] for one in self.published if one[0] is not None and one[0] == one[1]]

    def data(self) -> dict[str, Any]:
        """The plan as the page takes it, see `plandata.written`."""
        return written(self)
