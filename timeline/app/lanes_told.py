"""What those who listen hear when lanes are folded, or are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.app.drawing import UNDATED
from timeline.app.sentences import LANES_BY, count

if TYPE_CHECKING:
    from timeline.app.desk import Desk
    from timeline.app.state import PageView


def lanes_told(desk: Desk, view: PageView, before: PageView) -> str | None:
    """One sentence; None where lanes are what they were."""
    if view.lanes_by != before.lanes_by:
        there = [lane for lane in desk.lanes(view) if lane.key != UNDATED]
        return f"{count(len(there), 'lane')}, by {LANES_BY[view.lanes_by].lower()}."
    labels = {lane.key: lane.label for lane in desk.lanes(view)}
    for lanes, others, word in ((view.folded, before.folded, "folded"), (before.folded, view.folded, "unfolded")):
        changed = [labels[key] for key in lanes if key not in others and key in labels]
        if changed:
            return f"{', '.join(changed)}: {word}."
    return None
