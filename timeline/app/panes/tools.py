"""The row of tools above the timeline: search, lanes, sources of dates, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.palette import name_of
from timeline.app.panes.parts import Component, button, choice, does, menu, pressed
from timeline.app.sentences import DATES_FROM, LANES_BY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.app.drawing import Lane
    from timeline.app.state import PageView


def chips(lanes: Sequence[Lane], view: PageView, counts: Mapping[str, int] | None) -> Component:
    """
    A chip for each lane with how many events it has, or would have, of those asked for; one that is pressed is shown.

    *counts* are None where they are not known.
    """
    return [
        html.Button(
            [
                html.Span(className=f"dot {name_of(lane.colour)}"),
                html.Span(lane.label, className="name", title=lane.label),
                *([] if counts is None else [html.Span(f"{counts.get(lane.key, 0):,}", className="count")]),
            ],
            type="button",
            className="chip",
            **pressed(lane.key not in view.without),
            **does("lane", lane.key),
        )
        for lane in lanes
    ]


def choices(view: PageView) -> Component:
    """What the lanes are, where dates come from, and the zoom."""
    return [
        html.Span("Lanes by", className="label"),
        menu(LANES_BY[view.lanes_by], "Lanes by", "lanes", LANES_BY, view.lanes_by),
        html.Span("Dates from", className="label"),
        menu(
            DATES_FROM[view.dates_from] + (", stated only" if view.only_stated else ""),
            "Dates from",
            "dates",
            DATES_FROM,
            view.dates_from,
            more=[
                choice(
                    "Stated only, nothing that is usual", "stated", "" if view.only_stated else "only", view.only_stated
                )
            ],
        ),
        button("−", "zoom", "out", name="Zoom out"),
        button("+", "zoom", "in", name="Zoom in"),
        button("Fit", "fit", says="Show everything (0)"),
    ]
