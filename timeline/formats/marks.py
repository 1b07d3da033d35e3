"""Marks of what a row said when it was written, so that what is edited elsewhere is told from what was not."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEADER = "Timeline check"
MOST_WRITTEN = 4000
"""Rows whose marks fit into the heading of a column; of more, what was taken out is not told."""

_MARK = re.compile(r"([a-z_]+):([0-9a-f]{6})")
_LISTED = re.compile(r"\b[0-9a-f]{6}\b")


def mark(text: str) -> str:
    """Six signs that stand for a text, however its spaces, line ends and accents are written."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def check_of(cells: Mapping[str, str]) -> str:
    """
    The mark of each cell of a row, by its role.

    >>> check_of({"title": "A ferry sinks", "note": ""})
    'title:bb6237 note:e3b0c4'
    """
    return " ".join(f"{role}:{mark(text)}" for role, text in cells.items())


def marks_in(check: str) -> dict[str, str]:
    """The inverse of `check_of`: marks by role; empty where it is none."""
    return dict(_MARK.findall(check))


def heading_of(ids: Iterable[str]) -> str:
    """The heading of the column of marks, which names the events that were written."""
    listed = [mark(one) for one in ids]
    return f"{HEADER} {' '.join(listed)}" if 0 < len(listed) <= MOST_WRITTEN else HEADER


def written_in(heading: str) -> frozenset[str] | None:
    """The marks of the ids of the events that were written; None where the heading does not say."""
    found = frozenset(_LISTED.findall(heading.removeprefix(HEADER)))
    return found or None
