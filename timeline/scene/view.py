"""What the user wants to see of a timeline, and how large."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.errors import ExportError
from timeline.scene.languages import names_of

LANES_BY = ("actor", "place", "article", "status", "kind", "none")
ORDERS = ("first", "weight")
SMALLEST, LARGEST = 200, 10_000


@dataclass(frozen=True, slots=True)
class View:
    """
    A look at a timeline.

    `width` and `height` are pixels (None: as high as the events need); `window` the days at the two edges (None: those
    of the main cluster, or all where `whole`); `broken` whether long stretches without events are cut out; `lanes_by`
    one of `LANES_BY`, `lanes` how many there are at most, `order` whether they come by their first event or by their
    weight, `top` the names of those that come before all others, `folded` of those that are drawn as a strip of counts;
    `selected` the id of an event; `locale` is the language of the axis. ExportError where one of them cannot be.
    """

    width: int = 1400
    height: int | None = None
    window: tuple[float, float] | None = None
    lanes_by: str = "actor"
    selected: str | None = None
    title: bool = True
    subtitle: bool = True
    legend: bool = True
    lanes: int = 8
    order: str = "first"
    top: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    whole: bool = False
    broken: bool = False
    locale: str = "en"

    def __post_init__(self) -> None:
        for name, size in (("width", self.width), ("height", self.height)):
            if size is not None and not SMALLEST <= size <= LARGEST:
                raise ExportError(f"a {name} of {size} pixels is not possible: choose {SMALLEST} to {LARGEST}")
        if self.window is not None and not self.window[0] < self.window[1]:
            raise ExportError("the window shown must end after it starts")
        if self.lanes < 1:
            raise ExportError(f"a drawing needs at least one lane, not {self.lanes}")
        if self.lanes_by not in LANES_BY:
            raise ExportError(f"lanes by {self.lanes_by!r} are not possible: choose one of {', '.join(LANES_BY)}")
        names_of(self.locale)
        if self.order not in ORDERS:
            raise ExportError(
                f"lanes in the order of {self.order!r} are not possible: choose one of {', '.join(ORDERS)}"
            )
