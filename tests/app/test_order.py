"""The order of events on the page: the tab that opens by itself, its sentences, its filters."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from tests.app.fourteen import timeline
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.diagram import MOST
from timeline.app.ordered import AROUND, Ordered, around
from timeline.app.ordered import MOST as WHOLE
from timeline.app.panes.order import order_drawing, order_list, order_says
from timeline.app.panes.order_words import because, step_sentence, summary
from timeline.app.state import PageView
from timeline.chrono.bounds import Bounds
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import Distance, Point, Reason, Statement, Stratum
from timeline.model.timeline import Timeline
from timeline.reasoning.partial import Order, Step
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Act = Callable[..., dict[str, Any]]


def plain(part: object) -> str:
    """A part of the page as JSON."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def event(name: str, title: str, when: str = "") -> Event:
    """An event of which only title and date matter."""
    return Event(name, "a", title, "q", Span(0, 1), Span(0, 1), when=when)


FAIR, FIRE = event("fair", "Fair opens", "in May"), event("fire", "Barn burns", "in June")
BOTH = {"fair": FAIR, "fire": FIRE}


def ordered(reason: Reason) -> Order:
    """Two events, one before the other for this reason."""
    return Order((("fair",), ("fire",)), frozenset({("fair", "fire")}), (Step("fair", "fire", reason),), ())


def opened(desk: Desk, search: str = "") -> dict[str, Any]:
    """The page as it opens."""
    return turn(desk, {"verb": "open", "arg": {"search": search, "width": 950}, "n": 1}, None)


def undated() -> Desk:
    """A desk over events without any date."""
    found = timeline()
    events = tuple(replace(one, bounds=Bounds(), when="", edtf=None) for one in found.events)
    return Desk(Chronicle(replace(found, events=events, statements=())))


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (Reason("connective", Stratum.TEXT, "“before the fire” says so"), "because “before the fire” says so"),
        (Reason("connective", Stratum.TEXT, "The fire came later"), "because the fire came later"),
        (Reason("connective", Stratum.TEXT, "May Holt says so"), "because May Holt says so"),
        (Reason("connective", Stratum.TEXT, "", "then"), "because “then” says so"),
        (Reason("dates", Stratum.TEXT, "“Fair opens” is over"), "by their dates: in May; in June"),
        (Reason("by others", Stratum.TEXT, "…"), "by what is told of others"),
    ],
)
def test_why_one_comes_before_another(reason: Reason, says: str) -> None:
    """A reason is the rest of the sentence "A before B, …"."""
    step = Step("fair", "fire", reason)
    assert because(step, BOTH) == says
    assert step_sentence(step, BOTH) == f"“Fair opens” before “Barn burns”, {says}."


def test_what_is_only_usual_is_said_to_be() -> None:
    """In the sentence, in the list and in the drawing."""
    usual = ordered(Reason("sequence", Stratum.USUAL, "“Fair opens” is told first"))
    stated = ordered(Reason("connective", Stratum.TEXT, "“before” says so"))
    shown = (FAIR, FIRE)
    assert "usual, not stated" in step_sentence(usual.steps[0], BOTH)
    assert "usual, not stated" in plain(order_list(all_of(usual, shown), {}))
    assert 'class="order-step usual"' in order_drawing(all_of(usual, shown), {})
    assert "usual" not in plain(order_list(all_of(stated, shown), {}))
    assert 'class="order-step usual"' not in order_drawing(all_of(stated, shown), {})


def all_of(order: Order, events: Sequence[Event]) -> Ordered:
    """The order of all the events that are shown."""
    return Ordered(order, tuple(events), len(events))


def test_how_much_is_ordered_is_one_sentence() -> None:
    """Also where there is nothing to be seen."""
    nothing = Order((), frozenset(), (), ("fair",))
    some = ordered(Reason("dates", Stratum.TEXT))
    assert summary(nothing, 0, too_many=False) == "There are no events to put in order."
    assert summary(nothing, 1, too_many=False) == "Nothing says which of these events came first."
    assert summary(some, 3, too_many=False) == "2 of 3 events stand in an order, by 1 step."
    assert order_list(all_of(nothing, (FAIR,)), {}) == []
    assert order_drawing(all_of(nothing, (FAIR,)), {}) == ""


def test_too_many_events_are_told_as_a_list() -> None:
    """The sentence above the list says so, and there is no key to arrows that are not there."""
    many = [event(f"e{number}", f"Event {number}") for number in range(MOST + 1)]
    steps = tuple(Step("e0", one.id, Reason("dates", Stratum.TEXT)) for one in many[1:])
    order = Order((("e0",), tuple(one.id for one in many[1:])), frozenset(), steps, ())
    assert order_drawing(all_of(order, many), {}) == ""
    says = plain(order_says(all_of(order, many)))
    assert "too many for a diagram" in says
    assert "order-key" not in says
    assert plain(order_list(all_of(order, many), {})).count('"before "') == MOST


def test_the_order_opens_by_itself_where_no_event_has_a_year() -> None:
    """Where one has, the article does; a tab that was asked for opens whatever the dates."""
    answer = opened(undated())
    assert answer["view"]["tab"] == answer["view"]["home"] == "order"
    assert "Nothing says which" in plain(answer["parts"]["order says"])
    assert answer["view"]["query"].startswith("event=")
    assert opened(undated(), "?tab=article")["view"]["tab"] == "article"
    assert "tab=article" in opened(undated(), "?tab=article")["view"]["query"]
    assert opened(Desk(Chronicle(timeline())))["view"]["tab"] == "article"


def test_the_order_is_drawn_only_where_it_is_seen(act: Act) -> None:
    """Its cost grows with the square of the events."""
    assert act("select", "visit")["parts"]["order"] is no_update
    drawn = act("tab", "order")["parts"]["order"]
    assert drawn.startswith("<svg")
    assert act("select", "plan")["parts"]["order"] is no_update
    assert act("tab", "events")["parts"]["order"] is no_update


def test_the_order_has_the_filters_of_the_page(act: Act) -> None:
    """Lanes, search and sources leave of it what they leave of the rest."""
    whole = act("tab", "order")["parts"]["order"]
    assert 'data-event="election"' in whole
    assert 'data-event="election"' not in act("find", "officers")["parts"]["order"]
    act("find", "")
    assert act("dates", "text")["parts"]["order"] != whole


def test_main_events_or_all(desk: Desk, chronicle: Chronicle) -> None:
    """The switch stands where there is a choice, and the address keeps it."""
    assert "All events" not in plain(opened(Desk(Chronicle(timeline())))["parts"]["header"])
    events = tuple(replace(one, weight=0.1) if one.id == "visit" else one for one in chronicle.timeline.events)
    desk = Desk(Chronicle(replace(chronicle.timeline, events=events)))
    first = opened(desk)
    assert "13 events" in plain(first["parts"]["header"])
    every = turn(desk, {"verb": "which", "arg": "all", "n": 2}, first["view"])
    assert "14 events" in plain(every["parts"]["header"])
    assert "events=all" in every["view"]["query"]
    assert "14 events" in plain(opened(desk, "?events=all")["parts"]["header"])
    back = turn(desk, {"verb": "which", "arg": "main", "n": 3}, every["view"])
    assert "events=" not in back["view"]["query"]
    assert turn(desk, {"verb": "which", "arg": "moon", "n": 4}, back["view"])["view"]["events"] == ""


def days(number: int) -> tuple[Event, ...]:
    """So many events, one each day, the first of them the weightiest."""
    return tuple(
        replace(
            event(f"e{day:03}", f"Event {day}"),
            bounds=Bounds.of_day(700_000 + day),
            when=f"day {day}",
            weight=1 - day / 10_000,
        )
        for day in range(number)
    )


def test_of_very_many_events_those_around_the_selected_one_are_put_in_order() -> None:
    """A sentence says how many are not; another one selected is another part, and with none it is the weightiest."""
    found = Timeline(events=days(WHOLE + 150))
    desk = Desk(Chronicle(found))
    turn(desk, {"verb": "open", "n": 1}, None)
    view = PageView(tab="order", selected="e200")
    put = desk.order(view)
    assert [one.id for one in put.events] == [f"e{day:03}" for day in range(170, 230)]
    assert len(put.order.steps) == AROUND - 1
    assert "Of 400 events the 60 around the selected one are put in order, 340 are not" in plain(order_says(put))
    assert {one.id for one in desk.order(replace(view, selected="e000")).events} == {f"e{day:03}" for day in range(60)}
    assert desk.order(replace(view, selected=None)).events == found.events[:AROUND]

    answer = turn(desk, {"verb": "select", "arg": "e300", "n": 2}, view.data())
    assert 'data-arg="e300"' in answer["parts"]["order"]
    assert 'data-arg="e200"' not in answer["parts"]["order"]


def test_what_the_text_puts_beside_an_event_is_put_in_order_with_it() -> None:
    """However far away in time it lies."""
    reason = Reason("connective", Stratum.TEXT)
    beside = Statement(Distance(Point("e000", "end"), Point("e200", "begin")), Stratum.TEXT, reason)
    found = Timeline(events=days(WHOLE + 150), statements=(beside,))
    assert "e000" in {one.id for one in around(found, found.events, "e200")}
    assert len(around(found, found.events, "e200")) == AROUND
