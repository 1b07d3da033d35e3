"""What the export dialog asks for: read from the address of a file, each choice checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from timeline.app.state import PageView
from timeline.chrono.period import Period
from timeline.draw.picture import PICTURES
from timeline.draw.theme import THEMES
from timeline.errors import ExportError
from timeline.formats.registry import format_named, format_of_suffix
from timeline.scene.paper import MOST_PAGES, on_paper, size_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.formats.registry import Format

SHOWN: Final = ("seen", "all", "range")
"""What is exported: the days, lanes and events that are seen; everything; or other days than those seen."""
SCALES: Final = (0.5, 8.0)
PICTURE_WIDTH: Final = 1400
SHARP: Final = 2.0
"""Pixels of a PNG for each of the drawing's: the screens of today are so fine."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    A file that is asked for.

    `show` is one of `SHOWN`, or empty: as what is seen, but a table or list of all days. `period` are the days of a
    "range", `width` and `height` pixels of a picture (None: as high as the events need), `scale` pixels of a PNG for
    each of them, of which there are to be at most `most`, `pages` of a PDF, or "auto".
    """

    form: Format
    show: str = ""
    period: Period | None = None
    theme: str = "light"
    width: int = PICTURE_WIDTH
    height: int | None = None
    scale: float = SHARP
    pages: int | str = 1
    most: int | None = None

    @property
    def picture(self) -> bool:
        """It is drawn, not written."""
        return self.form.name in PICTURES

    def look(self, view: PageView) -> PageView:
        """What of the page's view is exported."""
        view = replace(view, width=self.width)
        if self.show == "all":
            every = PageView(lanes_by=view.lanes_by, top=view.top, events=view.events, width=view.width)
            return replace(every, dates_from=view.dates_from, only_stated=view.only_stated)
        if self.period is not None:
            return replace(view, window=_days(self.period), relative=False)
        return view if self.show or self.picture or self.form.name == "html" else replace(view, window=None)


def wanted(suffix: str, asked: Mapping[str, str], most: int | None = None) -> Wanted | None:
    """
    What a suffix and the rest of an address ask for; None where there is no such format.

    *most* is how many pixels a picture may have.

    Raises:
        ExportError: a choice that cannot be, with what can.
    """
    form = format_named(asked["format"]) if "format" in asked else format_of_suffix(f"x.{suffix}")
    if form is None or form.suffix != f".{suffix}":
        return None
    size = asked.get("size", "").strip()
    width, height = size_of(size) if size else (PICTURE_WIDTH, None)
    theme, show = asked.get("theme", "light"), asked.get("show", "")
    return Wanted(
        form,
        show=show if show in SHOWN else "",
        period=_period(asked.get("range", "")) if show == "range" else None,
        theme=theme if theme in THEMES else "light",
        width=width,
        height=height,
        scale=_scale(asked.get("scale", ""), paper=bool(size) and on_paper(size)),
        pages=_pages(asked.get("pages", "1")),
        most=most,
    )


def _scale(text: str, *, paper: bool) -> float:
    if not text:
        return 3.0 if paper else SHARP
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not SCALES[0] <= scale <= SCALES[1]:
        raise ExportError(f"{text[:20]!r} is no number of pixels for each of the drawing's: choose 1, 2 or 3")
    return scale


def _pages(text: str) -> int | str:
    if text == "auto":
        return text
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PAGES:
        raise ExportError(f"a PDF of {text[:20]!r} pages is not possible: choose 1 to {MOST_PAGES}, or auto")
    return int(text)


def _period(text: str) -> Period:
    try:
        found = Period.of(text)
    except ValueError as fault:
        raise ExportError(f"{text[:40]!r} is no range of days: write it as 2024-03..2025-06, or as a year") from fault
    if found.first is None or found.last is None:
        raise ExportError("a range needs its first and its last day: write a year, a month or a day for both")
    return found


def _days(period: Period) -> tuple[float, float]:
    """The edges of a window, the end of the last day included."""
    return float(period.first or 0), float((period.last or 0) + 1)
