"""What lasts: an embargo that news speaks of is usually still on, and a curfew begins with the order that sets it."""

from __future__ import annotations

import re

import pytest

from timeline.model.article import Article
from timeline.pipeline import date_spans

WEDNESDAY = "2025-08-20"


def _when(text: str, word: str, *, only_stated: bool = False) -> tuple[str | None, ...]:
    """Earliest and latest begin, earliest and latest end, as days, of the last such word; all of them are events."""
    spans = [found.span() for found in re.finditer(word, text)]
    answer = date_spans(Article(text, published=WEDNESDAY), spans, only_stated=only_stated)[-1]
    bounds = answer.bounds.as_dict()
    begin, end = bounds["begin"], bounds["end"]
    times = (begin["earliest"], begin["latest"], end["earliest"], end["latest"])
    return tuple(time and time[:10] for time in times)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Envoys met on Tuesday to discuss the embargo.", "embargo"),
        ("The minister hopes to mediate the border crisis.", "crisis"),
        ("Bakers complain of the city's water shortage.", "shortage"),
    ],
)
def test_what_the_news_speaks_of_lasts(text: str, word: str) -> None:
    """A known condition without a time holds, usually, at publication, whatever is done about it."""
    _, latest_begin, earliest_end, _ = _when(text, word)

    assert latest_begin == WEDNESDAY
    assert earliest_end == WEDNESDAY
    assert _when(text, word, only_stated=True)[2] is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council lifted the curfew.", "curfew"),
        ("She met her husband during the war.", "war"),
        ("He fought in the first siege of the town.", "siege"),
        ("The eight-year war cost both countries dear.", "war"),
        ("Farmers feared a drought.", "drought"),
        ("The army survived a siege.", "siege"),
    ],
)
def test_what_is_over_or_not_known_does_not(text: str, word: str) -> None:
    """What ended, lies behind what is told, is one of several, or is new in the text is not said to go on."""
    assert _when(text, word)[2] is None


def test_it_begins_with_what_brings_it_about() -> None:
    """An embargo that was imposed on a day began on it, also where it is spoken of again."""
    text = "The council imposed an embargo on 4 August 2025. Traders say that the embargo is hurting them."

    assert _when(text, "embargo") == ("2025-08-04", "2025-08-04", WEDNESDAY, None)


def test_it_ends_with_what_ends_it() -> None:
    """A siege that was lifted on a day ended on it."""
    text = "On 4 August 2025 the army lifted the siege."

    assert _when(text, "siege")[2:] == ("2025-08-04", "2025-08-04")


def test_what_happened_while_something_went_on_is_of_its_day() -> None:
    """A point in the past progressive: "was flying on Thursday when he fell ill"."""
    text = "On Monday the pilot was flying to Bern when his engine failed."

    assert _when(text, "failed", only_stated=True)[0] == "2025-08-18"


def test_a_participle_beside_a_point_has_its_day() -> None:
    """What is told beside an act in an -ing form is, usually, of its day, and no span."""
    text = "On Monday shares fell, wiping out the gains of a month."

    assert _when(text, "fell|wiping") == ("2025-08-18",) * 4


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The club reached the final for the first time since 1994.", "reached"),
        ("Prices fell to their lowest since 2011.", "fell"),
        ("It was the worst flood since the early 1950s.", "flood"),
    ],
)
def test_what_is_the_first_since_then_did_not_begin_then(text: str, word: str) -> None:
    """A time that something is compared with is not its own."""
    assert _when(text, word)[0] is None


def test_a_time_of_what_hangs_from_it_keeps_the_day_of_the_news_away() -> None:
    """Whose time "in 1961" is, is not clear; that the scholarship is of Saturday is not even usual."""
    text = "The chemist died on Saturday. She won a scholarship to study metals in Leeds in 1961."

    assert _when(text, "won")[0] is None


def test_what_is_joined_to_a_clause_aside_is_not_of_the_day_of_the_news() -> None:
    """What stands joined within "two years after …" did not happen on the day of what it stands after."""
    text = "The bridge reopened on Monday, two years after a lorry crashed through its wall and killed the driver."

    assert _when(text, "killed")[0] is None


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The bridge was built between 1764 and 1768.", "built", "span"),
        ("The guard was killed between 1 May and 3 May 2021.", "killed", "day"),
    ],
)
def test_what_goes_on_fills_a_stretch_and_what_happens_lies_in_it(text: str, word: str, kind: str) -> None:
    """Building takes its years; a death lies somewhere between two days."""
    start = text.index(word)

    assert date_spans(Article(text, published=WEDNESDAY), [(start, start + len(word))])[0].kind == kind
