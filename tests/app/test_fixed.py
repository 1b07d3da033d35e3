"""A timeline that is only looked at: the server refuses what would change it, and the page does not offer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from dash import html

from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.factory import create_app
from timeline.app.fixed import EDITING, REFUSED, without_controls
from timeline.app.layout import layout
from timeline.app.panes.parts import does, plain_button
from timeline.app.terms import READ_ONLY, Terms
from timeline.errors import TimelineError
from timeline.model.timeline import Timeline
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def fixed(chronicle: Chronicle) -> Desk:
    """A desk that only shows."""
    return Desk(chronicle, editable=False)


def opened(desk: Desk) -> dict[str, Any]:
    """The page as it opens."""
    return turn(desk, {"verb": "open", "arg": {"search": "", "width": 950}, "n": 1}, None)


def acts(part: Any) -> Iterator[str]:
    """All that acts within a part of the page."""
    if isinstance(part, list | tuple):
        for one in part:
            yield from acts(one)
        return
    act = getattr(part, "data-act", None)
    if isinstance(act, str):
        yield act.partition(":")[0]
    if hasattr(part, "children"):
        yield from acts(part.children)


@pytest.mark.parametrize("verb", sorted(EDITING))
def test_every_verb_that_changes_something_is_refused(fixed: Desk, verb: str) -> None:
    """Whatever the page sends, with a sentence."""
    view = opened(fixed)["view"]
    before = fixed.chronicle.timeline
    event = before.events[0].id
    answer = turn(fixed, {"verb": f"{verb}:{event}", "arg": event, "n": 2}, view)
    assert answer["notice"][0]["message"] == READ_ONLY
    assert fixed.chronicle.timeline is before
    assert answer["view"]["editing"] is None


def test_the_desk_itself_changes_nothing(fixed: Desk) -> None:
    """However it is reached."""
    for change in (lambda: fixed.edit(lambda _work: 1), fixed.undo, fixed.redo, lambda: fixed.include(Timeline())):
        with pytest.raises(TimelineError, match="read only"):
            change()


def test_no_article_is_taken(chronicle: Chronicle) -> None:
    """It is refused before it is looked at."""
    client = create_app(chronicle, terms=Terms(read_only=True)).server.test_client()
    answer = client.post("/read?name=a.txt", data=b"The ferry sank.", headers={"Host": "localhost"})
    assert (answer.status_code, answer.get_data(as_text=True).strip()) == (403, READ_ONLY)


def test_the_page_offers_nothing_that_is_refused(chronicle: Chronicle, fixed: Desk) -> None:
    """The same page of a desk that can be worked on offers it."""
    chronicle.hide(chronicle.timeline.events[0].id)
    work, show = (opened(desk)["parts"] for desk in (Desk(chronicle), fixed))
    assert set(acts(list(work.values()))) & set(REFUSED) > {"undo", "edit", "hide"}
    assert not set(acts(list(show.values()))) & set(REFUSED)
    assert "read only" in str(show["header"])
    assert "read only" not in str(work["header"])
    assert "left open" in str(show["question"])


def test_whoever_looks_can_do_all_the_rest(fixed: Desk) -> None:
    """Search, lanes, tabs, the history and the way from event to event."""
    view = opened(fixed)["view"]
    for number, (verb, arg) in enumerate(
        [("find", "visit"), ("find", ""), ("lanes", "status"), ("tab", "events"), ("history", None), ("step", "1")], 2
    ):
        answer = turn(fixed, {"verb": verb, "arg": arg, "n": number}, view)
        view = answer["view"]
        assert isinstance(answer["notice"], type(turn(fixed, {"verb": "tab", "n": 1}, view)["notice"]))
    assert view["history"] > 0
    assert not any(row["own"] for row in turn(fixed, {"verb": "tab", "arg": "events", "n": 9}, None)["parts"]["rows"])


def test_an_empty_one_says_so() -> None:
    """Nobody is shown ways in that lead nowhere."""
    shown = opened(Desk(Chronicle(Timeline()), editable=False))["parts"]["start"]
    assert "nothing here yet" in str(shown)
    assert not list(acts(shown))


def test_what_set_a_control_apart_goes_with_it() -> None:
    """No line ends in a dot that leads to nothing."""
    part = html.P(["The text says: ", html.Strong("May"), " · ", plain_button("Back to it", "date:1", "")])
    assert without_controls(part).children == ["The text says: ", part.children[1]]
    assert without_controls([html.Form("x", **does("date:1"))]) == []
    assert without_controls([html.Li(plain_button("Set the day", "edit", "x")), html.Li([])])[0].children == []


def test_the_help_tells_no_key_that_is_refused() -> None:
    """The other keys stand there."""
    work, show = (str(layout(editable=editable)) for editable in (True, False))
    for says in ("edit the date", "do again what was undone", "a new event of your own"):
        assert says in work
        assert says not in show
    assert "previous, next event" in show
