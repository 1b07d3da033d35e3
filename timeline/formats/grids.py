"""A grid of cells as the events it tells: where its headings are, what each column says, and what is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.formats import slides_in
from timeline.formats.columns import PASSED_OVER, composed, guessed, letter, roles_of, score
from timeline.formats.marks import written_in
from timeline.formats.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEARCHED = 30  # rows among which the headings are looked for
_PARTS = ("year", "month", "day", "time", "end_year", "end_month", "end_day", "end_time")


class Line(NamedTuple):
    """A row of a grid: its number, from 1, and the words of its cells from the first column on."""

    number: int
    cells: Sequence[str]


class Grid(NamedTuple):
    """What a grid tells: its rows, its title, the marks of what it was made of, and sentences on what is not read."""

    rows: list[Row]
    title: str | None
    written: frozenset[str] | None
    notes: list[str]


def read(lines: Sequence[Line], name: str) -> Grid | None:
    """
    The events of a grid; None where no column says when or what.

    *name* is the file, and where it has several the sheet, for messages.
    """
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    at = max(range(min(len(filled), _SEARCHED)), key=lambda one: (score(filled[one].cells), -one), default=None)
    if at is None:
        return None
    headed = score(filled[at].cells) > 0
    if not headed:
        at = -1
    headings = list(filled[at].cells) if headed else []
    below = filled[at + 1 :]
    roles = roles_of(headings) if headed else guessed([line.cells for line in below[:500]])
    if not roles:
        return None
    if slides_in.is_sheet(headings):
        return _of_slides(headings, below)
    above = [line for line in filled[: max(at, 0)] if sum(bool(cell.strip()) for cell in line.cells) == 1]
    title = next((cell.strip() for line in above[:1] for cell in line.cells if cell.strip()), None)
    notes = [] if headed else [f"{name} has no headings: {_guess(roles)} by what stands there"]
    check = next((headings[column] for column, role in roles.items() if role == "check"), "")
    rows = [_row(line, roles, headings) for line in below if not _repeats(line, headings)]
    return Grid(rows, title, written_in(check), notes)


def _repeats(line: Line, headings: Sequence[str]) -> bool:
    """The headings once more, as on every page of what was printed."""
    return bool(headings) and list(line.cells[: len(headings)]) == list(headings)


def _guess(roles: dict[int, str]) -> str:
    names = {"date": "dates", "end": "ends", "title": "events", "quote": "texts"}
    return ", ".join(f"column {letter(column)} is taken for {names[role]}" for column, role in roles.items())


def _row(line: Line, roles: dict[int, str], headings: Sequence[str]) -> Row:
    cells: dict[str, Cell] = {}
    rest: dict[str, str] = {}
    for column, text in enumerate(line.cells):
        role = roles.get(column)
        if role is None:
            if text.strip():
                heading = headings[column].strip() if column < len(headings) else ""
                rest[heading or f"column {letter(column)}"] = text
        elif role not in PASSED_OVER:
            cells[role] = Cell(text, letter(column))
    parts = {role: cells.pop(role) for role in _PARTS if role in cells}
    for side, role in (("", "date"), ("end_", "end")):
        mine = {
            name: cell.text for name, cell in parts.items() if name.startswith(side or ("year", "month", "day", "time"))
        }
        first = next((cell for name, cell in parts.items() if name in mine), None)
        if first is None:
            continue
        if f"{side}year" in mine:
            if role not in cells:
                cells[role] = Cell(composed(mine, side), first.place)
        elif role in cells and mine.get(f"{side}time", "").strip():  # a column of times beside that of dates
            day = cells[role]
            cells[role] = Cell(f"{day.text.strip()} {mine[f'{side}time'].strip()}".strip(), day.place)
    return Row(line.number, cells, rest)


def _of_slides(headings: Sequence[str], below: Sequence[Line]) -> Grid:
    rows, notes, title, written = [], [], None, None
    for line in below:
        named = {heading.strip(): cell for heading, cell in zip(headings, line.cells, strict=False)}
        if named.get("Type", "").strip().lower() == "title":
            title = slides_in.plain(named.get("Headline", "")) or None
            continue
        if named.get("Type", "").strip().lower() == "era":
            notes.append(f"row {line.number} is an era, which is no event: it is left out")
            continue
        rows.append(slides_in.of_sheet(line.number, named, headings))
    written = next((written_in(heading) for heading in headings if heading.startswith("Timeline check")), None)
    return Grid(rows, title, written, notes)
