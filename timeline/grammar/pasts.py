"""Words by their form: which can be the past of a verb, and of what verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.words import (
    INTRANSITIVE,
    INVARIABLE,
    NEVER_PARTICIPLES,
    ONLY_PAST,
    SELDOM_TRANSITIVE,
    WITH_A_SUM,
)

if TYPE_CHECKING:
    from timeline.grammar.node import Node

_KNOWN = INTRANSITIVE | SELDOM_TRANSITIVE | WITH_A_SUM
_REGULAR = ("VBN", "JJ", "NN", "NNP")


def looks_past(node: Node) -> bool:
    """A word in small letters with the form of a past tense: "-ed", or one of the irregular ones."""
    word = node.text
    if node.pos == "AUX" or not word.islower():
        return False
    if word in ONLY_PAST or word in NEVER_PARTICIPLES or word in INVARIABLE:
        return node.tag != "VB"
    regular = word.endswith("ed") and len(word) > 4 and word.isalpha() and word[-3] != "e"
    return node.tag == "VBD" or (regular and node.tag in _REGULAR)


def plain(form: str, lemma: str) -> str:
    """
    The verb of a regular past where the grammar's lists have it, else the lemma that the pipeline guessed.

    >>> plain("exploded", "explod"), plain("fined", "fin"), plain("sank", "sink")
    ('explode', 'fine', 'sink')
    """
    if form.endswith("ed") and lemma not in _KNOWN:
        for guess in (form[:-2], form[:-1], form[:-3], form[:-3] + "y"):
            if guess in _KNOWN:
                return guess
    return lemma


def seldom_has_an_object(lemma: str) -> bool:
    """Of such a verb a participle says nothing about the noun before it, so that what looks like one is a past."""
    return lemma in INTRANSITIVE or lemma in SELDOM_TRANSITIVE
