"""What is said of an event beside its date, as plain sentences: on every page that shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.chrono.calendar import civil, day_of, days_in_month
from timeline.model.event import Kind, Status
from timeline.model.statement import Stratum

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.model.event import Event

STRATA: Final = {
    Stratum.EDIT: "set by you",
    Stratum.TEXT: "stated",
    Stratum.METADATA: "from the page",
    Stratum.LANDMARK: "known event",
    Stratum.USUAL: "usual, not stated",
}
RESTS: Final = {
    Stratum.EDIT: "as you set it",
    Stratum.TEXT: "rests on what is stated",
    Stratum.METADATA: "rests on the publication day from the page",
    Stratum.LANDMARK: "rests on a known event",
    Stratum.USUAL: "rests on what is usual, not stated",
}
"""What a date as a whole rests on: the weakest of its steps."""


def provenance(event: Event, by_hand: Collection[str]) -> str:
    """Where an event's date comes from, "from the text and a known event"; *by_hand* are those the user has dated."""
    if event.id in by_hand:
        return "date set by you"
    strata = {reason.stratum for reason in event.reasons}
    sources = []
    if Stratum.TEXT in strata:
        sources.append("the text")
    if strata & {Stratum.EDIT, Stratum.METADATA}:
        sources.append("the publication day")
    if Stratum.LANDMARK in strata:
        sources.append("a known event")
    if Stratum.USUAL in strata and event.stated is not None:
        sources.append("what is usual")
    if not sources:
        return "nothing dates it"
    return "from " + (sources[0] if len(sources) == 1 else f"{', '.join(sources[:-1])} and {sources[-1]}")


def sharpness(event: Event) -> str:
    """How exactly the date is known ("some time in that month"); empty where that goes without saying."""
    window = event.bounds.window
    if event.bounds.open or (event.bounds.one_day and event.kind is Kind.DAY):
        return ""
    if event.kind is Kind.SPAN:
        return "from its beginning to its end"
    if window.earliest is None or window.latest is None:
        return "one day, not earlier" if window.latest is None else "one day, not later"
    first, last = civil(day_of(window.earliest)), civil(day_of(window.latest))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return "some day of that year"
    whole = first.day == 1 and last.day == days_in_month(last.year, last.month)
    if whole and (first.year, first.month) == (last.year, last.month):
        return "some time in that month"
    return "one day of these"


def status_words(event: Event) -> str:
    """What is not simply told as having happened, and who says so: "Reported (a Western official)"; else empty."""
    if event.status is Status.HAPPENED and not event.attribution:
        return ""
    status = event.status.value.capitalize()
    return f"{status} ({event.attribution})" if event.attribution else status
