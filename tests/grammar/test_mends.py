"""Trees as parsers get them wrong, and the clauses that come of them nevertheless."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree
from timeline.grammar.syntax import Role, Tense

# what is wrong: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a weekday as the object": (
        "Ann/NNP/PROPN/nsubj/2 said/VBD/VERB/ROOT/2 Tuesday/NNP/PROPN/obj/2",
        ["Ann said"],
    ),
    "a weekday as a second subject": (
        """
        Men/NNS/NOUN/nsubj/2 left/VBD/VERB/ccomp/5 ,/,/PUNCT/punct/2 police/NN/NOUN/nsubj/5 said/VBD/VERB/ROOT/5
        Friday/NNP/PROPN/nsubj/5
        """,
        ["Men left", "police said"],
    ),
    "a subject with a preposition": (
        """
        Following/VBG/VERB/case/3 the/DT/DET/det/3 summit/NN/NOUN/nsubj/6 ,/,/PUNCT/punct/3 he/PRP/PRON/nsubj/6
        left/VBD/VERB/ROOT/6
        """,
        ["he left"],
    ),
    "a noun phrase above the sentence": (
        """
        Following/VBG/VERB/case/3 the/DT/DET/det/3 summit/NN/NOUN/ROOT/3 ,/,/PUNCT/punct/3 Ann/NNP/PROPN/nsubj/6
        left/VBD/VERB/acl:relcl/3
        """,
        ["Ann left"],
    ),
    "a participle that is a preposition": (
        "He/PRP/PRON/nsubj/2 left/VBD/VERB/ROOT/2 following/VBG/VERB/advcl/2 a/DT/DET/det/5 row/NN/NOUN/obj/3",
        ["He left"],
    ),
    "'s as a passive": (
        "He/PRP/PRON/nsubj:pass/3 's/VBZ/AUX/aux:pass/3 accepted/VBN/VERB/ROOT/3 it/PRP/PRON/obj/3",
        ["He accepted it"],
    ),
    "a verb as an adjective": (
        """
        Police/NN/NOUN/nsubj/2 waited/VBD/VERB/ROOT/2 when/WRB/SCONJ/advmod/5 aircraft/NN/NOUN/nsubj/5
        launched/VBD/VERB/amod/6 rockets/NNS/NOUN/obl/2
        """,
        ["Police waited", "aircraft launched rockets"],
    ),
    "a past tense as a participle": (
        """
        The/DT/DET/det/2 alliance/NN/NOUN/nsubj/3 announced/VBN/VERB/ROOT/3 that/IN/SCONJ/mark/6 it/PRP/PRON/nsubj/6
        won/VBD/VERB/ccomp/3
        """,
        ["alliance announced", "it won"],
    ),
    "a noun after an apposition": (
        """
        NATO/NNP/PROPN/ROOT/1 ,/,/PUNCT/punct/3 uneasy/JJ/ADJ/amod/1 ,/,/PUNCT/punct/5
        announced/VBD/VERB/acl:relcl/1 it/PRP/PRON/obj/5
        """,
        ["NATO announced it"],
    ),
    "two subjects, one the other's apposition": (
        """
        The/DT/DET/det/2 lawyer/NN/NOUN/nsubj/6 ,/,/PUNCT/punct/4 Davis/NNP/PROPN/nsubj/6 ,/,/PUNCT/punct/4
        denied/VBD/VERB/ROOT/6 it/PRP/PRON/obj/6
        """,
        ["lawyer denied it"],
    ),
    "two subjects, one an object": (
        """
        The/DT/DET/det/2 plan/NN/NOUN/nsubj:pass/7 to/TO/PART/mark/4 support/VB/VERB/acl/2
        Kyiv/NNP/PROPN/nsubj:pass/7 was/VBD/AUX/aux:pass/7 made/VBN/VERB/ROOT/7
        """,
        ["plan support Kyiv", "plan made"],
    ),
    "the main subject after a distant but": (
        """
        Ann/NNP/PROPN/nsubj/2 said/VBD/VERB/ROOT/2 Bob/NNP/PROPN/nsubj/5 was/VBD/AUX/cop/5 ready/JJ/ADJ/ccomp/2
        ,/,/PUNCT/punct/9 but/CC/CCONJ/cc/9 has/VBZ/AUX/aux/9 refused/VBN/VERB/conj/5 it/PRP/PRON/obj/9
        """,
        ["Ann said", "Bob ready", "Ann refused it"],
    ),
    "a fronted phrase taken by the attribution": (
        """
        The/DT/DET/det/2 step/NN/NOUN/obl:unmarked/5 ,/,/PUNCT/punct/2 he/PRP/PRON/nsubj/5 added/VBD/VERB/ROOT/5
        ,/,/PUNCT/punct/8 could/MD/AUX/aux/8 fail/VB/VERB/ccomp/5
        """,
        ["he added", "step fail"],
    ),
    "an attribution at the end taken for an object": (
        """
        Kyiv/NNP/PROPN/nsubj/2 refuses/VBZ/VERB/ROOT/2 troops/NNS/NOUN/obj/2 ,/,/PUNCT/punct/3
        spokeswoman/NN/NOUN/conj/3 Maria/NNP/PROPN/obj/2 told/VBD/VERB/xcomp/2 reporters/NNS/NOUN/obj/7
        """,
        ["Kyiv refuses troops", "spokeswoman told reporters"],
    ),
    "who says it, after the verb, as its object": (
        "We/PRP/PRON/nsubj/2 won/VBD/VERB/ccomp/4 ,/,/PUNCT/punct/2 explained/VBD/VERB/ROOT/4 Bob/NNP/PROPN/obj/4",
        ["We won", "Bob explained"],
    ),
    "a subject as a part of the verb": (
        "Joko/NNP/PROPN/compound/2 spoke/VBD/VERB/ROOT/2 today/NN/NOUN/obl:unmarked/2",
        ["Joko spoke"],
    ),
    "a clause under a preposition": (
        """
        They/PRP/PRON/nsubj/2 waited/VBD/VERB/ROOT/2 as/IN/ADP/case/5 the/DT/DET/det/5 team/NN/NOUN/obl/2
        failed/VBD/VERB/advcl/2
        """,
        ["They waited", "team failed"],
    ),
    "what was said above who said it": (
        """
        The/DT/DET/det/2 agency/NN/NOUN/nsubj/6 reported/VBD/VERB/acl/2 prices/NNS/NOUN/nsubj/6 were/VBD/AUX/aux/6
        rising/VBG/VERB/ROOT/6
        """,
        ["agency reported", "prices rising"],
    ),
    "a form without ending as a present": (
        "A/DT/DET/det/2 storm/NN/NOUN/nsubj/3 hit/NN/NOUN/ROOT/3 Java/NNP/PROPN/obj/3",
        ["storm hit Java"],
    ),
    "a number after up to": (
        """
        They/PRP/PRON/nsubj/2 sent/VBD/VERB/ROOT/2 up/RP/ADP/compound:prt/2 to/TO/ADP/case/6 300/CD/NUM/nummod/6
        troops/NNS/NOUN/obl/2
        """,
        ["They sent troops"],
    ),
    "a participle above the main clause": (
        """
        In/IN/ADP/case/3 a/DT/DET/det/3 row/NN/NOUN/obl/4 held/VBN/VERB/ROOT/4 here/RB/ADV/advmod/4 ,/,/PUNCT/punct/4
        Ann/NNP/PROPN/nsubj/8 won/VBD/VERB/parataxis/4
        """,
        ["row held", "Ann won"],
    ),
    "a main verb under its subject": (
        """
        Ann/NNP/PROPN/obl/6 called/VBD/VERB/acl/1 for/IN/ADP/case/4 help/NN/NOUN/obl/2 ,/,/PUNCT/punct/6
        claiming/VBG/VERB/ROOT/6 it/PRP/PRON/obj/6
        """,
        ["Ann called it", "Ann claiming"],
    ),
    "a plural as a verb": (
        "Protests/VBZ/VERB/ROOT/1 filled/VBD/VERB/acl/1 streets/NNS/NOUN/obj/2",
        ["Protests filled streets"],
    ),
    "the agent of a participle, and its verb beside it": (
        """
        Sources/NNS/NOUN/nsubj/2 quoted/VBD/VERB/ROOT/2 by/IN/ADP/case/4 Reuters/NNP/PROPN/obl/2
        expect/VBP/VERB/parataxis/2 rain/NN/NOUN/obj/5
        """,
        ["Sources quoted", "Sources expect rain"],
    ),
    "what was reported under its own subject": (
        """
        It/PRP/PRON/nsubj/2 reported/VBD/VERB/ROOT/2 gangs/NNS/NOUN/obj/2 controlled/VBD/VERB/acl/3
        towns/NNS/NOUN/obj/4
        """,
        ["It reported", "gangs controlled towns"],
    ),
    "an apposition above its sentence": (
        """
        Kim/NNP/PROPN/nsubj/4 ,/,/PUNCT/punct/4 an/DT/DET/det/4 executive/NN/NOUN/ROOT/4 ,/,/PUNCT/punct/6
        left/VBD/VERB/conj/4
        """,
        ["Kim left"],
    ),
    "a relative clause that took the subject": (
        """
        Ann/NNP/PROPN/nsubj/4 ,/,/PUNCT/punct/1 who/WP/PRON/nsubj/4 came/VBD/VERB/advcl/6 ,/,/PUNCT/punct/6
        won/VBD/VERB/ROOT/6
        """,
        ["Ann came", "Ann won"],
    ),
    "the verb right after the subject": (
        """
        It/PRP/PRON/nsubj/5 darkened/VBD/VERB/ccomp/5 for/IN/ADP/case/4 men/NNS/NOUN/obl/2 caught/VBD/VERB/ROOT/5
        there/RB/ADV/advmod/5
        """,
        ["It darkened", "men caught"],
    ),
    "a subject beside a time": (
        """
        On/IN/ADP/case/2 Monday/NNP/PROPN/obl/6 ,/,/PUNCT/punct/5 the/DT/DET/det/5 court/NN/NOUN/appos/2
        ruled/VBD/VERB/ROOT/6
        """,
        ["court ruled"],
    ),
    "who says it beside what is said": (
        """
        The/DT/DET/det/2 author/NN/NOUN/nsubj/3 said/VBD/VERB/advcl/6 ,/,/PUNCT/punct/6 it/PRP/PRON/nsubj/6
        rained/VBD/VERB/ROOT/6
        """,
        ["author said", "it rained"],
    ),
    "which as a conjunct": (
        """
        He/PRP/PRON/nsubj/2 left/VBD/VERB/ROOT/2 Nato/NNP/PROPN/obj/2 ,/,/PUNCT/punct/7 of/IN/ADP/case/6
        which/WDT/PRON/obl/7 spoke/VBD/VERB/conj/2
        """,
        ["He left Nato", "Nato spoke"],
    ),
    "two prepositions under one noun": (
        """
        It/PRP/PRON/nsubj:pass/3 was/VBD/AUX/aux:pass/3 made/VBN/VERB/ROOT/3 by/IN/ADP/case/8
        Britons/NNPS/PROPN/compound/8 shortly/RB/ADV/advmod/8 before/IN/ADP/case/8 elections/NNS/NOUN/obl/3
        """,
        ["It made"],
    ),
    "a verb that goes on, as a clause beside": (
        """
        They/PRP/PRON/nsubj/3 could/MD/AUX/aux/3 carry/VB/VERB/ROOT/3 troops/NNS/NOUN/obj/3 ,/,/PUNCT/punct/6
        provide/VB/VERB/parataxis/3 arms/NNS/NOUN/obj/6
        """,
        ["They carry troops", "They provide arms"],
    ),
}


@pytest.mark.parametrize("fault", MENDED)
def test_a_fault_of_the_parser_is_mended(fault: str) -> None:
    """What a parser gets wrong again and again is mended by a rule of English."""
    written, expected = MENDED[fault]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected


def test_a_contracted_has_is_a_perfect() -> None:
    """With an object, "'s" and a participle are a perfect and no passive."""
    (clause,) = sentence(tree(MENDED["'s as a passive"][0])).clauses

    assert (clause.perfect, clause.passive, clause.tense) == (True, False, Tense.PRESENT)


def test_a_preposition_is_found_again() -> None:
    """A subject with a preposition becomes a modifier with it."""
    (clause,) = sentence(tree(MENDED["a subject with a preposition"][0])).clauses

    assert [modifier.preposition for modifier in clause.modifiers] == ["following"]


def test_a_form_without_ending_is_a_past() -> None:
    """One storm that "hit" did so in the past: in the present it hits."""
    (clause,) = sentence(tree(MENDED["a form without ending as a present"][0])).clauses

    assert clause.tense is Tense.PAST


def test_going_to_is_a_future() -> None:
    """One clause, in the future: "is going to meet"."""
    (clause,) = sentence(
        tree("He/PRP/PRON/nsubj/3 is/VBZ/AUX/aux/3 going/VBG/VERB/ROOT/3 to/TO/PART/mark/5 meet/VB/VERB/xcomp/3")
    ).clauses

    assert (clause.tense, clause.progressive, clause.role) == (Tense.FUTURE, False, Role.MAIN)


@pytest.mark.parametrize(
    "written",
    [
        # in the middle
        """
        After/IN/ADP/case/3 the/DT/DET/det/3 crash/NN/NOUN/obl/7 ,/,/PUNCT/punct/7 Park/NNP/PROPN/compound/6
        Police/NNP/PROPN/nsubj/7 said/VBD/VERB/ROOT/7 ,/,/PUNCT/punct/7 Bob/NNP/PROPN/nsubj/10 fled/VBD/VERB/ccomp/7
        """,
        # at the end
        "Bob/NNP/PROPN/nsubj/2 fled/VBD/VERB/ccomp/5 ,/,/PUNCT/punct/2 police/NN/NOUN/nsubj/5 said/VBD/VERB/ROOT/5",
        # at the end, beside the main clause
        "Bob/NNP/PROPN/nsubj/2 fled/VBD/VERB/ROOT/2 ,/,/PUNCT/punct/5 police/NN/NOUN/nsubj/5 said/VBD/VERB/conj/2",
    ],
)
def test_an_attribution_stands_beside_the_main_clause(written: str) -> None:
    """What the police said is the main clause, that they said it a parenthesis."""
    clauses = sentence(tree(written)).clauses

    main = next(clause for clause in clauses if clause.role is Role.MAIN)
    beside = next(clause for clause in clauses if clause.role is Role.PARENTHETICAL)
    assert sentence(tree(written)).tokens[main.predicate].text == "fled"
    assert clauses[beside.parent or 0] == main
    if "crash" in written:
        assert [modifier.preposition for modifier in main.modifiers] == ["after"]


def test_a_condition_makes_its_clauses_unreal() -> None:
    """Neither what stands after "if" nor the "would" above it is told as a fact."""
    found = sentence(
        tree(
            """
            He/PRP/PRON/nsubj/3 would/MD/AUX/aux/3 go/VB/VERB/ROOT/3 if/IN/SCONJ/mark/6 it/PRP/PRON/nsubj/6
            rained/VBD/VERB/advcl/3
            """
        )
    )

    assert [clause.conditional for clause in found.clauses] == [True, True]


def test_an_order_and_a_question() -> None:
    """A bare verb without a subject is an order; a question ends in its mark."""
    (order,) = sentence(tree("Bring/VB/VERB/ROOT/1 help/NN/NOUN/obj/1 !/./PUNCT/punct/1")).clauses
    (question,) = sentence(tree("Did/VBD/AUX/aux/3 he/PRP/PRON/nsubj/3 go/VB/VERB/ROOT/3 ?/./PUNCT/punct/3")).clauses

    assert (order.imperative, order.question) == (True, False)
    assert (question.imperative, question.question, question.tense) == (False, True, Tense.PAST)


def test_shared_auxiliaries() -> None:
    """A second participle shares the auxiliaries of the first: "were arrested and charged"."""
    found = sentence(
        tree(
            """
            Men/NNS/NOUN/nsubj:pass/3 were/VBD/AUX/aux:pass/3 arrested/VBN/VERB/ROOT/3 and/CC/CCONJ/cc/5
            charged/VBN/VERB/conj/3
            """
        )
    )

    assert [(clause.passive, clause.tense) for clause in found.clauses] == [(True, Tense.PAST)] * 2


def test_each_noun_has_its_own_preposition() -> None:
    """Of "by Britons shortly before elections" there are two phrases."""
    (clause,) = sentence(tree(MENDED["two prepositions under one noun"][0])).clauses

    assert [modifier.preposition for modifier in clause.modifiers] == ["by", "before"]
