"""
Sentences and parts between semicolons in which no finite verb was found: the one word that can be it is made it.

The tree of such a sentence is wrong at its top, so the words decide: first a noun phrase, then what is said of it, then
the verb with its object or phrase.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline.grammar.mainverb import goes_on_with_work
from timeline.grammar.node import (
    AUXILIARIES,
    IN_FRONT,
    JOINING,
    VERBAL,
    Node,
    apply,
    children,
    is_finite,
    root_of,
)
from timeline.grammar.pasts import looks_past, plain, seldom_has_an_object
from timeline.grammar.words import APPOINTING, CALENDAR, INVARIABLE, NEVER_PARTICIPLES, ONLY_PAST, UNITS_OF_TIME

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "$")
_IN_A_PHRASE = ("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "POS", "HYPH", *_NOUNS)
_OPENS_AN_OBJECT = ("DT", "PRP$", "CD", "PRP", "$", "NNP", "NNPS", "NNS", "NN", "JJ", "JJR")
_WITHIN = ("flat", "compound", "number", "amod", "determiner", "possessive", "nominal")
_SAYS_WHAT_IT_IS = ("called", "dubbed", "named", "titled", "aged", "entitled", "nicknamed", "born")
_OPENS_A_CLAUSE = ("after", "when", "before", "while", "because", "since", "although", "though", "as", "once", "if")


class _Part(NamedTuple):
    """A stretch of the words, the head of its first noun phrase, and where that phrase begins."""

    start: int
    end: int
    first: int
    noun: int


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    if nodes[-1].text == "?" or len(nodes) < 4:
        return
    marks = [node.index for node in nodes if node.text == ";"]
    root = root_of(nodes)
    if not marks and _stands(nodes, root):
        return
    for start, end in zip([0, *(at + 1 for at in marks)], [*marks, len(nodes)], strict=True):
        if nodes[end - 1 if end == len(nodes) else end].text in (".", "!", ";", '"', "''", ")"):
            apply(nodes, partial(_find, start=start, end=end), goes_on_with_work)


def _stands(nodes: Sequence[Node], node: Node) -> bool:
    """A finite verb in no clause that hangs on another."""
    if node.relation in ("relative", "amod", "compound", "participle") or not is_finite(nodes, node):
        return False
    below = children(nodes, node.index)
    upper = nodes[node.head]
    if node.relation == "adverbial" and node.tag == "VBD" and not any(one.relation == "subject" for one in below):
        return False  # "A tanker loaded with crude exploded"
    if node.relation == "conjunct" and upper.pos in ("NOUN", "PROPN") and upper.index < node.index:
        # "snow shut airports and stranded many": of nobody is it told that they stranded
        told = [*below, *children(nodes, upper.index)]
        if not any(one.relation in ("subject", "copula") for one in told):
            return False
    return not any(_joins(one) for one in below)


def _joins(node: Node) -> bool:
    """The word makes a clause part of another; the "to" of an infinitive does not: "The aim was to win"."""
    return (node.relation == "mark" and node.tag != "TO") or node.tag in JOINING


def _find(nodes: Sequence[Node], start: int, end: int) -> None:
    """Make the verb of a part its main one, where it has none."""
    if any(_says(nodes, node, start, end) for node in nodes[start:end]):
        return
    part = _first_phrase(nodes, start, end)
    if part is None:
        return
    verb = _verb(nodes, part)
    if verb is not None:
        _rebuild(nodes, part, verb)


def _says(nodes: Sequence[Node], node: Node, start: int, end: int) -> bool:
    """The node and all above it within the part are in no clause below another."""
    if not (node.pos in VERBAL or node.pos in ("NOUN", "PROPN", "ADJ", "NUM", "PRON")) or not _stands(nodes, node):
        return False
    at = node
    while at.head != at.index:
        upper = nodes[at.head]
        if at.relation in ("relative", "amod", "compound") or (at.relation == "adverbial" and at is not node):
            return False
        if not start <= upper.index < end:
            break
        inner = children(nodes, upper.index)
        joined = any(_joins(one) or (one.tag == "TO" and upper.tag == "VB") for one in inner)
        if joined and upper.pos in VERBAL and at.relation != "parataxis":
            return False
        at = upper
    return True


def _first_phrase(nodes: Sequence[Node], start: int, end: int) -> _Part | None:
    """The first noun phrase that no preposition opens; what a preposition or "after" opens ends at a comma."""
    at = start
    while at < end:
        node = nodes[at]
        adverb = node.tag == "RB" and node.lower != "both"
        if node.text in (",", '"', "``", "(") or node.tag == "CC" or adverb:
            at += 1
        elif node.tag in ("IN", "TO", "WRB", "VBG", "VBN", "RBS") or node.lower in _OPENS_A_CLAUSE:
            comma = next((one.index for one in nodes[at:end] if one.text == ","), None)
            if comma is None:
                return None
            at = comma + 1
            while at + 1 < end and nodes[at].tag == "CD" and nodes[at + 1].text == ",":
                at += 2  # "On May 3, 1990, …"
        elif (last := _phrase_end(nodes, at, end)) is not None and _when(nodes[last]):
            at = last + 1  # "Last month, the firm …"
        else:
            break
    noun = _phrase_end(nodes, at, end)
    return None if noun is None else _Part(start, end, at, noun)


def _when(noun: Node) -> bool:
    return noun.lower in CALENDAR or noun.lemma in (*UNITS_OF_TIME, "time")


def _phrase_end(nodes: Sequence[Node], at: int, end: int) -> int | None:
    """The last noun of the phrase that begins at a word."""
    noun = None
    first = at
    while at < end:
        node = nodes[at]
        inside = node.tag in _IN_A_PHRASE or (node.tag == "VBN" and at == first + 1 and nodes[first].tag == "DT")
        if not inside or (noun is not None and looks_past(node)):
            break
        if node.tag == "VBN" and nodes[at + 1].tag not in ("NN", "NNS"):
            break
        if noun is not None and node.tag in ("DT", "PRP$", "PRP"):
            break
        if node.tag in _NOUNS or (at == first and node.lower in ("both", "many", "several", "most", "few", "all")):
            noun = at
        at += 1
    return noun


def _verb(nodes: Sequence[Node], part: _Part) -> Node | None:
    """The word that can be the verb: the first with an object or of a form that is nothing else, or else the first."""
    likely = None
    commas = 0
    for node in nodes[part.noun + 1 : part.end]:
        commas += node.text == ","
        if not looks_past(node) or not _may_follow(nodes, part, node, commas):
            continue
        rank = _speaks(nodes, node, part.end)
        if rank > 1:
            return node
        likely = likely or (node if rank else None)
    return likely


def _may_follow(nodes: Sequence[Node], part: _Part, node: Node, commas: int) -> bool:
    """The words before the verb can end a noun phrase, and nothing makes it part of another clause."""
    below = children(nodes, node.index)
    if any(one.relation in (*AUXILIARIES, "mark", "subject") and one.index > part.noun for one in below):
        return False
    if any(one.tag in JOINING and one.index < node.index for one in below):
        return False
    at = node.index - 1
    while at > part.noun and nodes[at].tag == "RB":
        at -= 1
    before = nodes[at]
    if before.text == ",":
        return commas > 1
    if before.tag == "CD" and nodes[node.index + 1].tag in ("NN", "NNS"):
        return False  # "with 300 recorded incidents"
    return before.tag in (*_NOUNS, "JJ", "UH") or before.text in ("p.m.", "a.m.", ")", "%")


def _speaks(nodes: Sequence[Node], verb: Node, end: int) -> int:
    """How surely a word is the verb: 3 with an object, 2 by its form, 1 by its meaning, 0 not at all."""
    at = verb.index + 1
    while at < end and nodes[at].tag in ("RB", "RP"):
        at += 1
    if at >= end:
        return 0
    after = nodes[at]
    named = verb.text in _SAYS_WHAT_IT_IS or verb.lemma in APPOINTING
    if named and after.tag in ("NNP", "PRP") and nodes[verb.index - 1].text != ",":
        return 3 if any(node.lower == "as" for node in nodes[at:end]) else 0  # "named Ann Low as her successor"
    if after.lower == "by" or (named and after.tag != "IN"):
        return 0
    sure = verb.tag == "VBD" or verb.text in NEVER_PARTICIPLES
    if after.tag in _OPENS_AN_OBJECT and not _time(nodes, at, end):
        return 0 if after.tag in ("JJ", "JJR") and _phrase_end(nodes, at, end) is None else 3
    if verb.text == "shot" and after.lower == "dead":
        return 3
    if sure or seldom_has_an_object(plain(verb.text, verb.lemma)):
        return 2
    # a noun in small letters with the form of a past, and no article before it
    noun = verb.tag in ("NN", "NNP") or any(one.index < verb.index for one in children(nodes, verb.index, "compound"))
    bare = noun and (verb.text in INVARIABLE or verb.text in ONLY_PAST or verb.text[-2:] == "ed")
    return int(bare or nodes[verb.index - 1].text == ",")


def _time(nodes: Sequence[Node], at: int, end: int) -> bool:
    """A time begins here: "last week", "two years ago", "Monday"."""
    for node in nodes[at : min(at + 4, end)]:
        if node.lower in CALENDAR or node.lemma in UNITS_OF_TIME:
            return True
        if node.tag in ("NN", "NNS", "IN", "."):
            return False
    return False


def _rebuild(nodes: Sequence[Node], part: _Part, verb: Node) -> None:
    """Hang the words of the part on *verb*: the first phrase as its subject, what follows as object and phrases."""
    noun = nodes[part.noun]
    while noun.relation in _WITHIN and part.first <= noun.head < verb.index and noun.head != noun.index:
        noun = nodes[noun.head]
    inside = range(part.start, part.end)
    loose = [node for node in nodes[part.start : part.end] if node.head == node.index or node.head not in inside]
    top = next((node for node in nodes if node.head == node.index and node.index not in inside), None)
    _leave_to_the_phrase(nodes, verb, noun)
    moved = [node for node in loose if node is not verb and node is not noun]
    for node in nodes[part.start : part.end]:
        across = (node.index < verb.index) != (node.head < verb.index)
        if node is not verb and node is not noun and (across or node.head == verb.index) and node not in moved:
            moved.append(node)
    verb.head, verb.relation = (verb.index, "root") if top is None else (top.index, "parataxis")
    verb.lemma = plain(verb.text, verb.lemma)
    verb.tag, verb.pos = "VBD", "VERB"
    noun.head, noun.relation = verb.index, "subject"
    if noun.tag not in _NOUNS:
        noun.pos = "PRON"
    for node in moved:
        if node.index < verb.index:
            _left(nodes, node, verb, noun)
        else:
            _right(nodes, node, verb)
    _object(nodes, verb, part.end)


def _leave_to_the_phrase(nodes: Sequence[Node], verb: Node, noun: Node) -> None:
    """In "broke out in the kitchen spread" the kitchen takes the place of the spread."""
    last = nodes[verb.index - 1]
    if last is noun or last.head != verb.index or last.pos not in ("NOUN", "PROPN"):
        return
    upper = nodes[verb.head]
    inside = noun.index <= upper.index < verb.index
    for one in children(nodes, verb.index):
        if noun.index < one.index < last.index:
            one.head = last.index
    if inside:
        last.head, last.relation = upper.index, verb.relation
    else:
        last.relation = "oblique"


def _left(nodes: Sequence[Node], node: Node, verb: Node, noun: Node) -> None:
    """A word before the verb that hung on something behind it."""
    case = any(one.relation == "case" and one.index < node.index for one in children(nodes, node.index))
    node.head = verb.index
    if node.index < noun.index:
        if node.relation in IN_FRONT and not case and nodes[node.index + 1].text != ",":
            node.head = noun.index
        elif case:
            node.relation = "oblique"
        elif node.pos in VERBAL:
            node.relation = "adverbial"
        return
    if node.relation == "punct":
        return
    if case:
        when = node.lower in CALENDAR
        node.head, node.relation = (verb.index, "oblique") if when else (noun.index, "nominal")
    elif node.pos in VERBAL:
        node.head = noun.index
        node.relation = "relative" if is_finite(nodes, node) else "participle"
    elif node.pos in ("NOUN", "PROPN"):
        node.head, node.relation = noun.index, "apposition"
    elif node.relation != "adverb":
        node.relation = "oblique" if node.pos == "NUM" else "other"


def _right(nodes: Sequence[Node], node: Node, verb: Node) -> None:
    """A word behind the verb that hung on something before it."""
    case = any(one.relation == "case" and one.index < node.index for one in children(nodes, node.index))
    node.head = verb.index
    if case:
        node.relation = "oblique"
    elif node.relation in ("subject", "root", "nominal", "apposition", "amod", "compound", "flat"):
        node.relation = "oblique" if node.lower in CALENDAR or node.lemma in UNITS_OF_TIME else "other"
        if node.pos == "ADJ" and nodes[node.index - 1].pos in ("NOUN", "PROPN") and node.index > verb.index + 1:
            node.head, node.relation = nodes[node.index - 1].index, "amod"
    elif node.relation == "relative":
        node.relation = "adverbial"


def _object(nodes: Sequence[Node], verb: Node, end: int) -> None:
    """The phrase right behind the verb is its object."""
    at = verb.index + 1
    while (at < end and nodes[at].tag in ("RB", "RP")) or (nodes[at].lower == "dead" and verb.text == "shot"):
        at += 1
    last = _phrase_end(nodes, at, end) if nodes[at].tag in _OPENS_AN_OBJECT and not _time(nodes, at, end) else None
    if last is None:
        return
    thing = nodes[last]
    while verb.index < thing.head < end and nodes[thing.head].pos not in VERBAL:
        beside = thing.relation == "apposition" and all(node.text != "," for node in nodes[thing.head : thing.index])
        if not beside and thing.relation not in (*_WITHIN, "other"):
            break
        thing = nodes[thing.head]
    if thing.relation in ("oblique", "object") and thing.head != verb.index:
        return
    thing.head, thing.relation = verb.index, "object"
    for second in children(nodes, thing.index, "conjunct"):
        if second.tag == "VBD":
            second.head = verb.index
            _object_of_the_second(nodes, second, thing)


def _object_of_the_second(nodes: Sequence[Node], second: Node, thing: Node) -> None:
    """What stands right behind a second verb is no part of the first one's object: "sacked Low and hired Ann Holm"."""
    names = [one for one in children(nodes, thing.index, "apposition", "nominal", "other") if one.index > second.index]
    if not names or names[0].index != second.index + 1:
        return
    names[0].head, names[0].relation = second.index, "object"
    for name in names[1:]:
        if name.index == names[0].index + 1 and name.tag == "NNP":
            name.head, name.relation = names[0].index, "flat"
    if thing.tag not in _NOUNS:
        thing.tag, thing.pos = "NN", "NOUN"
