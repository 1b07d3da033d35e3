"""Rules that order two events: connectives, reports and what they report, narrative sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.span import Span
from timeline.model.statement import Denotes, Distance, Point, Statement, Stratum
from timeline.reasoning.anchors import anchored, carried
from timeline.reasoning.connectives import signals
from timeline.reasoning.reading import Reading, quoted
from timeline.reasoning.sequence import seen_from_its_own

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause

_FORWARD = ("then", "later", "afterwards", "afterward", "subsequently", "thereafter")


def by_connective(reading: Reading, candidate: Candidate) -> list[Statement]:
    """Connectives: "Following the summit, he ordered …"; "drawn up before the re-election"; "after he lost"."""
    clause = reading.clause(candidate)
    if clause is None:
        return []
    found = _by_preposition(reading, candidate)
    sentence = reading.sentences[candidate.sentence]
    for other_clause in sentence.clauses:
        relation = signals().get((other_clause.connective or "").lower())
        if relation is None or other_clause.role not in (Role.ADVERBIAL, Role.PARTICIPLE):
            continue
        if reading.parent(sentence, other_clause) is not clause or candidate.nominal:
            continue
        told = reading.event_of_clause(candidate.sentence, other_clause)
        if told is not None and told is not candidate:
            found += _ordered(reading, candidate, told, relation, other_clause.span)
    return found


def _by_preposition(reading: Reading, candidate: Candidate) -> list[Statement]:
    """
    "Before the election" orders what it modifies and the election.

    It modifies the nearest event above it; the parse may hang it from a noun that is none ("a force before …").
    """
    found: list[Statement] = []
    sentence = reading.sentences[candidate.sentence]
    for token, other in reading.words_of[candidate.sentence]:
        if sentence.tokens[token].pos not in ("NOUN", "PROPN") or other.event.id == candidate.event.id:
            continue
        signal = reading.case(candidate.sentence, token)
        relation = signals().get(signal.words) if signal else None
        if signal is None or relation is None or (signal.words == "at" and not other.definite):
            continue
        if reading.event_above(candidate.sentence, token) is candidate and not _aside(reading, candidate, token):
            span = Span(signal.start, max(signal.start + 1, sentence.tokens[token].span.end))
            found += _ordered(reading, candidate, other, relation, span)
    return found


def _aside(reading: Reading, candidate: Candidate, token: int) -> bool:
    """A participle that is no event stands between: "a ferry, *last used* during the war, is to start again"."""
    sentence = reading.sentences[candidate.sentence]
    asides = {one.predicate for one in sentence.clauses if one.role is Role.PARTICIPLE}
    seen = {token}
    while sentence.tokens[token].head not in seen:
        token = sentence.tokens[token].head
        seen.add(token)
        if reading.by_token.get((candidate.sentence, token)) is candidate:
            return False
        if token in asides:
            return sentence.tokens[sentence.tokens[token].head].pos in ("NOUN", "PROPN")
    return False


def by_speech(reading: Reading, candidate: Candidate) -> list[Statement]:
    """What is told of as past was over when it was told: "said that it had laid …"."""
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or candidate.event.status in (Status.PLANNED, Status.POSSIBLE):
        return []
    if clause.tense is not Tense.PAST or not _told(reading, candidate, clause):
        return []
    above = reading.parent(reading.sentences[candidate.sentence], clause)
    if above is None:
        return []
    verb = reading.sentences[candidate.sentence].tokens[clause.verb]
    says = f"{quoted(reading.words(verb))} is past when it is told"
    speech = reading.event_of_clause(candidate.sentence, above)
    if speech is None:
        return _before_telling(reading, candidate, above, says)
    if not speech.speech or speech.event.id == candidate.event.id:
        return []
    constraint = Distance(Point(candidate.event.id, "end"), Point(speech.event.id, "begin"), least=0)
    return [reading.state(constraint, "report", says, span=verb.span)]


def _told(reading: Reading, candidate: Candidate, clause: Clause) -> bool:
    """A complement; or what the parse takes for a relative clause of a time: "said on Tuesday that rebels …"."""
    if clause.role is Role.COMPLEMENT:
        return True
    tokens = reading.sentences[candidate.sentence].tokens
    head = tokens[tokens[clause.predicate].head]
    timed = any(expression.span.covers(head.span) for expression in reading.times_of[candidate.sentence])
    return clause.role is Role.RELATIVE and timed and clause.subject is not None


def _before_telling(reading: Reading, candidate: Candidate, telling: Clause, says: str) -> list[Statement]:
    """The telling is no event of its own, but its time is known: "said on Tuesday that rebels had seized …"."""
    found: list[Statement] = []
    for expression in reading.times_of[candidate.sentence]:
        inside = any(modifier.span.covers(expression.span) for modifier in telling.modifiers)
        if not inside or carried(expression):
            continue
        anchor, tree = anchored(reading, candidate, expression)
        if tree is not None:
            words = f"{says}: {quoted(expression.text)}"
            constraint = Denotes(candidate.event.id, tree, anchor, "before")
            found.append(reading.state(constraint, "report", words, span=expression.span))
    return found


def by_narrative(reading: Reading, candidate: Candidate) -> list[Statement]:
    """
    What "then" says: it goes on, usually, from what was told right before it.

    That is the last sentence before it that tells events in its main clauses; where "then" opens a paragraph, the
    paragraph before, up to the last heading.
    """
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or clause.tense is not Tense.PAST or clause.role is not Role.MAIN:
        return []
    sentence = reading.sentences[candidate.sentence]
    word = next((t for t in sentence.children(clause.predicate) if t.lemma in _FORWARD and t.pos == "ADV"), None)
    if word is None:
        return []
    found = []
    for other in _right_before(reading, candidate):
        says = f"{quoted(reading.words(word))} goes on from {quoted(other.event.title)}: usually not earlier"
        constraint = Distance(Point(other.event.id, "begin"), Point(candidate.event.id, "begin"), least=0)
        found.append(reading.state(constraint, "narrative", says, span=word.span, stratum=Stratum.USUAL))
    return found


def by_past_perfect(reading: Reading, candidate: Candidate) -> list[Statement]:
    """What "had happened" was over, usually, when what the same sentence tells in the simple past began."""
    clause = reading.clause(candidate)
    happened = candidate.event.status in (Status.HAPPENED, Status.REPORTED)
    if clause is None or candidate.nominal or not happened or clause.tense is not Tense.PAST or not clause.perfect:
        return []
    if seen_from_its_own(reading, candidate):
        return []
    sentence = reading.sentences[candidate.sentence]
    verb = sentence.tokens[clause.verb]
    found = []
    for other in reading.by_sentence[candidate.sentence]:
        told = reading.clause(other)
        if other.sentence != candidate.sentence or told is None or other.nominal:
            continue  # told again here: its clause stands in another sentence
        if told.tense is not Tense.PAST or told.perfect or told.modal or told.copular:
            continue
        # not what a relative clause tells aside: "the strike, which began on Monday, had cost …"
        when = told.role is Role.ADVERBIAL and reading.parent(sentence, told) is clause
        linked = when or reading.parent(sentence, clause) is told
        if linked and other.event.kind is Kind.DAY and other.event.status in (Status.HAPPENED, Status.REPORTED):
            says = f"{quoted(reading.words(verb))} is past perfect: usually over before {quoted(other.event.title)}"
            constraint = Distance(Point(candidate.event.id, "end"), Point(other.event.id, "begin"), least=0)
            found.append(reading.state(constraint, "past perfect", says, span=verb.span, stratum=Stratum.USUAL))
    return found


def _right_before(reading: Reading, candidate: Candidate) -> list[Candidate]:
    """The events in the line of the story, by the sentence that told any last; by the paragraph, at the head of one."""
    here = reading.sentences[candidate.sentence].paragraph
    found: list[Candidate] = []
    for number in range(candidate.sentence - 1, -1, -1):
        sentence = reading.sentences[number]
        if sentence.heading or sentence.paragraph < here - 1 or (found and sentence.paragraph == here):
            break
        for one in reading.by_sentence[number]:
            clause = reading.clause(one)
            happened = one.event.status in (Status.HAPPENED, Status.REPORTED)
            if clause is not None and happened and clause.role in (Role.MAIN, Role.COORDINATE):
                found.append(one)
        if found and sentence.paragraph == here:
            break
    return found


def _ordered(reading: Reading, one: Candidate, other: Candidate, relation: str, span: Span) -> list[Statement]:
    """The statements of one signal between two events; inclusive, as DESIGN § 5 has it."""
    if one.event.id == other.event.id:
        return []
    begin, end = Point(one.event.id, "begin"), Point(one.event.id, "end")
    other_begin, other_end = Point(other.event.id, "begin"), Point(other.event.id, "end")
    constraints = {
        "after": [Distance(other_begin, begin, least=0)],
        "since": [Distance(other_begin, begin, least=0)],
        "before": [Distance(end, other_begin, least=0)],
        # what lasted until an event ended with it; what did not happen until then ("refused until") ended by it
        "until": [Distance(end, other_begin, least=0, most=0 if one.event.kind is Kind.SPAN else None)],
        "during": [Distance(other_begin, begin, least=0), Distance(end, other_end, least=0)],
    }[relation]
    words = quoted(span.of(reading.article.text))
    says = f"{words} puts it {_WORDS[relation]} “{other.event.title}”"
    return [reading.state(constraint, "connective", says, span=span) for constraint in constraints]


_WORDS = {"after": "after", "since": "after", "before": "before", "until": "before", "during": "within"}
