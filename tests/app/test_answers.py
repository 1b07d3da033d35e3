"""What every answer has: how long it is kept, what may be loaded; whether all is well; and what is said of a fault."""

from __future__ import annotations

import logging
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from dash import Input, Output

from timeline.app import asking, ids
from timeline.app.factory import create_app
from timeline.app.layout import CONFIG
from timeline.app.shell import FOREVER
from timeline.app.terms import Terms, new_token
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.workspace import Chronicle

HERE = {"Host": "localhost"}


@pytest.fixture
def client(chronicle: Chronicle) -> Any:
    """A browser without a window, under a prefix."""
    return create_app(chronicle, terms=Terms(prefix="/timelines/")).server.test_client()


def files(client: Any) -> list[str]:
    """The files that the page names, as a browser asks for them."""
    page = client.get("/timelines/", headers=HERE, buffered=True).get_data(as_text=True)
    named = re.findall(r'<(?:script|link)[^>]* (?:src|href)="([^"]+)"', page)
    return [name if name.startswith("/") else f"/timelines/{name}" for name in named]


def test_a_file_is_kept_for_good_where_its_address_names_its_state(client: Any) -> None:
    """All scripts and style sheets of the page are such; the page itself and its answers are never kept."""
    for name in files(client):
        kept = client.get(name, headers=HERE, buffered=True).headers["Cache-Control"]
        assert (kept == FOREVER) == ("?m=" in name or ".v" in name), name
    for name in ("", "version", "_dash-layout", "export/timeline.csv", "date?text=May", "health", "nothing.css"):
        assert client.get(f"/timelines/{name}", headers=HERE, buffered=True).headers["Cache-Control"] == "no-store", (
            name
        )


def test_everything_the_page_names_is_there_under_the_prefix(client: Any) -> None:
    """Nothing of it lies outside, where the proxy has something else."""
    for name in files(client):
        assert name.startswith("/timelines/")
        assert client.get(name, headers=HERE, buffered=True).status_code == 200, name
    assert client.get("/timelines", headers=HERE, buffered=True).headers["Location"].endswith("/timelines/")
    outside = client.get("/", headers=HERE, buffered=True)
    assert (outside.status_code, outside.get_data(as_text=True)) == (404, "The timeline is at /timelines/.\n")


@pytest.mark.parametrize("path", ["", "health", "nothing.css", "export/timeline.exe", "assets/page.js"])
def test_every_answer_says_what_may_be_done_with_it(client: Any, path: str) -> None:
    """Refusals, too."""
    told = client.get(f"/timelines/{path}", headers=HERE, buffered=True).headers
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "same-origin"
    assert told["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in told["Content-Security-Policy"]


def test_what_is_large_is_compressed(client: Any) -> None:
    """Page and answers; what scripts weigh on the way is measured in the browser."""
    for path in ("", "_dash-layout", "export/timeline.json", "palette.css"):
        answer = client.get(f"/timelines/{path}", headers={**HERE, "Accept-Encoding": "gzip"}, buffered=True)
        assert answer.headers.get("Content-Encoding") == "gzip", path


def test_the_drawing_goes_to_no_cloud() -> None:
    """Plotly has a button for that."""
    assert CONFIG["showSendToCloud"] is False


def test_health_is_told_to_everybody(chronicle: Chronicle) -> None:
    """With and without the prefix, under any name, without the token; and nothing else is told."""
    client = create_app(chronicle, terms=Terms(None, new_token(), "/timelines/")).server.test_client()
    for path in ("/health", "/timelines/health"):
        answer = client.get(path, headers={"Host": "10.0.0.1"})
        assert answer.status_code == 200
        assert answer.get_json().keys() == {"status", "version"}
        assert answer.get_json()["status"] == "ok"


def test_a_library_that_does_not_open_is_no_health(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Gone or damaged; where it lies stands in the log alone. When it is back all is well."""
    path = tmp_path / "case.timeline"
    with open_library(path) as library:
        client = create_app(library).server.test_client()
        assert client.get("/health").status_code == 200
        shutil.move(path, tmp_path / "aside")
        gone = client.get("/health")
        path.write_text("no library at all")
        damaged = client.get("/health")
        path.unlink()
        shutil.move(tmp_path / "aside", path)
        assert client.get("/health").status_code == 200
    assert (gone.status_code, damaged.status_code) == (503, 503)
    assert gone.get_json()["status"] == "the library does not open"
    assert str(tmp_path) not in gone.get_data(as_text=True) + damaged.get_data(as_text=True)
    assert str(path) in caplog.text


def test_a_callback_that_raises_is_a_notice_with_its_number(
    chronicle: Chronicle, caplog: pytest.LogCaptureFixture
) -> None:
    """The number stands in the log, with all that is known of the fault; the page stays as it was."""
    app = create_app(chronicle)

    @app.callback(Output(ids.LIVE, "title"), Input(ids.SEARCH, "value"))
    def broken(_value: str) -> str:
        raise ZeroDivisionError("a fault of ours")

    body = {
        "output": f"{ids.LIVE}.title",
        "outputs": {"id": ids.LIVE, "property": "title"},
        "inputs": [{"id": ids.SEARCH, "property": "value", "value": "x"}],
        "state": [],
        "changedPropIds": [f"{ids.SEARCH}.value"],
    }
    with caplog.at_level(logging.ERROR):
        answer = app.server.test_client().post("/_dash-update-component", json=body, headers=HERE, buffered=True)
    assert answer.status_code == 200
    told = answer.get_json()["sideUpdate"][ids.NOTICE]["sendNotifications"][0]["message"]
    assert number_in(told) in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in answer.get_data(as_text=True)


def test_an_address_that_fails_says_its_number(
    chronicle: Chronicle, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, without a traceback; two faults have two numbers."""

    def broken(*_words: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(asking, "understood", broken)
    client = create_app(chronicle).server.test_client()
    answers = [client.get("/date?text=May", headers=HERE, buffered=True) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [500, 500]
    told = [answer.get_data(as_text=True) for answer in answers]
    assert all("Something went wrong" in one and "Traceback" not in one for one in told)
    assert {number_in(one) in caplog.text for one in told} == {True}
    assert number_in(told[0]) != number_in(told[1])


def number_in(told: str) -> str:
    """The number of a fault, as the user is told it."""
    found = re.search(r"number (\d{8}) in the log", told)
    assert found, told
    return found[1]
