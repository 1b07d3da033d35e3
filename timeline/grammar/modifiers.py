"""The phrases that say when, where and how: preposition, head word, extent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Modifier
from timeline.grammar.words import OPENING_PREPOSITIONS
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.grammar.clauses import Reading
    from timeline.grammar.node import Node


def modifiers(reading: Reading, index: int) -> tuple[Modifier, ...]:
    """The modifiers of the clause whose predicate is *index*, in order."""
    nominal = reading.groups[index].copular
    found = []
    for kid in reading.kids[index]:
        if kid.relation == "oblique" or (nominal and kid.relation == "nominal"):
            found.append(_modifier(reading, kid, preposition(reading, kid)))
        elif kid.relation == "adverb" and kid.tag != "WRB":
            found.append(_adverb(reading, kid))
    return tuple(sorted(found, key=lambda one: one.head))


def preposition(reading: Reading, head: Node) -> str | None:
    """The preposition of a noun, all its words: "in", "according to", "ahead of"."""
    words = []
    for kid in reading.kids[head.index]:
        if kid.relation == "case" and kid.lower not in ("'s", "'") and kid.index < head.index:
            words += [kid, *(one for one in reading.kids[kid.index] if one.relation == "fixed")]
    words.sort(key=lambda word: word.index)
    if words:
        before = reading.nodes[words[0].index - 1] if words[0].index else None
        if before and words[0].lower in OPENING_PREPOSITIONS.get(before.lower, ()):
            words.insert(0, before)
    return " ".join(word.lower for word in words) or None


def _adverb(reading: Reading, kid: Node) -> Modifier:
    """A bare adverb, or the first word of a preposition ("ahead of the summit")."""
    for below in reading.kids[kid.index]:
        if below.relation in ("oblique", "nominal") and below.index > kid.index:
            words = preposition(reading, below)
            if words and words.startswith(kid.lower):
                return Modifier(words, below.index, _extent(reading, kid.index))
    return _modifier(reading, kid, None)


def _modifier(reading: Reading, kid: Node, words: str | None) -> Modifier:
    return Modifier(words, kid.index, _extent(reading, kid.index))


def _extent(reading: Reading, index: int) -> Span:
    """All below a word, without the punctuation at the edges."""
    nodes = [reading.nodes[at] for at in reading.subtree(index)]
    kept = [node for node in nodes if node.relation != "punct"] or nodes
    return Span(kept[0].span.start, kept[-1].span.end)
