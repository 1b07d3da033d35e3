"""Expression trees as JSON data."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.expressions import Ago, Last, MonthDay, Span, This, Tree, Weekday
from timeline.chrono.granularity import Granularity
from timeline.chrono.treedata import from_data, to_data

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=8,
)


@given(strategies.trees)
def test_a_tree_is_read_back_as_it_was_written(tree: Tree) -> None:
    """Through JSON and back, every tree is the same."""
    assert from_data(json.loads(json.dumps(to_data(tree)))) == tree


@given(json_values)
def test_what_is_no_tree_is_refused(data: Any) -> None:
    """Any other JSON raises ValueError and nothing else."""
    with pytest.raises(ValueError, match=r"."):
        from_data(data)


@given(strategies.trees, st.data())
def test_a_damaged_tree_is_read_as_another_or_refused(tree: Tree, data: st.DataObject) -> None:
    """With any part replaced, there is a tree or a ValueError."""
    written = to_data(tree)
    place = data.draw(st.integers(0, len(written) - 1))
    written[place] = data.draw(json_values)
    try:
        found = from_data(written)
    except ValueError:
        return
    assert isinstance(found, Tree)


@pytest.mark.parametrize(
    ("tree", "data"),
    [
        (Last(Weekday(1)), ["last", ["weekday", 1], 0]),
        (Last(MonthDay(5, 8), 1), ["last", ["month-day", 5, 8], 1]),
        (Ago(3, Granularity.WEEK), ["ago", 3, "week"]),
        (
            Span(This(Granularity.DAY), This(Granularity.YEAR)),
            ["span", ["this", "day"], ["this", "year"]],
        ),
    ],
)
def test_the_form_of_saved_trees(tree: Tree, data: list[Any]) -> None:
    """Saved timelines hold these lists: they do not change."""
    assert to_data(tree) == data


@pytest.mark.parametrize(
    "data",
    [
        ["last", ["weekday", 7], 0],
        ["last", ["weekday", True], 0],
        ["last", ["weekday", 1]],
        ["last", ["this", "day"], 0],
        ["this", "fortnight"],
        ["this", ["day"]],
        ["last", ["weekday", 1], 10**9],
        ["shift", "day", 10**30],
        ["fixed", "2025-02-30", "2025-03-01"],
        ["fixed", "2025-03-02", "2025-03-01"],
        ["fixed", 5, 6],
        ["time-of-day", ["this", "day"], 600, 600],
        ["part", ["this", "minute"], "early", "minute"],
        [["last"], 0],
        [],
        {},
        None,
    ],
)
def test_damage_is_named(data: Any) -> None:
    """One ValueError that says what is wrong."""
    with pytest.raises(ValueError, match=r"."):
        from_data(data)


def test_a_tree_without_end_is_refused() -> None:
    """Data nested by the thousand do not exhaust the stack."""
    data: list[Any] = ["this", "day"]
    for _ in range(5000):
        data = ["up-to", data]
    with pytest.raises(ValueError, match="too deeply"):
        from_data(data)


def test_only_trees_are_written() -> None:
    """What is no tree is a fault of the caller."""
    with pytest.raises(TypeError, match="no expression tree"):
        to_data("today")  # type: ignore[arg-type] # the fault itself
