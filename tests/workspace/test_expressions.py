"""`timeline.find_time_expressions`: what a program gets for the times of an article."""

from __future__ import annotations

import pytest

import timeline
from timeline.chrono.expressions import Last, Weekday

TEXT = "The minister resigned on Tuesday. The council will meet from 14 to 16 October."


@pytest.mark.parametrize("parse", [True, False])
def test_each_expression_has_its_value_bounds_and_tree(parse: bool) -> None:  # noqa: FBT001 - a table's column
    """Begin and end follow from the publication day, and a stretch is its two ends."""
    article = timeline.Article(TEXT, published="2025-08-20")
    tuesday, first, last = timeline.find_time_expressions(article, parse=parse)

    assert (tuesday.text, tuesday.type, tuesday.value, tuesday.mod) == ("Tuesday", "DATE", "2025-08-19", None)
    assert tuesday.span.of(TEXT) == tuesday.text
    assert tuesday.tree == Last(Weekday(1))
    assert tuesday.begin.as_dict()["earliest"] == "2025-08-19"
    assert tuesday.end.as_dict()["latest"] == "2025-08-19"
    assert [first.value, last.value] == ["2025-10-14", "2025-10-16"]


def test_without_a_publication_day_bounds_stay_open() -> None:
    """A time that hangs on publication has a tree and no bounds; an absolute one has both."""
    tuesday, year = timeline.find_time_expressions(timeline.Article("He resigned on Tuesday. He was elected in 1999."))

    assert tuesday.bounds.open
    assert tuesday.tree == Last(Weekday(1))
    assert year.begin.as_dict()["earliest"] == "1999-01-01"
