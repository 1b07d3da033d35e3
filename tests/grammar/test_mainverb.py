"""Sentences whose only verb the parser took for something else."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree
from timeline.grammar.syntax import Tense

# what is told of: the tree a parser gave, and the clauses as "subject predicate objects"
MENDED = {
    "a past tense as a participle, its noun on top": (
        """
        Many/JJ/ADJ/amod/2 herders/NNS/NOUN/ROOT/2 left/VBN/VERB/acl/2 Tibet/NNP/PROPN/obj/3 ././PUNCT/punct/2
        """,
        ["herders left Tibet"],
    ),
    "the second of two between commas": (
        """
        The/DT/DET/det/2 firm/NN/NOUN/ROOT/2 ,/,/PUNCT/punct/4 founded/VBN/VERB/acl/2 by/IN/ADP/case/6
        Ann/NNP/PROPN/obl:agent/4 ,/,/PUNCT/punct/8 filed/VBN/VERB/acl/6 for/IN/ADP/case/10 aid/NN/NOUN/obl/8
        ././PUNCT/punct/2
        """,
        ["firm founded", "firm filed"],
    ),
    "an adjective before an article": (
        """
        The/DT/DET/det/3 new/JJ/ADJ/amod/3 offer/NN/NOUN/compound/6 surprised/JJ/ADJ/amod/6 many/JJ/ADJ/amod/6
        men/NNS/NOUN/ROOT/6 ././PUNCT/punct/6
        """,
        ["offer surprised men"],
    ),
    "a noun that ends the sentence": (
        """
        The/DT/DET/det/2 dam/NN/NOUN/compound/3 burst/NN/NOUN/ROOT/3 at/IN/ADP/case/5 dawn/NN/NOUN/obl/3
        ././PUNCT/punct/3
        """,
        ["dam burst"],
    ),
    "a past tense between two nouns": (
        """
        The/DT/DET/det/2 ferry/NN/NOUN/compound/4 left/VBD/VERB/amod/4 port/NN/NOUN/ROOT/4 and/CC/CCONJ/cc/6
        ran/VBD/VERB/conj/4 aground/RB/ADV/advmod/6 ././PUNCT/punct/4
        """,
        ["ferry left port", "ferry ran"],
    ),
    "a plural with an object": (
        """
        Each/DT/DET/det/2 share/NN/NOUN/compound/3 entitles/NNS/NOUN/ROOT/3 holders/NNS/NOUN/obj/3
        ././PUNCT/punct/3
        """,
        ["share entitles holders"],
    ),
    "a verb in a name": (
        """
        Dell/NNP/PROPN/ROOT/1 Books/NNP/PROPN/flat/1 prints/VBZ/VERB/flat/1 maps/NNS/NOUN/obj/3
        ././PUNCT/punct/1
        """,
        ["Dell prints maps"],
    ),
    "plans that are a verb": (
        """
        The/DT/DET/det/2 league/NN/NOUN/compound/3 plans/NNS/NOUN/ROOT/3 to/TO/PART/mark/5 meet/VB/VERB/acl/3
        ././PUNCT/punct/3
        """,
        ["league plans", "league meet"],
    ),
    "a second verb as an adjective": (
        """
        Men/NNS/NOUN/nsubj/2 left/VBD/VERB/ROOT/2 town/NN/NOUN/obj/2 and/CC/CCONJ/cc/6 resumed/VBN/VERB/amod/6
        work/NN/NOUN/obl/2
        """,
        ["Men left town", "Men resumed work"],
    ),
    "a verb after a comma as an adjective": (
        """
        Men/NNS/NOUN/nsubj/2 took/VBD/VERB/ROOT/2 the/DT/DET/det/4 town/NN/NOUN/obj/2 ,/,/PUNCT/punct/6
        burned/VBN/VERB/amod/7 huts/NNS/NOUN/obj/2
        """,
        ["Men took town", "Men burned huts"],
    ),
    "a verb under its object": (
        """
        Crowds/NNS/NOUN/nsubj/6 ,/,/PUNCT/punct/6 then/RB/ADV/advmod/6 fired/VBD/VERB/amod/6
        tear/NN/NOUN/compound/6 gas/NN/NOUN/ROOT/6 and/CC/CCONJ/cc/8 fled/VBD/VERB/conj/6
        """,
        ["Crowds fired gas", "Crowds fled"],
    ),
    "a second verb beside its object": (
        """
        Ann/NNP/PROPN/nsubj/2 saw/VBD/VERB/ROOT/2 camps/NNS/NOUN/obj/2 and/CC/CCONJ/cc/5 met/VBN/VERB/conj/3
        women/NNS/NOUN/conj/3
        """,
        ["Ann saw camps", "Ann met women"],
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_the_only_verb_is_the_main_one(case: str) -> None:
    """A sentence has a finite verb, and where only one word can be it, that word is."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected


FRAGMENTS = (
    "2/CD/NUM/nummod/2 cups/NNS/NOUN/ROOT/2 sliced/VBD/VERB/acl/2 carrots/NNS/NOUN/obj/3",
    "Six/CD/NUM/nummod/2 men/NNS/NOUN/ROOT/2 hurt/VBN/VERB/acl/2 in/IN/ADP/case/5 war/NN/NOUN/obl/3 ././PUNCT/punct/2",
    "A/DT/DET/det/2 map/NN/NOUN/ROOT/2 printed/VBN/VERB/acl/2 by/IN/ADP/case/5 Ann/NNP/PROPN/obl/3 ././PUNCT/punct/2",
    "Sliced/VBN/VERB/amod/2 carrots/NNS/NOUN/ROOT/2 ,/,/PUNCT/punct/5 baked/VBN/VERB/amod/5 cod/NN/NOUN/conj/2",
)


@pytest.mark.parametrize("written", FRAGMENTS)
def test_a_caption_or_a_menu_tells_nothing_finite(written: str) -> None:
    """Where a participle may be just that, no past tense is made of it."""
    found = sentence(tree(written))

    assert [clause for clause in found.clauses if clause.tense is not Tense.NONE] == []
