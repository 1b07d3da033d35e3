"""Mends that move whole clauses: which is the main one, whose subject a noun is, what a second verb goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar import doers, mainverb, missing, orphans, reroot, silent, topmost
from timeline.grammar.node import (
    AUXILIARIES,
    CLAUSAL,
    FINITE,
    JOINING,
    VERBAL,
    Node,
    apply,
    children,
    root_of,
    subtree,
    take_place,
)
from timeline.grammar.roles import is_reporting
from timeline.grammar.words import INTRANSITIVE, SELDOM_TRANSITIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORTENED = ("with", "as", "than", "once", "when", "if")  # these stand before participles, too: "as planned"


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _auxiliaries_have_nothing,
        _past_tense_by_its_subject,
        _verbs_as_adjectives,
        _going_to,
    )
    mainverb.mend(nodes)
    topmost.mend(nodes)
    reroot.mend(nodes)
    doers.mend(nodes)
    apply(
        nodes,
        missing.mend,
        orphans.mend,
    )
    silent.mend(nodes)
    apply(
        nodes,
        _two_subjects,
        _attribution_in_the_middle,
        _attribution_at_the_end,
        _second_verb_without_subject,
        _saying_comes_first,
        _which_joins,
        _participle_after_comma,
        _distant_but,
        _says_more_of_its_noun,
    )


def _auxiliaries_have_nothing(nodes: Sequence[Node]) -> None:
    """What hangs on an auxiliary belongs to its verb."""
    for node in nodes:
        above = nodes[node.head]
        if above.relation in ("aux", "passive-aux") and above.pos in VERBAL and node.relation in ("subject", "oblique"):
            node.head = above.head


def _past_tense_by_its_subject(nodes: Sequence[Node]) -> None:
    """With a subject and no auxiliary, or going on from a past tense, it is one: "the alliance announced that …"."""
    for node in nodes:
        if node.tag != "VBN" or node.relation not in ("root", *CLAUSAL):
            continue
        below = children(nodes, node.index)
        if any(one.relation in AUXILIARIES for one in below):
            continue
        subject = any(one.relation == "subject" and one.index < node.index for one in below)
        seldom = node.lemma in INTRANSITIVE or node.lemma in SELDOM_TRANSITIVE
        marked = not seldom and any(one.relation == "mark" and one.lower in _SHORTENED for one in below)
        goes_on = (
            node.relation == "conjunct"
            and nodes[node.head].tag == "VBD"
            and (seldom or any(one.relation == "object" for one in (*below, *_behind(nodes, node))))
            and not children(nodes, node.head, *AUXILIARIES)
        )
        # "One, named Lima, told …"; but "The treaty, signed in May, divided the land"
        said = any(one.relation in ("object", "complement", "open-complement") for one in below)
        alone = node.relation == "root" and (said or node.lemma in INTRANSITIVE)
        set_off = nodes[node.index - 1].text == "," and not alone
        if (subject and not marked and not set_off) or goes_on:
            node.tag, node.pos = "VBD", "VERB"


def _behind(nodes: Sequence[Node], node: Node) -> list[Node]:
    """What hangs on the verb before and stands behind this one: "built and repaired the roads"."""
    return [one for one in children(nodes, node.head) if one.index > node.index]


def _verbs_as_adjectives(nodes: Sequence[Node]) -> None:
    """In "when aircraft launched rockets" the aircraft launched, and the rockets are what they launched."""
    for node in nodes:
        if node.relation != "amod" or node.tag not in ("VBD", "VBZ", "VBP", "VBN") or node.head <= node.index:
            continue
        below = children(nodes, node.index)
        if not any(one.relation == "subject" and one.index < node.index for one in below):
            continue
        if node.tag == "VBN" and not any(one.relation in AUXILIARIES for one in below):
            continue
        noun = nodes[node.head]
        root = noun.head == noun.index
        node.head, node.relation = (node.index, "root") if root else (noun.head, "adverbial")
        noun.head, noun.relation = node.index, "object"
        for one in children(nodes, noun.index):
            if one.index < node.index or one.relation == "punct":
                one.head = node.index


def _going_to(nodes: Sequence[Node]) -> None:
    """In "is going to meet", *going to* is an auxiliary of *meet*."""
    for node in nodes:
        if node.lower not in ("going", "gon") or node.tag != "VBG":
            continue
        below = children(nodes, node.index)
        verbs = [one for one in below if one.relation == "open-complement" and one.tag == "VB"]
        if not verbs or not any(one.relation == "aux" and one.lemma == "be" for one in below):
            continue
        verb = verbs[0]
        for one in children(nodes, verb.index, "mark"):
            one.relation = "aux"
        take_place(nodes, verb, node)
        node.relation = "aux"


def _two_subjects(nodes: Sequence[Node]) -> None:
    """Of two subjects one is something else: the object of a verb between them, or the other's apposition."""
    heads = [node.head for node in nodes if node.relation == "subject"]
    for node in nodes:
        if heads.count(node.index) < 2 or node.pos not in (*VERBAL, "ADJ", "NOUN"):
            continue
        subjects = [one for one in children(nodes, node.index, "subject") if one.index < node.index]
        if len(subjects) < 2:
            continue
        first, second = subjects[0], subjects[1]
        start = min(at for at in subtree(nodes, second.index) if nodes[at].relation != "punct")
        before = nodes[start - 1] if start else first
        if before.tag in ("VB", "VBG", "VBN") and before.head == first.index:
            second.head, second.relation = before.index, "object"
        elif before.text == "," and first.index < before.index and second.pos in ("NOUN", "PROPN"):
            second.head, second.relation = first.index, "apposition"


def _attribution_in_the_middle(nodes: Sequence[Node]) -> None:
    """What stands before ", he added," belongs to what he added: "Such a step, he added, could …"."""
    for node in nodes:
        if not is_reporting(node.lemma) or node.tag not in FINITE or node.index + 1 >= len(nodes):
            continue
        below = children(nodes, node.index)
        said = [one for one in below if one.relation in ("complement", "parataxis") and one.index > node.index]
        subjects = [one for one in below if one.relation == "subject" and one.index < node.index]
        if not said or not subjects or nodes[node.index + 1].text != ",":
            continue
        start = min(subtree(nodes, subjects[0].index))
        inner = children(nodes, said[0].index)
        if start == 0 or nodes[start - 1].text != "," or any(one.relation == "mark" for one in inner):
            continue
        needs = not any(one.relation == "subject" for one in inner)
        for one in below:
            if one.index >= start or one.relation == "punct":
                continue
            one.head = said[0].index
            if needs and one.pos in ("NOUN", "PROPN", "PRON") and not children(nodes, one.index, "case"):
                one.relation, needs = "subject", False


def _attribution_at_the_end(nodes: Sequence[Node]) -> None:
    """The last words ", a spokeswoman told reporters on Tuesday." are a clause beside all that stands before them."""
    for verb in reversed(nodes):
        reported = verb.tag == "VBN" and verb.relation == "participle" and nodes[verb.head].relation == "object"
        if not (verb.tag in ("VBD", "VBZ") or reported) or not is_reporting(verb.lemma):
            continue
        start = _own_words(nodes, verb)
        if start is None or any(_clausal_word(node) for node in nodes[verb.index + 1 :]):
            continue
        before = [node for node in nodes[: start - 1] if node.tag in FINITE]
        if not before:
            return
        _set_apart(nodes, verb, start)
        return


def _own_words(nodes: Sequence[Node], verb: Node) -> int | None:
    """Where the noun phrase right before *verb* begins, if a comma stands before it and nothing else is in it."""
    start = verb.index
    while start > 0 and nodes[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "ADP", "PART", "AUX"):
        if nodes[start - 1].pos == "AUX" and nodes[start - 1].lemma != "have":
            return None
        start -= 1
    named = [node for node in nodes[start : verb.index] if node.pos in ("NOUN", "PROPN", "PRON")]
    if start == 0 or not named or nodes[start - 1].text not in (",", '"', "\u201d"):
        return None
    return None if nodes[start].tag in ("IN", "WDT", "WP", "WRB") else start


def _clausal_word(node: Node) -> bool:
    return node.tag in (*FINITE, "CC", *JOINING) or node.relation == "mark"


def _set_apart(nodes: Sequence[Node], verb: Node, start: int) -> None:
    """Make *verb* with its words from *start* on a clause beside the root, with a subject of its own."""
    verb.tag = "VBD" if verb.tag == "VBN" else verb.tag
    own = range(start, len(nodes))
    root = root_of(nodes)
    for node in nodes[start : verb.index]:
        if node.head not in own or node.relation == "subject":
            subjects = [one for one in children(nodes, verb.index, "subject") if one.index >= start]
            if node.head == verb.index and node.relation == "subject":
                continue
            node.head, node.relation = (subjects[0].index, "nominal") if subjects else (verb.index, "subject")
    if root is verb:
        return
    if verb.head not in own:
        for one in children(nodes, verb.index):
            if one.index < start:
                one.head = verb.head if one.relation == "punct" else root.index
        verb.head, verb.relation = root.index, "parataxis"


def _second_verb_without_subject(nodes: Sequence[Node]) -> None:
    """With no subject of its own, a verb goes on with one of its form: "could carry troops, provide systems"."""
    for node in nodes:
        above = nodes[node.head]
        if (
            node.relation != "parataxis"
            or node.index < above.index
            or node.pos not in VERBAL
            or above.pos not in VERBAL
        ):
            continue
        below = children(nodes, node.index)
        if node.tag == above.tag and not any(one.relation in ("subject", *AUXILIARIES, "mark") for one in below):
            node.relation = "conjunct"


def _saying_comes_first(nodes: Sequence[Node]) -> None:
    """Who says it stands above what is said, though it looks like a clause beside it: The author said, "It is …"."""
    for node in nodes:
        above = nodes[node.head]
        if node.relation != "adverbial" or node.index > above.index or not is_reporting(node.lemma):
            continue
        below = children(nodes, node.index)
        if node.tag not in FINITE or any(one.relation == "mark" or one.tag in JOINING for one in below):
            continue
        if not any(one.relation == "subject" and one.index < node.index for one in below):
            continue
        words = [one for one in children(nodes, above.index) if one.index < node.index]
        node.head, node.relation = (node.index if above.head == above.index else above.head), above.relation
        above.head, above.relation = node.index, "complement"
        for one in words:
            if one is not node:
                one.head = node.index


def _which_joins(nodes: Sequence[Node]) -> None:
    """A clause that begins with "which" or "whom" hangs on the noun before it: "NATO, according to which …"."""
    for node in nodes:
        if node.relation not in ("conjunct", "parataxis"):
            continue
        words = sorted(at for at in subtree(nodes, node.index) if at < node.index)
        which = [at for at in words if nodes[at].lower in ("which", "whom") and at - words[0] <= 4]
        if not which or children(nodes, node.index, "coordinator"):
            continue
        start = words[0]
        while start > 0 and nodes[start - 1].relation == "punct":
            start -= 1
        before = nodes[start - 1] if start else None
        if before is not None and before.pos in ("NOUN", "PROPN"):
            node.head, node.relation = before.index, "relative"


def _participle_after_comma(nodes: Sequence[Node]) -> None:
    """Without an "and", a participle after noun and comma says more of the noun: "soldiers, stationed far away"."""
    for node in nodes:
        if node.relation != "conjunct" or node.tag not in ("VBN", "VBG") or node.tag == nodes[node.head].tag:
            continue
        if any(one.relation in ("coordinator", "subject", *AUXILIARIES) for one in children(nodes, node.index)):
            continue
        if node.tag == "VBN" and any(one.pos == "VERB" for one in children(nodes, node.index, "conjunct")):
            node.tag = "VBD"  # "taught, painted and sang"
            continue
        comma, noun = nodes[node.index - 1], nodes[node.index - 2]
        if node.index >= 2 and comma.text == "," and noun.pos in ("NOUN", "PROPN") and nodes[node.head].pos in VERBAL:
            node.head, node.relation = noun.index, "participle"


def _says_more_of_its_noun(nodes: Sequence[Node]) -> None:
    """On a noun and with no subject a past tense is a participle: "the offer, valued at a million, had expired"."""
    for node in nodes:
        if node.relation != "participle" or node.tag != "VBD" or nodes[node.head].pos not in ("NOUN", "PROPN"):
            continue
        below = children(nodes, node.index)
        if node.index > node.head and not any(one.relation in ("subject", *AUXILIARIES) for one in below):
            node.tag = "VBN" if node.lower.endswith("ed") and node.lemma not in INTRANSITIVE else node.tag


def _distant_but(nodes: Sequence[Node]) -> None:
    """After a comma "but" goes on with the main subject: "He said that A is ready, but has ruled out B"."""
    for node in nodes:
        above = nodes[node.head]
        if node.relation != "conjunct" or above.relation != "complement" or children(nodes, node.index, "subject"):
            continue
        main = nodes[above.head]
        below = children(nodes, node.index)
        but = [one for one in below if one.relation == "coordinator" and one.lower == "but"]
        if not but or but[0].index == 0 or nodes[but[0].index - 1].text != ",":
            continue
        finite = [one for one in (*below, node) if one.tag in FINITE and one.index > but[0].index]
        if finite and main.pos in VERBAL and children(nodes, main.index, "subject") and main.index < above.index:
            node.head = main.index
