"""Articles whose own statements contradict each other: both sides are shown, and the rest is unharmed."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

import timeline
from timeline.model.statement import Stratum
from timeline.reasoning.contradiction import contradictions


@dataclass(frozen=True)
class Case:
    """A text, the words of both sides of its contradiction, its sentence, and dates that it does not harm."""

    text: str
    quotes: tuple[str, ...]
    sentence: str
    unharmed: dict[str, str] = field(default_factory=dict)
    published: str | None = None


CASES = {
    "a Monday that was a Tuesday": Case(
        "The bridge at Selby was closed on Monday 5 August. A crack had been found on 2 August. "
        "The council hired divers on 12 August.",
        ("Monday 5 August",),
        "“Monday 5 August”: 5 August 2025 was a Tuesday.",
        {"closed": "5 August 2025", "found": "2 August 2025", "hired": "12 August 2025"},
        "2025-09-01",
    ),
    "a weekday with a year": Case(
        "The council hired divers on Tuesday, 12 August 2023. The bridge had opened in 1961.",
        ("Tuesday, 12 August 2023", "12 August 2023"),
        "“Tuesday, 12 August 2023”: 12 August 2023 was a Saturday.",
        {"hired": "12 August 2023", "opened": "1961"},
    ),
    "a death before a birth": Case(
        "Alma Reith was born on 4 March 1921 in Leeds. She died on 7 May 1911. The house burned down in 1948.",
        ("4 March 1921", "7 May 1911"),
        "nobody dies before being born",
        {"born": "4 March 1921", "died": "7 May 1911", "burned": "1948"},
    ),
    "an order against two dates": Case(
        "The dam opened on 3 May 2019. The valley was flooded on 1 May 2019, after the dam opened. "
        "The mill closed in 2021.",
        ("after the dam opened", "3 May 2019", "1 May 2019"),
        "“Dam opens”, “on 3 May 2019” names the time; “Valley flooded”, “on 1 May 2019” names the time",
        {"opened": "3 May 2019", "flooded": "1 May 2019", "closed": "2021"},
    ),
    "two publication days": Case(
        "Mill burns down\n\nPublished: 3 March 2024\n\nA mill in Leeds burned down on Friday. "
        "The owner sold the land on 1 February 2024.",
        ("3 March 2024",),
        "The article states its publication day, “3 March 2024” (it does not fit: The publication day was set by you, "
        "9 March 2024)",
        {"burned": "8 March 2024", "sold": "1 February 2024"},
        "2024-03-09",
    ),
    "a user's day before what is told": Case(
        "The ferry ran aground on 14 June 2023 near Oban. The owner paid a fine on 2 May 2022.",
        ("ran", "14 June 2023"),
        "“ran” is past: not after publication (it does not fit: The publication day was set by you, 5 January 2023",
        {"ran": "14 June 2023", "paid": "2 May 2022"},
        "2023-01-05",
    ),
    "before in a circle": Case(
        "The auction was held before the trial. The trial was held before the wedding. "
        "The wedding was held before the auction. The house was sold on 5 May 2019.",
        ("before the auction", "before the trial", "before the wedding"),
        "“before the auction” puts it before",
        {"sold": "5 May 2019"},
    ),
    "the day before in a circle": Case(
        "The auction took place the day before the trial. The trial took place the day before the auction. "
        "The house was sold on 5 May 2019.",
        ("the day",),
        "“the day before the auction” is when it took place",
        {"sold": "5 May 2019"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_both_sides_are_shown_and_the_rest_is_unharmed(name: str) -> None:
    """What was set aside and what it contradicts keep their words; other dates stand; and one sentence says it all."""
    case = CASES[name]
    chronicle = timeline.extract(timeline.Article(case.text, published=case.published), landmarks=False)
    stated = [one for one in chronicle.timeline.conflicts if one.set_aside.stratum is not Stratum.USUAL]
    assert stated
    words = " | ".join(one.reason.text for conflict in stated for one in (conflict.set_aside, *conflict.against))
    assert all(quote in words for quote in case.quotes), words
    assert any(case.sentence in sentence for sentence in contradictions(chronicle.timeline))
    dates = {event.head.of(case.text): event.when for event in chronicle.events}
    assert {head: dates.get(head) for head in case.unharmed} == case.unharmed


def test_what_is_usual_gives_way_without_a_word() -> None:
    """What a story usually means is no contradiction where something stated overrides it."""
    text = "The strike began in July 2019. At the end of the year the owners gave way, on 3 March 2018."
    found = timeline.extract(timeline.Article(text), landmarks=False).timeline
    usual = [one for one in found.conflicts if one.set_aside.stratum is Stratum.USUAL]
    assert len(contradictions(found)) == len(found.conflicts) - len(usual)


def test_a_page_that_agrees_with_the_given_day_says_nothing() -> None:
    """A printed day is shown only where another day was given."""
    text = "Mill burns down\n\nPublished: 3 March 2024\n\nA mill in Leeds burned down on Friday."
    assert timeline.extract(timeline.Article(text, published="2024-03-03")).timeline.conflicts == ()


def test_a_contradiction_is_told_in_the_events_reasons() -> None:
    """Whoever asks why, is told in place."""
    text = "The bridge was closed on Monday 5 August. Divers came on 12 August."
    chronicle = timeline.extract(timeline.Article(text, published="2025-09-01"), landmarks=False)
    told = [[reason.says for reason in event.reasons if reason.rule == "conflict"] for event in chronicle.events]
    assert told == [["“Monday 5 August”: 5 August 2025 was a Tuesday"], []]
