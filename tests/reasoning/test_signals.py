"""What a text says about when things happened: one row a sentence, dated as precisely as it allows and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.events.landmarks import Landmarks
from timeline.model.article import Article
from timeline.model.statement import Stratum
from timeline.pipeline import date_spans, read_timeline

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

WEDNESDAY = "2025-08-20"
# the text, the head word of the event, earliest begin and latest end, by what is stated alone
STATED = [
    ("The minister resigned on Tuesday.", "resigned", "2025-08-19", "2025-08-19"),
    ("The minister resigned on Wednesday.", "resigned", "2025-08-20", "2025-08-20"),
    ("The minister resigned in April.", "resigned", "2025-04-01", "2025-04-30"),
    ("The minister resigned in October.", "resigned", "2024-10-01", "2024-10-31"),
    ("The minister resigned in 2019.", "resigned", "2019-01-01", "2019-12-31"),
    ("The minister resigned yesterday.", "resigned", "2025-08-19", "2025-08-19"),
    ("The minister resigned last year.", "resigned", "2024-01-01", "2024-12-31"),
    ("The minister resigned earlier this year.", "resigned", "2025-01-01", "2025-08-20"),
    ("The minister resigned on 3 May 2021.", "resigned", "2021-05-03", "2021-05-03"),
    ("The minister resigned.", "resigned", None, "2025-08-20"),
    ("The minister has resigned.", "resigned", None, "2025-08-20"),
    ("The minister will resign on Friday.", "resign", "2025-08-22", "2025-08-22"),
    ("The minister will resign.", "resign", "2025-08-20", None),
    ("The council will meet in October.", "meet", "2025-10-01", "2025-10-31"),
    ("The minister resigned before 2020.", "resigned", None, "2020-01-01"),
    ("The minister resigned after 2020.", "resigned", "2020-12-31", "2025-08-20"),
    ("After the summit on 15 August, the minister resigned.", "resigned", "2025-08-15", "2025-08-20"),
    ("The minister resigned before the election on 5 May 2024.", "resigned", None, "2024-05-05"),
    ("Three days after the verdict on 10 June 2025, the judge resigned.", "resigned", "2025-06-13", "2025-06-13"),
    ("The army has occupied the town since March.", "occupied", "2025-03-01", None),
    ("The war began on 3 May 2021. Two weeks later, the army seized the town.", "seized", "2021-05-14", "2021-05-20"),
]
USUAL = [
    ("The minister said the plan had failed.", "said", "2025-08-19", "2025-08-20"),
]


def dated(text: str, word: str, *, only_stated: bool) -> tuple[str | None, str | None]:
    """Earliest begin and latest end of the event whose head is *word*."""
    start = text.index(word)
    span = (start, start + len(word))
    bounds = date_spans(Article(text, published=WEDNESDAY), [span], only_stated=only_stated)[0].bounds.as_dict()
    return bounds["begin"]["earliest"], bounds["end"]["latest"]


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), STATED)
def test_what_is_stated(text: str, word: str, earliest: str | None, latest: str | None) -> None:
    """Words and grammar bound an event, inclusively, and nothing else does."""
    assert dated(text, word, only_stated=True) == (earliest, latest)


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), USUAL)
def test_what_is_usual(text: str, word: str, earliest: str | None, latest: str | None) -> None:
    """What is only usual narrows the bounds, and leaving it out gives wider ones."""
    assert dated(text, word, only_stated=False) == (earliest, latest)
    assert dated(text, word, only_stated=True) != (earliest, latest)


def read(text: str, published: str | None = WEDNESDAY) -> Timeline:
    """The timeline of a text, without landmarks."""
    return read_timeline(Article(text, published=published), Landmarks())


def event(timeline: Timeline, word: str) -> Event:
    """The event whose head is a word."""
    return next(one for one in timeline.events if one.head.of(timeline.articles[0].text) == word)


def test_a_report_is_not_earlier_than_what_it_tells() -> None:
    """What was told as past on Tuesday was over on Tuesday."""
    timeline = read("The ministry said on Tuesday that rebels had seized the town.")

    assert event(timeline, "seized").bounds.as_dict()["end"]["latest"] == "2025-08-19"


def test_then_goes_on_usually() -> None:
    """The word "then" puts an event not before those its paragraph told, as what is usual and not as what is stated."""
    timeline = read("The rebels seized the town on 3 May 2025. The army then bombed the bridge.")
    bombed = event(timeline, "bombed")

    assert bombed.bounds.as_dict()["begin"]["earliest"] == "2025-05-03"
    assert bombed.stated is not None
    assert bombed.stated.begin.earliest is None


def test_a_year_carried_on_is_not_stated() -> None:
    """October, in a story, is an October; of which year is usual."""
    timeline = read("The police arrested a man on 3 May 2021. In October the court released him.", None)
    released = event(timeline, "released")

    assert released.edtf == "2021-10"
    assert released.stated is not None
    assert released.stated.begin.earliest is None
    assert any(reason.stratum is Stratum.USUAL for reason in released.reasons)


def test_the_users_day_wins_over_the_text() -> None:
    """A publication day that contradicts the text stands; what does not fit is set aside and named."""
    timeline = read("The minister resigned on Monday, 5 August 2030.", "2025-08-20")

    assert timeline.articles[0].published.as_dict()["earliest"] == "2025-08-20"
    assert timeline.conflicts
    assert all(conflict.against for conflict in timeline.conflicts)


def test_every_bound_has_a_reason_in_the_article() -> None:
    """Each event that is dated says why, and the words of each reason stand where it says."""
    timeline = read("After the summit on 15 August, the minister resigned. The council will meet in October.")
    text = timeline.articles[0].text
    for one in timeline.events:
        assert one.reasons
        assert all(reason.span is None or reason.span.of(text) == reason.text for reason in one.reasons)
