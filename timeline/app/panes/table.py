"""The events as a table: the drawing's twin for those who read rather than look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.palette import name_of
from timeline.app.panes.parts import Component, does, plain_button
from timeline.app.sentences import provenance, status_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.app.desk import Listed
    from timeline.app.drawing import Lane
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_COLUMNS = ("Date", "Event", "Lane", "EDTF", "Source of the date")


def events_table(listed: Listed, timeline: Timeline, lane_of: Mapping[str, Lane]) -> Component:
    """A row for each event, in the order of time as far as it is known; above them, what is left out."""
    events = listed.events
    if not events:
        return html.P("No event matches. Clear the search, or switch lanes on again.", className="nothing")
    table = html.Table(
        [
            html.Caption("Events in the order of time, as far as it is known", className="visually-hidden"),
            html.Thead(html.Tr([html.Th(name, scope="col") for name in _COLUMNS])),
            html.Tbody([_row(event, timeline, lane_of.get(event.id)) for event in events]),
        ],
        className="events-table",
    )
    return html.Div([html.P(_left_out(listed), className="note"), table]) if listed.total > len(events) else table


def _left_out(listed: Listed) -> str:
    """``The 250 weightiest of 12,431 in and around the window, by time: go nearer to see others.``."""
    weightiest = f"The {len(listed.events):,} weightiest of {listed.total:,}"
    if listed.window:
        return f"{weightiest} in and around the window, by time: go nearer to see others."
    return f"{weightiest} events, by time: go nearer, search, or switch lanes off to see others."


def hidden_events(events: Sequence[Event]) -> list[Component]:
    """The events that were hidden, each with a way back; nothing where there are none."""
    if not events:
        return []
    back = [html.Li([event.title, " ", plain_button("Show again", "show", event.id)]) for event in events]
    return [html.Div([html.H4("Hidden"), html.Ul(back)], className="hidden-events")]


def _row(event: Event, timeline: Timeline, lane: Lane | None) -> Component:
    colour = name_of(lane.colour if lane else -1)
    return html.Tr(
        [
            html.Td(event.when or "date unknown", className="when"),
            html.Th([plain_button(event.title, "select", event.id, kind="row-title"), *_status(event)], scope="row"),
            html.Td([html.Span(className=f"dot {colour}"), lane.label if lane else ""]),
            html.Td(html.Code(event.edtf) if event.edtf else "—", className="edtf"),
            html.Td(provenance(event, timeline)),
        ],
        **{**does("select", event.id), "data-event": event.id},
    )


def _status(event: Event) -> list[Component]:
    """What is not simply told as having happened, and who says so."""
    said = status_words(event)
    return [html.Small(said)] if said else []
