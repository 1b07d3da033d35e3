"""How a clause stands to the one above it, and the word that joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role
from timeline.grammar.words import REPORTING

if TYPE_CHECKING:
    from timeline.grammar.clauses import Reading
    from timeline.grammar.node import Node


def is_reporting(lemma: str) -> bool:
    """A verb that can stand beside what it reports: "…, the police said"."""
    return lemma.lower() in REPORTING


def role(reading: Reading, index: int) -> Role:
    """The role of the clause whose predicate is *index*."""
    node, group = reading.nodes[index], reading.groups[index]
    if reading.above(index) is None:
        return Role.MAIN  # also a clause under a fragment: "A warning: …"
    if node.relation == "parataxis":
        beside = is_reporting(node.lemma) and any(kid.relation == "subject" for kid in reading.kids[index])
        beside = beside and not any(
            kid.index > index and kid.index in reading.predicates for kid in reading.kids[index]
        )
        return Role.PARENTHETICAL if beside else Role.COORDINATE
    if node.relation in ("conjunct", "relative"):
        return Role.COORDINATE if node.relation == "conjunct" else Role.RELATIVE
    told = node.relation == "adverbial" and is_reporting(reading.nodes[node.head].lemma) and index > node.head
    if told and (group.finite or not group.infinitive):  # not in "told the jury to disregard it"
        bare = group.finite and connective(reading, index) is None
        return Role.COMPLEMENT if bare else Role.ADVERBIAL
    if group.finite or node.relation == "complement":
        return Role.ADVERBIAL if node.relation == "adverbial" else Role.COMPLEMENT
    if group.infinitive:
        return Role.INFINITIVE
    marked = any(kid.relation == "mark" for kid in reading.kids[index])
    return Role.ADVERBIAL if node.relation == "adverbial" and marked else Role.PARTICIPLE


def connective(reading: Reading, index: int) -> str | None:
    """The words that join a clause to its parent, in small letters: "after", "that", "which", "and", "in order to"."""
    node = reading.nodes[index]
    kids = reading.kids[index]
    marks = [kid for kid in kids if kid.relation == "mark" and kid.index < index]
    words = [word for mark in marks for word in (mark, *_fixed(reading, mark))]
    if not words and node.relation in ("relative", "adverbial", "complement", "participle"):
        words = [word for word in _opening(reading, index) if word.tag in ("WDT", "WP", "WP$", "WRB")][:1]
    if not words and node.relation in ("conjunct", "root", "parataxis"):
        words = [kid for kid in kids if kid.relation == "coordinator" and kid.index < index][-1:]
    return " ".join(word.lower for word in sorted(words, key=lambda word: word.index)) or None


def _fixed(reading: Reading, mark: Node) -> list[Node]:
    return [kid for kid in reading.kids[mark.index] if kid.relation == "fixed"]


def _opening(reading: Reading, index: int) -> list[Node]:
    """The words of a clause before its predicate, without those of clauses within it."""
    return [reading.nodes[at] for at in reading.subtree(index) if at < index and reading.above(at) == index]
