"""What does not fit together, as a plain sentence with the words of both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.calendar import day_of, weekday
from timeline.chrono.names import WEEKDAYS
from timeline.model.statement import PUBLICATION, Calendar, Stratum, Within
from timeline.reasoning.network import subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.chrono.bounds import Bounds
    from timeline.model.statement import Conflict, Statement
    from timeline.model.timeline import Timeline


def contradictions(timeline: Timeline) -> list[str]:
    """
    A sentence for each contradiction of a timeline.

    What is only usual gives way to what is stated, as it should: that is none.
    """
    titles = {event.id: event.title for event in timeline.events}
    known = {event.id: event.bounds for event in timeline.events}
    found = [
        f"{told(conflict, titles, known.get)}."
        for conflict in timeline.conflicts
        if conflict.set_aside.stratum is not Stratum.USUAL
    ]
    return list(dict.fromkeys(found))


def told(conflict: Conflict, titles: Mapping[str, str], known: Callable[[str], Bounds | None], about: str = "") -> str:
    """
    What was set aside, and why, without a full stop.

    Args:
        conflict: what was set aside, and what stands against it.
        titles: of the events.
        known: the bounds of an event.
        about: the event whose argument the sentence stands in: it is not named again.
    """
    aside = conflict.set_aside
    others = [other for other in conflict.against if other != aside]
    if isinstance(aside.constraint, Calendar) and aside.constraint.weekday is not None:
        bounds = known(aside.constraint.subject)
        day = None if bounds is None or not bounds.one_day else day_of(bounds.window.earliest or 0)
        if day is not None and weekday(day) != aside.constraint.weekday:
            named = next((f"“{one.reason.text}”" for one in (aside, *others) if one.reason.text), _claim(aside, {}, ""))
            return f"{named}: {words.day_words(day)} was a {WEEKDAYS[weekday(day)]}"
    said = _claim(aside, titles, about)
    if not others:
        return f"Set aside: {said} (it contradicts itself)"
    claims = dict.fromkeys(_claim(other, titles, about) for other in others)
    return f"Set aside: {said} (it does not fit: {'; '.join(claims)})"


def _claim(statement: Statement, titles: Mapping[str, str], about: str) -> str:
    """What a statement says, and of which event, where its words do not tell."""
    reason, constraint = statement.reason, statement.constraint
    says = reason.says or reason.rule
    if isinstance(constraint, Within) and constraint.subject.startswith(PUBLICATION):
        day = words.describe(constraint.bounds, "day")
        return says if reason.text else f"{says}, {day}"
    title = titles.get(subjects(constraint)[0])
    named = any(f"“{one}”" in says for one in titles.values())
    if title is None or about in subjects(constraint) or named:
        return says
    return f"“{title}”, {says}"
