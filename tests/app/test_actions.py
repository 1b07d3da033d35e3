"""What the user can do, by plain calls: each action gives the next view and the parts that change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from timeline.app.actions import VERBS
from timeline.app.callbacks import turn
from timeline.app.page import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.app.desk import Desk
    from timeline.workspace import Chronicle

    Act = Callable[..., dict[str, Any]]


def changed(answer: dict[str, Any]) -> set[str]:
    """The parts of the page an answer draws anew."""
    return {name for name, part in answer["parts"].items() if part is not no_update}


def words(part: object) -> str:
    """All text of a part of the page."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def test_the_first_answer_draws_everything(desk: Desk) -> None:
    """Opening the page gives each part that is in sight, the first event in time selected."""
    answer = turn(desk, {"verb": "open", "arg": {"search": "?tab=order"}, "n": 1}, None)
    order, table = {"order", "order says", "order list"}, {"events", "rows", "hidden"}
    assert changed(answer) == set(PARTS) - {"history", *table}
    answer = turn(desk, {"verb": "open", "arg": {"search": ""}, "n": 1}, None)
    assert changed(answer) == set(PARTS) - {"history", *table, *order}
    assert answer["view"]["selected"] == "plan"
    assert answer["view"]["answered"] == 1


def test_on_a_wide_page_the_table_opens_beside_the_article(desk: Desk) -> None:
    """The address says nothing of it, so that the link opens as it fits elsewhere; a tab that is asked for is kept."""
    view = turn(desk, {"verb": "open", "arg": {"search": "", "wide": True}, "n": 1}, None)["view"]
    assert (view["tab"], view["home"]) == ("events", "events")
    assert "tab" not in view["query"]
    asked = turn(desk, {"verb": "open", "arg": {"search": "?tab=article", "wide": True}, "n": 1}, None)["view"]
    assert asked["tab"] == "article"
    assert "tab=article" in asked["query"]


def test_selecting_draws_only_what_shows_the_selection(act: Act) -> None:
    """The drawing, the article, the table, the head and the tools stay as they are: the page marks the event itself."""
    answer = act("select", "visit")
    assert changed(answer) == {"detail", "live"}
    assert "British and French officers visit Ukraine" in words(answer["parts"]["detail"])
    assert answer["parts"]["live"].endswith(
        "British and French officers visit Ukraine, between 2025-04-01 and 2025-04-30."
    )


def test_stepping_goes_through_all_events_and_round(act: Act) -> None:
    """Right fourteen times is where one was; left is the way back."""
    start = act("select", "visit")["view"]["selected"]
    seen = [act("step", "1")["view"]["selected"] for _ in range(14)]
    assert seen[-1] == start
    assert len(set(seen)) == 14
    act("step", "-1")
    assert act("step", "1")["view"]["selected"] == start


def test_down_goes_to_the_nearest_event_of_the_next_lane(act: Act, desk: Desk) -> None:
    """At the last lane nothing happens."""
    act("select", "summit")
    lanes = [lane.events for lane in desk.lanes(_view(act))]
    at = next(number for number, lane in enumerate(lanes) if "summit" in lane)
    below = act("lane-step", "1")["view"]["selected"]
    assert below in lanes[at + 1]
    for _ in range(10):
        last = act("lane-step", "1")["view"]["selected"]
    assert last in lanes[-1]


def _view(act: Act) -> Any:
    from timeline.app.state import PageView

    return PageView.of(act("nothing")["view"])


def test_the_page_says_which_window_it_shows(act: Act) -> None:
    """It comes with every action; within the reach of what is drawn nothing is drawn anew, beyond it all is."""
    whole = act("window", window=None)["parts"]
    assert whole["figure"] is no_update
    near = act("tab", "events", window=[739000, 739300.5])
    assert near["view"]["window"] == (739000, 739300.5)
    assert near["view"]["base"] is None
    assert near["parts"]["figure"] is no_update
    assert "from=2024-04-24" in near["view"]["query"]
    nearer = act("window", window=[739310, 739320])
    assert nearer["view"]["base"] == (739310, 739320)
    assert nearer["parts"]["figure"]["window"] == (739310, 739320)
    assert act("window", window=["a", None])["view"]["window"] == (739310, 739320)
    assert act("window", window=None)["view"]["window"] is None


def test_selecting_an_event_outside_moves_the_window_to_it(act: Act) -> None:
    """What is selected can be seen."""
    view = act("select", "office", window=[739600, 739620])["view"]
    first, last = view["window"]
    assert first < 739311 < last
    assert last - first == 20


def test_a_lane_folds_and_unfolds(act: Act) -> None:
    """Folded, it draws no marks; the address says so, and other lanes drop it."""
    folded = act("fold", "Russia")
    assert folded["view"]["folded"] == ("Russia",)
    assert "fold=Russia" in folded["view"]["query"]
    lane = next(one for one in folded["parts"]["figure"]["plan"]["lanes"] if one["key"] == "Russia")
    assert lane["folded"]
    drawn = [event for trace in folded["parts"]["figure"]["marks"]["data"] for event in trace["customdata"]]
    assert "reject" not in drawn
    assert act("fold", "Russia")["view"]["folded"] == ()
    act("fold", "Russia")
    assert act("lanes", "status")["view"]["folded"] == ()


def test_those_who_listen_hear_what_lanes_are(act: Act) -> None:
    """That one is folded or unfolded, and how many there are by something else."""
    assert act("fold", "Russia")["parts"]["live"] == "Russia: folded."
    assert act("fold", "Russia")["parts"]["live"] == "Russia: unfolded."
    assert act("lanes", "article")["parts"]["live"] == "1 lane, by article."
    assert act("tab", "order")["parts"]["live"] is no_update


def test_lanes_stand_as_the_user_puts_them(act: Act) -> None:
    """Before or behind another, on the drawing as in the row of chips; the address names as few as tell it."""

    def lanes(answer: dict[str, Any]) -> list[str]:
        return [lane["key"] for lane in answer["parts"]["figure"]["plan"]["lanes"]]

    usual = lanes(act("fold", "Nobody"))
    last = act("arrange", [usual[-1], usual[0], False])
    assert lanes(last) == [usual[-1], *usual[:-1]]
    assert last["view"]["top"] == (usual[-1],)
    assert words(last["parts"]["chips"]).index(usual[-1]) < words(last["parts"]["chips"]).index(usual[0])
    second = act("arrange", [usual[-1], usual[0], True])
    assert lanes(second) == [usual[0], usual[-1], *usual[1:-1]]
    assert act("arrange", [usual[-1], usual[-2], True])["view"]["top"] == ()
    act("arrange", [usual[1], usual[0], False])
    assert f"top={usual[1].replace(' ', '+')}" in act("arrange", ["nobody", usual[0], True])["view"]["query"]
    assert act("arrange", "nonsense")["view"]["top"] == (usual[1],)
    assert act("lanes", "status")["view"]["top"] == ()


def test_a_count_lists_its_events(act: Act) -> None:
    """Those of its lane between its days that have no label; senseless ones list nothing."""
    answer = act("count", ["United States", 739000, 740000, ["summit"]])
    text = words(answer["parts"]["counted"])
    assert "Trump re-elected" in text
    assert "Trump–Putin summit" not in text
    assert "Zakharova" not in text
    assert act("count", ["United States", 2, 1, []])["view"]["counted"] is None


def test_lanes_can_be_switched_off_but_not_all(act: Act, desk: Desk) -> None:
    """Each chip is a switch; switching the last one off switches all on."""
    keys = [lane.key for lane in desk.lanes(_view(act))]
    answer = act("lane", "Russia")
    assert answer["view"]["without"] == ("Russia",)
    assert "Zakharova" not in words(answer["parts"]["events"])
    for key in keys:
        if key != "Russia":
            answer = act("lane", key)
    assert answer["view"]["without"] == ()


def test_search_finds_words_in_titles_and_quotes(act: Act) -> None:
    """Every word must be there, in any order, capitals or not."""
    act("tab", "events")
    answer = act("find", "  UKRAINE visit ")
    table = words(answer["parts"]["rows"])
    assert "officers visit" in table
    assert "Trump re-elected" not in table


def test_setting_and_clearing_the_publication_day(act: Act, chronicle: Chronicle) -> None:
    """A day is set in words or ISO, and cleared; a senseless one is told beside the form, with what was typed."""
    act("edit", "published:force")
    refused = act("publish:force", "never")
    assert refused["view"]["editing"] == "published:force"
    assert refused["view"]["typed"] == "never"
    assert "never" in refused["view"]["problem"]
    answer = act("publish:force", "20 August 2025")
    assert answer["view"]["editing"] is None
    assert chronicle.articles[0].published.one_day
    assert "20 Aug 2025" in words(answer["parts"]["question"])
    act("unpublish", "force")
    assert chronicle.articles[0].given is None


def test_leaving_the_day_open_is_an_answer_and_no_edit(act: Act, chronicle: Chronicle) -> None:
    """The question becomes a pill; the chronicle is as it was."""
    answer = act("leave", "force")
    assert "left open" in words(answer["parts"]["question"])
    assert chronicle.timeline.edits == ()


def test_editing_a_date_a_title_hiding_and_undo(act: Act, chronicle: Chronicle) -> None:
    """Each is an edit; undo selects what it brings back."""
    act("select", "visit")
    act("edit", "date")
    assert act("date:visit", "gibberish")["view"]["problem"]
    act("date:visit", "3 April 2025")
    assert chronicle.event("visit").edtf == "2025-04-03"
    act("title:visit", "A visit")
    hidden = act("hide", "visit")
    assert hidden["view"]["selected"] != "visit"
    assert hidden["notice"][0]["message"].startswith("“A visit” is hidden.")
    assert act("undo")["view"]["selected"] == "visit"
    act("undo")
    act("undo")
    assert chronicle.event("visit").title == "British and French officers visit Ukraine"
    assert "nothing to undo" in act("undo")["notice"][0]["message"]


def test_an_empty_date_gives_the_date_back_to_the_text(act: Act, chronicle: Chronicle) -> None:
    """Clearing the field is the way back to what the text says."""
    before = chronicle.event("visit").bounds
    act("select", "visit")
    act("date:visit", "3 April 2025")
    act("date:visit", "")
    assert chronicle.event("visit").bounds == before


def test_rejecting_a_landmark(act: Act, chronicle: Chronicle) -> None:
    """The date no longer rests on the known event."""
    act("reject", "summit")
    assert not chronicle.event("summit").bounds.one_day
    assert "rests on no known event" in act("reject", "visit")["notice"][0]["message"]


def test_another_windows_edit_is_seen(act: Act, chronicle: Chronicle) -> None:
    """Two windows share a chronicle: the next action draws what the other one changed."""
    chronicle.set_title("visit", "Changed elsewhere")
    answer = act("select", "visit")
    assert "article" in changed(answer)
    assert "Changed elsewhere" in words(answer["parts"]["detail"])


@pytest.mark.parametrize("verb", [*VERBS, "", "no such verb"])
def test_no_action_with_a_senseless_argument_is_a_fault(act: Act, verb: str) -> None:
    """Whatever a page sends is answered, with a sentence at most."""
    about = f"{verb}:nobody" if verb in ("date", "title", "publish") else verb
    for arg in (None, "", "nobody", 7, [1], {"a": 1}, "x" * 10_000):
        notice = act(about, arg)["notice"]
        assert notice is no_update or "went wrong" not in notice[0]["message"]


@pytest.mark.parametrize("data", [None, 7, "x", [], {"verb": 3}, {"verb": "select", "n": "x"}])
def test_what_is_no_action_changes_nothing(desk: Desk, data: object) -> None:
    """Foreign data in the action's place is no fault."""
    assert turn(desk, data, {"selected": "visit"})["view"]["selected"] == "visit"


def test_a_fault_of_ours_is_told_and_logged(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page goes on with the view it had; the notice and the log have the same number."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(VERBS, "fit", broken)
    answer = turn(desk, {"verb": "fit", "n": 5}, {"selected": "visit"})
    assert answer["view"]["selected"] == "visit"
    assert answer["view"]["answered"] == 5
    assert changed(answer) == set()
    assert "went wrong: a fault of ours, number" in answer["notice"][0]["message"]
    assert "ZeroDivisionError" in caplog.text


def test_several_details_are_one_step(act: Act, chronicle: Chronicle) -> None:
    """One undo takes back what was saved at once."""
    before = chronicle.event("visit")
    act("select", "visit")
    act("edit", "details")
    sent = {"actors": "A; B", "note": "n", "status": "planned", "link": "https://example.org/a", "kind": "day"}
    act("details:visit", sent)
    event = chronicle.event("visit")
    assert (event.actors, event.note, event.links) == (("A", "B"), "n", ("https://example.org/a",))
    answer = act("undo")
    assert chronicle.event("visit") == before
    assert "and 3 more" in answer["notice"][0]["message"]


def test_several_events_are_hidden_or_made_one_at_once(act: Act, chronicle: Chronicle) -> None:
    """One step each; the selection goes on to an event that is still there; nothing named is refused in words."""
    act("select", "election")
    answer = act("hide", ["election", "office"])
    assert answer["view"]["selected"] not in ("election", "office", None)
    assert "2 events are hidden" in answer["notice"][0]["message"]
    act("undo")
    assert not chronicle.event("office").hidden
    answer = act("merge:visit", ["plan", "could"])
    assert answer["view"]["selected"] == "visit"
    assert {one.id for one in chronicle.timeline.events if one.merged == "visit"} == {"plan", "could"}
    act("undo")
    assert not chronicle.timeline.edits
    assert "No event was named" in act("hide", [])["notice"][0]["message"]
    assert not chronicle.timeline.edits


def test_a_form_opens_for_the_event_it_is_asked_for(act: Act) -> None:
    """What would date one event is to date another: that one is selected, with its form."""
    act("select", "visit")
    answer = act("edit:plan", "date")
    assert (answer["view"]["selected"], answer["view"]["editing"]) == ("plan", "date")


def test_a_rejected_known_event_is_offered_again_and_taken(act: Act, chronicle: Chronicle) -> None:
    """In the panel of the event, as an action."""
    act("select", "summit")
    answer = act("reject", "summit")
    assert '"data-act": "allow"' in json.dumps(answer["parts"]["detail"], cls=PlotlyJSONEncoder)
    act("allow", "summit")
    assert chronicle.event("summit").landmark is not None
