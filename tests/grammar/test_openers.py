"""Small words that open a clause or a sum."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "after the market closed": (
        """
        Ann/NNP/PROPN/nsubj/2 sold/VBD/VERB/ROOT/2 shares/NNS/NOUN/obj/2 after/IN/ADP/case/6 the/DT/DET/det/6
        market/NN/NOUN/nmod/3 closed/VBN/VERB/acl/6
        """,
        ["Ann sold shares", "market closed"],
    ),
    "two years after, with what goes on behind it": (
        """
        It/PRP/PRON/nsubj/2 reopened/VBD/VERB/ROOT/2 ,/,/PUNCT/punct/5 two/CD/NUM/nummod/5 years/NNS/NOUN/nmod/8
        after/IN/ADP/case/8 a/DT/DET/det/8 lorry/NN/NOUN/conj/2 crashed/VBN/VERB/acl/8 and/CC/CCONJ/cc/11
        killed/VBD/VERB/conj/2 Ann/NNP/PROPN/obj/11
        """,
        ["It reopened", "lorry crashed", "lorry killed Ann"],
    ),
    "before the court ruled": (
        """
        Men/NNS/NOUN/nsubj/8 went/VBD/VERB/acl/1 to/IN/ADP/case/4 Cuba/NNP/PROPN/obl/2 before/IN/ADP/case/7
        the/DT/DET/det/7 court/NN/NOUN/nmod/4 ruled/VBD/VERB/ROOT/8
        """,
        ["Men went", "court ruled"],
    ),
    "so much worth": (
        """
        Ann/NNP/PROPN/nsubj/2 signed/VBD/VERB/ROOT/2 a/DT/DET/det/7 deal/NN/NOUN/compound/5 worth/JJ/ADJ/amod/7
        3/CD/NUM/nummod/7 euros/NNS/NOUN/obj/2
        """,
        ["Ann signed deal"],
    ),
    "more than so many": (
        """
        It/PRP/PRON/nsubj/2 hurt/VBD/VERB/ROOT/2 more/JJR/ADJ/advmod/5 than/IN/ADP/case/5 500/CD/NUM/obl/2
        """,
        ["It hurt 500"],
    ),
    "a sum told twice": (
        """
        It/PRP/PRON/nsubj/2 earned/VBD/VERB/ROOT/2 millions/NNS/NOUN/obj/2 ,/,/PUNCT/punct/7 or/CC/CCONJ/cc/7
        20/CD/NUM/nummod/7 cents/NNS/NOUN/obj/2
        """,
        ["It earned millions"],
    ),
    "which last year": (
        """
        It/PRP/PRON/nsubj/2 owns/VBZ/VERB/ROOT/2 Fal/NNP/PROPN/obj/2 ,/,/PUNCT/punct/7 which/WDT/PRON/det/7
        last/JJ/ADJ/amod/7 year/NN/NOUN/acl:relcl/3 sold/VBD/VERB/acl/7 ships/NNS/NOUN/obj/8
        """,
        ["It owns Fal", "Fal sold ships"],
    ),
    "whose trade was hit": (
        """
        Men/NNS/NOUN/nsubj/2 count/VBP/VERB/advcl/9 on/IN/ADP/case/4 towns/NNS/NOUN/obl/2 ,/,/PUNCT/punct/2
        whose/WP$/PRON/nmod:poss/7 trade/NN/NOUN/nsubj:pass/9 was/VBD/AUX/aux:pass/9 hit/VBN/VERB/ROOT/9
        """,
        ["Men count", "trade hit"],
    ),
    "asked about it": (
        """
        Asked/VBD/VERB/advcl/5 why/WRB/ADV/advmod/1 ,/,/PUNCT/punct/1 Ann/NNP/PROPN/nsubj/5 said/VBD/VERB/ROOT/5
        no/DT/DET/obj/5
        """,
        ["Ann Asked", "Ann said no"],
    ),
    "whose premiere": (
        """
        The/DT/DET/det/2 birth/NN/NOUN/nsubj/16 of/IN/ADP/case/5 her/PRP$/PRON/nmod:poss/5 son/NN/NOUN/nmod/2
        and/CC/CCONJ/cc/8 the/DT/DET/det/8 success/NN/NOUN/conj/2 of/IN/ADP/case/11 the/DT/DET/det/11
        play/NN/NOUN/nmod/8 Ashes/NNPS/PROPN/nmod/8 ,/,/PUNCT/punct/8 whose/WP$/PRON/nmod:poss/15
        premiere/NN/NOUN/nsubj/16 took/VBD/VERB/ROOT/16 place/NN/NOUN/obj/16 in/IN/ADP/case/19
        1960/CD/NUM/obl/16 ,/,/PUNCT/punct/21 changed/VBD/VERB/conj/16 her/PRP$/PRON/nmod:poss/23
        life/NN/NOUN/obj/21 ././PUNCT/punct/16
        """,
        ["premiere took place", "birth changed life"],
    ),
    "worth so much": (
        """
        Thieves/NNS/NOUN/compound/3 stole/JJ/ADJ/amod/3 paintings/NNS/NOUN/nsubj/4 worth/JJ/ADJ/ROOT/4
        $/$/SYM/obj/4 30/CD/NUM/compound/7 million/CD/NUM/nummod/5 from/IN/ADP/case/10 the/DT/DET/det/10
        museum/NN/NOUN/nmod/5 ././PUNCT/punct/4
        """,
        ["Thieves stole paintings"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_a_small_word_opens_all_it_can(case: str) -> None:
    """A small word is read with all that it opens."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
