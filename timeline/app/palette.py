"""The drawing's colours as a stylesheet, so that article, table and every layer of the timeline cannot differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Response

from timeline.draw.theme import DARK, LIGHT, Theme, mixed

if TYPE_CHECKING:
    from dash import Dash

IN_DARK: Final = '[data-mantine-color-scheme="dark"] '
DRAWN: Final = ("ink", "soft", "grid", "tick", "published", "selected", "wash")
"""What the layers of the drawing are painted with, beside the colours of lanes."""
TINT: Final = 0.12
"""How much of a lane's colour the ground of its text has."""


def register(app: Dash) -> None:
    """Give the app the address of the stylesheet."""
    sheet = stylesheet()

    def palette() -> Response:
        return Response(sheet, mimetype="text/css", headers={"Cache-Control": "public, max-age=600"})

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}palette.css", view_func=palette)


def stylesheet() -> str:
    """A class for each lane's colour ("lane-0", …; "lane--1" is what is gathered from many), light and dark."""
    return "\n".join([*_rules(LIGHT, ""), *_rules(DARK, IN_DARK), ""])


def _rules(theme: Theme, where: str) -> list[str]:
    root = where.strip() or ":root"
    return [
        f"{root} {{ --paper: {theme.background}; "
        + " ".join(f"--draw-{name}: {getattr(theme, name)};" for name in DRAWN)
        + " }",
        *[
            f"{where}.lane-{number} {{ --lane: {theme.lane(number)}; "
            f"--lane-tint: {mixed(theme.lane(number), theme.background, TINT)}; }}"
            for number in range(-1, len(theme.lanes))
        ],
    ]


def name_of(colour: int) -> str:
    """
    The class of a lane's colour: the palette begins again where there are more lanes than colours.

    >>> name_of(-1), name_of(9)
    ('lane--1', 'lane-1')
    """
    return f"lane-{colour if colour < 0 else colour % len(LIGHT.lanes)}"
