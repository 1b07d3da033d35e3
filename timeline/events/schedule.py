"""What is set for a time, by the form of a clause that has no "will": "the fair opens on 3 May", "is due to open"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.timing import own_day, own_times
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_TO_COME = wordset("to come")
_LASTING = wordset("lasting state")
_ROLES = frozenset({Role.MAIN, Role.COORDINATE, Role.RELATIVE, Role.COMPLEMENT})
_TAKEN = frozenset({"charge", "effect", "office", "place", "power"})
_WITHIN = frozenset({"feature", "include", "involve", "mark", "see"})  # "will see the opening of a third line"
_YEAR = len("2025")
_STATED_YEAR = re.compile(r"\d{4}")
_SEASONS = frozenset({"-SP", "-SU", "-FA", "-WI"})
_OVER = frozenset({"yesterday", "last", "ago", "earlier", "today"})


def scheduled_for(view: View, clause: Clause, lemma: str) -> Status | None:
    """Planned, where the clause says so by what stands in it."""
    if clause.negated or clause.conditional or clause.question or (clause.modal and clause.tense is not Tense.FUTURE):
        return None
    if clause.connective == "due to" and view.tokens[clause.predicate].tag == "VB":
        return Status.PLANNED if clause.tense is Tense.PRESENT or own_day(view, clause) else None
    if meant_for(view, clause) is not None:
        return Status.PLANNED if own_day(view, clause) else None
    if clause.copular:
        return Status.PLANNED if _to_be(view, clause) else None
    if clause.tense is Tense.FUTURE:
        return Status.PLANNED if lemma in _WITHIN and _of_event(view, clause) else None
    if clause.tense is not Tense.PRESENT or clause.perfect or clause.passive:
        return None
    if verb_is(lemma, "plan") and lemma != "hope" and own_day(view, clause) and _of_event(view, clause):
        return Status.PLANNED  # "plans a charity match in August"
    return Status.PLANNED if _timetabled(view, clause, lemma) else None


def _timetabled(view: View, clause: Clause, lemma: str) -> bool:
    """The present of a timetable, on a day: "which expire on 21 November", "the service goes live on 1 July"."""
    if lemma == "take" and not any(view.lemma(thing) in _TAKEN for thing in clause.objects):
        return False
    if clause.progressive or clause.role not in _ROLES or clause.quoted or not verb_is(lemma, "timetable"):
        return False
    spans = [m.span for m in clause.modifiers] + [view.span_of(view.subtree(thing)) for thing in clause.objects]
    own = [time for time in view.times if any(span.meets(time.span) for span in spans)]
    if any(time.type == "SET" for time in own):
        return False  # "starts in August every year"
    return any(time.type in {"DATE", "TIME"} and _ahead(time.text.lower(), time.value) for time in own)


def _ahead(text: str, value: str) -> bool:
    """A day, month or week that may lie ahead; a year may be told in the present of histories: "in 1944 it ends"."""
    generic = value[_YEAR:] in _SEASONS and not text.startswith(("this", "next"))  # "runs north in winter"
    known = value.endswith("_REF") or value[:1] == "P"
    return not (generic or known or _STATED_YEAR.search(text) or any(word in _OVER for word in text.split()))


def _of_event(view: View, clause: Clause) -> bool:
    """Its object is something that happens."""
    return any(
        view.tokens[thing].pos == "NOUN" and noun_is(view.lemma(thing), "event", "scheduled", "loose")
        for thing in clause.objects
    )


def _to_be(view: View, clause: Clause) -> bool:
    """It will be there, open or in force on a day: "will be available on 12 September"."""
    told = view.tokens[clause.predicate].text.lower() in _TO_COME
    return told and clause.tense is Tense.FUTURE and own_day(view, clause)


def meant_for(view: View, clause: Clause) -> int | None:
    """Whose doing is the plan: "the plan is for *Rossi* to stay until June"."""
    if clause.role is not Role.INFINITIVE or clause.parent is None:
        return None
    above = view.clauses[clause.parent]
    plan = above.subject is not None and view.lemma(above.subject) in {"plan", "aim", "intention", "schedule"}
    told = above.copular and above.tense is Tense.PRESENT and not above.negated and plan
    return above.predicate if told and view.preposition(above.predicate) == "for" else None


def lasting_since(view: View, clause: Clause) -> bool:
    """A state that began at a time: "has been independent since 1901"."""
    if not (clause.copular and clause.perfect) or clause.negated or clause.modal is not None:
        return False
    since = any(m.preposition == "since" for m in clause.modifiers)
    return since and own_times(view, clause) and view.tokens[clause.predicate].text.lower() in _LASTING


def goes_on_to(view: View, clause: Clause) -> int | None:
    """
    The infinitive that a second one with a day of its own goes on from.

    "Is to visit Rome on Monday and *to meet* the mayor on Tuesday".
    """
    token = view.tokens[clause.predicate]
    if clause.role is not Role.COORDINATE or token.tag != "VB" or token.relation != "conjunct" or clause.negated:
        return None
    number = view.clause_of[token.head]
    above = None if number is None else view.clauses[number]
    joined = above is not None and above.connective == "to" and above.predicate == token.head and above is not clause
    return number if joined and clause.tense is Tense.NONE and own_day(view, clause) else None
