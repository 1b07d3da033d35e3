"""What the user can do: each verb takes the desk, the view and the words that came with it, and gives the next view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from timeline.app.action import Action, Outcome, select
from timeline.app.drawing import covers, next_lane, opened
from timeline.app.filters import VERBS as FINDING
from timeline.app.filters import meant
from timeline.app.fixed import EDITING
from timeline.app.state import DATES_FROM, EVENTS, LANES_BY, TABS, PageView, count_of, window_of
from timeline.app.verbs import EVENT_FORMS, refused
from timeline.app.verbs import VERBS as EDITS
from timeline.errors import TimelineError
from timeline.reasoning.partial import without_dates
from timeline.scene.chronology import in_order
from timeline.scene.counting import place_of
from timeline.scene.extent import extent_of
from timeline.scene.lanes import moved, top_of

if TYPE_CHECKING:
    from timeline.app.desk import Desk


def perform(desk: Desk, view: PageView, action: Action) -> Outcome:
    """
    Do it. A fault of the user's is told in one sentence: beside the form that is open, else as a notice.

    An unknown verb, or one with a senseless argument, changes nothing.
    """
    done = VERBS.get(action.verb)
    seen = action.moved(view)
    if seen.window != view.window:
        seen = replace(seen, relative=seen.window is not None and desk.drawn(seen).page.offset)
    view = seen
    try:
        if action.verb in EDITING:
            desk.check_editable()
        result = done(desk, view, action) if done else view
    except TimelineError as fault:
        result = refused(desk, view, action, fault)
    outcome = result if isinstance(result, Outcome) else Outcome(result)
    new = outcome.view
    if new.drawn() != view.drawn():
        new = replace(new, rows=())
    return replace(outcome, view=_settled(desk, replace(new, answered=action.n)))


def _settled(desk: Desk, view: PageView) -> PageView:
    """The view without a selection or a form that has lost its event."""
    view = replace(view, version=desk.version)
    if view.selected and not any(event.id == view.selected for event in desk.seen(view).events if not event.hidden):
        view = replace(view, selected=None)
    if view.selected is None and view.editing in EVENT_FORMS:
        view = replace(view, editing=None)
    return _based(desk, view)


def _based(desk: Desk, view: PageView) -> PageView:
    """The view with the window its drawing is made for: the one it was made for, as long as that reaches far enough."""
    if view.window is None:
        return replace(view, base=None, rows=())
    drawn = desk.drawn(view)
    if covers(drawn, view.window):
        return view
    rows = () if drawn.region is None else tuple((mark.event, mark.row) for mark in drawn.marks)
    return replace(view, base=view.window, rows=rows)


# --- looking --------------------------------------------------------------------------------------


def _open(desk: Desk, view: PageView, action: Action) -> Outcome:
    """The page opens, or its address changes: `arg` is `{"search", "dark", "width", "room", "wide", "left_open"}`."""
    arg = action.arg if isinstance(action.arg, dict) else {}
    asked, ignored = PageView.from_query(str(arg.get("search") or ""))
    kept = {name: arg.get(name, getattr(view, name)) for name in ("width", "room", "dark", "left_open")}
    view = PageView.of({**asked.data(), **kept, "finding": view.finding})
    view, strange = meant(desk, view)
    ignored = (*ignored, *strange)
    if view.window is None and (window := opened(desk.source(view), view)):
        view = replace(view, window=window_of(window), relative=desk.drawn(view).page.offset)
    if view.selected and not any(event.id == view.selected for event in desk.seen(view).events):
        ignored = (*ignored, f"event={view.selected}")
        view = replace(view, selected=None)
    if view.selected is None:
        view = replace(view, selected=_first(desk, view))
    view = _at_home(desk, view, wide=arg.get("wide") is True)
    notice = f"The address has parts that mean nothing here: {', '.join(ignored)}." if ignored else None
    return Outcome(view, notice)


def _first(desk: Desk, view: PageView) -> str | None:
    """The first event in the window that the drawing opens with, else the first of all."""
    shown = desk.shown(view)
    offset = desk.drawn(view).page.offset if view.window else False
    for event in shown if view.window else ():
        extent = extent_of(event, offset=offset)
        if extent and view.window and view.window[0] <= place_of(extent).at <= view.window[1]:
            return event.id
    return shown[0].id if shown else None


def _at_home(desk: Desk, view: PageView, *, wide: bool) -> PageView:
    """
    The view with the tab that opens by itself, where none was asked for: the order where no event has a year.

    On a *wide* page the article stands beside the tabs, and then it is the table.
    """
    home = "order" if without_dates(desk.seen(view)) else "events" if wide else "article"
    return replace(view, home=home, tab=home if view.tab in ("", view.home) else view.tab)


def _resize(_desk: Desk, view: PageView, action: Action) -> PageView:
    arg = action.arg if isinstance(action.arg, dict) else {}
    return PageView.of({**view.data(), **{name: arg[name] for name in ("width", "room") if name in arg}})


def _window(_desk: Desk, view: PageView, _action: Action) -> PageView:
    """A gesture has ended beyond what the page can draw itself: the window came with the action, as with every one."""
    return view


def _fold(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Fold a lane to a strip of counts, or unfold it."""
    if action.text in view.folded:
        return replace(view, folded=tuple(key for key in view.folded if key != action.text))
    return replace(view, folded=(*view.folded, action.text))


def _arrange(desk: Desk, view: PageView, action: Action) -> PageView:
    """Put a lane beside another: `arg` is ``[lane, other, after]``; what is none such changes nothing."""
    if not isinstance(action.arg, list) or len(action.arg) != 3:
        return view
    lane, other, after = action.arg
    keys = [one.key for one in desk.lanes(view)]
    usual = [one.key for one in desk.lanes(replace(view, top=()))]
    return replace(view, top=top_of(moved(keys, lane, other, after=after is True), usual))


def _count(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Open a count as a list: `arg` holds what `Count` does."""
    return replace(view, counted=count_of(action.arg))


def _lanes(_desk: Desk, view: PageView, action: Action) -> PageView:
    return replace(view, lanes_by=action.arg, without=(), top=(), folded=()) if action.arg in LANES_BY else view


def _lane(desk: Desk, view: PageView, action: Action) -> PageView:
    """Switch a lane off or on; the last one that is on switches all the others on again."""
    keys = [lane.key for lane in desk.lanes(view)]
    if action.arg not in keys:
        return view
    off = set(view.without) ^ {action.arg}
    return replace(view, without=() if off >= set(keys) else tuple(key for key in keys if key in off))


def _dates(_desk: Desk, view: PageView, action: Action) -> PageView:
    # another source may have no year at all, and then another axis
    return replace(view, dates_from=action.arg, window=None) if action.arg in DATES_FROM else view


def _which(desk: Desk, view: PageView, action: Action) -> PageView:
    """The main events, or all of them."""
    if action.arg not in EVENTS:
        return view
    return replace(view, events="" if action.arg == desk.events else action.arg, without=(), window=None)


def _stated(_desk: Desk, view: PageView, action: Action) -> PageView:
    return replace(view, only_stated=action.arg == "only")


def _find(_desk: Desk, view: PageView, action: Action) -> PageView:
    return replace(view, search=" ".join(action.text.split()))


def _tab(_desk: Desk, view: PageView, action: Action) -> PageView:
    return replace(view, tab=action.arg) if action.arg in TABS else view


def _theme(_desk: Desk, view: PageView, action: Action) -> PageView:
    return replace(view, dark=action.arg == "dark")


def _select(desk: Desk, view: PageView, action: Action) -> PageView:
    return select(desk, view, action.arg)


def _step(desk: Desk, view: PageView, action: Action) -> PageView:
    """The next or the previous event in the order of time, round the end."""
    shown = [event.id for event in desk.shown(view)]
    if not shown:
        return view
    step = 1 if action.arg == "1" else -1
    at = shown.index(view.selected) + step if view.selected in shown else 0
    return select(desk, view, shown[at % len(shown)])


def _lane_step(desk: Desk, view: PageView, action: Action) -> PageView:
    if view.selected is None:
        return _step(desk, view, action)
    step = 1 if action.arg == "1" else -1
    lanes = tuple(lane for lane in desk.lanes(view) if lane.key not in view.without)
    found = next_lane(view.selected, lanes, desk.shown(view), step)
    return select(desk, view, found) if found else view


def _added(desk: Desk, view: PageView, action: Action) -> Outcome:
    """An article has been read in."""
    view = replace(view.cleared(), window=None)
    fresh = [event.id for event in in_order(desk.seen(view).events) if event.article == action.subject]
    if fresh and not any(event.id == view.selected for event in desk.shown(view)):
        view = replace(view, selected=fresh[0])
    return Outcome(_at_home(desk, view, wide=view.home == "events"), action.text or None)


VERBS: Final[dict[str, Any]] = {
    "open": _open,
    "resize": _resize,
    "window": _window,
    "fold": _fold,
    "arrange": _arrange,
    "count": _count,
    "lanes": _lanes,
    "lane": _lane,
    "dates": _dates,
    "stated": _stated,
    "which": _which,
    "find": _find,
    "tab": _tab,
    "theme": _theme,
    "step": _step,
    "lane-step": _lane_step,
    "select": _select,
    "added": _added,
    **FINDING,
    **EDITS,
}
