"""A sentence says something: where no finite verb was found, the one word that can be it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import (
    AUXILIARIES,
    FINITE,
    IN_FRONT,
    JOINING,
    VERBAL,
    Node,
    apply,
    children,
    is_finite,
    root_of,
    subtree,
)
from timeline.grammar.words import (
    CALENDAR,
    INTRANSITIVE,
    INVARIABLE,
    NEVER_PARTICIPLES,
    ONLY_PAST,
    PROMPTING,
    SELDOM_TRANSITIVE,
    UNITS_OF_TIME,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("NOUN", "PROPN", "PRON")
_OPENS_A_PHRASE = ("DT", "PRP$", "CD", "PDT")
_MANY = ("many", "several", "more", "most", "such", "other", "some", "its", "their", "his", "her")
_BEHIND = ("participle", "relative", "conjunct", "parataxis", "other")
_LIKE_NOUNS = ("fell", "left", "rose", "saw")
_TAKES = ("object", "complement", "open-complement")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    if nodes[-1].text == "?" or not any(node.tag[0] in "VJN" for node in nodes):
        return
    apply(
        nodes,
        _past_before_a_phrase,
        _plain_past,
        _nouns_have_no_object,
        _verb_in_a_name,
        _plans_to,
        goes_on_with_work,
        _past_under_its_object,
        _past_after_a_comma,
        _past_behind_its_subject,
    )


def _bare_noun(nodes: Sequence[Node], root: Node) -> bool:
    """The root says nothing: a noun with no subject, no copula and no preposition before it."""
    below = children(nodes, root.index)
    stands = any(one.relation in ("subject", "expletive", *AUXILIARIES) for one in below)
    under = any(one.relation == "case" and one.tag != "POS" and one.index < root.index for one in below)
    return root.pos in _NAMES and not stands and not under


def _ends(nodes: Sequence[Node]) -> bool:
    """The words are a sentence, and no heading: a full stop ends them."""
    last = [node for node in nodes if node.text not in ('"', "''", "'", ")")]
    return bool(last) and last[-1].text[-1] in ".!;:"


def _split(nodes: Sequence[Node], verb: Node, noun: Node, subject: Node, tag: str) -> None:
    """*verb* takes the place of *noun*, its object; what stands before *subject* in the phrase is the subject's."""
    for one in children(nodes, noun.index):
        if one.index < subject.index and (one.relation in IN_FRONT):
            one.head = subject.index
            continue
        aside = one.relation in ("punct", "adverbial", "parataxis")
        if one is not verb and (one.index < verb.index or aside or one.tag in FINITE):
            one.head = verb.index
    root = noun.head == noun.index
    verb.head, verb.relation = (verb.index, "root") if root else (noun.head, noun.relation)
    verb.tag, verb.pos = tag, "VERB"
    noun.head, noun.relation = verb.index, "object"
    subject.head, subject.relation = verb.index, "subject"


def _past_before_a_phrase(nodes: Sequence[Node]) -> None:
    """No adjective stands before "the", "many" or "300": "The new offer surprised many analysts"."""
    noun = root_of(nodes)
    if not _bare_noun(nodes, noun):
        return
    for verb in children(nodes, noun.index, "amod", "compound"):
        if not 0 < verb.index < noun.index or not verb.text.islower():
            continue
        subject, after = nodes[verb.index - 1], nodes[verb.index + 1]
        opens = after.head == noun.index and (after.tag in _OPENS_A_PHRASE or after.lower in _MANY)
        past = verb.tag == "VBD" or verb.lower in NEVER_PARTICIPLES or (opens and verb.text[-2:] == "ed")
        inside = subject.head in (noun.index, verb.index) or subject.index in subtree(nodes, noun.index)
        if past and inside and subject.pos in _NAMES and subject.relation != "case":
            _split(nodes, verb, noun, subject, "VBD")
            return


def _plain_past(nodes: Sequence[Node]) -> None:
    """With its full stop "The dam burst at dawn." is a sentence, and a burst of dams is none."""
    root = root_of(nodes)
    if root.lower not in (*INVARIABLE, *_LIKE_NOUNS) or root.tag not in ("NN", "VB", "JJ", "VBN") or not _ends(nodes):
        return
    subject = nodes[root.index - 1]
    if subject.head != root.index or subject.relation not in ("compound", "amod") or subject.tag == "POS":
        return
    if subject.pos not in _NAMES and root.lower not in _LIKE_NOUNS:
        return
    if any(node.tag in FINITE for node in nodes) or children(nodes, root.index, "case"):
        return
    root.tag, root.pos, subject.relation = "VBD", "VERB", "subject"
    for one in children(nodes, root.index):
        if one.index < subject.index and one.relation in IN_FRONT:
            one.head = subject.index
        elif one.relation == "nominal":
            one.relation = "oblique"


def _nouns_have_no_object(nodes: Sequence[Node]) -> None:
    """In "Each share entitles its holder to a vote" the plural has an object, so it is none."""
    verb = root_of(nodes)
    subject = nodes[verb.index - 1]
    if verb.tag != "NNS" or not _bare_noun(nodes, verb) or not verb.text.islower() or verb.index == 0:
        return
    if subject.head != verb.index or subject.relation not in ("compound", "amod") or subject.tag in ("NNS", "POS"):
        return
    if any(one.index > verb.index for one in children(nodes, verb.index, "object")):
        verb.tag, verb.pos = "VBZ", "VERB"
        subject.relation, subject.pos = "subject", "NOUN" if subject.pos == "ADJ" else subject.pos
        for one in children(nodes, verb.index):
            if one.index < subject.index and one.relation in IN_FRONT:
                one.head = subject.index


def _verb_in_a_name(nodes: Sequence[Node]) -> None:
    """A verb in small letters with an object is no part of a name: "Dow Jones publishes a paper"."""
    root = root_of(nodes)
    if root.pos != "PROPN" or not _bare_noun(nodes, root):
        return
    for verb in children(nodes, root.index, "flat", "compound"):
        things = children(nodes, verb.index, "object", "complement", "open-complement")
        if verb.tag in ("VBZ", "VBD") and verb.text.islower() and verb.index > root.index and things:
            _put_on_top(nodes, verb, root, verb.tag)
            return


def _plans_to(nodes: Sequence[Node]) -> None:
    """In "The league plans to hold talks." the last noun before "to" is a verb: the sentence has no other."""
    verb = root_of(nodes)
    subject = nodes[verb.index - 1]
    if verb.tag != "NNS" or not _bare_noun(nodes, verb) or not verb.text.islower() or not _ends(nodes):
        return
    infinitive = [one for one in children(nodes, verb.index, "participle") if one.tag == "VB"]
    if not infinitive or nodes[verb.index + 1].tag != "TO" or verb.index == 0:
        return
    if subject.head != verb.index or subject.relation != "compound" or subject.tag not in ("NN", "NNP"):
        return
    if any(node.tag in FINITE and node.relation not in ("relative", "adverbial") for node in nodes):
        return
    verb.tag, verb.pos, subject.relation, infinitive[0].relation = "VBZ", "VERB", "subject", "open-complement"
    for one in children(nodes, verb.index):
        if one.index < subject.index and one.relation in IN_FRONT:
            one.head = subject.index
        elif one.relation == "nominal":
            one.relation = "oblique"


def goes_on_with_work(nodes: Sequence[Node]) -> None:
    """After "and" a second verb, not a bare noun: "returned to the plant and resumed work"."""
    for verb in nodes:
        noun = nodes[verb.head]
        upper = nodes[noun.head]
        if verb.tag == "VBN" and verb.relation == "conjunct" and verb.index + 1 < len(nodes):
            _met_refugees(nodes, verb, noun)
        if verb.relation == "amod" and noun.relation == "conjunct" and verb.lower in PROMPTING:
            _prompted_visits(nodes, verb, noun)
        if verb.tag != "VBN" or verb.relation != "amod" or verb.index + 1 != noun.index or verb.index == 0:
            continue
        if noun.relation != "oblique" or upper.index > verb.index or upper.tag != "VBD":
            continue
        below = children(nodes, noun.index)
        if nodes[verb.index - 1].relation != "coordinator" or any(one.relation == "case" for one in below):
            continue
        if noun.lower in CALENDAR or noun.lemma in UNITS_OF_TIME:
            continue
        verb.head, verb.relation, verb.tag, verb.pos = upper.index, "conjunct", "VBD", "VERB"
        nodes[verb.index - 1].head = verb.index
        noun.head, noun.relation = verb.index, "object"


def _prompted_visits(nodes: Sequence[Node], verb: Node, noun: Node) -> None:
    """Verbs that are hardly ever adjectives, right behind "and": "closed schools and prompted visits"."""
    first = nodes[noun.head]
    upper = nodes[first.head]
    joint = nodes[verb.index - 1]
    if first.relation != "object" or upper.pos != "VERB" or joint.relation != "coordinator" or joint.head < verb.index:
        return
    if upper.tag == "VBD" and noun.index > verb.index > first.index and not children(nodes, noun.index, "determiner"):
        verb.head, verb.relation, verb.tag, verb.pos = upper.index, "conjunct", "VBD", "VERB"
        joint.head, noun.head, noun.relation = verb.index, verb.index, "object"


def _met_refugees(nodes: Sequence[Node], verb: Node, upper: Node) -> None:
    """A second verb with a noun behind it, both as conjuncts of a noun: "saw the camp and met refugees"."""
    noun, governor = nodes[verb.index + 1], nodes[upper.head]
    own = any(one.relation == "coordinator" and one.index == verb.index - 1 for one in children(nodes, verb.index))
    if noun.relation != "conjunct" or noun.head != upper.index or noun.tag not in ("NNS", "NNP") or not own:
        return
    if governor.tag == "VBD" and upper.relation in ("object", "oblique") and governor.index < upper.index:
        verb.head, verb.tag, noun.head, noun.relation = governor.index, "VBD", verb.index, "object"


def _past_under_its_object(nodes: Sequence[Node]) -> None:
    """A noun with a subject and no copula has a verb before it: "police fired tear gas"."""
    noun = root_of(nodes)
    below = children(nodes, noun.index)
    taken = {"VBP": "NN", "VBZ": "NNS"}.get(noun.tag)  # for a verb, for the subject's sake
    if not (taken or noun.pos in _NAMES) or any(one.relation in AUXILIARIES for one in below):
        return
    for verb in below:
        if verb.tag != "VBD" or verb.relation not in ("amod", "compound") or verb.index > noun.index:
            continue
        subjects = [one for one in below if one.relation == "subject" and one.index < verb.index]
        if not subjects:
            continue
        for one in below:
            if one is not verb and (
                one.index < verb.index or one.relation in ("punct", "conjunct") or one.tag in FINITE
            ):
                one.head = verb.index
        verb.head, verb.relation, noun.head, noun.relation = verb.index, "root", verb.index, "object"
        noun.tag, noun.pos = taken or noun.tag, "NOUN" if taken else noun.pos
        return


def _past_after_a_comma(nodes: Sequence[Node]) -> None:
    """A second object after a comma has a verb: "entered the village, burned houses"; so has a sentence without one."""
    root = root_of(nodes)
    silent = _bare_noun(nodes, root) and _ends(nodes) and not any(node.tag in FINITE for node in nodes)
    for verb in nodes[1:]:
        noun = nodes[verb.head]
        if verb.tag != "VBN" or verb.relation != "amod" or verb.index + 1 != noun.index or noun.tag != "NNS":
            continue
        if nodes[verb.index - 1].text != "," or children(nodes, noun.index, "case", "determiner"):
            continue
        upper = nodes[noun.head]
        if noun.relation == "object" and upper.tag == "VBD" and children(nodes, upper.index, "object")[0] is not noun:
            verb.head, verb.relation = upper.index, "conjunct"
        elif silent and noun.relation in ("conjunct", "apposition") and verb.index > root.index + 2:
            _put_on_top(nodes, verb, root, "VBD")
        else:
            continue
        verb.tag, verb.pos, noun.head, noun.relation = "VBD", "VERB", verb.index, "object"
        return


def _past_behind_its_subject(nodes: Sequence[Node]) -> None:
    """In "Numerous peoples occupied Alaska." the participle is the sentence's verb, for it has no other."""
    root = root_of(nodes)
    if not _bare_noun(nodes, root) or not _ends(nodes) or len(nodes) < 4:
        return
    top = [node for node in nodes if is_finite(nodes, node) and _says_the_sentence(nodes, node, root)]
    if top:
        return
    inside = set(subtree(nodes, root.index))
    found = [
        node
        for node in nodes[root.index + 1 :]
        if node.index in inside and node.relation in _BEHIND and _may_be_past(nodes, node)
    ]
    found = [node for node in found if nodes[node.head].index < node.index and _hangs_in_the_phrase(nodes, node, root)]
    if not found:
        return
    verb = found[0]
    if nodes[verb.index - 1].text == ",":
        later = [node for node in found[1:] if nodes[node.index - 1].text == "," and not _by(nodes, node)]
        if not later and (nodes[verb.head] is root and verb.index == root.index + 2):
            return  # "The company, founded in 1920 by two brothers."
        verb = later[0] if later else verb
    if _by(nodes, verb) or not (_speaks(nodes, verb) or verb is not found[0]):
        return
    _put_on_top(nodes, verb, root, "VBD")


def _says_the_sentence(nodes: Sequence[Node], node: Node, root: Node) -> bool:
    """A finite verb that is in no clause below another word."""
    below = children(nodes, node.index)
    if node.relation in ("relative", "adverbial") or any(one.relation == "mark" or one.tag in JOINING for one in below):
        return False
    upper = nodes[node.head]
    return node is root or upper is root or upper.pos not in VERBAL


def _may_be_past(nodes: Sequence[Node], node: Node) -> bool:
    """A participle that looks like the past tense, with nothing that would make it something else."""
    alike = node.lower.endswith("ed") or node.tag == "VBD" or node.lower in (*INVARIABLE, *ONLY_PAST)
    below = children(nodes, node.index)
    other = any(one.relation in (*AUXILIARIES, "subject", "mark", "coordinator") or one.tag in JOINING for one in below)
    return node.tag in ("VBN", "VBD") and alike and not other


def _hangs_in_the_phrase(nodes: Sequence[Node], node: Node, root: Node) -> bool:
    """Between the verb and the root stand only nouns of one phrase, or a participle before a comma."""
    at = nodes[node.head]
    while at is not root:
        if at.pos not in _NAMES and at.tag != "VBN":
            return False
        at = nodes[at.head]
    return True


def _by(nodes: Sequence[Node], verb: Node) -> bool:
    """Somebody else did it: "founded by two brothers"."""
    return any(
        case.lower == "by"
        for one in children(nodes, verb.index, "oblique")
        for case in children(nodes, one.index, "case")
        if case.index > verb.index
    )


def _speaks(nodes: Sequence[Node], verb: Node) -> bool:
    """The verb has what only an active one has: an object or a clause, or it never has one."""
    if verb.lemma in INTRANSITIVE or verb.lemma in SELDOM_TRANSITIVE or verb.tag == "VBD":
        return True
    if verb.relation in ("conjunct", "parataxis") and nodes[verb.index - 1].text == ",":
        return True
    below = [one for one in children(nodes, verb.index, *_TAKES) if one.index > verb.index]
    return any(one.tag != "JJ" and one.lower not in CALENDAR and one.lemma not in UNITS_OF_TIME for one in below)


def _put_on_top(nodes: Sequence[Node], verb: Node, root: Node, tag: str) -> None:
    """*verb* is the main one, *root* with its phrase its subject."""
    behind = [one for one in children(nodes, root.index) if one.index > verb.index]
    verb.head, verb.relation, verb.tag, verb.pos = verb.index, "root", tag, "VERB"
    root.head, root.relation = verb.index, "subject"
    for one in behind:
        one.head = verb.index
    for one in nodes:
        if one.head == root.index and one.relation == "oblique" and one.index < root.index:
            one.head = verb.index
