"""Why this date: the argument as numbered sentences with their words, what does not fit, and what would change it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dash import html

from timeline.app.fits import place_of
from timeline.app.panes.fits import sides
from timeline.app.panes.parts import Component, plain_button, quoting
from timeline.chrono import words
from timeline.chrono.bounds import Bounds
from timeline.chrono.calendar import day_of
from timeline.model.event import CONCLUSIONS
from timeline.model.statement import PUBLICATION, Stratum
from timeline.scene.said import RESTS, STRATA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.app.changes import Way
    from timeline.app.fits import Misfit
    from timeline.app.steps import Steps
    from timeline.chrono.bounds import Range
    from timeline.model.event import Event
    from timeline.model.statement import Reason

_CONFLICT = "conflict"


def why(event: Event, steps: Steps, misfits: Sequence[Misfit]) -> list[Component]:
    """
    The argument: what is stated, what is only usual, what does not fit with both its sides, and what follows.

    Pointing at a sentence, or the keyboard on it, marks its words in the article and its days on the axis:
    assets/reasons.js.
    """
    if not event.reasons:
        return []
    argument = event.argument()
    shown = [one for one in argument.steps if not (misfits and one.rule == _CONFLICT)]
    more = [one for one in argument.further if not (misfits and one.rule == _CONFLICT)]
    found: list[Component] = [html.H3("Why this date"), *_lists(shown, event, steps, 1)]
    if more:
        summary = html.Summary(f"{len(more)} further {'step' if len(more) == 1 else 'steps'}")
        usual_before = any(one.stratum is Stratum.USUAL for one in shown)
        lists = _lists(more, event, steps, len(shown) + 1, usual_before=usual_before)
        found.append(html.Details([summary, *lists], className="further"))
    found += _misfits(misfits)
    if argument.conclusion is not None:
        found.append(_conclusion(argument.conclusion, steps))
    return found


def change(ways: Sequence[Way]) -> list[Component]:
    """What would give another date, each with the action that does it."""
    if not ways:
        return []
    items = [
        html.Li(
            [
                plain_button(way.says, way.verb, way.arg, kind="way"),
                *([html.Small(f"then: {way.then}", className="caption")] if way.then else []),
            ]
        )
        for way in ways
    ]
    return [html.H3("What would change it"), html.Ul(items, className="change")]


def _lists(
    reasons: Sequence[Reason], event: Event, steps: Steps, start: int, *, usual_before: bool = False
) -> list[Component]:
    """The steps in their order; from the first one on that is only usual, under a heading of their own."""
    at = next((place for place, one in enumerate(reasons) if one.stratum is Stratum.USUAL), len(reasons))
    stated, usual = ([], reasons) if usual_before else (reasons[:at], reasons[at:])
    found: list[Component] = []
    if stated:
        found.append(_list(stated, steps, start))
    if usual:
        if not usual_before:
            found.append(_usual(event))
        found.append(_list(usual, steps, start + len(stated), usual=True))
    return found


def _usual(event: Event) -> Component:
    """Where what is stated ends, and what it comes to by itself."""
    alone = words.describe(event.stated, event.kind.value) if event.stated is not None else ""
    says: list[Component] = (
        [" What is stated says: ", html.Strong(alone or words.UNKNOWN), "."] if event.stated is not None else []
    )
    return html.P([html.Span("Usual, not stated.", className="usual-head"), *says], className="usual-says")


def _list(reasons: Sequence[Reason], steps: Steps, start: int, *, usual: bool = False) -> Component:
    return html.Ol([_step(one, steps) for one in reasons], start=str(start), className="why usual" if usual else "why")


def _step(reason: Reason, steps: Steps) -> Component:
    stratum = STRATA[reason.stratum]
    caption: list[Component] = [reason.rule if reason.rule == stratum else f"{reason.rule} · {stratum}"]
    matched = steps.matched(reason)
    if matched is not None:
        caption += [" · ", plain_button("not this event?", "reject", matched)]
    says = reason.says or f"“{reason.text}”"
    place = place_of(reason.article, reason.span) if reason.span is not None and reason.article else ""
    return html.Li(
        [
            html.Span(quoting(says, reason.text, place) if place else says, className="says"),
            html.Small(caption, className="caption"),
        ],
        className="step aside" if reason.rule == _CONFLICT else "step",
        **_marks(reason, steps, place),
    )


def _marks(reason: Reason, steps: Steps, place: str) -> dict[str, Any]:
    """What is marked for a step: its words by their place, and the days it gives, of whom, in words."""
    given = steps.gives(reason)
    marks: dict[str, Any] = {"data-words": place} if place else {}
    if not given.window.open:
        event = "" if given.subject.startswith(PUBLICATION) else given.subject
        marks["data-bound"] = json.dumps([event, *days(given.window), short(given.window)])
    if not place:
        marks["tabIndex"] = 0  # else its words are a button
    return marks


def days(window: Range) -> list[int | None]:
    """The first and the last day, None where that side is open."""
    return [None if moment is None else day_of(moment) for moment in (window.earliest, window.latest)]


def short(window: Range) -> str:
    """The days in a few words, as they stand at an axis."""
    return words.short(Bounds.within(window), "day")


def _conclusion(reason: Reason, steps: Steps) -> Component:
    """What follows from the steps, and the weakest thing it rests on."""
    aside = "; what does not fit was set aside" if reason.rule == CONCLUSIONS[1] else ""
    rests = html.Small(f"{RESTS[reason.stratum]}{aside}", className="caption")
    return html.Div([reason.says, rests], className="conclusion step", **_marks(reason, steps, ""))


def _misfits(misfits: Sequence[Misfit]) -> list[Component]:
    """What does not fit, with both sides and what each rests on."""
    if not misfits:
        return []
    return [html.H3("What does not fit"), *[html.Div(sides(one), className="conflict") for one in misfits]]
