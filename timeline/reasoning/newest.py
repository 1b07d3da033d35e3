"""
What is newest in an article: its lead. Its background comes before it, and what is said of it comes after.

Of order alone, and only usual: an article may go on to tell what happened since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.reasoning.causes import cause_class
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.newsday import of_the_past, told
from timeline.reasoning.reading import says_when
from timeline.reasoning.sequence import ordered
from timeline.reasoning.stages import side_by_side

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

RULE = "aside"
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_EARLIER = frozenset({"earlier", "previously", "originally", "initially", "formerly", "once", "already"})
_BEHIND = (Role.MAIN, Role.COORDINATE)


def around_the_lead(reading: Reading) -> list[Statement]:
    """The background comes before the event that the article opens with, and what answers that comes after it."""
    lead = _lead(reading)
    if lead is None or of_the_past(reading):
        return []
    found = []
    for candidate in reading.candidates:
        if candidate.event.id == lead.event.id or candidate.sentence == lead.sentence:
            continue
        if _background(reading, candidate):
            found.append(ordered(reading, candidate, lead, "is told as earlier than the news", RULE))
        elif _answers(reading, candidate) and not side_by_side(reading, lead, candidate):
            found.append(ordered(reading, lead, candidate, "is what it answers", RULE))
    return found


def _lead(reading: Reading) -> Candidate | None:
    """The event of the first sentence that tells any: what its main verb tells, and no statement."""
    number = next((n for n, one in enumerate(reading.sentences) if one.clauses and reading.by_sentence[n]), None)
    if number is None:
        return None
    for one in reading.by_sentence[number]:
        clause = reading.clause(one)
        fresh = clause is not None and clause.perfect and clause.tense is Tense.PRESENT and clause.role is Role.MAIN
        if one.nominal or one.speech or one.event.kind is Kind.SPAN or one.event.status is not Status.HAPPENED:
            continue
        if told(reading, one) or fresh:
            return one
    return None


def _background(reading: Reading, candidate: Candidate) -> bool:
    """In the past perfect, or with a word that says it was before: "was earlier approved"."""
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or candidate.event.status not in _HAPPENED or clause.quoted:
        return False
    if clause.role not in _BEHIND or clause.tense is not Tense.PAST:
        return False
    sentence = reading.sentences[candidate.sentence]
    words = (one.text.lower() for one in sentence.children(clause.predicate) if one.relation == "adverb")
    return clause.perfect or any(word in _EARLIER for word in words)


def _answers(reading: Reading, candidate: Candidate) -> bool:
    """A reaction in the article's own line, of no time of its own: "has condemned", "the outcry"."""
    clause = reading.clause(candidate)
    if clause is None or candidate.event.status not in _HAPPENED or clause.negated or clause.quoted:
        return False
    if clause.role not in _BEHIND or any(says_when(time) for time in candidate.times):
        return False
    if clause.tense is Tense.PAST and clause.perfect:
        return False
    sentence = reading.sentences[candidate.sentence]
    token = sentence.tokens[candidate.token]
    if candidate.nominal:
        return token.lemma.lower() in cause_class("reaction nouns")
    return lemma_of(token) in cause_class("reactions")
