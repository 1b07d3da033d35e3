"""Calendars (iCalendar, RFC 5545) as rows: what recurs is expanded within limits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from timeline.chrono.recurrence import occurrences
from timeline.errors import SavedTimelineError
from timeline.formats.body import parts_in
from timeline.formats.ics import CHECK, EDTF, ID, WHEN
from timeline.formats.rows import Cell, Row, Rows
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_RECURRING = 366
"""Times that one event of a calendar is read, where it recurs."""
MOST = 100_000
LARGEST = 100_000_000  # bytes
_KINDS = ("VEVENT", "VTODO", "VJOURNAL")
_STATUS = {"TENTATIVE": Status.PLANNED.value, "CANCELLED": Status.DENIED.value}
_STATUSES = {one.value for one in Status}
_NOON = datetime.min.time()


def read(data: bytes, name: str) -> Rows:
    """
    The events of a calendar, each time of what recurs as one; a time stands as it is written, its zone left out.

    Raises:
        SavedTimelineError: it is too large or no calendar, or it has no events.
    """
    if len(data) > LARGEST:
        raise SavedTimelineError(f"{name} is larger than {LARGEST // 1_000_000} MB: split it")
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as fault:
        why = " ".join(str(fault).split())[:120]
        raise SavedTimelineError(f"{name} is no calendar that can be read ({why}): export it again as .ics") from fault
    notes: list[str] = []
    rows: list[Row] = []
    components: list[Any] = [one for whole in calendars for one in whole.walk() if one.name in _KINDS]
    moved = {(str(one.get("UID")), _naive(one["RECURRENCE-ID"].dt)) for one in components if "RECURRENCE-ID" in one}
    for number, component in enumerate(components, 1):
        try:
            rows += _rows(number, component, moved, notes, name)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as fault:
            why = " ".join(str(fault).split())[:120]
            notes.append(f"{name}, event {number}: it cannot be read ({why}): it is left out")
        if len(rows) > MOST:
            raise SavedTimelineError(f"{name} has more than {MOST:,} events with all that recur: split it")
    if not rows:
        raise SavedTimelineError(f"{name} has no events that can be read" + (f": {notes[0]}" if notes else ""))
    title = next((str(whole["X-WR-CALNAME"]) for whole in calendars if "X-WR-CALNAME" in whole), None)
    return Rows("calendar", tuple(rows), title, "event", None, tuple(notes))


def _rows(
    number: int,
    component: Any,  # noqa: ANN401 - of icalendar
    moved: set[tuple[str, datetime]],
    notes: list[str],
    name: str,
) -> Iterator[Row]:
    if "DTSTART" not in component:
        if component.name == "VEVENT" or "DUE" not in component:
            notes.append(f"{name}, event {number}: it has no start: it is kept without a date")
            yield Row(number, _cells(component, "", ""))
            return
        start: date | datetime = component["DUE"].dt
    else:
        start = component["DTSTART"].dt
    length = _length(component, start)
    for moment in _moments(number, component, start, moved, notes, name):
        first, last = _ends(moment, length, whole_days=not isinstance(start, datetime))
        yield Row(number, _cells(component, first, last))


def _moments(
    number: int,
    component: Any,  # noqa: ANN401 - of icalendar
    start: date | datetime,
    moved: set[tuple[str, datetime]],
    notes: list[str],
    name: str,
) -> list[datetime]:
    """When it is, each time; what was moved or taken out of a row of times is not among them."""
    first = _naive(start)
    found = [first]
    rules = component.get("RRULE")
    for rule in rules if isinstance(rules, list) else [rules] if rules is not None else []:
        try:
            times, more = occurrences(rule.to_ical().decode(), first, MOST_RECURRING)
        except ValueError as fault:
            notes.append(f"{name}, event {number}: {fault}: only its first time is read")
            continue
        found += times
        if more:
            notes.append(f"{name}, event {number}: it recurs on and on: the first {MOST_RECURRING} times are read")
    found += [_naive(one) for one in _listed(component, "RDATE")]
    without = {_naive(one) for one in _listed(component, "EXDATE")}
    if "RECURRENCE-ID" not in component:
        uid = str(component.get("UID"))
        without |= {at for owner, at in moved if owner == uid}
    return [one for one in sorted(set(found)) if one not in without]


def _listed(component: Any, name: str) -> list[date | datetime]:  # noqa: ANN401 - of icalendar
    values = component.get(name)
    lists = values if isinstance(values, list) else [] if values is None else [values]
    every = (one.dt for each in lists for one in each.dts)
    return [one[0] if isinstance(one, tuple) else one for one in every]


def _naive(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None, second=0, microsecond=0)
    return datetime.combine(moment, _NOON)


def _length(component: Any, start: date | datetime) -> timedelta:  # noqa: ANN401 - of icalendar
    """How long it lasts: nothing where it does not say, a day where it is of whole days."""
    for name in ("DTEND", "DUE"):
        if name in component:
            return max(_naive(component[name].dt) - _naive(start), timedelta(0))
    if "DURATION" in component:
        lasting: timedelta = component["DURATION"].dt
        return max(lasting, timedelta(0))
    return timedelta(0) if isinstance(start, datetime) else timedelta(days=1)


def _ends(moment: datetime, length: timedelta, *, whole_days: bool) -> tuple[str, str]:
    """First and last day or minute as EDTF has them; nothing for a last one that is the first."""
    if whole_days:
        last = moment + max(length - timedelta(days=1), timedelta(0))
        first_day, last_day = _day(moment), _day(last)
        return first_day, "" if first_day == last_day else last_day
    last = moment + length
    return f"{_day(moment)}T{moment:%H:%M}", f"{_day(last)}T{last:%H:%M}" if length else ""


def _day(moment: datetime) -> str:
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}"


def _cells(component: Any, first: str, last: str) -> dict[str, Cell]:  # noqa: ANN401 - of icalendar
    when = _text(component, WHEN)
    title = _text(component, "SUMMARY")
    description = _text(component, "DESCRIPTION").splitlines()
    if when:
        title = title.removesuffix(f" ({when})")
        description = description[1:] if description[:1] == [when] else description
    told = parts_in(description)
    told.pop("why", None)
    status = told.get("status") or _status(component)
    places = told.get("places") or _text(component, "LOCATION")
    texts = {
        "date": (first, "DTSTART"),
        "end": (last, "DTEND"),
        "shown": (when, WHEN),
        "edtf": (_text(component, EDTF), EDTF),
        "title": (title, "SUMMARY"),
        "quote": (told.get("quote", ""), "DESCRIPTION"),
        "source": (told.get("source", ""), "DESCRIPTION"),
        "actors": (told.get("actors", ""), "DESCRIPTION"),
        "note": (told.get("note", ""), "DESCRIPTION"),
        "status": (status, "STATUS"),
        "places": (places, "LOCATION"),
        "links": (told.get("links") or _text(component, "URL"), "URL"),
        "id": (_text(component, ID), ID),
        "check": (_text(component, CHECK), CHECK),
    }
    return {role: Cell(text, place) for role, (text, place) in texts.items()}


def _status(component: Any) -> str:  # noqa: ANN401 - of icalendar
    """Whether it happened, as its own word says where there is one, else as the calendar has it."""
    categories = component.get("CATEGORIES")
    named = [str(one) for one in getattr(categories, "cats", ())]
    if _text(component, ID) and (own := next((one for one in named if one in _STATUSES), "")):
        return "" if own == Status.HAPPENED.value else own
    return _STATUS.get(_text(component, "STATUS").upper(), "")


def _text(component: Any, name: str) -> str:  # noqa: ANN401 - of icalendar
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).strip()
