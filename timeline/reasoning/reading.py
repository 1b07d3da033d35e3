"""One article as it was read, with the look-ups that the rules of dating need."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.statement import Point, Reason, Statement, Stratum, publication
from timeline.phrases.reading import Reading as Told
from timeline.phrases.scenes import Scenes
from timeline.reasoning.connectives import signals

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Modifier, Sentence, Token
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression
    from timeline.model.span import Span
    from timeline.model.statement import Constraint

# What stands between a length and the event it is counted from: "three days after the verdict".
COUNTED_FROM = re.compile(r"\s+(after|before|following|prior to|ahead of)\b", re.IGNORECASE)
PREPOSITIONS = {"TO", "IN"}  # Penn tags of words that may stand before a time


class Case(NamedTuple):
    """A preposition, in lower case, and where it starts."""

    words: str
    start: int


@dataclass(frozen=True)
class Reading:
    """An article, its sentences, its time expressions and its events before they have dates."""

    article: Article
    sentences: tuple[Sentence, ...]
    expressions: tuple[TimeExpression, ...]
    candidates: tuple[Candidate, ...]

    @cached_property
    def published(self) -> Point:
        """The publication day as a point."""
        return Point(publication(self.article.id), "begin")

    @cached_property
    def by_token(self) -> dict[tuple[int, int], Candidate]:
        """Each event by its sentence and head word, other mentions included."""
        found = {(one.sentence, one.token): one for one in self.candidates}
        heads = {token.span: (number, token.index) for number, s in enumerate(self.sentences) for token in s.tokens}
        for candidate in self.candidates:
            for mention in candidate.event.mentions:
                place = heads.get(mention.head)
                if place is not None:
                    found.setdefault(place, candidate)
        return found

    @cached_property
    def by_span(self) -> dict[Span, TimeExpression]:
        """Each time expression by where it stands."""
        return {expression.span: expression for expression in self.expressions}

    @cached_property
    def scenes(self) -> Scenes:
        """The days that head parts of the article, where it is a log."""
        return Scenes(self.article.text, [one for one in self.expressions if isinstance(one, Told)])

    def clause(self, candidate: Candidate) -> Clause | None:
        """The clause the event is the predicate of or stands in."""
        if candidate.clause is None:
            return None
        return self.sentences[candidate.sentence].clauses[candidate.clause]

    def parent(self, sentence: Sentence, clause: Clause) -> Clause | None:
        """The clause that governs another."""
        return None if clause.parent is None else sentence.clauses[clause.parent]

    def event_of_clause(self, sentence: int, clause: Clause) -> Candidate | None:
        """The event whose head is the clause's predicate or verb."""
        return self.by_token.get((sentence, clause.predicate)) or self.by_token.get((sentence, clause.verb))

    @cached_property
    def by_sentence(self) -> dict[int, list[Candidate]]:
        """The events told in each sentence, mentions included, in text order."""
        found: dict[int, list[Candidate]] = {number: [] for number in range(len(self.sentences))}
        for (sentence, _token), candidate in sorted(self.by_token.items(), key=lambda item: item[0]):
            found[sentence].append(candidate)
        return found

    @cached_property
    def words_of(self) -> dict[int, list[tuple[int, Candidate]]]:
        """The head words of the events told in each sentence, mentions included, in text order."""
        found: dict[int, list[tuple[int, Candidate]]] = {number: [] for number in range(len(self.sentences))}
        for (sentence, token), candidate in sorted(self.by_token.items(), key=lambda item: item[0]):
            found[sentence].append((token, candidate))
        return found

    @cached_property
    def times_of(self) -> dict[int, list[TimeExpression]]:
        """The time expressions in each sentence, in text order."""
        starts = [sentence.span.start for sentence in self.sentences]
        found: dict[int, list[TimeExpression]] = {number: [] for number in range(len(self.sentences))}
        for expression in self.expressions:
            number = bisect_right(starts, expression.span.start) - 1
            if number >= 0 and self.sentences[number].span.covers(expression.span):
                found[number].append(expression)
        return found

    def event_above(self, sentence: int, token: int) -> Candidate | None:
        """The nearest event on the way from a word up the tree, the word itself not counted."""
        tokens = self.sentences[sentence].tokens
        seen = {token}
        while tokens[token].head not in seen:
            token = tokens[token].head
            seen.add(token)
            found = self.by_token.get((sentence, token))
            if found is not None:
                return found
        return None

    def case(self, sentence: int, token: int) -> Case | None:
        """The preposition in front of a noun: "after", "ahead of", "in the wake of"."""
        known = [one for one in self._modifiers(sentence) if one.head == token and one.preposition]
        if known:
            return Case(str(known[0].preposition).lower(), known[0].span.start)
        words = [child for child in self.sentences[sentence].children(token) if child.relation == "case"]
        words = [word for word in words if word.index < token]
        if not words:
            return None
        return self._of_several(sentence, token) or Case(" ".join(w.text.lower() for w in words), words[0].span.start)

    def _of_several(self, sentence: int, token: int) -> Case | None:
        """A preposition of several words, to the parse a noun of its own: "in response to", "in the aftermath of"."""
        tokens = self.sentences[sentence].tokens
        noun = tokens[token].head
        first = next((one for one in self.sentences[sentence].children(noun) if one.relation == "case"), None)
        last = next((one for one in self.sentences[sentence].children(token) if one.relation == "case"), None)
        if first is None or last is None or tokens[token].relation != "nominal" or not first.index < noun < last.index:
            return None
        words = " ".join(one.text.lower() for one in tokens[first.index : last.index + 1])
        return Case(words, first.span.start) if words in signals() else None

    def preposition(self, sentence: int, expression: TimeExpression) -> str | None:
        """
        The preposition that governs a time expression, lower-case, None where it stands bare.

        Taken from the clause's modifiers, which know "ahead of" and "prior to"; else the word before it.
        """
        for modifier in self._modifiers(sentence):
            if modifier.preposition and modifier.span.covers(expression.span):
                tokens = self.sentences[sentence].tokens
                between = [one for one in tokens if modifier.span.start <= one.span.start < expression.span.start]
                someone = any(one.pos in ("PRON", "NOUN", "PROPN") for one in between)  # "named after her next year"
                if expression.span.covers(tokens[modifier.head].span) and not someone:
                    return modifier.preposition.lower()
        before = [token for token in self.sentences[sentence].tokens if token.span.end <= expression.span.start]
        while before and before[-1].pos in ("DET", "ADJ"):
            before.pop()
        return before[-1].text.lower() if before and before[-1].tag in PREPOSITIONS else None

    def _modifiers(self, sentence: int) -> list[Modifier]:
        return [modifier for clause in self.sentences[sentence].clauses for modifier in clause.modifiers]

    def words(self, token: Token) -> str:
        """A token as the article has it."""
        return token.span.of(self.article.text)

    def state(
        self,
        constraint: Constraint,
        rule: str,
        says: str,
        *,
        span: Span | None = None,
        stratum: Stratum = Stratum.TEXT,
        landmark: str | None = None,
    ) -> Statement:
        """A statement whose reason is a sentence and the words it read."""
        text = "" if span is None else span.of(self.article.text)
        reason = Reason(rule=rule, stratum=stratum, says=says, text=text, span=span, article=self.article.id)
        return Statement(constraint, stratum, reason, landmark)


def says_when(expression: TimeExpression) -> bool:
    """It says when something was: a length, "every day" or "now" does not tell it from the time of the telling."""
    return expression.tree is not None or (expression.type in ("DATE", "TIME") and expression.value != "PRESENT_REF")


def quoted(text: str) -> str:
    """Words in quotation marks, for a reason's sentence."""
    return f"“{text}”"
