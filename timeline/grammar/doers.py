"""Which of the nouns before a verb is its subject, where the parser took one too many or the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import (
    AUXILIARIES,
    FINITE,
    JOINING,
    Node,
    apply,
    children,
    first_verb,
    is_finite,
    phrase_start,
    root_of,
    subjects_before,
    subtree,
    take_place,
)
from timeline.grammar.pasts import looks_past, plain, seldom_has_an_object
from timeline.grammar.words import (
    APPOINTING,
    NEVER_PARTICIPLES,
    ONLY_PAST,
    REPORTING,
    SUBORDINATING,
    TAKING_AS,
    UNITS_OF_TIME,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("NOUN", "PROPN", "PRON", "NUM")
_MORE = ("object", "complement", "open-complement", "mark")  # a verb that has these says something of its own


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _killed_in_the_attack,
        _lost_power_and_crashed,
        _second_half_of_a_name,
        _but_the_boy_survived,
        _two_that_act,
        _three_that_act,
        _and_bore_children,
        _object_of_the_second_verb,
        _object_of_the_verb_between,
        _phrase_of_the_verb_between,
        _what_they_said_of_it,
        _reported_here,
        _joined_to_the_first,
    )


def _killed_in_the_attack(nodes: Sequence[Node]) -> None:
    """In "the man killed in the attack was a teacher" he did not kill: two verbs, one subject, nothing between them."""
    for first in nodes:
        if first.tag not in ("VBD", "VBN"):
            continue
        subjects = subjects_before(nodes, first)
        if len(subjects) != 1 or children(nodes, first.index, *AUXILIARIES):
            continue
        alike = first.lower == first.lemma and first.lower not in ONLY_PAST
        if alike or any(one.tag != "VBN" for one in children(nodes, first.index, *_MORE)):
            continue
        for second in children(nodes, first.index, "conjunct", "parataxis", "adverbial", "open-complement"):
            start = first_verb(nodes, second)
            past = second.tag == "VBN" and start == second.index and _held_up_a_bank(nodes, first, second)
            if second.index < first.index or nodes[start - 1].pos not in _NAMES:
                continue
            if not past and (second.relation == "open-complement" or not is_finite(nodes, second)):
                continue
            inner = children(nodes, second.index)
            if any(one.relation in ("subject", "mark", "coordinator") or one.tag in JOINING for one in inner):
                continue
            between = nodes[first.index : start]
            if any(node.relation in ("punct", "coordinator") or _opens(node, first) for node in between):
                continue
            noun = subjects[0]
            take_place(nodes, second, first)
            for one in children(nodes, second.index):
                if first.index < one.index < start:
                    one.head = first.index
            first.head, first.relation, first.tag = noun.index, "participle", "VBN"
            second.tag = "VBD" if past else second.tag
            return


def _lost_power_and_crashed(nodes: Sequence[Node]) -> None:
    """No single comma parts a verb from its subject: in "The jet lost power, hit a tree and …" the jet hit it."""
    root = root_of(nodes)
    if (
        root.tag != "VBD"
        or nodes[root.index - 1].text != ","
        or [one.text for one in nodes[: root.index]].count(",") > 1
    ):
        return
    noun = nodes[root.index - 2]
    if noun.relation != "subject" or noun.head != root.index or noun.tag not in ("NN", "NNS"):
        return
    left = [one for one in children(nodes, noun.index) if one.index < noun.index]
    for verb in left:
        doers = [one for one in left if one.relation == "compound" and one.index == verb.index - 1]
        if verb.relation != "amod" or not looks_past(verb) or not doers or doers[0].pos not in _NAMES:
            continue
        doer = doers[0]
        for one in children(nodes, root.index):
            if one.index < doer.index and one is not noun:
                one.head = verb.index
        for one in left:
            if one.index < doer.index:
                one.head = doer.index
        verb.head, verb.relation, verb.tag, verb.pos, verb.lemma = (
            verb.index,
            "root",
            "VBD",
            "VERB",
            plain(verb.text, verb.lemma),
        )
        doer.head, doer.relation, noun.head, noun.relation = verb.index, "subject", verb.index, "object"
        root.head, root.relation = verb.index, "conjunct"
        return


def _held_up_a_bank(nodes: Sequence[Node], first: Node, second: Node) -> bool:
    """A participle has no object: "A man dressed as a clown held up a bank"; what never has one is a past, too."""
    if not looks_past(second) or second.lemma in APPOINTING or first.lower in NEVER_PARTICIPLES:
        return False
    if seldom_has_an_object(first.lemma) or first.lemma in REPORTING:
        return False
    things = any(one.index > second.index for one in children(nodes, second.index, "object"))
    return things or seldom_has_an_object(second.lemma)


def _opens(node: Node, verb: Node) -> bool:
    """The word opens a clause, and is no preposition as in "known as a drifter"."""
    called = node.lower == "as" and node.relation == "case" and verb.lemma in TAKING_AS
    return node.lower in SUBORDINATING and not called


def _second_half_of_a_name(nodes: Sequence[Node]) -> None:
    """In "the party led by Ann Holm lost" the party lost, and Ann Holm is one."""
    for second in nodes[1:]:
        first = nodes[second.index - 1]
        if second.relation != "subject" or second.tag != "NNP" or first.head == second.index:
            continue
        kind = first.tag == "NN" and first.relation == "nominal" and children(nodes, first.index, "determiner")
        if first.pos != "PROPN" and not kind:
            continue
        doers = subjects_before(nodes, nodes[second.head])
        if doers and doers[-1] is second and doers[0] is not second and first.index in subtree(nodes, doers[0].index):
            # "the party led by Ann Holm", "the sinking of the tanker Orel"
            second.head, second.relation = first.index, "flat" if first.pos == "PROPN" else "apposition"


def _but_the_boy_survived(nodes: Sequence[Node]) -> None:
    """No noun is joined to a verb: "Two men died, but the boy survived" has two clauses."""
    for noun in nodes:
        upper = nodes[noun.head]
        if noun.relation != "conjunct" or noun.pos not in _NAMES or upper.pos != "VERB" or upper.tag != "VBD":
            continue
        joint = [one for one in children(nodes, noun.index, "coordinator") if one.index < noun.index]
        for verb in children(nodes, noun.index, "participle"):
            comma = joint and nodes[joint[0].index - 1].text == ","
            past = verb.tag == "VBD" or (comma and verb.tag == "VBN" and not children(nodes, verb.index, "oblique"))
            if joint and past and verb.index == noun.index + 1:
                verb.head, verb.relation, verb.tag = upper.index, "conjunct", "VBD"
                noun.head, noun.relation, joint[0].head = verb.index, "subject", verb.index


def _two_that_act(nodes: Sequence[Node]) -> None:
    """With "and" between them two subjects are one: "The spy and his daughter were found"."""
    for second in nodes:
        if second.relation != "subject":
            continue
        doers = subjects_before(nodes, nodes[second.head])
        if len(doers) != 2 or doers[1] is not second:
            continue
        joint = nodes[phrase_start(nodes, second) - 1]
        if joint.lower not in ("and", "or") or joint.head not in (second.head, second.index):
            continue
        if second.pos == "PRON":
            continue
        if not any(node.tag in FINITE for node in nodes[doers[0].index : second.index]):
            second.head, second.relation, joint.head = doers[0].index, "conjunct", second.index


def _three_that_act(nodes: Sequence[Node]) -> None:
    """Without a comma before the verb "France, Spain and Malta signed" is a list, and none of them another's name."""
    for second in nodes[2:]:
        if second.relation not in ("apposition", "subject") or second.pos != "PROPN":
            continue
        last = [one for one in children(nodes, second.index, "conjunct") if one.index > second.index]
        if not last or not any(one.lower == "and" for one in children(nodes, last[-1].index, "coordinator")):
            continue
        if nodes[phrase_start(nodes, second) - 1].text != ",":
            continue
        first = nodes[second.head]
        if second.relation == "subject":
            first = nodes[max(phrase_start(nodes, second) - 2, 0)]
            while first.relation in ("flat", "compound") and nodes[first.head].index < second.index:
                first = nodes[first.head]
            if first.relation != "other" or first.head != second.head or phrase_start(nodes, first) != 0:
                continue
            verb = nodes[second.head]
        else:
            verb = nodes[first.head]
        end = max(subtree(nodes, last[-1].index)) + 1
        if first.pos != "PROPN" or end >= len(nodes) or end != first_verb(nodes, verb):
            continue
        if second.relation == "subject":
            first.relation = "subject"
        elif first.relation != "subject":
            continue
        for one in (second, *last):
            one.head, one.relation = first.index, "conjunct"


def _and_bore_children(nodes: Sequence[Node]) -> None:
    """A verb goes on with a verb, not with an adverb: "She married twice and bore five children"."""
    for second in nodes:
        adverb = nodes[second.head]
        verb = nodes[adverb.head]
        if second.relation != "conjunct" or second.tag != "VBD" or adverb.relation != "adverb" or verb.tag != "VBD":
            continue
        if not verb.index < adverb.index < second.index or not children(nodes, second.index, "coordinator"):
            continue
        second.head = verb.index
        for noun in children(nodes, verb.index, "oblique"):
            bare = noun.pos == "NOUN" and noun.lemma not in UNITS_OF_TIME and not children(nodes, noun.index, "case")
            if bare and phrase_start(nodes, noun) == second.index + 1:
                noun.head, noun.relation = second.index, "object"


def _object_of_the_second_verb(nodes: Sequence[Node]) -> None:
    """What stands right behind the second verb is its object: "killed twelve people and wounded dozens"."""
    for noun in nodes:
        if noun.relation != "object":
            continue
        second = nodes[phrase_start(nodes, noun) - 1]
        joined = second.relation == "conjunct" and second.head == noun.head and second.pos == "VERB"
        # of "built and repaired roads" both are told
        apart = second.index > noun.head + 2
        if joined and apart and second.index < noun.index and not children(nodes, second.index, "object"):
            noun.head = second.index


def _object_of_the_verb_between(nodes: Sequence[Node]) -> None:
    """Land is surrounded in "the loss of habitat surrounding the land has hurt it", and does not hurt."""
    heads = [node.head for node in nodes if node.relation == "subject"]
    doubled = {head for head in heads if heads.count(head) > 1}
    for verb in nodes:
        subjects = subjects_before(nodes, verb) if verb.index in doubled else []
        if len(subjects) < 2:
            continue
        first, second = subjects[-2:]
        if second.tag in JOINING:
            continue
        before = nodes[phrase_start(nodes, second) - 1]
        if before.pos != "VERB" or before.index < first.index:
            continue
        if before.lemma in REPORTING and before.relation != "relative":
            continue  # "the agency reported prices were rising"
        inside = before.head == verb.index or before.index in subtree(nodes, first.index)
        passive = before.tag == "VBN" and not children(nodes, before.index, "subject", "aux")
        if inside and not passive and not children(nodes, before.index, "object"):
            second.head, second.relation = before.index, "object"


def _phrase_of_the_verb_between(nodes: Sequence[Node]) -> None:
    """A phrase right behind a verb is that verb's: "a system equipped with signals was put in place"."""
    for noun in nodes:
        verb = nodes[noun.head]
        if noun.relation != "oblique" or noun.index > verb.index or not children(nodes, noun.index, "case"):
            continue
        start = phrase_start(nodes, noun)
        before = nodes[start - 1] if start else noun
        inside = before.head == verb.index and before.relation in ("adverbial", "complement", "relative")
        if inside and before.tag in ("VBD", "VBN") and subjects_before(nodes, before):
            noun.head = before.index


def _what_they_said_of_it(nodes: Sequence[Node]) -> None:
    """In "said the bridge, built in 1950, would be replaced" the bridge will be, and nobody said a bridge."""
    for verb in nodes:
        upper = nodes[verb.head]
        if verb.relation not in ("complement", "parataxis") or upper.lemma not in REPORTING:
            continue
        things = [one for one in children(nodes, upper.index, "object") if upper.index < one.index < verb.index]
        below = children(nodes, verb.index)
        if not things or not is_finite(nodes, verb) or nodes[first_verb(nodes, verb) - 1].text != ",":
            continue
        if any(one.relation in ("subject", "mark", "coordinator") or one.tag in JOINING for one in below):
            continue
        things[-1].head, things[-1].relation, verb.relation = verb.index, "subject", "complement"


def _reported_here(nodes: Sequence[Node]) -> None:
    """In "all figures reported here can be checked" nobody reported: what stands before another verb is no clause."""
    for first in nodes:
        verb = nodes[first.head]
        if first.relation != "complement" or first.tag not in ("VBD", "VBN") or first.index > verb.index:
            continue
        nouns = subjects_before(nodes, first)
        below = children(nodes, first.index)
        if not nouns or any(one.relation in (*AUXILIARIES, "mark", "object") or one.tag in JOINING for one in below):
            continue
        if subjects_before(nodes, verb) or not is_finite(nodes, verb) or nodes[first_verb(nodes, verb) - 1].text == ",":
            continue
        if any(node.text in (",", '"') for node in nodes[first.index : first_verb(nodes, verb)]):
            continue
        for one in below:
            if one.index < nouns[0].index:
                one.head = verb.index
        nouns[0].head, first.head, first.relation, first.tag = verb.index, nouns[0].index, "participle", "VBN"


def _joined_to_the_first(nodes: Sequence[Node]) -> None:
    """Before the "and" of a subject stands another: "Heavy spending and a string of bad deals had left her poor"."""
    for verb in nodes:
        if verb.relation != "root" or not is_finite(nodes, verb):
            continue
        subjects = subjects_before(nodes, verb)
        if len(subjects) != 1:
            continue
        second = subjects[0]
        start = phrase_start(nodes, second)
        joint = nodes[start] if nodes[start].relation == "coordinator" else nodes[start - 1] if start else second
        if joint.relation != "coordinator" or joint.lower not in ("and", "or") or joint.index < 1:
            continue
        end = joint.index - 1
        end -= nodes[end].text == ","
        if end < 0 or nodes[end].pos not in _NAMES or any(one.tag in FINITE for one in nodes[: joint.index]):
            continue
        first = nodes[end]
        while first.relation in ("conjunct", "compound", "flat", "nominal") and nodes[first.head].index <= end:
            first = nodes[first.head]
        case = any(one.relation == "case" and one.index < first.index for one in children(nodes, first.index))
        if case or first.head == first.index or first is second or first.pos not in _NAMES:
            continue
        comma = nodes[phrase_start(nodes, first) - 1].text == "," and first.relation in (
            "apposition",
            "oblique",
            "object",
        )
        if not comma and first.relation != "other":
            continue
        first.head, first.relation = verb.index, "subject"
        second.head, second.relation, joint.head = first.index, "conjunct", second.index
