"""The diagram of an order: boxes and arrows that can be followed, for any order at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.app.diagram import MOST, Arrow, Diagram, diagram, stacked
from timeline.app.diagram_svg import markup
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import Reason, Stratum
from timeline.reasoning.partial import Order, Step

if TYPE_CHECKING:
    from timeline.scene.geometry import Box

TITLES = (
    "Mill burns",
    "Guild master Orsolya Penn refuses to sell the quarry to the canal company",
    "Ferry & barge <meet>",
)


def event(number: int) -> Event:
    """An event of which only title and date matter."""
    title = f"{TITLES[number % len(TITLES)]} {number}"
    return Event(f"e{number}", "a", title, "q", Span(number, number + 1), Span(number, number + 1), when="in spring")


def order(layers: list[int], links: list[tuple[int, int]]) -> Order:
    """An order with so many events in each layer; links between events of one layer are left out."""
    names = iter(range(sum(layers)))
    columns = tuple(tuple(f"e{next(names)}" for _ in range(count)) for count in layers)
    at = {name: number for number, column in enumerate(columns) for name in column}
    steps: list[Step] = []
    for one, other in links:
        first, second = sorted((f"e{one % len(at)}", f"e{other % len(at)}"), key=lambda name: at[name])
        if at[first] < at[second] and all((step.first, step.second) != (first, second) for step in steps):
            stratum = Stratum.USUAL if one % 2 else Stratum.TEXT
            steps.append(Step(first, second, Reason("connective", stratum, f"“{first}” says so")))
    return Order(columns, frozenset(), tuple(steps), ())


def drawn(asked: Order) -> Diagram:
    """The diagram of an order that can be drawn."""
    found = diagram(asked, EVENTS)
    assert found is not None
    return found


EVENTS = {one.id: one for one in map(event, range(MOST + 20))}
orders = st.builds(
    order,
    st.lists(st.integers(1, 6), min_size=1, max_size=7),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=25),
)


@settings(max_examples=60, deadline=None)
@given(orders)
def test_no_boxes_overlap(asked: Order) -> None:
    """Every event of a layer has its box, clear of all others and within the drawing."""
    found = drawn(asked)
    boxes = [node.box for node in found.nodes]
    assert {node.event for node in found.nodes} == {one for layer in asked.layers for one in layer}
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[:at])
    for box in boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= found.width
        assert box.bottom <= found.height


@settings(max_examples=60, deadline=None)
@given(orders)
def test_arrows_go_right_and_cross_no_box(asked: Order) -> None:
    """From the right edge of the first box to the left edge of the second, between the boxes of what lies between."""
    found = drawn(asked)
    boxes = {node.event: node.box for node in found.nodes}
    assert [arrow.step for arrow in found.arrows] == list(asked.steps)
    for arrow in found.arrows:
        first, second = boxes[arrow.step.first], boxes[arrow.step.second]
        assert arrow.points[0][0] == first.right
        assert arrow.points[-1][0] == second.left
        assert first.top < arrow.points[0][1] < first.bottom
        assert second.top < arrow.points[-1][1] < second.bottom
        assert all(here[0] < there[0] for here, there in pairwise(arrow.points))
        assert not any(crosses(arrow, box) for box in boxes.values())


def crosses(arrow: Arrow, box: Box) -> bool:
    """A level piece runs through the box, or a bend, which keeps between its ends, has them on both sides of it."""
    return any(
        min(here[0], there[0]) < box.right
        and box.left < max(here[0], there[0])
        and min(here[1], there[1]) < box.bottom
        and box.top < max(here[1], there[1])
        for here, there in pairwise(arrow.points)
    )


@settings(max_examples=30, deadline=None)
@given(orders)
def test_the_same_order_gives_the_same_drawing(asked: Order) -> None:
    """Nothing depends on chance, and the markup is well formed whatever the titles hold."""
    once, again = drawn(asked), drawn(asked)
    assert once == again
    text = markup(once, EVENTS, {})
    assert text == markup(again, EVENTS, {})
    root = ET.fromstring(text)  # noqa: S314 - written by us a line above
    groups = [one.get("class", "") for one in root]
    assert sum(one.startswith("order-box") for one in groups) == len(once.nodes)
    assert sum("usual" in one for one in groups) == sum(arrow.usual for arrow in once.arrows)


def test_a_chain_is_a_straight_line() -> None:
    """Boxes of equal height stand level, and their arrows do too."""
    found = drawn(order([1, 1, 1], [(0, 1), (1, 2)]))
    heights = {y for arrow in found.arrows for _, y in arrow.points}
    middles = {(node.box.top + node.box.bottom) / 2 for node in found.nodes}
    assert max(heights) - min(heights) < 1
    assert max(middles) - min(middles) < 1


def test_the_fewest_crossings_are_kept() -> None:
    """Two pairs told crosswise stand beside each other."""
    found = drawn(order([2, 2], [(0, 3), (1, 2)]))
    starts = [arrow.points[0][1] for arrow in found.arrows]
    ends = [arrow.points[-1][1] for arrow in found.arrows]
    assert (starts[0] - starts[1]) * (ends[0] - ends[1]) > 0


def test_too_many_events_and_none_are_not_drawn() -> None:
    """More than sixty are read in a list; nothing ordered gives no drawing."""
    assert diagram(order([MOST + 1], []), EVENTS) is None
    assert diagram(Order((), frozenset(), (), ("e1",)), EVENTS) is None


@pytest.mark.parametrize(
    ("wished", "middles"),
    [
        ([], []),
        ([5.0], [5.0]),
        ([0.0, 100.0], [0.0, 100.0]),
        ([50.0, 50.0], [34.0, 66.0]),
        ([90.0, 10.0], [34.0, 66.0]),
    ],
)
def test_things_stand_near_what_they_wish(wished: list[float], middles: list[float]) -> None:
    """Those that would overlap share the way between them."""
    assert stacked(wished, [20.0] * len(wished)) == middles
