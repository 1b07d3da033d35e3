"""On which terms a page is served: what a command line may ask for, the way in with a token, and how much is taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.workspace.cases import court
from timeline.app.entry import Guesses
from timeline.app.factory import create_app
from timeline.app.guard import protect
from timeline.app.limits import MOST_GUESSES, Limits
from timeline.app.reading import Room, Sent, stages
from timeline.app.terms import LOOPBACK, TOKEN, Terms, new_token
from timeline.errors import TimelineError
from timeline.formats import json as saved
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.app.desk import Desk
    from timeline.workspace import Chronicle

SECRET = new_token()
HOST = {"Host": "timelines.example.org"}


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The seconds so far."""
        return self.now


def test_this_machine_alone_needs_no_token() -> None:
    """Whoever opens a timeline for themselves is asked for nothing."""
    assert Terms.of({}, "127.0.0.1") == Terms(names=LOOPBACK, token=None)


@pytest.mark.parametrize(
    ("host", "more"), [("203.0.113.7", {}), ("127.0.0.1", {"proxy": "10.0.0.1"}), ("::1", {"names": ["a.example"]})]
)
def test_whoever_others_can_reach_asks_for_a_token(host: str, more: dict[str, Any]) -> None:
    """It is made where none is given, and is another one each time."""
    first, second = Terms.of({}, host, **more).token, Terms.of({}, host, **more).token
    assert first is not None
    assert len(first) >= 32
    assert first != second


def test_a_token_that_is_given_is_not_shown() -> None:
    """Several servers of one library share it, and no log has it."""
    terms = Terms.of({TOKEN: SECRET}, "0.0.0.0")  # noqa: S104 - all addresses are what is tried
    assert (terms.token, terms.shown, terms.names) == (SECRET, False, None)


@pytest.mark.parametrize(
    ("environment", "more", "says"),
    [
        ({TOKEN: "short"}, {}, "too short"),
        ({TOKEN: SECRET}, {"no_token": True, "proxy": "127.0.0.1"}, "contradict"),
        ({}, {"no_token": True}, "behind a proxy"),
        ({}, {"no_token": True, "proxy": "127.0.0.1"}, "--name"),
        ({}, {"no_token": True, "proxy": "127.0.0.1", "names": ["a.example"], "host": "10.0.0.2"}, "machine's own"),
        ({}, {"names": ["http://a.example/"]}, "without a port"),
        ({}, {"prefix": "/a b/"}, "/timelines/"),
        ({}, {"prefix": "/../"}, "/timelines/"),
        ({}, {"proxy": "proxy.example"}, "address"),
        ({}, {"user_header": "X-Forwarded-User"}, "--trust-proxy"),
        ({}, {"user_header": "X Y", "proxy": "127.0.0.1"}, "name of a header"),
        ({"TIMELINE_MOST_EVENTS": "many"}, {}, "TIMELINE_MOST_EVENTS is 'many'"),
        ({"TIMELINE_MOST_READINGS": "0"}, {}, "above 0"),
        ({"TIMELINE_MOST_MEGABYTES": "9" * 12}, {}, "above 0"),
    ],
)
def test_terms_that_mean_nothing_are_told(environment: dict[str, str], more: dict[str, Any], says: str) -> None:
    """In a sentence that says what to write instead."""
    with pytest.raises(TimelineError, match=says):
        Terms.of(environment, more.pop("host", "127.0.0.1"), **more)


@pytest.mark.parametrize(
    ("given", "kept"), [("/", "/"), ("", "/"), ("timelines", "/timelines/"), ("/a/b-c", "/a/b-c/")]
)
def test_a_prefix_begins_and_ends_with_a_slash(given: str, kept: str) -> None:
    """However it is written."""
    assert Terms.of({}, "127.0.0.1", prefix=given).prefix == kept


def entrance(chronicle: Chronicle, clock: Clock | None = None, **more: Any) -> Any:
    """A browser before a server that asks for a token."""
    app = create_app(chronicle, terms=Terms(None, SECRET, **more))
    if clock is not None:
        app.server.before_request_funcs[None].clear()
        protect(app, Terms(None, SECRET, **more), Guesses(clock))
    return app.server.test_client()


def test_the_token_is_brought_once(chronicle: Chronicle) -> None:
    """What was asked for is shown then, without the token in its address; the cookie is for the server alone."""
    client = entrance(chronicle, prefix="/timelines/")
    first = client.get(f"/timelines/?q=visit&token={SECRET}", headers=HOST)
    assert (first.status_code, first.headers["Location"]) == (303, "/timelines/?q=visit")
    cookie = first.headers["Set-Cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=Lax", "Path=/timelines/"))
    assert SECRET not in cookie
    assert "Secure" not in cookie
    assert client.get("/timelines/?q=visit", headers=HOST).status_code == 200


def test_over_https_the_cookie_stays_there(chronicle: Chronicle) -> None:
    """No other way carries it."""
    first = entrance(chronicle).get(f"https://a.example/?token={SECRET}")
    assert "Secure" in first.headers["Set-Cookie"]


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("//evil.example/", "/evil.example/"),
        ("/\t/evil.example/", "/%09/evil.example/"),
        ("/\\evil.example/", "/%5Cevil.example/"),
        ("/\r\nSet-Cookie: a=b", "/%0D%0ASet-Cookie%3A%20a%3Db"),
    ],
)
def test_the_address_leads_nowhere_else(chronicle: Chronicle, path: str, to: str) -> None:
    """Whatever stands before the token."""
    first = entrance(chronicle).get(f"/?token={SECRET}", headers=HOST, environ_overrides={"PATH_INFO": path})
    assert (first.status_code, first.headers["Location"]) == (303, to)


def test_a_stranger_is_asked(chronicle: Chronicle) -> None:
    """A page asks for the token, with a form that takes it; whatever else asks is told in a line."""
    client = entrance(chronicle)
    page = client.get("/", headers={**HOST, "Accept": "text/html"})
    assert page.status_code == 401
    assert 'action="/enter"' in page.get_data(as_text=True)
    assert client.get("/_dash-layout", headers=HOST).mimetype == "text/plain"
    wrong = client.post("/enter", data={"token": "not this one"}, headers=HOST)
    assert (wrong.status_code, "not the token" in wrong.get_data(as_text=True)) == (401, True)
    right = client.post("/enter", data={"token": SECRET}, headers=HOST)
    assert (right.status_code, right.headers["Location"]) == (303, "/")
    assert client.get("/", headers=HOST).status_code == 200


def test_guesses_have_to_wait(chronicle: Chronicle) -> None:
    """After ten wrong ones even the right one is not looked at for a minute; other addresses are."""
    clock = Clock()
    client = entrance(chronicle, clock)
    for number in range(MOST_GUESSES):
        assert client.get(f"/?token=guess{number}", headers=HOST).status_code == 401
    limited = client.get(f"/?token={SECRET}", headers=HOST)
    assert limited.status_code == 429
    assert limited.headers["Retry-After"] == "60"
    assert "wait 60 seconds" in limited.get_data(as_text=True)
    elsewhere = {"REMOTE_ADDR": "198.51.100.9"}
    assert client.get(f"/?token={SECRET}", headers=HOST, environ_base=elsewhere).status_code == 303
    clock.now = 61.0
    assert client.get(f"/?token={SECRET}", headers=HOST).status_code == 303


def test_nobody_locks_out_who_is_inside(chronicle: Chronicle) -> None:
    """Whoever has the cookie goes on working, though somebody at the same address guesses."""
    client = entrance(chronicle)
    client.get(f"/?token={SECRET}", headers=HOST)
    other = client.application.test_client()
    answers = [other.get(f"/?token=guess{number}", headers=HOST).status_code for number in range(MOST_GUESSES + 1)]

    assert answers[-1] == 429
    assert client.get("/", headers=HOST).status_code == 200


def test_an_old_cookie_is_one_guess() -> None:
    """A browser sends it with each of a page's files."""
    guesses = Guesses(Clock())
    for _ in range(50):
        guesses.wrong("198.51.100.9", b"an old one")
    assert guesses.wait("198.51.100.9") == 0


def test_the_addresses_of_one_network_are_one() -> None:
    """Nobody has ten more guesses for each of the addresses of an IPv6 network."""
    guesses = Guesses(Clock())
    for number in range(MOST_GUESSES):
        guesses.wrong(f"2001:db8:1:2::{number:x}", f"{number}".encode())
    assert guesses.wait("2001:db8:1:2::ffff") > 0
    assert guesses.wait("2001:db8:1:3::1") == 0


def test_what_is_remembered_of_guesses_does_not_grow() -> None:
    """Whoever has very many addresses fills no memory."""
    guesses = Guesses(Clock())
    for number in range(12_000):
        guesses.wrong(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", b"guess")
    assert len(guesses._wrong) == 10_000


@pytest.mark.parametrize(
    ("limits", "sent", "says"),
    [
        (Limits(characters=20), Sent(b"The ferry sank on Tuesday.", "ferry.txt"), "26 characters, more than the 20"),
        (Limits(events=1), Sent(saved.write(court()).encode(), "court.json"), "2 events in one article"),
        (Limits(articles=1), "two", "2 articles, more than the 1"),
        (Limits(megabytes=1), Sent(b"x" * 1_000_001, "large.txt"), "large.txt is larger than 1 MB: split it"),
    ],
)
def test_what_is_more_than_is_taken_is_told(desk: Desk, limits: Limits, sent: Any, says: str) -> None:
    """With what it is, how much there is, and how much is taken; nothing of it is kept."""
    before = desk.chronicle.timeline
    if sent == "two":
        one = json.loads(saved.write(court()))
        one["articles"].append({**one["articles"][0], "id": "other", "text": "Another text."})
        sent = Sent(json.dumps(one).encode(), "two.json")
    told = [json.loads(line) for line in stages(desk, sent, room=Room(limits))]
    assert says in told[-1]["fault"]
    assert desk.chronicle.timeline is before


def test_a_picture_that_fills_the_memory_is_refused(chronicle: Chronicle) -> None:
    """As a file and as its preview, with what is possible."""
    client = create_app(chronicle, terms=Terms(limits=Limits(megapixels=2))).server.test_client()
    size = "size=2000x1500&scale=1"
    for path in ("timeline.png", "preview.png"):
        answer = client.get(f"/export/{path}?{size}", headers={"Host": "localhost"})
        assert "at most 2 million pixels" in answer.get_data(as_text=True), path
    fine = client.get("/export/timeline.png?size=1000x800&scale=1", headers={"Host": "localhost"})
    assert fine.mimetype == "image/png"


def test_what_is_too_large_is_refused_before_it_is_read(chronicle: Chronicle) -> None:
    """The sentence is that of the file."""
    client = create_app(chronicle, terms=Terms(limits=Limits(megabytes=1))).server.test_client()
    answer = client.post("/read?name=large.txt", data=b"x" * 1_000_001, headers={"Host": "localhost"})
    assert answer.status_code == 413
    assert answer.get_data(as_text=True) == "What was sent is larger than 1 MB: split it.\n"


def test_edits_are_signed_by_whoever_makes_them(tmp_path: Path) -> None:
    """With the name that was written when they were let in, or given later; who gave none signs as the program does."""
    with open_library(tmp_path / "case.timeline", by="the program") as library:
        library.include(court())
        chosen = library.timeline.events[0].id
        app = create_app(library, terms=Terms(None, SECRET))
        people = {name: app.server.test_client() for name in ("Ann Ő", "", "Ben\u202e")}
        for name, client in people.items():
            client.post("/enter", data={"token": SECRET, "name": name}, headers=HOST)
            edit(client, app, chosen, f"Words of {name}")
        assert people[""].get("/enter", headers=HOST).status_code == 200
        people[""].post("/enter", data={"name": "Cleo"}, headers=HOST)
        edit(people[""], app, chosen, "Other words")
        assert [entry.by for entry in library.history(4)] == ["Cleo", "Ben", "the program", "Ann Ő"]


def test_a_proxy_may_say_who_it_is(tmp_path: Path) -> None:
    """In the header that it was agreed on; no cookie of somebody's own counts then."""
    terms = Terms.of(
        {}, "127.0.0.1", proxy="127.0.0.1", names=[HOST["Host"]], no_token=True, user_header="X-Forwarded-User"
    )
    with open_library(tmp_path / "case.timeline") as library:
        library.include(court())
        app = create_app(library, terms=terms)
        client = app.server.test_client()
        client.set_cookie("timeline-name", "Somebody", domain=HOST["Host"])
        edit(client, app, library.timeline.events[0].id, "Words", {"X-Forwarded-User": "ann@example.org"})
        edit(client, app, library.timeline.events[0].id, "Other words")
        assert [entry.by for entry in library.history(2)] == [None, "ann@example.org"]


def edit(client: Any, app: Any, event: str, title: str, headers: dict[str, str] | None = None) -> None:
    """Give an event another title, as the page does."""
    [(output, known)] = [(name, one) for name, one in app.callback_map.items() if "view.data" in name]
    body = {
        "output": output,
        "outputs": [dict(zip(("id", "property"), one.split("."), strict=True)) for one in output[2:-2].split("...")],
        "inputs": [{**known["inputs"][0], "value": {"verb": f"title:{event}", "arg": title, "n": 1}}],
        "state": [{**known["state"][0], "value": None}],
        "changedPropIds": ["action.data"],
    }
    answer = client.post("/_dash-update-component", json=body, headers={**HOST, **(headers or {})})
    assert answer.status_code == 200, answer.get_data(as_text=True)
