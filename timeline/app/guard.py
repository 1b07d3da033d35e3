"""Who may talk to the server, and what its answers tell a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

from flask import Response, request

from timeline.app.entry import LONGEST_NAME, Door, given_name
from timeline.workspace.signing import sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash import Dash

    from timeline.app.entry import Guesses
    from timeline.app.terms import Terms

_READS: Final = frozenset({"GET", "HEAD"})
_AT_HOME: Final = frozenset({"same-origin", "none"})
"""What a browser says of a request that the page makes, or its user without a page."""


def protect(app: Dash, terms: Terms, guesses: Guesses | None = None) -> None:
    """
    Refuse requests under a name that is not the server's, from other sites, or without the token where there is one;
    and tell the browser to load nothing from elsewhere.
    """
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = terms.limits.bytes
    policy = content_policy(app.csp_hashes())
    door = None if terms.token is None else Door(terms.token, terms.prefix, guesses)

    def check() -> Response | None:
        sign(_who(terms))
        if request.endpoint == "health":
            return None  # it tells nothing that anybody may not know
        return _wrong_host(terms) or _foreign() or (door.ask() if door else None)

    def close(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    server.before_request(check)
    server.after_request(close)


def content_policy(hashes: Sequence[str]) -> str:
    """Everything from this server alone; of inline scripts only those with these hashes."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(hashes)}".strip(),
            "style-src 'self' 'unsafe-inline'",  # Mantine and Plotly write their styles into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _who(terms: Terms) -> str | None:
    """The name that edits are signed with: the proxy's word, else what somebody wrote when they were let in."""
    said = request.headers.get(terms.user_header, "") if terms.user_header else given_name()
    return "".join(sign for sign in said if sign.isprintable()).strip()[:LONGEST_NAME] or None


def _wrong_host(terms: Terms) -> Response | None:
    """A page elsewhere that points its own name at this machine does not get in."""
    name = _parsed(f"//{request.host}").hostname or ""
    if terms.names is None or name in terms.names:
        return None
    return _refusal(f"This server does not answer under the name {name!r}: open it as http://127.0.0.1.", 403)


def _foreign() -> Response | None:
    """Whatever may change something comes from our own page."""
    if request.method in _READS:
        return None
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "same-origin")
    if site in _AT_HOME and (origin is None or _parsed(origin).netloc == request.host):
        return None
    return _refusal("This request comes from another site.", 403)


def _parsed(address: str) -> SplitResult:
    """The parts of an address; of one that is none, nothing."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _refusal(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, mimetype="text/plain")
