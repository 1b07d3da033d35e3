"""Calendars (iCalendar, RFC 5545) as rows: what recurs is expanded within limits."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta, tzinfo
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
_READ = frozenset(
    {"UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY"}
    | {"DESCRIPTION", "LOCATION", "STATUS", "URL", "ATTACH", "ORGANIZER", "ATTENDEE", "CATEGORIES", "SEQUENCE"}
    | {"CREATED", "LAST-MODIFIED", "TRANSP", "CLASS", WHEN, EDTF, ID, CHECK}
)
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
    zones = {str(one.get("UID")): _zone(one) for one in components if "RECURRENCE-ID" not in one}
    moved = {
        (str(one.get("UID")), _naive(at, zones.get(str(one.get("UID")))))
        for one in components
        if (at := _when(one, "RECURRENCE-ID")) is not None
    }
    for number, component in enumerate(components, 1):
        try:
            rows += _rows(number, component, moved, notes, name)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as fault:
            why = " ".join(str(fault).split())[:120]
            notes.append(f"{name}, event {number}: it cannot be read ({why}): it is left out")
        if len(rows) > MOST:
            raise SavedTimelineError(f"{name} has more than {MOST:,} events with all that recur: split it")
    notes += _zones_told(components, name)
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
    broken = next((what for what, _ in component.errors if what in ("DTSTART", "DUE")), None)
    first = "DTSTART" if "DTSTART" in component or component.name == "VEVENT" else "DUE"
    if broken or first not in component:
        why = f"its {broken} is no date" if broken else "it has no start"
        notes.append(f"{name}, event {number}: {why}: it is kept without a date")
        yield Row(number, _cells(component, "", ""), _rest(component))
        return
    start: date | datetime = _one(component, first).dt
    length = _length(component, start)
    if length < timedelta(0):
        notes.append(f"{name}, event {number}: it ends before it begins: its beginning alone is read")
    if "RANGE" in getattr(component.get("RECURRENCE-ID"), "params", {}):
        notes.append(f"{name}, event {number}: that it changes all later times, too, is not read: it changes its own")
    lasting = _periods(component, start)
    for moment in _moments(number, component, start, moved, notes, name):
        mine = lasting.get(moment, max(length, timedelta(0)))
        ends = _ends(moment, mine, whole_days=not isinstance(start, datetime))
        yield Row(number, _cells(component, *ends), _rest(component))


def _moments(
    number: int,
    component: Any,  # noqa: ANN401 - of icalendar
    start: date | datetime,
    moved: set[tuple[str, datetime]],
    notes: list[str],
    name: str,
) -> list[datetime]:
    """When it is, each time; what was moved or taken out of a row of times is not among them."""
    first, zone = _naive(start), _zone(component)
    found = [first]
    rules = component.get("RRULE")
    for rule in rules if isinstance(rules, list) else [rules] if rules is not None else []:
        try:
            times, more = occurrences(_local(rule.to_ical().decode(), zone), first, MOST_RECURRING)
        except ValueError as fault:
            notes.append(f"{name}, event {number}: {fault}: only its first time is read")
            continue
        found += times
        if more:
            notes.append(f"{name}, event {number}: it recurs on and on: the first {MOST_RECURRING} times are read")
    found += [_naive(one[0] if isinstance(one, tuple) else one, zone) for one in _listed(component, "RDATE")]
    without = {_naive(one, zone) for one in _listed(component, "EXDATE")}
    if "RECURRENCE-ID" not in component:
        uid = str(component.get("UID"))
        without |= {at for owner, at in moved if owner == uid}
    return [one for one in sorted(set(found)) if one not in without]


def _one(component: Any, name: str) -> Any:  # noqa: ANN401 - of icalendar
    """A property that an event has once; the first where a damaged file repeats it."""
    found = component[name]
    return found[0] if isinstance(found, list) else found


def _listed(component: Any, name: str) -> list[Any]:  # noqa: ANN401 - of icalendar
    """The days, moments and periods of a property that may have several."""
    values = component.get(name)
    lists = values if isinstance(values, list) else [] if values is None else [values]
    return [one.dt for each in lists for one in each.dts]


def _periods(component: Any, start: date | datetime) -> dict[datetime, timedelta]:  # noqa: ANN401 - of icalendar
    """How long those times last that say so themselves, by when they begin."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    periods = (one for one in _listed(component, "RDATE") if isinstance(one, tuple))
    return {_naive(first, zone): last if isinstance(last, timedelta) else last - first for first, last in periods}


def _zone(component: Any) -> tzinfo | None:  # noqa: ANN401 - of icalendar
    """The zone of its beginning, in which all its times are told."""
    start = _when(component)
    return start.tzinfo if isinstance(start, datetime) else None


def _when(component: Any, name: str = "DTSTART") -> date | datetime | None:  # noqa: ANN401 - of icalendar
    """When it begins, or is moved from; None where it does not say, or says no date."""
    if name not in component or any(what == name for what, _ in component.errors):
        return None
    found: date | datetime = _one(component, name).dt
    return found


def _zones_told(components: list[Any], name: str) -> list[str]:
    """A sentence where times stand in several zones, which are left out."""
    starts = map(_when, components)
    counts = Counter(str(one.tzinfo or "no zone") for one in starts if isinstance(one, datetime))
    if len(counts) < 2:
        return []
    told = ", ".join(f"{zone} ({count})" for zone, count in counts.most_common())
    return [f"{name}: times stand as they are written, in several time zones: {told}"]


def _naive(moment: date | datetime, zone: tzinfo | None = None) -> datetime:
    """A moment as it is told in a zone; as it is written where that has none."""
    if isinstance(moment, datetime):
        told = moment if zone is None or moment.tzinfo is None else moment.astimezone(zone)
        return told.replace(tzinfo=None, second=0, microsecond=0)
    return datetime.combine(moment, _NOON)


def _local(rule: str, zone: tzinfo | None) -> str:
    """A rule whose end is told in the zone of its beginning; a last day is meant as a whole."""

    def told(found: re.Match[str]) -> str:
        if not found[2]:
            return f"UNTIL={found[1]}T235959"
        moment = datetime.strptime(found[1] + found[2], "%Y%m%dT%H%M%S").replace(tzinfo=UTC if found[3] else zone)
        return f"UNTIL={moment if zone is None else moment.astimezone(zone):%Y%m%dT%H%M%S}"

    return re.sub(r"UNTIL=(\d{8})(T\d{6})?(Z)?", told, rule)


def _length(component: Any, start: date | datetime) -> timedelta:  # noqa: ANN401 - of icalendar
    """How long it lasts: nothing where it does not say, a day where it is of whole days."""
    for name in ("DTEND", "DUE"):
        if name in component and (end := _one(component, name).dt) != start:
            return _naive(end, _zone(component)) - _naive(start)
    if "DURATION" in component:
        lasting: timedelta = _one(component, "DURATION").dt
        return lasting
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
        "actors": (told.get("actors") or "; ".join(_people(component)), "DESCRIPTION"),
        "note": (told.get("note", ""), "DESCRIPTION"),
        "status": (status, "STATUS"),
        "places": (places, "LOCATION"),
        "links": (told.get("links") or " ".join(_all(component, "URL", "ATTACH")), "URL"),
        "id": (_text(component, ID), ID),
        "check": (_text(component, CHECK), CHECK),
    }
    return {role: Cell(text, place) for role, (text, place) in texts.items()}


def _people(component: Any) -> list[str]:  # noqa: ANN401 - of icalendar
    """Who calls it together and who is asked to come, by their names, else their addresses."""
    people = [*_values(component, "ORGANIZER"), *_values(component, "ATTENDEE")]
    named = (str(one.params.get("CN") or one) for one in people)
    return list(dict.fromkeys(re.sub(r"^mailto:", "", name, flags=re.IGNORECASE) for name in named))


def _values(component: Any, name: str) -> list[Any]:  # noqa: ANN401 - of icalendar
    value = component.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def _all(component: Any, *names: str) -> list[str]:  # noqa: ANN401 - of icalendar
    """What several properties say, each once."""
    return list(dict.fromkeys(str(one).strip() for name in names for one in _values(component, name)))


def _rest(component: Any) -> dict[str, str]:  # noqa: ANN401 - of icalendar
    """What it says besides, by the names of its properties; nothing of what was made here."""
    if _text(component, ID):
        return {}
    rest = {name: "; ".join(_all(component, name)) for name in component if name not in _READ}
    groups = [str(one) for each in _values(component, "CATEGORIES") for one in getattr(each, "cats", ())]
    return {name: text for name, text in (*rest.items(), ("CATEGORIES", "; ".join(groups))) if text}


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
