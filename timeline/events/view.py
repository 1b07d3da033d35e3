"""A sentence as this room reads it: its tree both ways, its clauses by word, and the time expressions in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_of
from timeline.events.mend import mend
from timeline.events.negation import negated
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from timeline.events.stance import Stance
    from timeline.grammar.syntax import Clause, Sentence, Token
    from timeline.model.expression import TimeExpression


NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class View:
    """
    One sentence with look-ups.

    `number` is its place among the article's sentences; `kids[i]` are the words directly under word *i*;
    `clause_of[i]` is the clause word *i* belongs to; `timed` are the words inside a time expression that says when,
    not those that say what ("spent four days", "sentenced to eight years"). `worked_out` keeps by clause what was found
    out about it (a view with other clauses starts anew), so that deep nesting is not gone through again for each.
    """

    number: int
    sentence: Sentence
    text: str
    kids: tuple[tuple[int, ...], ...]
    clause_of: tuple[int | None, ...]
    times: tuple[TimeExpression, ...]
    timed: frozenset[int]
    worked_out: dict[int, Stance] = field(init=False, default_factory=dict, compare=False, repr=False)
    lemmas: dict[int, str] = field(init=False, default_factory=dict, compare=False, repr=False)
    prepositions: dict[int, str | None] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        return self.sentence.tokens

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in text order."""
        return self.sentence.clauses

    def subtree(self, index: int, without: Collection[str] = ()) -> list[int]:
        """A word and all below it, in text order, not entering children of the relations in *without*."""
        tokens, kids = self.sentence.tokens, self.kids  # looked up once: this is called more often than all else
        found, stack = [], [index]
        while stack:
            word = stack.pop()
            found.append(word)
            below = kids[word]
            if below:
                stack += [kid for kid in below if tokens[kid].relation not in without] if without else below
        found.sort()
        return found

    def under(self, index: int, *relations: str) -> list[int]:
        """The children of these relations, in text order."""
        below = self.kids[index]
        if not below:
            return []
        tokens = self.sentence.tokens
        return [kid for kid in below if tokens[kid].relation in relations]

    def preposition(self, index: int) -> str | None:
        """The preposition in front of a noun, in lower case ("according to" in two words); None where there is none."""
        if index not in self.prepositions:
            self.prepositions[index] = self._preposition(index)
        return self.prepositions[index]

    def _preposition(self, index: int) -> str | None:
        words = [kid for kid in self.under(index, "case") if kid < index]
        if not words:
            return None
        found = [self.tokens[kid].text.lower() for kid in words]
        last = words[-1]
        if last + 1 < len(self.tokens) and self.tokens[last + 1].head == last:
            found.append(self.tokens[last + 1].text.lower())
        return " ".join(found)

    def particle(self, index: int) -> str | None:
        """The particle of a verb ("draw up"), not the "up" of "up to 30,000"."""
        for kid in self.under(index, "particle"):
            after = kid + 2
            measured = (
                after < len(self.tokens) and self.tokens[kid + 1].text == "to" and self.tokens[after].pos == "NUM"
            )
            if not measured:
                return self.tokens[kid].text.lower()
        return None

    def lemma(self, index: int) -> str:
        """The lemma in lower case, with "re-" where a hyphen split it off."""
        found = self.lemmas.get(index)
        if found is None:
            found = self.lemmas[index] = self._lemma(index)
        return found

    def _lemma(self, index: int) -> str:
        token = self.tokens[index]
        lemma = token.lemma.lower()
        if token.tag in {"VBD", "VBN", "VBG"}:
            lemma = verb_of(token.text.lower(), lemma)
        elif token.tag == "VB" and token.pos == "VERB":
            lemma = token.text.lower()
            lemma = verb_of(lemma, lemma) if lemma.endswith(("en", "wn")) else lemma  # "risen", taken for a plain form
        if len(lemma) == 1 and len(token.text) > 1:
            lemma = token.text.lower()
        if index >= 2 and self.tokens[index - 1].text == "-" and self.tokens[index - 2].text.lower() in {"re", "by"}:
            return f"{self.tokens[index - 2].text.lower()}-{lemma}"
        return lemma

    def conjuncts(self, index: int) -> list[int]:
        """The word and what is coordinated with it."""
        return [index, *(kid for kid in self.under(index, "conjunct") if self.tokens[kid].pos in NOUNS | {"ADJ"})]

    def span_of(self, words: Sequence[int]) -> Span:
        """From the first to the last of these words, in the article."""
        return Span(self.tokens[words[0]].span.start, self.tokens[words[-1]].span.end)

    def undated(self, words: Sequence[int]) -> list[int]:
        """The words without those that say when, and without the prepositions that hang from them."""
        kept = [word for word in words if word not in self.timed]
        kept = [word for word in kept if not (self.tokens[word].tag == "POS" and word - 1 in self.timed)]
        return [
            word
            for word in kept
            if not (self.tokens[word].relation == "case" and self.tokens[word].head in self.timed)
            and not (self.tokens[word].pos == "ADP" and word + 1 in self.timed and not self._of_what(word))
        ]

    def _of_what(self, preposition: int) -> bool:
        """The preposition is a noun's behind the time: "with last year's *blasts*"."""
        token = self.tokens[preposition]
        return token.relation == "case" and token.head > preposition and token.head not in self.timed

    def times_in(self, words: Iterable[int]) -> tuple[TimeExpression, ...]:
        """The time expressions that share a word with these."""
        spans = [self.tokens[word].span for word in words]
        return tuple(time for time in self.times if any(time.span.meets(span) for span in spans))


def look(text: str, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]) -> tuple[View, ...]:
    """Every sentence with its look-ups; a time expression belongs to the sentence it starts in."""
    views, waiting = [], sorted((time for time in expressions if not _describes(time)), key=lambda time: time.span)
    position = 0
    for number, sentence in enumerate(sentences):
        while position < len(waiting) and waiting[position].span.end <= sentence.span.start:
            position += 1
        until = position
        while until < len(waiting) and waiting[until].span.start < sentence.span.end:
            until += 1
        views.append(_view(number, negated(mend(sentence)), text, tuple(waiting[position:until])))
        position = until
    return tuple(views)


def _view(number: int, sentence: Sentence, text: str, times: tuple[TimeExpression, ...]) -> View:
    kids: list[list[int]] = [[] for _ in sentence.tokens]
    for token in sentence.tokens:
        if token.head != token.index:
            kids[token.head].append(token.index)
    whens = [time.span for time in times if not _content(sentence, time) and not _in_name(sentence, time)]
    timed = frozenset(token.index for token in sentence.tokens if any(when.meets(token.span) for when in whens))
    return View(number, sentence, text, tuple(tuple(found) for found in kids), _clause_of(sentence), times, timed)


def _describes(time: TimeExpression) -> bool:
    """A single adjective that places nothing: "the *former* director", "the *current* government"."""
    return time.value.endswith("_REF") and time.text.lower() in {"former", "current", "future", "recent", "past"}


def _in_name(sentence: Sentence, time: TimeExpression) -> bool:
    """A part of a name: "Harbour *Weekly* closed", "*the Seven Years*' War"."""
    words = [token for token in sentence.tokens if time.span.meets(token.span)]
    if time.type == "DURATION" and words and words[-1].index + 2 < len(sentence.tokens):
        behind = [one for one in sentence.tokens[words[-1].index + 1 :][:2] if one.text not in ("'", "’")]
        return all(one.text[:1].isupper() for one in (*words, behind[0]) if one.pos != "DET")
    if time.type != "SET":
        return False
    first = words[0] if len(words) == 1 else None
    if first is None or first.index == 0 or not first.text[:1].isupper():
        return False
    return sentence.tokens[first.index - 1].pos == "PROPN"


def _content(sentence: Sentence, time: TimeExpression) -> bool:
    """A duration that is an object or follows "to": what was spent or given, not when."""
    if time.type != "DURATION":
        return False
    words = [token for token in sentence.tokens if time.span.meets(token.span)]
    head = next((token for token in words if not time.span.meets(sentence.tokens[token.head].span)), None)
    if head is None:
        return False
    first = words[0].index
    if head.relation == "conjunct":  # "sentenced to four years and *six months*"
        first = min(sentence.tokens[head.head].index, *(kid.index for kid in sentence.children(head.head)))
        return sentence.tokens[first].text.lower() == "to"
    before = sentence.tokens[first - 1].text.lower() if first else ""
    return head.relation == "object" or before == "to"


def _clause_of(sentence: Sentence) -> tuple[int | None, ...]:
    """The clause of each word: that of the nearest predicate up the tree."""
    predicates: dict[int, int] = {}
    for number, clause in enumerate(sentence.clauses):
        predicates.setdefault(clause.verb, number)
        predicates[clause.predicate] = number
    found: list[int | None] = [None] * len(sentence.tokens)
    for token in sentence.tokens:
        trail, word = [], token.index
        while (
            word not in predicates and found[word] is None and sentence.tokens[word].head != word and word not in trail
        ):
            trail.append(word)
            word = sentence.tokens[word].head
        number_here = predicates.get(word, found[word])
        for step in (*trail, word):
            found[step] = number_here
    return tuple(found)
