"""
What the page shows: a frozen value that travels to the browser and back, and as a readable query in the address.

Everything here can be lost without losing work: the work is in the chronicle.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode

from timeline.chrono.calendar import FIRST_YEAR, LAST_YEAR, MINUTES_PER_DAY, day_number
from timeline.chrono.iso import iso_day, iso_earliest, parse_earliest
from timeline.chrono.period import Period
from timeline.scene.facts import CLOSED, DIMENSIONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANES_BY: Final = ("actor", "place", "article", "status")
DATES_FROM: Final = ("all", "landmarks", "publication", "text")
TABS: Final = ("article", "events", "order")
EVENTS: Final = ("main", "all")

WIDTHS: Final = (240, 6000)
"""Narrowest and widest drawing that is laid out, in px."""
HEIGHTS: Final = (280, 4000)
"""Lowest and highest room a drawing is fitted into, in px."""
MOST_WRITTEN: Final = 5000
"""Longest text of a field of a form, in characters."""
_LONGEST_NAME: Final = 500
"""Longest actor, place or title of an article that is filtered by, in characters."""
MOST_CHOSEN: Final = 100
"""So many values are filtered by, at most."""
_DAYS: Final = (float(day_number(FIRST_YEAR)), float(day_number(LAST_YEAR, 12, 31)))
"""The first and the last day an axis can show."""
_FROM_PUBLICATION = re.compile(r"p([+-]\d{1,7}(?:\.\d{1,4})?)")
_PLUS = re.compile(r"\b((?:from|to)=p)\+")
_TO_THE_MINUTE = 60.0
"""Days of a window below which its edges are told to the minute."""


class Count(NamedTuple):
    """A count of the drawing: the events of a lane between two days, but for those that have a label of their own."""

    lane: str
    first: float
    last: float
    labelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageView:
    """
    The state of one browser window.

    `window` is in days as the axis has them (days of `chrono`, or from publication where no year is known; then
    `relative` is set); None is everything. `without` are the lanes switched off, `top` those that the user has put
    before all others, `folded` those drawn as a strip of counts, `room` the height in px the drawing should keep to
    where it can. `base` is the window the drawing on the
    page was made for: moving about near it needs no other; `rows` are those that events had in the one before, in which
    they stay where they can. `counted` is the count that is open as a list. `editing` is
    the form that is open, `typed` and `problem` what was written into it and what is wrong with that. `left_open` are
    the articles whose publication day the user has chosen to leave open. `draft` is what was written into a form of
    several fields, by their names, `marked` the words an event is to be made of: article, first character, end.
    `joining` is the event that another is sought for, to be one with it; `history` how much of what was done is listed.
    `since` is the version that the open form was opened on.
    `filters` are the values that events are filtered by, each with its dimension (`scene.facts`), `period` the one they
    are to lie in, as `Period` writes it; `finding`: the panel with the filters is open.
    `events` is "main", "all", or empty for what
    the program was started with. `home` is the tab that opens by itself. `version` is the chronicle's state that this
    view was drawn from, `answered` the number of the last action it includes.
    """

    window: tuple[float, float] | None = None
    relative: bool = False
    lanes_by: str = "actor"
    without: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    dates_from: str = "all"
    only_stated: bool = False
    search: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    period: str = ""
    finding: bool = False
    events: str = ""
    selected: str | None = None
    tab: str = ""
    home: str = ""
    dark: bool = False
    width: int = 900
    room: int = 900
    base: tuple[float, float] | None = None
    rows: tuple[tuple[str, float], ...] = ()
    counted: Count | None = None
    editing: str | None = None
    typed: str = ""
    problem: str | None = None
    left_open: tuple[str, ...] = ()
    draft: tuple[tuple[str, str], ...] = ()
    marked: tuple[str, int, int] | None = None
    joining: str | None = None
    history: int = 0
    since: int = -1
    version: int = -1
    answered: int = 0

    def data(self) -> dict[str, Any]:
        """As plain data for the browser."""
        return asdict(self)

    @classmethod
    def of(cls, data: object) -> PageView:
        """The inverse of `data`; what has the wrong type or an unknown value falls back to its default."""
        if not isinstance(data, dict):
            return cls()
        plain = cls()
        given: dict[str, Any] = {
            name: _sound(name, data[name], getattr(plain, name)) for name in _NAMES if name in data
        }
        return replace(plain, **given)

    def drawn(self) -> tuple[Any, ...]:
        """What the drawing depends on, the window, the selection and the colours left aside."""
        seen = (self.events, self.dates_from, self.only_stated, self.lanes_by, *self.asked())
        return *seen, self.top, self.folded, self.width, self.room

    def asked(self) -> tuple[Any, ...]:
        """What leaves only some of the events; each part is empty where it leaves all."""
        return self.without, self.search, self.filters, self.period

    @property
    def narrowed(self) -> bool:
        """Only some of the events are asked for."""
        return any(self.asked())

    def cleared(self) -> PageView:
        """The view of all events."""
        return replace(self, without=(), search="", filters=(), period="")

    def query(self) -> str:
        """The address's query without "?": readable, and only what differs from the beginning."""
        rows: list[tuple[str, str]] = []
        edges: list[str] = []
        if self.window:
            short = self.window[1] - self.window[0] < _TO_THE_MINUTE
            marks = [_mark(edge, self.relative, short=short) for edge in self.window]
            edges = [f"from={marks[0]}", f"to={marks[1]}"]
        rows += [(key, value) for key, value, usual in self._words() if value != usual]
        rows += self.filters
        rows += [("without", lane) for lane in self.without]
        rows += [("top", lane) for lane in self.top]
        rows += [("fold", lane) for lane in self.folded]
        # a plus sign stands for a space but in "p+10"
        return "&".join([*edges, *([urlencode(rows, quote_via=quote, safe=" ,:()").replace(" ", "+")] if rows else [])])

    def _words(self) -> list[tuple[str, str, str]]:
        return [
            ("lanes", self.lanes_by, "actor"),
            ("dates", self.dates_from, "all"),
            ("stated", "only" if self.only_stated else "", ""),
            ("q", self.search, ""),
            ("period", self.period, ""),
            ("event", self.selected or "", ""),
            ("events", self.events, ""),
            ("tab", self.tab, self.home),
        ]

    @classmethod
    def from_query(cls, query: str) -> tuple[PageView, tuple[str, ...]]:
        """A view from an address's query, and the parts of the query that were ignored."""
        view, ignored = cls(), []
        edges: dict[str, tuple[float, bool]] = {}
        for key, value in parse_qsl(_PLUS.sub(r"\1%2B", query.lstrip("?"))):
            if key in ("from", "to"):
                edge = _edge(value)
                if edge is None:
                    ignored.append(f"{key}={value}")
                else:
                    edges[key] = edge
                continue
            changed = view._with(key, value)
            if changed is None:
                ignored.append(f"{key}={value}")
            else:
                view = changed
        if len(edges) == 2 and edges["from"][1] == edges["to"][1] and edges["from"][0] < edges["to"][0]:
            view = replace(view, window=(edges["from"][0], edges["to"][0]), relative=edges["from"][1])
        elif edges:
            ignored.append(" ".join(sorted(edges)))
        return view, tuple(ignored)

    def _with(self, key: str, value: str) -> PageView | None:
        """The view with one part of a query in it; None where the part says nothing."""
        if key in _ONE_OF:
            name, choices = _ONE_OF[key]
            return _changed(self, name, value) if value in choices else None
        if key in _SEVERAL:
            return _changed(self, _SEVERAL[key], (*getattr(self, _SEVERAL[key]), value[:200]))
        if key == "stated" and value == "only":
            return replace(self, only_stated=True)
        if key == "q":
            return replace(self, search=value[:200])
        if key == "period":
            return replace(self, period=period) if (period := period_of(value)) else None
        if key in DIMENSIONS and len(value) <= _LONGEST_NAME:
            found = filters_of([*self.filters, (key, value)])
            return replace(self, filters=found) if len(found) > len(self.filters) or (key, value) in found else None
        if key == "event":
            return replace(self, selected=value[:80])
        return None


def _changed(view: PageView, name: str, value: object) -> PageView:
    """The view with one field changed, by its name."""
    changes: dict[str, Any] = {name: value}
    return replace(view, **changes)


_NAMES = tuple(field.name for field in fields(PageView))
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "lanes_by": LANES_BY,
    "dates_from": DATES_FROM,
    "tab": TABS,
    "home": TABS,
    "events": EVENTS,
}
_ONE_OF = {
    "lanes": ("lanes_by", LANES_BY),
    "dates": ("dates_from", DATES_FROM),
    "tab": ("tab", TABS),
    "events": ("events", EVENTS),
}
_SEVERAL = {"without": "without", "top": "top", "fold": "folded"}
"""Fields by their names in the address: those with some choices, and those with any number of names."""
_SIZES = {"width": WIDTHS, "room": HEIGHTS}
_COUNTED = (-1, 2**53)
"""What is only counted: as far as a browser counts without a gap."""
_OPTIONAL = ("selected", "editing", "problem", "joining")


def _sound(name: str, value: object, usual: object) -> object:
    """The value where it has the field's type and range, else the usual one."""
    if name in _MADE:
        return _MADE[name](value)
    if value is None and name in _OPTIONAL:
        return None
    if name in _CHOICES:
        return value if value in _CHOICES[name] else usual
    if name in ("without", "top", "folded", "left_open"):
        return tuple(value) if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value) else usual
    if isinstance(usual, bool):
        return value if isinstance(value, bool) else usual
    if isinstance(usual, int):
        if not isinstance(value, int) or isinstance(value, bool):
            return usual
        least, most = _SIZES.get(name, _COUNTED)
        return min(max(value, least), most)
    return value if isinstance(value, str) else usual


def filters_of(value: object) -> tuple[tuple[str, str], ...]:
    """Dimensions with a value each, in one order however they were chosen; what is none such is left out."""
    pairs = value if isinstance(value, list | tuple) else ()
    found = {tuple(pair) for pair in pairs if isinstance(pair, list | tuple) and len(pair) == 2 and _is_value(*pair)}
    order = list(DIMENSIONS)
    return tuple(sorted(found, key=lambda pair: (order.index(pair[0]), pair[1])))[:MOST_CHOSEN]


def _is_value(dimension: object, value: object) -> bool:
    """Something that events can be filtered by: of a closed dimension one of its values, else any name."""
    if not isinstance(dimension, str) or dimension not in DIMENSIONS or not isinstance(value, str) or not value:
        return False
    return dimension not in CLOSED or value in WORDS[dimension]


def period_of(value: object) -> str:
    """A period as it is written; empty where the value is none."""
    try:
        return str(Period.of(value.strip())) if isinstance(value, str) else ""
    except ValueError:
        return ""


def window_of(value: object) -> tuple[float, float] | None:
    """Two finite days in order, kept within the calendar; None where there are none such."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        return None
    try:
        start, end = float(value[0]), float(value[1])
    except (TypeError, ValueError, OverflowError):
        return None
    if not (math.isfinite(start) and math.isfinite(end)):
        return None
    start, end = max(start, _DAYS[0]), min(end, _DAYS[1])
    return (start, end) if start < end else None


def count_of(value: object) -> Count | None:
    """A lane, two days in order, and events by their ids; None where the value is none such."""
    if not isinstance(value, list | tuple) or len(value) != 4 or not isinstance(value[0], str):
        return None
    days, labelled = window_of(value[1:3]), value[3]
    if days is None or not isinstance(labelled, list | tuple) or not all(isinstance(one, str) for one in labelled):
        return None
    return Count(value[0], *days, tuple(labelled))


def marked_of(value: object) -> tuple[str, int, int] | None:
    """An article by its id, and two of its characters in order; None where the value is none such."""
    if not isinstance(value, list | tuple) or len(value) != 3:
        return None
    article, start, end = value
    if not (isinstance(article, str) and isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        return None
    return article, start, end


def draft_of(value: object) -> tuple[tuple[str, str], ...]:
    """What was written into each field of a form; what is no text is left out."""
    pairs = list(value.items()) if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    found = [tuple(pair) for pair in pairs if isinstance(pair, list | tuple) and len(pair) == 2]
    return tuple((name, text[:MOST_WRITTEN]) for name, text in found if isinstance(name, str) and isinstance(text, str))


def rows_of(value: object) -> tuple[tuple[str, float], ...]:
    """Events by their ids, each with its row; none where the value is something else."""
    pairs = value if isinstance(value, list | tuple) else ()
    found = [tuple(pair) for pair in pairs if isinstance(pair, list | tuple) and len(pair) == 2]
    rows = [
        (event, float(row))
        for event, row in found
        if isinstance(event, str) and isinstance(row, int | float) and abs(row) <= HEIGHTS[1]
    ]
    return tuple(rows) if len(rows) == len(pairs) else ()


_MADE: Final[Mapping[str, Callable[[object], object]]] = {
    "window": window_of,
    "base": window_of,
    "counted": count_of,
    "rows": rows_of,
    "marked": marked_of,
    "draft": draft_of,
    "filters": filters_of,
    "period": period_of,
}
"""What makes a sound value of whatever comes, for fields that are more than a word or a number."""


def _mark(edge: float, relative: bool, *, short: bool) -> str:  # noqa: FBT001 - which axis the edge is on
    """An edge of the window as the address has it: a day, or where the window is short the minute."""
    if relative:
        return f"p{edge:+.4f}".rstrip("0").rstrip(".") if short else f"p{round(edge):+d}"
    return iso_earliest(round(edge * MINUTES_PER_DAY)) if short else iso_day(round(edge))


def _edge(text: str) -> tuple[float, bool] | None:
    found = _FROM_PUBLICATION.fullmatch(text)
    if found:
        return float(found[1]), True
    try:
        return parse_earliest(text) / MINUTES_PER_DAY, False
    except ValueError:
        return None
