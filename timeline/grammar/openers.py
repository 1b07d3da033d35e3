"""Small words that open more than the parser saw: "after" a whole clause, "which" with a time, "worth" a price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import (
    AUXILIARIES,
    JOINING,
    VERBAL,
    Node,
    apply,
    children,
    is_finite,
    root_of,
    subtree,
)
from timeline.grammar.words import INTRANSITIVE, SELDOM_TRANSITIVE, UNITS_OF_TIME

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHEN = ("after", "before", "until", "till", "since", "once", "as")
_NAMES = ("NOUN", "PROPN", "PRON")
_LEFT = ("determiner", "amod", "compound", "possessive", "number")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _off_the_coast,
        _second_object_after_or,
        _so_much,
        _worth_so_much,
        _which_last_year,
        _clause_behind_when,
        _clause_before_when,
        _whose_clause,
        _whose_premiere,
        _asked_about_it,
    )


def _off_the_coast(nodes: Sequence[Node]) -> None:
    """With a verb that has no object the small word is a preposition: "sank off Malta"."""
    for word in nodes[:-1]:
        verb = nodes[word.head]
        if word.relation != "particle" or not (verb.lemma in INTRANSITIVE or verb.lemma in SELDOM_TRANSITIVE):
            continue
        things = [one for one in children(nodes, verb.index, "object") if one.index > word.index]
        if things and min(at for at in subtree(nodes, things[0].index)) == word.index + 1:
            word.head, word.relation, things[0].relation = things[0].index, "case", "oblique"


def _second_object_after_or(nodes: Sequence[Node]) -> None:
    """In "earned $3 million, or 20 cents a share" one sum was earned, told twice."""
    for second in nodes:
        if second.relation != "object":
            continue
        things = children(nodes, second.head, "object")
        if len(things) < 2 or things[-1] is not second:
            continue
        start = min(at for at in subtree(nodes, second.index) if nodes[at].relation != "punct")
        if nodes[start].relation == "coordinator" and things[0].index < start:
            second.head, second.relation = things[0].index, "conjunct"


def _so_much(nodes: Sequence[Node]) -> None:
    """In "hurt more than 500" and "owns about 9%" people were hurt and a share is owned."""
    for noun in nodes:
        verb = nodes[noun.head]
        if noun.relation != "oblique" or verb.pos != "VERB" or noun.index < verb.index:
            continue
        below = children(nodes, noun.index)
        case = [one for one in below if one.relation == "case" and one.index < noun.index]
        if len(case) != 1 or case[0].lower not in ("than", "about", "nearly", "almost"):
            continue
        counted = nodes[case[0].index + 1].tag in ("CD", "$")
        first = case[0].index - 1 if case[0].lower == "than" else case[0].index
        if counted and first == verb.index + 1 and not children(nodes, verb.index, "object", "passive-aux"):
            noun.relation, case[0].relation = "object", "adverb"


def _worth_so_much(nodes: Sequence[Node]) -> None:
    """In "signed a deal worth $3 million" the deal was signed."""
    for worth in nodes[1:]:
        if worth.lower != "worth":
            continue
        if worth.relation == "root":
            _stole_paintings_worth(nodes, worth)
        noun, sum_ = nodes[worth.index - 1], nodes[worth.head]
        if sum_.index < worth.index or noun.pos not in _NAMES:
            continue
        if noun.head not in (worth.index, sum_.index) or noun.relation not in ("compound", "amod"):
            continue
        for one in [*children(nodes, worth.index), *children(nodes, sum_.index)]:
            if one.index < noun.index and one.relation in (*_LEFT, "case"):
                one.head = noun.index
        root = sum_.head == sum_.index
        noun.head, noun.relation = (noun.index, "root") if root else (sum_.head, sum_.relation)
        worth.head, worth.relation = noun.index, "amod"
        sum_.head, sum_.relation = worth.index, "oblique"


def _stole_paintings_worth(nodes: Sequence[Node], worth: Node) -> None:
    """Without a copula "worth" says more of the noun before it: "Thieves stole paintings worth $30 million"."""
    below = children(nodes, worth.index)
    noun = nodes[worth.index - 1]
    if noun.relation != "subject" or noun.head != worth.index or any(one.relation in AUXILIARIES for one in below):
        return
    for one in below:
        if one.index < worth.index or one.relation in ("punct", "conjunct", "parataxis"):
            one.head = noun.index
    noun.head, noun.relation, worth.head, worth.relation = noun.index, "root", noun.index, "amod"
    for one in children(nodes, worth.index, "object"):
        one.relation = "oblique"


def _which_last_year(nodes: Sequence[Node]) -> None:
    """In "the firm, which last year sold half" the firm sold, and no year did."""
    for which in nodes:
        time = nodes[which.head]
        if which.tag != "WDT" or which.relation != "determiner" or time.lemma not in UNITS_OF_TIME:
            continue
        for verb in children(nodes, time.index, "participle", "relative"):
            if verb.index < time.index or verb.tag not in ("VBD", "VBZ", "VBP"):
                continue
            verb.head, verb.relation = time.head, time.relation
            time.head, time.relation, which.head, which.relation = verb.index, "oblique", verb.index, "subject"
            break


def _by(nodes: Sequence[Node], verb: Node) -> bool:
    return any(case.lower == "by" for one in children(nodes, verb.index) for case in children(nodes, one.index, "case"))


def _clause_behind_when(nodes: Sequence[Node]) -> None:
    """In "sold its shares after the market closed" *closed* says what the market did."""
    for noun in nodes:
        if noun.relation not in ("oblique", "nominal", "conjunct") or noun.pos not in _NAMES:
            continue
        torn = noun.relation == "conjunct"  # from its "two years after": what goes on behind it is the noun's as well
        when = [one for one in children(nodes, noun.index, "case") if one.index < noun.index and one.lower in _WHEN]
        for verb in children(nodes, noun.index, "participle"):
            if not when or verb.index < noun.index or verb.tag not in ("VBD", "VBN") or not verb.text.endswith("ed"):
                continue
            below = children(nodes, verb.index)
            alone = nodes[verb.index - 1] is noun and not [one for one in below if one.relation != "punct"]
            acts = verb.lemma in INTRANSITIVE or verb.lemma in SELDOM_TRANSITIVE
            things = any(one.relation == "object" for one in below)
            if not (alone or acts or things) or _by(nodes, verb) or nodes[verb.index - 1].text == ",":
                continue
            if any(one.relation in (*AUXILIARIES, "mark", "subject") for one in below):
                continue
            upper = nodes[noun.head]
            while upper.pos not in VERBAL and upper.head != upper.index:
                upper = nodes[upper.head]
            verb.head, verb.relation, verb.tag = upper.index, "adverbial", "VBD"
            noun.head, noun.relation, when[0].head, when[0].relation = verb.index, "subject", verb.index, "mark"
            for one in children(nodes, upper.index, "conjunct") if torn else ():
                if one.index > verb.index and one.tag in ("VBD", "VBN") and not children(nodes, one.index, "subject"):
                    one.head = verb.index
            break


def _clause_before_when(nodes: Sequence[Node]) -> None:
    """In "Men went to Cuba before the court ruled" the men went, and the court ruled."""
    for second in nodes:
        if second.relation != "root" or second.tag != "VBD" or children(nodes, second.index, *AUXILIARIES):
            continue
        noun = nodes[second.index - 1]
        when = [one for one in children(nodes, noun.index, "case") if one.index < noun.index and one.lower in _WHEN]
        doers = [one for one in children(nodes, second.index, "subject") if one.index < noun.index]
        if noun.relation not in ("oblique", "nominal") or not when or not doers:
            continue
        first = [one for one in children(nodes, doers[0].index, "participle") if one.tag == "VBD"]
        if not first or not doers[0].index < first[0].index < when[0].index or _by(nodes, first[0]):
            continue
        verb = first[0]
        for one in children(nodes, second.index):
            before = nodes[min(subtree(nodes, one.index)) - 1]
            if one in doers[1:] and before.pos == "VERB":
                one.head, one.relation = before.index, "object"
            elif one.index < noun.index:
                one.head = verb.index
        verb.head, verb.relation, second.head, second.relation = verb.index, "root", verb.index, "adverbial"
        noun.head, noun.relation, when[0].head, when[0].relation = second.index, "subject", second.index, "mark"
        return


def _whose_clause(nodes: Sequence[Node]) -> None:
    """A clause with "whose" or "which" is never the main one: "They count on aid for towns, whose trade was hit"."""
    root = root_of(nodes)
    for noun in children(nodes, root.index, "subject"):
        words = sorted(subtree(nodes, noun.index))
        words = [at for at in words if nodes[at].relation != "punct"]
        start = words[0]
        if nodes[start].tag not in ("WP$", "WDT", "WP") or start < 3 or nodes[start - 1].text != ",":
            continue
        before = nodes[start - 2]
        for main in children(nodes, root.index, "adverbial", "complement", "parataxis"):
            inner = children(nodes, main.index)
            plain = not any(one.relation == "mark" or one.tag in JOINING for one in inner)
            doer = any(one.relation == "subject" and one.index < main.index for one in inner)
            if main.index < start and plain and doer and before.pos in _NAMES and is_finite(nodes, main):
                main.head, main.relation = main.index, "root"
                root.head, root.relation = before.index, "relative"
                return


def _whose_premiere(nodes: Sequence[Node]) -> None:
    """A clause with "whose" ends at its comma: "The play, whose premiere took place in May, changed her life"."""
    for whose in nodes[2:]:
        noun = nodes[whose.head]
        verb = nodes[noun.head]
        if whose.tag != "WP$" or noun.relation != "subject" or verb.relation != "root" or noun.index > verb.index:
            continue
        before = nodes[whose.index - 2]
        doers = [one for one in children(nodes, verb.index, "subject") if one.index < whose.index]
        later = [one for one in children(nodes, verb.index, "conjunct", "parataxis") if one.index > verb.index]
        later = [one for one in later if one.tag == "VBD" and nodes[one.index - 1].text == ","]
        if not doers or not later or nodes[whose.index - 1].text != "," or before.pos not in _NAMES:
            continue
        main = later[0]
        if children(nodes, main.index, "subject", "coordinator", "mark"):
            continue
        for one in children(nodes, verb.index):
            if one.index < whose.index or one.index > main.index or one.relation == "punct":
                one.head = main.index
        main.head, main.relation, verb.head, verb.relation = main.index, "root", before.index, "relative"


def _asked_about_it(nodes: Sequence[Node]) -> None:
    """In front and with no subject a past tense is a participle: "Asked about the deal, he said no"."""
    first = next((node for node in nodes if node.text[0].isalnum()), nodes[0])
    if first.tag != "VBD" or first.relation not in ("adverbial", "participle") or first.head < first.index:
        return
    if not any(one.relation in ("subject", *AUXILIARIES) for one in children(nodes, first.index)):
        first.tag = "VBN"
