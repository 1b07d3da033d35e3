"""The Dash app: everything is made inside `create_app`, nothing when a module is imported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from timeline._files import asset
from timeline.app import asking, bodies, callbacks, exports, faults, guard, health, palette, reading, windows
from timeline.app.desk import Desk
from timeline.app.indexed import IndexDesk
from timeline.app.layout import layout
from timeline.app.panes.header import title_of
from timeline.app.shell import Shell
from timeline.app.terms import Terms
from timeline.workspace.opened import Opened

if TYPE_CHECKING:
    from dash import Dash

    from timeline.app.book import Book
    from timeline.app.reading import Reader
    from timeline.workspace import Chronicle
    from timeline.workspace.library import Library


def create_app(
    chronicle: Chronicle | Library | Book | Opened,
    *,
    events: str = "main",
    reader: Reader = reading.usual,
    terms: Terms | None = None,
) -> Dash:
    """
    The page over one library or chronicle.

    Args:
        chronicle: what is shown and edited, or an index, which is only shown; every window of the browser works on it.
        events: "main" for the events a reader would put on a timeline, "all" for every one.
        reader: makes what reads the articles that are added, of a function that is told the stages.
        terms: who may see and change it, and where it lies; None: whoever is at this machine, everything.
    """
    terms = terms or Terms()
    desk = (
        IndexDesk(chronicle) if isinstance(chronicle, Opened) else Desk(chronicle, events, editable=not terms.read_only)
    )
    app = Shell(
        __name__,
        assets_folder=str(asset()),
        assets_path_ignore=["^offline$"],  # scripts of a page that stands alone
        url_base_pathname=terms.prefix,
        on_error=faults.raised,
        serve_locally=True,
        title=title_of(desk.chronicle.timeline, desk.name),
        update_title="",  # the tab keeps its title while a callback runs
        add_log_handler=False,
        enable_mcp=False,
        meta_tags=[
            {"charset": "utf-8"},
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "color-scheme", "content": "light dark"},
        ],
    )
    app.layout = layout if desk.editable else partial(layout, editable=False)
    callbacks.register(app, desk)
    reading.register(app, desk, reader, terms.limits)
    asking.register(app, desk)
    windows.register(app, desk)
    exports.register(app, desk, terms.limits)
    palette.register(app)
    health.register(app, desk)
    faults.register(app, terms)
    guard.protect(app, terms)
    bodies.register(app)
    return app
