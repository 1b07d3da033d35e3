"""Event mentions that somebody else has found, put into the grammar so that they can be dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.candidate import Candidate
from timeline.events.kinds import kind_of
from timeline.events.lexicon import verb_is
from timeline.events.status import judge
from timeline.events.timing import owners
from timeline.events.view import look
from timeline.model.event import Event, Status
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.view import View
    from timeline.grammar.syntax import Sentence
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression


def given(
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    spans: Sequence[tuple[int, int]],
    others: Sequence[Candidate] = (),
) -> list[Candidate]:
    """
    A candidate for each head-word span, in the same order.

    *others* are events of the article that stand beside them: a time that belongs to one of those belongs to none here.

    A mention that is no event to a reader (a state, a wish) is taken as one all the same, as its own form has it;
    a span outside any sentence gets a candidate that no rule can date.
    """
    views = look(article.text, sentences, expressions)
    places = _places(views)
    heads: dict[int, dict[int, tuple[int, ...]]] = {}
    for other in others:
        if other.nominal:
            words = tuple(views[other.sentence].subtree(other.token))
            heads.setdefault(other.sentence, {})[other.token] = words
    for span in spans:
        place = _place(places, span)
        if place is not None and views[place[0]].tokens[place[1]].pos in {"NOUN", "PROPN"}:
            heads.setdefault(place[0], {})[place[1]] = tuple(views[place[0]].subtree(place[1]))
    times = {number: owners(views[number], heads.get(number, {})) for number in {place[0] for place in places.values()}}
    return [
        _candidate(article, views, times, _place(places, span), Span(*span), order) for order, span in enumerate(spans)
    ]


def _places(views: Sequence[View]) -> dict[int, tuple[int, int]]:
    """Where each character of a word stands: sentence and token."""
    return {
        position: (view.number, token.index)
        for view in views
        for token in view.tokens
        for position in range(token.span.start, token.span.end)
    }


def _place(places: dict[int, tuple[int, int]], span: tuple[int, int]) -> tuple[int, int] | None:
    """The token of a head: its last word, since "set up" and "re-election" are known by one."""
    found = [places[position] for position in range(span[0], span[1]) if position in places]
    return found[0] if found else None


def _candidate(
    article: Article,
    views: Sequence[View],
    times: dict[int, dict[int, list[TimeExpression]]],
    place: tuple[int, int] | None,
    span: Span,
    order: int,
) -> Candidate:
    name = f"{article.id}-{span.start}-{order}"
    words = span.of(article.text)
    event = Event(id=name, article=article.id, title=words, quote=words, span=span, head=span)
    if place is None:
        return Candidate(event, 0, 0, None)
    view, token = views[place[0]], place[1]
    number = view.clause_of[token]
    clause = None if number is None else view.clauses[number]
    own = clause is not None and token in {clause.predicate, clause.verb}
    nominal = view.tokens[token].pos in {"NOUN", "PROPN"} and not own
    status = (judge(view, number) if own and number is not None else None) or Status.HAPPENED
    lemma = view.lemma(token)
    mine = times.get(place[0], {}).get(token, [])
    event = Event(
        id=name,
        article=article.id,
        title=words,
        quote=view.sentence.span.of(article.text),
        span=view.sentence.span,
        head=span,
        kind=kind_of(view, token, nominal=nominal, times=mine),
        status=status,
    )
    return Candidate(
        event,
        view.number,
        token,
        number,
        nominal=nominal,
        speech=own and verb_is(lemma, "say", "act"),
        definite=nominal,
        times=tuple(mine),
    )
