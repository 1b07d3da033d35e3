"""Past or future from the parse: the tense of the clause an expression stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timeline.grammar.governing import mood_class
from timeline.grammar.syntax import Role, Tense
from timeline.phrases.cues import Cue, Direction
from timeline.phrases.rules import tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.grammar.syntax import Clause, Sentence
    from timeline.model.span import Span

_DUE_WITHIN = 3
"""Words after its "be" within which "due" stands: "is now due to begin"."""


class Index:
    """The sentences of an article, found by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]

    def in_heading(self, span: Span) -> bool:
        """It stands in a headline or a section title."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._sentences[at].heading and self._sentences[at].span.covers(span)

    def scheduled(self, span: Span) -> bool:
        """Its clause tells, in the simple present, of what a calendar of events has: "the show opens on Friday"."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._sentences[at].span.meets(span):
            return False
        clause = _innermost(self._sentences[at], span)
        return clause is not None and _is_scheduled(self._sentences[at], clause)

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
        if (planned and verb.span.end < span.start) or _is_due(sentence, clause, span):
            return Cue(Direction.FUTURE, strong=clause.tense is Tense.PRESENT and not clause.perfect)
        if _is_arranged(clause, span, preposition):
            return Cue(Direction.FUTURE, from_now=True)
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


def _is_scheduled(sentence: Sentence, clause: Clause) -> bool:
    """A main clause in the simple present whose verb is one of schedules; a heading's present is of what has been."""
    if sentence.heading or clause.role is not Role.MAIN or clause.tense is not Tense.PRESENT or clause.quoted:
        return False
    if clause.perfect or clause.progressive or clause.passive or clause.copular or clause.modal or clause.conditional:
        return False
    verb = sentence.tokens[clause.verb]
    after = [token.text.lower() for token in sentence.tokens[clause.verb + 1 : clause.verb + 3]]
    if verb.lemma in tense.SCHEDULED:
        return not tense.QUOTATIONS.intersection(after[:1])  # "shares close higher on Friday"
    return " ".join([verb.lemma, *after]).startswith(tense.SCHEDULED_PHRASES)


def _is_due(sentence: Sentence, clause: Clause, span: Span) -> bool:
    """Between its "be" and the time stands what puts it ahead: "elections are due on 8 November"."""
    if not clause.copular:
        return False
    between = sentence.tokens[clause.verb + 1 : clause.verb + 1 + _DUE_WITHIN]
    return any(token.text.lower() in tense.DUE and token.span.end < span.start for token in between)


def _is_arranged(clause: Clause, span: Span, preposition: str | None) -> bool:
    """It is told in the present that goes on, and on its own day: "the mayor is visiting Leeds on Friday"."""
    own = any(each.span.meets(span) for each in clause.modifiers)
    going_on = clause.progressive and clause.tense is Tense.PRESENT and not clause.perfect and clause.role is Role.MAIN
    return going_on and own and preposition == "on"


def _planned_now(sentence: Sentence, clause: Clause) -> bool:
    """What hangs from a verb of the present is to come from now on: "plans to return in July"."""
    seen: set[int] = set()
    while clause.role is Role.INFINITIVE and clause.parent is not None and clause.parent not in seen:
        seen.add(clause.parent)
        clause = sentence.clauses[clause.parent]
    return clause.tense is Tense.PRESENT and not clause.perfect and not clause.quoted and clause.modal is None


def _carried_out(sentence: Sentence, clause: Clause) -> bool:
    """What hangs from its verb happened with it, and lies where that does: "began to drain it on Monday"."""
    if clause.parent is None:
        return False
    governing = sentence.clauses[clause.parent]
    return sentence.tokens[governing.predicate].lemma.lower() in mood_class("done")


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
        if seen.role is Role.INFINITIVE and not _carried_out(sentence, seen):
            return Cue(Direction.FUTURE, from_now=_planned_now(sentence, seen))
        if seen.tense is Tense.PRESENT:
            return Cue(Direction.PRESENT if preposition != "since" else Direction.PAST)
        seen = None if seen.parent is None else sentence.clauses[seen.parent]
    return None
