"""Rules that date an event by a time, by its publication, or by what it is known to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds
from timeline.chrono.durations import days_long
from timeline.chrono.expressions import (
    After,
    Ago,
    Ahead,
    Before,
    Either,
    Last,
    Month,
    Next,
    Relative,
    Season,
    Shift,
    This,
    Weekday,
)
from timeline.chrono.expressions import Span as Stretch
from timeline.chrono.granularity import Granularity
from timeline.chrono.words import tree_words
from timeline.events.kinds import TAKING
from timeline.grammar.syntax import Tense
from timeline.model.event import Kind, Status
from timeline.model.span import Span
from timeline.model.statement import Calendar, Denotes, Distance, Point, Reason, Statement, Stratum, Within, publication
from timeline.reasoning.anchors import anchored, calendar_of, carried, dayless, leaning, story_before
from timeline.reasoning.distances import by_distance
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.reading import Reading, quoted
from timeline.reasoning.weekdays import by_weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.chrono.bounds import Range
    from timeline.chrono.expressions import Tree
    from timeline.events.candidate import Candidate
    from timeline.events.landmarks import Landmarks
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression
    from timeline.model.original import Original

_GIVEN = {
    "user": (Stratum.EDIT, "The publication day was set by you"),
    "text": (Stratum.TEXT, "The article states its publication day"),
    "metadata": (Stratum.METADATA, "The page states its publication day"),
}
_ENDS = {
    "since": "begin",
    "from": "begin",
    "until": "end",
    "till": "end",
    "through": "end",
    "to": "end",
    "by": "before",
}
_BEGINNING = frozenset({"begin", "start", "enter", "launch", "open", "commence", "erupt", "resume"})
_ENDING = frozenset({"end", "finish", "cease", "conclude", "expire", "stop", "close"})
_LIMITS = frozenset({"until", "till", "by"})
_BEYOND: dict[str | None, Callable[[Tree], Tree]] = {"before": Before, "after": After, "following": After}
_BETWEEN = re.compile(r"\bbetween \S+ and (about |around )?\Z", re.IGNORECASE)
# "for the first time since 1994", "the worst flood since the war of 1953", "its lowest level since"
_SINCE = re.compile(
    r"\b(first|last|only|most|least|best|worst|biggest|\w{3,}est|any|more|fewer|less)\b[^.;:]*"
    r"\bsince (the |early |late )?\Z",
    re.IGNORECASE,
)
_COMPARING = 60
_PHRASE = 40  # characters: "between about 5 and about" before the second of two times
_JOINTS = frozenset({",", "and", ", and", "&"})
_JOINED = re.compile(r"\b(and|but)\b")
_KINDS = {
    "Weekday": "names a weekday",
    "Month": "names a month, not a year",
    "MonthDay": "names a day, not a year",
    "DayOfMonth": "names a day, not a month",
    "Season": "names a season, not a year",
}
_SAYS = {
    "both": "{words} is when it took place",
    "begin": "It began then: {words}",
    "end": "It ended then: {words}",
    "before": "It was not later: {words}",
}


def publication_given(article: Article) -> list[Statement]:
    """The publication day where the article, its page or the user gives it; it is a statement like any other."""
    found = []
    if article.given is not None and not article.published.open:
        span = article.given_span
        text = "" if span is None else span.of(article.text)
        stratum, says = _GIVEN[article.given]
        if article.given == "metadata" and article.original is not None and article.original.dated_by:
            says, text = _states(article.original), article.original.dated_by
        found.append(_published(article, article.published, stratum, says, text))
    if article.original is not None and not article.original.published.open and article.given in (None, "text"):
        found += _by_original(article, article.original)
    return found


def _by_original(article: Article, original: Original) -> list[Statement]:
    """What the file says of the day beside its text; a whole day that the text itself states goes first, unopposed."""
    if article.published.one_day:
        return []
    return [_published(article, original.published, Stratum.METADATA, _states(original), original.dated_by)]


def _states(original: Original) -> str:
    if original.published.one_day:
        return f"The {original.format} states its publication day: {original.dated_by}"
    return f"It was changed, saved or sent on by then, so it was published no later: {original.dated_by}"


def _published(article: Article, window: Range, stratum: Stratum, says: str, text: str) -> Statement:
    bounds = Bounds.within(window)
    reason = Reason(
        rule="publication day",
        stratum=stratum,
        says=says,
        text=text,
        span=article.given_span if stratum is not Stratum.METADATA else None,
        article=article.id,
        bounds=bounds,
    )
    return Statement(Within(publication(article.id), bounds), stratum, reason)


def by_expression(reading: Reading, candidate: Candidate) -> list[Statement]:
    """The times that belong to the event by the parse: "visited in April", "since March", "by Friday"."""
    found: list[Statement] = []
    for expression in candidate.times:
        if _of_another(reading, candidate, expression):
            continue
        if expression.type == "DURATION" and expression.tree is None:
            found += by_distance(reading, candidate, expression) or _lasting(reading, candidate, expression)
            continue
        anchor, tree = anchored(reading, candidate, expression)
        if tree is None:
            found += _later(reading, candidate, expression)
            continue
        if dayless(reading, expression) or _compared(reading, expression):
            continue
        at_event = expression.anchor == "event"  # "three days after the verdict": the preposition is the event's
        inside = candidate.nominal and expression.span.end <= candidate.event.head.start  # "after the 2004 tsunami"
        preposition = None if at_event or inside else reading.preposition(candidate.sentence, expression)
        ends = _side(reading, candidate, expression, preposition)
        if preposition in _LIMITS and isinstance(tree, Next) and _over(reading, candidate):
            tree = Either(Last(tree.pattern), tree)  # "searched until Friday" is over: this limit does not look ahead
        tree, ends = _beyond(expression, tree, ends, preposition)
        says = _told(reading, expression, preposition, ends)
        if candidate.event.kind is Kind.SPAN and isinstance(tree, Stretch) and preposition in ("from", None):
            found += _from_to(reading, candidate, expression, tree, anchor)
            continue
        constraint = Denotes(candidate.event.id, tree, anchor, ends)
        if reading.scenes.heads(expression.anchor_span) and expression.anchor_span is not None:
            entry = quoted(expression.anchor_span.of(reading.article.text))
            says = f"{quoted(expression.text)} is told on the day of its entry, {entry}"
            found.append(reading.state(constraint, "time expression", says, span=expression.span))
        elif carried(expression) or (anchor is None and leaning(reading, expression)):
            found += _by_story(reading, candidate, expression, constraint)
        else:
            found.append(reading.state(constraint, "time expression", says, span=expression.span))
    return [*found, *by_weekday(reading, candidate, found)]


def _beyond(expression: TimeExpression, tree: Tree, ends: str, preposition: str | None) -> tuple[Tree, str]:
    """The time before or after the one that is named, and which end of the event it bounds."""
    if preposition == "before" and isinstance(tree, Next) and isinstance(tree.pattern, (Month, Season)):
        # "before the summer", said in July, is before the next one; and "the summer recess" is some time in it
        months = 3 if isinstance(tree.pattern, Season) else 1
        return Relative(tree, Shift(Granularity.MONTH, months)), "before"
    if preposition == "before" and expression.mod == "END":
        return tree, "before"  # "before the end of the year" leaves all of the year
    first, _, last = (preposition or "").rpartition(" ")
    if first in _ENDS and last in _BEYOND:
        return _BEYOND[last](tree), _ENDS[first]  # "until after midnight"
    return (_BEYOND[preposition](tree), "both") if preposition in _BEYOND else (tree, ends)


def _told(reading: Reading, expression: TimeExpression, preposition: str | None, ends: str) -> str:
    """What the words say of the event; a time that counts from another event is quoted with that event."""
    if expression.anchor == "event" and expression.anchor_span is not None:
        reach = Span(expression.span.start, max(expression.span.end, expression.anchor_span.end))
        return _SAYS[ends].format(words=quoted(reach.of(reading.article.text)))
    words = quoted(_with_preposition(reading, expression.span, preposition))
    if expression.type in ("DATE", "TIME") and ends == "both":
        return f"{words} {_names(expression)}"
    return _SAYS[ends].format(words=words)


def _compared(reading: Reading, expression: TimeExpression) -> bool:
    """What is the first, or the worst, *since* a time was not going on since then."""
    before = reading.article.text[max(0, expression.span.start - _COMPARING) : expression.span.start]
    return bool(_SINCE.search(before))


def _from_to(
    reading: Reading, candidate: Candidate, expression: TimeExpression, tree: Stretch, anchor: Point | None
) -> list[Statement]:
    """Two times joined, "from 1238 to 1241": what lasted began in the first and ended in the second."""
    words = quoted(expression.text)
    parts = ((tree.first, "begin", "It began at the first of"), (tree.last, "end", "It ended at the second of"))
    return [
        reading.state(
            Denotes(candidate.event.id, part, anchor, side), "time expression", f"{says} {words}", span=expression.span
        )
        for part, side, says in parts
    ]


def _over(reading: Reading, candidate: Candidate) -> bool:
    """It is told in the past as having happened."""
    clause = reading.clause(candidate)
    happened = candidate.event.status in (Status.HAPPENED, Status.REPORTED)
    return clause is not None and happened and clause.tense is Tense.PAST


def _side(reading: Reading, candidate: Candidate, expression: TimeExpression, preposition: str | None) -> str:
    """Which end of the event a time bounds: "since March", "until noon"; of "on Monday and Tuesday" each its own."""
    text = reading.article.text
    turned = _turn(reading, candidate, expression)
    if turned is not None and _ENDS.get(preposition or "") is None:
        return turned
    if preposition == "and" or _BETWEEN.search(text[max(0, expression.span.start - _PHRASE) : expression.span.start]):
        return "before"  # "between 5 and 6 a.m.": not later than the second
    return _listed(reading, candidate, expression) or _ENDS.get(preposition or "", "both")


def _listed(reading: Reading, candidate: Candidate, expression: TimeExpression) -> str | None:
    """Of dates in a row, "in 1952, 1955 and 1982", the first is the begin and the last the end."""
    row: list[TimeExpression] = []
    joints: list[str] = []
    for one in sorted((one for one in candidate.times if one.type == "DATE"), key=lambda one: one.span):
        joint = reading.article.text[row[-1].span.end : one.span.start].strip() if row else ""
        if row and joint not in _JOINTS:
            if expression in row:
                break
            row, joints = [], []
        row.append(one)
        joints += [joint] if len(row) > 1 else []
    if expression not in row or (joints == [","] or not joints):
        return None
    return "begin" if expression is row[0] else "end" if expression is row[-1] else "between"


def _turn(reading: Reading, candidate: Candidate, expression: TimeExpression) -> str | None:
    """The end of what lasts that the verb around a time speaks of: "production began in May", "talks that ended"."""
    if not candidate.nominal or candidate.event.kind is not Kind.SPAN:
        return None
    sentence = reading.sentences[candidate.sentence]
    around = [clause for clause in sentence.clauses if clause.span.covers(expression.span)]
    if not around:
        return None
    clause = min(around, key=lambda one: one.span.end - one.span.start)
    verb = lemma_of(sentence.tokens[clause.predicate])
    return "begin" if verb in _BEGINNING else "end" if verb in _ENDING else None


def _of_another(reading: Reading, candidate: Candidate, expression: TimeExpression) -> bool:
    """What is joined on without its verb has a time of its own: "rebuilt in wood in May, and in stone only in 1960"."""
    if _listed(reading, candidate, expression) == "between":
        return True
    before = [one.span.end for one in candidate.times if one.type in ("DATE", "TIME")]
    before = [end for end in before if end <= expression.span.start]
    if not before or expression.type != "DATE":
        return False
    between = reading.article.text[max(before) : expression.span.start]
    return bool(_JOINED.search(between)) and between.strip() not in _JOINTS


def _later(reading: Reading, candidate: Candidate, expression: TimeExpression) -> list[Statement]:
    """How much later is not known, but that it is later: "Two weeks later he wrote"."""
    base = story_before(reading, candidate, expression)
    if base is None or base.event.id == candidate.event.id:
        return []
    says = f"{quoted(expression.text)}: not before “{base.event.title}”"
    constraint = Distance(Point(base.event.id, "begin"), Point(candidate.event.id, "begin"), least=0)
    return [reading.state(constraint, "later", says, span=expression.span)]


def _by_story(
    reading: Reading, candidate: Candidate, expression: TimeExpression, constraint: Denotes
) -> list[Statement]:
    """A time without its year or week is, usually, that of the story; what the words say by themselves is stated."""
    words, span = quoted(expression.text), expression.span
    own = calendar_of(expression)
    if candidate.speech and own is not None and own[0] is not None:
        # "…, she said on Wednesday": a statement's weekday is that of publication, in a story too
        weekday = Denotes(candidate.event.id, Last(Weekday(own[0])), reading.published)
        return [reading.state(weekday, "time expression", f"{words} {_names(expression)}", span=span)]
    base = "" if expression.anchor_span is None else quoted(expression.anchor_span.of(reading.article.text))
    says = f"{words}, told after {base}, is usually of the same time"
    found = [reading.state(constraint, "story", says, span=span, stratum=Stratum.USUAL)]
    if own is not None and constraint.ends in ("both", "begin"):
        said = Calendar(candidate.event.id, *own)
        found.append(reading.state(said, "time expression", f"{words} {_names(expression)}", span=span))
    return found


def by_landmark(reading: Reading, candidate: Candidate, landmarks: Landmarks) -> list[Statement]:
    """The event is, by its words, a well-known one: its date is the landmark's."""
    landmark = None if candidate.landmark is None else landmarks.get(candidate.landmark)
    if landmark is None:
        return []
    says = f"This is a known event: {landmark.name}"
    constraint = Within(candidate.event.id, landmark.bounds)
    span, stratum = candidate.event.head, Stratum.LANDMARK
    return [reading.state(constraint, "known event", says, span=span, stratum=stratum, landmark=landmark.id)]


def _lasting(reading: Reading, candidate: Candidate, expression: TimeExpression) -> list[Statement]:
    """
    The length of "for two weeks": the distance from begin to end, half a unit either way.

    In the present perfect it is counted back from publication: "has ruled for ten years". A length that is a limit
    ("for up to ten days") or about right says nothing to the day.
    """
    length = days_long(expression.value)
    preposition = reading.preposition(candidate.sentence, expression)
    adjective = preposition is None and candidate.nominal  # "the eight-year war"
    lasted = preposition in ("for", "throughout") or adjective or _takes(reading, candidate)
    if length is None or expression.mod is not None or candidate.event.kind is not Kind.SPAN or not lasted:
        return []
    begin, end = Point(candidate.event.id, "begin"), Point(candidate.event.id, "end")
    says = f"{quoted(expression.text)} is how long it lasted"
    clause = reading.clause(candidate)
    if clause is not None and clause.perfect and clause.tense is Tense.PRESENT and not candidate.nominal:
        begun = Distance(begin, reading.published, length[0])
        return [reading.state(begun, "duration", says, span=expression.span)]
    constraint = Distance(begin, end, *length)
    return [reading.state(constraint, "duration", says, span=expression.span)]


def _takes(reading: Reading, candidate: Candidate) -> bool:
    """The verb's object is its length: "lasted five weeks", "took two years"."""
    return lemma_of(reading.sentences[candidate.sentence].tokens[candidate.token]) in TAKING


def _with_preposition(reading: Reading, span: Span, preposition: str | None) -> str:
    text = reading.article.text
    if preposition:
        start = max(0, span.start - len(preposition) - 2)
        place = text[start : span.start].lower().rfind(preposition)
        if place >= 0 and not text[start + place + len(preposition) : span.start].strip():
            return text[start + place : span.end]
    return span.of(text)


def _names(expression: TimeExpression) -> str:
    """What kind of time the words name, for the reason's sentence."""
    tree = expression.tree
    pattern = type(getattr(tree, "pattern", None)).__name__
    if pattern in _KINDS:
        return _KINDS[pattern]
    if expression.anchor == "none":
        return "names the time"
    if expression.anchor != "publication":
        return "counts from another time"
    named = tree_words(tree, "publication") if isinstance(tree, (This, Shift, Ago, Ahead)) else None
    return "is counted from publication" if named is None else f"is {named}"
