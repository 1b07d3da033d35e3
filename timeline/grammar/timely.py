"""Times that the parser hung on the wrong word, and what is done at a time without a verb to the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.node import AUXILIARIES, Node, children, is_finite, subtree
from timeline.grammar.words import CALENDAR, INVARIABLE, MONTHS, UNITS_OF_TIME

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_TIME_CASES = ("in", "on", "at", "by", "during")
_YEAR = 4  # figures


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    for node in nodes:
        _tells_of_its_year(nodes, node)
        _opens_the_next_clause(nodes, node)
        _subject_behind_it(nodes, node)
        _of_its_own(nodes, node)
        _shut_at_six(nodes, node)
        _phrase_with_a_preposition(node, nodes)


def _tells_of_its_year(nodes: Sequence[Node], verb: Node) -> None:
    """In "In 2016 the county bought cables, and in 2019 …" there are no "county-bought cables" of 2016."""
    thing = nodes[verb.head]
    time = nodes[thing.head]
    if verb.tag != "VBD" or verb.relation not in ("compound", "amod") or verb.index >= thing.index:
        return
    if thing.relation != "nominal" or time.relation != "oblique" or not _is_time(time) or time.index >= verb.index:
        return
    doers = [one for one in children(nodes, verb.index) if one.pos in ("NOUN", "PROPN") and one.index < verb.index]
    doers += [one for one in children(nodes, thing.index, "compound", "nominal") if one.index == verb.index - 1]
    main = nodes[time.head]
    if not doers or children(nodes, thing.index, "case") or main.index < thing.index:
        return
    doer = doers[-1]
    for one in children(nodes, thing.index):
        if one.index < doer.index and one is not verb:
            one.head = doer.index
    verb.head, verb.relation = (verb.index if main.head == main.index else main.head), main.relation
    main.head, main.relation = verb.index, "conjunct"
    doer.head, doer.relation = verb.index, "subject"
    thing.head, thing.relation, time.head, verb.pos = verb.index, "object", verb.index, "VERB"


def _opens_the_next_clause(nodes: Sequence[Node], time: Node) -> None:
    """In "…, and in the autumn of 2021 a lorry struck it" the autumn is when it struck: no clause tells more of it."""
    if time.relation != "conjunct" or not _is_time(time):
        return
    below = children(nodes, time.index)
    verb = next((one for one in below if one.relation == "relative" and one.index > time.index), None)
    cases = [one for one in below if one.relation == "case" and one.lower in _TIME_CASES and one.index < time.index]
    if verb is None or not cases or verb.tag not in ("VBD", "VBN") or children(nodes, verb.index, *AUXILIARIES):
        return
    subject = next((one for one in children(nodes, verb.index, "subject") if one.index < verb.index), None)
    phrase = [at for one in below if one is not verb and one.relation == "nominal" for at in subtree(nodes, one.index)]
    if subject is None or subject.pos not in ("NOUN", "PROPN", "PRON") or subject.tag in ("WDT", "WP"):
        return
    first = min(subtree(nodes, subject.index))
    if first != max([time.index, *phrase]) + 1 or nodes[first].lower in ("that", "which", "when"):
        return
    verb.head, verb.relation, verb.tag, verb.pos = time.head, "conjunct", "VBD", "VERB"
    time.head, time.relation = verb.index, "oblique"
    for one in below:
        if one.relation in ("coordinator", "punct") and one.index < cases[0].index:
            one.head = verb.index


def _subject_behind_it(nodes: Sequence[Node], time: Node) -> None:
    """In "by the following spring a third of them were dead" a third were: it is no spring of a third."""
    verb = nodes[time.head]
    if time.relation != "oblique" or verb.index < time.index or not _is_time(time) or not is_finite(nodes, verb):
        return
    if not any(one.lower in _TIME_CASES for one in children(nodes, time.index, "case")):
        return
    if children(nodes, verb.index, "subject", "expletive"):
        return
    for noun in children(nodes, time.index, "nominal", "apposition"):
        below = children(nodes, noun.index)
        determined = any(one.relation == "determiner" and one.index > time.index for one in below)
        if noun.index > time.index and determined and not any(one.relation == "case" for one in below):
            noun.head, noun.relation = verb.index, "subject"
            return


def _of_its_own(nodes: Sequence[Node], own: Node) -> None:
    """In "opened an inquiry of its own in June" the opening was in June."""
    above = nodes[own.head]
    if own.lower != "own" or own.relation != "nominal" or not children(nodes, own.index, "possessive"):
        return
    for time in children(nodes, own.index):
        cases = [one.lower for one in children(nodes, time.index, "case")]
        if time.index < own.index or not _is_time(time) or not set(cases) & set(_TIME_CASES):
            continue
        of_verb = above.relation in ("object", "subject", "oblique") and above.index != above.head
        time.head = above.head if of_verb else above.index
        time.relation = "oblique" if of_verb else "nominal"


def _shut_at_six(nodes: Sequence[Node], word: Node) -> None:
    """What is said to *be shut* is so for a while; with the time at which, it is when somebody shut it."""
    if word.tag != "JJ" or (word.lower not in INVARIABLE and word.lower != "closed"):
        return
    copulas = [
        one
        for one in children(nodes, word.index, "copula", "passive-aux")
        if one.tag == "VBD" and one.index < word.index
    ]
    if copulas and any(_at_a_point(nodes, one) for one in children(nodes, word.index, "oblique")):
        word.tag, word.pos, word.lemma = "VBN", "VERB", "close" if word.lower == "closed" else word.lower
        copulas[-1].relation = "passive-aux"


def _phrase_with_a_preposition(node: Node, nodes: Sequence[Node]) -> None:
    """A noun with a preposition of its own is no adverb: "*During the war* it was a store"."""
    if node.tag not in ("NN", "NNS", "NNP", "NNPS") or node.relation not in ("adverb", "oblique", "nominal"):
        return
    for part in children(nodes, node.index, "compound"):
        for one in children(nodes, part.index, "case", "determiner"):
            if one.index < part.index < node.index and one.tag != "POS":
                one.head = node.index  # "during the Seven Years War": it is not during the years
    if node.relation == "adverb" and children(nodes, node.index, "case"):
        node.relation = "oblique"


def _at_a_point(nodes: Sequence[Node], time: Node) -> bool:
    """As in "on Friday", "at 6 p.m.", "in May 2011"."""
    cases = {one.lower for one in children(nodes, time.index, "case")}
    clock = "at" in cases and time.tag == "CD"
    year = "in" in cases and _is_time(time) and any(nodes[at].tag == "CD" for at in subtree(nodes, time.index))
    return clock or year or ("on" in cases and any(nodes[at].lower in CALENDAR for at in subtree(nodes, time.index)))


def _is_time(word: Node) -> bool:
    """A month, season, year or unit of time, as far as the word shows."""
    named = word.lower in MONTHS or word.lower in _SEASONS or word.lemma in UNITS_OF_TIME or word.lower in CALENDAR
    year = word.tag == "CD" and word.lower.isdigit() and len(word.lower) == _YEAR
    return named or year
