"""What stands beside each glyph, and the places it may stand at."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    One place a label may take: the lines, where they are anchored, the stretch that event and label take together.

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


def places(
    line: Line,
    outline: Outline,
    size: float,
    pitch: float,
    edges: Stretch,
    walls: Sequence[Stretch],
    lines: Sequence[float],
    *,
    halo: float = 0.0,
) -> tuple[Place, ...]:
    """
    The places a label may take, best first.

    *edges* are the edges of the drawing; *walls* what no label may stand on (brackets); *lines* what it should not be
    cut by (publication days) where a few pixels avoid it; *halo* is how much wider than its glyph the event is drawn.
    """
    seen = Stretch(max(outline.left, edges.left) - halo, min(outline.right, edges.right) + halo)
    found: list[Place] = []
    for text, rows, extra in _texts(line, size, pitch, edges):
        wide = max(line_width(one, size) for one in text)
        for side in ("right", "left"):
            place = _beside(text, wide, side, seen, edges, walls, lines)
            if place:
                cost = extra + (0.0 if side == "right" else 0.35) + _crossed(place, lines, wide, side)
                found.append(Place(text, side, place[0], place[1], rows, cost))
        if outline.wide and len(text) == 1:
            start = seen.left + 2 * GAP
            for ring in sorted(outline.rings):
                if start - GAP < ring < start + wide + GAP:
                    start = ring + 2 * GAP
            if start + wide + 2 * GAP < seen.right and not _on_wall(start, wide, walls):
                found.append(Place(text, "inside", start, seen, rows, 1.5))
    return tuple(sorted(found, key=lambda place: place.cost))


def _texts(line: Line, size: float, pitch: float, edges: Stretch) -> list[tuple[tuple[Line, ...], int, float]]:
    """The label on one line and on two, with the rows that takes and its cost: a cut costs more than a second row."""
    longest = min(_LONGEST, (edges.right - edges.left) * 0.6)
    wide = line_width(line, size)
    whole = cut_line(line, size, longest)
    rows = 1 if 2 * size * LEADING <= pitch + 3 else 2
    found: list[tuple[tuple[Line, ...], int, float]] = [((whole,), 1, 0.0 if wide <= longest else 5.0)]
    broken = halves(line, size, longest) if wide > _NARROWEST_WRAP else None
    if broken:
        complete = wide <= 2 * longest and not any("…" in run.text for half in broken for run in half)
        found.append((broken, rows, 1.4 if complete else 3.0))
    return found


def _beside(
    text: tuple[Line, ...],
    wide: float,
    side: str,
    seen: Stretch,
    edges: Stretch,
    walls: Sequence[Stretch],
    lines: Sequence[float],
) -> tuple[float, Stretch] | None:
    """Where the text begins or ends, and the stretch it takes with its glyph; None where it would leave the drawing."""
    del text
    near = [Stretch(at - 1, at + 1) for at in lines]
    if side == "right":
        start = seen.right + GAP
        for wall in sorted((*walls, *(one for one in near if one.left - start < GAP)), key=lambda one: one.left):
            if wall.left < start + wide and start - GAP < wall.right:
                start = wall.right + GAP
        fits = start + wide <= edges.right and start - seen.right <= _FARTHEST
        return (start, Stretch(seen.left, start + wide)) if fits else None
    end = seen.left - GAP
    for wall in sorted((*walls, *(one for one in near if end - one.right < GAP)), key=lambda one: -one.right):
        if end - wide < wall.right and wall.left < end + GAP:
            end = wall.left - GAP
    fits = end - wide >= edges.left and seen.left - end <= _FARTHEST
    return (end, Stretch(end - wide, seen.right)) if fits else None


def _on_wall(start: float, wide: float, walls: Sequence[Stretch]) -> bool:
    return any(wall.left < start + wide and start < wall.right for wall in walls)


def _crossed(place: tuple[float, Stretch], lines: Sequence[float], wide: float, side: str) -> float:
    """A little for each publication line that runs through the text."""
    start = place[0] if side == "right" else place[0] - wide
    return sum(0.3 for at in lines if start < at < start + wide)
