"""Words that tell one event: a verb and what it governs, its noun, what goes with it."""

from __future__ import annotations

import pytest

from tests.events.told import told

TOLD = {
    "Rescuers managed to free the miners.": {"managed", "free"},
    "The crew started pumping water at noon.": {"started", "pumping"},
    "The general ordered his men to burn the bridge.": {"ordered", "burn"},
    "The delegates failed to agree on a text.": {"failed", "agree"},
    "The company agreed to pay a fine.": {"agreed", "pay"},
    "The minister flew to Oslo to sign the treaty.": {"flew", "sign"},
    "Divers used a crane to lift the wreck.": {"used", "lift"},
    "The commission intends to publish its findings in May.": {"intends", "publish"},
    "The firm had to recall 4,000 cars.": {"had", "recall"},
    "Two men are believed to have escaped.": {"believed", "escaped"},
    "Boats are circling the island trying to find survivors.": {"circling", "trying", "find"},
}


@pytest.mark.parametrize("text", TOLD)
def test_a_verb_and_what_it_governs_are_one_event(text: str) -> None:
    """What is begun, tried, refused, ordered or intended has one mark, with both words as its mentions."""
    events = [candidate.event for candidate in told(text)]

    assert [{mention.head.of(text) for mention in event.mentions} for event in events] == [TOLD[text]]


def test_they_have_one_time() -> None:
    """A time the parse hangs on the second verb is that of the event."""
    (flight,) = told("The president was forced to flee the capital on 3 May 1911.")

    assert [time.text for time in flight.times] == ["3 May 1911"]


def test_what_is_set_for_a_day_of_its_own_stands_on_that_day() -> None:
    """A decision happened; what was decided for later is planned, and dated apart."""
    found = told("The board decided on Tuesday to sell the mill in June.")

    assert {c.event.status.value: [time.text.split()[-1] for time in c.times] for c in found} == {
        "happened": ["Tuesday"],
        "planned": ["June"],
    }


def test_two_acts_of_saying_are_two() -> None:
    """Only what is said once more goes on with the first statement."""
    text = "The bishop condemned the raid and called on both sides to talk."

    assert {candidate.event.head.of(text) for candidate in told(text)} == {"condemned", "called"}
