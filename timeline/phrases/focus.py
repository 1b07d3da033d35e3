"""The time a text speaks of, as it goes on: what "that day" means, and which year an April belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import civil, day_of
from timeline.chrono.expressions import Fixed, Month, MonthDay, Months, Season
from timeline.phrases import making as make
from timeline.phrases.meaning import Grain, Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.chrono.expressions import Repeating
    from timeline.chrono.interval import Interval
    from timeline.model.span import Span
    from timeline.phrases.reading import Reading


_STORY = 8
"""So many times with a year of their own make a story of a text whose publication day is known."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A time the text has named, where, and its place on the calendar where that is known."""

    named: Named
    interval: Interval | None
    span: Span


class Focus:
    """What was named last, and last to the day."""

    def __init__(self) -> None:
        self.last: Seen | None = None
        self.day: Seen | None = None
        self.quarter: Seen | None = None
        self._year: int | None = None
        self._month: int | None = None

    @property
    def known(self) -> bool:
        """A year has been named."""
        return self._year is not None

    def see(self, named: Named, interval: Interval | None, span: Span, *, aside: bool = False) -> None:
        """A time in its turn; *aside*: it does not move the story ("until the fall of the city in February 1945")."""
        seen = Seen(named, interval, span)
        if not aside:
            self.last = seen
        if named.grain.rank <= Grain.DAY.rank:
            self.day = seen
        if named.grain is Grain.QUARTER:
            self.quarter = seen
        if interval is None or aside or named.grain.rank > Grain.YEAR.rank:
            return
        year, month, _ = civil(day_of(interval.start))
        if named.grain.rank <= Grain.SEASON.rank:
            self._month = month
        elif year != self._year:
            self._month = None
        self._year = year

    def year_for(self, pattern: Repeating) -> Fixed | None:
        """The year in which the story's next such month, day or season lies."""
        if self._year is None:
            return None
        match pattern:
            case Month(number) | MonthDay(number, _):
                month = number
            case Season(number):
                month = number * 3
            case Months(first, _):
                month = first
            case _:
                return None
        year = self._year
        if self._month is not None:
            ahead = month - self._month
            if ahead <= -7:
                year += 1
            elif ahead >= 10:
                year -= 1
        return make.years(year if year > 0 else 1 - year, 1 if year > 0 else -1)


def is_narrative(readings: Sequence[Reading], published: Range) -> bool:
    """The text tells a story with years of its own, and is not told from the day it was written."""
    own, told = 0, 0
    for reading in readings:
        meaning = reading.meaning
        if not isinstance(meaning, Named):
            continue
        if meaning.anchor == "none" and meaning.grain.rank <= Grain.YEAR.rank:
            own += 1
        elif (
            meaning.anchor == "publication"
            and meaning.grain.rank <= Grain.WEEK.rank
            and reading.value.startswith(("XXXX-W", "XXXX-XX"))
        ):
            told += 1
    if published.open:
        return own > 0 and own >= told
    return own >= _STORY and own > 2 * told
