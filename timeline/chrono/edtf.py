"""
EDTF (ISO 8601-2, levels 0 to 2): bounds as people and other programs write them. In: `read`; out: `write`.

What is read becomes bounds, which have no holes: a set or a mask becomes the range from its first to its last day.
``?`` changes nothing: a date its writer doubts is the only one there is. ``~`` and ``%`` widen by the slack of the
unit they stand at (`timeline.chrono.vague.SLACK`): three days about a day, a month about a month, two years about a
year.
A clock time is taken as it stands; its seconds and its zone are left out.
Seasons 21 to 24 are those of the north, by whole months; winter may be either winter of its year.

What is written is the tightest expression that includes the bounds. It is exact for days, ranges of days and whole
units; a window within a day, other than one minute, is told by its day, and an uncertain end of a stretch by the unit
that holds it.
"""

from __future__ import annotations

from typing import Literal

from timeline.chrono.bounds import Bounds, Range, day_window
from timeline.chrono.calendar import civil, day_number, day_of, days_in_month
from timeline.chrono.edtf_dates import GROUPINGS, read_date
from timeline.chrono.iso import iso_day, iso_moment, iso_year
from timeline.errors import DateError

Kind = Literal["day", "span"]

_LONGEST = 500
_REMEDY = "write a day as 2025-08-19, one of several days as [2025-08-15..2025-08-19], a stretch as 2025-03/2025-06"


def write(bounds: Bounds, kind: str) -> str | None:
    """
    The tightest expression EDTF has for the bounds; None where they are open or it has none.

    A *day* is one day, a unit in which one day lies, or a set of which it is one; a *span* is an interval.

    >>> write(read("[2025-08-15..2025-08-19]")[0], "day")
    '[2025-08-15..2025-08-19]'
    >>> write(read("2025-03/..")[0], "span")
    '2025-03/..'
    """
    known = bounds.ordered
    if known.empty:
        return None
    window = day_window(known)
    # What cannot lie on one day is told as a stretch, whatever it was taken for.
    return _write_span(known) if kind == "span" or window.empty else _write_day(window)


def read(text: str) -> tuple[Bounds, Kind]:
    """
    Bounds and kind of an EDTF expression.

    Raises:
        DateError: it is none, or lies outside the calendar; one sentence says what is wrong and how to write it.

    >>> read("2025-04")[0].begin.as_dict()
    {'earliest': '2025-04-01', 'latest': '2025-04-30'}
    """
    stripped = text.strip()
    shown = repr(stripped if len(stripped) <= 60 else stripped[:57] + "...")
    try:
        bounds, kind = _read(stripped)
    except ValueError as fault:
        raise DateError(f"{shown} is no EDTF date: {fault}; {_REMEDY}") from fault
    if bounds.ordered.empty:
        raise DateError(f"{shown} ends before it begins; {_REMEDY}")
    return bounds.ordered, kind


# --- reading ------------------------------------------------------------------------------------


def _read(text: str) -> tuple[Bounds, Kind]:
    if len(text) > _LONGEST:
        raise ValueError("it is too long")
    if text.startswith("[") and text.endswith("]"):
        members = [_member(part) for part in text[1:-1].split(",")]
        window = Range(members[0][0].earliest, members[0][1].latest)
        for first, last in members[1:]:
            window = window.hull(Range(first.earliest, last.latest))
        return Bounds.within(window), "day"
    if text.startswith("{") and text.endswith("}"):
        members = [_member(part) for part in text[1:-1].split(",")]
        return Bounds(_earliest([first for first, _ in members]), _latest([last for _, last in members])), "span"
    if "/" in text:
        parts = text.split("/")
        if len(parts) != 2 or text == "/":
            raise ValueError("a stretch has one begin and one end")
        return Bounds(*(Range() if part in ("", "..") else read_date(part) for part in parts)), "span"
    return Bounds.within(read_date(text)), "day"


def _member(text: str) -> tuple[Range, Range]:
    """The first and the last date of a member of a set: ``1960``, ``1970..1972``, ``..1983``."""
    first, dots, last = text.strip().partition("..")
    if not dots:
        found = read_date(first)
        return found, found
    if not first and not last:
        raise ValueError("'..' alone is no member of a set")
    ends = Range() if not first else read_date(first), Range() if not last else read_date(last)
    if (Range(ends[0].earliest, ends[1].latest)).empty:
        raise ValueError(f"{text.strip()!r} ends before it begins")
    return ends


def _earliest(ranges: list[Range]) -> Range:
    """When the first of several happened, each of which happened."""
    earliest = [found.earliest for found in ranges if found.earliest is not None]
    latest = [found.latest for found in ranges if found.latest is not None]
    return Range(min(earliest) if len(earliest) == len(ranges) else None, min(latest, default=None))


def _latest(ranges: list[Range]) -> Range:
    """When the last of several happened, each of which happened."""
    earliest = [found.earliest for found in ranges if found.earliest is not None]
    latest = [found.latest for found in ranges if found.latest is not None]
    return Range(max(earliest, default=None), max(latest) if len(latest) == len(ranges) else None)


# --- writing ------------------------------------------------------------------------------------


def _write_day(window: Range) -> str | None:
    earliest, latest = window.earliest, window.latest
    if earliest is None or latest is None:
        if earliest is not None:
            return f"[{iso_day(day_of(earliest))}..]"
        return None if latest is None else f"[..{iso_day(day_of(latest))}]"
    if earliest == latest:
        return f"{iso_moment(earliest)}:00"
    first, last = day_of(earliest), day_of(latest)
    return _whole(first, last) or f"[{iso_day(first)}..{iso_day(last)}]"


def _write_span(bounds: Bounds) -> str | None:
    begin, end = _end(bounds.begin), _end(bounds.end)
    if begin is None or end is None or begin == end == "..":
        return None
    return f"{begin}/{end}"


def _end(found: Range) -> str | None:
    """One end of an interval: the smallest unit that holds it; ``..`` where it is open, None where no decade does."""
    if found.earliest is None or found.latest is None:
        return ".."
    first, last = day_of(found.earliest), day_of(found.latest)
    for unit in _units_of(first):
        if unit[0] <= first and last <= unit[1]:
            return unit[2]
    return _whole(first, last)


def _whole(first: int, last: int) -> str | None:
    """The unit that is exactly these days, where EDTF has one."""
    for unit in _units_of(first, season=True):
        if (first, last) == unit[:2]:
            return unit[2]
    year = civil(first).year
    mask = _mask(year, 100)
    return mask[2] if mask is not None and (first, last) == mask[:2] else None


def _units_of(day: int, *, season: bool = False) -> list[tuple[int, int, str]]:
    """First day, last day and EDTF of the units that hold a day, smallest first."""
    year, month, _ = civil(day)
    name = iso_year(year)
    units = [
        (day, day, iso_day(day)),
        (day_number(year, month, 1), day_number(year, month, days_in_month(year, month)), f"{name}-{month:02d}"),
        (day_number(year, 1, 1), day_number(year, 12, 31), name),
    ]
    for number in (21, 22, 23) if season else ():
        start, count = GROUPINGS[number]
        last_month = start + count
        units.append(
            (
                day_number(year, start + 1, 1),
                day_number(year, last_month, days_in_month(year, last_month)),
                f"{name}-{number}",
            )
        )
    decade = _mask(year, 10)
    return units if decade is None else [*units, decade]


def _mask(year: int, years: int) -> tuple[int, int, str] | None:
    """The decade (*years* 10) or century (100) by a mask of X; None where a sign would stand before zeros only."""
    sign, digits = ("-", -year) if year < 0 else ("", year)
    number = digits // years
    if sign and number == 0:
        return None
    ends = sorted((number * years * (-1 if sign else 1), (number * years + years - 1) * (-1 if sign else 1)))
    masked = f"{sign}{number:0{4 - len(str(years)) + 1}d}" + "X" * (len(str(years)) - 1)
    return day_number(ends[0], 1, 1), day_number(ends[1], 12, 31), masked
