"""What the user can do: each verb takes the desk, the view and the words that came with it, and gives the next view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from timeline.app.drawing import covers, in_order, next_lane, opened
from timeline.app.state import DATES_FROM, EVENTS, LANES_BY, TABS, PageView, count_of, window_of
from timeline.errors import TimelineError
from timeline.reasoning.partial import without_dates

if TYPE_CHECKING:
    from timeline.app.desk import Desk

MOST_TYPED: Final = 500
"""Longest title or date that is taken, in characters."""


@dataclass(frozen=True, slots=True)
class Action:
    """
    A verb with its argument; behind a colon, the event or article it is about. `n` counts actions.

    `window` are the days the page shows at that moment, None for everything; `shows` is false where it says nothing.
    """

    verb: str
    subject: str = ""
    arg: Any = None
    n: int = 0
    window: tuple[float, float] | None = None
    shows: bool = False

    @classmethod
    def of(cls, data: object) -> Action:
        """From what the page sends; something else becomes a verb nobody knows."""
        if not isinstance(data, dict) or not isinstance(data.get("verb"), str):
            return cls("")
        verb, _, subject = data["verb"].partition(":")
        n = data.get("n")
        window = window_of(data.get("window"))
        shows = "window" in data and (window is not None or data["window"] is None)
        return cls(verb, subject, data.get("arg"), n if isinstance(n, int) else 0, window, shows)

    @property
    def text(self) -> str:
        """The argument as text."""
        return self.arg[:MOST_TYPED] if isinstance(self.arg, str) else ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The next view, and what to tell the user beside it."""

    view: PageView
    notice: str | None = None


def perform(desk: Desk, view: PageView, action: Action) -> Outcome:
    """
    Do it. A fault of the user's is told in one sentence: beside the form that is open, else as a notice.

    An unknown verb, or one with a senseless argument, changes nothing.
    """
    done = VERBS.get(action.verb)
    if action.shows and action.window != view.window:
        relative = action.window is not None and desk.drawn(view).page.offset
        view = replace(view, window=action.window, relative=relative)
    try:
        result = done(desk, view, action) if done else view
    except TimelineError as fault:
        if view.editing and action.verb in ("date", "title", "publish"):
            return Outcome(replace(view, problem=str(fault), typed=action.text, answered=action.n))
        result = Outcome(view, str(fault))
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
    if view.selected is None and view.editing in ("date", "title"):
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
    """The page opens, or its address changes: `arg` is `{"search", "dark", "width", "room"}`."""
    arg = action.arg if isinstance(action.arg, dict) else {}
    asked, ignored = PageView.from_query(str(arg.get("search") or ""))
    kept = {name: arg.get(name, getattr(view, name)) for name in ("width", "room", "dark")}
    view = PageView.of({**asked.data(), **kept, "left_open": view.left_open})
    if view.window is None and (window := opened(desk.source(view), view)):
        view = replace(view, window=window_of(window), relative=desk.drawn(view).page.offset)
    if view.selected and not any(event.id == view.selected for event in desk.seen(view).events):
        ignored = (*ignored, f"event={view.selected}")
        view = replace(view, selected=None)
    if view.selected is None:
        first = next(iter(desk.shown(view)), None)
        view = replace(view, selected=first.id if first else None)
    view = _at_home(desk, view)
    notice = f"The address has parts that mean nothing here: {', '.join(ignored)}." if ignored else None
    return Outcome(view, notice)


def _at_home(desk: Desk, view: PageView) -> PageView:
    """The view with the tab that opens by itself, where none was asked for: the order where no event has a year."""
    home = "order" if without_dates(desk.seen(view)) else "article"
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


def _count(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Open a count as a list: `arg` holds what `Count` does."""
    return replace(view, counted=count_of(action.arg))


def _lanes(_desk: Desk, view: PageView, action: Action) -> PageView:
    return replace(view, lanes_by=action.arg, without=(), folded=()) if action.arg in LANES_BY else view


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
    """Select an event, and move the window to it where it lies outside."""
    if not any(event.id == action.arg for event in desk.seen(view).events):
        return view
    view = replace(view, selected=action.arg, editing=None, problem=None, typed="")
    if view.window is None:
        return view
    places = [part for glyph in desk.whole(view).glyphs if glyph.event == view.selected for part in glyph.parts]
    if not places:
        return view
    first, last = min(part.first for part in places), max(part.last for part in places)
    if first <= view.window[1] and last >= view.window[0]:
        return view
    half = (view.window[1] - view.window[0]) / 2
    middle = (first + last) / 2
    return replace(view, window=window_of((middle - half, middle + half)))


def _step(desk: Desk, view: PageView, action: Action) -> PageView:
    """The next or the previous event in the order of time, round the end."""
    shown = [event.id for event in desk.shown(view)]
    if not shown:
        return view
    step = 1 if action.arg == "1" else -1
    at = shown.index(view.selected) + step if view.selected in shown else 0
    return _select(desk, view, replace(action, arg=shown[at % len(shown)]))


def _lane_step(desk: Desk, view: PageView, action: Action) -> PageView:
    if view.selected is None:
        return _step(desk, view, action)
    step = 1 if action.arg == "1" else -1
    lanes = tuple(lane for lane in desk.lanes(view) if lane.key not in view.without)
    found = next_lane(view.selected, lanes, desk.shown(view), step)
    return _select(desk, view, replace(action, arg=found)) if found else view


# --- editing --------------------------------------------------------------------------------------


def _edit(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Open a form, or close the one that is open."""
    form = action.text or None
    if form in ("date", "title") and view.selected is None:
        return view
    return replace(view, editing=form, typed="", problem=None)


def _date(desk: Desk, view: PageView, action: Action) -> PageView:
    """Nothing typed gives the date back to what the text says."""
    desk.edit(lambda chronicle: chronicle.set_date(action.subject, action.text.strip() or None))
    return _closed(view)


def _title(desk: Desk, view: PageView, action: Action) -> PageView:
    desk.edit(lambda chronicle: chronicle.set_title(action.subject, action.text))
    return _closed(view)


def _hide(desk: Desk, view: PageView, action: Action) -> Outcome:
    """Hide an event and select the next one."""
    title = desk.chronicle.event(action.text).title
    shown = [event.id for event in desk.shown(view)]
    desk.edit(lambda chronicle: chronicle.hide(action.text))
    if view.selected == action.text and action.text in shown:
        rest = [*shown[shown.index(action.text) + 1 :], *reversed(shown[: shown.index(action.text)])]
        view = replace(view, selected=rest[0] if rest else None)
    return Outcome(_closed(view), f"“{title}” is hidden. Undo brings it back.")


def _show(desk: Desk, view: PageView, action: Action) -> PageView:
    """Put a hidden event back and select it."""
    desk.edit(lambda chronicle: chronicle.show(action.text))
    return _select(desk, view, action)


def _publish(desk: Desk, view: PageView, action: Action) -> PageView:
    if not action.text.strip():
        raise TimelineError("Write the day of publication, for example 2025-08-20, or cancel.")
    desk.edit(lambda chronicle: chronicle.set_published(action.text.strip(), action.subject))
    return replace(_closed(view), window=None)


def _unpublish(desk: Desk, view: PageView, action: Action) -> PageView:
    desk.edit(lambda chronicle: chronicle.set_published(None, action.text))
    left = tuple(one for one in view.left_open if one != action.text)
    return replace(_closed(view), left_open=left, window=None)


def _leave(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Leave a publication day open: no edit, only an answer."""
    return replace(_closed(view), left_open=(*view.left_open, action.text))


def _reject(desk: Desk, view: PageView, action: Action) -> Outcome:
    title = desk.chronicle.event(action.text).title
    desk.edit(lambda chronicle: chronicle.reject_landmark(action.text))
    return Outcome(view, f"“{title}” is no longer taken for a known event. Undo brings it back.")


def _undo(desk: Desk, view: PageView, _action: Action) -> Outcome:
    edit = desk.edit(lambda chronicle: chronicle.undo())
    if edit is None:
        return Outcome(view, "There is nothing to undo.")
    back = edit.subject if edit.field in ("hidden", "date", "title") else view.selected
    return Outcome(replace(_closed(view), selected=back), f"Undone: {UNDONE.get(edit.field, edit.field)}.")


UNDONE: Final = {
    "hidden": "the event is as it was",
    "date": "the date",
    "title": "the title",
    "published": "the publication day",
    "landmark": "it is taken for the known event again",
}


def _added(desk: Desk, view: PageView, action: Action) -> Outcome:
    """An article has been read into the chronicle."""
    view = replace(view, window=None, search="", without=())
    fresh = [event.id for event in in_order(desk.seen(view).events) if event.article == action.subject]
    if fresh and not any(event.id == view.selected for event in desk.shown(view)):
        view = replace(view, selected=fresh[0])
    return Outcome(_at_home(desk, view), action.text or None)


def _closed(view: PageView) -> PageView:
    return replace(view, editing=None, typed="", problem=None)


VERBS: Final[dict[str, Any]] = {
    "open": _open,
    "resize": _resize,
    "window": _window,
    "fold": _fold,
    "count": _count,
    "lanes": _lanes,
    "lane": _lane,
    "dates": _dates,
    "stated": _stated,
    "which": _which,
    "find": _find,
    "tab": _tab,
    "theme": _theme,
    "select": _select,
    "step": _step,
    "lane-step": _lane_step,
    "edit": _edit,
    "date": _date,
    "title": _title,
    "hide": _hide,
    "show": _show,
    "publish": _publish,
    "unpublish": _unpublish,
    "leave": _leave,
    "reject": _reject,
    "undo": _undo,
    "added": _added,
}
