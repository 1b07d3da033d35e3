"""A timeline that is only looked at: what changes something is refused by the server, and not offered by the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dash import html

from timeline.app import ids
from timeline.app.terms import READ_ONLY
from timeline.app.verbs import VERBS

if TYPE_CHECKING:
    from timeline.app.panes.parts import Component

_LOOKING: Final = frozenset({"refresh", "history", "leave"})
"""Verbs beside those that edit, which change nothing."""
EDITING: Final = frozenset(VERBS) - _LOOKING
"""The verbs that change something, or open a form for it."""
BETWEEN: Final = " · "
_WAYS_IN: Final = frozenset({"choose-files", "read-pasted", "read-sample"})
REFUSED: Final = tuple(sorted(EDITING | _WAYS_IN))
"""What the page does not ask of a server that only shows."""


def without_controls(part: Any) -> Any:  # noqa: ANN401 - components, text, or data
    """
    A part of the page without what would change something: buttons, forms, and the way to the dialog of articles.

    What holds nothing else goes with them, as does what set them apart.
    """
    if isinstance(part, list | tuple):
        kept: list[Any] = []
        for one in part:
            left = without_controls(one)
            if left is not None or one is None:
                kept.append(left)
            elif kept and kept[-1] == BETWEEN:
                kept.pop()
        return kept
    if _changes(part):
        return None
    children = getattr(part, "children", None)
    if isinstance(children, list | tuple) or hasattr(children, "children"):
        part.children = without_controls(children)
        if children and not part.children:
            return None
    return part


def _changes(part: object) -> bool:
    act, arg = getattr(part, "data-act", None), getattr(part, "data-arg", None)
    if not isinstance(act, str):
        return False
    return act.partition(":")[0] in EDITING or act in _WAYS_IN or (act, arg) == ("dialog", ids.ADD)


def sign() -> Component:
    """What the head of the page says of it."""
    return html.Span("read only", className="read-only", title=READ_ONLY)


def nothing() -> Component:
    """What stands in the place of the ways in, where there is nothing to see either."""
    return html.Div(
        [html.H1("There is nothing here yet"), html.P("This timeline is read only: others put articles into it.")],
        className="start",
    )
