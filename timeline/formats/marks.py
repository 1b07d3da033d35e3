"""Marks of what a row said when it was written, so that what is edited elsewhere is told from what was not."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model.event import Event

HEADER = "Timeline check"
MOST_WRITTEN = 4000
"""Rows whose marks fit into the heading of a column; of more, what was taken out is not told."""

_DAY = r"(-?\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?|)"
_DATED = re.compile(rf"\bdated={_DAY},{_DAY},{_DAY},{_DAY},(day|span)\b")
_MARK = re.compile(r"([a-z_]+):([0-9a-f]{6})")
_LISTED = re.compile(r"\b[0-9a-f]{6}\b")


def mark(text: str) -> str:
    """Six signs that stand for a text, however its spaces, line ends and accents are written."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def check_of(cells: Mapping[str, str], event: Event | None = None) -> str:
    """
    The mark of each cell of a row, by its role, and what is known of the date of its event, whatever the cells can say.

    >>> check_of({"title": "A ferry sinks", "note": ""})
    'title:bb6237 note:e3b0c4'
    """
    told = [f"{role}:{mark(text)}" for role, text in cells.items()]
    return " ".join([*told, *([] if event is None else [_dated(event)])])


def _dated(event: Event) -> str:
    four = [event.bounds.as_dict()[side][which] or "" for side in ("begin", "end") for which in ("earliest", "latest")]
    return f"dated={','.join(four)},{event.kind.value}"


def date_in(check: str) -> tuple[Bounds, str] | None:
    """
    The bounds and the kind of the event that a row was written of; None where it does not say.

    >>> date_in("title:bb6237 dated=2025-08-19,,,,day")[0].begin.as_dict()
    {'earliest': '2025-08-19', 'latest': None}
    """
    found = _DATED.search(check)
    if found is None:
        return None
    first, second, third, last = (text or None for text in found.groups()[:4])
    sides = {"begin": {"earliest": first, "latest": second}, "end": {"earliest": third, "latest": last}}
    try:
        bounds = Bounds.from_dict(sides)
    except ValueError:
        return None
    return None if bounds.empty else (bounds, found[5])


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
