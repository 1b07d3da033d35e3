"""The articles that come with the program: what is saved of them is what is read, and the dates are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline import workspace
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.workspace.samples import SAMPLES, Sample, sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.article import Article
    from timeline.model.timeline import Timeline

EACH = pytest.mark.parametrize("one", SAMPLES, ids=lambda one: one.name)


@pytest.fixture(scope="module")
def read() -> Callable[[Article], Timeline]:
    """A reader as a user has it."""
    return workspace.reader()


@EACH
def test_what_is_saved_is_what_is_read(one: Sample, read: Callable[[Article], Timeline]) -> None:
    """Byte for byte; where the reader has changed, ``make samples`` makes them anew, to be looked at."""
    assert one.saved.read_text("utf-8") == json.write(read(workspace.read(one.article)))


@EACH
def test_a_sample_is_of_a_length_to_be_read(one: Sample) -> None:
    """In a few minutes, with something to see in it."""
    assert 400 <= len(one.article.read_text("utf-8").split()) <= 900
    assert len(workspace.load(one.saved).timeline.events) >= 15
    assert not workspace.load(one.saved).timeline.edits


WHEN = {
    "history": {
        "Settlers from Megara found Byzantium": "between 659 and 655 BCE",
        "Philip II of Macedon besieges the city without success": "340 to 339 BCE",
        "Army of Severus besieges Byzantium": "193 to 195",
        "Constantine dedicates the city": "11 May 330",
        "Justinian rebuilds the church of Hagia Sophia": "between 532 and 537",
        "Dispute over images divides the empire": "726 to 843",
        "Latin emperors rule city": "1204 to 1261",
        "Last emperor dies": "29 May 1453",
        "Allied troops occupy the city": "13 November 1918 to 4 October 1923",
        "First prayers held in Hagia Sophia": "24 July 2020",
    },
    "incident": {
        "Database stops": "14 March 2025, 21:52",
        "Brandt stops the log": "14 March 2025, 23:50",
        "Team decides to move the database to the first server": "15 March 2025, 00:20",
        "Adeyemi compares the bookings of the day with paper lists": "15 March 2025, between 04:45 and 05:20",
        "Booking site opens again": "15 March 2025, 05:35",
        "Team to test every upgrade on a copy of the database": "from 16 March 2025 on",
    },
}


@pytest.mark.parametrize("name", sorted(WHEN))
def test_its_dates_are_those_it_was_written_with(name: str) -> None:
    """Before our era and after it, for an hour and for centuries, on either side of midnight."""
    told = {event.title: event.when for event in workspace.load(sample(name).saved).timeline.events}
    assert {title: told.get(title) for title in WHEN[name]} == WHEN[name]


def test_a_sample_that_is_not_there_is_told() -> None:
    """With those that are."""
    with pytest.raises(TimelineError, match="news, history, incident"):
        sample("poem")
