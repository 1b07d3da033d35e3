"""What each thing a user does costs the server: the sample, and ten thousand events; `make bench` prints the table."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

import timeline
from tests.scene.examples import many, plain
from timeline._files import data
from timeline.app.actions import VERBS
from timeline.app.desk import keep_what_is_there
from timeline.app.factory import create_app
from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.timeline import Timeline

pytestmark = pytest.mark.benchmark

HERE = {"Host": "127.0.0.1"}
COUNT = 10_000
MOST = {"sample": 150.0, "10,000 events": 250.0}
"""Milliseconds of the server's CPU for one answer."""
ROUNDS = 3


class Visitor:
    """A page without a browser: it sends actions as Dash does, and keeps the view that comes back."""

    def __init__(self, held: Timeline) -> None:
        self.chronicle = Chronicle(held)
        app = create_app(self.chronicle)
        keep_what_is_there()  # as the server does before it answers anybody
        self.client = app.server.test_client()
        self.output = next(name for name, one in app.callback_map.items() if one["inputs"][0]["id"] == "action")
        self.outputs = [
            {"id": one.split(".")[0], "property": one.split(".")[1]} for one in self.output.strip(".").split("...")
        ]
        self.view: dict[str, Any] | None = None
        self.number = 0

    def act(self, verb: str, arg: object = None, **more: object) -> float:
        """Do it; the milliseconds of CPU that the answer took, written out as it travels."""
        self.number += 1
        action = {"verb": verb, "arg": arg, "n": self.number, **more}
        body = {
            "output": self.output,
            "outputs": self.outputs,
            "inputs": [{"id": "action", "property": "data", "value": action}],
            "state": [{"id": "view", "property": "data", "value": self.view}],
            "changedPropIds": ["action.data"],
        }
        sent = json.dumps(body)
        start = time.process_time()
        answer = self.client.post("/_dash-update-component", data=sent, content_type="application/json", headers=HERE)
        took = (time.process_time() - start) * 1000
        assert answer.status_code == 200, answer.get_data(as_text=True)[:500]
        self.view = answer.get_json()["response"]["view"]["data"]
        assert self.view is not None
        assert self.view["answered"] == self.number
        return took

    def ask(self, address: str, body: object = None) -> float:
        """A question of the page's own."""
        sent = json.dumps(body)
        start = time.process_time()
        if body is None:
            answer = self.client.get(address, headers=HERE)
        else:
            answer = self.client.post(address, data=sent, content_type="application/json", headers=HERE)
        took = (time.process_time() - start) * 1000
        assert answer.status_code == 200
        return took

    @property
    def selected(self) -> str:
        """The event that the page shows."""
        return str((self.view or {})["selected"])

    def another(self) -> str:
        """An event that is not selected."""
        return next(event.id for event in self.chronicle.events if not event.hidden and event.id != self.selected)


def visited(held: Timeline) -> dict[str, float]:
    """Each verb once, in an order in which it has something to do: milliseconds of CPU by its name."""
    page = Visitor(held)
    took = {"open": page.act("open", {"search": "", "dark": False, "width": 950, "room": 500})}
    first = page.chronicle.seen(events="main").events[0]
    begin = (first.bounds.begin.earliest or 0) / MINUTES_PER_DAY
    near = [begin - 20, begin + 60]
    asked = {"view": page.view, "window": near, "rows": []}
    took["(a window)"] = page.ask("/window", asked)
    took["(a typed date)"] = page.ask(f"/date?text=between+3+and+9+April+2025&event={page.selected}")
    took["(anything new?)"] = page.ask("/version")
    lane = first.extra.get("lane") or first.actors[0]
    home = next((article.id for article in page.chronicle.articles), "")
    steps: list[tuple[str, Callable[[], tuple[str, object]]]] = [
        ("select", lambda: ("select", page.another())),
        ("step", lambda: ("step", "1")),
        ("lane-step", lambda: ("lane-step", "1")),
        ("tab: events", lambda: ("tab", "events")),
        ("tab: article", lambda: ("tab", "article")),
        ("tab: order", lambda: ("tab", "order")),
        ("tab: back", lambda: ("tab", "article")),
        ("resize", lambda: ("resize", {"width": 1200, "room": 600})),
        ("window", lambda: ("window", None)),
        ("fold", lambda: ("fold", lane)),
        ("count", lambda: ("count", [lane, near[0], near[1], []])),
        ("lane", lambda: ("lane", lane)),
        ("lanes", lambda: ("lanes", "status")),
        ("dates", lambda: ("dates", "text")),
        ("dates: all", lambda: ("dates", "all")),
        ("stated", lambda: ("stated", "only")),
        ("which", lambda: ("which", "all")),
        ("find", lambda: ("find", "the")),
        ("find: nothing", lambda: ("find", "")),
        ("theme", lambda: ("theme", "dark")),
        ("edit", lambda: ("edit", "date")),
        ("date", lambda: (f"date:{page.selected}", "April 2025")),
        ("undo", lambda: ("undo", None)),
        ("redo", lambda: ("redo", None)),
        ("title", lambda: (f"title:{page.selected}", "Another title")),
        ("details", lambda: (f"details:{page.selected}", {"status": "planned", "note": "A note"})),
        ("hide", lambda: ("hide", page.selected)),
        ("show", lambda: ("show", page.another())),
        ("join", lambda: ("join", page.selected)),
        ("merge", lambda: (f"merge:{page.selected}", page.another())),
        ("split", lambda: (f"split:{page.selected}", "")),
        ("edit: published", lambda: ("edit", f"published:{home}")),
        ("publish", lambda: (f"publish:{home}", "2025-08-20")),
        ("unpublish", lambda: ("unpublish", home)),
        ("leave", lambda: ("leave", home)),
        ("mark", lambda: ("mark", None)),
        ("add", lambda: ("add", {"title": "Mine", "date": "May 2025"})),
        ("history", lambda: ("history", "more")),
        ("refresh", lambda: ("refresh", None)),
        ("added", lambda: (f"added:{home}", "An article")),
        ("open again", lambda: ("open", {"search": "?lanes=article", "width": 950, "room": 500})),
    ]
    for name, step in steps:
        verb, arg = step()
        took[name] = page.act(verb, arg)
    for verb in set(VERBS) - {name.split(":")[0] for name in took}:
        took[f"{verb}, of nothing"] = page.act(verb)
    return took


def test_no_answer_keeps_a_user_waiting() -> None:
    """Each answer within its time, a table of all of them; the best of three rounds, each begun anew."""
    held = {
        "sample": timeline.extract(timeline.read(data("articles", "european-force.txt"))).timeline,
        "10,000 events": plain(*many(COUNT).events),  # in an article, so that they can be edited
    }
    took = {}
    for name, one in held.items():
        rounds = [visited(one) for _ in range(ROUNDS)]
        took[name] = {verb: min(each[verb] for each in rounds) for verb in rounds[0]}

    print(f"\n{'ms of CPU':<26}" + "".join(f"{name:>16}" for name in took))
    for verb in took["sample"]:
        print(f"{verb:<26}" + "".join(f"{took[name][verb]:>16.0f}" for name in took))
    for name, each in took.items():
        assert {verb: round(ms) for verb, ms in each.items() if ms > MOST[name]} == {}, name
