"""Dates in the cells of a table, read by the engine that reads what is typed; what has two readings holds both."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds, Range
from timeline.errors import DateError
from timeline.formats.marks import date_in, mark, marks_in

if TYPE_CHECKING:
    from timeline.formats.rows import Row

ORDERS = ("both", "day-first", "month-first")
"""How 01/02/2024 is read: as either day, or as the one that is meant."""

_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_NONE = frozenset({"", "-", "–", "—", "?", "unknown", "n/a", "na", "n.d.", "nd", "undated", "none", "date unknown"})
DATING = ("shown", "date", "end")
"""The cells of a row that readers date it by."""
_FOUR = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


@dataclass(frozen=True, slots=True)
class Dated:
    """
    What the cells of a row say of its date: bounds, kind, and the words they were read from.

    `fault` says what could not be read, `either` that there are two readings, of which neither is left out; `place` is
    where that stands.
    """

    bounds: Bounds
    kind: str
    words: str
    place: str = ""
    fault: str = ""
    either: str = ""


def date_of(row: Row, order: str = "both", edited: frozenset[str] = frozenset()) -> Dated:
    """
    The date of a row: by its bounds or EDTF where it has them, by its words, or by its first and last dates.

    What was *edited* by hand since the row was written, or is said to be, goes before the others.
    """
    marks = marks_in(row.text("check"))
    edited |= {role for role in DATING if role in marks and mark(row.text(role)) != marks[role]}
    if edited & set(DATING):
        return _told(row, order, edited)
    exact = _exact(row, row.text("shown").strip() or row.text("date").strip())
    date = exact if exact is not None else _told(row, order, edited)
    kind = row.text("kind").strip().lower()
    return replace(date, kind=kind) if kind in ("day", "span") else date


def _told(row: Row, order: str, edited: frozenset[str]) -> Dated:
    """The date by what people read and write."""
    shown = row.text("shown").strip()
    ends = _ends(row, order)
    if not shown or (edited & {"date", "end"} and "shown" not in edited):
        return ends
    told = _read(shown, order, row.cells["shown"].place)
    if told.fault or told.bounds.open:
        return told if ends.bounds.open and not ends.fault else ends
    fits = ends.bounds.open or not (told.bounds.window & ends.bounds.window).empty
    return told if fits or "shown" in edited else ends


def _exact(row: Row, words: str) -> Dated | None:
    """The date by the columns that programs write."""
    written = date_in(row.text("check"))
    if written is not None:
        return Dated(*written, words)
    four = [row.text(name).strip() for name in _FOUR]
    if any(four):
        try:
            begin, end = (
                Range.from_dict({"earliest": first or None, "latest": last or None})
                for first, last in (four[:2], four[2:])
            )
        except ValueError as fault:
            return Dated(Bounds(), "day", words, row.cells[_FOUR[0]].place, str(fault))
        if not Bounds(begin, end).empty:
            return Dated(Bounds(begin, end), "day", words)
    text = row.text("edtf").strip()
    if not text:
        return None
    found = _read(text, "both", row.cells["edtf"].place)
    return found if found.fault else Dated(found.bounds, found.kind, words or text)


def _ends(row: Row, order: str) -> Dated:
    """The date by its first and last dates."""
    first = _cell(row, "date", order)
    last = _cell(row, "end", order)
    if last is None or last.fault or last.bounds.open:
        return first or last or Dated(Bounds(), "day", "")
    if first is None or first.fault or first.bounds.open:
        until = Bounds(Range(None, last.bounds.window.latest), last.bounds.window)
        return Dated(until, "span", f"until {last.words}", last.place, first.fault if first else "", last.either)
    if first.bounds == last.bounds:
        return first
    span = Bounds(first.bounds.window, last.bounds.window).ordered
    words = f"{first.words} to {last.words}"
    if span.empty:
        return Dated(Bounds(), "span", words, last.place, f"{words!r} ends before it begins")
    return Dated(span, "span", words, first.place, "", first.either or last.either)


def _cell(row: Row, role: str, order: str) -> Dated | None:
    text = row.text(role).strip()
    return None if text.lower() in _NONE else _read(text, order, row.cells[role].place)


def _read(text: str, order: str, place: str) -> Dated:
    if text.lower() in _NONE:
        return Dated(Bounds(), "day", text, place)
    bounds, kind, fault = read(settled(text, order))
    either = ""
    if not fault and order == "both" and two_readings(text) and not bounds.one_day:
        either = f"{text!r} may be day/month or month/day: both are kept"
    return Dated(bounds, kind, text, place, fault, either)


def two_readings(text: str) -> bool:
    """Its figures are a date either way round."""
    return any(one != other and max(int(one), int(other)) <= 12 for one, _, other, _ in _FIGURES.findall(text))


def settled(text: str, order: str) -> str:
    """
    The text with its dates in figures as ISO 8601 has them, where it is said in which order they are.

    >>> settled("01/02/2024", "day-first"), settled("01/02/2024", "month-first"), settled("01/02/2024", "both")
    ('2024-02-01', '2024-01-02', '01/02/2024')
    """
    if order == "both":
        return text

    def iso(found: re.Match[str]) -> str:
        day, month = (found[1], found[3]) if order == "day-first" else (found[3], found[1])
        if int(month) > 12 or len(found[4]) != 4:
            return found[0]
        return f"{found[4]}-{int(month):02d}-{int(day):02d}"

    return _FIGURES.sub(iso, text)


_BEGUN = re.compile(r"(?:begun |from )(?P<part>.+?)(?: on)?\Z")
_ENDED = re.compile(r"ended (?P<part>.+)\Z")
_GOING = re.compile(r"(?:going on )?until at least (?P<part>.+)\Z")
_PARTED = re.compile(r",? (?=ended |going on until )|(?<!going on) (?=until at least )")


def _in_our_words(text: str) -> tuple[Bounds, str] | None:
    """
    A stretch as the program tells it: "begun by 5 May 2024, going on until at least June"; None where it is none.

    >>> _in_our_words("begun between 3 and 5 May 2024, ended in June 2024")[0].as_dict()["end"]
    {'earliest': '2024-06-01', 'latest': '2024-06-30'}
    """
    begin, end, kind = Range(), Range(), "span"
    for part in _PARTED.split(text):
        for pattern in (_GOING, _ENDED, _BEGUN):
            found = pattern.match(part)
            if found is not None:
                break
        else:
            return None
        bounds, _, fault = read(found["part"])
        if fault or bounds.open:
            return None
        if pattern is _BEGUN:
            on = part.endswith(" on")
            begin = Range(bounds.window.earliest, None) if on else bounds.window
        else:
            end = bounds.window if pattern is _ENDED else Range(bounds.window.earliest, None)
    if end.open and text.startswith("from "):
        return Bounds(begin, begin), "day"
    return Bounds(begin, end).ordered, kind


@lru_cache(maxsize=50_000)  # many rows lie on few days
def read(text: str) -> tuple[Bounds, str, str]:
    """Bounds and kind of a typed date, and what is wrong where it is none."""
    try:
        return (*_typed(text), "")
    except DateError as fault:
        ours = _in_our_words(text)
        return (Bounds(), "day", str(fault)) if ours is None or ours[0].empty else (*ours, "")


def read_typed(text: str) -> tuple[Bounds, str] | None:
    """What the engine alone makes of a typed date; None where it is none to it."""
    try:
        return _typed(text)
    except DateError:
        return None


def _typed(text: str) -> tuple[Bounds, str]:
    from timeline.phrases.dates import read_date

    return read_date(text)
