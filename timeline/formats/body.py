"""What is told below an event's date and title, as lines that people read and that are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.formats.chronology import status_of
from timeline.formats.shown import one_line
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.formats.chronology import Line

_LABELS = {
    "status": "Status",
    "source": "Source",
    "actors": "Who",
    "places": "Where",
    "why": "Why this date",
    "note": "Note",
    "links": "Link",
}
MARKED = ("status", "source", "actors", "places", "quote", "note")
"""What of it may be edited elsewhere, the quote to be told of."""
_ROLES = {label.lower(): role for role, label in _LABELS.items()}


def parts(line: Line, *, without: Iterable[str] = ()) -> dict[str, str]:
    """What is told of an event by its role, each on one line; what says nothing is left out."""
    status = status_of(line.event)
    told = {
        "quote": one_line(line.quote),
        "status": "" if status == Status.HAPPENED.value else status,
        "source": line.source,
        "actors": one_line(line.who),
        "places": one_line(line.where),
        "why": line.why,
        "note": "\n".join(filter(None, map(one_line, (line.event.note or "").splitlines()))),
        "links": "\n".join(filter(None, map(one_line, line.event.links))),
    }
    return {role: text for role, text in told.items() if text and role not in without}


def lines_of(told: dict[str, str]) -> list[str]:
    """
    The parts as lines; a note has a line for each of its own.

    >>> lines_of({"quote": "It sank.", "actors": "Ann Odu"})
    ['“It sank.”', 'Who: Ann Odu']
    """
    return [
        f"“{text}”" if role == "quote" else f"{_LABELS[role]}: {text}"
        for role, whole in told.items()
        for text in whole.splitlines()
    ]


def parts_in(lines: Iterable[str]) -> dict[str, str]:
    """
    The inverse of `lines_of`, whoever wrote the lines: what has no label is the quote, or beside one a note.

    >>> parts_in(["“It sank.”", "Who: Ann Odu", "They say."])
    {'quote': 'It sank.', 'actors': 'Ann Odu', 'note': 'They say.'}
    """
    found: dict[str, list[str]] = {}
    for line in filter(None, (one.strip() for one in lines)):
        label, colon, rest = line.partition(":")
        role = _ROLES.get(label.strip().lower())
        if colon and role:
            found.setdefault(role, []).append(rest.strip())
        elif line.startswith("“") and line.endswith("”") and "quote" not in found:
            found["quote"] = [line[1:-1]]
        else:
            found.setdefault("bare", []).append(line)
    bare = found.pop("bare", [])
    if bare:
        role = "note" if "quote" in found else "quote"
        found[role] = [*bare, *found.get(role, [])]
    return {role: "\n".join(texts) for role, texts in found.items()}
