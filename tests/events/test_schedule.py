"""What is set for a time without a "will", and what lasts since one."""

from __future__ import annotations

import pytest

from tests.events.told import heads, titles, told


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A retrial of four clerks is due to begin in March.", "begin"),
        ("The club plans a charity match in August.", "plans"),
        ("The council renewed the leases, which expire on 21 November.", "expire"),
        ("The negotiations are supposed to conclude by May.", "conclude"),
        ("The plan is for Rossi to stay until June.", "stay"),
        ("The bridge will be open on 12 September.", "open"),
        ("The duchess is scheduled to visit Turin on Monday and to open the fair on Tuesday.", "visit"),
        ("The opera season opens on Friday.", "opens"),
        ("The law takes effect on 1 July.", "takes"),
    ],
)
def test_what_is_set_for_a_day_is_planned(text: str, head: str) -> None:
    """The present of a timetable and what is due, planned or supposed lie ahead."""
    assert heads(text).get(head) == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "The bakery opens on Mondays.",
        "The path runs north in winter.",
        "The season begins in August every year.",
        "In 1944 the siege ends.",
        "The walk takes two hours on Monday.",
        "The novel ends in 1950.",
    ],
)
def test_a_habit_and_a_story_are_not_planned(text: str) -> None:
    """What is so every time, and the present of histories, is set for no day."""
    assert "planned" not in heads(text).values()


def test_a_state_that_began_is_told_since_then() -> None:
    """What has been so since a time is one span."""
    (event,) = (candidate.event for candidate in told("The island has been independent since 1901."))
    assert (event.title, event.kind.value) == ("Island independent", "span")


def test_what_is_only_reported_and_what_becomes_another() -> None:
    """Looting that was reported is reported; a wake that turned into a march is one event."""
    assert heads("Looting was reported in the old town.") == {"reported": "reported"}
    assert len(titles("The singer's funeral turned into the largest demonstration in years.")) == 1
