"""A scene as SVG: text stays text, every event has its title and description, the same scene gives the same bytes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.draw import marks
from timeline.draw.broken import svg_breaks
from timeline.draw.counts import bars, counts
from timeline.draw.fonts import face_rules
from timeline.draw.markup import element, escape, number, text
from timeline.draw.samples import SAMPLES
from timeline.draw.theme import FONT_STACK, Theme, mixed, theme_of
from timeline.scene import frame
from timeline.scene.geometry import (
    Box,
    Bracket,
    Glyph,
    Label,
    Lane,
    LegendItem,
    Published,
    Run,
    Scene,
    Tick,
)
from timeline.scene.text import cut, width

if TYPE_CHECKING:
    from collections.abc import Iterator


FOOT = 22.0
"""Pixels below a drawing for the line that says where it comes from."""
_SOURCE = 10.5
"""The size of that line."""
_MAKER = "Made with timeline"


def render(scene: Scene, theme: str | Theme = "light", *, fonts: bool = False, source: str = "") -> str:
    """
    The scene as a whole SVG document.

    With *fonts*, the characters it uses of the shipped font travel inside, so that it looks the same where the font is
    not installed. *source* is a line below the drawing, which becomes `FOOT` higher for it.
    Raises ExportError for a theme that does not exist.
    """
    colours = theme_of(theme) if isinstance(theme, str) else theme
    height = scene.height + (FOOT if source else 0)
    wide, high = number(scene.width), number(height)
    defs = marks.Definitions(colours)
    body = [part for section in _sections(scene, colours, defs) for part in section]
    if source:
        body.append(_source(scene, source, colours))
    style = f"<style>{face_rules(''.join(body))}</style>" if fonts else ""
    size = f'xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    # no kerning: everywhere the pen moves by the advances that the layout was measured with
    pen = f'role="img" font-family="{escape(FONT_STACK)}" style="font-kerning:none" fill="{colours.ink}"'
    name = escape(scene.name or "Timeline")
    described = escape(" ".join(scene.subtitle))
    return "\n".join(
        [
            f"<svg {size} {pen}>",
            f"<title>{name}</title>",
            f"<desc>{described}</desc>",
            f"<defs>{style}{_clip(scene)}{defs.markup()}</defs>",
            element("rect", width=scene.width, height=height, fill=colours.background),
            *body,
            "</svg>",
            "",
        ]
    )


def _sections(scene: Scene, colours: Theme, defs: marks.Definitions) -> Iterator[Iterator[str]]:
    """Back to front."""
    yield (_lane(scene, lane, colours) for lane in scene.lanes)
    yield _between(scene, colours)
    yield (_grid(scene, tick, colours) for tick in _in_sight(scene))
    yield (_published(scene, one, colours) for one in scene.published)
    yield (text(lane.title, colours.text(lane.title), colours) for lane in scene.lanes if lane.title)
    yield _events(scene, colours, defs)
    yield bars(scene, colours)
    yield counts(scene, colours)
    yield svg_breaks(scene, colours)
    yield (_bracket(scene, one, colours) for one in scene.brackets)
    yield (text(one.label, colours.soft, colours) for one in scene.published if one.label)
    yield (text(label, colours.text(label), colours) for label in scene.labels if not label.event)
    yield _axis(scene, colours)
    yield _strip(scene, colours)
    yield (_legend(item, colours, defs) for item in scene.legend)


def _snapped(place: float) -> float:
    """The middle of a pixel: a line of one pixel is sharp there, and as strong as its neighbours."""
    return math.floor(place) + 0.5


def _clip(scene: Scene) -> str:
    plot = scene.plot
    return (
        '<clipPath id="plot">'
        + element("rect", x=plot.left, y=plot.top - 4, width=plot.width, height=plot.height + 8)
        + "</clipPath>"
    )


def _lane(scene: Scene, lane: Lane, colours: Theme) -> str:
    left, top, right, bottom = (round(edge) for edge in (scene.plot.left, lane.top, scene.plot.right, lane.bottom))
    return element(
        "rect",
        x=left,
        y=top,
        width=right - left,
        height=bottom - top,
        fill=mixed(colours.lane(lane.colour), colours.background, colours.wash),
    )


def _between(scene: Scene, colours: Theme) -> Iterator[str]:
    """Lines between lanes that have no background of their own."""
    if colours.wash:
        return
    for lane in scene.lanes[1:]:
        yield element(
            "line",
            x1=frame.MARGIN,
            x2=scene.plot.right,
            y1=_snapped(lane.top - 2),
            y2=_snapped(lane.top - 2),
            stroke=colours.grid,
            stroke_width=1,
        )


def _grid(scene: Scene, tick: Tick, colours: Theme) -> str:
    x = _snapped(tick.x)
    return element("line", x1=x, x2=x, y1=scene.plot.top, y2=scene.plot.bottom, stroke=colours.grid, stroke_width=1)


def _in_sight(scene: Scene) -> list[Tick]:
    return [tick for tick in scene.ticks if scene.plot.left - 0.5 <= tick.x <= scene.plot.right + 0.5]


def _axis(scene: Scene, colours: Theme) -> Iterator[str]:
    bottom = scene.plot.bottom
    for tick in _in_sight(scene):
        x = _snapped(tick.x)
        yield element("line", x1=x, x2=x, y1=bottom, y2=bottom + 4, stroke=colours.tick, stroke_width=1)
        lines = ((Run(tick.text),), (Run(tick.context),)) if tick.context else ((Run(tick.text),),)
        middle = bottom + 15 + (len(lines) - 1) * 7
        yield text(Label(lines, tick.x, middle, "middle", frame.TICK, scene.plot), colours.soft, colours)
    if scene.axis_title:
        middle = (scene.plot.left + scene.plot.right) / 2
        yield text(
            Label(((Run(scene.axis_title),),), middle, bottom + 31, "middle", frame.TICK, scene.plot),
            colours.soft,
            colours,
        )


def _published(scene: Scene, one: Published, colours: Theme) -> str:
    plot = scene.plot
    left = plot.left if one.first is None else max(scene.x(one.first), plot.left)
    right = plot.right if one.last is None else min(scene.x(one.last), plot.right)
    if left > plot.right or right < plot.left:
        return ""
    if one.first is not None and one.first == one.last:
        return element(
            "line", x1=left, x2=left, y1=plot.top - 2, y2=plot.bottom, stroke=colours.published, stroke_width=1.6
        )
    found = element(
        "rect", x=left, y=plot.top, width=right - left, height=plot.height, fill=colours.published, fill_opacity=0.12
    )
    for end, x in ((one.first, left), (one.last, right)):
        if end is not None and plot.left <= scene.x(end) <= plot.right:
            found += element(
                "line",
                x1=x,
                x2=x,
                y1=plot.top - 2,
                y2=plot.bottom,
                stroke=colours.published,
                stroke_width=1.2,
                stroke_dasharray="3 3",
            )
    return found


def _events(scene: Scene, colours: Theme, defs: marks.Definitions) -> Iterator[str]:
    labels = {label.event: label for label in scene.labels if label.event and label.role == "event"}
    for glyph in scene.glyphs:
        if glyph.box.right < scene.plot.left or glyph.box.left > scene.plot.right:
            continue
        drawn = "".join(marks.part(part, scene, colours, glyph.colour, defs) for part in glyph.parts)
        halo = marks.halo(glyph, scene, colours) if glyph.selected else ""
        label = labels.get(glyph.event)
        words = text(label, colours.ink, _on_band(label, glyph, colours)) if label else ""
        if label and label.backed:
            words = _backing(label, glyph, scene, colours) + words
        marked = halo + drawn
        if glyph.box.left - 4 < scene.plot.left or glyph.box.right + 4 > scene.plot.right:
            marked = marked.replace("/>", ' clip-path="url(#plot)"/>')  # each by itself: fpdf2 clips no groups
        yield _event(glyph, marked + words)


def _on_band(label: Label, glyph: Glyph, colours: Theme) -> Theme:
    """On a band what is usual is as dark as the title: softer, it could hardly be read there."""
    within = glyph.box.left < label.box.left and label.box.right < glyph.box.right
    return replace(colours, soft=colours.ink) if within else colours


def _backing(label: Label, glyph: Glyph, scene: Scene, colours: Theme) -> str:
    """The lane's ground over a dark bar, where its label is to be read."""
    fill = mixed(colours.lane(scene.lanes[glyph.lane].colour), colours.background, colours.wash)
    box = label.box
    return element(
        "rect",
        x=box.left - marks.BESIDE,
        y=glyph.box.top - 1,
        width=box.width + marks.BESIDE,
        height=glyph.box.height + 2,
        fill=fill,
    )


def _event(glyph: Glyph, drawn: str) -> str:
    """An event with what is said of it, for those who cannot see it or point at it."""
    note = glyph.note
    rest = "; ".join(part for part in (note.when, note.sure, note.source) if part)
    said = f"<title>{escape(note.title)}</title><desc>{escape(rest)}</desc>"
    return f'<g class="event" data-event="{escape(glyph.event)}">{said}{drawn}</g>'


def _bracket(scene: Scene, one: Bracket, colours: Theme) -> str:
    x = scene.x(one.day)
    out = x + one.shift
    line = f"M{number(x)} {number(one.at[0])}H{number(out)}V{number(one.at[-1])}H{number(x)}"
    inner = "".join(f"M{number(x)} {number(y)}H{number(out)}" for y in one.at[1:-1])
    return element("path", d=line + inner, fill="none", stroke=colours.soft, stroke_width=1.3) + text(
        one.label, colours.soft, colours
    )


def _strip(scene: Scene, colours: Theme) -> Iterator[str]:
    """The events whose date is unknown, below the axis."""
    if scene.strip is None:
        return
    left, top, _, _ = strip = scene.strip
    fill = mixed(colours.gathered, colours.background, colours.wash)
    yield element("rect", x=left, y=top, width=strip.width, height=strip.height, fill=fill)
    labels = {label.event: label for label in scene.labels if label.role == "unknown"}
    for glyph in scene.unknown:
        part = glyph.parts[0]
        drawn = element(
            "circle",
            cx=part.first,
            cy=part.y,
            r=part.half,
            fill="none",
            stroke=colours.gathered,
            stroke_width=1.5,
            stroke_dasharray="2.4 2",
        )
        yield _event(glyph, drawn + text(labels[glyph.event], colours.ink, colours))


def _source(scene: Scene, words: str, colours: Theme) -> str:
    """The line below everything: where it comes from, cut where that is too long, and what made it."""
    y = scene.height + FOOT / 2 - 3
    room = scene.width - 3 * frame.MARGIN - width(_MAKER, _SOURCE)
    left = Label(((Run(cut(words, _SOURCE, room)),),), frame.MARGIN, y, "start", _SOURCE, scene.plot)
    right = Label(((Run(_MAKER),),), scene.width - frame.MARGIN, y, "end", _SOURCE, scene.plot)
    return text(left, colours.soft, colours) + text(right, colours.soft, colours)


def _legend(item: LegendItem, colours: Theme, defs: marks.Definitions) -> str:
    drawn = "".join(
        marks.shape(part, item.x + part.first, item.x + part.last, item.y, colours, -1, defs)
        for part in SAMPLES[item.key]
    )
    x = item.x + frame.sample_width(item.key) + 8
    label = Label(((Run(item.text),),), x, item.y, "start", frame.LEGEND, Box(0, 0, 0, 0))
    return f"<g>{drawn}{text(label, colours.soft, colours)}</g>"
