"""Who may talk to the server, and what its pages may load."""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flask import Response, redirect, request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash import Dash

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE: Final = "timeline-token"
MOST_BODY: Final = 64_000_000
"""Largest request body, in bytes: a few dropped files, in base64."""


def new_token() -> str:
    """A token nobody guesses."""
    return secrets.token_urlsafe(24)


def protect(app: Dash, hosts: frozenset[str] | None, token: str | None) -> None:
    """
    Refuse requests under another name than *hosts* (None: any; then the token protects), from other sites, or without
    the token where there is one; and tell the browser to load nothing from elsewhere.
    """
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = MOST_BODY
    policy = content_policy(app.csp_hashes())

    def check() -> Response | None:
        return (_wrong_host(hosts) if hosts is not None else None) or _foreign() or _stranger(token)

    def close(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
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


def _wrong_host(hosts: frozenset[str]) -> Response | None:
    """A page elsewhere that points its own name at this machine does not get in."""
    name = urlsplit(f"//{request.host}").hostname or ""
    if name in hosts:
        return None
    return _refusal(f"This server does not answer under the name {name!r}: open it as http://127.0.0.1.", 403)


def _foreign() -> Response | None:
    origin = request.headers.get("Origin")
    if request.method in ("GET", "HEAD") or origin is None or urlsplit(origin).netloc == request.host:
        return None
    return _refusal("This request comes from another site.", 403)


def _stranger(token: str | None) -> Response | None:
    if token is None:
        return None
    shown = request.args.get("token", "")
    if _same(shown, token):
        answer = redirect(request.path)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="Strict")
        return answer  # type: ignore[return-value]  # werkzeug's own response class, which Flask takes too
    if _same(request.cookies.get(COOKIE, ""), token):
        return None
    return _refusal("Open the address with its token, as the program printed it when it started.", 401)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _refusal(sentence: str, status: int) -> Response:
    return Response(sentence + "\n", status=status, mimetype="text/plain")
