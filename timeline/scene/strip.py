"""The strip of events of which nothing is known, below the axis: they are listed, never dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.scene.frame import head, lane_title
from timeline.scene.geometry import Box, Glyph, Label, Part, Run, Shape
from timeline.scene.labels import LEADING
from timeline.scene.notes import note_of
from timeline.scene.text import clean, cut_line, line_width

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.scene.geometry import Line
    from timeline.scene.material import Material

_SIZE = 12.5
LINE = 24.0
"""Pixels from line to line."""
UNKNOWN = "Date unknown"
_MARK, _BETWEEN, _COUNT = 22.0, 36.0, 48.0

Strip = tuple[tuple["Event | None", Label], ...]


def unknown_strip(material: Material, left: float, right: float, most: int, above: float) -> tuple[Strip, float]:
    """
    The labels one after the other in at most so many lines, at heights from the top of the strip, and its height.

    Its title has the pixels *above* them.

    What finds no place is counted in a last label that belongs to no event.
    """
    found: list[tuple[Event | None, Label]] = []
    start, end = left + _MARK, right - _COUNT
    x, y, lines = start, above + LINE / 2 + 2, 1
    for number, event in enumerate(material.unknown):
        whole = _words(event, material)
        if line_width(whole, _SIZE) > end - start:
            whole = material.lines[event.id]  # what happened comes before when
        line = cut_line(whole, _SIZE, end - start)
        wide = line_width(line, _SIZE)
        if x + wide > end and x > start:
            if lines == most:
                found.append((None, _at((Run(f"+{material.listless - number:,}"),), x - _MARK, y, "")))
                break
            x, y, lines = start, y + LINE, lines + 1
        found.append((event, _at(line, x, y, event.id)))
        x += wide + _BETWEEN
    return tuple(found), (y + LINE / 2 + 2 if found else 0.0)


def _words(event: Event, material: Material) -> Line:
    line = material.lines[event.id]
    if event.when and event.offset is not None:
        return (Run(line[0].text.rstrip() + " ", line[0].style), Run(f"({clean(event.when)})", "usual"))
    return line


def _at(line: Line, x: float, y: float, event: str) -> Label:
    reach = _SIZE * LEADING / 2
    box = Box(x, y - reach, x + line_width(line, _SIZE), y + reach)
    return Label((line,), x, y, "start", _SIZE, box, event=event, role="unknown" if event else "pointer")


def placed(strip: Strip, area: Box | None, material: Material) -> tuple[tuple[Glyph, ...], tuple[Label, ...]]:
    """A mark and a label for each event of the strip, and its title. The days of these marks are pixels."""
    if area is None:
        return (), ()
    title = lane_title(UNKNOWN, area, -1, head([UNKNOWN], material.view.width))
    glyphs, labels, top = [], [title] if title else [], area.top
    for event, label in strip:
        y, box = label.y + top, label.box
        labels.append(replace(label, y=y, box=Box(box.left, box.top + top, box.right, box.bottom + top)))
        if event is None:
            continue
        part = Part(Shape.UNKNOWN, label.x - 12, label.x - 12, y, 5.0)
        note = note_of(event, material.names, offset=material.offset)
        selected = event.id == material.view.selected
        glyphs.append(Glyph(event.id, -1, -1, (part,), Box(label.x - 17, y - 5, label.x - 7, y + 5), note, selected))
    return tuple(glyphs), tuple(labels)
