"""Durations that say how far an event lies from another: "three days after the verdict", "a year before he died"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.durations import count_of
from timeline.chrono.expressions import Ago, Ahead
from timeline.chrono.granularity import Granularity
from timeline.model.span import Span
from timeline.model.statement import Denotes, Point
from timeline.reasoning.reading import COUNTED_FROM, Reading, quoted
from timeline.reasoning.sameness import known_as

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Sentence
    from timeline.model.expression import TimeExpression
    from timeline.model.statement import Statement

_BACK = frozenset({"before", "prior to", "ahead of"})
_VAGUE = re.compile(
    r"\b(less|more|over|under|nearly|almost|about|around|at least|up to|within|several|some)\b", re.IGNORECASE
)


def by_distance(reading: Reading, candidate: Candidate, expression: TimeExpression) -> list[Statement]:
    """
    The day that lies so far from the event named behind the duration.

    A length that is only about right ("nearly two weeks after") gives no day; the connective gives the side.
    """
    text = reading.article.text
    signal = COUNTED_FROM.match(text, expression.span.end)
    length = count_of(expression.value)
    if signal is None:
        return []
    other = _behind(reading, candidate, signal.end())
    if other is None:
        return []
    back = signal[1].lower() in _BACK
    span = Span(expression.span.start, other.event.head.end)
    says = f"{quoted(span.of(text))} tells how far it lies from “{other.event.title}”"
    if length is None or expression.mod is not None or _VAGUE.search(expression.text):
        return []
    count, unit = length
    tree = Ago(count, Granularity(unit)) if back else Ahead(count, Granularity(unit))
    constraint = Denotes(candidate.event.id, tree, Point(other.event.id, "begin"))
    return [reading.state(constraint, "distance", says, span=span)]


def _behind(reading: Reading, candidate: Candidate, position: int) -> Candidate | None:
    """
    The event named right behind the connective: "after the arrest", "before he died".

    A noun that tells again what was told before stands for that; nothing further on in the sentence is meant.
    """
    sentence = reading.sentences[candidate.sentence]
    for token in sentence.tokens:
        if token.span.start < position:
            continue
        other = reading.by_token.get((candidate.sentence, token.index))
        if other is not None and other.event.id != candidate.event.id:
            return other
        if token.pos == "NOUN" and token.relation != "compound" and not _opens_clause(sentence, token.index, position):
            return known_as(reading, candidate.sentence, token.index)
        if token.pos in ("VERB", "PUNCT", "CCONJ"):
            return None
    return None


def _opens_clause(sentence: Sentence, noun: int, position: int) -> bool:
    """The noun is the subject of a clause that begins right behind the connective: "after the war had ended"."""
    return any(clause.subject == noun and clause.span.start >= position - 1 for clause in sentence.clauses)
