"""Finite verbs whose subject the parser hung on something else: a phrase before it, a time, the end of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import (
    AUXILIARIES,
    FINITE,
    JOINING,
    VERBAL,
    Node,
    children,
    phrase_start,
    subtree,
)
from timeline.grammar.words import CALENDAR, REPORTING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("NOUN", "PROPN", "PRON")
_UPPER = ("root", "complement", "conjunct", "parataxis", "adverbial")
_JOINED = ("apposition", "conjunct", "nominal", "other", "amod")
_SOME = ("both", "all", "many", "several", "most", "few")
_PHRASE = ("oblique", "nominal", "adverb", "other")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    for verb in nodes:
        if verb.relation not in _UPPER or not _finite_without_subject(nodes, verb):
            continue
        start = min([verb.index, *(one.index for one in children(nodes, verb.index, *AUXILIARIES))])
        if _reported_noun(nodes, verb, start):
            continue
        if verb.relation == "conjunct" and _after_a_semicolon(nodes, verb, start):
            continue
        joined = verb.relation in ("conjunct", "parataxis") and _behind_and(nodes, verb, start)
        if not joined and verb.relation != "conjunct":
            _right_before(nodes, verb, start) or _after_the_comma(nodes, verb) or _name_in_a_phrase(nodes, verb, start)


def _finite_without_subject(nodes: Sequence[Node], verb: Node) -> bool:
    below = children(nodes, verb.index)
    verbs = [one for one in (verb, *below) if one.relation in AUXILIARIES or (one is verb and one.pos in VERBAL)]
    finite = any(one.tag in FINITE for one in verbs)
    return finite and not any(one.relation in ("subject", "expletive") for one in below)


def _case(nodes: Sequence[Node], noun: Node) -> bool:
    """The noun has a preposition of its own."""
    return any(one.index < noun.index and one.tag != "POS" for one in children(nodes, noun.index, "case"))


def _right_before(nodes: Sequence[Node], verb: Node, start: int) -> bool:
    """A noun taken for an adverb or a verb: "In June famine struck the land"."""
    if start == 0:
        return False
    noun = nodes[start - 1]
    if noun.lower in _SOME and noun.relation == "adverb" and noun.head == verb.index and start == 1:
        noun.relation, noun.tag, noun.pos = "subject", "DT", "PRON"
        return True
    taken = noun.relation == "adverb" and noun.tag in ("VB", "NN", "NNS", "NNP", "JJ") and noun.lower not in CALENDAR
    if not taken or noun.head != verb.index or _case(nodes, noun):
        return False
    noun.relation = "subject"
    if noun.tag in ("VB", "JJ"):
        noun.tag, noun.pos = "NN", "NOUN"
    return True


def _after_the_comma(nodes: Sequence[Node], verb: Node) -> bool:
    """The noun after a fronted phrase and its comma is no further part of it: "In Athens, Ann, as leader, spoke"."""
    for phrase in children(nodes, verb.index, *_PHRASE):
        if phrase.index > verb.index:
            continue
        beside = [
            nodes[at]
            for at in sorted(subtree(nodes, phrase.index))
            if nodes[at].relation in _JOINED and nodes[at].pos in _NAMES and at < verb.index
        ]
        for noun in beside:
            comma = nodes[phrase_start(nodes, noun) - 1].text == "," and not _case(nodes, noun)
            if not comma or noun.lower in CALENDAR or noun.head == verb.index:
                continue
            upper = nodes[noun.head]
            noun.head, noun.relation = verb.index, "subject"
            for one in children(nodes, upper.index):
                if one.index > noun.index:
                    one.head, one.relation = noun.index, "conjunct" if one.relation == "subject" else one.relation
            return True
    return False


def _name_in_a_phrase(nodes: Sequence[Node], verb: Node, start: int) -> bool:
    """A name ends no phrase of common nouns: "By the peace treaty Spain ceded the islands"."""
    name = nodes[start - 1] if start else verb
    while name.relation == "flat" and name.head < name.index:
        name = nodes[name.head]
    if name.tag not in ("NNP", "NNPS") or name.head != verb.index or name.relation not in ("oblique", "subject"):
        return False
    left = [one for one in children(nodes, name.index) if one.index < name.index]
    common = [one for one in left if one.relation == "compound" and one.tag in ("NN", "NNS", "CD")]
    if not common or not _case(nodes, name) or not any(one.relation == "determiner" for one in left):
        return False
    noun = max(common, key=lambda one: one.index)
    for one in left:
        if one is not noun and one.index < noun.index:
            one.head = noun.index
    noun.head, noun.relation, name.relation = verb.index, "oblique", "subject"
    return True


def _behind_and(nodes: Sequence[Node], verb: Node, start: int) -> bool:
    """After "and" a verb has the noun right before it: "She took up training and her routine was never broken"."""
    upper = nodes[verb.head]
    aside = _aside(nodes, upper, start)
    start = aside[0].index if aside else start
    noun = nodes[start - 1] if start else verb
    while noun.relation in ("nominal", "flat", "compound", "number") and upper.index < nodes[noun.head].index < start:
        noun = nodes[noun.head]
    named = noun.pos in _NAMES or noun.tag in ("JJ", "CD", "DT")
    if noun.relation != "conjunct" or not named or not upper.index < noun.head < noun.index:
        return False
    joint = [one for one in children(nodes, noun.index, "coordinator") if one.index < noun.index]
    own = [one for one in children(nodes, verb.index, "coordinator") if one.index < verb.index]
    if own or not joint or joint[0].lower not in ("and", "but", "while"):
        return False
    for one in aside:
        if one.head == noun.head and one.relation == "conjunct":
            one.head, one.relation = noun.index, "apposition"
    noun.head, noun.relation, joint[0].head = verb.index, "subject", verb.index
    return True


def _reported_noun(nodes: Sequence[Node], verb: Node, start: int) -> bool:
    """What is said is a clause, and no noun: "said the chief, Ann Low, is leaving", "decide whether aid, sent by …"."""
    if verb.relation not in ("complement", "parataxis", "adverbial") or nodes[verb.head].index > verb.index:
        return False
    said = nodes[verb.head]
    while said.head != said.index and (said.lemma not in REPORTING or said.pos not in VERBAL):
        said = nodes[said.head]
    below = children(nodes, said.index, "complement", "object")
    nouns = [one for one in below if said.index < one.index < start and one.pos in _NAMES]
    if said.lemma not in (*REPORTING, "decide") or len(nouns) != 1 or _joined(nodes, verb):
        return False
    noun = nouns[0]
    inside = subtree(nodes, noun.index)
    if verb.head != said.index and verb.head not in inside:
        return False
    case = [one for one in children(nodes, noun.index, "case") if one.index < noun.index]
    if any(one.relation in ("subject", "copula") for one in children(nodes, noun.index)) or len(case) > 1:
        return False
    if case and case[0].lower not in ("whether", "that", "if"):
        return False
    if any(nodes[at].lower == "that" for at in inside):
        return False  # "showed a likelihood that a hair found at his home came from him"
    last = max(at for at in inside if at < start)
    aside = nodes[start - 1].text in (",", "-", "--", "\u2013", "\u2014") and noun.index < start - 2
    if last != start - 1 and not aside:
        return False
    verb.head, verb.relation, noun.head, noun.relation = said.index, "complement", verb.index, "subject"
    for one in case:
        one.head, one.relation = verb.index, "mark"
    return True


def _joined(nodes: Sequence[Node], verb: Node) -> bool:
    """A word makes the verb part of another clause, or a second one."""
    below = children(nodes, verb.index)
    return any(one.relation in ("mark", "coordinator") or one.tag in JOINING for one in below)


def _after_a_semicolon(nodes: Sequence[Node], verb: Node, start: int) -> bool:
    """Behind a semicolon a clause has its own subject: "Two failed; a third, Rex, made him rich"."""
    upper = nodes[verb.head]
    mark = next((at for at in range(start - 1, upper.index, -1) if nodes[at].text == ";"), None)
    if mark is None:
        return False
    for noun in children(nodes, upper.index, "parataxis", "other"):
        if mark < noun.index < start and phrase_start(nodes, noun) == mark + 1 and noun.pos not in VERBAL:
            noun.head, noun.relation, verb.relation = verb.index, "subject", "parataxis"
            return True
    return False


def _aside(nodes: Sequence[Node], upper: Node, start: int) -> Sequence[Node]:
    """What stands between commas right before the verb: "the third, Alan Marsh, pleaded guilty"."""
    if start < 1 or nodes[start - 1].text != ",":
        return ()
    first = next((at for at in range(start - 2, upper.index, -1) if nodes[at].text == ","), None)
    inside = nodes[first : start - 1] if first is not None else ()
    return () if any(node.pos in VERBAL or node.tag == "CC" for node in inside) else inside
