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


def test_what_is_planned_in_passing_is_planned() -> None:
    """Elections do not plan; those that are planned for a day lie ahead."""
    assert heads("Elections planned for November are now in doubt.") == {"Elections": "planned"}


@pytest.mark.parametrize(
    ("text", "head", "when"),
    [
        ("The killings in the valley last week shocked the country.", "killings", ["last week"]),
        ("1953 was the year of the great flood in the delta.", "flood", ["1953"]),
        ("The brewery had a profit of two million crowns in 2019.", "had", ["2019"]),
        ("On Monday shares fell, wiping out the gains of a month.", "fell", ["Monday"]),
    ],
)
def test_a_time_goes_to_what_it_is_told_of(text: str, head: str, when: list[str]) -> None:
    """Between a subject and its verb it is the subject's; a year said to be that of an event is the event's."""
    events = {candidate.event.head.of(text): candidate for candidate in told(text)}
    assert [time.text for time in events[head].times] == when


def test_what_is_called_for_a_day_is_yet_to_be() -> None:
    """The call was; the strike it called for 12 June is planned for that day."""
    assert heads("The union has called a strike for 12 June.") == {"called": "happened", "strike": "planned"}
    assert heads("The union called a strike on Monday.") == {"called": "happened"}


def test_no_finding_of_somebody_else() -> None:
    """A verb whose subject was not found says nothing of the clause before: storms find nothing."""
    text = "Storms had torn away part of the roof in 2019, and a survey the following year found that half was rotten."
    assert not any(title.startswith("Storms find") for title in titles(text))
