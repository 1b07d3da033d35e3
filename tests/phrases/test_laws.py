"""Laws of reading: any text is read, spans lie in it, and bounds are sound."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.phrases.corpus import positive
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.chrono.expressions import resolve
from timeline.chrono.treedata import from_data, to_data
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.phrases.reading import timex

PHRASES = sorted({case.text for case in positive()})
WORDS = re.split(
    " ",
    "the of and to - – , . ' 's in last next this early late end first second third half a few several may march april "
    "monday Tuesday 5 31 45 1999 2025-13-40 99999 10:30 25:99 p.m. BC quarter year years ago May April 03/04/2025 "
    "31/31/2025 0 00 000 ½ ² １９９９ century decade 1990s before after until \n\n",
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PHRASES), max_size=8).map(" ".join),
)


@given(texts, st.sampled_from([None, "2025-08-20", "0001-01-01", "9999-12-31", "-9999-01-01"]))
def test_any_text_is_read(text: str, published: str | None) -> None:
    """No text is a fault; every expression is its own slice of it, and they come in order and apart."""
    found = list(timex(direct(find(text), [], Article(text, published=published))))
    assert all(each.span.of(text) == each.text for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    """The same text gives the same expressions."""
    assert find(text) == find(text)


@given(texts)
def test_every_tree_can_be_saved(text: str) -> None:
    """Every tree goes into a saved timeline and comes back."""
    for each in direct(find(text), [], Article(text)):
        if each.tree is not None:
            assert from_data(to_data(each.tree)) == each.tree


days = st.integers(day_number(1900), day_number(2100))


@pytest.mark.parametrize("text", PHRASES[::29])
@given(days, days, st.floats(0, 1))
def test_bounds_are_sound(text: str, one: int, other: int, where: float) -> None:
    """What an expression means on a day lies within what it means on a day that is only bounded."""
    first, last = min(one, other), max(one, other)
    day = first + int((last - first) * where)
    for each in direct(find(text), [], Article(text)):
        if each.tree is not None and each.anchor in ("none", "publication"):
            wide = resolve(each.tree, Range(start_of(first), last_of(last)))
            narrow = resolve(each.tree, Range(start_of(day), last_of(day)))
            assert wide.contains(narrow)
