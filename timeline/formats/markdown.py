"""A dated list with quotes and sources as Markdown (CommonMark), for notes and websites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.formats.chronology import heading, lines, remark
from timeline.formats.shown import one_line

if TYPE_CHECKING:
    from timeline.formats.chronology import Line
    from timeline.model.timeline import Timeline

_MEANT = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_START = re.compile(r"([#+=-]|\d+(?=[.)]))")


def write(timeline: Timeline) -> str:
    """The visible events by time: a list whose items hold the quote, the source, why this date, and a note."""
    return "\n\n".join([f"# {escaped(heading(timeline))}", *(_item(line) for line in lines(timeline))]) + "\n"


def escaped(text: str) -> str:
    r"""
    A text on one line that Markdown shows as it stands.

    >>> escaped("*not* <b>bold</b>")
    '\\*not\\* \\<b\\>bold\\</b\\>'
    """
    line = _MEANT.sub(r"\\\1", one_line(text))
    opening = _AT_START.match(line)  # a heading, a list, a line below a heading
    if opening is None:
        return line
    sign = opening[0]
    return f"{sign}\\{line[len(sign) :]}" if sign.isdecimal() else f"\\{line}"


def _item(line: Line) -> str:
    said = remark(line.event)
    title = escaped(line.title)
    blocks = [f"- **{escaped(line.when)}**: {title}{f' *({escaped(said)})*' if said else ''}"]
    if line.quote.strip():
        blocks.append(f"  > {escaped(line.quote)}")
    told = [
        f"Source: {escaped(line.source)}" if line.source else "",
        f"Who: {escaped(line.who)}" if line.who else "",
        f"Where: {escaped(line.where)}" if line.where else "",
        f"Why this date: {escaped(line.why)}" if line.why else "",
        *(f"Note: {escaped(note)}" for note in line.note.splitlines() if note.strip()),
        *(f"Link: {escaped(link)}" for link in line.event.links),
    ]
    if any(told):
        blocks.append("  " + "\\\n  ".join(text for text in told if text))
    return "\n\n".join(blocks)
