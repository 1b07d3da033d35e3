"""What the page says of each event: the panel, the list, the search and the filters read from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.model.event import CONCLUSIONS
from timeline.model.telling import tellings
from timeline.scene.chronology import in_order
from timeline.scene.counting import place_of
from timeline.scene.extent import extent_of
from timeline.scene.facts import DIMENSIONS, WORDS, dated_by_hand, facts, fold
from timeline.scene.lanes import lane_of, names_of
from timeline.scene.notes import note_of
from timeline.scene.said import RESTS, STRATA, provenance, sharpness, status_words
from timeline.scene.scale import days

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from timeline.model.event import Event
    from timeline.model.statement import Reason
    from timeline.model.timeline import Timeline
    from timeline.scene.facts import Facts


def said(timeline: Timeline, lanes_by: str, *, offset: bool) -> list[dict[str, Any]]:
    """
    Every event that is not hidden, in the order of time.

    `place` are the first day of what is drawn, the day it is counted at and the last; None where its date is unknown.
    *offset*: days are counted from publication.
    """
    names, by_hand = names_of(timeline.articles), dated_by_hand(timeline)
    found = {one.event: one for one in facts(timeline)}
    return [
        _said(event, by_hand, names, lanes_by, offset=offset) | _found_by(event, found[event.id])
        for event in in_order(timeline.events)
    ]


def filters() -> list[dict[str, Any]]:
    """The dimensions by which events are narrowed: title, and values in words where they are no names, in order."""
    return [
        {"title": title, "words": [list(pair) for pair in WORDS.get(name, {}).items()]}
        for name, title in DIMENSIONS.items()
    ]


def _found_by(event: Event, known: Facts) -> dict[str, Any]:
    """
    Its values in each of `filters`, its known days, and what is searched beside what is said of it.

    assets/offline/facets.js searches the texts of the event itself, folded in the same way.
    """
    texts = (event.title, event.quote, event.when, event.note or "", *event.actors, *event.places)
    own = {fold(text) for text in texts}
    return {
        "facets": [list(known.values[name]) for name in DIMENSIONS],
        "days": None if known.days is None else list(known.days),
        "also": "\n".join(line for line in known.text.split("\n") if line and line not in own),
    }


def _said(
    event: Event, by_hand: Collection[str], names: Mapping[str, str], lanes_by: str, *, offset: bool
) -> dict[str, Any]:
    note = note_of(event, names, offset=offset)
    extent = extent_of(event, offset=offset)
    place = None if extent is None else place_of(extent)
    argument = event.argument()
    return {
        "id": event.id,
        "title": note.title,
        "when": note.when,
        "sure": note.sure,
        "from": note.source,
        "place": None if place is None else [days(place.first), days(place.at), days(place.last)],
        "lane": lane_of(event, lanes_by, names),
        "edtf": event.edtf or "",
        "sharp": sharpness(event),
        "origin": _told(provenance(event, by_hand)),
        "status": status_words(event),
        "quote": event.quote,
        "steps": [_step(reason) for reason in argument.steps],
        "further": [_step(reason) for reason in argument.further],
        "conclusion": None if argument.conclusion is None else _conclusion(argument.conclusion),
        "actors": list(event.actors),
        "places": list(event.places),
        "told": [[names.get(one.article, one.article), one.when, one.quote] for one in tellings(event)],
        "standing": event.standing.value if event.standing else "",
        "note": event.note or "",
        "links": list(event.links),
    }


def _step(reason: Reason) -> list[str]:
    """The sentence of a step, and what it is and rests on."""
    stratum = STRATA[reason.stratum]
    caption = reason.rule if reason.rule == stratum else f"{reason.rule} · {stratum}"
    return [_told(reason.says or f"“{reason.text}”"), _told(caption)]


def _conclusion(reason: Reason) -> list[str]:
    aside = "; what does not fit was set aside" if reason.rule == CONCLUSIONS[1] else ""
    return [_told(reason.says), _told(f"{RESTS[reason.stratum]}{aside}")]


def _told(words: str) -> str:
    """To somebody else than the one who has set a date."""
    return words.replace("set by you", "set by hand").replace("as you set it", "as it was set by hand")
