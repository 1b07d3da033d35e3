"""What the page says, as plain sentences: about a publication day, a date's sources, its sharpness, a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.chrono.calendar import civil, day_of, days_in_month
from timeline.model.event import Kind, Status
from timeline.model.statement import Stratum
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

EVENTS: Final = {"main": "Main events", "all": "All events"}
LANES_BY: Final = {"actor": "Actor", "article": "Article", "status": "Status"}
DATES_FROM: Final = {
    "all": "Everything known",
    "landmarks": "Text and known events",
    "publication": "Text and publication day",
    "text": "The text alone",
}
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
GIVEN: Final = {"user": "set by you", "text": "printed in the article", "metadata": "from the page"}


def question(article: Article, known: Range, from_text: Range, *, several: bool = False) -> tuple[str, str]:
    """
    What is asked about an article's publication day: the sentence up to the days it allows, and those days.

    *known* is what everything says about it, *from_text* the text alone; among *several* articles it is named.
    """
    asks = f"When was “{article.title}” published?" if several and article.title else "When was this published?"
    if known.open:
        return f"{asks} The article does not say, and nothing in it tells the year.", ""
    who = "its words allow" if known == from_text else "its words and known events allow"
    return f"{asks} The article does not say; {who}", published_words(known)


def provenance(event: Event, timeline: Timeline) -> str:
    """Where an event's date comes from: "from the text and a known event"."""
    if _edited(event, timeline):
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


def _edited(event: Event, timeline: Timeline) -> bool:
    dated = [edit for edit in timeline.edits if edit.subject == event.id and edit.field == "date"]
    return bool(dated) and bool((dated[-1].after or {}).get("bounds"))


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


def what_would_change(event: Event, timeline: Timeline, others: Mapping[str, str]) -> tuple[str, ...]:
    """
    What would give the event another date, each with the date it would give.

    *others* are the dates in words by source ("publication", "landmarks"), if only what is "stated" counts, and if the
    publication were some other "day".
    """
    found = []
    article = next((one for one in timeline.articles if one.id == event.article), None)
    if _edited(event, timeline):
        found.append("Taking your date back")
    if others["day"] != event.when:
        found.append("Setting the publication day")
    if article is not None and article.given in ("user", "metadata") and others["landmarks"] != event.when:
        found.append(f"Leaving the publication day open (then: {others['landmarks']})")
    if others["publication"] != event.when:
        found.append(f"Leaving out known events (then: {others['publication']})")
    if others["stated"] != event.when:
        found.append(f"Leaving out what is only usual (then: {others['stated']})")
    return tuple(found)


def status_words(event: Event) -> str:
    """What is not simply told as having happened, and who says so: "Reported (a Western official)"; else empty."""
    if event.status is Status.HAPPENED and not event.attribution:
        return ""
    status = event.status.value.capitalize()
    return f"{status} ({event.attribution})" if event.attribution else status


def count(number: int, noun: str) -> str:
    """
    A number with its noun.

    >>> count(1, "article"), count(14, "event")
    ('1 article', '14 events')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
