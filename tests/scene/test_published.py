"""Publication days behind the lanes: one each, until so many are unknown that they would hide what they lie behind."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.scene.examples import force
from timeline.chrono.bounds import Range
from timeline.scene.axis import published_of
from timeline.scene.breaks import WHOLE
from timeline.scene.published import published_in
from timeline.scene.scale import Scale
from timeline.scene.source import Held

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

DAY = 24 * 60


def of(*ranges: Range) -> Timeline:
    """The example with an article for each of these publication days."""
    found = force()
    first = found.articles[0]
    more = [replace(first, id=f"more{number}", published=one) for number, one in enumerate(ranges)]
    return replace(found, articles=tuple(more), events=tuple(replace(event, article="more0") for event in found.events))


def days(first: int | None, last: int | None) -> Range:
    """From one day of 2025 to another, both included."""
    start = 739252
    return Range(
        None if first is None else (start + first) * DAY, None if last is None else (start + last + 1) * DAY - 1
    )


def test_a_few_unknown_days_are_drawn_each() -> None:
    """Each with its own edges."""
    shown = published_in(Held(of(days(0, 30), days(10, None), days(5, 5))), WHOLE)
    assert len(shown) == 3
    assert [words for *_, words in shown if "articles" in words] == []


def test_many_unknown_days_are_one_band_where_they_overlap() -> None:
    """It says how many articles it stands for; a day that is known keeps its line."""
    shown = published_in(Held(of(days(0, 9), days(5, 20), days(9, 30), days(50, 60), days(7, 7))), WHOLE)
    assert len(shown) == 3
    assert [words for *_, words in shown if "articles" in words] == ["1\N{EN DASH}31 Jan 2025 (3 articles)"]


edges = st.none() | st.integers(0, 400)
ranges = st.builds(
    lambda one, other: days(*sorted((one, other))) if None not in (one, other) else days(one, other), edges, edges
)


@given(st.lists(ranges, min_size=4, max_size=12))
def test_no_more_than_three_shades_lie_over_one_another(found: list[Range]) -> None:
    """And every day that some article may have been published on is still within one of them."""
    shown = published_in(Held(of(*found)), WHOLE)
    bands = [(first, last) for first, last, _ in shown if first is None or last is None or first != last]
    for day in range(-10, 420, 5):
        at = days(day, day)
        place = (at.earliest or 0) / DAY + 0.5
        over = sum((first is None or first <= place) and (last is None or place <= last) for first, last in bands)
        assert over <= 3
        possible = any(not one.open and not one.one_day and not (one & at).empty for one in found)
        assert over > 0 or not possible


@given(st.lists(st.tuples(st.floats(-50, 450), st.floats(0, 60)), max_size=12))
def test_every_publication_day_in_sight_is_told(found: list[tuple[float, float]]) -> None:
    """By its own words where there is room, else among those of which it is said how many they are; none touch."""
    scale = Scale(0.0, 400.0, 100.0, 900.0)
    bands = [(first, first + length, "12 Aug") for first, length in found]
    labels = [one.label for one in published_of(bands, scale, 50.0) if one.label]
    told = [int(count) if (count := label.plain.split()[0]).isdigit() else 1 for label in labels]
    seen = [scale.x(first) <= scale.right and scale.x(last) >= scale.left for first, last, _ in bands]
    assert sum(told) == sum(seen)
    boxes = sorted(label.box for label in labels)
    assert all(one.right + 11.99 <= other.left for one, other in pairwise(boxes))
    assert all(scale.left - 0.01 <= box.left and box.right <= scale.right + 0.01 for box in boxes)
