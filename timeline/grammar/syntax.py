"""
Sentences and clauses in neutral terms: no parser's labels appear above this room.

Token indices count within their sentence; every `Span` counts characters of the article's text as given.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model.span import Span


class Tense(Enum):
    """The tense of a clause's first finite verb; a clause without one has NONE."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Role(Enum):
    """How a clause stands to its parent."""

    MAIN = "main"
    COORDINATE = "coordinate"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    PARENTHETICAL = "parenthetical"


@dataclass(frozen=True, slots=True)
class Token:
    """
    One word.

    `pos` is the universal part of speech, `tag` the Penn tag, `head` the index of its head (the root's is its own).
    `relation` is neutral: subject, object, indirect, oblique (noun under a verb), nominal (noun under a noun),
    possessive, apposition, case (preposition), determiner, amod, number, compound, flat, particle, aux, passive-aux,
    copula, negation, mark, adverb, conjunct, coordinator, complement, relative, adverbial, participle, root, punct,
    other; open-complement (a complement that borrows its subject), parataxis (set beside, as an attribution is),
    expletive ("there", "it"), fixed (the further words of a preposition such as "according to").
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    span: Span


@dataclass(frozen=True, slots=True)
class Modifier:
    """A phrase under a clause's predicate: its preposition (None for a bare noun or adverb), head word and extent."""

    preposition: str | None
    head: int
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """
    One predicate with what belongs to it.

    `predicate` is the content word (verb, or noun/adjective after a copula); `verb` the finite or main verb.
    `subject` is the head of the subject, also where coordination or control shares it; None where there is none.
    `connective` is the word that joins it to its parent ("after", "that", "which", "until"); `parent` the index of
    that clause in the sentence. `span` covers the clause without its subordinate clauses' own tokens where they stand
    outside. `negated` counts "not", "no", "never"; `modal` is the modal's lemma ("could", "will"); FUTURE means will,
    shall, "is going to".
    `quoted`: inside quotation marks. `question` and `imperative` say what they say.
    """

    predicate: int
    verb: int
    span: Span
    role: Role = Role.MAIN
    parent: int | None = None
    connective: str | None = None
    subject: int | None = None
    objects: tuple[int, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    tense: Tense = Tense.NONE
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str | None = None
    negated: bool = False
    copular: bool = False
    quoted: bool = False
    conditional: bool = False
    question: bool = False
    imperative: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    A sentence with its words and clauses (in text order); a heading (headline, section title) has no clauses.

    `paragraph` counts the article's paragraphs from 0.
    """

    span: Span
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    heading: bool = False
    paragraph: int = 0

    def children(self, index: int) -> list[Token]:
        """The tokens directly under a token."""
        return [token for token in self.tokens if token.head == index and token.index != index]
