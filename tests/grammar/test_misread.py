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
    "a name as an adverb": (
        """
        Veld/NNP/PROPN/advmod/6 ,/,/PUNCT/punct/4 a/DT/DET/det/4 pacifist/NN/NOUN/conj/1 ,/,/PUNCT/punct/1
        refused/VBD/VERB/ROOT/6 to/TO/PART/mark/8 serve/VB/VERB/xcomp/6 ;/:/PUNCT/punct/11 he/PRP/PRON/nsubj/11
        spent/VBD/VERB/parataxis/6 two/CD/NUM/nummod/13 years/NNS/NOUN/obj/11 in/IN/ADP/case/15
        jail/NN/NOUN/obl/11 ././PUNCT/punct/6
        """,
        ["Veld refused", "Veld serve", "he spent years"],
    ),
    "a win": (
        """
        Goals/NNPS/PROPN/nsubj/6 from/IN/ADP/case/3 Diaz/NNP/PROPN/nmod/1 and/CC/CCONJ/cc/5
        Mbele/NNP/PROPN/conj/3 sealed/VBD/VERB/ROOT/6 a/DT/DET/det/11 2/CD/NUM/nummod/11 -/SYM/SYM/case/10
        0/CD/NUM/nmod/8 win/VB/VERB/obl:unmarked/6 ././PUNCT/punct/6
        """,
        ["Goals sealed win"],
    ),
    "victory that was claimed": (
        """
        Both/DT/DET/det/2 parties/NNS/NOUN/nsubj/3 claimed/VBD/VERB/ROOT/3 victory/NN/NOUN/xcomp/3
        ././PUNCT/punct/3
        """,
        ["parties claimed victory"],
    ),
    "what was shut on a day": (
        """
        It/PRP/PRON/nsubj/3 was/VBD/AUX/cop/3 shut/JJ/ADJ/ROOT/3 on/IN/ADP/case/5 Monday/NNP/PROPN/obl/3
        ././PUNCT/punct/3
        """,
        ["It shut"],
    ),
    "a subject behind a time": (
        """
        By/IN/ADP/case/3 next/JJ/ADJ/amod/3 May/NNP/PROPN/obl/6 a/DT/DET/det/5 third/NN/NOUN/nmod/3
        left/VBD/VERB/ROOT/6 ././PUNCT/punct/6
        """,
        ["third left"],
    ),
    "a second clause in a time": (
        """
        It/PRP/PRON/nsubj/2 fell/VBD/VERB/ROOT/2 ,/,/PUNCT/punct/6 and/CC/CCONJ/cc/6 in/IN/ADP/case/6
        May/NNP/PROPN/conj/2 a/DT/DET/det/8 lorry/NN/NOUN/nsubj/9 struck/VBN/VERB/acl:relcl/6 it/PRP/PRON/obj/9
        ././PUNCT/punct/2
        """,
        ["It fell", "lorry struck it"],
    ),
    "a past as a compound": (
        """
        In/IN/ADP/case/2 2016/CD/NUM/obl/11 the/DT/DET/det/6 county/NN/NOUN/compound/5 bought/VBD/VERB/compound/6
        cables/NNS/NOUN/nmod/2 ,/,/PUNCT/punct/11 but/CC/CCONJ/cc/11 a/DT/DET/det/10 storm/NN/NOUN/nsubj/11
        sank/VBD/VERB/ROOT/11 them/PRP/PRON/obj/11 ././PUNCT/punct/11
        """,
        ["county bought cables", "storm sank them"],
    ),
    "a fine": (
        """
        The/DT/DET/det/2 magistrate/NN/NOUN/nsubj/3 fined/VBD/VERB/ROOT/3 Dunn/NNP/PROPN/compound/6
        500/CD/NUM/flat/4 pounds/NNS/NOUN/obj/3 and/CC/CCONJ/cc/8 banned/VBD/VERB/conj/3 him/PRP/PRON/obj/8
        from/IN/ADP/mark/11 driving/VBG/VERB/advcl/8 ././PUNCT/punct/3
        """,
        ["magistrate fined Dunn pounds", "magistrate banned him", "magistrate driving"],
    ),
    "a plural as a verb": (
        """
        The/DT/DET/det/3 1956/CD/NUM/compound/3 uprising/NN/NOUN/nsubj/8 against/IN/ADP/case/6
        Soviet/JJ/ADJ/amod/6 rule/NN/NOUN/nmod/3 inspired/VBN/VERB/amod/8 dissidents/NNS/NOUN/ROOT/8
        ././PUNCT/punct/8
        """,
        ["uprising inspired dissidents"],
    ),
    "a name as a mark": (
        """
        Holm/NNP/PROPN/compound/2 Industries/NNPS/PROPN/compound/3 Inc./NNP/PROPN/ROOT/3 ,/,/PUNCT/punct/7
        a/DT/DET/det/7 toy/NN/NOUN/compound/7 maker/NN/NOUN/appos/3 whose/WP$/PRON/nmod:poss/9
        stock/NN/NOUN/nsubj/10 peaked/VBD/VERB/acl/7 in/IN/ADP/case/12 May/NNP/PROPN/obl/10 ,/,/PUNCT/punct/3
        filed/VBD/VERB/ROOT/14 a/DT/DET/det/16 plan/NN/NOUN/obj/14 ././PUNCT/punct/14
        """,
        ["stock peaked", "Inc. filed plan"],
    ),
    "a name that ends like an adverb": (
        """
        Mr./NNP/PROPN/nmod:desc/2 Swavely/RB/ADV/advmod/3 said/VBD/VERB/ROOT/3 the/DT/DET/det/6
        new/JJ/ADJ/amod/6 space/NN/NOUN/nsubj/8 will/MD/AUX/aux/8 allow/VB/VERB/ccomp/3 the/DT/DET/det/10
        firm/NN/NOUN/iobj/8 to/TO/PART/mark/12 grow/VB/VERB/xcomp/8 ././PUNCT/punct/3
        """,
        ["Swavely said", "space allow firm", "firm grow"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_words_around_decide(case: str) -> None:
    """What a word can be where it stands decides over what it was taken for."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
