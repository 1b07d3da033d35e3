"""Verbs told once for several: "West Germany joined in 1955 and Spain in 1982" are two events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.agreement import many
from timeline.events.fitting import LONGEST
from timeline.events.wording import capital, noun_phrase
from timeline.grammar.syntax import Tense
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.model.expression import TimeExpression

_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST = 6  # words of the second subject
_JOINED = frozenset({"and", "but", ",", ";"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A second doer of a clause's verb: the words of its phrase, the last of them its head, and its own time."""

    words: tuple[int, ...]
    time: TimeExpression

    @property
    def head(self) -> int:
        """The word it goes by."""
        return self.words[-1]


def gaps(view: View, number: int) -> tuple[Gap, ...]:
    """
    Those that a finite clause tells besides its subject, each at a time of its own.

    Behind the clause's own time stands "and" or a comma, a noun phrase, the same preposition and another time.
    """
    clause = view.clauses[number]
    if clause.subject is None or clause.subject > clause.predicate or clause.tense is Tense.NONE or clause.copular:
        return ()
    days = [time for time in view.times if time.type in {"DATE", "TIME"}]
    found: list[Gap] = []
    own = next((time for time in days if _first_behind(view, number, time)), None)
    while own is not None:
        follows = ((time, _between(view, own, time)) for time in days if time.span.start > own.span.end)
        gap = next((Gap(words, time) for time, words in follows if words), None)
        if gap is not None:
            found.append(gap)
        own = None if gap is None else gap.time
    return tuple(found)


def _first_behind(view: View, number: int, time: TimeExpression) -> bool:
    """The first time behind the verb, with no other verb in between."""
    predicate = view.clauses[number].predicate
    words = [token for token in view.tokens if token.span.meets(time.span)]
    if not words or words[0].index <= predicate or view.clause_of[words[-1].index] != number:
        return False
    between = view.tokens[predicate + 1 : words[0].index]
    return all(token.pos not in {"VERB", "AUX"} and token.index not in view.timed for token in between)


def _between(view: View, one: TimeExpression, other: TimeExpression) -> tuple[int, ...]:
    """The words of a noun phrase between two times that are told with the same preposition; none where it is more."""
    words = [t.index for t in view.tokens if t.span.start >= one.span.end and t.span.end <= other.span.start]
    joins = 0
    while joins < len(words) and view.tokens[words[joins]].text.lower() in _JOINED:
        joins += 1
    phrase, preposition = words[joins:-1], words[-1:]
    before = [token for token in view.tokens if token.span.end <= one.span.start]
    same = preposition and before and view.tokens[preposition[0]].text.lower() == before[-1].text.lower()
    if not joins or not phrase or not same or len(phrase) > _LONGEST or view.tokens[preposition[0]].pos != "ADP":
        return ()
    whole = all(view.tokens[word].pos in _IN_PHRASE and word not in view.timed for word in phrase)
    return tuple(phrase) if whole and view.tokens[phrase[-1]].pos in {"NOUN", "PROPN"} else ()


def without(view: View, number: int, others: tuple[Gap, ...]) -> View:
    """The view with the clause as it stands without them, as if a mark stood there: "West Germany joined in 1955"."""
    first = others[0].words[0]
    behind = view.tokens[first].span.start
    clause = view.clauses[number]
    alone = replace(
        clause,
        span=Span(clause.span.start, min(clause.span.end, view.tokens[first - 1].span.start)),
        objects=tuple(thing for thing in clause.objects if thing < first),
        modifiers=tuple(m for m in clause.modifiers if m.span.end <= behind),
    )
    apart = {word for gap in others for word in _stretch(view, gap)}
    tokens = list(view.tokens)
    for word in apart:
        tokens[word] = replace(tokens[word], text=";", head=word, pos="PUNCT", relation="punct")
    clauses = (*view.clauses[:number], alone, *view.clauses[number + 1 :])
    return replace(
        view,
        sentence=replace(view.sentence, tokens=tuple(tokens), clauses=clauses),
        kids=tuple(tuple(kid for kid in found if kid not in apart) for found in view.kids),
        clause_of=tuple(None if word in apart else at for word, at in enumerate(view.clause_of)),
    )


def in_place_of(view: View, cast: Cast, subject: int, gap: Gap, title: str) -> str | None:
    """The first one's title with another subject, None where the verb would have to change with it."""
    if many(view, cast, subject) != many(view, cast, gap.head):
        return None
    names = (noun_phrase(view, cast, subject, detail=detail, first=True) for detail in (3, 2, 1, 0))
    name = next((text for text in names if text and title.lower().startswith(f"{text.lower()} ")), None)
    instead = (noun_phrase(view, cast, gap.head, detail=detail, first=True) for detail in (1, 0))
    if name is None:
        return None
    whole = (f"{capital(text)}{title[len(name) :]}" for text in instead if text)
    return next((text for text in whole if len(text) <= LONGEST), None)


def _stretch(view: View, gap: Gap) -> range:
    """All its words, from what joins it to the end of its time."""
    first = gap.words[0]
    while first > 0 and view.tokens[first - 1].text.lower() in _JOINED:
        first -= 1
    last = max(token.index for token in view.tokens if token.span.meets(gap.time.span))
    return range(first, last + 1)
