"""Text for Plotly, which reads a little markup of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.draw.theme import Theme
    from timeline.scene.geometry import Label, Line


def lines_of(label: Label, theme: Theme) -> str:
    """All lines of a label."""
    return "<br>".join(_rich(line, theme) for line in label.text)


def _rich(line: Line, theme: Theme) -> str:
    found = []
    for run in line:
        text = plain(run.text)
        if run.style == "bold":
            text = f"<b>{text}</b>"
        elif run.style == "usual":
            text = f'<i><span style="color:{theme.soft}">{text}</span></i>'
        found.append(text)
    return "".join(found)


def plain(text: str) -> str:
    """Text that Plotly shows as text and not as its markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
