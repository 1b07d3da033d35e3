"""The spreadsheet that TimelineJS reads, for Excel and to be uploaded to Google Sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.formats.chronology import heading
from timeline.formats.timelinesheet import grid
from timeline.formats.xlsx import book

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

_NARROW, _WIDE = 8, 40
_WIDTHS = {"Display Date": 26, "Headline": _WIDE, "Text": 60, "Timeline ID": 16}


def write(timeline: Timeline) -> bytes:
    """The title slide, then the visible events by time."""
    names, rows = grid(timeline)
    widths = [_WIDTHS.get(name, 16 if "Media" in name else _NARROW) for name in names]
    return book(heading(timeline), names, rows, widths)
