"""Finding events on the page: every part follows, each count comes true, and the address says what is asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from dash import no_update
from hypothesis import given, settings
from hypothesis import strategies as st
from plotly.utils import PlotlyJSONEncoder

from tests.app.fourteen import timeline
from timeline.app.action import Action
from timeline.app.actions import perform
from timeline.app.desk import Desk
from timeline.app.exports import exported
from timeline.app.filters import telling, wanted
from timeline.app.state import PageView
from timeline.model.article import Article
from timeline.scene.facts import DIMENSIONS
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[..., dict[str, Any]]

US = ["actor", "United States"]


def words(part: object) -> str:
    """All text of a part of the page."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def group(answer: dict[str, Any], name: str) -> dict[str, tuple[str, int, bool]]:
    """The values of one group of the panel: their words, counts, and whether they are chosen."""
    groups = answer["parts"]["filters"]["panel"]["groups"]
    values = next(one["values"] for one in groups if one["name"] == name)
    return {value: (says, count, chosen) for value, says, count, chosen in values}


def shown(desk: Desk, answer: dict[str, Any]) -> set[str]:
    """The events that an answer leaves."""
    return {event.id for event in desk.shown(PageView.of(answer["view"]))}


def test_every_part_of_the_page_follows_a_filter(act: Act, desk: Desk) -> None:
    """Drawing, overview, table, article, chips and the sentence that is read out."""
    act("tab", "events")
    answer = act("filter", US)
    parts, left = answer["parts"], shown(desk, answer)
    assert 0 < len(left) < 14
    assert {one["event"] for one in parts["figure"]["plan"]["glyphs"]} == left
    assert sum(parts["strip"]["counts"]) == len(left)
    assert {row["id"] for row in parts["rows"]} == left
    marked = {
        event.id
        for event in desk.seen(PageView.of(answer["view"])).events
        if f'"{event.id}"' in words(parts["article"])
    }
    assert marked == left
    assert f"Event 1 of {len(left)}" in parts["live"] or "not among them" in parts["live"]
    assert parts["filters"]["told"] == f"{len(left)} of 14 events"
    assert "actor=United+States" in answer["view"]["query"]


def test_the_panel_is_counted_while_it_is_open(act: Act, desk: Desk) -> None:
    """Each count is what is left when its value is chosen; chosen values stay on it though they leave nothing."""
    assert act("filter", US)["parts"]["filters"]["panel"] is None
    act("clear")
    opened = act("finding", "open")
    for name, values in ((name, group(opened, name)) for name in ("actor", "status", "source")):
        for value, (_, count, _) in values.items():
            assert len(shown(desk, act("filter", [name, value]))) == count
            act("filter", [name, value])
    act("filter", US)
    both = act("find", "zakharova")
    assert group(both, "actor")["United States"] == ("United States", 0, True)
    assert group(both, "actor")["Russia"][1] == 1
    assert act("finding", "close")["parts"]["filters"]["panel"] is None


def test_values_of_one_kind_add_and_kinds_narrow(act: Act, desk: Desk) -> None:
    """A second actor leaves more, a status fewer; a chip counts what it would leave."""
    one = shown(desk, act("filter", US))
    two = shown(desk, act("filter", ["actor", "Russia"]))
    assert one < two
    answer = act("filter", ["status", "planned"])
    assert shown(desk, answer) == {"rubio"}
    lanes = desk.in_lanes(PageView.of(answer["view"]))
    assert lanes == {"United States": 1}
    assert [pill["words"] for pill in answer["parts"]["filters"]["pills"]] == ["Russia", "United States", "Planned"]
    for pill in answer["parts"]["filters"]["pills"]:
        answer = act(pill["verb"], pill["arg"])
    assert len(shown(desk, answer)) == 14
    assert answer["parts"]["filters"]["pills"] == []


@pytest.mark.parametrize(
    ("typed", "period", "left"),
    [
        ("2024", "2024", {"plan", "election"}),
        ("April 2025", "2025-04", {"visit", "discuss"}),
        ("2024-11..2025-02", "2024-11..2025-02", {"plan", "election", "office", "discuss"}),
        ("by 2024", "..2024", {"plan", "election"}),
        ("", "", None),
    ],
)
def test_a_period_is_typed_as_one_says_it(act: Act, desk: Desk, typed: str, period: str, left: set[str] | None) -> None:
    """An event may have been within it, as far as its days are known; nothing typed takes it back."""
    act("period", "2020")
    answer = act("period", typed)
    assert answer["view"]["period"] == period
    assert left is None or shown(desk, answer) == left
    assert (f"period={period}" in answer["view"]["query"]) is bool(period)


def test_what_is_no_period_is_told(act: Act) -> None:
    """And changes nothing."""
    act("period", "2024")
    answer = act("period", "the day of the bell")
    assert "names no date" in answer["notice"][0]["message"]
    assert answer["view"]["period"] == "2024"


def test_clear_takes_back_all_that_is_asked(act: Act, desk: Desk) -> None:
    """Search, lanes, filters, period and the sources of dates: whatever stands on a pill."""
    for verb, arg in (
        ("find", "a"),
        ("lane", "Russia"),
        ("filter", US),
        ("period", "2025"),
        ("dates", "text"),
        ("stated", "only"),
    ):
        answer = act(verb, arg)
    titles = [pill["title"] for pill in answer["parts"]["filters"]["pills"]]
    assert titles == ["Words", "Who", "Period", "Without", "Dates from", "Dates"]
    answer = act("clear")
    assert len(shown(desk, answer)) == 14
    assert answer["parts"]["filters"] == {"pills": [], "told": "", "panel": None}
    assert not set(answer["view"]["query"].split("&")) & {"dates=text", "stated=only"}


def test_a_broken_link_says_what_it_ignores(act: Act) -> None:
    """Names that nothing here has, and values that are none; the rest of it counts."""
    search = "?actor=Nobody&actor=United+States&status=lost&period=soon&without=Moon&place=Nowhere"
    answer = act("open", {"search": search, "width": 950})
    told = answer["notice"][0]["message"]
    for part in ("actor=Nobody", "status=lost", "period=soon", "without=Moon", "place=Nowhere"):
        assert part in told
    assert "United States" not in told
    assert answer["view"]["filters"] == (("actor", "United States"),)
    assert answer["view"]["without"] == ()


def test_a_new_event_is_seen_whatever_is_asked_for(act: Act) -> None:
    """Nobody loses sight of what they have just made."""
    act("filter", ["status", "planned"])
    answer = act("add", {"title": "A test", "date": "2025"})
    assert answer["view"]["filters"] == ()
    assert "A test" in words(answer["parts"]["detail"])


def test_an_edit_is_found_by_what_it_says(act: Act, desk: Desk) -> None:
    """What was worked out before does not stay."""
    act("filter", ["source", "edit"])
    assert shown(desk, act("date:visit", "3 May 2025")) == {"visit"}
    act("filter", ["source", "edit"])
    assert shown(desk, act("period", "May 2025")) >= {"visit"}
    act("undo")
    assert "visit" not in shown(desk, act("filter", ["kind", "day"]))


@pytest.mark.parametrize("suffix", ["csv", "svg"])
def test_what_is_exported_is_filtered_alike(desk: Desk, suffix: str) -> None:
    """A list and a picture of what is seen."""
    text = exported(desk, suffix, "actor=Russia", {}).get_data(as_text=True)
    assert "Zakharova" in text
    assert "Rubio" not in text


def test_articles_that_tell_nothing_of_it_give_way() -> None:
    """Those whose text has the words that are searched for stay."""
    articles = [Article("The Bell rang.", id="a"), Article("Nothing.", id="b"), Article("A bell tower.", id="c")]
    event = replace(timeline().events[0], article="b")
    assert [one.id for one in telling(articles, [event], "bell")] == ["a", "b", "c"]
    assert [one.id for one in telling(articles, [event], "")] == ["b"]


def test_the_filter_waits_for_nothing(act: Act, desk: Desk) -> None:
    """While all is shown and the panel is closed, nothing is looked through."""
    act("tab", "order")
    assert not [key for key in desk._kept if key[0] in ("facts", "facets")]
    assert act("select", "visit")["parts"]["filters"] is no_update


@cache
def fourteen() -> Desk:
    """The events of the other tests, for all examples of one."""
    return Desk(Chronicle(timeline()), "all")


choices = st.lists(st.tuples(st.sampled_from(["actor", "status", "certainty", "kind"]), st.integers(0, 3)), max_size=5)


@settings(max_examples=20, deadline=None)
@given(choices, st.sampled_from(["", "trump", "to"]), st.randoms(use_true_random=False))
def test_a_link_leaves_the_same_events_in_whatever_order_they_were_chosen(
    picked: list[tuple[str, int]], search: str, chance: Any
) -> None:
    """The address is the same, and so is what it leaves."""
    desk = fourteen()
    every = desk.facets(PageView()).counts
    filters = list({(name, sorted(every[name])[at % len(every[name])]) for name, at in picked})
    answers = []
    for _ in range(2):
        chance.shuffle(filters)
        view = perform(desk, PageView(), Action("find", arg=search)).view
        for pair in filters:
            view = perform(desk, view, Action("filter", arg=list(pair))).view
        answers.append(view)
    assert answers[0].query() == answers[1].query()
    again, ignored = PageView.from_query(answers[0].query())
    assert ignored == ()
    assert desk.facets(again).left == desk.facets(answers[0]).left
    lanes = desk.lanes(again)
    assert desk.facets(again).left == {one.event for one in desk.facts(again) if wanted(again, lanes).passes(one)}
    assert set(every) >= set(DIMENSIONS)
