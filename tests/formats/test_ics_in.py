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
        (("DTSTART;VALUE=DATE:20240505", "DTSTART;VALUE=DATE:20240506"), ("2024-05-05", "")),  # the first counts
        (
            (
                *("DTSTART:20240505T143000Z", "DURATION:PT1H", "DURATION:PT2H"),
                *("RECURRENCE-ID:20240505T143000Z", "RECURRENCE-ID:20240506T143000Z"),
            ),
            ("2024-05-05T14:30", "2024-05-05T15:30"),
        ),
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


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        (("EXDATE:20240512T080000Z",), ["2024-05-05T10:00", "2024-05-19T10:00"]),
        (("RRULE:FREQ=DAILY;UNTIL=20240506T080000Z",), ["2024-05-05T10:00", "2024-05-06T10:00"]),
        (("RRULE:FREQ=DAILY;UNTIL=20240506",), ["2024-05-05T10:00", "2024-05-06T10:00"]),
        (("RRULE:FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1;COUNT=2",), ["2024-05-05T10:00", "2024-05-26T10:00"]),
    ],
)
def test_what_is_taken_out_or_ends_by_another_clock(properties: tuple[str, ...], found: list[str]) -> None:
    """Is told in the zone of the beginning; a last day is meant whole."""
    weekly = () if any("RRULE" in one for one in properties) else ("RRULE:FREQ=WEEKLY;COUNT=3",)
    rows = calendar("DTSTART;TZID=Europe/Paris:20240505T100000", *weekly, *properties)

    assert [first for first, _ in dates(rows)][: len(found)] == found


def test_a_period_lasts_as_long_as_it_says() -> None:
    """The other times as long as the first."""
    rows = calendar("DTSTART:20240505T090000", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20240601T090000/PT3H")

    assert dates(rows) == [("2024-05-05T09:00", "2024-05-05T10:00"), ("2024-06-01T09:00", "2024-06-01T12:00")]


def test_who_comes_and_what_else_is_said() -> None:
    """Names as names, what is attached as an address, the rest beside the event."""
    [row] = calendar(
        *("DTSTART:20240505T090000Z", "ORGANIZER:mailto:bo@a.example", "ATTENDEE;CN=Ann Odu:mailto:ann@a.example"),
        *("ATTACH:https://a.example/b.pdf", "CATEGORIES:Work,Case 12", "X-FOLIO:12r"),
    ).rows

    assert (row.text("actors"), row.text("links")) == ("bo@a.example; Ann Odu", "https://a.example/b.pdf")
    assert row.rest == {"X-FOLIO": "12r", "CATEGORIES": "Work; Case 12"}


def test_what_is_wrong_with_an_event_is_told_and_it_is_kept() -> None:
    """No date where there should be one, an end before its beginning, times of several zones."""
    more = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nSUMMARY:x\r\n{line}END:VEVENT\r\n"
        for number, line in enumerate(("DTSTART:2024050\r\n", "DTSTART:20240505T090000\r\nDTEND:20240504T090000\r\n"))
    )
    rows = calendar("DTSTART:20240505T090000Z", more=more)

    assert dates(rows) == [("2024-05-05T09:00", ""), ("", ""), ("2024-05-05T09:00", "")]
    assert [note.partition(": ")[0] for note in rows.notes] == ["a.ics, event 2", "a.ics, event 3", "a.ics"]
