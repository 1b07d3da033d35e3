"""What each step of an argument gives by itself: whose days they are, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_of, last_of, start_of
from timeline.chrono.expressions import resolve
from timeline.model.statement import PUBLICATION, Denotes, Distance, Stratum, Within, publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.model.event import Event
    from timeline.model.statement import Constraint, Reason, Statement
    from timeline.model.timeline import Timeline


class Gives(NamedTuple):
    """The days that a subject is left by one step alone; `window` is open where the step gives none by itself."""

    subject: str
    window: Range


class Steps:
    """The steps of one event's argument, with the statements they tell."""

    def __init__(self, event: Event, timeline: Timeline) -> None:
        self._event = event
        self._events = {one.id: one for one in timeline.events}
        self._published = {publication(one.id): one.published for one in timeline.articles}
        self._matched: dict[str, Reason] = {}
        spans = {reason.span for reason in event.reasons}
        self._statements: dict[tuple[object, str | None], list[Statement]] = {}
        for one in timeline.statements:
            if one.reason.span in spans:
                self._statements.setdefault((one.reason.span, one.reason.article), []).append(one)
            if one.landmark and isinstance(one.constraint, Within):
                self._matched[one.constraint.subject] = one.reason

    def gives(self, reason: Reason) -> Gives:
        """What a step gives, by the statement that is told in it."""
        if reason.bounds is not None:
            return Gives(self._event.id, reason.bounds.window)
        if reason.span is None and not reason.text:
            return Gives(self._event.id, Range())
        by_landmark = reason.stratum is Stratum.LANDMARK
        for statement in self._told(reason):
            about = self._event.id in _subjects(statement.constraint)
            if by_landmark and isinstance(statement.constraint, Denotes) and not about:
                continue  # "earlier this year" speaks of a known event: so the article is of that year
            found = self._alone(statement.constraint)
            if not found.window.open:
                return found
        home = publication(reason.article or self._event.article)
        return Gives(home, self._known(home)) if by_landmark else Gives(self._event.id, Range())

    def anchors(self) -> tuple[str, ...]:
        """The other events that its date is counted from or stands beside, by its own words."""
        found: dict[str, None] = {}
        for reason in self._event.reasons:
            beside = dict.fromkeys(one for statement in self._told(reason) for one in self._beside(statement, reason))
            named = [one for one in beside if f"“{self._title(one)}”" in reason.says]
            found |= dict.fromkeys(named or beside)
        return tuple(found)

    def _beside(self, statement: Statement, reason: Reason) -> list[str]:
        """The events that a step's own statement bounds this one by."""
        constraint, subjects = statement.constraint, _subjects(statement.constraint)
        only_ordered = isinstance(constraint, Distance) and constraint.least is constraint.most is None
        if only_ordered or statement.reason.rule != reason.rule or self._event.id not in subjects:
            return []
        return [one for one in subjects if one != self._event.id and not one.startswith(PUBLICATION)]

    def matched(self, reason: Reason) -> str | None:
        """
        The event whose match with a known event a step rests on, which can be rejected; None where there is none.

        It is the one the step's own words tell, or else the one it names in its sentence.
        """
        if reason.stratum is not Stratum.LANDMARK or reason.span is None:
            return None
        for subject, told in self._matched.items():
            if (told.span, told.article) == (reason.span, reason.article):
                return subject
        return next((one for one in self._matched if f"“{self._title(one)}”" in reason.says), None)

    def _told(self, reason: Reason) -> Iterable[Statement]:
        """The statements of these words: those of the same rule first, those about the event before others."""
        found = self._statements.get((reason.span, reason.article), [])
        mine = self._event.id
        return sorted(found, key=lambda one: (one.reason.rule != reason.rule, mine not in _subjects(one.constraint)))

    def _known(self, subject: str) -> Range:
        """The days that are known of an event or a publication; open for another subject."""
        event = self._events.get(subject)
        return self._published.get(subject, Range()) if event is None else event.bounds.window

    def _title(self, subject: str) -> str | None:
        event = self._events.get(subject)
        return None if event is None else event.title

    def _alone(self, constraint: Constraint) -> Gives:
        """What a constraint says of the event, or else of whom it is about, as far as the other side is known."""
        subjects = _subjects(constraint)
        mine = self._event.id if self._event.id in subjects else subjects[-1]
        match constraint:
            case Within():
                return Gives(mine, constraint.bounds.window)
            case Denotes():
                if mine != constraint.subject:
                    return Gives(mine, Range())
                anchor = constraint.anchor
                known = Range() if anchor is None else self._known(anchor.subject)
                return Gives(mine, _side(resolve(constraint.tree, known).window, constraint.ends))
            case Distance():
                return Gives(mine, _apart(constraint, mine, self._known))
            case _:
                return Gives(mine, Range())


def _subjects(constraint: Constraint) -> tuple[str, ...]:
    """Whom it is about; an event before a publication day."""
    if isinstance(constraint, Distance):
        return constraint.earlier.subject, constraint.later.subject
    if isinstance(constraint, Denotes) and constraint.anchor is not None:
        return constraint.anchor.subject, constraint.subject
    return (constraint.subject,)


def _side(window: Range, ends: str) -> Range:
    """Of a time that is only not passed, or only reached, one side."""
    if ends == "before":
        return Range(None, window.latest)
    return Range(window.earliest, None) if ends == "after" else window


def _apart(constraint: Distance, mine: str, known: Callable[[str], Range]) -> Range:
    """The days that lie as far from the other one as the constraint says."""
    if mine == constraint.later.subject:
        other = known(constraint.earlier.subject)
        return Range(_moved(other.earliest, constraint.least, 1), _moved(other.latest, constraint.most, 1, last=True))
    other = known(constraint.later.subject)
    return Range(_moved(other.earliest, constraint.most, -1), _moved(other.latest, constraint.least, -1, last=True))


def _moved(moment: int | None, days: int | None, way: int, *, last: bool = False) -> int | None:
    """The first or the *last* moment of the day that lies so many days away; None where either is open."""
    if moment is None or days is None:
        return None
    day = day_of(moment) + way * days
    return last_of(day) if last else start_of(day)
