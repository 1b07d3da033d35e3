"""What each kind of format cannot say, by the names in `things`, and what is written instead, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.formats.things import MACHINERY, MACHINERY_WORDS, THINGS, has_machinery

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.timeline import Timeline

_NOTHING = "left out"
_LEFT_OUT = {"hidden": _NOTHING, MACHINERY: "left out: save as JSON to go on working"}
_ONE_LINE = {"lines": "a space stands for each"}
_SIGNS = {"unspeakable": "the sign � stands for each"}
_IN_WORDS = {"offset": "told in the words of the date", "usual": "told as one date, with “~” before what is usual"}

CHRONOLOGY = {
    "long": "cut there",
    "old": "a date cell holds it as text (-0216-06-22), which does not calculate; the words of the date are right",
    **_SIGNS,
    **_LEFT_OUT,
}
WORD = {**_SIGNS, **_LEFT_OUT}
TABLE = {
    "unspeakable": "kept, apart from null characters and halves of a character: the sign � stands for each",
    MACHINERY: "left out: save as JSON to go on working",
}
PROSE = {**_ONE_LINE, **_SIGNS, **_LEFT_OUT}
CALENDAR = {
    "uncertain": "an all-day event over all days it may be, which tells so in its title and text",
    "one-sided": "an all-day event on the day that is known, which tells so in its title and text",
    "undated": "left out, since a calendar has no place for it",
    "offset": "left out, since a calendar has no place for it",
    "bce": "left out, since calendars begin with the year 1",
    "usual": "told as one date, with “~” before what is usual in its words",
    "kind": "an event over all its days",
    "status": "planned and possible are tentative, denied is cancelled; the word stands in the text",
    **_ONE_LINE,
    **_SIGNS,
    **_LEFT_OUT,
}
SLIDES = {
    "uncertain": "the first and the last day it may be, with the words of the date shown",
    "one-sided": "the day that is known, with the words of the date shown",
    "undated": "named on the title slide, since a slide needs a year",
    "bce": "the year as it is labelled, -217 for 217 BCE; a leap day before the year 1 is none there",
    "kind": "the words of the date",
    **_IN_WORDS,
    **_ONE_LINE,
    **_SIGNS,
    **_LEFT_OUT,
}
SLIDES_IN_CELLS = {"long": "cut there", **SLIDES}
MARKWHEN = {
    "uncertain": "the stretch of all days it may be; EDTF in a property",
    "one-sided": "the day that is known; EDTF in a property",
    "undated": "named in the description, since an event needs a date",
    "bce": "the year with BCE, without month and day; EDTF in a property",
    "usual": "told as one date, with “~” before what is usual",
    "offset": "told in the words of the date",
    **_ONE_LINE,
    **_SIGNS,
    **_LEFT_OUT,
}
TIMEML = {
    "title": "the word in the text that is the event",
    "uncertain": "a link after the day before and before the day after; of a stretch with uncertain ends, all its days",
    "undated": "an event without a link to a time",
    "offset": "an event without a link to a time",
    "usual": "told as one date",
    "status": "denied is negative, planned and possible have a modality; reported is told as happened",
    **dict.fromkeys(("actors", "places", "attribution", "reasons", "note", "links", "standing"), _NOTHING),
    **_SIGNS,
    "hidden": _NOTHING,
    MACHINERY: "the text is kept, all else left out: save as JSON to go on working",
}
DRAWN = {"quote": _NOTHING, "reasons": _NOTHING, "note": _NOTHING, "links": _NOTHING, "hidden": _NOTHING}
PAGE = {"hidden": _NOTHING}
_SEEN = frozenset(DRAWN)
"""What nobody looks for in a picture is not told each time."""


def told(label: str, losses: Mapping[str, str], timeline: Timeline) -> list[str]:
    """
    What a format cannot hold of a timeline: one sentence for each kind of loss, with the number of events.

    *losses* are those of the format that *label* names.
    """
    found = []
    for name, instead in losses.items():
        if name == MACHINERY:
            if has_machinery(timeline):
                found.append(f"{label} does not hold {MACHINERY_WORDS}: {instead}")
            continue
        thing = THINGS[name]
        events = [event for event in timeline.events if name == "hidden" or not event.hidden]
        count = sum(thing.of(event) for event in events)
        if count:
            found.append(f"{label} cannot hold {thing.words} ({count} event{'' if count == 1 else 's'}): {instead}")
    return found
