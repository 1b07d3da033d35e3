"""Day or span: whether what a word tells lasts longer than a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.durations import days_long
from timeline.events.lexicon import noun_is, verb_is
from timeline.model.event import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.view import View
    from timeline.model.expression import TimeExpression

LASTING = frozenset({"since", "until", "till", "throughout", "for", "over"})


def kind_of(view: View, token: int, *, nominal: bool, times: Sequence[TimeExpression]) -> Kind:
    """
    Span where the words say that it lasts: a noun that lasts, a duration, "since", "until", an activity under way.

    Everything else is taken as a day: what the text does not say to last is told as a point (the larger part of news).
    """
    if any(_lasts(view, time) for time in times):
        return Kind.SPAN
    lemma = view.lemma(token)
    if nominal:
        return Kind.SPAN if noun_is(lemma, "span") else Kind.DAY
    number = view.clause_of[token]
    if number is None:
        return Kind.DAY
    clause = view.clauses[number]
    under_way = clause.progressive or (clause.perfect and verb_is(lemma, "durative", "state"))
    return Kind.SPAN if token == clause.predicate and under_way and not verb_is(lemma, "say") else Kind.DAY


def _lasts(view: View, time: TimeExpression) -> bool:
    """It says how long: "for two weeks", "since March"; "in three days" is a point, and so is an hour."""
    if time.type == "DURATION":
        length = days_long(time.value)
        return length is not None and length[1] > 1
    before = [token.text.lower() for token in view.tokens if token.span.end <= time.span.start]
    return bool(before) and before[-1] in LASTING - {"for", "over"}
