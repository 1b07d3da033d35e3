"""How many events have no label, and how full a folded lane is, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.draw.markup import element, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.draw.theme import Theme
    from timeline.scene.geometry import Scene

FAINTEST = 0.35
"""How much of its colour the bar of a single event has."""


def counts(scene: Scene, colours: Theme) -> Iterator[str]:
    """The events without a label, told where they are."""
    for one in scene.counts:
        yield text(one.label, colours.soft, colours)


def bars(scene: Scene, colours: Theme) -> Iterator[str]:
    """The events of folded lanes, the darker the more there are."""
    for one in scene.bars:
        yield element(
            "rect",
            x=one.box.left,
            y=one.box.top,
            width=one.box.width,
            height=one.box.height,
            fill=colours.lane(scene.lanes[one.lane].colour),
            fill_opacity=FAINTEST + (1 - FAINTEST) * one.share,
        )
