"""What is shown first: the events that tell the story, few of a short article, more of a long one, never none."""

from __future__ import annotations

import pytest

from tests.events.told import told
from timeline.events.draft import Draft
from timeline.events.extract import MAIN
from timeline.events.weight import shared_out
from timeline.model.event import Status
from timeline.model.span import Span

# A text, and two of its words: the event of the first outweighs that of the second.
OUTWEIGHS = [
    # the headline says what the article is for
    ("Bridge collapses in Ulm\n\nA bridge collapsed on Monday in Ulm. Workers painted a hall.", "collapsed", "painted"),
    # what is new comes first, what is said about it later
    ("A train hit a bus in Metz on Friday. The driver said he had slept.", "hit", "said"),
    # what happened outweighs what did not
    ("The council closed the school. The mayor did not visit the pupils.", "closed", "visit"),
    # a day of its own
    ("Lang left Metz. Brandt left Trier on 3 May 1890.", "left Trier", "left Metz"),
    # what is told again
    ("Brandt resigned. Lang smiled. Brandt's resignation surprised Lang. He left.", "resigned", "left"),
    # the turns of a story, against what goes on beside it
    ("Police arrested Brandt in Ulm. Neighbours watched the officers.", "arrested", "watched"),
]


def _weight(text: str, words: str) -> float:
    """The weight of the event whose head or other mention stands at the start of these words."""
    at = text.index(words)
    found = [c.event.weight for c in told(text) if any(mention.head.start == at for mention in c.event.mentions)]
    return max(found, default=0.0)


def _drafts(*weights: float) -> list[Draft]:
    span = Span(0, 8)
    return [Draft(0, 1, 0, "hit", "It", Status.HAPPENED, span, span, (), (), (), (), weight) for weight in weights]


@pytest.mark.parametrize(("text", "more", "less"), OUTWEIGHS, ids=[more for _, more, _ in OUTWEIGHS])
def test_what_a_reader_goes_by(text: str, more: str, less: str) -> None:
    """Headline words, an early place, a date, mentions and the kind of verb lift an event over one without them."""
    assert _weight(text, more) > _weight(text, less)


def test_a_dull_article_shows_its_few_events() -> None:
    """A timeline is not empty where anything happened."""
    text = "Neighbours watched the officers. A clerk was reading a letter. They waited."

    assert any(candidate.event.weight >= MAIN for candidate in told(text))


@pytest.mark.parametrize(("sentences", "most"), [(10, 20), (100, 60), (400, 110)])
def test_a_long_article_opens_with_its_main_events(sentences: int, most: int) -> None:
    """However many events there are, what is shown first grows with the root of the length."""
    many = _drafts(*(0.5 + 0.5 * (number % 97) / 97 for number in range(5 * sentences)))
    shown = [each for each in shared_out(many, sentences) if each.weight >= MAIN]

    assert 0 < len(shown) <= most


def test_the_order_by_weight_stays() -> None:
    """Stretching weights turns no two events around, and keeps them between 0.05 and 1."""
    many = _drafts(*(0.05 + 0.95 * number / 999 for number in range(1000)))
    weights = [each.weight for each in shared_out(many, 50)]

    assert weights == sorted(weights)
    assert 0.05 <= weights[0] <= weights[-1] <= 1.0


def test_nothing_of_nothing() -> None:
    """No events, no weights."""
    assert shared_out([], 0) == []
