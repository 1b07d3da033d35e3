"""Expression trees: the laws that let a bounded anchor give bounds, and what each tree means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import FIRST_MOMENT, LAST_MOMENT, day_number, last_of, start_of
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
    Fixed,
    From,
    Last,
    Month,
    MonthDay,
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
    resolve,
)
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.iso import iso_earliest, iso_latest, parse_earliest, parse_latest

DAY, WEEK, MONTH, YEAR = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR
HOUR, DECADE, CENTURY = Granularity.HOUR, Granularity.DECADE, Granularity.CENTURY
# A Wednesday, the day the article of the examples was published.
WEDNESDAY = Range(start_of(day_number(2025, 8, 20)), last_of(day_number(2025, 8, 20)))

either_moment = strategies.recent_moments | strategies.moments


@given(strategies.trees, either_moment, either_moment)
def test_a_later_anchor_never_gives_an_earlier_time(tree: Tree, one: int, other: int) -> None:
    """Every tree is monotone, in its start and in its end."""
    early, late = tree.at(min(one, other)), tree.at(max(one, other))
    if early is not None and late is not None:
        assert early.start <= late.start
        assert early.end <= late.end


@given(strategies.trees, strategies.recent_moments, st.integers(0, 200_000))
def test_neighbouring_anchors_keep_their_order(tree: Tree, moment: int, minutes: int) -> None:
    """Every tree is monotone from one day or month to the next, too, where its steps are."""
    early, late = tree.at(moment), tree.at(moment + minutes)
    if early is not None and late is not None:
        assert early.start <= late.start
        assert early.end <= late.end


@given(strategies.trees, strategies.known_ranges(either_moment), st.data())
def test_resolving_is_sound(tree: Tree, anchor: Range, data: st.DataObject) -> None:
    """For any true anchor in the range, the result lies inside the bounds, whichever sides of the range are known."""
    true = data.draw(st.integers(anchor.earliest, anchor.latest))
    found = tree.at(true)
    if found is None:
        return
    exact = Bounds(Range(found.start, found.start), Range(found.end - 1, found.end - 1))
    for known in (anchor, Range(anchor.earliest, None), Range(None, anchor.latest), Range()):
        assert resolve(tree, known).contains(exact)


@given(strategies.trees, strategies.known_ranges(strategies.recent_moments), st.data())
def test_knowing_more_never_widens(tree: Tree, anchor: Range, data: st.DataObject) -> None:
    """A narrower anchor gives bounds inside those of a wider one, where both are known."""
    inner = Range(*sorted(data.draw(st.tuples(*[st.integers(anchor.earliest, anchor.latest)] * 2))))
    wide, narrow = resolve(tree, anchor), resolve(tree, inner)
    for outer, found in ((wide.begin, narrow.begin), (wide.end, narrow.end)):
        if found.known:
            assert outer.contains(found)


@given(strategies.trees, st.sampled_from([FIRST_MOMENT, LAST_MOMENT]), st.integers(0, 3_000_000))
@settings(max_examples=300)
def test_near_the_ends_of_the_calendar_there_is_an_answer_inside_it_or_none(tree: Tree, end: int, away: int) -> None:
    """No anchor raises, and no result leaves the calendar."""
    found = tree.at(end + away if end == FIRST_MOMENT else end - away)
    assert found is None or found.in_calendar


@given(strategies.trees)
def test_trees_are_values(tree: Tree) -> None:
    """Trees are hashable and equal to themselves, and know an anchor protocol."""
    assert isinstance(tree, Tree)
    assert hash(tree) == hash(tree)


def _fixed(first: str, last: str) -> Fixed:
    return Fixed(Interval(parse_earliest(first), parse_latest(last) + 1))


_MAY = _fixed("2025-05-01", "2025-05-31")
_CHRISTMAS = Last(MonthDay(12, 25))


@pytest.mark.parametrize(
    ("phrase", "tree", "first", "last"),
    [
        ("today", This(DAY), "2025-08-20", "2025-08-20"),
        ("yesterday", Shift(DAY, -1), "2025-08-19", "2025-08-19"),
        ("last week", Shift(WEEK, -1), "2025-08-11", "2025-08-17"),
        ("next year", Shift(YEAR, 1), "2026-01-01", "2026-12-31"),
        ("the 2020s", This(DECADE), "2020-01-01", "2029-12-31"),
        ("on Tuesday (said)", Last(Weekday(1)), "2025-08-19", "2025-08-19"),
        ("on Wednesday (said)", Last(Weekday(2)), "2025-08-20", "2025-08-20"),
        ("on Tuesday (will)", Next(Weekday(1)), "2025-08-26", "2025-08-26"),
        ("in April (visited)", Last(Month(4)), "2025-04-01", "2025-04-30"),
        ("in August (visited)", Last(Month(8)), "2025-08-01", "2025-08-31"),
        ("in April (will)", Next(Month(4)), "2026-04-01", "2026-04-30"),
        ("the winter before last", Last(Season(4), 1), "2023-12-01", "2024-02-29"),
        ("on the 28th (said)", Last(DayOfMonth(28)), "2025-07-28", "2025-07-28"),
        ("the 28th of that month", Within(DayOfMonth(28), _MAY), "2025-05-28", "2025-05-28"),
        ("Tuesday of last week", Within(Weekday(1), Shift(WEEK, -1)), "2025-08-12", "2025-08-12"),
        ("the third Monday of May", Nth(3, Weekday(0), _MAY), "2025-05-19", "2025-05-19"),
        ("the last Friday of May", Nth(-1, Weekday(4), _MAY), "2025-05-30", "2025-05-30"),
        ("the last but one Friday", Nth(-2, Weekday(4), _MAY), "2025-05-23", "2025-05-23"),
        ("the second month of this year", Nth(2, Each(MONTH), This(YEAR)), "2025-02-01", "2025-02-28"),
        ("the first week of May", WeekOf(1, _MAY), "2025-05-01", "2025-05-11"),
        ("the last week of May", WeekOf(-1, _MAY), "2025-05-19", "2025-05-31"),
        ("earlier this year", UpTo(This(YEAR)), "2025-01-01", "2025-08-20"),
        ("later this month", From(This(MONTH)), "2025-08-20", "2025-08-31"),
        ("from 14 February to June", Span(Last(MonthDay(2, 14)), Last(Month(6))), "2025-02-14", "2025-06-30"),
        ("the Friday before Christmas", Relative(Last(Weekday(4)), _CHRISTMAS), "2024-12-20", "2024-12-20"),
        ("on Tuesday at 2.30 pm", TimeOfDay(Last(Weekday(1)), 870, 871), "2025-08-19T14:30", "2025-08-19T14:30"),
        ("on Tuesday night", TimeOfDay(Last(Weekday(1)), 1200, 1800), "2025-08-19T20:00", "2025-08-20T05:59"),
        ("Easter of this year", Easter(), "2025-04-20", "2025-04-20"),
        ("three days ago", Ago(3, DAY), "2025-08-17", "2025-08-17"),
        ("three weeks ago", Ago(3, WEEK), "2025-07-27", "2025-08-02"),
        ("in three weeks", Ahead(3, WEEK), "2025-09-07", "2025-09-13"),
        ("three months ago", Ago(3, MONTH), "2025-05-01", "2025-06-04"),
        ("two years ago", Ago(2, YEAR), "2023-01-01", "2024-02-19"),
        ("about 15 August", Around(Last(MonthDay(8, 15)), DAY), "2025-08-12", "2025-08-18"),
        ("around May", Around(_MAY, MONTH), "2025-04-01", "2025-06-30"),
        ("around 2010", Around(_fixed("2010-01-01", "2010-12-31"), YEAR), "2008-01-01", "2012-12-31"),
        ("nearly a week ago", Around(Ago(1, WEEK), WEEK, "later"), "2025-08-10", "2025-08-23"),
        ("early May", Part(_MAY, "early", MONTH), "2025-05-01", "2025-05-12"),
        ("mid-2025", Part(This(YEAR), "mid", YEAR), "2025-04-01", "2025-09-30"),
        ("the end of 2025", Part(This(YEAR), "end", YEAR), "2025-10-01", "2025-12-31"),
        ("mid-May", Part(_MAY, "mid", MONTH), "2025-05-10", "2025-05-22"),
        ("early 2025", Part(This(YEAR), "early", YEAR), "2025-01-01", "2025-05-31"),
        ("the start of 2025", Part(This(YEAR), "start", YEAR), "2025-01-01", "2025-03-31"),
        ("the first half of 2025", Part(This(YEAR), "first half", YEAR), "2025-01-01", "2025-06-30"),
        ("the second half of 2025", Part(This(YEAR), "second half", YEAR), "2025-07-01", "2025-12-31"),
        ("the end of last week", Part(Shift(WEEK, -1), "end", WEEK), "2025-08-14", "2025-08-17"),
        ("the mid-2020s", Part(This(DECADE), "mid", DECADE), "2023-01-01", "2026-12-31"),
        ("the late 2020s", Part(This(DECADE), "late", DECADE), "2026-01-01", "2029-12-31"),
        ("the first half of the century", Part(This(CENTURY), "first half", CENTURY), "2000-01-01", "2049-12-31"),
        ("the early 2020s", Part(This(DECADE), "early", DECADE), "2020-01-01", "2023-12-31"),
        (
            "03/04/2025",
            Either(_fixed("2025-03-04", "2025-03-04"), _fixed("2025-04-03", "2025-04-03")),
            "2025-03-04",
            "2025-04-03",
        ),
    ],
)
def test_what_phrases_mean_on_20_august_2025(phrase: str, tree: Tree, first: str, last: str) -> None:
    """The table of meanings, with the publication day known."""
    found = resolve(tree, WEDNESDAY)
    assert (iso_earliest(found.begin.earliest or 0), iso_latest(found.end.latest or 0)) == (first, last), phrase


@pytest.mark.parametrize(
    ("tree", "first", "last"),
    [(Before(This(DAY)), None, "2025-08-20"), (After(Shift(DAY, 1)), "2025-08-21", None)],
)
def test_before_and_after_are_open_on_their_side(tree: Tree, first: str | None, last: str | None) -> None:
    """The day itself stays possible; the other side has no bound, not the calendar's."""
    assert resolve(tree, WEDNESDAY).window.as_dict() == {"earliest": first, "latest": last}


def test_a_bounded_anchor_gives_bounds_not_a_guess() -> None:
    """An article from between 15 August and 31 December 2025: its Tuesday is one of several."""
    anchor = Range(start_of(day_number(2025, 8, 15)), last_of(day_number(2025, 12, 31)))
    found = resolve(Last(Weekday(1)), anchor)
    assert found.window.as_dict() == {"earliest": "2025-08-12", "latest": "2025-12-30"}
    assert resolve(Last(Month(4)), anchor).window.as_dict() == {"earliest": "2025-04-01", "latest": "2025-04-30"}


def test_an_open_anchor_leaves_open_what_hangs_on_it() -> None:
    """Of a known year and an unknown day, the year's start is known; of "yesterday", nothing."""
    assert resolve(Shift(DAY, -1), Range()).open
    assert resolve(UpTo(_MAY), Range()).window.as_dict() == {"earliest": "2025-05-01", "latest": "2025-05-31"}
    since = resolve(Span(_MAY, This(DAY)), Range())
    assert since.begin.as_dict()["earliest"] == "2025-05-01"
    assert since.end.open
    assert resolve(_MAY, Range()) == resolve(_MAY, WEDNESDAY)


def test_hours_ago_on_an_unknown_hour_of_a_day() -> None:
    """Three hours before some moment of a day may be the evening before."""
    found = resolve(Ago(3, HOUR), WEDNESDAY)
    assert found.window.as_dict() == {"earliest": "2025-08-19T20:30", "latest": "2025-08-20T21:29"}


@pytest.mark.parametrize(
    "tree",
    [Nth(6, Weekday(0), _MAY), Nth(0, Weekday(0), _MAY), Within(MonthDay(2, 29), This(YEAR)), Last(MonthDay(2, 30))],
)
def test_a_time_that_is_not_there_is_none(tree: Tree) -> None:
    """A sixth Monday, a 29 February of 2025: no time is named, and nothing is bounded."""
    assert tree.at(WEDNESDAY.earliest or 0) is None
    assert resolve(tree, WEDNESDAY).open


@pytest.mark.parametrize(
    ("build", "values"),
    [
        (TimeOfDay, (_MAY, 5, 5)),
        (TimeOfDay, (_MAY, 0, 2881)),
        (Part, (_MAY, "middle", MONTH)),
        (Around, (_MAY, DAY, "up")),
    ],
)
def test_a_tree_that_makes_no_sense_is_refused(build: type, values: tuple[object, ...]) -> None:
    """A fault of the caller: ValueError."""
    with pytest.raises(ValueError, match=r"none of|time of day"):
        build(*values)


def test_widening_by_months_keeps_the_order_of_hours() -> None:
    """A month after 30 January at noon is not later than a month after 31 January at ten."""
    tree = Around(This(Granularity.MINUTE), MONTH)
    early, late = (tree.at(parse_earliest(text)) for text in ("2025-01-30T12:00", "2025-01-31T10:00"))
    assert early is not None
    assert late is not None
    assert early.end <= late.end
