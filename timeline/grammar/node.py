"""A word on its way to a `Token`: its head and relation may still be mended."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.grammar.syntax import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.model.span import Span

VERBAL = ("VERB", "AUX")
FINITE = ("VBD", "VBZ", "VBP", "MD")
JOINING = ("WDT", "WP", "WP$", "WRB")
IN_FRONT = ("determiner", "amod", "compound", "possessive", "number", "nominal")  # words of a phrase before its noun
AUXILIARIES = ("aux", "passive-aux", "copula")
CLAUSAL = (
    "complement",
    "parataxis",
    "conjunct",
    "adverbial",
    "relative",
    "participle",
    "open-complement",
    "other",
)

_HEAD = attrgetter("head")
_STATE = attrgetter("head", "relation", "tag", "pos")


@dataclass(slots=True)
class Node:
    """A word with its place in the sentence; fields as in `Token`."""

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    span: Span

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    def token(self) -> Token:
        """The finished word."""
        return Token(self.index, self.text, self.lemma, self.pos, self.tag, self.head, self.relation, self.span)


def children(nodes: Sequence[Node], index: int, *relations: str) -> list[Node]:
    """The nodes directly under one, of certain relations where any are named."""
    return [
        node
        for node in nodes
        if node.head == index and node.index != index and (not relations or node.relation in relations)
    ]


def subtree(nodes: Sequence[Node], index: int) -> list[int]:
    """The indices of a node and of all below it, in no order."""
    found: list[int] = []
    waiting = [index]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.append(at)
            waiting.extend(one.index for one in children(nodes, at))
    return found


def apply(nodes: Sequence[Node], *mends: Callable[[Sequence[Node]], None]) -> None:
    """
    Mend the nodes in place, one mend after the other.

    A mend is made for trees that are nearly right. One that leaves no tree is taken back, and with it what was only
    renamed since the last move: to keep every state would cost more than the mends.
    """
    state, heads = list(map(_STATE, nodes)), list(map(_HEAD, nodes))
    for mend in mends:
        mend(nodes)
        moved = list(map(_HEAD, nodes))
        if moved == heads:
            continue
        if _is_tree(nodes):
            state, heads = list(map(_STATE, nodes)), moved
        else:
            for node, old in zip(nodes, state, strict=True):
                node.head, node.relation, node.tag, node.pos = old


def _is_tree(nodes: Sequence[Node]) -> bool:
    """One root, and every node below it."""
    sound = {node.index for node in nodes if node.head == node.index}
    if len(sound) != 1:
        return False
    for node in nodes:
        path: list[int] = []
        at = node
        while at.index not in sound:
            if len(path) > len(nodes):
                return False
            path.append(at.index)
            at = nodes[at.head]
        sound.update(path)
    return True


def root_of(nodes: Sequence[Node]) -> Node:
    """The word on top of the sentence."""
    return next(node for node in nodes if node.head == node.index)


def phrase_start(nodes: Sequence[Node], node: Node) -> int:
    """Where a phrase begins, the punctuation before it left out."""
    return min(at for at in subtree(nodes, node.index) if nodes[at].relation != "punct" or at == node.index)


def first_verb(nodes: Sequence[Node], verb: Node) -> int:
    """Where the verbs of a predicate begin, auxiliaries included."""
    return min([verb.index, *(one.index for one in children(nodes, verb.index, *AUXILIARIES))])


def subjects_before(nodes: Sequence[Node], verb: Node) -> list[Node]:
    """The subjects of a predicate that stand before it."""
    return [one for one in children(nodes, verb.index, "subject") if one.index < verb.index]


def is_finite(nodes: Sequence[Node], node: Node) -> bool:
    """The node is a predicate with a finite verb: itself, an auxiliary or a copula."""
    below = children(nodes, node.index, *AUXILIARIES)
    return (node.pos in VERBAL and node.tag in FINITE) or any(one.tag in FINITE for one in below)


def take_place(nodes: Sequence[Node], new: Node, old: Node) -> None:
    """*new*, which hangs on *old*, takes its place and all that hangs there; *old* hangs on it."""
    below = children(nodes, old.index)
    new.head = new.index if old.head == old.index else old.head
    new.relation = old.relation
    for one in below:
        if one is not new:
            one.head = new.index
    old.head = new.index
