"""Calendars of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.formats.ics_in import MOST_RECURRING
from timeline.formats.registry import NAMES

if TYPE_CHECKING:
    from timeline.formats.rows import Rows


def calendar(*properties: str, more: str = "") -> Rows:
    """The rows of a calendar of one event."""
    event = "\r\n".join(["BEGIN:VEVENT", "UID:u", "DTSTAMP:20240101T000000Z", "SUMMARY:Meeting", *properties])
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{event}\r\nEND:VEVENT\r\n{more}END:VCALENDAR\r\n"
    return NAMES["ics"].read(text.encode(), "a.ics")


def dates(rows: Rows) -> list[tuple[str, str]]:
    """First and last of each."""
    return [(row.text("date"), row.text("end")) for row in rows.rows]


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        (("DTSTART;VALUE=DATE:20240505",), ("2024-05-05", "")),
        (("DTSTART;VALUE=DATE:20240505", "DTEND;VALUE=DATE:20240508"), ("2024-05-05", "2024-05-07")),
        (("DTSTART:20240505T143000Z",), ("2024-05-05T14:30", "")),
        (("DTSTART;TZID=Europe/Paris:20240505T143000", "DURATION:PT1H"), ("2024-05-05T14:30", "2024-05-05T15:30")),
    ],
)
def test_days_and_times(properties: tuple[str, ...], found: tuple[str, str]) -> None:
    """An end of whole days is the day before it; a time stands as it is written."""
    assert dates(calendar(*properties)) == [found]


def test_what_recurs_is_expanded() -> None:
    """Without what was taken out, and with what was moved where it was moved to."""
    moved = (
        "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20240101T000000Z\r\nSUMMARY:Moved\r\n"
        "RECURRENCE-ID;VALUE=DATE:20240519\r\nDTSTART;VALUE=DATE:20240521\r\nEND:VEVENT\r\n"
    )
    rows = calendar(
        "DTSTART;VALUE=DATE:20240505", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20240512", more=moved
    )

    assert [(row.text("title"), row.text("date")) for row in rows.rows] == [
        *(("Meeting", "2024-05-05"), ("Meeting", "2024-05-26"), ("Moved", "2024-05-21"))
    ]
    assert not rows.notes


def test_what_recurs_for_ever_is_cut_and_told() -> None:
    """By its number."""
    rows = calendar("DTSTART;VALUE=DATE:20240505", "RRULE:FREQ=DAILY")

    assert len(rows.rows) == MOST_RECURRING
    assert rows.notes == (f"a.ics, event 1: it recurs on and on: the first {MOST_RECURRING} times are read",)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SOMETIMES", "COUNT=2"])
def test_a_rule_that_cannot_be_followed(rule: str) -> None:
    """The first time is read."""
    rows = calendar("DTSTART;VALUE=DATE:20240505", f"RRULE:{rule}")

    assert ("2024-05-05", "") in dates(rows)
    assert len(rows.rows) == 1


def test_what_others_say_of_an_event() -> None:
    """Description, place, address and status."""
    [row] = calendar(
        *("DTSTART;VALUE=DATE:20240505", "DESCRIPTION:They met.\\nAgain.", "LOCATION:Rome", "STATUS:CANCELLED"),
        "URL:https://a.example/b",
    ).rows

    assert row.text("quote") == "They met.\nAgain."
    assert (row.text("places"), row.text("status"), row.text("links")) == ("Rome", "denied", "https://a.example/b")
