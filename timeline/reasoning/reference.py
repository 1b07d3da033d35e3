"""What stands for the event told right before it: "It comes after …", "The move follows …", "This happened as …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role
from timeline.model.event import Kind, Status
from timeline.reasoning.connectives import signals
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.newsday import told
from timeline.reasoning.sequence import ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

RULE = "result"
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_STANDS = frozenset({"it", "this", "that"})
_NOUNS = frozenset(
    {"action", "announcement", "decision", "development", "incident", "measure", "move", "news", "ruling", "step"}
)
_COMES = frozenset({"come", "follow", "happen", "occur", "take", "arrive", "make", "announce"})
_BACK = 2  # sentences back that it may speak of


def by_reference(reading: Reading) -> list[Statement]:
    """The event told right before, and what such a sentence says comes before or after it."""
    found = []
    for number, sentence in enumerate(reading.sentences):
        for clause in sentence.clauses:
            if clause.role is not Role.MAIN or clause.negated or not _stands(sentence, clause):
                continue
            verb = lemma_of(sentence.tokens[clause.predicate])
            if verb not in _COMES:
                continue
            meant = _meant(reading, number)
            for other, after in _beside(reading, number, clause, follows=verb == "follow" and not clause.passive):
                if meant is None or other.event.id == meant.event.id or other.event.status not in _HAPPENED:
                    continue
                first, second = (other, meant) if after else (meant, other)
                found.append(ordered(reading, first, second, "is what the other came after", RULE))
    return found


def _stands(sentence: Sentence, clause: Clause) -> bool:
    """The subject speaks of what was just told: a pronoun, or "the move"."""
    words = [one for one in sentence.children(clause.predicate) if one.relation in ("subject", "expletive")]
    if clause.subject is not None:
        words.append(sentence.tokens[clause.subject])
    for word in words:
        definite = any(
            one.relation in ("determiner", "possessive") and one.text.lower() not in ("a", "an")
            for one in sentence.children(word.index)
        )
        if word.text.lower() in _STANDS or (word.lemma.lower() in _NOUNS and definite):
            return True
    return False


def _meant(reading: Reading, number: int) -> Candidate | None:
    """The last main event told in the sentences right before, the last that tells any."""
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        if reading.sentences[back].heading:
            return None
        for one in reading.by_sentence[back]:
            clause = reading.clause(one)
            if one.sentence != back or one.nominal or one.speech or clause is None:
                continue
            if clause.role is not Role.MAIN or clause.quoted:
                continue
            fresh = clause.perfect and one.event.status is Status.HAPPENED
            if one.event.kind is Kind.DAY and (told(reading, one) or fresh):
                return one
    return None


def _beside(reading: Reading, number: int, clause: Clause, *, follows: bool) -> Iterator[tuple[Candidate, bool]]:
    """The events it is set beside, each with whether it comes after them."""
    sentence = reading.sentences[number]
    for token, other in reading.words_of[number]:
        relation = _relation(reading, sentence, number, clause, token)
        if relation is not None:
            yield other, relation == "after"
        elif follows and _under(sentence, token, clause.objects):
            yield other, True
    for one in sentence.clauses:
        relation = signals().get((one.connective or "").lower())
        hung = reading.parent(sentence, one) is clause and one.role in (Role.ADVERBIAL, Role.PARTICIPLE)
        event = reading.event_of_clause(number, one) if hung and relation in ("after", "before") else None
        if event is not None:
            yield event, relation == "after"


def _relation(reading: Reading, sentence: Sentence, number: int, clause: Clause, token: int) -> str | None:
    """How a noun under the verb lies to it: "after the death of a child", "following weeks of protests"."""
    for modifier in clause.modifiers:
        if _under(sentence, token, (modifier.head,)):
            case = reading.case(number, modifier.head)
            relation = None if case is None else signals().get(case.words)
            return relation if relation in ("after", "before") else None
    return None


def _under(sentence: Sentence, token: int, heads: tuple[int, ...]) -> bool:
    """The word itself, or right under it: "months of talks"."""
    above = sentence.tokens[token]
    return token in heads or (above.head in heads and above.relation == "nominal" and above.pos == "NOUN")
