"""
The layouts that a page without a server draws from: those the server would be asked for, made beforehand.

For several widths, and for every level of zoom that makes a difference. Where a drawing holds more events than it shows
at once, a level is a row of plans side by side.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.scene.material import MOST_GLYPHS
from timeline.scene.plan import held, plan
from timeline.scene.scale import days, px
from timeline.scene.source import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Part
    from timeline.scene.planned import Mark, Plan
    from timeline.scene.view import View

WIDTHS: Final = (320, 640)
"""Pixels of the drawings that are laid out; a page shows the widest that it has room for, stretched."""
HIGHEST: Final = {320: 460, 640: 560}
"""Pixels a drawing is high at most: what has no room in the whole is told by a count, and found as one zooms in."""
MOST_MARKS: Final = 2_500
"""Glyphs of all plans of a width together, beyond which there are no nearer levels."""
_LEVELS: Final = 12
_NEAREST: Final = 100.0
"""Pixels a day beyond which whole days are far enough apart."""
_SLACK: Final = 1.0005
"""How far within a level a window is asked for, so that rounding finds no other."""


class Form(NamedTuple):
    """The plans of one width, from far to near; `complete` where no level is left out for want of room."""

    width: int
    plans: tuple[Plan, ...]
    complete: bool


def forms(timeline: Timeline, view: View, *, clock: bool) -> list[Form]:
    """
    The plans of all widths, drawn as *view* says but for its size and window.

    *clock*: some event is known to a part of a day.
    """
    return [_form(timeline, view, width, clock=clock) for width in WIDTHS]


def _form(timeline: Timeline, view: View, width: int, *, clock: bool) -> Form:
    look = replace(view, width=width, height=None, window=None, whole=True, broken=False)
    look = replace(look, title=False, subtitle=False, legend=False)
    far = plan(timeline, look)
    if far.page.height > HIGHEST[width]:
        look = replace(look, height=HIGHEST[width])
        far = plan(timeline, look)
    total = held(timeline).total
    levels, marks, complete = [[far]], len(far.marks), True
    while not _settled(levels[-1], total) and len(levels) < _LEVELS:
        nearest = levels[-1][0].zooms[1]
        if nearest is None or (nearest > _NEAREST and not clock):
            break
        level = list(_level(timeline, look, far, far.page.plot.width / (nearest * _SLACK)))
        marks += sum(len(one.marks) for one in level)
        if total > MOST_GLYPHS and marks > MOST_MARKS:
            complete = False
            break
        levels.append(level)
    # the nearest level serves whatever is nearer still
    levels[-1] = [replace(one, zooms=(one.zooms[0], None)) for one in levels[-1]]
    return Form(width, tuple(one for level in levels for one in level), complete)


def _settled(level: list[Plan], total: int) -> bool:
    """Every event has a place for its label at every zoom: none nearer shows more."""
    drawn = {mark.event for one in level for mark in one.marks}
    return len(drawn) == total and all(words.fixed for one in level for words in one.words)


def _level(timeline: Timeline, look: View, far: Plan, span: float) -> Iterator[Plan]:
    """
    The plans whose widest window is so many days: one for all, or as many as any window lies in one of them.

    Where there is nothing to draw there is none; the page takes that of a level farther away.
    """
    first, last = far.fit
    if far.region is None and held(timeline).total <= MOST_GLYPHS:
        middle = (first + last) / 2
        yield plan(timeline, look, (middle - span / 2, middle + span / 2))
        return
    while first < last:
        around = Asked(first - span, first + 2 * span, lanes_by="none", most=0)
        if held(timeline).window(around).total:
            yield plan(timeline, look, (first, first + span))
        first += 2 * span  # each reaches a window farther on either side


def data(form: Form, numbers: Mapping[str, int], colours: Mapping[str, int]) -> dict[str, Any]:
    """
    The plans as plain data, each glyph with its parts around the height of its row; *numbers* stand for its events.

    What is the same in all plans, or follows from the events, is left out: `assets/offline/chart.js` adds it. The forms
    of an event's label stand once for all plans, which have their `order`. Lanes have the *colours* of their names.
    """
    pool: _Pool = {}
    written = [_written(one, numbers, pool) for one in form.plans]
    for lane in (lane for one in written for lane in one["lanes"]):
        lane["colour"] = colours.get(lane["key"], lane["colour"])
    options = [{"event": numbers[event], "options": list(found.values())} for event, found in pool.items()]
    return {"width": form.width, "plans": written, "options": options}


def shared(form: Form) -> dict[str, Any]:
    """What is the same in all plans."""
    written = form.plans[0].data()
    return {name: written[name] for name in _SHARED}


_Pool = dict[str, dict[str, dict[str, Any]]]
"""The forms of the labels of events, by how they are written."""
_SHARED = ("advances", "names", "offset", "count")
_COUNTED = ("cells", "before", "after", "window")
_SAID = ("title", "when", "sure", "from", "at", "colour")
"""What the page knows of a glyph by its event and its lane."""


def _written(made: Plan, numbers: Mapping[str, int], pool: _Pool) -> dict[str, Any]:
    written = made.data()
    glyphs = [_glyph(glyph, mark, numbers) for glyph, mark in zip(written["glyphs"], made.marks, strict=True)]
    # in an order that is the same at all levels, so that what is said of them is the same, too
    order = sorted(range(len(glyphs)), key=lambda number: int(glyphs[number]["event"]))
    places = {number: place for place, number in enumerate(order)}
    labels = [_label(one, places, pool) for one in written["labels"]]
    return _without(written, *_SHARED, *_COUNTED) | {"glyphs": [glyphs[number] for number in order], "labels": labels}


def _glyph(glyph: dict[str, Any], mark: Mark, numbers: Mapping[str, int]) -> dict[str, Any]:
    parts = [_part(part) for part in mark.glyph.parts]
    return _without(glyph, *_SAID) | {"event": numbers[mark.event], "parts": parts}


def _label(label: dict[str, Any], places: Mapping[int, int], pool: _Pool) -> dict[str, Any]:
    found = pool.setdefault(label["event"], {})
    keys = [json.dumps(option) for option in label["options"]]
    for key, option in zip(keys, label["options"], strict=True):
        found.setdefault(key, option)
    numbers = {key: number for number, key in enumerate(found)}
    kept = _without(label, "event", "options") | {"glyph": places[label["glyph"]]}
    return kept | {"order": [numbers[key] for key in keys]}


def _without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


_USUAL = ["", "full", 0.0, 0.0, 0.0]


def _part(part: Part) -> list[Any]:
    """As `assets/offline/marks.js` takes it: shape, days, half its height, and what is not as usual."""
    more = [part.fade, part.line, px(part.soft), px(part.before), px(part.after)]
    while more and more[-1] == _USUAL[len(more) - 1]:
        more.pop()
    return [part.shape.value, days(part.first), days(part.last), px(part.half), *more]
