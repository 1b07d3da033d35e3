"""What cannot stand on top of a sentence: a clause with "although", a participle, a phrase with a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import (
    AUXILIARIES,
    CLAUSAL,
    FINITE,
    JOINING,
    VERBAL,
    Node,
    apply,
    children,
    is_finite,
    phrase_start,
    root_of,
    subjects_before,
    subtree,
)
from timeline.grammar.words import REPORTING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("NOUN", "PROPN", "PRON", "NUM")
_UNDER = (
    "although",
    "though",
    "if",
    "while",
    "because",
    "since",
    "when",
    "after",
    "before",
    "as",
    "once",
    "until",
    "unless",
    "whereas",
)
_BESIDE = ("apposition", "conjunct", "nominal", "oblique", "other", "parataxis")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _root_is_a_condition,
        _root_says_nothing_finite,
        _root_has_a_preposition,
        _reported_by_the_second,
        _reported_of_a_phrase,
    )


def _plain(nodes: Sequence[Node], verb: Node) -> bool:
    """No word joins the clause to another."""
    below = children(nodes, verb.index)
    return not any(one.relation in ("mark", "coordinator") or one.tag in JOINING for one in below)


def _raise(nodes: Sequence[Node], verb: Node, old: Node, relation: str) -> None:
    """*verb* is the root, *old* hangs on it, and so does what hung on *old* on the far side of *verb*."""
    for one in children(nodes, old.index):
        if one is not verb and (one.index > verb.index) is (verb.index > old.index):
            one.head = verb.index
    verb.head, verb.relation = verb.index, "root"
    old.head, old.relation = verb.index, relation


def _root_is_a_condition(nodes: Sequence[Node]) -> None:
    """After a clause with "when" the main one follows the comma: "When he died, the Romans fled"."""
    root = root_of(nodes)
    if not is_finite(nodes, root):
        return
    opening = [one for one in children(nodes, root.index, "mark", "adverb") if one.lower in _UNDER]
    if not opening or any(node.pos in (*_NAMES, *VERBAL) for node in nodes[: opening[0].index]):
        return
    inside = subtree(nodes, root.index)
    for verb in nodes[root.index + 1 :]:
        if verb.index not in inside or not is_finite(nodes, verb) or not _plain(nodes, verb):
            continue
        nouns = subjects_before(nodes, verb)
        upper = nodes[verb.head]
        if not nouns and verb.relation == "participle" and verb.tag == "VBD" and upper.pos in _NAMES:
            nouns = [upper] if upper.relation in ("apposition", "conjunct", "object", "oblique") else []
        if not nouns or children(nodes, nouns[0].index, "case"):
            continue
        start = min(phrase_start(nodes, nouns[0]), nouns[0].index)
        if nodes[start - 1].text != "," or start < root.index:
            continue
        noun = nouns[0]
        if noun is upper:
            noun.head, noun.relation = verb.index, "subject"
        _raise(nodes, verb, root, "adverbial")
        return


def _root_says_nothing_finite(nodes: Sequence[Node]) -> None:
    """In "Ten people fleeing the war drowned" they drowned; in "Children wore shirts bearing his face" they wore."""
    root = root_of(nodes)
    adjective = root.pos == "ADJ"
    if not (adjective or root.tag in ("VBG", "VBN", "VB")) or is_finite(nodes, root):
        return
    below = children(nodes, root.index)
    command = root.tag == "VB" and not any(one.relation == "mark" and one.tag == "TO" for one in below)
    if command or any(one.relation in AUXILIARIES for one in below):
        return
    left = [one for one in below if one.index < root.index]
    mine = [one for one in left if one.relation == "subject" or (one.relation == "parataxis" and one.pos in _NAMES)]
    for verb in children(nodes, root.index, *CLAUSAL, "adverb"):
        if verb.pos not in VERBAL or not is_finite(nodes, verb) or not _plain(nodes, verb):
            continue
        nouns = subjects_before(nodes, verb)
        behind = verb.index > root.index
        if nouns and not (root.tag == "VBN" and behind) and (adjective or verb.lemma not in REPORTING):
            # a participle before its clause ("In a vote held in May, …") is `reroot`'s
            _raise(nodes, verb, root, "adverbial")
            return
        if mine and not nouns and behind:
            _go_on_with(nodes, verb, root, mine[0])
            return


def _go_on_with(nodes: Sequence[Node], verb: Node, root: Node, noun: Node) -> None:
    """*verb* is the root, *noun* its subject, and the old root says more of the noun."""
    _raise(nodes, verb, root, "participle")
    noun.head, noun.relation = verb.index, "subject"
    root.head, root.relation = (verb.index, "adverbial") if root.pos == "ADJ" else (noun.index, "participle")
    for one in children(nodes, root.index):
        if one.index < noun.index:
            one.head = verb.index


def _root_has_a_preposition(nodes: Sequence[Node]) -> None:
    """The phrase says when or how: "In a related move, Ann Low, the chairman, resigned"."""
    root = root_of(nodes)
    below = children(nodes, root.index)
    case = [one for one in below if one.relation == "case" and one.tag in ("IN", "TO") and one.index < root.index]
    if root.pos not in (*_NAMES, "ADJ") or not case or any(one.relation in ("subject", *AUXILIARIES) for one in below):
        return
    comma = next((node for node in nodes[root.index :] if node.text == ","), None)
    if comma is None:
        return
    for verb in below:
        if verb.index < comma.index or verb.relation not in (*_BESIDE, "participle", "relative"):
            continue
        if not is_finite(nodes, verb) or not _plain(nodes, verb):
            continue
        nouns = subjects_before(nodes, verb)
        beside = [
            one
            for one in below
            if one.relation in _BESIDE
            and comma.index < one.index < verb.index
            and one.pos in _NAMES
            and not children(nodes, one.index, "case")
            and nodes[phrase_start(nodes, one) - 1].text == ","
        ]
        if not nouns and not (beside and verb.tag in FINITE):
            continue
        moved = [one for one in below if one.index > comma.index and one is not verb]
        _raise(nodes, verb, root, "oblique")
        for one in moved:
            one.head = verb.index if nouns or one is beside[0] or one.index > verb.index else beside[0].index
        if not nouns:
            beside[0].relation = "subject"
        return


def _reported_by_the_second(nodes: Sequence[Node]) -> None:
    """Of two subjects the second says it: "Two bombs exploded on Friday, witnesses said"; or acts after a semicolon."""
    for said in nodes:
        if said.pos not in VERBAL:
            continue
        nouns = subjects_before(nodes, said)
        if len(nouns) != 2:
            continue
        mark = nodes[phrase_start(nodes, nouns[1]) - 1].text
        if mark != ";" and (mark not in (",", '"') or said.lemma not in REPORTING):
            continue
        for verb in children(nodes, nouns[0].index, "participle"):
            if verb.tag == "VBD" and not subjects_before(nodes, verb) and nouns[0].index < verb.index < nouns[1].index:
                verb.head, verb.relation = said.index, "parataxis" if mark == ";" else "complement"
                nouns[0].head = verb.index
                break


def _reported_of_a_phrase(nodes: Sequence[Node]) -> None:
    """In "said the focus on shares showed fear" the focus showed it."""
    for verb in nodes:
        noun = nodes[verb.head]
        if verb.relation != "participle" or verb.tag != "VBD" or noun.relation != "nominal" or noun.index > verb.index:
            continue
        top = noun
        while top.relation in ("nominal", "conjunct") and nodes[top.head].pos in _NAMES:
            top = nodes[top.head]
        said = nodes[top.head]
        if top.relation != "object" or said.lemma not in REPORTING or top.index < said.index:
            continue
        if _plain(nodes, verb) and not subjects_before(nodes, verb) and nodes[verb.index - 1].pos in _NAMES:
            verb.head, verb.relation = said.index, "complement"
            top.head, top.relation = verb.index, "subject"
