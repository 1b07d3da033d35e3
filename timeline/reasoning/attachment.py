"""Times that the parse gave to the wrong clause, given to the event they belong to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status
from timeline.reasoning.reading import COUNTED_FROM, Reading, says_when
from timeline.reasoning.strays import holder, in_a_name, of_what_it_names, stray, verb_of_object, with_its_object

# Verbs whose infinitive happens where and when they do, being one thing with it.
_CARRYING = frozenset({"return", "go", "come", "begin", "start", "continue", "resume", "manage", "learn"})
_LIMITS = frozenset({"until", "till", "since", "by", "through"})
_PHRASE = 25  # characters: "said in an interview in May that …" is still near its verb
_GIVES_A_DAY = frozenset({"date", "send", "write", "issue", "publish", "release", "post"})
_YEAR = re.compile(r"\d{4}\Z")
_OF_A_YEAR = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_FROM_NOW = re.compile(r"\b(last|this|next|coming|past)\b", re.IGNORECASE)
_BACK = 2  # sentences of a paragraph that a memory goes on from
_TWO_YEARS = 2 * 366 * MINUTES_PER_DAY
_NEW_PHRASE = re.compile(r"\s*,\s*(in|on|at)\s+(the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(and|or)\b")
_CLOSE = 80  # characters from a length to the event it is told from: a noun phrase


if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence, Token
    from timeline.model.expression import TimeExpression


def settled(reading: Reading) -> Reading:
    """
    The same article, each time with the event whose clause it stands in.

    A year that only names a thing ("cut its 1990 forecast") is none of the verb's, nor is the day of a deadline.
    "Five years after its launch" is how far the clause's event lies from the launch.
    What stands behind two clauses joined by "and", each with its subject, is of the second.
    What stands before the word that opens a clause is not of that clause: in "shot them this morning before he was
    killed", "this morning" is when he shot them.
    """
    moved: dict[str, list[TimeExpression]] = {}
    left: dict[str, set[TimeExpression]] = {}
    for candidate in reading.candidates:
        for time in candidate.times:
            owner = _owner(reading, candidate, time)
            if owner is candidate:
                continue
            left.setdefault(candidate.event.id, set()).add(time)
            if owner is not None:
                moved.setdefault(owner.event.id, []).append(time)
    owned = {time.span for one in reading.candidates for time in one.times}
    for owner, time in (*_orphans(reading), *with_its_object(reading, owned), *_in_a_letter(reading)):
        moved.setdefault(owner.event.id, []).append(time)
    if not left and not moved:
        return reading
    candidates = tuple(_changed(one, moved, left) for one in reading.candidates)
    return Reading(reading.article, reading.sentences, reading.expressions, candidates)


def _orphans(reading: Reading) -> list[tuple[Candidate, TimeExpression]]:
    """Times of an infinitive that is no event and carries no time of its own: "returned to work on Wednesday"."""
    owned = {time.span for candidate in reading.candidates for time in candidate.times}
    found = []
    for number, sentence in enumerate(reading.sentences):
        for clause in sentence.clauses:
            above = reading.parent(sentence, clause)
            if clause.role is not Role.INFINITIVE or clause.objects or above is None or above.tense is not Tense.PAST:
                continue
            told = reading.event_of_clause(number, above)
            verb = sentence.tokens[above.predicate].lemma.lower()
            if told is None or verb not in _CARRYING or reading.event_of_clause(number, clause) is not None:
                continue
            times = [one for one in reading.expressions if one.span not in owned and one.type != "DURATION"]
            inside = [one for one in times if any(each.span.covers(one.span) for each in clause.modifiers)]
            found += [(told, time) for time in inside]
    return found


def _in_a_letter(reading: Reading) -> Iterator[tuple[Candidate, TimeExpression]]:
    """The day of the letter in which somebody says something: "in a letter dated 2 May he warned …"."""
    for told in reading.candidates:
        clause, sentence = reading.clause(told), reading.sentences[told.sentence]
        if clause is None or not told.speech or any(map(says_when, told.times)):
            continue
        phrases = {one.head for one in clause.modifiers if (one.preposition or "").lower() == "in"}
        for time in reading.times_of[told.sentence]:
            head = next((token for token in sentence.tokens if time.span.covers(token.span)), None)
            if head is not None and time.tree is not None and _dated_thing(sentence, head) in phrases:
                yield told, time
                break


def _dated_thing(sentence: Sentence, word: Token) -> int | None:
    """The noun that a participle gives a day: "a letter *dated* 2 May", "a report published on 2 May"."""
    seen = set[int]()
    while word.index not in seen and word.head != word.index:
        seen.add(word.index)
        word = sentence.tokens[word.head]
        if word.relation == "participle" and word.lemma.lower() in _GIVES_A_DAY:
            return word.head
    return None


def _owner(reading: Reading, candidate: Candidate, time: TimeExpression) -> Candidate | None:
    """The event a time belongs to that the parse gave to *candidate*: that one, another, or none."""
    clause = reading.clause(candidate)
    if in_a_name(reading, candidate, time) or of_what_it_names(reading, candidate, time):
        return None
    if reading.scenes.heads(time.span) and any(one is not time and says_when(one) for one in candidate.times):
        return None  # "August 22, 2007 – It sank on Monday": its day is that of the entry
    if clause is None:
        return candidate
    if _remembered(reading, candidate, clause, time):
        return None
    if candidate.nominal:
        told = reading.event_of_clause(candidate.sentence, clause)
        if told is not None and _distance_to(reading, candidate, time):
            return told
        return verb_of_object(reading, candidate, clause, time) or candidate
    if stray(reading, candidate, clause, time):
        return holder(reading, candidate, time)
    if _attributive(reading, candidate, time) or _not_of(reading, candidate, clause, time):
        return None
    if time.anchor == "event" and _counted_to_itself(reading, candidate, clause, time):
        return _above(reading, candidate, clause, time)
    found = _joined_before(reading, candidate, clause, time) or _above(reading, candidate, clause, time)
    return found or _behind_a_relative(reading, candidate, clause, time) or candidate


def _remembered(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """
    A month or season without its year in the words of somebody who remembers a past told of right before.

    "In January 1963 the river froze. 'We walked across it until March,' she said" is not the March of last year.
    """
    if not clause.quoted or clause.tense is not Tense.PAST or time.anchor != "publication":
        return False
    if not _OF_A_YEAR.search(time.text) or _FROM_NOW.search(time.text):
        return False
    published, here = reading.article.published, reading.sentences[candidate.sentence].paragraph
    for number in range(candidate.sentence - 1, max(-1, candidate.sentence - _BACK - 1), -1):
        if reading.sentences[number].paragraph != here:
            return False
        for one in reading.times_of[number]:
            past = one.tree.at(0) if one.anchor == "none" and one.tree is not None else None
            if past is not None and (published.earliest is None or past.end < published.earliest - _TWO_YEARS):
                return True
    return False


def _behind_a_relative(
    reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression
) -> Candidate | None:
    """The event of the governing clause, which goes on behind a comma: "married Ann, who retired in 2009, in 1952"."""
    if clause.role is not Role.RELATIVE:
        return None
    text = reading.article.text
    before = [one.span.end for one in candidate.times if one.type == "DATE" and one.span.end <= time.span.start]
    if not before or not _NEW_PHRASE.fullmatch(text, max(before), time.span.start) or _AND.match(text, time.span.end):
        return None
    above = reading.parent(reading.sentences[candidate.sentence], clause)
    return None if above is None else reading.event_of_clause(candidate.sentence, above)


def _above(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> Candidate | None:
    """The event of the governing clause, where the time stands before the word that opens this one."""
    if clause.role is not Role.ADVERBIAL:
        return None
    opens = _opening(reading, candidate, clause)
    above = reading.parent(reading.sentences[candidate.sentence], clause)
    other = None if above is None else reading.event_of_clause(candidate.sentence, above)
    if opens is None or other is None:
        return None
    return other if other.event.head.end <= time.span.start and time.span.end <= opens else None


def _counted_to_itself(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """As the "an hour" of "an hour after they had come" is to the coming: how far something else lies from it."""
    opens = _opening(reading, candidate, clause)
    at = time.anchor_span is not None and time.anchor_span.covers(candidate.event.head)
    return at and clause.role is Role.ADVERBIAL and opens is not None and time.span.end <= opens


def _distance_to(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """The length stands before the event, with "after" or "before" between the two."""
    between = reading.article.text[time.span.end : max(time.span.end, candidate.event.head.start)]
    return time.type == "DURATION" and bool(COUNTED_FROM.match(between)) and len(between) < _CLOSE


def _not_of(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> bool:
    """
    What cannot be its time: a date of what is under way now, a limit or a far-off year of what was said once.

    "Is investigating the bombings of May 1998"; "estimated that it would lose money until 1994"; "said that profit
    fell … from 12 million last year".
    """
    if candidate.event.status is not Status.HAPPENED:
        return False
    if clause.progressive and clause.tense is Tense.PRESENT and not clause.perfect:
        return time.anchor == "none" and time.type == "DATE"
    if not candidate.speech:
        return False
    sentence = reading.sentences[candidate.sentence]
    told = any(reading.parent(sentence, one) is clause and one.role is Role.COMPLEMENT for one in sentence.clauses)
    far = time.span.start - candidate.event.head.end > _PHRASE
    return reading.preposition(candidate.sentence, time) in _LIMITS or (
        told and far and len(time.value) <= len("2003-05")
    )


def _attributive(reading: Reading, candidate: Candidate, time: TimeExpression) -> bool:
    """A year that stands before a noun as a word about it, and not as a phrase of its own: "its 1990 forecast"."""
    tokens = reading.sentences[candidate.sentence].tokens
    words = [token for token in tokens if time.span.covers(token.span)]
    if len(words) != 1 or not _YEAR.match(time.value):
        return False
    word, over = words[0], tokens[words[0].head]
    bare = not any(token.relation == "case" and token.head == word.index for token in tokens)
    return bare and over.index > word.index and over.pos in ("NOUN", "PROPN")


def _joined_before(reading: Reading, candidate: Candidate, clause: Clause, time: TimeExpression) -> Candidate | None:
    """The clause joined on, with its own subject, that ends in the time: "… and police found him Friday"."""
    sentence = reading.sentences[candidate.sentence]
    found = None
    for one in sentence.clauses:
        later = one.verb > clause.verb and sentence.tokens[one.verb].span.end <= time.span.start
        own = one.subject is not None and clause.subject is not None and clause.verb < one.subject < one.verb
        if later and own and one.role is Role.COORDINATE and one.tense is Tense.PAST:
            found = reading.event_of_clause(candidate.sentence, one)
    return None if found is None or found.event.id == candidate.event.id else found


def _opening(reading: Reading, candidate: Candidate, clause: Clause) -> int | None:
    """Where the connective of a clause stands."""
    first = (clause.connective or "").lower().split(" ")[0]
    tokens = reading.sentences[candidate.sentence].tokens
    found = [token.span.start for token in tokens[: clause.predicate] if first and token.text.lower() == first]
    return found[-1] if found else None


def _changed(
    candidate: Candidate, moved: dict[str, list[TimeExpression]], left: dict[str, set[TimeExpression]]
) -> Candidate:
    gone = left.get(candidate.event.id, set())
    new = moved.get(candidate.event.id, [])
    if not gone and not new:
        return candidate
    return replace(candidate, times=(*(time for time in candidate.times if time not in gone), *new))
