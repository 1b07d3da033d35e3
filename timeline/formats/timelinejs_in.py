"""TimelineJS' JSON as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import SavedTimelineError
from timeline.formats import json, slides_in
from timeline.formats.columns import composed
from timeline.formats.marks import written_in
from timeline.formats.rows import Rows
from timeline.formats.timelinejs import CHECK, MEDIA

if TYPE_CHECKING:
    from collections.abc import Mapping

_KNOWN = frozenset({"unique_id", "start_date", "end_date", "display_date", "text", "media", "group", CHECK})


def is_deck(data: Any) -> bool:  # noqa: ANN401 - a JSON value
    """It looks like a timeline of TimelineJS: events with a start and a text of their own."""
    events = data.get("events") if isinstance(data, dict) else None
    return (
        isinstance(events, list)
        and "articles" not in data
        and all(
            isinstance(one, dict) and ("start_date" in one or "text" in one) and "title" not in one for one in events
        )
        and bool(events or "scale" in data)
    )


def read(data: bytes, name: str) -> Rows:
    """
    The slides of a timeline; fields that are not known are kept with their event.

    Raises:
        SavedTimelineError: it is no UTF-8 or JSON, or a slide is none; the message says where.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SavedTimelineError(f"{name} is not UTF-8 text (byte {fault.start}): save it as UTF-8") from fault
    whole = json.loaded(text, name)
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        raise SavedTimelineError(f"{name} is no timeline of TimelineJS: it has no list of events")
    title = _object(whole.get("title") or {}, f"{name} is damaged at title")
    rows = tuple(
        _row(number, _object(one, f"{name} is damaged at events[{number - 1}]"), name)
        for number, one in enumerate(whole["events"], 1)
    )
    eras = whole["eras"] if isinstance(whole.get("eras"), list) else []
    notes = [f"{name}: eras are no events (eras: {len(eras)}): they are left out"] if eras else []
    told = _object(title.get("text") or {}, f"{name} is damaged at title.text")
    if _text(told, "text").strip() and CHECK not in title:
        notes.append(f"{name}: the text of the title slide is no event: it is left out")
    headline = slides_in.plain(_text(told, "headline"))
    return Rows("TimelineJS", rows, headline or None, "slide", written_in(_text(title, CHECK)), tuple(notes))


def _row(number: int, slide: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - a Row
    place = f"{name} is damaged at events[{number - 1}]"
    text = _object(slide.get("text") or {}, f"{place}.text")
    media = _object(slide.get("media") or {}, f"{place}.media")
    start = _object(slide.get("start_date") or {}, f"{place}.start_date")
    end = _object(slide.get("end_date") or {}, f"{place}.end_date")
    fields = {
        "id": _text(slide, "unique_id"),
        "check": _text(slide, CHECK),
        "date": composed(_parts(start)),
        "end": composed(_parts(end)),
        "display_date": _text(slide, "display_date") or _text(start, "display_date"),
        "headline": _text(text, "headline"),
        "text": _text(text, "text"),
        "media": _text(media, "url"),
        "group": _text(slide, "group"),
    }
    rest = {
        MEDIA.get(key, f"media {key}"): str(value)
        for key, value in media.items()
        if key != "url" and value not in ("", None)
    }
    rest |= {key: _shown(value) for key, value in slide.items() if key not in _KNOWN and value not in ("", None)}
    return slides_in.of_slide(number, fields, rest)


def _parts(date: Mapping[str, Any]) -> dict[str, str]:
    """The parts of a date as cells; a year alone may be a number or text."""
    parts = {name: _text(date, name) for name in ("year", "month", "day")}
    parts["year"] = slides_in.in_data(parts["year"])
    hour = _text(date, "hour")
    parts["time"] = f"{int(hour):02d}:{int(_text(date, 'minute') or 0):02d}" if hour.isdecimal() else ""
    return parts


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return "" if value is None else str(value)


def _shown(value: Any) -> str:  # noqa: ANN401 - a JSON value
    return value if isinstance(value, str) else json.dumped({"value": value})[9:-1]


def _object(value: Any, place: str) -> Mapping[str, Any]:  # noqa: ANN401 - a JSON value
    if not isinstance(value, dict):
        raise SavedTimelineError(f"{place}: expected an object, not {str(value)[:40]!r}")
    return value
