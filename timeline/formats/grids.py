"""A grid of cells as the events it tells: where its headings are, what each column says, and what is passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.formats import slides_in
from timeline.formats.columns import guessed, letter, named_above, order_in, roles_of, score, settled, told_in
from timeline.formats.gridrows import put, row_of
from timeline.formats.marks import HEADER, written_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.formats.rows import Row

_SEARCHED = 30  # rows among which the headings are looked for
_STAMP = re.compile(r"\b(?:privileged|confidential|work product|draft|without prejudice|page \d)", re.IGNORECASE)
_LOOKED_AT = 500  # rows by which columns without headings are told apart


class Line(NamedTuple):
    """A row of a grid: its number, from 1, and the words of its cells from the first column on."""

    number: int
    cells: Sequence[str]


class Grid(NamedTuple):
    """
    What a grid tells: its rows, its title, the marks of what it was made of, and sentences on what is not read.

    `order` is how its dates in figures are meant, where a heading says so.
    """

    rows: list[Row]
    title: str | None
    written: frozenset[str] | None
    notes: list[str]
    order: str = "both"


def read(lines: Sequence[Line], name: str) -> Grid | None:
    """
    The events of a grid; None where no column says when or what.

    *name* is the file, and where it has several the sheet, for messages.
    """
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    at = max(range(min(len(filled), _SEARCHED)), key=lambda one: (score(filled[one].cells), -one), default=None)
    if at is None:
        return None
    headings, notes = list(filled[at].cells), []
    if slides_in.is_sheet(headings):
        return _of_slides(headings, filled[at + 1 :], name)
    if score(headings):
        roles = _completed(roles_of(headings), filled[at + 1 :])
    else:
        at, roles = _guessed(filled)
        if not roles:
            return None
        headings = list(filled[at].cells) if at >= 0 else []
        notes.append(f"{name} has no headings{' that are known' if headings else ''}: {_guess(roles, headings)}")
    if "title" not in roles.values():
        return None
    title, aside = _above(filled[: max(at, 0)])
    if aside:
        notes.append(f"{name}: what stands above the headings tells no event (row {aside}): it is left out")
    check = next((headings[column] for column, role in roles.items() if role == "check"), "")
    below = [line for line in filled[at + 1 :] if not _repeats(line, headings)]
    over = [line.number for line in below if headings and any(cell.strip() for cell in line.cells[len(headings) :])]
    if over:
        notes.append(
            f"{name}, row {over[0]}: it has more cells than there are headings (rows: {len(over)}): "
            "they are kept beside its event; a comma within a text needs quotation marks around it"
        )
    rows = [row_of(line.number, line.cells, roles, headings) for line in below]
    order = next((order_in(headings[column]) for column, role in roles.items() if role == "date" and headings), "both")
    return Grid(rows, title, written_in(check), notes, order)


def _completed(roles: dict[int, str], below: Sequence[Line]) -> dict[int, str]:
    """With the column that says what happened, where no heading does; what only our own tables make anew is no role."""
    cells = [line.cells for line in below[:_LOOKED_AT]]
    if "check" not in roles.values():
        dated = set(roles.values()) & {"date", "year", "shown"}
        others = ("why", *(("earliest", "latest") if dated else ()))
        roles = {column: role for column, role in roles.items() if role not in others}
        numbers = next((column for column, role in roles.items() if role == "number"), None)
        if numbers is not None and any(_worded(row, numbers) for row in cells):
            del roles[numbers]
        roles = settled(roles, cells)
    if "title" not in roles.values():
        told = told_in(cells, without=roles)
        roles |= {column: role for column, role in told.items() if role not in roles.values()}
    return dict(sorted(roles.items()))


def _worded(row: Sequence[str], column: int) -> bool:
    """A cell says more than a number: "7", "7.", "12b" do not."""
    text = row[column].strip() if column < len(row) else ""
    return len(text) > 6 and not any(map(str.isdecimal, text))


def _guessed(filled: Sequence[Line]) -> tuple[int, dict[int, str]]:
    """The place of the row that names columns nobody knows, -1 for none, and their roles by what stands below."""
    cells = [line.cells for line in filled[:_LOOKED_AT]]
    roles = guessed(cells)
    if not roles:
        return -1, {}
    wide = next((place for place, row in enumerate(cells) if sum(bool(one.strip()) for one in row) > 1), 0)
    return (wide if named_above(cells[wide], roles) else -1), roles


def _above(lines: Sequence[Line]) -> tuple[str | None, str]:
    """The title above the headings, the first row of one cell, and the numbers of the other rows that stand there."""
    single = [line for line in lines if sum(bool(cell.strip()) for cell in line.cells) == 1]
    alone = next((line for line in single if not any(map(_STAMP.search, line.cells))), None)
    others = [line for line in lines if line is not alone and not _groups(line)]
    title = None if alone is None else next(cell.strip() for cell in alone.cells if cell.strip())
    return title, ", ".join(str(line.number) for line in others)


def _groups(line: Line) -> bool:
    """It names groups of columns: a heading for several."""
    return bool(roles_of([cell for cell in line.cells if cell.strip()]))


def _repeats(line: Line, headings: Sequence[str]) -> bool:
    """The headings once more, as on every page of what was printed."""
    return bool(headings) and list(line.cells[: len(headings)]) == list(headings)


def _guess(roles: dict[int, str], headings: Sequence[str]) -> str:
    names = {"date": "dates", "end": "ends", "title": "events", "quote": "texts"}
    told = (
        f"column {letter(column)}{f' ({headings[column].strip()!r})' if headings else ''} is taken for {names[role]}"
        for column, role in roles.items()
    )
    return ", ".join(told) + " by what stands there"


def _of_slides(headings: Sequence[str], below: Sequence[Line], name: str) -> Grid:
    rows, notes, title = [], [], None
    check = next((heading for heading in headings if heading.strip().startswith(HEADER)), "")
    for line in below:
        named: dict[str, str] = {}
        for column, text in enumerate(line.cells):
            put(named, headings[column].strip() if column < len(headings) else "", column, text)
        if named.get("Type", "").strip().lower() == "title":
            title = slides_in.plain(named.get("Headline", "")) or None
            if named.get("Text", "").strip() and not check:
                notes.append(f"{name}, row {line.number}: the text of the title slide is no event: it is left out")
            continue
        if named.get("Type", "").strip().lower() == "era":
            notes.append(f"{name}, row {line.number}: an era is no event: it is left out")
            continue
        rows.append(slides_in.of_sheet(line.number, named, headings))
    return Grid(rows, title, written_in(check), notes)
