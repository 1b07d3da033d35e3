"""
What does not fit together: each statement that was set aside, with those that stand against it, and where each is said.

What is only usual gives way silently: that is no contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of, weekday
from timeline.chrono.names import WEEKDAYS
from timeline.model.statement import PUBLICATION, Calendar, Distance, Stratum, Within
from timeline.scene.said import STRATA
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event
    from timeline.model.span import Span
    from timeline.model.statement import Conflict, Statement
    from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a contradiction: a sentence, its words, where they stand (None: nowhere), and what it rests on."""

    sentence: str
    words: str
    article: str
    span: Span | None
    by_user: bool = False
    by_edit: bool = False
    rests: str = ""

    @property
    def place(self) -> str:
        """The name of the place in the page, empty where there is none."""
        return "" if self.span is None else place_of(self.article, self.span)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A statement that was set aside, about which event (its title), and what stands against it (at least one)."""

    about: str
    event: str
    set_aside: Said
    against: tuple[Said, ...]

    @property
    def user_day(self) -> bool:
        """It gave way to a publication day that the user has set."""
        return any(one.by_user for one in self.against)

    @property
    def user_edit(self) -> bool:
        """It gave way to something that the user has said: a day, a date, what is one event."""
        return self.user_day or any(one.by_edit for one in self.against)


def place_of(article: str, span: Span) -> str:
    """
    A name for some words of an article.

    >>> from timeline.model.span import Span
    >>> place_of("a", Span(3, 9))
    'a:3-9'
    """
    return f"{article}:{span.start}-{span.end}"


def misfits(timeline: Timeline) -> tuple[Misfit, ...]:
    """Every contradiction of a timeline, once, in text order."""
    found = [_misfit(one, timeline) for one in timeline.conflicts if one.set_aside.stratum is not Stratum.USUAL]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.set_aside.article, one.set_aside.span or (-1, -1))))


def places(found_misfits: Iterable[Misfit]) -> dict[str, tuple[Span, ...]]:
    """Where in each article the words stand that do not fit together."""
    found: dict[str, dict[Span, None]] = {}
    for one in found_misfits:
        for side in (one.set_aside, *one.against):
            if side.span is not None:
                found.setdefault(side.article, {})[side.span] = None
    return {article: tuple(spans) for article, spans in found.items()}


def _misfit(conflict: Conflict, timeline: Timeline) -> Misfit:
    titles = {event.id: event for event in timeline.events}
    named = [titles[one] for one in _subjects(conflict.set_aside) if one in titles]
    event = named[0] if named else None
    return Misfit(
        event.title if event else "The publication day",
        event.id if event else "",
        _weekday(conflict.set_aside, event) or _said(conflict.set_aside, timeline),
        tuple(dict.fromkeys(_said(one, timeline) for one in conflict.against)),
    )


def _weekday(statement: Statement, event: Event | None) -> Said | None:
    """A weekday that its date does not have: which one the day has, so that a reader sees the slip."""
    reason, constraint = statement.reason, statement.constraint
    if not isinstance(constraint, Calendar) or constraint.weekday is None or event is None or reason.span is None:
        return None
    first = event.bounds.window.earliest
    if not event.bounds.one_day or first is None:
        return None
    meant, found = WEEKDAYS[constraint.weekday], WEEKDAYS[weekday(day_of(first))]
    if meant == found:
        return None
    sentence = f"“{reason.text}” names a {meant}, but {event.when.partition(', ')[0]} was a {found}"
    return Said(sentence, reason.text, reason.article or event.article, reason.span, rests=STRATA[statement.stratum])


def _subjects(statement: Statement) -> tuple[str, ...]:
    constraint = statement.constraint
    if isinstance(constraint, Distance):
        return constraint.earlier.subject, constraint.later.subject
    return (constraint.subject,)


def _said(statement: Statement, timeline: Timeline) -> Said:
    reason, constraint = statement.reason, statement.constraint
    events = {event.id: event.article for event in timeline.events}
    first = _subjects(statement)[0]
    article = reason.article or events.get(first, first.removeprefix(PUBLICATION))
    sentence = reason.says or f"“{reason.text}”"
    by_edit = statement.stratum is Stratum.EDIT
    by_user = by_edit and isinstance(constraint, Within) and first.startswith(PUBLICATION)
    if by_user and isinstance(constraint, Within):
        sentence = f"{sentence}: {published_words(constraint.bounds.window)}"
    return Said(sentence, reason.text, article, reason.span, by_user, by_edit, STRATA[statement.stratum])
