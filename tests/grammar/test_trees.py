"""Whatever tree a parser gives, mending leaves a tree, and clauses come of it."""

from __future__ import annotations

from array import array
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.grammar import clearnlp, ud
from timeline.grammar.adapter import sentences
from timeline.grammar.clauses import clauses
from timeline.grammar.node import Node
from timeline.grammar.normalise import Normal
from timeline.grammar.repair import mend
from timeline.model.span import Span

# words that the mends go by, with the parts of speech they are met in
WORDS = [
    ("said", "say", "VBD", "VERB"), ("announced", "announce", "VBN", "VERB"), ("hit", "hit", "NN", "NOUN"),
    ("going", "go", "VBG", "VERB"), ("is", "be", "VBZ", "AUX"), ("'s", "have", "VBZ", "AUX"),
    ("to", "to", "TO", "PART"), ("meet", "meet", "VB", "VERB"), ("that", "that", "IN", "SCONJ"),
    ("which", "which", "WDT", "PRON"), ("who", "who", "WP", "PRON"), ("when", "when", "WRB", "SCONJ"),
    ("explodes", "explode", "NNS", "NOUN"), ("Tuesday", "Tuesday", "NNP", "PROPN"),
    ("Ann", "Ann", "NNP", "PROPN"), ("plan", "plan", "NN", "NOUN"), ("up", "up", "RP", "ADP"),
    ("300", "300", "CD", "NUM"), ("following", "follow", "VBG", "VERB"), ("by", "by", "IN", "ADP"),
    ("as", "as", "IN", "SCONJ"), (",", ",", ",", "PUNCT"), (".", ".", ".", "PUNCT"),
    ("but", "but", "CC", "CCONJ"), ("not", "not", "RB", "PART"), ("ready", "ready", "JJ", "ADJ"),
    ("will", "will", "MD", "AUX"), ("launched", "launch", "VBD", "VERB"),
    ("protests", "protest", "VBZ", "VERB"),
]  # fmt: skip
UD = sorted(ud._RELATIONS.keys() - {"ROOT"})
CLEARNLP = sorted(clearnlp._RELATIONS.keys() - {"ROOT"})


@st.composite
def trees(draw: st.DrawFn, labels: list[str]) -> list[Node]:
    """A sentence of up to twelve words with any tree over it and any labels."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for at, index in enumerate(order):
        heads[index] = index if at == 0 else order[draw(st.integers(0, at - 1))]
    return [
        Node(at, text, lemma, pos, tag, heads[at], "ROOT" if heads[at] == at else draw(st.sampled_from(labels)),
             Span(10 * at, 10 * at + len(text)))
        for at, (text, lemma, tag, pos) in enumerate(words)
    ]  # fmt: skip


def check(nodes: list[Node]) -> None:
    """One root, every word below it, and clauses whose parts are words of the sentence."""
    assert [node.index for node in nodes if node.head == node.index] != []
    for node in nodes:
        at, steps = node, 0
        while at.head != at.index:
            at, steps = nodes[at.head], steps + 1
            assert steps <= len(nodes)
    assert sum(node.head == node.index for node in nodes) == 1
    found: Any = clauses(nodes)
    for clause in found:
        for index in (clause.predicate, clause.verb, clause.subject, *clause.objects):
            assert index is None or 0 <= index < len(nodes)
        assert clause.parent is None or 0 <= clause.parent < len(found)
        assert clause.span.start < clause.span.end


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trees(UD))
def test_mending_leaves_a_tree(nodes: list[Node]) -> None:
    """Universal Dependencies, however wrong."""
    ud.neutral(nodes)
    mend(nodes)

    check(nodes)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trees(CLEARNLP))
def test_turning_leaves_a_tree(nodes: list[Node]) -> None:
    """The ClearNLP scheme, however wrong."""
    clearnlp.neutral(nodes, people=[range(min(2, len(nodes)))])
    mend(nodes)

    check(nodes)


def test_a_closing_mark_that_was_taken_for_a_root_leaves_a_sentence_behind() -> None:
    """Where a quotation's end, the root of what follows it, goes to the sentence before, the rest still stands."""
    words = ["He", "left", ".", '"', "Fewer", "came"]
    doc = Doc(
        Vocab(),
        words=words,
        tags=["PRP", "VBD", ".", "''", "JJR", "VBD"],
        pos=["PRON", "VERB", "PUNCT", "PUNCT", "ADJ", "VERB"],
        deps=["nsubj", "ROOT", "punct", "ROOT", "amod", "dep"],
        heads=[1, 1, 1, 3, 3, 3],
        lemmas=words,
        sent_starts=[True, False, False, True, False, False],
    )
    text = doc.text
    quote = Span(0, text.index('"') + 1)
    normal = Normal(text, array("q", range(len(text))), (quote,))
    found = list(sentences(doc, normal, "ud", heading=False, paragraph=0))

    assert [[token.text for token in one.tokens] for one in found] == [words[:4], words[4:]]
