"""Words taken for another part of speech, where the words around them leave no doubt."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.grammar.node import AUXILIARIES, VERBAL, Node, apply, children, take_place
from timeline.grammar.pasts import plain
from timeline.grammar.words import (
    APPOINTING,
    CALENDAR,
    COPULAR,
    INVARIABLE,
    MONTHS,
    NEVER_VERBS,
    ONLY_PAST,
    SAYING_WHAT,
    UNITS_OF_TIME,
    WITH_A_SUM,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUN_ENDS = ("one", "body", "thing", "self", "selves", "none", "other", "others", "ones", "ours", "what", "who")
_COUNTED = ("later", "earlier", "ago")
_OWN = ("first", "last", "final", "own", "only")
_IN_THE_PAST = ("on", "in")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _nouns_are_no_pronouns,
        _the_first_of_his_name,
        _never_verbs,
        _nouns_are_no_marks,
        _a_win,
        _names_in_two,
        _her_own,
        _whom_they_met,
        _so_called,
        _particle_before_its_object,
        _elected_president,
        _verb_before_its_object,
        _pasts_taken_for_presents,
        _names_are_no_adverbs,
        _claimed_victory,
        _fined_ann_a_pound,
    )


def _particle_before_its_object(nodes: Sequence[Node]) -> None:
    """In "called off the search" *off* belongs to the verb, as its tag has it, and the search is the object."""
    for verb, node in pairwise(nodes):
        noun = nodes[node.head]
        split = node.tag == "RP" and node.relation == "case" and verb.pos == "VERB"
        if split and noun.head == verb.index and noun.relation == "oblique":
            node.head, node.relation, noun.relation = verb.index, "particle", "object"


def _nouns_are_no_pronouns(nodes: Sequence[Node]) -> None:
    """Pronouns are few, and all known: in "its chief executive resigned" there is a noun."""
    for node in nodes:
        if node.tag in ("NN", "NNS") and node.pos == "PRON" and not node.lower.endswith(_PRONOUN_ENDS):
            node.pos = "NOUN"
        elif node.tag == "JJ" and children(nodes, node.index, "possessive") and node.pos in ("PRON", "ADJ"):
            node.pos, node.tag = "NOUN", "NN"


def _the_first_of_his_name(nodes: Sequence[Node]) -> None:
    """Right behind a name that is the subject, "I" is its number: "King Arnth I built the walls"."""
    for name, node in pairwise(nodes):
        if node.text != "I" or node.relation != "subject" or name.tag != "NNP":
            continue
        first = nodes[name.head] if name.relation == "flat" else name
        if first.relation == "subject" and first.head == node.head:
            node.pos, node.tag, node.head, node.relation = "PROPN", "NNP", first.index, "flat"


def _never_verbs(nodes: Sequence[Node]) -> None:
    """In "was struck by lightning" the lightning is a noun."""
    for node in nodes:
        if node.lower not in NEVER_VERBS or node.tag not in ("VBG", "VB", "VBP"):
            continue
        node.tag, node.pos, node.lemma = "NN", "NOUN", node.lower
        node.relation = {"adverbial": "oblique", "participle": "nominal"}.get(node.relation, node.relation)
        for one in children(nodes, node.index, "mark"):
            one.relation = "case"


def _nouns_are_no_marks(nodes: Sequence[Node]) -> None:
    """A name is no punctuation, though it ends in a full stop: "Holm Inc., a maker of toys, filed"."""
    for node in nodes:
        if node.relation == "punct" and node.pos in ("NOUN", "PROPN") and node.text[0].isalpha():
            node.relation = "other"


def _a_win(nodes: Sequence[Node]) -> None:
    """Behind an article no plain verb: in "sealed a 2-0 win" the win is what they sealed."""
    for node in nodes:
        if node.tag not in ("VB", "VBP") or node.relation not in ("oblique", "object", "nominal", "other"):
            continue
        below = children(nodes, node.index)
        if not any(one.relation == "determiner" and one.tag == "DT" and one.index < node.index for one in below):
            continue
        if any(one.relation in (*AUXILIARIES, "subject", "mark", "object") for one in below):
            continue
        verb = nodes[node.head]
        node.tag, node.pos, node.lemma = "NN", "NOUN", node.lower
        bare = not any(one.relation == "case" and one.index < node.index for one in below)
        if node.relation in ("oblique", "other") and bare and verb.tag == "VBD" and verb.index < node.index:
            node.relation = "oblique" if children(nodes, verb.index, "object") else "object"


def _names_in_two(nodes: Sequence[Node]) -> None:
    """Two names side by side that hang alike are one: "in Lower Merrin"."""
    for first, second in pairwise(nodes):
        alike = first.head == second.head and first.relation == second.relation in ("oblique", "nominal")
        names = first.tag == second.tag == "NNP" and first.lower not in CALENDAR and second.lower not in CALENDAR
        if not alike or not names or children(nodes, second.index, "case"):
            continue
        for one in children(nodes, first.index):
            one.head = second.index
        first.head, first.relation = second.index, "compound"


def _her_own(nodes: Sequence[Node]) -> None:
    """In "gave her last concert" the concert was hers: one is given "a last concert"."""
    for node in nodes[:-1]:
        if node.lower != "her" or node.relation != "indirect" or nodes[node.index + 1].lower not in _OWN:
            continue
        noun = nodes[nodes[node.index + 1].head]
        if noun.relation == "object" and noun.head == node.head and noun.tag == "NN":
            node.head, node.relation, node.tag = noun.index, "possessive", "PRP$"


def _whom_they_met(nodes: Sequence[Node]) -> None:
    """In "the envoy, whom they had met" the clause is about the envoy, and *whom* is its object."""
    for word in nodes:
        if word.tag not in ("WP", "WDT") or word.relation != "apposition":
            continue
        verbs = children(nodes, word.index, "relative")
        if not verbs:
            continue
        subject = any(one.index > word.index for one in children(nodes, verbs[0].index, "subject"))
        verbs[0].head = word.head
        word.head, word.relation = verbs[0].index, "object" if subject else "subject"


def _so_called(nodes: Sequence[Node]) -> None:
    """In "a cloud called a plume" the cloud calls nobody: right behind the noun, with a name and no subject."""
    for noun, verb in pairwise(nodes):
        if verb.tag != "VBD" or verb.lower not in ("called", "named", "dubbed", "titled"):
            continue
        hangs = verb.relation in ("participle", "adverbial") and verb.head != verb.index
        below = children(nodes, verb.index)
        name = any(one.relation == "open-complement" and one.index > verb.index for one in below)
        if hangs and name and noun.pos == "NOUN" and not any(one.relation == "subject" for one in below):
            verb.tag, verb.relation, verb.head = "VBN", "participle", noun.index


def _elected_president(nodes: Sequence[Node]) -> None:
    """In "was elected president" somebody was elected: no article stands before the noun."""
    for verb in nodes:
        noun = nodes[verb.head]
        if verb.tag != "VBN" or verb.relation != "amod" or noun.tag != "NN" or verb.index + 1 != noun.index:
            continue
        below = children(nodes, noun.index)
        be = [one for one in below if one.relation == "copula" and one.index < verb.index]
        subject = [one for one in below if one.relation == "subject" and one.index < verb.index]
        if not be or not subject or any(one.relation in ("determiner", "possessive") for one in below):
            continue
        behind = [
            one for one in below if one.index > noun.index and one.relation in ("nominal", "conjunct", "apposition")
        ]
        take_place(nodes, verb, noun)
        noun.relation = "open-complement"
        verb.pos, be[-1].relation = "VERB", "passive-aux"
        for one in behind:
            one.head = noun.index


def _verb_before_its_object(nodes: Sequence[Node]) -> None:
    """In "the president dissolved parliament" parliament is no verb: a president would "parliaments"."""
    for verb in nodes:
        noun = nodes[verb.head]
        if verb.tag not in ("VBN", "VBD") or verb.relation != "amod" or verb.index + 1 != noun.index:
            continue
        if noun.tag not in ("VBP", "VB") or any(one.relation in AUXILIARIES for one in children(nodes, noun.index)):
            continue
        subjects = [one for one in children(nodes, noun.index, "subject") if one.index < verb.index]
        if not subjects or subjects[-1].tag not in ("NN", "NNP") or children(nodes, subjects[-1].index, "conjunct"):
            continue
        take_place(nodes, verb, noun)
        verb.tag, verb.pos = "VBD", "VERB"
        noun.tag, noun.pos, noun.lemma, noun.relation = "NN", "NOUN", noun.lower, "object"


def _names_are_no_adverbs(nodes: Sequence[Node]) -> None:
    """A name in front of its verb acts: "Veld, a pacifist, refused"."""
    for name in nodes:
        if name.relation != "adverb":
            continue
        titled = name.index > 0 and nodes[name.index - 1].head == name.index and nodes[name.index - 1].tag == "NNP"
        if name.tag == "RB" and name.text[0].isupper() and titled:
            name.tag, name.pos = "NNP", "PROPN"  # "Mr. Waverly said"
        verb = nodes[name.head]
        if name.tag != "NNP" or verb.index < name.index or name.lower in CALENDAR:
            continue
        below = children(nodes, name.index)
        told = any(one.relation in ("subject", "expletive") for one in children(nodes, verb.index))
        if verb.pos not in VERBAL or told or any(one.relation == "case" for one in below):
            continue
        name.relation = "subject"
        for one in below:
            if one.relation == "conjunct" and not children(nodes, one.index, "coordinator"):
                one.relation = "apposition"


def _claimed_victory(nodes: Sequence[Node]) -> None:
    """A noun right behind a verb is what it does something to, if the verb does not say what somebody is."""
    for verb, noun in pairwise(nodes):
        if noun.relation != "open-complement" or noun.tag not in ("NN", "NNS") or noun.head != verb.index:
            continue
        if verb.tag != "VBD" or verb.lemma in SAYING_WHAT or verb.lemma in APPOINTING or verb.lemma in COPULAR:
            continue
        if not children(nodes, noun.index) and not children(nodes, verb.index, "object", *AUXILIARIES):
            noun.relation = "object"


def _fined_ann_a_pound(nodes: Sequence[Node]) -> None:
    """A name before a sum is who has to pay it or is paid: "fined Dunn 500 pounds", "paid Acme $3 million"."""
    for name in nodes[1:-1]:
        sum_ = nodes[name.head]
        verb = nodes[name.index - 1]
        if name.tag != "NNP" or name.relation != "compound" or verb.lemma not in WITH_A_SUM or verb.pos != "VERB":
            continue
        counted = nodes[name.index + 1].tag in ("CD", "$") and name.text.upper() not in ("US", "U.S.", "C", "A")
        if counted and sum_.relation == "object" and sum_.head == verb.index:
            name.head, name.relation = verb.index, "object"


def _pasts_taken_for_presents(nodes: Sequence[Node]) -> None:
    """With a day of the calendar those who "shut down the reactor on 12 March" did so in the past."""
    for node in nodes:
        if node.tag != "VBP" or node.pos not in ("VERB", "AUX"):
            continue
        below = children(nodes, node.index)
        if any(one.relation in AUXILIARIES for one in below) or node.lower in ("set", "put"):
            continue
        told = node.lower in ONLY_PAST or (node.lower in INVARIABLE and _dated(nodes, node, below))
        if told and any(one.relation == "subject" and one.index < node.index for one in below):
            node.tag, node.pos, node.lemma = "VBD", "VERB", plain(node.text, node.lemma)


def _dated(nodes: Sequence[Node], node: Node, below: Sequence[Node]) -> bool:
    """A phrase with "on" or "in" and a month hangs from the verb or its object; or it is "three days later"."""
    if any(one.lemma in UNITS_OF_TIME and other.lower in _COUNTED for one, other in pairwise(nodes)):
        return True
    things = [node.index, *(one.index for one in below if one.relation == "object")]
    for at in things:
        for one in children(nodes, at):
            words = {one.lower, *(kid.lower for kid in children(nodes, one.index))}
            before = nodes[one.index - 1].lower if one.index else ""
            if one.index > node.index and words & MONTHS and (before in _IN_THE_PAST or words & set(_IN_THE_PAST)):
                return True
    return False
