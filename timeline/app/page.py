"""From a view to the page: which parts changed, and what they show now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dash import no_update

from timeline.app import changes, drawing
from timeline.app.filters import telling
from timeline.app.fits import places
from timeline.app.fixed import nothing, sign, without_controls
from timeline.app.lanes_told import lanes_told
from timeline.app.panes.article import article_pane
from timeline.app.panes.counted import counted
from timeline.app.panes.detail import Shown, detail
from timeline.app.panes.filters import data as filters
from timeline.app.panes.filters import told
from timeline.app.panes.fits import fits
from timeline.app.panes.forms import event_form
from timeline.app.panes.header import header
from timeline.app.panes.history import history
from timeline.app.panes.order import order_drawing, order_list, order_says
from timeline.app.panes.question import questions
from timeline.app.panes.start import start
from timeline.app.panes.table import above, hidden_events, rows
from timeline.app.panes.tools import chips, choices
from timeline.app.resolved import resolved
from timeline.app.steps import Steps
from timeline.app.texts import in_part, texts
from timeline.draw.plotly import marks
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.app.desk import Desk
    from timeline.app.ordered import Ordered
    from timeline.app.state import PageView
    from timeline.model.event import Event


_ORDER: Final = ("order", "order says", "order list")
_TABLE: Final = ("events", "rows", "hidden")
_LISTS: Final = ("article", "filters", "chips", *_TABLE, "detail", "live")
"""The parts that show events one by one: of an index only those of the days that are drawn."""


def parts(desk: Desk, view: PageView, before: PageView | None, drawn: PageView | None = None) -> dict[str, Any]:
    """
    Each part of the page by name: its content, or `no_update` where the view shows the same as *before*.

    *drawn* is what the drawing shows where the page has had another window drawn since.
    """
    shown = _parts(desk, view, before, drawn)
    return shown if desk.editable else {name: without_controls(part) for name, part in shown.items()}


def _parts(desk: Desk, view: PageView, before: PageView | None, drawn: PageView | None) -> dict[str, Any]:
    if before is None:
        return {name: make(desk, view) for name, (_, make) in PARTS.items()}
    anew = set(_LISTS) if desk.looked_at(before) != desk.looked_at(view) else set()
    if before.tab != view.tab:
        anew.update(_TABLE)  # made only where it is seen
    if before.selected != view.selected and view.tab == "order" and desk.in_part(view):
        anew.update(_ORDER)
    if (
        before.selected != view.selected
        and in_part(desk.seen(view).articles)
        and _home(desk, before) != _home(desk, view)
    ):
        anew.add("article")
    shown = dict.fromkeys(PARTS, before) | {"figure": drawn or before}
    made = {
        name: make(desk, view) if name in anew or depends(shown[name]) != depends(view) else no_update
        for name, (depends, make) in PARTS.items()
    }
    words = lanes_told(desk, view, before)
    return made if words is None else {**made, "live": words}


def _dates(view: PageView) -> tuple[Any, ...]:
    return view.version, view.events, view.dates_from, view.only_stated


def _drawn(view: PageView) -> tuple[Any, ...]:
    return view.version, *view.drawn()


def figure(desk: Desk, view: PageView) -> dict[str, Any]:
    """The plan that the page draws from, and its marks as they are in the view's window."""
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
    head = header(
        desk.seen(view),
        desk.total(view),
        which,
        dark=view.dark,
        can_undo=desk.chronicle.can_undo,
        can_redo=desk.chronicle.can_redo,
        name=desk.name,
    )
    return head if desk.editable else [head[0], sign(), *head[1:]]


def _make_question(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    if not desk.editable:  # nobody is asked for a day that cannot be set
        view = replace(view, left_open=tuple(article.id for article in desk.chronicle.articles))
    return questions(desk.chronicle.timeline, desk.from_text, view)


def _make_article(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    seen, shown = desk.seen(view), desk.shown(view)
    left = {event.id for event in shown}
    elsewhere = [event for event in told_elsewhere(seen.events) if event.id in left]
    articles = telling(seen.articles, [*shown, *elsewhere], view.search) if view.narrowed else seen.articles
    here = texts(articles, shown, _home(desk, view))
    times = {one.id: resolved(one, desk.times(one), seen) for one in here.articles}
    return article_pane(here, [*shown, *elsewhere], _colours(desk, view), times, places(desk.misfits(view)))


def _home(desk: Desk, view: PageView) -> str | None:
    """The article that tells the selected event."""
    return next((event.article for event in desk.seen(view).events if event.id == view.selected), None)


def _make_filters(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - plain data
    if not (view.narrowed or view.finding):
        return filters(None, None, view, part=False)
    found = desk.facets(view)
    everything = desk.facets(view.cleared()) if view.finding else None
    return filters(found, everything, view, part=desk.total(view) > found.total)


def told_elsewhere(events: Iterable[Event]) -> list[Event]:
    """What other articles, or other sentences, tell of events that stand once: marked as those."""
    return [replace(event, id=event.merged, reasons=()) for event in events if event.merged is not None]


def _colours(desk: Desk, view: PageView) -> dict[str, int]:
    """The colour number of each event's lane."""
    return {event: lane.colour for event, lane in drawing.lane_of(desk.lanes(view)).items()}


def _make_above(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    return above(desk.listed(view)) if view.tab == "events" else no_update


def _make_rows(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - rows of the table
    if view.tab != "events":
        return no_update
    return rows(desk.listed(view).events, desk.seen(view), desk.lanes(view), own=desk.derives and desk.editable)


def _make_hidden(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    if view.tab != "events":
        return no_update
    return hidden_events([event for event in desk.seen(view).events if event.hidden and event.merged is None])


def _listed(view: PageView) -> tuple[Any, ...]:
    return *_dates(view), view.lanes_by, *view.asked()


def _form(view: PageView) -> tuple[Any, ...]:
    """The form that is open, and what is in it."""
    return view.editing, view.typed, view.draft, view.marked, view.problem


def _ordered(view: PageView) -> tuple[Any, ...]:
    """What the order depends on: it is drawn only where it is seen, since its cost grows with the square."""
    return view.tab == "order", *_listed(view)


def _in_sight(
    make: Callable[[Ordered, dict[str, int]], Any],
) -> Callable[[Desk, PageView], Any]:
    def made(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components or markup
        if view.tab != "order":
            return no_update
        return make(desk.order(view), _colours(desk, view))

    return made


def _make_start(desk: Desk, _view: PageView) -> Any:  # noqa: ANN401 - components
    if not desk.empty:
        return []
    return start() if desk.editable else nothing()


def _make_history(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    if not view.history:
        return no_update
    work = desk.chronicle
    entries = desk.history(view.history)
    return history(entries, work.timeline, view.history, undo=work.can_undo, redo=work.can_redo)


def _make_detail(desk: Desk, view: PageView) -> Any:  # noqa: ANN401 - components
    if view.editing == "event":
        return event_form(view, *marked_words(desk, view))
    return detail(shown(desk, view), desk.seen(view), view)


def shown(desk: Desk, view: PageView) -> Shown | None:
    """The selected event with its place among those shown, and what would change its date."""
    events = desk.shown(view)
    chosen = next((event for event in desk.seen(view).events if event.id == view.selected), None)
    if chosen is None:
        return None
    number = next((at for at, event in enumerate(events, 1) if event.id == chosen.id), 0)
    every = desk.seen(replace(view, events="all"))
    steps = Steps(chosen, every)
    return Shown(
        chosen,
        number,
        len(events),
        drawing.lane_of(desk.lanes(view)).get(chosen.id),
        steps,
        _ways(desk, view, chosen, steps),
        tuple(one for one in desk.misfits(view) if one.event == chosen.id),
        machine=desk.machine(chosen),
        within=tuple(event for event in every.events if event.merged == chosen.id),
        joining=next((event for event in every.events if event.id == view.joining), None),
    )


def _ways(desk: Desk, view: PageView, event: Event, steps: Steps) -> tuple[changes.Way, ...]:
    """What would give the event another date, as actions."""
    if not desk.derives:
        return ()
    if not _all_sources(view):
        everything = desk.seen(view, dates_from="all", only_stated=False)
        then = next((one.when for one in everything.events if one.id == event.id), "")
        return changes.back_to_all(event, then, dates_from=view.dates_from, only_stated=view.only_stated)
    seen = desk.seen(view)
    return changes.what_would_change(event, seen, _others(desk, event), steps, desk.rejected())


def marked_words(desk: Desk, view: PageView) -> tuple[str, str]:
    """The words that an event is to be made of, and what of them names a time; empty where there are none."""
    if view.marked is None:
        return "", ""
    name, start, end = view.marked
    article = next((one for one in desk.chronicle.articles if one.id == name), None)
    if article is None:
        return "", ""
    marked = Span(start, end)
    times = [span.of(article.text) for span in desk.times(article) if marked.covers(span)]
    return marked.of(article.text), times[0] if len(times) == 1 else ""


def _all_sources(view: PageView) -> bool:
    return view.dates_from == "all" and not view.only_stated


def _others(desk: Desk, event: Event) -> dict[str, str]:
    """An event's date in words as it would be if something were otherwise; only what hangs together is derived anew."""
    timelines = {
        "publication": desk.near_seen(event.article, dates_from="publication"),
        "landmarks": desk.near_seen(event.article, dates_from="landmarks"),
        "stated": desk.near_seen(event.article, only_stated=True),
        "day": desk.some_day(event.article),
    }
    return {
        name: next((one.when for one in timeline.events if one.id == event.id), "")
        for name, timeline in timelines.items()
    }


def said(desk: Desk, view: PageView) -> str:
    """The sentence the live region says about the selected event."""
    chosen = next((event for event in desk.seen(view).events if event.id == view.selected), None)
    if chosen is None:
        return "No event is selected."
    events = desk.shown(view)
    says = f"{chosen.title}, {chosen.when or 'date unknown'}."
    number = next((at for at, event in enumerate(events, 1) if event.id == chosen.id), 0)
    if number:
        return f"Event {number} of {len(events)}: {says}"
    left = desk.facets(view)
    return f"{told(left, part=desk.total(view) > left.total)}, not among them: {says}"


PARTS: dict[str, tuple[Callable[[PageView], Any], Callable[[Desk, PageView], Any]]] = {
    "figure": (lambda view: (*_drawn(view), view.base, view.dark), figure),
    "strip": (_drawn, _make_strip),
    "counted": (lambda view: (*_drawn(view), view.counted), _make_counted),
    "header": (lambda view: (*_dates(view), view.dark), _make_header),
    "question": (
        lambda view: (view.version, view.left_open, view.editing, view.typed, view.problem),
        _make_question,
    ),
    "chips": (
        lambda view: (*_listed(view), view.top),
        lambda desk, view: chips(desk.lanes(view), view, desk.in_lanes(view)),
    ),
    "choices": (
        lambda view: (view.lanes_by, view.dates_from, view.only_stated),
        lambda _desk, view: choices(view),
    ),
    "article": (_listed, _make_article),
    "filters": (lambda view: (*_listed(view), view.finding), _make_filters),
    "events": (_listed, _make_above),
    "rows": (_listed, _make_rows),
    "hidden": (_dates, _make_hidden),
    "start": (lambda view: view.version, _make_start),
    "history": (lambda view: (view.version, view.history), _make_history),
    "detail": (
        lambda view: (*_drawn(view)[:-4], view.selected, view.joining, *_form(view)),
        _make_detail,
    ),
    "fits": (
        lambda view: (view.version, view.dates_from, view.only_stated),
        lambda desk, view: fits(desk.misfits(view), desk.notes(), desk.quarrels(view)),
    ),
    "order": (_ordered, _in_sight(order_drawing)),
    "order says": (_ordered, _in_sight(lambda found, _colours: order_says(found))),
    "order list": (_ordered, _in_sight(order_list)),
    "live": (lambda view: (*_dates(view), *view.asked(), view.selected), said),
}
