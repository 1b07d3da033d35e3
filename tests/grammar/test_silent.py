"""Sentences in which the parser found no finite verb, and the word that is one."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a sum on top": (
        """
        A/DT/DET/det/2 court/NN/NOUN/nsubj/5 on/IN/ADP/case/4 Monday/NNP/PROPN/nmod/2 fined/VBD/VERB/ROOT/5
        Harbour/NNP/PROPN/compound/7 Lines/NNPS/PROPN/obj/5 $/$/SYM/obj/5 3/CD/NUM/compound/10
        million/CD/NUM/nummod/8 for/IN/ADP/case/13 the/DT/DET/det/13 leak/NN/NOUN/nmod/8 ././PUNCT/punct/5
        """,
        ["court fined Lines $"],
    ),
    "a name before the verb": (
        """
        His/PRP$/PRON/nmod:poss/2 flight/NN/NOUN/ROOT/2 to/IN/ADP/case/6 Spain/NNP/PROPN/compound/6
        surprised/JJ/ADJ/amod/6 voters/NNS/NOUN/nmod/2 ././PUNCT/punct/2
        """,
        ["flight surprised voters"],
    ),
    "an apposition before the verb": (
        """
        The/DT/DET/det/2 leak/NN/NOUN/ROOT/2 ,/,/PUNCT/punct/6 the/DT/DET/det/6 third/JJ/ADJ/amod/6
        mishap/NN/NOUN/appos/2 ,/,/PUNCT/punct/9 angered/JJ/ADJ/amod/9 locals/NNS/NOUN/conj/2 ././PUNCT/punct/2
        """,
        ["leak angered locals"],
    ),
    "a verb taken for a name": (
        """
        A/DT/DET/det/2 judge/NN/NOUN/ROOT/2 in/IN/ADP/case/4 Leeds/NNP/PROPN/nmod/2 sentenced/VBN/VERB/acl/2
        Rex/NNP/PROPN/compound/7 Hall/NNP/PROPN/obj/5 to/IN/ADP/case/10 12/CD/NUM/nummod/10 years/NNS/NOUN/obl/5
        in/IN/ADP/case/12 prison/NN/NOUN/obl/5 on/IN/ADP/case/14 Monday/NNP/PROPN/nmod/12 ././PUNCT/punct/2
        """,
        ["judge sentenced Hall"],
    ),
    "a verb taken for a noun": (
        """
        A/DT/DET/det/2 fire/NN/NOUN/ROOT/2 that/WDT/PRON/nsubj/4 broke/VBD/VERB/acl:relcl/2
        out/RP/ADP/compound:prt/4 in/IN/ADP/case/9 the/DT/DET/det/9 kitchen/NN/NOUN/compound/9
        spread/NN/NOUN/obl/4 to/IN/ADP/case/12 the/DT/DET/det/12 roof/NN/NOUN/obl/9 ././PUNCT/punct/2
        """,
        ["fire broke", "fire spread"],
    ),
    "before a semicolon": (
        """
        The/DT/DET/det/2 captain/NN/NOUN/nsubj/17 ,/,/PUNCT/punct/4 Rex/NNP/PROPN/appos/2 Hall/NNP/PROPN/flat/4
        ,/,/PUNCT/punct/7 called/VBN/VERB/acl/2 for/IN/ADP/case/9 help/NN/NOUN/obl/7 at/IN/ADP/case/11
        9/CD/NUM/obl/7 p.m./NN/NOUN/nmod:unmarked/11 ;/:/PUNCT/punct/2 the/DT/DET/det/16 first/JJ/ADJ/amod/16
        boat/NN/NOUN/nsubj/17 reached/VBD/VERB/ROOT/17 the/DT/DET/det/19 ship/NN/NOUN/obj/17 at/IN/ADP/case/21
        noon/NN/NOUN/obl/17 ././PUNCT/punct/17
        """,
        ["captain called", "boat reached ship"],
    ),
    "after a clause": (
        """
        After/IN/SCONJ/mark/3 he/PRP/PRON/nsubj/3 lost/VBD/VERB/advcl/9 the/DT/DET/det/5 vote/NN/NOUN/obj/3
        ,/,/PUNCT/punct/9 Dan/NNP/PROPN/nsubj/9 Hall/NNP/PROPN/flat/7 resigned/VBD/VERB/ROOT/9 ././PUNCT/punct/9
        """,
        ["he lost vote", "Dan resigned"],
    ),
    "two verbs as adjectives": (
        """
        The/DT/DET/det/4 revolt/NN/NOUN/compound/4 crippled/JJ/ADJ/amod/4 ports/NNS/NOUN/ROOT/4
        and/CC/CCONJ/cc/7 halted/VBN/VERB/amod/7 exports/NNS/NOUN/conj/4 ././PUNCT/punct/4
        """,
        ["revolt crippled ports", "revolt halted exports"],
    ),
    "a participle in between": (
        """
        A/DT/DET/det/2 tanker/NN/NOUN/ROOT/2 loaded/VBN/VERB/acl/2 with/IN/ADP/case/5 crude/NN/NOUN/obl/3
        exploded/VBD/VERB/advcl/3 off/IN/ADP/case/8 Oman/NNP/PROPN/obl/6 ././PUNCT/punct/2
        """,
        ["tanker loaded", "tanker exploded"],
    ),
    "a month in front": (
        """
        Last/JJ/ADJ/amod/2 month/NN/NOUN/obl:unmarked/7 ,/,/PUNCT/punct/2 Harbour/NNP/PROPN/compound/6
        Rating/NNP/PROPN/compound/6 Service/NN/NOUN/nsubj/7 downgraded/VBD/VERB/ROOT/7 the/DT/DET/det/9
        firm/NN/NOUN/obj/7 ././PUNCT/punct/7
        """,
        ["Service downgraded firm"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_the_words_tell_the_verb(case: str) -> None:
    """Where no finite verb was found, the words around tell which one it is, who did it and to what."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
