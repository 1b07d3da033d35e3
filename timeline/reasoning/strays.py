"""Times that stand with a verb and are none of its own: a deadline, an offer's end, the day of what is only planned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.expressions import EveryYear, resolve
from timeline.events.kinds import verb_lasts
from timeline.events.lexicon import verb_is
from timeline.grammar.governing import mood_class
from timeline.grammar.syntax import Tense
from timeline.model.event import Status
from timeline.reasoning.moods import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence, Token
    from timeline.model.expression import TimeExpression
    from timeline.model.span import Span
    from timeline.reasoning.reading import Reading

_TOLD = (Status.HAPPENED, Status.REPORTED, Status.DENIED)
_LIMITS = frozenset({"until", "till", "by", "through", "to"})
_AT = frozenset({"at", "during", "in", "on"})  # "arrested in a Monday raid": the raid's day is the arrest's
_SET_AS = re.compile(r"\s+as (a|an|the|its|their|his|her)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(a|an|the|its|his|her|their|this)\s+\Z", re.IGNORECASE)
_THE = re.compile(r"the\b", re.IGNORECASE)
_IN_WHICH = re.compile(r"\s+(in which|when|that)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\A(\d{4}-[QH]\d|FY\d{4})\Z")
_FOR = re.compile(r"\bfor (the |its |their |his |her )?\Z", re.IGNORECASE)
_ONLY_IN = re.compile(r",\s+(?!and\b|but\b)[^,.;]*\b(only|just) (in|on|at) (the )?\Z", re.IGNORECASE)
_PHRASE = 80
_ORIGIN = frozenset({"date", "trace"})
_DAY = len("2025-08-20")


def in_a_name(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """A feast that names which one it was, of whatever year: "the Easter Rising", "the Boxing Day tsunami"."""
    if not isinstance(getattr(time.tree, "pattern", None), EveryYear):
        return False
    sentence = reading.sentences[candidate.sentence]
    last = _head_of(sentence, time)
    return last is not None and sentence.tokens[last.head].pos in ("PROPN", "NOUN") and last.head > last.index


def of_what_it_names(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """
    It says which thing is meant, or when something was that the clause has no verb for.

    "Results for the first quarter" come after it; in "died in 2003, the winter in which the river froze" the winter is
    that of 2003; in "won the league, seven points from safety only in October" nothing was won in October.
    """
    text = reading.article.text
    before = text[max(0, time.span.start - _PHRASE) : time.span.start]
    own = [one for one in candidate.times if one.span.end <= time.span.start and one.type == "DATE"]
    if time.anchor == "publication" and own and _THE.match(time.text) and _IN_WHICH.match(text, time.span.end):
        return text[own[-1].span.end : time.span.start].strip() == ","
    if _PERIOD.search(time.value) and _FOR.search(before):
        verb = lemma_of(reading.sentences[candidate.sentence].tokens[candidate.token])
        return not verb_is(verb, "plan")
    found = _ONLY_IN.search(before)
    if found is None or candidate.event.head.end > time.span.start - len(found[0]):
        return False
    first = time.span.start - len(found[0])
    tokens = reading.sentences[candidate.sentence].tokens
    return not any(first <= token.span.start < time.span.start and token.pos in ("VERB", "AUX") for token in tokens)


def stray(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """
    It says when something else in the verb's clause is, or is to be, or ends.

    "The June 14 deadline" is the deadline's; "set 10 November as the deadline" makes it one; "extended its offer until
    6 November" moves the offer's end. What the past tells was not done on a day after publication: that day is
    the ceremony's to which he "has invited" her.
    """
    if _SET_AS.match(reading.article.text, time.span.end) and reading.preposition(candidate.sentence, time) is None:
        return True
    return (
        _before_noun(reading, candidate, time)
        or _set_for(reading, candidate, clause, time)
        or _moves_end(reading, candidate, clause, time)
        or _too_late(reading, candidate, clause, time)
    )


def holder(reading: Reading, candidate: Candidate, time: TimeExpression) -> Candidate | None:
    """The event whose noun a stray time belongs to: what it stands before, what was done to, the one before it."""
    sentence = reading.sentences[candidate.sentence]
    head, clause = _head_of(sentence, time), reading.clause(candidate)
    named = None if head is None else reading.by_token.get((candidate.sentence, head.head))
    if named is not None and named.nominal:
        return named
    if clause is not None and clause.passive and clause.subject is not None:
        named = reading.by_token.get((candidate.sentence, clause.subject))
        return named if named is not None and named.nominal else None
    before = [
        one
        for one in reading.by_sentence[candidate.sentence]
        if one.nominal and candidate.event.head.end <= one.event.head.start and one.event.head.end <= time.span.start
    ]
    return before[-1] if before else None


def with_its_object(reading: Reading, owned: set[Span]) -> Iterator[tuple[Candidate, TimeExpression]]:
    """A day that the parse gave to the verb's object: "opened an inquiry on Monday" was on Monday."""
    for number, sentence in enumerate(reading.sentences):
        for time in reading.times_of[number]:
            noun = _object_of(sentence, time)
            clause = None if noun is None else next((c for c in sentence.clauses if c.predicate == noun.head), None)
            if noun is None or clause is None or clause.tense is not Tense.PAST or time.span in owned:
                continue
            told = reading.event_of_clause(number, clause)
            named = reading.by_token.get((number, noun.index), told)
            if told is None or told.times or told.nominal or named is not told:
                continue
            if not stray(reading, told, clause, time):
                yield told, time


def verb_of_object(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> Candidate | None:
    """The verb that began or did what the noun names: "launched an inquiry on Monday" is the launch's day."""
    sentence = reading.sentences[candidate.sentence]
    noun = _object_of(sentence, time)
    if noun is None or noun.index != candidate.token or noun.head != clause.predicate:
        return None
    verb = lemma_of(sentence.tokens[clause.predicate])
    if clause.tense is not Tense.PAST or verb not in mood_class("brings"):
        return None
    return reading.event_of_clause(candidate.sentence, clause)


def _object_of(sentence: Sentence, time: TimeExpression) -> Token | None:
    """The object noun in front of a day ("an inquiry on Monday"), to the parse its head."""
    head = _head_of(sentence, time)
    if head is None or head.relation != "nominal" or len(time.value) < _DAY or time.type == "DURATION":
        return None
    case = {kid.text.lower() for kid in sentence.children(head.index) if kid.relation == "case"}
    noun = sentence.tokens[head.head]
    return noun if noun.relation == "object" and noun.index < head.index and case <= {"on"} else None


def _head_of(sentence: Sentence, time: TimeExpression) -> Token | None:
    """The word of a time by which it hangs on what is outside it."""
    words = [token for token in sentence.tokens if time.span.covers(token.span)]
    inside = {word.index for word in words}
    return next((word for word in reversed(words) if word.head not in inside), None)  # not its article


def _before_noun(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """A date that stands before a noun as a word about it: "the June 14 deadline"."""
    text = reading.article.text
    if time.type != "DATE" or not _ARTICLE.search(text[: time.span.start][-8:]):
        return False
    sentence = reading.sentences[candidate.sentence]
    head = _head_of(sentence, time)
    if head is None or head.relation not in ("compound", "nominal", "number", "amod"):
        return False
    noun = sentence.tokens[head.head]
    # one word may stand between: "the June 14 court date"
    behind = 0 < noun.index - head.index <= 2
    if noun.pos not in ("NOUN", "PROPN") or not behind:
        return False
    case = reading.case(candidate.sentence, noun.index)
    return case is None or case.words not in _AT


def _set_for(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """The verb gives its object a day: "the vote was set for Monday" tells the vote's day."""
    verb = lemma_of(reading.sentences[candidate.sentence].tokens[clause.predicate])
    preposition = reading.preposition(candidate.sentence, time)
    if verb in _ORIGIN and preposition in ("to", "from"):
        return True  # "the oven was dated to 1200 BC"
    return verb_is(verb, "plan") and preposition == "for"


def _moves_end(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """The verb moves the end of its object: "extended the truce until Friday", "postponed the vote to Monday"."""
    verb = lemma_of(reading.sentences[candidate.sentence].tokens[clause.predicate])
    return verb_lasts(verb, "moves") and reading.preposition(candidate.sentence, time) in _LIMITS


def _too_late(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """
    The past tells it, and the time begins after the publication day.

    A time that is told with its year is taken at its word: then it does not fit the publication day, and that is shown.
    """
    past = clause.tense is Tense.PAST or clause.perfect
    if not past or clause.modal is not None or candidate.event.status not in _TOLD:
        return False
    published = reading.article.published
    if published.latest is None or time.tree is None or time.anchor in ("event", "none"):
        return False
    first = resolve(time.tree, published).begin.earliest
    if first is None or first <= published.latest:
        return False
    head = _head_of(reading.sentences[candidate.sentence], time)
    if time.anchor == "none" and head is not None and head.head == candidate.token:
        return False  # "resigned on 5 August 2030": text and publication day contradict each other, and are shown to
    return reading.preposition(candidate.sentence, time) not in _LIMITS
