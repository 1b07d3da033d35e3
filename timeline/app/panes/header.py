"""The head of the page: title, counts, and what can be done with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from timeline.app import ids
from timeline.app.panes.parts import Component, button, does, menu
from timeline.app.sentences import EVENTS, count

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

EXPORTS = (
    ("png", "Picture", "PNG"),
    ("svg", "Drawing", "SVG"),
    ("pdf", "Document", "PDF"),
    ("json", "Timeline, to be opened again", "JSON"),
    ("csv", "Table", "CSV"),
)


def title_of(timeline: Timeline) -> str:
    """The timeline's title, else its article's, else how much it holds."""
    if timeline.title:
        return timeline.title
    titles = [article.title or article.source for article in timeline.articles]
    if len(titles) == 1 and titles[0]:
        return titles[0]
    return "Timeline" if len(titles) < 2 else count(len(titles), "article")


def header(timeline: Timeline, events: int, which: str, *, dark: bool, can_undo: bool) -> Component:
    """
    The header.

    *which* events are shown, "main" or "all"; empty where there is no choice.
    """
    return [
        html.H1(title_of(timeline), className="title"),
        html.Span(f"{count(len(timeline.articles), 'article')} · {count(events, 'event')}", className="counts"),
        *([menu(EVENTS[which], "Events", "which", EVENTS, which)] if which else []),
        html.Div(
            [
                button("Add article", "dialog", ids.ADD),
                button(["Undo", dmc.Kbd("u", size="xs", ml=8)], "undo", disabled=not can_undo),
                _export(),
                button(
                    "☀" if dark else "☾",
                    "theme",
                    "light" if dark else "dark",
                    name="Light colours" if dark else "Dark colours",
                ),
                button("?", "dialog", ids.HELP, name="Keyboard and help"),
            ],
            className="head-buttons",
        ),
    ]


def _export() -> Component:
    """What is exported is what is seen: the page adds its address, which says that, when one of these is chosen."""
    return dmc.Menu(
        [
            dmc.MenuTarget(dmc.Button("Export", size="compact-md", rightSection=html.Span("▾", className="arrow"))),
            dmc.MenuDropdown(
                [
                    dmc.MenuItem(
                        words,
                        rightSection=html.Span(name, className="suffix"),
                        **does("export", suffix),
                    )
                    for suffix, words, name in EXPORTS
                ]
            ),
        ],
        position="bottom-end",
        shadow="md",
    )
