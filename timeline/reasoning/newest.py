"""
What is newest in an article: its lead. Its background comes before it, and what is said of it comes after.

Of order alone, and only usual: an article may go on to tell what happened since.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.statement import Distance, Point, Stratum
from timeline.reasoning.causes import cause_class
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.newsday import of_the_past, told
from timeline.reasoning.reading import says_when
from timeline.reasoning.sequence import ordered
from timeline.reasoning.stages import side_by_side

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

RULE = "aside"
RECENT = "recent"
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_EARLIER = frozenset({"earlier", "previously", "originally", "initially", "formerly", "once", "already"})
_LONG = frozenset(
    {"ever", "never", "often", "always", "long", "already", "previously", "historically", "twice", "once"}
)
_BEFORE_NOW = re.compile(r"\b(earlier|previous)\b", re.IGNORECASE)
_LINE = (Role.MAIN, Role.COORDINATE)
_FARTHEST = 20  # further back than any paragraph of news: time stays linear
_YEARS = re.compile(r"\d{4}|\b(year|decade|century|centuries|month|ago|earlier)", re.IGNORECASE)
_NEAR = 4  # events of the story that what is so now is compared with, the last told: time stays linear


def around_the_lead(reading: Reading) -> list[Statement]:
    """
    The background comes before the event that the article opens with, and what answers that comes after it.

    What is so now ("has been arrested", "are searching") comes after what the story told before that.
    """
    lead = _lead(reading)
    if of_the_past(reading):
        return []
    found = [_recent(reading, one) for one in reading.candidates if _of_the_news(reading, one)]
    line: list[Candidate] = list(lead)
    for candidate in sorted(reading.candidates, key=lambda one: one.event.head):
        if lead and candidate.sentence == lead[0].sentence:
            continue
        clause = reading.clause(candidate)
        if clause is None or candidate.event.status not in _HAPPENED or clause.quoted or clause.negated:
            continue
        if _background(reading, candidate, clause):
            found += [ordered(reading, candidate, one, "is told as earlier than the news", RULE) for one in lead]
        elif _answers(reading, candidate, clause):
            found += [
                ordered(reading, one, candidate, "is what it answers", RULE)
                for one in lead
                if not side_by_side(reading, one, candidate)
            ]
        elif _of_now(reading, candidate, clause):
            earlier = dict.fromkeys([*lead, *line[-_NEAR:]])
            found += [
                ordered(reading, one, candidate, "is past where that is so now", RULE)
                for one in earlier
                if not side_by_side(reading, one, candidate)
            ]
        elif not candidate.speech and candidate.event.kind is Kind.DAY and told(reading, candidate):
            line.append(candidate)
    return found


def _recent(reading: Reading, candidate: Candidate) -> Statement:
    says = f"“{candidate.event.title}” carries no time in an article of news: usually of the last year"
    constraint = Distance(Point(candidate.event.id, "begin"), reading.published, least=None, most=None)
    return reading.state(constraint, RECENT, says, span=candidate.event.head, stratum=Stratum.USUAL)


def _of_the_news(reading: Reading, candidate: Candidate) -> bool:
    """Told as having happened, and neither in its sentence nor before it in its paragraph is a time of years."""
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or candidate.event.status not in _HAPPENED or candidate.times:
        return False
    if clause.role not in (*_LINE, Role.COMPLEMENT) or candidate.event.kind is Kind.SPAN:
        return False
    if clause.perfect is (clause.tense is Tense.PAST) or clause.tense not in (Tense.PAST, Tense.PRESENT):
        return False
    here = reading.sentences[candidate.sentence].paragraph
    for number in range(candidate.sentence, max(-1, candidate.sentence - _FARTHEST), -1):
        if reading.sentences[number].paragraph != here:
            break
        if any(_YEARS.search(time.text) for time in reading.times_of[number]):
            return False
    return True


def _lead(reading: Reading) -> list[Candidate]:
    """What the first sentence that tells anything tells in its main clauses, and what a statement there is about."""
    number = next((n for n, one in enumerate(reading.sentences) if one.clauses and reading.by_sentence[n]), None)
    if number is None:
        return []
    found: list[Candidate] = []
    for one in reading.by_sentence[number]:
        clause = reading.clause(one)
        if clause is None or one.sentence != number or one.nominal or one.event.status not in _HAPPENED:
            continue
        above = reading.parent(reading.sentences[number], clause)
        spoken = None if above is None else reading.event_of_clause(number, above)
        told_of = clause.role is Role.COMPLEMENT and spoken is not None and spoken.speech
        content = told_of and not clause.perfect and not clause.copular
        fresh = clause.perfect and clause.tense is Tense.PRESENT and clause.role in _LINE
        if content or (one.event.kind is Kind.DAY and (fresh or told(reading, one))):
            found.append(one)
    return found


def _background(reading: Reading, candidate: Candidate, clause: Clause) -> bool:
    """In the past perfect, or with a word that says it was before: "was earlier approved", "earlier this year"."""
    if candidate.nominal or clause.role not in _LINE or clause.tense is not Tense.PAST:
        return False
    sentence = reading.sentences[candidate.sentence]
    words = (one.text.lower() for one in sentence.children(clause.predicate) if one.relation == "adverb")
    if clause.perfect or any(word in _EARLIER for word in words):
        return True
    return any(_BEFORE_NOW.search(time.text) for time in candidate.times)


def _answers(reading: Reading, candidate: Candidate, clause: Clause) -> bool:
    """A reaction in the article's own line, of no time of its own: "has condemned", "the outcry"."""
    if clause.role not in _LINE or any(says_when(time) for time in candidate.times):
        return False
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    if candidate.nominal:
        return token.lemma.lower() in cause_class("reaction nouns")
    return lemma_of(token) in cause_class("reactions")


def _of_now(reading: Reading, candidate: Candidate, clause: Clause) -> bool:
    """A change that the present perfect tells ("has resigned"), or what somebody is about ("are searching")."""
    sentence = reading.sentences[candidate.sentence]
    above = reading.parent(sentence, clause)
    if clause.role is Role.INFINITIVE and above is not None and above.tense is Tense.PRESENT and not above.perfect:
        # "are continuing to search": what goes on is the search
        goes_on = verb_is(lemma_of(sentence.tokens[above.predicate]), "aspect") and above.modal is None
        return goes_on and candidate.token == clause.predicate
    if clause.role not in _LINE or clause.tense is not Tense.PRESENT or clause.modal:
        return False
    if candidate.speech or any(says_when(time) for time in candidate.times):
        return False
    own = candidate.token in (clause.predicate, clause.verb)
    if any(one.text.lower() in _LONG for one in sentence.children(clause.predicate)):
        return False
    if any(one.preposition in ("since", "for", "over") for one in clause.modifiers) or clause.copular:
        return False
    if clause.perfect:
        carried = candidate.nominal and sentence.tokens[candidate.token].head == clause.predicate
        return candidate.event.kind is Kind.DAY and not clause.progressive and (own or carried)
    return own and clause.progressive
