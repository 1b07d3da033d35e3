"""Bounds from statements: what narrows, what contradicts, and how a contradiction is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reasoning.worlds import stated
from timeline.chrono import expressions as ex
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import CYCLE_DAYS, civil, day_number, last_of, start_of, weekday
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.iso import parse_day
from timeline.model.event import Kind
from timeline.model.statement import Calendar, Denotes, Distance, Point, Stratum, Within, publication
from timeline.reasoning.differences import Distances, Edge
from timeline.reasoning.patterns import Pattern, fitting, possible
from timeline.reasoning.strata import settle

if TYPE_CHECKING:
    from timeline.model.statement import Constraint
    from timeline.reasoning.strata import Settled

PUB = Point(publication("a"), "begin")
KINDS = dict.fromkeys(("a", "b", "c", "d"), Kind.DAY) | {"war": Kind.SPAN}


def begin(event: str) -> Point:
    """When an event begins."""
    return Point(event, "begin")


def end(event: str) -> Point:
    """When an event ends."""
    return Point(event, "end")


def on(day: str) -> Bounds:
    """One day."""
    return Bounds.of_day(parse_day(day))


def between(first: str | None, last: str | None) -> Bounds:
    """Some time from one day to another."""
    earliest = None if first is None else start_of(parse_day(first))
    latest = None if last is None else last_of(parse_day(last))
    return Bounds.within(Range(earliest, latest))


def settled(*constraints: Constraint) -> Settled:
    """Constraints of the stratum *text* taken in."""
    return settle([stated(constraint) for constraint in constraints], KINDS)


def days(found: Settled, subject: str) -> tuple[str | None, str | None]:
    """The first and the last possible day of a subject."""
    window = found.bounds(subject).window.as_dict()
    return window["earliest"], window["latest"]


# --- narrowing ----------------------------------------------------------------------------------


def test_relations_between_days_are_inclusive() -> None:
    """After X leaves X's own day possible, and so does before X."""
    found = settled(
        Within("a", on("2025-08-15")),
        Within(PUB.subject, on("2025-08-20")),
        Distance(end("a"), begin("b")),
        Distance(end("b"), PUB),
    )
    assert days(found, "b") == ("2025-08-15", "2025-08-20")


def test_a_strict_distance_excludes_the_day() -> None:
    """The day before is the day before."""
    found = settled(Within("a", on("2025-08-15")), Distance(begin("b"), begin("a"), 1, 1))
    assert days(found, "b") == ("2025-08-14", "2025-08-14")


def test_an_open_publication_day_narrows_by_what_is_told() -> None:
    """A known event that was "earlier this year" bounds the publication day, and a Tuesday hangs on that."""
    found = settled(
        Within("a", on("2025-02-28")),
        Denotes("a", ex.UpTo(ex.This(Granularity.YEAR)), PUB),
        Denotes("b", ex.Last(ex.Weekday(1)), PUB),
        Denotes("c", ex.Last(ex.Month(4)), PUB),
    )
    assert days(found, PUB.subject) == ("2025-02-28", "2025-12-31")
    assert days(found, "b") == ("2025-02-25", "2025-12-30")
    assert days(found, "c") == ("2024-04-01", "2025-04-30")


def test_one_tuesday_is_one_day() -> None:
    """What narrows one event of a Tuesday narrows every event of that Tuesday."""
    tuesday = ex.Last(ex.Weekday(1))
    found = settled(
        Denotes("a", tuesday, PUB),
        Denotes("b", tuesday, PUB),
        Within("a", between("2025-08-17", "2025-08-23")),
    )
    assert days(found, "b") == ("2025-08-19", "2025-08-19")
    assert days(found, PUB.subject) == ("2025-08-19", "2025-08-25")


def test_a_calendar_rounds_inwards() -> None:
    """A Friday between two days is between two Fridays."""
    found = settled(Within("a", between("2025-08-17", "2025-09-03")), Calendar("a", weekday=4))
    assert days(found, "a") == ("2025-08-22", "2025-08-29")


def test_a_calendar_holds_at_a_fixed_distance() -> None:
    """The day after a Monday 5 August is found without a year being told, as soon as a range is."""
    found = settled(
        Calendar("a", weekday=0),
        Calendar("b", month=8, day=6),
        Distance(begin("a"), begin("b"), 1, 1),
        Within("b", between("2020-01-01", "2028-12-31")),
    )
    assert days(found, "b") == ("2024-08-06", "2024-08-06")


def test_a_span_keeps_begin_and_end_apart() -> None:
    """Since and until bound one end each; a duration ties them."""
    found = settled(
        Denotes("war", ex.Within(ex.Month(4), year(2022)), None, "begin"),
        Distance(begin("war"), end("war"), 700, 730),
    )
    bounds = found.bounds("war").as_dict()
    assert bounds["begin"] == {"earliest": "2022-04-01", "latest": "2022-04-30"}
    assert bounds["end"] == {"earliest": "2024-03-01", "latest": "2024-04-29"}


def test_a_day_within_a_known_stretch_is_some_day_of_it() -> None:
    """A day that is said to be a conference of three days lies on one of them, and contradicts nothing."""
    stretch = Bounds(on("2025-02-14").begin, on("2025-02-16").end)
    found = settled(Within("a", stretch))
    assert found.conflicts == ()
    assert days(found, "a") == ("2025-02-14", "2025-02-16")


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("both", (("2025-04-01", "2025-04-30"), ("2025-04-01", "2025-04-30"))),
        ("begin", (("2025-04-01", "2025-04-30"), ("2025-04-01", None))),
        ("end", ((None, "2025-04-30"), ("2025-04-01", "2025-04-30"))),
        ("exact", (("2025-04-01", "2025-04-01"), ("2025-04-30", "2025-04-30"))),
        ("before", ((None, "2025-04-30"), (None, "2025-04-30"))),
        ("after", (("2025-04-01", None), ("2025-04-01", None))),
    ],
)
@pytest.mark.parametrize("anchored", [True, False])
def test_which_ends_a_time_bounds(ends: str, expected: object, anchored: bool) -> None:  # noqa: FBT001 - a table
    """In, since, until, from … to, by and after April bound different ends, with an anchor and without."""
    april = ex.Within(ex.Month(4), ex.This(Granularity.YEAR) if anchored else year(2025))
    found = settled(Within(PUB.subject, on("2025-08-20")), Denotes("war", april, PUB if anchored else None, ends))
    bounds = found.bounds("war").as_dict()
    assert tuple(tuple(bounds[side].values()) for side in ("begin", "end")) == expected


def year(number: int) -> ex.Tree:
    """A year."""
    return ex.Fixed(Interval.days(day_number(number), day_number(number + 1) - 1))


# --- contradictions -----------------------------------------------------------------------------


def test_before_in_a_circle_is_a_contradiction() -> None:
    """Each over before the next begins, all round: on one day, too, that cannot be, and the whole circle is named."""
    circle = [Distance(end("a"), begin("b")), Distance(end("b"), begin("c")), Distance(end("c"), begin("a"))]
    found = settled(*circle, Within("a", on("2025-08-15")))
    assert [len(conflict.against) for conflict in found.conflicts] == [2]
    assert days(found, "c") == ("2025-08-15", None)


def test_not_later_in_a_circle_is_one_day() -> None:
    """Each beginning not later than the next, all round: that is no contradiction but one day."""
    found = settled(
        Distance(begin("a"), begin("b")),
        Distance(begin("b"), begin("c")),
        Distance(begin("c"), begin("a")),
        Within("a", on("2025-08-15")),
    )
    assert found.conflicts == ()
    assert days(found, "c") == ("2025-08-15", "2025-08-15")


def test_strictly_before_in_a_circle_is_a_contradiction() -> None:
    """It is found with no date anywhere, and names the whole circle."""
    found = settled(
        Distance(end("a"), begin("b"), least=1),
        Distance(end("b"), begin("c"), least=1),
        Distance(end("c"), begin("a"), least=1),
    )
    assert len(found.conflicts) == 1
    assert len(found.conflicts[0].against) == 2


def test_a_circle_is_not_walked_day_by_day() -> None:
    """The day before the day before yesterday, in a circle: found as such within ranges of thousands of years."""
    found = settled(
        Within("a", between("-9000-01-01", "9000-01-01")),
        Within("b", between("-9000-01-01", "9000-01-01")),
        Denotes("a", ex.Shift(Granularity.DAY, -1), begin("b")),
        Denotes("b", ex.Shift(Granularity.DAY, -1), begin("a")),
    )
    assert len(found.conflicts) == 1
    assert found.propagator.distances.out, "the graph holds what stands"


def test_monday_that_was_a_tuesday() -> None:
    """Where 5 August was a Tuesday, "Monday 5 August" cannot be: the weekday is set aside, against the rest."""
    day, year_of, monday = (
        Denotes("a", ex.Last(ex.MonthDay(8, 5)), PUB),
        Within(PUB.subject, on("2025-09-01")),
        Calendar("a", weekday=0),
    )
    assert weekday(parse_day("2025-08-05")) == 1
    found = settled(day, year_of, monday)
    assert [conflict.set_aside.constraint for conflict in found.conflicts] == [monday]
    assert {other.constraint for other in found.conflicts[0].against} >= {day}
    assert days(found, "a") == ("2025-08-05", "2025-08-05")


def test_two_weekdays_on_one_day_contradict_without_any_date() -> None:
    """A Monday and a Tuesday on the same day: no calendar has that."""
    found = settled(Calendar("a", weekday=0), Calendar("b", weekday=1), Distance(begin("a"), begin("b"), 0, 0))
    assert len(found.conflicts) == 1
    assert len(found.conflicts[0].against) == 2


def test_equal_days_by_two_statements_share_their_calendar() -> None:
    """Not before and not after is the same day."""
    found = settled(
        Calendar("a", weekday=0),
        Calendar("b", weekday=1),
        Distance(begin("a"), begin("b")),
        Distance(begin("b"), begin("a")),
    )
    assert len(found.conflicts) == 1
    assert len(found.conflicts[0].against) == 3


def test_a_day_no_calendar_has_contradicts_itself() -> None:
    """30 February stands against itself alone, and is named."""
    found = settled(Calendar("a", month=2, day=30))
    assert [(c.set_aside, c.against) for c in found.conflicts] == [(found.statements[0], (found.statements[0],))]


def test_a_circle_through_the_calendar_is_given_up() -> None:
    """15 April and 20 May cannot share a month in any year; that is said, and not looked for until the year 9999."""
    found = settled(
        Within("a", between("2000-01-01", None)),
        Calendar("a", month=4, day=15),
        Calendar("b", month=5, day=20),
        Denotes("b", ex.This(Granularity.MONTH), begin("a")),
    )
    assert len(found.conflicts) == 1


def test_death_before_birth() -> None:
    """Both days stand against their order, and the order, which is told less directly, is set aside."""
    order = Distance(end("a"), begin("b"))
    found = settled(order, Within("a", on("1945-03-01")), Within("b", on("1944-03-01")))
    assert [conflict.set_aside.constraint for conflict in found.conflicts] == [order]
    assert {other.constraint for other in found.conflicts[0].against} == {
        Within("a", on("1945-03-01")),
        Within("b", on("1944-03-01")),
    }


def test_the_users_publication_day_wins() -> None:
    """What the text says of it is set aside, and what does not fit is named."""
    ours = stated(Within(PUB.subject, on("2025-08-20")), Stratum.EDIT)
    text = stated(Within(PUB.subject, on("2025-08-21")), Stratum.TEXT)
    page = stated(Within(PUB.subject, on("2025-08-20")), Stratum.METADATA)
    found = settle([page, text, ours], KINDS)
    assert [(c.set_aside, c.against) for c in found.conflicts] == [(text, (ours,))]
    assert days(found, PUB.subject) == ("2025-08-20", "2025-08-20")


def test_a_statement_about_an_unknown_event_is_ignored() -> None:
    """It neither narrows nor contradicts."""
    found = settled(Distance(end("nobody"), begin("a")), Within("nobody", on("2025-08-21")))
    assert found.statements == ()
    assert found.bounds("a").open


# --- patterns and distances ---------------------------------------------------------------------

patterns = st.builds(
    Pattern,
    st.none() | st.integers(0, 6),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 31),
    st.integers(-40, 40),
)


def _fits(pattern: Pattern, day: int) -> bool:
    at = civil(day + pattern.shift)
    return (
        pattern.weekday in (None, weekday(day + pattern.shift))
        and pattern.month in (None, at.month)
        and pattern.day in (None, at.day)
    )


@given(st.lists(patterns, min_size=1, max_size=3), st.integers(day_number(-400), day_number(2400)), st.booleans())
def test_the_nearest_day_that_fits(found: list[Pattern], day: int, forward: bool) -> None:  # noqa: FBT001 - a law
    """It fits, and no nearer one does; where there is none, a year of days has none either."""
    fit = fitting(found, day, forward=forward)
    step = 1 if forward else -1
    nearer = range(day, day + 366 * step if fit is None or abs(fit - day) > 366 else fit, step)
    assert not any(all(_fits(pattern, other) for pattern in found) for other in nearer)
    if fit is None:
        assert not possible(tuple(found))
    else:
        assert possible(tuple(found))
        assert all(_fits(pattern, fit) for pattern in found)
        assert abs(fit - day) <= CYCLE_DAYS


edges = st.lists(
    st.builds(Edge, st.integers(0, 5), st.integers(0, 5), st.integers(-4, 3), st.integers(0, 50)), max_size=14
)


def _floyd(found: list[Edge]) -> list[list[float]]:
    longest = [[0.0 if i == j else float("-inf") for j in range(6)] for i in range(6)]
    for edge in found:
        longest[edge.fro][edge.to] = max(longest[edge.fro][edge.to], edge.least)
    for k in range(6):
        for i in range(6):
            for j in range(6):
                longest[i][j] = max(longest[i][j], longest[i][k] + longest[k][j])
    return longest


@given(edges)
def test_a_circle_that_cannot_be_is_found_and_no_other(found: list[Edge]) -> None:
    """The graph agrees with the plain way over all pairs of days, in contradictions and in distances."""
    graph = Distances()
    for _ in range(6):
        graph.node()
    stand: list[Edge] = []
    for edge in found:
        cycle = graph.add([edge])
        longest = _floyd([*stand, edge])
        assert (cycle is not None) == any(longest[i][i] > 0 for i in range(6))
        if cycle is None:
            stand.append(edge)
        else:
            assert sum(one.least for one in cycle) > 0
            assert {one.to for one in cycle} == {one.fro for one in cycle}
    longest = _floyd(stand)
    for origin in range(6):
        least, most = graph.least_from(origin), graph.most_from(origin)
        for node in range(6):
            assert (least[node].days if node in least else float("-inf")) == longest[origin][node]
            assert (-most[node].days if node in most else float("-inf")) == longest[node][origin]
