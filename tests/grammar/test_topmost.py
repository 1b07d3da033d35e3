"""Clauses and phrases that were put on top and cannot stand there."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a condition": (
        """
        When/WRB/ADV/advmod/3 he/PRP/PRON/nsubj/3 died/VBD/VERB/ROOT/3 ,/,/PUNCT/punct/6 the/DT/DET/det/6
        Gauls/NNPS/PROPN/appos/2 fled/VBD/VERB/acl/6 ././PUNCT/punct/3
        """,
        ["he died", "Gauls fled"],
    ),
    "a participle above its noun's verb": (
        """
        Ten/CD/NUM/nummod/2 people/NNS/NOUN/nsubj/3 fleeing/VBG/VERB/ROOT/3 war/NN/NOUN/obj/3
        drowned/VBD/VERB/xcomp/3
        """,
        ["people fleeing war", "people drowned"],
    ),
    "a participle above the verb before it": (
        """
        Boys/NNS/NOUN/nsubj/2 wore/VBD/VERB/advmod/4 shirts/NNS/NOUN/obj/2 bearing/VBG/VERB/ROOT/4
        signs/NNS/NOUN/obj/4
        """,
        ["Boys wore shirts", "Boys bearing signs"],
    ),
    "a phrase with a preposition": (
        """
        In/IN/ADP/case/3 a/DT/DET/det/3 move/NN/NOUN/ROOT/3 ,/,/PUNCT/punct/3 Ann/NNP/PROPN/appos/3
        Low/NNP/PROPN/flat/5 ,/,/PUNCT/punct/8 resigned/VBD/VERB/conj/3 ././PUNCT/punct/3
        """,
        ["Ann resigned"],
    ),
    "what witnesses said": (
        """
        Two/CD/NUM/nummod/2 bombs/NNS/NOUN/nsubj/6 exploded/VBD/VERB/acl/2 ,/,/PUNCT/punct/2
        witnesses/NNS/NOUN/nsubj/6 said/VBD/VERB/ROOT/6 ././PUNCT/punct/6
        """,
        ["bombs exploded", "witnesses said"],
    ),
    "what was said of a phrase": (
        """
        He/PRP/PRON/nsubj/2 said/VBD/VERB/ROOT/2 the/DT/DET/det/4 focus/NN/NOUN/obj/2 on/IN/ADP/case/6
        shares/NNS/NOUN/nmod/4 showed/VBD/VERB/acl/6 fear/NN/NOUN/obj/7
        """,
        ["He said", "focus showed fear"],
    ),
    "two clauses and a semicolon": (
        """
        Fans/NNS/NOUN/nsubj/5 clashed/VBD/VERB/acl/1 ;/,/PUNCT/punct/5 police/NN/NOUN/nsubj/5
        left/VBD/VERB/ROOT/5
        """,
        ["Fans clashed", "police left"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_what_cannot_stand_alone_hangs_on_what_can(case: str) -> None:
    """The main clause is the one that stands by itself."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
