"""A row of a grid as an event: each cell by what its column says, and all else beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.formats.columns import composed, letter
from timeline.formats.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIDES = (("", "date"), ("end_", "end"))
_PARTS = ("year", "month", "day", "time")
_YES = {"yes": True, "y": True, "true": True, "x": True, "no": False, "n": False, "false": False}


def row_of(number: int, line: Sequence[str], roles: Mapping[int, str], headings: Sequence[str]) -> Row:
    """The event of a row; nothing that stands in it is lost but what our own tables make anew."""
    cells: dict[str, Cell] = {}
    rest: dict[str, str] = {}
    ours = "check" in roles.values()
    for column, text in enumerate(line):
        role = roles.get(column)
        if role is None:
            if text.strip():
                put(rest, headings[column].strip() if column < len(headings) else "", column, text)
        elif role == "number":
            continue
        else:
            cells[role] = Cell(text, letter(column))
    _stand(cells)
    if not ours:
        _bound(cells)
    for side, role in _SIDES:
        _date(cells, side, role)
    for part in (f"{side}{part}" for side, _ in _SIDES for part in _PARTS if part != "time"):
        cell = cells.pop(part, None)  # a month or a weekday beside a whole date
        if cell is not None and cell.text.strip():
            column = next(column for column, role in roles.items() if role == part)
            put(rest, headings[column].strip(), column, cell.text)
    return Row(number, cells, rest)


def put(rest: dict[str, str], heading: str, column: int, text: str) -> None:
    """What a column of no role says, by its heading, or where that is taken or missing by its letter."""
    at = f"column {letter(column)}"
    name = heading or at
    rest[f"{name} ({at})" if name in rest else name] = text


def _stand(cells: dict[str, Cell]) -> None:
    """What is answered by yes or no below "Disputed?" and "Agreed?", in one word."""
    agreed = cells.pop("agreed", None)
    cell = agreed or cells.get("standing")
    if cell is None:
        return
    said = _YES.get(cell.text.strip().lower())
    if said is not None:
        disputed = said if agreed is None else not said
        cells["standing"] = Cell("disputed" if disputed else "undisputed", cell.place)
    else:
        cells.setdefault("standing", cell)


def _bound(cells: dict[str, Cell]) -> None:
    """The earliest and the latest day as one date, where a table has no other."""
    first, last = cells.pop("earliest", None), cells.pop("latest", None)
    told = [cell for cell in (first, last) if cell is not None and cell.text.strip()]
    if not told or "date" in cells:
        return
    texts = [cell.text.strip() for cell in told]
    if len(texts) == 2:
        text = texts[0] if texts[0] == texts[1] else f"between {texts[0]} and {texts[1]}"
    else:
        text = f"{'no earlier' if told[0] is first else 'no later'} than {texts[0]}"
    cells["date"] = Cell(text, told[0].place)


def _before(parts: dict[str, str], side: str, year: int) -> str:
    """A year below 0, whoever counts: the year before 1 that it names, or the one before that, as data has it."""
    both = (composed(parts | {f"{side}year": str(one)}, side) for one in (-year, 1 - year))
    return f"[{'..'.join(both)}]"


def _date(cells: dict[str, Cell], side: str, role: str) -> None:
    """A date whose parts stand in columns of their own; of a whole date only the time of day does."""
    year, day = cells.get(f"{side}year"), cells.get(f"{side}day")
    if role not in cells and year is not None:
        parts = {f"{side}{part}": cells.pop(f"{side}{part}") for part in _PARTS if f"{side}{part}" in cells}
        told = {name: cell.text for name, cell in parts.items()}
        before = re.fullmatch(r"\s*-(\d{1,4})\s*", year.text)
        text = composed(told, side) if before is None else _before(told, side, int(before[1]))
        cells[role] = Cell(text, next(iter(parts.values())).place)
    elif role in cells and cells[role].text.strip():
        text = cells[role].text.strip()
        if year is not None and year.text.strip() and year.text.strip() not in text:
            text = f"{text} {cells.pop(f'{side}year').text.strip()}"
        if day is not None and day.text.strip().isalpha():  # its day of the week
            text = f"{cells.pop(f'{side}day').text.strip()} {text}"
        cells[role] = Cell(text, cells[role].place)
