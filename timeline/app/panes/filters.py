"""What the page shows of filters: the pills above the drawing, and the panel in which they are chosen. Plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dash import html

from timeline.app import ids
from timeline.app.panes.parts import Component, does, named
from timeline.app.sentences import DATES_FROM, count
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.period import Period
from timeline.chrono.words import describe
from timeline.scene.facts import CLOSED, DIMENSIONS, NONE, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.app.state import PageView
    from timeline.scene.facets import Facets

MOST_VALUES: Final = 500
"""So many names of a dimension travel to the page, at most: those with the most events."""
_SHORT: Final[Mapping[str, str]] = {"certainty": "Dated", "source": "Rests on", "kind": "Lasts", "standing": "Marked"}
"""Titles of dimensions on a pill, where they are not as on the panel."""


def filters_panel() -> Component:
    """The panel, empty: assets/filters.js draws it from `data` while it is open."""
    return html.Section(
        html.Div(id=ids.FILTERS, className="filters", tabIndex=-1),
        id=ids.FILTERS_CARD,
        className="card filters-card",
        hidden=True,
        **named("Filters"),
    )


def filter_button() -> Component:
    """Opens the panel, and says how much is chosen in it."""
    return html.Button(
        ["Filter", html.Span(className="badge", hidden=True)],
        id=ids.FILTER_BUTTON,
        type="button",
        className="filter-button",
        **{**does("finding", "open"), "aria-expanded": "false", "aria-controls": ids.FILTERS_CARD},
    )


def data(found: Facets | None, everything: Facets | None, view: PageView, *, part: bool) -> dict[str, Any]:
    """
    The pills, and where it is open the panel.

    *found* is what the view leaves, where it does not leave all; *everything* what there is, where the panel is open.
    *part*: these are only the weightiest events of the days that are drawn, of more.
    """
    return {
        "pills": list(_pills(view)),
        "told": told(found, part=part) if found and view.narrowed else "",
        "panel": _panel(found, everything, view, part=part) if found and everything else None,
    }


def told(found: Facets, *, part: bool) -> str:
    """
    How many events are left.

    >>> from timeline.scene.facets import Facets, Filter
    >>> told(Facets((), Filter()), part=False)
    '0 of 0 events'
    """
    if part:
        return f"{len(found.left):,} of the {found.total:,} weightiest events in and around the window"
    return f"{len(found.left):,} of {count(found.total, 'event')}"


def _pills(view: PageView) -> Iterable[dict[str, Any]]:
    """Each part of what is asked for: its title and words, and the action that takes it back."""
    if view.search:
        yield _pill("Words", view.search, "find", "")
    for dimension, value in view.filters:
        title = _SHORT.get(dimension, DIMENSIONS[dimension])
        yield _pill(title, in_words(dimension, value), "filter", [dimension, value])
    if view.period:
        yield _pill("Period", period_words(Period.of(view.period)), "period", "")
    for lane in view.without:
        yield _pill("Without", lane or "All events", "lane", lane)
    if view.dates_from != "all":
        yield _pill("Dates from", DATES_FROM[view.dates_from], "dates", "all")
    if view.only_stated:
        yield _pill("Dates", "stated only", "stated", "")


def _pill(title: str, words: str, verb: str, arg: Any) -> dict[str, Any]:  # noqa: ANN401 - what the verb takes
    return {"title": title, "words": words, "verb": verb, "arg": arg}


def _panel(found: Facets, everything: Facets, view: PageView, *, part: bool) -> dict[str, Any]:
    groups = [_group(name, found, everything, view) for name in DIMENSIONS]
    return {
        "says": told(found, part=part),
        "shown": f"Show {count(len(found.left), 'event')}",
        "part": part,
        "groups": [one for one in groups if one is not None],
        "period": _periods(found, view) if everything.periods or view.period else None,
    }


def _group(name: str, found: Facets, everything: Facets, view: PageView) -> dict[str, Any] | None:
    """
    A dimension with its values as ``[value, words, count, chosen]``; None where there is nothing to choose.

    Names stand by their counts, what has no name last; other values in the order of their meaning.
    """
    every, counts = everything.counts.get(name, {}), found.counts.get(name, {})
    chosen = {value for dimension, value in view.filters if dimension == name}
    if len(every) < 2 and not chosen:
        return None
    if name in CLOSED:
        values = [value for value in WORDS[name] if value in every or value in chosen]
    else:
        values = sorted({*counts, *chosen}, key=lambda value: (value == NONE, -counts.get(value, 0), value))
    kept = [value for at, value in enumerate(values) if at < MOST_VALUES or value in chosen]
    return {
        "name": name,
        "title": DIMENSIONS[name],
        "values": [[value, in_words(name, value), counts.get(value, 0), value in chosen] for value in kept],
        "more": len(values) - len(kept),
    }


def _periods(found: Facets, view: PageView) -> dict[str, Any]:
    choices = [[str(one), period_words(one), number, str(one) == view.period] for one, number in found.periods]
    return {"written": view.period, "values": choices}


def in_words(dimension: str, value: str) -> str:
    """A value as people read it."""
    return WORDS.get(dimension, {}).get(value, value)


def period_words(period: Period) -> str:
    """
    A period as people read it.

    >>> [period_words(Period.of(text)) for text in ("2024", "2024-03..2025-06", "..2024", "1980..1989")]
    ['2024', 'March 2024 to June 2025', 'until 2024', '1980 to 1989']
    """
    written = str(period)
    if ".." not in written:
        return _side(written)
    first, last = written.split("..")
    if not first:
        return f"until {_side(last)}"
    return f"{_side(first)} to {_side(last)}" if last else f"from {_side(first)} on"


def _side(written: str) -> str:
    side = Period.of(written)
    return describe(Bounds.within(Range(start_of(side.first or 0), last_of(side.last or 0))), "day")
