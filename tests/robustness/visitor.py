"""Somebody at the page without a browser: asks what the page's scripts ask, and keeps the view as they do."""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from ssl import SSLContext

LONGEST = 60.0
"""Seconds that an answer may take before the test gives up."""


class Visitor:
    """A connection to a server under its prefix; `took` has the seconds of each answer, by what was asked."""

    def __init__(
        self,
        port: int,
        prefix: str = "/",
        headers: Mapping[str, str] | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        self.port, self.prefix = port, prefix
        self.headers = dict(headers or {})
        self.view: dict[str, Any] | None = None
        self.notice = ""
        self.took: list[tuple[str, float]] = []
        self._count = 0
        self._dependencies: dict[str, Any] | None = None
        self._tls = tls
        self._connection = self._connected()

    def _connected(self) -> HTTPConnection:
        if self._tls is None:
            return HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        return HTTPSConnection("127.0.0.1", self.port, timeout=LONGEST, context=self._tls)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(
        self, path: str, body: bytes | None = None, *, method: str = "", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer; *path* counts from the prefix."""
        begun = perf_counter()
        answer = self.begun(path, body, method=method, **headers)
        found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        self.took.append((path.partition("?")[0], perf_counter() - begun))
        return found

    def begun(self, path: str, body: bytes | None = None, *, method: str = "", **headers: str) -> HTTPResponse:
        """An answer whose body is still to be read."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        way = method or ("GET" if body is None else "POST")
        self._connection.request(way, self.prefix + path, body, {**self.headers, **more})
        return self._connection.getresponse()

    def elsewhere(self, port: int) -> None:
        """Go on with another server, as a proxy that shares out requests does."""
        self.close()
        self.port = port
        self._connection = self._connected()

    def act(self, verb: str, arg: object = None, **more: object) -> dict[str, Any]:
        """Do something as the page does: the parts of it that are shown anew. Raises where there is no such answer."""
        self._count += 1
        status, _, body = self.ask(
            "_dash-update-component",
            json.dumps(self.question({"verb": verb, "arg": arg, "n": self._count, **more})).encode(),
            Content_Type="application/json",
        )
        assert status == 200, (verb, status, body[:300])
        answer: dict[str, Any] = json.loads(body)["response"]
        self.view = answer["view"]["data"]
        assert self.view is not None
        assert self.view["answered"] == self._count, answer
        told = answer.get("notice", {}).get("sendNotifications", [])
        self.notice = told[0]["message"] if told else ""
        return answer

    def question(self, action: object) -> dict[str, Any]:
        """What the page's script sends with an action."""
        if self._dependencies is None:
            known = json.loads(self.ask("_dash-dependencies")[2])
            self._dependencies = next(one for one in known if not one["clientside_function"])
        known = self._dependencies
        outputs = [
            dict(zip(("id", "property"), one.split("."), strict=True)) for one in known["output"][2:-2].split("...")
        ]
        return {
            "output": known["output"],
            "outputs": outputs,
            "inputs": [{**known["inputs"][0], "value": action}],
            "state": [{**known["state"][0], "value": self.view}],
            "changedPropIds": ["action.data"],
        }

    def open(self, search: str = "") -> dict[str, Any]:
        """Open the page, its address with a query or without."""
        self.view = None
        return self.act("open", {"search": search, "dark": False, "width": 950, "room": 600})

    def window(self, days: list[float] | None) -> dict[str, Any]:
        """Have another window drawn."""
        body = json.dumps({"view": self.view, "window": days, "rows": []}).encode()
        status, _, answer = self.ask("window", body, Content_Type="application/json")
        assert status == 200, (status, answer[:300])
        drawn: dict[str, Any] = json.loads(answer)
        return drawn

    def version(self) -> int:
        """The number of the state."""
        return int(self.ask("version")[2])
