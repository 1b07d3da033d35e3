"""Nouns that are events, and nouns that only look like it."""

from __future__ import annotations

import pytest

from tests.events.told import told


def _nouns(text: str) -> list[str]:
    return [candidate.event.head.of(text) for candidate in told(text) if candidate.nominal]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("She resigned after Trump's re-election.", "re-election"),
        ("The deal followed the summit in Alaska.", "summit"),
        ("He moved to Bergen after the death of his wife.", "death"),
        ("There were protests outside the stadium in Rome.", "protests"),
        ("The town fell after a two-week siege in 1643.", "siege"),
        ("The mill stood idle because of the strike at the port.", "strike"),
        ("After days of fierce fighting, the troops withdrew.", "fighting"),
        ("A Danish reporter's kidnapping in August had already led to the closure of the road.", "kidnapping"),
        ("The Bergen disaster delayed the programme.", "disaster"),
        ("The last famine was the 1984 Sahel drought.", "drought"),
    ],
)
def test_definite_nouns_are_events(text: str, noun: str) -> None:
    """A noun with an owner, a partner, a place or a time of its own is an event."""
    assert noun in _nouns(text)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations sent a letter.",
        "They sat in the meeting room.",
        "The force will be a deterrent to a possible Russian attack.",
        "Drones give support in attacks.",
        "They prepared for the event of an attack on troops.",
        "Elections are held every four years.",
        "Any attack would be answered.",
        "Iran denied an attack on the ship.",
        "Critics called for an inquiry into the fire.",
        "Wars are costly, and fear of attacks keeps tourists away.",
        "The election campaign manager sat in the meeting room.",
        "The group has a plan for elections.",
        "Her book on the Baltic Civil War won a prize.",
        "A museum about the Boxer Rebellion opened in Leeds.",
        "He walked past the War Office, Victory Square and the Peace Conference Hall.",
        "Fans of the Crash Test Dummies cheered.",
    ],
)
def test_other_nouns_are_not(text: str) -> None:
    """Names, parts of compounds, plurals in general and what is only possible are no events."""
    assert _nouns(text) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("He fought in World War II and came home in 1946.", "War"),
        ("Her grandfather saw the Great Fire of London.", "Fire"),
        ("The port was lost after the Cornish Rebellion.", "Rebellion"),
        ("The town was rebuilt after Hurricane Katrina.", "Katrina"),
        ("During the Second World War an air raid destroyed the library.", "War"),
    ],
)
def test_a_name_that_ends_in_what_happened_is_an_event(text: str, noun: str) -> None:
    """A capitalised name is an event by its last word, or by "Hurricane" before it."""
    assert noun in _nouns(text)


@pytest.mark.parametrize(
    ("text", "noun", "time"),
    [
        ("A disciplinary hearing is scheduled for Friday.", "hearing", "Friday"),
        ("Elections are scheduled for 5 May.", "Elections", "5 May"),
        ("The summit is set for Monday.", "summit", "Monday"),
        ("The opening of the museum is planned for 2026.", "opening", "2026"),
    ],
)
def test_what_is_set_for_a_day_is_planned(text: str, noun: str, time: str) -> None:
    """A noun that is scheduled for a time is planned for it, though its verb tells nothing."""
    (found,) = told(text)

    assert (found.event.head.of(text), found.event.status.value) == (noun, "planned")
    assert [each.text for each in found.times] == [time]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The school will reopen after the attack on its gate.", "happened"),
        ("Work will begin after the festival in Leeds.", "planned"),
        ("Work will begin after last week's festival.", "happened"),
        ("Police said there had been a riot in Leeds.", "reported"),
    ],
)
def test_a_noun_says_whether_it_was(text: str, status: str) -> None:
    """What people set a day for lies ahead where its clause does; anything else behind "after" has been."""
    assert status in {candidate.event.status.value for candidate in told(text) if candidate.nominal}


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leaders demanded the resignation of the mayor.",
        "A judge ordered the release of two suspects from Bergen.",
        "The company offered a merger with Halden Lines.",
        "Its merger with Halden Lines collapsed.",
        "Police foiled an attack on the station.",
        "The council cancelled the festival in Leeds.",
    ],
)
def test_what_is_wanted_or_called_off_is_no_event_of_its_own(text: str) -> None:
    """What somebody demands has not yet been, what came to nothing never was: the clause tells it."""
    assert _nouns(text) == []


def test_an_apposition_tells_it_again() -> None:
    """What says which event another noun is, is no second one."""
    assert "spill" not in _nouns("The disaster of 2019, the third spill in the strait, angered locals.")


def test_the_second_time_is_the_nouns() -> None:
    """Where the clause opens with a time of its own, one right behind a noun is when that happened."""
    text = "On Saturday the ministry blamed Iranian actors for a cyberattack on Friday evening."
    times = {found.event.head.of(text): [time.text for time in found.times] for found in told(text)}

    assert times == {"blamed": ["Saturday"], "cyberattack": ["Friday evening"]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Voters stayed away from Sunday's presidential election.", "day"),
        ("The town was rebuilt after Hurricane Katrina.", "span"),
    ],
)
def test_how_long_a_noun_lasts(text: str, kind: str) -> None:
    """A storm with a name lasts; a preposition in front of the noun says nothing of how long."""
    assert [candidate.event.kind.value for candidate in told(text) if candidate.nominal] == [kind]


def test_a_verb_that_only_carries_its_noun_is_one_event() -> None:
    """One event has two words for it in "held a meeting"."""
    text = "The ministers held a meeting in Vienna on Monday."
    (candidate,) = told(text)

    assert [mention.head.of(text) for mention in candidate.event.mentions] == ["held", "meeting"]


def test_the_same_event_is_told_once() -> None:
    """The summit, and "the talks" that take it up, are one event; another summit is another."""
    text = (
        "Trump left after his summit with Putin in Alaska. The summit ended early. "
        "Obama praised his summit with Xi in Beijing."
    )
    found = [candidate for candidate in told(text) if candidate.event.head.of(text) == "summit"]

    assert [candidate.landmark for candidate in found] == ["alaska-summit-2025", None]
