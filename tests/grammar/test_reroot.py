"""What stands on top of a sentence, and what stands there by mistake."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "an office": (
        """
        Maria/NNP/PROPN/nsubj/7 Holt/NNP/PROPN/flat/1 ,/,/PUNCT/punct/6 who/WP/PRON/nsubj:pass/6
        was/VBD/AUX/aux:pass/6 elected/VBN/VERB/acl:relcl/1 mayor/NN/NOUN/ROOT/7 in/IN/ADP/case/9
        May/NNP/PROPN/nmod/7 ,/,/PUNCT/punct/11 resigned/VBN/VERB/acl/7 on/IN/ADP/case/13
        Friday/NNP/PROPN/obl/11 ././PUNCT/punct/7
        """,
        ["Maria elected", "Maria resigned"],
    ),
    "who led it": (
        """
        A/DT/DET/det/2 group/NN/NOUN/nsubj/7 led/VBD/VERB/acl/2 by/IN/ADP/case/6 Orion/NNP/PROPN/compound/6
        Partners/NNP/PROPN/obl:agent/3 paid/VBD/VERB/ROOT/7 $/$/SYM/obj/7 600/CD/NUM/compound/10
        million/CD/NUM/nummod/8 for/IN/ADP/case/13 the/DT/DET/det/13 airline/NN/NOUN/obl/7 ././PUNCT/punct/7
        """,
        ["group led", "group paid $"],
    ),
    "what was shown": (
        """
        Documents/NNS/NOUN/nsubj/6 obtained/VBN/VERB/acl/1 by/IN/ADP/case/5 the/DT/DET/det/5
        paper/NN/NOUN/obl:agent/2 showed/VBD/VERB/ROOT/6 the/DT/DET/det/8 firm/NN/NOUN/obj/6
        paid/VBN/VERB/xcomp/6 bribes/NNS/NOUN/obj/9 ././PUNCT/punct/6
        """,
        ["Documents obtained", "Documents showed", "firm paid bribes"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_the_main_clause_is_on_top(case: str) -> None:
    """The main clause is the one that no other can do without."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
