"""Whose doing a clause is: its own subject, or the one it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.roles import is_reporting
from timeline.grammar.words import SUBJECT_CONTROL

if TYPE_CHECKING:
    from timeline.grammar.clauses import Reading

_RELATIVE = ("WDT", "WP")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


def subject(reading: Reading, index: int) -> int | None:
    """The head of the subject of the clause whose predicate is *index*; None where nobody is."""
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        found, at = _step(reading, at)
        if found is not None:
            return found
    return None


def _step(reading: Reading, index: int) -> tuple[int | None, int | None]:
    """The subject, or else the predicate that shares its own."""
    node, group = reading.nodes[index], reading.groups[index]
    own = [kid for kid in reading.kids[index] if kid.relation == "subject"]
    if own:
        before = [kid for kid in own if kid.index < index]
        chosen = before[-1] if before else own[0]
        pronoun = chosen.tag in _RELATIVE or (node.relation == "relative" and chosen.lower == "that")
        return (node.head if node.relation == "relative" and pronoun else chosen.index), None
    above = reading.above(index)
    if node.relation == "conjunct":
        return None, node.head if node.head in reading.predicates else above
    if node.relation == "open-complement" and node.head in reading.predicates:
        behind = reading.kids[node.head]
        objects = [kid.index for kid in behind if kid.relation == "object"]
        # "will allow the firm to make more": the parser's guess at a second object that is not there
        objects = objects or [kid.index for kid in behind if kid.relation == "indirect" and kid.index < index]
        lent = objects and reading.nodes[node.head].lemma not in SUBJECT_CONTROL
        return (objects[0], None) if lent else (None, above)
    if node.relation == "relative" and group.finite:
        return node.head, None  # "what prompted it", and a "that" that was not seen to be the subject
    upper = reading.nodes[node.head]
    if node.relation == "complement" and group.finite and upper.relation == "relative" and is_reporting(upper.lemma):
        return upper.head, None  # "which Reuters said would help"
    if group.finite or node.relation in ("parataxis", "root"):
        return None, None
    if node.relation == "participle" and reading.nodes[node.head].pos in _NOUNS and node.head not in reading.predicates:
        marked = any(kid.relation == "mark" for kid in reading.kids[index])
        return (None, above) if marked else (node.head, None)
    return None, above
