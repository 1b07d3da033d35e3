"""Whatever a user does, in whatever order: no fault, and what is shown agrees with the chronicle."""

from __future__ import annotations

from typing import Any

from dash import no_update
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.fourteen import TITLES, rows, timeline
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.state import DATES_FROM, LANES_BY, PageView
from timeline.workspace import Chronicle

events = st.sampled_from(list(rows(TITLES)))
DATES = (
    "2025-04-03",
    "April 2025",
    "before 5 November 2024",
    "2025-04~",
    "-0216-06-22",
    "gibberish",
    "",
    "[..2020-01-01]",
)
lanes = st.sampled_from(["United States", "Britain & France", "Russia", "NATO", "Germany, Italy", "Happened", "nobody"])
numbers = st.integers(0, 5).map(str)
fields = st.sampled_from(["actors", "places", "kind", "status", "standing", "note", "link", "other"])
WRITTEN = ("", "Ann; Bob", "span", "denied", "disputed", "https://example.org/a", "javascript:alert(1)", "<b>")
windows = st.none() | st.tuples(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7)).map(list)
actions = st.one_of(
    st.tuples(st.just("select"), events),
    st.tuples(st.sampled_from(["step", "lane-step"]), st.sampled_from(["1", "-1"])),
    st.tuples(st.just("window"), st.none()),
    st.tuples(st.just("fold"), lanes),
    st.tuples(st.just("arrange"), st.tuples(lanes, lanes, st.booleans()).map(list)),
    st.tuples(st.just("count"), st.tuples(lanes, st.floats(7e5, 8e5), st.floats(7e5, 8e5), st.just([])).map(list)),
    st.tuples(st.just("lanes"), st.sampled_from(LANES_BY)),
    st.tuples(st.just("dates"), st.sampled_from(DATES_FROM)),
    st.tuples(st.just("stated"), st.sampled_from(["only", ""])),
    st.tuples(st.just("lane"), lanes),
    st.tuples(
        st.just("filter"), st.tuples(st.sampled_from(["actor", "status", "nothing"]), lanes).map(list) | st.just("x")
    ),
    st.tuples(st.just("filter"), st.sampled_from([["status", "planned"], ["certainty", "open"], ["kind", "day"]])),
    st.tuples(st.just("period"), st.sampled_from([*DATES, "2024", "..2025-03"])),
    st.tuples(st.sampled_from(["finding", "clear"]), st.sampled_from(["open", "close"])),
    st.tuples(st.just("find"), st.sampled_from(["", "trump", "nothing has these words"])),
    st.tuples(st.just("edit"), st.sampled_from(["date", "title", "details", "event", "published:force", ""])),
    st.tuples(st.builds("date:{}".format, events), st.sampled_from(DATES)),
    st.tuples(st.builds("title:{}".format, events), st.sampled_from(["A title", "", "<b>&</b>"])),
    st.tuples(st.sampled_from(["hide", "show", "reject", "join"]), events),
    st.tuples(st.builds("{}:{}".format, st.sampled_from(["merge", "split", "split-off"]), events), events | numbers),
    st.tuples(st.builds("details:{}".format, events), st.dictionaries(fields, st.sampled_from(WRITTEN), max_size=3)),
    st.tuples(
        st.just("mark"), st.none() | st.tuples(st.just("force"), numbers.map(int), st.integers(1, 9000)).map(list)
    ),
    st.tuples(st.just("add"), st.dictionaries(st.sampled_from(["title", "date"]), st.sampled_from([*DATES, *WRITTEN]))),
    st.tuples(st.sampled_from(["redo", "refresh"]), st.none() | st.just("typed") | st.just({"note": "typed"})),
    st.tuples(st.just("history"), st.sampled_from(["", "more"])),
    st.tuples(st.just("publish:force"), st.sampled_from(DATES)),
    st.tuples(st.sampled_from(["unpublish", "leave"]), st.just("force")),
    st.tuples(st.sampled_from(["undo", "theme", "tab"]), st.sampled_from(["dark", "events"])),
    st.tuples(
        st.just("resize"), st.fixed_dictionaries({"width": st.integers(-5, 5000), "room": st.integers(-5, 5000)})
    ),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(actions, windows), min_size=1, max_size=12))
def test_no_order_of_actions_is_a_fault(done: list[tuple[tuple[str, Any], list[float] | None]]) -> None:
    """Each is answered; the selected event is one that is there, and undo leads back to the beginning."""
    chronicle = Chronicle(timeline())
    desk = Desk(chronicle)
    view: dict[str, Any] | None = None
    first = (("open", {"search": "", "width": 950}), None)
    for n, ((verb, arg), window) in enumerate([first, *done], 1):
        answer = turn(desk, {"verb": verb, "arg": arg, "n": n, "window": window}, view)
        view = answer["view"]
        notice = answer["notice"]
        assert notice is no_update or "went wrong" not in notice[0]["message"], (verb, arg)
        assert view["answered"] == n
        visible = {event.id for event in chronicle.events}
        assert view["selected"] is None or view["selected"] in visible
        assert PageView.of(view).version == desk.version
    while chronicle.can_undo:
        chronicle.undo()
    titles = {event.id: event.title for event in chronicle.events}
    assert titles == {name: title for name, (title,) in rows(TITLES).items()}
