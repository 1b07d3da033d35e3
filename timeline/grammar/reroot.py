"""Which clause is the main one: mends where the parser put something else on top."""

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
    first_verb,
    is_finite,
    root_of,
    subtree,
)
from timeline.grammar.pasts import looks_past
from timeline.grammar.words import APPOINTING, CALENDAR, NEVER_PARTICIPLES, REPORTING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("NOUN", "PROPN", "PRON")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _root_is_an_office,
        _root_is_a_plural,
        _root_is_a_clause,
        _root_is_a_subject,
        _root_is_an_apposition,
        _root_comes_too_late,
        _root_is_not_finite,
        _root_is_a_participle,
        _what_is_reported,
        _subject_beside_a_time,
    )


def _put_on_top(nodes: Sequence[Node], new: Node, old: Node, relation: str) -> None:
    """*new* is the root, *old* hangs on it, and so does what hung on *old* to the right of *new*."""
    for one in children(nodes, old.index):
        if one is not new and one.index > new.index:
            one.head = new.index
    new.head, new.relation = new.index, "root"
    old.head, old.relation = new.index, relation


def _root_is_an_office(nodes: Sequence[Node]) -> None:
    """In "Ann, who was elected mayor, resigned" the mayor is what she was elected."""
    office = root_of(nodes)
    elected = nodes[office.index - 1]
    below = children(nodes, office.index)
    doers = [one for one in below if one.relation == "subject" and one.index < elected.index]
    if (
        office.tag not in ("NN", "VBP")
        or elected.relation != "relative"
        or elected.lemma not in APPOINTING
        or not doers
    ):
        return
    if elected.head != doers[0].index or any(one.relation in (*AUXILIARIES, "determiner") for one in below):
        return
    for verb in below:
        if verb.relation != "participle" or verb.tag not in ("VBN", "VBD") or nodes[verb.index - 1].text != ",":
            continue
        for one in below:
            if one.index < elected.index or one.index > verb.index or one.relation == "punct":
                one.head = verb.index
            elif one is not verb and one.relation == "nominal":
                one.head, one.relation = elected.index, "oblique"
        verb.head, verb.relation, verb.tag = verb.index, "root", "VBD"
        office.head, office.relation, office.tag, office.pos = elected.index, "open-complement", "NN", "NOUN"
        return


def _root_is_a_plural(nodes: Sequence[Node]) -> None:
    """Right before a past tense and with no subject, "protests" is a noun: "protests filled the streets"."""
    root = root_of(nodes)
    below = children(nodes, root.index)
    if root.tag != "VBZ" or any(one.relation in ("subject", *AUXILIARIES, "object") for one in below):
        return
    if any(one.index == root.index + 1 and one.tag == "VBD" and one.relation == "participle" for one in below):
        root.tag, root.pos = "NNS", "NOUN"


def _root_is_an_apposition(nodes: Sequence[Node]) -> None:
    """Beside its noun a root says nothing finite: "Kim, an executive, said …", "Kim, who was there, said …"."""
    root = root_of(nodes)
    below = children(nodes, root.index)
    subjects = [one for one in below if one.relation == "subject" and one.index < root.index]
    if not subjects:
        return
    who = [one for one in below if one.tag in ("WDT", "WP") and subjects[0].index < one.index < root.index]
    if not who and (root.pos in VERBAL or any(one.relation in AUXILIARIES for one in below)):
        return
    for node in nodes[root.index + 1 :]:
        start = first_verb(nodes, node)
        inner = children(nodes, node.index)
        if nodes[start - 1].text != "," or node.relation not in CLAUSAL or not is_finite(nodes, node):
            continue
        if any(one.relation in ("subject", "mark", "coordinator") or one.tag in JOINING for one in inner):
            continue
        _put_on_top(nodes, node, root, "relative" if who else "apposition")
        subjects[0].head, root.head = node.index, subjects[0].index
        return


def _root_comes_too_late(nodes: Sequence[Node]) -> None:
    """The verb right after the subject is its verb: "The outlook darkened for Americans caught in Kuwait"."""
    root = root_of(nodes)
    if root.tag not in ("VBD", "VBN") or children(nodes, root.index, *AUXILIARIES) or root.lower in NEVER_PARTICIPLES:
        return
    subjects = [one for one in children(nodes, root.index, "subject") if one.index < root.index]
    last = subjects[-1:]
    right_after = [*children(nodes, root.index, "complement")]
    right_after += [one for noun in last for one in children(nodes, noun.index, "participle")]
    for node in right_after:
        if not last or node.index != subjects[-1].index + 1 or node.tag != "VBD" or node.index > root.index:
            continue
        noun = nodes[root.index - 1]
        by = any(one.lower == "by" for one in nodes[node.index + 1 : node.index + 2])  # "a group led by Ann paid"
        if noun.pos in _NAMES and not by and not children(nodes, node.index, "mark", "subject"):
            _put_on_top(nodes, node, root, "participle")
            root.tag, root.head = "VBN", noun.index
            for one in (*subjects, *(word for word in children(nodes, root.index) if word.index < node.index)):
                one.head = node.index
            return


def _root_is_not_finite(nodes: Sequence[Node]) -> None:
    """Where the root is no finite verb, one that hangs on a noun before it is the main one."""
    root = root_of(nodes)
    if root.pos not in VERBAL or is_finite(nodes, root):
        return
    for node in nodes:
        if node.relation != "participle" or node.tag != "VBD" or node.pos not in VERBAL:
            continue
        noun = nodes[node.head]
        if noun.pos not in _NAMES or noun.index > node.index or children(nodes, node.index, "subject", "mark"):
            continue
        if node.index < root.index and not children(nodes, noun.index, "case"):
            fronted = [one for one in children(nodes, root.index) if one.index < noun.index and one is not noun]
            _put_on_top(nodes, node, root, "adverbial" if root.tag in ("VBG", "VBN") else "other")
            top = nodes[noun.head] if noun.relation == "apposition" else noun
            top.head, top.relation = node.index, "subject"
            for one in fronted:
                if one is not top:
                    one.head = node.index
            return


def _root_is_a_participle(nodes: Sequence[Node]) -> None:
    """After a fronted participle the main clause follows: "During an event held in May, Apple released …"."""
    root = root_of(nodes)
    if root.tag not in ("VBN", "VBG", "VBD"):
        return
    below = children(nodes, root.index)
    subjects = [one for one in below if one.relation == "subject" and one.index < root.index]
    agent = any(one.relation == "case" and one.lower == "by" for one in nodes[root.index + 1 : root.index + 2])
    for one in below:
        if (
            one.relation not in ("parataxis", "complement", "conjunct")
            or not is_finite(nodes, one)
            or one.index < root.index
        ):
            continue
        inner = children(nodes, one.index)
        if any(word.relation in ("mark", "coordinator") or word.tag in JOINING for word in inner):
            continue
        has = any(word.relation == "subject" and word.index < one.index for word in inner)
        if has and root.tag != "VBD" and not is_finite(nodes, root) and not subjects:
            time = [word for word in below if word.relation == "oblique" and word.index < root.index]
            _put_on_top(nodes, one, root, "adverbial")
            if time:
                time[-1].head = one.index
                root.head, root.relation = time[-1].index, "participle"
            return
        if not has and subjects and agent and nodes[one.index - 1].pos in _NAMES:
            # "Sources quoted by Reuters expect …"
            root.tag = "VBN"
            _put_on_top(nodes, one, root, "participle")
            subjects[0].head, root.head = one.index, subjects[0].index
            return


def _what_is_reported(nodes: Sequence[Node]) -> None:
    """In "reported gangs controlled the city", that they did so is what was reported."""
    for node in nodes:
        if node.tag == "VBN" and node.relation == "open-complement":
            _showed_the_firm_paid(nodes, node)
        noun = nodes[node.head]
        if (
            node.relation != "participle"
            or node.tag not in FINITE
            or noun.relation != "object"
            or noun.index > node.index
        ):
            continue
        verb = nodes[noun.head]
        if verb.lemma not in REPORTING or children(nodes, node.index, "subject", "mark", *AUXILIARIES):
            continue
        node.head, node.relation = verb.index, "complement"
        noun.head, noun.relation = node.index, "subject"


def _showed_the_firm_paid(nodes: Sequence[Node], verb: Node) -> None:
    """A participle has no object of its own: in "showed the firm paid bribes" the firm did so."""
    showed = nodes[verb.head]
    nouns = [one for one in children(nodes, showed.index, "object") if showed.index < one.index < verb.index]
    below = children(nodes, verb.index)
    things = any(one.relation == "object" and one.index > verb.index and one.lower not in CALENDAR for one in below)
    if showed.lemma not in (*REPORTING, "show") or not nouns or not things or not looks_past(verb):
        return
    if not any(one.relation in (*AUXILIARIES, "mark") for one in below):
        verb.tag, verb.relation, nouns[-1].head, nouns[-1].relation = "VBD", "complement", verb.index, "subject"


def _root_is_a_clause(nodes: Sequence[Node]) -> None:
    """A noun phrase above a whole clause is beside it: "Following the summit, the president has ordered …"."""
    root = root_of(nodes)
    below = children(nodes, root.index)
    if root.pos in VERBAL or any(one.relation in ("copula", "subject") for one in below):
        return
    preposition = any(
        one.relation == "case" and one.tag in ("IN", "TO", "VBG") and one.index < root.index for one in below
    )
    for one in below:
        if one.relation not in CLAUSAL or not is_finite(nodes, one):
            continue
        inner = children(nodes, one.index)
        subjects = [word for word in inner if word.relation == "subject" and word.index < one.index]
        if not subjects or any(word.relation == "mark" or word.tag in JOINING for word in inner):
            continue
        comma = any(node.text in (",", "–", "—") for node in nodes[root.index : subjects[0].index])
        if one.index > root.index and (preposition or (comma and one.relation != "relative")):
            one.head, one.relation = one.index, "root"
            root.head, root.relation = one.index, "oblique" if preposition else "other"
            for word in below:
                if word is not one and word.index > one.index:
                    word.head = one.index
            return


def _root_is_a_subject(nodes: Sequence[Node]) -> None:
    """After an apposition the verb still has its subject: "NATO, uneasy about Moscow, announced …"."""
    root = root_of(nodes)
    if root.pos not in ("NOUN", "PROPN", "PRON") or any(
        one.relation in ("copula", "subject") or (one.relation == "case" and one.index < root.index)
        for one in children(nodes, root.index)
    ):
        return
    for node in nodes[root.index + 1 :]:
        if node.relation not in CLAUSAL or not _may_follow(nodes, root, node):
            continue
        below = children(nodes, node.index)
        if any(one.relation in ("subject", "mark", "coordinator") or one.tag in JOINING for one in below):
            continue
        past_participle = node.tag == "VBN" and any(one.relation in ("object", "complement") for one in below)
        if not past_participle and not is_finite(nodes, node):
            continue
        if past_participle and not children(nodes, node.index, *AUXILIARIES):
            node.tag = "VBD"
        node.head, node.relation = node.index, "root"
        root.head, root.relation = node.index, "subject"
        for one in children(nodes, root.index):
            if one.index > node.index:
                one.head = node.index
        return


def _may_follow(nodes: Sequence[Node], root: Node, node: Node) -> bool:
    """The verb may have the root as its subject: after a comma, or as a past tense that hangs on it or its phrases."""
    start = first_verb(nodes, node)
    while start > root.index and nodes[start - 1].pos == "ADV":
        start -= 1
    if nodes[start - 1].text == ",":
        return True
    return (
        node.relation == "participle"
        and node.tag == "VBD"
        and not any(one.tag in FINITE and one is not node for one in nodes[root.index : node.index])
    )


def _subject_beside_a_time(nodes: Sequence[Node]) -> None:
    """The court ordered in "On Tuesday, the court, in a ruling, ordered …", though it stands beside Tuesday."""
    root = root_of(nodes)
    if not is_finite(nodes, root) or children(nodes, root.index, "subject", "expletive"):
        return
    for time in children(nodes, root.index, "oblique"):
        if time.index > root.index:
            continue
        beside = [
            nodes[at] for at in subtree(nodes, time.index) if nodes[at].relation == "apposition" and at < root.index
        ]
        beside = [one for one in beside if one.pos in _NAMES and children(nodes, one.index, "determiner")]
        if beside:
            last = max(beside, key=lambda one: one.index)
            last.head, last.relation = root.index, "subject"
            return
