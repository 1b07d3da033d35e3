"""The diagram of an order as SVG for the page: classes for the stylesheet, marks for the script, no colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.app.diagram import DATE, LINE, PAD, TITLE
from timeline.app.palette import name_of
from timeline.app.panes.order_words import step_sentence
from timeline.draw.markup import escape, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.app.diagram import Arrow, Diagram, Node
    from timeline.model.event import Event

_HEAD = 7.0
"""The length of an arrow's head."""


def markup(drawn: Diagram, events: Mapping[str, Event], colours: Mapping[str, int]) -> str:
    """The drawing; *colours* is the colour number of each event's lane."""
    wide, high = number(drawn.width), number(drawn.height)
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="group" aria-label="What comes before what">',
            *[_arrow(one, events) for one in drawn.arrows],
            *[_node(one, events[one.event], colours.get(one.event, -1)) for one in drawn.nodes],
            "</svg>",
        ]
    )


def _arrow(arrow: Arrow, events: Mapping[str, Event]) -> str:
    step = arrow.step
    says = escape(step_sentence(step, events))
    kind = "order-step usual" if arrow.usual else "order-step"
    marks = f'class="{kind}" data-ends="{escape(step.first)} {escape(step.second)}" data-says="{says}"'
    way = _way(arrow)
    x, y = arrow.points[-1]
    head = f"M{number(x)} {number(y)}l{number(-_HEAD)} {number(-_HEAD / 2)}v{number(_HEAD)}z"
    return (
        f'<g {marks} tabindex="0" role="img" aria-label="{says}">'
        f'<path class="hit" d="{way}"/><path class="line" d="{way}"/><path class="head" d="{head}"/></g>'
    )


def _way(arrow: Arrow) -> str:
    """From box to box: bends lie within the gutters, and across a column the line is level."""
    start, *between, (end, last) = arrow.points
    x, y = start
    parts = [f"M{number(x)} {number(y)}"]
    for (left, middle), (right, _) in zip(between[::2], between[1::2], strict=True):
        parts += [_bend((x, y), (left, middle)), f"H{number(right)}"]
        x, y = right, middle
    parts.append(_bend((x, y), (end - _HEAD, last)))
    return "".join(parts)


def _bend(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A curve that leaves and arrives level, and never leaves the stretch between the two."""
    middle = (start[0] + end[0]) / 2
    ends = (middle, start[1], middle, end[1], *end)
    return "C" + " ".join(number(value) for value in ends)


def _node(node: Node, event: Event, colour: int) -> str:
    box = node.box
    name = escape(f"{event.title}, {event.when or 'date unknown'}")
    one = escape(node.event)
    acts = f'data-act="select" data-arg="{one}" data-event="{one}"'
    place = (
        f'x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" height="{number(box.height)}" rx="7"'
    )
    bar = f'x="{number(box.left)}" y="{number(box.top + 7)}" width="3" height="{number(box.height - 14)}"'
    lines = [
        *[_line(words, TITLE, "name") for words in node.title],
        *[_line(words, DATE, "when") for words in node.when],
    ]
    rows = "\n".join(
        line.format(number(box.left + PAD + 2), number(box.top + PAD + LINE * (row + 0.75)))
        for row, line in enumerate(lines)
    )
    return (
        f'<g class="order-box {name_of(colour)}" {acts} tabindex="0" role="button" aria-label="{name}">'
        f'<rect class="paper" {place}/><rect class="bar" {bar}/>{rows}</g>'
    )


def _line(words: str, size: float, role: str) -> str:
    """A line of text that still waits for its place."""
    plain = escape(words).replace("{", "{{").replace("}", "}}")
    return f'<text x="{{}}" y="{{}}" font-size="{number(size)}" class="{role}">{plain}</text>'
