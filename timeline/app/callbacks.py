"""The page's callbacks. Each unpacks, calls one function, and packs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dash import ClientsideFunction, Input, Output, State, no_update

from timeline.app import ids
from timeline.app.action import Action, Outcome
from timeline.app.actions import perform
from timeline.app.faults import notice, wrong
from timeline.app.fixed import REFUSED
from timeline.app.page import PARTS, parts
from timeline.app.state import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash

    from timeline.app.desk import Desk

OUTPUTS: Final = {
    "figure": Output(ids.FIGURE, "data"),
    "strip": Output(ids.STRIP, "data"),
    "filters": Output(ids.FILTERS_DATA, "data"),
    "counted": Output(ids.COUNTED, "children"),
    "header": Output(ids.HEADER, "children"),
    "question": Output(ids.QUESTION, "children"),
    "chips": Output(ids.CHIPS, "children"),
    "choices": Output(ids.CHOICES, "children"),
    "article": Output(ids.ARTICLE, "children"),
    "events": Output(ids.EVENTS, "children"),
    "rows": Output(ids.GRID, "rowData"),
    "hidden": Output(ids.HIDDEN, "children"),
    "start": Output(ids.START, "children"),
    "history": Output(ids.HISTORY_LIST, "children"),
    "detail": Output(ids.DETAIL, "children"),
    "fits": Output(ids.FITS, "children"),
    "order": Output(ids.ORDER, "data"),
    "order says": Output(ids.ORDER_SAYS, "children"),
    "order list": Output(ids.ORDER_LIST, "children"),
    "live": Output(ids.LIVE, "children"),
}
"""Where each of `page.PARTS` is shown."""


def register(app: Dash, desk: Desk) -> None:
    """Give the app its callbacks, all of them working on one desk."""

    @app.callback(
        output={
            "view": Output(ids.VIEW, "data"),
            "notice": Output(ids.NOTICE, "sendNotifications"),
            "scheme": Output(ids.PROVIDER, "forceColorScheme"),
            "parts": OUTPUTS,
        },
        inputs={"action": Input(ids.ACTION, "data"), "view": State(ids.VIEW, "data")},
        prevent_initial_call=True,
    )
    def act(action: object, view: object) -> dict[str, Any]:
        return turn(desk, action, view)

    _in_the_page(app)


def _in_the_page(app: Dash) -> None:
    """Callbacks that run in the browser: see assets/page.js."""
    run: Callable[..., None] = app.clientside_callback
    for name, trigger in (
        ("answered", Input(ids.VIEW, "data")),
        ("draw", Input(ids.FIGURE, "data")),
        ("strip", Input(ids.STRIP, "data")),
        ("filters", Input(ids.FILTERS_DATA, "data")),
        ("listed", Input(ids.GRID, "rowData")),
        ("order", Input(ids.ORDER, "data")),
        ("tab", Input(ids.TABS, "value")),
    ):
        run(ClientsideFunction("page", name), trigger)


def turn(desk: Desk, action: object, data: object) -> dict[str, Any]:
    """
    One action: the view it gives and the parts of the page that change with it.

    A fault of ours is told with a number that is also in the log; the page goes on with the view it had.
    """
    done = Action.of(action)
    before = PageView.of(data) if data else None
    try:
        outcome = perform(desk, before or PageView(), done)
        shown = parts(desk, outcome.view, before, done.moved(before) if before else None)
    except Exception:  # noqa: BLE001 - a fault of ours must not freeze the page; it is logged in full
        view = replace(done.moved(before or PageView()), answered=done.n)
        outcome = Outcome(view, wrong(done.verb))
        shown = dict.fromkeys(PARTS, no_update)
    view = outcome.view
    return {
        "view": {
            **view.data(),
            "query": view.query(),
            "follows": desk.follows,
            "refused": () if desk.editable else REFUSED,
        },
        "notice": [notice(outcome.notice)] if outcome.notice else no_update,
        "scheme": "dark" if view.dark else "light",
        "parts": shown,
    }
