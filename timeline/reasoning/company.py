"""What happens together with what it is told with: participles, "when", occasions, what a verb merely carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.kinds import verb_lasts
from timeline.events.lexicon import noun_is, verb_is
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.span import Span
from timeline.model.statement import Distance, Point, Statement, Stratum
from timeline.reasoning.causes import cause_class
from timeline.reasoning.moods import Mood, lemma_of, standing
from timeline.reasoning.reading import Reading, quoted, says_when

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause

_WITH = frozenset({"", "by", "as", "while", "when", "in"})
_WHILE = frozenset({"when", "as", "while"})
_AT = frozenset({"in", "at", "during"})
_HAPPENED = (Status.HAPPENED, Status.REPORTED)


def by_company(reading: Reading, candidate: Candidate) -> list[Statement]:
    """What carries no time of its own is, usually, of the day of the event it is told with."""
    if any(says_when(time) for time in candidate.times) or candidate.event.status not in _HAPPENED:
        return []
    clause = reading.clause(candidate)
    if clause is None:
        return []
    if candidate.nominal:
        return _noun(reading, candidate, clause)
    return _clause(reading, candidate, clause)


def _clause(reading: Reading, candidate: Candidate, clause: Clause) -> list[Statement]:
    """Participles and clauses of time: "…, killing twelve"; "by promising"; "when the robbers fired"."""
    sentence = reading.sentences[candidate.sentence]
    parent = reading.parent(sentence, clause)
    if parent is None or candidate.token not in (clause.predicate, clause.verb) or clause.perfect or clause.modal:
        return []
    connective = (clause.connective or "").lower()
    participle = clause.tense is Tense.NONE and sentence.tokens[clause.predicate].tag == "VBG" and connective in _WITH
    beside = participle and clause.role in (Role.PARTICIPLE, Role.ADVERBIAL)
    meanwhile = clause.role is Role.ADVERBIAL and clause.tense is Tense.PAST and connective in _WHILE
    stand = standing(reading, candidate)
    done = clause.role is Role.INFINITIVE and stand is not None and stand.mood is Mood.PLAIN  # "managed to flee"
    if not beside and not meanwhile and not done:
        return []
    above = reading.event_of_clause(candidate.sentence, parent)
    if meanwhile and above is not None and above.speech:
        return []  # "announced that it had raised the alarm when bombers came": of what was told, or of the telling
    if meanwhile and connective == "when" and above is not None and _under_way(reading, above):
        return _within(reading, candidate, above, Span(clause.span.start, clause.span.end))
    word = connective or reading.words(sentence.tokens[clause.predicate])
    return _same_day(reading, candidate, above, Span(clause.span.start, clause.span.end), word)


def _under_way(reading: Reading, above: Candidate) -> bool:
    """It was going on when something happened: "was flying to Moscow when he fell ill"."""
    clause = reading.clause(above)
    return clause is not None and clause.progressive and clause.tense is Tense.PAST and not above.nominal


def _within(reading: Reading, candidate: Candidate, above: Candidate, span: Span) -> list[Statement]:
    says = f"“{above.event.title}” was going on when it happened"
    constraints = (
        Distance(Point(above.event.id, "begin"), Point(candidate.event.id, "begin"), least=0),
        Distance(Point(candidate.event.id, "end"), Point(above.event.id, "end"), least=0),
    )
    return [reading.state(constraint, "told together", says, span=span) for constraint in constraints]


def _noun(reading: Reading, candidate: Candidate, clause: Clause) -> list[Statement]:
    """Occasions and what a verb did: "in a speech he said"; "filed a lawsuit", "gave a keynote"."""
    sentence = reading.sentences[candidate.sentence]
    token = sentence.tokens[candidate.token]
    if token.head != clause.predicate:
        return []
    case = reading.case(candidate.sentence, candidate.token)
    verb = lemma_of(sentence.tokens[clause.predicate])
    occasion = case is not None and case.words in _AT and noun_is(token.lemma.lower(), "occasion", "event")
    carried = token.relation == "object" and verb_is(verb, "light")
    carried = carried or (token.relation == "subject" and _told_of(clause, verb))
    if not occasion and not carried:
        return []
    above = reading.event_of_clause(candidate.sentence, clause)
    return _same_day(reading, candidate, above, token.span, reading.words(token))


def _told_of(clause: Clause, verb: str) -> bool:
    """What the noun names is what did it, "a tsunami struck the coast": not what only led to it or came of it."""
    if clause.passive or clause.perfect or clause.copular or clause.negated or clause.tense is not Tense.PAST:
        return False
    return not verb_lasts(verb, "state") and not any(
        verb in cause_class(name) for name in ("leads", "makes", "follows", "reactions", "answers")
    )


def _same_day(
    reading: Reading, candidate: Candidate, above: Candidate | None, span: Span, word: str
) -> list[Statement]:
    """Two points of one day: only where neither of them lasts, and the one that governs has happened."""
    if above is None or above.event.id == candidate.event.id or above.event.status not in _HAPPENED:
        return []
    if Kind.SPAN in (candidate.event.kind, above.event.kind):
        return []
    stand = standing(reading, above)
    if stand is None or stand.mood is not Mood.PLAIN:
        return []
    says = f"{quoted(word)} tells it together with “{above.event.title}”: usually the same day"
    constraint = Distance(Point(above.event.id, "begin"), Point(candidate.event.id, "begin"), least=0, most=0)
    return [reading.state(constraint, "told together", says, span=span, stratum=Stratum.USUAL)]
