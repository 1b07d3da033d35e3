"""What comes of what: "…, killing twelve"; "forced the school to close"; "sailed there so divers could film it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status
from timeline.reasoning.causes import cause_class
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.sequence import ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

RULE = "result"
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_PURPOSE = frozenset({"to", "in order to", "so as to", "so", "so that", "in order that"})


def by_result(reading: Reading, candidate: Candidate) -> list[Statement]:
    """What a clause tells as coming of the clause it hangs from, or of the event that is that clause's subject."""
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or clause.negated:
        return []
    if candidate.token not in (clause.predicate, clause.verb):
        return []
    return [*_participle(reading, candidate, clause), *_made(reading, candidate, clause), *_done_by(reading, candidate)]


def _participle(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[Statement]:
    """A participle behind the verb, of a verb of results: "overturned, killing twelve and blocking the road"."""
    sentence = reading.sentences[candidate.sentence]
    verb = sentence.tokens[clause.predicate]
    top, above = clause, reading.parent(sentence, clause)
    while above is not None and top.role is Role.COORDINATE and sentence.tokens[above.predicate].tag == "VBG":
        top, above = above, reading.parent(sentence, above)
    if above is None or verb.tag != "VBG" or clause.tense is not Tense.NONE or top.connective:
        return
    beside = top.role in (Role.PARTICIPLE, Role.ADVERBIAL) and top.predicate > above.predicate
    comma = any(one.text == "," for one in sentence.tokens[max(0, top.predicate - 2) : top.predicate])
    if not beside or not comma or lemma_of(verb) not in cause_class("results") | cause_class("leads"):
        return
    first = reading.event_of_clause(candidate.sentence, above)
    if first is not None and _both(first, candidate):
        yield ordered(reading, first, candidate, "came before what came of it", RULE)


def _made(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[Statement]:
    """What somebody was made to do, or what was done in order to do it: it comes after the verb that governs it."""
    sentence = reading.sentences[candidate.sentence]
    above = reading.parent(sentence, clause)
    if above is None or ((clause.connective or "") not in _PURPOSE and not _so(sentence, clause)):
        return
    verb = sentence.tokens[above.predicate]
    relation = sentence.tokens[clause.predicate].relation
    made = clause.role is Role.INFINITIVE and lemma_of(verb) in cause_class("makes")
    meant = relation == "adverbial" and clause.predicate > above.predicate
    if not made and not meant:
        return
    first = reading.event_of_clause(candidate.sentence, above)
    if first is not None and first.event.id != candidate.event.id and first.event.status in _HAPPENED:
        yield ordered(reading, first, candidate, "was done so that it came about", RULE)
    if made:
        for cause in _subject_of(reading, candidate, above):
            yield ordered(reading, cause, candidate, "made it come about", RULE)


def _so(sentence: Sentence, clause: Clause) -> bool:
    """A clause of purpose: "so researchers could study it"."""
    so = any(
        one.text.lower() == "so" and one.relation in ("adverb", "mark") for one in sentence.children(clause.predicate)
    )
    return so and clause.modal in ("can", "could", "may", "might", "will", "would")


def _done_by(reading: Reading, candidate: Candidate) -> Iterator[Statement]:
    """What an event did to people and things comes of it: "the strikes killed three", "were hurt in the crash"."""
    clause = reading.clause(candidate)
    sentence = reading.sentences[candidate.sentence]
    if clause is None or candidate.event.status not in _HAPPENED:
        return
    if lemma_of(sentence.tokens[clause.predicate]) not in cause_class("results"):
        return
    causes = [] if clause.passive else [*_subject_of(reading, candidate, clause)]
    for modifier in clause.modifiers if clause.passive else ():
        if modifier.preposition in ("in", "by", "during"):
            other = reading.by_token.get((candidate.sentence, modifier.head))
            causes += [other] if other is not None and other.nominal else []
    for cause in causes:
        if _both(cause, candidate):
            yield ordered(reading, cause, candidate, "came before what came of it", RULE)


def _subject_of(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[Candidate]:
    """The event that is the clause's subject, or that is joined to it."""
    if clause.subject is None:
        return
    tokens = reading.sentences[candidate.sentence].tokens
    for token, other in reading.words_of[candidate.sentence]:
        joined = tokens[token].relation == "conjunct" and tokens[token].head == clause.subject
        if other.nominal and (token == clause.subject or joined) and other.event.id != candidate.event.id:
            yield other


def _both(first: Candidate, second: Candidate) -> bool:
    happened = first.event.status in _HAPPENED and second.event.status in _HAPPENED
    return happened and first.event.id != second.event.id
