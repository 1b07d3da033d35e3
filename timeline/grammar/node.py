"""A word on its way to a `Token`: its head and relation may still be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.grammar.syntax import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.span import Span

VERBAL = ("VERB", "AUX")


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
