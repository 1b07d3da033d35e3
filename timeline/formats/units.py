"""Dates as other programs have them: a first and a last date, each a year, a month, a day or a minute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono import edtf
from timeline.chrono.bounds import Bounds, Range, day_window
from timeline.chrono.calendar import civil, day_of
from timeline.model.event import Kind

if TYPE_CHECKING:
    from timeline.model.event import Event

_UNIT = re.compile(r"(-?\d{4})(?:-(0\d|1[0-2])(?:-(\d\d)(?:T(\d\d):(\d\d):00)?)?)?\Z")


class Date(NamedTuple):
    """A year (astronomical: 0 is 1 BCE), perhaps with month, day, hour and minute."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def iso(self) -> str:
        """As EDTF has it: ``2025``, ``2025-04``, ``2025-04-19``, ``2025-04-19T14:30``."""
        text = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        for sign, part in (("-", self.month), ("-", self.day), ("T", self.hour), (":", self.minute)):
            if part is None:
                break
            text += f"{sign}{part:02d}"
        return text


class Dates(NamedTuple):
    """
    Where an event stands for a program that knows no uncertainty: `first`, and `last` where it is another date.

    `exact` is whether they say all that is known.
    """

    first: Date
    last: Date | None
    exact: bool


def dates_of(event: Event) -> Dates | None:
    """The dates of an event: all days it may be; the one side that is known; None where nothing is."""
    bounds = event.bounds.ordered
    if event.kind is Kind.DAY and not day_window(bounds).empty:
        window = day_window(bounds)
        unit = _unit(window)
        if unit is not None:
            return Dates(unit, None, exact=True)
        return _between(window)
    first, last = _unit(bounds.begin), _unit(bounds.end)
    if first is not None and last is not None:
        return Dates(first, last if last != first else None, exact=True)
    inner = [moment for moment in (bounds.begin.latest, bounds.end.earliest) if moment is not None]
    found = _between(bounds.window) or _from(inner)
    if found is None:
        return None
    return Dates(first or found.first, last or found.last, exact=False)


def _unit(found: Range) -> Date | None:
    """The one unit that a range is exactly; None where it is none."""
    if not found.known:
        return None
    text = edtf.write(Bounds.within(found), "day") or ""
    match = _UNIT.match(text)
    if match is None or (match[4] is None and not _whole(found, text)):
        return None
    year, *rest = match.groups()
    return Date(int(year), *(None if part is None else int(part) for part in rest))


def _whole(found: Range, text: str) -> bool:
    """EDTF tells a stretch within a day by its day."""
    return edtf.read(text)[0].window == found


def _between(window: Range) -> Dates | None:
    return _from([moment for moment in (window.earliest, window.latest) if moment is not None])


def _from(known: list[int]) -> Dates | None:
    if not known:
        return None
    first, last = (Date(*civil(day_of(moment))) for moment in (min(known), max(known)))
    return Dates(first, None if first == last else last, exact=False)
