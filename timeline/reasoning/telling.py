"""Sentences for what an argument leans on: what is known of other events, and of the publication day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import words
from timeline.model.statement import PUBLICATION, Denotes, Distance, Reason, Within
from timeline.reasoning.constraints import day_of_bound
from timeline.reasoning.network import subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.event import Event
    from timeline.model.statement import Statement
    from timeline.reasoning.strata import Settled


class Telling:
    """Tells the links of a chain of statements that lie beyond the event itself."""

    def __init__(self, settled: Settled, titles: Mapping[str, str]) -> None:
        self._settled = settled
        self._titles = titles
        self._dates: dict[str, str] = {}

    def own(self, event: Event, number: int) -> Reason:
        """A statement about the event; where its words are about another, that one is named."""
        reason, constraint = self._statement(number).reason, self._statement(number).constraint
        other = next((name for name in subjects(constraint) if name != event.id), None)
        if other is None or other.startswith(PUBLICATION):
            return reason
        if isinstance(constraint, Denotes):
            about_other = constraint.subject == other
        else:
            about_other = self.title(event.id) in reason.says
        return replace(reason, says=f"{self.title(other)}: {reason.says}") if about_other else reason

    def beyond(self, chain: Sequence[int]) -> Iterable[Reason]:
        """
        What the last statement of a chain leans on, nearest first.

        *chain* are the numbers of statements, from the one that starts it to the one about the event.
        """
        for place in range(len(chain) - 2, -1, -1):
            number = chain[place]
            about = self._common(number, chain[place + 1])
            if about is None:
                continue
            known = self._common(chain[0], number) if place == 1 else None
            if known is not None and not isinstance(self._statement(chain[0]).constraint, Distance):
                yield self._linked(number, about, known, chain)
                return
            yield self._told(number, about, chain)

    def date(self, subject: str) -> str:
        """What is known of an event or publication, in words."""
        if subject not in self._dates:
            self._dates[subject] = words.describe(self._settled.bounds(subject), "day")
        return self._dates[subject]

    def title(self, subject: str) -> str:
        """An event's title in quotation marks."""
        return f"“{self._titles.get(subject, subject)}”"

    def _statement(self, number: int) -> Statement:
        return self._settled.statements[number]

    def _common(self, number: int, other: int) -> str | None:
        """The subject that two statements share."""
        one, two = (subjects(self._statement(n).constraint) for n in (number, other))
        return next((subject for subject in one if subject in two), None)

    def _told(self, number: int, about: str, chain: Sequence[int]) -> Reason:
        """One statement about something else: "“the summit” is known to be 15 August 2025"."""
        statement = self._statement(number)
        reason, date = statement.reason, self.date(about)
        if about.startswith(PUBLICATION):
            absolute = isinstance(statement.constraint, Within)
            says = f"{reason.says}: {date}" if absolute else f"{self._article(about, chain)}{reason.says}"
        elif statement.landmark is not None:
            says = f"{self.title(about)} is known to be {date}"
        elif date == words.UNKNOWN:
            says = f"{self.title(about)}: {reason.says}"
        else:
            says = f"{self.title(about)} ({date}): {reason.says}"
        return replace(reason, says=says)

    def _linked(self, number: int, about: str, known: str, chain: Sequence[int]) -> Reason:
        """A link with what it starts from: "“earlier this year” speaks of “…”, known to be 28 February 2025"."""
        link, root = self._statement(number), self._statement(chain[0])
        reason, constraint, date = link.reason, link.constraint, self.date(known)
        of = f"known to be {date}" if root.landmark is not None else date
        if known.startswith(PUBLICATION):
            says = f"{reason.says} ({date})"
        elif isinstance(constraint, Denotes) and reason.text and constraint.subject == known:
            says = f"“{reason.text}” speaks of {self.title(known)}, {of}"
        elif isinstance(constraint, Distance) and about.startswith(PUBLICATION):
            side = "before" if constraint.later.subject == about else "after"
            says = f"not {side} {self.title(known)}, {of}"
        else:
            says = f"{reason.says} ({self.title(known)}, {of})"
        of_what = self._article(about, chain) if about.startswith(PUBLICATION) else f"{self.title(about)}: "
        weaker = max(link.stratum, root.stratum, key=lambda stratum: stratum.rank)
        rule = root.reason.rule if weaker is root.stratum else reason.rule
        return replace(reason, says=f"{of_what}{says}", stratum=weaker, rule=rule)

    def _article(self, subject: str, chain: Sequence[int]) -> str:
        """What the chain says of the publication day: the side of it that the chain bounds."""
        for bound in self._settled.why(subject):
            if bound is not None and not bound.reasons() - set(chain):
                day = words.day_words(day_of_bound(bound.bound, bound.value))
                return f"The article is from {day} or {'earlier' if bound.bound & 1 else 'later'}: "
        return "This bounds the publication day: "
