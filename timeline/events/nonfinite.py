"""Infinitives and participles: whether they tell of an event, by what governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is
from timeline.events.stance import asserted, fronted
from timeline.events.timing import own_day, own_times
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

OPEN = frozenset({"complement", "open-complement"})
_BARRING = frozenset({"at", "on", "with", "without", "for", "in", "of", "from", "instead of", "to", "about", "against"})
_COMING_AFTER = frozenset({"after", "following", "since"})
ATTEMPTS = frozenset({"attempt", "move", "rush", "seek", "struggle", "try", "undertake"})
_GIVEN_TO = frozenset({"due", "expect", "instruct", "invite", "order", "schedule", "set", "slate", "summon"})
_NAMING = frozenset({"call", "name", "dub", "title", "entitle", "know"})


def infinitive(view: View, number: int) -> Status | None:
    """An infinitive belongs to its verb, except what is planned ("plans to meet") or reported ("said to have fled")."""
    clause = view.clauses[number]
    if clause.parent is None or view.tokens[clause.predicate].relation not in {*OPEN, "conjunct", "adverbial"}:
        return None
    parent = view.clauses[clause.parent]
    lemma = view.lemma(parent.predicate)
    at_once = clause.predicate == parent.predicate + 2 and verb_is(lemma, "plan")  # "plan to protest"
    beside = view.tokens[clause.predicate].relation == "adverbial" and not at_once
    if beside:  # "decided on Tuesday to close the pool in June"
        return _bound(view, clause, parent, lemma) if verb_is(lemma, "commit") else None
    if lemma == "have":  # "had to recall 4,000 cars"
        done = parent.tense is Tense.PAST and not parent.negated and parent.modal is None and not clause.perfect
        yet = any(
            view.tokens[kid].text.lower() == "yet"
            for kid in (*view.kids[clause.predicate], *view.kids[parent.predicate])
        )
        return Status.HAPPENED if done and not yet and not parent.conditional else None
    if clause.perfect and parent.passive and verb_is(lemma, "report", "say", "act", "accuse"):
        return Status.REPORTED
    if clause.perfect and lemma in {"allege", "claim", "profess"} and not parent.negated and parent.modal is None:
        return Status.REPORTED
    if clause.perfect and parent.perfect is False and lemma in {"appear", "seem"} and not parent.negated:
        return Status.REPORTED if parent.modal is None else None
    present = parent.tense is Tense.PRESENT and not parent.perfect
    if lemma == "suppose" and present and parent.passive and not parent.negated and own_day(view, clause):
        return Status.PLANNED  # "is supposed to conclude by May"
    ready = lemma in {"set", "due", "schedule", "slate", "expect"} and (parent.passive or parent.copular)
    if present and not parent.negated and ((verb_is(lemma, "plan") and (not parent.passive or ready)) or ready):
        return None if lemma == "hope" or parent.modal or (lemma == "expect" and not ready) else Status.PLANNED
    return _bound(view, clause, parent, lemma)


def _bound(view: View, clause: Clause, parent: Clause, lemma: str) -> Status | None:
    """What somebody bound himself or others to, for a day of its own: "promised to publish the report next month"."""
    if parent.negated or parent.modal is not None or parent.conditional or parent.tense is Tense.NONE:
        return None
    if not own_day(view, clause) or verb_is(lemma, "negate", "deny", "accuse") or lemma in ATTEMPTS | {"hope"}:
        return None
    if lemma in {"threaten", "offer", "volunteer"}:
        return Status.POSSIBLE
    if lemma == "likely" or (parent.passive and lemma in {"forecast", "predict", "tip"}):
        return Status.POSSIBLE
    given = (parent.passive or parent.copular or parent.objects) and lemma in _GIVEN_TO
    own = verb_is(lemma, "commit", "plan") and not parent.passive
    return Status.PLANNED if own or given else None


def participle(view: View, number: int, above: Status | None) -> Status | None:
    """
    A participle ("…, killing twelve") happened with its clause; a reduced relative needs a time or agent.

    *above* is the status of the clause it hangs from, by that clause's own form.
    """
    clause = view.clauses[number]
    token = view.tokens[clause.predicate]
    if clause.negated or _with_its_own(clause):
        return None
    parent = clause.parent
    if parent is not None and _punished(view, clause, view.clauses[parent]):
        return above if above is Status.HAPPENED else None
    if clause.connective in _BARRING:
        return None
    if parent is None:
        return Status.HAPPENED if token.tag in {"VBD", "VBN"} and clause.role is Role.MAIN else None
    if token.relation == "participle" and _beside(view, token.head) and asserted(view, parent):
        return Status.HAPPENED  # "with the first trucks arriving on Monday"
    if token.tag == "VBG":
        return _going_with(view, number, parent, above)
    if token.tag not in {"VBN", "VBD"}:
        return None
    if token.relation in {"participle", "adverbial", "relative", "other"}:
        return _been_done(view, number, parent)
    joined = any(view.tokens[kid].relation == "coordinator" for kid in view.kids[clause.predicate])
    return above if token.relation == "conjunct" and joined else None


def _with_its_own(clause: Clause) -> bool:
    """The doer stands in a phrase in front: "without a *shot* being fired"."""
    return any(m.preposition in {"with", "without"} and m.head < clause.predicate for m in clause.modifiers)


def _punished(view: View, clause: Clause, parent: Clause) -> bool:
    """What somebody was punished or thanked for, he has done: "was fined for dumping waste"."""
    done = clause.connective == "for" and view.tokens[clause.predicate].tag == "VBG" and bool(clause.objects)
    lemma = view.lemma(parent.predicate)
    return done and verb_is(lemma, "requite") and (parent.passive or lemma in {"apologise", "apologize"})


def _beside(view: View, head: int) -> bool:
    """The noun of "with dozens of soldiers taken prisoner": the participle says what happened to it."""
    return view.tokens[head].pos in {"NOUN", "PROPN"} and view.preposition(head) == "with"


def _going_with(view: View, number: int, parent: int, above: Status | None) -> Status | None:
    """What goes with the clause above happened if that did: "…, killing twelve", "by removing the train"."""
    clause = view.clauses[number]
    token = view.tokens[clause.predicate]
    front = fronted(view, clause)
    if token.relation not in {"adverbial", "participle", "conjunct", "other"} and not front:
        return None
    if noun_is(token.text.lower(), "event") and not clause.objects:
        return None
    if clause.connective == "by":
        means = token.relation == "adverbial" and not verb_is(view.lemma(clause.predicate), "say", "think", "state")
        return above if means and above is Status.HAPPENED and clause.objects else None
    if clause.connective in _COMING_AFTER and _past_above(view, number):
        return Status.HAPPENED
    behind = token.relation != "adverbial" or _behind_object(view, clause)
    if clause.connective is None and behind and not after_comma(view, clause) and not front:
        return None
    temporal = clause.connective in {*_COMING_AFTER, "before", "when", "while", "upon"}
    if above is None and after_comma(view, clause) and not temporal and asserted(view, parent):
        return Status.HAPPENED  # "remained in office, winning two elections"
    return above if above is Status.HAPPENED or (temporal and above in {Status.PLANNED, Status.DENIED}) else None


def _been_done(view: View, number: int, parent: int) -> Status | None:
    """What was done to a noun, where it has a time or somebody who did it; "a cloud called a plume" tells nothing."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    if lemma in _NAMING and not own_times(view, clause):
        return None
    if clause.connective in _COMING_AFTER:
        return Status.HAPPENED if _past_above(view, number) else None
    aimed = view.clauses[parent].role is Role.INFINITIVE  # "for names to be put forward and the winner picked by vote"
    agent = not aimed and any(modifier.preposition == "by" for modifier in clause.modifiers)
    once = verb_is(lemma, "punctual") and after_comma(view, clause)
    having = clause.perfect and asserted(view, parent)  # "having lost 600 men, he withdrew"
    if agent or once or having or own_times(view, clause) or _given(view, clause, parent):
        return Status.HAPPENED
    deed = verb_is(lemma, "deed", "punctual") and bool(clause.modifiers)
    return Status.HAPPENED if deed and view.tokens[clause.predicate].tag == "VBN" and asserted(view, parent) else None


def _given(view: View, clause: Clause, parent: int) -> bool:
    """An event's noun with its light verb: "in a speech *delivered* at the academy, …"."""
    head = view.tokens[clause.predicate].head
    light = verb_is(view.lemma(clause.predicate), "light") and noun_is(view.lemma(head), "event")
    placed = any(modifier.preposition not in {"after", "before", None} for modifier in clause.modifiers)
    return light and placed and asserted(view, parent)


def _behind_object(view: View, clause: Clause) -> bool:
    """Right behind an object it may tell of that: "arrested a man *carrying* a gun"."""
    above = None if clause.parent is None else view.clauses[clause.parent]
    return above is not None and bool(clause.predicate) and clause.predicate - 1 in above.objects


def _past_above(view: View, number: int) -> bool:
    """The nearest finite clause above is in the past: what it came after happened, too."""
    seen: set[int] = set()
    above = view.clauses[number].parent
    while above is not None and above not in seen:
        seen.add(above)
        clause = view.clauses[above]
        if clause.tense is not Tense.NONE:
            return (clause.tense is Tense.PAST or clause.perfect) and clause.modal is None
        above = clause.parent
    return False


def after_comma(view: View, clause: Clause) -> bool:
    """A comma stands in front of the clause."""
    first = view.subtree(clause.predicate)[0]
    return view.tokens[first].text == "," or (first > 0 and view.tokens[first - 1].text == ",")
