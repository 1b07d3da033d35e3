"""The history: who did what, when, from what to what; and the two ways along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.history import told
from timeline.app.panes.parts import Component, button, plain_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.app.book import Entry
    from timeline.model.timeline import Timeline

_STATES = {"undone": "undone", "left": "undone, then left"}


def history(entries: Sequence[Entry], timeline: Timeline, most: int, *, undo: bool, redo: bool) -> Component:
    """The latest *most* entries, each with a way to its event; whether there is something to *undo* or to *redo*."""
    if not entries:
        return [html.P("Nothing was done yet. Every edit will stand here, and can be undone.", className="nothing")]
    events = {event.id for event in timeline.events if not event.hidden}
    return [
        html.Div(
            [button("Undo the last", "undo", disabled=not undo), button("Redo", "redo", disabled=not redo)],
            className="history-buttons",
        ),
        html.Ol([_entry(one, timeline, events) for one in entries], className="history"),
        *([plain_button("Show earlier ones", "history", "more")] if len(entries) >= most else []),
    ]


def _entry(entry: Entry, timeline: Timeline, events: set[str]) -> Component:
    edit, done = entry.edit, told(entry.edit, timeline)
    change = [html.Span([done.before, " → ", done.after], className="change")] if done.before else []
    on = plain_button(done.on, "select", edit.subject, kind="row-title") if edit.subject in events else done.on
    by = [" · ", edit.by] if edit.by else []
    state = [" · ", _STATES[entry.state]] if entry.state in _STATES else []
    return html.Li(
        [
            html.Strong(done.what),
            *([html.Div(on, className="on")] if done.on else []),
            *change,
            html.Small([_when(edit.at), *by, *state], className="caption"),
        ],
        className="" if entry.state == "done" else "undone",
    )


def _when(at: str) -> Component:
    """The moment, which the page tells by the clock of its user; assets/work.js does so."""
    return html.Time(f"{at[:16].replace('T', ' ')} UTC", dateTime=at) if at else "at an unknown time"
