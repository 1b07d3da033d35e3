"""
One HTML file that holds a whole timeline: it moves, searches and answers without a server or a network.

It draws the layouts of `plans` by the scripts of the page itself, and glyphs by a small one of its own. Its security
policy allows its own script and style alone, by their hashes, and no address at all.
"""

from __future__ import annotations

import json
import re
import string
from base64 import b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from string import Template
from typing import TYPE_CHECKING, Any, Final

from timeline._files import asset
from timeline.draw.fonts import rules_of
from timeline.draw.markup import escape
from timeline.draw.theme import DARK, LIGHT
from timeline.draw.variables import rules
from timeline.offline import plans
from timeline.offline.events import filters, said
from timeline.offline.packed import pack
from timeline.scene.extent import extent_of
from timeline.scene.plan import held
from timeline.scene.scene import lay_out
from timeline.scene.source import by_rank
from timeline.scene.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.timeline import Timeline

MOST: Final = 1_000
"""Events of a page, at most: the weightiest."""
SHARED: Final = (
    *("elements", "parts", "calendar", "ticks", "words", "spoken", "sought", "evaluate", "beyond", "aim", "frame"),
    *("lanes", "published", "overlay", "hover", "counted"),
)
"""Scripts of the app's page that come first; those of `LAST` need what stands between."""
OWN: Final = ("packed", "marks", "narrowed", "chart")
LAST: Final = ("overview", "gestures")
TOP: Final = ("facets", "panel", "list", "page")
FRAMED_HEIGHT: Final = 760
"""Pixels that a frame gives the page: drawing, strip and the beginning of the panel."""
_COMMENT: Final = re.compile(
    r"^[ ]*/\*.*?\*/[ ]*$|^[ ]*//[^\n]*$|(?<=[;,{(\[])[ ]+// [^\n]*$", re.MULTILINE | re.DOTALL
)
"""A comment that has its lines to itself, or stands behind a statement."""
_INDENT: Final = re.compile(r"^\s+", re.MULTILINE)
_HEADINGS: Final = string.ascii_letters + string.digits + " ,.:–-"
"""What headings, dates and numbers are written with."""
_NONE: Final[Mapping[str, int]] = {}
_DARK: Final = '[data-theme="dark"]'
_NEEDS_ESCAPING: Final = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class Page:
    """The file, and a sentence on what of the timeline it does not hold; empty where it holds all."""

    html: str
    note: str = ""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.html.encode("utf-8", "replace")


def page(
    timeline: Timeline,
    view: View,
    window: tuple[float, float] | None = None,
    total: int | None = None,
    colours: Mapping[str, int] = _NONE,
) -> Page:
    """
    The page of a timeline.

    Of *view* what lanes stand for and how they are ordered is read; *window* are the days it opens with, those of a
    picture where it is None. *total* is how many events there are, where the timeline is only a part of them;
    *colours* are those that lanes have elsewhere, by their names.
    """
    shown, note = _weightiest(timeline, total)
    offset = held(shown).offset
    forms = plans.forms(shown, view, clock=_clock(shown, offset=offset))
    if not all(form.complete for form in forms):
        more = "from afar its drawing has the weightiest events and tells the others by their number"
        note = f"{note}; {more}" if note else f"the page lists all events; {more}"
    events = said(shown, view.lanes_by, offset=offset)
    numbers = {event["id"]: number for number, event in enumerate(events)}
    data = {
        "title": title_of(shown),
        "counts": _counts(shown),
        "note": note[:1].upper() + note[1:] + "." if note else "",
        "opens": list(window or _opening(shown, view)),
        "facets": filters(),
        "events": events,
        **plans.shared(forms[0]),
        "forms": [plans.data(form, numbers, colours) for form in forms],
    }
    return Page(_html(data), note)


def title_of(timeline: Timeline) -> str:
    """The timeline's title, else that of its only article."""
    titles = [article.title or article.source for article in timeline.articles]
    return timeline.title or (titles[0] if len(titles) == 1 and titles[0] else "Timeline")


def snippet(name: str, title: str) -> str:
    """The element that shows the page within another one."""
    attributes = f'src="{escape(name)}" title="{escape(title)}" width="100%" height="{FRAMED_HEIGHT}"'
    return f'<iframe {attributes} loading="lazy" sandbox="allow-scripts"></iframe>'


def _weightiest(timeline: Timeline, total: int | None) -> tuple[Timeline, str]:
    visible = sorted((event for event in timeline.events if not event.hidden), key=by_rank)
    kept = {event.id for event in visible[:MOST]}
    total = total or len(visible)
    note = f"the page holds the {len(kept):,} weightiest of {total:,} events" if len(kept) < total else ""
    return replace(timeline, events=tuple(event for event in timeline.events if event.id in kept)), note


def _clock(timeline: Timeline, *, offset: bool) -> bool:
    """Some event is known to a part of a day."""
    extents = (extent_of(event, offset=offset) for event in timeline.events)
    return any(day % 1 for extent in extents if extent is not None for day in extent.finite)


def _counts(timeline: Timeline) -> str:
    numbers = ((len(timeline.articles), "article"), (sum(not event.hidden for event in timeline.events), "event"))
    return " · ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in numbers if number)


def _opening(timeline: Timeline, view: View) -> tuple[float, float]:
    scene = lay_out(timeline, View(width=plans.WIDTHS[-1], lanes_by=view.lanes_by))
    return scene.first, scene.last


def _html(data: dict[str, Any]) -> str:
    packed = json.dumps(pack(data), ensure_ascii=False, separators=(",", ":"))
    script = "".join(_read(f"{name}.js") for name in SHARED)
    script += "".join(_read(f"offline/{name}.js") for name in OWN)
    script += "".join(_read(f"{name}.js") for name in LAST)
    script += "".join(_read(f"offline/{name}.js") for name in TOP)
    frame = Template(_read("offline/page.html"))
    style = _fonts(data, packed + frame.template) + _palette() + _read("drawing.css") + _read("offline/page.css")
    return frame.substitute(
        title=escape(data["title"]),
        policy=_policy(script, style),
        style=style,
        script=script,
        data=packed.translate(_NEEDS_ESCAPING),
    )


def _read(name: str) -> str:
    """A file of the assets; of scripts and styles what is run, without comments and indents."""
    text = asset(*name.split("/")).read_text(encoding="utf-8")
    return text if name.endswith(".html") else _INDENT.sub("", _COMMENT.sub("", text))


def _policy(script: str, style: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _palette() -> str:
    return "\n".join([*rules(LIGHT), *rules(DARK, _DARK), ""])


def _fonts(data: dict[str, Any], every: str) -> str:
    """The shipped font with the characters of *every* text of the page: the drawing is measured with it."""
    usual = {text for form in data["forms"] for text in _usual(form["plans"])}
    bold = [event["title"] for event in data["events"]] + [data["title"], _HEADINGS]
    return rules_of(_codes([every]), _codes(bold), _codes(usual))


def _usual(node: Any) -> Iterable[str]:  # noqa: ANN401 - plain data
    """What is written in italics."""
    if isinstance(node, list) and len(node) == 2 and node[1] == "usual" and isinstance(node[0], str):
        yield node[0]
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _usual(child)


def _codes(texts: Iterable[str]) -> frozenset[int]:
    return frozenset(map(ord, set("".join(texts))))
