"""How wide a text is in the shipped font, and where it breaks."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import accumulate

from timeline.scene import advances
from timeline.scene.geometry import Line, Run

SLACK = 1.04
"""Widths are taken a little larger than the font says: kerning and hinting make other renderers differ so much."""

_FACES = {"plain": advances.REGULAR, "bold": advances.SEMIBOLD, "usual": advances.ITALIC}
_TYPICAL = 600
"""For a character that the font does not have and that is not wide: in thousandths of the size."""


@cache
def _advances(style: str) -> dict[int, int]:
    """The table of a face, read from its rows."""
    table: dict[int, int] = {}
    for row in _FACES[style].replace("\n ", " ").strip().splitlines():
        start, *widths = row.split()
        table.update(enumerate((int(width, 36) for width in widths), int(start, 16)))
    return table


def width(text: str, size: float, style: str = "plain") -> float:
    """The width of a line of text in pixels, slack included."""
    return _units(text, style) * size * SLACK / 1000


@lru_cache(maxsize=20_000)
def _units(text: str, style: str) -> int:
    """The width of a text in thousandths of its size."""
    table = _advances(style)
    return sum(table.get(ord(sign)) or _elsewhere(sign) for sign in text)


def _elsewhere(sign: str) -> int:
    """A guess for what another font will draw: nothing for marks, a square for wide scripts."""
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Cf", "Cc", "Me"}:
        return 0
    return 1000 if unicodedata.east_asian_width(sign) in {"W", "F"} else _TYPICAL


def advances_of(signs: str, style: str = "plain") -> dict[str, float]:
    """The width of each sign for a pixel of size, slack included: with it a page measures texts as `width` does."""
    return {sign: round(_units(sign, style) * SLACK / 1000, 5) for sign in sorted(set(signs))}


def shipped(text: str) -> bool:
    """The shipped font has every character of the text that can be seen."""
    table = _advances("plain")
    return all(ord(sign) in table or not _elsewhere(sign) for sign in text if not sign.isspace())


def line_width(line: Line, size: float) -> float:
    """The width of a line made of several runs."""
    return sum(width(run.text, size, run.style) for run in line)


def clean(text: str) -> str:
    """The text on one line: control characters dropped, white space collapsed."""
    if text.isprintable():  # as nearly all are; of white space only the space itself is
        return " ".join(text.split())
    kept = "".join(
        " " if sign.isspace() else sign for sign in text if sign.isspace() or sign.isprintable() or sign == "\u200d"
    )
    return " ".join(kept.split())


def cut(text: str, size: float, room: float, style: str = "plain") -> str:
    """The text, or as much of it as fits into *room* pixels with an ellipsis behind it."""
    if width(text, size, style) <= room:
        return text
    kept = text
    while kept and width(kept + "…", size, style) > room:
        kept = kept[: min(len(kept) - 1, int(len(kept) * 0.95))]
    return kept.rstrip(" ,;:–-") + "…"


def wrap(text: str, size: float, room: float, most: int, style: str = "plain") -> tuple[str, ...]:
    """Up to *most* lines of at most *room* pixels; the last one is cut where that is not enough."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and width(" ".join(words[: count + 1]), size, style) <= room:
            count += 1
        lines.append(cut(" ".join(words[:count]), size, room, style))
        words = words[count:]
    if words:
        lines.append(cut(" ".join(words), size, room, style))
    return tuple(lines)


def halves(line: Line, size: float, room: float) -> tuple[Line, Line] | None:
    """
    The line broken into two where the longer one is shortest; None where it cannot be broken.

    Of a line that is too long even so, the first takes *room* pixels and the second is cut.
    """
    words = [(word, run.style) for run in line for word in run.text.split(" ") if word]
    if len(words) < 2:
        return None
    reached = list(accumulate(width(word + " ", size, style) for word, style in words))
    at = min(range(1, len(words)), key=lambda at: max(reached[at - 1], reached[-1] - reached[at - 1]))
    if max(reached[at - 1], reached[-1] - reached[at - 1]) > room:
        at = max(sum(place <= room for place in reached[:-1]), 1)
    first, second = _joined(words[:at]), _joined(words[at:])
    return cut_line(first, size, room), cut_line(second, size, room)


def cut_line(line: Line, size: float, room: float) -> Line:
    """The line within *room* pixels: its title is cut, what is said of its date is kept."""
    if line_width(line, size) <= room:
        return line
    rest = line[1:]
    left = max(room - sum(width(run.text, size, run.style) for run in rest), 3 * size)
    return (Run(cut(line[0].text.rstrip(), size, left, line[0].style) + (" " if rest else ""), line[0].style), *rest)


def _joined(words: list[tuple[str, str]]) -> Line:
    """Words back into runs, with the spaces between them."""
    runs: list[Run] = []
    for word, style in words:
        if runs and runs[-1].style == style:
            runs[-1] = Run(f"{runs[-1].text} {word}", style)
        elif runs:
            runs[-1] = Run(runs[-1].text + " ", runs[-1].style)
            runs.append(Run(word, style))
        else:
            runs.append(Run(word, style))
    return tuple(runs)
