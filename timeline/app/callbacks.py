"""The page's callbacks. Each unpacks, calls one function, and packs."""

from __future__ import annotations

import base64
import io
import itertools
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dash import ClientsideFunction, Input, Output, State, no_update

from timeline.app import ids
from timeline.app.actions import Action, Outcome, perform
from timeline.app.page import PARTS, parts
from timeline.app.panes.dialogs import MOST_BYTES
from timeline.app.state import PageView
from timeline.errors import ArticleError, TimelineError
from timeline.workspace import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash

    from timeline.app.desk import Desk
    from timeline.model.article import Article

_log = logging.getLogger(__name__)
_faults = itertools.count(1)

OUTPUTS: Final = {
    "figure": Output(ids.FIGURE, "data"),
    "strip": Output(ids.STRIP, "data"),
    "counted": Output(ids.COUNTED, "children"),
    "header": Output(ids.HEADER, "children"),
    "question": Output(ids.QUESTION, "children"),
    "chips": Output(ids.CHIPS, "children"),
    "choices": Output(ids.CHOICES, "children"),
    "article": Output(ids.ARTICLE, "children"),
    "events": Output(ids.EVENTS, "children"),
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

    @app.callback(
        output={
            "action": Output(ids.ADDED, "data"),
            "problem": Output(ids.ADD_PROBLEM, "children"),
            "opened": Output(ids.ADD, "opened"),
            "text": Output(ids.ADD_TEXT, "value"),
            "files": Output(ids.ADD_FILES, "contents"),
        },
        inputs={
            "_clicks": Input(ids.ADD_SUBMIT, "n_clicks"),
            "text": State(ids.ADD_TEXT, "value"),
            "title": State(ids.ADD_TITLE, "value"),
            "day": State(ids.ADD_DAY, "value"),
            "contents": State(ids.ADD_FILES, "contents"),
            "names": State(ids.ADD_FILES, "filename"),
        },
        running=[(Output(ids.ADD_SUBMIT, "loading"), True, False)],
        prevent_initial_call=True,
    )
    def add(_clicks: int, text: object, title: object, day: object, contents: object, names: object) -> dict[str, Any]:
        return added(desk, text, title, day, files_of(contents, names))

    _in_the_page(app)


def _in_the_page(app: Dash) -> None:
    """Callbacks that run in the browser: see assets/page.js."""
    run: Callable[..., None] = app.clientside_callback
    for name, trigger in (
        ("answered", Input(ids.VIEW, "data")),
        ("draw", Input(ids.FIGURE, "data")),
        ("strip", Input(ids.STRIP, "data")),
        ("order", Input(ids.ORDER, "data")),
        ("added", Input(ids.ADDED, "data")),
        ("tab", Input(ids.TABS, "value")),
    ):
        run(ClientsideFunction("page", name), trigger)
    run(
        ClientsideFunction("page", "names"),
        Output(ids.ADD_NAMES, "children"),
        Input(ids.ADD_FILES, "filename"),
        prevent_initial_call=True,
    )


def turn(desk: Desk, action: object, data: object) -> dict[str, Any]:
    """
    One action: the view it gives and the parts of the page that change with it.

    A fault of ours is told with a number that is also in the log; the page goes on with the view it had.
    """
    done = Action.of(action)
    before = PageView.of(data) if data else None
    try:
        outcome = perform(desk, before or PageView(), done)
        shown = parts(desk, outcome.view, before)
    except Exception:  # noqa: BLE001 - a fault of ours must not freeze the page; it is logged in full
        view = replace(before or PageView(), answered=done.n)
        outcome = Outcome(view, f"Something went wrong: {_fault(done.verb)}.")
        shown = dict.fromkeys(PARTS, no_update)
    view = outcome.view
    return {
        "view": {**view.data(), "query": view.query()},
        "notice": [notice(outcome.notice)] if outcome.notice else no_update,
        "scheme": "dark" if view.dark else "light",
        "parts": shown,
    }


def _fault(doing: str) -> str:
    """Log the fault that is being handled, and name it for the user by a number that is also in the log."""
    number = next(_faults)
    _log.exception("fault %d in %r", number, doing)
    return f"a fault of ours, number {number} in the log"


def notice(text: str) -> dict[str, Any]:
    """A notice in a corner of the page that goes by itself."""
    return {"action": "show", "message": text, "autoClose": 5000, "color": "blue"}


def files_of(contents: object, names: object) -> list[tuple[str, str]]:
    """What was dropped on the page: names, and contents as data URLs."""
    if not isinstance(contents, list) or not isinstance(names, list):
        return []
    return [
        (name, text)
        for name, text in zip(names, contents, strict=False)
        if isinstance(name, str) and isinstance(text, str)
    ]


def added(desk: Desk, text: object, title: object, day: object, files: list[tuple[str, str]]) -> dict[str, Any]:
    """Read the articles in; the dialog stays open with one sentence where one of them cannot be read."""
    stays = dict.fromkeys(("action", "problem", "opened", "text", "files"), no_update)
    try:
        articles = articles_of(text, title, day, files)
        for article in articles:
            desk.add(article)
    except TimelineError as fault:
        return {**stays, "problem": str(fault)}
    except Exception:  # noqa: BLE001 - as in `turn`
        return {**stays, "problem": f"This could not be read: {_fault('reading an article')}."}
    names = ", ".join(f"“{article.title or article.source or 'the article'}”" for article in articles)
    told = {"verb": f"added:{articles[-1].id}", "arg": f"Read: {names}."}
    return {"action": told, "problem": "", "opened": False, "text": "", "files": None}


def articles_of(text: object, title: object, day: object, files: list[tuple[str, str]]) -> list[Article]:
    """
    The articles of the dialog: the pasted text and each file.

    Raises:
        ArticleError: there is none, or one cannot be read.
        DateError: the day is no day.
    """
    published, named = _line(day), _line(title)
    found = []
    if isinstance(text, str) and text.strip():
        found.append(read(io.StringIO(text), published=published, title=named))
    for name, content in files:
        file = io.BytesIO(_decoded(name, content))
        file.name = name
        found.append(read(file, published=published))
    if not found:
        raise ArticleError("There is nothing to read yet: paste an article, or drop a text file.")
    return found


def _line(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _decoded(name: str, content: str) -> bytes:
    if len(content) > MOST_BYTES * 4 // 3 + 100:
        raise ArticleError(f"{name} is larger than {MOST_BYTES // 1_000_000} MB: split it")
    try:
        return base64.b64decode(content.partition(",")[2], validate=True)
    except ValueError as fault:
        raise ArticleError(f"{name} did not arrive whole: drop it again") from fault
