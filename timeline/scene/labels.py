"""What stands beside each glyph, and the places it may stand at."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.event import Kind, Status
from timeline.scene.extent import day_window
from timeline.scene.geometry import Line, Run
from timeline.scene.text import clean, cut_line, halves, line_width
from timeline.scene.words import usual_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.event import Event
    from timeline.scene.glyphs import Outline

_SIDES = {"right": 0.0, "left": 0.35, "inside": 1.5}
"""Where a label may stand beside its glyph, and what that costs, in rows."""
_INSIDE_SOLID = 4.0
"""The same inside a bar that is interrupted for it."""
GAP = 7.0
"""Pixels between a glyph and its label."""
BETWEEN = 10.0
"""Free pixels between one event and the next of its row."""
LEADING = 1.3
"""Height of a line of text, in sizes."""
_NARROWEST_WRAP = 90.0
_MOST_SIGNS = 500
"""No label shows more of a title than this, so none is measured."""
_LONGEST = 560.0
"""Pixels after which a line is broken or cut, however much room there is."""
_FARTHEST = 48.0
"""A label that something else would push farther away from its glyph than this is set elsewhere."""
_SPEAKER = re.compile(r"^(?:according to|per|as told by|say|says|said)\s+", re.IGNORECASE)


class Stretch(NamedTuple):
    """Pixels from left to right."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Place:
    """
    One place a label may take: the lines, where they begin, the stretch that event and label take together.

    `rows` is how many rows it needs; `cost` is how much worse it is than the best, in rows.
    """

    text: tuple[Line, ...]
    side: str
    x: float
    stretch: Stretch
    rows: int
    cost: float


def label_of(event: Event, *, bold: bool) -> Line:
    """The title, who says so where it is only reported, and what is usual about its date."""
    title = clean(event.title[:_MOST_SIGNS]) or clean(event.quote[:_MOST_SIGNS]) or clean(event.id)
    style = "bold" if bold else "plain"
    source = _source(event, title)
    runs = [Run(f"{title} ({source})" if source else title, style)]
    usual = usual_of(event)
    if usual:
        runs = [Run(runs[0].text + " ", style), Run(f"~\u00a0{usual}".replace(" ", "\u00a0"), "usual")]
    return tuple(runs)


def usual_of(event: Event) -> str:
    """What is usual about an event's date and not stated; empty where nothing is."""
    if event.stated is None or event.stated == event.bounds:
        return ""
    told, told_from, _ = event.when.partition(", ")
    if told_from and "publication" in told:  # while that day is open: "the day of publication or the day before"
        return told.replace("the day of publication", "publication day")
    if event.kind is Kind.DAY:
        return usual_words(day_window(event.stated), day_window(event.bounds))
    if event.stated.begin != event.bounds.begin:
        return usual_words(event.stated.begin, event.bounds.begin)
    return usual_words(event.stated.end, event.bounds.end)


def _source(event: Event, title: str) -> str:
    """``per an official``, for what is reported by somebody the title does not name."""
    said_by = clean(event.attribution or "")
    if event.status is not Status.REPORTED or not said_by:
        return ""
    who = _SPEAKER.sub("", said_by)
    return "" if who.casefold() in title.casefold() else f"per {who}"


class Words(NamedTuple):
    """A label in one of its forms: the lines, how wide they are, the rows it needs, what it costs in rows."""

    text: tuple[Line, ...]
    wide: float
    rows: int
    cost: float


def places(
    forms: Sequence[Words],
    outline: Outline,
    edges: Stretch,
    walls: Sequence[Stretch],
    lines: Sequence[float],
    rings: Sequence[float],
    *,
    halo: float = 0.0,
) -> tuple[Place, ...]:
    """
    The places a label may take, best first.

    *edges* are the edges of the drawing; *walls* what no label may stand on (brackets); *lines* what it should not be
    cut by (publication days) where a few pixels avoid it; *rings* the pixels of the glyph's own rings; *halo* is how
    much wider than its glyph the event is drawn.
    """
    seen = Stretch(max(outline.left, edges.left) - halo, min(outline.right, edges.right) + halo)
    found: list[Place] = []
    for form in forms:
        for side, worse in sides_of(outline).items():
            start = stand(side, form.wide, len(form.text), seen, edges, walls, lines, rings if outline.wide else None)
            if start is not None:
                end = start + form.wide
                stretch = seen if side == "inside" else Stretch(min(seen.left, start), max(seen.right, end))
                cost = form.cost + worse
                if side != "inside":
                    cost += sum(0.3 for at in lines if start < at < end)
                found.append(Place(form.text, side, start, stretch, form.rows, cost))
    return tuple(sorted(found, key=lambda place: place.cost))


def sides_of(outline: Outline) -> dict[str, float]:
    """Where a label may stand beside a glyph, and what that costs, in rows."""
    return {**_SIDES, "inside": _INSIDE_SOLID} if outline.solid else _SIDES


@lru_cache(maxsize=4_000)
def forms_of(line: Line, size: float, pitch: float, room: float) -> tuple[Words, ...]:
    """
    The label on one line and on two, on a drawing *room* pixels wide.

    A cut costs more than a second row.
    """
    longest = min(_LONGEST, room * 0.6)
    wide = line_width(line, size)
    whole = cut_line(line, size, longest)
    rows = 1 if 2 * size * LEADING <= pitch + 3 else 2
    found = [Words((whole,), _width((whole,), size), 1, 0.0 if wide <= longest else 5.0)]
    broken = halves(line, size, longest) if wide > _NARROWEST_WRAP else None
    if broken:
        complete = wide <= 2 * longest and not any("…" in run.text for half in broken for run in half)
        found.append(Words(broken, _width(broken, size), rows, 1.4 if complete else 3.0))
    return tuple(found)


def _width(text: tuple[Line, ...], size: float) -> float:
    """Upwards to hundredths of a pixel, so that the page reckons with the same number."""
    return math.ceil(max(line_width(one, size) for one in text) * 100) / 100


def stand(
    side: str,
    wide: float,
    lines: int,
    seen: Stretch,
    edges: Stretch,
    walls: Sequence[Stretch],
    near: Sequence[float],
    rings: Sequence[float] | None,
) -> float | None:
    """
    Where a label of so many pixels and lines begins on one side of what is *seen* of its glyph; None where it cannot.

    *near* are the publication days; *rings* those of a band, None of a glyph in which no label can stand. The page
    does the same (`assets/evaluate.js`).
    """
    if side == "inside":
        return _inside(wide, seen, walls, rings) if rings is not None and lines == 1 else None
    if side == "right":
        start = seen.right + GAP
        blocks = [*walls, *(Stretch(at - 1, at + 1) for at in near if at - 1 - start < GAP)]
        for wall in sorted(blocks):
            if wall.left < start + wide and start - GAP < wall.right:
                start = wall.right + GAP
        return start if start + wide <= edges.right and start - seen.right <= _FARTHEST else None
    end = seen.left - GAP
    blocks = [*walls, *(Stretch(at - 1, at + 1) for at in near if end - at - 1 < GAP)]
    for wall in sorted(blocks, reverse=True):
        if end - wide < wall.right and wall.left < end + GAP:
            end = wall.left - GAP
    return end - wide if end - wide >= edges.left and seen.left - end <= _FARTHEST else None


def _inside(wide: float, seen: Stretch, walls: Sequence[Stretch], rings: Sequence[float]) -> float | None:
    start = seen.left + 2 * GAP
    for ring in sorted(rings):
        if start - GAP < ring < start + wide + GAP:
            start = ring + 2 * GAP
    if start + wide + 2 * GAP >= seen.right or any(wall.left < start + wide and start < wall.right for wall in walls):
        return None
    return start
