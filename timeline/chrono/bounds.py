"""What is known of when something begins and ends: four bounds, each of which may be open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of, last_of, start_of
from timeline.chrono.iso import iso_earliest, iso_latest, parse_earliest, parse_latest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.interval import Interval


@dataclass(frozen=True, slots=True)
class Range:
    """
    A moment that is only known to lie in ``[earliest, latest]``, both included; None is open.

    >>> Range(None, 5) & Range(3, None)
    Range(earliest=3, latest=5)
    """

    earliest: int | None = None
    latest: int | None = None

    @property
    def empty(self) -> bool:
        """No moment is left: a contradiction."""
        return self.earliest is not None and self.latest is not None and self.earliest > self.latest

    @property
    def known(self) -> bool:
        """Closed on both sides."""
        return self.earliest is not None and self.latest is not None

    @property
    def open(self) -> bool:
        """Nothing is known."""
        return self.earliest is None and self.latest is None

    @property
    def one_day(self) -> bool:
        """All of it lies on one day."""
        return self.known and day_of(self.earliest or 0) == day_of(self.latest or 0)

    def __and__(self, other: Range) -> Range:
        return Range(_largest(self.earliest, other.earliest), _smallest(self.latest, other.latest))

    def hull(self, other: Range) -> Range:
        """The smallest range that holds both."""
        earliest = None if self.earliest is None or other.earliest is None else min(self.earliest, other.earliest)
        latest = None if self.latest is None or other.latest is None else max(self.latest, other.latest)
        return Range(earliest, latest)

    def contains(self, other: Range) -> bool:
        """Every moment of *other* lies in this one."""
        return (self & other) == other

    def as_dict(self) -> dict[str, str | None]:
        """``{"earliest": "2025-08-15", "latest": null}``: inclusive ISO days, ``T14:30`` where within a day."""
        return {
            "earliest": None if self.earliest is None else iso_earliest(self.earliest),
            "latest": None if self.latest is None else iso_latest(self.latest),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, str | None]) -> Range:
        """The inverse of `as_dict`; ValueError on a string that is no day or moment."""
        earliest, latest = data.get("earliest"), data.get("latest")
        return cls(
            None if earliest is None else parse_earliest(earliest),
            None if latest is None else parse_latest(latest),
        )


@dataclass(frozen=True, slots=True)
class Bounds:
    """
    Earliest and latest begin, earliest and latest end.

    For something of the kind *day*, begin and end lie on the same, perhaps unknown, day.
    """

    begin: Range = Range()
    end: Range = Range()

    @classmethod
    def of_day(cls, day: int) -> Bounds:
        """Something that lies on this day."""
        return cls.within(Range(start_of(day), last_of(day)))

    @classmethod
    def within(cls, window: Range) -> Bounds:
        """Something that begins and ends somewhere in *window*."""
        return cls(window, window)

    @classmethod
    def of_interval(cls, interval: Interval) -> Bounds:
        """Something that lies somewhere in *interval*."""
        return cls.within(Range(interval.start, interval.end - 1))

    @property
    def window(self) -> Range:
        """From the earliest begin to the latest end: all of it lies in here."""
        return Range(self.begin.earliest, self.end.latest)

    @property
    def empty(self) -> bool:
        """Begin or end is left without a moment."""
        return self.begin.empty or self.end.empty

    @property
    def open(self) -> bool:
        """Nothing is known."""
        return self.begin.open and self.end.open

    @property
    def one_day(self) -> bool:
        """Begin and end lie on one and the same known day."""
        return self.window.one_day

    @property
    def ordered(self) -> Bounds:
        """
        The same knowledge with what follows from "nothing ends before it begins".

        >>> Bounds(Range(5, None), Range(None, 9)).ordered
        Bounds(begin=Range(earliest=5, latest=9), end=Range(earliest=5, latest=9))
        """
        return Bounds(self.begin & Range(None, self.end.latest), self.end & Range(self.begin.earliest, None))

    def __and__(self, other: Bounds) -> Bounds:
        return Bounds(self.begin & other.begin, self.end & other.end)

    def contains(self, other: Bounds) -> bool:
        """Nothing that *other* allows is excluded here."""
        return self.begin.contains(other.begin) and self.end.contains(other.end)

    def as_dict(self) -> dict[str, dict[str, str | None]]:
        """The four bounds as in the saved timeline: ``{"begin": {"earliest": …, "latest": …}, "end": {…}}``."""
        return {"begin": self.begin.as_dict(), "end": self.end.as_dict()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Mapping[str, str | None]]) -> Bounds:
        """The inverse of `as_dict`."""
        return cls(Range.from_dict(data.get("begin", {})), Range.from_dict(data.get("end", {})))


def day_window(bounds: Bounds) -> Range:
    """
    Where something lies that begins and ends on one and the same day: each of its ends bounds the other, to the day.

    >>> day_window(Bounds(Range(1500, None), Range(None, 2900)))
    Range(earliest=1500, latest=2900)
    """
    begin, end = bounds.begin, bounds.end
    first = None if end.earliest is None else start_of(day_of(end.earliest))
    last = None if begin.latest is None else last_of(day_of(begin.latest))
    return Range(begin.earliest, end.latest) & Range(first, last)


def _largest(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def _smallest(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
