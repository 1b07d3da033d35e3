"""The events as a table: the drawing's twin for those who read rather than look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dash import html
from dash_ag_grid import AgGrid

from timeline.app import ids
from timeline.app.drawing import lane_of
from timeline.app.palette import name_of
from timeline.app.panes.parts import Component, plain_button
from timeline.scene.facts import dated_by_hand
from timeline.scene.said import provenance, status_words
from timeline.scene.same import Kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.app.desk import Listed
    from timeline.app.drawing import Lane
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_EDITABLE: Final = {"function": "params.data.own"}
"""What was typed is sent by assets/table.js, under the verbs of the panel's forms."""
_WHOLE: Final = {"wrapText": True, "autoHeight": True}
"""Words are read to their end: a row is as high as they need."""
_COLUMNS: Final[list[dict[str, Any]]] = [
    {
        "field": "when",
        "headerName": "Date",
        "flex": 24,
        "minWidth": 150,
        **_WHOLE,
        "comparator": {"function": "timelineByBegin"},
        "valueFormatter": {"function": "params.value || 'date unknown'"},
        "editable": _EDITABLE,
    },
    {"field": "title", "headerName": "Event", "flex": 42, "minWidth": 210, "editable": _EDITABLE, **_WHOLE},
    {
        "field": "lane",
        "headerName": "Lane",
        "flex": 20,
        "minWidth": 120,
        **_WHOLE,
        "cellClass": {"function": "'with-dot ' + params.data.colour"},
    },
    {"field": "status", "headerName": "Status", "flex": 15, "minWidth": 100, **_WHOLE},
    {"field": "edtf", "headerName": "EDTF", "flex": 18, "minWidth": 120},
    {"field": "from", "headerName": "Source of the date", "flex": 24, "minWidth": 140, **_WHOLE},
]
_EACH_COLUMN: Final = {
    "filter": "agTextColumnFilter",
    "tooltipValueGetter": {"function": "params.value"},
    "suppressHeaderMenuButton": True,
    "suppressKeyboardEvent": {"function": "timelineKeys(params)"},
}
_OPTIONS: Final = {
    "rowSelection": {"mode": "multiRow", "checkboxes": True, "headerCheckbox": False, "enableClickSelection": True},
    "selectionColumnDef": {"headerName": "Chosen", "width": 38, "minWidth": 38, "resizable": False},
    "readOnlyEdit": True,  # what is typed is sent; the answer brings what became of it
    "enableCellTextSelection": True,
    "ensureDomOrder": True,
    "rowHeight": 34,
    "headerHeight": 34,
    "animateRows": False,
    "tooltipShowDelay": 600,
}
_LISTENERS: Final = {
    "selectionChanged": ["timelineSelected(params)"],
    "cellEditRequest": ["timelineEdited(params)"],
    "rowDataUpdated": ["timelineListed(params)"],
}


def events_grid() -> Component:
    """The table itself, empty; its program is fetched when it is first seen, and draws only the rows in sight."""
    return AgGrid(
        id=ids.GRID,
        rowData=[],
        columnDefs=_COLUMNS,
        defaultColDef=_EACH_COLUMN,
        dashGridOptions=_OPTIONS,
        eventListeners=_LISTENERS,
        getRowId="params.data.id",
        className="events-grid",
        style={"height": "100%"},
    )


def rows(events: Sequence[Event], timeline: Timeline, lanes: Sequence[Lane], *, own: bool) -> list[dict[str, Any]]:
    """
    A row for each event, in the order they come in.

    `begin` is the earliest moment it may begin, for sorting, None where that is unknown; *own*: title and date can be
    edited.
    """
    by_hand, in_lane = dated_by_hand(timeline), lane_of(lanes)
    found = []
    for event, row in zip(events, _ROWS.of(events), strict=True):
        lane = in_lane.get(event.id)
        made = {
            **row,
            "lane": lane.label if lane else "",
            "colour": name_of(lane.colour if lane else -1),
            "own": own,
        }
        if event.id in by_hand:
            made["from"] = provenance(event, by_hand)
        found.append(made)
    return found


def _row(event: Event) -> dict[str, Any]:
    """What its row says of an event by itself."""
    return {
        "id": event.id,
        "when": event.when,
        "begin": _begin(event),
        "title": event.title,
        "status": status_words(event),
        "edtf": event.edtf or "",
        "from": provenance(event, ()),
    }


def _begin(event: Event) -> int | None:
    """In minutes; in days from publication where no year is known, which are all there is then."""
    if event.bounds.open and event.offset is not None:
        return event.offset.begin[0]
    return event.bounds.begin.earliest


_ROWS: Final[Kept[Event, dict[str, Any]]] = Kept(_row)
"""An edit leaves nearly all events as they are."""


def above(listed: Listed) -> list[Component]:
    """What stands above the table: what is left out of it, or that nothing is left."""
    if not listed.events:
        return [html.P("No event matches. Clear the search, or switch lanes on again.", className="nothing")]
    copy = plain_button("Copy the table", "copy-table")
    left_out = [html.P(_left_out(listed))] if listed.total > len(listed.events) else []
    return [html.Div([*left_out, copy], className="note above-table")]


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
    return [html.Div([html.H2("Hidden"), html.Ul(back)], className="hidden-events")]
