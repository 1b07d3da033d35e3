"""Dates in the cells of a table, read by the engine that reads what is typed; what has two readings holds both."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number
from timeline.chrono.iso import iso_day
from timeline.errors import DateError
from timeline.formats.marks import date_in, mark, marks_in

if TYPE_CHECKING:
    from timeline.formats.rows import Cell, Row

ORDERS = ("both", "day-first", "month-first")
"""How 01/02/2024 is read: as either day, or as the one that is meant."""

_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_NONE = frozenset(
    {"", "-", "–", "—", "?", "unknown", "n/a", "na", "n.d.", "nd", "undated", "none", "date unknown", "no date"}
    | {"not dated", "not known", "unk", "unk.", "s.d.", "null", "nil"}
)
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?\Z")
_SEASON = re.compile(r"(\d{4})-(2[1-9]|[34]\d)\Z")
_ZONE = re.compile(r"\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)\Z")
DATING = ("shown", "date", "end")
"""The cells of a row that readers date it by."""
_FOUR = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


@dataclass(frozen=True, slots=True)
class Dated:
    """
    What the cells of a row say of its date: bounds, kind, and the words they were read from.

    `fault` says what could not be read, `either` that there are two readings, of which neither is left out, `aside`
    what beside the date is not read; `place` is where that stands.
    """

    bounds: Bounds
    kind: str
    words: str
    place: str = ""
    fault: str = ""
    either: str = ""
    aside: str = ""


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
            return Dated(Bounds(), "day", words, _wrong(row).place, str(fault))
        if not Bounds(begin, end).empty:
            return Dated(Bounds(begin, end), "day", words)
    text = row.text("edtf").strip()
    if not text:
        return None
    found = Dated(*read(text)[:2], text, row.cells["edtf"].place, read(text)[2])
    return found if found.fault else Dated(found.bounds, found.kind, words or text)


def _wrong(row: Row) -> Cell:
    """The first of the four cells that is no day; where all are, the first that says something."""
    written = [row.cells[name] for name in _FOUR if row.text(name).strip()]
    for cell in written:
        try:
            Range.from_dict({"earliest": cell.text.strip(), "latest": None})
        except ValueError:
            return cell
    return written[0]


def _ends(row: Row, order: str) -> Dated:
    """The date by its first and last dates."""
    first = _cell(row, "date", order)
    last = _cell(row, "end", order)
    if last is None and first is not None and not first.fault and (ended := row.text("end_time").strip()):
        lasting = _ending(row, first, order)
        return lasting or replace(first, aside=f"it cannot end at {ended!r} on that day: when it began is kept")
    if last is not None and last.fault and first is not None and not first.fault:
        return replace(first, aside=f"when it ended is not read: {last.fault}")
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
    """The date in a cell, with the time of day that stands beside it."""
    text = row.text(role).strip()
    if text.lower() in _NONE:
        return None
    clock = row.text("time" if role == "date" else "end_time").strip()
    place = row.cells[role].place
    if not clock:
        return _read(text, order, place)
    both = _read(f"{text} {clock}", order, place)
    if not both.fault:
        return both
    return replace(_read(text, order, place), aside=f"{clock!r} is no time of day that is read: the day alone is")


def _ending(row: Row, first: Dated, order: str) -> Dated | None:
    """From its beginning to a time of day that stands in a column of its own; None where it is none of that day."""
    last = row.text("end_time").strip()
    ended = _read(f"{row.text('date').strip()} {last}", order, first.place)
    span = Bounds(first.bounds.window, ended.bounds.window).ordered
    if ended.fault or span.empty:
        return None
    return Dated(span, "span", f"{first.words} to {last}", first.place, "", first.either)


def _read(text: str, order: str, place: str) -> Dated:
    if text.lower() in _NONE:
        return Dated(Bounds(), "day", text, place)
    words = numbered = _of_number(text)
    years = _SEASON.match(text)  # EDTF has seasons there, and who types 1918-21 means years
    if years is not None and int(years[2]) > int(years[1][2:]):
        words = f"{years[1]} to {years[1][:2]}{years[2]}"
    bounds, kind, fault = read(settled(words, order))
    either = ""
    if not fault and order == "both" and two_readings(text) and not bounds.one_day:
        either = f"{text!r} may be day/month or month/day: both are kept"
    aside = "its time zone is left out: the time stands as it is written" if _ZONE.search(text) else ""
    if numbered != text:
        aside = f"{text} is taken for a spreadsheet's number of a day, counted from 1900: {numbered}"
    return Dated(bounds, kind, text, place, fault, either, aside)


def _of_number(text: str) -> str:
    """
    The day that a spreadsheet counts by a number of five figures, as ISO 8601 has it; other texts as they are.

    >>> _of_number("45090"), _of_number("45091.5"), _of_number("1914")
    ('2023-06-13', '2023-06-14T12:00', '1914')
    """
    if not _SERIAL.match(text):
        return text
    whole, _, part = text.partition(".")
    minutes = round(float(f"0.{part or 0}") * 1440)
    day = iso_day(day_number(1899, 12, 30) + int(whole) + minutes // 1440)
    minutes %= 1440
    return f"{day}T{minutes // 60:02d}:{minutes % 60:02d}" if minutes else day


def two_readings(text: str) -> bool:
    """Its figures are a date either way round."""
    return any(one != other and max(int(one), int(other)) <= 12 for one, _, other, _ in _FIGURES.findall(text))


def settled(text: str, order: str) -> str:
    """
    The text with its dates in figures as ISO 8601 has them, where it is said in which order they are.

    >>> settled("01/02/2024", "day-first"), settled("01/02/2024", "month-first"), settled("01/02/2024", "both")
    ('2024-02-01', '2024-01-02', '01/02/2024')
    """
    if order == "both" or not _FIGURES.search(text):
        return text
    from timeline.phrases.making import short_year

    def iso(found: re.Match[str]) -> str:
        day, month = (found[1], found[3]) if order == "day-first" else (found[3], found[1])
        if int(month) > 12:
            return found[0]
        year = int(found[4]) if len(found[4]) == 4 else short_year(int(found[4]))
        return f"{year:04d}-{int(month):02d}-{int(day):02d}"

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
