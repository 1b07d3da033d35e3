"""Which lane an event lies in."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.scene.examples import event, many, plain, within
from timeline.model.event import Status
from timeline.scene.lanes import OTHERS, lane_of, moved, place_among, top_of
from timeline.scene.scene import View, lay_out


def test_lane_by_actor_is_the_roll_up_first() -> None:
    """An actor's group, else the first actor, else Other."""
    made = event(0, "", actors=("Zakharova", "Putin"), lane="Russia")
    assert lane_of(made, "actor", {}) == "Russia"
    assert lane_of(event(0, "", actors=("Zakharova", "Putin")), "actor", {}) == "Zakharova"
    assert lane_of(event(0, ""), "actor", {}) == "Other"


def test_other_lanes() -> None:
    """By place, article, status, kind, or all in one."""
    made = event(0, "", places=("Alaska",), status=Status.PLANNED)
    assert [lane_of(made, by, {"a1": "The paper"}) for by in ("place", "article", "status", "kind", "none")] == [
        "Alaska",
        "The paper",
        "Planned",
        "Days",
        "",
    ]


def test_lanes_are_a_handful() -> None:
    """Of forty actors the weightiest keep a lane, the rest is gathered in one at the end, in a colour of its own."""
    scene = lay_out(many(120, lanes=40), View(lanes=6))
    assert len(scene.lanes) == 6
    assert (scene.lanes[-1].key, scene.lanes[-1].colour) == (OTHERS, -1)
    assert sum(lane.count for lane in scene.lanes) == 120


def test_lanes_are_ordered_by_their_first_event() -> None:
    """The lane of the earliest event comes first; what has no actor comes last."""
    scene = lay_out(
        plain(
            event(0, "first", within("2020-01-01", "2020-01-01")),
            event(1, "second", within("2021-01-01", "2021-01-01"), lane="B"),
            event(2, "third", within("2022-01-01", "2022-01-01"), lane="A"),
        )
    )
    assert [lane.key for lane in scene.lanes] == ["B", "A", "Other"]


@given(st.permutations("abcde"), st.permutations("abcde"))
def test_an_order_is_told_with_few_names(keys: list[str], usual: list[str]) -> None:
    """What is named first, with the others behind it as usual, is the order again; one name less would not be."""
    top = top_of(keys, usual)

    def all_of(top: tuple[str, ...]) -> list[str]:
        return sorted(usual, key=lambda key: (place_among(top, key), usual.index(key)))

    assert all_of(top) == keys
    assert not top or all_of(top[:-1]) != keys


@given(st.permutations("abcde"), st.sampled_from("abcdex"), st.sampled_from("abcdex"), st.booleans())
def test_a_lane_is_moved_beside_another(keys: list[str], key: str, other: str, after: bool) -> None:  # noqa: FBT001 - Hypothesis gives it by place
    """It stands right before or behind it, and the others as they did."""
    found = moved(keys, key, other, after=after)
    assert [one for one in found if one != key] == [one for one in keys if one != key]
    if key != other and "x" not in (key, other):
        assert found.index(key) - found.index(other) == (1 if after else -1)
    else:
        assert found == keys


def test_lanes_named_first_come_first() -> None:
    """Those that are put on top stand before all others; in a window of the drawing as well, and in their colours."""
    timeline = many(60, lanes=4)
    usual = lay_out(timeline, View(lanes=4)).lanes
    top = (usual[2].key, usual[3].key)
    whole = lay_out(timeline, View(lanes=4, top=top))
    part = lay_out(timeline, View(lanes=4, top=top, window=(whole.first + 50, whole.last - 50)))
    for scene in (whole, part):
        assert [lane.key for lane in scene.lanes] == [*top, usual[0].key, usual[1].key]
    assert {lane.key: lane.colour for lane in whole.lanes} == {lane.key: lane.colour for lane in usual}
    assert all(one.top < other.top for one, other in pairwise(whole.lanes))
