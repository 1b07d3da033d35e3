"""What is shown first: the events that tell the story, few of a short article, more of a long one, never none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.told import told
from timeline.events.actor import Actor
from timeline.events.draft import Draft
from timeline.events.extract import MAIN
from timeline.events.weight import shared_out, thin
from timeline.model.event import Status
from timeline.model.expression import TimeExpression
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


_DAY = TimeExpression(Span(9, 19), "3 May 1990", "DATE", "1990-05-03", None)


def _titled(
    title: str,
    *,
    lemma: str = "",
    nominal: bool = False,
    times: tuple[TimeExpression, ...] = (),
    actors: tuple[Actor, ...] = (),
    landmark: str | None = None,
    told: int = 1,
) -> Draft:
    """An event of this title, told so many times."""
    again = tuple(_drafts(*[0.5] * (told - 1)))
    draft = replace(_drafts(0.5)[0], title=title, lemma=lemma, nominal=nominal, also=again)
    return replace(draft, times=times, actors=actors, landmark=landmark)


@pytest.mark.parametrize(("text", "more", "less"), OUTWEIGHS, ids=[more for _, more, _ in OUTWEIGHS])
def test_what_a_reader_goes_by(text: str, more: str, less: str) -> None:
    """Headline words, an early place, a date, mentions and the kind of verb lift an event over one without them."""
    assert _weight(text, more) > _weight(text, less)


@pytest.mark.parametrize(
    "draft",
    [
        _titled("News conference", nominal=True),
        _titled("Offer", nominal=True),
        _titled("Popular vote", nominal=True, told=2),
        _titled("Tragedies occur", lemma="occur"),
        _titled("Charges taken", lemma="take"),
    ],
)
def test_a_thin_title_tells_a_sort_of_thing_alone(draft: Draft) -> None:
    """One or two words that name nobody, at no stated time and told once or twice, are thin."""
    assert thin(draft)


@pytest.mark.parametrize(
    "draft",
    [
        _titled("Brandt's shooting", nominal=True, actors=(Actor("Brandt", "Brandt", "person"),)),
        _titled("News conference", nominal=True, times=(_DAY,)),
        _titled("Popular vote", nominal=True, told=3),
        _titled("Popular vote", nominal=True, landmark="a-vote"),
        _titled("Tragedies occur in Metz", lemma="occur"),
        _titled("Charges dropped", lemma="drop"),
    ],
)
def test_what_tells_more_is_not_thin(draft: Draft) -> None:
    """Somebody, a day, several mentions, a known event, a place or a verb of its own make a title worth reading."""
    assert not thin(draft)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("Measures were taken.", "Measures were dropped."),
        ("Tragedies occurred.", "Tragedies occurred in Trier."),
        ("After the presidential elections he left.", "After the presidential elections of May 1990 he left."),
    ],
)
def test_a_thin_title_weighs_less(less: str, more: str) -> None:
    """What tells little comes behind what stands in the same place and tells more."""
    frame = "A fire destroyed two houses in Metz. {} Lang painted a hall."
    first, second = (told(frame.format(text))[1].event for text in (less, more))

    assert first.weight < second.weight


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
