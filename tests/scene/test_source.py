"""What a source answers for a window, against the plain way to find it."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scene.examples import day, event, force, many, plain, within
from tests.scene.timelines import questions, timelines
from timeline.scene.counting import Steps, cell_for, place_of
from timeline.scene.extent import extent_of, published_extent
from timeline.scene.lanes import OTHERS, lane_of, names_of
from timeline.scene.source import MOST_LANES, Asked, Beside, Found, Held
from timeline.scene.window import reach

if TYPE_CHECKING:
    from random import Random

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


def meeting(source: Held, asked: Asked) -> list[Event]:
    """The events that meet a window, the weightiest first, found one by one."""
    found = []
    for one in source.timeline.events:
        extent = None if one.hidden else extent_of(one, offset=source.offset)
        if extent is not None:
            place = place_of(extent)
            if place.first <= asked.last and place.last >= asked.first:
                found.append(one)
    return sorted(found, key=lambda one: (-one.weight, one.id))


def lane_number(source: Held, asked: Asked, found: Found, one: Event) -> int:
    """The lane an event lies in: that of its name, or the last one."""
    keys = [lane.key for lane in found.lanes]
    key = lane_of(one, asked.lanes_by, names_of(source.articles))
    return keys.index(key) if key in keys else len(keys) - 1


@given(timelines(), questions())
def test_what_meets_a_window_is_counted_once(timeline: Timeline, asked: Asked) -> None:
    """All that meets the window counts in one lane and in one cell; before and after it lies the rest."""
    source = Held(timeline)
    expected, found = meeting(source, asked), source.window(asked)

    assert found.total == len(expected)
    assert found.total == sum(lane.count for lane in found.lanes)
    numbers = [lane_number(source, asked, found, one) for one in expected]
    assert [lane.count for lane in found.lanes] == [numbers.count(number) for number in range(len(found.lanes))]
    assert all(lane.count == sum(count for _, count in lane.cells) for lane in found.lanes)
    cells = [(first, count) for lane in found.lanes for first, count in lane.cells]
    assert all(count > 0 and first == floor(first / asked.cell) * asked.cell for first, count in cells)
    assert found.total + sum(side.count for side in (found.before, found.after) if side) == source.total
    assert source.total + source.unknown(0)[1] == sum(not one.hidden for one in timeline.events)


@given(timelines(), questions())
def test_the_weightiest_come_themselves(timeline: Timeline, asked: Asked) -> None:
    """A fair share of each lane first, then the weightiest of all; never more than asked for."""
    source = Held(timeline)
    expected, found = meeting(source, asked), source.window(asked)
    fair = asked.most // (2 * max(len(found.lanes), 1))
    taken: dict[int, int] = {}
    shares: list[Event] = []
    others: list[Event] = []
    for one in expected:
        number = lane_number(source, asked, found, one)
        taken[number] = taken.get(number, 0) + 1
        (shares if taken[number] <= fair else others).append(one)

    assert list(found.events) == [*shares, *others][: asked.most]
    assert list(found.places) == [lane_number(source, asked, found, one) for one in found.events]


@given(timelines(), questions(), st.randoms())
def test_the_order_of_events_does_not_matter(timeline: Timeline, asked: Asked, chance: Random) -> None:
    """The same events in another order give the same answer."""
    mixed = list(timeline.events)
    chance.shuffle(mixed)
    other = type(timeline)(timeline.articles, tuple(mixed), title=timeline.title)

    assert Held(other).window(asked) == Held(timeline).window(asked)
    assert Held(other).unknown(9) == Held(timeline).unknown(9)


@given(timelines())
def test_the_reach_is_that_of_a_drawing(timeline: Timeline) -> None:
    """From the first to the last day of events and publications, as the opening window has it."""
    source = Held(timeline)
    extents = [extent_of(one, offset=source.offset) for one in timeline.events if not one.hidden]
    days = [edge for article in timeline.articles for edge in published_extent(article.published)]

    assert source.reach() == reach(filter(None, extents), [0.5] if source.offset else days)


@given(st.lists(st.integers(-20, 20).map(lambda eighths: eighths / 8)), st.integers(-3, 3), st.integers(-3, 3))
def test_steps_count(days: list[float], first: int, last: int) -> None:
    """How many lie before, after and between two days, and in which cells."""
    steps = Steps.of(days)

    assert steps.below(first) == sum(one < first for one in days)
    assert steps.beyond(last) == sum(one > last for one in days)
    between = [one for one in days if first <= one <= last]
    cells = [floor(one / 0.5) * 0.5 for one in between]
    assert list(steps.cells(first, last, 0.5)) == [(cell, cells.count(cell)) for cell in sorted(set(cells))]
    assert steps.nearest_before(first) == max((one for one in days if one < first), default=None)
    assert steps.nearest_after(last) == min((one for one in days if one > last), default=None)


def test_the_selected_event_comes_first_where_it_lies_in_the_window() -> None:
    """However light it is; outside the window it is none of the events found."""
    source = Held(many(300))
    first, last = source.reach() or (0.0, 0.0)
    light = min(source.timeline.events, key=lambda one: one.weight)

    assert source.window(Asked(first, last, most=5, selected=light.id)).events[0] == light
    assert light not in source.window(Asked(last - 30, last, most=5, selected=light.id)).events
    assert source.window(Asked(first, last, selected="nobody")) == source.window(Asked(first, last))


def test_what_lies_beside_the_window() -> None:
    """The nearest and the farthest day on either side, and how many there are."""
    days = ["1812-06-24", "2025-08-01", "2025-08-20", "2025-08-21", "2030-01-01"]
    source = Held(plain(*(event(number, "", within(one, one)) for number, one in enumerate(days))))
    found = source.window(Asked(day("2025-08-10"), day("2025-08-20") + 0.5))

    assert found.total == 1
    assert found.before == Beside(2, day("2025-08-01") + 1, day("1812-06-24") + 1)
    assert found.after == Beside(2, day("2025-08-21"), day("2030-01-01"))


def test_lanes_are_those_of_the_whole() -> None:
    """In every window the same lanes in the same order and colours, the gathered one at the end."""
    source = Held(many(400, lanes=30))
    first, last = source.reach() or (0.0, 0.0)
    whole, part = source.window(Asked(first, last)), source.window(Asked(first, first + 30))

    assert [(lane.key, lane.colour) for lane in whole.lanes] == [(lane.key, lane.colour) for lane in part.lanes]
    assert whole.lanes[-1].key == OTHERS
    assert sum(lane.count for lane in whole.lanes) == 400


def test_never_more_lanes_than_can_be_drawn() -> None:
    """However many are asked for."""
    rows = (event(number, "", within("2020-01-01", "2020-01-01"), lane=f"N{number}") for number in range(90))
    found = Held(plain(*rows)).window(Asked(day("2020-01-01"), day("2020-01-02"), lanes=1000))

    assert len(found.lanes) == MOST_LANES


def test_an_event_that_reaches_into_the_window_counts_at_its_edge() -> None:
    """What began before counts in the first cell: so counts and labels lie within what is seen."""
    source = Held(plain(event(0, "", within("2020-01-01", "2020-12-31"))))
    found = source.window(Asked(day("2020-06-01"), day("2020-06-30"), cell=4.0))

    assert found.lanes[0].cells == ((floor(day("2020-06-01") / 4) * 4.0, 1),)


def test_nothing_to_draw() -> None:
    """No events, or none with a place on the axis."""
    found = Held(plain()).window(Asked(0, 1))
    assert found == Found((), (), 0, (), None, None)
    assert Held(plain()).reach() is None
    assert Held(plain(event(0, "when?"))).unknown(5) == (plain(event(0, "when?")).events, 1)


def test_the_sample_is_a_source() -> None:
    """Its days are those of the calendar, its publication within reach."""
    source = Held(force())
    assert source.total == 14
    assert not source.offset
    assert source.reach() == (day("2024-11-05"), day("2025-08-20") + 1)


@pytest.mark.parametrize(("days", "width"), [(1.0, 1.0), (1.1, 2.0), (0.3, 0.5), (100.0, 128.0), (0.01, 1 / 64)])
def test_cells_are_powers_of_two(days: float, width: float) -> None:
    """The least that is not below what is wanted."""
    assert cell_for(days) == width


def test_a_question_that_cannot_be() -> None:
    """It is a fault of the program that asks."""
    with pytest.raises(ValueError, match="before it starts"):
        Asked(0.0, -1.0)
    with pytest.raises(ValueError, match="power of two"):
        Asked(0.0, 1.0, cell=3.0)
    with pytest.raises(ValueError, match="power of two"):
        Asked(0.0, 1.0, cell=0.0)
    with pytest.raises(ValueError, match="at least one lane"):
        Asked(0.0, 1.0, lanes=0)
