"""Direction where there is a parse: what the clause says, and where the words nearby know better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.chrono.expressions import Either, Last, MonthDay, Next
from timeline.grammar.pipeline import parse
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.phrases.tenses import Index

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree

VALUES = [
    ("The share is being traded in London and is to resume trading in Paris Friday.", "2025-08-22"),
    ("They said they would look for ways to get around Tuesday's ruling.", "2025-08-19"),
    ("He will attend Tuesday's meeting.", "2025-08-26"),
    ("He said they had been talking about the slated visit of the minister in September.", "2025-09"),
    ("They met in September.", "2024-09"),
    ("Protesters planned a rally in the capital on Saturday.", "2025-08-23"),
    ("On Saturday the protesters planned a rally.", "2025-08-16"),
    ("The exhibition opens on Friday.", "2025-08-22"),
    ("On Friday the exhibition opens in the old mill.", "2025-08-22"),
    ("The trial begins on Monday.", "2025-08-25"),
    ("The leaders meet in the palace on Tuesday.", "2025-08-19"),
    ("The ministers meet on Thursday in Oslo.", "2025-08-21"),
    ("Tickets go on sale on Saturday.", "2025-08-23"),
    ("The new law takes effect on Friday, the council said.", "2025-08-22"),
    ("A man dies in a crash on Friday.", "2025-08-15"),
    ("The minister says on Friday the plan failed.", "2025-08-15"),
    ("Shares close higher on Friday.", "2025-08-15"),
    ("The exhibition opened on Friday.", "2025-08-15"),
    ("The mayor is visiting Leeds on Friday.", "2025-08-22"),
    ("The festival is due to begin on May 3.", "2026-05-03"),
    ("Elections are due on November 8, officials said.", "2025-11-08"),
    ("The trial starts on January 6.", "2026-01-06"),
    ("Engineers began to drain the reservoir on Monday.", "2025-08-18"),
    ("Police started to search the house on Friday.", "2025-08-15"),
    ("He failed to appear in court on June 5.", "2025-06-05"),
    ("The board hopes to start to drain it on Friday.", "2025-08-22"),
    ("Police are investigating a robbery that happened on Friday.", "2025-08-15"),
    ("They would be ready to leave as soon as Friday, he said.", "2025-08-22"),
]


MAY = MonthDay(5, 3)
WAYS = [
    ("The festival is due to begin on May 3.", Next(MAY)),
    ("The festival opens on May 3.", Next(MAY)),
    ("The festival was opened on May 3.", Last(MAY)),
    ("The festival honours a saint on May 3.", Either(Last(MAY), Next(MAY))),
]


@pytest.mark.parametrize(("text", "tree"), WAYS, ids=[text for text, _ in WAYS])
def test_without_a_day_of_publication_the_present_alone_tells_no_way(text: str, tree: Tree) -> None:
    """What is due, or on a schedule, lies ahead; of what only is, both years stand."""
    article = Article(text)
    (found,) = direct(find(text), parse(article), article)
    assert found.tree == tree


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[text for text, _ in VALUES])
def test_the_parse_tells_last_from_next(text: str, value: str) -> None:
    """The clause gives the direction, unless a possessive, "is to" or a plan beside the expression says more."""
    article = Article(text, published="2025-08-20")
    (found,) = direct(find(text), parse(article), article)
    assert found.value == value


def test_a_heading_tells_of_what_has_been() -> None:
    """The present of a headline looks neither way: the schedule's reading is for sentences."""
    article = Article("Rovers meet Athletic on Friday\n\nThe sides drew before a full house.", published="2025-08-20")
    sentences = parse(article)
    assert sentences[0].heading
    assert not Index(sentences).scheduled(find(article.text)[0].span)
