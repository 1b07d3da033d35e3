"""
The argument for an event's date, as a reader would make it: plain sentences, each with the words it rests on.

First what the text says of the event itself, each followed by what that leans on, then what follows from it all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.model.statement import PUBLICATION, Calendar, Denotes, Distance, Reason, Stratum, Within
from timeline.reasoning.network import subjects
from timeline.reasoning.propagate import Propagator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.event import Event
    from timeline.model.statement import Statement
    from timeline.reasoning.propagate import Derivation
    from timeline.reasoning.strata import Settled

_LONGEST = 12  # links of a chain that are told: beyond that the nearest ones and the first, as nobody follows more
_ORDER = {Within: 0, Denotes: 1, Calendar: 2, Distance: 3}


def reasons(event: Event, settled: Settled, titles: Mapping[str, str]) -> tuple[Reason, ...]:
    """The steps that lead to the bounds of an event whose date has been derived, and what was set aside on the way."""
    teller = _Teller(event, settled, titles)
    steps = list(dict.fromkeys(teller.steps()))
    aside = teller.set_aside()
    if not steps and event.offset is None:
        return tuple(aside)
    if not steps:
        steps = [settled.statements[number].reason for number in teller.own_standing()]
    used = [step.stratum for step in steps] or [Stratum.TEXT]
    weakest = max(used, key=lambda stratum: stratum.rank)
    rule = "conflict set aside" if aside else "no conflict"
    so = Reason(rule=rule, stratum=weakest, says=f"So: {_so(event)}", article=event.article, bounds=event.bounds)
    return (*steps, *aside, so)


def _so(event: Event) -> str:
    return event.when


class _Teller:
    """Puts the derivations of one event's bounds into sentences."""

    def __init__(self, event: Event, settled: Settled, titles: Mapping[str, str]) -> None:
        self.event = event
        self.settled = settled
        self.titles = titles

    def steps(self) -> Iterable[Reason]:
        """Every step of the four bounds once, in the order of the argument."""
        chains = [chain for chain in self._chains() if chain]
        own = sorted({number for chain in chains for number in chain if self._own(number)}, key=self._rank)
        for number in own:
            yield self.settled.statements[number].reason
            for chain in chains:
                if number in chain and not any(self._own(other) for other in chain[: chain.index(number)]):
                    yield from self._leaning(chain[: chain.index(number) + 1])

    def own_standing(self) -> list[int]:
        """Every standing statement about the event, in the order of the argument."""
        return sorted((number for number, _ in self.settled.about(self.event.id)), key=self._rank)

    def set_aside(self) -> list[Reason]:
        """What was said of the event and does not fit."""
        found = []
        for conflict in self.settled.conflicts:
            statement = conflict.set_aside
            if self.event.id not in subjects(statement.constraint):
                continue
            against = "; ".join(dict.fromkeys(other.reason.says for other in conflict.against if other != statement))
            why = f"it does not fit: {against}" if against else "it contradicts itself"
            says = f"Set aside: {statement.reason.says} ({why})"
            found.append(replace(statement.reason, rule="conflict", says=says))
        return found

    def _own(self, number: int) -> bool:
        return self.event.id in subjects(self.settled.statements[number].constraint)

    def _rank(self, number: int) -> tuple[object, ...]:
        """What dates by itself first, then relations; what is usual last; else text order."""
        statement = self.settled.statements[number]
        span = statement.reason.span or (-1, -1)
        return statement.stratum is Stratum.USUAL, _ORDER[type(statement.constraint)], span, number

    def _chains(self) -> list[list[int]]:
        """For each of the four bounds the statements that gave it, from the first to the one about the event."""
        found = []
        for place, derivation in enumerate(self.settled.why(self.event.id)):
            if derivation is not None:
                found.append(self._chain(place, derivation))
        return found

    def _chain(self, place: int, derivation: Derivation) -> list[int]:
        chain: list[int] = []
        step: Derivation | None = derivation
        while step is not None and len(chain) < _LONGEST:
            chain += [number for number in step.statements if number not in chain]
            step = step.parent
        if step is not None:
            chain += [number for number in derivation.origin if number not in chain]
        elif sum(self._own(number) for number in chain) > 1 or any(self._is_calendar(number) for number in chain):
            chain = self._needed(chain, place, derivation.value)
        return chain[::-1]

    def _is_calendar(self, number: int) -> bool:
        return isinstance(self.settled.statements[number].constraint, Calendar)

    def _needed(self, chain: list[int], place: int, value: int) -> list[int]:
        """Those of the statements without which the bound would be wider, the weakest tried first."""
        kept = list(chain)
        for number in sorted(chain, reverse=True):
            fewer = [other for other in kept if other != number]
            if fewer and self._alone(fewer, place) == value:
                kept = fewer
        return kept

    def _alone(self, numbers: list[int], place: int) -> int | None:
        """The bound that these statements give by themselves."""
        propagator = Propagator(self.settled.propagator.network.kinds)
        propagator.take_in([(number, self.settled.statements[number].constraint) for number in sorted(numbers)])
        found = propagator.why(self.event.id)[place]
        return None if found is None else found.value

    def _leaning(self, chain: list[int]) -> Iterable[Reason]:
        """What the last statement of a chain leans on, nearest first: other events, the publication day."""
        for place in range(len(chain) - 2, -1, -1):
            number, following = chain[place], chain[place + 1]
            statement = self.settled.statements[number]
            about = self._common(number, following)
            if about is None or self._own(number):
                continue
            before = self.settled.statements[chain[place - 1]] if place else None
            known = self._common(chain[place - 1], number) if place else None
            if place == 0 and isinstance(statement.constraint, Distance):
                continue
            if place == 1 and before is not None and isinstance(before.constraint, (Within, Denotes)) and known:
                yield self._linked(statement, about, known, before)
                return
            yield self._told(statement, about)

    def _common(self, number: int, other: int) -> str | None:
        """The subject that two statements share."""
        one, two = (subjects(self.settled.statements[n].constraint) for n in (number, other))
        return next((subject for subject in one if subject in two), None)

    def _told(self, statement: Statement, about: str) -> Reason:
        """One statement about something else: "The article is from August 2025 …", "“the summit” is known to be …"."""
        date = self._date(about)
        reason = statement.reason
        if about.startswith(PUBLICATION):
            says = (
                f"{reason.says}: {date}"
                if isinstance(statement.constraint, Within)
                else f"{self._article(about)}: {reason.says}"
            )
        elif statement.landmark is not None:
            says = f"{self._title(about)} is known to be {date}"
        else:
            says = f"{self._title(about)} ({date}): {reason.says}"
        return replace(reason, says=says)

    def _linked(self, link: Statement, about: str, known: str, root: Statement) -> Reason:
        """A link with what it starts from: "“earlier this year” speaks of “…”, known to be 28 February 2025"."""
        reason = link.reason
        date = self._date(known)
        of = f"known to be {date}" if root.landmark is not None else date
        if known.startswith(PUBLICATION):
            says = f"{reason.says} ({date})"
        elif isinstance(link.constraint, Denotes) and reason.text and link.constraint.subject == known:
            says = f"“{reason.text}” speaks of {self._title(known)}, {of}"
        else:
            says = f"{reason.says} ({self._title(known)}, {of})"
        if about.startswith(PUBLICATION):
            says = f"{self._article(about)}: {says}"
        weaker = max(link.stratum, root.stratum, key=lambda stratum: stratum.rank)
        return replace(
            reason, says=says, stratum=weaker, rule=root.reason.rule if weaker is root.stratum else reason.rule
        )

    def _article(self, subject: str) -> str:
        return f"The article is from {self._date(subject)}"

    def _date(self, subject: str) -> str:
        return words.describe(self.settled.bounds(subject), "day")

    def _title(self, subject: str) -> str:
        return f"“{self.titles.get(subject, subject)}”"
