"""What was measured, beside what was to be reached and what the peers need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table; `met` is None where nothing was to be reached."""

    what: str
    target: str
    ours: str
    peers: str
    met: bool | None


@dataclass
class Table:
    """Everything that was measured in one run."""

    rows: list[Row] = field(default_factory=list)

    def add(self, rows: list[Row]) -> None:
        """Keep the rows; AssertionError names those that miss their target."""
        self.rows += rows
        missed = [f"{row.what}: {row.ours}, to be reached: {row.target}" for row in rows if row.met is False]
        assert not missed, "\n".join(missed)

    def __str__(self) -> str:
        """As Markdown, aligned."""
        head = ("", "target", "ours", "peers")
        lines = [head, *((row.what, row.target, row.ours + _MARK[row.met], row.peers) for row in self.rows)]
        wide = [max(len(line[column]) for line in lines) for column in range(4)]
        told = ["| " + " | ".join(cell.ljust(wide[at]) for at, cell in enumerate(line)) + " |" for line in lines]
        return "\n".join([told[0], "|" + "|".join("-" * (one + 2) for one in wide) + "|", *told[1:]])


_MARK = {True: "", None: "", False: " (missed)"}
