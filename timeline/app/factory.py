"""The Dash app: everything is made inside `create_app`, nothing when a module is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dash import Dash

from timeline._files import asset
from timeline.app import callbacks, exports, guard, palette
from timeline.app.desk import Desk
from timeline.app.indexed import IndexDesk
from timeline.app.layout import layout
from timeline.app.panes.header import title_of
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from timeline.workspace.opened import Opened

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


def create_app(
    chronicle: Chronicle | Opened,
    *,
    events: str = "main",
    hosts: frozenset[str] | None = guard.LOOPBACK,
    token: str | None = None,
) -> Dash:
    """
    The page over one chronicle.

    Args:
        chronicle: what is shown and edited, or an index, which is only shown; every window of the browser works on it.
        events: "main" for the events a reader would put on a timeline, "all" for every one.
        hosts: the names the server answers to; None for any, which only a token makes safe.
        token: what a browser must bring where the server can be reached from other machines.
    """
    app = Dash(
        __name__,
        assets_folder=str(asset()),
        index_string=INDEX,
        serve_locally=True,
        compress=True,
        title=title_of(chronicle.timeline),
        update_title="",  # the tab keeps its title while a callback runs
        add_log_handler=False,
        enable_mcp=False,
        meta_tags=[
            {"charset": "utf-8"},
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "color-scheme", "content": "light dark"},
        ],
    )
    app.server.config["COMPRESS_MIMETYPES"] = [
        "text/html",
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/json",
        "image/svg+xml",
        "text/csv",
    ]
    desk = Desk(chronicle, events) if isinstance(chronicle, Chronicle) else IndexDesk(chronicle)
    app.layout = layout
    callbacks.register(app, desk)
    exports.register(app, desk)
    palette.register(app)
    guard.protect(app, hosts, token)
    return app
