"""Finite verbs that hang where none can: under a preposition, as an auxiliary, or as an open complement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import AUXILIARIES, FINITE, Node, apply, children

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUNS = ("NOUN", "PROPN")
_HELPING = ("be", "have", "do", "get")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(nodes, _verb_behind_a_relative, _verb_as_auxiliary, _verb_under_a_preposition)


def _verb_behind_a_relative(nodes: Sequence[Node]) -> None:
    """In "the storm that they had named Odile reached the coast" the storm did: an open complement is never finite."""
    for verb in nodes:
        inner = nodes[verb.head]
        noun = nodes[inner.head]
        finite = verb.tag == "VBD" and verb.relation == "open-complement"
        if not (finite or _behind_commas(nodes, verb, inner)) or children(nodes, verb.index, *AUXILIARIES):
            continue
        hangs = inner.relation in ("participle", "relative") and noun.index < inner.index < verb.index
        if not hangs or noun.head != noun.index or noun.pos not in _NOUNS or children(nodes, verb.index, "subject"):
            continue
        if children(nodes, noun.index, "copula"):
            continue
        verb.head, verb.relation, verb.tag, verb.pos = verb.index, "root", "VBD", "VERB"
        noun.head, noun.relation = verb.index, "subject"
        inner.relation = "relative"
        for one in children(nodes, noun.index):
            if one.index > verb.index:
                one.head = verb.index


def _behind_commas(nodes: Sequence[Node], verb: Node, inner: Node) -> bool:
    """The verb goes on where a clause between commas ends: "Prosecutors, who had asked for more, *appealed*"."""
    if verb.tag not in ("VBD", "VBN") or verb.relation not in ("adverbial", "participle") or not verb.index:
        return False
    opening = next((one for one in nodes[inner.head + 1 : inner.index] if one.tag in ("WP", "WDT")), None)
    closed = nodes[verb.index - 1].text == "," and nodes[inner.head + 1].text == ","
    return closed and opening is not None and opening.index == inner.head + 2


def _verb_as_auxiliary(nodes: Sequence[Node]) -> None:
    """In "a channel for which they had paid had been deepened" *paid* is a verb of its own, and they did not deepen."""
    for inner in nodes:
        if inner.tag != "VBN" or inner.relation != "aux" or inner.lemma in _HELPING:
            continue
        verb = nodes[inner.head]
        subjects = [one for one in children(nodes, verb.index, "subject") if one.index < inner.index]
        own = [*children(nodes, inner.index, "subject"), *subjects[1:]]
        helping = children(nodes, verb.index, *AUXILIARIES)
        again = [one for one in helping if one.index > inner.index and one.tag in FINITE]
        if not subjects or not own or not again or verb.index < inner.index:
            continue
        noun = subjects[0]
        for one in children(nodes, verb.index):
            if one is not inner and noun.index < one.index < again[0].index:
                one.head = inner.index
        inner.head, inner.relation = noun.index, "relative"


def _verb_under_a_preposition(nodes: Sequence[Node]) -> None:
    """In "tools found below the cliff show that …" the tools show, and were found below the cliff."""
    for verb in nodes:
        if verb.tag not in ("VBP", "VBZ") or verb.relation != "oblique":
            continue
        below = children(nodes, verb.index)
        case = [one for one in below if one.relation == "case" and one.index < verb.index]
        noun = [one for one in below if one.relation == "subject" and one.index < verb.index]
        upper = nodes[verb.head]
        doers = [one for one in children(nodes, upper.index, "subject") if one.index < upper.index]
        if not case or not noun or not doers or not upper.index < case[0].index < noun[0].index:
            continue
        if upper.tag not in ("VBD", "VBN") or children(nodes, upper.index, *AUXILIARIES):
            continue
        verb.head, verb.relation = (verb.index if upper.head == upper.index else upper.head), upper.relation
        for one in children(nodes, upper.index):
            if one.index > verb.index or one.relation == "punct":
                one.head = verb.index
        doers[0].head, noun[0].head, case[0].head = verb.index, upper.index, noun[0].index
        noun[0].relation = "oblique"
        upper.head, upper.relation, upper.tag, upper.pos = doers[0].index, "participle", "VBN", "VERB"
