"""Two tellings of one event: "invaded Kuwait on 2 August … the invasion"; "was kidnapped … when he was kidnapped"."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline._files import data
from timeline.events.kinds import condition
from timeline.events.lexicon import verb_is
from timeline.model.event import Status
from timeline.model.statement import Distance, Point, Statement, Stratum
from timeline.reasoning.moods import Mood, lemma_of, standing
from timeline.reasoning.reading import Reading, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause, Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
_PUBLISHING = frozenset({"publish", "release", "issue"})  # and "come out"
_CLOSE = 3  # sentences that "the invasion" may stand from the invasion it means
_NEAR = 20  # tellings of one word that are compared, the latest first: time stays linear
# Nouns and verbs too common to be one event by their word alone.
_COMMON = frozenset(
    [
        "be",
        "have",
        "do",
        "say",
        "tell",
        "make",
        "take",
        "get",
        "give",
        "go",
        "come",
        "use",
        "call",
        "ask",
        "see",
        "find",
        "know",
        "report",
        "talk",
        "work",
    ]
)


class _Telling(NamedTuple):
    """One telling: its event, the words of those who take part, and whether it says itself that it is known."""

    candidate: Candidate
    names: frozenset[str]
    definite: bool
    bare: bool
    noun: str = ""
    published: str = ""  # what came out: a report does so once


@cache
def _verbs() -> Mapping[str, str]:
    with data("derived.csv").open(encoding="utf-8", newline="") as file:
        return {row["noun"]: row["verb"] for row in csv.DictReader(file)}


def by_sameness(reading: Reading) -> list[Statement]:
    """What is told a second time without a time is, usually, of the day it was told with first."""
    found: list[Statement] = []
    seen: dict[str, list[_Telling]] = {}
    for candidate in sorted(reading.candidates, key=lambda one: one.event.head):
        word = _word(reading, candidate)
        if word is None:
            continue
        telling = _telling(reading, candidate)
        known = seen.setdefault(word, [])
        matches = [other for other in known[-_NEAR:] if _one(other, telling)]
        dated = [other for other in matches if other.candidate.times]
        if not candidate.times and matches:
            first = dated[-1] if dated else matches[0]
            if len({time.value for other in dated for time in other.candidate.times}) <= 1 or not telling.bare:
                found += _same(reading, first.candidate, candidate)
        elif candidate.times:
            for other in matches:
                if not other.candidate.times or _coarser(other.candidate, candidate):
                    found += _same(reading, candidate, other.candidate)
                elif _coarser(candidate, other.candidate):
                    found += _same(reading, other.candidate, candidate)
        known.append(telling)
    return found


def _coarser(one: Candidate, other: Candidate) -> bool:
    """The one's time is the year or month of the other's: "in 2003", "on 28 April 2003"."""
    return len(one.times) == len(other.times) == 1 and _within(other.times[0].value, one.times[0].value)


def _within(value: str, whole: str) -> bool:
    """By how TIMEX3 values are written: the day begins with its month and year."""
    return len(value) > len(whole) >= len("2003") and whole[:4].isdigit() and value.startswith(whole + "-")


def known_as(reading: Reading, sentence: int, token: int) -> Candidate | None:
    """The event told before that a definite noun, itself taken for no event, speaks of again: "after the arrest"."""
    words = reading.sentences[sentence]
    noun = words.tokens[token]
    if not any(kid.text.lower() in _DEFINITE or kid.relation == "possessive" for kid in words.children(token)):
        return None
    wanted = _verbs().get(noun.lemma.lower(), noun.lemma.lower())
    told = [one for one in reading.candidates if (one.sentence, one.token) < (sentence, token)]
    return next((one for one in reversed(told) if _word(reading, one) == wanted), None)


def _word(reading: Reading, candidate: Candidate) -> str | None:
    """The verb that tells it, or the one behind the noun; None where it is no telling of something that happened."""
    if candidate.event.status not in _HAPPENED or candidate.speech:
        return None
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    lemma = token.lemma.lower() if candidate.nominal else lemma_of(token)
    if not candidate.nominal and (lemma in _PUBLISHING or (lemma == "come" and _particle(reading, candidate) == "out")):
        lemma = "publish"
    word = _verbs().get(lemma, lemma) if candidate.nominal else lemma
    if word in _COMMON or verb_is(word, "say", "think", "state", "aspect"):
        return None
    if not candidate.nominal:
        stand = standing(reading, candidate)
        if stand is None or stand.mood is not Mood.PLAIN or stand.governing.modal is not None:
            return None
    return word


def _particle(reading: Reading, candidate: Candidate) -> str | None:
    kids = reading.sentences[candidate.sentence].children(candidate.token)
    return next((kid.text.lower() for kid in kids if kid.relation in ("particle", "adverb")), None)


def _telling(reading: Reading, candidate: Candidate) -> _Telling:
    sentence = reading.sentences[candidate.sentence]
    token = sentence.tokens[candidate.token]
    if candidate.nominal:
        kids = sentence.children(token.index)
        held = [kid for kid in kids if kid.relation in ("possessive", "nominal", "compound", "amod")]
        names = frozenset(word for kid in held for word in _names_in(reading, candidate, kid.index))
        definite = any(kid.text.lower() in _DEFINITE for kid in kids) or any(k.relation == "possessive" for k in kids)
        return _Telling(candidate, names, definite, bare=not names, noun=token.lemma.lower())
    clause = reading.clause(candidate)
    nouns = [] if clause is None else [*([] if clause.subject is None else [clause.subject]), *clause.objects]
    nouns += [] if clause is None else [one.head for one in clause.modifiers if one.preposition in ("by", "of", "in")]
    names = frozenset(word for noun in nouns for word in _names_in(reading, candidate, noun))
    out = "" if clause is None or _word(reading, candidate) != "publish" else _published(sentence, clause)
    return _Telling(candidate, names, definite=False, bare=False, published=out)


def _published(sentence: Sentence, clause: Clause) -> str:
    """The word for what came out."""
    intransitive = clause.passive or not clause.objects
    thing = clause.subject if intransitive else clause.objects[0]
    return "" if thing is None or sentence.tokens[thing].pos == "PRON" else sentence.tokens[thing].lemma.lower()


def _names_in(reading: Reading, candidate: Candidate, index: int) -> list[str]:
    """The word itself, and the names compounded with it."""
    sentence = reading.sentences[candidate.sentence]
    words = [sentence.tokens[index], *(kid for kid in sentence.children(index) if kid.pos == "PROPN")]
    return [_stem(word.text) for word in words if word.pos in ("NOUN", "PROPN", "ADJ")]


def _stem(word: str) -> str:
    """A name and its adjective alike: "Iraq", "Iraqi"."""
    return word.casefold().removesuffix("'s")[:5]


def _one(first: _Telling, second: _Telling) -> bool:
    """
    The second may be the first told again.

    "The invasion" right after it; "Iraq's invasion of Kuwait" where all who take part did so before; a verb only with
    the same two beside it.
    """
    if first.candidate.event.id == second.candidate.event.id:
        return False
    near = second.candidate.sentence - first.candidate.sentence <= _CLOSE
    if second.candidate.nominal:
        if second.bare:
            # of a siege or an embargo an article has one; of raids and speeches, several
            lasting = condition(second.noun) and first.noun == second.noun
            return second.definite and (near or lasting)
        return second.definite and second.names <= first.names
    if first.candidate.nominal:
        return first.definite and len(first.names) > 1 and first.names <= second.names
    if near and first.published and first.published == second.published:
        return True
    return first.names == second.names and len(first.names) > 1


def _same(reading: Reading, dated: Candidate, again: Candidate) -> list[Statement]:
    words = quoted(again.event.head.of(reading.article.text))
    says = f"{words} speaks, usually, of the same event as {quoted(dated.event.title)}"
    found = []
    for side in ("begin", "end"):
        constraint = Distance(Point(dated.event.id, side), Point(again.event.id, side), least=0, most=0)
        found.append(reading.state(constraint, "told again", says, span=again.event.head, stratum=Stratum.USUAL))
    return found
