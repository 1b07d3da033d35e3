"""
The day that an article tells of, where its events carry no time of their own: usual, never stated.

Most news is of one day. Which one the article shows itself: it says "today" of its own news, or names the weekday on
which it was published; or it tells of yesterday. A time also carries on: what is told right after "on Friday", in the
same sentence or paragraph, is usually of that Friday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import MINUTES_PER_DAY, day_of
from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.statement import Denotes, Distance, Point, Statement, Stratum
from timeline.reasoning.anchors import dayless
from timeline.reasoning.moods import lemma_of, puts_ahead
from timeline.reasoning.reading import Reading, quoted, says_when
from timeline.reasoning.storyline import dated_past, goes_on, same_subject

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence
    from timeline.model.expression import TimeExpression

_TOLD = (Role.MAIN, Role.COORDINATE, Role.PARENTHETICAL)
_ASIDE = (Role.RELATIVE,)  # "Keating, who had stood in 1996, welcomed it": that year is not the verb's
_TODAY = 0
# Sentences that a time carries over to what somebody else did; what the same one went on to do keeps it further.
_REACH = 2
_FARTHEST = 20  # further back than any paragraph of news: time stays linear
_SEVERAL = 3  # one date of long ago is background; several make a history
_WEEK, _MONTH = 7, 31
_YEAR = re.compile(r"\d{3,4}\Z")
_BY_EVENT = frozenset({"after", "before", "following", "since", "until", "till", "during", "ahead of", "prior to"})
# A week of days, to see whether a time lies as far from publication whatever the weekday: "today" does, "Tuesday" not.
_SOME_WEEK = range(730_000, 730_007)


@dataclass(frozen=True, slots=True)
class NewsDay:
    """Days from publication to the day of the news, with the words that show it."""

    offset: int
    expression: TimeExpression


def news_day(reading: Reading) -> NewsDay | None:
    """The day that most of the article's own dated news is of, of the week up to publication; None where none is."""
    seen: dict[int, list[TimeExpression]] = {}
    for candidate in reading.candidates:
        if not told(reading, candidate):
            continue
        for expression in candidate.times:
            offset = _offset(reading, expression)
            if offset is not None and -_WEEK < offset <= _TODAY:
                seen.setdefault(offset, []).append(expression)
    if not seen:
        return None
    offset = max(seen, key=lambda one: (len(seen[one]), one))
    return NewsDay(offset, seen[offset][0])


def of_the_past(reading: Reading) -> bool:
    """The article is a history: several of its events are dated, and none by its own now or lately."""
    dated = [time for one in reading.candidates if told(reading, one) for time in one.times if time.tree is not None]
    return len(dated) >= _SEVERAL and not any(_recent(reading, time) for time in dated)


def past_form(sentence: Sentence, clause: Clause) -> bool:
    """A main clause whose only verb is a participle to the parse: "the vote passed"."""
    bare = clause.tense is Tense.NONE and clause.role is Role.MAIN and clause.subject is not None
    return bare and sentence.tokens[clause.verb].tag in ("VBD", "VBN")


def _in_line(reading: Reading, candidate: Candidate, clause: Clause) -> bool:
    """A main clause, or one joined to such; "after a lorry crashed and killed two" is as far from it as the crash."""
    sentence, seen = reading.sentences[candidate.sentence], set[int]()
    while clause.role is Role.COORDINATE and clause.predicate not in seen:
        seen.add(clause.predicate)
        above = reading.parent(sentence, clause)
        if above is None:
            break
        clause = above
    return clause.role in _TOLD


def told(reading: Reading, candidate: Candidate) -> bool:
    """It is told as something that happened, in the article's own line: a main clause of the past."""
    clause = reading.clause(candidate)
    if clause is None or candidate.event.status not in (Status.HAPPENED, Status.REPORTED, Status.DENIED):
        return False
    if not _in_line(reading, candidate, clause) or clause.perfect or clause.quoted:
        return False
    return clause.tense is Tense.PAST or past_form(reading.sentences[candidate.sentence], clause)


def of_the_day(reading: Reading, candidate: Candidate, news: NewsDay | None) -> bool:
    """The sentence around it tells from the article's own now: in the present, as said without a time, as the news."""
    clause = reading.clause(candidate)
    sentence = reading.sentences[candidate.sentence]
    seen = set()
    while clause is not None and clause.parent is not None and clause.predicate not in seen:
        seen.add(clause.predicate)
        above = reading.parent(sentence, clause)
        own = candidate.token in (clause.predicate, clause.verb)
        if above is not None and not own and (clause.tense is Tense.PAST or clause.perfect):
            verb = lemma_of(sentence.tokens[clause.predicate])
            if clause.perfect or not (puts_ahead(verb) or verb_is(verb, "say", "order", "plan", "commit")):
                return False  # "said she had tried to …": what is told there is past already
        clause = above
    if clause is None or clause.quoted:
        return False
    if clause.tense in (Tense.PRESENT, Tense.FUTURE):
        return True
    top = reading.event_of_clause(candidate.sentence, clause)
    if clause.tense is not Tense.PAST or clause.perfect or top is None:
        return False
    today = news is not None and news.offset == _TODAY
    if top.times:
        return any(_offset(reading, time) in (_TODAY, _TODAY - 1) for time in top.times)
    if dated_past(reading, top, told) is not None:
        return False
    return top.speech or (today and _told_before(reading, top) is None)


def usual_day(reading: Reading, candidate: Candidate, news: NewsDay | None, *, past: bool) -> list[Statement]:
    """
    What carries no time is, usually, of the time told right before it; else of the day of the news.

    In a history (*past*) nothing is news, and no statement of today.
    """
    clause = reading.clause(candidate)
    if clause is None or candidate.nominal or candidate.event.kind is Kind.SPAN:
        return []
    if any(says_when(time) or _lately(time) for time in candidate.times):
        return []
    if not told(reading, candidate):
        now = not past and _act_of_now(candidate, clause)
        return _of_the_news(reading, candidate, clause, news) if now else []
    verb = reading.sentences[candidate.sentence].tokens[clause.predicate]
    gone = dated_past(reading, candidate, told, says=verb_is(lemma_of(verb), "say"))
    if gone is not None:
        return [] if _has_time(reading, candidate, clause) else goes_on(reading, candidate, gone)
    if past:
        return []
    if _has_time(reading, candidate, clause) and not candidate.speech:
        return []
    before = _told_before(reading, candidate)
    if before is None:
        return _of_the_news(reading, candidate, clause, news)
    if before.day is not None and _recent(reading, before.day) and not _has_time(reading, candidate, clause):
        return [_carried(reading, candidate, before.event, before.day)]
    return _of_the_news(reading, candidate, clause, news) if candidate.speech else []


def _lately(time: TimeExpression) -> bool:
    """As in "in recent days": past, and not of one day."""
    return time.type == "DURATION" and time.anchor == "publication" and time.value.startswith("PX")


def _act_of_now(candidate: Candidate, clause: Clause) -> bool:
    """What is said in the present is said as the article is written."""
    return candidate.speech and clause.tense is Tense.PRESENT and not clause.perfect and clause.modal is None


def _of_the_news(reading: Reading, candidate: Candidate, clause: Clause, news: NewsDay | None) -> list[Statement]:
    verb = reading.sentences[candidate.sentence].tokens[clause.verb]
    word, begin = quoted(reading.words(verb)), Point(candidate.event.id, "begin")
    entry = reading.scenes.at(candidate.event.head)
    if entry is not None:
        says = f"{word} carries no time: usually the day of its entry ({quoted(entry.span.of(reading.article.text))})"
        told_then = Denotes(candidate.event.id, entry.named.tree, None)
        return [reading.state(told_then, "day of the entry", says, span=verb.span, stratum=Stratum.USUAL)]
    if news is not None and news.offset == _TODAY:
        words = quoted(news.expression.text)
        says = f"{word} carries no time: usually the day of the news, which is that of publication ({words})"
        constraint = Distance(begin, reading.published, least=0, most=0)
    elif candidate.speech:
        # where the news is of some days ago, a statement may be as old as it
        back = 1 if news is None or clause.tense is Tense.PRESENT else max(1, -news.offset)
        says = f"{word} carries no time: usually that day or the day before"
        if back > 1 and news is not None:
            says = f"{word} carries no time: usually not before the day of the news ({quoted(news.expression.text)})"
        constraint = Distance(begin, reading.published, least=0, most=back)
    else:
        return []
    rule = "day of a statement" if candidate.speech else "day of the news"
    return [reading.state(constraint, rule, says, span=verb.span, stratum=Stratum.USUAL)]


class _Before(NamedTuple):
    """The event with a time that was told last, and its time where that is one day."""

    event: Candidate
    day: TimeExpression | None


def _told_before(reading: Reading, candidate: Candidate) -> _Before | None:
    """
    The event of the article's line with a time that was told last before this one, in its paragraph.

    A statement goes on from statements alone: "was kidnapped on Wednesday, police said".
    """
    here = reading.sentences[candidate.sentence].paragraph
    for number in range(candidate.sentence, max(-1, candidate.sentence - _FARTHEST), -1):
        if reading.sentences[number].paragraph != here or reading.sentences[number].heading:
            return None
        for one in reversed(reading.by_sentence[number]):
            later = one.event.head.start >= candidate.event.head.start
            if one.nominal or later or not one.times or not told(reading, one):
                continue
            same = number == candidate.sentence or same_subject(reading, candidate, one)
            far = candidate.sentence - number >= _REACH and not same
            if far or (candidate.speech and not one.speech) or (one.speech and not candidate.speech and not same):
                return None
            return _Before(one, next((time for time in one.times if _names_day(reading, time)), None))
    return None


def _carried(reading: Reading, candidate: Candidate, before: Candidate, expression: TimeExpression) -> Statement:
    """To the day: the hour does not carry over."""
    says = f"It is told after {quoted(expression.text)} and carries no time: usually of the same day"
    constraint = Distance(Point(before.event.id, "begin"), Point(candidate.event.id, "begin"), least=0, most=0)
    return reading.state(constraint, "day of the story", says, span=expression.span, stratum=Stratum.USUAL)


def _has_time(reading: Reading, candidate: Candidate, clause: Clause) -> bool:
    """Its clause speaks of a time after all, of something in it ("the plague of 1233") or by an event ("after it")."""
    sentence = reading.sentences[candidate.sentence]
    asides = [one.span for one in sentence.clauses if one.role in _ASIDE and reading.parent(sentence, one) is clause]
    own = [
        span
        for span in (
            *(time.span for time in reading.times_of[candidate.sentence] if says_when(time)),
            *(token.span for token in sentence.tokens if token.pos == "NUM" and _YEAR.search(reading.words(token))),
        )
        if clause.span.meets(span) and not any(aside.covers(span) for aside in asides)
    ]
    owned = {time.span for one in reading.by_sentence[candidate.sentence] for time in one.times}
    hanging = [
        one.span
        for one in sentence.clauses
        if one.role is Role.INFINITIVE and one.tense is Tense.NONE and reading.parent(sentence, one) is clause
    ]
    stray = [time for time in reading.times_of[candidate.sentence] if says_when(time) and time.span not in owned]
    if own or any(span.covers(time.span) for time in stray for span in hanging):
        return True  # "won a scholarship to study there in 1961": whose time that is, is not clear
    return any((one.preposition or "").lower() in _BY_EVENT for one in clause.modifiers)


def _recent(reading: Reading, expression: TimeExpression) -> bool:
    """It is told from publication, or lies within a month of it: news. A date of long ago is a story's, which leaps."""
    if expression.anchor == "publication":
        return True
    offset = _offset(reading, expression)
    return offset is not None and abs(offset) <= _MONTH and reading.article.published.one_day


def _names_day(reading: Reading, expression: TimeExpression) -> bool:
    """It names one day, or a part of one."""
    if expression.tree is None or expression.type not in ("DATE", "TIME") or dayless(reading, expression):
        return False
    if expression.anchor not in ("none", "publication"):
        return False
    found = expression.tree.at(_SOME_WEEK[0] * MINUTES_PER_DAY)
    return found is not None and found.end - found.start <= MINUTES_PER_DAY


def _offset(reading: Reading, expression: TimeExpression) -> int | None:
    """Days from publication to the day it names; None where that is not known, or it names no single day."""
    if not _names_day(reading, expression) or expression.tree is None:
        return None
    published = reading.article.published
    days = [day_of(published.earliest)] if published.one_day and published.earliest is not None else [*_SOME_WEEK]
    found = {
        day_of(interval.start) - day
        for day in days
        if (interval := expression.tree.at(day * MINUTES_PER_DAY)) is not None
    }
    return found.pop() if len(found) == 1 else None
