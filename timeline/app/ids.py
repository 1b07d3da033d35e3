"""The names of the page's parts: one place, so that a callback and a component cannot disagree."""

from __future__ import annotations

from typing import Final

PROVIDER: Final = "provider"

ACTION: Final = "action"
"""What the user has just done, `{"verb", "arg", "n"}`; the script in assets/page.js writes it."""
VIEW: Final = "view"
"""What the page shows (`state.PageView`), without the chronicle itself."""
FIGURE: Final = "figure"
"""The figure the server has laid out; the page hands it to the graph unless a gesture is going on."""
STRIP: Final = "strip"
"""The overview strip's data: extent, counts, window."""

GRAPH: Final = "graph"
OVERVIEW: Final = "overview"
QUESTION: Final = "question"
HEADER: Final = "header"
CHIPS: Final = "chips"
CHOICES: Final = "choices"
CHART: Final = "chart"
SEARCH: Final = "search"
ARTICLE: Final = "article"
EVENTS: Final = "events"
DETAIL: Final = "detail"
NOTICE: Final = "notice"
LIVE: Final = "live"
TABS: Final = "tabs"

ADD: Final = "add"
HELP: Final = "help"
ADD_TEXT: Final = "add-text"
ADD_TITLE: Final = "add-title"
ADD_DAY: Final = "add-day"
ADD_FILES: Final = "add-files"
ADD_SUBMIT: Final = "add-submit"
ADD_PROBLEM: Final = "add-problem"
ADD_NAMES: Final = "add-names"
ADDED: Final = "added"
"""The action that follows when articles have been read in."""
