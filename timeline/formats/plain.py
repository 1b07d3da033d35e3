"""A dated list with quotes and sources as plain text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from timeline.formats.chronology import heading, lines, remark
from timeline.formats.shown import one_line

if TYPE_CHECKING:
    from timeline.formats.chronology import Line
    from timeline.model.timeline import Timeline

_WIDTH = 88
_INDENT = "    "


def write(timeline: Timeline) -> str:
    """The visible events by time: the date and the title, below them the quote, the source, why this date, a note."""
    title = heading(timeline)
    blocks = [f"{title}\n{'=' * min(len(title), _WIDTH)}"]
    blocks += [_block(line) for line in lines(timeline)]
    return "\n\n".join(blocks) + "\n"


def _block(line: Line) -> str:
    said = remark(line.event)
    first = f"{one_line(line.when)}: {one_line(line.title)}{f' ({said})' if said else ''}"
    below = [
        f"“{one_line(line.quote)}”" if line.quote.strip() else "",
        f"Source: {line.source}" if line.source else "",
        f"Who: {one_line(line.who)}" if line.who else "",
        f"Where: {one_line(line.where)}" if line.where else "",
        f"Why this date: {line.why}" if line.why else "",
        *(f"Note: {one_line(note)}" for note in line.note.splitlines() if note.strip()),
        *(f"Link: {one_line(link)}" for link in line.event.links),
    ]
    return "\n".join([_wrapped(first, "", _INDENT), *(_wrapped(text, _INDENT, _INDENT) for text in below if text)])


def _wrapped(text: str, first: str, rest: str) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
