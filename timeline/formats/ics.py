"""Events for calendar programs (iCalendar, RFC 5545): whole days, with what is uncertain told in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar
from icalendar import Event as Entry

from timeline.chrono.calendar import civil, day_of
from timeline.errors import ExportError
from timeline.formats.body import MARKED, lines_of, parts
from timeline.formats.chronology import heading, lines
from timeline.formats.marks import check_of
from timeline.formats.shown import one_line
from timeline.formats.units import Date, dates_of
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.formats.chronology import Line
    from timeline.model.timeline import Timeline

STATUS = {Status.PLANNED: "TENTATIVE", Status.POSSIBLE: "TENTATIVE", Status.DENIED: "CANCELLED"}
WHEN, EDTF, ID, CHECK = "X-TIMELINE-WHEN", "X-TIMELINE-EDTF", "X-TIMELINE-ID", "X-TIMELINE-CHECK"
"""Properties of ours, which calendar programs pass over and keep."""
_LAST = date(9999, 12, 31)


def write(timeline: Timeline) -> bytes:
    """
    The visible events that have a date in the years 1 to 9999.

    Raises:
        ExportError: there is none, and a calendar needs one.
    """
    stamp = _stamp(timeline)
    entries = [entry for line in lines(timeline) if (entry := _entry(line, stamp)) is not None]
    if not entries:
        raise ExportError("there is no event whose date a calendar has a place for: choose another format")
    calendar = Calendar()
    calendar.add("prodid", "-//article-timeline//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", heading(timeline))
    for entry in entries:
        calendar.add_component(entry)
    made: bytes = calendar.to_ical()
    return made


def _entry(line: Line, stamp: datetime) -> Entry | None:
    event, dates = line.event, dates_of(line.event)
    if dates is None:
        return None
    last = dates.last or dates.first
    if not (dates.first.year >= 1 and last.year >= 1):
        return None
    entry = Entry()
    entry.add("uid", f"{one_line(event.id).replace(' ', '-') or 'event'}@timeline.invalid")
    entry.add("dtstamp", stamp)
    title, when = one_line(line.title), one_line(line.when)
    entry.add("summary", title if _plain(dates.first, dates.last) and dates.exact else f"{title} ({when})")
    if dates.first.hour is not None and dates.last is None:
        entry.add("dtstart", _moment(dates.first))
        shown = {"date": dates.first.iso, "end": ""}
    else:
        first, end = _first(dates.first), _last(last)
        entry.add("dtstart", first)
        shown = {"date": _iso(first), "end": "" if end == first else _iso(end)}
        if end < _LAST:
            entry.add("dtend", end + timedelta(days=1))
        else:  # the day after is beyond what a calendar can say
            entry.add("duration", end - first + timedelta(days=1))
    told = parts(line)
    entry.add("description", "\n".join([when, *lines_of(told)]))
    entry.add("status", STATUS.get(event.status, "CONFIRMED"))
    entry.add("categories", [event.status.value])
    entry.add("transp", "TRANSPARENT")
    if event.places:
        entry.add("location", one_line(line.where))
    for link in event.links[:1]:
        entry.add("url", one_line(link))
    entry.add(WHEN, when)
    if event.edtf:
        entry.add(EDTF, one_line(event.edtf))
    entry.add(ID, one_line(event.id))
    entry.add(CHECK, check_of({**shown, "title": title, **_marked(told)}, event))
    return entry


def _marked(told: dict[str, str]) -> dict[str, str]:
    return {role: told.get(role, "") for role in MARKED}


def _plain(first: Date, last: Date | None) -> bool:
    """A reader of the calendar sees the date: it is one day, or days from one to another."""
    return first.day is not None and (last is None or last.day is not None)


def _moment(one: Date) -> datetime:
    day = _first(one)
    return datetime(day.year, day.month, day.day, one.hour or 0, one.minute or 0)  # noqa: DTZ001 - as the text has it


def _iso(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _first(one: Date) -> date:
    return date(one.year, one.month or 1, one.day or 1)


def _last(one: Date) -> date:
    """The last day of a year, a month or a day."""
    if one.month is None:
        return date(one.year, 12, 31)
    if one.day is None:
        following = (one.year, one.month + 1) if one.month < 12 else (one.year + 1, 1)
        return date(*following, 1) - timedelta(days=1) if following[0] <= _LAST.year else _LAST
    return date(one.year, one.month, one.day)


def _stamp(timeline: Timeline) -> datetime:
    """When it was last changed, as far as the timeline says: no clock is read."""
    stamps = [edit.at for edit in timeline.edits if edit.at]
    for text in sorted(stamps, reverse=True):
        try:
            return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)
        except (ValueError, OverflowError):
            continue
    days = [one.published.earliest for one in timeline.articles if one.published.one_day]
    for moment in sorted(filter(None, days), reverse=True):
        year, month, day = civil(day_of(moment))
        if 1 <= year <= 9999:
            return datetime(year, month, day, tzinfo=UTC)
    return datetime(2000, 1, 1, tzinfo=UTC)
