"""Day or span: whether what a word tells lasts longer than a day."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.chrono.durations import days_long
from timeline.events.eventive import christened
from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.view import View
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression

# Prepositions by which a time says that something fills it or has an end in it.
LASTING = frozenset({"since", "until", "till", "throughout", "through", "from", "between"})
# Prepositions and verbs by which a bare length is how long it lasted.
_LENGTH = frozenset({"for", "over", "throughout", "during", "through"})
_FROM = frozenset({"after", "before", "later", "earlier", "ago", "from", "following", "prior", "into"})
TAKING = frozenset({"last", "take", "spend", "run", "endure", "wait"})
_DAY = len("2025-08-20")
_ABLE = frozenset({"can", "could", "should", "must", "would", "need", "ought"})


@cache
def _classes() -> dict[str, frozenset[str]]:
    lines = data("kinds.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["class"]: frozenset(row["words"].split()) for row in rows}


def verb_lasts(lemma: str, *classes: str) -> bool:
    """The verb belongs to one of the classes of ``data/kinds.csv``: state, activity, process or act."""
    return any(lemma in _classes()[name] for name in classes)


def condition(noun: str) -> bool:
    """The noun names how things stand for a while: "the embargo", "the crisis"."""
    return noun in _classes()["noun condition"]


def kind_of(view: View, token: int, *, nominal: bool, times: Sequence[TimeExpression]) -> Kind:
    """
    Span where the words say that it lasts: a lasting noun, a length, "since", "until", a state, what is under way.

    Everything else is taken as a day: what the text does not say to last is told as a point (the larger part of news).
    """
    lemma = view.lemma(token)
    word = view.tokens[token]
    # in "away from Sunday's election" the preposition is the election's
    lengths = [time for time in times if not nominal or time.type == "DURATION" or time.span.start >= word.span.end]
    if any(_lasts(view, time, lemma) for time in lengths) or _on_two_days(view, times):
        return Kind.SPAN
    if nominal:
        lasting = lemma in _classes()["noun span"] or christened(view, token)
        return Kind.SPAN if lasting else Kind.DAY
    number = view.clause_of[token]
    clause = None if number is None else view.clauses[number]
    if lemma == "decline" and any(view.tokens[kid].tag == "VB" for kid in view.kids[token]):
        return Kind.DAY  # "declined to comment"
    if clause is None or token not in {clause.predicate, clause.verb}:
        lasting = view.tokens[token].tag == "VBG" and verb_lasts(lemma, "activity", "process", "state")
        return Kind.SPAN if lasting or verb_lasts(lemma, "process") else Kind.DAY
    if clause.tense is Tense.PAST and verb_lasts(lemma, "process") and any(len(t.value) == _DAY for t in times):
        return Kind.DAY  # "shares fell on Monday"
    if _beside(view, clause, token):
        return Kind.SPAN if verb_lasts(lemma, "state") else Kind.DAY
    return Kind.SPAN if _goes_on(clause, lemma) else Kind.DAY


def _beside(view: View, clause: Clause, token: int) -> bool:
    """A participle beside what was told as a point has its time: "stocks rose, pushing the index up"."""
    above = None if clause.parent is None else view.clauses[clause.parent]
    if above is None or view.tokens[token].tag != "VBG" or clause.role not in (Role.PARTICIPLE, Role.ADVERBIAL):
        return False
    told = above.tense is Tense.PAST and not (above.perfect or above.progressive or above.copular or above.modal)
    lemma = view.lemma(above.predicate)
    free = clause.connective in (None, "by") and view.tokens[token].head in (above.predicate, above.verb)
    return told and free and not verb_lasts(lemma, "state", "process")


def _goes_on(clause: Clause, lemma: str) -> bool:
    """By the form of the clause and the class of its verb."""
    acts = verb_is(lemma, "say", "act") or verb_lasts(lemma, "act")
    if clause.copular:
        return True
    if clause.progressive:
        return not verb_is(lemma, "say")
    if clause.perfect or clause.tense in (Tense.NONE, Tense.FUTURE):
        return not acts and verb_lasts(lemma, "state", "activity", "process")
    if clause.modal is not None:
        return not acts and (clause.modal in _ABLE or verb_lasts(lemma, "state", "activity", "process"))
    if clause.tense is Tense.PRESENT:  # the simple present tells of states and habits; of what is said, an act
        return not acts
    told = clause.role in (Role.COMPLEMENT, Role.RELATIVE)
    return verb_lasts(lemma, "process") or (told and verb_lasts(lemma, "state") and not acts)


def _on_two_days(view: View, times: Sequence[TimeExpression]) -> bool:
    """Two days joined, "on 3 May and 5 May": it took more than one day."""
    days = [time for time in times if time.type == "DATE"]
    return any(
        view.text[one.span.end : other.span.start].strip() == "and"
        for one in days
        for other in days
        if one.span.end < other.span.start
    )


def _lasts(view: View, time: TimeExpression, lemma: str) -> bool:
    """It says how long: "for two weeks", "since March"; "in three days" is a point, and so is an hour."""
    before = [token.text.lower() for token in view.tokens if token.span.end <= time.span.start]
    if before[-1:] in (["after"], ["before"]) and before[-2:-1] and before[-2] in LASTING:
        before.pop()  # "until after midnight"
    preposition = before[-1] if before else ""
    if time.type == "DURATION":
        length = days_long(time.value)
        behind = next((token.text.lower() for token in view.tokens if token.span.start >= time.span.end), "")
        if behind in _FROM:
            return False  # "five years after its launch" is a distance
        says = preposition in _LENGTH or lemma in TAKING or time.tree is not None
        return says and (length is None or length[1] > 1) and time.value[:2] != "PT"
    # "was built between 1764 and 1768": the word is the time's own
    within = time.text.split(" ")[0].lower() in LASTING and verb_lasts(lemma, "activity", "process", "state")
    return within or (preposition in LASTING and not verb_lasts(lemma, "moves"))
