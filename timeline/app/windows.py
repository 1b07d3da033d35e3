"""
Another window of the drawing, as the page asks for it by itself: the plan and the marks, nothing else of the page.

No callback of Dash: what that answers is made known to every component, which costs the browser more than drawing.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from flask import Response, request

from timeline.app.faults import wrong
from timeline.app.limits import MOST_QUESTION
from timeline.app.page import figure
from timeline.app.state import PageView, rows_of, window_of

if TYPE_CHECKING:
    from dash import Dash

    from timeline.app.desk import Desk

_UNREADABLE: Final = (
    'This address takes JSON: {"view": {…}, "window": [first, last] or null, "rows": [[event, row], …]}.'
)


def register(app: Dash, desk: Desk) -> None:
    """Give the app the address."""

    def window() -> Response:
        request.max_content_length = MOST_QUESTION  # a longer one is refused while it is read
        return answered(desk, request.get_data(cache=False) if request.is_json else b"")

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}window", view_func=window, methods=["POST"])


def answered(desk: Desk, body: bytes) -> Response:
    """The figure as JSON; 400 with one sentence where the question cannot be read, 500 for a fault of ours."""
    view = view_of(body)
    if view is None:
        return _refusal(_UNREADABLE, 400)
    try:
        drawn = figure(desk, view)
    except Exception:  # noqa: BLE001 - as in `callbacks.turn`: logged in full, told by a number
        return _refusal(wrong("window"), 500)
    return Response(json.dumps(drawn, separators=(",", ":")), mimetype="application/json")


def view_of(body: bytes) -> PageView | None:
    """
    The view that is to be drawn: the one given, at the window, with the rows that events have on the page.

    None where the body is no such question.
    """
    try:
        data: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("view"), dict) or not isinstance(data.get("rows"), list):
        return None
    window, rows = window_of(data.get("window")), rows_of(data["rows"])
    if len(rows) < len(data["rows"]) or (window is None and data.get("window", "") is not None):
        return None
    return replace(PageView.of(data["view"]), window=window, base=window, rows=rows if window else ())


def _refusal(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, mimetype="text/plain")
