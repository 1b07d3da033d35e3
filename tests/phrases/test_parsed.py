"""Direction where there is a parse: what the clause says, and where the words nearby know better."""

from __future__ import annotations

import pytest

from timeline.grammar.pipeline import parse
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find

VALUES = [
    ("The share is being traded in London and is to resume trading in Paris Friday.", "2025-08-22"),
    ("They said they would look for ways to get around Tuesday's ruling.", "2025-08-19"),
    ("He will attend Tuesday's meeting.", "2025-08-26"),
    ("He said they had been talking about the slated visit of the minister in September.", "2025-09"),
    ("They met in September.", "2024-09"),
    ("Protesters planned a rally in the capital on Saturday.", "2025-08-23"),
    ("On Saturday the protesters planned a rally.", "2025-08-16"),
    ("They would be ready to leave as soon as Friday, he said.", "2025-08-22"),
]


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[text for text, _ in VALUES])
def test_the_parse_tells_last_from_next(text: str, value: str) -> None:
    """The clause gives the direction, unless a possessive, "is to" or a plan beside the expression says more."""
    article = Article(text, published="2025-08-20")
    (found,) = direct(find(text), parse(article), article)
    assert found.value == value
