"""Words taken for another part of speech, and the clauses that come of them nevertheless."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

MENDED = {
    "a particle taken for the object's preposition": (
        """
        Rescuers/NNS/NOUN/nsubj/2 called/VBD/VERB/ROOT/2 off/RP/ADP/case/5 the/DT/DET/det/5 search/NN/NOUN/obl/2
        """,
        ["Rescuers called search"],
    ),
    "a noun that looks like a participle": (
        """
        The/DT/DET/det/2 tower/NN/NOUN/nsubj:pass/4 was/VBD/AUX/aux:pass/4 struck/VBN/VERB/ROOT/4 by/IN/SCONJ/mark/6
        lightning/VBG/VERB/advcl/4
        """,
        ["tower struck"],
    ),
    "a participle as the adjective of what somebody became": (
        """
        Ann/NNP/PROPN/nsubj/4 was/VBD/AUX/cop/4 elected/VBN/VERB/amod/4 president/NN/NOUN/ROOT/4
        """,
        ["Ann elected"],
    ),
    "an object as the verb": (
        """
        The/DT/DET/det/2 president/NN/NOUN/nsubj/4 dissolved/VBN/VERB/amod/4 parliament/VBP/VERB/ROOT/4
        """,
        ["president dissolved parliament"],
    ),
    "a name taken for an act": (
        """
        Men/NNS/NOUN/nsubj/2 saw/VBD/VERB/ROOT/2 a/DT/DET/det/4 mass/NN/NOUN/obj/2 called/VBD/VERB/advcl/2
        a/DT/DET/det/7 floe/NN/NOUN/xcomp/5
        """,
        ["Men saw mass", "mass called"],
    ),
    "the main verb below a relative clause": (
        """
        The/DT/DET/det/2 storm/NN/NOUN/ROOT/2 they/PRP/PRON/nsubj/4 named/VBN/VERB/acl:relcl/2 Odile/RB/ADV/advmod/4
        reached/VBD/VERB/xcomp/4 land/NN/NOUN/obj/6
        """,
        ["they named", "storm reached land"],
    ),
    "a verb as an auxiliary": (
        """
        A/DT/DET/det/2 canal/NN/NOUN/nsubj/8 they/PRP/PRON/nsubj/5 had/VBD/AUX/aux/5 dug/VBN/VERB/aux/8
        had/VBD/AUX/aux/8 been/VBN/AUX/aux:pass/8 closed/VBN/VERB/ROOT/8
        """,
        ["they dug", "canal closed"],
    ),
    "a verb under a preposition": (
        """
        Tools/NNS/NOUN/nsubj/2 found/VBD/VERB/ROOT/2 in/IN/ADP/case/6 the/DT/DET/det/5 cave/NN/NOUN/nsubj/6
        show/VBP/VERB/obl/2 it/PRP/PRON/obj/6
        """,
        ["Tools found", "Tools show it"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_words_around_decide(case: str) -> None:
    """What a word can be where it stands decides over what it was taken for."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
