"""Direction and year from the discourse: what `find` left open is settled, expression by expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.phrases.focus import Telling, telling
from timeline.phrases.meaning import Named, Repeated, Vague
from timeline.phrases.reading import Reading, timex
from timeline.phrases.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.grammar.syntax import Sentence
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression


def direct(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence], article: Article
) -> list[TimeExpression]:
    """
    The same expressions with direction, anchor and value, as far as the text and the publication day give them.

    A tree is anchored at the publication day or needs no anchor; one told from another time of the text ("two days
    later") has that time inside it, and its place as `anchor_span`. Only an expression tied to an event has that as
    its anchor. Without *sentences* (no parse) the direction comes from the verb forms and prepositions nearby.
    """
    readings = [each for each in timex(expressions) if isinstance(each, Reading)]
    kind = telling(readings, article.published)
    teller = Teller(article.text, sentences, article.published, kind, article.source)
    teller.plan(readings)
    found = [teller.settle(each) if isinstance(each, Reading) else each for each in expressions]
    return found if kind is Telling.STORY else [each for each in found if not _of_histories(each)]


def _of_histories(expression: TimeExpression) -> bool:
    meaning = expression.meaning if isinstance(expression, Reading) else None
    return isinstance(meaning, (Vague, Named, Repeated)) and meaning.histories
