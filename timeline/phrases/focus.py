"""The time a text speaks of, as it goes on: what "that day" is, and whether the text is a story."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from timeline.chrono.calendar import civil, day_of
from timeline.chrono.expressions import TimeOfDay, Weekday
from timeline.chrono.granularity import Granularity
from timeline.phrases.meaning import Grain, Named
from timeline.phrases.trees import opens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.chrono.interval import Interval
    from timeline.model.span import Span
    from timeline.phrases.reading import Reading


_STORY = 3
"""So many times with a year of their own make a story of a text whose publication day is known."""


_PURE = 8
"""A story has so many times as many years of its own as times told from the day of writing: "today" in a quotation."""


COARSENESS = {
    Grain.MINUTE: Granularity.MINUTE, Grain.HOUR: Granularity.HOUR, Grain.PART: Granularity.DAY,
    Grain.DAY: Granularity.DAY,
    Grain.WEEKEND: Granularity.WEEK, Grain.WEEK: Granularity.WEEK, Grain.MONTH: Granularity.MONTH,
    Grain.QUARTER: Granularity.MONTH, Grain.SEASON: Granularity.MONTH, Grain.HALF: Granularity.HALF,
    Grain.YEAR: Granularity.YEAR, Grain.FISCAL: Granularity.YEAR, Grain.DECADE: Granularity.YEAR,
    Grain.CENTURY: Granularity.YEAR, Grain.MILLENNIUM: Granularity.YEAR,
}  # fmt: skip
"""The finest unit that can be counted from a time of this grain: from a month, no days; from a decade, years."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A time the text has named, where, and its place on the calendar where that is known."""

    named: Named
    interval: Interval | None
    span: Span


class Focus:
    """
    What was named last, last to the day, and the last quarter.

    `compared` is the quarter that "a year ago" is compared with, until a report turns to its nine months.
    """

    def __init__(self) -> None:
        self.last: Seen | None = None
        self.day: Seen | None = None
        self.quarter: Seen | None = None
        self.compared: Seen | None = None

    def see(self, named: Named, interval: Interval | None, span: Span, *, aside: bool = False) -> None:
        """A time in its turn; *aside*: nothing goes on from it ("until the fall of the city in February 1945")."""
        seen = Seen(named, interval, span)
        if not aside:
            self.last = seen
        if named.grain is Grain.DAY or isinstance(named.tree, TimeOfDay):
            self.day = seen
        if named.grain is Grain.QUARTER:
            self.quarter = self.compared = seen


class Telling(Enum):
    """How a text is told: from the day it was written, as a story, or as a story with news around it."""

    NEWS = "news"
    MIXED = "mixed"
    STORY = "story"


def telling(readings: Sequence[Reading], published: Range) -> Telling:
    """
    How a text is told, by the past years it names, against what it tells from the day of writing.

    What opens with a full date of the past, and tells nothing from the day of writing, is a story: "On 12 March 1644".
    """
    own, told = 0, 0
    opening = next((each.meaning for each in readings if isinstance(each.meaning, Named)), None)
    now = None if published.earliest is None else civil(day_of(published.earliest)).year
    for reading in readings:
        meaning = reading.meaning
        if not isinstance(meaning, Named):
            continue
        if meaning.anchor == "none" and meaning.grain.rank <= Grain.YEAR.rank:
            own += _is_past(meaning, now)
        elif meaning.anchor == "publication" and not _yearly(meaning):
            told += 1
    dated = opening is not None and opening.anchor == "none" and opening.grain is Grain.DAY and _is_past(opening, now)
    enough = own >= _STORY or (published.open and own > 0) or (dated and not told)
    if not enough or own <= 2 * told:
        return Telling.NEWS
    return Telling.STORY if own > _PURE * told else Telling.MIXED


def _is_past(named: Named, now: int | None) -> bool:
    """It lies well before the year of writing, where that is known."""
    interval = named.written.at(0)
    return interval is not None and (now is None or civil(interval.first_day).year < now - 1)


def _yearly(named: Named) -> bool:
    """A month, a season, a day of the year: it may belong to any year."""
    pattern = opens(named.written)
    return pattern is not None and not isinstance(pattern, Weekday)
