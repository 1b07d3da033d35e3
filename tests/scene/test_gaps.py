"""A few events far from all others do not squeeze them: the window, the words at its edges, the broken axis."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scene.examples import day, event, far_apart, plain, within
from timeline.chrono.bounds import Bounds
from timeline.chrono.calendar import CYCLE_DAYS, FIRST_DAY, LAST_DAY, MINUTES_PER_DAY, day_number
from timeline.scene.beyond import after_words, before_words, beside
from timeline.scene.breaks import WHOLE, amount_words, breaks_of
from timeline.scene.evaluate import evaluate
from timeline.scene.opening import opening
from timeline.scene.plan import plan
from timeline.scene.scene import View, lay_out
from timeline.scene.source import Beside, Held


def on(days: list[int]) -> Held:
    """A source with an event on each of these days."""
    return Held(plain(*(event(number, f"Event {number}", Bounds.of_day(at)) for number, at in enumerate(days))))


def in_august(count: int = 30) -> list[int]:
    """Days of August 2025, the first and the last among them."""
    first = day("2025-08-01")
    return [first + number * 29 // (count - 1) for number in range(count)]


FAR = day("1812-06-24")


@pytest.mark.parametrize(
    ("days", "window"),
    [
        ([*in_august(), FAR], ("2025-08-01", "2025-08-31")),
        ([*in_august(), FAR, day("2150-01-01")], ("2025-08-01", "2025-08-31")),
        ([*in_august(), day("-216-06-22")], ("2025-08-01", "2025-08-31")),
        ([*in_august(), FAR, day("2025-07-10")], ("2025-07-10", "2025-08-31")),
        ([*in_august(5)[:4], FAR], ("2025-08-01", "2025-08-23")),
    ],
)
def test_the_main_cluster_opens(days: list[int], window: tuple[str, str]) -> None:
    """Most of the events fill the window, with the neighbours that leave them readable."""
    source = on(days)
    assert opening(source) == pytest.approx((day(window[0]), day(window[1])), abs=1.01)
    assert opening(source, whole=True) == source.reach()


@pytest.mark.parametrize(
    "days",
    [
        [*in_august(15), *(at - 40_000 for at in in_august(15))],  # two clusters, neither the main one
        [day("2025-08-01") - 2**power for power in range(22)],  # denser towards today, as history is told
        [*[day("2025-08-01")] * 30, FAR],  # one day looks the same in any window
        [day("2025-08-01"), day("2025-08-03"), FAR],  # three events can be read anywhere
        [FAR],
    ],
)
def test_all_is_shown_where_nothing_is_won_by_less(days: list[int]) -> None:
    """No event is left beside the window unless the others are readable only so."""
    assert opening(on(days)) == on(days).reach()


@given(st.integers(0, 10**6), st.integers(1, 80), st.floats(0, 6))
def test_evenly_spread_events_are_never_cut(seed: int, count: int, magnitude: float) -> None:
    """What is spread evenly has no main cluster, however long it is."""
    chance = Random(seed)  # noqa: S311  # examples, no secrets
    first, span = day("1000-01-01"), int(10**magnitude)
    source = on([first + chance.randrange(span) for _ in range(count)])
    assert opening(source) == source.reach()


@given(st.lists(st.integers(-3000, 3000), min_size=1, max_size=40), st.integers(-250, 80))
def test_the_window_moves_with_the_events(days: list[int], shift: int) -> None:
    """All events so many days later, in whole cells of counting: the same window, as much later."""
    days = [738_000 + at for at in [*days, -300_000]]
    here, there = opening(on(days)), opening(on([at + shift * 4096 for at in days]))
    assert here is not None
    assert there == (here[0] + shift * 4096, here[1] + shift * 4096)


@pytest.mark.parametrize(
    ("count", "near", "far", "edge", "words"),
    [
        (1, "1812-06-25", "1812-06-25", "2025-08-01", "\u2039 1 event in 1812"),
        (3, "1919-01-01", "1914-08-02", "2025-08-01", "\u2039 3 events, 1914 to 1918"),
        (2, "-43-03-16", "-216-06-23", "300-01-01", "\u2039 2 events, 217 to 44 BCE"),
        (2, "2025-03-11", "2025-03-05", "2025-08-01", "\u2039 2 events in March"),
        (2, "2024-12-11", "2024-11-05", "2025-08-01", "\u2039 2 events, November to December 2024"),
        (1, "2025-07-13", "2025-07-13", "2025-08-01", "\u2039 1 event on 12 July"),
        (1200, "2025-07-20", "2025-07-13", "2025-08-01", "\u2039 1,200 events, 12 to 19 July"),
        (1, "2025-12-31", "2025-12-31", "2026-01-01", "\u2039 1 event on 30 December 2025"),
    ],
)
def test_what_lies_before_in_words(count: int, near: str, far: str, edge: str, words: str) -> None:
    """Years from afar, months and days nearby; the year only where it is another."""
    assert before_words(Beside(count, day(near), day(far)), day(edge), offset=False) == words


def test_what_lies_after_in_words() -> None:
    """The same on the other side; on an axis without years, only how many."""
    found = Beside(2, day("2031-05-01"), day("2040-05-01"))
    assert after_words(found, day("2025-08-31"), offset=False) == "2 events, 2031 to 2040 \u203a"
    assert after_words(Beside(1, 400, 400), 30, offset=True) == "1 event later \u203a"
    assert before_words(Beside(2, -40, -90), -30, offset=True) == "\u2039 2 events earlier"


def test_what_lies_beside_within_a_day_is_said_by_the_clock() -> None:
    """Of the day at the edge the hours are named."""
    noon, minute = day("2024-03-26") + 0.5, 1 / MINUTES_PER_DAY
    one, two = Beside(1, noon + minute, noon + minute), Beside(2, noon + minute, noon + 0.125)
    assert before_words(one, noon + 0.1, offset=False) == "\u2039 1 event at 12:00"
    assert after_words(two, noon - 0.1, offset=False) == "2 events, 12:01 to 15:00 \u203a"
    assert after_words(Beside(1, noon, noon), noon - 0.1, offset=False) == "1 event on 26 March \u203a"


def test_what_lies_beside_is_counted_whole() -> None:
    """What reaches into the window does not lie beside it."""
    assert beside([(0, 1), (2, 12), (30, 31), (28, 50)], 10, 20) == (Beside(1, 1, 1), Beside(2, 28, 30))


# --- the broken axis --------------------------------------------------------------------------------

_days = st.lists(st.integers(FIRST_DAY, LAST_DAY), min_size=2, max_size=40)


@given(_days, st.lists(st.floats(FIRST_DAY, LAST_DAY), min_size=2, max_size=20, unique=True))
def test_every_day_has_its_own_place(known: list[int], asked: list[float]) -> None:
    """The map rises with the days, and the day of a place is the day that is there."""
    breaks = breaks_of(known, known, 1000)
    asked = sorted(asked)
    units = [breaks.unit(at) for at in asked]
    assert units == sorted(units)
    for at, unit in zip(asked, units, strict=True):
        shrunk = max(((cut.last - cut.first) / cut.shown for cut in breaks.cuts), default=1.0)
        assert breaks.day(unit) == pytest.approx(at, abs=1e-8 * shrunk + 1e-6)


@given(_days)
def test_nothing_that_is_known_is_cut_out(known: list[int]) -> None:
    """No known day lies in a cut; there are few of them, and they save much."""
    breaks = breaks_of(known, known, 1000)
    assert not any(cut.first < at < cut.last for at in known for cut in breaks.cuts)
    assert len(breaks.cuts) <= 6
    first, last = min(known), max(known)
    if breaks.cuts:
        assert breaks.unit(last) - breaks.unit(first) < 0.95 * (last - first)


@given(_days, st.integers(-10_000, 10_000))
def test_breaks_move_with_the_days(known: list[int], shift: int) -> None:
    """All days so much later: the same lengths on the axis."""
    here, there = breaks_of(known, known, 1000), breaks_of(later := [at + shift for at in known], later, 1000)
    assert [there.unit(at + shift) - there.unit(known[0] + shift) for at in known] == pytest.approx(
        [here.unit(at) - here.unit(known[0]) for at in known], abs=1e-3
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([FAR, *in_august()], ["213 years"]),
        ([FAR, *in_august(), day("2150-01-01")], ["213 years", "124 years"]),
        ([day("-216-06-22"), *in_august()], ["2,241 years"]),
        (in_august(), []),
        ([day("2000-01-01"), day("2010-01-01"), day("2020-01-01")], []),
        ([1], []),
        ([], []),
    ],
)
def test_what_is_left_out(days: list[int], words: list[str]) -> None:
    """Long stretches are cut, with the time left out in words; what is even stays whole."""
    assert [cut.words for cut in breaks_of(days, days, 1000).cuts] == words


def test_no_event_is_torn_that_is_not_longer_than_all_others() -> None:
    """Some time in June 1812 stays whole, and has its label; a century beside a month does not."""
    june = event(90, "Crossing", within("1812-06-01", "1812-06-28"))
    rows = [event(number, f"Event {number}", Bounds.of_day(at)) for number, at in enumerate(in_august())]
    scene = lay_out(plain(june, *rows), View(broken=True, height=800))
    assert [cut.label.plain for cut in scene.breaks] == ["213 years"]
    assert "e090" in {label.event for label in scene.labels}
    century = event(91, "Century", within("1701-01-01", "1800-12-31"))
    assert len(lay_out(plain(century, *rows), View(broken=True)).breaks) == 2


def test_without_cuts_a_unit_is_a_day() -> None:
    """The axis that is not broken is the ordinary one."""
    assert WHOLE.unit(738_000.25) == WHOLE.day(738_000.25) == 738_000.25
    assert WHOLE.segments(1, 2) == [(1, 2)]


@pytest.mark.parametrize(("days", "words"), [(day_number(2025) - day_number(1812), "213 years"), (0.02, "29 minutes")])
def test_amounts(days: float, words: str) -> None:
    """Roughly, in the largest unit of which there are two."""
    assert amount_words(days) == words


@given(st.lists(st.integers(0, 60) | st.integers(-80_000, 80_000), min_size=1, max_size=12), st.integers(1, 15))
@settings(max_examples=40)
def test_a_broken_drawing_is_the_same_in_other_centuries(days: list[int], cycles: int) -> None:
    """The calendar repeats after 400 years: moved by so much, all stays in its place."""
    first, shift = day("2025-08-01"), cycles * CYCLE_DAYS
    here, there = (lay_out(on([first + at + by for at in days]), View(broken=True)) for by in (0, shift))
    for one, other in zip(here.glyphs, there.glyphs, strict=True):
        assert other.box == pytest.approx(one.box, abs=0.05)
    for mine, yours in zip(here.breaks, there.breaks, strict=True):
        assert yours.label.box == pytest.approx(mine.label.box, abs=0.05)


@given(st.lists(st.integers(0, 60) | st.integers(-80_000, 80_000), min_size=2, max_size=12))
@settings(max_examples=40)
def test_no_label_stands_where_the_axis_is_broken(days: list[int]) -> None:
    """Every label is complete on one side of a break."""
    scene = lay_out(on([day("2025-08-01") + at for at in days]), View(broken=True))
    for cut in scene.breaks:
        left, right = scene.x(cut.first), scene.x(cut.last)
        assert all(one.box.right <= left or right <= one.box.left for one in scene.labels if one.event)


@given(st.lists(st.integers(0, 60) | st.integers(-80_000, 80_000), min_size=2, max_size=40))
@settings(max_examples=40)
def test_no_count_is_hidden_by_a_break(days: list[int]) -> None:
    """What has no label is counted beside the breaks."""
    scene = lay_out(on([day("2025-08-01") + at for at in days]), View(broken=True, width=500, height=240))
    assert all(
        one.box.right <= scene.x(cut.first) or scene.x(cut.last) <= one.box.left
        for one in scene.counts
        for cut in scene.breaks
    )


def test_what_is_seen_first_is_laid_out_for_its_own_zoom() -> None:
    """A page that opens with the main cluster shows as many labels as a picture of it; everything is one step away."""
    view = View(width=950, height=420, title=False, subtitle=False, legend=False)
    made = plan(far_apart(), view)
    seen = evaluate(made, made.window)
    assert len([label for label in seen.labels if label.event]) == 30
    whole = plan(far_apart(), replace(view, whole=True))
    assert whole.window == whole.fit == made.fit
    assert whole.zooms[0] == 0
    assert whole.zooms[1] is not None
    steps = math.log(made.zooms[0] / whole.zooms[1], 4)
    assert steps == pytest.approx(round(steps))
