"""The argument for a date as the panel has it: what each step gives, and what would change it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from plotly.utils import PlotlyJSONEncoder

from tests.app.fourteen import timeline, window
from timeline.app.changes import Way, back_to_all, what_would_change
from timeline.app.fits import Misfit, Said
from timeline.app.panes.why import why
from timeline.app.steps import Steps
from timeline.chrono.bounds import Bounds
from timeline.chrono.edtf import read
from timeline.chrono.expressions import Last, Month
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import (
    Constraint,
    Denotes,
    Distance,
    Point,
    Reason,
    Statement,
    Stratum,
    Within,
    publication,
)
from timeline.model.timeline import Timeline

DAY = "by 2024-11-05"
SAME = dict.fromkeys(("publication", "landmarks", "stated", "day"), DAY)


def plain(part: object) -> str:
    """A part of the page as JSON."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def told(constraint: Constraint, stratum: Stratum = Stratum.TEXT) -> tuple[Timeline, Event, Reason]:
    """Two events, the first of 1 to 9 March 2020, and one step about the second that rests on this constraint."""
    reason = Reason("rule", stratum, "So it is", text="words", span=Span(2, 7), article="a")
    first = Event("x", "a", "First", "q", Span(0, 1), Span(0, 1), bounds=window("2020-03-01", "2020-03-09"))
    event = Event("e", "a", "Second", "q", Span(2, 7), Span(2, 7), when=DAY, reasons=(reason,))
    found = timeline()
    article = replace(found.articles[0])
    statements = (Statement(constraint, stratum, reason),)
    return Timeline((article,), (first, event), statements), event, reason


APART: dict[str, tuple[Constraint, tuple[str, str]]] = {
    "before": (Distance(Point("e", "end"), Point("x", "begin"), 0), ("", "2020-03-09")),
    "a day before": (Distance(Point("e", "end"), Point("x", "begin"), 1, 1), ("2020-02-29", "2020-03-08")),
    "after": (Distance(Point("x", "end"), Point("e", "begin"), 0), ("2020-03-01", "")),
    "within a week after": (Distance(Point("x", "end"), Point("e", "begin"), 0, 7), ("2020-03-01", "2020-03-16")),
    "on a day": (Within("e", read("2020-03-04")[0]), ("2020-03-04", "2020-03-04")),
    "told in that order": (Distance(Point("x", "end"), Point("e", "begin"), None), ("", "")),
    "in the last April": (Denotes("e", Last(Month(4)), Point("x", "begin")), ("2019-04-01", "2019-04-30")),
    "by the last April": (Denotes("e", Last(Month(4)), Point("x", "begin"), "before"), ("", "2019-04-30")),
    "since the last April": (Denotes("e", Last(Month(4)), Point("x", "begin"), "after"), ("2019-04-01", "")),
}


@pytest.mark.parametrize("name", APART)
def test_a_step_gives_the_days_its_statement_leaves(name: str) -> None:
    """By the other event as it is known: the nearest day and the farthest one, open where nothing bounds."""
    constraint, (first, last) = APART[name]
    found, event, reason = told(constraint)
    given = Steps(event, found).gives(reason)
    assert given.subject == "e"
    assert Bounds.within(given.window) == window(first, last)


def test_what_follows_gives_the_days_of_the_event() -> None:
    """The conclusion says its bounds itself."""
    found = timeline()
    plan = next(one for one in found.events if one.id == "plan")
    steps = Steps(plan, found)
    so = Reason("no conflict", Stratum.TEXT, "So: then", bounds=plan.bounds)
    assert steps.gives(so) == ("plan", plan.bounds.window)


def test_a_step_about_another_event_marks_that_one() -> None:
    """In the row of the known event ("it is known to be …"), not of the one it dates."""
    found, event, reason = told(Within("x", read("2020-03-04")[0]), Stratum.LANDMARK)
    assert Steps(event, found).gives(reason).subject == "x"
    year, event, reason = told(Denotes("x", Last(Month(4)), Point(publication("force"), "begin")), Stratum.LANDMARK)
    assert Steps(event, year).gives(replace(reason, article="force")).subject == publication("force")


def test_a_step_on_a_known_event_knows_whose_match_it_rests_on() -> None:
    """So that "not this event?" rejects the right one."""
    found = timeline()
    summit = next(one for one in found.events if one.id == "summit")
    steps = Steps(summit, found)
    landmark = next(reason for reason in summit.reasons if reason.rule == "known event")
    assert steps.matched(landmark) == "summit"
    linked = replace(landmark, span=Span(0, 1), says="“after” speaks of “Trump–Putin summit in Alaska”, known to be …")
    assert steps.matched(linked) == "summit"
    assert steps.matched(summit.reasons[0]) is None


def test_what_would_change_a_date_is_true_and_can_be_done() -> None:
    """Only what hangs on something is said to change with it, each with its action and the date it gives."""
    found = timeline()
    plan = replace(next(one for one in found.events if one.id == "plan"), reasons=(), when=DAY)
    steps = Steps(plan, found)
    assert what_would_change(plan, found, SAME, steps) == ()
    assert what_would_change(plan, found, {**SAME, "day": "x"}, steps) == (
        Way("Set the publication day of its article", "edit", "published:force"),
    )
    assert what_would_change(plan, found, {**SAME, "publication": "then"}, steps) == (
        Way("Leave out known events", "dates", "publication", "then"),
    )
    assert what_would_change(plan, found, {**SAME, "stated": "then"}, steps) == (
        Way("Leave out what is only usual", "stated", "only", "then"),
    )
    rejected = what_would_change(plan, found, SAME, steps, {"plan", "summit"})
    assert [(way.verb, way.arg) for way in rejected] == [("allow", "plan")]


def test_a_day_that_was_set_can_be_set_anew_or_left_open() -> None:
    """Where the date hangs on it; one that the article prints is not asked about."""
    found = timeline()
    plan = replace(next(one for one in found.events if one.id == "plan"), reasons=(), when=DAY)
    for given, verbs in (("user", ["edit", "unpublish"]), ("metadata", ["edit", "unpublish"]), ("text", [])):
        set_ = replace(found, articles=tuple(replace(one, given=given) for one in found.articles))
        ways = what_would_change(plan, set_, {**SAME, "landmarks": "then"}, Steps(plan, set_))
        assert [way.verb for way in ways] == verbs


def test_an_anchor_without_a_day_is_offered_to_be_dated() -> None:
    """What the event is counted from; not one whose day is known, nor one that is only told before it."""
    found, event, _ = told(Distance(Point("x", "end"), Point("e", "begin"), 0, 7))
    ways = what_would_change(event, found, SAME, Steps(event, found))
    assert ways == (Way("Date “First”", "edit:x", "date"),)
    known = replace(found, events=(replace(found.events[0], bounds=read("2020-03-04")[0]), event))
    assert what_would_change(event, known, SAME, Steps(event, known)) == ()
    order, event, _ = told(Distance(Point("x", "end"), Point("e", "begin"), None))
    assert what_would_change(event, order, SAME, Steps(event, order)) == ()


def test_what_the_view_leaves_out_can_be_taken_in_again() -> None:
    """With the date that gives, where it is another one."""
    event = told(Within("e", read("2020-03-04")[0]))[1]
    assert back_to_all(event, "May", dates_from="text", only_stated=False) == (
        Way("Take in everything that is known", "dates", "all", "May"),
    )
    assert [way.verb for way in back_to_all(event, DAY, dates_from="text", only_stated=True)] == ["dates", "stated"]
    assert back_to_all(event, DAY, dates_from="all", only_stated=True)[0].then == ""


def test_what_is_usual_stands_apart_from_what_is_stated() -> None:
    """Under a heading that says what is stated alone; the numbers go on, also among the further steps."""
    stated = Reason("tense", Stratum.TEXT, "It is past")
    usual = Reason("narrative", Stratum.USUAL, "It goes on")
    event = Event("e", "a", "t", "q", Span(0, 1), Span(0, 1), stated=read("2020-03-04")[0], reasons=(stated, usual))
    text = plain(why(event, Steps(event, Timeline(events=(event,))), ()))
    assert (
        text.index("It is past") < text.index("Usual, not stated.") < text.index("4 March 2020") < text.index("goes on")
    )
    assert '"start": "2"' in text
    many = replace(event, reasons=(stated,) * 4 + (usual,) * 3)
    text = plain(why(many, Steps(many, Timeline(events=(many,))), ()))
    assert text.count("Usual, not stated.") == 1
    assert "2 further steps" in text


def test_a_conflict_is_shown_with_both_sides() -> None:
    """And what each rests on; the sentence that tells of it among the steps makes way."""
    conflict = Reason("conflict", Stratum.TEXT, "Set aside: words")
    event = Event("e", "a", "t", "q", Span(0, 1), Span(0, 1), reasons=(conflict,))
    steps = Steps(event, Timeline(events=(event,)))
    assert "Set aside: words" in plain(why(event, steps, ()))
    one = Said("“Monday” names a Monday", "Monday", "a", Span(3, 9), rests="stated")
    other = Said("The article is of 5 May", "", "a", None, rests="from the page")
    text = plain(why(event, steps, [Misfit("t", "e", one, (other,))]))
    assert "Set aside: words" not in text
    assert text.index("What does not fit") < text.index("stated") < text.index("of 5 May") < text.index("from the page")
    assert '"data-arg": "a:3-9"' in text
