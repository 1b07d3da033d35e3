"""
What parsers get wrong in the same way again and again, mended on neutral relations: words and phrases.

Each mend is a rule of English that holds whatever the parser says. `regraft` has those that move whole clauses.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.grammar import finite, forms, misread, openers, regraft, timely
from timeline.grammar.node import VERBAL, Node, apply, children, take_place
from timeline.grammar.pasts import looks_past, plain
from timeline.grammar.words import ABOUT_A_NUMBER, CALENDAR, PREPOSITIONAL, SINGLING_OUT

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _one_word_class,
        _times_are_no_objects,
        _that_opens_a_clause,
        _prepositions_make_no_subjects,
        _participles_as_prepositions,
        _one_preposition_in_one_place,
        _stranded_particles,
        _up_to_so_many,
    )
    misread.mend(nodes)
    apply(nodes, timely.mend)
    finite.mend(nodes)
    forms.mend(nodes)
    openers.mend(nodes)
    regraft.mend(nodes)


def _one_word_class(nodes: Sequence[Node]) -> None:
    """Tag and part of speech come from two guesses: where only one says verb, a subject decides."""
    for node in nodes:
        if node.tag in ("VBD", "VBZ", "VBP", "VB") and node.pos in ("NOUN", "PROPN", "ADJ"):
            node.pos = "VERB"
        elif node.tag in ("NN", "NNS"):
            below = children(nodes, node.index)
            named = any(one.relation == "subject" and one.index < node.index for one in below)
            bare = not any(one.relation in ("copula", "determiner", "case", "possessive") for one in below)
            if named and bare and not _past_before(nodes, node, below):
                node.pos, node.tag = "VERB", "VBZ" if node.tag == "NNS" else "VBP"
                node.relation = {"oblique": "adverbial", "object": "complement"}.get(node.relation, node.relation)
            elif node.tag == "NNS" and node.relation == "oblique":
                _when_it_does(nodes, node, below)


def _past_before(nodes: Sequence[Node], noun: Node, below: list[Node]) -> bool:
    """What looks like an adjective is the verb, and the plural its object: "The revolt inspired dissidents"."""
    verbs = [
        one for one in below if one.relation in ("amod", "compound") and looks_past(one) and one.index < noun.index
    ]
    doers = [one for one in below if one.relation == "subject" and one.index < noun.index]
    if noun.tag != "NNS" or len(verbs) != 1 or not doers[0].index < verbs[0].index:
        return False
    verb = verbs[0]
    behind = [
        one for one in below if one.index > verb.index and one.relation in ("amod", "compound", "number", "nominal")
    ]
    take_place(nodes, verb, noun)
    verb.tag, verb.pos, verb.lemma, noun.relation = "VBD", "VERB", plain(verb.text, verb.lemma), "object"
    for one in behind:
        one.head = noun.index
    return True


def _when_it_does(nodes: Sequence[Node], node: Node, below: list[Node]) -> None:
    """After "when" stands a clause: in "when a bomb explodes" the last word is no plural."""
    when = [one for one in below if one.tag == "WRB" and one.index < node.index]
    noun = nodes[node.index - 1]
    if not when or noun.head != node.index or noun.relation != "compound" or noun.tag not in ("NN", "NNP"):
        return
    node.pos, node.tag, node.relation = "VERB", "VBZ", "adverbial"
    noun.relation = "subject"
    for one in below:
        if when[0].index < one.index < noun.index:
            one.head = noun.index


def _times_are_no_objects(nodes: Sequence[Node]) -> None:
    """A bare weekday, month or "today" says when, not what: "said Tuesday"."""
    for node in nodes:
        late = node.relation == "subject" and node.index > node.head  # "police said Friday"
        if not (late or node.relation in ("object", "indirect")) or node.lower not in CALENDAR:
            continue
        below = children(nodes, node.index)
        bare = all(one.relation == "punct" or one.lower in SINGLING_OUT or one.index > node.index for one in below)
        if bare and nodes[node.head].pos in VERBAL and node.tag in ("NN", "NNP", "RB"):
            node.relation = "oblique"


def _prepositions_make_no_subjects(nodes: Sequence[Node]) -> None:
    """A noun with a preposition of its own is neither subject nor object: "Following the summit, he …"."""
    for node in nodes:
        if node.relation not in ("subject", "object"):
            continue
        before = [
            one
            for one in children(nodes, node.index, "case")
            if one.index < node.index and one.tag in ("IN", "TO", "VBG")
        ]
        # "over 30,000": that goes with the number
        if before and not (nodes[before[-1].index + 1].tag == "CD" and before[-1].lower in ABOUT_A_NUMBER):
            node.relation = "oblique"


def _participles_as_prepositions(nodes: Sequence[Node]) -> None:
    """A "following" with nothing but an object is a preposition."""
    for node in nodes:
        if node.relation not in ("adverbial", "participle") or node.lower not in PREPOSITIONAL or node.tag != "VBG":
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


def _that_opens_a_clause(nodes: Sequence[Node]) -> None:
    """Nothing is said by "that" alone where a clause follows: "has shown that animals land"."""
    for node in nodes:
        if node.lower != "that" or node.relation not in ("object", "subject") or node.index < node.head:
            continue
        clauses = [one for one in children(nodes, node.head, "complement") if one.index > node.index]
        if clauses and nodes[node.head].pos in VERBAL:
            node.head, node.relation = clauses[0].index, "mark"


def _one_preposition_in_one_place(nodes: Sequence[Node]) -> None:
    """Of "by Britons shortly before the vote" under one noun, the first preposition has a noun of its own."""
    governed = {node.head for node in nodes if node.relation == "case"}
    for node in nodes:
        if node.pos not in _NOMINAL or node.index not in governed:
            continue
        cases = [one for one in children(nodes, node.index, "case") if one.index < node.index]
        if cases and node.relation in ("amod", "compound") and cases[0].tag == "IN":
            above = nodes[node.head]
            if above.head != above.index and above.relation == "oblique":
                node.head, node.relation = above.head, "oblique"
        if len(cases) < 2:
            continue
        first, last = cases[0], cases[-1]
        between = [
            one
            for one in children(nodes, node.index, "amod", "compound", "nominal", "apposition")
            if first.index < one.index < last.index and one.pos in _NOMINAL
        ]
        if between and node.head != node.index:
            own = between[-1]
            own.head, own.relation = node.head, node.relation
            first.head = own.index
            if node.relation not in ("oblique", "nominal"):
                node.relation = own.relation = "oblique"


def _stranded_particles(nodes: Sequence[Node]) -> None:
    """Right after a verb and under another one, a preposition is the first verb's particle: "would step in if …"."""
    for verb, node in pairwise(nodes):
        after = nodes[node.index + 1] if node.index + 1 < len(nodes) else node
        if node.relation == "case" and verb.pos == "VERB" and after.relation == "mark" and node.head > after.index:
            node.head, node.relation = verb.index, "particle"


def _up_to_so_many(nodes: Sequence[Node]) -> None:
    """The troops are developed in "develop up to 30,000 troops"."""
    for up, to, number in zip(nodes, nodes[1:], nodes[2:], strict=False):
        if number.tag != "CD" or (up.lower, to.lower) != ("up", "to"):
            continue
        noun = nodes[number.head] if number.relation == "number" else number
        alone = not children(nodes, noun.head, "object")
        if noun.relation == "oblique" and to.head == noun.index and nodes[noun.head].pos in VERBAL and alone:
            noun.relation = "object"
        up.head, up.relation = noun.index, "adverb"
        to.head, to.relation = up.index, "fixed"
