"""Chronicles drawn and written: the verbs that need a room for drawing or for formats."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.errors import ExportError
from timeline.scene.paper import MOST_PAGES
from timeline.scene.scene import lay_out
from timeline.scene.view import View

if TYPE_CHECKING:
    from os import PathLike

    import plotly.graph_objects as go

    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene
    from timeline.workspace.looking import Looking

SEEN = ("dates_from", "only_stated", "events")
FORMATS = ("svg", "png", "pdf", "json", "csv")


def scene(chronicle: Looking, view: dict[str, Any]) -> Scene:
    """The geometry of what is seen."""
    seen = {name: value for name, value in view.items() if name in SEEN}
    known = {field.name for field in fields(View)}
    unknown = set(view) - known - set(SEEN)
    if unknown:
        raise TypeError(f"a view has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(known | set(SEEN)))}")
    drawn = {name: value for name, value in view.items() if name in known}
    return lay_out(chronicle.seen(**seen), View(**drawn))


def figure(chronicle: Looking, theme: str, view: dict[str, Any]) -> go.Figure:
    """A Plotly figure that stands by itself."""
    from timeline.draw import plotly

    return plotly.figure(scene(chronicle, view), theme, dates=True)


def svg(chronicle: Looking, theme: str, view: dict[str, Any], *, fonts: bool = False) -> str:
    """The drawing as SVG; *fonts* embeds the faces it uses, so that it looks the same anywhere."""
    from timeline.draw.svg import render

    return render(scene(chronicle, view), theme, fonts=fonts)


def rendered(chronicle: Looking, name: str, theme: str, view: dict[str, Any]) -> bytes:
    """
    A picture or data as the bytes of a file; *name* is one of `FORMATS`.

    *view* may have, beside what `scene` takes, the `scale` of a PNG and the `pages` of a PDF.
    """
    view = dict(view)
    scale, pages = view.pop("scale", 2), view.pop("pages", 1)
    if name in ("json", "csv"):
        from timeline.formats import csv, json

        seen = chronicle.seen(**{key: value for key, value in view.items() if key in SEEN})
        if view.get("window"):
            seen = within(seen, *view["window"])
        return (json.write(seen) if name == "json" else csv.write(seen)).encode("utf-8")
    if name == "svg":
        return svg(chronicle, theme, view, fonts=True).encode("utf-8")
    from timeline.draw import image

    if name == "png":
        return image.png(svg(chronicle, theme, view), scale)
    return image.pdf(*(svg(chronicle, theme, {**view, **page}) for page in _pages(chronicle, view, pages)))


def _pages(chronicle: Looking, view: dict[str, Any], pages: int | str) -> list[dict[str, Any]]:
    """
    What each page of a PDF shows: its share of the time, with the same lanes on all.

    "auto" takes as many pages as it needs for every event to have its label, at most `MOST_PAGES`.
    """
    if pages == "auto":
        ways = (_split(chronicle, view, count) for count in range(1, MOST_PAGES + 1))
        return next((way for way in ways if _complete(chronicle, view, way)), _split(chronicle, view, MOST_PAGES))
    if not isinstance(pages, int) or not 1 <= pages <= MOST_PAGES:
        raise ExportError(f"a PDF of {pages} pages is not possible: choose 1 to {MOST_PAGES}, or auto")
    return _split(chronicle, view, pages)


def _split(chronicle: Looking, view: dict[str, Any], pages: int) -> list[dict[str, Any]]:
    if pages == 1:
        return [{}]
    whole = scene(chronicle, view)
    if whole.offset:  # days from publication have no window
        return [{}]
    wide = (whole.last - whole.first) / pages
    return [
        {"window": (whole.first + number * wide, whole.first + (number + 1) * wide), "legend": number == pages - 1}
        for number in range(pages)
    ]


def _complete(chronicle: Looking, view: dict[str, Any], pages: list[dict[str, Any]]) -> bool:
    return not any(lane.more for page in pages for lane in scene(chronicle, {**view, **page}).lanes)


def within(timeline: Timeline, first: float, last: float) -> Timeline:
    """The timeline with the events that may lie in a window of days, those of unknown date included."""
    shown = Range(round(first * MINUTES_PER_DAY), round(last * MINUTES_PER_DAY) - 1)
    kept = tuple(event for event in timeline.events if not (event.bounds.window & shown).empty)
    return replace(timeline, events=kept)


def export(chronicle: Looking, path: str | PathLike[str], theme: str, name: str | None, view: dict[str, Any]) -> None:
    """Write what `rendered` gives, beside and renamed."""
    from timeline.formats import files

    files.write(path, rendered(chronicle, format_of(path, name), theme, view))


def format_of(path: str | PathLike[str], name: str | None = None) -> str:
    """The format a path's suffix or an explicit name asks for; ExportError where there is none such."""
    asked = (name or Path(path).suffix.removeprefix(".")).lower()
    if asked not in FORMATS:
        what = f"the format {name!r}" if name else f"the suffix of {Path(path).name!r}"
        raise ExportError(f"{what} is none that can be written: use one of {', '.join(FORMATS)}")
    return asked
