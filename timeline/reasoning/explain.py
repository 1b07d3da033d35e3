"""
The argument for an event's date, as a reader would make it: plain sentences, each with the words it rests on.

First what the text says of the event itself, each followed by what that leans on, then what follows from it all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.chrono.calendar import civil, day_of
from timeline.model.event import Kind
from timeline.model.statement import PUBLICATION, Calendar, Denotes, Distance, Reason, Stratum, Within
from timeline.reasoning.constraints import day_of_bound
from timeline.reasoning.network import subjects
from timeline.reasoning.propagate import Propagator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.event import Event
    from timeline.reasoning.offsets import Paths
    from timeline.reasoning.propagate import Derivation
    from timeline.reasoning.strata import Settled

_LONGEST = 12  # links of a chain that are told: beyond that the nearest ones and the first, as nobody follows more
_ORDER = {Within: 0, Denotes: 1, Calendar: 2, Distance: 3}


def reasons(event: Event, settled: Settled, titles: Mapping[str, str], paths: Paths = ()) -> tuple[Reason, ...]:
    """
    The steps that lead to the bounds of an event whose date has been derived, and what was set aside on the way.

    *paths* are the statements that lead from publication to an event of which no year is known.
    """
    teller = _Teller(event, settled, titles)
    chains = [list(path[-_LONGEST:]) for path in paths] if event.bounds.open else teller.chains()
    steps = list(dict.fromkeys(teller.steps(chains)))
    aside = teller.set_aside()
    if not steps:
        return tuple(aside)
    weakest = max((step.stratum for step in steps), key=lambda stratum: stratum.rank)
    rule = "conflict set aside" if aside else "no conflict"
    so = Reason(rule=rule, stratum=weakest, says=f"So: {_so(event)}", article=event.article, bounds=event.bounds)
    return (*steps, *aside, so)


def _so(event: Event) -> str:
    """The date, with both days of a range named: "within 1–30 April 2025"."""
    window = event.bounds.window
    if event.kind is Kind.SPAN or window.earliest is None or window.latest is None or window.one_day:
        return event.when
    described = words.describe(event.bounds, "day")
    if not event.when.endswith(described):
        return event.when
    return f"{event.when.removesuffix(described)}within {_days(day_of(window.earliest), day_of(window.latest))}"


def _days(first: int, last: int) -> str:
    """Both days of a range: "1–30 April 2025", "15 August – 31 December 2025"."""
    one, other = civil(first), civil(last)
    if one[:2] == other[:2]:
        return f"{one.day}–{words.day_words(last)}"
    return f"{words.day_words(first, year=one.year != other.year)} – {words.day_words(last)}"


class _Teller:
    """Puts the derivations of one event's bounds into sentences."""

    def __init__(self, event: Event, settled: Settled, titles: Mapping[str, str]) -> None:
        self.event = event
        self.settled = settled
        self.titles = titles

    def steps(self, chains: Sequence[list[int]]) -> Iterable[Reason]:
        """Every step of these chains once, in the order of the argument."""
        own = sorted({number for chain in chains for number in chain if self._own(number)}, key=self._rank)
        for number in own:
            yield self.settled.statements[number].reason
            for chain in chains:
                if number in chain and not any(self._own(other) for other in chain[: chain.index(number)]):
                    yield from self._leaning(chain[: chain.index(number) + 1])

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

    def chains(self) -> list[list[int]]:
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
            number = chain[place]
            about = self._common(number, chain[place + 1])
            if about is None or self._own(number):
                continue
            known = self._common(chain[0], number) if place == 1 else None
            if known is not None and not isinstance(self.settled.statements[chain[0]].constraint, Distance):
                yield self._linked(number, about, known, chain)
                return
            yield self._told(number, about, chain)

    def _common(self, number: int, other: int) -> str | None:
        """The subject that two statements share."""
        one, two = (subjects(self.settled.statements[n].constraint) for n in (number, other))
        return next((subject for subject in one if subject in two), None)

    def _told(self, number: int, about: str, chain: list[int]) -> Reason:
        """One statement about something else: "“the summit” is known to be 15 August 2025"."""
        statement = self.settled.statements[number]
        reason, date = statement.reason, self._date(about)
        if about.startswith(PUBLICATION):
            absolute = isinstance(statement.constraint, Within)
            says = f"{reason.says}: {date}" if absolute else f"{self._article(about, chain)}{reason.says}"
        elif statement.landmark is not None:
            says = f"{self._title(about)} is known to be {date}"
        elif date == words.UNKNOWN:
            says = f"{self._title(about)}: {reason.says}"
        else:
            says = f"{self._title(about)} ({date}): {reason.says}"
        return replace(reason, says=says)

    def _linked(self, number: int, about: str, known: str, chain: list[int]) -> Reason:
        """A link with what it starts from: "“earlier this year” speaks of “…”, known to be 28 February 2025"."""
        link, root = self.settled.statements[number], self.settled.statements[chain[0]]
        reason, date = link.reason, self._date(known)
        of = f"known to be {date}" if root.landmark is not None else date
        if known.startswith(PUBLICATION):
            says = f"{reason.says} ({date})"
        elif isinstance(link.constraint, Denotes) and reason.text and link.constraint.subject == known:
            says = f"“{reason.text}” speaks of {self._title(known)}, {of}"
        else:
            says = f"{reason.says} ({self._title(known)}, {of})"
        if about.startswith(PUBLICATION):
            says = f"{self._article(about, chain)}{says}"
        weaker = max(link.stratum, root.stratum, key=lambda stratum: stratum.rank)
        rule = root.reason.rule if weaker is root.stratum else reason.rule
        return replace(reason, says=says, stratum=weaker, rule=rule)

    def _article(self, subject: str, chain: list[int]) -> str:
        """What the chain says of the publication day: the side of it that the chain bounds."""
        for bound in self.settled.why(subject):
            if bound is not None and not bound.reasons() - set(chain):
                day = words.day_words(day_of_bound(bound.bound, bound.value))
                return f"The article is from {day} or {'earlier' if bound.bound & 1 else 'later'}: "
        return "Of the article: "

    def _date(self, subject: str) -> str:
        return words.describe(self.settled.bounds(subject), "day")

    def _title(self, subject: str) -> str:
        return f"“{self.titles.get(subject, subject)}”"
