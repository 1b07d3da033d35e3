"""A finite verb has a subject: where the parser found none, the words before the verb (or after "…," said) tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import AUXILIARIES, FINITE, JOINING, VERBAL, Node, children, subtree
from timeline.grammar.words import INVARIABLE, REPORTING, SUBORDINATING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("NOUN", "PROPN", "PRON", "NUM")
_INSIDE = ("flat", "compound", "nominal", "conjunct", "number", "apposition", "possessive", "amod")
_UPPER = ("root", "complement", "adverbial", "parataxis")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    for node in nodes:
        if node.pos not in VERBAL or node.relation not in (*_UPPER, "participle"):
            continue
        below = children(nodes, node.index)
        verbs = [one for one in (*below, node) if one is node or one.relation in AUXILIARIES]
        if not any(verb.tag in FINITE for verb in verbs):
            continue
        if any(one.relation in ("subject", "expletive") for one in below):
            continue
        start = min(verb.index for verb in verbs)
        if (
            _beside(nodes, node, below)
            or _said_by(nodes, node, below)
            or _under_a_participle(nodes, node, below)
            or _before(nodes, node, start)
        ):
            for one in below:  # "Speaking in Athens, he said …": no longer the subject
                if one.relation == "complement" and one.tag == "VBG" and one.index < start:
                    one.relation = "adverbial"
    _forms_without_ending(nodes)


def _said_by(nodes: Sequence[Node], verb: Node, below: list[Node]) -> bool:
    """After a quotation the subject may follow: "…," explained Mamadou Biteye."""
    if verb.lemma not in REPORTING or verb.index == 0 or nodes[verb.index - 1].text not in (",", '"', "''"):
        return False
    after = [one for one in below if one.relation == "object" and one.index > verb.index]
    if not after or after[0].pos not in ("PROPN", "NOUN", "PRON"):
        return False
    after[0].relation = "subject"
    return True


def _beside(nodes: Sequence[Node], verb: Node, below: list[Node]) -> bool:
    """A noun before the verb that is joined to it in no way is its subject."""
    for one in below:
        loose = one.relation in ("parataxis", "other") and one.pos in ("NOUN", "PROPN") and one.index < verb.index
        if loose and not children(nodes, one.index, "case", "subject", "copula"):
            one.relation = "subject"
            return True
    return False


def _under_a_participle(nodes: Sequence[Node], verb: Node, below: list[Node]) -> bool:
    """The minister called in "the minister speaking in Athens called …"."""
    for one in below:
        if one.relation not in ("complement", "adverbial", "relative") or one.index > verb.index:
            continue
        inner = children(nodes, one.index)
        subjects = [word for word in inner if word.relation == "subject" and word.index < one.index]
        who = [word for word in inner if word.tag in ("WDT", "WP")]
        if len(subjects) > 1 and who == subjects[1:]:
            # "Ann, who came first, won": not Ann is the subject of what follows "who"
            subjects[0].head, one.head, one.relation = verb.index, subjects[0].index, "relative"
            return True
        plain = not any(word.relation in ("mark", *AUXILIARIES) or word.tag in JOINING for word in inner)
        participle = one.tag in ("VBG", "VBN") or (one.tag == "VBD" and one.lemma not in REPORTING)
        if subjects and plain and participle:
            one.tag = "VBN" if one.tag == "VBD" else one.tag
            noun = subjects[0]
            noun.head, one.head, one.relation = verb.index, noun.index, "participle"
            for word in children(nodes, one.index):
                if word.index < noun.index:
                    word.head = verb.index
            return True
    return False


def _before(nodes: Sequence[Node], verb: Node, start: int) -> bool:
    """The noun phrase that ends right before the verbs."""
    while start > 0 and nodes[start - 1].pos == "ADV" and nodes[start - 1].tag != "WRB":
        start -= 1
    if start == 0 or nodes[start - 1].pos not in _NAMES:
        return False
    top = nodes[start - 1]
    for _ in range(start):
        if top.relation not in _INSIDE or top.head >= verb.index or nodes[top.head].pos not in _NAMES:
            break
        if top.relation == "apposition" and nodes[_first(nodes, top) - 1].text == ",":
            break
        top = nodes[top.head]
    if top.index >= start or _below(nodes, top, verb):
        return _set_free(nodes, verb, top)
    cases = [one for one in children(nodes, top.index, "case") if one.index < top.index and one.tag != "POS"]
    if len(cases) == 1 and cases[0].lower in SUBORDINATING and top.relation in ("oblique", "subject"):
        cases[0].head, cases[0].relation = verb.index, "mark"
    elif cases or not _free(nodes, top, verb):
        return False
    top.head, top.relation = verb.index, "subject"
    return True


def _free(nodes: Sequence[Node], top: Node, verb: Node) -> bool:
    """The phrase may be the subject: it hangs on the verb in another way, or a comma stands before it."""
    if top.head == top.index or top.relation == "subject":
        return False
    if top.head == verb.index:
        return True
    if top.relation == "object" and verb.relation == "complement" and nodes[top.head].lemma in REPORTING:
        return True  # "claimed the party had won"
    first = _first(nodes, top)
    return first > 0 and nodes[first - 1].text == "," and top.relation in ("apposition", "object", "oblique", "other")


def _first(nodes: Sequence[Node], top: Node) -> int:
    """Where the phrase begins, a title before the name included."""
    start = min([top.index, *(one.index for one in children(nodes, top.index) if one.relation != "punct")])
    while start > 0 and nodes[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        start -= 1
    return start


def _below(nodes: Sequence[Node], top: Node, verb: Node) -> bool:
    """The verb hangs on the phrase."""
    return verb is not top and verb.index in subtree(nodes, top.index)


def _set_free(nodes: Sequence[Node], verb: Node, top: Node) -> bool:
    """
    The verb hangs on its own subject.

    A noun with a subject and no copula says nothing: "a group under Pol Pot continued". And of a verb with two subjects
    the first belongs to the verb of saying after it: "The agency reported in May prices were rising".
    """
    if verb.head != top.index:
        return False
    subjects = [one for one in children(nodes, top.index, "subject") if one.index < top.index]
    if top.head == top.index and subjects and not children(nodes, top.index, "copula"):
        noun = subjects[0]
        verb.head, verb.relation = verb.index, "root"
        noun.head = verb.index
        top.head, top.relation = noun.index, "nominal"
        for one in children(nodes, top.index):
            if one.index > verb.index:
                one.head = verb.index
        return True
    upper = nodes[top.head]
    if verb.lemma in REPORTING and top.relation == "subject" and len(children(nodes, upper.index, "subject")) > 1:
        verb.head, verb.relation = (verb.index if upper.head == upper.index else upper.head), upper.relation
        top.head = verb.index
        upper.head, upper.relation = verb.index, "complement"
        return True
    return False


def _forms_without_ending(nodes: Sequence[Node]) -> None:
    """One that "hit" did so in the past: in the present it hits."""
    for node in nodes:
        if node.tag not in ("VBP", "VB") or node.lower not in INVARIABLE:
            continue
        below = children(nodes, node.index)
        subjects = [one for one in below if one.relation == "subject" and one.index < node.index]
        if not subjects or children(nodes, subjects[0].index, "conjunct"):
            continue
        if subjects[0].tag not in ("NN", "NNP") and subjects[0].lower not in ("he", "she", "it"):
            continue
        if not any(one.relation in AUXILIARIES for one in below):
            node.tag = "VBD"
