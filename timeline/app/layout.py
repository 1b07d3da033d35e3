"""The page's skeleton: where each pane stands. What stands in the panes comes with the first answer."""

from __future__ import annotations

from typing import Any, Final, cast

import dash_mantine_components as dmc
from dash import dcc, html

from timeline.app import ids
from timeline.app.keys import written
from timeline.app.panes.dialogs import add_dialog, help_dialog, history_drawer
from timeline.app.panes.exporting import export_dialog
from timeline.app.panes.filters import filter_button, filters_panel
from timeline.app.panes.parts import named
from timeline.app.panes.table import events_grid
from timeline.app.state import TABS

THEME: Final = {
    "primaryColor": "blue",
    "colors": {
        "blue": [
            "#edf2fc",
            "#d7e2f8",
            "#adc4f1",
            "#80a3ea",
            "#5b87e4",
            "#3f70dd",
            "#2257c5",
            "#1b49a8",
            "#153b89",
            "#102d6a",
        ]
    },
    "fontFamily": '"Noto Sans", system-ui, sans-serif',
    "defaultRadius": "md",
}

CONFIG: Final = {"staticPlot": True, "displayModeBar": False, "displaylogo": False, "showSendToCloud": False}
"""Gestures and hovering are the page's own: see assets/gestures.js."""
HEARD: Final = (
    "A drawing of the events. The left and right arrow keys go through them in time; the Events tab lists them."
)
"""What stands for the drawing to those who listen."""


def layout(*, editable: bool = True) -> Any:  # noqa: ANN401 - a component
    """The whole page, empty; where it is only looked at, its help tells no keys that change something."""
    return dmc.MantineProvider(
        [
            *[
                dcc.Store(id=name)
                for name in (ids.ACTION, ids.VIEW, ids.FIGURE, ids.STRIP, ids.ORDER, ids.FILTERS_DATA)
            ],
            dmc.NotificationContainer(id=ids.NOTICE, position="bottom-center"),
            html.Div(id=ids.LIVE, className="visually-hidden", role="status"),
            html.Div(
                [
                    html.Header(id=ids.HEADER, className="header"),
                    html.Main(
                        [
                            html.Div(id=ids.START),
                            html.Div(id=ids.QUESTION, className="ask-bar"),
                            html.Div(id=ids.FITS, className="fits-bar"),
                            _tools(),
                            html.Div([_left(), _detail(), filters_panel()], className="main"),
                        ]
                    ),
                ],
                className="app",
                **cast("Any", {"data-keys": written()}),
            ),
            add_dialog(),
            help_dialog(editable=editable),
            export_dialog(),
            history_drawer(),
        ],
        id=ids.PROVIDER,
        theme=THEME,
    )


def _tools() -> Any:  # noqa: ANN401 - a component
    return html.Div(
        [
            dmc.TextInput(
                id=ids.SEARCH,
                placeholder="Search events",
                value="",
                size="sm",
                className="search",
                rightSection=dmc.Kbd("/", size="xs"),
                rightSectionPointerEvents="none",
                **named("Search events"),
            ),
            filter_button(),
            html.Div(id=ids.CHIPS, className="chips", role="group", **named("Lanes")),
            html.Div(id=ids.CHOICES, className="choices"),
        ],
        className="tools",
        role="toolbar",
        **named("Tools"),
    )


def _left() -> Any:  # noqa: ANN401 - a component
    return html.Div(
        [
            html.Section(
                [
                    html.Div(id=ids.PILLS, className="asked", hidden=True),
                    html.P(HEARD, className="visually-hidden"),
                    html.Div(
                        [
                            html.Div(id=ids.UNDER),
                            dcc.Graph(id=ids.GRAPH, config=cast("Any", CONFIG), figure=_nothing(), responsive=False),
                            html.Div(id=ids.OVER),
                        ],
                        id=ids.CHART,
                    ),
                    html.Div(id=ids.OVERVIEW),
                    html.Div(id=ids.COUNTED, className="counted", hidden=True),
                ],
                className="card chart-card",
                **named("Timeline"),
            ),
            html.Section(
                dmc.Tabs(
                    [
                        dmc.TabsList([dmc.TabsTab(tab.capitalize(), value=tab) for tab in TABS]),
                        dmc.TabsPanel(_pane(ids.ARTICLE, "Article"), value="article", keepMounted=True),
                        dmc.TabsPanel(_events(), value="events", id=ids.EVENTS_PANEL),
                        dmc.TabsPanel(_order(), value="order", keepMounted=True),
                    ],
                    id=ids.TABS,
                    value="article",
                    keepMounted=False,  # the table's program comes when its tab is first seen
                ),
                className="card texts",
            ),
        ],
        className="left",
    )


def _events() -> Any:  # noqa: ANN401 - a component
    return html.Div(
        [
            html.Div(id=ids.EVENTS),
            html.Div(id=ids.CHOSEN_ROWS, className="chosen-rows", hidden=True, role="group", **named("Chosen events")),
            html.Div(events_grid(), className="grid-room"),
            html.Div(id=ids.HIDDEN),
        ],
        className="pane events-pane",
        role="region",
        **named("Events"),
    )


def _order() -> Any:  # noqa: ANN401 - a component
    """The order as a diagram with a line for the arrow that is pointed at, and as a list."""
    return html.Div(
        [
            html.Div(id=ids.ORDER_SAYS),
            html.Div(id=ids.ORDER_DRAWING, className="order-drawing"),
            html.P(id=ids.ORDER_WHY, className="order-why"),
            html.Div(id=ids.ORDER_LIST),
        ],
        className="pane order-pane",
        tabIndex=0,
        role="region",
        **{**named("Order"), "data-scrolls": "true"},
    )


def _pane(name: str, label: str) -> Any:  # noqa: ANN401 - a component
    return html.Div(id=name, className="pane", tabIndex=0, role="region", **{**named(label), "data-scrolls": "true"})


def _detail() -> Any:  # noqa: ANN401 - a component
    return html.Aside(
        html.Div(id=ids.DETAIL, className="detail", tabIndex=-1),
        className="card detail-card",
        **named("Selected event"),
    )


def _nothing() -> dict[str, Any]:
    """A figure with no axes to be seen, until the first one arrives."""
    hidden = {"visible": False}
    return {
        "data": [],
        "layout": {
            "xaxis": hidden,
            "yaxis": hidden,
            "height": 320,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
        },
    }
