"""
What parsers get wrong in the same way again and again, mended on neutral relations.

Each mend is a rule of English that holds whatever the parser says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import VERBAL, Node, children

if TYPE_CHECKING:
    from collections.abc import Sequence

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight "
    "january february march april may june july august september october november december".split()
)
_SINGLE_OUT = frozenset("this last next early late".split())  # "said last Tuesday"
_FINITE = ("VBD", "VBZ", "VBP", "MD")

# participles that have become prepositions
_PREPOSITIONAL = frozenset("following including concerning regarding according considering excluding pending".split())


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    _times_are_no_objects(nodes)
    _prepositions_make_no_subjects(nodes)
    _participles_as_prepositions(nodes)
    _up_to_so_many(nodes)
    _past_participles_with_a_subject(nodes)
    _distant_but(nodes)


def _times_are_no_objects(nodes: Sequence[Node]) -> None:
    """"said Tuesday": a bare weekday, month or "today" is when, not what."""
    for node in nodes:
        if node.relation not in ("object", "indirect") or node.lower not in _CALENDAR or nodes[node.head].pos not in VERBAL:
            continue
        below = children(nodes, node.index)
        if node.tag in ("NN", "NNP", "RB") and all(
            one.relation == "punct" or one.lower in _SINGLE_OUT or one.index > node.index for one in below
        ):
            node.relation = "oblique"


def _prepositions_make_no_subjects(nodes: Sequence[Node]) -> None:
    """"Following the summit, he …": a noun with a preposition of its own is neither subject nor object."""
    for node in nodes:
        if node.relation not in ("subject", "object"):
            continue
        before = [one for one in children(nodes, node.index, "case") if one.index < node.index and one.tag in ("IN", "TO", "VBG")]
        if before and nodes[node.head].pos in (*VERBAL, "ADJ", "NOUN") and not _counts(nodes, before):
            node.relation = "oblique"


def _counts(nodes: Sequence[Node], before: list[Node]) -> bool:
    """"over 30,000", "between 3 and 5": the preposition goes with a number."""
    last = before[-1].index
    return last + 1 < len(nodes) and nodes[last + 1].tag == "CD"


def _participles_as_prepositions(nodes: Sequence[Node]) -> None:
    """"following" with nothing but an object is a preposition."""
    for node in nodes:
        if node.relation not in ("adverbial", "participle") or node.lower not in _PREPOSITIONAL or node.tag != "VBG":
            continue
        below = children(nodes, node.index)
        objects = [one for one in below if one.relation in ("object", "oblique") and one.index > node.index]
        if not objects or any(one.relation in ("aux", "subject", "mark") for one in below):
            continue
        noun = objects[0]
        noun.head, noun.relation = node.head, "oblique" if node.relation == "adverbial" else "nominal"
        node.head, node.relation = noun.index, "case"
        for one in below:
            if one is not noun:
                one.head = noun.index


def _up_to_so_many(nodes: Sequence[Node]) -> None:
    """"develop up to 30,000 troops": the troops are developed."""
    for up, to, number in zip(nodes, nodes[1:], nodes[2:], strict=False):
        if (up.lower, to.lower) != ("up", "to") or number.tag != "CD":
            continue
        noun = nodes[number.head] if number.relation == "number" else number
        if noun.relation == "oblique" and to.head == noun.index and nodes[noun.head].pos in VERBAL:
            if not children(nodes, noun.head, "object"):
                noun.relation = "object"
        up.head, up.relation = to.index if to.head != up.index else noun.index, "fixed"
        to.relation = "adverb"


def _past_participles_with_a_subject(nodes: Sequence[Node]) -> None:
    """"the alliance announced that …": what has a subject and no auxiliary is a past tense."""
    for node in nodes:
        if node.tag != "VBN" or node.relation not in ("root", "complement", "parataxis", "conjunct", "adverbial", "relative"):
            continue
        below = children(nodes, node.index)
        if any(one.relation in ("aux", "passive-aux") for one in below):
            continue
        subjects = [one for one in below if one.relation == "subject" and one.index < node.index]
        if subjects and not any(one.tag in ("WDT", "WP") for one in subjects) or (subjects and node.relation == "relative"):
            node.tag, node.pos = "VBD", "VERB"


def _distant_but(nodes: Sequence[Node]) -> None:
    """"He said that A is ready, but has ruled out B": with the comma, the second verb goes on with the main subject."""
    for node in nodes:
        above = nodes[node.head]
        if node.relation != "conjunct" or above.relation != "complement" or children(nodes, node.index, "subject"):
            continue
        main = nodes[above.head]
        below = children(nodes, node.index)
        but = [one for one in below if one.relation == "coordinator" and one.lower == "but"]
        if not but or but[0].index == 0 or nodes[but[0].index - 1].text != ",":
            continue
        finite = [one for one in (*below, node) if one.tag in _FINITE and one.index > but[0].index]
        if finite and main.pos in VERBAL and children(nodes, main.index, "subject") and main.index < above.index:
            node.head = main.index
