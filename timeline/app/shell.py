"""The page's frame: which scripts it begins with, and how long a browser keeps what it has loaded."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, Final

from dash import Dash
from flask import request

if TYPE_CHECKING:
    from flask import Response

INDEX: Final = """<!DOCTYPE html>
<html lang="en">
  <head>
    {%metas%}
    <title>{%title%}</title>
    <link rel="icon" href="assets/icon.svg" type="image/svg+xml">
    <link rel="preload" href="assets/fonts/NotoSans-Regular.woff2" as="font" type="font/woff2" crossorigin>
    {%css%}
    <link rel="stylesheet" href="palette.css">
  </head>
  <body>
    {%app_entry%}
    <footer>{%config%}{%scripts%}{%renderer%}</footer>
  </body>
</html>
"""
COMPRESSED: Final = [
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "image/svg+xml",
    "text/csv",
]
FOREVER: Final = "public, max-age=31536000, immutable"
A_DAY: Final = "public, max-age=86400"
NOTHING: Final = "no-store"
_TABLE: Final = re.compile(r'<script src="([^"]*dash_ag_grid\.[^"]*)"></script>')


class Shell(Dash):
    """
    Dash with our frame, files kept by the browser as long as their address names their state, and no more scripts at
    the start than the first sight needs: assets/table.js fetches the table's program with its tab.
    """

    def __init__(self, name: str, **options: Any) -> None:  # noqa: ANN401 - what Dash takes
        super().__init__(name, index_string=INDEX, compress=True, **options)
        self.server.config["COMPRESS_MIMETYPES"] = COMPRESSED
        self.server.after_request(kept)

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]  # Dash names each part
        """The page, its title as text, with the address of the table's program in place of the program."""
        parts["title"] = escape(parts["title"]).replace("{%", "&#123;%")  # an article's own words, and no place of ours
        found = _TABLE.search(parts["scripts"])
        if found is not None:
            parts["scripts"] = parts["scripts"].replace(found[0], "")
            parts["metas"] += f'<meta name="table" content="{found[1]}">'
        page: str = super().interpolate_index(**parts)  # type: ignore[no-untyped-call]  # Dash has no types
        return page


def kept(response: Response) -> Response:
    """A file whose address names its state is kept for good, a font for a day; what is of one moment is not kept."""
    own, fine = "/assets/" in request.path, response.status_code == 200
    if fine and ((own and "m" in request.args) or _of_a_package(response)):
        response.headers["Cache-Control"] = FOREVER
    elif fine and own and request.path.endswith(".woff2"):
        response.headers["Cache-Control"] = A_DAY
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = NOTHING
    return response


def _of_a_package(response: Response) -> bool:
    """Dash lets a browser keep a package's file for a year where its address names its version."""
    return "/_dash-component-suites/" in request.path and response.cache_control.max_age is not None
