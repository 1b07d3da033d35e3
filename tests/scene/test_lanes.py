"""Which lane an event lies in."""

from __future__ import annotations

from tests.scene.examples import event, many, plain, within
from timeline.model.event import Status
from timeline.scene.lanes import OTHERS, lane_of
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
