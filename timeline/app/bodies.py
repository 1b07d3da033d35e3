"""What a callback is asked with: looked at before Dash takes it, which trusts it to come from its own script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from flask import Response, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from timeline.app.limits import MOST_QUESTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash import Dash

_FOREIGN: Final = "This request does not fit the page: load the page anew."
_LONG: Final = f"This question is longer than {MOST_QUESTION // 1_000_000} MB, which no page asks."


def register(app: Dash) -> None:
    """Refuse what does not fit the app's callbacks."""
    address = f"{app.config.routes_pathname_prefix}_dash-update-component"

    def check() -> Response | None:
        if request.path != address or request.method != "POST":
            return None
        request.max_content_length = MOST_QUESTION
        try:
            body: Any = request.get_json()
        except RequestEntityTooLarge:
            return _refusal(_LONG, 413)
        except (BadRequest, UnsupportedMediaType, RecursionError):
            return _refusal("This request cannot be read: it takes JSON.", 400)
        return None if fits(body, app.callback_map) else _refusal(_FOREIGN, 400)

    app.server.before_request(check)


def fits(body: object, callbacks: Mapping[str, Mapping[str, Any]]) -> bool:
    """A body names one of the callbacks, with exactly its inputs and states, each with a value, and its outputs."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str) or body["output"] not in callbacks:
        return False
    callback = callbacks[body["output"]]
    given = [_named(body.get("inputs", [])), _named(body.get("state", []))]
    wanted = [_named(callback["inputs"]), _named(callback["state"])]
    changed = body.get("changedPropIds", [])
    if None in given or given != wanted or not isinstance(changed, list):
        return False
    names = {".".join(pair) for pair in given[0] or ()}
    outputs = body.get("outputs", [])
    written = _named(outputs if isinstance(outputs, list) else [outputs])
    known = body["output"].strip(".").split("...")
    return [".".join(pair) for pair in written or ()] == known and all(
        isinstance(one, str) and one in names for one in changed
    )


def _named(parts: object) -> list[tuple[str, str]] | None:
    """The parts of a page by name and property; None where they are something else."""
    if not isinstance(parts, list):
        return None
    found = [
        (part["id"], part["property"])
        for part in parts
        if isinstance(part, dict) and isinstance(part.get("id"), str) and isinstance(part.get("property"), str)
    ]
    return found if len(found) == len(parts) else None


def _refusal(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, mimetype="text/plain")
