"""Timelines of any size, generated from a fixed seed: titles of 45 characters over ten years."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST, DAYS = day_number(2015, 1, 1), 3652
ARTICLE = "a1"
TITLE = 45
CLUSTER = 14
"""Days of the two weeks in which a story gathers."""
_ACTORS = ("City council", "Harbour company", "High court", "Ministry of works", "River commission")
_SHARES = (40, 25, 15, 12, 8)
"""How many in a hundred events are each actor's: no story gives everybody the same."""
_WHO = ("minister", "court", "council", "company", "union", "mayor", "governor", "inspector", "bank", "embassy")
_DOES = ("opens", "rejects", "announces", "delays", "approves", "questions", "repeals", "extends", "defends", "signs")
_WHAT = ("treaty", "appeal", "budget", "inquiry", "contract", "ceasefire", "tariff", "licence", "blockade", "reform")
_WHERE = ("in the capital", "after a long debate", "for a second time", "against all advice", "before the holidays")
_STATUS = (Status.HAPPENED,) * 16 + (Status.REPORTED, Status.PLANNED, Status.POSSIBLE, Status.DENIED)


def events(count: int, *, seed: int = 1, clustered: int = 0) -> Iterator[Event]:
    """
    So many events, one after the other, so that a million need not be held.

    *clustered* of them lie within the same two weeks. Seven in ten are of one day, one in ten of an unknown day within
    a month, one lasts some months, one is planned, possible, reported or denied.
    """
    chance = random.Random(seed)  # noqa: S311 - a picture, no secret
    for number in range(count):
        at = FIRST + (DAYS // 2 + chance.randrange(CLUSTER) if number < clustered else chance.randrange(DAYS))
        bounds, kind = _bounds(at, chance, alone=number < clustered)
        place = Span(number * 10, number * 10 + 5)
        title = _title(chance)
        yield Event(
            f"e{number:07d}",
            ARTICLE,
            title,
            title,
            place,
            place,
            kind=kind,
            bounds=bounds,
            status=chance.choice(_STATUS),
            weight=round(chance.random(), 4),
            extra={"lane": chance.choices(_ACTORS, _SHARES)[0]},
        )


def timeline(count: int, *, clustered: int = 0) -> Timeline:
    """The same in memory."""
    title = f"{count:,} events"
    return Timeline((Article("", title=title, id=ARTICLE),), tuple(events(count, clustered=clustered)), title=title)


def _title(chance: random.Random) -> str:
    words = f"The {chance.choice(_WHO)} {chance.choice(_DOES)} the {chance.choice(_WHAT)} {chance.choice(_WHERE)}"
    return f"{words} again and again"[:TITLE].ljust(TITLE, "s") if len(words) < TITLE else words[:TITLE].strip()


def _bounds(at: int, chance: random.Random, *, alone: bool) -> tuple[Bounds, Kind]:
    sort = 0 if alone else chance.randrange(10)
    if sort == 8:
        return Bounds.within(Range(start_of(at), last_of(at + 30))), Kind.DAY
    if sort == 9:
        last = at + chance.randrange(20, 200)
        return Bounds(Range(start_of(at), last_of(at)), Range(start_of(last), last_of(last))), Kind.SPAN
    return Bounds.of_day(at), Kind.DAY
