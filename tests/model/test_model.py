"""The nouns every stage shares: values that cannot change, and the few rules they carry."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.chrono.iso import iso_day
from timeline.errors import DateError
from timeline.model.article import Article, replace_article
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import Reason, Statement, Stratum, Within, publication

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text())
def test_an_article_is_known_by_its_text(text: str) -> None:
    """The same text has the same id tomorrow, and the text is kept as given."""
    assert Article(text).id == Article(text, "2025-08-20", title="Another").id
    assert Article(text).text == text


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_different_texts_have_different_ids(texts: list[str]) -> None:
    """An id stands for one text."""
    assert Article(texts[0]).id != Article(texts[1]).id


@given(strategies.days)
def test_a_publication_day_is_a_whole_day(day: int) -> None:
    """An ISO day becomes the range of its moments, given by the user."""
    article = Article("words", iso_day(day))
    assert article.published == Range(start_of(day), last_of(day))
    assert article.given == "user"
    assert Article("words").published.open
    assert Article("words").given is None


@pytest.mark.parametrize("published", ["yesterday", "2025-02-30", "2025-08-20T10:00", "", "20/08/2025"])
def test_an_impossible_publication_day_is_refused(published: str) -> None:
    """One sentence with the day and how to write it."""
    with pytest.raises(DateError, match="write it as 2025-08-20"):
        Article("words", published)


@given(strategies.articles("a1"), strategies.day_ranges())
def test_a_new_publication_day_leaves_the_rest(article: Article, published: Range) -> None:
    """Setting the day changes nothing else, and clearing it gives the first article again."""
    changed = article.with_published(published, "user")
    assert changed.published == published
    assert (changed.text, changed.title, changed.id) == (article.text, article.title, article.id)
    assert changed.with_published(article.published, article.given) == article
    assert replace_article(article) == article


@given(spans, spans, st.text(min_size=20, max_size=20))
def test_spans_are_slices(one: Span, other: Span, text: str) -> None:
    """A span covers what lies inside it, and meets what shares a character."""
    inside, beside = set(range(*one)), set(range(*other))
    assert one.of(text) == text[one.start : one.end]
    assert one.meets(other) == other.meets(one)
    if inside and beside:
        assert one.covers(other) == (beside <= inside)
        assert one.meets(other) == bool(inside & beside)


def test_strata_are_ranked_from_the_strongest() -> None:
    """What the user says comes first, what is merely usual last."""
    assert sorted(Stratum, key=lambda stratum: stratum.rank) == [
        Stratum.EDIT,
        Stratum.TEXT,
        Stratum.METADATA,
        Stratum.LANDMARK,
        Stratum.USUAL,
    ]


@given(strategies.constraints(["e1"]), strategies.reasons, strategies.reasons)
def test_reasons_take_no_part_in_equality(constraint: Within, one: Reason, other: Reason) -> None:
    """Two statements that claim the same are equal, whoever made them."""
    assert Statement(constraint, Stratum.TEXT, one) == Statement(constraint, Stratum.TEXT, other)
    assert Statement(constraint, Stratum.TEXT, one) != Statement(constraint, Stratum.USUAL, one)


def test_an_article_and_an_event_are_never_one_subject() -> None:
    """The publication day of an article has a subject of its own."""
    assert publication("a1") != "a1"
    assert publication("a1") != publication("a2")


@given(strategies.timelines(3))
def test_events_quote_their_article(timeline: Timeline) -> None:
    """A quote is exactly the slice that its span names, and the head lies in it."""
    texts = {article.id: article.text for article in timeline.articles}
    for event in timeline.events:
        assert event.span.of(texts[event.article]) == event.quote
        assert event.span.covers(event.head)


@given(strategies.timelines(3))
def test_timelines_are_values(timeline: Timeline) -> None:
    """Nothing shared between stages can be changed in place."""
    values: list[Timeline | Article | Event | Statement] = [timeline, *timeline.articles, *timeline.events]
    for value in [*values, *timeline.statements]:
        for field in dataclasses.fields(value):
            with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
                setattr(value, field.name, None)


def test_an_event_of_which_nothing_is_known() -> None:
    """Its bounds are open, it has no offset, and it is not hidden."""
    event = Event("e1", "a1", "A title", "quote", Span(0, 5), Span(0, 5))
    assert event.bounds == Bounds()
    assert event.bounds.open
    assert event.offset is None
    assert not event.hidden
    assert Bounds.of_day(day_number(2025, 8, 19)) != event.bounds
