"""Bounds, distances and trees in English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests import strategies
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.edtf import read
from timeline.chrono.expressions import (
    After,
    Ago,
    Ahead,
    Around,
    Before,
    DayOfMonth,
    Each,
    Easter,
    Either,
    EveryYear,
    Fixed,
    From,
    Last,
    Month,
    MonthDay,
    Months,
    Next,
    Nth,
    Part,
    Relative,
    Season,
    Shift,
    Span,
    This,
    TimeOfDay,
    Tree,
    UpTo,
    Weekday,
    WeekOf,
    Within,
)
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.iso import parse_earliest, parse_latest
from timeline.chrono.names import MONTHS
from timeline.chrono.reach import Reach
from timeline.chrono.words import UNKNOWN, day_words, describe, offset_words, shared_words, short, tree_words

DAY, WEEK, MONTH, YEAR, HOUR = (
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.MONTH,
    Granularity.YEAR,
    Granularity.HOUR,
)
Pair = tuple[str | None, str | None]


def _range(ends: Pair) -> Range:
    earliest, latest = ends
    return Range(
        None if earliest is None else parse_earliest(earliest), None if latest is None else parse_latest(latest)
    )


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("2025-08-19", "19 August 2025", "19 Aug 2025"),
        ("2025-04", "April 2025", "Apr 2025"),
        ("2025", "2025", "2025"),
        ("198X", "the 1980s", "1980s"),
        ("190X", "between 1900 and 1909", "1900–1909"),
        ("19XX", "between 1900 and 1999", "1900–1999"),
        ("-021X", "between 220 and 211 BCE", "220–211 BCE"),
        ("-0216", "217 BCE", "217 BCE"),
        ("-0216-06-22", "22 June 217 BCE", "22 Jun 217 BCE"),
        ("0079-08-24", "24 August 79 CE", "24 Aug 79 CE"),
        ("[-0004..0003]", "between 5 BCE and 3 CE", "5 BCE – 3 CE"),
        ("2025-21", "between March and May 2025", "Mar–May 2025"),
        ("[2014..2025]", "between 2014 and 2025", "2014–2025"),
        ("[2025-08-15..2025-08-19]", "between 15 and 19 August 2025", "15–19 Aug 2025"),
        ("[2025-08-12..2025-12-30]", "between 12 August and 30 December 2025", "12 Aug – 30 Dec 2025"),
        ("[2025-01-01..2025-08-20]", "between 1 January and 20 August 2025", "1 Jan – 20 Aug 2025"),
        ("[2024-12-20..2025-01-05]", "between 20 December 2024 and 5 January 2025", "20 Dec 2024 – 5 Jan 2025"),
        ("[2025-08-19..2025-08-20]", "19 or 20 August 2025", "19–20 Aug 2025"),
        ("[..2024-11-05]", "by 5 November 2024", "by 5 Nov 2024"),
        ("[2025-08-20..]", "from 20 August 2025 on", "after 20 Aug 2025"),
        ("2025-08-19T14:30", "19 August 2025, 14:30", "19 Aug 2025, 14:30"),
        ("2025-08-19T14", "19 August 2025, between 14:00 and 15:00", "19 Aug 2025"),
        ("XXXX-02-29", UNKNOWN, ""),
        ("2025-03/2025-06", "from March to June 2025", "Mar–Jun 2025"),
        ("2024-11/2025-02", "from November 2024 to February 2025", "Nov 2024 – Feb 2025"),
        ("1914/1918", "1914 to 1918", "1914–1918"),
        ("-0219/-0200", "220 to 201 BCE", "220–201 BCE"),
        ("2025-02-14/2025-02-16", "14 to 16 February 2025", "14–16 Feb 2025"),
        ("2025-02-14/2025-03-16", "14 February to 16 March 2025", "14 Feb – 16 Mar 2025"),
        ("2024-12-28/2025-01-03", "28 December 2024 to 3 January 2025", "28 Dec 2024 – 3 Jan 2025"),
        ("2025-03-03/2025-06", "from 3 March 2025 to June 2025", "3 Mar – 30 Jun 2025"),
        ("2025-03/2026", "from March 2025 to 2026", "Mar 2025 – Dec 2026"),
        ("2025-03/..", "from March 2025 on", "from Mar 2025"),
        ("2025-08-19/..", "from 19 August 2025 on", "from 19 Aug 2025"),
        ("../2025-03", "until March 2025", "by 31 Mar 2025"),
        ("2025-03/2025-03", "March 2025", "Mar 2025"),
        ("../..", UNKNOWN, ""),
    ],
)
def test_bounds_in_words_and_on_labels(text: str, words: str, label: str) -> None:
    """The table: what EDTF says, a reader is told in words, and a label tells shortly."""
    assert describe(*read(text)) == words
    assert short(*read(text)) == label


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ((None, "2025-08-20"), (None, None), "begun by 20 August 2025"),
        (("2025-08-20", None), (None, None), "from 20 August 2025 on"),
        ((None, None), (None, "2025-08-20"), "by 20 August 2025"),
        ((None, None), ("2025-08-20", None), "until at least 20 August 2025"),
        (("2025-03-01", "2025-03-31"), ("2025-08-20", None), "from March 2025 until at least 20 August 2025"),
        ((None, "2025-03-03"), ("2025-06-01", None), "begun by 3 March 2025, going on until at least 1 June 2025"),
        (("2025-03-03", "2025-03-03"), (None, "2025-08-20"), "begun on 3 March 2025, ended by 20 August 2025"),
        ((None, "2025-03-03"), (None, "2025-08-20"), "begun by 3 March 2025, ended by 20 August 2025"),
        ((None, "2025-03-03"), ("2025-06-01", "2025-06-30"), "begun by 3 March 2025, ended in June 2025"),
        (
            ("2025-08-12", "2025-08-15"),
            ("2025-08-12", "2025-12-30"),
            "begun between 12 and 15 August 2025, ended by 30 December 2025",
        ),
        (
            ("2025-08-12", "2025-08-15"),
            ("2025-12-12", "2025-12-30"),
            "begun between 12 and 15 August 2025, ended between 12 and 30 December 2025",
        ),
        (("2025-08-12", "2025-08-15"), (None, None), "begun between 12 and 15 August 2025"),
    ],
)
def test_stretches_with_uncertain_ends(begin: Pair, end: Pair, words: str) -> None:
    """Each end says what is known of it, and nothing that follows from the other."""
    assert describe(Bounds(_range(begin), _range(end)), "span") == words


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[2025-08-19..2025-08-20]", "19–20 Aug"),
        ("[2025-02-28..]", "after 28 Feb"),
        ("[2024-12-20..2025-01-05]", "20 Dec 2024 – 5 Jan 2025"),
        ("2025-08-19T14:30", "19 Aug, 14:30"),
    ],
)
def test_labels_where_the_axis_has_the_years(text: str, label: str) -> None:
    """The year is left out where both ends share it."""
    assert short(*read(text), years=False) == label


def test_a_label_of_a_stretch_whose_begin_nobody_knows() -> None:
    """A stretch that still went on on a day; an event of one day lies from there on."""
    bounds = Bounds(Range(), _range(("2025-08-20", None)))
    assert short(bounds, "span") == "until at least 20 Aug 2025"
    assert short(bounds, "day") == "after 20 Aug 2025"
    assert short(Bounds(_range((None, "2025-08-20"))), "span") == "begun by 20 Aug 2025"


def test_what_is_usual_is_marked() -> None:
    """A tilde stands before what is usual and not stated; not before what nobody knows."""
    assert describe(*read("[2025-08-19..2025-08-20]"), usual=True) == "~ 19 or 20 August 2025"
    assert describe(Bounds(), "day", usual=True) == UNKNOWN


def test_what_cannot_be_one_day_is_told_as_a_stretch() -> None:
    """A war taken for an event of one day keeps both its years."""
    assert describe(read("1914/1918")[0], "day") == "1914 to 1918"
    assert short(read("1914/1918")[0], "day") == "1914–1918"


_NAMED_DAY = re.compile(rf"(\d+) ({'|'.join(MONTHS)}) (\d+)( BCE| CE)?")


@given(strategies.bounds(strategies.day_ranges(strategies.days)), strategies.kinds)
def test_every_day_named_is_a_bound(bounds: Bounds, kind: str) -> None:
    """Words name no day but the days of the bounds, so they are never more precise."""
    known = bounds.ordered
    moments = (known.begin.earliest, known.begin.latest, known.end.earliest, known.end.latest)
    allowed = {day_words(moment // 1440) for moment in moments if moment is not None}
    for found in _NAMED_DAY.finditer(describe(bounds, kind)):
        # Beside a day before year 1, one since has its era, too.
        assert found[0] in allowed or found[0].removesuffix(" CE") in allowed


@given(strategies.bounds(), strategies.kinds)
def test_words_for_anything(bounds: Bounds, kind: str) -> None:
    """Any bounds have words, unknown only where nothing is known; a label may be empty only then."""
    words = describe(bounds, kind)
    assert words
    assert "None" not in words + short(bounds, kind)
    assert (words == UNKNOWN) == bounds.open == (short(bounds, kind) == "")


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (-6, 0, "within 6 days before publication"),
        (0, 6, "within 6 days after publication"),
        (0, 0, "the day of publication"),
        (-1, -1, "the day before publication"),
        (1, 1, "the day after publication"),
        (-1, 0, "the day of publication or the day before"),
        (0, 1, "the day of publication or the day after"),
        (-3, -3, "3 days before publication"),
        (-13, -7, "7 to 13 days before publication"),
        (1, 7, "1 to 7 days after publication"),
        (-3, 4, "between 3 days before and 4 days after publication"),
        (-1, 1, "between 1 day before and 1 day after publication"),
        (None, 0, "by the day of publication"),
        (0, None, "from the day of publication on"),
        (None, -3, "at least 3 days before publication"),
        (None, 4, "at most 4 days after publication"),
        (3, None, "at least 3 days after publication"),
        (-3, None, "at most 3 days before publication"),
        (None, None, UNKNOWN),
    ],
)
def test_distances_from_publication(least: int | None, most: int | None, words: str) -> None:
    """Whole days from a publication day that nobody knows."""
    assert offset_words(Reach((least, most), (least, most))) == words


def test_distances_of_a_stretch() -> None:
    """Begin and end are told apart where they differ."""
    assert offset_words(Reach((-6, 0), (0, None)), "the vote") == (
        "begun within 6 days before the vote, ended from the day of the vote on"
    )
    assert offset_words(Reach((-6, 0), (None, None))) == "begun within 6 days before publication"


_MAY = Last(Month(5))
_NOVEMBER = Within(Month(11), This(YEAR))


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (Last(Weekday(1)), "the Tuesday before publication"),
        (Next(Weekday(1)), "the Tuesday after publication"),
        (Last(Weekday(1), 1), "the second Tuesday before publication"),
        (Last(Month(4)), "the last April before publication"),
        (Next(MonthDay(5, 5)), "the next 5 May after publication"),
        (Last(Season(4)), "the last winter before publication"),
        (Last(DayOfMonth(3)), "the last 3rd before publication"),
        (Last(Months(10, 3)), "the last October to December before publication"),
        (Last(Months(10, 12)), "the last year from October before publication"),
        (Last(EveryYear(Easter(-2))), "the last Good Friday before publication"),
        (Next(EveryYear(Easter(orthodox=True))), "the next Orthodox Easter Sunday after publication"),
        (
            Last(EveryYear(Nth(4, Weekday(3), _NOVEMBER))),
            "the last fourth Thursday of November before publication",
        ),
        (This(DAY), "the day of publication"),
        (Shift(DAY, -1), "the day before publication"),
        (Shift(WEEK, 0), "the week of publication"),
        (Shift(YEAR, 1), "the year after publication"),
        (Shift(Granularity.CENTURY, -2), "two centuries before publication"),
        (Ago(3, WEEK), "three weeks before publication"),
        (Ago(1, WEEK), "a week before publication"),
        (Ago(1, HOUR), "an hour before publication"),
        (Ago(1, DAY), "the day before publication"),
        (Ahead(13, DAY), "13 days after publication"),
        (Within(Weekday(1), Shift(WEEK, -1)), "Tuesday of the week before publication"),
        (Nth(3, Weekday(0), _MAY), "the third Monday of the last May before publication"),
        (Nth(-1, Each(WEEK), _MAY), "the last week of the last May before publication"),
        (WeekOf(1, _MAY), "the first week of the last May before publication"),
        (UpTo(This(YEAR)), "earlier in the year of publication"),
        (From(This(MONTH)), "later in the month of publication"),
        (Span(Shift(DAY, -3), This(DAY)), "from three days before publication to the day of publication"),
        (
            Relative(Last(Weekday(4)), Next(MonthDay(12, 25))),
            "the Friday before the next 25 December after publication",
        ),
        (Before(This(DAY)), "before the day of publication"),
        (After(This(DAY)), "after the day of publication"),
        (TimeOfDay(This(DAY), 870, 871), "the day of publication, 14:30"),
        (TimeOfDay(This(DAY), 1200, 1800), "the day of publication, between 20:00 and 06:00"),
        (Easter(1), "Easter Monday of the year of publication"),
        (Around(Ago(2, YEAR), YEAR), "about two years before publication"),
        (Part(This(YEAR), "end", YEAR), "the end of the year of publication"),
        (Either(Last(Month(3)), _MAY), "the last March before publication or the last May before publication"),
        (Fixed(Interval.days(739_482, 739_482)), "19 August 2025"),
        (Last(EveryYear(Easter(3))), None),
        (Span(This(DAY), Last(EveryYear(Easter(3)))), None),
    ],
)
def test_trees_by_their_anchor(tree: Tree, words: str | None) -> None:
    """What hangs on an unknown day is worded by it; None where English has no short phrase."""
    assert tree_words(tree) == words


def test_an_anchor_may_be_an_event() -> None:
    """The anchor is named by the caller."""
    assert tree_words(Ago(3, WEEK), "the verdict") == "three weeks before the verdict"


@given(strategies.trees)
def test_trees_have_words_or_none(tree: Tree) -> None:
    """No tree makes wording fail, and no phrase has a hole."""
    for words in (tree_words(tree), shared_words(tree)):
        assert words is None or ("None" not in words and "{" not in words)


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (Last(Weekday(1)), "one Tuesday"),
        (Within(Month(4), This(YEAR)), "one April"),
        (Shift(DAY, -1), "one day"),
        (UpTo(This(YEAR)), "one year"),
        (Ago(2, WEEK), "one week"),
        (Before(This(DAY)), None),
    ],
)
def test_what_events_of_one_unknown_time_share(tree: Tree, words: str | None) -> None:
    """The words beside a bracket."""
    assert shared_words(tree) == words
