"""Two words that tell one event in one place: "took the decision", "a suit was filed", "the blast occurred"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is
from timeline.model.statement import Distance, Point
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

RULE = "one telling"
# Beside the light verbs: what is done by handing it in or out, or by its mere beginning.
_HANDS = frozenset({"file", "lodge", "issue", "hand", "impose", "serve", "receive", "deal"})


def one_telling(reading: Reading) -> list[Statement]:
    """A noun and the verb that only carries it are one event; of their order alone."""
    found = []
    for candidate in reading.candidates:
        carrier = _carrier(reading, candidate)
        if carrier is not None:
            words = quoted(candidate.event.head.of(reading.article.text))
            says = f"{words} and “{carrier.event.title}” tell one event"
            constraint = Distance(
                Point(carrier.event.id, "begin"), Point(candidate.event.id, "begin"), least=None, most=None
            )
            found.append(reading.state(constraint, RULE, says, span=candidate.event.head))
    return found


def _carrier(reading: Reading, candidate: Candidate) -> Candidate | None:
    """The verb that the noun is the object of, or of the passive the subject; or that says it took place."""
    clause = reading.clause(candidate)
    if clause is None or not candidate.nominal or clause.negated:
        return None
    sentence = reading.sentences[candidate.sentence]
    verb, noun = lemma_of(sentence.tokens[clause.predicate]), sentence.tokens[candidate.token]
    if noun.head != clause.predicate:
        return None
    hands = verb in _HANDS or verb_is(verb, "light")
    acted = noun.relation == "object" or (noun.relation == "subject" and clause.passive)
    occurs = noun.relation == "subject" and verb_is(verb, "happen")
    if not (hands and acted) and not occurs:
        return None
    carrier = reading.event_of_clause(candidate.sentence, clause)
    return None if carrier is None or carrier.event.id == candidate.event.id else carrier
