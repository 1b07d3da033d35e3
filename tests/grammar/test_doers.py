"""Two nouns before a verb, and which of them acts."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a reduced relative": (
        """
        The/DT/DET/det/2 man/NN/NOUN/nsubj/3 killed/VBD/VERB/ROOT/3 in/IN/ADP/case/6 the/DT/DET/det/6
        raid/NN/NOUN/obl/3 was/VBD/AUX/cop/9 a/DT/DET/det/9 cook/NN/NOUN/conj/3
        """,
        ["man killed", "man cook"],
    ),
    "the object of a participle": (
        """
        The/DT/DET/det/2 loss/NN/NOUN/nsubj/8 of/IN/ADP/case/4 woods/NNS/NOUN/nmod/2 ringing/VBG/VERB/acl/4
        fields/NNS/NOUN/nsubj/8 has/VBZ/AUX/aux/8 hurt/VBN/VERB/ROOT/8 farmers/NNS/NOUN/obj/8
        """,
        ["woods ringing fields", "loss hurt farmers"],
    ),
    "the end of a name": (
        """
        The/DT/DET/det/2 party/NN/NOUN/nsubj/7 led/VBN/VERB/acl/2 by/IN/ADP/case/5 Anders/NNP/PROPN/obl:agent/3
        Holm/NNP/PROPN/nsubj/7 lost/VBD/VERB/ROOT/7
        """,
        ["party led", "party lost"],
    ),
    "what they said of it": (
        """
        Ann/NNP/PROPN/nsubj/2 said/VBD/VERB/ROOT/2 the/DT/DET/det/4 bridge/NN/NOUN/obj/2 ,/,/PUNCT/punct/6
        built/VBN/VERB/acl/4 in/IN/ADP/case/8 May/NNP/PROPN/obl/6 ,/,/PUNCT/punct/2 would/MD/AUX/aux/11
        close/VB/VERB/ccomp/2
        """,
        ["Ann said", "bridge built", "bridge close"],
    ),
    "what was reported here": (
        """
        All/DT/DET/det/2 sums/NNS/NOUN/nsubj/3 given/VBN/VERB/csubj/7 here/RB/ADV/advmod/3 can/MD/AUX/aux/7
        be/VB/AUX/aux:pass/7 checked/VBN/VERB/ROOT/7
        """,
        ["sums given", "sums checked"],
    ),
    "the first of two joined": (
        """
        By/IN/ADP/case/2 May/NNP/PROPN/obl/12 ,/,/PUNCT/punct/5 high/JJ/ADJ/amod/5 cost/NN/NOUN/appos/2
        and/CC/CCONJ/cc/8 a/DT/DET/det/8 string/NN/NOUN/nsubj/12 of/IN/ADP/case/10 rows/NNS/NOUN/nmod/8
        had/VBD/AUX/aux/12 left/VBN/VERB/ROOT/12 her/PRP/PRON/obj/12 poor/JJ/ADJ/xcomp/12
        """,
        ["cost left her"],
    ),
    "two that act": (
        """
        The/DT/DET/det/2 spy/NN/NOUN/nsubj:pass/7 and/CC/CCONJ/cc/7 his/PRP$/PRON/nmod:poss/5
        aunt/NN/NOUN/nsubj:pass/7 were/VBD/AUX/aux:pass/7 found/VBN/VERB/ROOT/7
        """,
        ["spy found"],
    ),
    "a noun joined to a verb": (
        """
        Men/NNS/NOUN/nsubj/2 died/VBD/VERB/ROOT/2 ,/,/PUNCT/punct/6 but/CC/CCONJ/cc/6 the/DT/DET/det/6
        boy/NN/NOUN/conj/2 survived/VBN/VERB/acl/6
        """,
        ["Men died", "boy survived"],
    ),
    "the object of the second verb": (
        """
        It/PRP/PRON/nsubj/2 hurt/VBD/VERB/ROOT/2 ten/CD/NUM/obj/2 and/CC/CCONJ/cc/5 killed/VBD/VERB/conj/2
        dozens/NNS/NOUN/obj/2
        """,
        ["It hurt ten", "It killed dozens"],
    ),
    "a bank held up": (
        """
        A/DT/DET/det/2 man/NN/NOUN/nsubj/3 dressed/VBN/VERB/ROOT/3 as/IN/ADP/case/6 a/DT/DET/det/6
        clown/NN/NOUN/obl/3 held/VBN/VERB/advcl/3 up/RP/ADP/compound:prt/7 a/DT/DET/det/10 bank/NN/NOUN/obj/7
        in/IN/ADP/case/12 Leeds/NNP/PROPN/obl/7 ././PUNCT/punct/3
        """,
        ["man dressed", "man held bank"],
    ),
    "one comma before the verb": (
        """
        The/DT/DET/det/2 plane/NN/NOUN/compound/4 lost/VBN/VERB/amod/4 power/NN/NOUN/nsubj/6 ,/,/PUNCT/punct/4
        clipped/VBD/VERB/ROOT/6 a/DT/DET/det/8 tree/NN/NOUN/obj/6 and/CC/CCONJ/cc/10 crashed/VBN/VERB/conj/6
        in/IN/ADP/case/13 a/DT/DET/det/13 field/NN/NOUN/obl/10 ././PUNCT/punct/6
        """,
        ["plane lost power", "plane clipped tree", "plane crashed"],
    ),
    "a list without a comma at its end": (
        """
        Turkey/NNP/PROPN/vocative/6 ,/,/PUNCT/punct/3 Iran/NNP/PROPN/nsubj/6 and/CC/CCONJ/cc/5
        Iraq/NNP/PROPN/conj/3 closed/VBD/VERB/ROOT/6 their/PRP$/PRON/nmod:poss/8 borders/NNS/NOUN/obj/6
        ././PUNCT/punct/6
        """,
        ["Turkey closed borders"],
    ),
    "a verb joined to an adverb": (
        """
        She/PRP/PRON/nsubj/2 married/VBD/VERB/ROOT/2 twice/RB/ADV/advmod/2 and/CC/CCONJ/cc/5 bore/VB/VERB/conj/3
        five/CD/NUM/nummod/7 children/NNS/NOUN/obl:unmarked/2 ././PUNCT/punct/2
        """,
        ["She married", "She bore children"],
    ),
    "the name of a ship": (
        """
        The/DT/DET/det/3 2014/CD/NUM/compound/3 sinking/NN/NOUN/nsubj/8 of/IN/ADP/case/6 the/DT/DET/det/6
        tanker/NN/NOUN/nmod/3 Orel/NNP/PROPN/nsubj/8 led/VBD/VERB/ROOT/8 to/IN/ADP/case/11 a/DT/DET/det/11
        ban/NN/NOUN/obl/8 ././PUNCT/punct/8
        """,
        ["sinking led"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_one_noun_acts(case: str) -> None:
    """Of two nouns before a verb one is its subject; the other belongs to the verb or the name between."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
