"""
The ClearNLP scheme, that of spaCy's own English pipelines, in neutral relations.

There the preposition, the copula and the last of coordinated words stand above their content words; the tree is turned
so that content words stand above, as in Universal Dependencies.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from timeline.grammar.node import VERBAL, apply, children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.grammar.node import Node

MARK_OF_SCHEME = "pobj"  # a label no other scheme has

_RELATIONS = {
    "ROOT": "root",
    "acl": "participle",
    "acomp": "open-complement",
    "advcl": "adverbial",
    "advmod": "adverb",
    "amod": "amod",
    "appos": "apposition",
    "attr": "open-complement",
    "aux": "aux",
    "auxpass": "passive-aux",
    "case": "case",
    "cc": "coordinator",
    "ccomp": "complement",
    "compound": "compound",
    "conj": "conjunct",
    "csubj": "complement",
    "csubjpass": "complement",
    "dative": "indirect",
    "det": "determiner",
    "dobj": "object",
    "expl": "expletive",
    "mark": "mark",
    "neg": "negation",
    "nmod": "compound",
    "npadvmod": "oblique",
    "nsubj": "subject",
    "nsubjpass": "subject",
    "nummod": "number",
    "oprd": "open-complement",
    "parataxis": "parataxis",
    "pcomp": "complement",
    "poss": "possessive",
    "predet": "determiner",
    "prt": "particle",
    "punct": "punct",
    "quantmod": "adverb",
    "relcl": "relative",
    "xcomp": "open-complement",
    # gone once the prepositions are turned; what is left of them is torn
    "agent": "adverb",
    "prep": "adverb",
    "pobj": "oblique",
}


def neutral(nodes: Sequence[Node], people: Sequence[range] = ()) -> None:
    """
    Turn labels and tree of a sentence's nodes into neutral ones, in place.

    Args:
        nodes: the words of one sentence.
        people: the words that make up each person's name: their first word becomes their head.
    """
    labels = [node.relation for node in nodes]
    for node, label in zip(nodes, labels, strict=True):
        node.relation = _RELATIONS.get(label, "other")
        if label == "aux" and node.tag == "TO":
            node.relation = "mark"
        elif label == "advmod" and node.lemma == "never":
            node.relation = "negation"
    apply(
        nodes,
        _coordinate,
        partial(_turn_prepositions, labels=labels),
        partial(_turn_copulas, labels=labels),
        _raise_objects,
        *(partial(_turn_name, name=name) for name in people),
    )
    for node in nodes:
        if node.head == node.index:
            node.relation = "root"


def _coordinate(nodes: Sequence[Node]) -> None:
    """A chain of conjuncts hangs on its first; each "and" on the conjunct that it brings."""
    for node in nodes:
        if node.relation == "coordinator":
            later = [one for one in children(nodes, node.head, "conjunct") if one.index > node.index]
            if later:
                node.head = later[0].index
    for node in nodes:
        while node.relation == "conjunct" and nodes[node.head].relation == "conjunct":
            above = nodes[node.head]
            if above.head in (above.index, node.index):
                break
            node.head = above.head


def _turn_prepositions(nodes: Sequence[Node], labels: Sequence[str]) -> None:
    """A preposition hangs on its noun, or on its verb ("after leaving"); of two, both do ("out of", "because of")."""
    for node, label in zip(nodes, labels, strict=True):
        if label not in ("pobj", "pcomp") or node.pos == "ADP":
            continue
        chain = [nodes[node.head]]
        while (
            len(chain) < 4
            and labels[chain[-1].index] in ("prep", "pcomp")
            and nodes[chain[-1].head].pos in ("ADP", "SCONJ")
        ):
            if labels[nodes[chain[-1].head].index] not in ("prep", "agent", "dative", "pcomp"):
                break
            chain.append(nodes[chain[-1].head])
        outer = chain[-1]
        if labels[outer.index] not in ("prep", "agent", "dative"):
            continue
        above = nodes[outer.head]
        verb = label == "pcomp" and node.pos in VERBAL
        under_noun = above.pos in ("NOUN", "PROPN", "PRON", "NUM") and not children(nodes, above.index, "subject")
        if verb:
            node.relation = "participle" if under_noun else "adverbial"
        else:
            node.relation = "nominal" if under_noun else "oblique"
        if outer.head == outer.index:
            node.head = node.index
        else:
            node.head = outer.head
        for preposition in chain:
            preposition.head = node.index
            preposition.relation = "mark" if verb else "case"
        for child in children(nodes, outer.index):
            child.head = node.index  # "shortly before": the adverb goes with the phrase


def _turn_copulas(nodes: Sequence[Node], labels: Sequence[str]) -> None:
    """*Be* hangs on what is said to be; "there is" stays, and what there is becomes its subject."""
    for node in nodes:
        if node.lemma != "be" or node.pos not in VERBAL or labels[node.index] in ("aux", "auxpass"):
            continue
        below = children(nodes, node.index)
        said = [one for one in below if labels[one.index] in ("attr", "acomp")]
        if any(one.relation == "expletive" for one in below):
            for one in said:
                one.relation = "subject"
            continue
        said = said or [one for one in below if labels[one.index] == "pobj" and one.index > node.index]
        if not said:
            continue
        top = said[0]
        root = node.head == node.index
        top.head, top.relation = (top.index if root else node.head), node.relation
        node.head, node.relation = top.index, "copula"
        for one in below:
            if one is not top:
                one.head = top.index


def _raise_objects(nodes: Sequence[Node]) -> None:
    """In "expects him to go" *him* is the object of the upper verb, and the lower one borrows it."""
    for node in nodes:
        if node.relation != "complement" or node.pos not in VERBAL or node.tag not in ("VB", "VBG", "VBN"):
            continue
        below = children(nodes, node.index)
        if any(one.relation in ("aux", "passive-aux") and one.tag in ("VBD", "VBZ", "VBP", "MD") for one in below):
            continue
        if any(one.relation == "mark" and one.tag == "TO" for one in below):
            node.relation = "open-complement"
            for one in below:
                if one.relation == "subject" and nodes[node.head].pos in VERBAL:
                    one.head, one.relation = node.head, "object"


def _turn_name(nodes: Sequence[Node], name: range) -> None:
    """The first word of a person's name stands above the others."""
    words = [nodes[index] for index in name]
    heads = [word for word in words if word.head not in name or word.head == word.index]
    if len(words) < 2 or len(heads) != 1 or heads[0] is words[0]:
        return
    first, old = words[0], heads[0]
    first.head = first.index if old.head == old.index else old.head
    first.relation = old.relation
    for node in nodes:
        if node.head == old.index and node.index not in name:
            node.head = first.index
    for word in words[1:]:
        word.head, word.relation = first.index, "flat"
