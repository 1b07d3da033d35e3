"""Subjects that a phrase of time has swallowed: "he resigned after a fire at the plant killed two"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.grammar.syntax import Clause, Modifier, Sentence

TEMPORAL = frozenset({"after", "before", "since", "until", "once", "while", "when", "as"})


def swallowed(sentence: Sentence, clauses: tuple[Clause, ...], number: int) -> tuple[Clause, ...]:
    """
    The subject of "killed" in "he resigned after a fire at the plant killed two" is the fire, not he.

    The verb stands right behind a phrase with "after", "before", …, that hangs from another clause, and has no subject
    of its own nearer than that phrase.
    """
    clause = clauses[number]
    verb = sentence.tokens[clause.verb]
    if clause.tense is not Tense.PAST or verb.index == 0 or clause.role not in {Role.MAIN, Role.COORDINATE}:
        return clauses
    for other, giver in enumerate(clauses):
        if other == number or giver.verb >= verb.index:
            continue
        for modifier in giver.modifiers:
            if modifier.preposition not in TEMPORAL or not _right_before(sentence, modifier, verb.index):
                continue
            if clause.subject is not None and clause.subject > modifier.head:
                continue
            return _given(clauses, number, other, modifier)
    return clauses


def _right_before(sentence: Sentence, modifier: Modifier, verb: int) -> bool:
    """The phrase ends where the verb begins, an apposition included: "after the clerk, Ann Lee, had left"."""
    head = sentence.tokens[modifier.head]
    if head.pos not in {"NOUN", "PROPN"} or modifier.head >= verb:
        return False
    last = sentence.tokens[verb - 1]
    inside = any(token.text == "," for token in sentence.tokens[modifier.head : verb - 1])
    if last.text == "," and inside:
        last = sentence.tokens[verb - 2]
    return modifier.span.end >= last.span.end


def _given(clauses: tuple[Clause, ...], number: int, giver: int, modifier: Modifier) -> tuple[Clause, ...]:
    """The clause with its subject, under the one that had it; what hung from it hangs where it belongs instead."""
    taken, from_ = clauses[number], clauses[giver]
    heir = _heir(clauses, number, giver)
    changed = list(clauses)
    changed[number] = replace(
        taken, subject=modifier.head, role=Role.ADVERBIAL, parent=giver, connective=modifier.preposition
    )
    above = replace(from_, modifiers=tuple(each for each in from_.modifiers if each != modifier))
    if from_.parent == number:
        said = heir is not None and from_.connective == "that"
        role = Role.COMPLEMENT if said else Role.COORDINATE if heir is not None else Role.MAIN
        above = replace(above, parent=heir, role=role)
    changed[giver] = above
    if heir is not None:
        changed[heir] = replace(
            clauses[heir], role=Role.MAIN, parent=None, tense=Tense.PAST, passive=False, connective=None
        )
    for place, each in enumerate(clauses):
        if place not in {number, giver, heir} and each.parent == number and each.verb < modifier.head:
            changed[place] = replace(each, parent=giver if heir is None else heir)
    return tuple(changed)


def _heir(clauses: tuple[Clause, ...], number: int, giver: int) -> int | None:
    """The verb the subject belonged to all along: "Solvane announced …, a week after talks collapsed"."""
    subject = clauses[number].subject
    if subject is None or clauses[number].role is not Role.MAIN:
        return None
    verbs = (place for place, each in enumerate(clauses) if each.subject == subject and each.verb < clauses[giver].verb)
    return next((place for place in verbs if place not in {number, giver}), None)
