"""Finite verbs whose subject hung on something else."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a noun as an adverb": (
        """
        In/IN/ADP/case/2 June/NNP/PROPN/obl/4 famine/VB/VERB/advmod/4 struck/VBD/VERB/ROOT/4
        Mali/NNP/PROPN/obj/4
        """,
        ["famine struck Mali"],
    ),
    "a name after a fronted phrase": (
        """
        In/IN/ADP/case/2 Athens/NNP/PROPN/obl/9 ,/,/PUNCT/punct/4 Ann/NNP/PROPN/appos/2 ,/,/PUNCT/punct/7
        as/IN/ADP/case/7 leader/NN/NOUN/obl/9 ,/,/PUNCT/punct/7 spoke/VBD/VERB/ROOT/9
        """,
        ["Ann spoke"],
    ),
    "a name at the end of a phrase": (
        """
        By/IN/ADP/case/5 the/DT/DET/det/5 peace/NN/NOUN/compound/4 treaty/NN/NOUN/compound/5
        Spain/NNP/PROPN/nsubj/6 ceded/VBD/VERB/ROOT/6 islands/NNS/NOUN/obj/6
        """,
        ["Spain ceded islands"],
    ),
    "a noun behind and": (
        """
        BP/NNP/PROPN/nsubj/2 shut/VBD/VERB/ROOT/2 a/DT/DET/det/4 plant/NN/NOUN/obj/2 and/CC/CCONJ/cc/6
        Shell/NNP/PROPN/conj/4 sold/VBD/VERB/conj/2 a/DT/DET/det/9 rig/NN/NOUN/obj/7
        """,
        ["BP shut plant", "Shell sold rig"],
    ),
    "both as an adverb": (
        """
        Both/RB/DET/advmod/2 praised/VBD/VERB/ROOT/2 the/DT/DET/det/4 talks/NNS/NOUN/obj/2 ././PUNCT/punct/2
        """,
        ["Both praised talks"],
    ),
    "a name between commas": (
        """
        Two/CD/NUM/nsubj:pass/3 were/VBD/AUX/aux:pass/3 acquitted/VBN/VERB/ROOT/3 last/JJ/ADJ/amod/5
        December/NNP/PROPN/obj/3 and/CC/CCONJ/cc/8 the/DT/DET/det/8 third/JJ/ADJ/conj/5 ,/,/PUNCT/punct/10
        Alan/NNP/PROPN/conj/5 Hall/NNP/PROPN/flat/10 ,/,/PUNCT/punct/13 pleaded/VBD/VERB/conj/3
        guilty/NN/NOUN/xcomp/13 ././PUNCT/punct/3
        """,
        ["Two acquitted", "third pleaded guilty"],
    ),
    "behind a semicolon": (
        """
        His/PRP$/PRON/nmod:poss/3 early/JJ/ADJ/amod/3 novels/NNS/NOUN/nsubj/4 flopped/VBD/VERB/ROOT/4
        ;/:/PUNCT/punct/7 a/DT/DET/det/7 fifth/JJ/ADJ/parataxis/4 ,/,/PUNCT/punct/9 Dust/NNP/PROPN/conj/7
        ,/,/PUNCT/punct/11 made/VBD/VERB/conj/4 him/PRP/PRON/obj/11 rich/JJ/ADJ/xcomp/11 ././PUNCT/punct/4
        """,
        ["novels flopped", "fifth made him"],
    ),
    "a noun that was reported": (
        """
        Rivo/NNP/PROPN/nsubj/2 said/VBD/VERB/ROOT/2 its/PRP$/PRON/nmod:poss/5 new/JJ/ADJ/amod/5
        strategy/NN/NOUN/ccomp/2 --/,/PUNCT/punct/7 started/VBD/VERB/acl:relcl/5 in/IN/ADP/case/10
        some/DT/DET/det/10 markets/NNS/NOUN/obl/7 last/JJ/ADJ/amod/12 month/NN/NOUN/obl:unmarked/7
        --/,/PUNCT/punct/15 will/MD/AUX/aux/15 mean/VB/VERB/parataxis/7 lower/JJR/ADJ/amod/17
        earnings/NNS/NOUN/obj/15 ././PUNCT/punct/2
        """,
        ["Rivo said", "strategy started", "strategy mean earnings"],
    ),
    "a sum that was reported": (
        """
        Norton/NNP/PROPN/compound/2 Co./NNP/PROPN/nsubj/3 said/VBD/VERB/ROOT/3 net/NN/NOUN/compound/5
        income/NN/NOUN/obj/3 for/IN/ADP/case/9 the/DT/DET/det/9 third/JJ/ADJ/amod/9 quarter/NN/NOUN/nmod/5
        fell/VBD/VERB/advcl/3 6/CD/NUM/nummod/12 %/NN/SYM/obj/10 to/IN/ADP/case/14 $/$/SYM/obl/10
        20.6/CD/NUM/compound/16 million/CD/NUM/nummod/14 ././PUNCT/punct/3
        """,
        ["Co. said", "income fell %"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_a_finite_verb_finds_its_subject(case: str) -> None:
    """A finite verb has a subject of its own before it."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
