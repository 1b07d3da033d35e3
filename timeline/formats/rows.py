"""Events as another program's file has them: words as words, each with its place. Dates are read above this room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.article import Article
    from timeline.model.span import Span

ROLES = (
    *("title", "date", "shown", "end", "edtf", "begin_earliest", "begin_latest", "end_earliest", "end_latest"),
    *("kind", "status", "attribution", "actors", "places", "quote", "source", "note", "links", "standing", "lane"),
    *("time", "end_time", "hidden", "id", "check"),
)
"""
What a cell says of its event: `date` is when it was or began, `end` when it ended, `time` and `end_time` the time of
day where it stands apart; `shown` is the date as readers see it;
the four bounds are ISO days; `check` has the marks of what a row said when it was written here (`formats.marks`).
Several actors, places and addresses are separated by "; ".
"""


class Cell(NamedTuple):
    """What stands in one place of a file: its words, and the place as a reader finds it ("B5", "start_date")."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """
    One event of a file: the line or row it stands on, from 1, cells by their `ROLES`, and others by their names.

    `span` is where the word that is the event stands, where the file is an article.
    """

    line: int
    cells: Mapping[str, Cell]
    rest: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None

    def text(self, role: str) -> str:
        """The words of a cell; nothing where there is none."""
        cell = self.cells.get(role)
        return "" if cell is None else cell.text

    @property
    def when(self) -> str:
        """The words of its date, as far as it has some."""
        shown = self.text("shown").strip()
        first, time = self.text("date").strip(), self.text("time").strip()
        return shown or (f"{first} {time}".strip() if first else "") or self.text("edtf").strip()


@dataclass(frozen=True, slots=True)
class Rows:
    """
    The events of a file.

    `format` is its name for people, `line` what its lines are called ("row"); `written` the marks of the events it was
    made of, where it was made here, None where it does not say. `notes` are sentences on what of it is not read;
    `article` is the text its events are marked in, where it is one. `order` is how dates in figures are meant, where
    the file says so: "day-first", "month-first" or "both".
    """

    format: str
    rows: tuple[Row, ...]
    title: str | None = None
    line: str = "line"
    written: frozenset[str] | None = None
    notes: tuple[str, ...] = ()
    article: Article | None = None
    order: str = "both"
