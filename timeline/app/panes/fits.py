"""What does not fit together, with the words of both sides, and what could not be read: above the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.panes.parts import Component, plain_button, quoting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.app.fits import Misfit, Said
    from timeline.workspace.tellers import Quarrel


def fits(found: Sequence[Misfit], notes: Sequence[str], disputed: Sequence[Quarrel] = ()) -> list[Component]:
    """
    A line that opens where something does not fit, and a line for each note; nothing where all is well.

    *disputed* is what articles contradict each other about.
    """
    said: list[Component] = []
    if found:
        items = html.Ul([_misfit(one) for one in found])
        said.append(html.Details([html.Summary(summary(found)), items], className="misfits"))
    if disputed:
        items = html.Ul([_quarrel(one) for one in disputed])
        count = "1 event is" if len(disputed) == 1 else f"{len(disputed)} events are"
        head = html.Summary(f"{count} told otherwise by another article; both stand.")
        said.append(html.Details([head, items], className="misfits"))
    return [*said, *[html.P(note, className="note") for note in notes]]


def summary(found: Sequence[Misfit]) -> str:
    """One sentence that says how much does not fit, and to what."""
    yours = sum(one.user_day for one in found)
    if yours == len(found):
        return f"The publication day you set stands; {_count(yours)} not fit it."
    if all(one.user_edit for one in found):
        return f"What you set stands; {_count(len(found))} not fit it."
    rest = "is set aside" if len(found) == 1 else "are set aside"
    told = f"{_count(len(found))} not fit what else is told, and {rest}"
    return f"{told}; {yours} of them for the publication day you set." if yours else f"{told}."


def _count(number: int) -> str:
    return "1 statement does" if number == 1 else f"{number} statements do"


def _misfit(one: Misfit) -> Component:
    title = plain_button(one.about, "select", one.event, kind="row-title") if one.event else html.Strong(one.about)
    return html.Li([title, sides(one)])


def sides(one: Misfit) -> Component:
    """What was set aside, and what stands against it, each with its words and with what it rests on."""
    return html.Dl(
        [
            html.Dt("Set aside"),
            html.Dd(_side(one.set_aside)),
            html.Dt("Against it"),
            *[html.Dd(_side(side)) for side in one.against],
        ]
    )


def _quarrel(one: Quarrel) -> Component:
    sides = [
        html.Dd([plain_button(event.title, "select", event.id, kind="row-title"), f" ({event.when or 'date unknown'})"])
        for event in (one.one, one.other)
    ]
    return html.Li(html.Dl([html.Dt(f"Told {one.what}"), *sides]))


def _side(said: Said) -> list[Component]:
    """The sentence, the words it quotes as a button that shows them in the article, and what it rests on."""
    sentence = quoting(said.sentence, said.words, said.place) if said.place else [said.sentence]
    return [*sentence, *([html.Small(said.rests, className="caption")] if said.rests else [])]
