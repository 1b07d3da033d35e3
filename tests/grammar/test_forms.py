"""The form of a verb by its company."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a plain form with a subject": (
        """
        Many/JJ/ADJ/nsubj/4 of/IN/ADP/case/3 roads/NNS/NOUN/nmod/1 reflect/VB/VERB/ROOT/4 it/PRP/PRON/obj/4
        """,
        ["Many reflect it"],
    ),
    "so many years": (
        """
        He/PRP/PRON/nsubj/2 reigned/VBD/VERB/ROOT/2 ten/CD/NUM/nummod/4 years/NNS/NOUN/obj/2
        """,
        ["He reigned"],
    ),
    "years that were spent": (
        """
        He/PRP/PRON/nsubj/2 spent/VBD/VERB/ROOT/2 ten/CD/NUM/nummod/4 years/NNS/NOUN/obj/2
        """,
        ["He spent years"],
    ),
    "what somebody became": (
        """
        Ann/NNP/PROPN/nsubj/2 became/VBD/VERB/ROOT/2 chief/NN/NOUN/obj/2
        """,
        ["Ann became"],
    ),
    "a score": (
        """
        Ajax/NNP/PROPN/nsubj/2 beat/VBD/VERB/ROOT/2 Lille/NNP/PROPN/obj/2 3/CD/NUM/obj/2 -/HYPH/PUNCT/punct/4
        1/CD/NUM/nmod/4
        """,
        ["Ajax beat Lille"],
    ),
    "who was named leader": (
        """
        They/PRP/PRON/nsubj/2 named/VBD/VERB/ROOT/2 Ann/NNP/PROPN/compound/5 Low/NNP/PROPN/compound/5
        leader/NN/NOUN/xcomp/2
        """,
        ["They named Ann"],
    ),
    "who was found guilty": (
        """
        They/PRP/PRON/nsubj/2 found/VBD/VERB/ROOT/2 Low/NNP/PROPN/compound/4 guilty/NN/NOUN/obj/2
        """,
        ["They found Low"],
    ),
    "a past tense after a comma": (
        """
        Men/NNS/NOUN/nsubj/2 took/VBD/VERB/ROOT/2 it/PRP/PRON/obj/2 ,/,/PUNCT/punct/5 lost/VBD/VERB/advcl/2
        it/PRP/PRON/obj/5 and/CC/CCONJ/cc/8 retook/VB/VERB/conj/5 it/PRP/PRON/obj/8
        """,
        ["Men took it", "Men lost it", "Men retook it"],
    ),
    "that behind an object": (
        """
        Rain/NN/NOUN/nsubj/2 caused/VBD/VERB/ROOT/2 slides/NNS/NOUN/obj/2 that/WDT/PRON/nsubj/5
        buried/VBD/VERB/ccomp/2 huts/NNS/NOUN/obj/5
        """,
        ["Rain caused slides", "slides buried huts"],
    ),
    "when the dam burst": (
        """
        Men/NNS/NOUN/nsubj/2 fled/VBD/VERB/ROOT/2 when/WRB/ADV/advmod/6 the/DT/DET/det/6 dam/NN/NOUN/compound/6
        burst/NN/NOUN/advcl/2
        """,
        ["Men fled", "dam burst"],
    ),
    "a name in small letters": (
        """
        The/DT/DET/det/2 rows/NNS/NOUN/nsubj/3 alarmed/NNP/PROPN/ROOT/3 the/DT/DET/det/5 court/NN/NOUN/iobj/3
        """,
        ["rows alarmed court"],
    ),
    "so much later": (
        """
        It/PRP/PRON/nsubj/2 left/VBD/VERB/ROOT/2 its/PRP$/PRON/nmod:poss/6 orbit/NN/NOUN/compound/5
        two/CD/NUM/nummod/6 years/NNS/NOUN/obj/2 later/RB/ADV/advmod/2
        """,
        ["It left orbit"],
    ),
    "a form without ending as an adjective": (
        """
        The/DT/DET/det/2 mine/NNS/PRON/nsubj/3 shut/JJ/ADJ/ROOT/3 in/IN/ADP/case/5 2010/CD/NUM/obl/3
        ././PUNCT/punct/3
        """,
        ["mine shut"],
    ),
    "a mountain minutes later": (
        """
        The/DT/DET/det/2 plane/NN/NOUN/nsubj/3 hit/VBD/VERB/ROOT/3 a/DT/DET/det/6 mountain/NN/NOUN/compound/6
        minutes/NNS/NOUN/obj/3 after/IN/ADP/case/8 takeoff/NN/NOUN/obl/3 ././PUNCT/punct/3
        """,
        ["plane hit mountain"],
    ),
    "a past behind and": (
        """
        The/DT/DET/det/2 mine/NN/PRON/nsubj/3 closed/VBD/VERB/ROOT/3 in/IN/ADP/case/5 1988/CD/NUM/obl/3
        ,/,/PUNCT/punct/10 and/CC/CCONJ/cc/10 the/DT/DET/det/10 town/NN/NOUN/compound/10 shrank/NN/NOUN/conj/3
        ././PUNCT/punct/3
        """,
        ["mine closed", "town shrank"],
    ),
    "a plain form that goes on": (
        """
        The/DT/DET/det/2 man/NN/NOUN/nsubj/3 wounded/VBD/VERB/ROOT/3 four/CD/NUM/nummod/5 people/NNS/NOUN/obj/3
        and/CC/CCONJ/cc/8 then/RB/ADV/advmod/8 shot/VB/VERB/conj/3 himself/PRP/PRON/obj/8 ././PUNCT/punct/3
        """,
        ["man wounded people", "man shot himself"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_company_tells_the_form(case: str) -> None:
    """What a verb is told apart by is what stands beside it."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
