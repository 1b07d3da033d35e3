"""The same sentence in Universal Dependencies and in the ClearNLP scheme gives the same clauses."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree
from timeline.grammar.adapter import scheme
from timeline.grammar.syntax import Role, Tense

PAIRS = {
    "prepositional phrases": (
        """
        Officers/NNS/NOUN/nsubj/2 visited/VBD/VERB/ROOT/2 Kyiv/NNP/PROPN/obj/2 in/IN/ADP/case/5
        April/NNP/PROPN/obl/2 ././PUNCT/punct/2
        """,
        """
        Officers/NNS/NOUN/nsubj/2 visited/VBD/VERB/ROOT/2 Kyiv/NNP/PROPN/dobj/2 in/IN/ADP/prep/2
        April/NNP/PROPN/pobj/4 ././PUNCT/punct/2
        """,
    ),
    "a preposition of two words": (
        """
        According/VBG/VERB/case/4 to/IN/ADP/fixed/1 an/DT/DET/det/4 official/NN/NOUN/obl/6 he/PRP/PRON/nsubj/6
        left/VBD/VERB/ROOT/6 because/IN/ADP/case/9 of/IN/ADP/fixed/7 rain/NN/NOUN/obl/6
        """,
        """
        According/VBG/VERB/prep/6 to/IN/ADP/prep/1 an/DT/DET/det/4 official/NN/NOUN/pobj/2 he/PRP/PRON/nsubj/6
        left/VBD/VERB/ROOT/6 because/IN/SCONJ/prep/6 of/IN/ADP/pcomp/7 rain/NN/NOUN/pobj/8
        """,
    ),
    "a copula": (
        """
        Trump/NNP/PROPN/nsubj/4 was/VBD/AUX/cop/4 not/RB/PART/advmod/4 ready/JJ/ADJ/ROOT/4 on/IN/ADP/case/6
        Monday/NNP/PROPN/obl/4
        """,
        """
        Trump/NNP/PROPN/nsubj/2 was/VBD/AUX/ROOT/2 not/RB/PART/neg/2 ready/JJ/ADJ/acomp/2 on/IN/ADP/prep/2
        Monday/NNP/PROPN/pobj/5
        """,
    ),
    "a passive with its agent": (
        """
        The/DT/DET/det/2 plan/NN/NOUN/nsubj:pass/4 was/VBD/AUX/aux:pass/4 drawn/VBN/VERB/ROOT/4
        up/RP/ADP/compound:prt/4 by/IN/ADP/case/7 Britain/NNP/PROPN/obl:agent/4
        """,
        """
        The/DT/DET/det/2 plan/NN/NOUN/nsubjpass/4 was/VBD/AUX/auxpass/4 drawn/VBN/VERB/ROOT/4 up/RP/ADP/prt/4
        by/IN/ADP/agent/4 Britain/NNP/PROPN/pobj/6
        """,
    ),
    "coordination, the subject shared": (
        """
        He/PRP/PRON/nsubj/2 came/VBD/VERB/ROOT/2 ,/,/PUNCT/punct/4 saw/VBD/VERB/conj/2 and/CC/CCONJ/cc/6
        won/VBD/VERB/conj/2
        """,
        """
        He/PRP/PRON/nsubj/2 came/VBD/VERB/ROOT/2 ,/,/PUNCT/punct/2 saw/VBD/VERB/conj/2 and/CC/CCONJ/cc/4
        won/VBD/VERB/conj/4
        """,
    ),
    "a complement and what it controls": (
        """
        She/PRP/PRON/nsubj/2 said/VBD/VERB/ROOT/2 that/IN/SCONJ/mark/5 he/PRP/PRON/nsubj/5 wants/VBZ/VERB/ccomp/2
        to/TO/PART/mark/7 meet/VB/VERB/xcomp/5 Putin/NNP/PROPN/obj/7
        """,
        """
        She/PRP/PRON/nsubj/2 said/VBD/VERB/ROOT/2 that/IN/SCONJ/mark/5 he/PRP/PRON/nsubj/5 wants/VBZ/VERB/ccomp/2
        to/TO/PART/aux/7 meet/VB/VERB/xcomp/5 Putin/NNP/PROPN/dobj/7
        """,
    ),
    "an object that is the lower subject": (
        "Trump/NNP/PROPN/nsubj/2 expects/VBZ/VERB/ROOT/2 him/PRP/PRON/obj/2 to/TO/PART/mark/5 agree/VB/VERB/xcomp/2",
        "Trump/NNP/PROPN/nsubj/2 expects/VBZ/VERB/ROOT/2 him/PRP/PRON/nsubj/5 to/TO/PART/aux/5 agree/VB/VERB/ccomp/2",
    ),
    "a clause after a preposition": (
        "He/PRP/PRON/nsubj/2 died/VBD/VERB/ROOT/2 after/IN/SCONJ/mark/4 leaving/VBG/VERB/advcl/2 Paris/NNP/PROPN/obj/4",
        "He/PRP/PRON/nsubj/2 died/VBD/VERB/ROOT/2 after/IN/ADP/prep/2 leaving/VBG/VERB/pcomp/3 Paris/NNP/PROPN/dobj/4",
    ),
    "a relative clause": (
        """
        The/DT/DET/det/2 man/NN/NOUN/nsubj/6 who/WP/PRON/nsubj/4 came/VBD/VERB/acl:relcl/2
        yesterday/NN/NOUN/obl:unmarked/4 fled/VBD/VERB/ROOT/6
        """,
        """
        The/DT/DET/det/2 man/NN/NOUN/nsubj/6 who/WP/PRON/nsubj/4 came/VBD/VERB/relcl/2 yesterday/NN/NOUN/npadvmod/4
        fled/VBD/VERB/ROOT/6
        """,
    ),
    "an adverbial clause, progressive and perfect": (
        """
        They/PRP/PRON/nsubj/3 had/VBD/AUX/aux/3 left/VBN/VERB/ROOT/3 when/WRB/SCONJ/advmod/7 it/PRP/PRON/nsubj/7
        was/VBD/AUX/aux/7 raining/VBG/VERB/advcl/3
        """,
        """
        They/PRP/PRON/nsubj/3 had/VBD/AUX/aux/3 left/VBN/VERB/ROOT/3 when/WRB/SCONJ/advmod/7 it/PRP/PRON/nsubj/7
        was/VBD/AUX/aux/7 raining/VBG/VERB/advcl/3
        """,
    ),
    "there is": (
        "There/EX/PRON/expl/2 were/VBD/VERB/ROOT/2 no/DT/DET/det/4 breaches/NNS/NOUN/nsubj/2",
        "There/EX/PRON/expl/2 were/VBD/VERB/ROOT/2 no/DT/DET/det/4 breaches/NNS/NOUN/attr/2",
    ),
    "modals and negation": (
        "He/PRP/PRON/nsubj/4 will/MD/AUX/aux/4 not/RB/PART/advmod/4 send/VB/VERB/ROOT/4 troops/NNS/NOUN/obj/4",
        "He/PRP/PRON/nsubj/4 will/MD/AUX/aux/4 not/RB/PART/neg/4 send/VB/VERB/ROOT/4 troops/NNS/NOUN/dobj/4",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_both_schemes_give_the_same_clauses(name: str) -> None:
    """Nothing of a parser's label scheme is left in a clause."""
    ud, clearnlp = PAIRS[name]

    assert sentence(tree(ud), "ud").clauses == sentence(tree(clearnlp), "clearnlp").clauses


def test_names_have_their_first_word_as_head_in_both_schemes() -> None:
    """A person's name is headed by its first word, wherever the parser puts the head."""
    ud = tree("Ann/NNP/PROPN/nsubj/3 Lee/NNP/PROPN/flat/1 left/VBD/VERB/ROOT/3")
    clearnlp = tree("Ann/NNP/PROPN/compound/2 Lee/NNP/PROPN/nsubj/3 left/VBD/VERB/ROOT/3", people=((0, 2),))

    assert sentence(ud, "ud").clauses == sentence(clearnlp, "clearnlp").clauses
    assert sentence(clearnlp, "clearnlp").tokens[1].relation == "flat"


def test_the_clauses_of_the_pairs_are_right() -> None:
    """Equal is not enough: predicates, subjects, tenses and roles are those of the sentence."""
    found = {name: sentence(tree(pair[0])) for name, pair in PAIRS.items()}

    assert {name: [told(one, clause) for clause in one.clauses] for name, one in found.items()} == {
        "prepositional phrases": ["Officers visited Kyiv"],
        "a preposition of two words": ["he left"],
        "a copula": ["Trump ready"],
        "a passive with its agent": ["plan drawn"],
        "coordination, the subject shared": ["He came", "He saw", "He won"],
        "a complement and what it controls": ["She said", "he wants", "he meet Putin"],
        "an object that is the lower subject": ["Trump expects him", "him agree"],
        "a clause after a preposition": ["He died", "He leaving Paris"],
        "a relative clause": ["man came", "man fled"],
        "an adverbial clause, progressive and perfect": ["They left", "it raining"],
        "there is": ["breaches were"],
        "modals and negation": ["He send troops"],
    }


def test_roles_connectives_and_verb_groups() -> None:
    """The verb group is read from Penn tags and auxiliaries, roles and connectives from the tree."""
    clauses = {name: sentence(tree(pair[1]), "clearnlp").clauses for name, pair in PAIRS.items()}

    copula = clauses["a copula"][0]
    assert (copula.copular, copula.negated, copula.tense) == (True, True, Tense.PAST)
    assert clauses["a passive with its agent"][0].passive
    assert [one.role for one in clauses["a complement and what it controls"]] == [
        Role.MAIN,
        Role.COMPLEMENT,
        Role.INFINITIVE,
    ]
    assert [one.connective for one in clauses["coordination, the subject shared"]] == [None, None, "and"]
    left, raining = clauses["an adverbial clause, progressive and perfect"]
    assert (left.perfect, left.tense, raining.progressive, raining.connective) == (True, Tense.PAST, True, "when")
    assert clauses["a clause after a preposition"][1].connective == "after"
    assert clauses["there is"][0].negated
    send = clauses["modals and negation"][0]
    assert (send.modal, send.tense, send.negated) == ("will", Tense.FUTURE, True)
    phrases = [modifier.preposition for modifier in clauses["a preposition of two words"][0].modifiers]
    assert phrases == ["according to", "because of"]


@pytest.mark.parametrize(
    ("labels", "expected"), [(("nsubj", "obl", "case"), "ud"), (("nsubj", "pobj", "prep"), "clearnlp")]
)
def test_the_scheme_is_told_by_the_labels(labels: tuple[str, ...], expected: str) -> None:
    """A label that only one scheme has decides."""
    assert expected == scheme(labels)


def test_other_schemes_are_refused() -> None:
    """A parser of a third scheme is not guessed at."""
    with pytest.raises(ValueError, match="neither"):
        scheme(("SB", "OA"))
