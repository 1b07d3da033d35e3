"""
Well-known events with dates of their own, and which event of an article one is, by its words.

A row of the file has alternatives of words (`summit|talks trump putin|russian alaska`): groups that must all be present
in the event's own phrase, each by one of its variants. Where the words of two rows are present, the row with the most
words present wins; a tie matches nothing. No row's own words alone may match another row: a test sees to it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.errors import LandmarksError
from timeline.events.gazetteer import people
from timeline.events.landmark import Landmark, fits
from timeline.model.event import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.events.landmark import Told

COLUMNS = ("id", "name", "begin", "end", "kind", "words", "url")
_LARGEST = 5_000_000


_BEHIND = re.compile(r" (?:of|on|at|for) ")
_NUMBERED = frozenset({"i", "ii", "iii", "one", "two", "three", "1", "2"})


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Known events by id, and by the words their heads can be."""

    rows: tuple[Landmark, ...] = ()
    _by_id: dict[str, Landmark] = field(init=False, repr=False, compare=False)
    _by_head: dict[str, list[tuple[Landmark, tuple[frozenset[str], ...]]]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        by_head: dict[str, list[tuple[Landmark, tuple[frozenset[str], ...]]]] = {}
        for row in self.rows:
            for groups in row.words:
                for head, wanted in _by_word(groups):
                    by_head.setdefault(head, []).append((row, wanted))
        object.__setattr__(self, "_by_id", {row.id: row for row in self.rows})
        object.__setattr__(self, "_by_head", by_head)

    def get(self, identifier: str) -> Landmark | None:
        """The landmark of that id."""
        return self._by_id.get(identifier)

    def can_be(self, head: frozenset[str]) -> bool:
        """Some row has a head of these forms."""
        return any(form in self._by_head for form in head)

    def match(self, told: Told) -> Landmark | None:
        """
        The one landmark that an event's words name, None where none does.

        Of several the one with the most words present wins ("the second inauguration of Trump" has three, "Trump's
        inauguration" two); a tie matches nothing. Only rows that can have the event's head are looked at.
        """
        best, found = 0, set[str]()
        for head in told.head:
            for row, groups in self._by_head.get(head, ()):
                count = fits(row, groups, told)
                if count > best:
                    best, found = count, set()
                if count and count == best:
                    found.add(row.id)
        return self._by_id[found.pop()] if len(found) == 1 else None


def _by_word(groups: tuple[frozenset[str], ...]) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
    """
    The words that can be the head, each with the groups that must be present.

    Of a head of several words ("second world war", "treaty of versailles") its noun is looked for, and the whole of it
    has to be there.
    """
    for variant in groups[0]:
        if " " not in variant:
            yield variant, groups
            continue
        words = _BEHIND.split(variant)[0].split()
        nouns = {words[-1], *(words[-2:-1] if words[-1] in _NUMBERED else [])}
        for noun in nouns:
            yield noun, (frozenset({noun}), frozenset({variant}), *groups[1:])


def load(path: Path | None = None, extra: Path | None = None) -> Landmarks:
    """
    The known events of `data/landmarks.csv`, or of *path*, and those of the user's own file *extra*, which win by id.

    Raises:
        LandmarksError: a file cannot be read, or a line of it says something impossible: which, and what to do.
    """
    rows = {row.id: row for row in _read(path or data("landmarks.csv"))}
    if extra is not None:
        rows.update({row.id: row for row in _read(extra)})
    return Landmarks(tuple(rows.values()))


def _read(path: Path) -> Iterator[Landmark]:
    try:
        if path.stat().st_size > _LARGEST:
            raise LandmarksError(
                f"{path} has more than {_LARGEST // 1_000_000} MB: split it into smaller landmarks files"
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise LandmarksError(
            f"the landmarks file {path} cannot be read ({fault.strerror}): check its name and rights"
        ) from fault
    except UnicodeDecodeError as fault:
        raise LandmarksError(f"the landmarks file {path} is not UTF-8 text: save it as CSV in UTF-8") from fault
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise LandmarksError(
                f"{path}, line 1: the column {missing[0]!r} is missing; the first line must read {','.join(COLUMNS)}"
            )
        places_in_row = [header.index(name) for name in COLUMNS]
        seen: dict[str, int] = {}
        for cells in reader:
            if not any(cells):
                continue
            line = reader.line_num
            if len(cells) > len(header):
                raise LandmarksError(
                    f"{path}, line {line}: it has {len(cells)} fields instead of {len(header)}; "
                    "put a field with commas between quotation marks"
                )
            full = [*cells, *[""] * (len(header) - len(cells))]
            landmark = _row(path, line, [full[place].strip() for place in places_in_row])
            if landmark.id in seen:
                raise LandmarksError(
                    f"{path}, line {line}: the id {landmark.id!r} stands already in line {seen[landmark.id]}; "
                    "give it another"
                )
            seen[landmark.id] = line
            yield landmark
    except csv.Error as fault:
        raise LandmarksError(
            f"{path}, line {reader.line_num}: this is no CSV ({fault}); check the quotation marks"
        ) from fault


def _row(path: Path, line: int, values: list[str]) -> Landmark:
    where = f"{path}, line {line}"
    identifier, title, first, last, named_kind, alternatives, url = values
    words = tuple(_groups(where, part) for part in alternatives.split(";") if part.strip())
    for name, value in (("id", identifier), ("name", title), ("begin", first), ("words", words)):
        if not value:
            raise LandmarksError(f"{where}: {name!r} is empty; fill it in or remove the line")
    begin = _day(where, "begin", first)
    end = _day(where, "end", last) if last not in {"", first} else begin
    if end < begin:
        raise LandmarksError(f"{where}: it ends ({last}) before it begins ({first}); swap the two")
    kind = named_kind or ("day" if begin == end else "span")
    if kind not in {"day", "span"}:
        raise LandmarksError(f"{where}: the kind {kind!r} is neither day nor span; write one of them")
    if kind == "day" and begin != end:
        raise LandmarksError(
            f"{where}: a day begins and ends on the same day; make the kind span or the two days equal"
        )
    opening = Range(start_of(begin), last_of(begin))
    bounds = Bounds(opening, opening if end == begin else Range(start_of(end), last_of(end)))
    return Landmark(identifier, title, bounds, Kind(kind), url, words)


def _day(where: str, name: str, text: str) -> int:
    try:
        return parse_day(text)
    except ValueError as fault:
        raise LandmarksError(f"{where}: {name} {text!r} is not a day; write it as 2025-08-15") from fault


def _groups(where: str, part: str) -> tuple[frozenset[str], ...]:
    """The groups of "summit|talks trump putin alaska": by spaces, variants by bars, several words by underscores."""
    groups = tuple(map(_variants, part.split()))
    if not all(groups):
        raise LandmarksError(f"{where}: {part.strip()!r} has a group without a word; write variants as summit|talks")
    return groups


@lru_cache(maxsize=4096)
def _variants(group: str) -> frozenset[str]:
    """The variants of a group, a known person by every spelling; many rows share theirs, so each is read once."""
    variants = {variant.casefold() for variant in group.replace("_", " ").split("|") if variant.strip()}
    known = people()
    for variant in tuple(variants):
        person = known.get(variant)
        if person is not None:
            variants |= {alias.casefold() for alias in (person.name, *person.aliases)}
    return frozenset(variants)
