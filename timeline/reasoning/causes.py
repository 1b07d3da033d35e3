"""What led to what: "the crash triggered a recall"; "was fined for dumping"; "condemned the attack"."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.grammar.syntax import Role
from timeline.model.event import Status
from timeline.model.statement import Distance, Point, Statement, Stratum
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.reading import Reading, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause
    from timeline.model.span import Span

_HAPPENED = (Status.HAPPENED, Status.REPORTED, Status.DENIED)
_INSIDE = ("nominal", "conjunct", "compound")


@cache
def _classes() -> dict[str, frozenset[str]]:
    lines = data("causes.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["class"]: frozenset(row["words"].split()) for row in rows}


def cause_class(name: str) -> frozenset[str]:
    """One class of words of ``data/causes.csv``."""
    return _classes()[name]


def by_cause(reading: Reading, candidate: Candidate) -> list[Statement]:
    """
    What a verb says led to what, and what it answers, is of the order the two words say.

    Usual only: a cause may go on beside its effect, and one can welcome what is still to come.
    """
    clause = reading.clause(candidate)
    if clause is None or candidate.event.status not in _HAPPENED or clause.negated:
        return []
    if candidate.nominal:
        return [*_of_subject(reading, candidate, clause), *_of_noun(reading, candidate, clause)]
    if candidate.token not in (clause.predicate, clause.verb):
        return []
    return _of_verb(reading, candidate, clause)


def _of_subject(reading: Reading, candidate: Candidate, clause: Clause) -> list[Statement]:
    """The event is what did it: "the crash led to a recall", "riots followed the verdict"."""
    if clause.subject is None or clause.subject != candidate.token:
        return []
    tokens = reading.sentences[candidate.sentence].tokens
    verb = lemma_of(tokens[clause.predicate])
    leads, follows = verb in _classes()["leads"], verb in _classes()["follows"]
    if not leads and not follows:
        return []
    found = []
    for other, preposition in _taking_part(reading, candidate, clause):
        effect = preposition is None or preposition in ("to", "in") or (clause.passive and preposition == "by")
        if other.event.id == candidate.event.id or not effect:
            continue
        first, second = (candidate, other) if leads != clause.passive else (other, candidate)
        found.append(_order(reading, first, second, tokens[clause.verb].span))
    return found


def _of_noun(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[Statement]:
    """The event is a noun that answers something: "a ban for doping", "protests over the verdict"."""
    tokens = reading.sentences[candidate.sentence].tokens
    noun = tokens[candidate.token]
    word = noun.lemma.lower()
    if not any(word in words for name, words in _classes().items() if name.startswith("nouns ")):
        return
    carried = noun.head == clause.predicate and (noun.relation == "object" or clause.passive)
    beside = [*_gerunds(reading, candidate, clause)] if carried else []
    for token, other in reading.words_of[candidate.sentence]:
        case = reading.case(candidate.sentence, token)
        under = tokens[token].head == noun.index or (carried and tokens[token].head == clause.predicate)
        if case is not None and under and token > noun.index:
            beside.append((other, case.words))
    for other, preposition in beside:
        answered = word in _classes().get(f"nouns {preposition}", ())
        if answered and other.event.status in _HAPPENED and other.event.id != candidate.event.id:
            yield _order(reading, other, candidate, noun.span)


def _of_verb(reading: Reading, candidate: Candidate, clause: Clause) -> list[Statement]:
    """The event is the verb, which answers something: "condemned the attack", "was jailed for fraud"."""
    tokens = reading.sentences[candidate.sentence].tokens
    verb = lemma_of(tokens[clause.predicate])
    found = []
    for other, preposition in (*_taking_part(reading, candidate, clause), *_gerunds(reading, candidate, clause)):
        name = "answers" if preposition is None else f"answers {preposition}"
        if verb not in _classes().get(name, ()) or other.event.id == candidate.event.id:
            continue
        if preposition is None and clause.passive:
            continue
        if other.event.status in _HAPPENED:
            found.append(_order(reading, other, candidate, tokens[clause.verb].span))
    return found


def _taking_part(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[tuple[Candidate, str | None]]:
    """Events named under the clause's verb, each with the preposition it stands behind; gerunds among them."""
    sentence = reading.sentences[candidate.sentence]
    for token, other in reading.words_of[candidate.sentence]:
        word = sentence.tokens[token]
        if word.pos not in ("NOUN", "PROPN") and word.tag != "VBG":
            continue
        seen: set[int] = set()
        top = word
        while top.relation in _INSIDE and top.index not in seen:
            seen.add(top.index)
            top = sentence.tokens[top.head]
        if top.head not in (clause.predicate, clause.verb) or top.index == clause.predicate:
            continue
        if top.relation == "subject":
            continue
        case = reading.case(candidate.sentence, top.index)
        own = next((one for one in sentence.clauses if one.predicate == token), None)
        mark = own.connective if own is not None and own.role is not Role.MAIN else None
        preposition = case.words if case is not None else mark
        if top is word or preposition is not None or top.relation == "object":
            yield other, preposition if top is word or case is not None else None


def _gerunds(reading: Reading, candidate: Candidate, clause: Clause) -> Iterator[tuple[Candidate, str | None]]:
    """What somebody was fined or thanked *for doing*, wherever the parse hung it."""
    sentence = reading.sentences[candidate.sentence]
    for one in sentence.clauses:
        hung = reading.parent(sentence, one) is clause and one.connective in ("for", "of", "with", "over", "to")
        if hung and sentence.tokens[one.predicate].tag == "VBG":
            told = reading.event_of_clause(candidate.sentence, one)
            if told is not None:
                yield told, one.connective


def _order(reading: Reading, first: Candidate, second: Candidate, span: Span) -> Statement:
    words = quoted(span.of(reading.article.text))
    says = f"{words}: “{first.event.title}” usually comes before “{second.event.title}”"
    constraint = Distance(Point(first.event.id, "begin"), Point(second.event.id, "begin"), least=0)
    return reading.state(constraint, "cause", says, span=span, stratum=Stratum.USUAL)
