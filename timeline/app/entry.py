"""The way in with a token: the page that asks for it, the cookie that remembers it, and what becomes of guesses."""

from __future__ import annotations

import hmac
import threading
import time
from html import escape
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote, urlencode

from flask import Response, request

from timeline.app.limits import MOST_GUESSES

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT: Final = 30 * 24 * 3600
"""Seconds that a browser is let in without being asked again."""
LONGEST_NAME: Final = 80
"""Characters of the name that somebody gives."""
_NAME: Final = "timeline-name"
_A_MINUTE: Final = 60.0
_MOST_ADDRESSES: Final = 10_000
_ASKS: Final = "Open the address with its token, as the program printed it when it started, or write the token here."
_SIGNS: Final = "What you change from now on is signed with this name."
_WRONG: Final = "That is not the token of this server."
_FIELD: Final = """\
<label>Token <input name="token" type="password" autocomplete="current-password" required autofocus></label>"""
_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Timeline</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 18vh auto; padding: 0 1rem; }}
h1 {{ font-size: 1.25rem; }}
p {{ margin: 0 0 1.2rem; }}
p[role=alert] {{ color: light-dark(#b3261e, #ffb4ab); }}
label {{ display: block; margin-bottom: 0.9rem; }}
small {{ opacity: 0.75; }}
input {{ display: block; width: 100%; box-sizing: border-box; margin-top: 0.2rem; }}
input, button {{ font: inherit; padding: 0.4rem 0.7rem; border-radius: 6px; border: 1px solid #8a93a3; }}
button {{ color: #fff; background: #2257c5; border-color: #2257c5; padding-inline: 1.2rem; cursor: pointer; }}
</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p{role}>{says}</p>
<form method="post" action="{action}">
{token}
<label>Your name <small>for the history; may stay empty</small>
<input name="name" autocomplete="name" maxlength="{longest}" value="{name}"></label>
<button type="submit">Open</button>
</form>
</main>
</body>
</html>
"""


class Guesses:
    """
    Wrong tokens by the address they came from; the same one again is no new guess, as an old cookie is sent often.

    Each process counts for itself.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: dict[str, dict[bytes, float]] = {}

    def wrong(self, address: str, shown: bytes) -> None:
        """Count a wrong token."""
        with self._lock:
            place = _place(address)
            mine = self._wrong.pop(place, {})
            mine.setdefault(hmac.digest(b"guess", shown, "sha256"), self._clock())
            self._wrong[place] = mine  # the last one stands last
            if len(self._wrong) > _MOST_ADDRESSES:
                del self._wrong[next(iter(self._wrong))]

    def wait(self, address: str) -> int:
        """Seconds until an address may try again; 0 where it may."""
        with self._lock:
            place, now = _place(address), self._clock()
            mine = {guess: at for guess, at in self._wrong.pop(place, {}).items() if now - at < _A_MINUTE}
            if mine:
                self._wrong[place] = mine
            if len(mine) < MOST_GUESSES:
                return 0
            return max(1, round(_A_MINUTE - (now - min(mine.values()))))


class Door:
    """Lets in who brings the token, once in the address or the form, afterwards by a cookie."""

    def __init__(self, token: str, prefix: str, guesses: Guesses | None = None) -> None:
        self._token = _bytes(token)
        self._prefix = prefix
        self._guesses = guesses or Guesses()
        # cookies are shared by all ports of a machine: each server has its own, and none says the token
        self._cookie = f"timeline-{hmac.new(self._token, b'name', 'sha256').hexdigest()[:8]}"
        self._remembered = _bytes(hmac.new(self._token, b"cookie", "sha256").hexdigest())

    def ask(self) -> Response | None:
        """None for who may come in; else what they are answered."""
        address = request.remote_addr or ""
        there = request.path == f"{self._prefix}enter"
        entering = there and request.method == "POST"
        shown = request.form.get("token", "").strip() if entering else request.args.get("token", "")
        cookie = request.cookies.get(self._cookie, "")
        to = self._prefix if entering else _without_token()
        if hmac.compare_digest(_bytes(cookie), self._remembered):  # no guess, so it waits for nobody's
            if there and not entering:
                return self._form(200)  # to give another name
            return self._welcome(to) if shown or entering else None
        if (shown or cookie) and (wait := self._guesses.wait(address)):
            return _told(f"Too many wrong tokens came from your address: wait {wait} seconds.", 429, wait)
        if shown:
            if hmac.compare_digest(_bytes(shown), self._token):
                return self._welcome(to)
            self._guesses.wrong(address, _bytes(shown))
        if cookie:
            self._guesses.wrong(address, _bytes(cookie))
        if entering or "text/html" in request.headers.get("Accept", ""):
            return self._form(401, wrong=bool(shown))
        return _told(_WRONG if shown else _ASKS, 401)

    def _welcome(self, to: str) -> Response:
        answer = Response(status=303, headers={"Location": to})
        kept: dict[str, Any] = {
            "max_age": KEPT,
            "path": self._prefix,
            "secure": request.is_secure,
            "httponly": True,
            "samesite": "Lax",  # a link in a letter opens the page; what changes something is asked for its origin
        }
        answer.set_cookie(self._cookie, self._remembered.decode(), **kept)
        if "name" in request.form:
            answer.set_cookie(_NAME, quote(request.form["name"].strip()[:LONGEST_NAME]), **kept)
        return answer

    def _form(self, status: int, *, wrong: bool = False) -> Response:
        inside = status == 200
        page = _PAGE.format(
            heading="Who works here?" if inside else "This timeline asks for its token",
            says=_WRONG if wrong else _SIGNS if inside else _ASKS,
            token="" if inside else _FIELD,
            role=' role="alert"' if wrong else "",
            action=escape(f"{self._prefix}enter"),
            name=escape(given_name()),
            longest=LONGEST_NAME,
        )
        return Response(page, status, mimetype="text/html")


def given_name() -> str:
    """The name that somebody gave when they were let in; empty where they gave none."""
    return unquote(request.cookies.get(_NAME, ""))


def _without_token() -> str:
    """The address that was asked for, its query without the token."""
    rest = [(name, value) for name, value in request.args.items(multi=True) if name != "token"]
    query = f"?{urlencode(rest)}" if rest else ""
    return f"/{quote(request.path.lstrip('/'))}{query}"  # never another host, as "//host" would be, or "/<tab>/host"


def _told(sentence: str, status: int, wait: int = 0) -> Response:
    headers = {"Retry-After": str(wait)} if wait else {}
    return Response(f"{sentence}\n", status, mimetype="text/plain", headers=headers)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _place(address: str) -> str:
    """Whoever has one address of IPv6 has 2⁶⁴ of them."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return f"{int(found) >> 64:x}::" if isinstance(found, IPv6Address) else address
