"""A timeline's dates from its statements: what each source gives, how it is worded, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reasoning.stories import LANDMARKS, PUBLISHED, TEXT, USUAL, begin, end, event, given, say, story
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.model.event import Kind, Offset
from timeline.model.statement import Distance, Stratum, Within
from timeline.reasoning.derive import derive

DAY = given("2025-08-20")
TUESDAY = "the Tuesday before publication"


@pytest.mark.parametrize(
    ("name", "both", "day_only", "known_only", "neither"),
    [
        ("summit", "15 August 2025", "by 20 August 2025", "15 August 2025", "by the day of publication"),
        (
            "said",
            "19 August 2025",
            "19 August 2025",
            f"{TUESDAY}, between 12 August and 30 December 2025",
            TUESDAY,
        ),
        (
            "quarrel",
            "28 February 2025",
            "between 1 January and 20 August 2025",
            "28 February 2025",
            "earlier in the year of publication",
        ),
        ("election", "5 November 2024", "by 20 August 2025", "5 November 2024", "by the day of publication"),
        ("plan", "by 5 November 2024", "by 20 August 2025", "by 5 November 2024", "by the day of publication"),
        ("visit", "April 2025", "April 2025", "April 2025", "the last April before publication"),
        (
            "order",
            "between 15 and 20 August 2025",
            "by 20 August 2025",
            "between 15 August and 31 December 2025",
            "by the day of publication",
        ),
        (
            "interview",
            "19 or 20 August 2025",
            "19 or 20 August 2025",
            "the day of publication or the day before, between 14 August and 31 December 2025",
            "the day of publication or the day before",
        ),
    ],
)
def test_each_source_gives_what_it_knows(name: str, both: str, day_only: str, known_only: str, neither: str) -> None:
    """The publication day and the known events narrow each for itself; with neither, no year is invented."""
    told = [
        event(derive(story(*TEXT, *USUAL, *more)), name).when for more in ((DAY, *LANDMARKS), (DAY,), LANDMARKS, ())
    ]
    assert told == [both, day_only, known_only, neither]


def test_the_publication_day_is_inferred() -> None:
    """It is a variable like any other: bounded by what the text says, and by known events."""
    found = derive(story(*TEXT, *LANDMARKS)).articles[0].published
    assert found == Range(start_of(parse_day("2025-08-15")), last_of(parse_day("2025-12-31")))
    assert derive(story(*TEXT)).articles[0].published.open


def test_a_publication_day_no_statement_mentions_is_kept() -> None:
    """What was written stays where nothing is said about it."""
    known = Range(start_of(parse_day("2025-08-20")), last_of(parse_day("2025-08-20")))
    timeline = story(say(Within("other", Bounds.of_day(5)), "“then”"))
    timeline = replace(timeline, articles=(timeline.articles[0].with_published(known, "user"),))
    assert derive(timeline).articles == timeline.articles


def test_an_event_without_statements_keeps_its_bounds() -> None:
    """What was written stays, whatever is derived about others."""
    written = replace(event(story(), "other"), bounds=Bounds.of_day(700_000), when="long ago", edtf="1917-07-15")
    timeline = story(*TEXT, DAY)
    timeline = replace(timeline, events=(*(one for one in timeline.events if one.id != "other"), written))
    assert event(derive(timeline), "other") == written


def test_a_statement_about_an_unknown_event_is_ignored() -> None:
    """It is kept, and changes nothing."""
    stray = say(Distance(end("nobody"), begin("summit")), "“after it”")
    one, other = derive(story(*TEXT, stray)), derive(story(*TEXT))
    assert one.events == other.events
    assert one.conflicts == ()
    assert stray in one.statements


def test_deriving_again_changes_nothing() -> None:
    """What is derived follows from the statements alone."""
    once = derive(story(*TEXT, *USUAL, *LANDMARKS))
    assert derive(once) == once


def test_what_is_usual_stands_beside_what_is_stated() -> None:
    """Bounds include it, `stated` does not; where it gives nothing, `stated` is None."""
    found = derive(story(*TEXT, *USUAL, DAY))
    interview = event(found, "interview")
    assert interview.bounds.as_dict()["begin"] == {"earliest": "2025-08-19", "latest": "2025-08-20"}
    assert interview.stated is not None
    assert interview.stated.as_dict()["begin"] == {"earliest": None, "latest": "2025-08-20"}
    assert event(found, "said").stated is None
    only = derive(story(*TEXT, *USUAL, DAY), strata=frozenset(Stratum) - {Stratum.USUAL})
    assert event(only, "interview").bounds == interview.stated


def test_what_is_only_usual_is_stated_nowhere() -> None:
    """Of an event of which nothing else is said, nothing is stated."""
    found = event(derive(story(*USUAL, DAY)), "interview")
    assert found.when == "19 or 20 August 2025"
    assert found.stated == Bounds()


def test_no_year_means_days_from_publication() -> None:
    """All four bounds are open, and the offset says what is known."""
    found = derive(story(*TEXT, *USUAL))
    assert event(found, "said").bounds.open
    assert event(found, "said").offset == Offset((-6, 0), (-6, 0))
    assert event(found, "plan").offset == Offset((None, 0), (None, 0))
    assert event(found, "interview").offset == Offset((-1, 0), (-1, 0))
    assert event(derive(story(*TEXT, DAY)), "said").offset is None


def test_events_of_one_unknown_tuesday_share_it() -> None:
    """As long as it is unknown; and each unknown unit has a name of its own."""
    found = derive(story(*TEXT, *LANDMARKS))
    assert [one.id for one in found.events if one.shared == "one Tuesday"] == ["said", "told"]
    assert event(found, "visit").shared is None
    assert event(derive(story(*TEXT, DAY)), "said").shared is None


def test_a_date_that_rests_on_a_landmark_says_so() -> None:
    """Directly: the event's own; what only leans on another's does not."""
    found = derive(story(*TEXT, DAY, *LANDMARKS))
    assert event(found, "summit").landmark == "known-summit"
    assert event(found, "order").landmark is None


def test_a_rejected_landmark_is_left_out() -> None:
    """Not this event: its date and all that leaned on it widen again."""
    found = derive(story(*TEXT, DAY, *LANDMARKS), without=frozenset({"summit"}))
    assert event(found, "summit").landmark is None
    assert event(found, "order").when == "by 20 August 2025"
    assert event(found, "election").landmark == "known-election"


def test_a_landmark_that_contradicts_the_text_is_set_aside() -> None:
    """The text stands, the landmark is named with what it contradicts."""
    early = given("2025-08-01")
    found = derive(story(*TEXT, early, *LANDMARKS))
    assert event(found, "summit").landmark is None
    assert [conflict.set_aside.landmark for conflict in found.conflicts] == ["known-summit"]
    assert early in found.conflicts[0].against


def test_a_date_set_by_the_user_wins() -> None:
    """Whatever the text says; and what the text says is kept as a conflict."""
    ours = say(Within("said", Bounds.of_day(parse_day("2025-08-14"))), "You set the date", Stratum.EDIT)
    found = derive(story(*TEXT, DAY, ours))
    assert event(found, "said").when == "14 August 2025"
    assert {conflict.set_aside for conflict in found.conflicts} == {TEXT[0]}


def test_the_kind_decides_what_a_range_means() -> None:
    """One unknown day within a range, or a stretch with uncertain ends."""
    timeline = story(*TEXT, DAY, *LANDMARKS)
    spans = replace(timeline, events=tuple(replace(one, kind=Kind.SPAN) for one in timeline.events))
    assert event(derive(timeline), "order").edtf == "[2025-08-15..2025-08-20]"
    assert event(derive(spans), "order").bounds == event(derive(timeline), "order").bounds
    assert event(derive(spans), "visit").bounds.begin.as_dict() == {"earliest": "2025-04-01", "latest": "2025-04-30"}


def test_reference_day_is_published() -> None:
    """Another publication day gives another Tuesday, from the statements alone."""
    assert event(derive(story(*TEXT, given("2024-01-03"))), "told").when == "2 January 2024"
    assert PUBLISHED.subject == "published:a"
