"""The drawing's colours as a stylesheet, so that article, table and every layer of the timeline cannot differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Response

from timeline.draw.theme import DARK, LIGHT
from timeline.draw.variables import rules

if TYPE_CHECKING:
    from dash import Dash

IN_DARK: Final = '[data-mantine-color-scheme="dark"]'


def register(app: Dash) -> None:
    """Give the app the address of the stylesheet."""
    sheet = stylesheet()

    def palette() -> Response:
        return Response(sheet, mimetype="text/css", headers={"Cache-Control": "public, max-age=600"})

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}palette.css", view_func=palette)


def stylesheet() -> str:
    """The variables and the classes of lanes, light and dark."""
    return "\n".join([*rules(LIGHT), *rules(DARK, IN_DARK), ""])


def name_of(colour: int) -> str:
    """
    The class of a lane's colour: the palette begins again where there are more lanes than colours.

    >>> name_of(-1), name_of(9)
    ('lane--1', 'lane-1')
    """
    return f"lane-{colour if colour < 0 else colour % len(LIGHT.lanes)}"
