"""Past or future from the parse: the tense of the clause an expression stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role, Tense
from timeline.phrases.cues import Cue, Direction
from timeline.phrases.rules import tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.grammar.syntax import Clause, Sentence
    from timeline.model.span import Span


class Index:
    """The sentences of an article, found by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]

    def in_heading(self, span: Span) -> bool:
        """It stands in a headline or a section title."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._sentences[at].heading and self._sentences[at].span.covers(span)

    def direction(self, span: Span) -> Cue | None:
        """The direction the clause around *span* gives; None where no parse covers it or its clause has no verb."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._sentences[at].span.meets(span):
            return None
        sentence = self._sentences[at]
        clause = _innermost(sentence, span)
        if clause is None:
            return None
        verb = sentence.tokens[clause.verb]
        preposition = _preposition(sentence, span)
        planned = verb.text.lower() in tense.PLANNED or (verb.text.lower() == "set" and preposition == "for")
        if planned and verb.span.end < span.start:
            return Cue(Direction.FUTURE, strong=clause.tense is Tense.PRESENT and not clause.perfect)
        return _of_clause(sentence, clause, preposition)


def _innermost(sentence: Sentence, span: Span) -> Clause | None:
    """The clause that has the expression among its modifiers, else the shortest that covers it."""
    covering = [clause for clause in sentence.clauses if clause.span.meets(span)]
    owning = [clause for clause in covering if any(each.span.meets(span) for each in clause.modifiers)]
    found = owning or covering
    return min(found, key=lambda clause: clause.span.end - clause.span.start) if found else None


def _preposition(sentence: Sentence, span: Span) -> str | None:
    at = bisect_left(sentence.tokens, span.start, key=lambda token: token.span.start) - 1
    return sentence.tokens[at].text.lower() if at >= 0 else None


def _planned_now(sentence: Sentence, clause: Clause) -> bool:
    """What hangs from a verb of the present is to come from now on: "plans to return in July"."""
    seen: set[int] = set()
    while clause.role is Role.INFINITIVE and clause.parent is not None and clause.parent not in seen:
        seen.add(clause.parent)
        clause = sentence.clauses[clause.parent]
    return clause.tense is Tense.PRESENT and not clause.perfect and not clause.quoted and clause.modal is None


def _of_clause(sentence: Sentence, clause: Clause, preposition: str | None) -> Cue | None:
    seen: Clause | None = clause
    hops = 0
    while seen is not None and hops < len(sentence.clauses) + 1:
        hops += 1
        if seen.tense is Tense.FUTURE or (seen.modal is not None and not seen.perfect):
            now = seen.tense is Tense.FUTURE or seen.modal in tense.FROM_NOW
            return Cue(Direction.FUTURE, strong=hops == 1 and now, from_now=now)
        if seen.tense is Tense.PAST or seen.perfect:
            return Cue(Direction.PAST, strong=hops == 1 and preposition in tense.AT_THE_VERB)
        if seen.role is Role.PARTICIPLE and sentence.tokens[seen.verb].tag == "VBN":
            return Cue(Direction.PAST)
        if seen.role is Role.INFINITIVE:
            return Cue(Direction.FUTURE, from_now=_planned_now(sentence, seen))
        if seen.tense is Tense.PRESENT:
            return Cue(Direction.PRESENT if preposition != "since" else Direction.PAST)
        seen = None if seen.parent is None else sentence.clauses[seen.parent]
    return None
