"""What the Export menu gives: the picture of what is seen, or the data."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flask import Response, request

from timeline.app import drawing
from timeline.app.panes.header import title_of
from timeline.app.state import PageView
from timeline.draw import picture
from timeline.draw.theme import THEMES
from timeline.errors import TimelineError
from timeline.formats import csv, json
from timeline.scene.view import View

if TYPE_CHECKING:
    from dash import Dash

    from timeline.app.desk import Desk

TYPES: Final = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "json": "application/json",
    "csv": "text/csv",
}
PICTURE_WIDTH: Final = 1400
SHARP: Final = 2.0
"""Pixels of a PNG for each of the drawing's: the screens of today are so fine."""


def register(app: Dash, desk: Desk) -> None:
    """Give the app its addresses for exports."""

    def export(suffix: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        return exported(desk, suffix, query, request.args.get("theme", "light"))

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}export/timeline.<suffix>", view_func=export)


def exported(desk: Desk, suffix: str, query: str, theme: str) -> Response:
    """The file as an answer: 404 for a suffix we do not write, 422 with one sentence where it cannot be written."""
    if suffix not in TYPES:
        return Response(
            f"There is no export as {suffix!r}: choose one of {', '.join(TYPES)}.\n", 404, mimetype="text/plain"
        )
    view, _ = PageView.from_query(query)
    try:
        content = written(desk, suffix, replace(view, width=PICTURE_WIDTH), theme if theme in THEMES else "light")
    except TimelineError as fault:
        return Response(f"{fault}\n", 422, mimetype="text/plain")
    name = f"{file_name(title_of(desk.chronicle.timeline, desk.name))}.{suffix}"
    return Response(content, mimetype=TYPES[suffix], headers={"Content-Disposition": f'attachment; filename="{name}"'})


def written(desk: Desk, suffix: str, view: PageView, theme: str) -> bytes:
    """The bytes of the file: a picture or table of what the view shows; JSON keeps everything, to be opened again."""
    if suffix == "json":
        return json.write(desk.everything()).encode("utf-8")
    if suffix == "csv":
        return csv.write(desk.table(view)).encode("utf-8")
    left = desk.left(view)
    scene = drawing.picture(left, view, desk.lanes(view))
    source = picture.source_line(left)
    style = picture.Style(theme, scale=SHARP, source=source)
    return picture.picture(suffix, lambda _: scene, View(width=view.width), style)


def file_name(title: str) -> str:
    """
    A title as the name of a file.

    >>> file_name("A European force for Ukraine, with US air power")
    'a-european-force-for-ukraine-with-us-air-power'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "timeline"
