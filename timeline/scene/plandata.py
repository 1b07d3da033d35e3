"""A plan as it travels to the page."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

from timeline.scene.density import COUNT
from timeline.scene.frame import TICK
from timeline.scene.geometry import Run
from timeline.scene.scale import days, px
from timeline.scene.strip import UNKNOWN
from timeline.scene.text import advances_of, line_width

if TYPE_CHECKING:
    from timeline.scene.geometry import Bracket, Label, Line, Note, Scene
    from timeline.scene.geometry import Lane as SceneLane
    from timeline.scene.planned import Band, Mark, Plan, Words
    from timeline.scene.source import Beside

SIGNS = string.ascii_letters + string.digits + string.punctuation + " \u2013\u2039\u203a\u2190\u2192"
"""What ticks, pointers and counts are written with."""


def written(plan: Plan) -> dict[str, Any]:
    """
    The plan as plain data, pixels rounded to hundredths and days to millionths.

    A line of text is a list of runs ``[text, style]``. Beside what `Plan` has: a lane's `counts` are the heights at
    which counts may stand, the best first, and labels lie between its `ceiling` and its `floor`; a glyph is counted
    `at` a day, its `row` is what `keep` of a later plan takes, its `title`, `when`, `sure` and `from` are what is said
    of it; a `fixed` label has its first option at every zoom of the plan; `glyph` and `events` of labels and cells are
    numbers of glyphs and ids of events; `cell` is the width of a cell in days, `count` the size of counts in pixels.
    """
    page = plan.page
    return {
        "fit": list(plan.fit),
        "window": list(plan.window),
        "zooms": list(plan.zooms),
        "region": None if plan.region is None else list(plan.region),
        "offset": page.offset,
        "width": page.width,
        "height": page.height,
        "plot": list(page.plot),
        "size": plan.size,
        "count": COUNT,
        "lanes": [_lane(lane, band) for lane, band in zip(page.lanes, plan.bands, strict=True)],
        "glyphs": [_glyph(mark) for mark in plan.marks],
        "labels": [_label(words, plan) for words in plan.words],
        "walls": [
            {"lanes": list(wall.lanes), "day": wall.day, "from": wall.left, "to": wall.right} for wall in plan.walls
        ],
        "brackets": [_bracket(one) for one in plan.brackets],
        "published": [_published(*one) for one in plan.published],
        "cell": plan.cell,
        "cells": [
            {
                "lane": cell.lane,
                "first": cell.first,
                "last": cell.first + plan.cell,
                "count": cell.count,
                "rest": cell.rest,
                "glyphs": list(cell.marks),
                "events": [plan.marks[mark].event for mark in cell.marks],
            }
            for cell in plan.cells
        ],
        "before": _beside(plan.before),
        "after": _beside(plan.after),
        "strip": _strip(page),
        "advances": advances_of(SIGNS + "".join(sign for part in plan.names for sign in "".join(part))),
        "names": plan.names._asdict(),
    }


def _runs(line: Line) -> list[list[str]]:
    return [[run.text, run.style] for run in line]


def _lane(lane: SceneLane, band: Band) -> dict[str, Any]:
    return {
        "key": lane.key,
        "colour": lane.colour,
        "top": lane.top,
        "bottom": lane.bottom,
        "ceiling": band.top,
        "floor": band.floor,
        "title": None if lane.title is None else {**_text(lane.title), "wide": px(lane.title.box.width)},
        "counts": list(band.counts),
        "folded": band.folded,
        "count": lane.count,
    }


def _text(label: Label) -> dict[str, Any]:
    return {
        "x": px(label.x),
        "y": px(label.y),
        "size": label.size,
        "anchor": label.anchor,
        "lines": [_runs(line) for line in label.text],
    }


def _glyph(mark: Mark) -> dict[str, Any]:
    note = mark.glyph.note
    return {
        "event": mark.event,
        "lane": mark.lane,
        "colour": mark.glyph.colour,
        "y": mark.y,
        "half": mark.half,
        "first": mark.first,
        "last": mark.last,
        "at": mark.at,
        "before": mark.before,
        "after": mark.after,
        "open": list(mark.open),
        "halo": mark.halo,
        "wide": mark.wide,
        "solid": mark.solid,
        "rings": list(mark.rings),
        "row": mark.row,
        **_note(note),
    }


def _note(note: Note) -> dict[str, str]:
    return {"title": note.title, "when": note.when, "sure": note.sure, "from": note.source}


def _label(words: Words, plan: Plan) -> dict[str, Any]:
    return {
        "event": plan.marks[words.mark].event,
        "glyph": words.mark,
        "fixed": words.fixed,
        "size": plan.size,
        "options": [
            {
                "side": option.side,
                "lines": [_runs(line) for line in option.lines],
                "wide": option.wide,
                "tall": option.tall,
            }
            for option in words.options
        ],
    }


def _bracket(one: Bracket) -> dict[str, Any]:
    box, label = one.label.box, one.label
    return {
        "day": one.day,
        "shift": one.shift,
        "at": [px(y) for y in one.at],
        "events": list(one.events),
        "label": {
            "shift": px(label.shift),
            "y": px(label.y),
            "size": label.size,
            "wide": px(box.right - box.left),
            "tall": px(box.bottom - box.top),
            "lines": [_runs(line) for line in label.text],
        },
    }


def _published(first: float | None, last: float | None, told: str) -> dict[str, Any]:
    line = (Run("published "), Run(told, "bold")) if told else (Run("publication", "bold"),)
    return {"first": first, "last": last, "words": _runs(line), "wide": px(line_width(line, TICK))}


def _beside(one: Beside | None) -> dict[str, Any] | None:
    return None if one is None else {"count": one.count, "near": days(one.near), "far": days(one.far)}


def _strip(page: Scene) -> dict[str, Any] | None:
    if page.strip is None:
        return None
    named = [label for label in page.labels if label.role == "unknown"]
    more = next((label for label in page.labels if label.role == "pointer"), None)
    title = next((label for label in page.labels if label.role == "lane"), None)
    notes = {glyph.event: glyph.note for glyph in page.unknown}
    return {
        "box": [px(edge) for edge in page.strip],
        "title": None if title is None else _text(title),
        "items": [
            {
                "event": label.event,
                "x": px(label.x),
                "y": px(label.y),
                "size": label.size,
                "wide": px(label.box.right - label.box.left),
                "text": _runs(label.text[0]),
                **_note(notes[label.event]),
            }
            for label in named
        ],
        "more": None if more is None else _more(more),
    }


def _more(label: Label) -> dict[str, Any]:
    """The count of those that have no room, with the name of their lane."""
    return {**_text(label), "text": label.plain, "wide": px(label.box.right - label.box.left), "lane": UNKNOWN}
