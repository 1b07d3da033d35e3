"""Small pieces of SVG: elements, numbers, text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.scene.labels import LEADING

if TYPE_CHECKING:
    from timeline.draw.theme import Theme
    from timeline.scene.geometry import Label, Line

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BASELINE = 0.357
"""Half the height of a capital letter, in sizes: from the middle of a line to its baseline."""


def escape(words: str) -> str:
    """Text that may stand between tags and in quoted attributes; characters that XML does not allow are dropped."""
    kept = _FORBIDDEN.sub("", words)
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def number(value: float) -> str:
    """A number with at most two decimals, the same on every machine."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in {"", "-0"} else written


def element(name: str, **attributes: float | str) -> str:
    """An empty element; underscores in the names of attributes stand for hyphens."""
    pairs = (
        f'{key.replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name} {' '.join(pairs)}/>"


def text(label: Label, fill: str, theme: Theme) -> str:
    """A label as one ``<text>``, its lines and styles as ``<tspan>``."""
    first = label.y - (len(label.text) - 1) * label.size * LEADING / 2 + label.size * _BASELINE
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    x, y = number(label.x), number(first)
    turned = "" if label.upright else f' transform="rotate(90 {x} {number(label.y)})"'
    lines = label.text
    if len(lines) == 1:
        content = _runs(lines[0], theme)
    else:
        content = "".join(
            f'<tspan x="{x}" y="{number(first + at * label.size * LEADING)}"{anchor}>{_runs(line, theme)}</tspan>'
            for at, line in enumerate(lines)
        )
    pen = f'font-size="{number(label.size)}" fill="{fill}"{anchor}{turned} xml:space="preserve"'
    return f'<text x="{x}" y="{y}" {pen}>{content}</text>'


def _runs(line: Line, theme: Theme) -> str:
    found = []
    for run in line:
        if run.style == "bold":
            found.append(f'<tspan font-weight="600">{escape(run.text)}</tspan>')
        elif run.style == "usual":
            found.append(f'<tspan font-style="italic" fill="{theme.soft}">{escape(run.text)}</tspan>')
        else:
            found.append(escape(run.text))
    return "".join(found)
