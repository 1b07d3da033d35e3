"""What goes wrong on the way to an answer: a sentence, and for a fault of ours a number that is also in the log."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Any, Final

from dash import set_props
from dash.exceptions import DependencyException
from flask import Response, request
from werkzeug.exceptions import HTTPException

from timeline.app import ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash

    from timeline.app.terms import Terms

_log = logging.getLogger(__name__)
_SAID: Final = {
    400: "This request cannot be read.",
    404: "There is nothing at this address.",
    405: "This address does not take such a request.",
    415: "This address takes JSON.",
}


def numbered(doing: str) -> str:
    """Log the fault that is being handled, and name it for the user."""
    number = f"{secrets.randbelow(10**8):08}"  # several processes may serve one library, and their logs lie together
    _log.exception("fault %s in %r", number, doing)
    return f"a fault of ours, number {number} in the log"


def wrong(doing: str) -> str:
    """The sentence that the user is told of it."""
    return f"Something went wrong: {numbered(doing)}."


def notice(text: str) -> dict[str, Any]:
    """A notice in a corner of the page that goes by itself."""
    close = {"aria-label": "Close"}
    return {"action": "show", "message": text, "autoClose": 5000, "color": "blue", "closeButtonProps": close}


def raised(_fault: Exception) -> None:
    """A callback has raised: the page shows a notice, and stays as it was."""
    set_props(ids.NOTICE, {"sendNotifications": [notice(wrong("a callback"))]})


def register(app: Dash, terms: Terms) -> None:
    """Let every answer that is none be a sentence."""
    server = app.server
    on: Callable[[type[Exception]], Callable[[Callable[[Any], Response]], Any]] = server.errorhandler

    @on(HTTPException)
    def refused(fault: HTTPException) -> Response:
        status = fault.code or 500
        if status < 400:
            return fault.get_response()  # type: ignore[return-value]  # werkzeug's own class: the way to a path's slash
        said = f"What was sent is {terms.limits.too_large}." if status == 413 else _SAID.get(status)
        if status == 404 and terms.prefix != "/" and not request.path.startswith(terms.prefix):
            said = f"The timeline is at {terms.prefix}."
        return Response(f"{said or fault.name}\n", status, mimetype="text/plain")

    @on(DependencyException)
    def unknown(_fault: DependencyException) -> Response:
        return Response(f"{_SAID[404]}\n", 404, mimetype="text/plain")

    @on(Exception)
    def broken(_fault: Exception) -> Response:
        return Response(f"{wrong(request.path)}\n", 500, mimetype="text/plain")
