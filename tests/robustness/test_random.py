"""Reading never fails, whatever the text, and keeps its promises about places and dates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.articles import markup

_WORDS = (
    *(
        "the",
        "a",
        "of",
        "in",
        "on",
        "by",
        "to",
        "and",
        "but",
        "that",
        "who",
        "which",
        "not",
        "after",
        "before",
        "since",
    ),
    *("was", "had", "has", "is", "will", "would", "said", "told", "denied", "plans", "agreed", "died", "met", "sold"),
    *("Smith", "Anna", "Paris", "the BBC", "NATO", "President", "Mrs", "U.S.", "he", "she", "they", "it", "his", "its"),
    *("war", "meeting", "summit", "election", "fire", "mill", "bridge", "talks", "police", "minister", "report"),
    *("May", "Monday", "last week", "yesterday", "5 March", "2019", "in 1871", "the 1990s", "three days later"),
    *("31 February", "44 BC", "10:30", "99:99", "Q3", "2019-02-30", "the 19th century", "12/13/14", "0", "1e9"),
    *(".", ",", ";", ":", "?", "!", "—", "-", "…", "(", ")", "[", "]", "“", "”", '"', "'s", "’", "\n", "\n\n", "\t"),
    *("<b>", "</p>", "&amp;", "[[", "]]", "{{", "**", "`", "https://a.org/2019/01/02", "[1]", "• ", "1. ", "# ", "\r"),
    *("🎉", "\u200b", "\u00ad", "\u202e", "\x00", "\ud800", "é", "日本", "مرحبا", "re -", "ﬁ", "\ufeff", "\x1b[1m"),
    *("PARIS, May 3 (AP) —", "Published 5 May 2019", "By Anna Smith", "=== x ===", "said: “I", "SMITH:", "per cent"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=8)), max_size=60).flatmap(
    lambda words: st.sampled_from(["", " ", " ", " ", "\n"]).map(lambda between: between.join(words))
)


def read(text: str) -> None:
    """The text is read, and what comes of it holds together."""
    chronicle = timeline.extract(timeline.Article(text))
    for event in chronicle.events:
        assert event.title.strip()
        assert event.quote == text[event.span.start : event.span.end]
        assert 0 <= event.span.start <= event.head.start < event.head.end <= event.span.end <= len(text)
        assert not event.bounds.empty


@given(TEXTS)
@settings(max_examples=60)
def test_any_mixture_is_read(text: str) -> None:
    """Words, dates, marks and characters of any kind, in any order, give a timeline and no fault."""
    read(text)


@pytest.mark.soak
@given(TEXTS)
def test_very_many_mixtures_are_read(text: str) -> None:
    """The same, for hours where it is wanted."""
    read(text)


@given(st.one_of(TEXTS, st.text()))
def test_what_is_readable_has_its_characters_in_their_places(text: str) -> None:
    """Markup is blanked where it stands: the readable text is as long, and nothing is in it but blanks for marks."""
    readable = markup.readable(text)

    put = {new for old, new in zip(text, readable, strict=True) if new != old}

    assert len(readable) == len(text)
    assert "&" in text or all(character.isspace() or character in "\u2060#-" for character in put)
