"""The head of the page: title, counts, and what can be done with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app import ids
from timeline.app.panes.parts import Component, button, menu
from timeline.app.sentences import EVENTS, count

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


def title_of(timeline: Timeline, name: str | None = None) -> str:
    """The timeline's title, else its article's, else the *name* of what holds it, else how much that is."""
    if timeline.title:
        return timeline.title
    titles = [article.title or article.source for article in timeline.articles]
    if len(titles) == 1 and titles[0]:
        return titles[0]
    if name:
        return name
    return "Timeline" if len(titles) < 2 else count(len(titles), "article")


def header(
    timeline: Timeline, events: int, which: str, *, dark: bool, can_undo: bool, can_redo: bool, name: str | None = None
) -> Component:
    """
    The header.

    *which* events are shown, "main" or "all"; empty where there is no choice. *name* is what it is called by where its
    timeline has no title.
    """
    begun = bool(timeline.articles or timeline.events or can_undo or can_redo)
    counts = f"{count(len(timeline.articles), 'article')} · {count(events, 'event')}"
    return [
        html.H1(title_of(timeline, name), className="title"),
        *([html.Span(counts, className="counts")] if begun else []),
        *([menu(EVENTS[which], "Events", "which", EVENTS, which)] if which else []),
        html.Div(
            [
                *(_work(can_undo=can_undo, can_redo=can_redo) if begun else []),
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


def _work(*, can_undo: bool, can_redo: bool) -> list[Component]:
    """What can be done with what is there."""
    return [
        button("Add", "dialog", ids.ADD, name="Add article"),
        button("↶", "undo", name="Undo", says="Undo (u)", disabled=not can_undo),
        button("↷", "redo", name="Redo", says="Do again what was undone (U)", disabled=not can_redo),
        button("History", "dialog", ids.HISTORY, says="What was done, by whom and when"),
        button("Export", "export", says="A picture, data, a page or a link", variant="filled"),
    ]
