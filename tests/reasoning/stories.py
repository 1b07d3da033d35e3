"""A small article's statements, as reading would have them: a summit, a Tuesday, an April, what is usual."""

from __future__ import annotations

from timeline.chrono import expressions as ex
from timeline.chrono.bounds import Bounds
from timeline.chrono.granularity import Granularity
from timeline.chrono.iso import parse_day
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import (
    Constraint,
    Denotes,
    Distance,
    Point,
    Reason,
    Statement,
    Stratum,
    Within,
    publication,
)
from timeline.model.timeline import Timeline

ARTICLE = Article("A story.", id="a")
PUBLISHED = Point(publication("a"), "begin")
TITLES = {
    "said": "The president speaks",
    "told": "The ministry answers",
    "summit": "The summit",
    "quarrel": "The quarrel",
    "election": "The election",
    "plan": "The plan is drawn up",
    "visit": "The visit",
    "order": "The order",
    "interview": "The interview",
    "other": "Something else",
}


def say(
    constraint: Constraint,
    says: str,
    stratum: Stratum = Stratum.TEXT,
    text: str = "",
    landmark: str | None = None,
    at: int = 100,
) -> Statement:
    """A statement with the words it rests on, and where they stand."""
    rule = {Stratum.LANDMARK: "known event", Stratum.USUAL: "usual"}.get(stratum, "rule")
    return Statement(constraint, stratum, Reason(rule, stratum, says, text, Span(at, at + 1), "a"), landmark)


def begin(event: str) -> Point:
    """When it begins."""
    return Point(event, "begin")


def end(event: str) -> Point:
    """When it ends."""
    return Point(event, "end")


_TUESDAY, _APRIL = ex.Last(ex.Weekday(1)), ex.Last(ex.Month(4))
_THIS_YEAR = ex.UpTo(ex.This(Granularity.YEAR))

TEXT = (
    say(Denotes("said", _TUESDAY, PUBLISHED), "“on Tuesday” names a weekday", text="on Tuesday", at=0),
    say(Denotes("told", _TUESDAY, PUBLISHED), "“on Tuesday” names a weekday", text="on Tuesday", at=1),
    say(Distance(end("summit"), PUBLISHED), "“met” is past: not after publication", at=2),
    say(Distance(end("quarrel"), PUBLISHED), "“quarrelled” is past: not after publication", at=3),
    say(
        Denotes("quarrel", _THIS_YEAR, PUBLISHED), "“earlier this year” names the time", text="earlier this year", at=4
    ),
    say(Distance(end("election"), PUBLISHED), "“won” is past: not after publication", at=5),
    say(Distance(end("plan"), begin("election")), "“before the election” puts it before the election", at=6),
    say(Denotes("visit", _APRIL, PUBLISHED), "“in April” names a month, not a year", text="in April", at=7),
    say(Distance(begin("summit"), begin("order")), "“after the summit” puts it after the summit", at=8),
    say(Distance(end("order"), PUBLISHED), "“ordered” is past: not after publication", at=9),
    say(Distance(end("interview"), PUBLISHED), "“said” is past: not after publication", at=10),
)
USUAL = (say(Distance(begin("interview"), PUBLISHED, 0, 1), "usually that day or the day before", Stratum.USUAL),)
LANDMARKS = tuple(
    say(
        Within(event, Bounds.of_day(parse_day(day))),
        "This is a known event",
        Stratum.LANDMARK,
        landmark=f"known-{event}",
    )
    for event, day in (("summit", "2025-08-15"), ("quarrel", "2025-02-28"), ("election", "2024-11-05"))
)


def given(day: str, stratum: Stratum = Stratum.EDIT) -> Statement:
    """The publication day is known."""
    bounds = Bounds.of_day(parse_day(day))
    return say(Within(PUBLISHED.subject, bounds), "The publication day was set by you", stratum)


def story(*statements: Statement) -> Timeline:
    """The events of the article, with these statements."""
    events = tuple(Event(name, "a", title, "", Span(0, 1), Span(0, 1)) for name, title in TITLES.items())
    return Timeline((ARTICLE,), events, statements)


def event(timeline: Timeline, name: str) -> Event:
    """One of the events."""
    return next(one for one in timeline.events if one.id == name)
