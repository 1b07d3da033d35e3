"""Universal Dependencies, the scheme of the pipeline that comes with the program, in neutral relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.grammar.node import Node

MARK_OF_SCHEME = "obl"  # a label no other scheme has

_RELATIONS = {
    "ROOT": "root",
    "acl": "participle",
    "acl:relcl": "relative",
    "advcl": "adverbial",
    "advmod": "adverb",
    "amod": "amod",
    "appos": "apposition",
    "aux": "aux",
    "aux:pass": "passive-aux",
    "case": "case",
    "cc": "coordinator",
    "ccomp": "complement",
    "compound": "compound",
    "compound:prt": "particle",
    "conj": "conjunct",
    "cop": "copula",
    "csubj": "complement",
    "det": "determiner",
    "expl": "expletive",
    "fixed": "fixed",
    "flat": "flat",
    "iobj": "indirect",
    "mark": "mark",
    "nmod": "nominal",
    "nmod:poss": "possessive",
    "nsubj": "subject",
    "nummod": "number",
    "obj": "object",
    "obl": "oblique",
    "parataxis": "parataxis",
    "punct": "punct",
    "xcomp": "open-complement",
}
_NEGATIONS = ("not", "n't", "never")


def neutral(nodes: Sequence[Node]) -> None:
    """Turn the labels of a sentence's nodes into neutral relations, in place; the tree stays as it is."""
    for node in nodes:
        label = node.relation
        # a subtype that means nothing of its own here ("nsubj:pass", "obl:agent") counts as its type
        node.relation = _RELATIONS.get(label) or _RELATIONS.get(label.split(":")[0]) or "other"
        if node.relation == "adverb" and (node.lemma in _NEGATIONS or node.lower in _NEGATIONS):
            node.relation = "negation"
        if node.head == node.index:
            node.relation = "root"
