"""Whoever means harm: what they send is refused in a sentence, or shown as the text it is; the server goes on."""

from __future__ import annotations

import contextlib
import copy
import json
import logging
import math
import threading
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.fourteen import timeline
from tests.robustness.visitor import Visitor
from timeline.app.book import Shared
from timeline.app.limits import MOST_QUESTION, Limits
from timeline.app.server import make_server
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKUP = """"><script>window.harm=1</script><img src=x onerror="window.harm=1">'${7*7}{{7*7}}\u202e"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A library that is served as in production."""
    path = tmp_path_factory.mktemp("hostile") / "case.timeline"
    with open_library(path) as library:
        library.include(timeline())
        server, port = make_server(Shared(library), port=0)

        def run() -> None:
            with contextlib.suppress(OSError):  # closed under its feet
                server.run()

        threading.Thread(target=run, daemon=True).start()
        yield port
        server.close()


@pytest.fixture
def visitor(port: int, caplog: pytest.LogCaptureFixture) -> Iterator[Visitor]:
    """Somebody who has opened the page; afterwards the server is well, and no fault of ours is in its log."""
    found = Visitor(port)
    found.open()
    with caplog.at_level(logging.ERROR):
        yield found
    found.close()
    after = Visitor(port)
    after.open()
    assert json.loads(after.ask("health")[2])["status"] == "ok"
    after.close()
    assert "fault" not in caplog.text


def sent(visitor: Visitor, body: object) -> tuple[int, str]:
    """A callback is asked with a body of somebody's own."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    status, _, answer = visitor.ask("_dash-update-component", raw, Content_Type="application/json")
    return status, answer.decode()


# --- requests ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "[", "a b", "x" * 5000, ""])
@pytest.mark.parametrize("path", ["", "version", "export/timeline.json", "_dash-layout"])
def test_a_forged_host_gets_nothing(visitor: Visitor, host: str, path: str) -> None:
    """Whichever address it asks for."""
    status, _, body = visitor.ask(path, Host=host)
    assert status in (400, 403)
    assert "force" not in body.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://["},
    ],
)
@pytest.mark.parametrize("path", ["_dash-update-component", "read?name=a.txt", "window"])
def test_what_another_site_posts_is_refused(visitor: Visitor, path: str, headers: dict[str, str]) -> None:
    """Its reader's browser says where it comes from."""
    before = visitor.version()
    names = {name.replace("-", "_"): value for name, value in headers.items()}
    status, _, body = visitor.ask(path, b'{"output": "x"}', Content_Type="text/plain", **names)
    assert (status, body.decode()) == (403, "This request comes from another site.\n")
    assert visitor.version() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW"])
def test_other_methods_change_nothing(visitor: Visitor, method: str) -> None:
    """They are told so."""
    for path in ("", "read", "window", "version", "export/timeline.csv"):
        status, _, body = visitor.ask(path, b"", method=method)
        assert status in (200, 400, 405), (path, status)  # OPTIONS says which there are
        assert b"Traceback" not in body


@pytest.mark.parametrize(
    "path",
    [
        "assets/../../pyproject.toml",
        "assets/%2e%2e/%2e%2e/pyproject.toml",
        "assets/..%2f..%2fpyproject.toml",
        "assets//etc/passwd",
        "_dash-component-suites/dash/%2e%2e/%2e%2e/flask/app.py",
        "_dash-component-suites/os/path.py",
        "_dash-component-suites/timeline/errors.py",
        "export/timeline.../../x",
        "assets/page.js%00.css",
        "%ff%fe",
        "x" * 20_000,
    ],
)
def test_no_address_leads_to_another_file(visitor: Visitor, path: str) -> None:
    """Nothing but the page and its files is ever sent."""
    status, headers, body = visitor.ask(path)
    page = status == 200 and headers["content-type"].startswith("text/html") and b"dash-renderer" in body
    assert page or status in (400, 404, 414)
    for secret in (b"article-timeline", b"root:", b"class Flask", b"class TimelineError"):
        assert secret not in body


# --- bodies of callbacks -----------------------------------------------------------------------------

_ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, "", "x", [], {}, [[]], [None], {"verb": 1}, "\ud800", 10**30, 1e308, "a.b.c" * 99),
    *({"id": "x"}, [{"id": {"a": 1}, "property": "data"}], [{"id": "action", "property": "children", "value": 1}]),
)


@pytest.mark.parametrize("part", ["output", "outputs", "inputs", "state", "changedPropIds"])
def test_a_body_that_does_not_fit_the_page_is_refused(visitor: Visitor, part: str) -> None:
    """Any part of it may be anything else: wrong types, parts that the page does not have, none at all."""
    good = visitor.question({"verb": "tab", "arg": "article", "n": 1})
    for odd in _ODD:
        status, says = sent(visitor, {**good, part: odd})
        harmless = odd == [] and part == "changedPropIds"
        assert status == (200 if harmless else 400), (part, odd, says)
        assert harmless or says == "This request does not fit the page: load the page anew.\n"
    if part in ("output", "inputs", "state"):
        assert sent(visitor, {name: value for name, value in good.items() if name != part})[0] == 400


def test_a_foreign_part_is_refused(visitor: Visitor) -> None:
    """Among those the page has, too."""
    good = visitor.question({"verb": "tab", "arg": "article", "n": 1})
    for place in ("inputs", "state", "outputs"):
        changed = copy.deepcopy(good)
        changed[place] = [*changed[place], {"id": "harm", "property": "children", "value": 1}]
        assert sent(visitor, changed)[0] == 400
        changed[place] = [{**good[place][0], "id": "harm"}, *good[place][1:]]
        assert sent(visitor, changed)[0] == 400
    assert sent(visitor, {**good, "changedPropIds": ["harm.children"]})[0] == 400


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "takes JSON"),
        (b"{", "takes JSON"),
        (b"\xff\xfe", "takes JSON"),
        (b"[" * 100_000, "takes JSON"),
        (b'{"a":' * 50_000, "takes JSON"),
        (b"[1" + b"0" * 6000 + b"]", "takes JSON"),
        (b"NaN", "does not fit"),
        (b'"x"', "does not fit"),
        (b'{"output": "' + b"x" * MOST_QUESTION + b'"}', "longer than 1 MB"),
    ],
    ids=["empty", "open", "no text", "deep list", "deep object", "huge number", "no number", "text", "long"],
)
def test_what_is_no_question_is_refused(visitor: Visitor, raw: bytes, says: str) -> None:
    """In a sentence."""
    status, told = sent(visitor, raw)
    assert status in (400, 413)
    assert says in told
    assert told.count("\n") == 1


def test_another_type_of_body_is_refused(visitor: Visitor) -> None:
    """A form of another site can send text, but no JSON."""
    body = json.dumps(visitor.question({"verb": "undo", "n": 1})).encode()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        assert visitor.ask("_dash-update-component", body, Content_Type=kind)[0] == 400
        assert visitor.ask("window", body, Content_Type=kind)[0] == 400


_NUMBERS = st.one_of(
    st.sampled_from([math.nan, math.inf, -math.inf, 1e308, -1e308, 2**63, -(2**63), 10**400, -1, 0]), st.integers()
)
_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), _NUMBERS, st.floats(), st.text(), st.just(MARKUP)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)
_VERBS = st.sampled_from(
    ["open", "resize", "window", "fold", "count", "lanes", "lane", "dates", "find", "tab", "step", "select", "added",
     "edit", "refresh", "date", "title", "details", "hide", "show", "publish", "merge", "split", "split-off", "mark",
     "add", "undo", "redo", "history", "harm", ""]
)  # fmt: skip


def _survives(visitor: Visitor, verb: str, arg: object, place: str, value: object) -> None:
    assert visitor.view is not None
    view = visitor.view
    body = visitor.question({"verb": verb, "arg": arg, "n": 1, "window": value})
    body["state"][0]["value"] = {**view, place: value}
    status, told = sent(visitor, body)
    assert status == 200, told
    assert "Something went wrong" not in told, (verb, arg, place, value)
    json.loads(told, parse_constant=_refuse)


def _refuse(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@given(_VERBS, _VALUES, st.sampled_from(["window", "history", "version", "since", "width", "rows", "draft", "marked",
       "counted", "selected", "editing", "without", "left_open", "base", "n", "search"]), _VALUES)  # fmt: skip
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_an_action_may_bring_anything(visitor: Visitor, verb: str, arg: Any, place: str, value: Any) -> None:
    """Its argument and the view that comes with it: huge numbers, none, deep lists, markup."""
    _survives(visitor, verb, arg, place, value)


@pytest.mark.soak
@given(_VERBS, _VALUES, st.sampled_from(["window", "history", "version", "since", "width", "rows", "draft", "marked",
       "counted", "selected", "editing", "without", "left_open", "base", "n", "search"]), _VALUES)  # fmt: skip
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_very_many_actions_may_bring_anything(visitor: Visitor, verb: str, arg: Any, place: str, value: Any) -> None:
    """The same, for as long as it is wanted."""
    _survives(visitor, verb, arg, place, value)


@pytest.mark.parametrize("place", ["history", "since", "version", "answered", "width", "room"])
def test_a_number_that_nothing_counts_to_changes_nothing(visitor: Visitor, place: str) -> None:
    """Neither the library nor the browser could hold it."""
    for number in (2**63, -(2**63), 10**400):
        for verb in ("history", "title", "step"):
            _survives(visitor, verb, "1", place, number)


# --- what is much ------------------------------------------------------------------------------------


def test_a_large_upload_is_refused_in_a_sentence(visitor: Visitor) -> None:
    """50 MB, of which nothing is kept."""
    before = visitor.version()
    status, _, body = visitor.ask("read?name=large.txt", b"x" * 50_000_000)
    assert (status, body.decode()) == (413, "What was sent is larger than 20 MB: split it.\n")
    assert visitor.version() == before


def test_a_very_large_upload_is_not_even_received(port: int) -> None:
    """It is answered when it has said how much there is to come."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("POST", "/read?name=large.txt")
    connection.putheader("Content-Length", str(Limits().received + 1))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 1_000_001, "1,000,001 characters"),
        ("The ferry sank.\n" * 70_000, "characters, more than the 1,000,000"),
        ("x" * 1_000_000, "line"),
    ],
    ids=["a line that is too long", "a text that is too long", "a line of a million"],
)
def test_a_text_that_is_too_long_is_refused_in_a_sentence(visitor: Visitor, text: str, says: str) -> None:
    """Before it is read."""
    before = visitor.version()
    for name in ("", "long.txt"):
        told = json.loads(visitor.ask(f"read?name={name}", text.encode())[2].splitlines()[-1])
        assert says in told["fault"]
    assert visitor.version() == before


def test_a_deep_saved_timeline_is_refused(visitor: Visitor) -> None:
    """As is one whose numbers are none."""
    for text in ("[" * 200_000, '{"version": 1, "events": [{"weight": NaN}]}', '{"version": ' + "9" * 5000 + "}"):
        told = json.loads(visitor.ask("read?name=deep.json", text.encode())[2].splitlines()[-1])
        assert "deep.json" in told["fault"]
        assert "fault of ours" not in told["fault"]


@pytest.mark.parametrize(
    "query",
    [
        "from=" + "9" * 5000,
        "from=1e999&to=NaN",
        "q=" + "x" * 50_000,
        "event=" + MARKUP,
        "&".join(f"without={number}" for number in range(5000)),
        "%00%ff%zz",
        "=&&==&;",
        MARKUP,
    ],
)
def test_an_address_may_ask_for_anything(visitor: Visitor, query: str) -> None:
    """The page opens, and says what it ignored."""
    visitor.open(f"?{query}")
    assert visitor.view is not None
    assert visitor.view["query"] is not None


def test_names_of_uploads_are_words(visitor: Visitor) -> None:
    """A name is shown, never opened."""
    before = visitor.version()
    for name in ("../../etc/passwd", "/etc/passwd", "http://127.0.0.1:1/", "file:///etc/passwd", "-", "a\x00b.txt"):
        told = json.loads(visitor.ask(f"read?name={quote(name, safe='')}", b" ")[2].splitlines()[-1])
        assert "empty" in told["fault"], told
    assert visitor.version() == before
