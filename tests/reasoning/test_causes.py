"""What led to what: the order that verbs and prepositions of cause and answer give."""

from __future__ import annotations

import re

import pytest

from timeline.model.article import Article
from timeline.pipeline import order_spans

# the text; the heads of its events; of those, which comes before which
ORDERED = [
    ("The regulator fined the mill for dumping waste.", "fined|dumping", ("dumping", "fined")),
    ("Two men were jailed for the murder of a guard.", "jailed|murder", ("murder", "jailed")),
    ("The union condemned the attack.", "condemned|attack", ("attack", "condemned")),
    ("The crash triggered a recall.", "crash|recall", ("crash", "recall")),
    ("The eruption was followed by a tsunami.", "eruption|tsunami", ("eruption", "tsunami")),
    ("Riots followed the verdict.", "Riots|verdict", ("verdict", "Riots")),
    ("The flood was caused by a landslide.", "flood|landslide", ("landslide", "flood")),
    ("Schools were closed due to a strike.", "closed|strike", ("strike", "closed")),
    ("In response to the strike, the district sued the union.", "strike|sued", ("strike", "sued")),
    ("The board took the decision in the aftermath of the fire.", "decision|fire", ("fire", "decision")),
    ("The clerk was accused of the theft.", "accused|theft", ("theft", "accused")),
]


def _order(text: str, heads: str, *, only_stated: bool = False) -> list[tuple[str, str]]:
    spans = [found.span() for found in re.finditer(heads, text)]
    pairs = order_spans(Article(text, published="2025-08-20"), spans, only_stated=only_stated)
    return [(text[slice(*spans[one])], text[slice(*spans[other])]) for one, other in pairs]


@pytest.mark.parametrize(("text", "heads", "pair"), ORDERED)
def test_a_cause_comes_first(text: str, heads: str, pair: tuple[str, str]) -> None:
    """What led to something, or is answered by something, comes before it and not behind."""
    found = _order(text, heads)

    assert pair in found
    assert pair[::-1] not in found


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The crash did not trigger a recall.", "crash|recall"),
        ("The minister paid for the dinner.", "paid|dinner"),
        ("The envoy visited the camp with a delegation.", "visited|delegation"),
    ],
)
def test_what_is_no_cause_orders_nothing(text: str, heads: str) -> None:
    """A negated cause, and a preposition that answers nothing, say nothing of order."""
    assert _order(text, heads) == []


def test_a_cause_is_only_usual() -> None:
    """What a verb says led to what may go on beside it: the order is usual and can be left out."""
    assert _order("The crash triggered a recall.", "crash|recall", only_stated=True) == []
