"""What would change an event's date: said only where trying it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_of, last_of, start_of
from timeline.model.statement import Reason, Statement, Stratum, Within, publication
from timeline.reasoning.derive import derive

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


def what_would_change(event: Event, timeline: Timeline, *, without: frozenset[str] = frozenset()) -> list[str]:
    """
    The changes in the user's hands that give the event another date, each with what it would be then.

    *without* are the events whose landmark is rejected already.
    """
    found = []
    if _published(event, timeline, without):
        found.append("Setting the publication day")
    for stratum, change in (
        (Stratum.LANDMARK, "Leaving out known events"),
        (Stratum.USUAL, "Leaving out what is only usual"),
    ):
        other = _event(
            derive(timeline, strata=frozenset(Stratum) - {stratum}, without=without, explained=False), event.id
        )
        if other is not None and other.bounds != event.bounds:
            found.append(f"{change} (then: {other.when})")
    return found


def _published(event: Event, timeline: Timeline, without: frozenset[str]) -> bool:
    """The publication day is open, and the event's date hangs on it."""
    article = next((article for article in timeline.articles if article.id == event.article), None)
    if article is None or article.published.one_day:
        return False
    if article.published.open:
        return event.offset is not None
    return any(
        (other := _event(_set(timeline, article.id, day, without), event.id)) is not None
        and other.bounds != event.bounds
        for day in (article.published.earliest, article.published.latest)
        if day is not None
    )


def _set(timeline: Timeline, article: str, moment: int, without: frozenset[str]) -> Timeline:
    day = Range(start_of(day_of(moment)), last_of(day_of(moment)))
    reason = Reason("trial", Stratum.EDIT, f"If it was published on {words.day_words(day_of(moment))}")
    trial = Statement(Within(publication(article), Bounds.within(day)), Stratum.EDIT, reason)
    return derive(replace(timeline, statements=(*timeline.statements, trial)), without=without, explained=False)


def _event(timeline: Timeline, event: str) -> Event | None:
    return next((one for one in timeline.events if one.id == event), None)
