"""Tense, aspect, voice and mood of a predicate, from its Penn tags and auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.grammar.node import VERBAL, Node
from timeline.grammar.syntax import Tense
from timeline.grammar.words import INTRANSITIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

_FUTURE = ("will", "shall", "'ll", "wo", "sha")
_MODALS = {"'ll": "will", "wo": "will", "sha": "shall", "ca": "can", "'d": "would", "might": "might"}
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HAVE = ("have", "'ve", "has", "had", "having")
_NONE = ("no", "nobody", "nothing", "none", "neither", "nowhere")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """
    What the verbs of a predicate say together.

    `verb` is the copula of a copular predicate, else the predicate; `finite` that one of the verbs is;
    `infinitive` "to" or a bare infinitive. The other fields are those of `Clause`.
    """

    verb: int
    tense: Tense
    finite: bool
    infinitive: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str | None = None
    copular: bool = False
    negated: bool = False


def group(nodes: Sequence[Node], kids: Sequence[Sequence[Node]], head: Node) -> VerbGroup:
    """The verb group of the predicate *head*; ``kids[i]`` are the nodes directly under node *i*."""
    below = kids[head.index]
    auxiliaries = [one for one in below if one.relation in ("aux", "passive-aux", "copula")]
    copulas = [one for one in auxiliaries if one.relation == "copula"]
    if head.pos == "VERB" and head.tag in ("VBG", "VBN") and len(auxiliaries) >= 1:
        copulas = []  # "is falling", "was seen": the copula is an auxiliary
    verbal = head.pos in VERBAL and not copulas
    verbs = sorted([*auxiliaries, *([head] if verbal else [])], key=lambda one: one.index)
    first = next((one for one in verbs if one.tag in _FINITE), None)
    modal = next((_modal(one) for one in auxiliaries if one.tag == "MD"), None)
    going = any(one.relation == "aux" and one.lower in ("going", "gon") for one in auxiliaries)
    contracted = verbal and _contracted_has(head, below, auxiliaries)
    perfect = contracted or any(one.lemma == "have" or one.lower in _HAVE for one in auxiliaries)
    passive = not contracted and verbal and _passive(head, below, auxiliaries)
    to = any(one.relation == "mark" and one.tag == "TO" for one in below)
    return VerbGroup(
        verb=copulas[0].index if copulas else head.index,
        tense=Tense.FUTURE if going and _tense(first, modal) is Tense.PRESENT else _tense(first, modal),
        finite=first is not None,
        infinitive=first is None and (to or any(one.tag == "VB" for one in verbs)),
        perfect=perfect,
        progressive=not going
        and any(one.tag == "VBG" for one in verbs)
        and any(one.lemma == "be" or one.lower in ("'s", "'re", "'m") for one in auxiliaries),
        passive=passive,
        modal=modal,
        copular=bool(copulas),
        negated=_negated(nodes, kids, head),
    )


def shared(group: VerbGroup, first: VerbGroup, node: Node, head: Node) -> VerbGroup:
    """The group of a second verb that shares the auxiliaries of the first: "will go and see", "was seized and sold"."""
    same = node.tag == head.tag and node.tag in ("VB", "VBN", "VBG") and node.pos in VERBAL and not first.copular
    if group.finite or not same or not (first.finite or first.infinitive):
        return group
    return replace(
        group,
        tense=first.tense,
        finite=first.finite,
        infinitive=first.infinitive,
        perfect=first.perfect,
        progressive=first.progressive,
        passive=first.passive,
        modal=first.modal,
        negated=group.negated or first.negated,
    )


def _tense(first: Node | None, modal: str | None) -> Tense:
    if first is None:
        return Tense.NONE
    if first.tag == "MD":
        return Tense.FUTURE if modal in _FUTURE else Tense.PRESENT
    return Tense.PAST if first.tag == "VBD" else Tense.PRESENT


def _modal(node: Node) -> str:
    return _MODALS.get(node.lower, node.lower)


def _contracted_has(head: Node, below: Sequence[Node], auxiliaries: list[Node]) -> bool:
    """With an object "'s" is *has* ("He's accepted it", "He's resigned"), else it is passive ("it's accepted")."""
    if head.tag not in ("VBN", "VBD") or not any(one.lower in ("'s", "'d") for one in auxiliaries):
        return False
    if any(one.lemma == "be" and one.lower != "'s" for one in auxiliaries):
        return False
    if any(one.lower == "'d" for one in auxiliaries):
        return True
    return head.lemma in INTRANSITIVE or any(one.relation == "object" for one in below)


def _passive(head: Node, below: Sequence[Node], auxiliaries: list[Node]) -> bool:
    if any(one.relation == "passive-aux" for one in auxiliaries):
        return True
    if head.tag != "VBN":
        return False
    if not auxiliaries:  # "troops sent to Ukraine"; a past participle alone is passive
        return not any(one.relation == "subject" and one.index < head.index for one in below)
    return auxiliaries[-1].lemma == "be"


_NO_LONGER = ("no", "any", "not")


def _negated(nodes: Sequence[Node], kids: Sequence[Sequence[Node]], head: Node) -> bool:
    below = kids[head.index]
    for one in below:
        if one.relation == "negation":
            after = nodes[one.index + 1].lower if one.index + 1 < len(nodes) else ""
            if after not in ("only", "just", "merely"):
                return True
        longer = one.lower == "longer" and one.index > 0 and nodes[one.index - 1].lower in _NO_LONGER
        if one.relation == "adverb" and (longer or one.lower == "never"):
            return True
        if one.relation in ("subject", "object"):
            if one.lower in _NONE:
                return True
            if any(word.lower == "no" and word.relation == "determiner" for word in kids[one.index]):
                return True
    return any(one.lower == "no" and one.relation == "determiner" for one in below) and head.pos not in VERBAL
