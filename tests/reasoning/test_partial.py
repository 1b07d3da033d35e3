"""The partial order of events: layers, the pairs it rests on, and silence where the text is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import Distance, Point, Reason, Statement, Stratum
from timeline.model.timeline import Timeline
from timeline.reasoning.derive import derive
from timeline.reasoning.partial import partial_order
from timeline.workspace.reading import extract

if TYPE_CHECKING:
    from timeline.reasoning.partial import Order

STORY = (
    "The villagers saw smoke above the ridge. They ran to the well and filled their buckets. "
    "After the fire, the mayor thanked them. Before the fire, a stranger had camped on the ridge. "
    "A pedlar sold a mule."
)


def _order(text: str) -> tuple[Order, dict[str, str]]:
    chronicle = extract([Article(text)])
    return chronicle.order(), {event.id: event.title for event in chronicle.events}


def _world(pairs: list[tuple[int, int]], size: int) -> Timeline:
    events = tuple(
        Event(id=f"e{n}", article="a", title=f"Event {n}", quote="", span=Span(n, n + 1), head=Span(n, n + 1))
        for n in range(size)
    )
    reason = Reason("connective", Stratum.TEXT, "says so")
    statements = tuple(
        Statement(Distance(Point(f"e{a}", "end"), Point(f"e{b}", "begin"), least=0), Stratum.TEXT, reason)
        for a, b in pairs
    )
    return derive(Timeline(articles=(), events=events, statements=statements))


def test_a_story_without_dates_has_an_order() -> None:
    """What connectives and the line of the story say orders events that no year dates; the rest stays apart."""
    order, titles = _order(STORY)
    said = {(titles[a], titles[b]) for a, b in order.before}

    assert any("fire" in a.lower() and "thank" in b.lower() for a, b in said)
    assert not any("thank" in a.lower() and "fire" in b.lower() for a, b in said)
    assert all(step.reason.says for step in order.steps)


def test_dates_order_too() -> None:
    """An event that was over before another began comes before it, and the reason names both dates."""
    chronicle = extract([Article("The mill opened in 1899. It closed in 1931.", published="2025-08-20")])
    order = chronicle.order()

    assert [len(layer) for layer in order.layers] == [1, 1]
    assert "1899" in order.steps[0].reason.says
    assert "1931" in order.steps[0].reason.says


@given(st.integers(2, 9).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))))
def test_layers_and_steps_say_the_same(world: tuple[int, list[tuple[int, int]]]) -> None:
    """Nothing stands in front of what comes before it; the steps give back every pair, and none is spare."""
    size, drawn = world
    pairs = sorted({(a, b) for a, b in drawn if a < b})
    order = partial_order(_world(pairs, size))
    layer = {one: number for number, column in enumerate(order.layers) for one in column}
    steps = {(step.first, step.second) for step in order.steps}

    assert all(layer[a] < layer[b] for a, b in order.before)
    assert _closed(steps) == order.before
    assert all(_closed(steps - {step}) != order.before for step in steps)
    assert set(layer).isdisjoint(order.alone)
    assert set(layer) | set(order.alone) == {f"e{n}" for n in range(size)}


def _closed(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    found = set(pairs)
    while more := {(a, d) for a, b in found for c, d in found if b == c} - found:
        found |= more
    return found
