"""From a view to the page: which parts changed, and what they show now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dash import no_update

from timeline.app import drawing
from timeline.app.fits import places
from timeline.app.panes.article import article_pane
from timeline.app.panes.counted import counted
from timeline.app.panes.detail import Shown, detail
from timeline.app.panes.fits import fits
from timeline.app.panes.header import header
from timeline.app.panes.order import order_drawing, order_list, order_says
from timeline.app.panes.question import questions
from timeline.app.panes.table import events_table, hidden_events
from timeline.app.panes.tools import chips, choices
from timeline.app.sentences import what_would_change
from timeline.draw.plotly import marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.app.desk import Desk
    from timeline.app.state import PageView
    from timeline.model.event import Event
    from timeline.reasoning.partial import Order


_LISTS: Final = ("article", "events", "detail", "live")
"""The parts that show events one by one: of an index only those of the days that are drawn."""


def parts(desk: Desk, view: PageView, before: PageView | None) -> dict[str, Any]:
    """Each part of the page by name: its content, or `no_update` where the view shows the same as *before*."""
    if before is None:
        return {name: make(desk, view) for name, (_, make) in PARTS.items()}
    anew = set(_LISTS) if desk.looked_at(before) != desk.looked_at(view) else set()
    if desk.tabled(before) != desk.tabled(view):
        anew.add("events")
    return {
        name: make(desk, view) if name in anew or depends(before) != depends(view) else no_update
        for name, (depends, make) in PARTS.items()
    }


def _dates(view: PageView) -> tuple[Any, ...]:
    return view.version, view.events, view.dates_from, view.only_stated


def _drawn(view: PageView) -> tuple[Any, ...]:
    return view.version, *view.drawn()


def _make_figure(desk: Desk, view: PageView) -> dict[str, Any]:
    plan, theme = desk.drawn(view), "dark" if view.dark else "light"
    page, glyphs = plan.page, [mark.glyph for mark in plan.marks if not plan.bands[mark.lane].folded]
    return {
        "plan": plan.data(),
        "marks": marks(glyphs, page.plot, (page.width, page.height), view.window or plan.fit, theme),
        "window": view.window,
        "answered": view.answered,
    }


def _make_strip(desk: Desk, view: PageView) -> dict[str, Any]:
    return desk.strip(view)


def _make_counted(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    return counted(desk.counted(view), view.counted.lane if view.counted else "")


def _make_header(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    which = desk.which(view) if desk.has_minor else ""
    return header(desk.seen(view), desk.total(view), which, dark=view.dark, can_undo=desk.chronicle.can_undo)


def _make_question(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    return questions(desk.chronicle.timeline, desk.seen(view, dates_from="text", only_stated=False), view)


def _make_article(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    seen = desk.seen(view)
    visible = drawing.in_order(seen.events)
    times = {one.id: desk.times(one) for one in seen.articles}
    return article_pane(seen.articles, visible, _colours(desk, view), times, places(desk.misfits(view)))


def _colours(desk: Desk, view: PageView) -> dict[str, int]:
    """The colour number of each event's lane."""
    return {event: lane.colour for event, lane in drawing.lane_of(desk.lanes(view)).items()}


def _make_events(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    if not desk.tabled(view):
        return []
    seen = desk.seen(view)
    hidden = [event for event in seen.events if event.hidden]
    return [events_table(desk.listed(view), seen, drawing.lane_of(desk.lanes(view))), *hidden_events(hidden)]


def _ordered(view: PageView) -> tuple[Any, ...]:
    """What the order depends on: it is drawn only where it is seen, since its cost grows with the square."""
    return view.tab == "order", *_dates(view), view.lanes_by, view.without, view.search


def _in_sight(
    make: Callable[[Order, tuple[Event, ...], dict[str, int]], Any],
) -> Callable[[Desk, PageView], Any]:
    def made(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components or markup
        if view.tab != "order":
            return no_update
        return make(desk.order(view), desk.shown(view), _colours(desk, view))

    return made


def _make_detail(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    return detail(shown(desk, view), desk.seen(view), view)


def shown(desk: Desk, view: PageView) -> Shown | None:
    """The selected event with its place among those shown, and what would change its date."""
    events = desk.shown(view)
    chosen = next((event for event in desk.seen(view).events if event.id == view.selected), None)
    if chosen is None:
        return None
    number = next((at for at, event in enumerate(events, 1) if event.id == chosen.id), 0)
    change = (
        what_would_change(chosen, desk.seen(view), _others(desk, view)) if _all_sources(view) and desk.derives else ()
    )
    return Shown(chosen, number, len(events), drawing.lane_of(desk.lanes(view)).get(chosen.id), change)


def _all_sources(view: PageView) -> bool:
    return view.dates_from == "all" and not view.only_stated


def _others(desk: Desk, view: PageView) -> dict[str, str]:
    """The selected event's date in words as it would be if something were otherwise."""
    timelines = {
        "publication": desk.seen(view, dates_from="publication"),
        "landmarks": desk.seen(view, dates_from="landmarks"),
        "stated": desk.seen(view, only_stated=True),
        "day": desk.some_day(),
    }
    return {
        name: next((event.when for event in timeline.events if event.id == view.selected), "")
        for name, timeline in timelines.items()
    }


def said(desk: Desk, view: PageView) -> str:
    """The sentence the live region says about the selected event."""
    found = shown(desk, view)
    if found is None:
        return "No event is selected."
    place = f"Event {found.number} of {found.total}: " if found.number else ""
    return f"{place}{found.event.title}, {found.event.when or 'date unknown'}."


PARTS: dict[str, tuple[Callable[[PageView], Any], Callable[[Desk, PageView], Any]]] = {
    "figure": (lambda view: (*_drawn(view), view.base, view.dark), _make_figure),
    "strip": (_drawn, _make_strip),
    "counted": (lambda view: (*_drawn(view), view.counted), _make_counted),
    "header": (lambda view: (*_dates(view), view.dark), _make_header),
    "question": (
        lambda view: (view.version, view.left_open, view.editing, view.typed, view.problem),
        _make_question,
    ),
    "chips": (
        lambda view: (*_dates(view), view.lanes_by, view.without),
        lambda desk, view: chips(desk.lanes(view), view),
    ),
    "choices": (
        lambda view: (view.lanes_by, view.dates_from, view.only_stated),
        lambda _desk, view: choices(view),
    ),
    "article": (lambda view: (*_dates(view), view.lanes_by), _make_article),
    "events": (lambda view: (*_dates(view), view.lanes_by, view.without, view.search), _make_events),
    "detail": (
        lambda view: (*_drawn(view)[:-3], view.selected, view.editing, view.typed, view.problem),
        _make_detail,
    ),
    "fits": (
        lambda view: (view.version, view.dates_from, view.only_stated),
        lambda desk, view: fits(desk.misfits(view), desk.notes()),
    ),
    "order": (_ordered, _in_sight(order_drawing)),
    "order says": (_ordered, _in_sight(lambda order, shown, _colours: order_says(order, shown))),
    "order list": (_ordered, _in_sight(order_list)),
    "live": (lambda view: (*_dates(view), view.selected), said),
}
