"""An action as the page sends it, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from timeline.app.state import PageView, draft_of, rows_of, window_of

if TYPE_CHECKING:
    from timeline.app.desk import Desk

MOST_TYPED: Final = 500
"""Longest title or date that is taken, in characters."""


@dataclass(frozen=True, slots=True)
class Action:
    """
    A verb with its argument; behind a colon, the event or article it is about. `n` counts actions.

    `window` are the days the page shows at that moment, None for everything; `shows` is false where it says nothing.
    `drawn` has the base and the rows of what is drawn, where the page has asked for that since the last action.
    """

    verb: str
    subject: str = ""
    arg: Any = None
    n: int = 0
    window: tuple[float, float] | None = None
    shows: bool = False
    drawn: tuple[tuple[float, float] | None, tuple[tuple[str, float], ...]] | None = None

    @classmethod
    def of(cls, data: object) -> Action:
        """From what the page sends; something else becomes a verb nobody knows."""
        if not isinstance(data, dict) or not isinstance(data.get("verb"), str):
            return cls("")
        verb, _, subject = data["verb"].partition(":")
        n = data.get("n")
        window = window_of(data.get("window"))
        shows = "window" in data and (window is not None or data["window"] is None)
        own = data.get("drawn")
        drawn = (window_of(own.get("base")), rows_of(own.get("rows"))) if isinstance(own, dict) else None
        return cls(
            verb, subject, data.get("arg"), n if isinstance(n, int) and abs(n) < 2**53 else 0, window, shows, drawn
        )

    def moved(self, view: PageView) -> PageView:
        """The view with the window and the drawing as they are on the page."""
        base, rows = self.drawn or (view.base, view.rows)
        return replace(view, window=self.window if self.shows else view.window, base=base, rows=rows)

    @property
    def text(self) -> str:
        """The argument as text."""
        return self.arg[:MOST_TYPED] if isinstance(self.arg, str) else ""

    @property
    def fields(self) -> dict[str, str]:
        """The argument as the fields of a form."""
        return dict(draft_of(self.arg)) if isinstance(self.arg, dict) else {}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The next view, and what to tell the user beside it."""

    view: PageView
    notice: str | None = None


def select(desk: Desk, view: PageView, event_id: object) -> PageView:
    """Select an event, and move the window to it where it lies outside; one that is not there changes nothing."""
    if not isinstance(event_id, str) or not any(event.id == event_id for event in desk.seen(view).events):
        return view
    view = closed(replace(view, selected=event_id))
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


def closed(view: PageView) -> PageView:
    """The view with no form open."""
    return replace(view, editing=None, typed="", draft=(), marked=None, problem=None)
