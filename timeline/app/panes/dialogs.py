"""The dialogs: adding an article, what the keys do, and what was done."""

from __future__ import annotations

from typing import Final

import dash_mantine_components as dmc
from dash import html

from timeline.app import ids
from timeline.app.fixed import EDITING
from timeline.app.keys import KEYS
from timeline.app.panes.parts import Component, button, named, plain_button

_DROP: Final = "Ctrl+Enter does the same. The first article takes a few seconds."


def add_dialog() -> Component:
    """Paste a text or drop files; the publication day may be left for later."""
    return dmc.Modal(
        [
            dmc.Textarea(
                id=ids.ADD_TEXT,
                label="Paste the article",
                description="The text as it stands, with its headline. Only this program reads it.",
                autosize=True,
                minRows=7,
                maxRows=14,
                **{"data-autofocus": "true"},
            ),
            html.Div(
                [
                    dmc.TextInput(id=ids.ADD_TITLE, label="Title", description="If the text has none", value=""),
                    dmc.TextInput(
                        id=ids.ADD_DAY, label="Publication day", description="If you know it: 20 August 2025", value=""
                    ),
                ],
                className="add-row",
            ),
            html.P("", id=ids.ADD_PROBLEM, className="problem", role="alert"),
            html.Div(
                [button("Read it", "read-pasted", variant="filled"), html.Span(_DROP, className="hint")],
                className="form-buttons",
            ),
            html.P(
                [
                    "Or drop files or folders anywhere on the page, or ",
                    plain_button("choose them", "choose-files"),
                    ".",
                ],
                className="drop",
            ),
        ],
        id=ids.ADD,
        closeButtonProps=named("Close"),
        title="Add an article",
        size="lg",
        opened=False,
    )


def help_dialog(*, editable: bool = True) -> Component:
    """What the keys and the signs of the drawing mean."""
    return dmc.Modal(
        [
            html.P(
                "Click an event, its sentence or its row: the panel on the right says where the date comes from. "
                "Turn the wheel over the timeline or pinch it to zoom, drag to move, double-click to see everything. "
                "A lane's title folds the lane, or is dragged to another place; a number like +3 lists the events that "
                "have no room. Drag the frame on the strip below, or its edges.",
            ),
            html.Table(
                html.Tbody(
                    [
                        html.Tr(
                            [
                                html.Th([dmc.Kbd(key.shown, mr=6) for key in row.keys if key.shown], scope="row"),
                                html.Td(row.says),
                            ],
                        )
                        for row in KEYS
                        if editable or row.keys[0].verb not in EDITING
                    ]
                ),
                className="keys",
            ),
            html.P(
                "A dot is a day from the text, a diamond the day of a known event. A pale band means: one day in here. "
                "A band that fades out is open on that side. A ring is an end that is usual but not stated.",
            ),
            html.P(
                "The order of events stands behind its own tab: an arrow leads from an event to what comes after it, "
                "dashed where that is usual but not stated. Tab and Enter reach its boxes and arrows.",
            ),
        ],
        id=ids.HELP,
        closeButtonProps=named("Close"),
        title="Keys and signs",
        size="lg",
        opened=False,
    )


def history_drawer() -> Component:
    """What was done, at the side; its lines come when it is opened."""
    return dmc.Drawer(
        html.Div(id=ids.HISTORY_LIST),
        id=ids.HISTORY,
        closeButtonProps=named("Close"),
        title="History",
        position="right",
        size="md",
        opened=False,
    )
