"""TimelineJS' own JSON (version 3): a title slide, and a slide for each event that has a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.formats.json import dumped
from timeline.formats.marks import heading_of
from timeline.formats.slides import counted, deck

if TYPE_CHECKING:
    from timeline.formats.slides import Slide
    from timeline.formats.units import Date
    from timeline.model.timeline import Timeline

MEDIA = {"credit": "Media Credit", "caption": "Media Caption", "thumbnail": "Media Thumbnail", "alt": "Alt Text"}
"""What is told of a picture or film, and how the columns of the sheet are called for it."""
CHECK = "timeline_check"
"""A field of ours, which TimelineJS passes over: what a slide said when it was written (`formats.marks`)."""


def write(timeline: Timeline) -> str:
    """The visible events by time; those of unknown date are named on the title slide."""
    made = deck(timeline)
    title = {"text": {"headline": made.headline, "text": made.text}, CHECK: heading_of(made.ids)}
    data = {"scale": "human", "title": title, "events": [_event(slide) for slide in made.slides]}
    return dumped(data, airy=True) + "\n"


def _event(slide: Slide) -> dict[str, Any]:
    data: dict[str, Any] = {
        "unique_id": slide.id,
        "start_date": _date(slide.dates.first),
        "display_date": slide.shown,
        "text": {"headline": slide.headline, "text": slide.text},
        CHECK: slide.check,
    }
    if slide.dates.last is not None:
        data["end_date"] = _date(slide.dates.last)
    if slide.media:
        data["media"] = {"url": slide.media} | {
            key: slide.kept[name] for key, name in MEDIA.items() if name in slide.kept
        }
    if slide.group:
        data["group"] = slide.group
    return data


def _date(date: Date) -> dict[str, int]:
    parts = date._replace(year=counted(date.year))._asdict()
    return {name: part for name, part in parts.items() if part is not None}
