"""One event: its date, its words, why this date, what would change it, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash import html

from timeline.app.fits import place_of
from timeline.app.palette import name_of
from timeline.app.panes.forms import DATE_HINT, details_form
from timeline.app.panes.parts import Component, button, does, form, plain_button
from timeline.app.panes.told import told_by
from timeline.app.panes.why import change, why
from timeline.model.statement import Stratum
from timeline.scene.facts import dated_by_hand
from timeline.scene.said import provenance, sharpness, status_words

if TYPE_CHECKING:
    from timeline.app.changes import Way
    from timeline.app.drawing import Lane
    from timeline.app.fits import Misfit
    from timeline.app.state import PageView
    from timeline.app.steps import Steps
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Shown:
    """
    An event with what the panel needs beside it: `number` of `total` (0: it is not among those shown), its lane, its
    argument, and what would change its date.

    `machine` is its date in words without the one that the user gave it; `within` are the events that were said to be
    the same; `joining` is the one that another is sought for, to be one with it. `misfits` are what does not fit of it.
    """

    event: Event
    number: int
    total: int
    lane: Lane | None
    steps: Steps
    would_change: tuple[Way, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    machine: str | None = None
    within: tuple[Event, ...] = ()
    joining: Event | None = None


def detail(shown: Shown | None, timeline: Timeline, view: PageView) -> Component:
    """The panel's content; an invitation where no event is selected."""
    if shown is None:
        return [
            html.P("Select an event: on the timeline, in the article, or in the table.", className="nothing"),
            html.P("Every date answers “why?” with the words it rests on.", className="nothing"),
        ]
    event, by_hand = shown.event, dated_by_hand(timeline)
    if view.editing == "details":
        return [html.H3(event.title, className="event-title"), details_form(event, view)]
    return [
        *_joining(shown.joining, event),
        html.P(
            [_number(shown), f" · {provenance(event, by_hand)}", *_told_in(event, timeline)],
            className="place",
        ),
        _date(event, view),
        *_machine(event, shown.machine, timeline),
        _title(event, view),
        _edtf(event),
        _status(event),
        *_said(event),
        _quote(event, shown.lane),
        *told_by(event, shown.within, timeline, shown.machine),
        *why(event, shown.steps, shown.misfits),
        *change(shown.would_change),
        *_who(event),
        _buttons(event),
    ]


def _number(shown: Shown) -> str:
    """Where it stands among the events shown; what lanes or the search leave out is selected all the same."""
    if not shown.number:
        return f"Not among the {shown.total} events shown"
    return f"Event {shown.number} of {shown.total}"


def _told_in(event: Event, timeline: Timeline) -> list[Component]:
    """Where it is told, which a click shows; nothing where no article tells of it."""
    if not event.quote:
        return []
    titles = {article.id: article.title or article.source for article in timeline.articles}
    name = titles.get(event.article)
    words = f"in “{name}”" if name and len(titles) > 1 else "in the article"
    return [" · ", plain_button(words, "goto", place_of(event.article, event.span), kind="link")]


def _date(event: Event, view: PageView) -> Component:
    if view.editing == "date":
        typed = view.typed or event.edtf or ""
        label = "Date"
        return form(
            f"date:{event.id}", label, typed, hint=DATE_HINT, save="Save date", problem=view.problem, previewed=event.id
        )
    date, _, nearer = (event.when or "date unknown").partition(", ")
    return html.Div([html.H2(date, className="when"), *([html.P(nearer, className="nearer")] if nearer else [])])


def _machine(event: Event, machine: str | None, timeline: Timeline) -> list[Component]:
    """What the text says of a date that the user has set, and the way back to it."""
    if machine is None:
        return []
    back = html.Button("Back to it", type="button", className="link", **does(f"date:{event.id}", ""))
    day = any(article.id == event.article and article.given == "user" for article in timeline.articles)
    who = "The text and the day you set say: " if day else "The text alone says: "
    return [html.P([who, html.Strong(machine or "date unknown"), " · ", back], className="machine")]


def _joining(joining: Event | None, event: Event) -> list[Component]:
    """What is asked while another event is sought that is the same."""
    if joining is None:
        return []
    cancel = plain_button("Cancel", "join", "", kind="quiet")
    if joining.id == event.id:
        which = "Which event is the same as this one? Select it: on the timeline, in the article, or in the table."
        return [html.Div([html.P(which), cancel], className="joining", role="status")]
    asks: list[Component] = ["Is this the same event as “", html.Strong(joining.title), "”?"]
    one = button("Make them one", f"merge:{joining.id}", event.id)
    return [html.Div([html.P(asks), one, cancel], className="joining", role="status")]


def _said(event: Event) -> list[Component]:
    """What the user says of it: how it stands as a fact, a note, links."""
    found: list[Component] = []
    if event.standing is not None:
        found.append(html.P(event.standing.value.capitalize(), className=f"standing {event.standing.value}"))
    if event.note:
        found.append(html.P(event.note, className="user-note"))
    if event.links:
        found.append(html.Ul([_link(event, link) for link in event.links], className="links"))
    return found


def _link(event: Event, link: str) -> Component:
    web = link.startswith(("https://", "http://"))
    address = html.A(link, href=link, target="_blank", rel="noopener noreferrer") if web else link
    take = html.Button("Take away", type="button", className="link", **does(f"unlink:{event.id}", link))
    return html.Li([address, " ", take])


def _title(event: Event, view: PageView) -> Component:
    if view.editing == "title":
        typed = view.typed or event.title
        return form(f"title:{event.id}", "Title", typed, hint="", save="Save title", problem=view.problem)
    return html.H3(event.title, className="event-title")


def _edtf(event: Event) -> Component:
    says = sharpness(event)
    parts: list[Component] = [html.Code(event.edtf, title="EDTF, ISO 8601-2")] if event.edtf else []
    if says:
        parts.append(f" · {says}" if parts else says)
    return html.P(parts, className="edtf")


def _status(event: Event) -> Component:
    says = status_words(event)
    return html.P(says, className="status") if says else None


def _quote(event: Event, lane: Lane | None) -> Component:
    spans = sorted(
        (reason.span.start - event.span.start, reason.span.end - event.span.start)
        for reason in event.reasons
        if reason.span is not None
        and reason.article in (None, event.article)
        and reason.stratum is Stratum.TEXT
        and "time" in reason.rule
        and event.span.covers(reason.span)
    )
    parts: list[Component] = []
    at = 0
    for start, end in spans:
        if start >= at:
            parts += [event.quote[at:start], html.B(event.quote[start:end])]
            at = end
    parts.append(event.quote[at:])
    return html.Blockquote(
        ["“", *[part for part in parts if part], "”"],
        className=f"quote {name_of(lane.colour if lane else -1)}",
    )


def _who(event: Event) -> list[Component]:
    if not (event.actors or event.places):
        return []
    names = dict.fromkeys((*event.actors, *event.places))
    return [
        html.H3("Who and where"),
        html.Div([html.Span(name, className="name") for name in names], className="names"),
    ]


def _buttons(event: Event) -> Component:
    return html.Div(
        [
            button("Edit date", "edit", "date"),
            button("Edit title", "edit", "title"),
            button("Details", "edit", "details", says="Who, where, kind, status, note, links"),
            button("Hide", "hide", event.id),
            button("Merge…", "join", event.id, says="Say that another event is the same"),
            html.Span(className="spring"),
            button("‹", "step", "-1", name="Previous event"),
            button("›", "step", "1", name="Next event"),
        ],
        className="detail-buttons",
    )
