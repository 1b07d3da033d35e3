"""The saved timeline, out and in."""

from __future__ import annotations

import json as jsonlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from tests.formats.strategies import timelines
from timeline._files import data
from timeline.errors import SavedTimelineError
from timeline.formats import json

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

SCHEMA = Draft202012Validator(jsonlib.loads(data("schema", "timeline.schema.json").read_text("utf-8")))


def saved(**changes: Any) -> dict[str, Any]:
    """A small saved timeline as data, with some of its event's fields changed."""
    event = {
        "id": "e1",
        "article": "a1",
        "title": "A ferry sinks",
        "quote": "The ferry sank",
        "span": [0, 14],
        "head": [10, 14],
        "kind": "day",
        "status": "happened",
        "bounds": {
            "begin": {"earliest": "2025-08-19", "latest": "2025-08-19"},
            "end": {"earliest": "2025-08-19", "latest": "2025-08-19T14:30"},
        },
    }
    return {
        "version": 1,
        "articles": [{"id": "a1", "text": "The ferry sank.", "published": {"earliest": None, "latest": None}}],
        "events": [event | changes],
        "statements": [],
        "edits": [],
    }


def everything(timeline: Timeline) -> str:
    """All of a timeline, also what takes no part in equality."""
    return repr(timeline)


@settings(max_examples=40)
@given(timelines())
def test_reading_what_was_written_gives_the_same_back(timeline: Timeline) -> None:
    """A saved timeline holds everything: reasons, unknown fields, conflicts, edits."""
    again = json.read(json.write(timeline), "again.json")

    assert timeline == again
    assert everything(timeline) == everything(again)


@settings(max_examples=40)
@given(timelines())
def test_what_is_written_fits_the_schema(timeline: Timeline) -> None:
    """The schema allows whatever we write."""
    SCHEMA.validate(jsonlib.loads(json.write(timeline)))


def test_the_schema_is_one() -> None:
    """The schema itself is a valid JSON Schema 2020-12."""
    Draft202012Validator.check_schema(SCHEMA.schema)


def test_a_hand_made_file_may_leave_out_what_has_a_default() -> None:
    """Only what cannot be guessed must be there."""
    SCHEMA.validate(saved())
    timeline = json.read(jsonlib.dumps(saved()), "small.json")
    event = timeline.events[0]

    assert event.bounds.as_dict()["end"] == {"earliest": "2025-08-19", "latest": "2025-08-19T14:30"}
    assert (event.when, event.edtf) == ("19 August 2025, by 14:30", "2025-08-19")
    assert event.actors == ()
    assert event.reasons == ()


def test_unknown_fields_are_kept_wherever_they_stand() -> None:
    """A field of another program survives, also deep within bounds."""
    given = saved(colour="red", bounds={"begin": {"earliest": None, "latest": None, "x": 1}, "y": [2]})
    given["events"][0]["mentions"] = [{"quote": "", "span": [0, 1], "head": [0, 1], "voice": "low"}]
    given["events"][0]["reasons"] = [{"rule": "tense", "stratum": "text", "bounds": {}, "score": 0.5}]
    given["articles"][0]["published"]["zone"] = "CET"
    given["made_by"] = {"name": "another program"}
    again = jsonlib.loads(json.write(json.read(jsonlib.dumps(given), "x.json")))

    assert again["made_by"] == given["made_by"]
    assert again["articles"][0]["published"]["zone"] == "CET"
    event = again["events"][0]
    assert event["colour"] == "red"
    assert event["bounds"]["begin"]["x"] == 1
    assert event["bounds"]["y"] == [2]
    assert event["mentions"][0]["voice"] == "low"
    assert event["reasons"][0]["score"] == 0.5


def test_a_byte_order_mark_is_no_damage() -> None:
    """Some editors put one before the text."""
    assert json.read("\ufeff" + jsonlib.dumps(saved()), "x.json").events


@pytest.mark.parametrize(
    ("changes", "place", "what"),
    [
        ({"bounds": {"begin": {"earliest": "2025-13-01"}}}, "events[0].bounds.begin.earliest", "month"),
        ({"bounds": {"begin": {"earliest": "yesterday"}}}, "events[0].bounds.begin.earliest", "'yesterday'"),
        ({"bounds": {"begin": {"earliest": 2025}}}, "events[0].bounds.begin.earliest", "2025"),
        ({"bounds": []}, "events[0].bounds", "object"),
        (
            {"bounds": {"end": {"earliest": "2025-02-01", "latest": "2025-01-01"}}},
            "events[0].bounds.end",
            "later than",
        ),
        ({"span": [5, 2]}, "events[0].span", "[start, end]"),
        ({"span": [0, True]}, "events[0].span", "[start, end]"),
        ({"kind": "week"}, "events[0].kind", "day, span"),
        ({"status": 3}, "events[0].status", "string"),
        ({"article": "a9"}, "events[0].article", "'a9'"),
        ({"title": None}, "events[0].title", "string"),
        ({"actors": ["a", 5]}, "events[0].actors[1]", "string"),
        ({"actors": "a"}, "events[0].actors", "list"),
        ({"weight": "much"}, "events[0].weight", "number"),
        ({"hidden": 1}, "events[0].hidden", "true or false"),
        ({"mentions": [7]}, "events[0].mentions[0]", "object"),
        ({"reasons": [{"stratum": "guess"}]}, "events[0].reasons[0].stratum", "edit, text"),
        ({"offset": {"begin": {"earliest": 3, "latest": -2}}}, "events[0].offset.begin", "later than"),
    ],
)
def test_damage_in_an_event_is_told_with_its_place(changes: dict[str, Any], place: str, what: str) -> None:
    """The message names the file, the place in it, and what is wrong there."""
    with pytest.raises(SavedTimelineError) as fault:
        json.read(jsonlib.dumps(saved(**changes)), "force.json")

    message = str(fault.value)
    assert message.startswith(f"force.json is damaged at {place}: ")
    assert what in message


@pytest.mark.parametrize(
    ("constraint", "place"),
    [
        ({}, "statements[0].constraint.is"),
        ({"is": "near"}, "statements[0].constraint.is"),
        ({"is": "within", "subject": "e1"}, "statements[0].constraint.bounds"),
        ({"is": "denotes", "subject": "e1", "tree": ["no such tree"]}, "statements[0].constraint.tree"),
        ({"is": "denotes", "subject": "e1", "tree": None}, "statements[0].constraint.tree"),
        ({"is": "denotes", "subject": "e1", "tree": ["last"]}, "statements[0].constraint.tree"),
        ({"is": "distance", "earlier": {"subject": "e1"}}, "statements[0].constraint.earlier.side"),
        ({"is": "calendar", "subject": "e1", "weekday": 7}, "statements[0].constraint.weekday"),
        ({"is": "calendar", "subject": "e1", "month": 1.5}, "statements[0].constraint.month"),
    ],
)
def test_damage_in_a_statement_is_told_with_its_place(constraint: dict[str, Any], place: str) -> None:
    """Statements are checked like events."""
    reason = {"rule": "x", "stratum": "text"}
    statements = [{"stratum": "text", "constraint": constraint, "reason": reason}]
    with pytest.raises(SavedTimelineError) as fault:
        json.read(jsonlib.dumps(saved() | {"statements": statements}), "force.json")

    assert f"force.json is damaged at {place}: " in str(fault.value)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "line 1, column 1"),
        ('{"version": 1,\n "events": [}', "line 2, column 13"),
        ("[]", "no list of events"),
        ('{"version": 1}', "no list of events"),
        ('{"version": 2, "events": []}', "version 1"),
        ('{"version": 1, "events": [], "weight": NaN}', "NaN"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_saved_timeline_is_told_so(text: str, what: str) -> None:
    """Broken JSON is told by line and column, and other JSON by what it lacks."""
    with pytest.raises(SavedTimelineError) as fault:
        json.read(text, "force.json")

    assert str(fault.value).startswith("force.json ")
    assert what in str(fault.value)


def test_two_events_cannot_share_an_id() -> None:
    """Ids are unique."""
    doubled = saved()
    doubled["events"] *= 2
    with pytest.raises(SavedTimelineError, match=r"events\[1\].id: another of the events has the id 'e1'"):
        json.read(jsonlib.dumps(doubled), "force.json")
