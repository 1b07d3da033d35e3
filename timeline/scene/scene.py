"""From a timeline to its drawing: plain geometry, computed by pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.scene.draft import drafted, page_of
from timeline.scene.evaluate import evaluate
from timeline.scene.geometry import Scene
from timeline.scene.plan import base_of, ground, held
from timeline.scene.view import View

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline
    from timeline.scene.source import Source

__all__ = ["Scene", "View", "lay_out", "page"]


def lay_out(source: Timeline | Source, view: View | None = None) -> Scene:
    """
    The drawing of a timeline, or of what is too large for memory, as *view* wants it.

    Hidden events are left out; an event of which nothing is known is listed in a strip of its own. The same events and
    view give the same scene, in whatever order the events come.
    """
    base = ground(held(source), view or View())
    plan = drafted(
        base.material,
        base.arrangement,
        base.lanes,
        base.surroundings,
        fit=base.fit,
        window=base.fit,
        zooms=(0.0, None),
        region=None,
    )
    return evaluate(plan, base.fit)


def page(source: Timeline | Source, view: View, *, planned: bool = False) -> Scene:
    """
    The drawing without what moves with time: its days, its height, its lanes with what lies in them.

    *planned*: as a plan for the same view has it, whose layout it shares.
    """
    base = base_of(held(source), view) if planned else ground(held(source), view)
    return page_of(base.material, base.arrangement.scale, base.lanes, base.surroundings)
