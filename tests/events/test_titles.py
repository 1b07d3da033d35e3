"""Titles as a sub-editor writes them."""

from __future__ import annotations

import pytest

from tests.events.told import titles, told
from timeline.events.agreement import present
from timeline.events.fitting import cut


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("British and French officers visited Ukraine in April.", "British and French officers visit Ukraine"),
        ("Germany and Italy refused to send forces.", "Germany and Italy refuse to send forces"),
        ("The plan was drawn up by British officers.", "British officers draw up the plan"),
        ("Two men were arrested in Lyon on Monday.", "Two men arrested in Lyon"),
        ("The minister will visit Kyiv on Friday.", "Minister to visit Kyiv"),
        ("The bridge is to be closed on Friday.", "Bridge to be closed"),
        ("Anna Berg was born in Oslo in 1931. She married a sailor in 1956.", "Anna Berg marries a sailor"),
        ("The thieves carried the safe to the river on Sunday.", "Thieves carry the safe to the river"),
        ("The US sanctioned the ship in 2019.", "US sanctions the ship"),
        (
            "A clerk was sentenced on Tuesday to four years and six months in prison.",
            "Clerk sentenced to four years and six months in prison",
        ),
        ("The president did not sign the law.", "President does not sign the law"),
        ("The two presidents may meet in Geneva on Friday.", "Two presidents may meet in Geneva"),
        (
            "The director was sentenced to eight years in prison on Tuesday.",
            "Director sentenced to eight years in prison",
        ),
    ],
)
def test_headline_style(text: str, title: str) -> None:
    """Subject, verb in the headline's present, object or place; no article in front, no time, names for pronouns."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "French officials have said that Paris could at first send 3,000 soldiers.",
            "French officials: Paris could send 3,000 soldiers",
        ),
        (
            "In an interview with Fox News, Mr. Hall said that the Greens were ready to talk.",
            "Hall to Fox News: Greens are ready to talk",
        ),
        ("The mediator said on Tuesday that talks were close to collapse.", "Mediator: Talks are close to collapse"),
        ("NATO announced on Tuesday that it had raised the alert.", "NATO announces it has raised the alert"),
        ("“We reject the plan,” Maria Zaharova said on Tuesday.", "Zaharova rejects the plan"),
    ],
)
def test_statements_name_their_speaker(text: str, title: str) -> None:
    """A statement's title says who says what."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Trump left after his summit with Vladimir Putin in Alaska.", "Trump's summit with Putin in Alaska"),
        ("The plan was made before Trump's re -election.", "Trump's re-election"),
        ("The attack on the bridge killed two guards.", "Attack on the bridge kills two guards"),
    ],
)
def test_nominal_events_keep_their_words(text: str, title: str) -> None:
    """A noun that is an event keeps its phrase, with names for pronouns."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They put up a giant cross in Revolution Square.", "Giant cross put up in Revolution Square"),
        ("The minister presented the bill. Parliament rejected it in June.", "Parliament rejects bill"),
        ("The rebels took two villages. The army shelled them.", "Army shells two villages"),
        ("The judge fined the firm. The firm paid in May.", "Judge fines the firm"),
        ("The author of the report, Jane Dole, left the ministry.", "Jane Dole leaves the ministry"),
        ("The king's coronation took place in June 1953.", "King's coronation"),
        ("The protest began in May. The protest spanned several regions.", "Protest spans several regions"),
        ("Heavy rain was confirmed to have caused the landslide.", "Heavy rain causes the landslide"),
        ("The flood did no harm to the bridge.", "Flood does no harm to the bridge"),
    ],
)
def test_nobody_and_nothing_is_left_unnamed(text: str, title: str) -> None:
    """What nobody is named for is told by what was done; "it" and "them" are told by what they stand for."""
    assert title in titles(text)


def test_a_son_is_no_she() -> None:
    """A pronoun stands for nobody whom its gender rules out."""
    found = titles("Hedda Berg died in May. Her husband had left in 2003. She left three books to a library in Oslo.")

    assert "Hedda Berg leaves three books to a library in Oslo" in found


def test_no_title_is_cut_on_a_small_word() -> None:
    """What does not fit ends on a word that can end a title."""
    long = "The committee for the protection of the old harbour and of the fishermen"

    assert cut(long) == "The committee for the protection of the old harbour"


@pytest.mark.parametrize(
    ("verb", "one", "many"),
    [
        ("carry", "carries", "carry"),
        ("be", "is", "are"),
        ("reach", "reaches", "reach"),
        ("go", "goes", "go"),
        ("play", "plays", "play"),
    ],
)
def test_present_forms(verb: str, one: str, many: str) -> None:
    """One does, many do."""
    assert [one, many] == [present(verb, many=False), present(verb, many=True)]


def test_what_an_event_did_it_to_is_not_the_event() -> None:
    """In "A flood swept away the arch; it was rebuilt" the arch was rebuilt, and no title says the flood was."""
    found = [one.event.title for one in told("A flood swept away the arch in 1841; it was rebuilt a year later.")]

    assert found == ["Flood sweeps away the arch"]
