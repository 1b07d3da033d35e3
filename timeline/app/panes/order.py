"""The order of events where dates say little: as a diagram, and as sentences for those who read rather than look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.diagram import MOST, diagram
from timeline.app.diagram_svg import markup
from timeline.app.palette import name_of
from timeline.app.panes.order_words import because, left_out, summary
from timeline.app.panes.parts import Component, named, plain_button
from timeline.model.statement import Stratum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.app.ordered import Ordered
    from timeline.model.event import Event
    from timeline.reasoning.partial import Step


def order_drawing(found: Ordered, colours: Mapping[str, int]) -> str:
    """The diagram as SVG, empty where there is none; *colours* is the colour number of each event's lane."""
    events = {event.id: event for event in found.events}
    drawn = diagram(found.order, events)
    return "" if drawn is None else markup(drawn, events, colours)


def order_says(found: Ordered) -> Component:
    """One sentence on how much is ordered, one on what is left out, and what the arrows mean where there are any."""
    count = sum(map(len, found.order.layers))
    says = summary(found.order, len(found.events), too_many=count > MOST)
    if found.total > len(found.events):
        says = f"{left_out(len(found.events), found.total)} {says}"
    return html.P([says, *(_legend() if 0 < count <= MOST else [])], className="order-says")


def _legend() -> list[Component]:
    return [
        html.Span([html.Span(className="key stated"), "stated"], className="order-key"),
        html.Span([html.Span(className="key usual"), "usual, not stated"], className="order-key"),
    ]


def order_list(put: Ordered, colours: Mapping[str, int]) -> list[Component]:
    """Each step as a sentence, grouped by what comes first; then what nothing orders."""
    order, events = put.order, {event.id: event for event in put.events}
    behind: dict[str, list[Step]] = {}
    for step in order.steps:
        behind.setdefault(step.first, []).append(step)
    groups = [
        _group(events[one], behind[one], events, colours) for layer in order.layers for one in layer if one in behind
    ]
    if not groups:
        return []
    found: list[Component] = [html.Ul(groups, className="order-list", **named("What comes before what"))]
    if order.alone:
        alone = [html.Li(_event(events[one], colours)) for one in order.alone]
        found += [html.H2("Not ordered with any other"), html.Ul(alone, className="order-alone")]
    return found


def _group(event: Event, steps: Sequence[Step], events: Mapping[str, Event], colours: Mapping[str, int]) -> Component:
    return html.Li([*_event(event, colours), html.Ul([_step(step, events) for step in steps])])


def _event(event: Event, colours: Mapping[str, int]) -> list[Component]:
    return [
        html.Span(className=f"dot {name_of(colours.get(event.id, -1))}"),
        plain_button(event.title, "select", event.id, kind="row-title"),
        html.Small(event.when or "date unknown", className="when"),
    ]


def _step(step: Step, events: Mapping[str, Event]) -> Component:
    usual = step.reason.stratum is Stratum.USUAL
    return html.Li(
        [
            "before ",
            plain_button(events[step.second].title, "select", step.second, kind="row-title"),
            ", ",
            html.Span(because(step, events), className="because"),
            *([html.Small("usual, not stated", className="usual")] if usual else []),
        ],
        className="usual" if usual else "",
    )
