"""How what hangs from a clause stands to it in time: what it led to, what held already, what is only to come."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.lexicon import verb_of
from timeline.grammar.governing import mood_class
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence, Token
    from timeline.reasoning.reading import Reading

_WHEN = frozenset({"if", "unless", "once", "when", "until", "till", "as soon as", "before", "after", "by the time"})
_AHEAD_MODALS = frozenset({"will", "shall", "may", "might", "must", "should", "ought", "need"})
_TOWARD = frozenset({"on", "about", "at", "against", "toward", "towards"})
_PAST_TAGS = frozenset({"VBD", "VBN", "VBG"})


class Mood(Enum):
    """How an event stands to the clause that its time is read from."""

    PLAIN = "plain"  # the clause's own tense is the event's
    AHEAD = "ahead"  # it does not begin before what governs it, and may be still to come
    HOLDING = "holding"  # it held when the clause was true, and may go on
    UNKNOWN = "unknown"  # the clause says nothing of its time


class Standing(NamedTuple):
    """The mood with the clause that governs: the clause itself for PLAIN."""

    mood: Mood
    governing: Clause


def lemma_of(token: Token) -> str:
    """The verb of a form, spelt as in the lists."""
    lemma = token.lemma.lower()
    return verb_of(token.text.lower(), lemma) if token.tag in _PAST_TAGS else lemma


def puts_ahead(verb: str) -> bool:
    """What is the verb's object is not there yet: "wants", "calls for"."""
    return verb in mood_class("ahead") and verb not in mood_class("holding")


def standing(reading: Reading, candidate: Candidate) -> Standing | None:
    """How the event stands in its clause; None where it stands in none."""
    clause = reading.clause(candidate)
    if clause is None:
        return None
    sentence = reading.sentences[candidate.sentence]
    own = candidate.token in (clause.predicate, clause.verb)
    if not own and (_object_ahead(sentence, candidate, clause) or _only_possible(sentence, candidate.token)):
        return Standing(Mood.AHEAD, clause)
    return _of_clause(reading, sentence, clause, frozenset())


def _of_clause(reading: Reading, sentence: Sentence, clause: Clause, seen: frozenset[int]) -> Standing:
    """The mood of a clause: its own tense, or what its governing clause makes of it."""
    parent = reading.parent(sentence, clause)
    connective = (clause.connective or "").lower()
    if parent is None or clause.predicate in seen:
        return Standing(Mood.UNKNOWN if clause.tense is Tense.NONE and connective == "to" else Mood.PLAIN, clause)
    seen |= {clause.predicate}
    said_would = _is_would(clause) and clause.role is Role.COMPLEMENT and parent.tense is Tense.PAST
    if clause.conditional and not said_would:
        open_end = clause.tense is Tense.PRESENT and connective in ("if", "unless") and not clause.perfect
        return Standing(Mood.AHEAD if open_end else Mood.UNKNOWN, parent)
    if clause.tense is Tense.PRESENT and connective in _WHEN and _to_come(reading, sentence, parent, seen):
        return Standing(Mood.AHEAD, parent)
    if said_would:
        return Standing(Mood.UNKNOWN if clause.perfect else Mood.AHEAD, parent)
    if clause.tense is not Tense.NONE:
        return Standing(Mood.PLAIN, clause)
    if clause.perfect:
        return Standing(Mood.UNKNOWN, parent)  # "is said to have fled"
    if clause.role is Role.COORDINATE:
        return _of_clause(reading, sentence, parent, seen)
    infinitive = clause.role is Role.INFINITIVE or connective == "to" or sentence.tokens[clause.predicate].tag == "VB"
    if not infinitive:
        return _of_participle(reading, sentence, clause, parent, seen)
    above = _of_clause(reading, sentence, parent, seen)
    if above.mood is not Mood.PLAIN:
        return above if above.mood is Mood.AHEAD else Standing(Mood.UNKNOWN, above.governing)
    verb = lemma_of(sentence.tokens[parent.predicate])
    if verb in mood_class("holding"):
        return Standing(Mood.HOLDING, above.governing)
    return above if verb in mood_class("done") and not parent.negated else Standing(Mood.AHEAD, above.governing)


def _of_participle(
    reading: Reading, sentence: Sentence, clause: Clause, parent: Clause, seen: frozenset[int]
) -> Standing:
    """A participle has its clause's time; what is merely considered ("considered urging Bush") is still to come."""
    above = _of_clause(reading, sentence, parent, seen)
    token = sentence.tokens[clause.predicate]
    if token.tag == "VBG" and clause.role in (Role.COMPLEMENT, Role.INFINITIVE) and above.mood is Mood.PLAIN:
        verb = lemma_of(sentence.tokens[parent.predicate])
        if verb in mood_class("ahead"):
            return Standing(Mood.AHEAD, above.governing)
    toward = token.tag == "VBG" and (clause.connective or "").lower() in _TOWARD
    if toward and above.mood is Mood.PLAIN and lemma_of(sentence.tokens[parent.predicate]) in mood_class("toward"):
        return Standing(Mood.AHEAD, above.governing)  # "conferred on closing the port"
    if token.tag in ("VBN", "VBD") and above.mood is not Mood.PLAIN:
        return Standing(Mood.UNKNOWN, above.governing)  # "to meet the man arrested in May"
    return above


def _is_would(clause: Clause) -> bool:
    return clause.modal in ("would", "could", "might", "should") or clause.tense is Tense.FUTURE


def _to_come(reading: Reading, sentence: Sentence, parent: Clause, seen: frozenset[int]) -> bool:
    """The clause is about what is still to come."""
    if parent.tense is Tense.FUTURE or parent.modal in _AHEAD_MODALS or parent.imperative:
        return True
    return parent.tense is Tense.NONE and _of_clause(reading, sentence, parent, seen).mood is Mood.AHEAD


def _only_possible(sentence: Sentence, word: int) -> bool:
    """A noun that is only thought of: "possible strikes", "any invasion", "the risk of war"."""
    kids = sentence.children(word)
    if any(kid.text.lower() in mood_class("possible") for kid in kids):
        return True
    token = sentence.tokens[word]
    over = sentence.tokens[token.head]
    return token.relation == "nominal" and over.lemma.lower() in mood_class("thought of")


def _object_ahead(sentence: Sentence, candidate: Candidate, clause: Clause) -> bool:
    """It is what the clause's verb asks for, plans or prevents: "called for a referendum"."""
    verb = lemma_of(sentence.tokens[clause.predicate])
    if verb not in mood_class("ahead"):
        return False
    word, seen = candidate.token, set()
    while word not in seen:
        seen.add(word)
        token = sentence.tokens[word]
        if token.head == clause.predicate:
            case = {kid.text.lower() for kid in sentence.children(word) if kid.relation == "case"}
            return token.relation in ("object", "complement") or bool(case & {"for", "on", "against", "out"})
        if token.relation not in ("nominal", "conjunct", "compound"):
            return False
        word = token.head
    return False
