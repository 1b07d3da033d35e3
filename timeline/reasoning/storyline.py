"""
A dated past that the text has gone back to: what is told on in it belongs to it, and not to the news.

"In July 1997 Moore founded the club. He hired a coach." The hiring is of that time or soon after: usual, not stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import MINUTES_PER_DAY, day_of
from timeline.chrono.expressions import resolve
from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind
from timeline.model.statement import Denotes, Distance, Point, Statement, Stratum
from timeline.reasoning.anchors import anchored, dayless
from timeline.reasoning.reading import Reading, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence
    from timeline.model.expression import TimeExpression

_LINE = (Role.MAIN, Role.COORDINATE, Role.PARENTHETICAL)
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_MONTH = 31
_BACK = 2  # sentences without a time that a dated past carries over: a paragraph of a story
_NEXT = 1  # sentences over which the time itself carries on
_SOME_DAY = 730_000  # for an article of any day: "last December" lies far back from each


class Past(NamedTuple):
    """The event of the line that the text was dated by last, with its time, which lies well before publication."""

    event: Candidate
    time: TimeExpression
    looked_back: bool = False  # told in the past perfect: what comes next may be of then or of now


def dated_past(
    reading: Reading, candidate: Candidate, told: Callable[[Reading, Candidate], bool], *, says: bool = False
) -> Past | None:
    """
    The dated past in which an event without a time is told; None where the text tells of its own now.

    It is told of now again as soon as a main clause is in the present, or an event of it is dated lately. What is
    only *said* stays in that past within its paragraph and from a sentence before.
    """
    own = reading.sentences[candidate.sentence]
    if candidate.speech and any(clause.tense in (Tense.PRESENT, Tense.FUTURE) for clause in own.clauses):
        return None  # "told reporters that prices will rise"
    here = own.paragraph
    first = candidate.sentence - 1 if says else candidate.sentence
    for number in range(first, max(-1, candidate.sentence - _BACK - 1), -1):
        sentence = reading.sentences[number]
        if sentence.heading or (says and sentence.paragraph != here):
            return None
        for one in reversed(reading.by_sentence[number]):
            if one.nominal or one.event.head.start >= candidate.event.head.start or not one.times:
                continue
            if told(reading, one):
                return _past(reading, one)
            if not says and _looks_back(reading, one) and (past := _past(reading, one)) is not None:
                return past._replace(looked_back=True)
        if _of_now(sentence, candidate if number == candidate.sentence else None):
            return None
    return None


def goes_on(reading: Reading, candidate: Candidate, past: Past) -> list[Statement]:
    """It is of that time, joined to it in one sentence; told right after it, of that time or soon after."""
    if candidate.event.kind is Kind.SPAN or past.looked_back:
        return []
    words, span = quoted(past.time.text), past.time.span
    if past.event.sentence == candidate.sentence and _joined(reading, candidate):
        anchor, tree = anchored(reading, past.event, past.time)
        if tree is not None and past.event.event.kind is Kind.DAY:
            says = f"It is joined to what was {words} and carries no time: usually of the same time"
            same = Denotes(candidate.event.id, tree, anchor)
            return [reading.state(same, "day of the story", says, span=span, stratum=Stratum.USUAL)]
    far = candidate.sentence - past.event.sentence
    if far > _NEXT or (far and not same_subject(reading, candidate, past.event)):
        return []
    length = _days(reading, past.time)
    if length is None:
        return []
    begin, own = Point(past.event.event.id, "begin"), Point(candidate.event.id, "begin")
    if length > _MONTH:  # a life told year by year leaps: "was born in 1921. She studied law"
        says = f"It is told right after {words} and carries no time: usually not earlier"
        constraint = Distance(begin, own, least=0)
    else:
        says = f"It is told right after {words} and carries no time: usually of that time or of the {_MONTH} days after"
        constraint = Distance(begin, own, least=0, most=_MONTH)
    return [reading.state(constraint, "day of the story", says, span=span, stratum=Stratum.USUAL)]


def _looks_back(reading: Reading, one: Candidate) -> bool:
    """A main clause in the past perfect: "In 2019 inspectors had warned …"."""
    clause = reading.clause(one)
    return clause is not None and clause.perfect and clause.tense is Tense.PAST and clause.role in _LINE


def _past(reading: Reading, one: Candidate) -> Past | None:
    """Its time, where that ended more than a month before publication."""
    for time in one.times:
        if time.tree is None or time.type not in ("DATE", "TIME") or time.anchor == "event" or dayless(reading, time):
            continue
        published = reading.article.published
        if published.latest is None or published.earliest is None:
            if time.anchor != "none":
                continue
            return Past(one, time) if time.anchor_span is None else None
        last = resolve(time.tree, published).end.latest
        if last is not None and last < published.earliest - _MONTH * MINUTES_PER_DAY:
            return Past(one, time)
    return None


def _days(reading: Reading, time: TimeExpression) -> int | None:
    """How many days the time names: a month 31."""
    if time.tree is None:
        return None
    published = reading.article.published
    day = published if published.one_day else Range(_SOME_DAY * MINUTES_PER_DAY, _SOME_DAY * MINUTES_PER_DAY)
    found = resolve(time.tree, day)
    if found.begin.earliest is None or found.end.latest is None:
        return None
    return day_of(found.end.latest) - day_of(found.begin.earliest) + 1


def _joined(reading: Reading, candidate: Candidate) -> bool:
    """It is joined to a clause before it without a subject of its own: "…, burned it and withdrew"."""
    clause = reading.clause(candidate)
    if clause is None or clause.role is not Role.COORDINATE:
        return False
    above = reading.parent(reading.sentences[candidate.sentence], clause)
    return above is not None and (clause.subject is None or clause.subject == above.subject)


def _of_now(sentence: Sentence, candidate: Candidate | None) -> bool:
    """A clause of the line is in the present, outside quotes; of the event's own sentence, what stands before it."""
    return any(
        _now(sentence, clause)
        for clause in sentence.clauses
        if candidate is None or sentence.tokens[clause.verb].span.end <= candidate.event.head.start
    )


def _now(sentence: Sentence, clause: Clause) -> bool:
    verb = sentence.tokens[clause.predicate].lemma.lower()
    saying = clause.tense is Tense.PRESENT and verb_is(verb, "say")
    return clause.tense in (Tense.PRESENT, Tense.FUTURE) and clause.role in _LINE and (saying or not clause.quoted)


def same_subject(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Both tell of the same one, as far as the words show: the same noun, or a pronoun."""
    mine, its = _subject(reading, one), _subject(reading, other)
    return mine is not None and its is not None and (mine == its or mine in _PRONOUNS)


def _subject(reading: Reading, candidate: Candidate) -> str | None:
    clause = reading.clause(candidate)
    if clause is None or clause.subject is None:
        return None
    return reading.sentences[candidate.sentence].tokens[clause.subject].text.casefold()
