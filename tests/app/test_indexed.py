"""The page over an index: it shows what is in the window, and changes nothing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from tests.scene.examples import event, many, within
from timeline.app.callbacks import turn
from timeline.app.drawing import UNDATED
from timeline.app.exports import exported, previewed
from timeline.app.factory import create_app
from timeline.app.indexed import IndexDesk
from timeline.app.page import PARTS
from timeline.app.reading import Sent, stages
from timeline.app.state import PageView
from timeline.errors import TimelineError
from timeline.library.index import Index
from timeline.model.article import Article
from timeline.workspace.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Act = Callable[..., dict[str, Any]]

COUNT = 2000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of many events of ten years, and one without a date."""
    place = tmp_path_factory.mktemp("index") / "big.timeline"
    articles = [Article("Some text.", "2020-05-05", "A paper", id="a1"), Article("", title="Another", id="a2")]
    Index.build(place, (*many(COUNT).events, event(COUNT, "When?")), articles, title="Very many").close()
    return place


@pytest.fixture
def desk(path: Path) -> Iterator[IndexDesk]:
    """A desk over it."""
    with Opened(path) as opened:
        yield IndexDesk(opened)


@pytest.fixture
def act(desk: IndexDesk) -> Act:
    """Do one thing after the other as the page does."""
    view: dict[str, Any] | None = None
    count = 0

    def perform(verb: str, arg: object = None, **more: object) -> dict[str, Any]:
        nonlocal view, count
        count += 1
        answer = turn(desk, {"verb": verb, "arg": arg, "n": count, **more}, view)
        view = answer["view"]
        return answer

    perform("open", {"search": "", "width": 950})
    return perform


def words(part: object) -> str:
    """All text of a part of the page."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def test_the_page_opens(desk: IndexDesk) -> None:
    """Every part that is in sight, with the counts of the whole."""
    answer = turn(desk, {"verb": "open", "arg": {"search": "?tab=events", "width": 950}, "n": 1}, None)
    parts = {name: words(part) for name, part in answer["parts"].items() if part is not no_update}

    assert set(PARTS) - set(parts) == {"history", "order", "order says", "order list"}
    assert answer["notice"] is no_update
    assert "Very many" in parts["header"]
    assert f"1 article · {COUNT + 1:,} events" in parts["header"]
    assert re.search(r"The 2[5-9]\d weightiest of 2,001 events", parts["events"])
    assert sum(answer["parts"]["strip"]["counts"]) == COUNT
    assert "When?" in parts["rows"]
    assert parts["question"] == "[]"


def test_going_nearer_shows_others(act: Act, desk: IndexDesk) -> None:
    """Table and lanes are those of the window, and what is selected there can be looked at."""
    first = desk.whole(PageView(width=950)).first
    window = [first + 700, first + 760]
    act("tab", "events")
    answer = act("window", window=window)

    assert list(answer["view"]["base"]) == window
    assert answer["parts"]["rows"] is not no_update
    seen = desk.seen(PageView.of(answer["view"]))
    assert 0 < len(seen.events) < COUNT
    others = [one for one in seen.events if one.id != answer["view"]["selected"] and not one.bounds.open]
    assert all(first + 500 < (one.bounds.begin.earliest or 0) / 1440 < first + 900 for one in others)
    assert sum(lane.count for lane in desk.lanes(PageView.of(answer["view"]))) == COUNT + 1
    chosen = act("select", seen.events[0].id)
    assert seen.events[0].title in words(chosen["parts"]["detail"])
    assert seen.events[0].title in words(answer["parts"]["rows"])
    again = act("window", window=[window[0] + 1, window[1] + 1])
    assert again["parts"]["rows"] is no_update


def test_lanes_stand_as_the_user_puts_them_wherever_one_goes(act: Act, desk: IndexDesk) -> None:
    """The order of an index is told by the same few names, and each event stays in its lane and its colour."""
    usual = [lane.key for lane in desk.lanes(PageView(width=950)) if lane.key != UNDATED]
    wanted = [usual[-1], *usual[:-1]]
    answer = act("arrange", [usual[-1], usual[0], False])
    first = desk.whole(PageView(width=950)).first
    near = act("fold", "nobody", window=[first + 700, first + 760])
    for made in (answer, near):
        plan = made["parts"]["figure"]["plan"]
        assert [lane["key"] for lane in plan["lanes"]] == wanted
        keys = {number: lane["key"] for number, lane in enumerate(plan["lanes"])}
        lanes = {event: lane.key for lane in desk.lanes(PageView.of(made["view"])) for event in lane.events}
        assert all(lanes[glyph["event"]] == keys[glyph["lane"]] for glyph in plan["glyphs"])
    assert answer["view"]["top"] == (usual[-1],)


def test_what_is_selected_stays_so(act: Act, desk: IndexDesk) -> None:
    """Wherever one goes; another window does not close the details."""
    chosen = act("window", window=[737000.0, 737200.0])["view"]["selected"]
    assert chosen is not None
    view = PageView.of(act("window", window=[738500.0, 738600.0])["view"])
    assert view.selected == chosen
    assert chosen in {one.id for one in desk.seen(view).events}


def test_every_mark_can_be_selected(act: Act, desk: IndexDesk) -> None:
    """What is drawn is among what is seen."""
    view = PageView.of(act("window", window=[737000.0, 737200.0])["view"])
    drawn = {mark.glyph.event for mark in desk.drawn(view).marks}

    assert len(drawn) > 50
    assert drawn <= {one.id for one in desk.seen(view).events}


def test_lanes_and_search_leave_some_of_what_is_seen(act: Act, desk: IndexDesk) -> None:
    """They are drawn by themselves."""
    view = PageView.of(act("find", "harbour")["view"])
    assert {one.title.split()[0] for one in desk.shown(view)} == {"Storm"}
    assert {mark.glyph.event for mark in desk.drawn(view).marks} <= {one.id for one in desk.shown(view)}
    act("find", "")
    key = desk.lanes(view)[0].key
    view = PageView.of(act("lane", key)["view"])
    assert key in view.without
    assert key not in [lane.key for lane in desk.drawn(view).page.lanes]


def test_filters_leave_some_of_what_is_seen_and_say_so(act: Act, desk: IndexDesk) -> None:
    """They count the weightiest events of the window, never all; no chip says how many of its lane are left."""
    answer = act("finding", "open")
    panel = answer["parts"]["filters"]["panel"]
    assert panel["part"]
    assert re.fullmatch(r"(\d+) of the \1 weightiest events in and around the window", panel["says"])
    value, _, count, _ = next(one["values"] for one in panel["groups"] if one["name"] == "actor")[0]
    answer = act("filter", ["actor", value])
    view = PageView.of(answer["view"])
    assert len(desk.shown(view)) == count
    assert {mark.glyph.event for mark in desk.drawn(view).marks} <= {one.id for one in desk.shown(view)}
    assert desk.in_lanes(view) is None
    assert '"className": "count"' not in words(answer["parts"]["chips"])
    assert "Nobody" in act("open", {"search": "?actor=Nobody", "width": 950})["view"]["query"]


@pytest.mark.parametrize(
    ("verb", "arg"),
    [("date:e001", "2020"), ("title:e001", "Other"), ("hide", "e001"), ("publish:a1", "2020-01-01"), ("undo", None)],
)
def test_nothing_can_be_edited(act: Act, verb: str, arg: object) -> None:
    """One sentence says so."""
    answer = act(verb, arg)
    assert "is an index, which is only looked at" in answer["notice"][0]["message"]


def test_no_edit_is_offered(desk: IndexDesk) -> None:
    """What would be refused is not on the page, which says that it is read only."""
    answer = turn(desk, {"verb": "open", "arg": {"search": "", "width": 950}, "n": 1}, None)
    assert set(answer["view"]["refused"]) >= {"edit", "hide", "undo"}
    assert "read only" in words(answer["parts"]["header"])
    detail = words(answer["parts"]["detail"])
    assert '"step"' in detail
    assert '"hide"' not in detail


def test_no_article_can_be_added(desk: IndexDesk) -> None:
    """It is told beside the form."""
    told = [json.loads(line) for line in stages(desk, Sent(b"The ferry sank."))]
    assert "no article can be added" in told[-1]["fault"]


def test_pictures_are_exported_and_data_is_not(desk: IndexDesk) -> None:
    """What is seen, from the index."""
    svg = exported(desk, "svg", "", {})
    assert svg.status_code == 200
    assert "Very many" in svg.get_data(as_text=True)
    for name in ("json", "csv"):
        refused = exported(desk, name, "", {})
        assert (refused.status_code, "only looked at" in refused.get_data(as_text=True)) == (422, True)


def test_a_page_has_the_weightiest(desk: IndexDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as a page holds, and a sentence says of how many."""
    monkeypatch.setattr("timeline.app.exports.MOST", 40)
    made = previewed(desk, "html", "", {}).get_json()
    assert made["notes"][0].startswith("the page holds the 40 weightiest of")
    assert made["picture"].startswith("<svg")
    assert "sandbox" in made["frame"]


def test_an_app_stands_on_it(path: Path) -> None:
    """As on a chronicle."""
    with Opened(path) as opened:
        assert create_app(opened).title == "Very many"


def test_what_an_index_does_not_do(path: Path) -> None:
    """Dates are as they were saved, and all events are shown."""
    with Opened(path) as opened:
        for asked in ({"dates_from": "text"}, {"only_stated": True}, {"events": "main"}):
            with pytest.raises(TimelineError, match="only looked at"):
                opened.seen(**asked)


def test_what_is_told_of_it(path: Path) -> None:
    """The weightiest events of a window, and how many there are."""
    with Opened(path) as opened:
        timeline, total = opened.told(most=10)
        assert (len(timeline.events), total) == (10, COUNT + 1)
        assert [article.title for article in timeline.articles] == ["A paper"]
        first, _ = opened.index.reach() or (0.0, 0.0)
        timeline, total = opened.told((None, first + 50))
        assert len(timeline.events) == total < 100


def test_an_empty_index(tmp_path: Path) -> None:
    """It opens, too."""
    Index.build(tmp_path / "x.timeline", [event(0, "", within(None, None))]).close()
    with Opened(tmp_path / "x.timeline") as opened:
        answer = turn(IndexDesk(opened), {"verb": "open", "arg": {"search": "", "width": 950}, "n": 1}, None)
    assert answer["notice"] is no_update
