"""Why this date: plain sentences in the order of an argument."""

from __future__ import annotations

from tests.reasoning.stories import LANDMARKS, PUBLISHED, TEXT, USUAL, begin, end, event, given, say, story
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.iso import parse_day
from timeline.model.statement import Calendar, Distance, Statement, Stratum, Within
from timeline.reasoning.assumption import assumptions
from timeline.reasoning.derive import derive

DAY = given("2025-08-20")


def says(name: str, *statements: Statement) -> list[str]:
    """The sentences of one event's argument."""
    return [reason.says for reason in event(derive(story(*statements)), name).reasons]


def test_a_step_is_followed_by_what_it_leans_on() -> None:
    """First the text's own words about the event, each with what is known of the other; last what follows."""
    assert says("order", *TEXT, DAY, *LANDMARKS) == [
        "“after the summit” puts it after the summit",
        "“The summit” is known to be 15 August 2025",
        "“ordered” is past: not after publication",
        "The publication day was set by you: 20 August 2025",
        "So: within 15–20 August 2025: after “The summit” (15 August 2025), before publication (20 August 2025)",
    ]


def test_an_open_publication_day_is_argued_from_both_sides() -> None:
    """First how the month is read, then each side of the day with the known event that bounds it."""
    assert says("visit", *TEXT, *LANDMARKS) == [
        "“in April” names a month, not a year",
        "A month without a year is the nearest one: the last April before publication",
        "The article is from 15 August 2025 or later: not before “The summit”, known to be 15 August 2025",
        (
            "The article is from 31 December 2025 or earlier: “earlier this year” speaks of “The quarrel”, "
            "known to be 28 February 2025"
        ),
        "So: within 1–30 April 2025",
    ]


def test_without_a_year_the_argument_leads_from_publication() -> None:
    """What is tied to publication says by what."""
    assert says("plan", *TEXT) == [
        "“before the election” puts it before the election",
        "“The election”: “won” is past: not after publication",
        "So: by the day of publication",
    ]


def test_every_step_keeps_the_words_it_rests_on() -> None:
    """The article, the words and the stratum; the conclusion has the weakest stratum of its steps."""
    reasons = event(derive(story(*TEXT, *USUAL, DAY)), "interview").reasons
    assert [reason.stratum for reason in reasons] == [Stratum.TEXT, Stratum.EDIT, Stratum.USUAL, Stratum.USUAL]
    assert all(reason.article == "a" for reason in reasons)
    assert reasons[-1].rule == "no conflict"
    assert reasons[-1].bounds == event(derive(story(*TEXT, *USUAL, DAY)), "interview").bounds


def test_a_statement_that_gives_nothing_is_no_reason() -> None:
    """Reasons are minimal: a month that the day gives already is not told again."""
    day = say(Within("visit", Bounds.of_day(parse_day("2025-04-08"))), "“8 April 2025” names the day")
    assert says("visit", *TEXT, DAY, day) == ["“8 April 2025” names the day", "So: 8 April 2025"]


def test_a_weekday_that_narrows_is_a_reason() -> None:
    """A calendar constraint is a step like any other."""
    tuesday = say(Calendar("order", weekday=1), "“a Tuesday” names a weekday")
    found = says("order", *TEXT, DAY, *LANDMARKS, tuesday)
    assert found[0] == "“a Tuesday” names a weekday"
    assert found[-1] == "So: 19 August 2025"


def test_what_was_set_aside_is_told() -> None:
    """With what it does not fit."""
    wrong = say(Distance(begin("election"), end("plan"), least=1), "“once it was over” puts it after the election")
    found = event(derive(story(*TEXT, DAY, *LANDMARKS, wrong)), "plan").reasons
    told = [reason for reason in found if reason.rule == "conflict"]
    assert [reason.says.split(" (")[0] for reason in told] == [
        "Set aside: “once it was over” puts it after the election"
    ]
    assert "“before the election” puts it before the election" in told[0].says
    assert found[-1].rule == "conflict set aside"


def test_an_event_of_which_nothing_follows_shows_what_is_said() -> None:
    """Unknown is an answer, and it has its reasons, too."""
    alone = say(Distance(end("plan"), begin("election")), "“before the election” puts it before the election")
    assert says("plan", alone) == ["“before the election” puts it before the election", "So: date unknown"]


def test_words_about_another_event_name_it() -> None:
    """Where the text orders this event by what it says of another, the sentence says of which."""
    later = say(Distance(end("summit"), begin("other")), "“then” goes on from “The summit”", at=20)
    day = say(Within("other", Bounds.of_day(parse_day("2025-08-17"))), "“17 August 2025” names the day", at=21)
    assert says("summit", later, day) == [
        "“Something else”: “then” goes on from “The summit”",
        "“Something else” (17 August 2025): “17 August 2025” names the day",
        "So: by 17 August 2025: before “Something else” (17 August 2025)",
    ]


def test_what_is_only_usual_gives_way_without_a_conflict() -> None:
    """A default that something stated overrides is told, but nothing is in conflict."""
    stated = say(Distance(begin("interview"), PUBLISHED, least=3), "“days before” puts it earlier", at=20)
    reasons = event(derive(story(*TEXT, *USUAL, DAY, stated)), "interview").reasons
    assert [reason.says for reason in reasons][-2:] == [
        "Not as usual: usually that day or the day before (it does not fit: “days before” puts it earlier)",
        "So: by 17 August 2025",
    ]
    assert reasons[-1].rule == "no conflict"


def test_one_known_event_that_alone_tells_the_year_is_an_assumption() -> None:
    """What is dated by it says so first; two known events, or the text's own year, bear the year out."""
    both = story(*TEXT, *LANDMARKS)
    [alone] = [one for one in LANDMARKS if one.landmark == "known-quarrel"]
    one = event(derive(story(*TEXT, alone)), "visit")
    assert one.reasons[0].rule == "assumption"
    assert one.reasons[0].stratum is Stratum.LANDMARK
    assert one.reasons[0].says == "Assumed: “The quarrel” is that known event; nothing else tells the year"
    assert event(derive(story(*TEXT, alone)), "quarrel").reasons[0].rule == "known event"
    assert assumptions(derive(story(*TEXT, alone)).events) == [one.reasons[0].says]
    assert assumptions(derive(both).events) == assumptions(derive(story(*TEXT, alone, DAY)).events) == []


def test_whole_years_are_told_as_years() -> None:
    """Their first and last days say nothing more."""
    year = say(
        Within("other", Bounds.within(Bounds.of_day(parse_day("2011-01-01")).begin.hull(on("2011-12-31")))), "“in 2011”"
    )
    assert says("other", year)[-1] == "So: 2011"


def on(day: str) -> Range:
    """A day as a range."""
    return Bounds.of_day(parse_day(day)).begin
