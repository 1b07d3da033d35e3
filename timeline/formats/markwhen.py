"""A timeline as Markwhen text (https://markwhen.com): EDTF dates, a line an event, its properties and what is told."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from timeline.chrono.names import MONTHS
from timeline.formats.body import MARKED, lines_of, parts
from timeline.formats.chronology import heading, lines
from timeline.formats.marks import check_of
from timeline.formats.shown import one_line
from timeline.formats.units import dates_of

if TYPE_CHECKING:
    from timeline.formats.chronology import Line
    from timeline.formats.units import Date, Dates
    from timeline.model.timeline import Timeline

_TAG = re.compile(r"\W+")
_TAGGED, _HELD = re.compile(r"(^|(?<=\s))(\\*#)"), re.compile(r"(^|(?<=\s))\\(\\*#)")
_WORDS = r"now|by|before|after|plus|every|\w+\.(?:start|end)|" + "|".join(
    f"{name[:3]}(?:{name[3:]})?" for name in MONTHS
)
_OPENING = re.compile(rf"\\*(?:[-#.\[/]|(?:[\d:+!.]|(?:{_WORDS})\b).*:)", re.IGNORECASE)
"""What begins something else than words: a list, a section, a comment, a checkbox, or a date before a colon."""


def write(timeline: Timeline) -> str:
    """The visible events by time; those of unknown date are named in the description of the whole."""
    every = [(line, dates_of(line.event)) for line in lines(timeline)]
    undated = [f"{one_line(line.title)} ({one_line(line.when)})" for line, dates in every if dates is None]
    header = [f"title: {_yaml(heading(timeline))}"]
    if undated:
        header.append(f"description: {_yaml('Of unknown date: ' + '; '.join(undated))}")
    blocks = ["\n".join(["---", *header, "---"])]
    blocks += [_block(line, dates) for line, dates in every if dates is not None]
    return "\n\n".join(blocks) + "\n"


def _block(line: Line, dates: Dates) -> str:
    event = line.event
    told = parts(line)
    title, when = one_line(line.title), one_line(line.when)
    first, last = _dates(dates)
    marks = {
        "date": first,
        "end": last,
        "title": title,
        **{role: told.get(role, "") for role in MARKED},
    }
    between = "" if not last else " - " if first.endswith("CE") else " / "
    properties = {"id": one_line(event.id), "when": when, "edtf": event.edtf or "", "check": check_of(marks, event)}
    return "\n".join(
        [
            f"{first}{between}{last}: {guarded(title)} #{_TAG.sub('_', event.status.value)}",
            *(f"{name}: {_yaml(text)}" for name, text in properties.items() if text),
            "",
            *(guarded(text) for text in lines_of(told)),
        ]
    )


def _dates(dates: Dates) -> tuple[str, str]:
    """First and last date as Markwhen has them; nothing for a last one that is the first."""
    first, last = dates.first, dates.last
    if first.year < 1 or (last is not None and last.year < 1):
        return _era(first.year), "" if last is None or last.year == first.year else _era(last.year)
    return _edtf(first), "" if last is None else _edtf(last)


def _edtf(date: Date) -> str:
    """Days, months and years as EDTF; a time of day after a space, as Markwhen has it."""
    return date.iso.replace("T", " ")


def _era(year: int) -> str:
    return f"{1 - year} BCE" if year < 1 else f"{year} CE"


def _yaml(text: str) -> str:
    """A text between quotes: whatever stands in it, YAML reads it back."""
    return json.dumps(one_line(text), ensure_ascii=False)


def guarded(text: str) -> str:
    r"""
    A line that Markwhen takes for nothing but words: what would begin an event, a section or a tag is held back.

    >>> guarded("2025: a year"), guarded("a #tag"), guarded("Who: Ann")
    ('\\2025: a year', 'a \\#tag', 'Who: Ann')
    """
    line = _TAGGED.sub(r"\1\\\2", one_line(text))
    return f"\\{line}" if _OPENING.match(line) else line


def unguarded(line: str) -> str:
    """The inverse of `guarded`."""
    bare = line[1:] if line.startswith("\\") and _OPENING.match(line[1:]) else line
    return _HELD.sub(r"\1\2", bare)
