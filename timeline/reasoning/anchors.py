"""
What a time expression hangs on: publication, another time, or an event.

"Two weeks later" hangs on what was told just before, not on whatever time was named last;
"in October", in a story, on the year of the story, which is usual and not stated.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from timeline.chrono.expressions import DayOfMonth, Fixed, Month, MonthDay, Relative, Season, Weekday
from timeline.chrono.expressions import Span as Stretch
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status
from timeline.model.statement import Point
from timeline.reasoning.sameness import known_as

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression
    from timeline.model.span import Span
    from timeline.reasoning.reading import Reading

# Words by which an expression itself refers to a time told before it.
_REFERRING = re.compile(
    r"\b(that|this|those|same|later|earlier|after|before|following|previous|next|preceding|then|of the|the day)\b",
    re.IGNORECASE,
)
# Words by which a clock time names its day.
_DAY = re.compile(
    r"\b(to(day|night|morrow)|this|yesterday|last|next|ago|overnight|(mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|[12]?\d(st|nd|rd|th)|jan|feb|march|april|may|june?|july?|aug|sept?|oct|nov|dec|\w+ber|\w+uary|august|\d{4})\b",
    re.IGNORECASE,
)
_THE_UNIT = re.compile(r"\bof the (year|month|week|quarter|decade|century)\Z|\bof year\Z", re.IGNORECASE)
_FORTH = re.compile(r"\b(later|after|afterwards?|following|next)\b", re.IGNORECASE)
_AFTER_THIS = re.compile(r"\s+(after|before|following|from)\s+(this|that|it)\b", re.IGNORECASE)
_REACH = 2  # sentences into the next paragraph that a time goes on over, where none is told between
_MOVED = re.compile(r"\b(later|earlier|after|afterwards?|before|following|previous|preceding|next)\b", re.IGNORECASE)


def carried(expression: TimeExpression) -> bool:
    """Its year or week is that of another expression and its own words do not say so: "In October the company …"."""
    told_from = expression.anchor_span is not None and expression.anchor != "event"
    return told_from and not _REFERRING.search(expression.text)


def dayless(reading: Reading, expression: TimeExpression) -> bool:
    """A clock time whose day the text does not say, or one told from such: "at 6 a.m. … Twenty minutes later …"."""
    return any(
        one.type == "TIME" and one.anchor == "publication" and one.anchor_span is None and not _DAY.search(one.text)
        for one in _chain(reading, expression)
    )


def leaning(reading: Reading, expression: TimeExpression) -> bool:
    """It is told from an expression whose own year or week is that of the story."""
    return any(carried(base) for base in _chain(reading, expression)[1:])


def _chain(reading: Reading, expression: TimeExpression) -> list[TimeExpression]:
    """The expression, the one it is told from, the one that is told from, and so on."""
    chain, seen = [expression], {expression.span}
    while (span := chain[-1].anchor_span) is not None and span not in seen and span in reading.by_span:
        seen.add(span)
        chain.append(reading.by_span[span])
    return chain


def calendar_of(expression: TimeExpression) -> tuple[int | None, int | None, int | None] | None:
    """Weekday, month and day of the month that the words name by themselves; None where they name none of them."""
    pattern = _pattern(expression.tree)
    if isinstance(pattern, Weekday):
        return pattern.number, None, None
    if isinstance(pattern, Month):
        return None, pattern.number, None
    if isinstance(pattern, MonthDay):
        return None, pattern.month, pattern.day
    if isinstance(pattern, DayOfMonth):
        return None, None, pattern.day
    return None


def anchored(reading: Reading, candidate: Candidate, expression: TimeExpression) -> tuple[Point | None, Tree | None]:
    """The tree with the point it hangs on; no tree where that point is unknown."""
    tree = expression.tree
    if tree is None:
        return None, None
    if expression.anchor == "event":
        point = _at_event(reading, expression.anchor_span)
        if point is None or point.subject == candidate.event.id:
            point = _what_this_is(reading, candidate, expression)
        return point, None if point is None else tree
    if expression.anchor_span is not None and _MOVED.search(expression.text):
        return _after_story(reading, candidate, expression, tree)
    if expression.anchor == "none":
        return None, tree
    if expression.anchor == "publication":
        return (None, None) if _of_the_story(reading, candidate, expression) else (reading.published, tree)
    base = _owner(reading, expression.anchor_span)
    return (None, None) if base is None else (Point(base.event.id, "begin"), tree)


def _of_the_story(reading: Reading, candidate: Candidate, expression: TimeExpression) -> bool:
    """In the past, "the end of the year" is of the year that is told of, which may be any."""
    clause = reading.clause(candidate)
    past = clause is not None and clause.tense is Tense.PAST
    return past and expression.anchor_span is None and bool(_THE_UNIT.search(expression.text))


def _after_story(
    reading: Reading, candidate: Candidate, expression: TimeExpression, tree: Tree
) -> tuple[Point | None, Tree | None]:
    """
    "Two weeks later": after the event whose time it refers to, where that event carries the story.

    A time named in passing ("every payment since March 2015") is none that the story goes on from; then it is
    the main event of the sentence before.
    """
    base = _owner(reading, expression.anchor_span)
    named = (None if expression.anchor == "none" else reading.published), tree
    if base is not None and base.event.id == candidate.event.id:
        return named
    if base is None:  # told from a time that no event of the story has
        return named if _next_to(reading, candidate, expression) else (None, None)
    leads = _leads(reading, base) and _goes_on_from(reading, candidate, base)
    # from a time that is longer it is told as a stretch, see `phrases.trees.counted_from`
    counted = tree.first if isinstance(tree, Stretch) and isinstance(tree.first, Relative) and not leads else tree
    if not isinstance(counted, Relative):  # told as a time of its own already
        return named if leads else (None, None)
    event = base if leads else _leading_before(reading, candidate)
    return (None, None) if event is None else (Point(event.event.id, "begin"), counted.tree)


def _what_this_is(reading: Reading, candidate: Candidate, expression: TimeExpression) -> Point | None:
    """As in "ten days after this": what was told just before; the clause's own verb is none to count from."""
    if not _AFTER_THIS.match(reading.article.text, expression.span.end):
        return None
    told = _leading_before(reading, candidate)
    return None if told is None else Point(told.event.id, "begin")


def story_before(reading: Reading, candidate: Candidate, expression: TimeExpression) -> Candidate | None:
    """What "two weeks later", the length of which is not known, comes after; None where the words go back."""
    if expression.anchor_span is None or not _FORTH.search(expression.text):
        return None
    base = _owner(reading, expression.anchor_span)
    if base is not None and _leads(reading, base) and _goes_on_from(reading, candidate, base):
        return base
    return _leading_before(reading, candidate)


def _goes_on_from(reading: Reading, candidate: Candidate, base: Candidate) -> bool:
    """Nothing with a time of its own was told in between, in the same paragraph: the base carries the story."""
    if reading.sentences[base.sentence].paragraph != reading.sentences[candidate.sentence].paragraph:
        between = range(base.sentence + 1, candidate.sentence)
        if between and base.speech:
            return False
        return len(between) < _REACH and not any(reading.times_of[number] for number in between)
    between = range(base.sentence, candidate.sentence + 1)
    told = [one for number in between for one in reading.by_sentence[number]]
    return not any(
        base.event.head < one.event.head < candidate.event.head
        and one.times
        and not one.nominal
        and _leads(reading, one)
        for one in told
        if one.event.id not in (base.event.id, candidate.event.id)
    )


def _next_to(reading: Reading, candidate: Candidate, expression: TimeExpression) -> bool:
    """The time it is told from stands in the same sentence or the one before."""
    span = expression.anchor_span
    first = reading.sentences[max(0, candidate.sentence - 1)].span
    return span is not None and first.start <= span.start


def _leads(reading: Reading, candidate: Candidate) -> bool:
    """It is told in a main clause, or is a noun in one."""
    clause = reading.clause(candidate)
    return clause is not None and _main(clause)


def _main(clause: Clause) -> bool:
    return clause.role in (Role.MAIN, Role.COORDINATE, Role.PARENTHETICAL) and clause.tense is not Tense.FUTURE


def _leading_before(reading: Reading, candidate: Candidate) -> Candidate | None:
    """The last main-clause event of the sentence before, in the same paragraph."""
    here = reading.sentences[candidate.sentence].paragraph
    for number in range(candidate.sentence - 1, max(-1, candidate.sentence - 3), -1):
        if reading.sentences[number].paragraph != here:
            break
        told = [one for one in reading.by_sentence[number] if not one.nominal and _leads(reading, one)]
        told = [one for one in told if one.event.status in (Status.HAPPENED, Status.REPORTED)]
        if told:
            return told[-1]
    return None


def _owner(reading: Reading, span: Span | None) -> Candidate | None:
    """The event that the expression at a span belongs to."""
    if span is None:
        return None
    return next((one for one in reading.candidates if any(time.span == span for time in one.times)), None)


def _at_event(reading: Reading, span: Span | None) -> Point | None:
    """The event that the words name first: one told there, or the one that its noun tells again ("the arrest")."""
    if span is None:
        return None
    for number, sentence in enumerate(reading.sentences):
        if not sentence.span.meets(span):
            continue
        for token in sentence.tokens:
            if not span.covers(token.span):
                continue
            told = reading.by_token.get((number, token.index))
            if told is None and token.pos == "NOUN" and token.relation != "compound":
                told = known_as(reading, number, token.index)
            if told is not None:
                return Point(told.event.id, "begin")
            if token.pos in ("VERB", "CCONJ"):
                return None
    return None


def _pattern(tree: Any) -> Any:  # noqa: ANN401 - trees and patterns of every kind
    """The pattern at the outermost place of a tree: what the words themselves name."""
    if tree is None or isinstance(tree, Fixed):
        return None
    if isinstance(tree, Relative):
        return _pattern(tree.tree)
    for place in fields(tree):
        inner = getattr(tree, place.name)
        if isinstance(inner, (Weekday, Month, MonthDay, Season, DayOfMonth)):
            return inner
        if place.name in ("tree", "pattern") and is_dataclass(inner):
            return _pattern(inner)
    return None
