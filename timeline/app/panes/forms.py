"""Forms of several fields: what else an event is, and an event of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
from dash import html

from timeline.app.panes.parts import Component, does, named, plain_button
from timeline.model.event import Kind, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.app.state import PageView
    from timeline.model.event import Event

DATE_HINT: Final = "In words or EDTF: “19 August 2025”, “April 2025”, “before 5 November 2024”, 2025-04~"
SEPARATOR: Final = "; "
_KINDS: Final = {Kind.DAY.value: "Within one day", Kind.SPAN.value: "Lasts longer"}
_STATUSES: Final = {status.value: status.value.capitalize() for status in Status}
_STANDINGS: Final = {"": "Nothing said", **{standing.value: standing.value.capitalize() for standing in Standing}}


def details_form(event: Event, view: PageView) -> Component:
    """Who takes part, where, what it is, what the user says of it."""
    draft = dict(view.draft)
    return _form(
        f"details:{event.id}",
        [
            _line("actors", "Who takes part", draft.get("actors", SEPARATOR.join(event.actors)), "Separated by ;"),
            _line("places", "Where", draft.get("places", SEPARATOR.join(event.places)), "Separated by ;"),
            html.Div(
                [
                    _choice("kind", "Kind", _KINDS, draft.get("kind", event.kind.value)),
                    _choice("status", "Status", _STATUSES, draft.get("status", event.status.value)),
                    _choice(
                        "standing",
                        "As a fact",
                        _STANDINGS,
                        draft.get("standing", event.standing.value if event.standing else ""),
                    ),
                ],
                className="choices-row",
            ),
            _lines("note", "Note", draft.get("note", event.note or "")),
            _line("link", "Add a link", draft.get("link", ""), "https://…"),
        ],
        "Save details",
        view.problem,
    )


def event_form(view: PageView, quote: str, date: str) -> Component:
    """A new event: of marked words, whose *quote* is shown and whose *date* is suggested; or of none."""
    draft = dict(view.draft)
    says = html.Blockquote(f"“{quote}”", className="quote") if quote else html.P("No article tells of it.")
    return [
        html.H3("New event", className="event-title"),
        says,
        _form(
            "add",
            [
                _line("title", "Title", draft.get("title", " ".join(quote.split())[:120])),
                _line(
                    "date", "Date", draft.get("date", date), DATE_HINT, previewed=view.marked[0] if view.marked else ""
                ),
            ],
            "Add event",
            view.problem,
        ),
    ]


def _form(verb: str, fields: list[Component], save: str, problem: str | None) -> Component:
    """Fields one below the other, what is wrong with them, and the buttons."""
    return html.Form(
        [
            *fields,
            html.P("", className="preview", role="status"),
            html.P(problem or "", className="problem", role="alert"),
            html.Div(
                [html.Button(save, type="submit", className="save"), plain_button("Cancel", "edit", "", kind="quiet")],
                className="form-buttons",
            ),
        ],
        className="form",
        **does(verb),
    )


def _line(name: str, label: str, value: str, hint: str = "", *, previewed: str | None = None) -> Component:
    more = {} if previewed is None else {"data-preview": previewed}
    return dmc.TextInput(
        label=label,
        description=hint or None,
        value=value,
        name=name,
        size="sm",
        autoComplete="off",
        spellCheck=False,
        **{"data-typed": "true", **more},
    )


def _lines(name: str, label: str, value: str) -> Component:
    return dmc.Textarea(label=label, value=value, name=name, size="sm", autosize=True, minRows=2, maxRows=8)


def _choice(name: str, label: str, choices: Mapping[str, str], chosen: str) -> Component:
    """The browser's own list: light, and every screen reader knows it."""
    options = [html.Option(words, value=key, selected=key == chosen) for key, words in choices.items()]
    return html.Label([html.Span(label), html.Select(options, name=name, **named(label))], className="choice")
