"""The server: who is let in, what it says about what may be loaded, exports, ports."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from timeline.app.exports import TYPES
from timeline.app.factory import create_app
from timeline.app.server import make_server, serve
from timeline.app.terms import Terms, new_token
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.workspace import Chronicle


TOKEN = new_token()


@pytest.fixture
def client(chronicle: Chronicle) -> Any:
    """A browser without a window."""
    return create_app(chronicle).server.test_client()


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost", "LOCALHOST:1", "[::1]:8050"])
def test_this_machines_names_are_answered(client: Any, host: str) -> None:
    """The page opens under each name of the loopback address."""
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8050", "10.0.0.1", "[::2]", "["]
)
def test_a_forged_host_is_refused(client: Any, host: str) -> None:
    """A site that points its own name at this machine gets nothing."""
    assert client.get("/", headers={"Host": host}).status_code == 403


def test_a_post_from_another_site_is_refused(client: Any) -> None:
    """The same post from the page itself is answered."""
    body = {"output": "x.y", "inputs": [], "outputs": []}
    foreign = client.post("/_dash-update-component", json=body, headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403


def test_the_page_may_load_from_its_own_server_only(client: Any) -> None:
    """The policy forbids every other host, plugins, frames around it, and inline scripts that are not ours."""
    answer = client.get("/", headers={"Host": "127.0.0.1"})
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "//" not in policy
    text = answer.get_data(as_text=True)
    assert "https://" not in text
    assert "assets/page.js" in text


def test_a_title_is_text(chronicle: Chronicle) -> None:
    """It is an article's own words: no markup of the page, and no place that the page fills."""
    hostile = replace(chronicle.timeline, title='</title><meta http-equiv="refresh" content="0;url=//a">{%config%}')
    page = create_app(type(chronicle)(hostile)).server.test_client().get("/", headers={"Host": "127.0.0.1"})
    title = re.search(r"<title>(.*?)</title>", page.get_data(as_text=True))

    assert title is not None
    assert unescape(title[1]) == hostile.title


def test_a_token_lets_in_and_is_kept_as_a_cookie(chronicle: Chronicle) -> None:
    """With the token in the address once, without it afterwards; a wrong one is refused."""
    client = create_app(chronicle, terms=Terms(None, TOKEN)).server.test_client()
    assert client.get("/").status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/_dash-layout").status_code == 401
    first = client.get(f"/?token={TOKEN}")
    assert first.status_code == 303
    assert "token" not in first.headers["Location"]
    assert "HttpOnly" in first.headers["Set-Cookie"]
    assert client.get("/").status_code == 200


def test_other_addresses_need_a_token(chronicle: Chronicle) -> None:
    """Nobody opens the page to a network by mistake."""
    with pytest.raises(TimelineError, match="can be reached from other machines"):
        make_server(chronicle, "203.0.113.7", 0)
    assert new_token() != new_token()


def test_a_port_in_use_is_passed_over(chronicle: Chronicle) -> None:
    """The next free one is taken and given back."""
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        server, taken = make_server(chronicle, port=port)
        server.close()
    assert taken > port


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("203.0.113.7", 0), ("no.such.host.invalid", 0)])
def test_an_address_that_cannot_be_had_is_told_in_a_sentence(chronicle: Chronicle, host: str, port: int) -> None:
    """The sentence names the address."""
    with pytest.raises(TimelineError, match=host):
        serve(chronicle, host, port, open_browser=False, terms=Terms(None, TOKEN))


@pytest.mark.parametrize("suffix", TYPES)
def test_every_format_is_exported(client: Any, suffix: str) -> None:
    """As a file with a name made of the title."""
    answer = client.get(f"/export/timeline.{suffix}", headers={"Host": "127.0.0.1"})
    assert answer.status_code == 200
    assert answer.mimetype == TYPES[suffix]
    assert (
        f'filename="a-european-force-for-ukraine-with-us-air-power.{suffix}"' in answer.headers["Content-Disposition"]
    )
    assert len(answer.data) > 500


def test_an_export_shows_what_was_seen(client: Any) -> None:
    """Search, lanes, window and theme of the address are those of the picture and the table; JSON keeps everything."""

    def get(path: str) -> str:
        return str(client.get(path, headers={"Host": "localhost"}).get_data(as_text=True))

    rows = list(csv.DictReader(io.StringIO(get("/export/timeline.csv?q=visit"))))
    assert len(rows) == 1
    drawn = get("/export/timeline.svg?without=Russia&theme=dark")
    assert "Zakharova" not in drawn
    assert "#12161d" in drawn
    assert len(json.loads(get("/export/timeline.json?q=visit"))["events"]) == 14


def test_an_unknown_export_is_told(client: Any) -> None:
    """The sentence names the formats there are."""
    answer = client.get("/export/timeline.exe", headers={"Host": "localhost"})
    assert answer.status_code == 404
    assert "json, docx, xlsx, csv" in answer.get_data(as_text=True)


def test_the_palette_has_each_lane_in_both_themes(client: Any) -> None:
    """Article and table take their colours from the drawing's theme."""
    sheet = client.get("/palette.css", headers={"Host": "localhost"}).get_data(as_text=True)
    assert sheet.count(".lane-0 ") == 2
    assert ".lane--1 " in sheet


def test_the_app_is_made_anew_each_time(chronicle: Chronicle) -> None:
    """Two apps in one process do not share callbacks."""
    one, other = create_app(chronicle), create_app(chronicle)
    assert one.callback_map.keys() == other.callback_map.keys()
    assert one.callback_map is not other.callback_map
