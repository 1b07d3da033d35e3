"""The spreadsheet that TimelineJS reads, as CSV: what newsrooms share and edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.formats.marks import heading_of
from timeline.formats.sheets import table
from timeline.formats.slides import counted, deck

if TYPE_CHECKING:
    from timeline.formats.slides import Slide
    from timeline.formats.units import Date
    from timeline.model.timeline import Timeline

NAMES = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
    "Timeline ID",
)
"""The columns of the sheet in its own order; TimelineJS passes over ours, at the end."""


def write(timeline: Timeline) -> str:
    """The title slide, then the visible events by time; a cell that would be run is preceded by an apostrophe."""
    names, rows = grid(timeline)
    return table(names, rows)


def grid(timeline: Timeline) -> tuple[list[str], list[list[object]]]:
    """The headings and the rows."""
    made = deck(timeline)
    names = [*NAMES, heading_of(made.ids)]
    title = {"Headline": made.headline, "Text": made.text, "Type": "title"}
    rows: list[list[object]] = [[title.get(name) for name in names]]
    for slide in made.slides:
        cells = _cells(slide)
        rows.append([*(cells.get(name) for name in NAMES), slide.check])
    return names, rows


def _cells(slide: Slide) -> dict[str, object]:
    last = slide.dates.last
    return {
        **slide.kept,
        **_parts("", slide.dates.first),
        **({} if last is None else _parts("End ", last)),
        "Display Date": slide.shown,
        "Headline": slide.headline,
        "Text": slide.text,
        "Media": slide.media,
        "Group": slide.group,
        "Timeline ID": slide.id,
    }


def _parts(side: str, date: Date) -> dict[str, object]:
    time = None if date.hour is None else f"{date.hour:02d}:{date.minute or 0:02d}"
    return {f"{side}Year": counted(date.year), f"{side}Month": date.month, f"{side}Day": date.day, f"{side}Time": time}
