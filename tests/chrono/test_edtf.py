"""EDTF in and out."""

from __future__ import annotations

import math
from typing import Any

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.bounds import Bounds, Range, day_window
from timeline.chrono.calendar import civil, day_number, day_of, last_of, start_of
from timeline.chrono.edtf import read, write
from timeline.chrono.iso import iso_year, parse_earliest, parse_latest
from timeline.errors import DateError

years = st.integers(-9999, 9999).map(iso_year)
_months = st.tuples(years, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02d}")
_days = strategies.days.map(civil).map(lambda day: f"{iso_year(day.year)}-{day.month:02d}-{day.day:02d}")
_seasons = st.tuples(years, st.integers(21, 41)).map(lambda parts: f"{parts[0]}-{parts[1]}")
_decades = st.integers(0, 999).map(lambda decade: f"{decade:03d}X") | st.integers(1, 999).map(
    lambda one: f"-{one:03d}X"
)
_masks = st.sampled_from(["19XX", "156X-12-25", "15XX-12-XX", "1984-1X", "2004-06-XX", "2004-XX-31", "1XXX-02"])
_marked = st.tuples(years | _months | _days | _decades, st.sampled_from(["", "?", "~", "%"])).map("".join)
dates = st.one_of(years, _months, _days, _seasons, _decades, _masks, _marked)
ends = dates | st.sampled_from(["", ".."])
expressions = st.one_of(
    dates,
    st.tuples(ends, ends).map("/".join),
    st.lists(dates, min_size=1, max_size=3).map(lambda parts: f"[{','.join(parts)}]"),
    st.lists(dates, min_size=1, max_size=3).map(lambda parts: f"{{{','.join(parts)}}}"),
    st.tuples(ends, ends).map(lambda parts: f"[{parts[0].strip('.')}..{parts[1].strip('.')}]"),
)


@given(strategies.bounds(strategies.day_ranges(strategies.days)))
def test_a_day_is_read_back_as_it_was_written(found: Bounds) -> None:
    """Whatever is known of one day, to the day, comes back the same."""
    window = day_window(found)
    text = write(found, "day")
    if window.open:
        assert text is None
    elif not window.empty:
        assert read(text or "") == (Bounds.within(window), "day")


@given(strategies.moments)
def test_a_moment_is_read_back_as_it_was_written(moment: int) -> None:
    """A clock time is exact to the minute."""
    found = Bounds.within(Range(moment, moment))
    assert read(write(found, "day") or "") == (found, "day")


@given(strategies.bounds(), strategies.kinds)
def test_what_is_written_includes_the_bounds(found: Bounds, kind: str) -> None:
    """Where EDTF is coarser than the bounds, nothing that they allow is excluded."""
    text = write(found, kind)
    if text is not None:
        again, same = read(text)
        assert same == (kind if not day_window(found).empty else "span")
        assert again.contains(Bounds.within(day_window(found)) if same == "day" else found.ordered)


@given(expressions)
def test_an_expression_is_refused_or_read_and_written_without_loss(text: str) -> None:
    """What was read and written is read again as the same or, for an uncertain end of a stretch, as something wider."""
    try:
        found, kind = read(text)
    except DateError:
        return
    again = write(found, kind)
    if again is None:
        return
    if kind == "day":
        assert read(again) == (found, kind)
    else:
        assert read(again)[0].contains(found)
        assert write(*read(again)) == again


@given(*[years | _months | _days | _decades] * 2)
def test_a_stretch_from_unit_to_unit_is_read_back_exactly(first: str, last: str) -> None:
    """Days, months, years and decades as ends of a stretch lose nothing."""
    try:
        found = read(f"{first}/{last}")
    except DateError:
        return
    text = write(*found)
    assert text is not None
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-08-19", "2025-08-19", "2025-08-19"),
        ("2025-04", "2025-04-01", "2025-04-30"),
        ("1941", "1941-01-01", "1941-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0216-06", "-0216-06-01", "-0216-06-30"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("-021X", "-0219-01-01", "-0210-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("2025-0X-31", "2025-01-31", "2025-08-31"),
        ("2023-02-XX", "2023-02-01", "2023-02-28"),
        ("XXXX-02-29", None, None),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2024-12-01", "2026-02-28"),
        ("2025-29", "2025-09-01", "2025-11-30"),
        ("2025-31", "2025-03-01", "2025-05-31"),
        ("2025-34", "2025-04-01", "2025-06-30"),
        ("2025-39", "2025-09-01", "2025-12-31"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-08-19T14:30:15", "2025-08-19T14:30", "2025-08-19T14:30"),
        ("2025-08-19T14:30:15Z", "2025-08-19T14:30", "2025-08-19T14:30"),
        ("2025-08-19T14:30:15+02:00", "2025-08-19T14:30", "2025-08-19T14:30"),
        ("2025-08-19T14:30", "2025-08-19T14:30", "2025-08-19T14:30"),
        ("2025-08-19T14", "2025-08-19T14:00", "2025-08-19T14:59"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("1984~", "1982-01-01", "1986-12-31"),
        ("2024-11~", "2024-10-01", "2024-12-31"),
        ("2024-11-03%", "2024-10-31", "2024-11-06"),
        ("2004-06~-11", "2004-05-11", "2004-07-11"),
        ("2004-06-~11", "2004-06-08", "2004-06-14"),
        ("2004?-06-11", "2004-06-11", "2004-06-11"),
        ("Y-3100", "-3100-01-01", "-3100-12-31"),
        ("Y17E2", "1700-01-01", "1700-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("9999~", "9997-01-01", None),
        ("[2025-08-15..2025-08-19]", "2025-08-15", "2025-08-19"),
        ("[1667,1668-12,1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..2024-11-05]", None, "2024-11-05"),
        ("[2024-11-05..]", "2024-11-05", None),
        ("[2025-01, ..2024]", None, "2025-01-31"),
    ],
)
def test_one_day_of_these(text: str, earliest: str | None, latest: str | None) -> None:
    """Every form of a date that stands for one unknown day of a range."""
    found = Range(
        None if earliest is None else parse_earliest(earliest), None if latest is None else parse_latest(latest)
    )
    assert read(text) == (Bounds.within(found), "day")


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2025-03/2025-06", ("2025-03-01", "2025-03-31"), ("2025-06-01", "2025-06-30")),
        ("1914/1918", ("1914-01-01", "1914-12-31"), ("1918-01-01", "1918-12-31")),
        ("2025-03/..", ("2025-03-01", "2025-03-31"), ("2025-03-01", None)),
        ("2025-03/", ("2025-03-01", "2025-03-31"), ("2025-03-01", None)),
        ("../2025-03", (None, "2025-03-31"), ("2025-03-01", "2025-03-31")),
        ("/2025-03", (None, "2025-03-31"), ("2025-03-01", "2025-03-31")),
        ("../..", (None, None), (None, None)),
        ("2025/2025-03", ("2025-01-01", "2025-03-31"), ("2025-03-01", "2025-03-31")),
        ("1984~/2004-06", ("1982-01-01", "1986-12-31"), ("2004-06-01", "2004-06-30")),
        ("2004-06-XX/2004-07-03", ("2004-06-01", "2004-06-30"), ("2004-07-03", "2004-07-03")),
        ("{1960,1961-12}", ("1960-01-01", "1960-12-31"), ("1961-12-01", "1961-12-31")),
        ("{1961-12,1960}", ("1960-01-01", "1960-12-31"), ("1961-12-01", "1961-12-31")),
        ("{..1984}", (None, "1984-12-31"), ("1984-01-01", "1984-12-31")),
        ("{1667..1672}", ("1667-01-01", "1667-12-31"), ("1672-01-01", "1672-12-31")),
    ],
)
def test_stretches(text: str, begin: tuple[str | None, str | None], end: tuple[str | None, str | None]) -> None:
    """An interval, or a set all of whose members are meant, is a stretch with a begin and an end."""
    found, kind = read(text)
    assert kind == "span"
    assert found.as_dict() == {
        "begin": dict(zip(("earliest", "latest"), begin, strict=True)),
        "end": dict(zip(("earliest", "latest"), end, strict=True)),
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-02-30", "no day of the calendar"),
        ("2023-02-29", "no day of the calendar"),
        ("2025-13", "no day of the calendar"),
        ("2025-42", "no day of the calendar"),
        ("-0000", "written 0000"),
        ("-0000-01-01T10:00", "written 0000"),
        ("2025-08-19T24:00", "no time of day"),
        ("2025-08-19T10:61", "no time of day"),
        ("2025-02-30T10:00", "no day of the calendar"),
        ("Y170000002", "lies outside"),
        ("Y-17E7", "lies outside"),
        ("Y1E99", "lies outside"),
        ("1950S0", "significant"),
        ("2025/2024", "ends before it begins"),
        ("[2025..2024]", "ends before it begins"),
        ("2024/2025/2026", "one begin and one end"),
        ("/", "one begin and one end"),
        ("[]", "no date"),
        ("[..]", "no member"),
        ("", "no date"),
        ("19 August 2025", "no date"),
        ("2025-8-19", "no date"),
        ("٢٠٢٥", "no date"),
        ("[2025", "no date"),
        ("2025-08-19\n2025", "no date"),
        ("1" * 10_000, "too long"),
        ("[" * 400, "no date"),
    ],
)
def test_what_is_no_edtf_is_refused_in_one_sentence(text: str, why: str) -> None:
    """The message shows the text, says why, and how a date is written."""
    with pytest.raises(DateError, match=why) as caught:
        read(text)
    message = str(caught.value)
    assert "write a day as" in message
    assert "\n" not in message
    assert len(message) < 300


@given(st.text(max_size=30) | st.text("0123456789-/.[]{},?~%XTEYS:Z", max_size=30))
def test_no_text_does_worse_than_being_refused(text: str) -> None:
    """Any text is read or refused with DateError."""
    try:
        found, _ = read(text)
    except DateError:
        return
    assert not found.empty


@pytest.mark.parametrize(
    ("bounds", "kind", "text"),
    [
        (Bounds(), "day", None),
        (Bounds(), "span", None),
        (read("../..")[0], "span", None),
        (Bounds.within(Range(5, 4)), "day", None),
        (read("2025-01-01/2025-01-01")[0], "span", "2025-01-01/2025-01-01"),
        (read("2025-03/2025-05")[0], "span", "2025-03/2025-05"),
        (read("2025-21")[0], "day", "2025-21"),
        (read("[2024-12-01..2025-02-28]")[0], "day", "[2024-12-01..2025-02-28]"),
        (read("[2025-01-01..2025-08-20]")[0], "day", "[2025-01-01..2025-08-20]"),
        (read("2025-08-19T14")[0], "day", "2025-08-19"),
        (read("000X")[0], "day", "000X"),
        (read("[-0009..0000]")[0], "day", "[-0009-01-01..0000-12-31]"),
        (read("1914/1918")[0], "day", "1914/1918"),
        (Bounds(read("2025-03")[0].begin, read("[2025-08-20..]")[0].end), "span", "2025-03/.."),
        (Bounds(read("[2025-08-12..2025-08-15]")[0].begin, Range()), "span", "2025-08/.."),
        (Bounds(read("[2019-12-30..2020-01-02]")[0].begin, Range()), "span", None),
        (Bounds(read("19XX")[0].begin, Range()), "span", "19XX/.."),
        (Bounds(Range(None, last_of(day_number(2025, 8, 20))), Range()), "span", None),
    ],
)
def test_what_is_written(bounds: Bounds, kind: str, text: str | None) -> None:
    """The tightest expression there is; None where the bounds are open, empty or beyond EDTF."""
    assert write(bounds, kind) == text


def test_begin_and_end_of_one_day_bound_each_other() -> None:
    """An event of one day that begins from the 5th on and ends by the 9th is one of these days."""
    begin = Range(start_of(day_number(2025, 8, 5)), None)
    end = Range(None, last_of(day_number(2025, 8, 9)))
    assert write(Bounds(begin, end), "day") == "[2025-08-05..2025-08-09]"


# --- the oracle: another reader of EDTF ----------------------------------------------------------


def _ends(found: Any) -> tuple[str, str]:
    def day(moment: Any) -> str:
        return f"{iso_year(moment.tm_year)}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"

    return day(found.lower_strict()), day(found.upper_strict())


@given(st.one_of(years, _months, _days, _decades))
def test_another_reader_agrees_on_dates(text: str) -> None:
    """First and last day of dates and decades are those that the package `edtf` gives."""
    window = read(text)[0].window
    assert _ends(oracle.parse_edtf(text)) == (window.as_dict()["earliest"], window.as_dict()["latest"])


@pytest.mark.parametrize("text", ["156X-12-25", "15XX-12-XX", "1984?", "2004-06-11?", "2025-21", "2025-22", "2025-23"])
def test_another_reader_agrees_on_masks_and_seasons(text: str) -> None:
    """First and last day of masks, doubted dates and seasons are those that the package `edtf` gives."""
    window = read(text)[0].window
    assert _ends(oracle.parse_edtf(text)) == (window.as_dict()["earliest"], window.as_dict()["latest"])


@given(strategies.bounds(), strategies.kinds)
def test_another_reader_accepts_what_is_written(found: Bounds, kind: str) -> None:
    """
    What is written is EDTF to the package `edtf`, and its outermost days are the same.

    But for a decade with an open end (198X/..): level 2 has masks in intervals, the package only beside another date.
    """
    text = write(found, kind)
    if text is None or ("X" in text and ".." in text):
        return
    parsed = oracle.parse_edtf(text)
    window = read(text)[0].window
    for mine, other in ((window.earliest, parsed.lower_strict()), (window.latest, parsed.upper_strict())):
        if isinstance(other, float) or mine is None:
            assert mine is None
            assert math.isinf(other)
        else:
            assert civil(day_of(mine)) == (other.tm_year, other.tm_mon, other.tm_mday)
