"""Clauses that are denied by a word which the grammar does not count: "neither … nor", "at no time", "no longer"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.grammar.syntax import Clause, Sentence

_NEITHER = frozenset({"neither", "nor"})
# of "at no time", "under no circumstances", "in no way", but not of "for no reason"
_AT = frozenset({"at", "in", "on", "under", "by"})
_OCCASION = frozenset(
    {"account", "case", "circumstance", "means", "moment", "occasion", "point", "stage", "time", "way"}
)
_DENYING = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "none", "nobody", "nothing", "without"})


def negated(sentence: Sentence) -> Sentence:
    """The sentence with those clauses marked as negated that such a word denies."""
    if not any(token.text.lower() in _NEITHER | {"no", "never"} for token in sentence.tokens):
        return sentence
    clauses = tuple(_with_its_word(sentence, clause) for clause in sentence.clauses)
    return sentence if clauses == sentence.clauses else replace(sentence, clauses=clauses)


def denies(words: str) -> bool:
    """
    There is a word in it that denies.

    >>> denies("Club does not sell Ito"), denies("No one hurt"), denies("Northern line closed")
    (True, True, False)
    """
    found = words.lower().replace("n't", " n't").replace("n’t", " n’t").split()
    return any(word.strip(",;:'\"") in _DENYING for word in found)


def _with_its_word(sentence: Sentence, clause: Clause) -> Clause:
    heads = {clause.predicate, *([] if clause.subject is None else [clause.subject])}
    heads |= {m.head for m in clause.modifiers if m.preposition is None and m.head < clause.predicate}
    joined = any(
        (token.head in heads and token.relation == "coordinator" and token.text.lower() in _NEITHER)
        or (token.text.lower() == "never" and clause.predicate in {token.head, sentence.tokens[token.head].head})
        for token in sentence.tokens[: clause.predicate]
    )
    never = any(m.preposition in _AT and _no_occasion(sentence, m.head) for m in clause.modifiers)
    return replace(clause, negated=True) if joined or never else clause


def _no_occasion(sentence: Sentence, head: int) -> bool:
    if sentence.tokens[head].lemma.lower() not in _OCCASION:
        return False
    return any(token.text.lower() == "no" for token in sentence.children(head))
