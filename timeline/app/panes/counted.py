"""The events of a count, as a list to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.panes.parts import Component, plain_button
from timeline.app.sentences import count
from timeline.scene.strip import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.event import Event

MOST = 200
"""So many events are listed; a longer list is told to be longer."""


def counted(events: Sequence[Event], lane: str) -> Component:
    """Titles and dates in the order of time; a click selects."""
    if not events:
        return []
    rest = len(events) - MOST
    return [
        html.H2(f"{count(len(events), 'event')}{_where(lane)}"),
        html.Ul(
            [
                html.Li([plain_button(event.title, "select", event.id), html.Small(event.when)])
                for event in events[:MOST]
            ]
        ),
        *([html.P(f"and {rest:,} more: go nearer to see them", className="note")] if rest > 0 else []),
        plain_button("Close", "close-list", kind="quiet"),
    ]


def _where(lane: str) -> str:
    if lane == UNKNOWN:
        return " without a date"
    return f" of {lane}" if lane else ""
