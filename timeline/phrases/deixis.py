"""Times told from the day of writing: which way they lie, and where that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY, day_of, start_of, weekday
from timeline.chrono.expressions import Either, Last, MonthDay, Months, Next, Weekday
from timeline.phrases.cues import Cue, Direction
from timeline.phrases.trees import fill
from timeline.phrases.values import write

if TYPE_CHECKING:
    from timeline.chrono.bounds import Range
    from timeline.chrono.expressions import Repeating, Tree
    from timeline.chrono.interval import Interval
    from timeline.phrases.meaning import Named

_LEAN = {Direction.PAST: 0.15, Direction.UNKNOWN: 0.35, Direction.PRESENT: 1.0, Direction.FUTURE: 2.5}
"""How much nearer the next occurrence must be than the last one to be meant, for a weak cue."""
_DAY_LEAN = 0.1
_YESTERDAY = MINUTES_PER_DAY
"""
A weekday that was yesterday, or the day before, is meant even where a weak cue looks ahead; where a schedule is told,
only yesterday's: under a picture the leaders "meet on Tuesday", the day before it is printed.
"""


class Deixis:
    """What the publication day, known or only bounded, makes of a time."""

    def __init__(self, published: Range) -> None:
        self._published = published
        self._day = start_of(day_of(published.earliest or 0)) if published.one_day else None

    def interval(self, named: Named) -> Interval | None:
        """Where the time lies, if it is written alike for every day the article may be of."""
        if self._day is not None:
            return named.written.at(self._day)
        if self._published.earliest is None or self._published.latest is None:
            return None
        first, last = (named.written.at(moment) for moment in (self._published.earliest, self._published.latest))
        return first if first is not None and last is not None and write(named, first) == write(named, last) else None

    def directed(self, named: Named, pattern: Repeating, cue: Cue) -> Named:
        """The time with its direction: the last such day, the next, or either where nothing tells."""
        if self._day is None and cue.direction in (Direction.UNKNOWN, Direction.PRESENT):
            return _filled(named, Either(Last(pattern), Next(pattern)))
        return _filled(named, Next(pattern) if self._ahead(named, pattern, cue) else Last(pattern))

    def _ahead(self, named: Named, pattern: Repeating, cue: Cue) -> bool:
        """
        The next occurrence is meant, not the last.

        Where the cue is weak and the publication day known, an occurrence that is very near wins over one a year away:
        "the offer, extended to Nov. 16", written on 30 October.
        """
        future = cue.direction is Direction.FUTURE
        if self._day is None:
            return future
        last, following = Last(pattern).at(self._day), Next(pattern).at(self._day)
        if last is None or following is None or last == following:
            return future
        fits = [weekday(day_of(each.start)) == named.weekday for each in (last, following)]
        if fits[0] != fits[1]:
            return fits[1]
        back, ahead = max(0, self._day - last.end), following.start - self._day
        if isinstance(pattern, Weekday):
            return future and (cue.strong or back > (0 if cue.scheduled else _YESTERDAY))
        if cue.strong and not isinstance(pattern, Months):
            # Nobody gives a day of a year ago without its year; a month, people do.
            if not isinstance(pattern, MonthDay):
                return future
            return back >= ahead * _DAY_LEAN if future else ahead < back * _DAY_LEAN
        return ahead < back * _LEAN[cue.direction]


def _filled(named: Named, with_: Tree) -> Named:
    return replace(named, tree=fill(named.tree, lambda _: with_), face=named.face and fill(named.face, lambda _: with_))
