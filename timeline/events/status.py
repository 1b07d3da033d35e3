"""Whether a clause tells of something that happened, and how sure the text is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.stance import Stance, stance_of
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

__all__ = ["OPEN", "Stance", "asserted", "judge", "own_status", "stance_of"]

_HEDGES = wordset("hedge")
_HABITUAL = wordset("habit")
_ALLEGED = wordset("alleged")
OPEN = frozenset({"complement", "open-complement"})
_HARMED = wordset("harmed")
_NEVER = wordset("none")
_BARRING = frozenset({"without", "for", "in", "of", "from", "instead of", "to", "about", "against"})
_COMING_AFTER = frozenset({"after", "following", "since"})
_NAMING = frozenset({"call", "name", "dub", "title", "entitle", "know"})


def judge(view: View, number: int) -> Status | None:
    """
    The status of what a clause tells, None where it tells of no event.

    Its own form first (tense, modal, negation, kind of verb), then everything it hangs from.
    """
    own = own_status(view, number)
    if own is None:
        return None
    stance = stance_of(view, number)
    if stance is Stance.UNREAL:
        return None
    if stance is Stance.DENIED:
        return Status.DENIED
    alleged = any(view.tokens[word].text.lower() in _ALLEGED for word in view.kids[view.clauses[number].predicate])
    if own is Status.HAPPENED and (stance is Stance.SAID or alleged):
        return Status.REPORTED
    return own


def own_status(view: View, number: int) -> Status | None:
    """The status by the clause's own form alone."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    if _not_asserted(view, clause):
        return None
    if clause.role is Role.MAIN and clause.connective == "to":  # "the bridge is to be closed"
        return Status.PLANNED if clause.tense is Tense.PRESENT and clause.subject is not None else None
    if clause.copular:
        return _harm(view, clause)
    if view.tokens[clause.predicate].pos not in {"VERB", "AUX"} or _stative(view, clause, lemma):
        return None
    adverbs = {view.tokens[word].text.lower() for word in view.kids[clause.predicate]}
    if adverbs & _HABITUAL:
        return None
    if clause.modal is not None or clause.tense is Tense.FUTURE:
        return _ahead(view, clause, adverbs)
    if clause.role is Role.INFINITIVE:
        return _infinitive(view, number)
    if clause.role is Role.PARTICIPLE or clause.tense is Tense.NONE:
        return _participle(view, number)
    if _negated(view, clause):
        past = clause.tense is Tense.PAST or clause.perfect
        return Status.DENIED if past and not verb_is(lemma, "say", "think", "act") else None
    if adverbs & _HEDGES:
        return None
    if clause.tense is Tense.PRESENT and not clause.perfect:
        return _present(view, number, lemma)
    return None if _told_of(view, number, lemma) else Status.HAPPENED


def _told_of(view: View, number: int, lemma: str) -> bool:
    """Of "were confirmed to have killed" the killing is what is told."""
    saying = view.clauses[number].passive and verb_is(lemma, "report", "say", "act")
    inner = _infinitive_of(view, number) if saying else None
    return inner is not None and view.clauses[inner].perfect


def _not_asserted(view: View, clause: Clause) -> bool:
    """A condition, a question, an order, or "what happened"."""
    if clause.conditional or clause.question or clause.imperative:
        return True
    if any(view.tokens[kid].text.lower() in {"what", "whatever"} for kid in view.under(clause.predicate, "object")):
        return True
    return clause.subject is not None and view.tokens[clause.subject].text.lower() in {
        "what",
        "whatever",
        "how",
        "whoever",
    }


def _harm(view: View, clause: Clause) -> Status | None:
    """A state that tells of what happened: "two are dead"."""
    harmed = view.tokens[clause.predicate].text.lower() in _HARMED
    sure = clause.modal is None and not clause.negated and clause.tense in {Tense.PRESENT, Tense.PAST}
    return Status.HAPPENED if harmed and sure and clause.role in {Role.MAIN, Role.COORDINATE, Role.COMPLEMENT} else None


def _ahead(view: View, clause: Clause, adverbs: set[str]) -> Status | None:
    """What will be is planned, what may be on a day of its own possible; what could, would or should be is no event."""
    if clause.tense is Tense.FUTURE:
        claimed = clause.quoted and not _own_times(view, clause)  # "they will pay for it" is a threat or a hope
        unsure = bool(adverbs & _HEDGES) or clause.negated or claimed or _on_condition(view, clause)
        return None if unsure else Status.PLANNED
    if clause.modal in {"may", "might"} and _own_times(view, clause) and not clause.negated:
        return Status.POSSIBLE
    return None


def _on_condition(view: View, clause: Clause) -> bool:
    """Only if something else happens: "if the dam breaks, the town will be flooded"."""
    firsts = [
        view.tokens[view.subtree(kid)[0]].text.lower() for kid in view.under(clause.predicate, "adverbial", "oblique")
    ]
    return bool({"if", "unless", "should"} & set(firsts))


def _negated(view: View, clause: Clause) -> bool:
    """Negated by "not" or "never", or by a subject or object that is none: "no airspace was violated"."""
    if clause.negated:
        return True
    nouns = [*([clause.subject] if clause.subject is not None else []), *clause.objects]
    return any(
        view.tokens[noun].text.lower() in _NEVER
        or any(view.tokens[kid].text.lower() == "no" for kid in view.kids[noun])
        for noun in nouns
    )


def _stative(view: View, clause: Clause, lemma: str) -> bool:
    """States are not events, however past they are; weak ones become events with a time or in the passive of doing."""
    if verb_is(lemma, "think"):
        return True
    if not verb_is(lemma, "state"):
        return False
    particle = view.particle(clause.predicate)
    if particle is not None or _brought_about(view, clause, lemma):
        return False
    return not (verb_is(lemma, "weak") and (_own_day(view, clause) or clause.perfect or clause.passive))


def _brought_about(view: View, clause: Clause, lemma: str) -> bool:
    """What "led to" or "resulted in" something happened."""
    first = {"lead": "to", "result": "in", "stem": "from"}.get(lemma)
    behind = any(m.preposition == first and view.tokens[m.head].pos in {"NOUN", "PROPN"} for m in clause.modifiers)
    return first is not None and behind and not clause.modal


def asserted(view: View, number: int) -> bool:
    """The clause, or the nearest finite one above it, tells what was or has been, whatever its verb."""
    seen: set[int] = set()
    at: int | None = number
    while at is not None and at not in seen:
        seen.add(at)
        clause = view.clauses[at]
        lemma = view.lemma(clause.predicate)
        aimed = verb_is(lemma, "plan", "think", "order", "commit", "negate", "deny", "accuse", "favour")
        aimed = aimed or clause.negated
        if aimed or _not_asserted(view, clause) or (clause.role is Role.INFINITIVE and not clause.perfect):
            return False
        if clause.tense is not Tense.NONE:
            real = clause.modal is None and (clause.tense is Tense.PAST or clause.perfect or clause.progressive)
            return real and stance_of(view, number) not in {Stance.UNREAL, Stance.DENIED}
        at = clause.parent
    return False


def _own_day(view: View, clause: Clause) -> bool:
    """A time of its own that is no mere length: "stood for three centuries" is a state."""
    times = [time for time in view.times if time.type in {"DATE", "TIME"}]
    things = [view.span_of(view.subtree(thing)) for thing in clause.objects]
    return any(span.meets(time.span) for span in (*(m.span for m in clause.modifiers), *things) for time in times)


def _own_times(view: View, clause: Clause) -> bool:
    return any(
        modifier.span.meets(time.span) for modifier in clause.modifiers for time in view.times if time.type != "SET"
    )


def _present(view: View, number: int, lemma: str) -> Status | None:
    """The present tells of habits and states; of an event where it is under way, or set in the future by a time."""
    clause = view.clauses[number]
    if verb_is(lemma, "plan") and _infinitive_of(view, number) is not None:
        return None  # "plans to visit": the visit is what is planned
    if clause.progressive:
        timed = _own_times(view, clause)
        return Status.HAPPENED if not timed or verb_is(lemma, "say", "act") else Status.PLANNED
    if verb_is(lemma, "say", "act"):
        return Status.HAPPENED if clause.role is Role.MAIN else None
    harmed = any(view.tokens[kid].text.lower() in _HARMED for kid in view.under(clause.predicate, "open-complement"))
    if clause.passive and (verb_is(lemma, "result") or harmed):
        return Status.HAPPENED
    return None


def _infinitive_of(view: View, number: int) -> int | None:
    """The infinitive clause that completes this one."""
    predicate = view.clauses[number].predicate
    for other, clause in enumerate(view.clauses):
        completes = clause.role in {Role.INFINITIVE, Role.COMPLEMENT} and clause.tense is Tense.NONE
        open_ended = view.tokens[clause.predicate].relation in OPEN and clause.predicate > predicate
        if clause.parent == number and completes and open_ended:
            return other
    return None


def _infinitive(view: View, number: int) -> Status | None:
    """An infinitive belongs to its verb, except what is planned ("plans to meet") or reported ("said to have fled")."""
    clause = view.clauses[number]
    if clause.parent is None or view.tokens[clause.predicate].relation not in {*OPEN, "conjunct"}:
        return None
    parent = view.clauses[clause.parent]
    lemma = view.lemma(parent.predicate)
    if clause.perfect and parent.passive and verb_is(lemma, "report", "say", "act", "accuse"):
        return Status.REPORTED
    if clause.perfect and parent.perfect is False and lemma in {"appear", "seem"} and not parent.negated:
        return Status.REPORTED if parent.modal is None else None
    present = parent.tense is Tense.PRESENT and not parent.perfect
    ready = lemma in {"set", "due", "schedule", "slate", "expect"} and (parent.passive or parent.copular)
    if present and not parent.negated and ((verb_is(lemma, "plan") and (not parent.passive or ready)) or ready):
        return None if lemma == "hope" or parent.modal or (lemma == "expect" and not ready) else Status.PLANNED
    return None


def _participle(view: View, number: int) -> Status | None:
    """A participle ("…, killing twelve") happened with its clause; a reduced relative needs a time or agent."""
    clause = view.clauses[number]
    token = view.tokens[clause.predicate]
    if clause.negated or clause.connective in _BARRING:
        return None
    parent = clause.parent
    if parent is None:
        return Status.HAPPENED if token.tag in {"VBD", "VBN"} and clause.role is Role.MAIN else None
    if token.tag == "VBG":
        return _going_with(view, number, parent)
    if token.tag not in {"VBN", "VBD"}:
        return None
    if token.relation in {"participle", "adverbial", "relative", "other"}:
        return _been_done(view, number)
    joined = any(view.tokens[kid].relation == "coordinator" for kid in view.kids[clause.predicate])
    return own_status(view, parent) if token.relation == "conjunct" and joined else None


def _going_with(view: View, number: int, parent: int) -> Status | None:
    """What goes with the clause above happened if that did: "…, killing twelve", "by removing the train"."""
    clause = view.clauses[number]
    token = view.tokens[clause.predicate]
    if token.relation not in {"adverbial", "participle", "conjunct", "other"} or noun_is(token.lemma.lower(), "event"):
        return None
    above = own_status(view, parent)
    if clause.connective == "by":
        means = token.relation == "adverbial" and not verb_is(view.lemma(clause.predicate), "say", "think", "state")
        return above if means and above is Status.HAPPENED and clause.objects else None
    if clause.connective in _COMING_AFTER and _past_above(view, number):
        return Status.HAPPENED
    behind = token.relation != "adverbial" or _behind_object(view, clause)
    if clause.connective is None and behind and not _after_comma(view, clause):
        return None
    temporal = clause.connective in {*_COMING_AFTER, "before", "when", "while", "upon"}
    if above is None and _after_comma(view, clause) and not temporal and asserted(view, parent):
        return Status.HAPPENED  # "remained in office, winning two elections"
    return above if above is Status.HAPPENED or (temporal and above in {Status.PLANNED, Status.DENIED}) else None


def _been_done(view: View, number: int) -> Status | None:
    """What was done to a noun, where it has a time or somebody who did it; "a cloud called a plume" tells nothing."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    if lemma in _NAMING and not _own_times(view, clause):
        return None
    if clause.connective in _COMING_AFTER:
        return Status.HAPPENED if _past_above(view, number) else None
    agent = any(modifier.preposition == "by" for modifier in clause.modifiers)
    once = verb_is(lemma, "punctual") and _after_comma(view, clause)
    return Status.HAPPENED if agent or once or _own_times(view, clause) else None


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


def _after_comma(view: View, clause: Clause) -> bool:
    first = view.subtree(clause.predicate)[0]
    return view.tokens[first].text == "," or (first > 0 and view.tokens[first - 1].text == ",")
