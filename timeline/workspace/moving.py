"""From one reading of an article to another, its text perhaps a little changed: which event is which."""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event

_WORDS = re.compile(r"\w+|[^\w\s]")
_ALIKE = 0.6  # share of its words that a clause has in common with what it was
_SURE = 0.75  # where it stands in another place


class Shift:
    """Where the words of one text stand in another."""

    def __init__(self, old: str, new: str) -> None:
        self.same = old == new
        if self.same:
            return
        before, after = (list(_WORDS.finditer(text)) for text in (old, new))
        matcher = SequenceMatcher(None, [word[0] for word in before], [word[0] for word in after])
        self._new: dict[int, tuple[int, int]] = {}
        for block in matcher.get_matching_blocks():
            for number in range(block.size):
                one, other = before[block.a + number], after[block.b + number]
                self._new[one.start()] = other.start(), other.end()
        self._starts = [word.start() for word in before]

    def word(self, at: int) -> int | None:
        """Where the word that begins at a character, or holds it, begins now; None where it is gone."""
        if self.same:
            return at
        found = self._word(at)
        return None if found is None else found[0]

    def span(self, span: Span) -> Span | None:
        """Where the words of a span stand now, from the first to the last that are still there; None: none is."""
        if self.same:
            return span
        first, last = bisect_right(self._starts, span.start) - 1, bisect_right(self._starts, span.end - 1)
        within = [found for start in self._starts[max(first, 0) : last] if (found := self._new.get(start)) is not None]
        if not within or within[0][0] >= within[-1][1]:
            return None
        return Span(within[0][0], within[-1][1])

    def _word(self, at: int) -> tuple[int, int] | None:
        place = bisect_right(self._starts, at) - 1
        return self._new.get(self._starts[place]) if place >= 0 else None


def matches(old: Iterable[Event], new: Iterable[Event], shift: Shift) -> dict[str, str]:
    """
    For events of one reading the same events in another, by id: each at most once.

    An event is the same where its head word stands in the same place, or its clause says nearly the same there; one
    that stands elsewhere must have the same head word and say the same in so many words.
    """
    left = {event.id: event for event in new}
    found: dict[str, str] = {}
    for match in (_same_head, _same_clause, _elsewhere):
        for event in old:
            if event.id in found:
                continue
            best = match(event, list(left.values()), shift)
            if best is not None:
                found[event.id] = best.id
                del left[best.id]
    return found


def alike(one: str, other: str) -> float:
    """How much of two clauses is the same, from 0 to 1."""
    mine, theirs = (_WORDS.findall(text.casefold()) for text in (one, other))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def _same_head(event: Event, left: list[Event], shift: Shift) -> Event | None:
    at = shift.word(event.head.start)
    if at is None:
        return None
    return next((one for one in left if one.head.start == at or one.head.start <= at < one.head.end), None)


def _same_clause(event: Event, left: list[Event], shift: Shift) -> Event | None:
    where = shift.span(event.span)
    near = [one for one in left if where is not None and one.span.meets(where)]
    return _best(event, near, _ALIKE)


def _elsewhere(event: Event, left: list[Event], _shift: Shift) -> Event | None:
    return _best(event, [one for one in left if _head(one) == _head(event)], _SURE)


def _best(event: Event, among: list[Event], least: float) -> Event | None:
    rated = [(alike(event.quote, one.quote), one) for one in among]
    good = [(rate, one) for rate, one in rated if rate >= least]
    return max(good, key=lambda pair: pair[0])[1] if good else None


def _head(event: Event) -> str:
    start = event.head.start - event.span.start
    return event.quote[start : start + event.head.end - event.head.start].casefold()
