"""The strip of events of which nothing is known, below the axis: they are listed, never dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.scene.geometry import Box, Glyph, Label, Part, Run, Shape
from timeline.scene.labels import LEADING, label_of
from timeline.scene.notes import note_of
from timeline.scene.text import cut_line, line_width

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.scene.material import Material

_SIZE, _LINE = 12.5, 24.0
_MARK, _BETWEEN = 22.0, 36.0

Strip = tuple[tuple["Event", Label], ...]


def unknown_strip(material: Material, left: float, right: float) -> tuple[Strip, float]:
    """The labels one after the other in lines, at heights counted from the top of the strip; and how high it is."""
    found = []
    x, y = left + _MARK, _LINE / 2 + 2
    for event in material.unknown:
        line = label_of(event, bold=event.id == material.view.selected)
        if event.when and event.offset is not None:
            line = (Run(line[0].text.rstrip() + " ", line[0].style), Run(f"({event.when})", "usual"))
        line = cut_line(line, _SIZE, right - left - _MARK - 8)
        wide = line_width(line, _SIZE)
        if x + wide > right - 8 and x > left + _MARK:
            x, y = left + _MARK, y + _LINE
        reach = _SIZE * LEADING / 2
        box = Box(x, y - reach, x + wide, y + reach)
        found.append((event, Label((line,), x, y, "start", _SIZE, box, event=event.id, role="unknown")))
        x += wide + _BETWEEN
    return tuple(found), (y + _LINE / 2 + 6 if found else 0.0)


def placed(strip: Strip, top: float, material: Material) -> tuple[tuple[Glyph, ...], tuple[Label, ...]]:
    """The strip at its height: a mark and a label for each event. The days of these marks are pixels: they have no other."""
    glyphs, labels = [], []
    for event, label in strip:
        y, box = label.y + top, label.box
        part = Part(Shape.UNKNOWN, label.x - 12, label.x - 12, y, 5.0)
        note = note_of(event, material.names, offset=material.offset)
        selected = event.id == material.view.selected
        glyphs.append(Glyph(event.id, -1, -1, (part,), Box(label.x - 17, y - 5, label.x - 7, y + 5), note, selected))
        labels.append(replace(label, y=y, box=Box(box.left, box.top + top, box.right, box.bottom + top)))
    return tuple(glyphs), tuple(labels)
