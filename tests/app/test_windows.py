"""Another window of the drawing, asked for by the page itself: its answers, its refusals, what is known of it later."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from dash import no_update

from timeline.app import windows
from timeline.app.callbacks import turn
from timeline.app.factory import create_app
from timeline.app.limits import MOST_QUESTION
from timeline.app.page import figure
from timeline.app.state import PageView
from timeline.app.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.app.desk import Desk
    from timeline.workspace import Chronicle

    Act = Callable[..., dict[str, Any]]

WINDOW = [739310.0, 739320.0]
HERE = {"Host": "127.0.0.1"}


def question(**changed: object) -> dict[str, Any]:
    """What the page asks, with something changed."""
    return {"view": PageView(width=950).data(), "window": WINDOW, "rows": [], **changed}


@pytest.fixture
def client(chronicle: Chronicle) -> Any:
    """A browser without a window."""
    return create_app(chronicle).server.test_client()


def test_the_answer_is_what_an_action_gives(act: Act, desk: Desk) -> None:
    """Plan, marks and window, in numbers that survive the journey."""
    view = act("tab", "article")["view"]
    asked = windows.answered(desk, json.dumps(question(view=view)).encode())
    given = act("window", window=WINDOW)["parts"]["figure"]

    assert asked.status_code == 200
    found = json.loads(asked.get_data())
    assert found == json.loads(json.dumps({**given, "answered": view["answered"]}))
    assert found["window"] == WINDOW
    assert len(found["plan"]["glyphs"]) > 5


def test_everything_has_no_rows_to_keep(desk: Desk) -> None:
    """The drawing of everything is the same, wherever one comes from."""
    rows = [["e1", 3.0], ["e2", 4.0]]
    one, other = (windows.view_of(json.dumps(question(window=None, rows=given)).encode()) for given in (rows, []))
    assert one == other
    assert one is not None
    assert (one.window, one.base) == (None, None)
    assert figure(desk, one)["plan"]["region"] is None


def test_an_action_takes_along_what_was_drawn(act: Act, desk: Desk) -> None:
    """Dash has not heard of it: the drawing is not sent again, and the next view knows it."""
    view = act("tab", "article")["view"]
    base = view["base"]
    drawn = windows.view_of(json.dumps(question(view=view)).encode())
    assert drawn is not None
    event = figure(desk, drawn)["plan"]["glyphs"][0]["event"]
    answer = act("select", event, window=WINDOW, drawn={"base": WINDOW, "rows": []})

    assert answer["parts"]["figure"] is no_update
    assert (answer["view"]["base"], answer["view"]["selected"]) == (tuple(WINDOW), event)
    assert base != answer["view"]["base"]
    again = act("dates", "text", window=WINDOW)
    assert again["parts"]["figure"] is not no_update


def test_a_fault_keeps_what_is_drawn(act: Act, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The view that the page goes on with has the window and the base that it shows."""
    view = act("tab", "article")["view"]
    monkeypatch.setattr(type(desk), "shown", lambda *_: 1 / 0)
    action = {"verb": "step", "arg": "1", "n": 9, "window": WINDOW, "drawn": {"base": WINDOW, "rows": [["e1", 2]]}}
    after = turn(desk, action, view)["view"]
    assert (after["window"], after["base"], after["rows"]) == (tuple(WINDOW), tuple(WINDOW), (("e1", 2.0),))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 200_000,
        json.dumps({"view": {}, "rows": []}).encode(),
        json.dumps(question(view=[])).encode(),
        json.dumps(question(view=None)).encode(),
        json.dumps(question(window=[2, 1])).encode(),
        json.dumps(question(window=["a", "b"])).encode(),
        json.dumps(question(window={})).encode(),
        json.dumps(question(window=[0, 10**400])).encode(),
        b'{"view": {}, "rows": [], "window": [NaN, 1e999]}',
        json.dumps(question(rows=None)).encode(),
        json.dumps(question(rows=[["e1"]])).encode(),
        json.dumps(question(rows=[["e1", "2"]])).encode(),
        json.dumps(question(rows=[["e1", 10**400]])).encode(),
        b'{"view": {}, "window": null, "rows": [["e1", NaN]]}',
    ],
)
def test_garbage_is_refused_with_a_sentence(desk: Desk, body: bytes) -> None:
    """It says what the address takes."""
    answer = windows.answered(desk, body)
    assert answer.status_code == 400
    assert answer.get_data(as_text=True).startswith("This address takes JSON")


def test_only_json_from_the_page_itself_is_answered(client: Any) -> None:
    """What a form of another site can send is refused, and so are its scripts, and other names of this machine."""
    body = json.dumps(question())
    assert client.post("/window", data=body, content_type="text/plain", headers=HERE).status_code == 400
    assert client.post("/window", json=question(), headers={**HERE, "Origin": "http://127.0.0.1"}).status_code == 200
    foreign = client.post("/window", json=question(), headers={**HERE, "Origin": "http://evil.example"})
    assert foreign.status_code == 403
    assert client.post("/window", json=question(), headers={"Host": "evil.example"}).status_code == 403


def test_the_token_is_needed_where_there_is_one(chronicle: Chronicle) -> None:
    """As for everything else."""
    client = create_app(chronicle, terms=Terms(None, "secret")).server.test_client()
    assert client.post("/window", json=question()).status_code == 401


def test_a_question_that_is_too_long_is_not_read(client: Any) -> None:
    """A megabyte is a hundred times what a page asks."""
    answer = client.post("/window", json=question(more="x" * MOST_QUESTION), headers=HERE)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "changed",
    [
        {"width": -5, "room": 10**9},
        {"search": "\ud800" * 50, "selected": "nobody"},
        {"without": ["x"] * 500, "folded": ["<b>"] * 500},
        {"lanes_by": ["actor"], "dates_from": {}, "events": "none"},
        {"window": "all", "base": [5, 1], "rows": 7, "counted": [1, 2]},
    ],
)
def test_a_view_of_nonsense_is_drawn_as_far_as_it_makes_sense(desk: Desk, changed: dict[str, Any]) -> None:
    """What has no meaning falls back to what is usual, as in every action."""
    answer = windows.answered(desk, json.dumps(question(view={**PageView().data(), **changed})).encode())
    assert answer.status_code == 200
    assert json.loads(answer.get_data())["window"] == WINDOW


def test_a_fault_of_ours_is_told_by_its_number(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence; what happened is in the log."""
    monkeypatch.setattr(type(desk), "drawn", lambda *_: 1 / 0)
    answer = windows.answered(desk, json.dumps(question()).encode())
    assert answer.status_code == 500
    assert "a fault of ours, number" in answer.get_data(as_text=True)


def test_what_was_looked_at_last_is_remembered(desk: Desk) -> None:
    """Many windows later the whole has not to be laid out again, and the first of the windows is forgotten."""
    view = PageView(width=950)
    whole, first = desk.bare(view), desk.plan(replace(view, window=(739000.0, 739100.0)))
    for number in range(100):
        desk.plan(replace(view, window=(739000.0 + number, 739101.0 + number)))
    assert desk.bare(view) is whole
    assert desk.plan(replace(view, window=(739000.0, 739100.0))) is not first
