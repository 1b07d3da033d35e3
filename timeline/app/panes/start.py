"""An empty library: three ways in, and nothing else."""

from __future__ import annotations

from dash import html

from timeline.app import ids
from timeline.app.panes.parts import Component, button
from timeline.workspace.samples import SAMPLES


def start() -> Component:
    """Paste, drop, or look at a sample."""
    return html.Div(
        [
            html.H1("A timeline from what you read"),
            html.P(
                "Every event gets the date its text allows, and each date answers “why?” with the words it rests on."
            ),
            html.Div(
                [
                    _way(
                        "Paste an article",
                        "Its text as it stands, headline and all; or press Ctrl+V here.",
                        "Paste",
                        "dialog",
                        ids.ADD,
                    ),
                    _way(
                        "Drop files",
                        "Onto this page, as many as you like: text, web pages, PDF, Word, e-mail, saved timelines.",
                        "Choose files",
                        "choose-files",
                    ),
                    _samples(),
                ],
                className="ways",
            ),
            html.P(
                "Only this program reads it, and keeps it in one file; every change can be undone.", className="hint"
            ),
        ],
        className="start",
    )


def _way(title: str, says: str, label: str, verb: str, arg: str | None = None) -> Component:
    return html.Section([html.H2(title), html.P(says), button(label, verb, arg, name=title)], className="card way-in")


def _samples() -> Component:
    """The articles that come with the program."""
    says = "News that states no day of its own, a history since antiquity, or an incident by the hour."
    ways = [
        html.Li(button(one.name.capitalize(), "read-sample", one.name, name=_SPOKEN[one.name], says=one.says))
        for one in SAMPLES
    ]
    return html.Section(
        [html.H2("Open the sample"), html.P(says), html.Ul(ways, className="samples")], className="card way-in"
    )


_SPOKEN = {"news": "Open the sample: news", "history": "Open the history", "incident": "Open the incident"}
