"""
The argument for an event's date, as a reader would make it: plain sentences, each with the words it rests on.

First what the text says of the event itself, each followed by what that leans on, then what follows from it all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.calendar import civil, day_of
from timeline.chrono.expressions import Last, Next
from timeline.model.event import CONCLUSIONS, Kind
from timeline.model.statement import PUBLICATION, Denotes, Distance, Reason, Stratum
from timeline.reasoning.assumption import assumed
from timeline.reasoning.because import because
from timeline.reasoning.contradiction import told
from timeline.reasoning.network import subjects
from timeline.reasoning.propagate import Propagator
from timeline.reasoning.strata import FORMS, RANKS
from timeline.reasoning.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.event import Event
    from timeline.model.statement import Conflict, Statement
    from timeline.reasoning.offsets import Paths
    from timeline.reasoning.propagate import Derivation
    from timeline.reasoning.strata import Settled

_LONGEST = 12  # links of a chain that are told: beyond that the nearest ones and the first, as nobody follows more
_NEAREST = {
    "Weekday": ("A weekday without a date", "how weekdays are named"),
    "Month": ("A month without a year", "how months are named"),
    "MonthDay": ("A day without a year", "how days are named"),
    "Season": ("A season without a year", "how seasons are named"),
}
_CONFLICT = "conflict"  # the rule that a step set aside is shown under


class Explanations:
    """The arguments for all events of one timeline."""

    def __init__(self, settled: Settled, titles: Mapping[str, str]) -> None:
        self._settled = settled
        self._titles = titles
        self._telling = Telling(settled, titles)
        self._conflicts: dict[str, list[Conflict]] = {}
        for conflict in settled.conflicts:
            for subject in dict.fromkeys(subjects(conflict.set_aside.constraint)):
                self._conflicts.setdefault(subject, []).append(conflict)

    def of(self, event: Event, paths: Paths = ()) -> tuple[Reason, ...]:
        """
        The steps that lead to the bounds of an event whose date has been derived, and what was set aside on the way.

        *paths* are the statements that lead from publication to an event of which no year is known.
        """
        chains = [list(path[-_LONGEST:]) for path in paths] if event.bounds.open else self._chains(event)
        steps = list(dict.fromkeys(self._steps(event, chains)))
        if not steps:
            about = [number for number, one in self._settled.about(event.id) if _bounds(one)]
            steps = [self._telling.own(event, number) for number in about[:_LONGEST]]
        found = (self._set_aside(conflict, event) for conflict in self._conflicts.get(event.id, ()))
        aside = list({reason.says: reason for reason in found}.values())  # of begin and end alike, told once
        if not steps:
            return tuple(aside)
        assumption = assumed(self._settled, event, self._titles)
        if assumption is not None:
            steps.insert(0, assumption)
        weakest = max((step.stratum for step in steps), key=RANKS.__getitem__)
        rule = CONCLUSIONS[any(step.rule == _CONFLICT for step in aside)]
        why = because(self._settled, self._telling, event)
        says = f"So: {_so(event)}{why and f': {why}'}"
        so = Reason(rule=rule, stratum=weakest, says=says, article=event.article, bounds=event.bounds)
        return (*steps, *aside, so)

    def _steps(self, event: Event, chains: Sequence[list[int]]) -> Iterable[Reason]:
        """Every step of these chains once, in the order of the argument."""
        own = {number for chain in chains for number in chain if self._speaks_of(event, number)}
        for number in sorted(own, key=self._rank):
            yield self._telling.own(event, number)
            yield from self._directed(event, number)
            for chain in chains:
                if number in chain and own.isdisjoint(chain[: chain.index(number)]):
                    yield from self._telling.beyond(chain[: chain.index(number) + 1])

    def _directed(self, event: Event, number: int) -> Iterable[Reason]:
        """Why a weekday or a month is the last or the next one: the tense, and how such times are named."""
        statement = self._settled.statements[number]
        constraint = statement.constraint
        if not isinstance(constraint, Denotes) or not isinstance(constraint.tree, (Last, Next)):
            return
        pattern, anchor = type(constraint.tree.pattern).__name__, constraint.anchor
        if pattern not in _NEAREST or anchor is None or not anchor.subject.startswith(PUBLICATION):
            return
        tenses = (other for _, other in self._settled.about(event.id) if other.reason.rule == "tense")
        yield from (tense.reason for tense in tenses)
        told = words.tree_words(constraint.tree, "publication")
        if told is not None and constraint.subject == event.id:
            what, rule = _NEAREST[pattern]
            yield replace(statement.reason, rule=rule, says=f"{what} is the nearest one: {told}")

    def _set_aside(self, conflict: Conflict, event: Event) -> Reason:
        """What was said of an event and does not fit."""
        reason = conflict.set_aside.reason
        says = told(conflict, self._titles, self._settled.bounds, event.id)
        if conflict.set_aside.stratum is Stratum.USUAL:  # no conflict: what is only usual gives way, as it should
            return replace(reason, says=f"Not as usual: {says.removeprefix('Set aside: ')}")
        return replace(reason, rule=_CONFLICT, says=says)

    def _speaks_of(self, event: Event, number: int) -> bool:
        return event.id in subjects(self._settled.statements[number].constraint)

    def _rank(self, number: int) -> tuple[object, ...]:
        """What dates by itself first, then relations; what is usual last; else text order."""
        statement = self._settled.statements[number]
        span = statement.reason.span or (-1, -1)
        return statement.stratum is Stratum.USUAL, FORMS[type(statement.constraint)], span, number

    def _chains(self, event: Event) -> list[list[int]]:
        """For each of the four bounds the statements that gave it, from the first to the one about the event."""
        found: list[list[int]] = []
        for place, derivation in enumerate(self._settled.why(event.id)):
            if derivation is not None:
                found.append(self._chain(event, place, derivation, found))
        return found

    def _chain(self, event: Event, place: int, derivation: Derivation, before: Sequence[list[int]]) -> list[int]:
        chain: list[int] = []
        step: Derivation | None = derivation
        while step is not None and len(chain) < _LONGEST:
            chain += [number for number in reversed(step.statements) if number not in chain]
            step = step.parent
        if step is not None:
            chain += [number for number in derivation.origin if number not in chain]
        elif sum(self._speaks_of(event, number) for number in chain) > 1 or derivation.rounded:
            needed = self._needed(event, chain, place, derivation.value, before)
            chain = [number for number in chain if number in needed]
        return chain[::-1]

    def _needed(
        self, event: Event, chain: list[int], place: int, value: int, before: Sequence[list[int]]
    ) -> Sequence[int]:
        """Those of the statements without which the bound would be wider, the weakest tried first."""
        for found in before:  # begin and end of a day mostly rest on the same
            if set(found) <= set(chain) and self._alone(event, found, place) == value:
                return found
        kept = list(chain)
        for number in sorted(chain, reverse=True):
            fewer = [other for other in kept if other != number]
            if fewer and self._alone(event, fewer, place) == value:
                kept = fewer
        return kept

    def _alone(self, event: Event, numbers: Sequence[int], place: int) -> int | None:
        """The bound that these statements give by themselves."""
        network = self._settled.propagator.network
        propagator = Propagator(network.kinds, network)
        propagator.take_in([(number, self._settled.statements[number].constraint) for number in sorted(numbers)])
        found = propagator.why(event.id)[place]
        return None if found is None else found.value


def _bounds(statement: Statement) -> bool:
    """It bounds a date: a distance open on both sides is of order alone."""
    constraint = statement.constraint
    return not (isinstance(constraint, Distance) and constraint.least is constraint.most is None)


def _so(event: Event) -> str:
    """The date, with both days of a range named: "within 1–30 April 2025"."""
    window = event.bounds.window
    if event.kind is Kind.SPAN or window.earliest is None or window.latest is None or window.one_day:
        return event.when
    first, last = day_of(window.earliest), day_of(window.latest)
    described = words.describe(event.bounds, "day")
    if (civil(first)[1:], civil(last)[1:]) == ((1, 1), (12, 31)):  # whole years say it better
        return event.when
    if not event.when.endswith(described):
        return event.when
    return f"{event.when.removesuffix(described)}within {_days(first, last)}"


def _days(first: int, last: int) -> str:
    """Both days of a range: "1–30 April 2025", "15 August – 31 December 2025"."""
    one, other = civil(first), civil(last)
    if one[:2] == other[:2]:
        return f"{one.day}–{words.day_words(last)}"
    return f"{words.day_words(first, year=one.year != other.year)} – {words.day_words(last)}"
