"""Words taken for another part of speech, and the clauses that come of them nevertheless."""

from __future__ import annotations

import pytest

from tests.grammar.trees import sentence, told, tree

MENDED = {
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
}


@pytest.mark.parametrize("case", MENDED)
def test_words_around_decide(case: str) -> None:
    """What a word can be where it stands decides over what it was taken for."""
    written, expected = MENDED[case]

    found = sentence(tree(written))

    assert [told(found, clause) for clause in found.clauses] == expected
