"""What is made small is what it was."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from timeline.offline.packed import pack, unpack

LONG = "a text that is long enough to be shared"
names = st.sampled_from(["=", "|", ":", "!", "shared", "day"]) | st.text(max_size=3)
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(
    plain | st.just(LONG),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(names, inner, max_size=4),
    max_leaves=40,
)


@given(values)
def test_nothing_is_lost(data: Any) -> None:
    """Whatever JSON can say comes back, keys that mean something to the packing included."""
    assert unpack(json.loads(json.dumps(pack(data)))) == data


@given(st.dictionaries(st.text(max_size=3), plain, min_size=1, max_size=3), st.integers(3, 6))
def test_the_order_of_keys_stays(row: dict[str, Any], rows: int) -> None:
    """Objects of a table have their keys in the order they had."""
    found = unpack(pack([row] * rows))
    assert [list(one) for one in found] == [list(row)] * rows


def test_what_occurs_again_is_written_once() -> None:
    """A value within a shared one is not shared by itself."""
    packed = pack([{"title": LONG, "days": [1, 2]}, {"more": {"title": LONG, "days": [1, 2]}}])
    assert json.dumps(packed).count(LONG) == 1
    assert len(packed["shared"]) == 1


def test_like_objects_are_a_table() -> None:
    """The names of columns stand once."""
    packed = pack([{"latitude": number, "longitude": -number} for number in range(9)])
    assert json.dumps(packed).count("latitude") == 1
    assert packed["data"]["|"] == ["latitude", "longitude"]
