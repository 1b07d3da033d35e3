"""Whether the server can do its work, for whoever watches over it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import Response, jsonify

from timeline.errors import TimelineError
from timeline.workspace.adding import version

if TYPE_CHECKING:
    from dash import Dash

    from timeline.app.desk import Desk

_log = logging.getLogger(__name__)


def register(app: Dash, desk: Desk) -> None:
    """Give the app `/health`, under its prefix and without it: a watcher may ask the server itself, past the proxy."""

    def health() -> Response:
        try:
            desk.book.check()
        except TimelineError as fault:
            _log.warning("not healthy: %s", fault)
            return _answer("the library does not open", 503)
        return _answer("ok", 200)

    for path in {"/health", f"{app.config.routes_pathname_prefix}health"}:
        app.server.add_url_rule(path, "health", health)


def _answer(status: str, code: int) -> Response:
    answer: Response = jsonify(status=status, version=version())
    answer.status_code = code
    return answer
