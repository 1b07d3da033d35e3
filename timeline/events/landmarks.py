"""Well-known events with dates of their own, and which event of an article one is, by its words."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.errors import LandmarksError
from timeline.events.gazetteer import people
from timeline.model.event import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ("id", "name", "begin", "end", "kind", "words", "url")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Landmark:
    """
    A known event.

    `words`: alternatives; each is a tuple of groups, of which every one must be present by one of its variants.
    The first group names the event itself ("summit", "talks"): the head of the clause or noun phrase.
    """

    id: str
    name: str
    bounds: Bounds
    kind: Kind
    url: str
    words: tuple[tuple[frozenset[str], ...], ...]


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Known events by id, and by the words their heads can be."""

    rows: tuple[Landmark, ...] = ()

    def get(self, identifier: str) -> Landmark | None:
        """The landmark of that id."""
        return next((row for row in self.rows if row.id == identifier), None)

    def match(
        self,
        head: frozenset[str],
        words: frozenset[str],
        text: str,
        places: frozenset[str],
        barred: frozenset[str] = frozenset(),
    ) -> Landmark | None:
        """
        The one landmark that an event's words name, None where none does or more than one.

        Args:
            head: forms of the event's head word, in lower case.
            words: every word of the event's own phrase, and what its names and pronouns go by.
            text: the phrase in lower case, for variants of several words.
            places: places the phrase names, in lower case: each must be among a landmark's words.
            barred: words that tell it from others of its kind ("second"): each must be among a landmark's words.
        """
        found = [
            row for row in self.rows if any(_fits(groups, head, words, text, places | barred) for groups in row.words)
        ]
        return found[0] if len(found) == 1 else None


def _fits(
    groups: tuple[frozenset[str], ...], head: frozenset[str], words: frozenset[str], text: str, places: frozenset[str]
) -> bool:
    if not groups[0] & head:
        return False
    if not all(any(_present(variant, words, text) for variant in group) for group in groups[1:]):
        return False
    known = {part for group in groups for variant in group for part in (variant, *variant.split())}
    return places <= known


def _present(variant: str, words: frozenset[str], text: str) -> bool:
    return re.search(rf"\b{re.escape(variant)}\b", text) is not None if " " in variant else variant in words


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
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise LandmarksError(
                f"{path}, line 1: the column {missing[0]!r} is missing; the first line must read {','.join(COLUMNS)}"
            )
        seen: dict[str, int] = {}
        for row in reader:
            line = reader.line_num
            landmark = _row(path, line, row)
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


def _row(path: Path, line: int, row: dict[str, str | None]) -> Landmark:
    where = f"{path}, line {line}"
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    for name in ("id", "name", "begin", "words"):
        if not values[name]:
            raise LandmarksError(f"{where}: {name!r} is empty; fill it in or remove the line")
    begin, end = _day(where, "begin", values["begin"]), _day(where, "end", values["end"] or values["begin"])
    if end < begin:
        raise LandmarksError(f"{where}: it ends ({values['end']}) before it begins ({values['begin']}); swap the two")
    kind = values["kind"] or ("day" if begin == end else "span")
    if kind not in {"day", "span"}:
        raise LandmarksError(f"{where}: the kind {kind!r} is neither day nor span; write one of them")
    if kind == "day" and begin != end:
        raise LandmarksError(
            f"{where}: a day begins and ends on the same day; make the kind span or the two days equal"
        )
    words = tuple(_groups(where, part) for part in values["words"].split(";") if part.strip())
    bounds = Bounds(Range(start_of(begin), last_of(begin)), Range(start_of(end), last_of(end)))
    return Landmark(values["id"], values["name"], bounds, Kind(kind), values["url"], words)


def _day(where: str, name: str, text: str) -> int:
    try:
        return parse_day(text)
    except ValueError as fault:
        raise LandmarksError(f"{where}: {name} {text!r} is not a day; write it as 2025-08-15") from fault


def _groups(where: str, part: str) -> tuple[frozenset[str], ...]:
    """The groups of "summit|talks trump putin alaska": by spaces, variants by bars, several words by underscores."""
    groups = []
    for group in part.split():
        variants = {variant.replace("_", " ").casefold() for variant in group.split("|") if variant}
        if not variants:
            raise LandmarksError(f"{where}: {group!r} names no word; write words separated by spaces, variants by '|'")
        for variant in tuple(variants):
            person = people().get(variant)
            if person is not None:
                variants |= {alias.casefold() for alias in (person.name, *person.aliases)}
        groups.append(frozenset(variants))
    return tuple(groups)


def words_of(text: str) -> frozenset[str]:
    """The words of a phrase in lower case."""
    return frozenset(found.group().casefold() for found in _WORD.finditer(text))
