"""Scenes that stay as they were looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scene import examples, snapshots
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

SCENES: dict[str, tuple[Timeline, View]] = {
    "known-publication": (examples.force(), View()),
    "open-publication": (examples.force(published=False), View()),
    "small": (
        examples.force(published=False),
        View(width=800, height=480, title=False, subtitle=False, legend=False, selected="e012"),
    ),
    "window": (examples.force(), View(window=(739300.0, 739500.0))),
    "by-status": (examples.force(), View(lanes_by="status")),
    "one-lane": (examples.force(), View(lanes_by="none")),
    "one-event": (examples.one(), View()),
    "none": (examples.plain(), View()),
    "same-day": (examples.same_day(), View()),
    "many-of-a-day": (examples.same_day(300), View(height=600)),
    "hours": (examples.hours(), View()),
    "centuries": (examples.centuries(), View()),
    "before-the-year-1": (examples.ancient(), View()),
    "no-year": (examples.offsets(), View()),
    "thirty": (examples.many(30, days=700), View()),
    "hundred": (examples.many(100), View(height=800)),
    "hundred-clustered": (examples.many(100, clustered=60), View(height=800)),
    "forty-lanes": (examples.many(120, lanes=40), View()),
    "folded": (examples.many(120), View(height=600, folded=("Actor B1",), order="weight")),
    "long-titles": (examples.long_titles(), View()),
    "main-cluster": (examples.far_apart(), View()),
    "broken-axis": (examples.far_apart(), View(broken=True)),
    "narrow": (examples.force(), View(width=420)),
}


@pytest.mark.parametrize("name", SCENES)
def test_scene(name: str) -> None:
    """The geometry is the one that was looked at."""
    timeline, view = SCENES[name]
    snapshots.check(f"scene-{name}", snapshots.written(lay_out(timeline, view)))
