"""Chronicles drawn and written: the verbs that need a room for drawing or for formats."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.errors import ExportError
from timeline.formats.losses import told
from timeline.formats.registry import FORMATS as KNOWN
from timeline.formats.registry import NAMES, format_named, format_of_suffix
from timeline.model.timeline import Timeline
from timeline.scene.scene import lay_out
from timeline.scene.view import View

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    import plotly.graph_objects as go

    from timeline.formats.registry import Format
    from timeline.library.index import Index
    from timeline.scene.geometry import Scene
    from timeline.workspace.looking import Looking
    from timeline.workspace.opened import Opened

SEEN = ("dates_from", "only_stated", "events")
STYLED = ("palette", "font", "scale", "pages", "source_line", "tell")
"""How a picture is made, as `draw.picture.Style` has it; `source_line` is whether there is one."""
DRAWN = ("svg", "png", "pdf")
FORMATS = tuple(one.name for one in KNOWN)


def scene(chronicle: Looking | Opened, view: dict[str, Any]) -> Scene:
    """The geometry of what is seen."""
    return lay_out(*_seen(chronicle, view))


def _seen(chronicle: Looking | Opened, view: dict[str, Any]) -> tuple[Timeline | Index, View]:
    """
    What is seen of a chronicle, and how.

    A `title` that is text is the drawing's own instead of the timeline's.
    """
    known = {field.name for field in fields(View)}
    unknown = set(view) - known - set(SEEN)
    if unknown:
        raise TypeError(f"a view has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(known | set(SEEN)))}")
    seen = chronicle.seen(**{name: value for name, value in view.items() if name in SEEN})
    drawn = {name: value for name, value in view.items() if name in known}
    if isinstance(drawn.get("title"), str):
        title = drawn["title"]
        seen = replace(seen, title=title) if isinstance(seen, Timeline) else seen.titled(title)
        drawn["title"] = bool(title)
    return seen, View(**drawn)


def figure(chronicle: Looking | Opened, theme: str, view: dict[str, Any]) -> go.Figure:
    """A Plotly figure that stands by itself."""
    from timeline.draw import plotly

    return plotly.figure(scene(chronicle, view), theme, dates=True)


def svg(chronicle: Looking | Opened, theme: str, view: dict[str, Any]) -> str:
    """The drawing as SVG."""
    from timeline.draw.svg import render

    return render(scene(chronicle, view), theme)


def rendered(chronicle: Looking | Opened, name: str, theme: str, view: dict[str, Any]) -> bytes:
    """
    A picture or data as the bytes of a file; *name* is one of `FORMATS`.

    *view* may have, beside what `scene` takes, what `STYLED` names.
    """
    view = dict(view)
    styled = {key: view.pop(key) for key in STYLED if key in view}
    if name == "zip":
        from timeline.workspace.archive import archive

        return archive(chronicle, theme, {**view, **styled})
    if name == "html":
        return _page(chronicle, view, styled.get("tell"))
    if name not in DRAWN:
        return _data(chronicle, NAMES[name], view, styled.get("tell"))
    from timeline.draw.picture import Style, picture, source_line

    seen, look = _seen(chronicle, view)
    source = source_line(seen) if styled.pop("source_line", True) else ""
    return picture(name, lambda shown: lay_out(seen, shown), look, Style(theme, source=source, **styled))


def _page(chronicle: Looking | Opened, view: dict[str, Any], tell: Callable[[str], None] | None) -> bytes:
    """The page that stands alone, of the events of the window; *tell* is called with what it does not hold."""
    from timeline.offline.page import MOST, page

    seen, look = _seen(chronicle, view)
    total = None
    if not isinstance(seen, Timeline):
        title = seen.title
        seen, total = chronicle.told(look.window or (None, None), MOST)  # type: ignore[union-attr]  # an index alone is no timeline
        seen = replace(seen, title=title)
    elif look.window:
        seen = within(seen, *look.window)
    made = page(seen, look, look.window, total)
    if tell is not None:
        form = NAMES["html"]
        for sentence in [*filter(None, [made.note]), *told(form.label, form.losses, seen)]:
            tell(sentence)
    return made.data


def _data(chronicle: Looking | Opened, form: Format, view: dict[str, Any], tell: Callable[[str], None] | None) -> bytes:
    """What is seen as data; *tell* is called with a sentence for each kind of thing the format cannot hold."""
    seen = chronicle.seen(**{key: value for key, value in view.items() if key in SEEN})
    if not isinstance(seen, Timeline):
        raise ExportError(f"an index is not written as {form.name}: export the timeline that it was made from")
    if view.get("window"):
        seen = within(seen, *view["window"])
    data = form.write(seen)
    if tell is not None:
        for sentence in told(form.label, form.losses, seen):
            tell(sentence)
    return data


def check_style(theme: str, styled: dict[str, Any]) -> None:
    """ExportError where the palette or font of a picture does not exist, or is none."""
    from timeline.draw import fallback
    from timeline.draw.picture import Style

    Style(theme, palette=styled.get("palette"), font=styled.get("font")).colours()
    fallback.find("", styled.get("font"))


def within(timeline: Timeline, first: float, last: float) -> Timeline:
    """The timeline with the events that may lie in a window of days, those of unknown date included."""
    shown = Range(round(first * MINUTES_PER_DAY), round(last * MINUTES_PER_DAY) - 1)
    kept = tuple(event for event in timeline.events if not (event.bounds.window & shown).empty)
    return replace(timeline, events=kept)


def export(
    chronicle: Looking | Opened, path: str | PathLike[str], theme: str, name: str | None, view: dict[str, Any]
) -> None:
    """Write what `rendered` gives, beside and renamed."""
    from timeline.formats import files

    files.write(path, rendered(chronicle, format_of(path, name), theme, view))


def format_of(path: str | PathLike[str], name: str | None = None) -> str:
    """The name of the format that a path's suffix or an explicit name asks for; ExportError where there is none."""
    found = format_named(name) if name else format_of_suffix(os.fspath(path))
    if found is None or found.name not in FORMATS:
        what = f"the format {name!r}" if name else f"the suffix of {Path(path).name!r}"
        raise ExportError(f"{what} is none that can be written: use one of {', '.join(FORMATS)}")
    return found.name
