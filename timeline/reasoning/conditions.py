"""How things stand: an embargo, a crisis or a siege that news speaks of without a time lasts, usually, still."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.kinds import condition
from timeline.grammar.governing import mood_class
from timeline.grammar.syntax import Tense
from timeline.model.event import Kind, Status
from timeline.model.statement import Distance, Point, Statement, Stratum
from timeline.reasoning.moods import Mood, lemma_of, standing
from timeline.reasoning.reading import Reading, quoted

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence

_KNOWN = frozenset({"the", "this", "its", "his", "her", "their", "our"})
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
# Prepositions by which it lies around or behind what the past tells.
_BEHIND = frozenset({"after", "before", "following", "since", "until", "during", "in", "throughout", "ahead of"})
_YEAR = re.compile(r"\d|-year")


def still_on(reading: Reading, candidate: Candidate) -> list[Statement] | None:
    """
    It had begun by publication and, usually, was not over; None for what is no such condition.

    Only where the text takes it as known, gives it no time, and does not say that it ended or is to come.
    """
    if not candidate.nominal or candidate.event.kind is not Kind.SPAN or candidate.times:
        return None
    sentence = reading.sentences[candidate.sentence]
    noun = sentence.tokens[candidate.token]
    if not condition(noun.lemma.lower()) or not _known(sentence, candidate.token) or _over(reading, candidate):
        return None
    words = quoted(reading.words(noun))
    begin, end = Point(candidate.event.id, "begin"), Point(candidate.event.id, "end")
    return [
        reading.state(constraint, "condition", f"{words} {says}", span=noun.span, stratum=Stratum.USUAL)
        for constraint, says in (
            (Distance(begin, reading.published, least=0), "is taken as known: it began, usually, by publication"),
            (Distance(reading.published, end, least=0), "lasts: what the news speaks of is, usually, still going on"),
        )
    ]


def turned(reading: Reading, candidate: Candidate) -> list[Statement]:
    """What lasts begins with the verb that brings it about, and ends with the one that ends it: "imposed a curfew"."""
    if not candidate.nominal or candidate.event.kind is not Kind.SPAN or candidate.times:
        return []
    clause = reading.clause(candidate)
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    if clause is None or clause.negated or token.head not in (clause.predicate, clause.verb):
        return []
    verb = reading.event_of_clause(candidate.sentence, clause)
    if verb is None or verb.event.id == candidate.event.id or verb.event.status not in _HAPPENED:
        return []
    if (verb.sentence, verb.token) not in {(candidate.sentence, clause.predicate), (candidate.sentence, clause.verb)}:
        return []  # told by another word, whose time it has: "announced on Monday that it had settled the dispute"
    stand = standing(reading, verb)
    if stand is None or stand.mood is not Mood.PLAIN or verb.event.kind is not Kind.DAY:
        return []
    side = _side(reading, candidate, clause)
    if side is None:
        return []
    says = f"{quoted(reading.words(token))} {'begins' if side == 'begin' else 'ends'} with “{verb.event.title}”"
    constraint = Distance(Point(verb.event.id, "begin"), Point(candidate.event.id, side), least=0, most=0)
    return [reading.state(constraint, "beginning and end", says, span=token.span, stratum=Stratum.USUAL)]


def _side(reading: Reading, candidate: Candidate, clause: Clause) -> str | None:
    """The end of it that the clause's verb is: by what the verb does and whether it is done to it."""
    sentence = reading.sentences[candidate.sentence]
    lemma, noun = lemma_of(sentence.tokens[clause.predicate]), sentence.tokens[candidate.token]
    undergoes = noun.relation == "object" or (noun.relation == "subject" and clause.passive)
    acts = noun.relation == "subject" and not clause.passive
    if (undergoes and lemma in mood_class("brings")) or (acts and lemma in mood_class("begins")):
        return "begin"
    return "end" if (undergoes or acts) and lemma in mood_class("ends") else None


def _known(sentence: Sentence, token: int) -> bool:
    """The text takes it as known, as one and without a date: "the embargo", "the Gulf crisis"."""
    kids = sentence.children(token)
    words = {kid.text.lower() for kid in kids}
    if words & mood_class("one of several") or any(_YEAR.search(kid.text) for kid in kids):
        return False
    return bool(words & _KNOWN) or any(kid.relation == "possessive" for kid in kids)


def _over(reading: Reading, candidate: Candidate) -> bool:
    """Its clause says that it ended or is to come, or tells from within it what is past."""
    sentence = reading.sentences[candidate.sentence]
    token = sentence.tokens[candidate.token]
    clause = reading.clause(candidate)
    if clause is None:
        return True
    taking_part = token.relation in ("subject", "object") and token.head in (clause.predicate, clause.verb)
    if (
        taking_part
        and lemma_of(sentence.tokens[clause.predicate]) in mood_class("turning")
        and clause.tense is not Tense.PRESENT
    ):
        return True
    case = reading.case(candidate.sentence, candidate.token)
    behind = case is not None and case.words in _BEHIND
    return behind and (clause.tense is Tense.PAST or clause.perfect)
